#!/usr/bin/env python3
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
"""Writes the table of named character references of the HTML Standard as Swift.

The names are those of the Standard, section 13.5 "Named character references" (2,231 of them). They
are taken from `html.entities.html5` of Python's standard library, which is made from the Standard's
own `entities.json`. Run it only when the Standard gets new names, which it says it will not:

    Documentation/scripts/named-references.py \\
        > Sources/CommitteeKit/Prose/HTMLReferences+Names.swift
"""

from html.entities import html5

HEAD = '''\
// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Written by Documentation/scripts/named-references.py; do not edit.

extension HTMLReferences {
    /// The names of the HTML Standard, section 13.5, in the order of their bytes.
    ///
    /// An entry is the name without its semicolon, "!" when it may stand without one or "=" when it
    /// may not, and its characters in hexadecimal. Spaces divide the entries.
    static let table: StaticString = """
'''
TAIL = '''
        """
}
'''


def main():
    entries = {}
    for name, text in html5.items():
        bare = name.rstrip(";")
        mark = "!" if bare in html5 else "="
        assert bare + ";" in html5, name
        assert html5.get(bare, text) == text
        entries[bare] = bare + mark + "+".join(f"{ord(c):X}" for c in text)
    assert len(html5) == 2231, len(html5)
    lines, line = [], ""
    for bare in sorted(entries):
        if len(line) + 1 + len(entries[bare]) > 90:
            lines.append(line)
            line = ""
        line += (" " if line else "") + entries[bare]
    lines.append(line)
    print(HEAD + "\n".join(" " * 8 + line for line in lines) + TAIL, end="")


main()
