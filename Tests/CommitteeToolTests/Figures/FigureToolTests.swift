// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

/// `committee dataset`, as an officer uses it.
@Suite("The tool keeps figures")
struct FigureToolTests {
    private static let environment = [
        "COMMITTEE_STORE": "council.sqlite", "COMMITTEE_BY": "Coordinator",
    ]

    /// Runs a command on a day, and requires that it ends with a code.
    @discardableResult
    private static func run(
        _ tool: BuiltTool,
        _ words: String,
        on day: String = "2026-10-31",
        code: Int32 = 0
    ) throws -> String {
        let run = try tool.run(
            words.split(separator: "|").map { String($0).trimmingCharacters(in: .whitespaces) },
            today: day,
            environment: environment
        )
        #expect(run.code == code, "\(words): \(run.errors)\(run.output)")
        return code == 0 ? run.output : run.output + run.errors
    }

    /// A committee with the register of July 2018, known as 2,668 and later as 2,530.
    private static func tool() throws -> BuiltTool {
        let tool = try BuiltTool.withStore()
        try run(
            tool,
            "dataset|add|registrations|Children on the register|--unit|children|--audience|public|--on|2018-01-01"
        )
        try run(tool, "dataset|value|registrations|2018-07-31|2668|--on|2018-11-30")
        try run(tool, "dataset|value|registrations|2018-07-31|2530|--on|2019-02-28")
        return tool
    }

    @Test func aRevisedValueLeavesTheEarlierOne() throws {
        let tool = try Self.tool()
        let early = try Self.run(tool, "dataset|show|registrations|--as-of|2018-12-31")
        #expect(early.contains("2,668"))
        #expect(!early.contains("2,530"))
        let late = try Self.run(tool, "dataset|show|registrations")
        #expect(
            late.contains("31 July 2018: revised on 28 February 2019, 2,668 before and 2,530 then.")
        )
        #expect(
            try Self.run(tool, "dataset|value|registrations|31 July 2018|2531")
                == "“Children on the register” is 2,531 for 31 July 2018, 2,530 before.\n"
        )
    }

    @Test func aSheetGoesOutAndComesBack() throws {
        let tool = try Self.tool()
        for name in ["figures.txt", "figures.csv"] {
            try Self.run(tool, "dataset|sheet|-o|\(name)")
            #expect(
                try Self.run(tool, "dataset|sheet|\(name)")
                    == "1 value as the record has it.\nNothing was recorded: the sheet says nothing new.\n"
            )
        }
        let text = String(decoding: try tool.bytes(of: "figures.txt"), as: UTF8.self)
        try tool.write(
            text.replacingOccurrences(
                of: "[END]",
                with: "31 July 2019: 2,481\n31 July 2020: many\n[END]"
            ),
            to: "back.txt"
        )
        let said = try Self.run(tool, "dataset|sheet|back.txt")
        #expect(
            said.contains("“many” is no count. Write a whole number such as 2,530, or 37 of 40.")
        )
        #expect(said.contains("  Indicator “Children on the register” is 2,481 for 31 July 2019."))
        #expect(said.contains("Recorded 1 entry"))
        #expect(try Self.run(tool, "dataset|sheet|back.txt").contains("Nothing was recorded"))
    }

    @Test func figuresArePublishedOrNotThere() throws {
        let tool = try Self.tool()
        #expect(try !Self.run(tool, "dataset|list|--audience|public|--json").contains("2530"))
        #expect(
            try Self.run(tool, "dataset|publish|--dry-run")
                == "1 figure would be published for “public”, 0 with a hidden number (dry run).\n"
        )
        #expect(try !Self.run(tool, "dataset|list|--audience|public|--json").contains("2530"))
        #expect(
            try Self.run(tool, "dataset|publish")
                == "Published 1 figure for “public”, 0 with a hidden number.\n"
        )
        let list = try Self.run(tool, "dataset|list|--audience|public|--json")
        #expect(list.contains("2530"))
        #expect(!list.contains("2668"), "what was never published")
        #expect(
            try Self.run(tool, "dataset|publish") == "Nothing is new for the audience “public”.\n"
        )
    }

    @Test func aSmallCountIsHiddenWithItsReason() throws {
        let tool = try Self.tool()
        try Self.run(
            tool,
            "dataset|add|referrals|Referrals|--audience|public|--area|North|--area|South|--area|East"
        )
        for (area, count) in [("North", 3), ("South", 30), ("East", 40)] {
            try Self.run(tool, "dataset|value|referrals|2026-Q2|\(count)|--area|\(area)")
        }
        try Self.run(tool, "dataset|value|referrals|2026-Q2|73")
        let said = try Self.run(tool, "dataset|publish|--indicator|referrals")
        #expect(said.contains("  referrals, April to June 2026, North: The count is small.\n"))
        let page = try Self.run(
            tool,
            "report|council.sqlite|--format|standard/figures|--as|md|--audience|public"
        )
        #expect(page.contains("| April to June 2026 | 73 | hidden |"))
        try Self.run(tool, "dataset|value|referrals|2026-Q2|80")
        let error = try Self.run(tool, "dataset|publish", code: 1)
        #expect(error.contains("its parts add up to 73. Correct a number"))
    }

    @Test func questionsStandWithTheirPeriod() throws {
        let tool = try Self.tool()
        #expect(
            try Self.run(tool, "dataset|ask|registrations|2018-07-31|Why fewer?|--from|Chair")
                == "Recorded question 1 about “Children on the register”.\n"
        )
        #expect(
            try Self.run(tool, "dataset|list").contains(
                "question-open  Question 1 about indicator “Children on the register” and 31 July 2018 has no "
                    + "answer yet."
            )
        )
        try Self.run(
            tool,
            "dataset|answer|registrations|1|Transfers were counted twice.|--from|Police"
        )
        #expect(try !Self.run(tool, "dataset|list").contains("question-open"))
        #expect(
            try Self.run(tool, "dataset|answer|registrations|2|Yes", code: 1).contains(
                "has no question 2. Its questions are numbered 1 to 1."
            )
        )
    }
}
