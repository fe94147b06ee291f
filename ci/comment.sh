#!/usr/bin/env bash
# Puts a Markdown report below a pull request on GitHub: the comment that is there is brought up to date.
#
#   comment.sh REPOSITORY NUMBER FILE       needs `gh` and GH_TOKEN
set -euo pipefail

repository="$1"
number="$2"
file="$3"
mine="$(gh api --paginate "repos/$repository/issues/$number/comments" \
  --jq '.[] | select(.body | startswith("<!-- jichitai-guardrails -->")) | .id' | head -n 1)"
if [ -n "$mine" ]; then
  gh api --silent --method PATCH "repos/$repository/issues/comments/$mine" --field "body=@$file"
else
  gh api --silent --method POST "repos/$repository/issues/$number/comments" --field "body=@$file"
fi
