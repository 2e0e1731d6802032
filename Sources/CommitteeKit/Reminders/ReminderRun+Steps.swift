// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// When something is due, and which steps have been reached.
extension ReminderRun {
    mutating func due(of item: PlanItem) -> CivilDate? {
        switch rule.basis {
        case .timescale: return item.timescale.due
        case .withoutProgress(let interval):
            guard let last = item.lastReport ?? item.added ?? plan?.period.from else { return nil }
            return adding(interval, times: 1, to: last)
        case .withoutCheck, .meetings: return nil
        }
    }

    /// When something with a date of its own is due: so long ahead of it as the rule says.
    mutating func due(of date: CivilDate) -> CivilDate {
        rule.ahead.map { adding($0, times: -1, to: date) } ?? date
    }

    /// The day on which the first step of a due date is reached.
    mutating func firstRaised(_ due: CivilDate) -> CivilDate {
        rule.tiers.indices.map { raised($0, due, 1) }.min() ?? due
    }

    /// When the plan's next progress check is due; none is after the plan's last day.
    mutating func checkDue(_ plan: Plan) -> CivilDate? {
        guard case .withoutCheck(let interval) = rule.basis,
            let last = plan.lastCheck ?? plan.period.from
        else { return nil }
        let due = adding(interval, times: 1, to: last)
        if let end = plan.period.until, due > end { return nil }
        return due
    }

    /// The step that was reached last.
    mutating func newestStep(_ due: CivilDate) -> Step? {
        var newest: Step?
        for index in rule.tiers.indices {
            guard let step = step(index, due), step.raisedOn >= newest?.raisedOn ?? .earliest
            else { continue }
            newest = step
        }
        return newest
    }

    /// Every step that is in force, oldest first.
    mutating func allSteps(_ due: CivilDate, _ newest: Step) -> [Step] {
        var steps: [Step] = []
        for index in rule.tiers.indices {
            guard let last = step(index, due) else { continue }
            guard rule.tiers[index].missed == .sendAll else {
                if index == newest.tier { steps.append(newest) }
                continue
            }
            let first = max(1, last.occurrence - ReminderSchedule.mostMissed + 1)
            for occurrence in first...last.occurrence {
                steps.append(
                    Step(
                        tier: index,
                        raisedOn: raised(index, due, occurrence),
                        occurrence: occurrence
                    )
                )
            }
        }
        return steps.sorted { ($0.raisedOn, $0.tier) < ($1.raisedOn, $1.tier) }
    }

    /// The newest occurrence of one step, when it has been reached and has not lapsed.
    private mutating func step(_ index: Int, _ due: CivilDate) -> Step? {
        switch rule.tiers[index].moment {
        case .beforeDue:
            guard day <= due || rule.tiers[index].missed == .sendAll else { return nil }
            let raisedOn = raised(index, due, 1)
            return raisedOn <= day ? Step(tier: index, raisedOn: raisedOn, occurrence: 1) : nil
        case .overdue(let every):
            guard day > due else { return nil }
            let count = min(occurrences(every, from: due + 1), rule.tiers[index].times ?? .max)
            return Step(tier: index, raisedOn: raised(index, due, count), occurrence: count)
        }
    }

    private mutating func raised(_ index: Int, _ due: CivilDate, _ occurrence: Int) -> CivilDate {
        switch rule.tiers[index].moment {
        case .beforeDue(let interval): return adding(interval, times: -1, to: due)
        case .overdue(let every):
            guard let every, occurrence > 1 else { return due + 1 }
            return adding(every, times: occurrence - 1, to: due + 1)
        }
    }

    /// How often a step that comes again has come from its first day to the day of asking.
    private func occurrences(_ every: ReminderInterval?, from first: CivilDate) -> Int {
        guard let every, every.count > 0 else { return 1 }
        if case .workingDays(let count) = every {
            return calendar.workingDays(from: first, to: day) / count + 1
        }
        // A period is at least a day long, so there are no more of them than days.
        var reached = 0
        var beyond = day - first + 1
        while beyond - reached > 1 {
            let middle = (reached + beyond) / 2
            if every.adding(times: middle, to: first, calendar) <= day {
                reached = middle
            } else {
                beyond = middle
            }
        }
        return reached + 1
    }

    /// Adds a length of time; walks over working days once for each date.
    private mutating func adding(
        _ interval: ReminderInterval,
        times: Int,
        to date: CivilDate
    ) -> CivilDate {
        guard case .workingDays(let count) = interval else {
            return interval.adding(times: times, to: date, calendar)
        }
        let key = WorkingDays(
            count: count.multipliedReportingOverflow(by: times).partialValue,
            date: date
        )
        if let known = workingDays[key] { return known }
        let result = interval.adding(times: times, to: date, calendar)
        workingDays[key] = result
        return result
    }
}

extension ReminderRule {
    func covers(_ timescale: Timescale) -> Bool {
        guard !timescales.isEmpty else { return true }
        if timescales.contains(timescale.kind) { return true }
        guard case .span(_, isOngoing: true) = timescale.reading else { return false }
        return timescales.contains("ongoing")
    }
}

extension Plan {
    /// The date of the newest progress check that a document states.
    var lastCheck: CivilDate? { statedChecks.lazy.compactMap(\.date).max() }
}
