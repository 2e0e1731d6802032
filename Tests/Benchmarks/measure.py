# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
"""Measures the tool's commands: median and range of 15 runs, and the memory that they take.

The runs of the commands are interleaved, so that a busy moment of the machine falls on all of them.
Prints a table and writes the figures to Tests/Benchmarks/latest.json.
"""

import json
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 15
ROOT = pathlib.Path(__file__).resolve().parents[2]
SEED = ROOT.parent / "shared" / "seeds" / "001_73026dbe59d24153.txt"
EXAMPLE = ROOT / "Examples" / "perth-and-kinross" / "plan-2023.md"
LAYOUT = "perth-and-kinross/plan-2023"


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


def main():
    tool = pathlib.Path(sys.argv[1]).resolve()
    plan = SEED if SEED.exists() else EXAMPLE
    plugins = ["--plugins", ROOT / "plugins"]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="committee-bench-"))
    try:
        store = folder / "store.sqlite"
        init = [tool, "init", store, "--id", "bench", "--name", "Bench Committee"]
        load = [tool, "import", store, plan, "--layout", LAYOUT, *plugins]
        run(init)
        run(load)
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
        for number in range(RUNS):
            for name, command in commands.items():
                if command is None:
                    fresh = folder / ("fresh-%d.sqlite" % number)
                    run([tool, "init", fresh, "--id", "bench", "--name", "Bench Committee"])
                    command = [tool, "import", fresh, plan, "--layout", LAYOUT, *plugins]
                figures[name].append(run(command))
    finally:
        shutil.rmtree(folder, ignore_errors=True)

    limits = {"import": (100, 60), "report as Markdown": (60, 60), "report as HTML": (60, 60),
              "report as CSV": (60, 60)}
    print("\n%s, %d runs each, whole processes\n" % (plan.name, RUNS))
    print("%-26s %10s %10s %10s %10s  %s" % ("", "median ms", "least ms", "most ms", "memory MB", "to reach"))
    result = {"plan": plan.name, "runs": RUNS, "commands": {}}
    for name, runs in figures.items():
        times = [seconds * 1000 for seconds, _ in runs]
        memory = max(size for _, size in runs) / 1e6
        goal = "%d ms, %d MB" % limits[name] if name in limits else ""
        print("%-26s %10.1f %10.1f %10.1f %10.1f  %s" % (
            name, statistics.median(times), min(times), max(times), memory, goal))
        result["commands"][name] = {
            "medianMilliseconds": round(statistics.median(times), 2),
            "leastMilliseconds": round(min(times), 2),
            "mostMilliseconds": round(max(times), 2),
            "memoryMegabytes": round(memory, 1),
        }
    latest = ROOT / "Tests" / "Benchmarks" / "latest.json"
    latest.write_text(json.dumps(result, indent=2) + "\n")
    print("\nThe figures are in %s" % latest.relative_to(ROOT))


main()
