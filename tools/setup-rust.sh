# Sourced by setup.sh: Rust for WebAssembly. The short way is rustup's; the long way is Debian's Rust, with a standard
# library that is built here out of Debian's source.
# shellcheck shell=bash

# How long rustup may try before the long way is taken, in seconds.
RUSTUP_LIMIT=120

need_rust() {
  if [ "$rust_found" = no ]; then
    if [ "${RUST_FROM:-}" = debian ] || ! short_way; then
      long_way
    fi
    choose_rust || fail "Rust for WebAssembly was installed and is still not found: see $cache/logs."
  fi
  local minimum version
  minimum=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' Cargo.toml)
  version=$(rustc --version | cut -d ' ' -f 2)
  [ "$(printf '%s\n' "$minimum" "$version" | sort --version-sort | head -n 1)" = "$minimum" ] ||
    fail "Rust $minimum or newer is needed; this one is $version. \"rustup update stable\" brings a newer one."
}

short_way() {
  command -v rustup >/dev/null || return 1
  say "setup: asking rustup for Rust's standard library for WebAssembly, and for its source"
  mkdir -p "$cache/logs"
  {
    timeout "$RUSTUP_LIMIT" rustup target add "$wasm_target" &&
      timeout "$RUSTUP_LIMIT" rustup component add rust-src
  } > "$cache/logs/rustup.log" 2>&1 < /dev/null && return 0
  say "setup: rustup cannot get it from here; taking Debian's Rust instead"
  return 1
}

long_way() {
  [ -x /usr/bin/rustc ] && [ -x /usr/bin/cargo ] && [ -d "$(debian_rust_source)" ] && [ -x "/usr/lib/llvm-$LLD_VERSION/bin/lld" ] ||
    apt_install "Rust for WebAssembly" rustc-web cargo-web rust-web-src "lld-$LLD_VERSION"
  link_debian_rust
  debian_rust_is_complete || build_wasm_std
}

debian_rust_source() { printf '%s/lib/rustlib/src' "$(/usr/bin/rustc --print sysroot 2>/dev/null)"; }

# A folder with Debian's Rust alone, so that putting it first on the PATH moves nothing else of /usr/bin forward.
link_debian_rust() {
  local tool
  mkdir -p "$debian_rust"
  for tool in rustc rustdoc cargo cargo-clippy clippy-driver cargo-fmt rustfmt; do
    ln -sf "/usr/bin/$tool" "$debian_rust/$tool"
  done
}

# An empty crate is compiled with the standard library as its source, and the libraries that this leaves are moved to
# where rustc looks for them. Link-time optimisation needs their bitcode.
build_wasm_std() {
  local home=$cache/build/wasm-std destination
  destination=$(wasm_std_of /usr/bin/rustc)
  need_root "The standard library for WebAssembly" "sudo make setup"
  need_space "$cache"
  say "setup: building Rust's standard library for WebAssembly (half a minute)"
  rm -rf "$home"
  mkdir -p "$home/src"
  printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n' > "$home/Cargo.toml"
  printf '#![no_std]\n' > "$home/src/lib.rs"
  logged wasm-std "The standard library for WebAssembly" env \
    RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc RUSTFLAGS=-Cembed-bitcode=yes CARGO_TARGET_DIR="$home/target" \
    CARGO_UNSTABLE_BUILD_STD=std,panic_abort,panic_unwind,test,proc_macro \
    /usr/bin/cargo build --release --target "$wasm_target" --manifest-path "$home/Cargo.toml"
  rm -f "$home/target/$wasm_target/release/deps"/libempty-*
  debian_rust_version > "$home/built-for"
  as_root rm -rf "$destination"
  as_root mkdir -p "$destination/lib"
  as_root cp "$home/target/$wasm_target/release/deps"/*.rlib "$destination/lib/"
  # Last, so that a copy that broke off is not taken for a whole one.
  as_root cp "$home/built-for" "$destination/built-for"
  rm -rf "$home"
}

# Formatter and linter, which rustup's smallest profile and Debian's packages leave out.
need_rust_checks() {
  cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1 && return 0
  if [ "$(command -v cargo)" = "$debian_rust/cargo" ]; then
    apt_install "Rust's formatter and linter" rust-web-clippy rustfmt-web
  else
    say "setup: asking rustup for Rust's formatter and linter"
    logged rustup-components "Rust's formatter and linter" rustup component add clippy rustfmt
  fi
}
