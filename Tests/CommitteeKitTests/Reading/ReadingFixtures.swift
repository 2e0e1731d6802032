// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// A small committee of the tests, with a layout of three levels.
enum SmallPlan {
    static let scheme = StatusScheme(
        id: "small/rag",
        title: "RAG",
        keys: [
            StatusKey(letter: "G", word: "On track", meaning: .onTrack, colour: "green"),
            StatusKey(letter: "A", word: "At risk", meaning: .atRisk, colour: "amber"),
        ]
    )

    static func layout() throws -> Layout {
        let declaration: JSONValue = [
            "title": "Improvement Plan {period}",
            "levels": ["priority", "outcome", "action"],
            "scheme": "rag",
            "headings": ["priority": ["1": "Priority {number}: {text}"]],
            "columns": [
                ["1": "No", "2": "outcome.number", "merge": true],
                ["1": "Outcome", "2": "outcome.text", "merge": true],
                ["1": "Action", "2": "{number}: {text}"],
                ["1": "Lead", "2": "leads"],
                ["1": "Timescale", "2": "timescale.words"],
                ["1": "Progress @ {date}", "2": "progress"],
                ["1": "RAG", "2": "status"],
            ],
            "checks": [
                "heading": "Progress checks",
                "columns": [
                    ["Date", "date"], ["Report", "name"], ["Total", "total"],
                    ["Completed", "completed"], ["Added", "added"], ["Ongoing", "ongoing"],
                ],
            ],
            "maintenance": [
                "heading": "Maintenance",
                "columns": [
                    ["No", "number"], ["Task", "text"], ["Timescale", "timescale.words"],
                ],
            ],
            "facts": [
                ["progress", "Progress report at {date}"], ["approved", "Approved: {date}"],
            ],
            "completion": [
                "field": "progress", "completed": ["DONE."], "ongoing": ["GOES ON."],
            ],
            "reading": [
                "leads": [
                    "Lead Officer", ["Training Group", "TG"], "Children, Families and Justice",
                ],
                "stray_to": "progress", "status_at_cell_end": true,
            ],
        ]
        return try Layout(
            declaration: JSONNode(declaration, line: 1),
            id: "small/plan",
            source: "main.lua"
        )
    }

    static func reader() throws -> PlanReader {
        PlanReader(layout: try layout(), scheme: scheme, timescales: TimescaleReader())
    }

    static func read(_ text: String) throws -> PlanReading {
        try reader().read(try SourceDocument(text: text, name: "plan.txt", as: .tabText))
    }

    static let header = "No\tOutcome\tAction\tLead\tTimescale\tProgress @ 30 June 2024\tRAG"

    static let text = """
        Improvement Plan 2024 – 2026

        Approved: 5 March 2024

        Progress report at 30 June 2024

        A word before the tables.

        Progress checks

        Date\tReport\tTotal\tCompleted\tAdded\tOngoing
        5 March 2024\tPublished\t3\t-\t-\t3
        30 June 2024\tFirst report\t3\t1\t0\t2

        Priority 1: Early help

        \(header)
        1\tFamilies are helped early\t1.1: Agree one form\tLead Officer and Training Group\tBy 31 March 2025\tDrafted; GOES ON.\tG
        \t\t1.2: Tell every school\tChildren, Families and Justice\tBy 31 May 2024\tAll told. DONE.\tG

        \(header)
        2\tRecords are right\t2.1: Check the records\tTG\tBy 1 June 2024\tBegun\t
        \t\tof one month\t\t\tand going well. GOES ON.\tA

        Maintenance

        No\tTask\tTimescale
        1\tKeep the website right\tOngoing
        """
}
