// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What changed in one plan between two dates, in words.
struct PlanChanges {
    let before: Plan
    let after: Plan
    /// The day of the earlier of the two.
    let since: CivilDate
    let on: CivilDate

    func all() -> [EditionChange] {
        var changes = Plan.table.sentences(from: before, to: after, of: after.title).map {
            EditionChange(plan: after.id, item: nil, kind: $0.kind, sentence: $0.sentence)
        }
        let earlier = Dictionary(
            (before.items + before.listedItems).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for item in after.items + after.listedItems {
            let words =
                earlier[item.id].map { sentences(from: $0, to: item) }
                ?? [
                    ChangeInWords("added", "\(name(item)) was added: \(item.text.singleLine.ended)")
                ]
            changes += words.map {
                EditionChange(plan: after.id, item: item.id, kind: $0.kind, sentence: $0.sentence)
            }
        }
        return changes
    }

    private func name(_ item: PlanItem) -> String {
        let level =
            after.levels.indices.contains(item.level) ? after.levels[item.level].singular : "item"
        let word = item.list == .table ? level : "\(item.list.inWords) item"
        return "\(word.prefix(1).uppercased() + word.dropFirst()) \(item.number ?? item.id)"
    }

    private func sentences(from old: PlanItem, to new: PlanItem) -> [ChangeInWords] {
        guard new != old || new.isLate(on: on) else { return [] }
        let name = name(new)
        return PlanItem.table.sentences(from: old, to: new, of: name)
            + lateness(from: old, to: new, name)
    }

    /// What nobody recorded: that the day has passed.
    private func lateness(from old: PlanItem, to new: PlanItem, _ name: String) -> [ChangeInWords] {
        guard new.isLate(on: on), let due = new.timescale.due,
            !old.isLate(on: since)
        else { return [] }
        let days = on - due
        return [
            ChangeInWords(
                "late",
                "\(name) is late: it was due on \(due.formatted("d MMMM yyyy")), "
                    + "\(days) \(days == 1 ? "day" : "days") before."
            )
        ]
    }
}

extension EditionChange {
    /// Creates a change of a plan or of an item of it.
    ///
    /// - Parameters:
    ///   - plan: The plan's identifier.
    ///   - item: The item's identifier.
    ///   - kind: What sort of change it is.
    ///   - sentence: The change in words.
    public init(plan: String, item: String?, kind: String, sentence: String) {
        self.init(
            item.map { .action($0, of: plan) } ?? .plan(plan),
            within: item == nil ? nil : .plan(plan),
            kind: kind,
            sentence: sentence
        )
    }

    /// The plan's identifier; empty when the change is about something else.
    public var plan: String {
        subject.planItem?.plan ?? (subject.kind == "plan" ? subject.id : "")
    }

    /// The item's identifier, or nil when the change is about no item.
    public var item: String? { subject.planItem?.item }

    /// Compares the plans of two editions; ``risks(between:and:)`` compares their risks.
    ///
    /// - Parameters:
    ///   - earlier: The earlier edition, cut for the same audience.
    ///   - later: The later edition.
    /// - Returns: The changes, in the order of the later edition's plans.
    /// - Complexity: O(*n*) in the number of items.
    public static func between(_ earlier: Edition, and later: Edition) -> [EditionChange] {
        later[PlansState.self].changes(
            since: earlier[PlansState.self],
            in: EditionPair(earlier, later)
        )
    }
}

extension String {
    /// The text as the end of a sentence: with a full stop, unless it ends a sentence already.
    var ended: String { last.map { ".!?…".contains($0) } ?? true ? self : self + "." }
}
