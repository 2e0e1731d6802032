#!/usr/bin/env python3
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
"""Makes web pages and says which words html5lib reads in them, for WebPageCampaignTests.

    pages.py FILE [--count N] [--seed N] [--tests FOLDER]

Needs html5lib 1.1 (PyPI, MIT licence). With --tests the inputs of html5lib's own tests are added (the
folder html5lib/tests/testdata of its source distribution); they are not part of the project.

Each line of FILE is a JSON object: the page, the words of its body in order as html5lib's tree has
them, and whether the page leaves something unclosed, so that a reader may keep more than a browser.
"""

import argparse
import json
import pathlib
import random
import re

import html5lib

# Section 15.3 of the HTML Standard, and what divides words in tables, lists and choices.
BLOCKS = set(
    """address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol
    optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul
    xmp""".split()
)
HIDDEN = {"script", "style", "template", "iframe", "noembed", "noframes", "title"}
TOKEN = re.compile(r"[^\W_]+|[^\w\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


def tokens(text):
    return TOKEN.findall(text)


def words(page):
    tree = html5lib.parse(page, treebuilder="etree", namespaceHTMLElements=False)
    parts = []

    def walk(element, foreign):
        tag = element.tag
        if isinstance(tag, str):
            name = tag.rsplit("}", 1)[-1]
            foreign = "}" in tag
            hidden = name in ("script", "style") or (name in HIDDEN and not foreign)
            block = name in BLOCKS and not foreign
            if not hidden:
                parts.append(" " if block else "")
                parts.append(element.text or "")
                for child in element:
                    walk(child, foreign)
                parts.append(" " if block else "")
        parts.append(element.tail or "")

    walk(tree, False)
    return tokens("".join(parts))


class Maker:
    """Makes one page: mostly well formed, with the faults that people and programs make."""

    INLINE = "b i em strong u span font small a code sub sup s o:p st1:place label abbr".split()
    # Not "search": html5lib 1.1 is older than it, and lets the end of an inline element end it.
    BLOCK = """div p section article blockquote center address details summary dialog menu hgroup
        figure figcaption fieldset legend main nav header footer aside pre h1 h2 h3 h4 ul ol dl
        li dd dt""".split()
    REFERENCES = """&amp; &lt; &gt; &nbsp; &ndash; &mdash; &rsquo; &pound; &eacute; &copy; &check; &rarr;
        &#150; &#146; &#x2013; &#233; &#0; &#x110000; &#xD800; &#128; &pound &copy &eacute &notit;
        &noti; &ampx &unknown; &#; &#x; & &x &#65 &#x41g &half; &frac12; &thinsp; &Tab;
        &NewLine; &star; &starf; &bullet; &hellip;""".split()
    COMMENTS = [
        "<!-- no -->", "<!-->", "<!--->", "<!-- a --!>", "<!---->", "<!-- <b>x</b> -- y -->",
        "<!--[if gte mso 9]><xml><w:x>no</w:x></xml><![endif]-->", "<![if !supportLists]>",
        "<![endif]>", "<!--[if !mso]><!-->", "<!--<![endif]-->", "<?xml:namespace prefix = o />",
        "</3 no>", "</>", "<!no more>", "<![CDATA[no]]>",
    ]
    ATTRIBUTES = [
        "", "", "", " class=x", ' class="a b"', " id='q>r'", ' title="a &copy b"', " hidden",
        ' style="x:y" style="z"', " a=b/", " =x", ' a="1"b=2', " colspan=2", ' rowspan="2"',
        "\n  class = MsoNormal", ' data-x="<b>q</b>"',
    ]

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.number = 0

    def word(self):
        self.number += 1
        kind = self.random.random()
        if kind < 0.04:
            return self.random.choice(["\u2713", "\u2717", "\u25cf", "£", "2018–2020", "é"])
        return f"w{self.number}"

    def text(self):
        parts = []
        for _ in range(self.random.randint(1, 4)):
            roll = self.random.random()
            parts.append(
                self.random.choice(self.REFERENCES) if roll < 0.15
                else self.random.choice(self.COMMENTS) if roll < 0.22
                else self.word()
            )
        return self.random.choice(["", " ", "\n"]).join(parts)

    def tag(self, name):
        name = name.upper() if self.random.random() < 0.1 else name
        return f"<{name}{self.random.choice(self.ATTRIBUTES)}>"

    def end(self, name):
        # Some are left out, some end what was never begun.
        roll = self.random.random()
        if roll < 0.12:
            return " "
        if roll < 0.15:
            return f"</{name}> </{self.random.choice(self.BLOCK + self.INLINE)}> "
        return f"</{name}>"

    def raw(self):
        word = self.word()
        return self.random.choice([
            f"<script>if (a<b) '{word}</b>'</script>", f"<style>p > {word} {{}}</style>",
            f"<script><!-- <script>{word}</script> --></script>",
            f"<textarea>{word} <b>&amp;</textarea>", f"<xmp>{word} <b>&amp;</xmp>",
            f"<iframe>{word}</iframe>", f"<noscript>{word} <b>q</b></noscript>",
            f"<noframes>{word}</noframes>", f"<svg><title>{word}</title><text>x</text></svg>",
            f"<math><mi>{word}</mi></math>", f"<svg><![CDATA[{word}]]></svg>",
            f"<select><option>{word}<option>two</select>", f"<svg><desc><p>{word}</p></desc></svg>",
            f"<button>{word}</button>", "<hr>", "<br/>", "</br>", "<img alt=no>", "<wbr>",
        ])

    def content(self, depth):
        parts = []
        for _ in range(self.random.randint(1, 4)):
            roll = self.random.random()
            if roll < 0.4 or depth > 5:
                parts.append(self.text())
            elif roll < 0.55:
                name = self.random.choice(self.INLINE)
                parts.append(self.tag(name) + self.content(depth + 1) + self.end(name))
            elif roll < 0.82:
                name = self.random.choice(self.BLOCK)
                parts.append(self.tag(name) + self.content(depth + 1) + self.end(name))
            elif roll < 0.9:
                parts.append(self.raw())
            elif depth < 3:
                parts.append(self.table(depth))
        return self.random.choice(["", " ", "\n"]).join(parts)

    def table(self, depth):
        parts = ["<table>"]
        if self.random.random() < 0.2:
            parts.append(f"<caption>{self.word()}</caption>")
        head = self.random.random() < 0.3
        if head:
            parts.append("<thead><tr><th>" + self.word() + "<th>" + self.word())
        if self.random.random() < 0.4:
            parts.append("<tbody>")
        for _ in range(self.random.randint(1, 3)):
            if self.random.random() < 0.06 and depth == 0:
                parts.append(f" {self.word()} ")  # Text in no cell: it stands before the table.
            parts.append(self.tag("tr"))
            for _ in range(self.random.randint(1, 3)):
                cell = self.random.choice(["td", "td", "th"])
                inner = self.content(depth + 3) if self.random.random() < 0.7 else self.text()
                parts.append(self.tag(cell) + inner)
                parts.append(self.random.choice(["", f"</{cell}>"]))
            parts.append(self.random.choice(["", "</tr>"]))
        parts.append("</table>")
        return "".join(parts)

    def page(self):
        body = self.content(0)
        return (
            f"<!DOCTYPE html><html><head><title>a &amp; <b> title</title></head><body>{body}"
            + self.random.choice(["", "</body></html>", "</body>"])
        )


def official(folder):
    for path in sorted(folder.glob("tree-construction/*.dat")):
        # Frames, elements that the Standard took out, and scripts that run, are another matter.
        for block in re.split(r"(?m)^#data\n", path.read_text(encoding="utf-8"))[1:]:
            data = block.split("\n#errors", 1)[0]
            if "#document-fragment" not in block and "#script-on" not in block:
                yield f"{path.name}", data
    for path in sorted(folder.glob("tokenizer/*.test")):
        for test in json.loads(path.read_text(encoding="utf-8")).get("tests", []):
            if "initialStates" not in test and not test.get("doubleEscaped"):
                yield f"{path.name}", "<p>" + test["input"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tests", type=pathlib.Path)
    options = parser.parse_args()
    with options.file.open("w", encoding="utf-8") as output:
        def write(source, page):
            try:
                # html5lib reads a surrogate or NUL in its own way; a document with one is refused.
                page.encode("utf-8")
            except UnicodeEncodeError:
                return
            if "\0" not in page and page.strip():
                line = {"source": source, "page": page, "words": words(page)}
                output.write(json.dumps(line) + "\n")

        for number in range(options.count):
            write("made", Maker(options.seed * 1_000_003 + number).page())
        if options.tests:
            for source, page in official(options.tests):
                write(source, page)


main()
