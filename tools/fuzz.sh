#!/usr/bin/env bash
# Runs each fuzz target RUNS times (100,000). What makes one fail is kept in .cache/fuzz/. The inputs that reach new code
# are kept there, too, when KEEP is set, so that a long run goes on where the last one ended; without it each run is the
# same as the one before.

# shellcheck source=environment.sh
. "$(dirname "$0")/environment.sh"

runs=${RUNS:-100000}
kept=$PWD/.cache/fuzz
# What cargo-fuzz would set: the compiler marks every branch, and libFuzzer looks for inputs that take new ones. No address
# sanitizer: there is no unsafe code to watch.
export RUSTFLAGS="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares"
host=$(rustc --version --verbose | sed -n 's/^host: //p')
# With a target named, the switches are not for build scripts.
cargo build --quiet --locked --release --manifest-path fuzz/Cargo.toml --target "$host" --target-dir "$target/fuzz"

for name in answers boot_log csv; do
  corpus=()
  mkdir -p "$kept/$name"
  if [ -n "${KEEP:-}" ]; then
    corpus=("$kept/$name")
  fi
  dictionary=()
  if [ -f "fuzz/$name.dict" ]; then
    dictionary=(-dict="fuzz/$name.dict")
  fi
  say "fuzz: $name, $runs runs"
  "$target/fuzz/$host/release/$name" -runs="$runs" -seed=1 -max_len=4096 -timeout=10 -verbosity=0 \
    -artifact_prefix="$kept/$name-" "${dictionary[@]}" "${corpus[@]}"
  printf '  = 1 passed: %s, %s runs without a finding\n' "$name" "$runs"
done
