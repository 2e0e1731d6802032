// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit

extension DocumentMaker {
    /// A document whose rows hold several activities, with lists apart and risks behind the words.
    mutating func shared() -> MutableDocument {
        var lines: [[String]] = [["Improvement Plan 2024 – 2026"], [""], [words(2, 6)], [""]]
        lines += [
            ["Totals"], ["Date", "All", "Share", "Away"], ["1 May 2024", "9", "45%", "2"], [""],
        ]
        lines.append(["Outcome", "Activities", "Who", "When", "2025/26", "State"])
        for _ in 1...7 {
            let count = Int.random(in: 1...3, using: &random)
            let parts = (0..<count).map { _ in words(2, 4) }.joined(separator: "  ")
            let isDealt = Bool.random(using: &random)
            let who =
                isDealt
                ? (0..<count).map { _ in word() }.joined(separator: "  ") : words(1, 2)
            let risk = count == 1 && Bool.random(using: &random) ? " (risk \(word()))" : ""
            let later = Bool.random(using: &random) ? words(1, 3) : ""
            lines.append([words(2, 3), parts + risk, who, word(), later, "G"])
        }
        lines += [[""], ["Completed"], ["Ref", "Task", "Outcome"]]
        for item in 1...3 { lines.append(["\(item)", words(2, 5), words(1, 3)]) }
        lines += [[""], ["Carried over"], ["Ref", "Task", "When"]]
        for item in 1...3 { lines.append(["\(item)", words(2, 5), words(1, 3)]) }
        return MutableDocument(lines: lines)
    }

    static func sharedLayout() throws -> Layout {
        let declaration: JSONValue = [
            "title": "Improvement Plan {period}", "levels": ["outcome", "activity"],
            "scheme": "rag",
            "columns": [
                ["1": "Outcome", "2": "outcome.text"],
                ["1": "Activities", "2": "text", "each": true], ["1": "Who", "2": "leads"],
                ["1": "When", "2": "local.when"],
                ["1": "2025/26", "2": "local.in_2025", "due": "2025/26"],
                ["1": "State", "2": "status"],
            ],
            "after_text": ["(risk {local.risk})"],
            "checks": [
                "heading": "Totals",
                "columns": [
                    ["Date", "date"], ["All", "total"], ["Share", "share_completed"],
                    ["Away", "list.carried-over"],
                ],
            ],
            "lists": [
                [
                    "name": "completed", "heading": "Completed", "counts": true,
                    "columns": [
                        ["Ref", "number"], ["Task", "text"], ["Outcome", "outcome.text"],
                    ],
                ],
                [
                    "name": "carried-over", "heading": "Carried over",
                    "columns": [
                        ["Ref", "number"], ["Task", "text"], ["When", "timescale.words"],
                    ],
                ],
            ],
        ]
        return try Layout(
            declaration: JSONNode(declaration, line: 1),
            id: "small/shared",
            source: "main.lua"
        )
    }

    /// A document with leads below headings, years as rows, and sources below the rows.
    mutating func years() -> MutableDocument {
        let header = ["", "Step", "Who", "Due", "2026/27"]
        var lines: [[String]] = [["Improvement Plan 2024 – 2027"], [""], [words(2, 6)], [""]]
        for goal in 1...3 {
            lines += [["Goal \(goal): \(words())"], [""], ["Lead: \(words(1, 2))"], [""]]
            if Bool.random(using: &random) { lines += [["Theme: \(words(1, 2))"], [""]] }
            lines.append(header)
            for (place, year) in ["2024/25", "Year 2"].enumerated() {
                lines.append([year, "", "", "", ""])
                for step in 1...3 {
                    let mark = Bool.random(using: &random) ? "✓" : ""
                    let who = Bool.random(using: &random) ? words(1, 2) : ""
                    lines.append(["\(goal).\(place * 3 + step)", words(2, 5), who, word(), mark])
                    guard Bool.random(using: &random) else { continue }
                    lines.append(["Source: \(words(1, 3))", "", "", "", ""])
                }
            }
            lines.append([""])
        }
        return MutableDocument(lines: lines)
    }

    static func yearsLayout() throws -> Layout {
        let declaration: JSONValue = [
            "title": "Improvement Plan {period}", "levels": ["goal", "year", "step"],
            "years": "year", "inherits": ["leads"],
            "headings": [
                "goal": [
                    "1": "Goal {number}: {text}",
                    "lines": ["Lead: {leads}", "Theme: {local.theme}"],
                ],
                "year": ["row": "{text}"],
            ],
            "columns": [
                ["1": "", "2": "number"], ["1": "Step", "2": "text"], ["1": "Who", "2": "leads"],
                ["1": "Due", "2": "local.due"],
                ["1": "2026/27", "2": "timescale.words", "tick": "2026/27"],
            ],
            "below_row": ["Source: {local.source}"],
        ]
        return try Layout(
            declaration: JSONNode(declaration, line: 1),
            id: "small/years",
            source: "main.lua"
        )
    }
}
