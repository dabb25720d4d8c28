#!/usr/bin/env bash
# Installs what is missing: "setup.sh run" what the portal needs to be built and served, "setup.sh test" also what only
# its checks and tests need. Says what it does; does nothing, within a second, when everything is there.

# shellcheck source=environment.sh
. "$(dirname "$0")/environment.sh"
# shellcheck source=setup-install.sh
. tools/setup-install.sh
# shellcheck source=setup-rust.sh
. tools/setup-rust.sh

need_node() {
  command -v node >/dev/null && command -v npm >/dev/null ||
    fail "Node.js $NODE_MINIMUM or newer with npm is needed, and is not on the PATH: install it and try again."
  local version
  version=$(node --print 'process.versions.node')
  [ "${version%%.*}" -ge "$NODE_MINIMUM" ] || fail "Node.js $NODE_MINIMUM or newer is needed; this one is $version."
}

# Rust links with it, and SQLite is compiled with it.
need_c_compiler() {
  command -v cc >/dev/null || apt_install "A C compiler" gcc libc6-dev
}

need_npm_packages() {
  local lock installed
  lock=$(sha256sum < tests/e2e/package-lock.json)
  installed=$(cat tests/e2e/node_modules/.installed-lock 2>/dev/null) || installed=
  [ "$lock" != "$installed" ] || return 0
  need_space .
  say "setup: installing the npm packages of the build and the tests"
  logged npm "The npm packages" npm ci --prefix tests/e2e --ignore-scripts --no-audit --no-fund
  printf '%s\n' "$lock" > tests/e2e/node_modules/.installed-lock
}

need_wasm_bindgen() {
  grep -A1 '^name = "wasm-bindgen"$' Cargo.lock | grep -q "\"$WASM_BINDGEN_VERSION\"" ||
    fail "tools/versions.env says wasm-bindgen $WASM_BINDGEN_VERSION and Cargo.lock says another: make them the same."
  # Without --locked: one version in the tool's own lock file is not in the registry any more.
  cargo_install wasm-bindgen-cli "$WASM_BINDGEN_VERSION" "$wasm_bindgen_home" "about 2 minutes on two cores"
}

need_wasm_split() {
  cargo_install wasm_split_cli_support "$WASM_SPLIT_VERSION" "$wasm_split_home" "about a minute on two cores" \
    --locked --features build-binary
}

need_trunk() {
  cargo_install trunk "$TRUNK_VERSION" "$trunk_home" "about 4 minutes on two cores" --locked
}

need_browser() {
  command -v chromium >/dev/null && command -v chromedriver >/dev/null ||
    apt_install "A browser for the tests" chromium chromium-driver
  # Khmer would be boxes otherwise, on every screenshot.
  [ -n "$(fc-list :lang=km)" ] || apt_install "A font for every language of the portal" fonts-noto-core fonts-noto-color-emoji
}

# Those of the recipes in deploy/. Installed, they would begin to serve on this machine: unpacked, they wait.
need_web_servers() {
  local file missing=no
  for file in usr/sbin/nginx usr/lib/nginx/modules/ngx_http_brotli_static_module.so usr/sbin/apache2 usr/bin/caddy; do
    [ -e "$web_servers/$file" ] || [ -e "/$file" ] || missing=yes
  done
  [ "$missing" = no ] ||
    apt_unpack "The web servers of the recipes" "$web_servers" nginx libnginx-mod-http-brotli-static apache2-bin caddy
}

need_python() {
  command -v python3 >/dev/null && python3 -c 'import ensurepip, venv' 2>/dev/null ||
    apt_install "Python with venv" python3 python3-venv
}

case "${1:-}" in
  run | test) ;;
  *) fail "Usage: tools/setup.sh run|test" ;;
esac

# Two clones that install at the same time would trip over each other.
mkdir -p "$cache" 2>/dev/null || fail "The folder $cache cannot be made: check who may write there."
exec 9> "$cache/lock"
flock 9

need_node
need_c_compiler
need_rust
need_npm_packages
need_wasm_bindgen
need_wasm_split
need_trunk
if [ "$1" = test ]; then
  need_rust_checks
  need_browser
  need_web_servers
  need_python
fi
rm -rf "$cache/build"
