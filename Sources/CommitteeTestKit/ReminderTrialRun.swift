// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// One invented plan of a trial and what is beside it, with the three hosts that ask about them.
struct ReminderTrialRun {
    /// A step of which a host should hear.
    private struct Expected: Hashable {
        /// The identifier, which says everything else.
        let id: String
        let occasion: Occasion
        /// The last day on which it is worth a word.
        let last: CivilDate?
        let step: ReminderOracle.Step

        /// What it is about, whichever step.
        struct Occasion: Hashable {
            var rule: String
            var subject: SubjectReference
            var due: CivilDate
        }

        static func == (left: Self, right: Self) -> Bool { left.id == right.id }

        func hash(into hasher: inout Hasher) { hasher.combine(id) }
    }

    private struct Host {
        var name: String
        var nextDay: CivilDate
        var sent: Set<String> = []
        /// What was reached while the host was away, and has not been told.
        var missed: Set<Expected> = []
        var told = 0
        var collapsed = 0
    }

    private let start: CivilDate
    private let schedule: ReminderSchedule
    private let oracles: [ReminderOracle]
    private var plan: Plan
    private var matters: TrialMatters
    private var hosts: [Host]
    /// The day since which each subject stands as it does.
    private var since: [SubjectReference: CivilDate] = [:]
    private var days = 0
    /// Every step of an occasion, by the place of its rule and the occasion.
    private var steps: [[TrialMatters.Occasion: [Expected]]]
    /// What every identifier that was raised says.
    private(set) var identities: [String: ReminderIdentity] = [:]

    init(number: Int, _ random: inout SeededGenerator) {
        start = CivilDate(2030, 1, 1) + Int.random(in: 0..<1500, using: &random)
        let calendar = TrialCalendar.all[number % TrialCalendar.all.count]
        var rules = (1...Int.random(in: 1...2, using: &random)).map { place in
            // A second rule may have a name that looks like a part of an identifier.
            ReminderRule(
                id: place == 2 ? "trial:\(number)/b%" : "trial/rule-\(place)",
                tiers: Self.tiers(&random)
            )
        }
        for place in 1...2 { rules.append(Self.rule(ofMatters: place, &random)) }
        matters = TrialMatters(from: start, calendar, &random)
        schedule = ReminderSchedule(rules: rules, calendar: calendar.calendar)
        oracles = rules.map { ReminderOracle(rule: $0, calendar: calendar) }
        // An item's plan ends at the first mark, so no plan with items has one in its name.
        let names = ["plan-\(number)", "a/b:\(number)", "\(number):2031-01-31"]
        plan = Plan(
            id: names[Int.random(in: 0..<names.count, using: &random)],
            title: "Trial",
            period: .always,
            levels: [LevelName("action")]
        )
        for place in 1...Int.random(in: 1...5, using: &random) {
            let id = ["1.\(place)", "\(place)#x", "\(place):before-1-day", "1/\(place)"]
                .randomElement(using: &random)
            var item = PlanItem(id: id ?? "1", level: 0)
            item.timescale = Self.deadline(start + Int.random(in: -60...420, using: &random))
            if plan.item(item.id) == nil { plan.items.append(item) }
        }
        steps = Array(repeating: [:], count: rules.count)
        hosts = ["daily", "weekly", "with gaps"].map { Host(name: $0, nextDay: .earliest) }
        for index in hosts.indices { hosts[index].nextDay = start }
    }

    /// A rule that looks beside the plan.
    private static func rule(
        ofMatters place: Int,
        _ random: inout SeededGenerator
    ) -> ReminderRule {
        let kinds = TrialMatters.kinds
        let each = kinds[Int.random(in: 0..<kinds.count, using: &random)]
        let ahead = ["10 working days", "2 weeks", "1 month"].randomElement(using: &random)
        return ReminderRule(
            id: "trial/matters-\(place)",
            each: each,
            to: ["Officer"],
            tiers: tiers(&random),
            ahead: Bool.random(using: &random) ? ahead.flatMap { ReminderInterval(words: $0) } : nil
        )
    }

    private static func tiers(_ random: inout SeededGenerator) -> [ReminderTier] {
        let before = [
            "1 month", "30 days", "2 weeks", "1 week", "10 working days", "3 working days", "1 day",
            "0 days", "1 quarter",
        ].shuffled(using: &random)
        let overdue = ["1 week", "1 month", "10 days", "5 working days", "2 weeks"]
        func missed() -> ReminderTier.Missed {
            Int.random(in: 0..<4, using: &random) == 0 ? .sendAll : .sendOne
        }
        var tiers = before.prefix(Int.random(in: 0...4, using: &random)).compactMap { words in
            ReminderInterval(words: words).map { ReminderTier(.beforeDue($0), missed: missed()) }
        }
        let words = overdue.randomElement(using: &random) ?? "1 week"
        switch Int.random(in: 0..<5, using: &random) {
        case 0 where !tiers.isEmpty: break
        case 1: tiers.append(ReminderTier(.overdue(every: nil), missed: missed()))
        case 2:
            let every = ReminderInterval(words: words)
            tiers.append(ReminderTier(.overdue(every: every), missed: missed(), times: 3))
        default:
            let every = ReminderInterval(words: words)
            tiers.append(ReminderTier(.overdue(every: every), missed: missed()))
        }
        return tiers
    }

    private static func deadline(_ date: CivilDate) -> Timescale {
        Timescale(words: "By \(date)", reading: .by(date, qualifier: nil))
    }

    // MARK: The days

    mutating func run(
        days: Int,
        _ random: inout SeededGenerator,
        _ figures: inout ReminderTrial.Figures
    ) {
        self.days = days
        var index = makeIndex(on: start)
        for day in (0..<days).map({ start + $0 }) {
            if day > start, change(on: day, &random) {
                index = makeIndex(on: day)
                forgetWhatNoLongerHolds(on: day)
            }
            look(on: day, schedule.outlook(in: index, on: day).reminders, &random, &figures)
            figures.days += 1
        }
        for host in hosts {
            figures.told[host.name, default: 0] += host.told
            figures.collapsed[host.name, default: 0] += host.collapsed
        }
    }

    private func makeIndex(on day: CivilDate) -> ReminderIndex {
        var record = Record()
        record.plans = [plan]
        matters.put(into: &record)
        let edition = Edition(
            of: record,
            committee: "trial",
            name: "Trial",
            asOf: day,
            audience: .restricted
        )
        return ReminderIndex(of: edition, for: schedule.rules)
    }

    /// Perhaps revises a deadline, completes an item or takes one up again, or changes a matter.
    private mutating func change(on day: CivilDate, _ random: inout SeededGenerator) -> Bool {
        guard Int.random(in: 0..<40, using: &random) == 0 else { return false }
        guard Bool.random(using: &random) else {
            for subject in matters.change(on: day, days: days, &random) { since[subject] = day }
            return true
        }
        let place = Int.random(in: 0..<plan.items.count, using: &random)
        since[.action(plan.items[place].id, of: plan.id)] = day
        switch Int.random(in: 0..<4, using: &random) {
        case 0: plan.items[place].completion = .completed(.on(start))
        case 1: plan.items[place].completion = .ongoing
        default:
            let due = plan.items[place].timescale.due ?? start
            plan.items[place].timescale = Self.deadline(
                due + Int.random(in: -30...120, using: &random)
            )
        }
        return true
    }

    /// Of what was revised or completed while a host was away it never hears.
    private mutating func forgetWhatNoLongerHolds(on day: CivilDate) {
        var standing: Set<Expected.Occasion> = []
        for oracle in oracles {
            for occasion in occasions(for: oracle, on: day) {
                standing.insert(
                    .init(rule: oracle.rule.id, subject: occasion.subject, due: occasion.due)
                )
            }
        }
        for index in hosts.indices {
            hosts[index].missed = hosts[index].missed.filter { standing.contains($0.occasion) }
        }
    }

    /// What is due by a rule: the deadlines of open items, or what stands beside the plan.
    private func occasions(
        for oracle: ReminderOracle,
        on day: CivilDate
    ) -> [TrialMatters.Occasion] {
        guard oracle.rule.each == .action else {
            return matters.occasions(for: oracle, on: day, days: days).map { occasion in
                var occasion = occasion
                if oracle.rule.each != .meeting { occasion.due = oracle.due(occasion.due) }
                return occasion
            }
        }
        return plan.items.compactMap { item in
            guard !item.isCompleted, let due = item.timescale.due else { return nil }
            return TrialMatters.Occasion(subject: .action(item.id, of: plan.id), due: due)
        }
    }

    private mutating func look(
        on day: CivilDate,
        _ reminders: [Reminder],
        _ random: inout SeededGenerator,
        _ figures: inout ReminderTrial.Figures
    ) {
        let expected = self.expected(on: day)
        var raised: Set<String> = []
        for reminder in reminders {
            if !raised.insert(reminder.id).inserted {
                figures.complaints.append("\(reminder.id) stands twice on \(day)")
            }
            note(reminder, &figures)
        }
        let wanted = Dictionary(
            expected.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for id in raised.symmetricDifference(wanted.keys) {
            let fault = raised.contains(id) ? "must not be raised" : "is not raised"
            figures.complaints.append("\(id) \(fault) on \(day)")
        }
        for index in hosts.indices {
            for step in expected where !hosts[index].sent.contains(step.id) {
                hosts[index].missed.insert(step)
            }
            guard hosts[index].nextDay <= day else { continue }
            tell(index, wanted, day, &figures)
            switch index {
            case 0: hosts[index].nextDay = day + 1
            case 1: hosts[index].nextDay = day + 7
            default: hosts[index].nextDay = day + Int.random(in: 1...120, using: &random)
            }
        }
    }

    private mutating func expected(on day: CivilDate) -> [Expected] {
        var found: [Expected] = []
        for (place, oracle) in oracles.enumerated() {
            for occasion in occasions(for: oracle, on: day) {
                let all = steps[place][occasion] ?? expected(of: occasion, by: oracle)
                steps[place][occasion] = all
                let standing = oracle.inForce(all.map(\.step), due: occasion.due, on: day)
                for step in standing { found.append(all[step]) }
            }
        }
        return found
    }

    /// Every step of an occasion to the end of the trial.
    private func expected(
        of occasion: TrialMatters.Occasion,
        by oracle: ReminderOracle
    ) -> [Expected] {
        oracle.steps(due: occasion.due, through: start + days).map { step in
            let identity = ReminderIdentity(
                rule: oracle.rule.id,
                subject: occasion.subject,
                due: occasion.due,
                step: step.name
            )
            return Expected(
                id: identity.description,
                occasion: .init(
                    rule: oracle.rule.id,
                    subject: occasion.subject,
                    due: occasion.due
                ),
                last: occasion.last,
                step: step
            )
        }
    }

    /// Checks that an identifier says what it stands for, and keeps it.
    private mutating func note(_ reminder: Reminder, _ figures: inout ReminderTrial.Figures) {
        let identity = identities[reminder.id] ?? reminder.identity
        guard let identity, identity.rule == reminder.rule,
            identity.subject == reminder.subject, identity.due == reminder.due
        else {
            return figures.complaints.append("\(reminder.id) cannot be read back")
        }
        identities[reminder.id] = identity
    }

    /// A host sends what it has not sent, and what it missed must have given way to that.
    private mutating func tell(
        _ index: Int,
        _ wanted: [String: Expected],
        _ day: CivilDate,
        _ figures: inout ReminderTrial.Figures
    ) {
        var host = hosts[index]
        for (id, expected) in wanted where host.sent.insert(id).inserted {
            host.told += 1
            host.missed.remove(expected)
            let first = max(expected.step.raisedOn, since[expected.occasion.subject] ?? start)
            if index == 0, day != first {
                figures.complaints.append("\(id) comes on \(day), not on \(first)")
            }
        }
        for missed in host.missed {
            let later = wanted.values.contains { other in
                other.occasion == missed.occasion
                    && (other.step.raisedOn, other.step.tier)
                        > (missed.step.raisedOn, missed.step.tier)
            }
            // A step before the deadline lapses with it, and every step with the meeting.
            let hasLapsed =
                (missed.step.name.hasPrefix("before-") && day > missed.occasion.due)
                || missed.last.map { day > $0 } ?? false
            if later {
                host.collapsed += 1
            } else if !hasLapsed {
                figures.complaints.append(
                    "\(missed.id) was missed by the host that asks \(host.name)"
                )
            }
        }
        host.missed = []
        hosts[index] = host
    }
}
