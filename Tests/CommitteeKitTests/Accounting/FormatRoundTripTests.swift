// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Foundation
import Testing

/// What a layout writes in a format is read again as the plan that was written.
@Suite("Written and read again")
struct FormatRoundTripTests {
    static let formats: [(DocumentFormat, SourceFormat)] = [
        (.markdown, .markdown), (.html, .html), (.csv, .csv), (.json, .json),
    ]

    /// Words that mean something in one format or another.
    private static let hostile = [
        "a, b; c", "“quoted” and \"quoted\"", "=1+2", "-5 degrees", "@home", "a | b", "5 < 6 > 4",
        "R&D &amp; more", "# not a heading", "* no star", "1) first", "under_scored_words", "100%",
        "it's `code`", "[a](b)", "\\ back", "+44 131", "~ about ~", "naïve – “x”", "a: b", "{x}",
        "the <b> tag", "two **stars**", "<br>", "a\\*b",
    ]

    /// A plan without bold type and links.
    private static func plain(_ plan: Plan) -> Plan {
        var plan = plan
        func plain(_ item: PlanItem) -> PlanItem {
            var item = item
            item.text = Prose(item.text.plainText)
            item.leads.words = Prose(item.leads.words.plainText)
            item.progress = item.progress.map { entry in
                var entry = entry
                entry.text = Prose(entry.text.plainText)
                return entry
            }
            return item
        }
        plan.items = plan.items.map(plain)
        plan.maintenance = plan.maintenance.map(plain)
        plan.texts = plan.texts.map { text in
            var text = text
            text.text = Prose(text.text.plainText)
            return text
        }
        return plan
    }

    @Test("A plan is the same after every format", arguments: formats.map(\.0.rawValue))
    func plansAreTheSame(name: String) throws {
        let (format, source) = try #require(Self.formats.first { $0.0.rawValue == name })
        let count =
            ProcessInfo.processInfo.environment["MUTATIONS"].flatMap(Int.init).map { $0 / 10 } ?? 12
        var different: [String] = []
        var compared = 0
        var random = SeededGenerator(seed: 7)
        for round in 0..<count {
            let shapes: [(Layout, (inout DocumentMaker) -> MutableDocument)] = [
                (try SmallPlan.layout(), { $0.small() }),
                (try DocumentMaker.sectionsLayout(), { $0.sections() }),
                (try DocumentMaker.ticksLayout(), { $0.ticks() }),
            ]
            let (layout, make) = shapes[round % shapes.count]
            var maker = DocumentMaker(seed: UInt64(round))
            var document = make(&maker)
            for place in document.lines.indices where Int.random(in: 0..<4, using: &random) == 0 {
                let cells = document.lines[place].indices.filter { cell in
                    document.lines[place][cell].hasSuffix("w")
                        && !document.lines[place][cell].contains(":")
                }
                guard let cell = cells.last else { continue }
                document.lines[place][cell] += " " + Self.hostile.randomElement(using: &random)!
            }
            if round % 2 == 0 { _ = document.mutate(&random, fresh: maker.word()) }
            let sample = LayoutSample(layout: layout)
            guard var plan = try? sample.read(document.text, as: .tabText).plan else { continue }
            if round % 3 == 1 {
                // Some rows lose their number.
                for place in plan.items.indices
                where plan.items[place].level == plan.actionLevel
                    && Int.random(in: 0..<3, using: &random) == 0
                {
                    plan.items[place].number = nil
                }
                for place in plan.maintenance.indices where place % 2 == 1 {
                    plan.maintenance[place].number = nil
                }
            }
            compared += 1
            let written = sample.written(plan, as: format)
            do {
                let again = try sample.read(written, as: source).plan
                // Values separated by commas have words and no markup.
                let difference =
                    format == .csv
                    ? LayoutSample.differences(Self.plain(again), Self.plain(plan))
                    : LayoutSample.differences(again, plan)
                guard !difference.isEmpty || again.statedChecks != plan.statedChecks else {
                    continue
                }
                different.append("\(round): \(difference)")
            } catch {
                different.append("\(round): \(error)")
            }
        }
        #expect(compared * 10 >= count * 9, "\(compared) of \(count) could be compared")
        #expect(
            different.count == 0,
            "\(different.count) of \(count)\n\(different.joined(separator: "\n"))"
        )
    }
}
