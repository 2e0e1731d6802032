// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Further figures of a progress check, and the rules by which committees make up their totals.

extension CountingRules {
    /// The states of an action from which rules are made: open, completed, or how it left the plan.
    public static let states = ["open", "completed"] + PlanExit.kinds

    /// The state of an action on a day; one that left the plan is in no other.
    static func state(of action: PlanItem, on day: CivilDate) -> String {
        if let exit = action.exit, exit.on <= day { return exit.kind }
        return action.isCompleted ? "completed" : "open"
    }

    static func inWords(_ states: [String]) -> String {
        guard states.count > 1, let last = states.last else { return states.first ?? "nothing" }
        return states.dropLast().joined(separator: ", ") + " or " + last
    }
}

extension PlanFigures {
    /// The names of the further figures that a progress check may state, besides `list.name`.
    public static let further = [
        "suspended", "withdrawn", "transferred", "carried_over", "late", "share_completed",
        "share_ongoing",
    ]

    /// The number in the words of a figure, without spaces and signs of per cent.
    static func value(_ words: String) -> Int? {
        Int(words.filter { !$0.isWhitespace && $0 != "%" && $0 != "," })
    }
}

extension Plan {
    /// Computes one of the further figures of a check.
    ///
    /// - Parameters:
    ///   - name: One of ``PlanFigures/further``, or `list.name` for what stands in a list.
    ///   - day: The day of the check; the plan must be as it stood on that day.
    ///   - check: The check with its usual figures, of which shares are made.
    /// - Returns: The figure as it is printed, or nil when there is no such figure.
    /// - Complexity: O(*n*) in the number of actions.
    func figure(_ name: String, on day: CivilDate, of check: ProgressCheck) -> String? {
        func share(_ part: Int?) -> String? {
            guard let part, let total = check.total, total > 0 else { return nil }
            return "\((part * 200 + total) / (total * 2))%"
        }
        switch name {
        case "share_completed": return share(check.completed)
        case "share_ongoing": return share(check.ongoing)
        case "late": return String(countable.count { $0.isLate(on: day) })
        case "suspended", "withdrawn", "transferred", "carried_over":
            let state = name == "carried_over" ? "carried-over" : name
            return String(countable.count { CountingRules.state(of: $0, on: day) == state })
        default:
            guard name.hasPrefix("list."), let list = PlanList(rawValue: String(name.dropFirst(5)))
            else { return nil }
            return String(items(in: list).count)
        }
    }

    /// Computes the further figures that a stated check has.
    func figures(like stated: ProgressCheck, on day: CivilDate, of check: ProgressCheck)
        -> [String: String]
    {
        var figures: [String: String] = [:]
        for name in stated.figures.keys { figures[name] = figure(name, on: day, of: check) }
        return figures
    }
}
