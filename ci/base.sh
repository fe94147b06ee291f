#!/usr/bin/env bash
# Synthesizes another commit, for `check --base`. That it cannot be done is no fault of the change: then there is no base.
#
#   base.sh COMMIT FOLDER
#
# The assembly is FOLDER/$JICHITAI_ASSEMBLY (default: cdk.out). JICHITAI_INSTALL (default: npm ci) and JICHITAI_SYNTH are
# run there, in JICHITAI_WORKING_DIRECTORY (default: the top of the repository).
set -uo pipefail

without_base() {
  echo "jichitai-guardrails: no base to compare with: $1" >&2
  exit 0
}

commit="$1"
folder="$2"
git cat-file -e "$commit^{commit}" 2> /dev/null || git fetch --quiet --depth=1 origin "$commit" || without_base "there is no commit $commit"
git worktree add --quiet --detach "$folder" "$commit" || without_base "commit $commit cannot be checked out"
cd "$folder/${JICHITAI_WORKING_DIRECTORY:-.}" || without_base "the app is not in commit $commit"
bash -c "${JICHITAI_INSTALL:-npm ci}" || without_base 'its packages cannot be installed'
# One that breaks the policy synthesizes with an error, and is a base all the same.
bash -c "${JICHITAI_SYNTH:-npx cdk synth --quiet}" || true
[ -e "${JICHITAI_ASSEMBLY:-cdk.out}" ] || without_base 'it does not synthesize'
