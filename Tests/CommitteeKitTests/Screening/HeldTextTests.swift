// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

/// What a library does with texts that may tell who a child or a family is.
@Suite("A text that may tell who a child is waits until somebody accepts it")
struct HeldTextTests {
    private let plan = "plan-2024-2026"
    private static let words = "Two schools took part.\nAilsa Pringle was seen, DOB 12/03/2014."

    private func fixture() async throws -> LibraryFixture {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        return fixture
    }

    enum Way: CaseIterable { case record, append, file, reason, check }

    private func go(_ way: Way, _ committee: Committee) async throws {
        let request = ChangeRequest.progress(Self.words, on: .action("2.1", of: plan))
        switch way {
        case .record: try await committee.record(request, by: "officer")
        case .append, .check:
            let draft = Change(
                .action("2.1", of: plan),
                .progressReported(Prose(Self.words), asAt: nil, audience: .committee)
            )
            .draft(effective: CivilDate(2024, 9, 1), by: "officer")
            if way == .check {
                _ = try await committee.checking([draft])
            } else {
                try await committee.append([draft])
            }
        case .file:
            let text =
                #"{"by": "officer", "effective": "2024-09-01", "plan": "\#(plan)", "changes": ["#
                + #"{"action": "2.1", "progress": "Well.\nAilsa Pringle, DOB 12/03/2014."}]}"#
            let file = try await committee.changes(in: Array(text.utf8), named: "changes.json")
            try await committee.record(file)
        case .reason:
            try await committee.record(
                .completed(.action("2.1", of: plan)),
                by: "officer",
                reason: Self.words
            )
        }
    }

    @Test(
        "Whichever way it comes, nothing is recorded, and no message quotes it",
        arguments: Way.allCases
    )
    func nothingIsRecorded(way: Way) async throws {
        let committee = try await fixture().committee
        let before = try await committee.entries().count
        let error = await #expect(throws: LibraryError.self) { try await go(way, committee) }
        // Prose lets the lines of what is typed run on.
        let (text, line) = way == .reason ? ("reason", 2) : ("progress", 1)
        #expect(
            error?.message
                == "Nothing was recorded, because it may tell who a child or a family is: line \(line) of “\(text)” "
                + "may name a person; line \(line) of “\(text)” may hold a date of birth. Write it without that, or "
                + "accept what is harmless: \(text):\(line)."
        )
        #expect(error?.code == .held)
        #expect(try await committee.entries().count == before)
    }

    @Test("Accepted by its lines, it is recorded", arguments: Way.allCases)
    func acceptedLines(way: Way) async throws {
        let committee = try await fixture().committee
        let before = try await committee.entries().count
        let error = await #expect(throws: LibraryError.self) { try await go(way, committee) }
        try await go(way, committee.accepting(error?.held ?? []))
        try await go(way, committee.accepting(references: error?.held.map(\.reference) ?? []))
        #expect(try await committee.entries().count == before + (way == .check ? 0 : 2))
    }

    @Test("Neither the error nor its cause, printed or dumped, has a word of what is held")
    func nothingQuotes() async throws {
        let committee = try await fixture().committee
        let error = try #require(
            await #expect(throws: LibraryError.self) { try await go(.record, committee) }
        )
        var dumped = ""
        dump(error, to: &dumped)
        for shown in [
            "\(error)", String(reflecting: error), error.cause.map { "\($0)" } ?? "", dumped,
            error.held.map { String(reflecting: $0) }.joined(),
        ] {
            #expect(!shown.contains("Pringle") && !shown.contains("2014"), "\(shown)")
        }
    }

    @Test(
        "An identifier or an author that may be a person's name is held as well",
        arguments: [("Callum McTavish", "R-1"), ("officer", "Callum-McTavish")]
    )
    func identifiers(by: String, id: String) async throws {
        let committee = try await fixture().committee
        let draft = EntryDraft(
            subject: .risk(id),
            kind: "demo.noted",
            payload: [:],
            effective: CivilDate(2024, 9, 1),
            by: by
        )
        let error = await #expect(throws: LibraryError.self) { try await committee.append([draft]) }
        #expect(error?.code == .held)
        #expect(error?.message.contains("McTavish") == false)
        try await committee.accepting(error?.held ?? []).append([draft])
    }

    @Test("Accepting one line accepts no other words")
    func otherWords() async throws {
        let committee = try await fixture().committee
        let error = await #expect(throws: LibraryError.self) { try await go(.record, committee) }
        let accepting = committee.accepting(error?.held ?? [])
        await #expect(throws: LibraryError.self) {
            try await accepting.record(
                .progress("Well.\nCallum was seen, DOB 12/03/2014.", on: .action("2.1", of: plan)),
                by: "officer"
            )
        }
    }

    @Test("Of several entries, a line names its own")
    func severalEntries() async throws {
        let committee = try await fixture().committee
        let drafts = ["Well.", "Spoke to Mrs Pringle."].map {
            Change(
                .action("2.1", of: plan),
                .progressReported(Prose($0), asAt: nil, audience: .committee)
            )
            .draft(effective: CivilDate(2024, 9, 1), by: "officer")
        }
        let error = await #expect(throws: LibraryError.self) { try await committee.append(drafts) }
        #expect(error?.held.map(\.reference) == ["2/progress:1"])
        #expect(error?.held.map(\.sentence) == ["Entry 2, line 1 of “progress” may name a person"])
        let alone = try #require(committee.heldLines(of: [drafts[1]]).first)
        try await committee.accepting([alone]).append(drafts)
    }

    @Test("A document that was published comes in as it is")
    func importsAreNotHeld() async throws {
        let fixture = try await LibraryFixture()
        let text = SmallPlan.text.replacing("A word before", with: "Mrs Pringle's word before")
        try await fixture.importing(text, digest: "a")
        let texts = try await fixture.plan()?.texts.map(\.text.plainText)
        #expect(texts?.contains { $0.contains("Mrs Pringle") } == true)
    }

    @Test("A host may hold nothing")
    func noScreen() async throws {
        let fixture = try await fixture()
        let library = CommitteeLibrary(
            store: fixture.library.store,
            screen: .none,
            today: { CivilDate(2024, 9, 1) }
        )
        let committee = try await library.onlyCommittee()
        try await go(.record, committee)
    }
}
