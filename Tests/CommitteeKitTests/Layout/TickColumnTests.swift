// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

@Suite("A status that is spread over columns with a mark in one of them")
struct TickColumnTests {
    private static func declaration(_ columns: String) -> String {
        """
        {
          "title": "Plan {period}", "levels": ["goal", "action"], "scheme": "rag",
          "headings": { "goal": ["Goal {number}: {text}"] },
          "columns": [["Ref", "number"], ["Task", "text"], \(columns)],
          "maintenance": {
            "heading": "Kept up", "columns": [["Ref", "number"], ["Task", "text"], \(columns)]
          }
        }
        """
    }

    private static let columns = """
        { "1": "On track", "2": "status", "tick": "G" },
        { "1": "At risk", "2": "status", "tick": "At risk" },
        { "1": "Gone", "2": "status", "tick": "Withdrawn", "mark": "x" }
        """

    private static func sample() throws -> LayoutSample {
        try LayoutSample(declaration(columns))
    }

    private static func document(_ cells: String, listed: String = "✓ |  | ") -> String {
        """
        # Plan 2024 – 2026

        ## Goal 1: Be heard

        | Ref | Task | On track | At risk | Gone |
        |---|---|---|---|---|
        | 1.1 | Ask | \(cells) |

        ## Kept up

        | Ref | Task | On track | At risk | Gone |
        |---|---|---|---|---|
        | 1 | Tell | \(listed) |
        """
    }

    @Test(
        "Any mark means the status of its column, and its words are the layout's",
        arguments: ["✓", "✔", "✔️", "x", "X", "•", "●", "yes", "Yes", "☑", "✅", "**✓**"]
    )
    func marksAreRead(_ mark: String) throws {
        let sample = try Self.sample()
        let reading = try sample.read(Self.document("| \(mark) | "))
        #expect(reading.plan.item("1.1")?.status?.printed == "At risk")
        #expect(reading.plan.item("maintenance/1")?.status?.printed == "G")
        #expect(reading.findings == [])
        #expect(
            !reading.account.lines.contains { $0.becameWords == "text beside the table" }
        )
        try sample.expectRoundTrip(of: reading.plan)
        #expect(sample.written(reading.plan).contains("| 1.1 | Ask |  | ✓ |  |"))
    }

    @Test(
        "A cross says yes to some and no to others, so it is no mark unless the layout names it",
        arguments: ["✗", "✘", "❌", "✖"]
    )
    func crossesAreFindings(_ cross: String) throws {
        let reading = try Self.sample().read(Self.document("| \(cross) | "))
        #expect(reading.plan.item("1.1")?.status == nil)
        #expect(reading.findings.map(\.kind).contains("tick-unread"))
        let named = try LayoutSample(
            Self.declaration(Self.columns.replacing("\"x\"", with: "\"\(cross)\""))
        )
        let read = try named.read(Self.document("| | \(cross)"))
        #expect(read.plan.item("1.1")?.status?.printed == "Withdrawn")
    }

    @Test("The mark is written that the layout names")
    func theMarkIsTheLayouts() throws {
        let sample = try Self.sample()
        let plan = try sample.read(Self.document("| | ✔")).plan
        #expect(sample.written(plan).contains("| 1.1 | Ask |  |  | x |"))
    }

    @Test("A status that was reported since moves the mark to its column")
    func theMarkFollowsTheStatus() throws {
        let sample = try Self.sample()
        var plan = try sample.read(Self.document("✓ | | ")).plan
        let place = try #require(plan.items.firstIndex { $0.id == "1.1" })
        plan.items[place].status?.printed = "A"
        #expect(sample.written(plan).contains("| 1.1 | Ask |  | ✓ |  |"))
    }

    struct Doubt: Sendable, CustomTestStringConvertible {
        var cells: String
        var status: String?
        var kinds: [String]
        var message: String
        var kept: [String]
        var testDescription: String { cells }
    }

    static let doubts = [
        Doubt(
            cells: "✓ | ✔ | ",
            status: "G",
            kinds: ["status-twice"],
            message:
                "Action 1.1 has the status “G” and here “At risk”; the first was taken, the other "
                + "is kept as text.",
            kept: ["✔"]
        ),
        Doubt(
            cells: "nearly | | ",
            status: nil,
            kinds: ["status-missing", "tick-unread"],
            message:
                "“nearly” stands in the column “On track”, where a mark is expected; it is kept as "
                + "text.",
            kept: ["nearly"]
        ),
        Doubt(
            cells: "✓ since May | | ",
            status: "G",
            kinds: ["tick-unread"],
            message:
                "“since May” stands beside the mark in the column “On track”; it is kept as text.",
            kept: ["since May"]
        ),
        Doubt(
            cells: "no | ✓ | ",
            status: "At risk",
            kinds: ["tick-unread"],
            message:
                "“no” stands in the column “On track”, where a mark is expected; it is kept as text.",
            kept: ["no"]
        ),
        Doubt(
            cells: "– | ✓ | ",
            status: "At risk",
            kinds: ["stray-mark"],
            message: "“–” stands in the column “On track” and was left out; it is no tick.",
            kept: []
        ),
        Doubt(
            cells: "☐ | | ",
            status: nil,
            kinds: ["status-missing"],
            message: "Action 1.1 has no status.",
            kept: []
        ),
    ]

    @Test(
        "What is no mark, and a second mark, are findings; their words are kept",
        arguments: doubts
    )
    func doubtsAreFindings(_ doubt: Doubt) throws {
        let reading = try Self.sample().read(Self.document(doubt.cells))
        #expect(reading.plan.item("1.1")?.status?.printed == doubt.status)
        #expect(reading.findings.map(\.kind) == doubt.kinds)
        #expect(reading.findings.contains { $0.message == doubt.message })
        #expect(reading.plan.texts.map(\.text.singleLine) == doubt.kept)
    }

    @Test(
        "A declaration that cannot be meant is refused with the way out",
        arguments: [
            (
                #"["State", "status"], { "1": "Done", "2": "text", "tick": "G" }"#,
                "columns[4].tick: the column “Done” has a tick, so it holds the status and nothing "
                    + "else: { \"Done\", \"status\", tick = \"G\" }."
            ),
            (
                #"{ "1": "Done", "2": "status", "mark": "x" }"#,
                "columns[3].mark: the column “Done” has a mark and does not say what it means. Add "
                    + "the status, such as tick = \"G\"."
            ),
            (
                #"{ "1": "Done", "2": "status", "tick": "G", "mark": "done" }"#,
                "columns[3].mark: “done” would not be read as a mark again. Write a sign such as ✓ "
                    + "or •, one letter such as x, or yes."
            ),
            (
                #"{ "1": "Done", "2": "status", "tick": "G" }, { "1": "OK", "2": "status", "tick": "g" }"#,
                "columns: the columns “Done” and “OK” have the same tick “g”. Give each column a "
                    + "status of its own."
            ),
        ]
    )
    func mistakesAreExplained(_ columns: String, _ message: String) {
        #expect(LayoutSample.error(of: Self.declaration(columns)) == message)
    }

    @Test(
        "Where every column of a status is ticked, the words for an exit stand in the first of them"
    )
    func exitsStandInTheFirst() throws {
        let sample = try LayoutSample(
            Self.declaration(
                #"{ "1": "On track", "2": "status", "tick": "G" }, { "1": "At risk", "2": "status", "tick": "A" }"#
            ).replacingOccurrences(
                of: #""maintenance""#,
                with: #""exits": { "withdrawn": ["Dropped"] }, "maintenance""#
            )
        )
        let document = """
            # Plan 2024 – 2026

            ## Goal 1: Be heard

            | Ref | Task | On track | At risk |
            |---|---|---|---|
            | 1.1 | Ask | Dropped |  |
            | 1.2 | Tell |  | ✓ |
            """
        let reading = try sample.read(document)
        #expect(reading.plan.item("1.1")?.exit?.kind == "withdrawn")
        #expect(reading.findings == [])
        #expect(sample.written(reading.plan).contains("| 1.1 | Ask | Dropped |  |"))
        var plan = reading.plan
        let place = try #require(plan.items.firstIndex { $0.id == "1.2" })
        plan.items[place].exit = PlanExit(kind: "withdrawn", on: CivilDate(2025, 1, 1))
        plan.items[place].status = nil
        #expect(sample.written(plan).contains("| 1.2 | Tell | Dropped |  |"))
    }
}
