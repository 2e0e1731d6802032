// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Makes the words of one reminder.
struct ReminderWords {
    let rule: ReminderRule
    let plan: Plan?
    let about: ReminderRun.About
    let day: CivilDate
    let due: CivilDate

    /// Whom to remind, each once; a delegate in place of the leads.
    func recipients(insteadOfLeads delegate: ReminderAct? = nil) -> [String] {
        var leads = leads
        if case .delegated(let name)? = delegate?.deed { leads = [name] }
        var names: [String] = []
        for name in rule.to {
            let meant =
                switch name {
                case ReminderRule.lead: leads
                case ReminderRule.returner: Array(leads.prefix(1))
                default: [name]
                }
            for each in meant where !NameKey.matches(each, any: names) { names.append(each) }
        }
        return names
    }

    /// Those who answer for it, without the names that the rule never takes for leads.
    private var leads: [String] {
        guard !rule.keyPeople.isEmpty else { return allLeads }
        return allLeads.filter { !NameKey.matches($0, any: rule.keyPeople) }
    }

    /// The leads of the item, else those of the nearest item above it that has some.
    private var allLeads: [String] {
        switch about {
        case .plan: return []
        case .matter(let matter, _): return matter.leads
        case .item(let item, _):
            guard item.leads.answering.isEmpty, item.list == .table, let plan else {
                return item.leads.answering
            }
            return plan.ancestors(of: item).last { !$0.leads.answering.isEmpty }?
                .leads.answering ?? []
        }
    }

    /// What to say; to a delegate in place of the leads.
    func message(insteadOfLeads delegate: ReminderAct? = nil) -> String {
        if case .plan = about { return statement }
        let isForNobody = recipients(insteadOfLeads: delegate).isEmpty
        return isForNobody ? "\(statement). No lead is named" : statement
    }

    private var statement: String {
        switch about {
        case .plan:
            let last = plan?.lastCheck.map { "the last was on \(Self.date($0))" }
            return "A progress check of the plan “\(plan?.title ?? "")” \(when()); "
                + (last ?? "there has been none yet")
        case .matter(let matter, _):
            guard let what = rule.what else {
                return "\(matter.name.sentence) \(when(matter.verb))"
            }
            return "\(what.sentence) for \(matter.name) \(when())"
        case .item(let item, _): return statement(of: item)
        }
    }

    private func statement(of item: PlanItem) -> String {
        guard case .withoutProgress = rule.basis else {
            let name = name(of: item)
            guard let what = rule.what else { return "\(name.sentence) \(when())" }
            return "\(what.sentence) for \(name) \(when())"
        }
        let last = item.lastReport.map { "the last was reported on \(Self.date($0))" }
        return "Progress on \(name(of: item)) \(when()); " + (last ?? "none has been reported yet")
    }

    /// What the item is called within a sentence, such as `action 1.3 (LGBT+ practice approach)`.
    func name(of item: PlanItem) -> String {
        let words = Self.short(item.text.singleLine)
        guard !words.isEmpty else { return "\(kind(of: item)) \(item.number ?? item.id)" }
        guard let number = item.number else { return "\(kind(of: item)) “\(words)”" }
        return "\(kind(of: item)) \(number) (\(words))"
    }

    func kind(of item: PlanItem) -> String {
        switch item.list {
        case .maintenance: return "maintenance item"
        case .backlog: return "backlog item"
        case .named: return "\(item.list.inWords) item"
        case .table:
            let levels = plan?.levels ?? []
            let level = levels.indices.contains(item.level) ? levels[item.level] : nil
            return level?.singular ?? "action"
        }
    }

    /// A text that fits into a sentence, cut after a word.
    static func short(_ text: String) -> String {
        guard text.count > 70 else {
            return text.hasSuffix(".") ? String(text.dropLast()) : text
        }
        let words = text.prefix(69).split(separator: " ", omittingEmptySubsequences: true)
        let kept = words.count > 1 ? words.dropLast() : words[...]
        return kept.joined(separator: " ") + "…"
    }

    private func when(_ verb: ReminderMatter.Verb = .due) -> String {
        let date = Self.date(due)
        let (now, then) =
            switch verb {
            case .due: ("is due", "was due")
            case .ends: ("ends", "ended")
            case .lapses: ("lapses", "lapsed")
            }
        switch due - day {
        case 0: return "\(now) on \(date), today"
        case 1: return "\(now) on \(date), tomorrow"
        case let days where days > 0: return "\(now) on \(date), in \(days) days"
        case let days where verb == .due:
            return "\(then) on \(date) and is \(days == -1 ? "1 day" : "\(-days) days") overdue"
        case -1: return "\(then) on \(date), yesterday"
        case let days: return "\(then) on \(date), \(-days) days ago"
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
