# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
"""How time and memory grow with the plan: ours alone, a process for each size."""

import statistics
import time

from contestants import Failed, Process

# Runs for the time, unless so many seconds are over; then one for the memory, which begins by
# giving back what earlier runs have left, and so is not timed.
RUNS = 3
PATIENCE = 20
# With a new edition each time: a large one may not be kept, and its flattening then is in the figure.
WORK = [
    ("nothing-new", "flatten"),
    ("lines-new", "flatten, portable report"),
    ("rows-new", "flatten, rows and out:row"),
    ("rule-new", "flatten, rule function"),
    ("layout-away", "layout to Markdown, sent on piece by piece"),
    ("reminders", "built-in rule, nothing due"),
]
# A figure by the action that grows by no more than this from ten thousand actions on is linear.
ALLOWED = 1.5
BAR = 40


def measure(binaries, plugins, sizes):
    """Measures every piece of work at every size; gives rows for `latest.json`."""
    rows = []
    for size in sizes:
        process = Process([binaries / "bench-ours", plugins, size])
        for name, says in WORK:
            try:
                times = timed(process, name)
                process.run("give-back")
                memory = process.run(name).memory
            except (Failed, OSError) as problem:
                rows.append({"work": says, "actions": size, "failed": str(problem)})
                if process.has_ended():
                    process = process.again()
                continue
            rows.append({
                "work": says, "actions": size,
                "nanosecondsAnAction": round(statistics.median(times) / size, 1),
                "bytesAnAction": round(memory / size, 1),
                "runs": len(times),
            })
        process.close()
    return rows


def timed(process, name):
    times, begun = [], time.monotonic()
    while not times or len(times) < RUNS and time.monotonic() - begun < PATIENCE:
        times.append(process.run(name).processor)
    return times


def show(rows):
    print("\nGrowth, ours alone: time of the processor, and the most memory held meanwhile "
          "beyond the plan itself")
    for _, says in WORK:
        mine = [row for row in rows if row["work"] == says]
        done = [row for row in mine if "failed" not in row]
        most = max((row["nanosecondsAnAction"] for row in done), default=1)
        print("\n%-30s %14s %14s" % (says, "ns an action", "bytes an action"))
        for row in mine:
            if "failed" in row:
                print("  %9d actions            failed: %s" % (row["actions"], row["failed"]))
                continue
            bar = "#" * max(1, round(BAR * row["nanosecondsAnAction"] / most))
            print("  %9d actions %23.0f %14.0f  %s" % (
                row["actions"], row["nanosecondsAnAction"], row["bytesAnAction"], bar))
        print("  " + verdict(done, len(done) == len(mine)))


def verdict(rows, complete):
    """Says in a sentence whether time and memory grow in proportion."""
    late = [row for row in rows if row["actions"] >= 10_000]
    if not complete or len(late) < 2:
        return "no verdict: a size is missing"
    words = []
    for field, what in (("nanosecondsAnAction", "time"), ("bytesAnAction", "memory")):
        factor = late[-1][field] / max(1, late[0][field])
        kind = "linear" if factor <= ALLOWED else "NOT linear"
        words.append("%s %s (x %.2f an action from %d to %d)" % (
            what, kind, factor, late[0]["actions"], late[-1]["actions"]))
    return "; ".join(words)
