# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
"""What is made of the runs: medians with their spread, ratios, and whether targets are reached."""

import statistics

# Figures that are worked out within each round: name, what they say, and how.
DERIVED = {
    "ours lines-warm": ("(ours lines-5 - ours lines) / 4",
                        lambda t: (t["ours lines-5"] - t["ours lines"]) / 4),
    "ours rows-warm": ("(ours rows-5 - ours rows) / 4",
                       lambda t: (t["ours rows-5"] - t["ours rows"]) / 4),
    "ours rule-calls": ("ours rule - ours nothing",
                        lambda t: t["ours rule"] - t["ours nothing"]),
    "ours flatten": ("ours nothing-new - ours nothing",
                     lambda t: t["ours nothing-new"] - t["ours nothing"]),
    "ours date-calls": ("ours rule-by-date - ours nothing",
                        lambda t: t["ours rule-by-date"] - t["ours nothing"]),
}

# The table of figures: name, what it says, and whether it is told by the action.
FIGURES = [
    ("Ours", None, None),
    ("ours lines-warm", "portable report, warm", True),
    ("ours lines", "portable report, cold: a whole call, edition seen before", True),
    ("ours lines-new", "portable report, cold: a whole call, new edition", True),
    ("ours rows-warm", "rows and out:row, warm", True),
    ("ours rows", "rows and out:row, cold", True),
    ("ours rule-calls", "rule function, a call", True),
    ("ours date-calls", "rule function that reckons with dates, a call", True),
    ("ours layout", "declared layout to Markdown, no Lua", True),
    ("ours flatten", "new edition, more than one seen before: flattening", True),
    ("ours reminders", "built-in reminder rule, nothing due", True),
    ("The floor: the same Lua in a plain C host over tables, without limits", None, None),
    ("floor lines", "portable report, tables built beforehand", True),
    ("floor lines-cold", "state, tables with every field of the API, report", True),
    ("floor lines-cold-lean", "state, tables with only the fields that are read, report", True),
    ("floor rows", "rows and out:row in C", True),
    ("floor rule", "rule function, a call", True),
    ("floor rule-by-date", "rule function that reckons with dates, a call", True),
    ("Peers: the same bytes from the same data", None, None),
    ("lua lines", "plain lua5.4, portable report", True),
    ("lua rule", "plain lua5.4, rule function, a call", True),
    ("python lupa-lines", "lupa over Python objects, portable report", True),
    ("python lupa-rule", "lupa over Python objects, rule function, a call", True),
    ("python jinja-lines", "Jinja2, the report's text", True),
    ("python sandbox-lines", "Jinja2 sandboxed, the report's text", True),
    ("python jinja-rows", "Jinja2, the rows' text", True),
    ("python sandbox-rows", "Jinja2 sandboxed, the rows' text", True),
    ("python jinja-layout", "Jinja2, the layout's text", True),
    ("python sandbox-layout", "Jinja2 sandboxed, the layout's text", True),
    ("mustache lines", "swift-mustache, the report's text", True),
    ("pandoc lines", "pandoc with a Lua writer, the report's text", True),
    ("Physical figures", None, None),
    ("floor call", "lua_pcall of an empty function", False),
    ("floor state", "stock state with its libraries, opened and closed", False),
    ("ours state", "run of a plugin of one line: thread, sandbox, result", False),
    ("ours nothing", "call of a report that reads nothing, edition seen before", False),
    ("ours nothing-new", "the same with a new edition: flattened", False),
    ("ours load-cold", "plugin of 400 lines, never seen", False),
    ("ours load-warm", "plugin of 400 lines, seen before", False),
]

# What is to be reached: label, figure, figure it is divided by, and the most that is allowed.
AT_MOST = [
    ("portable report, warm, metered", "ours lines-warm", "floor lines", 2.0),
    ("portable report, cold, against eager tables", "ours lines", "floor lines-cold", 0.65),
    ("rows and out:row, metered", "ours rows-warm", "floor lines", 0.9),
    ("rule function, metered", "ours rule-calls", "floor rule", 1.4),
    ("declared layout to Markdown", "ours layout", "floor lines", 0.5),
]
# The same for how many times faster ours is. A peer's figure is a whole call, so ours is one too: the
# state opened, the report written, everything freed.
AT_LEAST = [
    ("portable report, than sandboxed Jinja2", "python sandbox-lines", "ours lines", 8.0),
    ("portable report, than lupa", "python lupa-lines", "ours lines", 3.5),
    ("out:row, than unsandboxed Jinja2's lines", "python jinja-lines", "ours rows", 1.5),
    ("layout, than unsandboxed Jinja2's lines", "python jinja-lines", "ours layout", 3.0),
    ("rule, than lupa", "python lupa-rule", "ours rule-calls", 12.0),
]
# Ratios without a target, shown for what they say.
SHOWN = [
    ("cold, against lean eager tables", "ours lines", "floor lines-cold-lean"),
    ("cold with a new edition, against eager tables", "ours lines-new", "floor lines-cold"),
    ("out:row, against rows in the floor", "ours rows-warm", "floor rows"),
    ("rule that reckons with dates, against the floor", "ours date-calls", "floor rule-by-date"),
    ("plain lua5.4, against the floor", "lua lines", "floor lines"),
    ("times faster: out:row, than Jinja2's rows", "python jinja-rows", "ours rows"),
    ("times faster: layout, than Jinja2's layout", "python jinja-layout", "ours layout"),
    ("times faster: portable, than unsandboxed Jinja2", "python jinja-lines", "ours lines"),
    ("times faster: portable, than swift-mustache", "mustache lines", "ours lines"),
    ("times faster: portable, than pandoc", "pandoc lines", "ours lines"),
]
# The middle half of the runs may differ by this part of the median for a ratio to be called sure.
MOST_SPREAD = 0.5
NOT_MEASURED = ("Unmetered (target 1.7): the host has no switch that turns metering off, so it is "
                "not measured.")


def spread(times):
    """Median, least, and the middle half of the runs, in nanoseconds."""
    quarters = statistics.quantiles(times, n=4) if len(times) > 1 else [times[0]] * 3
    return {"median": round(statistics.median(times)), "least": round(min(times)),
            "lowerQuartile": round(quarters[0]), "upperQuartile": round(quarters[2]),
            "runs": len(times)}


def summary(runs, actions):
    figures = {}
    for name, numbered in runs.items():
        if not numbered:
            continue
        values = list(numbered.values())
        figures[name] = spread([run.processor for run in values])
        figures[name]["clockMedian"] = round(statistics.median(run.clock for run in values))
        figures[name]["made"] = values[-1].made
    rounds = sorted({number for numbered in runs.values() for number in numbered})
    for name, (says, work) in DERIVED.items():
        times = []
        for number in rounds:
            try:
                times.append(work({key: numbered[number].processor
                                   for key, numbered in runs.items() if number in numbered}))
            except KeyError:
                continue
        if times:
            figures[name] = spread(times) | {"workedOutAs": says}
    for name, says, by_action in FIGURES:
        if name in figures:
            figures[name]["says"] = says
            if by_action:
                figures[name]["perAction"] = round(figures[name]["median"] / actions, 1)
    return {"nanosecondsOfTheProcessor": figures, "comparisons": compare(figures)}


def compare(figures):
    made = []
    for rows, kind in ((AT_MOST, "most"), (AT_LEAST, "least"), (SHOWN, None)):
        for label, above, below, *target in rows:
            if above not in figures or below not in figures or figures[below]["median"] <= 0:
                continue
            ratio = figures[above]["median"] / figures[below]["median"]
            row = {"says": label, "figure": above, "dividedBy": below, "ratio": round(ratio, 2),
                   "sure": is_sure(figures[above]) and is_sure(figures[below])}
            if above not in DERIVED and below not in DERIVED:
                least = figures[above]["least"] / max(1, figures[below]["least"])
                row["ratioOfLeast"] = round(least, 2)
            if kind:
                reached = ratio <= target[0] if kind == "most" else ratio >= target[0]
                row |= {"target": target[0], "targetIs": kind,
                        "reached": reached if row["sure"] else None}
            made.append(row)
    return made


def is_sure(figure):
    """Whether the middle half of the runs lies close enough together to say anything.

    A small difference of two large figures may be nothing but their noise.
    """
    half = figure["upperQuartile"] - figure["lowerQuartile"]
    return figure["median"] > 0 and half <= MOST_SPREAD * figure["median"]


# ---- Tables ----

def show(result):
    actions, figures = result["actions"], result["nanosecondsOfTheProcessor"]
    where = result["machine"]
    print("\n%d actions, %d interleaved rounds, time of the processor" % (actions, result["rounds"]))
    print("%s, %d cores, load %.1f at the start\n" % (
        where["processor"], where["cores"], where["load"]))
    print("%-62s %10s %10s %21s %5s" % (
        "nanoseconds an action", "median", "least", "middle half", "runs"))
    for name, says, by_action in FIGURES:
        if says is None:
            unit = ", nanoseconds" if name.startswith("Physical") else ""
            print("\n%s%s" % (name, unit))
        elif name in figures:
            show_figure(figures[name], says, actions if by_action else 1)
    busy = busyness(figures)
    if busy > 1.2:
        print("\nThe machine was busy: by the clock everything took %.1f times as long." % busy)
    print("\n%-58s %7s %7s %9s  %s" % (
        "ratios of medians", "ratio", "(least)", "target", "reached"))
    for row in result["comparisons"]:
        target = ""
        if "target" in row:
            target = "%s %.2f" % ("<=" if row["targetIs"] == "most" else ">=", row["target"])
        reached = {True: "yes", False: "NO", None: ""}[row.get("reached")]
        if not row["sure"]:
            reached = "not sure: the runs lie too far apart"
        least = "%.2f" % row["ratioOfLeast"] if "ratioOfLeast" in row else ""
        print("%-58s %7.2f %7s %9s  %s" % (row["says"], row["ratio"], least, target, reached))
    print(NOT_MEASURED)


def busyness(figures):
    """How many times as long the runs took on the clock as the processor worked for them."""
    timed = [figure for figure in figures.values() if "clockMedian" in figure]
    worked = sum(figure["median"] for figure in timed)
    return sum(figure["clockMedian"] for figure in timed) / max(1, worked)


def show_figure(figure, says, parts):
    half = "%.0f to %.0f" % (figure["lowerQuartile"] / parts, figure["upperQuartile"] / parts)
    # The least difference of two figures says nothing.
    least = "" if "workedOutAs" in figure else "%.0f" % (figure["least"] / parts)
    print("  %-60s %10.0f %10s %21s %5d" % (
        says, figure["median"] / parts, least, half, figure["runs"]))
