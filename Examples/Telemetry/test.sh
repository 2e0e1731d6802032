#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# Builds the example as a package of its own and opens a store with it. It asks for two packages that
# nothing else here needs; where they cannot be fetched, it says so and is skipped.
set -euo pipefail
cd "$(dirname "$0")"
root=$PWD/../..
scratch="${EXAMPLES_SCRATCH:-$root/.build-examples}"

if ! swift package --scratch-path "$scratch" resolve; then
    echo "Telemetry: skipped, because swift-log and swift-metrics cannot be fetched."
    exit 0
fi
swift build --scratch-path "$scratch"
program=$(swift build --scratch-path "$scratch" --show-bin-path)/Telemetry
(cd "$root" && swift build --product committee)
committee=$(cd "$root" && swift build --show-bin-path)/committee

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$committee" init "$work/council.sqlite" --id moor-cpc --name "Comhairle na Mòintich"
said=$("$program" "$work/council.sqlite" 2>&1)
printf '%s\n' "$said"
grep -q "Comhairle na Mòintich has 0 entries" <<<"$said"
