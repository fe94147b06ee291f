#!/usr/bin/env bash
# Synthesizes an app, and checks what came out as a gate of its own, whatever the app says of itself.
#
#   JICHITAI_SYNTH       command that synthesizes; nothing where the assembly is there already
#   JICHITAI_ASSEMBLY    what is checked                          default: cdk.out
#   JICHITAI_REPORTS     folder for the reports                   default: jichitai-report
#   JICHITAI_FORMATS     reports to write, such as "sarif junit"  default: none
#   JICHITAI_PROFILE, JICHITAI_EXCEPTIONS, JICHITAI_BASE, JICHITAI_EVIDENCE, JICHITAI_PREVIOUS, JICHITAI_LANGUAGE, JICHITAI_PREFIX
#                        as the options of `check`; empty: not given. A base or a previous bundle that is not there is left out
#   JICHITAI_CONSOLE     what is printed                          default: text
#   JICHITAI_COMMAND     default: npx --no-install jichitai-guardrails
#
# Ends with 0 where nothing blocks, 1 where findings block or the app does not synthesize, 2 where no check could be made.
set -uo pipefail

reports="${JICHITAI_REPORTS:-jichitai-report}"
assembly="${JICHITAI_ASSEMBLY:-cdk.out}"
mkdir -p "$reports" || exit 2

synthesized=0
if [ -n "${JICHITAI_SYNTH:-}" ]; then
  bash -c "$JICHITAI_SYNTH" || synthesized=$?
fi

arguments=(check "$assembly" --format "${JICHITAI_CONSOLE:-text}")
for format in ${JICHITAI_FORMATS:-}; do
  case "$format" in
    sarif) file=report.sarif ;;
    junit) file=junit.xml ;;
    gitlab) file=gl-code-quality-report.json ;;
    markdown) file=comment.md ;;
    oscal) file=oscal-assessment-results.json ;;
    xlsx) file=self-inspection.xlsx ;;
    csv) file=self-inspection.csv ;;
    text) file=report.txt ;;
    *) file="report.$format" ;;
  esac
  arguments+=(--format "$format=$reports/$file")
done
if [ -n "${JICHITAI_PROFILE:-}" ]; then arguments+=(--profile "$JICHITAI_PROFILE"); fi
if [ -n "${JICHITAI_EXCEPTIONS:-}" ]; then arguments+=(--exceptions "$JICHITAI_EXCEPTIONS"); fi
if [ -n "${JICHITAI_LANGUAGE:-}" ]; then arguments+=(--lang "$JICHITAI_LANGUAGE"); fi
if [ -n "${JICHITAI_PREFIX:-}" ]; then arguments+=(--prefix "$JICHITAI_PREFIX"); fi
if [ -e "${JICHITAI_BASE:-}" ]; then arguments+=(--base "$JICHITAI_BASE"); fi
if [ -n "${JICHITAI_EVIDENCE:-}" ]; then arguments+=(--evidence "$JICHITAI_EVIDENCE"); fi
if [ -e "${JICHITAI_PREVIOUS:-}" ]; then arguments+=(--previous "$JICHITAI_PREVIOUS"); fi

checked=0
# More than one word, as it is given.
# shellcheck disable=SC2086
${JICHITAI_COMMAND:-npx --no-install jichitai-guardrails} "${arguments[@]}" || checked=$?

if [ "$checked" -eq 0 ] && [ "$synthesized" -ne 0 ]; then
  echo "jichitai-guardrails: nothing blocks in $assembly, but the app does not synthesize (status $synthesized)" >&2
  exit 1
fi
exit "$checked"
