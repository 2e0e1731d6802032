// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Makes the words of one reminder.
struct ReminderWords {
    let rule: ReminderRule
    let plan: Plan
    let item: PlanItem?
    let day: CivilDate
    let due: CivilDate

    /// The reminder's identifier.
    ///
    /// The step and the date never hold a colon, so the parts can be told apart from the end on.
    func identifier(step: String) -> String {
        let subject = item.map { "\(plan.id)#\($0.id)" } ?? plan.id
        return "\(rule.id):\(subject):\(due):\(step)"
    }

    /// Whom to remind, each once.
    var recipients: [String] {
        var names: [String] = []
        for name in rule.to {
            for each in name == ReminderRule.lead ? leads : [name] where !names.contains(each) {
                names.append(each)
            }
        }
        return names
    }

    /// The leads of the item, else those of the nearest item above it that has some.
    private var leads: [String] {
        guard let item else { return [] }
        guard item.leads.names.isEmpty, item.list == .table else { return item.leads.names }
        return plan.ancestors(of: item).last { !$0.leads.names.isEmpty }?.leads.names ?? []
    }

    /// What to say.
    var message: String { "\(statement)\(addressees)" }

    private var statement: String {
        guard let item else {
            let last = plan.lastCheck.map { "the last was on \(Self.date($0))" }
            return "A progress check of the plan “\(plan.title)” \(when); "
                + (last ?? "there has been none yet")
        }
        guard case .withoutProgress = rule.basis else {
            let noun = name(of: item)
            return "\(noun.prefix(1).uppercased())\(noun.dropFirst()) \(when)"
        }
        let last = item.lastReport.map { "the last was reported on \(Self.date($0))" }
        return "Progress on \(name(of: item)) \(when); " + (last ?? "none has been reported yet")
    }

    private var addressees: String {
        let names = recipients
        guard names.isEmpty else { return ": \(names.joined(separator: ", "))" }
        return item == nil ? "" : ": no lead is named"
    }

    private func name(of item: PlanItem) -> String {
        let number = item.number ?? item.id
        switch item.list {
        case .maintenance: return "maintenance item \(number)"
        case .backlog: return "backlog item \(number)"
        case .table:
            let level = plan.levels.indices.contains(item.level) ? plan.levels[item.level] : nil
            return "\(level?.singular ?? "action") \(number)"
        }
    }

    private var when: String {
        let date = Self.date(due)
        switch due - day {
        case 0: return "is due on \(date), today"
        case 1: return "is due on \(date), tomorrow"
        case -1: return "was due on \(date), yesterday"
        case let days where days > 0: return "is due on \(date), in \(days) days"
        case let days: return "was due on \(date), \(-days) days ago"
        }
    }

    private static func date(_ date: CivilDate) -> String { date.formatted("d MMMM yyyy") }
}

extension ReminderTier {
    /// The step in words, such as `30 days before it is due`.
    func words(occurrence: Int) -> String {
        switch moment {
        case .beforeDue(let interval):
            interval.count == 0 ? "on the day it is due" : "\(interval) before it is due"
        case .overdue:
            occurrence > 1 ? "overdue, reminder \(occurrence)" : "overdue"
        }
    }
}
