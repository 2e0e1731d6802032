#!/usr/bin/env python3
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
"""Plays the meetings of the year with the tool, from sheets, and counts what an officer types.

Counted is every byte of a command and of what is added to a sheet, except for the sentences of discussion,
decisions and actions. It may be at most a quarter of the bytes of the minutes.

    typed.py TOOL EXAMPLE PLUGINS [STORE]

The store is kept where a name for it is given.
"""
import os
import shutil
import subprocess
import sys
import tempfile

tool, example, plugins = sys.argv[1:4]
typed = 0


def run(day, *words, counted=True):
    """Runs a command on a day; the words that follow “committee” are typed."""
    global typed
    if counted:
        line = " ".join(f'"{word}"' if " " in word else word for word in words)
        typed += len(f"committee {line}\n".encode())
    environment = dict(os.environ, COMMITTEE_TODAY=day, COMMITTEE_STORE="year.sqlite",
                       COMMITTEE_BY="coordinator", COMMITTEE_PLUGINS=plugins)
    done = subprocess.run([tool, *words], env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"committee {' '.join(words)}\n{done.stdout}{done.stderr}")
    return done.stdout


def sheet_of(path):
    """What was typed into the sheets of one meeting."""
    agenda, letters, said, part = [], "", {}, None
    for line in open(path, encoding="utf-8").read().splitlines():
        if line == "AGENDA":
            part = agenda
        elif line.startswith("ATTENDANCE "):
            letters = line[len("ATTENDANCE "):]
        elif line.startswith("MINUTE "):
            part = said.setdefault(line[len("MINUTE "):], [])
        else:
            part.append(line)
    return agenda, letters, said


def read(name):
    return open(name, encoding="utf-8").read()


def write(name, text):
    open(name, "w", encoding="utf-8").write(text)


def agenda(day, meeting, added):
    global typed
    run(day, "meeting", "agenda", meeting, "-o", "a.txt")
    if added:
        write("a.txt", read("a.txt").replace("[END]", "\n".join(added + ["[END]"])))
        typed += sum(len(line.encode()) + 1 for line in added)
    run(day, "meeting", "agenda", meeting, "a.txt")
    run(day, "meeting", "circulate", meeting)


def hold(day, planned, letters, said):
    global typed
    meeting = "last"
    run(day, "meeting", "attendance", meeting, "-o", "a.txt")
    lines, left = [], list(letters)
    for line in read("a.txt").split("\n"):
        lines.append(left.pop(0) + line[1:] if line.startswith("? ") and left else line)
    write("a.txt", "\n".join(lines))
    typed += len(letters)
    run(day, "meeting", "attendance", meeting, "a.txt")
    # A sheet in which somebody typed is not written over, so each minute has a file of its own.
    name = f"m{planned[5:7]}.txt"
    run(day, "meeting", "minute", meeting, "-o", name)
    lines = []
    for line in read(name).split("\n"):
        lines.append(line)
        number, dot, _ = line.partition(". ")
        for sentence in said.get(number, []) if dot else []:
            lines.append(sentence)
            if sentence.startswith(("DECISION", "ACTION")):
                typed += len(sentence.split(": ")[0].encode()) + 2
    write(name, "\n".join(lines))
    run(day, "meeting", "minute", meeting, name)


def main():
    run("2027-01-04", "init", "year.sqlite", "--id", "northshire", "--name", "Northshire CPC",
        counted=False)
    run("2027-01-04", "import", "year.sqlite", f"{example}/plan.md", "--layout", "northshire/plan",
        counted=False)
    run("2027-01-04", "record", "year.sqlite", f"{example}/committee.json", counted=False)
    # Each: planned day, the day on which it is held, when its agenda goes out, and its minute.
    meetings = [
        ("2027-02-02", "2027-02-02", "2027-01-12", "2027-02-09"),
        ("2027-03-30", "2027-03-30", "2027-03-09", "2027-04-06"),
        ("2027-05-25", "2027-05-25", "2027-05-04", "2027-06-01"),
        ("2027-06-22", "2027-06-22", "2027-06-01", "2027-06-29"),
        ("2027-08-24", "2027-08-31", "2027-07-13", "2027-09-07"),
        ("2027-10-26", "2027-10-26", "2027-10-05", "2027-11-02"),
        ("2027-12-14", "2027-12-14", "2027-11-16", "2027-12-20"),
    ]
    corrections = {
        "2027-02-02": ("8", "The toolkit is used in five of nine areas."),
        "2027-10-26": ("8", "The Transitions Group ends on 30 November."),
    }
    waiting = []
    for planned, held, before, after in meetings:
        meeting = f"cpc/{planned}"
        extra = ["--extraordinary"] if planned == "2027-06-22" else []
        run(before, "meeting", "call", "cpc", planned, "14:00-16:00", "--place", "Town House",
            "--chair", "Independent Chair", *extra)
        if held != planned:
            run(before, "meeting", "move", meeting, held, "--reason", "The room is taken.")
        added, letters, said = sheet_of(f"{example}/year/{held}.txt")
        agenda(before, "next", added)
        hold(held, planned, letters, said)
        # A meeting without a quorum approves nothing.
        if planned != "2027-05-25":
            for earlier in waiting:
                if earlier in corrections:
                    run(held, "meeting", "correct", f"cpc/{earlier}", *corrections[earlier],
                        "--at", "last")
                run(held, "meeting", "approve", f"cpc/{earlier}", "--at", "last")
            waiting = []
        if planned == "2027-08-24":
            run("2027-09-20", "decide", "cpc", "Four hundred more guides are printed.",
                "--by-correspondence", "2027-09-20", "--how", "by e-mail")
        if planned == "2027-10-26":
            run(held, "decide", "ratify", "cpc/C1", "--at", "last#3")
        run(after, "meeting", "circulate", "last")
        waiting.append(planned)
    minutes = 0
    for planned, *_ in meetings:
        text = run("2027-12-31", "meeting", "minute", f"cpc/{planned}", "--as", "txt",
                   "--audience", "committee", counted=False)
        minutes += len(text.encode())
    share = 100 * typed / minutes
    print(f"Typed {typed} bytes beside the sentences, for minutes of {minutes} bytes: {share:.0f} %.")
    if 4 * typed > minutes:
        sys.exit("That is more than a quarter.")


if __name__ == "__main__":
    example, plugins = os.path.abspath(example), os.path.abspath(plugins)
    tool = os.path.abspath(tool)
    with tempfile.TemporaryDirectory() as folder:
        kept = os.path.abspath(sys.argv[4]) if len(sys.argv) > 4 else None
        os.chdir(folder)
        main()
        if kept:
            shutil.copy("year.sqlite", kept)
