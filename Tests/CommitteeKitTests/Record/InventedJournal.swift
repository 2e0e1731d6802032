// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

@testable import CommitteeKit

/// A journal of an invented plan, for tests: entries without hashes, numbered from 1.
struct InventedJournal {
    static let plan = "moor-2030"
    static let start = CivilDate(2030, 4, 1)

    private(set) var entries: [Entry] = []

    /// An empty journal.
    init() {}

    /// A plan of two levels with some actions, numbered 1.1, 1.2 and so on.
    init(
        actions count: Int,
        counting: CountingRules = CountingRules(),
        due: CivilDate? = CivilDate(2031, 3, 31)
    ) {
        draft(counting: counting)
        record(.added(ItemOutline(level: 0, number: "1", text: "Safer lanes")), of: "1")
        for number in 1...max(1, count) where number <= count {
            let id = "1.\(number)"
            add(id, due: due)
        }
    }

    /// Drafts the plan.
    mutating func draft(
        _ plan: String = Self.plan,
        from: CivilDate = Self.start,
        on date: CivilDate = Self.start,
        counting: CountingRules = CountingRules()
    ) {
        record(
            SubjectReference.plan(plan),
            .planDrafted(
                PlanOutline(
                    title: "Moor plan",
                    period: CivilSpan(from...),
                    levels: [LevelName("priority"), LevelName("action")],
                    counting: counting
                )
            ),
            on: date
        )
    }

    /// Adds an action below priority 1, led by the path warden.
    mutating func add(
        _ id: String,
        of plan: String = Self.plan,
        list: PlanList = .table,
        due: CivilDate? = nil,
        on date: CivilDate = Self.start
    ) {
        let outline = ItemOutline(
            list: list,
            level: list == .table ? 1 : 0,
            parent: list == .table ? "1" : nil,
            number: id,
            text: "Mend the gate"
        )
        record(.action(id, of: plan), .added(outline), on: date)
        record(.action(id, of: plan), .leadsSet(Leads(words: "Path warden")), on: date)
        guard let due else { return }
        record(.action(id, of: plan), .timescaleSet(.by(due)), on: date)
    }

    /// Records a fact about an action of the plan.
    mutating func record(
        _ fact: Change.Fact,
        of item: String,
        on date: CivilDate = Self.start,
        isBound: Bool = false,
        reason: String? = nil,
        at milliseconds: Int64? = nil
    ) {
        record(
            .action(item, of: Self.plan),
            fact,
            on: date,
            isBound: isBound,
            reason: reason,
            at: milliseconds
        )
    }

    /// Records a fact.
    mutating func record(
        _ subject: SubjectReference,
        _ fact: Change.Fact,
        on date: CivilDate = Self.start,
        isBound: Bool = false,
        reason: String? = nil,
        at milliseconds: Int64? = nil
    ) {
        append(
            Change(subject, fact)
                .draft(effective: date, isBound: isBound, by: "clerk", reason: reason),
            at: milliseconds
        )
    }

    /// Appends a draft without checking what it does; it is recorded at noon of its own day unless a
    /// moment is given.
    mutating func append(_ draft: EntryDraft, at milliseconds: Int64? = nil) {
        let noon = Int64(draft.effective.dayNumber) * 86_400_000 + 43_200_000
        let made = Entry(provisional: draft, sequence: entries.count + 1)
        entries.append(
            Entry(
                committee: "moor",
                sequence: made.sequence,
                id: made.id,
                subject: made.subject,
                kind: made.kind,
                version: made.version,
                payload: made.payload,
                texts: made.texts,
                effective: made.effective,
                effectiveIsBound: made.effectiveIsBound,
                by: made.by,
                recordedAt: RecordedInstant(milliseconds: milliseconds ?? noon),
                idempotencyKey: nil,
                previousHash: [],
                hash: []
            )
        )
    }

    /// The newest entry.
    var last: Entry { entries[entries.count - 1] }

    /// The record on a date.
    func folded(asOf date: CivilDate? = nil, knownAt: Int64? = nil) -> Record {
        Record.folding(
            entries,
            asOf: date,
            knownAt: knownAt.map { RecordedInstant(milliseconds: $0) }
        )
    }

    /// The edition on a date.
    func edition(asOf date: CivilDate, audience: Audience = .committee) -> Edition {
        Edition(
            of: folded(asOf: date),
            committee: "moor",
            name: "Moor committee",
            asOf: date,
            audience: audience
        )
    }
}

extension Record {
    /// An action of the invented plan.
    func action(_ id: String) -> PlanItem? { plan(InventedJournal.plan)?.item(id) }

    /// The problems' messages.
    var messages: [String] { problems.map(\.description) }
}

extension Timescale {
    /// A deadline in the usual words.
    static func by(_ date: CivilDate) -> Timescale {
        Timescale(
            words: "By \(date.formatted("d MMMM yyyy"))",
            reading: .by(date, qualifier: nil)
        )
    }
}
