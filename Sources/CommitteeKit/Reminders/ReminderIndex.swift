// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What some rules need to know of an edition, prepared once, so that each day is asked quickly.
///
/// The open items of each plan are sorted by the day from which their reminders count. A rule then
/// looks at those items alone whose day is near enough, and at none when nothing is due.
///
/// ```swift
/// let index = ReminderIndex(of: edition, for: schedule.rules)
/// for day in week { print(schedule.outlook(in: index, on: day).reminders.count) }
/// ```
public struct ReminderIndex: Sendable {
    /// An open item by the day from which its reminders count.
    struct Entry {
        var day: Int32
        var item: Int32
    }

    /// What makes a list of entries: the items, and what gives the day.
    struct Key: Hashable {
        var isMaintenance: Bool
        var basis: OpenItemDays.Basis
    }

    /// A plan in force.
    struct PlanPart {
        var plan: Plan
        var lists: [Key: [Entry]]
        var columns: OpenItemDays.Part?
    }

    /// The edition.
    public let edition: Edition
    let plans: [PlanPart]
    let acts: ReminderActLookup
    /// The committee's profile, read once.
    let profile: CommitteeProfile?

    /// Prepares an edition for rules.
    ///
    /// - Parameters:
    ///   - edition: The committee's record.
    ///   - rules: The rules that are going to be asked.
    /// - Complexity: O(*n* log *n*) in the number of items.
    public init(of edition: Edition, for rules: [ReminderRule]) {
        self.edition = edition
        let keys = Set(rules.compactMap(\.indexKey))
        let succeeded = edition.succeededPlans
        let columns = edition[PlansState.self].openDays?.parts
        plans = edition.plans.enumerated().compactMap { place, plan in
            guard !succeeded.contains(plan.id) else { return nil }
            return PlanPart(
                plan: plan,
                lists: Dictionary(uniqueKeysWithValues: keys.map { ($0, Self.entries($0, plan)) }),
                columns: columns?[place]
            )
        }
        acts = ReminderActLookup(edition.reminderActs)
        profile = edition.committeeProfile
    }

    /// Prepares nothing, for an edition that is asked about once: each rule then looks at the days
    /// that were gathered when the edition was made, or at every item when its plans were set since.
    init(askedOnce edition: Edition) {
        self.init(of: edition, for: [])
    }

    private static func entries(_ key: Key, _ plan: Plan) -> [Entry] {
        let items = key.isMaintenance ? plan.maintenance : plan.items
        let level = key.isMaintenance ? nil : Optional(plan.actionLevel)
        var entries: [Entry] = []
        for index in items.indices {
            guard level.map({ items[index].level == $0 }) ?? true, items[index].isOpen,
                let day = Self.day(key.basis, items[index], plan)
            else { continue }
            entries.append(
                Entry(day: Int32(day.dayNumber), item: Int32(truncatingIfNeeded: index))
            )
        }
        return entries.sortedByDay
    }

    private static func day(_ basis: OpenItemDays.Basis, _ item: PlanItem, _ plan: Plan)
        -> CivilDate?
    {
        switch basis {
        case .deadline: item.timescale.due
        case .progress: item.lastReport ?? item.added ?? plan.period.from
        case .meetings:
            if case .relativeToMeeting = item.timescale.reading { .earliest } else { nil }
        }
    }
}

extension [PlanItem] {
    /// The places of the items of a level whose deadlines lie between two days.
    ///
    /// It looks at two numbers of each item and copies nothing.
    func places(level: Int?, dueFrom first: Int, through last: Int) -> [Int] {
        var places: [Int] = []
        withUnsafeBufferPointer { items in
            for place in items.indices {
                guard let due = items[place].timescale.due?.dayNumber, due <= last, due >= first,
                    level.map({ items[place].level == $0 }) ?? true
                else { continue }
                places.append(place)
            }
        }
        return places
    }
}

extension ReminderRule {
    /// The list of the index that the rule looks at; nil when it looks at no items.
    var indexKey: ReminderIndex.Key? {
        guard !isComputed, each == .action || each == .maintenance else { return nil }
        let isMaintenance = each == .maintenance
        return switch basis {
        case .timescale: .init(isMaintenance: isMaintenance, basis: .deadline)
        case .withoutProgress: .init(isMaintenance: isMaintenance, basis: .progress)
        case .meetings: .init(isMaintenance: isMaintenance, basis: .meetings)
        case .withoutCheck: nil
        }
    }
}

extension [ReminderIndex.Entry] {
    /// The entries by their days, those of one day in the order in which they stand.
    ///
    /// Dates of plans lie within some years, so counting how many fall on each day is enough.
    fileprivate var sortedByDay: [ReminderIndex.Entry] {
        guard let first = self.lazy.map(\.day).min(), let last = self.lazy.map(\.day).max() else {
            return self
        }
        let span = Int(last) - Int(first) + 1
        guard span <= 4 * count + 4096 else {
            return sorted { ($0.day, $0.item) < ($1.day, $1.item) }
        }
        var places = [Int](repeating: 0, count: span + 1)
        for entry in self { places[Int(entry.day - first) + 1] += 1 }
        for day in 1...span { places[day] += places[day - 1] }
        var sorted = self
        for entry in self {
            let day = Int(entry.day - first)
            sorted[places[day]] = entry
            places[day] += 1
        }
        return sorted
    }

    /// The entries from one day to another, both included.
    func from(_ first: Int, through last: Int) -> ArraySlice<ReminderIndex.Entry> {
        let start = first <= Int(Int32.min) ? 0 : place { Int($0.day) >= first }
        let end = place { Int($0.day) > last }
        return self[start..<Swift.max(start, end)]
    }

    /// The first place from which on a claim holds, found by halving.
    private func place(where holds: (ReminderIndex.Entry) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
