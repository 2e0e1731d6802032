// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The days by which an edition's open items are looked for, gathered when the edition is made.
///
/// A rule looks at every item of every plan on every day, and nearly always finds nothing due. The
/// items themselves are long; here each takes four bytes for each thing that gives the day.
struct OpenItemDays: Sendable {
    /// What gives the day.
    enum Basis: Hashable {
        case deadline, progress, meetings
    }

    /// The columns of the items, or of the maintenance list, of one plan.
    struct List: Sendable {
        /// The deadline of each item by its day number; ``none`` where nothing can be reminded of.
        var deadlines: [Int32] = []
        /// The day of the newest progress of each item, or from which it counts without any.
        var progress: [Int32] = []
        /// The places of the items that are due by meetings.
        var meetings: [Int] = []
    }

    /// The items at the level of actions.
    struct Part: Sendable {
        var items: List
        var maintenance: List
    }

    /// A day that no reminder reaches.
    static let none = Int32.max

    /// The columns of each plan, in the edition's order.
    let parts: [Part]

    init(of plans: [Plan]) {
        parts = plans.map { plan in
            Part(
                items: Self.list(plan.items, level: plan.actionLevel, plan),
                maintenance: Self.list(plan.maintenance, level: nil, plan)
            )
        }
    }

    private static func list(_ items: [PlanItem], level: Int?, _ plan: Plan) -> List {
        var list = List()
        list.deadlines.reserveCapacity(items.count)
        list.progress.reserveCapacity(items.count)
        let start = plan.period.from.map { Int32($0.dayNumber) } ?? none
        items.withUnsafeBufferPointer { items in
            for place in items.indices {
                guard level.map({ items[place].level == $0 }) ?? true, items[place].isOpen
                else {
                    list.deadlines.append(none)
                    list.progress.append(none)
                    continue
                }
                let due = items[place].timescale.due
                list.deadlines.append(due.map { Int32($0.dayNumber) } ?? none)
                let last = items[place].lastReport ?? items[place].added
                list.progress.append(last.map { Int32($0.dayNumber) } ?? start)
                if case .relativeToMeeting = items[place].timescale.reading {
                    list.meetings.append(place)
                }
            }
        }
        return list
    }
}

extension OpenItemDays.List {
    /// The places of the items whose day, by what gives it, lies between two days.
    func places(_ basis: OpenItemDays.Basis, from first: Int, through last: Int) -> [Int] {
        switch basis {
        case .deadline: Self.places(in: deadlines, from: first, through: last)
        case .progress: Self.places(in: progress, from: first, through: last)
        case .meetings: meetings
        }
    }

    private static func places(
        in days: [Int32],
        from first: Int,
        through last: Int
    ) -> [Int] {
        let first = Int32(clamping: first)
        let last = min(Int32(clamping: last), OpenItemDays.none - 1)
        var places: [Int] = []
        days.withUnsafeBufferPointer { days in
            for place in days.indices where days[place] <= last && days[place] >= first {
                places.append(place)
            }
        }
        return places
    }
}

extension PlanItem {
    /// Whether the item is known to be open and in its plan.
    var isOpen: Bool {
        guard exit == nil else { return false }
        switch completion {
        case .notStated, .ongoing: return true
        case .completed, .notKnown: return false
        }
    }

    /// The newest date of which a report of progress or a status speaks.
    var lastReport: CivilDate? {
        var last = status?.asAt
        for index in progress.indices {
            last = max(last ?? .earliest, progress[index].asAt)
        }
        return last
    }
}
