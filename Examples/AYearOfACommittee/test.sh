#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# Builds the year as a package of its own, as its users would; plays it, and compares its documents with
# those beside this file. Then plays its meetings with the tool, and counts what is typed.
# With RECORD=1 the documents are written anew.
set -euo pipefail
cd "$(dirname "$0")"
scratch="${EXAMPLES_SCRATCH:-../../.build-examples}"
swift build --scratch-path "$scratch"
program="$(swift build --scratch-path "$scratch" --show-bin-path)/AYearOfACommittee"
written="$(mktemp -d)"
trap 'rm -rf "$written"' EXIT
SECONDS=0
"$program" . ../first-plugin/plugins "$written"
if [ -n "${RECORD:-}" ]; then
  rm -rf documents
  cp -r "$written" documents
fi
diff -r documents "$written"
tool="${COMMITTEE_TOOL:-}"
if [ -z "$tool" ]; then
  (cd ../.. && swift build --product committee)
  tool="$(cd ../.. && swift build --show-bin-path)/committee"
fi
python3 typed.py "$tool" . ../first-plugin/plugins
echo "The year was played in $SECONDS s."
