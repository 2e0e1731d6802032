#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# Builds the reference of each documented library; a warning is an error. The symbols are read from what
# `swift build` made: the plugin for `swift package` would compile everything again, with other settings.
set -euo pipefail
cd "$(git rev-parse --show-toplevel)"

swift build
products="$(swift build --show-bin-path)"
out=.build/documentation
tools="$(dirname "$(readlink -f "$(command -v swift)")")"
triple="$(basename "$(dirname "$products")")"

# The modules in C that ours import.
maps=()
for map in Sources/*/module.modulemap "$products"/C*.build/module.modulemap \
    .build/checkouts/GRDB.swift/Sources/GRDBSQLite/module.modulemap; do
    [ ! -f "$map" ] || maps+=(-Xcc "-fmodule-map-file=$map")
done

for target in CommitteeText CommitteeKit CommitteeScripting CommitteeStorage CommitteeOffice CommitteeTestKit; do
    echo "Building the documentation of $target …"
    symbols="$out/symbols/$target"
    rm -rf "$symbols" "${out:?}/$target"
    mkdir -p "$symbols"
    swift symbolgraph-extract -module-name "$target" -I "$products/Modules" "${maps[@]}" -target "$triple" \
        -minimum-access-level public -emit-extension-block-symbols -output-dir "$symbols"
    "$tools/docc" convert "Sources/$target/$target.docc" --warnings-as-errors \
        --fallback-display-name "$target" --fallback-bundle-identifier "$target" \
        --additional-symbol-graph-dir "$symbols" --output-path "$out/$target"
done
