#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# Shows that floors.py fails when it must, on a module of four files made for it. Takes some seconds.
set -euo pipefail
check="$(cd "$(dirname "$0")" && pwd)/floors.py"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p Sources/House/Attic Sources/House/Cellar/Wine Sources/House/Yard objects

# The cellar names nothing of the attic: it only calls a member that stands there.
cat >Sources/House/Cellar/Word.swift <<'SWIFT'
struct Word {
    let text: String
    func cried() -> String { loudly() }
}
SWIFT
cat >Sources/House/Attic/Word+Loudly.swift <<'SWIFT'
extension Word {
    func loudly() -> String { text + "!" }
}
SWIFT
# What the compiler writes, `rawValue`, stands where its type stands; nothing here names the type.
cat >Sources/House/Yard/Tree.swift <<'SWIFT'
enum Tree: String { case oak }
struct Garden { let trees: [Tree] }
SWIFT
cat >Sources/House/Cellar/Wine/Label.swift <<'SWIFT'
func label(_ tree: some RawRepresentable<String>) -> String { tree.rawValue }
SWIFT
cat >Sources/House/Barrel.swift <<'SWIFT'
func barrel(_ word: Word) -> String { label(Oak.self.kind) }
enum Oak { static let kind = Garden(trees: [.oak]).trees[0] }
func mark() -> String { Oak.kind.rawValue }
SWIFT
build() { (cd objects && swiftc -c -module-name House -index-store-path ../index $(find ../Sources -name '*.swift')); }

# expect STATUS TEXT LIST [ARGUMENT...]: the list has a slash between its lines.
expect() {
    local status=0 output
    tr '/' '\n' <<<"House/$3" | sed 's/_/\//' >floors.txt
    output=$("$check" --root . --floors floors.txt --index "${index:-index}" "${@:4}" 2>&1) || status=$?
    [ "$status" -eq "$1" ] && grep -qF -- "$2" <<<"$output" && return
    printf 'test-floors: expected status %s and “%s”; got %s:\n%s\n' "$1" "$2" "$status" "$output" >&2
    exit 1
}

index=absent expect 2 "run: swift build" "top: . Attic Cellar Yard"
build
arrow="Cellar → Attic: 1 references, first at Sources/House/Cellar/Word.swift:3 to loudly()"
# Up, by a call of a member alone; and with the extension's own arrow down it is a circle.
expect 1 "$arrow" "top: ./top: Attic/low: Cellar/low: Yard"
expect 1 "circle of 2: Attic Cellar" "top: ./top: Attic/low: Cellar/low: Yard"
# A circle fails in either order, and beside each other is no better than up.
expect 1 "Attic → Cellar: 2 references" "top: ./top: Cellar/low: Attic/low: Yard"
expect 1 "arrows up: 2, circles: 1" "top: ./one: Attic Cellar/low: Yard"
expect 1 ". → Yard: " "top: Yard/low: ./low: Attic Cellar"
expect 0 "Sources/House/Barrel.swift:3:34 rawValue (Sources/House/Yard/Tree.swift)" \
    "top: . Attic Cellar Yard" --why . Yard
expect 0 "House: 4 folders, 4 arrows" "top: ./top: Attic/low: Cellar/low: Yard" --table
# A folder within a folder may have a floor of its own.
expect 1 "House: 5 folders, 5 arrows" "top: ./top: Attic/low: Cellar/low: Cellar_Wine/low: Yard"
# The list must be true.
expect 2 "Sources/House/Yard stands on no floor" "top: . Attic Cellar"
expect 2 "has Roof in House" "top: . Attic Cellar Yard Roof"
# So must the index: a new file, and a changed one.
echo 'let late = 1' >Sources/House/Yard/Late.swift
expect 2 "lacks Sources/House/Yard/Late.swift" "top: . Attic Cellar Yard"
rm Sources/House/Yard/Late.swift
printf 'struct Word {\n    let text: String\n}\n' >Sources/House/Cellar/Word.swift
expect 2 "lacks Sources/House/Cellar/Word.swift" "top: . Attic Cellar Yard"
# With the call gone, every arrow points down.
build
expect 0 "arrows up: 0, circles: 0" "top: ./top: Attic/low: Cellar/low: Yard"
# A file that moved counts where it stands now, and what the index keeps of the old place is not counted.
mv Sources/House/Attic/Word+Loudly.swift Sources/House/Yard
build
expect 1 "Yard → Cellar: 2 references" "top: ./low: Cellar/low: Yard"
expect 0 "arrows up: 0, circles: 0" "top: ./low: Yard/low: Cellar"
echo "test-floors: the check fails when it must"
