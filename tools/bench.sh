#!/usr/bin/env bash
# Measures the portal as it is deployed. All parts run even when one fails, and PARTS names some of them only:
#   size          what a first visit downloads, against the budget: the only part that fails for what it measures
#   visit         a first and a repeat visit, beside a page written by hand (tests/bench/floor/), on a phone and on a desk
#   interactions  the next page, a letter in the search and so on, beside that page
#   list          1,000 servers on one page, beside that page
#   scale         accounts with 10 servers and with 10,000
#   requests      what an open tab asks of the service in an hour
#   lighthouse    what Lighthouse says of the sign-in page and of the list
#   boot-log      a boot log of 100,000 lines
# RUNS is how often each is measured (9), PLOTS a folder for drawings (docs/bench), DIST the page, BACKEND the binary.

began=$SECONDS
tools=$(dirname "$0")
"$tools/setup.sh" test
# shellcheck source=environment.sh
. "$tools/environment.sh"

choose_backend
CHROMIUM=$(command -v chromium)
export CHROMIUM DIST=${DIST:-$PWD/dist}
failed=()

# Lighthouse is heavy, and nothing else needs it.
need_lighthouse() {
  local lock installed
  lock=$(sha256sum < tests/bench/package-lock.json)
  installed=$(cat tests/bench/node_modules/.installed-lock 2>/dev/null) || installed=
  [ "$lock" != "$installed" ] || return 0
  say "Installing Lighthouse"
  npm ci --prefix tests/bench --ignore-scripts --no-audit --no-fund > /dev/null || return 1
  printf '%s\n' "$lock" > tests/bench/node_modules/.installed-lock
}

measure() {
  local started=$SECONDS
  say ""
  say "=== $1"
  case $1 in
    size) node tools/size/size.mjs ;;
    visit | interactions | list | scale) node tests/bench/bench.mjs "$1" ;;
    requests | boot-log) playwright test --config tests/e2e/bench "$1" ;;
    lighthouse) need_lighthouse && node tests/bench/bench.mjs lighthouse ;;
    *) fail "There is no part $1: see the top of tools/bench.sh." ;;
  esac || failed+=("$1")
  say "$1 took $((SECONDS - started)) s."
}

for part in ${PARTS:-size visit interactions list scale requests lighthouse boot-log}; do
  measure "$part"
done
if [ -n "${PLOTS:-}" ]; then
  node tests/bench/plots.mjs "$PLOTS"
fi

say ""
say "All of it took $(((SECONDS - began + 59) / 60)) minutes."
[ "${#failed[@]}" = 0 ] || fail "Failed: ${failed[*]}"
