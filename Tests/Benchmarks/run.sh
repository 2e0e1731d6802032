#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# Builds the tool and the bench for release, gets the peers, and measures.
#   run.sh           everything
#   run.sh --quick   without the plan of a million actions
# Other arguments are bench.py's own, such as --rounds 5 or --no-growth.
set -euo pipefail
cd "$(dirname "$0")/../.."
bench=Tests/Benchmarks

echo "Building for release; the first build takes some minutes."
swift build --configuration release --product committee
if ! swift package --package-path "$bench" resolve; then
    echo "bench: swift-mustache cannot be had; it is left out." >&2
    export BENCH_WITHOUT_MUSTACHE=1
    rm -f "$bench/.build/release/bench-mustache"
fi
swift build --configuration release --package-path "$bench"

# The peers in Python live in a folder of their own, beside what was built.
peers="$bench/.build/peers"
if ! cmp --silent "$bench/peers/requirements.txt" "$peers/requirements.txt"; then
    echo "Installing the peers in Python …"
    if python3 -m venv --clear "$peers" &&
        "$peers/bin/pip" install --quiet --disable-pip-version-check \
            --requirement "$bench/peers/requirements.txt"; then
        cp "$bench/peers/requirements.txt" "$peers/requirements.txt"
    else
        echo "bench: the peers in Python cannot be had; they are left out." >&2
    fi
fi
python="$peers/bin/python"
[ -x "$python" ] || python=python3

"$bench/.build/release/bench-rooms"
echo

shim="$bench/.build/flush.so"
cc -O2 -shared -fPIC -o "$shim" "$bench/Shim/flush.c"
"$python" "$bench/store.py" --binaries "$bench/.build/release" --shim "$(realpath "$shim")"

exec "$python" "$bench/bench.py" --binaries "$bench/.build/release" --python "$python" \
    --tool .build/release/committee "$@"
