#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# Builds the package with each trait alone, and with none.
set -euo pipefail
cd "$(git rev-parse --show-toplevel)"

for traits in "" Scripting SQLite Office; do
    echo "Building with ${traits:-no trait} …"
    swift build --quiet --scratch-path .build-traits --disable-default-traits ${traits:+--traits "$traits"}
done
