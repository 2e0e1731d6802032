// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Documents cited by page")
struct PageReferenceTests {
    private static let read: [(text: String, found: [String])] = [
        ("joint-protocol p. 17", ["joint-protocol p. 17"]),
        ("See joint-protocol pp. 17-19.", ["joint-protocol pp. 17-19"]),
        ("joint-protocol, pp. 17–19, 33–34 and 39", ["joint-protocol pp. 17-19, 33-34, 39"]),
        ("joint-protocol page 3; guide_2 Pages 4, 5", ["joint-protocol p. 3", "guide_2 pp. 4, 5"]),
        ("(joint-protocol p.3)", ["joint-protocol p. 3"]),
        ("joint-protocol pp. 3, then more", ["joint-protocol p. 3"]),
        ("joint-protocol pp. 9-3", ["joint-protocol p. 9"]),
        ("joint-protocol", []), ("joint-protocol p. three", []), ("2022 pp. 3-4", []),
        ("S&Q 2022/23 pp. 17-19", []), ("https://example.org/joint-protocol p. 3", []),
        ("joint-protocol p. 0", []), ("joint-protocol paper 3", []),
    ]

    @Test(arguments: read.indices)
    func referencesAreReadWhereTheyAreWritten(_ place: Int) {
        let (text, expected) = Self.read[place]
        #expect(PageReference.found(in: text).map { $0.reference.description } == expected)
    }

    @Test func whatIsWrittenReadsBack() {
        for first in 1...20 {
            for length in 0...3 {
                let reference = PageReference("doc-a", [first...(first + length), 90...90])
                let found = PageReference.found(in: "As \(reference) says, 4 of 5.")
                #expect(found.map(\.reference) == [reference])
            }
        }
    }

    @Test func nothingOfAHiddenReferenceStays() {
        let text = "See open-guide p. 3 and secret-guide pp. 17-19, 33; then more."
        let cut = PageReference.leavingOut(of: text) { $0 == "secret-guide" }
        #expect(cut == "See open-guide p. 3 and (reference left out); then more.")
        #expect(PageReference.leavingOut(of: text) { _ in false } == nil)
    }

    private static let hidden: [(text: String, cut: String)] = [
        ("Lsi-guide p. 2", "(reference left out)"), ("LSI-GUIDE pp. 3-4.", "(reference left out)."),
        ("**lsi-guide** p. 14", "**(reference left out)"),
        ("lsi\u{2011}guide p. 5", "(reference left out)"),
        ("lsi-guide (p. 8) and more", "(reference left out) and more"),
        ("lsi-guide at p. 9", "(reference left out)"),
        ("lsi-guide pg. 10", "(reference left out)"), ("lsi-guide p\n16", "(reference left out)"),
        ("p. 17 of lsi-guide", "p. 17 of (reference left out)"),
        ("lsi-guide.pdf p. 4", "(reference left out)"),
        ("lsi-guide.pdf", "(reference left out)"),
        ("_lsi-guide_ alone", "_(reference left out)_ alone"),
        ("lsi-guide pages 3 to 5, then", "(reference left out), then"),
        ("lsi-guide pp. 21, 22 & 23", "(reference left out)"),
        ("guide p. 3, the guide", "(reference left out), the guide"),
    ]

    @Test(
        "A document that readers may not know of shows however it is written",
        arguments: hidden.indices
    )
    func hiddenHoweverWritten(_ place: Int) {
        let (text, cut) = Self.hidden[place]
        let found = PageReference.leavingOut(of: text) { ["lsi-guide", "guide"].contains($0) }
        #expect(found == cut)
    }

    /// A plan whose action cites documents.
    private static func edition(_ evidence: Prose, for audience: Audience) async throws -> Edition {
        var sample = DocumentSample()
        sample.record("joint-protocol", CommitteeDocument.Entries.audience.fact(.restricted))
        let outline = PlanOutline(
            title: "North plan",
            period: CivilSpan(CivilDate(2026, 4, 1)...CivilDate(2029, 3, 31)),
            levels: [LevelName("action")]
        )
        let drafts =
            sample.drafts
            + [
                Change(.plan("plan"), .planDrafted(outline)),
                Change(
                    .action("1", of: "plan"),
                    .added(ItemOutline(level: 0, number: "1", text: "Train"))
                ),
                Change(.action("1", of: "plan"), .evidenceSet(evidence)),
                Change(.plan("plan"), .approved(by: "committee")),
            ].map { $0.draft(effective: DocumentSample.day, by: "clerk") }
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("cpc", name: "CPC")
        try await store.append(drafts, to: "cpc", expecting: nil, idempotencyKey: nil)
        return Edition(
            of: Record.folding(
                try await store.allEntries(of: "cpc"),
                asOf: DocumentSample.day
            ),
            committee: "cpc",
            name: "CPC",
            asOf: DocumentSample.day,
            audience: audience
        )
    }

    private static func citationFindings(_ evidence: Prose) async throws -> [String] {
        try await edition(evidence, for: .restricted).documentFindings()
            .filter { $0.kind.hasPrefix("citation") }.map(\.message)
    }

    @Test func aCitationThatResolvesIsNoFinding() async throws {
        #expect(try await Self.citationFindings("joint-protocol pp. 17-19, 40") == [])
        #expect(try await Self.citationFindings("leaflet p. 3, see p. 4") == [])
    }

    @Test func aCitationOfNothingIsAFinding() async throws {
        #expect(
            try await Self.citationFindings("joint-protocl p. 3") == [
                "The evidence of 1 of the plan “North plan” cites “joint-protocl p. 3”, and the register "
                    + "has no document “joint-protocl”. Did you mean “joint-protocol”?"
            ]
        )
    }

    @Test func aCitationBeyondTheLastPageIsAFinding() async throws {
        #expect(
            try await Self.citationFindings("joint-protocol pp. 38-41") == [
                "The evidence of 1 of the plan “North plan” cites page 41 of “Joint protocol”, which has 40 "
                    + "pages. Correct the page, or the number of pages."
            ]
        )
    }

    @Test(arguments: [Audience.public, .partners, .committee])
    func aCitationOfAHiddenDocumentIsLeftOutOfTheEvidence(_ audience: Audience) async throws {
        let edition = try await Self.edition("See joint-protocol pp. 17-19.", for: audience)
        #expect(edition.plans[0].items[0].evidence == "See (reference left out).")
        #expect(edition.documentCitations() == [])
    }
}
