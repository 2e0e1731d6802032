#!/usr/bin/env python3
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
"""Makes every report of the example committees, and of the published plans where they are, in every format.

    gallery.py TOOL FOLDER [FORMAT…]

With formats, such as html, only those are made. The folder gets one page, index.html, that leads to everything; a report that a committee cannot have is named there
with the tool's reason. `pictures.py` adds pictures of the pages, and `accessible.py` checks them.
"""
import concurrent.futures
import html
import json
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = pathlib.Path(sys.argv[1]).resolve()
OUT = pathlib.Path(sys.argv[2]).resolve()
SEEDS = pathlib.Path(os.environ.get("COMMITTEE_SEEDS", ROOT / "../shared/seeds"))
FORMS = sys.argv[3:] or ["html", "md", "txt", "csv", "json", "docx", "xlsx"]


def tool(folder, *words, day=None):
    environment = dict(os.environ, COMMITTEE_BY="coordinator", COMMITTEE_STORE="s.sqlite", NO_COLOR="1")
    if day:
        environment["COMMITTEE_TODAY"] = day
    return subprocess.run([TOOL, *words], cwd=folder, env=environment, capture_output=True, text=True)


def must(folder, *words, day=None):
    done = tool(folder, *words, day=day)
    if done.returncode != 0:
        sys.exit(f"committee {' '.join(map(str, words))}\n{done.stdout}{done.stderr}")


class Committee:
    """A committee of the gallery: its store, its plugins, and the days of its reports."""

    def __init__(self, name, title, plugins, day, since, matters=()):
        self.name, self.title, self.day, self.since, self.matters = name, title, day, since, list(matters)
        self.folder = OUT / name
        self.folder.mkdir(parents=True)
        (self.folder / "plugins").mkdir()
        for plugin in [ROOT / "plugins/standard", *plugins]:
            shutil.copytree(plugin, self.folder / "plugins" / plugin.name)

    def begin(self, identifier):
        must(self.folder, "init", "s.sqlite", "--id", identifier, "--name", self.title, day=self.day)

    def imports(self, document, layout):
        must(self.folder, "import", "s.sqlite", document, "--layout", layout, day=self.day)

    def records(self, changes):
        must(self.folder, "record", "s.sqlite", changes, day=self.day)

    def reports(self):
        listed = tool(self.folder, "plugin", "list", "--json")
        for plugin in json.loads(listed.stdout)["plugins"]:
            for contribution in plugin["contributions"]:
                kind, name = contribution.split(" ", 1)
                if kind in ("report", "layout"):
                    yield f"{plugin['id']}/{name}"

    def make(self):
        """The files of each report by format, and why it has none."""
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as several:
            yield from several.map(self.make_one, list(self.reports()))

    def make_one(self, report):
        base = report.replace("/", "-")
        files, why = {}, ""
        for audience in ("committee", "public"):
            for form in FORMS if audience == "committee" else ("html",):
                name = f"{base}-{audience}.{form}"
                words = ["report", "s.sqlite", "--format", report, "--audience", audience, "--as-of", self.day,
                         *self.matters, "-o", name]
                done = tool(self.folder, *words, day=self.day)
                if done.returncode != 0 and "since" in done.stderr:
                    done = tool(self.folder, *words, "--since", self.since, day=self.day)
                if done.returncode == 0:
                    files[f"{form}, {audience}"] = name
                    continue
                why = why or (done.stderr.strip().splitlines() or ["no reason"])[0]
                if audience == "committee":
                    return report, files, why
        return report, files, why


def committees():
    glenmore = Committee("glenmore", "Glenmore Public Protection Committee",
                         [ROOT / "Tests/CommitteeToolTests/Outputs/plugins/glenmore"], "2026-10-31", "2026-05-15",
                         ["--plan", "glenmore-2026-2029", "--register", "main"])
    shutil.copy(ROOT / "Tests/CommitteeStorageTests/Fixtures/every-kind.sqlite", glenmore.folder / "s.sqlite")
    yield glenmore

    year = Committee("year", "Northshire CPC", [ROOT / "Examples/first-plugin/plugins/northshire"], "2027-12-31",
                     "2027-06-30")
    subprocess.run([sys.executable, ROOT / "Examples/AYearOfACommittee/typed.py", TOOL,
                    ROOT / "Examples/AYearOfACommittee", ROOT / "Examples/first-plugin/plugins",
                    year.folder / "s.sqlite"], check=True)
    # A meeting is still to come, so that there is an agenda and a pack.
    must(year.folder, "meeting", "call", "cpc", "2028-02-01", "14:00-16:00", day=year.day)
    must(year.folder, "meeting", "agenda", "next", "-o", "agenda.txt", day=year.day)
    must(year.folder, "meeting", "agenda", "next", "agenda.txt", day=year.day)
    must(year.folder, "meeting", "circulate", "next", day=year.day)
    yield year

    example = ROOT / "Examples/strathmarr"
    strathmarr = Committee("strathmarr", "Strathmarr Public Protection Committee",
                           [example / "plugins/strathmarr"], "2025-03-31", "2024-10-31",
                           ["--plan", "protection-plan-2024-2027", "--register", "protection"])
    strathmarr.begin("strathmarr")
    strathmarr.imports(example / "plan.md", "strathmarr/five-level")
    strathmarr.records(example / "record.json")
    strathmarr.imports(example / "plan-2.md", "strathmarr/five-level")
    strathmarr.records(example / "risks.json")
    yield strathmarr

    example = ROOT / "Examples/perth-and-kinross"
    perth = Committee("perth", "Perth and Kinross Child Protection Committee", [ROOT / "plugins/perth-and-kinross"],
                      "2023-10-31", "2023-06-30")
    perth.begin("perth-and-kinross-cpc")
    perth.records(example / "committee.json")
    perth.imports(example / "plan-2023.md", "perth-and-kinross/plan-2023")
    yield perth

    published = [
        ("000", "perth-and-kinross", "plan-2018", "2020-12-31", "2018-12-31"),
        ("001", "perth-and-kinross", "plan-2023", "2023-10-31", "2023-06-30"),
        ("002", "clackmannanshire", "strategic-plan", "2023-11-30", "2023-06-30"),
    ]
    for number, plugin, layout, day, since in published:
        document = next(iter(SEEDS.glob(f"{number}_*")), None) if SEEDS.is_dir() else None
        if document is None:
            print(f"gallery: skipped the published plan {number}, which is not here")
            continue
        committee = Committee(f"published-{number}", "Child Protection Committee", [ROOT / f"plugins/{plugin}"], day, since)
        committee.begin("cpc")
        committee.imports(document.resolve(), f"{plugin}/{layout}")
        yield committee


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    page = ["<!DOCTYPE html>", '<html lang="en">', '<head><meta charset="utf-8"><title>Gallery</title>',
            '<meta name="viewport" content="width=device-width, initial-scale=1"></head>', "<body><main>",
            "<h1>Gallery</h1>"]
    made = missing = 0
    for committee in committees():
        page += [f"<h2>{html.escape(committee.title)} ({committee.name}), {committee.day}</h2>", "<ul>"]
        for report, files, why in committee.make():
            links = ", ".join(f'<a href="{committee.name}/{file}">{html.escape(what)}</a>'
                              for what, file in files.items())
            page.append(f"<li>{html.escape(report)}: {links}{html.escape(why and ' ' + why)}</li>")
            made += len(files)
            missing += not files
        page.append("</ul>")
        (committee.folder / "s.sqlite").unlink()
    page.append("</main></body></html>")
    (OUT / "index.html").write_text("\n".join(page) + "\n", encoding="utf-8")
    print(f"gallery: {made} files of reports in {OUT}; {missing} reports that a committee cannot have")


if __name__ == "__main__":
    main()
