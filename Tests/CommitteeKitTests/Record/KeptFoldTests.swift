// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

@testable import CommitteeKit
import CommitteeTestKit
import Testing

/// Which of two things is chosen, the same for the same seed.
private struct Chooser: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

/// A journal of a plan that goes on at random: some of it dated back, some ahead, some of it impossible.
private struct RandomJournal {
    var journal = InventedJournal()
    private var chooser: Chooser
    private var items: [String] = []

    init(seed: UInt64) {
        chooser = Chooser(state: seed)
        journal.draft()
        journal.record(.added(ItemOutline(level: 0, number: "1", text: "Safer lanes")), of: "1")
    }

    /// Something that could be recorded next.
    mutating func next() -> EntryDraft {
        let offset = [0, 0, 0, 0, 1, 1, -1, -20, 300][Int.random(in: 0..<9, using: &chooser)]
        let day = InventedJournal.start + (journal.entries.count / 4 + offset)
        let id = "1.\(Int.random(in: 1...30, using: &chooser))"
        let fact: Change.Fact
        switch Int.random(in: 0..<8, using: &chooser) {
        case 0...2:
            fact = .added(ItemOutline(level: 1, parent: "1", number: id, text: "Mend the gate"))
        case 3: fact = .placed(ItemPlace(list: .table, parent: "1", after: "1.2"))
        case 4: fact = .notesSet([Prose("A note.")])
        default: fact = .progressReported(Prose("Words."), asAt: nil, audience: .public)
        }
        return Change(.action(id, of: InventedJournal.plan), fact)
            .draft(effective: day, by: "clerk")
    }
}

@Suite("A fold that goes on")
struct KeptFoldTests {
    private func whole(_ entries: [Entry], keeping: Int = 16, closest: Int = 4) -> KeptFold {
        var fold = KeptFold(entries, in: .standard, keeping: keeping, closest: closest)
        while fold.goOn(7) {}
        return fold
    }

    @Test(
        "It says of what is to be recorded what a fold of the whole journal says",
        arguments: 1...4 as ClosedRange<UInt64>
    )
    func agreesWithTheWhole(_ seed: UInt64) {
        var random = RandomJournal(seed: seed)
        var kept = whole(random.journal.entries)
        var (asked, answered, refused) = (0, 0, 0)
        for _ in 0..<150 {
            let drafts = [random.next(), random.next()]
            let entries = random.journal.entries
            let check = AppendCheck(appending: drafts, to: entries, in: .standard)
            asked += 1
            if let answer = kept.check(drafts) {
                answered += 1
                #expect(answer.problems == check.problems)
                #expect(answer.footprint == check.footprint)
                #expect(answer.last == entries.count)
            }
            if !check.problems.isEmpty { refused += 1 }
            // What is recorded is not always what was checked, nor even possible.
            let start = entries.count
            for draft in check.problems.isEmpty ? drafts : [random.next()] {
                random.journal.append(draft)
            }
            if !kept.take(random.journal.entries[start...]) { kept = whole(random.journal.entries) }
        }
        #expect(answered > asked / 3)
        #expect(refused > 10)
        #expect(refused < asked)
    }

    @Test(
        "What changes an earlier entry takes the whole journal",
        arguments: [EntryKind.corrected, .voided, .textErased]
    )
    func earlierEntries(_ kind: EntryKind) {
        let journal = InventedJournal(actions: 3)
        var kept = whole(journal.entries)
        let draft = EntryDraft(
            subject: journal.last.subject,
            kind: kind,
            payload: ["entry": .integer(journal.last.sequence)],
            effective: InventedJournal.start,
            by: "clerk",
            reason: "Wrong."
        )
        #expect(kept.check([draft]) == nil)
        var other = journal
        other.append(draft)
        let couldTake = kept.take([other.last])
        #expect(!couldTake)
    }

    @Test("An entry that is dated back before all that is kept takes the whole journal")
    func datedFarBack() {
        var journal = InventedJournal(actions: 1)
        func progress(on day: CivilDate) -> EntryDraft {
            Change(
                .action("1.1", of: InventedJournal.plan),
                .progressReported(Prose("Words."), asAt: nil, audience: .public)
            ).draft(effective: day, by: "clerk")
        }
        for day in 1...200 {
            journal.append(progress(on: InventedJournal.start + (day)))
        }
        let kept = whole(journal.entries)
        #expect(kept.check([progress(on: InventedJournal.start + (195))]) != nil)
        #expect(kept.check([progress(on: InventedJournal.start + (20))]) == nil)
    }

    @Test("It keeps no more steps and copies than it needs, however long it goes on")
    func bounded() {
        var journal = InventedJournal(actions: 1)
        var kept = whole(journal.entries)
        for number in 0..<2_000 {
            let start = journal.entries.count
            journal.record(
                .notesSet([Prose("Note \(number).")]),
                of: "1.1",
                on: InventedJournal.start + (number / 10)
            )
            let couldTake = kept.take(journal.entries[start...])
            #expect(couldTake)
            #expect(kept.stepsHeld <= 2 * 16 + 4)
            #expect(kept.copiesHeld <= 8)
        }
    }
}
