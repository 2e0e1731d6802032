# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
"""Measures the tool's commands as its users run them: whole processes, by the clock.

The runs of the commands are interleaved, so that a busy moment of the machine falls on all of them.

`whole_processes.py TOOL ROUNDS` prints the figures as JSON. The runner calls it so, because Linux
counts the memory of whoever starts a process as the new process's own until it has begun.
"""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
LAYOUT = "perth-and-kinross/plan-2023"
# What is to be reached: milliseconds and megabytes.
LIMITS = {"import": (100, 60), "report as Markdown": (60, 60), "report as HTML": (60, 60),
          "report as CSV": (60, 60)}


def run(arguments):
    """Runs a command to its end; gives its seconds and the most memory that it held, in bytes."""
    start = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit("bench: %s\n%s" % (" ".join(map(str, arguments)), errors.decode()))
    return seconds, usage.ru_maxrss * 1024


def measured_apart(tool, rounds):
    """Measures the tool from a small process of its own; gives what `latest.json` has."""
    words = [sys.executable, __file__, str(tool), str(rounds)]
    return json.loads(subprocess.run(words, stdout=subprocess.PIPE, check=True).stdout)


def measure(tool, rounds):
    plan = ROOT / "Examples" / "perth-and-kinross" / "plan-2023.md"
    plugins = ["--plugins", ROOT / "plugins"]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="committee-bench-"))
    try:
        store = folder / "store.sqlite"
        run([tool, "init", store, "--id", "bench", "--name", "Bench Committee"])
        run([tool, "import", store, plan, "--layout", LAYOUT, *plugins])
        report = [tool, "report", store, "--format", LAYOUT, "--as-of", "2023-10-31", *plugins]
        commands = {
            "import": None,
            "report as Markdown": report + ["--as", "md"],
            "report as HTML": report + ["--as", "html"],
            "report as CSV": report + ["--as", "csv"],
            "plan as JSON": [tool, "plan", store, "--json", *plugins],
            "remind": [tool, "remind", store, "--on", "2024-03-15", *plugins],
            "an empty process (true)": ["/bin/true"],
        }
        figures = {name: [] for name in commands}
        for number in range(rounds):
            for name, command in commands.items():
                if command is None:
                    fresh = folder / ("fresh-%d.sqlite" % number)
                    run([tool, "init", fresh, "--id", "bench", "--name", "Bench Committee"])
                    command = [tool, "import", fresh, plan, "--layout", LAYOUT, *plugins]
                figures[name].append(run(command))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return {name: summary(name, runs) for name, runs in figures.items()}


def summary(name, runs):
    times = [seconds * 1000 for seconds, _ in runs]
    figures = {
        "medianMilliseconds": round(statistics.median(times), 2),
        "leastMilliseconds": round(min(times), 2),
        "mostMilliseconds": round(max(times), 2),
        "memoryMegabytes": round(max(size for _, size in runs) / 1e6, 1),
    }
    if name in LIMITS:
        most, megabytes = LIMITS[name]
        figures["target"] = "%d ms, %d MB" % LIMITS[name]
        figures["reached"] = (
            figures["medianMilliseconds"] <= most and figures["memoryMegabytes"] <= megabytes)
    return figures


def show(figures, rounds):
    print("\nThe tool, whole processes by the clock, %d runs each\n" % rounds)
    print("%-26s %10s %10s %10s %10s  %-14s %s" % (
        "", "median ms", "least ms", "most ms", "memory MB", "to reach", "reached"))
    for name, figure in figures.items():
        reached = {True: "yes", False: "NO", None: ""}[figure.get("reached")]
        print("%-26s %10.1f %10.1f %10.1f %10.1f  %-14s %s" % (
            name, figure["medianMilliseconds"], figure["leastMilliseconds"],
            figure["mostMilliseconds"], figure["memoryMegabytes"], figure.get("target", ""),
            reached))


if __name__ == "__main__":
    print(json.dumps(measure(pathlib.Path(sys.argv[1]), int(sys.argv[2]))))
