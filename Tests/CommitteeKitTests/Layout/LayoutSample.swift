// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

/// A layout of the tests, declared as JSON, with its reading and its writing.
struct LayoutSample {
    var layout: Layout

    init(_ declaration: String) throws {
        let node = try JSONReader.read(Array(declaration.utf8), source: "main.lua")
        layout = try Layout(declaration: node, id: "small/plan", source: "main.lua")
    }

    init(layout: Layout) { self.layout = layout }

    static func error(of declaration: String) -> String? {
        #expect(throws: JSONError.self) { try LayoutSample(declaration) }?.message
    }

    /// When the plan runs, for documents that do not say so.
    var period: CivilSpan?

    func read(_ text: String, as format: SourceFormat = .markdown) throws -> PlanReading {
        try PlanReader(layout: layout, scheme: SmallPlan.scheme, timescales: TimescaleReader())
            .read(try SourceDocument(text: text, name: "plan.md", as: format), period: period)
    }

    func written(_ plan: Plan, as format: DocumentFormat = .markdown) -> String {
        var record = Record()
        record.plans = [plan]
        let edition = Edition(
            of: record,
            committee: "c",
            name: "C",
            asOf: CivilDate(2024, 7, 1),
            audience: .restricted
        )
        var bytes: [UInt8] = []
        LayoutWriter(layout: layout, scheme: SmallPlan.scheme)
            .write(plan, of: edition, in: format, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The items and texts that two plans do not share.
    static func differences(_ first: Plan, _ second: Plan) -> String {
        func lines(_ plan: Plan) -> [String] {
            (plan.items + plan.listedItems).map { "\($0)" } + plan.texts.map { "\($0)" }
                + ["\(plan.statedFacts)"]
        }
        let changes = lines(first).difference(from: lines(second))
        return changes.map { "\($0)" }.joined(separator: "\n")
    }

    /// Holds a plan against what is read of it when it is written, in Markdown and as a web page.
    func expectRoundTrip(
        of plan: Plan,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let markdown = written(plan)
        let again = try read(markdown).plan
        let isEqual = again == plan
        #expect(
            isEqual,
            "\(Self.differences(again, plan))\n\(markdown)",
            sourceLocation: sourceLocation
        )
        let page = try read(written(plan, as: .html), as: .html).plan
        let hasItems = page.items == plan.items && page.listedItems == plan.listedItems
        #expect(
            hasItems,
            "the web page: \(Self.differences(page, plan))",
            sourceLocation: sourceLocation
        )
    }
}
