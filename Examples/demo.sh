#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# The main job on the example committee: its published plan goes in, its own report comes out.
set -euo pipefail
cd "$(dirname "$0")/.."

out=${1:-demo}
example=Examples/perth-and-kinross
layout=perth-and-kinross/plan-2023
day=2023-10-31

say() { printf '\n\033[1m%s\033[0m\n' "$1"; }
[ -t 1 ] || say() { printf '\n%s\n' "$1"; }

say "Building the tool (the first build takes some minutes)"
swift build --product committee
committee="$(swift build --show-bin-path)/committee"

mkdir -p "$out"
rm -f "$out"/committee.sqlite*
store="$out/committee.sqlite"

say "A new store for the committee"
"$committee" init "$store" --id perth-and-kinross-cpc \
    --name "Perth and Kinross Child Protection Committee"

say "The bodies, roles and reporting lines of the committee"
"$committee" record "$store" "$example/committee.json"

say "The published plan, read with the committee's own layout"
"$committee" import "$store" "$example/plan-2023.md" --layout "$layout" --by "demo"

say "The plan as it stood on $day"
"$committee" plan "$store" --as-of "$day"

say "The committee's own progress report"
for format in html md csv; do
    "$committee" report "$store" --format "$layout" --as "$format" --as-of "$day" \
        --output "$out/progress-report.$format"
done
"$committee" report "$store" --format standard/progress-update --as html --as-of "$day" \
    --output "$out/progress-update.html"

say "The reminders that are due on 15 March 2024"
"$committee" remind "$store" --on 2024-03-15

say "Everything is in the folder $out"
ls -l "$out"
