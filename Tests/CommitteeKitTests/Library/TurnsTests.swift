// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Dispatch
import Synchronization
import Testing

/// A pool of one thread: whatever holds it, holds up everybody.
private final class OneThread: TaskExecutor {
    private let queue = DispatchQueue(label: "one thread")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

/// Another task, which takes its turn whenever it can.
private final class Turns: Sendable {
    private let count = Atomic(0)
    private let isOver = Atomic(false)

    var taken: Int { count.load(ordering: .relaxed) }

    func end() { isOver.store(true, ordering: .relaxed) }

    func take() async {
        while !isOver.load(ordering: .relaxed) {
            count.add(1, ordering: .relaxed)
            await Task.yield()
        }
    }
}

@Suite("Other tasks have their turn")
struct TurnsTests {
    private static let entries = 6_000

    private func committee() async throws -> Committee {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("c", name: "C")
        let day = CivilDate(2026, 1, 1)
        let outline = PlanOutline(title: "Plan", period: .always, levels: [LevelName("action")])
        func draft(_ subject: SubjectReference, _ fact: Change.Fact) -> EntryDraft {
            Change(subject, fact).draft(effective: day, by: "officer")
        }
        let item = ItemOutline(level: 0, number: "1", text: "An item.")
        let action = SubjectReference.action("1", of: "p")
        try await store.append(
            [draft(.plan("p"), .planDrafted(outline)), draft(action, .added(item))]
                + (1...Self.entries).map { draft(action, .notesSet([Prose("Note \($0).")])) },
            to: "c"
        )
        return try await CommitteeLibrary(store: store, today: { day }).committee("c")
    }

    /// How often another task had its turn while something was done on a single thread.
    private func turns(during body: @escaping @Sendable () async throws -> Void) async throws -> Int
    {
        let turns = Turns()
        let thread = OneThread()
        let other = Task(executorPreference: thread) { await turns.take() }
        let work = Task(executorPreference: thread) {
            defer { turns.end() }
            try await body()
        }
        try await work.value
        await other.value
        return turns.taken
    }

    @Test("An edition of a long journal is folded a stretch at a time")
    func editions() async throws {
        let committee = try await committee()
        let turns = try await turns { _ = try await committee.edition(audience: .public) }
        #expect(turns >= 2 * Self.entries / 1_000)
    }

    @Test("What changed is said with turns for others")
    func changes() async throws {
        let committee = try await committee()
        let turns = try await turns {
            _ = try await committee.changes(since: CivilDate(2025, 1, 1), audience: .public)
        }
        #expect(turns >= 3 * Self.entries / 1_000)
    }

    @Test("The first append to a long journal folds it with turns for others")
    func appends() async throws {
        let committee = try await committee()
        let turns = try await turns {
            try await committee.record(
                .progress("Words.", on: .action("1", of: "p")),
                by: "officer"
            )
        }
        #expect(turns >= 2 * Self.entries / 1_000)
    }

    @Test("A record folded in turns is the record folded at once")
    func sameRecord() async throws {
        let entries = try await committee().entries()
        let inTurns = await Record.foldingInTurns(entries, in: .standard)
        #expect(inTurns == Record.folding(entries))
        #expect(inTurns.provenance == Record.folding(entries).provenance)
    }
}
