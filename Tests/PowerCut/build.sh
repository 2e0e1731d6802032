#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# Builds the power-cut shim with the clang that comes with Swift, unless it is there: build.sh OUTPUT
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
output="$1"
[ "$output" -nt "$here/Shim/power_cut.c" ] && exit 0
mkdir -p "$(dirname "$output")"
clang -std=gnu11 -O1 -g -Wall -Wextra -Werror -shared -fPIC "$here/Shim/power_cut.c" \
    -ldl -lpthread -o "$output.$$.part"
mv "$output.$$.part" "$output"
