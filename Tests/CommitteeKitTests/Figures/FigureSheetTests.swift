// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Sheets of figures")
struct FigureSheetTests {
    private static func edition() async throws -> Edition {
        let committee = try await FigureSample.referrals(["North": 12, "South": 30])
        return try await committee.edition(audience: .committee)
    }

    private static func read(_ text: String, written: Edition? = nil) async throws
        -> FigureSheet.Reading
    {
        let edition = try await edition()
        return try FigureSheet.read(Array(text.utf8), source: "sheet.txt", against: edition) { _ in
            written ?? edition
        }
    }

    private static func sheet() async throws -> FigureSheet {
        FigureSheet(of: try await edition(), after: 9)
    }

    @Test func bothFormsAreAsRecorded() async throws {
        let sheet = try await Self.sheet()
        for (name, text) in [("sheet.txt", sheet.text), ("sheet.csv", sheet.csv)] {
            let golden = GoldenFile(name, besides: #filePath, in: "Goldens")
            if let difference = golden.difference(from: Array(text.utf8)) {
                Issue.record("\(difference)")
            }
        }
    }

    @Test func whatWasWrittenSaysNothingNew() async throws {
        let sheet = try await Self.sheet()
        for text in [sheet.text, sheet.csv] {
            let reading = try await Self.read(text)
            #expect(reading.changes == [])
            #expect(reading.findings == [])
            #expect(reading.unchanged == 5)
        }
    }

    @Test func aCorrectedCountIsRecordedWithWhatItWasBefore() async throws {
        for (from, to) in [
            ("April to June 2026, North: 12\n", "> April to June 2026, North: 14\n"),
            ("April to June 2026, North: 12\n", "•  Q2 2026,  north: 14\n"),
            ("April to June 2026, North: 12\n", "2026-Q2, North: 14\n"),
        ] {
            let text = try await Self.sheet().text
            #expect(text.contains(from))
            let reading = try await Self.read(text.replacing(from, with: to))
            #expect(reading.findings == [])
            #expect(
                reading.sentences == [
                    "Indicator “Referrals” is 14 for April to June 2026, North, 12 before."
                ]
            )
            #expect(reading.changes.count == 1)
        }
    }

    @Test func aRowOfATableMayHaveAWholeAndARemark() async throws {
        let text =
            "Indicator,Period,Area,Count,Out of,Note\nreferrals,Q1 2026,South,\"1,204\",2000,Late\n"
        let reading = try await Self.read(text)
        #expect(reading.findings == [])
        #expect(
            reading.changes == [
                Change(
                    .indicator("referrals"),
                    .figuresSet([
                        FigureValue(
                            1204,
                            outOf: 2000,
                            in: FigurePeriod(.quarter, of: CivilDate(2026, 1, 1)),
                            area: "South",
                            note: "Late"
                        )
                    ])
                )
            ]
        )
    }

    @Test(arguments: [
        (
            "April to June 2026, North: about 12", "unreadable",
            "“about 12” is no count. Write a whole number such as 2,530, or 37 of 40."
        ),
        (
            "April to June 2026, North: <5", "unreadable",
            "“<5” is no count. Write a whole number such as 2,530, or 37 of 40."
        ),
        (
            "April to June 2026, North: 1,4", "unreadable",
            "“1,4” is no count. Write a whole number such as 2,530, or 37 of 40."
        ),
        (
            "April to June 2026, North: 1 4", "unreadable",
            "“1 4” is no count. Write a whole number such as 2,530, or 37 of 40."
        ),
        (
            "Spring 2026, North: 4", "unreadable",
            "“Spring 2026” is no period, expected \(FigurePeriod.expected)."
        ),
        (
            "April to June 2026, Nroth: 4", "unknown-area",
            "[referrals] has no area “Nroth”. Did you mean “North”?"
        ),
        (
            "April to June 2026, North - 14", "no-colon",
            "“April to June 2026, North - 14” has no colon. Write the period, a colon and the count."
        ),
        (
            "2027-Q2, North: 4", "refused",
            "The value of “referrals” for April to June 2027, North is said on 2026-10-31, before the period ends on 2027-06-30. Record it when the period is over."
        ),
    ])
    func aDoubtfulLineIsShownAndChangesNothing(_ line: String, _ kind: String, _ message: String)
        async throws
    {
        let text = try await Self.sheet().text
        let reading = try await Self.read(
            text.replacing("April to June 2026, North: 12", with: line)
        )
        #expect(reading.changes == [])
        #expect(reading.findings.map(\.kind) == [kind])
        #expect(reading.findings.map(\.message) == [message])
    }

    @Test(
        "A row of a table that could be lost in silence is told",
        arguments: [
            (
                "referrals,Q1 2026,South,\"12,34\",,", "unreadable",
                "“12,34” is no count. Write a whole number such as 2,530, or 37 of 40."
            ),
            (
                ",Q1 2026,South,12,,", "no-indicator",
                "The row has a count and no indicator, so it was not read. Name the indicator."
            ),
            (
                "referrals,Q1 2026,South,,40,", "no-count",
                "The row of [referrals] says out of how many and no count, so it was not read. Give the count."
            ),
            (
                "referrals,Q2 2026,South,30,,\"Late", "open-quote",
                "A quotation mark opens here and is never closed, so everything after it was read as one cell. "
                    + "Close it."
            ),
        ]
    )
    func aRowIsTold(_ row: String, _ kind: String, _ message: String) async throws {
        let reading = try await Self.read("Indicator,Period,Area,Count,Out of,Note\n\(row)\n")
        #expect(reading.findings.map(\.kind) == [kind])
        #expect(reading.findings.map(\.message) == [message])
        #expect(reading.findings.map(\.line) == [2])
    }

    @Test func twoColumnsOfOneNameAreTold() async throws {
        let reading = try await Self.read(
            "Indicator,Period,Area,Count,Count\nreferrals,Q2 2026,South,30,31\n"
        )
        #expect(
            reading.findings.map(\.message) == [
                "The heading “count” stands over columns 4 and 5, and the first was read. Take the other out, or name "
                    + "it otherwise."
            ]
        )
    }

    @Test func aWorkbookIsToldFromText() async throws {
        let edition = try await Self.edition()
        let error = #expect(throws: SheetError.self) {
            try FigureSheet.read([0x50, 0x4B, 3, 4, 0xFF], source: "f.xlsx", against: edition) {
                _ in
                nil
            }
        }
        #expect(
            error?.message
                == "f.xlsx is a Word or Excel file, and this sheet is read as text. Save it from there as CSV UTF-8 "
                + "(comma delimited)."
        )
    }

    @Test(arguments: ["", "?", " "])
    func aBlankIsNoAnswer(_ words: String) async throws {
        let text = try await Self.sheet().text
        let reading = try await Self.read(
            text.replacing(
                "April to June 2026, North: 12",
                with: "April to June 2026, North: \(words)"
            )
        )
        #expect(reading.changes == [])
        #expect(reading.findings == [])
    }

    @Test func whatTwoChangedIsAFinding() async throws {
        let before = try await FigureSample.referrals(["North": 11, "South": 31])
        let written = try await before.edition(audience: .committee)
        let text = FigureSheet(of: written, after: 9).text
        let reading = try await Self.read(
            text.replacing("North: 11", with: "North: 15"),
            written: written
        )
        #expect(reading.changes == [])
        #expect(reading.findings.map(\.kind) == ["clash"])
    }

    @Test func aLostEndHoldsTheLastValue() async throws {
        let text = try await Self.sheet().text.replacing("[END]", with: "")
        let reading = try await Self.read(text.replacing("South: 30", with: "South: 3"))
        #expect(reading.changes == [])
        #expect(reading.findings.map(\.kind) == ["no-end"])
    }

    @Test func whatIsNoSheetIsSaid() async throws {
        let edition = try await Self.edition()
        let error = #expect(throws: SheetError.self) {
            try FigureSheet.read(Array("Dear all".utf8), source: "mail.txt", against: edition) {
                _ in nil
            }
        }
        #expect(
            error?.message
                == "mail.txt is no sheet of figures: it has neither the line “FIGURES” nor the heading of a table with "
                + "“Indicator”, “Period” and “Count”. Write a sheet, and send that one back."
        )
    }
}
