#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# Makes the pages of the gallery and holds each against axe-core. Where the browser or its libraries cannot be had it
# says so and passes, unless COMMITTEE_VIEWERS=required.
set -euo pipefail
cd "$(dirname "$0")/../.."

skip() {
    echo "accessible: skipped, $1" >&2
    [ "${COMMITTEE_VIEWERS:-}" != required ]
    exit
}

./Documentation/scripts/set-up.sh --gallery || skip "the browser or its libraries could not be had."
swift build --product committee
python3 Tests/Gallery/gallery.py "$(swift build --show-bin-path)/committee" .build/gallery html
code=0
/usr/bin/python3 Tests/Gallery/accessible.py .build/gallery .build/viewers || code=$?
[ "$code" -eq 3 ] && skip "the browser cannot be started."
exit "$code"
