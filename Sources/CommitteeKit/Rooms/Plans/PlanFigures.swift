// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The figures of a plan on a date, each made of the actions that it counts.
public struct PlanFigures: Hashable, Sendable {
    /// The number of items of each level, outermost first.
    public var levels: [LevelCount]
    /// The identifiers of the counted actions.
    public var total: [String]
    /// The identifiers of the actions with each printed status; the empty text is no status.
    public var statuses: [StatusCount]
    /// The identifiers of the counted actions that are completed.
    public var completed: [String]
    /// The identifiers of the actions that are ongoing by the plan's rules.
    public var ongoing: [String]
    /// The identifiers of the actions that are late.
    public var late: [String]
    /// The identifiers of the actions of which it is not known whether they were completed.
    public var notKnown: [String]
    /// The identifiers of the actions that left the plan.
    public var exited: [String]

    /// The number of items of one level.
    public struct LevelCount: Hashable, Sendable {
        /// The level's name.
        public var name: LevelName
        /// The number of items.
        public var count: Int
    }

    /// The actions with one printed status.
    public struct StatusCount: Hashable, Sendable {
        /// The status as printed.
        public var printed: String
        /// The identifiers of the actions.
        public var actions: [String]
    }

    /// Counts a plan.
    ///
    /// - Parameters:
    ///   - plan: The plan as it stood on the day.
    ///   - day: The day.
    /// - Complexity: O(*n*) in the number of items.
    public init(of plan: Plan, on day: CivilDate) {
        let actions = plan.countable
        let counted = actions.filter { plan.counting.counts($0, on: day) }
        levels = plan.levels.enumerated().map { level, name in
            LevelCount(name: name, count: plan.items.count { $0.level == level })
        }
        total = counted.map(\.id)
        var statuses: [StatusCount] = []
        for action in counted {
            let printed = action.status?.printed ?? ""
            if let index = statuses.firstIndex(where: { $0.printed == printed }) {
                statuses[index].actions.append(action.id)
            } else {
                statuses.append(StatusCount(printed: printed, actions: [action.id]))
            }
        }
        self.statuses = statuses
        completed = counted.filter(\.isCompleted).map(\.id)
        ongoing = plan.ongoing(of: counted, on: day).map(\.id)
        late = counted.filter { $0.isLate(on: day) }.map(\.id)
        notKnown = counted.filter { action in
            if case .notKnown = action.completion { return true }
            return false
        }.map(\.id)
        exited = actions.filter { $0.exit != nil }.map(\.id)
    }

    /// Returns the actions that one figure is made of.
    ///
    /// - Parameter name: `total`, `completed`, `ongoing`, `late`, `not-known`, `exited` or
    ///   `status:LETTER`.
    /// - Returns: The identifiers, or nil when there is no such figure.
    public func actions(of name: String) -> [String]? {
        switch name {
        case "total", "actions": total
        case "completed": completed
        case "ongoing": ongoing
        case "late": late
        case "not-known": notKnown
        case "exited": exited
        default:
            if name.hasPrefix("status:") {
                statuses.first { $0.printed == name.dropFirst("status:".count) }?.actions ?? []
            } else {
                nil
            }
        }
    }

    /// The names of the figures that can be explained.
    public var names: [String] {
        ["total", "completed", "ongoing", "late", "not-known", "exited"]
            + statuses.filter { !$0.printed.isEmpty }.map { "status:\($0.printed)" }
    }
}

extension Plan {
    /// The actions that are ongoing by the plan's rules.
    fileprivate func ongoing(of counted: [PlanItem], on day: CivilDate) -> [PlanItem] {
        guard let states = counting.ongoingStates else { return counted.filter { !$0.isCompleted } }
        return countable.filter { action in
            (action.added ?? .earliest) <= day
                && states.contains(CountingRules.state(of: action, on: day))
        }
    }

    /// Computes the line of figures that a progress check on a day has by the plan's own rules.
    ///
    /// - Parameters:
    ///   - day: The day of the check; the plan must be as it stood on that day.
    ///   - previous: The check before, or nil when there is none.
    ///   - isPublication: Whether a check without one before it stands at publication, where the
    ///     plan's rules say what is added and completed.
    ///   - words: The date as printed.
    ///   - name: What the check is called.
    /// - Returns: The computed check.
    /// - Complexity: O(*n*) in the number of actions.
    public func computedCheck(
        on day: CivilDate,
        after previous: ProgressCheck?,
        atPublication isPublication: Bool = true,
        words: String,
        name: String
    ) -> ProgressCheck {
        let counted = countable.filter { counting.counts($0, on: day) }
        let done = counted.count(where: \.isCompleted)
        var check = ProgressCheck(
            date: day,
            words: words,
            name: name,
            total: counted.count,
            completed: done,
            added: nil,
            ongoing: ongoing(of: counted, on: day).count,
            isStated: false
        )
        if let previous {
            // When the check before has no date, nobody can say what was added since.
            check.added = previous.date.map { since in
                counted.count { ($0.added ?? .earliest) > since }
            }
        } else if !isPublication {
            check.added = nil
        } else if counting.atPublication == .allAdded {
            check.added = counted.count
        } else {
            check.completed = nil
        }
        return check
    }
}

extension Plan {
    /// Returns the actions that count and are late on a day, in printed order.
    ///
    /// They are those of the figure “late”.
    ///
    /// ```swift
    /// for action in plan.lateActions(on: edition.asOf) { print(action.id, action.text.plainText) }
    /// ```
    ///
    /// - Parameter day: The day.
    /// - Returns: The actions.
    /// - Complexity: O(*n*) in the number of items.
    public func lateActions(on day: CivilDate) -> [PlanItem] {
        countable.filter { counting.counts($0, on: day) && $0.isLate(on: day) }
    }
}
