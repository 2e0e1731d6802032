// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("What meetings send out")
struct MeetingReportTests {
    private static let held = Meeting(body: "committee", planned: CivilDate(2026, 10, 15))

    private static func edition(
        _ audience: Audience,
        asOf day: CivilDate = CivilDate(2026, 12, 31)
    ) async throws -> Edition {
        let store = try await EveryKindJournal.recorded()
        let entries = try await store.allEntries(of: EveryKindJournal.committee)
        return Edition(
            of: Record.folding(entries, asOf: day),
            committee: EveryKindJournal.committee.rawValue,
            name: EveryKindJournal.name,
            asOf: day,
            audience: audience
        )
    }

    private static func check(_ document: Document, _ name: String) {
        for form in [DocumentFormat.markdown, .html, .csv] {
            let golden = GoldenFile(
                "\(name).\(form.rawValue)",
                besides: #filePath,
                in: "Goldens"
            )
            if let difference = golden.difference(from: document.render(form)) {
                Issue.record("\(difference)")
            }
        }
    }

    @Test("Agenda, minute and attendance are as recorded", arguments: MeetingSheet.allCases)
    func documents(_ sheet: MeetingSheet) async throws {
        for audience in [Audience.committee, .public] {
            let edition = try await Self.edition(audience)
            let document = try MeetingReport.document(sheet, of: Self.held, in: edition)
            Self.check(document, "\(sheet.rawValue)-\(audience.rawValue)")
        }
    }

    @Test func theActionLogIsAsRecorded() async throws {
        let edition = try await Self.edition(.committee)
        let log = ActionLog(of: edition, withDone: true)
        Self.check(MeetingReport.actionLog(log, of: edition), "action-log")
    }

    @Test func theListOfMeetingsIsAsRecorded() async throws {
        let edition = try await Self.edition(.public, asOf: CivilDate(2026, 11, 1))
        let days = Array(edition.meetingDays().prefix(8))
        Self.check(MeetingReport.list(days, of: edition), "meetings")
    }

    @Test func aDraftIsNotForThePublic() async throws {
        let edition = try await Self.edition(.public, asOf: CivilDate(2026, 11, 1))
        #expect(throws: LibraryError.self) {
            try MeetingReport.document(.minute, of: Self.held, in: edition)
        }
        do {
            _ = try MeetingReport.document(.minute, of: Self.held, in: edition)
        } catch {
            #expect(
                error.message
                    == "The minute of committee/2026-10-15 is not approved yet, and drafts are for the "
                    + "committee."
            )
        }
    }

    @Test func thePublicReadsNothingPrivateInAnyForm() async throws {
        let edition = try await Self.edition(.public)
        for sheet in MeetingSheet.allCases {
            let document = try MeetingReport.document(sheet, of: Self.held, in: edition)
            for form in DocumentFormat.allCases {
                let text = String(decoding: document.render(form), as: UTF8.self)
                for word in ["Report of a group", "review", "P1", "Write to the group"] {
                    #expect(!text.contains(word), "\(sheet) as \(form)")
                }
                guard form != .csv else { continue }
                #expect(text.contains(MeetingReport.privateSentence) == (sheet != .attendance))
            }
        }
    }
}
