#!/usr/bin/env bash
# Draws anew the pictures that are kept: "tools/pictures.sh design" those that the tests compare the design system with,
# "tools/pictures.sh readme" those of the README, and those that a device shows before it installs the portal; without a
# word all of them. Look at what has changed before it is kept.

tools=$(dirname "$0")
"$tools/setup.sh" test
# shellcheck source=environment.sh
. "$tools/environment.sh"

case "${1:-all}" in
  design | readme | all) ;;
  *) fail "Usage: tools/pictures.sh [design|readme]" ;;
esac
what=${1:-all}

cargo build --quiet --locked --package vps-portal-backend
CHROMIUM=$(command -v chromium)
export CHROMIUM
export BACKEND=$target/debug/vps-portal-backend
export DIST=$PWD/.cache/design-dist

say "Building the page for development"
trunk --quiet build --dist "$DIST"
if [ "$what" != readme ]; then
  rm -f tests/e2e/design/pictures/*.png
  RENEW=yes playwright test --config tests/e2e/design pictures.design
fi
if [ "$what" != design ]; then
  playwright test --config tests/e2e/screenshots/readme.config.ts
fi
git --no-pager diff --stat -- tests/e2e/design/pictures docs public 2>/dev/null || true
