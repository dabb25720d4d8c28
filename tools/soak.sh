#!/usr/bin/env bash
# The long checks. Of the backend, as it is deployed: load, kills, a full disk, a flood of sign-ins, requests that nobody
# would send. Of the page: a working day of HOURS (8). Of both: random inputs to what reads foreign text, RUNS (10,000,000)
# for each fuzz target. All run even when one fails. CHECKS names some of them only, BACKEND another binary than the
# release. What each check takes from the environment stands at the top of tests/soak/*.mjs: BROWSERS, KILLS, CYCLES,
# FLOOD, REQUESTS, DURATION in seconds, SEED. EXAMPLES is how many schemathesis makes for each call.

tools=$(dirname "$0")
"$tools/setup.sh" test
# shellcheck source=environment.sh
. "$tools/environment.sh"

choose_backend
failed=()

run() {
  say ""
  say "=== $1"
  "${@:2}" || failed+=("$1")
}

# Minutes of the tester's for hours of the page's clock.
long_day() {
  export HOURS=${HOURS:-8} DIST=${DIST:-$PWD/dist}
  CHROMIUM=$(command -v chromium)
  export CHROMIUM
  tools/page.sh
  playwright test --config tests/e2e long-day --workers 1
}

for check in ${CHECKS:-load kill full-disk sign-in-flood random-requests contract long-day fuzz}; do
  case $check in
    long-day) run long-day long_day ;;
    fuzz) run fuzz env KEEP=yes RUNS="${RUNS:-10000000}" tools/fuzz.sh ;;
    contract) run contract tests/contract/run.sh "$BACKEND" --examples "${EXAMPLES:-500}" ;;
    *) run "$check" node "tests/soak/$check.mjs" ;;
  esac
done

say ""
[ "${#failed[@]}" = 0 ] || fail "Failed: ${failed[*]}"
say "Everything held."
