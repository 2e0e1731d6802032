# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
"""The processes that the bench measures, and one run of each.

A contestant is started once and then waits: a line on its stdin is the name of a measurement, and
perhaps a file for what it makes; its answer is one line. So nothing of its start is counted. Pandoc
cannot wait; there the start is measured with an empty document and taken off.
"""

import os
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass
class Run:
    """One run: nanoseconds of the processor and on the clock, what was made, memory in bytes."""

    processor: int
    clock: int
    made: int
    memory: int


class Failed(Exception):
    """A contestant could not make a measurement."""


class Process:
    """A contestant that waits for its next measurement."""

    def __init__(self, arguments):
        self.arguments = arguments
        self.process = subprocess.Popen(
            [str(word) for word in arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True)
        greeting = self.process.stdout.readline().split()
        if greeting[:1] != ["ready"]:
            self.process.wait()
            raise Failed("%s did not start" % arguments[0])
        self.names = greeting[1:]

    def run(self, name, file=None):
        self.process.stdin.write("%s %s\n" % (name, file or ""))
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise Failed("%s: the process ended" % name)
        if line.startswith("error "):
            raise Failed(line[6:].strip())
        return Run(*map(int, line.split()))

    def has_ended(self):
        return self.process.poll() is not None

    def again(self):
        """Ends the process, however it is, and starts another."""
        self.process.kill()
        self.process.wait()
        return Process(self.arguments)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Pandoc:
    """Pandoc with a Lua writer: a process for each run."""

    def __init__(self, writer, document, empty):
        self.writer, self.document, self.empty = writer, document, empty
        self.names = ["lines"]

    def run(self, _, file=None):
        start = self.once(self.empty, os.devnull)
        whole = self.once(self.document, file or os.devnull)
        return Run(whole.processor - start.processor, whole.clock - start.clock, whole.made, 0)

    def once(self, document, file):
        clock = time.monotonic_ns()
        process = subprocess.Popen(
            ["pandoc", "--from", "json", "--to", str(self.writer), "--output", str(file),
             str(document)])
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            raise Failed("pandoc ended with status %d" % status)
        processor = int((usage.ru_utime + usage.ru_stime) * 1e9)
        return Run(processor, time.monotonic_ns() - clock, 0, 0)

    def again(self):
        return self

    def close(self):
        pass


def start(name, make, skipped):
    """Starts a contestant, or notes why it is left out."""
    try:
        return make()
    except (Failed, OSError) as problem:
        skipped[name] = str(problem)
        print("bench: %s is left out: %s" % (name, problem), file=sys.stderr)
        return None
