#!/usr/bin/env bash
# What a visit costs to download, against the budget, and the largest functions of the program.

# shellcheck source=environment.sh
. "$(dirname "$0")/environment.sh"

PROGRAM=$target/$wasm_target/wasm-release/vps-portal.wasm node tools/size/size.mjs
