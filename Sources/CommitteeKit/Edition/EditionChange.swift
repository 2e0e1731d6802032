// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One difference between two editions, said in words.
public struct EditionChange: Hashable, Sendable {
    /// The plan's identifier; empty when the change is about a risk register.
    public var plan: String
    /// The item's identifier, or nil when the change is about no item.
    public var item: String?
    /// The risk register's identifier, or nil when the change is about a plan.
    public var register: String?
    /// The risk's identifier, or nil when the change is about no risk.
    public var risk: String?
    /// What sort of change it is, such as `completed`.
    public var kind: String
    /// The change in words.
    public var sentence: String

    /// Creates a change.
    ///
    /// - Parameters:
    ///   - plan: The plan's identifier.
    ///   - item: The item's identifier.
    ///   - kind: What sort of change it is.
    ///   - sentence: The change in words.
    public init(plan: String, item: String?, kind: String, sentence: String) {
        self.plan = plan
        self.item = item
        self.kind = kind
        self.sentence = sentence
    }

    /// Creates a change of a risk register.
    ///
    /// - Parameters:
    ///   - register: The register's identifier.
    ///   - risk: The risk's identifier.
    ///   - kind: What sort of change it is.
    ///   - sentence: The change in words.
    public init(register: String, risk: String?, kind: String, sentence: String) {
        plan = ""
        self.register = register
        self.risk = risk
        self.kind = kind
        self.sentence = sentence
    }

    /// Compares the plans of two editions; ``risks(between:and:)`` compares their risks.
    ///
    /// - Parameters:
    ///   - earlier: The earlier edition.
    ///   - later: The later edition.
    /// - Returns: The changes, in the order of the later edition's plans.
    /// - Complexity: O(*n*) in the number of items.
    public static func between(_ earlier: Edition, and later: Edition) -> [EditionChange] {
        later.plans.flatMap { plan in
            guard let before = earlier.plans.first(where: { $0.id == plan.id }) else {
                return [
                    EditionChange(
                        plan: plan.id,
                        item: nil,
                        kind: "plan-added",
                        sentence: "“\(plan.title)” is new, with \(plan.actions.count) actions."
                    )
                ]
            }
            return PlanComparisonInWords(before: before, after: plan, on: later.asOf).changes()
        }
    }
}

/// Compares one plan on two dates.
private struct PlanComparisonInWords {
    let before: Plan
    let after: Plan
    let on: CivilDate

    func changes() -> [EditionChange] {
        var changes: [EditionChange] = []
        func say(_ item: PlanItem?, _ kind: String, _ sentence: String) {
            changes.append(
                EditionChange(plan: after.id, item: item?.id, kind: kind, sentence: sentence)
            )
        }
        for milestone in after.milestones where !before.milestones.contains(milestone) {
            let day = milestone.on.formatted("d MMMM yyyy")
            switch milestone.kind {
            case .submitted(let body):
                say(nil, "submitted", "The plan was put before \(body) on \(day).")
            case .approved(let body):
                say(nil, "approved", "The plan was approved by \(body) on \(day).")
            case .published(let publication):
                let issue = publication.issue > 1 ? " (issue \(publication.issue))" : ""
                say(nil, "published", "The plan was published\(issue) on \(day).")
            }
        }
        let earlier = Dictionary(
            (before.items + before.maintenance + before.backlog).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for item in after.items + after.maintenance + after.backlog {
            guard let old = earlier[item.id] else {
                say(item, "added", "\(name(item)) was added: \(item.text.singleLine)")
                continue
            }
            compare(old, item, say)
        }
        return changes
    }

    private func name(_ item: PlanItem) -> String {
        let level =
            after.levels.indices.contains(item.level) ? after.levels[item.level].singular : "item"
        let word = item.list == .table ? level : "\(item.list.rawValue) item"
        return "\(word.prefix(1).uppercased() + word.dropFirst()) \(item.number ?? item.id)"
    }

    private func compare(
        _ old: PlanItem,
        _ new: PlanItem,
        _ say: (PlanItem, String, String) -> Void
    ) {
        let name = name(new)
        if new.text != old.text { say(new, "text", "\(name) now reads: \(new.text.singleLine)") }
        if new.leads != old.leads {
            say(
                new,
                "leads",
                "\(name) is now led by \(list(new.leads.names)); before by \(list(old.leads.names))."
            )
        }
        if new.timescale != old.timescale {
            let words = old.timescale.words
            say(
                new,
                "timescale",
                "The timescale of \(name.lowercasedFirst) is now “\(new.timescale.words)”"
                    + (words.isEmpty ? "." : "; before it was “\(words)”.")
            )
        }
        if new.status?.printed != old.status?.printed {
            let now = new.status.map { "“\($0.printed)”" } ?? "no longer given"
            let was = old.status.map { "; before “\($0.printed)”" } ?? ""
            say(new, "status", "The status of \(name.lowercasedFirst) is \(now)\(was).")
        }
        if new.isCompleted, !old.isCompleted, case .completed(let bound) = new.completion {
            say(
                new,
                "completed",
                "\(name) was completed \(bound.isExact ? "on" : "by") "
                    + "\(bound.date.formatted("d MMMM yyyy"))."
            )
        } else if old.isCompleted, !new.isCompleted {
            say(new, "reopened", "\(name) was taken up again.")
        }
        if let exit = new.exit, old.exit == nil {
            let to = exit.destination.map { " to \($0)" } ?? ""
            say(new, "left", "\(name) left the plan (\(exit.kind)\(to)).")
        }
        let known = Set(old.progress)
        for report in new.progress where !known.contains(report) {
            say(
                new,
                "progress",
                "\(name), at \(report.asAt.formatted("d MMMM yyyy")): "
                    + report.text.singleLine
            )
        }
        if new.isLate(on: on), let due = new.timescale.due, !old.isLate(on: old.timescale.due ?? on)
        {
            let days = on - due
            say(
                new,
                "late",
                "\(name) is late: it was due on \(due.formatted("d MMMM yyyy")), "
                    + "\(days) \(days == 1 ? "day" : "days") before."
            )
        }
    }

    private func list(_ names: [String]) -> String {
        names.isEmpty ? "nobody" : names.joined(separator: ", ")
    }
}

extension String {
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
