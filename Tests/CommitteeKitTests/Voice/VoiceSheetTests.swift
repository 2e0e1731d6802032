// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Sheets of feedback")
struct VoiceSheetTests {
    typealias Sample = VoiceSample

    private static func sheet() throws -> VoiceSheet {
        VoiceSheet(of: try Sample.year().edition(), after: 9)
    }

    private static func read(_ text: String, now: VoiceSample? = nil) throws -> VoiceSheet.Reading {
        let before = try Sample.year().edition(for: .restricted)
        return try VoiceSheet.read(
            Array(text.utf8),
            source: "sheet.txt",
            against: now?.edition(for: .restricted) ?? before
        ) { _ in before }
    }

    private static func changed(_ from: String, _ to: String) throws -> String {
        let text = try sheet().text
        #expect(text.contains(from), "\(from)")
        return text.replacing(from, with: to, maxReplacements: 1)
    }

    @Test func bothFormsAreAsRecorded() throws {
        let sheet = try Self.sheet()
        for (name, text) in [("sheet.txt", sheet.text), ("sheet.csv", sheet.csv)] {
            let golden = GoldenFile(name, besides: #filePath, in: "Goldens")
            if let difference = golden.difference(from: Array(text.utf8)) {
                Issue.record("\(difference)")
            }
        }
    }

    @Test func whatWasWrittenSaysNothingNew() throws {
        let sheet = try Self.sheet()
        for text in [sheet.text, sheet.csv] {
            let reading = try Self.read(text)
            #expect(reading.changes == [])
            #expect(reading.findings == [])
        }
    }

    @Test func onlyWhatDiffersIsRecorded() throws {
        let text = try Self.changed("Method: survey", "Method: questionnaire")
            .replacing("Answered: 28", with: "Answered: 30", maxReplacements: 1)
        let reading = try Self.read(text)
        #expect(
            reading.changes == [
                Change(.voice(Sample.id), Voice.Entries.method.fact(.questionnaire)),
                Change(.voice(Sample.id), .voiceCounted(VoiceCounts(30, of: 40))),
            ]
        )
        #expect(reading.findings == [])
    }

    @Test func newFeedbackIsAdded() throws {
        let text = try Self.changed(
            "[END]",
            """
            > [staff-2026] Staff of the North
            > Heard: staff, parents-and-carers
            > Method: interview
            > Themes: waiting
            > Summary: Forms take long,
            > and nobody reads them.
            > Asked: 60
            > Answered: 41
            [END]
            Kind regards
            """
        )
        let reading = try Self.read(text)
        #expect(reading.findings == [])
        #expect(reading.linesOutside == 1)
        let staff = SubjectReference.voice("staff-2026")
        #expect(
            reading.changes == [
                Change(staff, Voice.Entries.title.fact("Staff of the North")),
                Change(staff, Voice.Entries.heard.fact([.staff, .parentsAndCarers])),
                Change(staff, Voice.Entries.method.fact(.interview)),
                Change(staff, Voice.Entries.themes.fact(["waiting"])),
                Change(
                    staff,
                    Voice.Entries.summary.fact("Forms take long, and nobody reads them.")
                ),
                Change(staff, .voiceCounted(VoiceCounts(41, of: 60))),
            ]
        )
    }

    private static let doubts: [(String, String, String)] = [
        ("Method: survey", "Method: surveys", "unreadable"),
        ("Heard: children, young-people", "Heard: kids", "unreadable"),
        ("Themes: being-heard", "Themes: being-hard", "refused"),
        ("Method: survey", "Methode: group", "label"),
        ("Asked: 40", "Asked: many", "unreadable"), ("Answered: 28", "Answered: 99", "refused"),
        ("[END]\n", "", "no-end"), ("ref 9", "", "no-reference"),
        ("[school-survey-2026] ", "[school survey] ", "no-identifier"),
        ("[END]", "[school-survey-2026] Again\n[END]", "said-twice"),
        ("[END]", "[new-one] New\nAsked: 5\n[END]", "counts"),
    ]

    @Test(arguments: doubts.indices)
    func whatIsDoubtfulChangesNothing(_ place: Int) throws {
        let (from, to, kind) = Self.doubts[place]
        let reading = try Self.read(try Self.changed(from, to))
        #expect(reading.findings.map(\.kind) == [kind])
        #expect(reading.changes.filter { $0.subject == .voice(Sample.id) } == [])
    }

    @Test func whatOthersRecordedMeanwhileStays() throws {
        var now = try Sample.year()
        now.add(Voice.Entries.method.fact(.group))
        now.add(Voice.Entries.lead.fact("Education North"))
        let reading = try Self.read(
            try Self.changed("Method: survey", "Method: interview"),
            now: now
        )
        #expect(reading.changes == [])
        #expect(reading.findings.map(\.kind) == ["clash"])
    }

    @Test func theRestrictedCircleIsNamed() throws {
        let sheet = VoiceSheet(of: try Sample.year().edition(for: .restricted), after: 12)
        #expect(sheet.text.contains("ref 12 restricted"))
        #expect(sheet.text.contains("[hidden]"))
        #expect(!(try Self.sheet().text.contains("[hidden]")))
        #expect(
            VoiceSheet.Reference(
                in: sheet.text.split(separator: "\n").first.map(String.init) ?? ""
            )?.isRestricted == true
        )
    }

    @Test func whatIsNoSheetIsRefused() {
        #expect(throws: SheetError.self) { try Self.read("Hello") }
    }
}
