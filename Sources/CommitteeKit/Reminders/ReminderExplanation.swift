// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Why a reminder is raised, or why it is not: its rule, its dates, and what people did about it.
///
/// ```swift
/// if let why = schedule.explanation(of: id, for: edition, on: today) {
///     for sentence in why.sentences { print(sentence) }
/// }
/// ```
public struct ReminderExplanation: Hashable, Sendable {
    /// How a reminder stands on a day.
    public enum State: Hashable, Sendable {
        /// It is in force.
        case inForce
        /// It is in force, and an act keeps it silent.
        case held(ReminderAct)
        /// Its step has not been reached.
        case notYet(from: CivilDate)
        /// Another reminder of the same rule, subject and date is in force in its place.
        case collapsed(into: String)
        /// The thing is due on another day now.
        case revised(to: CivilDate)
        /// The rule says nothing of the subject: it is completed, gone, or nothing is due.
        case silent
    }

    /// One step of the rule with its day.
    public struct Step: Hashable, Sendable {
        /// The step in words.
        public var words: String
        /// The day on which it is reached for the first time.
        public var on: CivilDate
    }

    /// The parts of the reminder's identifier.
    public var reminder: ReminderIdentity
    /// The rule.
    public var rule: ReminderRule
    /// The plugin that declares the rule.
    public var plugin: String
    /// The day on which one asks.
    public var day: CivilDate
    /// How the reminder stands.
    public var state: State
    /// Where the due date comes from, such as the words of a timescale.
    public var source: String
    /// The steps of the rule with their days, in the order in which they are reached.
    public var steps: [Step]
    /// What people did about the subject, oldest first.
    public var acts: [ReminderAct]
}

extension ReminderExplanation {
    /// The explanation in sentences.
    public var sentences: [String] {
        var sentences = [standing]
        sentences.append(
            "It is raised by the rule “\(rule.id)” of the plugin “\(plugin)”, which \(ruleInWords)."
        )
        sentences.append(source)
        for step in steps {
            let verb = step.on <= day ? "was reached" : "will be reached"
            sentences.append("The step “\(step.words)” \(verb) on \(Self.date(step.on)).")
        }
        for act in acts {
            var words =
                "On \(Self.date(act.on)) it was \(act.words), by \(act.by) (entry "
                + "\(act.sequence))"
            if !act.note.isEmpty { words += ": \(act.note.singleLine)" }
            if let end = act.endedOn {
                words +=
                    "; it no longer holds, since the work was taken up again or its deadline "
                    + "revised on \(Self.date(end))"
            }
            sentences.append(words.hasSuffix(".") ? words : words + ".")
        }
        return sentences
    }

    private var standing: String {
        let name = "The reminder “\(reminder)”"
        return switch state {
        case .inForce: "\(name) is in force on \(Self.date(day))."
        case .held(let act): "\(name) is silent on \(Self.date(day)), for it was \(act.words)."
        case .notYet(let from): "\(name) is not raised before \(Self.date(from))."
        case .collapsed(let other): "\(name) has given way to “\(other)”."
        case .revised(let due):
            "\(name) is not raised any more: the thing is now due on \(Self.date(due))."
        case .silent:
            "\(name) is not raised on \(Self.date(day)): the thing is done, gone or not due, or the "
                + "last step that tells of it has lapsed."
        }
    }

    private var ruleInWords: String {
        var words = "looks at each \(rule.each.words)"
        switch rule.basis {
        case .timescale: break
        case .withoutProgress(let interval): words += " without progress for \(interval)"
        case .withoutCheck(let interval): words += " without a progress check for \(interval)"
        case .meetings: words += " whose timescale speaks of meetings"
        }
        if let ahead = rule.ahead { words += ", \(ahead) ahead," }
        return words + " and reminds \(rule.to.joined(separator: ", "))"
    }

    /// The JSON form: what `committee remind --why ID --json` prints.
    public var json: JSONValue {
        [
            "reminder": .string(reminder.description), "rule": .string(rule.id),
            "plugin": .string(plugin), "on": .date(day), "state": .string(stateName),
            "due": .date(reminder.due), "source": .string(source),
            "steps": .array(steps.map { ["step": .string($0.words), "on": .date($0.on)] }),
            "acts": .array(acts.map(\.json)),
            "sentences": .array(sentences.map(JSONValue.string)),
        ]
    }

    private var stateName: String {
        switch state {
        case .inForce: "in-force"
        case .held: "held"
        case .notYet: "not-yet"
        case .collapsed: "collapsed"
        case .revised: "revised"
        case .silent: "silent"
        }
    }

    static func date(_ date: CivilDate) -> String { date.formatted("d MMMM yyyy") }
}

extension ReminderSubject {
    /// The name within a sentence.
    var words: String {
        switch description {
        case "maintenance": "maintenance item"
        case "risk": "risk under review"
        case "acceptance": "acceptance of a risk"
        case "member": "term of office"
        case "data_set": "data set"
        case let name: name
        }
    }
}

extension ReminderSchedule {
    /// Explains a reminder.
    ///
    /// - Parameters:
    ///   - identity: The reminder, which need not be in force.
    ///   - edition: The committee's record, as it was true on the day.
    ///   - day: The day.
    ///   - scope: What the host and the plugins add.
    /// - Returns: The explanation; nil when the schedule has no rule of that name.
    /// - Complexity: O(*n*) in the number of items.
    public func explanation(
        of identity: ReminderIdentity,
        for edition: Edition,
        on day: CivilDate,
        scope: ReminderScope = ReminderScope()
    ) -> ReminderExplanation? {
        guard let rule = rules.first(where: { $0.id == identity.rule }) else { return nil }
        var alone = self
        alone.rules = rules.filter { $0.id == rule.id }
        let outlook = alone.outlook(for: edition, on: day, scope: scope)
        return ReminderExplanation(
            reminder: identity,
            rule: rule,
            plugin: String(rule.id.prefix { $0 != "/" }),
            day: day,
            state: state(of: identity, rule, in: edition, outlook),
            source: ReminderSource(identity, edition).sentence,
            steps: rule.tiers.map { tier in
                ReminderExplanation.Step(
                    words: tier.words(occurrence: 1),
                    on: tier.firstRaised(due: identity.due, calendar)
                )
            }.sorted { $0.on < $1.on },
            acts: edition.reminderActs.filter { $0.reminder.subject == identity.subject }
        )
    }

    private func state(
        of identity: ReminderIdentity,
        _ rule: ReminderRule,
        in edition: Edition,
        _ outlook: ReminderOutlook
    ) -> ReminderExplanation.State {
        let id = identity.description
        if outlook.reminders.contains(where: { $0.id == id }) { return .inForce }
        if let held = outlook.held.first(where: { $0.reminder.id == id }) { return .held(held.act) }
        let others = outlook.reminders + outlook.held.map(\.reminder)
        let about = others.filter { $0.subject == identity.subject }
        if let next = about.first(where: { $0.due == identity.due }),
            identity.again == nil || next.raisedOn > outlook.day
        {
            let first = firstRaised(identity, rule)
            return first.map { $0 > outlook.day } == true
                ? .notYet(from: first ?? outlook.day) : .collapsed(into: next.id)
        }
        if case .timescale = rule.basis, let place = identity.subject.planItem,
            let item = edition.plans.first(where: { $0.id == place.plan })?.item(place.item),
            let due = item.timescale.due, due != identity.due
        {
            return .revised(to: due)
        }
        if let other = about.first { return .revised(to: other.due) }
        if let first = firstRaised(identity, rule), first > outlook.day {
            return isOpen(identity.subject, in: edition) ? .notYet(from: first) : .silent
        }
        return .silent
    }

    private func isOpen(_ subject: SubjectReference, in edition: Edition) -> Bool {
        guard let place = subject.planItem else { return true }
        let item = edition.plans.first { $0.id == place.plan }?.item(place.item)
        return item?.isOpen ?? false
    }

    /// The day on which the step of a reminder is reached; nil for a step that the rule has not.
    private func firstRaised(_ identity: ReminderIdentity, _ rule: ReminderRule) -> CivilDate? {
        for tier in rule.tiers {
            if identity.step == tier.name { return tier.firstRaised(due: identity.due, calendar) }
            guard case .overdue(let every) = tier.moment, identity.step.hasPrefix("overdue-"),
                let occurrence = Int(identity.step.dropFirst("overdue-".count))
            else { continue }
            guard let every, occurrence > 1 else { return identity.due + 1 }
            return every.adding(times: occurrence - 1, to: identity.due + 1, calendar)
        }
        return nil
    }
}

extension ReminderTier {
    /// The day on which the step is reached for the first time.
    func firstRaised(due: CivilDate, _ calendar: WorkingCalendar) -> CivilDate {
        switch moment {
        case .beforeDue(let interval): interval.adding(times: -1, to: due, calendar)
        case .overdue: due + 1
        }
    }
}
