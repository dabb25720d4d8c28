#!/usr/bin/env bash
# Builds the page in release into the folder $DIST (dist/), unless what lies there was built from the same sources.

# shellcheck source=environment.sh
. "$(dirname "$0")/environment.sh"

dist=${DIST:-dist}
stamp=$dist/.sources

# One hash over everything that the page is made of, the compiler included.
sources() {
  {
    rustc --version
    find Cargo.lock Cargo.toml Trunk.toml build.rs index.html public src style tests/e2e/package-lock.json deploy/policy.txt \
      tools/environment.sh tools/versions.env tools/page.sh tools/finish-build.mjs lean tools/page tools/wasm.mjs -type f -print0 | LC_ALL=C sort --zero-terminated | xargs -0 sha256sum
  } | sha256sum
}

# Trunk empties the folder: it must be empty, or hold an earlier page.
if [ -d "$dist" ] && [ ! -f "$stamp" ] && [ ! -f "$dist/index.html" ] && [ -n "$(ls -A "$dist")" ]; then
  fail "The folder $dist holds other files: choose an empty one, or a new one, with DIST."
fi

now=$(sources)
if [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then
  exit 0
fi
say "Building the page in release (about 5 minutes from nothing on two cores)"
# The standard library is built along, for size, and a panic traps at once without a word: a fifth less to download.
# The compiler calls these switches unstable and takes them only from those who say that they know (RUSTC_BOOTSTRAP).
export RUSTC_BOOTSTRAP=1
export CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS+=" -Zlocation-detail=none -Zfmt-debug=none"
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS+=" -Zunstable-options -Cpanic=immediate-abort"
# Where the pieces of the program begin stands in src/pages/pieces.rs; cutting needs the linker's notes.
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS+=" --cfg split_program -Clink-args=--emit-relocs"
export VPS_PORTAL_PROGRAM=$target/$wasm_target/wasm-release/vps-portal.wasm
export VPS_PORTAL_SIGN_IN=$target/$wasm_target/wasm-release/sign-in.wasm
# Cargo may fetch what the standard library is made of; Trunk, which comes next, works offline.
cargo build --quiet --locked --profile wasm-release --target "$wasm_target" --bin vps-portal
cargo build --quiet --locked --profile wasm-release --target "$wasm_target" --bin sign-in --features sign_in
trunk --quiet build --release --dist "$dist"
printf '%s\n' "$now" > "$stamp"
