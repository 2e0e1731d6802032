// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

// The published plans are not part of the project; where they are absent there is nothing to read.
@Suite(.enabled(if: PublishedDocuments.arePresent, "the published plans are not here"))
struct PublishedPlanTests {
    @Test(
        "Rows, tables and heading rows of the published plans stand where they are printed",
        arguments: [
            (PublishedDocuments.plan2018, 3, 45, [206, 214, 219, 225, 230, 236, 242]),
            (
                PublishedDocuments.plan2023, 10, 133,
                [
                    207, 214, 223, 232, 236, 254, 258, 262, 271, 276, 280, 286, 296, 300, 312, 316,
                    321, 326, 335,
                ]
            ),
            (
                PublishedDocuments.strategicPlan, 19, 68,
                [
                    48, 61, 74, 86, 98, 115, 133, 144, 157, 173, 186, 199, 216, 233, 241, 249, 256,
                    263,
                ]
            ),
        ]
    )
    func rowsAndHeadings(name: String, tables: Int, rows: Int, headings: [Int]) throws {
        let document = try PublishedDocuments.read(name)
        let all = document.tables.flatMap(\.rows)
        #expect(document.format == .tabText)
        #expect(document.tables.count == tables)
        #expect(all.count == rows)
        let found = all.filter { $0.text(at: 0) == "No" || $0.text(at: 0).hasPrefix("OBJECTIVES") }
        #expect(found.map(\.line) == headings)
        #expect(document.lines.count == document.blocks.last?.endLine)
    }

    @Test func figuresOfTheProgressChecksAreCells() throws {
        let plan2018 = try PublishedDocuments.read(PublishedDocuments.plan2018)
        #expect(
            plan2018.row(198)?.cells.map(\.text) == [
                "TBC 2018", "Publication Date", "17", "0", "17", "17",
            ]
        )
        let plan2023 = try PublishedDocuments.read(PublishedDocuments.plan2023)
        #expect(
            plan2023.row(191)?.cells.map(\.text) == [
                "1 April 2023", "Published", "19", "-", "-", "19",
            ]
        )
        #expect(plan2023.row(192)?.cells.map(\.text).suffix(4) == ["19", "3", "0", "16"])
    }

    @Test func timescalesStandInTheirCells() throws {
        let plan2018 = try PublishedDocuments.read(PublishedDocuments.plan2018)
        #expect(plan2018.row(208)?.text(at: 4) == "By 31 March 2019")
        #expect(
            plan2018.row(215)?.text(at: 4)
                == "By 31 December 2020 (Longer Term Initiative – Ongoing)"
        )
        #expect(plan2018.row(252)?.text(at: 2) == "Ongoing 2018 – 2020")
        let strategic = try PublishedDocuments.read(PublishedDocuments.strategicPlan)
        #expect(strategic.row(117)?.text(at: 3) == "March, 2024")
        #expect(
            strategic.row(250)?.cells.suffix(3).map(\.text) == ["As above", "As above", "As above"]
        )
    }

    @Test func cyrillicTimescaleBecomesLatinAndIsLogged() throws {
        let document = try PublishedDocuments.read(PublishedDocuments.plan2023)
        #expect(document.row(240)?.text(at: 3) == "By")
        #expect(document.row(240)?.cells[3].raw == "\u{0412}\u{0443}")
        let logged = document.cleanings.filter { $0.what == .lookAlike }
        #expect(
            logged.first { $0.line == 240 }
                == Cleaning(
                    line: 240,
                    cell: 4,
                    what: .lookAlike,
                    before: "\u{0412}\u{0443}",
                    after: "By"
                )
        )
        #expect(document.lines[239].contains("\u{0412}\u{0443}"))
    }

    @Test func wordOfForeignLettersIsKeptAndFound() throws {
        let document = try PublishedDocuments.read(PublishedDocuments.plan2023)
        #expect(document.findings.map(\.line) == [163])
        #expect(document.findings.map(\.kind) == [.foreignLetters])
    }

    @Test func twoLeadsWithOnlyAWideSpaceBetweenThemAreTwoPieces() throws {
        let document = try PublishedDocuments.read(PublishedDocuments.plan2018)
        #expect(document.row(220)?.cells[3].pieces.count == 2)
    }

    @Test func headingsAroundTheTablesKeepLevelAndLine() throws {
        let document = try PublishedDocuments.read(PublishedDocuments.strategicPlan)
        #expect(document.blocks.first?.line == 1)
        #expect(
            document.blocks.contains(
                .heading(level: 4, text: "STRATEGIC PRIORITY LEADERSHIP and GOVERNANCE", line: 44)
            )
        )
        #expect(document.blocks.contains(.heading(level: 4, text: "**OUTCOME 1**", line: 46)))
    }

    @Test(arguments: [
        PublishedDocuments.plan2018, PublishedDocuments.plan2023, PublishedDocuments.strategicPlan,
    ])
    func everyLineWithTextIsInABlock(name: String) throws {
        let document = try PublishedDocuments.read(name)
        var covered = Set<Int>()
        for block in document.blocks {
            if let table = block.table {
                for row in table.rows { covered.formUnion(row.line...row.endLine) }
            } else {
                covered.formUnion(block.line...block.endLine)
            }
        }
        let written = document.lines.indices.filter {
            document.lines[$0].contains { !$0.isWhitespace }
        }
        #expect(written.allSatisfy { covered.contains($0 + 1) })
    }
}
