#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# Adds a field to an action, as CONTRIBUTING says it is done, and takes it through every layer:
# applies cost.patch in a tree of its own, writes what is derived, builds and tests.
set -euo pipefail
cd "$(dirname "$0")/../../.."
root=$PWD
tree=${1:-$(mktemp -d)}
trap 'git -C "$root" worktree remove --force "$tree" >/dev/null 2>&1 || true' EXIT
git worktree add --detach --force "$tree" HEAD >/dev/null
cd "$tree"
git apply "$root/Tests/Campaigns/AddedField/cost.patch"
git --no-pager diff --stat
swift build --build-tests
generated="GeneratedFilesTests|ScriptAPITests|DraftFixtureTests|DamagedPayloadTests"
RECORD_GOLDENS=1 swift test --skip-build --disable-xctest --filter "$generated" >/dev/null || true
git --no-pager diff --stat
swift test --skip-build --disable-xctest \
    --filter "$generated|TableWalkTests|RoomContractTests|ChangeEncodingTests|LayoutTests"
