// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Sheets of quality assurance")
struct QualitySheetTests {
    typealias Sample = QualitySample

    private static func sheet() throws -> QualitySheet {
        QualitySheet(of: try Sample.whole().edition(), after: 9)
    }

    private static func read(
        _ text: String,
        now: QualitySample? = nil
    ) throws -> QualitySheet.Reading {
        let before = try Sample.whole().edition()
        return try QualitySheet.read(
            Array(text.utf8),
            source: "sheet.txt",
            against: now?.edition() ?? before
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
        let reading = try Self.read(try Self.changed("Due date:\n", "Due date: 30 November 2026\n"))
        #expect(
            reading.changes == [
                Change(
                    .quality(Audit.self, Sample.audit),
                    Audit.Entries.due.fact(CivilDate(2026, 11, 30))
                )
            ]
        )
        #expect(reading.sentences == ["The due date of audit “Neglect” is now: 30 November 2026"])
        #expect(reading.findings == [])
    }

    @Test func somethingNewOfEachKindIsAdded() throws {
        let text = try Self.changed(
            "[END]",
            """
            [audit files-2026] Files
            Lead: qa
            [finding neglect-2026#2] Visits are late.
            Sort: recommendation
            [return toolkit] National toolkit
            Due date: 20 October 2026
            [report inspection] Joint inspection
            Sort: area-review
            [course level-2] Neglect, level 2
            Supported actions: plan-2026#1.1
            [issue referral] Age of referral
            [END]
            """
        )
        let reading = try Self.read(text)
        #expect(reading.findings.map(\.message) == [])
        #expect(
            reading.changes.map { "\($0.subject.kind) \($0.subject.id) \($0.kind)" } == [
                "audit files-2026 audit.title-set", "audit files-2026 audit.lead-set",
                "quality-finding neglect-2026#2 quality-finding.words-set",
                "quality-finding neglect-2026#2 quality-finding.sort-set",
                "one-off-return toolkit one-off-return.title-set",
                "one-off-return toolkit one-off-return.due-date-set",
                "outside-report inspection outside-report.title-set",
                "outside-report inspection outside-report.sort-set",
                "course level-2 course.title-set", "course level-2 course.supported-actions-set",
                "national-issue referral national-issue.title-set",
            ]
        )
        // Names are those of the structure.
        #expect(reading.changes.contains { $0.fact == Audit.Entries.lead.fact("QA Officer") })
    }

    @Test func aSheetSurvivesEmail() throws {
        let text = try Self.changed("Due date:\n", "Due date: 30 November\n2026\n")
        let mailed =
            "Dear all,\n"
            + text.split(separator: "\n", omittingEmptySubsequences: true)
            .map { "> \($0)\u{A0}" }.joined(separator: "\r\n") + "\nKind regards\nThe clerk"
        let reading = try Self.read(mailed)
        #expect(reading.changes.map(\.fact) == [Audit.Entries.due.fact(CivilDate(2026, 11, 30))])
        #expect(reading.linesOutside == 3)
    }

    @Test func aHyphenTakesOutWhatStands() throws {
        let text = try Self.changed("Group: QA Group\n", "Group: -\n")
        #expect(try Self.read(text).changes.map(\.fact) == [Audit.Entries.group.fact(nil)])
    }

    private static let doubts: [(from: String, to: String, words: String)] = [
        (
            "Due date:\n", "Due date: at Christmas\n",
            "“Due date” is “at Christmas”, expected a day such as 31 October 2026."
        ),
        (
            "Lead:\n", "Lad: QA Officer\n",
            "“Lad” is none of the sheet's labels. Did you mean “Lead”?"
        ),
        (
            "Supported actions:\n", "Supported actions: plan-2026#7\n",
            "The record has no action “plan-2026#7”. Write the plan and the action, such as plan-2023#1.10."
        ),
        (
            "\n[audit neglect-2026]", "\n[audit]",
            "“[audit]” names nothing. Write a kind and a short name, such as [audit neglect-2026]. Kinds: audit, "
                + "dip-sample, return, report, finding, course, self-evaluation, issue. Nothing below it was read."
        ),
        (
            "[dip-sample eird]", "[finding neglect-2026#1]",
            "[finding neglect-2026#1] is here twice; the one on line 14 counts. Make one of the two."
        ),
    ]

    @Test(arguments: doubts.indices)
    func whatIsDoubtfulIsToldAndChangesNothing(_ place: Int) throws {
        let (from, to, words) = Self.doubts[place]
        let reading = try Self.read(try Self.changed(from, to))
        #expect(reading.findings.map(\.message).contains(words), "\(reading.findings)")
        #expect(!reading.changes.contains { $0.subject.kind == "audit" })
    }

    @Test func whatBothChangedIsAClash() throws {
        var now = try Sample.whole()
        now.add(Audit.self, Sample.audit, Audit.Entries.due.fact(CivilDate(2026, 12, 24)))
        let reading = try Self.read(
            try Self.changed("Due date:\n", "Due date: 30 November 2026\n"),
            now: now
        )
        #expect(reading.changes == [])
        #expect(reading.findings.map(\.kind) == ["clash"])
    }

    @Test func aFileThatIsNoSheetIsRefused() {
        #expect {
            try Self.read("Hello")
        } throws: { error in
            (error as? SheetError)?.message
                == "sheet.txt is no sheet of quality assurance: it has neither the line “QUALITY ASSURANCE” nor the "
                + "heading of a table with “Named” and “Title”. Write a sheet, and send that one back."
        }
    }

    // MARK: Through the library

    private static func committee() async throws -> Committee {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("cpc", name: "CPC")
        let library = CommitteeLibrary(store: store, today: { Sample.day })
        let committee = try await library.committee("cpc")
        var audit = Audit(id: "files")
        audit.title = "Files"
        try await committee.addQuality(audit, by: "qa")
        return committee
    }

    @Test func anAuditIsRecordedStepByStep() async throws {
        let committee = try await Self.committee()
        for fact in [Change.Fact.auditAgreed(QualityStep()), .auditBegun(QualityStep())] {
            try await committee.recordQuality(Audit.self, "files", fact, by: "qa")
        }
        for words in ["Late.", "Lost."] {
            try await committee.recordFinding(Prose(words), of: "files", by: "qa")
        }
        let edition = try await committee.edition(asOf: Sample.day, audience: .committee)
        #expect(edition.audits.first?.stage == .underWay)
        #expect(edition.qualityFindings.map(\.id) == ["files#1", "files#2"])
        let changed = try await committee.changeQuality(Audit.self, "files", by: "qa") {
            $0.due = CivilDate(2026, 5, 1)
        }
        #expect(changed.due == CivilDate(2026, 5, 1))
    }

    @Test func textsAreErasableAndLookedThrough() async throws {
        let committee = try await Self.committee()
        try await committee.changeQuality(Audit.self, "files", by: "qa") { $0.scope = "Ten files." }
        let entry = try #require(try await committee.entries().last)
        #expect(entry.kind == "audit.scope-set")
        #expect(entry.texts.map(\.text) == ["Ten files."])
        #expect(!entry.payload.canonicalText.contains("Ten files."))
        let count = try await committee.entries().count
        await #expect {
            try await committee.changeQuality(Audit.self, "files", by: "qa") {
                $0.scope = "Child Anna Smith, born on 3 May 2015, was harmed."
            }
        } throws: { error in
            (error as? LibraryError)?.code == .held
        }
        #expect(try await committee.entries().count == count)
    }

    @Test func whatIsNotThereIsToldWithTheClosest() async throws {
        let committee = try await Self.committee()
        await #expect {
            try await committee.recordQuality(
                Audit.self,
                "fils",
                .auditAgreed(QualityStep()),
                by: "qa"
            )
        } throws: { error in
            (error as? LibraryError)?.message == "There is no audit “fils”. Did you mean “files”?"
        }
    }

    /// Every free text of the room is kept erasable beside its entry.
    @Test func everyProseIsErasable() async throws {
        let store = try await EveryKindJournal.recorded()
        let kinds = Set(QualityRoom().kinds.map(\.kind))
        let words = ["words", "note", "reason", "why", "value"]
        for entry in try await store.allEntries(of: EveryKindJournal.committee)
        where kinds.contains(entry.kind) {
            for member in entry.payload.members?.map({ $0 }) ?? [] where words.contains(member.key)
            {
                guard let text = member.value.text, text.contains(" "), text.hasSuffix(".") else {
                    continue
                }
                Issue.record("\(entry.kind) keeps “\(text)” in its payload")
            }
        }
    }
}
