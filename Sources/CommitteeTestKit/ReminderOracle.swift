// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// What a rule must say of one deadline, found the slow and plain way, day by day.
struct ReminderOracle {
    /// One step of the rule that is reached on a day.
    struct Step: Hashable {
        var name: String
        var tier: Int
        var raisedOn: CivilDate
        var occurrence: Int
    }

    let rule: ReminderRule
    let calendar: TrialCalendar

    /// Every step of a deadline that is reached by a day, those before the deadline first.
    func steps(due: CivilDate, through day: CivilDate) -> [Step] {
        var steps: [Step] = []
        for (index, tier) in rule.tiers.enumerated() {
            switch tier.moment {
            case .beforeDue(let interval):
                let raised = Self.moved(due, by: interval, times: -1, calendar)
                let name =
                    "before-"
                    + interval.description.map { $0 == " " ? "-" : String($0) }
                    .joined()
                if raised <= day {
                    steps.append(Step(name: name, tier: index, raisedOn: raised, occurrence: 1))
                }
            case .overdue(let every):
                var occurrence = 1
                var raised = due + 1
                while raised <= day, occurrence <= tier.times ?? .max {
                    steps.append(
                        Step(
                            name: "overdue-\(occurrence)",
                            tier: index,
                            raisedOn: raised,
                            occurrence: occurrence
                        )
                    )
                    guard let every else { break }
                    raised = Self.moved(due + 1, by: every, times: occurrence, calendar)
                    occurrence += 1
                }
            }
        }
        return steps
    }

    /// The days on which things outside the plan are due, for a rule that looks at them.
    func due(_ date: CivilDate) -> CivilDate {
        rule.ahead.map { Self.moved(date, by: $0, times: -1, calendar) } ?? date
    }

    /// The places of the steps that must be in force on a day, among all those of a deadline.
    func inForce(_ steps: [Step], due: CivilDate, on day: CivilDate) -> [Int] {
        var standing: [Int] = []
        var newest: Int?
        for (place, step) in steps.enumerated() where step.raisedOn <= day {
            let tier = rule.tiers[step.tier]
            if case .beforeDue = tier.moment, tier.missed == .sendOne, day > due { continue }
            if tier.missed == .sendAll { standing.append(place) }
            // Of several that are reached on one day, the one that was declared last stands.
            let best = newest.map { (steps[$0].raisedOn, steps[$0].tier) }
            if best.map({ (step.raisedOn, step.tier) >= $0 }) ?? true { newest = place }
        }
        if let newest, !standing.contains(newest) { standing.append(newest) }
        return standing
    }

    /// Counts on the fingers: no arithmetic of months or of working days but one day at a time.
    static func moved(
        _ date: CivilDate,
        by interval: ReminderInterval,
        times: Int,
        _ calendar: TrialCalendar
    ) -> CivilDate {
        let direction = times < 0 ? -1 : 1
        switch interval {
        case .workingDays(let count):
            var day = date
            var left = count * abs(times)
            while left > 0 {
                day = day + direction
                if calendar.isWorkingDay(day) { left -= 1 }
            }
            return day
        case .period(let period):
            let count = period.count * times
            switch period.unit {
            case .days: return date + count
            case .weeks: return date + count * 7
            case .months: return months(count, from: date)
            case .quarters: return months(count * 3, from: date)
            case .years: return months(count * 12, from: date)
            }
        }
    }

    private static func months(_ count: Int, from date: CivilDate) -> CivilDate {
        var (year, month, day) = date.parts
        for _ in 0..<abs(count) {
            month += count < 0 ? -1 : 1
            if month == 0 { (year, month) = (year - 1, 12) }
            if month == 13 { (year, month) = (year + 1, 1) }
        }
        while day > 0 {
            if let found = CivilDate(year: year, month: month, day: day) { return found }
            day -= 1
        }
        return date
    }
}

/// A calendar whose working days are looked up one by one, once for all.
struct TrialCalendar {
    let calendar: WorkingCalendar
    private let first = CivilDate(2027, 1, 1)
    private let days: [Bool]

    init(_ calendar: WorkingCalendar) {
        let first = first
        self.calendar = calendar
        days = (0..<4500).map { calendar.isWorkingDay(first + $0) }
    }

    func isWorkingDay(_ day: CivilDate) -> Bool {
        let place = day - first
        return days.indices.contains(place) ? days[place] : calendar.isWorkingDay(day)
    }

    /// Scotland's calendar, and some with days that councils add and take away.
    static let all: [TrialCalendar] = (0..<6).map { number in
        var random = SeededGenerator(seed: UInt64(number))
        let local = (0..<(number * 6)).map { _ in
            CivilDate(2030, 1, 1) + Int.random(in: 0..<2000, using: &random)
        }
        return TrialCalendar(
            WorkingCalendar(
                rules: HolidayRule.scotland,
                added: Set(local.prefix(number * 4)),
                removed: Set(local.suffix(number * 2))
            )
        )
    }
}
