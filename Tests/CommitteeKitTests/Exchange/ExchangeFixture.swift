// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Synchronization
import Testing

/// A small committee, invented for the tests and for the examples in `Documentation/FILES.md`.
enum ExchangeFixture {
    static let committee: CommitteeID = "north-cpc"
    static let name = "North Child Protection Committee"
    static let plan = "plan-2026"

    /// A context whose clock, salts and identifiers are the same each time.
    static func context(seed: UInt8 = 1) -> JournalContext {
        let count = Mutex(0)
        return JournalContext(
            now: {
                let seconds = count.withLock { value in
                    value += 1
                    return value
                }
                return RecordedInstant(milliseconds: 1_767_225_600_000 + Int64(seconds) * 1000)
            },
            randomBytes: { Array(repeating: seed, count: $0) },
            digest: digest
        )
    }

    /// A digest for tests alone (64-bit FNV-1a).
    static let digest = Digest(name: "fnv-1a") { bytes in
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3 }
        return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (56 - $0 * 8)) }
    }

    static func drafts() throws -> [EntryDraft] {
        let day = CivilDate(2026, 4, 1)
        func action(_ id: String, _ fact: Change.Fact) -> EntryDraft {
            Change(.action(id, of: plan), fact).draft(effective: day, by: "lead-officer")
        }
        let outline = PlanOutline(
            title: "Improvement plan 2026 to 2027",
            period: try #require(CivilSpan(from: day, until: CivilDate(2027, 3, 31))),
            levels: [LevelName("outcome"), LevelName("action")]
        )
        let reader = TimescaleReader()
        return [
            Change(.plan(plan), .planDrafted(outline)).draft(effective: day, by: "lead-officer"),
            action("1", .added(ItemOutline(level: 0, number: "1", text: "Children are heard"))),
            action(
                "1.1",
                .added(ItemOutline(level: 1, parent: "1", number: "1.1", text: "Write a guide"))
            ),
            action("1.1", .leadsSet(Leads(words: "Lead Nurse"))),
            action("1.1", .timescaleSet(reader.read("By 30 June 2026"))),
            action(
                "1.2",
                .added(ItemOutline(level: 1, parent: "1", number: "1.2", text: "Train staff"))
            ),
            action("1.2", .timescaleSet(reader.read("Ongoing"))),
        ]
    }

    /// A store with the committee and its plan.
    static func store(_ context: JournalContext = context()) async throws -> InMemoryJournal {
        let store = InMemoryJournal(context: context)
        try await store.createCommittee(committee, name: name)
        try await store.append(try drafts(), to: committee)
        return store
    }

    static func record() throws -> Record {
        Record.folding(try entries(of: drafts()))
    }

    static func entries(of drafts: [EntryDraft]) -> [Entry] {
        var sealer = EntrySealer(committee: committee, after: nil, context: context())
        return drafts.map { sealer.seal($0, idempotencyKey: nil) }
    }

    static func edition(of entries: [Entry], asOf day: CivilDate) -> Edition {
        Edition(
            of: Record.folding(entries, asOf: day),
            committee: committee.rawValue,
            name: name,
            asOf: day,
            audience: .committee
        )
    }
}
