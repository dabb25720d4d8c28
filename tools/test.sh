#!/usr/bin/env bash
# Every test of the project, kind by kind. All kinds run even when one fails; the table at the end counts them. A test
# that was skipped, and a kind that ran nothing, count as failed.

tools=$(dirname "$0")
"$tools/setup.sh" test
# shellcheck source=environment.sh
. "$tools/environment.sh"
logs=.cache/test-logs
mkdir -p "$logs"

# What the contract tests and the journeys run against: the page as it is deployed, the backend as the tests built it.
export BACKEND=$target/debug/vps-portal-backend
export DIST=$PWD/dist
CHROMIUM=$(command -v chromium)
CHROMEDRIVER=$(command -v chromedriver)
export CHROMIUM CHROMEDRIVER
export WEB_SERVERS=$web_servers

NOT_PASSED='failed|ignored|flaky|skipped|did not run|interrupted'
rows=()
all_passed=0
all_failed=0

# The sum of the numbers that stand before one of the words $1 in the standard input.
sum() { grep -oE "[0-9]+ ($1)" | awk '{ total += $1 } END { print total + 0 }'; }

# kind NAME SUMMARY COMMAND...: runs the command; SUMMARY tells the lines of its output that hold the counts.
kind() {
  local name=$1 summary=$2 log status=0 passed failed started=$SECONDS
  log=$logs/${name//[^a-z]/-}.log
  shift 2
  say ""
  say "=== $name"
  "$@" 2>&1 < /dev/null | sed 's/\x1b\[[0-9;]*[A-Za-z]//g' | tee "$log" || status=$?
  passed=$(grep -E "$summary" "$log" | sum passed) || passed=0
  failed=$(grep -E "$summary" "$log" | sum "$NOT_PASSED") || failed=0
  # A run that broke off, or had nothing to run, has no failed test to show for it.
  if [ "$failed" = 0 ] && { [ "$status" != 0 ] || [ "$passed" = 0 ]; }; then
    failed=1
  fi
  all_passed=$((all_passed + passed))
  all_failed=$((all_failed + failed))
  rows+=("$(printf '%-26s %8d %8d %8d s' "$name" "$passed" "$failed" $((SECONDS - started)))")
}

# The runner gives the tests of one page 20 seconds together unless it is told otherwise, in seconds.
browser_tests() {
  WASM_BINDGEN_TEST_TIMEOUT=300 \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
    WASM_BINDGEN_TEST_WEBDRIVER_JSON=$PWD/tests/web/webdriver.json \
    cargo test --locked --package vps-portal --target "$wasm_target" --test web
}

# The samples of the document and the requests that schemathesis makes count as tests.
contract() {
  cargo build --locked --package vps-portal-backend
  tests/contract/run.sh "$BACKEND" |
    sed -E 's/^(contract|schemathesis): ([0-9]+) [a-z]+, ([0-9]+) findings.*/&\n  = \2 passed, \3 failed/'
}

# The long checks, cut short: that they work, and that nothing breaks at once. How fast it is, tells the release.
soak_briefly() {
  cargo build --locked --package vps-portal-backend
  CHECKS="load kill full-disk sign-in-flood random-requests" BROWSERS=40 DURATION=3 ROUNDS=1 FLOOD=60 KILLS=3 CYCLES=1 \
    REQUESTS=2000 P99_LIMIT=5000 tools/soak.sh
}

# How the program is ordered, and the measurements are counted and drawn; measured is with make bench and make size.
measuring() {
  node --test --test-reporter=tap tests/bench/support/*.test.mjs tools/*.test.mjs tools/page/*.test.mjs | sed -E 's/^# (pass|fail) ([0-9]+)$/  = \2 \1ed/'
}

# The page of the design system, which only a development build has: against its pictures, and looked for in the release.
design_system() {
  tools/page.sh
  cargo build --locked --package vps-portal-backend
  trunk --quiet build --dist .cache/design-dist
  RELEASE=$DIST DIST=$PWD/.cache/design-dist playwright test --config tests/e2e/design
}

journeys() {
  tools/page.sh
  cargo build --locked --package vps-portal-backend
  playwright test --config tests/e2e
}

kind "application" '^test result: ' cargo test --locked --package vps-portal --package lean-leptos
kind "fuzzing" '^  = ' tools/fuzz.sh
kind "application in a browser" '^test result: ' browser_tests
kind "backend" '^test result: ' cargo test --locked --package vps-portal-backend
kind "contract" '^  = ' contract
kind "measuring" '^  = ' measuring
kind "endurance" '^  = ' soak_briefly
kind "design system" "^ +[0-9]+ (passed|$NOT_PASSED)" design_system
# Last, so that what they say of their failures stands right above the table.
kind "journeys" "^ +[0-9]+ (passed|$NOT_PASSED)" journeys

printf '\n%-26s %8s %8s %10s\n' kind passed failed time
printf '%s\n' "${rows[@]}"
printf '\n%d passed, %d failed\n' "$all_passed" "$all_failed"
[ "$all_failed" = 0 ]
