#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# Builds the package with no trait, with each trait alone, and with those that examples ask for together;
# then each example, a package of its own, as its users would build it. An example follows the build with
# its own traits, and finds the library compiled: the compiler's settings are the same.
set -euo pipefail
cd "$(git rev-parse --show-toplevel)"
export EXAMPLES_SCRATCH="$PWD/.build-examples"

build() {
    printf '\n-- %s (%ss)\n' "${1:-No trait}" "$SECONDS"
    swift build --quiet --scratch-path "$EXAMPLES_SCRATCH" --disable-default-traits ${1:+--traits "$1"}
}

example() {
    printf '\n-- Examples/%s (%ss)\n' "$1" "$SECONDS"
    "./Examples/$1/test.sh"
}

build ""
example RiskWorkflowExtension
build Scripting
example PolicyRegister
example AYearOfACommittee
build Scripting,SQLite
example ReminderMailer
build SQLite
example Telemetry
build Office
