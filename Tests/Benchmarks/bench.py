# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
"""Runs the bench: `bench.py --binaries FOLDER --python PYTHON [--tool TOOL] [--quick] …`.

Each round runs every measurement of every contestant once, in an order that is drawn anew for each
round (from its number, so that it is the same again). What is counted is time of the processor, in
all threads of the contestant's process; on an idle machine it equals the clock, and on a busy one it
is still the contestant's own.
Outputs are compared byte by byte before anything is timed; the bench fails when two differ.
"""

import argparse
import json
import os
import pathlib
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile

import comparisons
import growth
import whole_processes
from contestants import Failed, Pandoc, Process, start

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ACTIONS = 10_000
ROUNDS = 15
# Pandoc takes seconds; it runs in every fifth round.
SELDOM = {"pandoc": 5}
PLUGIN = HERE / "plugins" / "bench" / "main.lua"

# What must be the same text, or the same number of things, whoever makes it.
SAME_BYTES = {
    "lines": ["floor lines", "floor lines-cold", "floor lines-cold-lean", "ours lines",
              "ours lines-new", "lua lines", "python jinja-lines", "python sandbox-lines",
              "python lupa-lines", "mustache lines", "pandoc lines"],
    "rows": ["floor rows", "ours rows", "python jinja-rows", "python sandbox-rows"],
    "layout": ["python jinja-layout", "ours layout", "python sandbox-layout"],
}
SAME_COUNT = {"rule": ["floor rule", "ours rule", "floor rule-by-date", "ours rule-by-date",
                       "lua rule", "python lupa-rule"]}

MEASUREMENTS = {
    "ours": ["lines", "lines-5", "lines-new", "rows", "rows-5", "nothing", "nothing-new", "rule",
             "rule-by-date", "layout", "reminders", "state", "load-warm", "load-cold"],
    "floor": ["lines", "lines-cold", "lines-cold-lean", "rows", "rule", "rule-by-date", "call",
              "state"],
    "lua": ["lines", "rule"],
    "python": ["jinja-lines", "sandbox-lines", "jinja-rows", "sandbox-rows", "jinja-layout",
               "sandbox-layout", "lupa-lines", "lupa-rule"],
    "mustache": ["lines"],
    "pandoc": ["lines"],
}
# Measurements of which one is taken off the other come right after each other.
TOGETHER = {"ours lines-5": "ours lines", "ours rows-5": "ours rows", "ours rule": "ours nothing",
            "ours rule-by-date": "ours nothing", "ours nothing-new": "ours nothing"}


def open_contestants(options, folder, skipped):
    """Starts every contestant that can be had."""
    binaries = options.binaries
    subprocess.run([binaries / "bench-data", str(options.actions), folder], check=True)
    plan, tables = folder / "plan.json", folder / "plan.lua"
    made = {
        "ours": start("ours", lambda: Process(
            [binaries / "bench-ours", HERE / "plugins", options.actions]), skipped),
        "floor": start("floor", lambda: Process(
            [binaries / "bench-floor", PLUGIN, tables]), skipped),
        "lua": start("lua", lambda: Process(
            ["lua5.4", HERE / "peers" / "plain.lua", PLUGIN, tables]), skipped),
        "python": start("python", lambda: Process(
            [options.python, HERE / "peers" / "python_peers.py", PLUGIN, plan]), skipped),
        "mustache": start("mustache", lambda: Process(
            [binaries / "bench-mustache", options.actions]), skipped),
    }
    if shutil.which("pandoc"):
        document, empty = folder / "pandoc.json", folder / "pandoc-empty.json"
        maker = HERE / "peers" / "pandoc_document.py"
        subprocess.run([sys.executable, maker, plan, document, empty], check=True)
        made["pandoc"] = Pandoc(HERE / "peers" / "pandoc_writer.lua", document, empty)
    else:
        skipped["pandoc"] = "it is not installed"
    if not made["ours"] or not made["floor"]:
        sys.exit("bench: without ours and the floor there is nothing to compare")
    return {name: contestant for name, contestant in made.items() if contestant}


def measurements(contestants, skipped):
    """Everything that the contestants can make; notes what a package is missing for."""
    pairs = []
    for who, contestant in contestants.items():
        for what in MEASUREMENTS[who]:
            if who != "python" or what in contestant.names:
                pairs.append((who, what))
            elif "python " + what not in skipped:
                skipped["python " + what] = "its package is not installed"
    return pairs


def check_outputs(contestants, folder, skipped):
    """Runs everything once, not timed, and compares what was made."""
    made, files, broken = {}, {}, []
    for who, what in measurements(contestants, skipped):
        name = "%s %s" % (who, what)
        files[name] = folder / name.replace(" ", "-")
        try:
            made[name] = contestants[who].run(what, files[name])
        except Failed as problem:
            skipped[name] = str(problem)
            print("bench: %s is left out: %s" % (name, problem), file=sys.stderr)
    for group, names in SAME_BYTES.items():
        present = [name for name in names if name in made and files[name].exists()]
        texts = {name: files[name].read_bytes() for name in present}
        broken += ["%s and %s" % (present[0], name) for name in present[1:]
                   if texts[name] != texts[present[0]]]
        print("%-7s %9d bytes from each of %s" % (
            group, len(texts[present[0]]) if present else 0, ", ".join(present)))
    for group, names in SAME_COUNT.items():
        present = [name for name in names if name in made]
        broken += ["%s and %s" % (present[0], name) for name in present[1:]
                   if made[name].made != made[present[0]].made]
        print("%-7s %9d things found by each of %s" % (
            group, made[present[0]].made if present else 0, ", ".join(present)))
    for pair in broken:
        print("bench: what %s made differs" % pair, file=sys.stderr)
    if broken:
        keep = pathlib.Path(tempfile.mkdtemp(prefix="committee-bench-differs-"))
        shutil.copytree(folder, keep, dirs_exist_ok=True)
        sys.exit("bench: outputs differ; they are kept in %s" % keep)
    return list(made)


def drawn(names, number):
    """The order of a round: drawn from its number, with what belongs together in one piece."""
    pieces = {name: [name] for name in names if TOGETHER.get(name) not in names}
    for name in names:
        if name not in pieces:
            pieces[TOGETHER[name]].append(name)
    order = list(pieces.values())
    random.Random(number).shuffle(order)
    return [name for piece in order for name in piece]


def one_run(contestants, who, what, runs, number, skipped):
    """Makes one run; a peer that breaks is started again, and the broken run is noted."""
    try:
        runs[number] = contestants[who].run(what)
    except (Failed, OSError) as problem:
        if who in ("ours", "floor"):
            sys.exit("bench: %s: %s" % (who, problem))
        skipped["%s %s, round %d" % (who, what, number + 1)] = str(problem)
        try:
            contestants[who] = contestants[who].again()
        except (Failed, OSError):
            del contestants[who]


def run_rounds(contestants, names, rounds, skipped):
    runs = {name: {} for name in names}
    for number in range(rounds):
        for name in drawn(names, number):
            who, what = name.split(" ")
            if number % SELDOM.get(who, 1) == 0 and who in contestants:
                one_run(contestants, who, what, runs[name], number, skipped)
        print("round %d of %d" % (number + 1, rounds), file=sys.stderr, flush=True)
    return runs


def machine():
    text = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8")
    models = [line.split(":", 1)[1].strip() for line in text.splitlines()
              if line.startswith("model name")]
    return {"processor": models[0] if models else platform.machine(), "cores": os.cpu_count(),
            "load": round(os.getloadavg()[0], 2)}


def arguments():
    parser = argparse.ArgumentParser(prog="bench.py")
    parser.add_argument("--binaries", type=pathlib.Path, required=True)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--tool", type=pathlib.Path)
    parser.add_argument("--actions", type=int, default=ACTIONS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--quick", action="store_true", help="no growth to a million actions")
    parser.add_argument("--no-growth", action="store_true")
    return parser.parse_args()


def main():
    options = arguments()
    skipped = {}
    result = {"actions": options.actions, "rounds": options.rounds, "machine": machine()}
    with tempfile.TemporaryDirectory(prefix="committee-bench-") as place:
        folder = pathlib.Path(place)
        contestants = open_contestants(options, folder, skipped)
        present = check_outputs(contestants, folder, skipped)
        runs = run_rounds(contestants, present, options.rounds, skipped)
        for contestant in contestants.values():
            contestant.close()
    result.update(comparisons.summary(runs, options.actions))
    comparisons.show(result)
    if not options.no_growth:
        sizes = [1_000, 10_000, 100_000] + ([] if options.quick else [1_000_000])
        result["growth"] = growth.measure(options.binaries, HERE / "plugins", sizes)
        growth.show(result["growth"])
    if options.tool:
        result["tool"] = whole_processes.measured_apart(options.tool.resolve(), options.rounds)
        whole_processes.show(result["tool"], options.rounds)
    result["skipped"] = skipped
    for name, reason in skipped.items():
        print("Left out: %s: %s" % (name, reason))
    latest = HERE / "latest.json"
    latest.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    print("\nThe figures are in %s" % latest.relative_to(ROOT))


if __name__ == "__main__":
    main()
