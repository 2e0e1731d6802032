// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

/// A store with one plan, and committees of several libraries over it, as in several programs.
private struct SharedStore {
    static let day = CivilDate(2026, 1, 1)
    let store: MeddlingJournal

    init() async throws {
        store = MeddlingJournal(InMemoryJournal(context: .testing()))
        try await store.createCommittee("c", name: "C")
        let outline = PlanOutline(title: "Plan", period: .always, levels: [LevelName("action")])
        try await store.append([Self.draft(.plan("p"), .planDrafted(outline))], to: "c")
    }

    func committee() async throws -> Committee {
        try await CommitteeLibrary(store: store, today: { Self.day }).committee("c")
    }

    static func draft(_ subject: SubjectReference, _ fact: Change.Fact) -> EntryDraft {
        Change(subject, fact).draft(effective: day, by: "officer")
    }

    static func added(_ id: String) -> EntryDraft {
        draft(
            .action(id, of: "p"),
            .added(ItemOutline(level: 0, number: id, text: Prose("Item \(id).")))
        )
    }

    static func progress(_ id: String) -> EntryDraft {
        draft(
            .action(id, of: "p"),
            .progressReported(Prose("Words."), asAt: nil, audience: .public)
        )
    }
}

@Suite("Following a journal")
struct JournalFollowerTests {
    @Test("An append reads what was recorded since the last one, not the whole journal")
    func readsLittle() async throws {
        let shared = try await SharedStore()
        let committee = try await shared.committee()
        for number in 1...200 { try await committee.append([SharedStore.added("\(number)")]) }
        #expect(shared.store.entriesRead <= 200 * 3)
    }

    @Test("A keyed record reads no more, and its retry is found")
    func readsLittleUnderKeys() async throws {
        let shared = try await SharedStore()
        let committee = try await shared.committee()
        try await committee.append([SharedStore.added("1")])
        for _ in 1...2 {
            for number in 1...100 {
                try await committee.record(
                    .progress(Prose("Words \(number)."), on: .action("1", of: "p")),
                    by: "officer",
                    idempotencyKey: "\(number)"
                )
            }
        }
        #expect(try await shared.store.lastSequence(of: "c") == 102)
        #expect(shared.store.entriesRead <= 200 * 4)
    }

    @Test("What another library recorded is known at once, and so is what it took away")
    func othersAreHeard() async throws {
        let shared = try await SharedStore()
        let (one, two) = (try await shared.committee(), try await shared.committee())
        for number in 1...20 {
            let (writer, reporter) = number.isMultiple(of: 2) ? (one, two) : (two, one)
            let receipt = try await writer.append([SharedStore.added("\(number)")])
            try await reporter.append([
                SharedStore.progress("\(number.isMultiple(of: 3) ? number - 1 : number)")
            ])
            guard number.isMultiple(of: 3) else { continue }
            try await writer.append([
                .voiding(
                    receipt.entries[0],
                    effective: SharedStore.day,
                    by: "officer",
                    reason: "Misread."
                )
            ])
            let refused = await #expect(throws: LibraryError.self) {
                try await reporter.append([SharedStore.progress("\(number)")])
            }
            #expect(
                refused?.message.hasPrefix("The plan “p” has no action “\(number)” on 2026-01-01.")
                    == true
            )
        }
    }

    @Test("A store that was put back to an earlier state is read anew")
    func restoredStore() async throws {
        let shared = try await SharedStore()
        let committee = try await shared.committee()
        try await committee.append([SharedStore.added("1")])
        let other = try await SharedStore()
        try await other.store.append([SharedStore.added("2"), SharedStore.added("3")], to: "c")
        shared.store.restore(other.store)
        try await committee.append([SharedStore.progress("3")])
        let refused = await #expect(throws: LibraryError.self) {
            try await committee.append([SharedStore.progress("1")])
        }
        #expect(refused?.code == .refused)
    }

    @Test("A change that is dated back is held against what came later")
    func datedBack() async throws {
        let shared = try await SharedStore()
        let committee = try await shared.committee()
        try await committee.append([SharedStore.added("1")])
        let fact = Change.Fact.progressReported(Prose("Words."), asAt: nil, audience: .public)
        let early = Change(.action("1", of: "p"), fact)
            .draft(effective: CivilDate(2025, 12, 31), by: "officer")
        let refused = await #expect(throws: LibraryError.self) {
            try await committee.append([early])
        }
        #expect(refused?.message.hasPrefix("There is no plan “p” on 2025-12-31.") == true)
    }
}
