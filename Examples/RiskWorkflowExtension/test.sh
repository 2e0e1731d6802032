#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# Builds and tests the extension as a package of its own, as its users would.
set -euo pipefail
cd "$(dirname "$0")"
scratch="${EXAMPLES_SCRATCH:-../../.build-examples}"
swift build --build-tests --scratch-path "$scratch"
env -u SWIFT_DETERMINISTIC_HASHING swift test --skip-build --scratch-path "$scratch" --disable-xctest "$@"
