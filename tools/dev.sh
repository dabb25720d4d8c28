#!/usr/bin/env bash
# Serves the portal while it is being worked on: Trunk rebuilds and reloads the page after every change, and passes
# calls of the API on to a backend that this script starts and ends (Trunk.toml, "proxy").

tools=$(dirname "$0")
"$tools/setup.sh" run
# shellcheck source=environment.sh
. "$tools/environment.sh"

mkdir -p .cache
cargo build --locked --package vps-portal-backend
"$target/debug/vps-portal-backend" serve --listen 127.0.0.1:8365 --database "${DATABASE:-.cache/dev.sqlite3}" --demo &
backend=$!
trap 'kill "$backend" 2>/dev/null' EXIT

# A dist of its own: a debug page must not be taken for the one that is deployed.
trunk serve --dist .cache/dev-dist
