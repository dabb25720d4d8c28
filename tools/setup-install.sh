# Sourced by setup.sh: the ways in which something gets installed, and how each says that it cannot.
# shellcheck shell=bash

# What a build from nothing writes, with room to spare.
SPACE_NEEDED_MIB=4096

# Fails when the disk that holds the folder $1 has too little room.
need_space() {
  local free
  mkdir -p "$1" 2>/dev/null || fail "The folder $1 cannot be made: check who may write there."
  free=$(($(df --output=avail --block-size=1M "$1" | tail -n 1)))
  [ "$free" -ge "$SPACE_NEEDED_MIB" ] ||
    fail "The disk of $(realpath "$1") has $free MiB free; $SPACE_NEEDED_MIB MiB are needed."
}

# Runs a command with its output in a log. $1 names the log, $2 what is being installed.
logged() {
  local log=$cache/logs/$1.log what=$2
  shift 2
  mkdir -p "$cache/logs"
  "$@" > "$log" 2>&1 < /dev/null || fail "$what could not be installed: $(reason "$log") (all of it: $log)"
}

# The likely cause of a failure, out of the log $1.
reason() {
  if grep -qi 'no space left on device' "$1"; then
    echo "the disk is full."
  elif grep -qiE 'could not resolve|failed to (download|fetch|lookup)|download of .* failed|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|network is unreachable|connection timed out' "$1"; then
    echo "the package registry could not be reached; is this machine online?"
  else
    grep -iE '^(error|E:|npm error)' "$1" | head -n 1 | cut -c 1-200
  fi
}

# Runs a command as root, asking for a password only where someone can type one.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo --non-interactive "$@"
  fi
}

need_root() {
  [ "$(id -u)" != 0 ] || return 0
  { [ -t 0 ] && command -v sudo >/dev/null; } || sudo --non-interactive true 2>/dev/null ||
    fail "$1 must be installed by root: run \"$2\" and try again."
}

# apt_install WHAT PACKAGE...
apt_install() {
  local what=$1
  shift
  command -v apt-get >/dev/null ||
    fail "$what is needed, and there is no apt-get here to install it: install it in your system's way and try again."
  need_root "$what" "sudo apt-get install $*"
  need_space "$cache"
  say "setup: installing $what with apt ($*)"
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@")
  as_root apt-get update > /dev/null 2>&1 || say "setup: apt's lists could not be renewed; going on with those at hand"
  logged "apt-$1" "$what" as_root "${install[@]}"
}

# apt_unpack WHAT FOLDER PACKAGE...: unpacks packages, with what they need and this machine lacks, and installs nothing.
apt_unpack() {
  local what=$1 folder=$2 downloads=$cache/build/downloads
  shift 2
  command -v apt-get >/dev/null ||
    fail "$what are needed, and there is no apt-get here to fetch them: install $* and try again."
  need_space "$cache"
  mkdir -p "$downloads/partial" "$folder"
  as_root apt-get update > /dev/null 2>&1 || say "setup: apt's lists could not be renewed; going on with those at hand"
  say "setup: unpacking $what with apt ($*)"
  logged "unpack-$1" "$what" apt-get -o Debug::NoLocking=1 -o "Dir::Cache::archives=$downloads" -o APT::Sandbox::User=root \
    --download-only --yes --no-install-recommends install "$@"
  find "$downloads" -name '*.deb' -exec dpkg-deb --extract {} "$folder" \;
}

# cargo_install CRATE VERSION HOME HOW_LONG [OPTION...]
cargo_install() {
  local crate=$1 version=$2 home=$3 how_long=$4
  shift 4
  [ ! -f "$home/.crates.toml" ] || return 0
  need_space "$cache"
  say "setup: building $crate $version, once for this user ($how_long)"
  # A tool that runs for seconds needs no link-time optimisation, which would more than double the wait for it.
  logged "$crate" "$crate $version" env \
    CARGO_TARGET_DIR="$cache/build" \
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    cargo install "$crate" --version "$version" --root "$home" "$@"
}
