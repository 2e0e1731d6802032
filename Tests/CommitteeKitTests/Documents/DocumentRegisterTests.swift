// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("The register of documents")
struct DocumentRegisterTests {
    typealias Entries = CommitteeDocument.Entries
    private static let day = DocumentSample.day

    // MARK: What can be, state by state

    /// What may happen to a document, a sample of each kind.
    static let facts: [(name: String, fact: Change.Fact)] = [
        ("title", Entries.title.fact("New title")), ("kind", Entries.kind.fact("Policy")),
        ("owner", Entries.owner.fact("Chair")), ("readers", Entries.readers.fact("Staff")),
        ("publishedAt", Entries.publishedAt.fact(["Town Hall"])),
        ("audience", Entries.audience.fact(.public)),
        ("reviewDate", Entries.reviewDate.fact(CivilDate(2027, 1, 1))),
        ("reviewMonths", Entries.reviewMonths.fact(12)),
        ("edition", .documentEditionSet(DocumentEdition("9"))),
        ("distributed", .documentDistributed(DocumentDistribution(to: ["Police"]))),
        ("confirmed", .documentConfirmed(DocumentConfirmation(by: "Police"))),
        ("reviewed", .documentReviewed(DocumentReview("No change"))),
        ("withdrawn", .documentWithdrawn(DocumentWithdrawal())),
    ]

    /// How far a document can have come.
    enum State: String, CaseIterable { case unknown, titled, issued, withdrawn }

    @Test(arguments: State.allCases)
    func whatCanBeSaidHangsOnHowFarItHasCome(_ state: State) async throws {
        var sample = DocumentSample()
        sample.record("gone", Entries.title.fact("Gone"))
        sample.record("gone", .documentWithdrawn(DocumentWithdrawal()))
        let id =
            switch state {
            case .unknown: "new-one"
            case .titled: "leaflet"
            case .issued: "joint-protocol"
            case .withdrawn: "gone"
            }
        for (name, fact) in Self.facts {
            let isAllowed =
                switch state {
                case .unknown: name == "title"
                case .titled: name != "distributed" && name != "confirmed"
                case .issued: true
                case .withdrawn: false
                }
            let refusal = try await DocumentSample.refusal(id, fact, after: sample)
            #expect((refusal == nil) == isAllowed, "\(name) of \(state): \(refusal ?? "allowed")")
        }
    }

    @Test func everyKindOfEntryIsTried() {
        let tried = Set(Self.facts.map(\.fact.kind))
        #expect(tried == Set(DocumentsRoom().kinds.map(\.kind)))
    }

    private static let refusals: [(String, Change.Fact, String)] = [
        (
            "joint protocol", Entries.title.fact("T"),
            "“joint protocol” cannot name a document, because texts could not cite it. Use letters, digits "
                + "and hyphens only, such as joint-protocol."
        ),
        (
            "joint-protocl", Entries.kind.fact("Policy"),
            "There is no document “joint-protocl” on 2026-10-31. Did you mean “joint-protocol”?"
        ),
        (
            "leaflet", Entries.title.fact(nil),
            "The document “leaflet” would have no title. Give it one."
        ),
        (
            "leaflet", Entries.reviewMonths.fact(0),
            "The document “leaflet” would be reviewed every 0 months. Give a number from 1 to 240."
        ),
        (
            "leaflet", .documentDistributed(DocumentDistribution(to: ["Police"])),
            "The document “leaflet” has no edition. Record an edition first."
        ),
        (
            "joint-protocol", .documentDistributed(DocumentDistribution(to: [])),
            "Nobody is named to whom the document “joint-protocol” went. Name a seat, an agency or a body."
        ),
        (
            "joint-protocol",
            .documentDistributed(DocumentDistribution(to: ["Police"], edition: "2")),
            "The document “joint-protocol” has no edition “2”. Known: 1."
        ),
        (
            "joint-protocol",
            .documentDistributed(
                DocumentDistribution(to: ["Police"], confirmBy: CivilDate(2026, 10, 1))
            ),
            "It went out on 2026-10-31, and was to be confirmed before that, by 2026-10-01. Correct one of "
                + "the days."
        ),
        (
            "joint-protocol",
            .documentConfirmed(DocumentConfirmation(by: "Police", count: 7, outOf: 6)),
            "“Police” would have 7 confirmations of 6 people. Correct one of the numbers."
        ),
        (
            "joint-protocol", .documentConfirmed(DocumentConfirmation(by: "Police", outOf: 6)),
            "It is said how many people “Police” has, and not how many confirmed. Give the count too."
        ),
        (
            "joint-protocol", .documentConfirmed(DocumentConfirmation(by: "Police", count: -1)),
            "-1 people cannot have confirmed. Give a number from 0."
        ),
        (
            "joint-protocol", .documentEditionSet(DocumentEdition("2", pages: 0)),
            "Edition “2” would have 0 pages. Give at least 1, or leave the pages out."
        ),
        (
            "joint-protocol",
            .documentEditionSet(DocumentEdition("2", decidedOn: CivilDate(2026, 1, 1))),
            "Edition “2” has a day of decision and no body that decided. Name the body."
        ),
        (
            "joint-protocol",
            .documentEditionSet(
                DocumentEdition("2", decidedBy: "Committee", decidedOn: CivilDate(2026, 12, 1))
            ),
            "Edition “2” would be decided on 2026-12-01, after 2026-10-31. Correct the day, or record it "
                + "when it is decided."
        ),
        (
            "joint-protocol",
            .documentReviewed(DocumentReview("No change", next: CivilDate(2026, 10, 31))),
            "The document “joint-protocol” was reviewed on 2026-10-31, so the next review cannot be by "
                + "2026-10-31. Name a later day."
        ),
        (
            "leaflet", .documentWithdrawn(DocumentWithdrawal(replacedBy: "leaflet")),
            "The document “leaflet” cannot be replaced by itself. Name the document that takes its place, "
                + "or leave that out."
        ),
        (
            "leaflet", .documentWithdrawn(DocumentWithdrawal(replacedBy: "joint-protocl")),
            "There is no document “joint-protocl” to replace “leaflet”. Did you mean “joint-protocol”?"
        ),
    ]

    @Test(arguments: refusals.indices)
    func whatCannotBeIsToldInWords(_ place: Int) async throws {
        let (id, fact, words) = Self.refusals[place]
        let refusal = try await DocumentSample.refusal(id, fact)
        #expect(refusal?.hasSuffix(words) == true, "\(refusal ?? "allowed")")
    }

    @Test func aDocumentThatIsWithdrawnTakesNothingMore() async throws {
        var sample = DocumentSample()
        sample.record(
            "leaflet",
            .documentWithdrawn(DocumentWithdrawal(replacedBy: "joint-protocol"))
        )
        let again = try await DocumentSample.refusal(
            "leaflet",
            .documentReviewed(DocumentReview("No change")),
            after: sample
        )
        #expect(
            again?.hasSuffix(
                "The document “leaflet” was withdrawn on 2026-10-31. Nothing more can be said of it; add a "
                    + "document with another identifier."
            ) == true
        )
        let circle = try await DocumentSample.refusal(
            "joint-protocol",
            .documentWithdrawn(DocumentWithdrawal(replacedBy: "leaflet")),
            after: sample
        )
        #expect(
            circle?.hasSuffix(
                "The document “leaflet” was withdrawn itself, so it cannot replace “joint-protocol”. Name "
                    + "one that is in force."
            ) == true
        )
    }

    // MARK: When it is reviewed

    @Test func theIntervalCountsFromTheDecisionOnTheLastEdition() async throws {
        let document = try await DocumentSample().edition().documents[0]
        #expect(document.nextReview == CivilDate(2025, 3, 23))
        #expect(document.standing(on: CivilDate(2025, 3, 23)) == .current)
        #expect(document.standing(on: CivilDate(2025, 3, 24)) == .overdue)
    }

    @Test func aDayThatWasSetGoesBeforeTheInterval() async throws {
        var sample = DocumentSample()
        sample.record("joint-protocol", Entries.reviewDate.fact(CivilDate(2026, 11, 30)))
        #expect(try await sample.edition().documents[0].nextReview == CivilDate(2026, 11, 30))
    }

    @Test func aReviewStartsTheIntervalAgain() async throws {
        var sample = DocumentSample()
        sample.record("joint-protocol", Entries.reviewDate.fact(CivilDate(2026, 11, 30)))
        sample.record("joint-protocol", .documentReviewed(DocumentReview("No change")))
        #expect(try await sample.edition().documents[0].nextReview == CivilDate(2028, 10, 31))
    }

    @Test func aDocumentWithoutADayHasNoReview() async throws {
        let leaflet = try await DocumentSample().edition().documents[1]
        #expect(leaflet.nextReview == nil)
        #expect(leaflet.standing(on: Self.day) == .undated)
    }

    @Test func overdueReviewsAndConfirmationsAreDeadlines() async throws {
        var sample = DocumentSample()
        sample.record(
            "joint-protocol",
            .documentDistributed(
                DocumentDistribution(
                    to: ["Police", "Chair"],
                    confirmBy: CivilDate(2026, 11, 14)
                )
            )
        )
        sample.record("joint-protocol", .documentConfirmed(DocumentConfirmation(by: "Chair")))
        let state = try await sample.edition()[DocumentRegister.self]
        let due = state.deadlines(through: CivilDate(2026, 11, 14))
        #expect(due.map(\.kind) == ["document-review", "document-confirmation"])
        #expect(
            due.map(\.name) == [
                "the review of document “Joint protocol”",
                "the confirmation of edition 1 of document “Joint protocol”",
            ]
        )
        #expect(due.map(\.leads) == [["Chair"], ["Police"]])
        #expect(state.deadlines(through: CivilDate(2025, 3, 22)) == [])
    }

    @Test func theWorkInHandTellsOfAnOverdueReview() async throws {
        let work = WorkInHand(of: try await DocumentSample().edition())
        #expect(work.late.map(\.words) == ["The review of document “Joint protocol”"])
    }

    // MARK: Who has it

    @Test func confirmationsAreCountedByPartyWithTheirPeople() async throws {
        var sample = DocumentSample()
        sample.record(
            "joint-protocol",
            .documentDistributed(DocumentDistribution(to: ["Police", "Chair", "Police"]))
        )
        for count in [100, 140] {
            sample.record(
                "joint-protocol",
                .documentConfirmed(DocumentConfirmation(by: "Police", count: count, outOf: 206))
            )
        }
        let receipt = try #require(try await sample.edition().documents[0].receipts.first)
        #expect(receipt.recipients == ["Police", "Chair"])
        #expect(receipt.confirmed == ["Police"])
        #expect(receipt.missing == ["Chair"])
        #expect((receipt.people, receipt.peopleCounted) == (140, 206))
    }

    @Test func anEditionIsReplacedByOneWithItsLabel() async throws {
        var sample = DocumentSample()
        sample.record("joint-protocol", .documentEditionSet(DocumentEdition("1", pages: 44)))
        let editions = try await sample.edition().documents[0].editions
        #expect(editions == [DocumentEdition("1", dated: Self.day, pages: 44)])
    }

    // MARK: For whom

    @Test func thePublicReadsNothingOfWhatTheCommitteeKeeps() async throws {
        var sample = DocumentSample()
        sample.record("joint-protocol", Entries.audience.fact(.public))
        sample.record(
            "joint-protocol",
            .documentDistributed(DocumentDistribution(to: ["Police"], note: "By hand"))
        )
        sample.record("joint-protocol", .documentConfirmed(DocumentConfirmation(by: "Police")))
        let edition = try await sample.edition(for: .public)
        #expect(edition.documents.map(\.id) == ["joint-protocol"])
        #expect(edition.documents[0].distributions == [])
        #expect(edition.documents[0].confirmations == [])
        #expect(edition.omissions.map(\.words) == ["1 document", "1 part of a document"])
    }

    @Test func randomHistoriesAreCutTheSameAtOnceAndInSteps() async throws {
        for seed in 0..<40 {
            var sample = DocumentSample()
            for kind in DocumentsRoom().kinds.map(\.kind) {
                var generator = FactGenerator(kind, variation: seed)
                guard let change = generator.aboutDocuments(kind) else { continue }
                let isAllowed = try await DocumentSample.refusal(
                    "joint-protocol",
                    change.fact,
                    after: sample
                )
                if isAllowed == nil { sample.record("joint-protocol", change.fact) }
            }
            let whole = try await sample.edition(for: .restricted)
            let steps = whole.cut(for: .committee).cut(for: .partners).cut(for: .public)
            #expect(steps.documents == whole.cut(for: .public).documents)
        }
    }

    @Test("The edition in force is that of the latest day, whenever it was recorded")
    func backfilled() async throws {
        var sample = DocumentSample()
        let before = try await sample.edition().documents.first { $0.id == "joint-protocol" }
        let label = try #require(before?.currentEdition?.label)
        var old = DocumentEdition("0")
        old.dated = CivilDate(2001, 5, 1)
        sample.record("joint-protocol", .documentEditionSet(old))
        let after = try await sample.edition().documents.first { $0.id == "joint-protocol" }
        #expect(after?.currentEdition?.label == label)
        #expect(after?.editions.first?.label == "0")
    }

    @Test("What came of a review is for the committee")
    func outcome() async throws {
        var sample = DocumentSample()
        sample.record("joint-protocol", Entries.audience.fact(.public))
        sample.record("joint-protocol", .documentReviewed(DocumentReview("Rewritten after this")))
        let found = try await sample.edition(for: .public).documents.map(\.json.canonicalText)
        #expect(!found.isEmpty && !found.contains { $0.contains("Rewritten after this") })
    }
}
