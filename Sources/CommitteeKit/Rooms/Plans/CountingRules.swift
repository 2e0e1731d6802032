// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What counts in a plan's totals.
///
/// Committees count differently: some say at publication that every action was added, others print
/// a dash; some keep counting what left the plan. The rules belong to the plan and are printed with
/// its table of progress checks.
public struct CountingRules: Hashable, Sendable {
    /// What the first check says of added and completed actions.
    public enum AtPublication: String, Hashable, Sendable, CaseIterable {
        /// Every action counts as added at publication, and none as completed.
        case allAdded = "all-added"
        /// Nothing is said; a dash is printed, which is not the number 0.
        case notStated = "not-stated"
    }

    /// What the first check says of added and completed actions.
    public var atPublication: AtPublication
    /// The kinds of exit that still count in the total.
    public var countedExits: [String]
    /// The further lists whose items count as the table's actions do, by name.
    public var countedLists: [String] = []
    /// The states of which the total is made, of ``states``; nil for the usual rule.
    public var totalStates: [String]? = nil
    /// The states of which "ongoing" is made, of ``states``; nil for the total less what is completed.
    public var ongoingStates: [String]? = nil

    /// Creates rules.
    ///
    /// - Parameters:
    ///   - atPublication: What the first check says.
    ///   - countedExits: The kinds of exit that still count, of ``PlanExit/kinds``.
    public init(atPublication: AtPublication = .notStated, countedExits: [String] = []) {
        self.atPublication = atPublication
        self.countedExits = countedExits
    }

    /// Tells whether an action counts in the total on a day.
    ///
    /// - Parameters:
    ///   - action: An action of the plan's table.
    ///   - day: The day of the count.
    /// - Returns: Whether it counts.
    public func counts(_ action: PlanItem, on day: CivilDate) -> Bool {
        if let added = action.added, added > day { return false }
        if let totalStates { return totalStates.contains(Self.state(of: action, on: day)) }
        guard let exit = action.exit, exit.on <= day else { return true }
        return countedExits.contains(exit.kind)
    }

    var json: JSONObject {
        var members: JSONObject = [
            "atPublication": .string(atPublication.rawValue),
            "countedExits": .array(countedExits.map(JSONValue.string)),
        ]
        if !countedLists.isEmpty {
            members["countedLists"] = .array(countedLists.map(JSONValue.string))
        }
        if let totalStates { members["total"] = .array(totalStates.map(JSONValue.string)) }
        if let ongoingStates { members["ongoing"] = .array(ongoingStates.map(JSONValue.string)) }
        return members
    }

    init(json: JSONObject) {
        self.init(
            atPublication: json.text("atPublication").flatMap(AtPublication.init) ?? .notStated,
            countedExits: json.texts("countedExits")
        )
        countedLists = json.texts("countedLists")
        totalStates = json["total"] == nil ? nil : json.texts("total")
        ongoingStates = json["ongoing"] == nil ? nil : json.texts("ongoing")
    }

    /// The rules in words, to be printed with the table.
    public var sentences: [String] {
        var lines = ["Only actions that are fully completed count as completed."]
        if let ongoingStates {
            lines.append("Ongoing is what is \(Self.inWords(ongoingStates)).")
        } else {
            lines.append("Ongoing is the total less what is completed.")
        }
        if let totalStates { lines.append("The total is what is \(Self.inWords(totalStates)).") }
        switch atPublication {
        case .allAdded: lines.append("At publication every action counts as added.")
        case .notStated: lines.append("At publication nothing is said to be added or completed.")
        }
        if !countedExits.isEmpty {
            let kinds = countedExits.joined(separator: ", ")
            lines.append("Actions that left the plan still count when they were: \(kinds).")
        }
        if !countedLists.isEmpty {
            let lists = countedLists.joined(separator: ", ")
            lines.append("What stands in these lists counts as the plan's actions do: \(lists).")
        }
        return lines
    }
}

/// A line of a plan's table of progress checks: a date and four totals.
///
/// A figure that a document states stands beside the one that is computed; where they differ, that
/// is a finding and not an error. A figure that is absent is nil, which is not 0.
public struct ProgressCheck: Hashable, Sendable {
    /// The date of the check, when its words can be read as one.
    public var date: CivilDate?
    /// The date as printed.
    public var words: String
    /// What the check is called, such as the name of the report.
    public var name: String
    /// The number of counted actions.
    public var total: Int?
    /// The number of fully completed actions.
    public var completed: Int?
    /// The number of actions added since the check before.
    public var added: Int?
    /// The number of counted actions that are not completed.
    public var ongoing: Int?
    /// Whether a document states the figures; otherwise they are computed.
    public var isStated: Bool
    /// Further figures as printed, such as `suspended` or `share_completed`, by their name.
    public var figures: [String: String] = [:]

    /// Creates a check.
    ///
    /// - Parameters:
    ///   - date: Its date, when the words can be read as one.
    ///   - words: The date as printed.
    ///   - name: What the check is called.
    ///   - total: The number of counted actions.
    ///   - completed: The number of fully completed actions.
    ///   - added: The number added since the check before.
    ///   - ongoing: The number not completed.
    ///   - isStated: Whether a document states the figures.
    public init(
        date: CivilDate?,
        words: String,
        name: String,
        total: Int?,
        completed: Int?,
        added: Int?,
        ongoing: Int?,
        isStated: Bool
    ) {
        self.date = date
        self.words = words
        self.name = name
        self.total = total
        self.completed = completed
        self.added = added
        self.ongoing = ongoing
        self.isStated = isStated
    }

    /// Tells whether two checks give the same figures.
    ///
    /// - Parameter other: The check to compare with.
    /// - Returns: Whether all four figures are equal, absent ones included, and the further ones that both have.
    public func agrees(with other: ProgressCheck) -> Bool {
        total == other.total && completed == other.completed && added == other.added
            && ongoing == other.ongoing
            && figures.allSatisfy { name, words in
                other.figures[name].map { PlanFigures.value($0) == PlanFigures.value(words) }
                    ?? true
            }
    }
}
