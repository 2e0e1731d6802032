// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import CommitteeKit
import Testing

/// A plan written straight into bytes says what its document says, byte by byte.
@Suite struct LayoutStreamTests {
    /// Headings between tables, with and without what stands below them; headings that are rows;
    /// and columns that speak of a level above.
    private static let shapes = [
        #""headings": { "outcome": { "1": "OUTCOME {number} {text}", "below": "statement" } }"#,
        #""headings": { "goal": ["Goal {number}"], "outcome": ["{number}: {text} ({leads})"] }"#,
        #""headings": { "outcome": { "row": "{number} {text}" } }"#,
        #""headings": { "goal": { "1": "{text}", "below": "text" } }"#,
    ]

    private static func layout(_ shape: String) throws -> Layout {
        let text = """
            {
              "title": "Plan {period}", "levels": ["goal", "outcome", "action"],
              \(shape),
              "columns": [
                ["Goal", "goal.text"], ["Outcome", "{outcome.number} {outcome.text}"],
                ["Ref", "number"], ["Task", "text"], ["Who", "leads"],
                ["When", "timescale.words"], ["Progress", "progress"],
                ["Evidence", "evidence"], ["Own", "local.own"], ["State", "status"]
              ],
              "exits": { "transferred": ["Moved to {destination}"] }
            }
            """
        let node = try JSONReader.read(Array(text.utf8), source: "main.lua")
        return try Layout(declaration: node, id: "test/stream", source: "main.lua")
    }

    private static let words = [
        "", "Review", "the pathway.", "www.example.org", "a|b", "*star*", "_x_", "  two  spaces ",
        "<b>", "R&D", "AT&amp;T", "http://x", "3.2.4.1", "w.", "Ẃ.", "Caf\u{E9}", "•", "\u{A0}",
        "line\nfeed", "tab\tbed", "#1", "a@b.org", "$5", "[x](y)", "`code`", "~", "> more",
        "\u{7F}",
        "ww", "w", ".org", "–",
    ]

    private static func prose(_ random: inout SeededGenerator) -> Prose {
        let text = (0..<Int.random(in: 0..<4, using: &random))
            .map { _ in words.randomElement(using: &random) ?? "" }
            .joined(separator: Bool.random(using: &random) ? " " : "")
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return Prose(markup: "**\(text)** and<br>more")
        case 1: return Prose(blocks: [.list(ordered: false, [Prose.Item(text)])])
        case 2: return Prose(blocks: [.paragraph([.text(text)]), .paragraph([.text("w")])])
        case 3: return Prose(blocks: [.paragraph([.text(text), .text(".")])])
        default: return Prose(text)
        }
    }

    private static func plan(_ random: inout SeededGenerator) throws -> Plan {
        let document = """
            # Plan 2024 – 2026

            | Goal | Outcome | Ref | Task | Who | When | Progress | Evidence | Own | State |
            |---|---|---|---|---|---|---|---|---|---|
            | Be heard | 1 Ask | 1a | Ask | Chair | 2025 | None | None | None | G |
            """
        let source = try SourceDocument(reading: Array(document.utf8), name: "plan.md")
        var plan = try PlanReader(
            layout: try layout(shapes[0]),
            scheme: nil,
            timescales: TimescaleReader()
        ).read(source).plan
        var above: [Int: String] = [:]
        plan.items = (0..<Int.random(in: 0..<12, using: &random)).map { place in
            let level = Int.random(in: 0..<3, using: &random)
            var item = PlanItem(
                id: "i\(place)",
                level: level,
                parent: (0..<level).reversed().lazy.compactMap { above[$0] }.first,
                number: Bool.random(using: &random) ? "1.\(place)" : nil,
                text: prose(&random)
            )
            above[level] = item.id
            item.statement = prose(&random)
            item.leads = Leads(words: prose(&random))
            item.timescale = TimescaleReader().read(words.randomElement(using: &random) ?? "")
            item.evidence = prose(&random)
            item.local["own"] = prose(&random)
            if Bool.random(using: &random) { item.notes = [prose(&random)] }
            if Int.random(in: 0..<5, using: &random) == 0 {
                let day = CivilDate(2025, 1, 1)
                item.exit = PlanExit(kind: "transferred", destination: "a|b", on: day)
            }
            return item
        }
        plan.maintenance = Bool.random(using: &random) ? [] : Array(plan.items.prefix(2))
        return plan
    }

    @Test(arguments: shapes) func bytesAreThoseOfTheDocument(_ shape: String) throws {
        let writer = LayoutWriter(layout: try Self.layout(shape), scheme: nil)
        var random = SeededGenerator(seed: 20_261_122)
        for round in 0..<60 {
            let plan = try Self.plan(&random)
            var record = Record()
            record.plans = [plan]
            let edition = Edition(
                of: record,
                committee: "c",
                name: "C",
                asOf: CivilDate(2025, 1, 1),
                audience: .committee
            )
            let notice = Bool.random(using: &random) ? "Not | approved" : nil
            for format in DocumentFormat.allCases {
                var bytes: [UInt8] = []
                writer.write(
                    plan,
                    of: edition,
                    markedAsDraft: notice,
                    in: format,
                    into: &bytes
                )
                let document = writer.document(plan, of: edition).marked(asDraft: notice)
                var whole = document.render(format)
                if format == .csv {
                    var renderer = CSVRenderer()
                    renderer.content = .everything
                    whole = []
                    renderer.render(document, into: &whole)
                }
                #expect(
                    String(decoding: bytes, as: UTF8.self)
                        == String(decoding: whole, as: UTF8.self),
                    "round \(round)"
                )
            }
        }
    }
}
