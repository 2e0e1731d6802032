// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Reports on documents")
struct DocumentReportTests {
    /// The invented committee on the last day of a year, with a document that is overdue for review, one that
    /// is due soon, and an action that cites pages.
    private static func edition(_ audience: Audience) async throws -> Edition {
        let store = try await EveryKindJournal.recorded()
        let entries = try await store.allEntries(of: EveryKindJournal.committee)
        let day = CivilDate(2026, 12, 31)
        var edition = Edition(
            of: Record.folding(entries, asOf: day),
            committee: EveryKindJournal.committee.rawValue,
            name: EveryKindJournal.name,
            asOf: day,
            audience: .restricted
        )
        var pack = CommitteeDocument(id: "induction-pack")
        pack.title = "Induction pack"
        pack.owner = "Independent Chair"
        pack.reviewDate = CivilDate(2026, 11, 30)
        var calendar = CommitteeDocument(id: "training-calendar")
        calendar.title = "Training calendar"
        calendar.kind = "Calendar"
        calendar.owner = "Training Group"
        calendar.reviewDate = CivilDate(2027, 2, 1)
        calendar.editions = [DocumentEdition("2026", dated: CivilDate(2026, 1, 5), pages: 4)]
        edition.documents += [pack, calendar]
        let plan = try #require(
            edition.plans.firstIndex { $0.id == EveryKindJournal.plan }
        )
        let place = try #require(edition.plans[plan].items.firstIndex { $0.id == "1.2" })
        edition.plans[plan].items[place].evidence =
            "See practice-guide pp. 17-19, 33; training-calendar p. 5; induction-pak p. 2."
        return edition.cut(for: audience)
    }

    @Test(arguments: DocumentReport.all.map(\.id))
    func eachIsAsRecordedInEveryRenderer(_ id: String) async throws {
        let report = try #require(DocumentReport.all.first { $0.id == id })
        for audience in [Audience.committee, .public] {
            let document = report.document(of: try await Self.edition(audience))
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

    private static func markdown(_ edition: Edition, _ report: DocumentReport) -> String {
        String(decoding: report.document(of: edition).render(.markdown), as: UTF8.self)
    }

    @Test func theFirstScreenSaysWhichAreOverdue() async throws {
        let text = Self.markdown(try await DocumentSample().edition(), .register)
        let lines = text.split(separator: "\n").prefix(12).joined(separator: "\n")
        #expect(lines.contains("Review overdue"))
        #expect(
            lines.contains(
                "Joint protocol: review was due by 23 March 2025, overdue by 587 days (Chair)"
            )
        )
    }

    @Test func thePublicPageIsTheSameForWhoeverAsks() async throws {
        var sample = DocumentSample()
        sample.record("leaflet", CommitteeDocument.Entries.audience.fact(.public))
        let pages = try await [Audience.restricted, .committee, .public].asyncMap { audience in
            Self.markdown(try await sample.edition(for: audience), .published)
        }
        #expect(Set(pages).count == 1)
        #expect(pages[0].contains("Leaflet"))
        #expect(!pages[0].contains("Joint protocol"))
        #expect(!pages[0].contains("joint-protocol"))
    }

    @Test func aCommitteeWithoutDocumentsIsToldHowToBegin() throws {
        let edition = Edition(
            of: Record(),
            committee: "cpc",
            name: "CPC",
            asOf: DocumentSample.day,
            audience: .committee
        )
        #expect(Self.markdown(edition, .register).contains("No document is recorded. Add one with"))
        #expect(Self.markdown(edition, .published).contains("No document is published."))
    }

    @Test func everyFigureOfTheFirstScreenAddsUp() async throws {
        var sample = DocumentSample()
        for number in 0..<12 {
            let id = "doc-\(number)"
            sample.record(id, CommitteeDocument.Entries.title.fact("Document \(number)"))
            if number % 3 > 0 {
                sample.record(
                    id,
                    CommitteeDocument.Entries.reviewDate.fact(
                        DocumentSample.day + (number % 2 == 0 ? 400 : -3)
                    )
                )
            }
            if number % 5 == 4 {
                sample.record(id, .documentWithdrawn(DocumentWithdrawal()))
            }
        }
        let edition = try await sample.edition()
        let standings = edition.documents.map { $0.standing(on: edition.asOf) }
        let inForce = standings.filter { $0 != .withdrawn }.count
        let late = standings.filter { $0 == .overdue }.count
        let text = String(
            decoding: DocumentReport.register.document(of: edition).render(.plainText),
            as: UTF8.self
        )
        #expect(inForce == 12)
        #expect(text.contains("overdue"))
        #expect(edition.documentFindings().count { $0.kind == "review-overdue" } == late)
        #expect(text.components(of: "overdue by ") == late)
    }
}

extension Sequence where Self: Sendable {
    /// What a closure makes of each element, one after another.
    fileprivate func asyncMap<Result>(
        _ make: (Element) async throws -> Result
    ) async throws -> [Result] {
        var made: [Result] = []
        for element in self { made.append(try await make(element)) }
        return made
    }
}

extension String {
    /// How often a text stands in this one.
    fileprivate func components(of part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count - 1
    }
}
