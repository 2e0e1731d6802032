// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite("How a register prints levels, scores and bands")
struct RegisterFormsTests {
    private typealias Sample = RegisterSample

    /// A register of few columns; cells of rows are likelihood, impact, score and perhaps more.
    private static func layout(_ columns: [(String, String)]) throws -> RegisterLayout {
        let columns = [("Ref", "number"), ("Risk", "title")] + columns
        return try Sample.layout([
            "about": "risks", "title": "Risk register of the glen, {date}", "register": "glen",
            "scale": "five", "visibility": "committee",
            "columns": .array(columns.map { [.string($0.0), .string($0.1)] }),
        ])
    }

    private static let levels = [
        ("L", "current.likelihood"), ("I", "current.impact"), ("Score", "current.score"),
    ]

    private static func document(
        _ headers: [(String, String)],
        _ rows: [[String]],
        date: String = "31 March 2026"
    ) -> String {
        let names = ["Ref", "Risk"] + headers.map(\.0)
        let risks = ["The bridge closes", "The hall floods", "The grant ends"]
        var lines = ["# Risk register of the glen, \(date)", ""]
        lines.append("| " + names.joined(separator: " | ") + " |")
        lines.append("|" + String(repeating: " --- |", count: names.count))
        for (place, row) in rows.enumerated() {
            let cells = ["R\(place + 1)", risks[place]] + row
            lines.append("| " + cells.joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The cells of the rows that were written, after the title of the risk.
    private static func cells(_ markdown: String) -> [[String]] {
        markdown.split(separator: "\n").filter { $0.hasPrefix("| R") && !$0.hasPrefix("| Ref") }
            .map { line in
                line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
                    .dropFirst(2).map { String($0).trimmingSpace }
            }
    }

    @Test(
        "Cells are written again as they were printed, and read again say nothing new",
        arguments: [
            [["4", "4", "16"], ["3", "4", "12"]],
            [["Likely", "Major", "16"], ["Possible", "Major", "12"]],
            [
                ["4 - Likely", "4 - Major", "16 (High)"],
                ["3 - Possible", "4 - Major", "12 (Medium)"],
            ],
            [["Likely (4)", "Major (4)", "High 16"], ["Possible (3)", "Major (4)", "Medium 12"]],
            [["LIKELY", "Major", "16"], ["3", "Major", "12 High"], ["Rare", "1", "1 Low"]],
            [["", "", "15 High"], ["", "", "6 (Medium)"], ["", "", "4 High"]],
            [["", "", "15"], ["", "", "6"], ["", "", "4 High"]],
            [["", "", "16 red"], ["", "", "6 amber"]],
        ],
        [(DocumentFormat.markdown, SourceFormat.markdown), (.html, .html), (.csv, .csv)]
    )
    func asPrinted(_ rows: [[String]], _ formats: (DocumentFormat, SourceFormat)) async throws {
        let sample = try await Sample(layout: Self.layout(Self.levels))
        let first = try await sample.importing(Self.document(Self.levels, rows))
        #expect(Self.cells(try await sample.written(.markdown)) == rows)
        let words = try await sample.written(formats.0)
        let again = try await sample.prepared(
            words,
            as: formats.1,
            asOf: CivilDate(2026, 3, 31)
        )
        #expect(again.drafts.map { "\($0.subject) \($0.kind) \($0.payload)" } == [])
        #expect(again.reading.rows.map(\.risk) == first.reading.rows.map(\.risk))
        #expect(again.reading.page.forms == first.reading.page.forms)
    }

    @Test("A band that the number does not make is not lost where no column holds it")
    func statedBand() async throws {
        let headers = [("Score", "current.score")]
        let sample = try await Sample(layout: Self.layout(headers))
        let found = try await sample.importing(Self.document(headers, [["4 High"], ["15"], ["6"]]))
        #expect(found.findings.map(\.kind) == ["score-differs"])
        let stated = RiskAssessment.Stated(value: 9, bandID: "top")
        try await sample.record(
            "R2",
            .assessed(.current, Sample.levels("", "", stated: stated)),
            on: CivilDate(2026, 5, 1)
        )
        let words = try await sample.written(.markdown)
        #expect(Self.cells(words) == [["4 High"], ["9 High"], ["6"]])
        try await sample.importing(words)
        let register = try await sample.register()
        for id in ["R1", "R2"] {
            let risk = try #require(register.risk(id))
            #expect(register.scored(.current, of: risk)?.score.bandID == "top")
        }
    }

    @Test("A band alone is written as the document prints it", arguments: ["High", "red", "Red"])
    func bands(_ printed: String) async throws {
        let headers = [("Band", "current.band")]
        let sample = try await Sample(layout: Self.layout(headers))
        try await sample.importing(Self.document(headers, [[printed]]))
        #expect(Self.cells(try await sample.written(.markdown)) == [[printed]])
    }

    @Test("What people assess later is written in the form of the column")
    func assessedLater() async throws {
        let sample = try await Sample(layout: Self.layout(Self.levels))
        let rows = [["Likely", "Major", "16 High"], ["possible", "Major", "12 Medium"]]
        try await sample.importing(Self.document(Self.levels, rows))
        try await sample.record(
            "R1",
            .assessed(.current, Sample.levels("5", "2")),
            on: CivilDate(2026, 5, 1)
        )
        try await sample.record(
            "R2",
            .assessed(.current, Sample.levels("1", "5")),
            on: CivilDate(2026, 5, 1)
        )
        let words = try await sample.written(.markdown)
        #expect(
            Self.cells(words) == [
                ["Certain", "Minor", "10 Medium"], ["Rare", "Severe", "5 Medium"],
            ]
        )
        let again = try await sample.prepared(words)
        #expect(again.drafts.filter { $0.kind == RiskFact.Name.assess.kind } == [])
    }

    @Test("A usual form is not kept; another is, with the page")
    func forms() throws {
        func forms(_ rows: [[String]]) throws -> [String: String] {
            let reader = RegisterReader(
                layout: try Self.layout(Self.levels),
                scale: try Sample.scale(),
                timescales: TimescaleReader()
            )
            let text = Self.document(Self.levels, rows)
            return try reader.read(
                try SourceDocument(text: text, name: "register.md", as: .markdown)
            ).page.forms
        }
        #expect(try forms([["4", "4", "16"], ["Likely", "4", "16"], ["3", "4", "12"]]) == [:])
        #expect(
            try forms([["4 – Likely", "Major", "16 [High]"], ["?", "", "TBC"]])
                == [
                    "current.likelihood": "{id} – {label}", "current.impact": "{label}",
                    "current.score": "{score} [{band}]",
                ]
        )
    }

    @Test("Forms are kept with the page in JSON, where there are any")
    func json() throws {
        var page = RegisterPage(layout: "a/b", title: "T", date: CivilDate(2026, 3, 31))
        #expect(page.json["forms"] == nil)
        page.forms = ["current.impact": "{label}"]
        #expect(page.json["forms"] == ["current.impact": "{label}"])
    }
}
