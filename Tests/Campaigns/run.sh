#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# The campaigns against the Lua host, the store and the readers; README.md says what each proves.
#
#   run.sh address             the corpus under AddressSanitizer and UBSan, nothing leaked
#   run.sh thread [ROUNDS]     many runs at once under ThreadSanitizer
#   run.sh allocation          the n-th allocation refused, for every n, under AddressSanitizer
#   run.sh kill [RUNS] [SEED]  runs ended at random moments, under AddressSanitizer
#   run.sh power [CUTS] [KILLS] [SEED]  a store whose writer loses its power, or is killed
#   run.sh kills [KILLS] [SEED]  the writer killed only
#   run.sh writers [APPENDS]   eight programs that record in one store at once
#   run.sh flips [FLIPS] [SEED]  single bits of a store flipped: nothing may change in silence
#   run.sh hostile [SECONDS]   files of changes, exports, entries and stores from hostile hands, one after another
#   run.sh release             100,000 callbacks and a kill release every Swift object
#   run.sh fuzz [SECONDS]      libFuzzer on the value converter, the pattern matcher and the manifest
#   run.sh official FOLDER     Lua's own test files (the testes folder of 5.4.8), cut as Official/ says
#   run.sh pages [COUNT] [SEED] [TESTS]  web pages, read by us and by html5lib
#   run.sh growth [BYTES]      time and memory of the readers at a size and at 64 times it
#   run.sh short               a short form of allocation, kill, thread and fuzz, for `make test`
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
work="${CAMPAIGN_FOLDER:-$root/.build/campaigns}"
mkdir -p "$work"

mapfile -t attacks < <(find "$root/Tests/CommitteeScriptingTests/Attacks/Corpus" -name '*.lua' | sort)
build() { "$here/build.sh" "$1" "$2" "$work/$3"; }

# The manifest is read in Swift, so all of Swift is built with what libFuzzer needs.
build_manifest() {
    local scratch="$work/swift" modules
    modules="$scratch/debug"
    swift build --package-path "$root" --scratch-path "$scratch" --target CommitteeScripting \
        -Xswiftc -sanitize=fuzzer
    swiftc -g -parse-as-library -sanitize=fuzzer "$here/Swift/fuzz_manifest.swift" \
        -I "$modules/Modules" -Xcc "-fmodule-map-file=$modules/CLuaHost.build/module.modulemap" \
        "$modules"/{CommitteeText,CommitteeKit,CommitteeScripting,CLuaHost}.build/*.o -llua5.4 \
        -o "$work/fuzz_manifest"
}

# Time-boxed fuzzing; what is new stays in the work folder, the kept corpus is only read.
fuzz() {
    local program="$1" seconds="$2" most="$3" found="$work/$1-found"
    case "$program" in
    manifest) build_manifest ;;
    *) build "fuzz_$program" fuzzer,address,undefined "fuzz_$program" ;;
    esac
    mkdir -p "$found"
    "$work/fuzz_$program" -max_total_time="$seconds" -timeout=20 -max_len="$most" \
        -print_final_stats=1 -artifact_prefix="$work/$program-" "$found" "$here/Corpus/$program" \
        2>&1 | grep -E 'ERROR|Test unit|stat::number_of_executed|average_exec|^Done|^ok |^[a-z]+ .*:'
    return "${PIPESTATUS[0]}"
}

# A test file with what stands before it on its first line, and without the lines that are cut.
cut_file() {
    LC_ALL=C awk -v name="$1" -v before="$3" '
        FNR == NR { if ($1 == name) { for (i = $2; i <= $3; i++) gone[i] = 1
                    start = $2; $1 = $2 = $3 = ""; sub(/^ +/, ""); instead[start] = $0 } next }
        FNR in gone { $0 = instead[FNR] }
        FNR == 1 { printf "%s", before; sub(/^#.*/, "") }
        { print }' "$here/Official/cuts.txt" "$2"
}

replay() {
    build "fuzz_$1" fuzzer,address,undefined "fuzz_$1"
    "$work/fuzz_$1" -runs=0 "$here/Corpus/$1" 2>&1 | tail -n 1
    return "${PIPESTATUS[0]}"
}

case "${1:-}" in
address)
    build corpus address,undefined corpus-address
    # Sanitizers are slow: clocks are ten times as long, and everything else is as it is.
    ATTACK_PATIENCE="${ATTACK_PATIENCE:-10}" "$work/corpus-address" "${attacks[@]}"
    ;;
thread)
    build thread thread thread
    TSAN_OPTIONS=halt_on_error=1 "$work/thread" "${2:-300}" "${attacks[@]}"
    ;;
allocation)
    build allocation address,undefined allocation
    "$work/allocation"
    ;;
kill)
    build kill address,undefined kill
    "$work/kill" "${2:-10000}" "${3:-20261101}" "${attacks[@]}"
    ;;
power)
    cd "$root"
    swift build --build-tests
    POWER_CUTS="${2:-1000}" KILLS="${3:-200}" POWER_SEED="${4:-1}" \
        swift test --skip-build --disable-xctest --filter PowerCutTests
    ;;
kills)
    cd "$root"
    swift build --build-tests
    POWER_CUTS=0 KILLS="${2:-2000}" POWER_SEED="${3:-1}" \
        swift test --skip-build --disable-xctest --filter whatWasAcknowledgedSurvivesAKilledWriter
    ;;
writers)
    cd "$root"
    swift build --build-tests
    WRITER_APPENDS="${2:-1000}" swift test --skip-build --disable-xctest --filter ManyProgramsTests
    ;;
flips)
    cd "$root"
    swift build --build-tests
    FLIPS="${2:-1000}" FLIP_SEED="${3:-1}" \
        swift test --skip-build --disable-xctest --filter noFlippedBitChangesAnythingInSilence
    ;;
hostile)
    # One process for each target, so that what ends one of them is known.
    cd "$root"
    swift build --build-tests
    for target in filesOfChanges exports entries files logs rows; do
        HOSTILE_SECONDS="${2:-600}" swift test --skip-build --disable-xctest \
            --filter "Hostile(JSON|Store)Tests.*/$target\\(" || exit 1
    done
    ;;
release)
    cd "$root"
    swift test --disable-xctest --filter ReleaseTests
    ;;
fuzz)
    fuzz value "${2:-300}" 1024
    fuzz pattern "${2:-300}" 256
    fuzz manifest "${2:-300}" 1024
    ;;
official)
    [ -f "${2:-}/strings.lua" ] || { echo "say where Lua's test files are: LUA_TESTS=FOLDER" >&2; exit 2; }
    build official "" official
    for short in true false; do
        rm -rf "$work/official-files" && mkdir -p "$work/official-files"
        before="$(sed -e '/^--/d' -e "s/SHORT/$short/g" "$here/Official/before.lua" | tr '\n' ' ')"
        for name in strings pm sort utf8 nextvar tpack calls coroutine closure goto errors math \
            constructs events vararg locals bitwise literals cstack big; do
            # The longest text of big.lua is longer than a file may be.
            if [ "$name" = big ] && [ "$short" = false ]; then continue; fi
            cut_file "$name" "$2/$name.lua" "$before" >"$work/official-files/$name.lua"
        done
        "$work/official" "$work"/official-files/*.lua
    done
    ;;
pages)
    # html5lib (MIT licence) comes from PyPI; its own tests, from its source distribution, are optional.
    [ -x "$work/html5lib/bin/python" ] || python3 -m venv "$work/html5lib"
    "$work/html5lib/bin/python" -c 'import html5lib' 2>/dev/null ||
        "$work/html5lib/bin/pip" install --quiet html5lib==1.1
    "$work/html5lib/bin/python" "$here/Pages/pages.py" "$work/pages.jsonl" \
        --count "${2:-20000}" --seed "${3:-1}" ${4:+--tests "$4"}
    cd "$root"
    swift build --build-tests
    WEB_PAGES="$work/pages.jsonl" swift test --skip-build --disable-xctest --filter WebPageCampaignTests
    ;;
growth)
    swift build --package-path "$root" -c release --target CommitteeKit
    modules="$root/.build/release"
    swiftc -O -parse-as-library "$here/Reading/growth.swift" -I "$modules/Modules" \
        "$modules"/{CommitteeText,CommitteeKit}.build/*.o -o "$work/growth"
    for shape in $("$work/growth"); do
        IFS=$'\t' read -r size seconds memory what < <("$work/growth" "$shape" "${2:-65536}")
        IFS=$'\t' read -r sizes times memories what < <("$work/growth" "$shape" $((64 * ${2:-65536})))
        awk -v OFMT=%.1f -v s="$shape" -v a="$seconds" -v b="$times" -v n="$size" -v m="$sizes" \
            -v k="$memories" -v w="$what" 'BEGIN {
            printf "%-24s %8.2f ms, %8.2f ms: %5.1f times the time for %4.1f times the size; ",
                s, a * 1000, b * 1000, b / a, m / n
            printf "%5.1f bytes a byte; %s\n", k, substr(w, 1, 60) }'
    done
    ;;
short)
    # Without sanitizers, so that it takes seconds; the heap is still counted.
    build allocation "" allocation-short && "$work/allocation-short"
    build kill "" kill-short && "$work/kill-short" 500 1 "${attacks[@]:0:40}"
    build thread "" thread-short && "$work/thread-short" 10 "${attacks[@]:0:40}"
    replay value
    replay pattern
    ;;
*)
    sed -n '4,22s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
