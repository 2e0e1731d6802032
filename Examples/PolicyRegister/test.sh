#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# Builds and tests the room as a package of its own, as its users would.
set -euo pipefail
cd "$(dirname "$0")"
swift test --scratch-path ../../.build-extension --disable-xctest "$@"
