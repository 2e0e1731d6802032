#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# Installs what the build needs and this machine lacks. With --tests also what the tests read with,
# with --bench also the peers that the bench measures against, with --gallery also the browser that looks at pages.
# Does nothing, quickly, when all of it is there.
set -euo pipefail

libraries=(liblua5.4-dev libsqlite3-dev libsodium-dev libzip-dev libexpat1-dev libxlsxwriter-dev pkg-config)
readers=(lua5.4 python3 python3-jsonschema pandoc python3-icalendar python3-gi gir1.2-ical-3.0
    python3-docx python3-openpyxl python3-pikepdf python3-pip libreoffice-writer-nogui libreoffice-calc-nogui
    librsvg2-bin poppler-utils)
peers=(lua5.4 python3 python3-venv pandoc)
viewers=(chromium chromium-driver python3 python3-pip libreoffice-writer-nogui poppler-utils)

needed=("${libraries[@]}")
[ "${1:-}" = "--tests" ] && needed+=("${readers[@]}")
[ "${1:-}" = "--bench" ] && needed+=("${peers[@]}")
[ "${1:-}" = "--gallery" ] && needed+=("${viewers[@]}")

fail() {
    printf 'set-up: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '        %s\n' "$line" >&2; done
    exit 1
}

command -v swift >/dev/null || fail "there is no Swift on this machine." \
    "Install Swift 6.3 or later from swift.org, then run this again."
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -1)
read -r major minor <<<"${version:-0 0}"
if [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 3 ]; }; then
    fail "Swift $major.$minor is too old; CommitteeKit needs Swift 6.3 or later."
fi

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    pkg-config --exists lua5.4 sqlite3 libsodium libzip expat xlsxwriter 2>/dev/null && exit 0
    fail "this system has no apt; CommitteeKit is tested on Debian 12." \
        "Install these libraries by hand, with their headers: Lua 5.4, SQLite 3, libsodium, libzip, Expat," \
        "libxlsxwriter; and pkg-config."
fi

missing=()
for package in "${needed[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
        missing+=("$package")
done
# Typst comes from PyPI, as a binding for Python with the compiler inside; so do axe-core, in a package for another
# program, and Selenium.
readers_from_pypi() {
    if [ "${1:-}" = "--gallery" ] && [ ! -d .build/viewers/axe_playwright_python ]; then
        mkdir -p .build/viewers
        /usr/bin/python3 -m pip install --quiet --disable-pip-version-check --target .build/viewers 'selenium==4.51.0' \
            >/dev/null 2>&1 &&
            /usr/bin/python3 -m pip install --quiet --disable-pip-version-check --no-deps --target .build/viewers \
                'axe-playwright-python==0.1.8' >/dev/null 2>&1 ||
            fail "Selenium and axe-core could not be had from PyPI." "Look at the network, then run this again."
    fi
    [ "${1:-}" = "--tests" ] || return 0
    [ -d .build/readers/typst ] && return 0
    mkdir -p .build/readers
    /usr/bin/python3 -m pip install --quiet --disable-pip-version-check --target .build/readers 'typst==0.15.2' \
        >/dev/null 2>&1 || echo "set-up: Typst could not be had from PyPI; the tests that need it say so." >&2
}
if [ ${#missing[@]} -eq 0 ]; then
    readers_from_pypi "$@"
    exit 0
fi

command="apt-get install --yes --no-install-recommends ${missing[*]}"
if [ "$(id -u)" -eq 0 ]; then
    run=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    run=(sudo)
else
    fail "these packages are missing, and installing them needs rights that you do not have:" \
        "${missing[*]}" "Ask for them, or run: sudo $command"
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "Installing ${missing[*]} …"
export DEBIAN_FRONTEND=noninteractive
if ! { "${run[@]}" apt-get update -qq && "${run[@]}" $command; } >"$log" 2>&1; then
    tail -n 5 "$log" >&2
    fail "the packages could not be installed; the lines above say why." "The command was: $command"
fi
readers_from_pypi "$@"
