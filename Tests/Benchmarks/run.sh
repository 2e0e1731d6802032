#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# Measures the tool as its users run it: whole processes of the release build.
set -euo pipefail
cd "$(dirname "$0")/../.."

echo "Building for release; the first build takes some minutes."
swift build --configuration release --product committee
exec python3 Tests/Benchmarks/measure.py .build/release/committee
