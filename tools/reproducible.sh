#!/usr/bin/env bash
# Builds the page in release twice, from two clones of the last commit in folders of different names and lengths, each with
# a target folder of its own, under another time zone and language, and compares every file: two builds are the same, byte
# for byte. Twice 5 minutes on two cores from nothing, longer beside other work. KEEP=yes leaves both folders.

tools=$(dirname "$0")
"$tools/setup.sh" run
# shellcheck source=environment.sh
. "$tools/environment.sh"

work=$(mktemp --directory --tmpdir vps-portal-twice.XXXXXX)
[ "${KEEP:-}" = yes ] || trap 'rm -rf "$work"' EXIT
[ -z "$(git status --porcelain)" ] || say "What is not committed is not built."

# build NAME VARIABLE=VALUE...: builds a clone in the folder NAME into NAME/dist; writes the digests to NAME.sums.
build() {
  local clone=$work/$1
  git clone --quiet --no-hardlinks . "$clone"
  cp -a tests/e2e/node_modules "$clone/tests/e2e/"
  say "reproducible: building in $clone"
  env --unset=DIST "${@:2}" CARGO_TARGET_DIR="$clone/target" "$clone/tools/page.sh"
  (cd "$clone/dist" && find . -type f -print0 | LC_ALL=C sort --zero-terminated | xargs -0 sha256sum) > "$clone.sums"
  # What names a folder of this machine would differ on another.
  ! grep --recursive --files-with-matches --text --fixed-strings --regexp "$HOME/" --regexp "$work" "$clone/dist" ||
    fail "These files name a folder of this machine."
  rm -rf "$clone/target"
}

build one TZ=UTC LC_ALL=C
build another-of-a-longer-name TZ=Asia/Phnom_Penh LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH=86400

if ! diff "$work/one.sums" "$work/another-of-a-longer-name.sums"; then
  fail "The two builds differ."
fi
say "reproducible: $(wc -l < "$work/one.sums") files are the same, byte for byte, in both builds"
