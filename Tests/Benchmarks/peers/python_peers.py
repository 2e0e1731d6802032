# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
"""Peers in Python: Jinja2, plain and sandboxed, and the bench's Lua plugin through lupa.

`python_peers.py PLUGIN PLAN.json` waits for the runner as the others do: a line on stdin is the
name of a measurement, and perhaps a file for what it makes; the answer is one line: nanoseconds of
the processor, nanoseconds on the clock, bytes or things made, and 0. The first answer names the
measurements that this Python can make.

The plan is a tree of plain objects with slots, made beforehand and not counted. Templates are
compiled beforehand too, and so is the plugin.
"""

import json
import pathlib
import sys
import time

FOLDER = pathlib.Path(__file__).resolve().parent
FIELDS = ("level", "number", "text", "leads", "leads_words", "timescale", "due", "days_to_due",
          "is_completed", "status", "status_word", "latest_progress")


class Timescale:
    __slots__ = ("words",)

    def __init__(self, words):
        self.words = words


class Date:
    """A day with its parts; its texts are made when they are asked for."""

    __slots__ = ("year", "month", "day")
    MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
              "October", "November", "December")

    def __init__(self, iso):
        self.year, self.month, self.day = map(int, iso.split("-"))

    def format(self, _):
        """The day in the one pattern that the bench uses, `d MMMM yyyy`."""
        return "%d %s %d" % (self.day, self.MONTHS[self.month - 1], self.year)

    def iso(self):
        return "%04d-%02d-%02d" % (self.year, self.month, self.day)


class Item:
    __slots__ = FIELDS

    def __init__(self, fields):
        for name in FIELDS:
            setattr(self, name, fields.get(name))
        if self.timescale:
            self.timescale = Timescale(self.timescale["words"])
        if self.due:
            self.due = Date(self.due)


class Plan:
    __slots__ = ("title", "as_of", "items", "actions", "key")

    def __init__(self, path):
        data = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        self.title, self.as_of, self.key = data["title"], Date(data["as_of"]), dict(data["key"])
        self.items = [Item(fields) for fields in data["items"]]
        self.actions = [item for item in self.items if item.level == 4]


def jinja(environment, plan, measurements, name):
    """Adds what Jinja2 can make in one of its environments."""

    def cell(text):
        if text[:1] in ("=", "+", "-", "@", "\t", "\r"):
            text = "'" + text
        if "," in text or '"' in text or "\n" in text or "\r" in text:
            return '"' + text.replace('"', '""') + '"'
        return text

    environment.filters["cell"] = cell
    for form in ("lines", "rows", "layout"):
        source = (FOLDER / ("%s.jinja" % form)).read_text(encoding="utf-8")
        if form == "rows":
            environment.newline_sequence = "\r\n"
        template = environment.from_string(source)
        environment.newline_sequence = "\n"
        measurements["%s-%s" % (name, form)] = lambda template=template: template.render(plan=plan)


class OneBased:
    """A list as Lua counts it: from 1, and nil beyond the end."""

    __slots__ = ("values",)

    def __init__(self, values):
        self.values = values

    def __len__(self):
        return len(self.values)

    def __getitem__(self, place):
        return self.values[place - 1] if 0 < place <= len(self.values) else None


class Attributes:
    """An object with the attributes that it is given."""

    def __init__(self, **values):
        self.__dict__.update(values)


class Writer:
    __slots__ = ("pieces",)

    def __init__(self):
        self.pieces = []

    def write(self, text):
        self.pieces.append(text)


def lupa_peer(plugin, plan, measurements):
    """Adds what lupa can make: the bench's own Lua over Python objects."""
    try:
        from lupa.lua54 import LuaRuntime
    except ImportError:
        return
    runtime = LuaRuntime(unpack_returned_tuples=True)
    declared = {}

    def declare(kind):
        return lambda name: lambda body: declared.__setitem__(kind + " " + name, body)

    names = runtime.globals()
    for kind in ("status_scheme", "layout", "report", "reminder"):
        names[kind] = declare(kind)
    runtime.execute(pathlib.Path(plugin).read_text(encoding="utf-8"))
    edition = Attributes(
        as_of=plan.as_of,
        plan=Attributes(title=plan.title, actions=OneBased(plan.actions)))
    context = Attributes(settings=Attributes(times=1), today=plan.as_of)

    def lines():
        writer = Writer()
        declared["report lines"].run(edition, writer, context)
        return "".join(writer.pieces)

    def rule():
        compute = declared["reminder due-soon"].compute
        due = 0
        for action in plan.actions:
            result = compute(action, context)
            if result is not None and result["due"] and result["tier"]:
                due += 1
        return due

    measurements["lupa-lines"] = lines
    measurements["lupa-rule"] = rule


def main():
    plugin, path = sys.argv[1:]
    plan = Plan(path)
    measurements = {}
    try:
        from jinja2 import Environment, StrictUndefined
        from jinja2.sandbox import SandboxedEnvironment
    except ImportError:
        pass
    else:
        options = {"keep_trailing_newline": True, "undefined": StrictUndefined}
        jinja(Environment(**options), plan, measurements, "jinja")
        jinja(SandboxedEnvironment(**options), plan, measurements, "sandbox")
    lupa_peer(plugin, plan, measurements)
    print("ready " + " ".join(measurements), flush=True)
    for line in sys.stdin:
        name, *file = line.split()
        work = measurements[name]
        processor, clock = time.process_time_ns(), time.monotonic_ns()
        made = work()
        taken = time.process_time_ns() - processor, time.monotonic_ns() - clock
        if isinstance(made, str):
            made = made.encode()
            if file:
                pathlib.Path(file[0]).write_bytes(made)
            made = len(made)
        print("%d %d %d 0" % (*taken, made), flush=True)


main()
