#!/usr/bin/env bash
# Builds the portal and its backend in release and serves both on one address, with a demo to sign in to.
# LISTEN is the address, DATABASE the file of the embedded database, DIST the folder of the page.

tools=$(dirname "$0")
"$tools/setup.sh" run
# shellcheck source=environment.sh
. "$tools/environment.sh"

listen=${LISTEN:-127.0.0.1:8365}
database=${DATABASE:-.cache/portal.sqlite3}
mkdir -p "$(dirname "$database")"

# Side by side: much of either build keeps one core busy only.
tools/page.sh &
page=$!
if [ ! -x "$target/release/vps-portal-backend" ]; then
  say "Building the backend in release"
fi
cargo build --quiet --locked --release --package vps-portal-backend || { wait "$page"; exit 1; }
wait "$page"

exec "$target/release/vps-portal-backend" serve --listen "$listen" --database "$database" --dist "${DIST:-dist}" --demo
