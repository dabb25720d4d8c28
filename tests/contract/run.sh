#!/bin/sh
# Holds a backend against its contract: first the document against itself, then the living backend against the document.
#
#   tests/contract/run.sh target/release/vps-portal-backend [--seed N] [--examples N]
#
# What it needs is installed once into the per-user cache, named after what requirements.txt pins.
set -eu
# The folder holds nothing but what is kept in git.
export PYTHONDONTWRITEBYTECODE=1

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
pins=$(cksum < "$here/requirements.txt" | cut -d ' ' -f 1)
version=$(sed -n 's/^schemathesis==//p' "$here/requirements.txt")
tools="${XDG_CACHE_HOME:-$HOME/.cache}/vps-portal/schemathesis-$version-$pins"

# The first Python on the PATH that is new enough and can make virtual environments.
find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        for python in $(which -a "$name" 2>/dev/null); do
            if "$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
                echo "$python"
                return
            fi
        done
    done
    echo 'The contract test needs Python 3.11 or later with venv: apt-get install python3-venv' >&2
    exit 1
}

# The last thing written is a mark, so that an interrupted installation is begun anew.
install_tools() {
    python=$(find_python)
    echo "Installing schemathesis $version into $tools"
    "$python" -m venv --clear "$tools"
    "$tools/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps -r "$here/requirements.txt"
    touch "$tools/complete"
}

[ -e "$tools/complete" ] || install_tools
"$tools/bin/python" "$here/check_examples.py"
exec "$tools/bin/python" "$here/run.py" "$@"
