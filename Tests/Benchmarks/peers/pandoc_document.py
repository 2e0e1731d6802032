# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
"""Makes the document that pandoc is given: `pandoc_document.py PLAN.json DOCUMENT.json EMPTY.json`.

The plan's title and date are metadata, and each action is a row of one table. The empty document
has the same shape and no row; what pandoc takes for it is its start, and is not counted.
"""

import calendar
import datetime
import json
import pathlib
import sys

VERSION = [1, 22, 1]
COLUMNS = 7


def words(text):
    """Words and the spaces between them, as pandoc's readers make them."""
    made = []
    for place, word in enumerate(text.split(" ")):
        if place:
            made.append({"t": "Space"})
        if word:
            made.append({"t": "Str", "c": word})
    return made


def standing(action):
    if action["is_completed"]:
        return "completed"
    days = action.get("days_to_due")
    if days is None:
        return "no date"
    return "late by %d days" % -days if days < 0 else "%d days left" % days


def in_words(iso):
    day = datetime.date.fromisoformat(iso)
    return "%d %s %d" % (day.day, calendar.month_name[day.month], day.year)


def when(action):
    return in_words(action["due"]) if action["due"] else action["timescale"]["words"]


def row(cells):
    made = [[["", [], []], {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": words(cell)}]]
            for cell in cells]
    return [["", [], []], made]


def document(plan, rows):
    table = [
        ["", [], []], [None, []],
        [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * COLUMNS,
        [["", [], []], []],
        [[["", [], []], 0, [], rows]],
        [["", [], []], []],
    ]
    meta = {name: {"t": "MetaInlines", "c": words(text)}
            for name, text in (("title", plan["title"]), ("as_of", in_words(plan["as_of"])))}
    return {"pandoc-api-version": VERSION, "meta": meta, "blocks": [{"t": "Table", "c": table}]}


def main():
    source, full, empty = map(pathlib.Path, sys.argv[1:])
    plan = json.loads(source.read_text(encoding="utf-8"))
    rows = [
        row([action["number"], action["text"], action["leads_words"],
             when(action), standing(action),
             (action["status"] or "-") + " " + action["status_word"], action["latest_progress"]])
        for action in plan["items"] if action["level"] == 4
    ]
    full.write_text(json.dumps(document(plan, rows)), encoding="utf-8")
    empty.write_text(json.dumps(document(plan, [])), encoding="utf-8")


main()
