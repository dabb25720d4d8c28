# Sourced by the scripts here: strict shell, the project's folder, and a PATH on which the right tools come first.
# It finds what tools/setup.sh has installed and installs nothing itself.
# shellcheck shell=bash

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=versions.env
. tools/versions.env

# Shared by every clone of this user: each tool stands in a folder named after its version.
cache=${XDG_CACHE_HOME:-$HOME/.cache}/vps-portal
trunk_home=$cache/trunk-$TRUNK_VERSION
wasm_bindgen_home=$cache/wasm-bindgen-$WASM_BINDGEN_VERSION
wasm_split_home=$cache/wasm-split-$WASM_SPLIT_VERSION
web_servers=$cache/web-servers
debian_rust=$cache/debian-rust/bin
npm_bin=$PWD/tests/e2e/node_modules/.bin
wasm_target=wasm32-unknown-unknown
# Leptos then compiles each component once instead of once for every place where it stands: a tenth less to download.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--cfg erase_components"

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# The folder of the standard library for WebAssembly that belongs to the compiler $1.
wasm_std_of() { printf '%s/lib/rustlib/%s' "$("$1" --print sysroot)" "$wasm_target"; }

# What a standard library built here was built for. An update of the package makes it stale.
debian_rust_version() { dpkg-query --show --showformat '${Version}' rustc-web 2>/dev/null; }

# True when Debian's Rust is installed with a standard library for WebAssembly that fits it.
debian_rust_is_complete() {
  [ -x "$debian_rust/cargo" ] && [ -x "/usr/lib/llvm-$LLD_VERSION/bin/lld" ] || return 1
  local built_for
  built_for=$(cat "$(wasm_std_of /usr/bin/rustc)/built-for" 2>/dev/null) && [ "$built_for" = "$(debian_rust_version)" ]
}

# True when the Rust on the PATH is not Debian's, can build for WebAssembly and has the standard library's source.
own_rust_is_complete() {
  command -v rustc >/dev/null && [ "$(command -v rustc)" != /usr/bin/rustc ] && [ -d "$(wasm_std_of rustc)/lib" ] &&
    [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library/std" ]
}

# Chooses between the two, the user's own Rust first; RUST_FROM=debian asks for the other.
choose_rust() {
  if [ "${RUST_FROM:-}" != debian ] && own_rust_is_complete; then
    return 0
  fi
  debian_rust_is_complete || return 1
  export PATH="$debian_rust:$PATH"
  # The generic driver: rustc passes it "-flavor", which wasm-ld does not know.
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=/usr/lib/llvm-$LLD_VERSION/bin/lld
}

rust_found=yes
choose_rust || rust_found=no
# npm's wasm-opt comes before a system's: Debian's is too old to read what rustc writes.
export PATH="$npm_bin:$trunk_home/bin:$wasm_bindgen_home/bin:$wasm_split_home/bin:$PATH"
target=$(realpath --canonicalize-missing "${CARGO_TARGET_DIR:-target}")

# Puts the path of the backend into BACKEND: the binary that it names already, or the one that is deployed, built here.
choose_backend() {
  [ -z "${BACKEND:-}" ] || return 0
  export BACKEND=$target/release/vps-portal-backend
  [ -x "$BACKEND" ] || say "Building the backend in release"
  cargo build --quiet --locked --release --package vps-portal-backend
}
