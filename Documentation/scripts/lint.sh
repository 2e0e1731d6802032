#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# The formatter's rules, licence headers, and what must not stand in the sources.
set -uo pipefail
cd "$(git rev-parse --show-toplevel)"

problems=0
problem() {
    printf 'lint: %s\n' "$1" >&2
    problems=$((problems + 1))
}

git ls-files -z '*.swift' | xargs -0 swift format lint --strict --parallel ||
    problem "swift format has findings; run: swift format --in-place --parallel FILES"

while IFS= read -r file; do
    head -n 4 "$file" | grep -q 'SPDX-License-Identifier: Apache-2.0' ||
        problem "$file has no licence line"
done < <(git ls-files '*.swift' '*.c' '*.h' '*.sh' 'Makefile' '.ci/run')

forced=$(git grep -nE '\btry!|\bas!|fatalError\(' -- 'Sources/*.swift')
[ -z "$forced" ] || problem "forced try, cast or fatalError: $forced"
printed=$(git grep -nE '\b(print|debugPrint|fputs|NSLog)\(' -- Sources/Committee{Text,Kit,Scripting,Storage,Office,TestKit}'/*.swift' |
    grep -vE ':[0-9]+: *///')
[ -z "$printed" ] || problem "only the tool prints: $printed"
open=$(git grep -nwE 'TODO|FIXME' -- Sources plugins Examples Tests)
[ -z "$open" ] || problem "left open: $open"
# What people read: texts between quotation marks in the sources, the pages, and what plugins write.
while IFS=$'\t' read -r turn instead; do
    case "$turn" in '#'* | '') continue ;; esac
    found=$(
        git grep -niF -e "$turn" -- 'Sources/*.swift' | grep -vE '^[^:]+:[0-9]+: *//' | grep '"'
        git grep -niF -e "$turn" -- '*.md' 'plugins/*.lua' ':!Documentation/lua-api.md' ':!CHANGELOG.md'
    )
    [ -z "$found" ] || problem "write “$instead” for “$turn”: $found"
done < Documentation/scripts/turns.txt

while read -r lines file; do
    [ "$file" = total ] || [ "$lines" -le 600 ] || problem "$file has $lines lines; 600 is the most"
done < <(git ls-files 'Sources/*.swift' 'Sources/*.c' | xargs wc -l)

[ "$problems" -eq 0 ] || exit 1
echo "lint: nothing found"
