#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# Builds the mailer as a package of its own and runs it as a host would: on two days, twice on each,
# with a command that fails once. What it writes is read by Python's mail parser.
set -euo pipefail
cd "$(dirname "$0")"
root=$PWD/../..

scratch="${EXAMPLES_SCRATCH:-$root/.build-examples}"
swift build --scratch-path "$scratch"
mailer=$(swift build --scratch-path "$scratch" --show-bin-path)/ReminderMailer
(cd "$root" && swift build --product committee)
committee=$(cd "$root" && swift build --show-bin-path)/committee

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r check/plugins check/plan.md check/addresses.json "$work"
cd "$work"

"$committee" init council.sqlite --id moor-cpc --name "Comhairle na Mòintich: Dìon Chloinne"
"$committee" import council.sqlite plan.md --layout moor/plan --by clerk

# The command keeps what it gets on its standard input; it fails as long as there is a file “broken”.
mkdir got
cat >keep.sh <<'END'
#!/bin/sh
[ ! -e broken ] || exit 1
number=$(ls got | wc -l)
cat >"got/$number.eml"
END
chmod +x keep.sh

# What a day's run says, without the messages' own words.
send() { COMMITTEE_TODAY=$1 "$mailer" council.sqlite plugins addresses.json outbox ./keep.sh; }
fail() { printf 'mailer: %s\n' "$1" >&2; exit 1; }
got() { [ "$(ls got | wc -l)" = "$1" ] || fail "$2: $(ls got | wc -l) messages, not $1"; }

touch broken
! send 2026-06-05 >/dev/null || fail "a command that fails is not reported"
got 0 "after a command that fails"
cp outbox/*.eml .
rm broken
send 2026-06-05
got 3 "on the first day"
send 2026-06-05
got 3 "on the first day, again"
send 2026-07-08
got 6 "a month later"
send 2026-07-08
got 6 "a month later, again"

python3 "$root/Examples/ReminderMailer/check/messages.py"
