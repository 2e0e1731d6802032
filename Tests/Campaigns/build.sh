#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# Builds a campaign program in C: build.sh PROGRAM SANITIZERS OUTPUT
# With LUA_SOURCE=FOLDER (the src folder of Lua 5.4.4), Lua itself is built with the sanitizers too.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
program="$1" sanitizers="$2" output="$3"

flags=(-std=gnu11 -O1 -g -fno-omit-frame-pointer -DCOMMITTEE_SCRIPTING -fuse-ld=lld)
flags+=(-I"$root/Sources/CLuaHost/include" -I"$here/C" -Wall -Wextra)
[ -z "$sanitizers" ] || flags+=("-fsanitize=$sanitizers")
case "$sanitizers" in *undefined*) flags+=(-fno-sanitize-recover=undefined) ;; esac
case "$sanitizers" in
*thread*)
    # Lua leaves frames of ours by longjmp, unseen by ThreadSanitizer, whose shadow stack of calls
    # would grow without end; races are found without it.
    flags+=(-mllvm -tsan-instrument-func-entry-exit=0)
    # Swift's clang wants its own dispatch library beside ThreadSanitizer.
    library="$(dirname "$(dirname "$(command -v swift)")")/lib/swift/linux"
    flags+=(-L"$library" -ldispatch -lBlocksRuntime "-Wl,-rpath,$library")
    ;;
esac

sources=("$root"/Sources/CLuaHost/*.c "$here/C/$program.c")
case "$program" in
fuzz_*) sources+=("$here/C/attack.c") ;;
*)
    sources+=("$here/C/attack.c" "$here/C/heap.c" "$here/C/plugin.c")
    for name in malloc calloc realloc aligned_alloc posix_memalign mmap munmap strdup free; do
        flags+=("-Wl,--wrap=$name")
    done
    ;;
esac
if [ -n "${LUA_SOURCE:-}" ]; then
    flags+=(-I"$LUA_SOURCE" -DLUA_USE_LINUX -Wno-everything -DLUAI_ASSERT)
    for file in "$LUA_SOURCE"/*.c; do
        case "$(basename "$file")" in lua.c | luac.c) ;; *) sources+=("$file") ;; esac
    done
    flags+=(-lm -ldl)
else
    read -ra lua <<<"$(pkg-config --cflags --libs lua5.4)"
    flags+=("${lua[@]}")
fi
mkdir -p "$(dirname "$output")"
clang "${sources[@]}" "${flags[@]}" -lm -lpthread -o "$output"
