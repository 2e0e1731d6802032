// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite("Editions of a register")
struct RegisterEditionTests {
    private typealias Sample = RegisterSample

    private static let bridge = Sample.row(["Ref": "1", "Risk": "The bridge closes", "Score": "16"])

    private static func hall(_ risk: String = "The hall floods", state: String = "") -> String {
        Sample.row(["Ref": "2", "Risk": risk, "Score": "9", "State": state])
    }

    private static let first = Sample.document(
        [bridge],
        date: "31 October 2025",
        approved: "12 November 2025"
    )

    /// The edition of January, which repeats the line of approval of the one before.
    private static func second(_ rows: String..., approved: String? = "12 November 2025") -> String
    {
        Sample.document([bridge] + rows, date: "31 January 2026", approved: approved)
    }

    // MARK: The order of the rows

    @Test("The order of the rows is recorded with the page, and the register is written in it")
    func orderIsRecorded() async throws {
        let sample = try await Sample()
        try await sample.importing(Sample.document([Self.bridge, Self.hall()]))
        #expect(try await sample.register().page?.order == [])
        let new = Sample.row(["Ref": "3", "Risk": "The mast falls", "Score": "4"])
        let later = Sample.document([Self.hall(), new, Self.bridge], date: "30 April 2026")
        let found = try await sample.importing(later)
        let order = try #require(try await sample.register().page?.order)
        #expect(try await sample.register().risks.map(\.id) == order)
        #expect(try await sample.register().risks.map(\.id) == ["2", "3", "1"])
        #expect(found.drafts.count { $0.kind == "risk-register.page-set" } == 1)
        let again = try await sample.importing(later + "\n")
        #expect(again.drafts.map(\.kind) == [])
        let written = try await sample.written(.markdown)
        let places = ["The hall", "The mast", "The bridge"].compactMap {
            written.firstRange(of: $0)?.lowerBound
        }
        #expect(places.count == 3 && places == places.sorted())
    }

    @Test("The order names no risk that an audience may not know of")
    func orderIsCut() async throws {
        let sample = try await Sample()
        try await sample.importing(Sample.document([Self.bridge, Self.hall()]))
        let new = Sample.row(["Ref": "3", "Risk": "The mast falls", "Score": "4"])
        try await sample.importing(
            Sample.document([Self.hall(), new, Self.bridge], date: "30 April 2026"),
            visibility: .committee
        )
        let register = try await sample.register(for: .committee)
        #expect(register.risks.map(\.id) == ["3"])
        let named = Set(register.page?.order ?? [])
        let visible = Set(register.risks.map(\.id))
        #expect(named.subtracting(visible) == [])
    }

    // MARK: The same edition again

    @Test("A corrected edition that repeats an earlier approval approves nothing either")
    func corrected() async throws {
        let sample = try await Sample()
        try await sample.importing(Self.first)
        try await sample.importing(Self.second(Self.hall()))
        let found = try await sample.importing(Self.second(Self.hall("The hall floods again")))
        #expect(found.drafts.map { "\($0.subject) \($0.kind)" }.first == "risk/2 risk.wording-set")
        #expect(found.drafts.count == 2)
        let register = try await sample.register()
        #expect(register.risks.map(\.state) == [.active, .proposed])
        #expect(register.risk("2")?.title == "The hall floods again")
    }

    @Test("A risk that only the corrected edition has is not approved by what it repeats")
    func addedByCorrection() async throws {
        let sample = try await Sample()
        try await sample.importing(Self.first)
        try await sample.importing(Self.second())
        try await sample.importing(Self.second(Self.hall()))
        #expect(try await sample.register().risks.map(\.state) == [.active, .proposed])
    }

    @Test("A correction of the edition that was approved is approved with it")
    func correctedFirst() async throws {
        let sample = try await Sample()
        try await sample.importing(Self.first)
        try await sample.importing(
            Sample.document(
                [Self.bridge, Self.hall()],
                date: "31 October 2025",
                approved: "12 November 2025"
            )
        )
        #expect(try await sample.register().risks.map(\.state) == [.active, .active])
    }

    @Test(
        "A later edition that repeats an approval is read again from its own report and says nothing new",
        arguments: [(DocumentFormat.markdown, SourceFormat.markdown), (.html, .html), (.csv, .csv)]
    )
    func readAgain(_ format: DocumentFormat, _ source: SourceFormat) async throws {
        let sample = try await Sample()
        try await sample.importing(Self.first)
        try await sample.importing(Self.second(Self.hall()))
        let words = try await sample.written(format)
        let again = try await sample.importing(words, as: source, asOf: CivilDate(2026, 1, 31))
        #expect(again.drafts.map { "\($0.subject) \($0.kind)" } == [])
        #expect(try await sample.register().risks.map(\.state) == [.active, .proposed])
    }

    @Test("A report that is read again leaves it at who may see what the import said of")
    func sameVisibility() async throws {
        let sample = try await Sample()
        try await sample.importing(Self.first, visibility: .committee)
        let again = try await sample.prepared(try await sample.written(.markdown))
        #expect(again.drafts == [])
        let other = try await sample.prepared(
            try await sample.written(.markdown),
            visibility: .public
        )
        #expect(other.drafts.map(\.kind.rawValue).first == "risk-register.page-set")
    }

    @Test("A correction that names an earlier day of approval approves from the day of the risk on")
    func approvedEarlier() async throws {
        let sample = try await Sample()
        try await sample.importing(Sample.document([Self.bridge]))
        try await sample.importing(Sample.document([Self.bridge], approved: "17 March 2026"))
        let register = try await sample.register(asOf: CivilDate(2026, 3, 31))
        #expect(register.risks.map(\.state) == [.active])
    }

    @Test("A correction that closes what people approved later closes it from then on")
    func closedByCorrection() async throws {
        let sample = try await Sample()
        try await sample.importing(Self.second(Self.hall(), approved: nil))
        try await sample.record("2", .approved(by: "Committee"), on: CivilDate(2026, 3, 3))
        try await sample.importing(Self.second(Self.hall(state: "Closed"), approved: nil))
        #expect(
            try await sample.register(asOf: CivilDate(2026, 3, 2)).risk("2")?.state == .proposed
        )
        #expect(try await sample.register(asOf: CivilDate(2026, 3, 3)).risk("2")?.state == .closed)
    }

    @Test("A correction that reopens what the edition closed reopens it after it was closed")
    func reopenedByCorrection() async throws {
        let sample = try await Sample()
        let approval = "12 February 2026"
        try await sample.importing(Self.second(Self.hall(state: "Closed"), approved: approval))
        #expect(try await sample.register().risk("2")?.state == .closed)
        try await sample.importing(
            Self.second(Self.hall("The hall floods again", state: "Open"), approved: approval)
        )
        #expect(try await sample.register().risk("2")?.state == .active)
    }

    @Test("What is said of a day on which a risk was closed counts from its reopening on")
    func betweenClosingAndReopening() async throws {
        let sample = try await Sample()
        try await sample.importing(Self.first)
        try await sample.record("1", .closed(outcome: "Built"), on: CivilDate(2026, 1, 5))
        try await sample.record("1", .reopened, on: CivilDate(2026, 2, 5))
        try await sample.importing(
            Self.second().replacing("The bridge closes", with: "The bridge falls")
        )
        #expect(try await sample.register(asOf: CivilDate(2026, 2, 4)).risk("1")?.state == .closed)
        let risk = try await sample.register(asOf: CivilDate(2026, 2, 5)).risk("1")
        #expect(risk?.title == "The bridge falls")
    }

    @Test("A risk that people recorded after the day of the document takes its words later")
    func recordedByHand() async throws {
        let sample = try await Sample()
        let empty = RiskRegister(id: "glen", name: "Glen", scales: [try Sample.scale()])
        _ = try await sample.committee.append([
            Change(.register("glen"), .registerSet(empty.json))
                .draft(effective: CivilDate(2025, 1, 1), by: "officer")
        ])
        let proposal = RiskFact.Proposal(
            register: "glen",
            wording: .init(title: "The bridge closes", cause: "", event: "", effect: "")
        )
        try await sample.record("1", .proposed(proposal), on: CivilDate(2026, 5, 5))
        try await sample.importing(Self.first)
        let register = try await sample.register(asOf: CivilDate(2026, 5, 5))
        #expect(register.scored(.current, of: try #require(register.risk("1")))?.score.value == 16)
    }

    // MARK: Looking first

    @Test("Preparing refuses what the record would refuse, in the same words")
    func refusedWhenPrepared() async throws {
        let sample = try await Sample()
        let late = RiskRegister(id: "glen", name: "Glen", scales: [try Sample.scale()])
        _ = try await sample.committee.append([
            Change(.register("glen"), .registerSet(late.json))
                .draft(effective: CivilDate(2026, 5, 1), by: "officer")
        ])
        let error = await #expect(throws: LibraryError.self) {
            try await sample.prepared(Self.first)
        }
        #expect(
            error?.message.hasPrefix("There is no risk register “glen” on 2025-10-31.") == true,
            "\(String(describing: error))"
        )
    }
}
