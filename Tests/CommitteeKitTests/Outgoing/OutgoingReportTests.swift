// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("What goes out as reports")
struct OutgoingReportTests {
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

    /// The meeting of each paper: that which was held, so that each has something in it.
    private static func request(_ audience: Audience) async throws -> OutgoingReport.Request {
        OutgoingReport.Request(
            try await edition(audience),
            since: try await edition(audience, asOf: CivilDate(2026, 9, 30)),
            meeting: "committee/2026-10-15"
        )
    }

    @Test("Each is as recorded in every renderer", arguments: OutgoingReport.all.map(\.id))
    func documents(_ id: String) async throws {
        let report = try #require(OutgoingReport.all.first { $0.id == id })
        for audience in [Audience.committee, .public] {
            let document: Document
            do {
                document = try report.document(try await Self.request(audience))
            } catch let error as LibraryError {
                Issue.record("\(audience): \(error.message)")
                continue
            }
            for form in DocumentFormat.allCases where audience == .committee || form == .markdown {
                let golden = GoldenFile(
                    "\(id)-\(audience.rawValue).\(form.rawValue)",
                    besides: #filePath,
                    in: "Goldens"
                )
                if let difference = golden.difference(from: document.render(form)) {
                    Issue.record("\(difference)")
                }
            }
        }
    }

    @Test("The public reads nothing private", arguments: OutgoingReport.all.map(\.id))
    func thePublicReadsNothingPrivate(_ id: String) async throws {
        let report = try #require(OutgoingReport.all.first { $0.id == id })
        let document = try report.document(try await Self.request(.public))
        for form in DocumentFormat.allCases {
            let text = String(decoding: document.render(form), as: UTF8.self)
            for word in ["Report of a group", "A review is under way", "P1", "Write to the group"] {
                #expect(!text.contains(word), "\(id) as \(form)")
            }
        }
    }

    @Test func aMeetingThatIsNotThereIsToldWithTheClosest() async throws {
        var request = try await Self.request(.committee)
        request.meeting = "committee/2026-10-16"
        #expect {
            try OutgoingReport.agenda.document(request)
        } throws: { error in
            (error as? LibraryError)?.message
                == "The meeting committee/2026-10-16 was not called. Did you mean “committee/2026-10-15”?"
        }
    }

    @Test func aBodyThatIsNoGroupIsToldSo() async throws {
        var request = try await Self.request(.committee)
        request.body = "chiefs"
        #expect {
            try OutgoingReport.groupReport.document(request)
        } throws: { error in
            (error as? LibraryError)?.message.hasPrefix("“chiefs” is not a group. ") ?? false
        }
    }

    @Test func aPlanThatIsNotThereIsToldWithTheKnownOnes() async throws {
        var request = try await Self.request(.committee)
        request.plan = "nowhere"
        #expect {
            try OutgoingReport.chiefOfficers.document(request)
        } throws: { error in
            (error as? LibraryError)?.message.hasPrefix(
                "There is no plan “nowhere” on 2026-12-31. "
            )
                ?? false
        }
    }

    @Test func aCommitteeWithoutAnythingStillReports() throws {
        let edition = Edition(
            of: Record(),
            committee: "cpc",
            name: "CPC",
            asOf: CivilDate(2026, 12, 31),
            audience: .public
        )
        for report in [
            OutgoingReport.actionLog, .groupReport, .chiefOfficers, .bodyUpdate,
        ] {
            let document = try report.document(OutgoingReport.Request(edition))
            #expect(document.blocks.count > 1, "\(report.id)")
        }
        #expect {
            try OutgoingReport.pack.document(OutgoingReport.Request(edition))
        } throws: { error in
            (error as? LibraryError)?.message
                == "The record does not say yet what the committee is called, and it has no meetings. Say who is who "
                + "with committee structure, then call one: committee meeting call."
        }
    }
}
