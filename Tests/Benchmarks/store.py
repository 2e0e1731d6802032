# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
"""Measures the store beside C: `store.py --binaries FOLDER --shim FILE [--rounds 5] [--bulk 100000]`.

A C program writes the same rows with the same hashes; the library verifies what it wrote. Each round makes every
measurement once, ours and that in C in turn, each on a new store. The middle of the rounds is printed. How
long the disk takes to flush is measured beside it; with the shim a flush takes a time that is set, so that what
remains can be compared on any disk.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile


class Bench:
    def __init__(self, options, folder):
        self.options, self.folder = options, pathlib.Path(folder)
        self.figures = {}

    def run(self, program, mode, path, count, flush=None):
        environment = dict(os.environ)
        if flush is not None:
            environment |= {"LD_PRELOAD": str(self.options.shim), "FLUSH_MICROSECONDS": str(flush)}
        made = subprocess.run(
            [self.options.binaries / program, mode, path, str(count)],
            env=environment, capture_output=True, text=True)
        if made.returncode != 0:
            raise SystemExit(f"store.py: {program} {mode}: {made.stdout}{made.stderr}")
        return [float(word) for word in made.stdout.split()]

    def measure(self, name, program, mode, count, flush=None):
        path = self.folder / "store.sqlite"
        for old in self.folder.glob("store.sqlite*"):
            old.unlink()
        self.run("bench-store", "make", path, 1)
        figures = self.run(program, mode, path, count, flush)
        if mode != "reads":
            self.run("bench-store", "verify", path, count)
        self.figures.setdefault(name, []).append(figures)

    def middle(self, name, place=0):
        return statistics.median(figures[place] for figures in self.figures[name])

    def rounds(self):
        singles, many = self.options.singles, self.options.singles * 2
        for number in range(self.options.rounds):
            turn = ["bench-store", "bench-store-c"][::1 if number % 2 else -1]
            for program in turn:
                who = "c" if program.endswith("-c") else "ours"
                self.measure(f"{who} bulk", program, "bulk", self.options.bulk)
                self.measure(f"{who} single disk", program, "single", singles // 4)
                self.measure(f"{who} single 0.1", program, "single", singles, 100)
                self.measure(f"{who} single 2", program, "single", singles // 4, 2000)
            self.measure("tasks 0.1", "bench-store", "tasks", many, 100)
            self.measure("tasks 2", "bench-store", "tasks", singles, 2000)
            self.measure("committee 0.1", "bench-store", "committee", singles, 100)
            self.measure("reads", "bench-store", "reads", self.options.bulk)
            flush = self.run("bench-store-c", "flush", self.folder / "flush", 300)
            self.figures.setdefault("flush", []).append([flush[0] / 300])

    def report(self):
        singles, many = self.options.singles, self.options.singles * 2
        print(f"The store beside C, {self.options.rounds} rounds; "
              f"the disk takes {self.middle('flush') * 1e3:.2f} ms to flush a page.\n")
        print("| what | ours | C | ours / C |")
        print("| --- | --- | --- | --- |")

        def row(what, name, place, scale, unit):
            ours, c = (self.middle(f"{who} {name}", place) * scale for who in ("ours", "c"))
            print(f"| {what} | {ours:.3f} {unit} | {c:.3f} {unit} | {ours / c:.2f} |")

        row(f"{self.options.bulk:,} changes in one append, processor", "bulk", 1, 1, "s")
        row(f"{self.options.bulk:,} changes in one append, clock", "bulk", 0, 1, "s")
        for name, count, words in [("single 0.1", singles, "0.1 ms a flush"),
                                   ("single 2", singles // 4, "2 ms a flush"),
                                   ("single disk", singles // 4, "this disk")]:
            row(f"one append of one change, {words}, clock", name, 0, 1e3 / count, "ms")
            row(f"one append of one change, {words}, processor", name, 1, 1e3 / count, "ms")
        print()
        for flush, count, alone in [("0.1", many, singles), ("2", singles, singles // 4)]:
            together = count / self.middle(f"tasks {flush}")
            one = alone / self.middle(f"ours single {flush}")
            print(f"- 16 tasks at {flush} ms a flush: {together:,.0f} appends a second, "
                  f"{together / one:.1f} times one task.")
        each = self.middle("committee 0.1") / singles * 1e3
        print(f"- An append of one change through a library, which checks it first, at 0.1 ms a flush: "
              f"{each:.3f} ms.")
        p50, p99, longest = (self.middle("reads", place) for place in range(3))
        print(f"- Reads of 50 entries beside an append of {self.options.bulk:,}: middle {p50:.2f} ms, "
              f"99 in 100 within {p99:.2f} ms, longest {longest:.2f} ms.")
        print()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binaries", type=pathlib.Path, required=True)
    parser.add_argument("--shim", type=pathlib.Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--bulk", type=int, default=100_000)
    parser.add_argument("--singles", type=int, default=2_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.binaries) as folder:
        bench = Bench(options, folder)
        bench.rounds()
        bench.report()


if __name__ == "__main__":
    main()
