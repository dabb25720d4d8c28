#!/usr/bin/env bash
# Measures how a long boot log is shown: tests/e2e/bench/. DIST names the folder of the page.

"$(dirname "$0")/setup.sh" test
# shellcheck source=environment.sh
. "$(dirname "$0")/environment.sh"

cargo build --quiet --locked --package vps-portal-backend
CHROMIUM=$(command -v chromium)
export BACKEND=$target/debug/vps-portal-backend CHROMIUM
playwright test --config tests/e2e/bench
