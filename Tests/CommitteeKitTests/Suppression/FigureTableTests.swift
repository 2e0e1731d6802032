// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

/// Counts come from a sheet, and go out with small numbers hidden.
@Suite struct FigureTableTests {
    private func table(_ north: Int, _ south: Int) throws -> FigureTable {
        let text = """
            Area,Indicator,Period,Count
            North,Referrals,2026,\(north)
            South,Referrals,2026,\(south)
            East,Referrals,2026,40
            All,Referrals,2026,\(north + south + 40)

            """
        return try FigureTable(reading: Array(text.utf8), name: "referrals.csv")
    }

    private func tables(_ table: FigureTable) throws -> SafeTables {
        try #require(try table.together().suppressed(by: .underFive).tables)
    }

    @Test(arguments: DocumentFormat.allCases)
    func noFormTellsTheHiddenNumbersApart(_ format: DocumentFormat) throws {
        var pages: Set<[UInt8]> = []
        for north in 1...4 {
            let table = try table(north, 15 - north)
            let tables = try tables(table)
            #expect(tables.hidden.count == 2)
            var bytes: [UInt8] = []
            format.renderer.render(table.document(of: tables, title: "Figures"), into: &bytes)
            pages.insert(bytes)
        }
        #expect(pages.count == 1)
    }

    @Test func eachHiddenCellSaysWhy() throws {
        let table = try table(3, 12)
        let document = table.document(of: try tables(table), title: "Figures")
        var text: [UInt8] = []
        DocumentFormat.csv.renderer.render(document, into: &text)
        let lines = String(decoding: text, as: UTF8.self)
        #expect(lines.contains("North,hidden (small numbers)"))
        #expect(lines.contains("South,hidden (small numbers)"))
        #expect(lines.contains("All,55"))
    }

    @Test func monthsQuartersAndYearsAddUp() throws {
        var text = "Indicator,Area,Period,Count\n"
        for month in 1...12 {
            text += "R,North,2026-\(month < 10 ? "0" : "")\(month),\(month == 5 ? 2 : 20)\n"
        }
        for quarter in 1...4 { text += "R,North,2026 Q\(quarter),\(quarter == 2 ? 42 : 60)\n" }
        text += "R,North,2026,222\n"
        let tables = try tables(try FigureTable(reading: Array(text.utf8), name: "r.csv"))
        #expect(tables.hidden["R / North / 2026-05"] == .small)
        #expect(tables.hidden.count == 2)
        let wrong = text.replacing("2026 Q2,42", with: "2026 Q2,43")
        let error = #expect(throws: SuppressionError.self) {
            try FigureTable(reading: Array(wrong.utf8), name: "r.csv").together()
        }
        #expect(
            error?.message
                == "“R / North / 2026-Q2” is 43, and its parts add up to 42. Correct a number, or give "
                + "what is missing as a part of its own."
        )
    }

    @Test func whatAnEarlierEditionShowedStays() throws {
        let text = """
            Indicator,Area,Period,Count,Earlier
            Referrals,North,2026,3,
            Referrals,South,2026,12,shown
            Referrals,East,2026,40,
            Referrals,All,2026,55,shown

            """
        let table = try FigureTable(reading: Array(text.utf8), name: "referrals.csv")
        #expect(
            try tables(table).hidden.keys.sorted() == [
                "Referrals / East / 2026", "Referrals / North / 2026",
            ]
        )
    }

    @Test(arguments: [
        ("", "t.csv has no rows. Begin it with Indicator, Area, Period and Count."),
        (
            "Indicator,Area,Count\nR,N,1\n",
            "t.csv has no column “Period”. Begin it with Indicator, Area, Period and Count."
        ),
        (
            "Indicator,Area,Period,Count\nR,N,2026,few\n",
            "Line 2 of t.csv has the count “few”. Write a whole number from 0."
        ),
        (
            "Indicator,Area,Period,Count,Earlier\nR,N,2026,7,seen\n",
            "Line 2 of t.csv says “seen” under Earlier. Write shown, hidden or nothing."
        ),
    ])
    func aSheetThatIsNotOneSaysWhere(_ text: String, _ message: String) {
        let error = #expect(throws: SuppressionError.self) {
            try FigureTable(reading: Array(text.utf8), name: "t.csv")
        }
        #expect(error?.message == message)
    }
}
