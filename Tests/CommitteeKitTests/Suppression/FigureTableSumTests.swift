// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("What readers could add up in a table of counts is known, or refused")
struct FigureTableSumTests {
    private static func read(_ rows: [String], _ head: String = "", all: String = "All") throws
        -> FigureTable
    {
        let text = (["Indicator,Area,Period,Count\(head)"] + rows).joined(separator: "\n")
        return try FigureTable(reading: Array(text.utf8), name: "t.csv", all: all)
    }

    private static let referrals = [
        "All referrals,South,2026,24", "All referrals,East,2026,18", "School,South,2026,15",
        "School,East,2026,7", "Health,South,2026,6", "Health,East,2026,2", "Police,South,2026,3",
        "Police,East,2026,9",
    ]

    @Test(
        "Sums that nobody declares, unread periods and two spellings are refused",
        arguments: [
            (
                referrals,
                "“All referrals” is everywhere the sum of “School”, “Health”, “Police”, so what is hidden of one "
                    + "could be worked out from the others. Add a column “Part of” that says “All referrals” in their "
                    + "lines."
            ),
            (
                [
                    "Visits,North,2026,10", "Visits,South,2026,3", "Visits,Total,2026,13",
                    "Calls,North,2026,4", "Calls,South,2026,9", "Calls,Total,2026,13",
                ],
                "The area “Total” is everywhere the sum of the others, so what is hidden of one could be worked out "
                    + "from them. Say that it stands for all areas: --all \"Total\"."
            ),
            (
                ["visits,North,2026,10", "Visits,North,2025,3"],
                "Lines 2 and 3 have the indicators “visits” and “Visits”, which differ in their spelling alone. Write "
                    + "them alike."
            ),
            (
                ["Visits,North,2026-1,10"],
                "Line 2 of t.csv has the period “2026-1”, so nobody knows with what it adds up. Write a period such as "
                    + "2018-07-31, 2018-07, 2018-Q3, 2018, 2018/19, 2018/19-school or 2018/19-register."
            ),
        ]
    )
    func refused(_ rows: [String], _ message: String) throws {
        let error = #expect(throws: SuppressionError.self) { try Self.read(rows) }
        #expect(error?.description == message)
    }

    @Test("Periods add up however they are written", arguments: ["2026 q2", "Q2 2026", "2026-Q2"])
    func periods(_ quarter: String) throws {
        let table = try Self.read([
            "Visits,North,April 2026,10", "Visits,North,2026-05,3", "Visits,North,June 2026,7",
            "Visits,North,\(quarter),20",
        ])
        guard case .safe(let tables) = try table.together().suppressed(by: .underFive) else {
            Issue.record("refused")
            return
        }
        #expect(tables.hidden.count >= 2)
    }

    @Test("Declared parts add up: a small one is hidden with another")
    func parts() throws {
        let rows = Self.referrals.map { row in
            row.hasPrefix("All") ? row + "," : row + ",All referrals"
        }
        let table = try Self.read(rows, ",Part of")
        guard case .safe(let tables) = try table.together().suppressed(by: .underFive) else {
            Issue.record("refused")
            return
        }
        // Two are small; each needs another beside it.
        #expect(tables.hidden.count >= 4)
    }
}
