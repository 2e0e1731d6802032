// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite("Lines between a heading and its table")
struct LineHabitTests {
    private static let columns = "| No | Step | Lead |\n|---|---|---|\n"

    private func layout() throws -> Layout {
        let declaration: JSONValue = [
            "title": "Plan {period}", "levels": ["aim", "step"], "inherits": ["timescale"],
            "headings": [
                "aim": ["1": "{number}. {text}", "lines": ["To be done {timescale.words}"]]
            ],
            "columns": [["No", "number"], ["Step", "text"], ["Lead", "leads"]],
        ]
        return try Layout(
            declaration: JSONNode(declaration, line: 1),
            id: "lines/plan",
            source: "main.lua"
        )
    }

    private func read(_ text: String, as format: SourceFormat = .markdown) throws -> PlanReading {
        let reader = PlanReader(
            layout: try layout(),
            scheme: nil,
            timescales: TimescaleReader()
        )
        return try reader.read(SourceDocument(text: text, name: "plan", as: format))
    }

    private static func document(_ line: String) -> String {
        "# Plan 2025 – 2027\n\n## 1. Speeds\n\n\(line)\n\n\(columns)| 1.1 | Put up signs | Roads |\n"
    }

    @Test("A caption that repeats the heading is no heading, also below a line of the layout")
    func caption() throws {
        let page = """
            <h1>Plan 2025 – 2027</h1><h2>1. Speeds</h2><p>To be done by 31 March 2027</p>
            <table><caption>1. Speeds</caption>
            <tr><th>No</th><th>Step</th><th>Lead</th></tr>
            <tr><td>1.1</td><td>Put up signs</td><td>Roads</td></tr></table>
            """
        let found = try read(page, as: .html)
        #expect(found.plan.items.map(\.id) == ["aim-1", "1.1"])
        #expect(found.findings.filter { $0.kind == "number-twice" } == [])
        #expect(found.plan.items[0].timescale.words == "by 31 March 2027")
    }

    @Test("A line that begins as one of the layout and does not go on so is a finding")
    func unread() throws {
        let good = try read(Self.document("To be done by 31 March 2027"))
        #expect(good.findings.filter { $0.kind.hasPrefix("line-") } == [])
        let misspelt = try read(Self.document("To be doen by 31 March 2027"))
        #expect(misspelt.findings.map(\.kind).contains("line-misspelt"))
        #expect(misspelt.plan.items[0].timescale.words == "by 31 March 2027")
    }
}
