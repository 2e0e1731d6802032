// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Sheets of documents")
struct DocumentSheetTests {
    typealias Entries = CommitteeDocument.Entries

    private static func read(
        _ text: String,
        after sample: DocumentSample = DocumentSample(),
        written: DocumentSample? = DocumentSample()
    ) async throws -> DocumentSheet.Reading {
        let before = try await written?.edition()
        return try DocumentSheet.read(
            Array(text.utf8),
            source: "sheet.txt",
            against: try await sample.edition()
        ) { _ in before }
    }

    private static func sheet() async throws -> DocumentSheet {
        DocumentSheet(of: try await DocumentSample().edition(), after: 5)
    }

    private static func changed(_ from: String, _ to: String) async throws -> String {
        let text = try await sheet().text
        #expect(text.contains(from))
        return text.replacing(from, with: to)
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
        }
    }

    @Test func onlyWhatDiffersIsRecorded() async throws {
        let text = try await Self.changed("Owner: Chair\n", "Owner: Lead Officer\n")
        let reading = try await Self.read(text)
        #expect(
            reading.changes == [
                Change(.document("joint-protocol"), Entries.owner.fact("Lead Officer"))
            ]
        )
        #expect(
            reading.sentences == [
                "The owner of document “Joint protocol” is now: Lead Officer"
            ]
        )
        #expect(reading.findings == [])
    }

    @Test func aTableSaysTheSame() async throws {
        let csv = try await Self.sheet().csv.replacing(",Chair,", with: ",Lead Officer,")
        let reading = try await Self.read(csv)
        #expect(reading.changes.map(\.fact.kind) == ["document.owner-set"])
    }

    @Test func aSheetSurvivesEmail() async throws {
        let text = try await Self.changed("Owner: Chair\n", "Owner: Lead\nOfficer\n")
        let mailed =
            "Dear all,\n"
            + text.split(separator: "\n", omittingEmptySubsequences: true)
            .map { "> \($0)\u{A0}" }.joined(separator: "\r\n") + "\nKind regards\nThe clerk"
        let reading = try await Self.read(mailed)
        #expect(
            reading.changes.map(\.fact) == [Entries.owner.fact("Lead Officer")]
        )
        #expect(reading.linesOutside == 3)
    }

    @Test func anEmptyAnswerAndAQuestionMarkChangeNothing() async throws {
        for answer in ["", "?"] {
            let text = try await Self.changed("Owner: Chair\n", "Owner: \(answer)\n")
            #expect(try await Self.read(text).changes == [])
        }
    }

    @Test func aHyphenTakesOutWhatStands() async throws {
        let text = try await Self.changed("Owner: Chair\n", "Owner: -\n")
        #expect(try await Self.read(text).changes.map(\.fact) == [Entries.owner.fact(nil)])
    }

    @Test func aNewDocumentIsAdded() async throws {
        let text = try await Self.changed(
            "[END]",
            """
            [training-calendar] Training calendar
            Kind: Calendar
            Edition: 2027
            Edition dated: 5 January 2026
            Decided by: Committee
            Pages: 4
            [END]
            """
        )
        let reading = try await Self.read(text)
        #expect(
            reading.changes.map(\.fact) == [
                Entries.title.fact("Training calendar"), Entries.kind.fact("Calendar"),
                .documentEditionSet(
                    DocumentEdition(
                        "2027",
                        dated: CivilDate(2026, 1, 5),
                        pages: 4,
                        decidedBy: "Committee"
                    )
                ),
            ]
        )
        #expect(reading.findings == [])
    }

    @Test func whatOthersRecordedMeanwhileStays() async throws {
        var now = DocumentSample()
        now.record("joint-protocol", Entries.kind.fact("Protocol"))
        let text = try await Self.changed("Owner: Chair\n", "Owner: Lead Officer\n")
        let reading = try await Self.read(text, after: now)
        #expect(reading.changes.map(\.fact) == [Entries.owner.fact("Lead Officer")])
    }

    private static let doubts: [(from: String, to: String, line: Int, words: String)] = [
        (
            "Review months: 24", "Review months: often", 11,
            "“Review months” is “often”, expected a whole number such as 24."
        ),
        (
            "Owner: Chair", "Ownr: Lead Officer", 6,
            "“Ownr” is none of the sheet's labels. Did you mean “Owner”?"
        ),
        (
            "Review months: 24", "Review months: 500", 11,
            "The document “joint-protocol” would be reviewed every 500 months. Give a number from 1 to 240."
        ),
        (
            "Edition: 1\n", "Edition: 2\n", 13,
            "Edition 2 of [joint-protocol] bears the same day as edition 1. Write its own day, or a hyphen "
                + "for the day of recording."
        ),
        (
            "[leaflet]", "[the leaflet]", 18,
            "“the leaflet” cannot name a document. Use letters, digits and hyphens only, such as "
                + "[joint-protocol]. Nothing below it was read."
        ),
        (
            "[leaflet]", "[joint-protocol]", 18,
            "[joint-protocol] is here twice; the one on line 4 counts. Make one of the two."
        ),
    ]

    @Test(arguments: doubts.indices)
    func whatIsDoubtfulIsToldAndChangesNothing(_ place: Int) async throws {
        let (from, to, line, words) = Self.doubts[place]
        let reading = try await Self.read(try await Self.changed(from, to))
        #expect(reading.changes == [])
        #expect(reading.findings.map(\.message) == [words])
        #expect(reading.findings.map(\.line) == [line])
    }

    @Test func whatBothChangedIsAClash() async throws {
        var now = DocumentSample()
        now.record("joint-protocol", Entries.owner.fact("Police"))
        let text = try await Self.changed("Owner: Chair\n", "Owner: Lead Officer\n")
        let reading = try await Self.read(text, after: now)
        #expect(reading.changes == [])
        #expect(
            reading.findings.map(\.message) == [
                "“Owner” of [joint-protocol] was changed in the record since the sheet was written, and the "
                    + "sheet says something else. Write a new sheet, and say there which of the two it is "
                    + "to be."
            ]
        )
    }

    @Test func aSheetWhoseEndIsLostHoldsItsLastAnswer() async throws {
        let text = try await Self.changed("Pages:\n\n[END]\n", "Pages: 1")
        let reading = try await Self.read(text)
        #expect(reading.changes == [])
        #expect(
            reading.findings.map(\.message) == [
                "The sheet has no line [END], so “Pages” of [leaflet] may be cut off and was not read. Put "
                    + "the line back."
            ]
        )
    }

    @Test func whatIsNoSheetIsToldSo() async throws {
        let edition = try await DocumentSample().edition()
        for (bytes, words) in [
            (
                Array("Dear all".utf8),
                "mail.txt is no sheet of documents: it has neither the line “DOCUMENTS” nor the heading of "
                    + "a table with “Document” and “Title”. Write a sheet, and send that one back."
            ), ([0xFF, 0xFE, 0xFF], "mail.txt is not UTF-8. Save it as UTF-8."),
        ] {
            #expect {
                try DocumentSheet.read(bytes, source: "mail.txt", against: edition) { _ in nil }
            } throws: { error in
                (error as? SheetError)?.message == words
            }
        }
    }

    @Test func noDamageStopsTheReader() async throws {
        let sheet = try await Self.sheet()
        let edition = try await DocumentSample().edition()
        for whole in [Array(sheet.text.utf8), Array(sheet.csv.utf8)] {
            for place in stride(from: 0, to: whole.count, by: 7) {
                var damaged = whole
                damaged[place] = [0x0A, 0x22, 0x5B, 0x2C, 0x3A][place % 5]
                for bytes in [damaged, Array(whole[..<place])] {
                    _ = try? DocumentSheet.read(bytes, source: "s", against: edition) { _ in nil }
                }
            }
        }
    }
}
