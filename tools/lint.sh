#!/usr/bin/env bash
# Every check that runs nothing: format, lints for both targets, the types of the journeys, the syntax of the scripts.

tools=$(dirname "$0")
"$tools/setup.sh" test
# shellcheck source=environment.sh
. "$tools/environment.sh"

say "lint: cargo fmt"
cargo fmt --all --check
cargo fmt --manifest-path fuzz/Cargo.toml --check
say "lint: clippy, this machine"
cargo clippy --quiet --locked --workspace --all-targets -- --deny warnings
say "lint: clippy, WebAssembly"
# Not every target: the unit tests run natively, and bring what WebAssembly has not.
cargo clippy --quiet --locked --package vps-portal --lib --bins --test web --target "$wasm_target" -- --deny warnings
cargo clippy --quiet --locked --package vps-portal --bin sign-in --features sign_in --target "$wasm_target" -- --deny warnings
say "lint: clippy, fuzzing"
# A workspace of its own; the target folder is tools/fuzz.sh's.
cargo clippy --quiet --locked --manifest-path fuzz/Cargo.toml --target-dir "$target/fuzz" -- --deny warnings
say "lint: TypeScript"
tsc --noEmit --project tests/e2e
say "lint: shell scripts"
find tools tests .ci -name node_modules -prune -o \( -name '*.sh' -o -path .ci/run \) -type f -print |
  while read -r script; do bash -n "$script"; done
say "lint: nothing to complain about"
