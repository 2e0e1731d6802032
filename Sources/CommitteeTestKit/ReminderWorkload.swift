// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// A plan with many actions and the rules that the library brings: what benchmarks ask.
///
/// ```swift
/// let workload = ReminderWorkload(actions: 1_000_000)
/// workload.schedule.reminders(for: workload.edition, on: workload.day).count  // 0
/// ```
public struct ReminderWorkload: Sendable {
    /// The record of which the edition is made.
    public let record: Record
    /// The edition.
    public let edition: Edition
    /// The rules: those of the standard plugin.
    public let schedule: ReminderSchedule
    /// A day on which nothing is due.
    public let day: CivilDate

    /// Makes a plan.
    ///
    /// - Parameters:
    ///   - count: How many actions it has.
    ///   - due: How many of them are due soon; none when left out.
    public init(actions count: Int, due: Int = 0) {
        day = CivilDate(2026, 10, 31)
        var plan = Plan(
            id: "plan",
            title: "A long plan",
            period: CivilSpan(CivilDate(2026, 4, 1)...),
            levels: [LevelName("action")]
        )
        plan.items.reserveCapacity(count)
        for number in 0..<count {
            var item = PlanItem(id: String(number), level: 0, number: String(number), text: "Act")
            // Far ahead, and in no order, as in a plan whose sections each have their dates.
            let days = number < due ? number % 30 : 60 + number &* 7919 % 4000
            item.timescale = Timescale(words: "", reading: .by(day + days, qualifier: nil))
            item.leads = Leads(words: "Lead")
            item.added = day - 30
            plan.items.append(item)
        }
        var record = Record()
        record.plans = [plan]
        self.record = record
        edition = Self.edition(of: record, on: day)
        let before = ["30 days", "1 week", "1 day"].compactMap { ReminderInterval(words: $0) }
        let chase =
            before.map { ReminderTier(.beforeDue($0)) } + [
                ReminderTier(.overdue(every: .period(Period(1, .weeks))))
            ]
        schedule = ReminderSchedule(
            rules: [ReminderRule(id: "standard/chase-lead", tiers: chase)],
            calendar: .scotland
        )
    }

    /// Makes the edition of a day, as a host does each day.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - day: The day.
    /// - Returns: The edition, for those who may see everything.
    /// - Complexity: O(*n*) in the number of actions.
    public static func edition(of record: Record, on day: CivilDate) -> Edition {
        Edition(
            of: record,
            committee: "long",
            name: "Long",
            asOf: day,
            audience: .restricted
        )
    }
}
