// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A plan made from a seed: the same size and seed give the same plan on every machine.
///
/// It has priorities, outcomes, objectives and actions, numbered through. What the peers are given
/// as ready values (days to the deadline, words of a status) is computed here, apart from
/// CommitteeKit, so that equal outputs mean something.
public struct GeneratedPlan: Sendable {
    /// One action.
    public struct Action: Sendable {
        /// The number as printed, such as `3.2.4.1`; also the identifier.
        public var number: String
        /// The task.
        public var text: String
        /// The names of those who lead.
        public var leads: [String]
        /// The timescale's words.
        public var timescale: String
        /// The last day on which it is on time.
        public var due: Day?
        /// Whether it is completed.
        public var isCompleted: Bool
        /// The letter of its status.
        public var status: String?
        /// The newest report of progress; empty when there is none.
        public var progress: String
        /// The cell of leads as published.
        public var leadsWords: String { leads.joined(separator: ", ") }
    }

    /// One row of the table, in printed order.
    public enum Item: Sendable {
        /// A heading: its level from 0, its number and its text.
        case heading(level: Int, number: String, text: String)
        /// The place of an action in ``GeneratedPlan/actions``.
        case action(Int)
    }

    /// The letters of the status key with their words.
    public static let key = [
        (letter: "G", word: "On target"), (letter: "A", word: "Progress delayed"),
        (letter: "R", word: "Past deadline"), (letter: "P", word: "Complete"),
    ]

    /// The title.
    public let title = "Public Protection Improvement Plan 2026-2029"
    /// The date on which everything is true.
    public let asOf = Day(year: 2026, month: 10, day: 31)
    /// The rows of the table.
    public private(set) var items: [Item] = []
    /// The actions.
    public private(set) var actions: [Action] = []

    /// Makes a plan.
    ///
    /// - Parameters:
    ///   - count: How many actions it has.
    ///   - seed: The seed; the bench uses 20261031 throughout.
    /// - Complexity: O(*n*) in the number of actions.
    public init(actions count: Int, seed: UInt64 = 20_261_031) {
        var dice = Dice(state: seed)
        actions.reserveCapacity(count)
        items.reserveCapacity(count + count / 3 + 3)
        var place = (priority: 0, outcome: 0, objective: 0)
        while actions.count < count {
            let made = actions.count
            if made % 100 == 0 {
                place = (place.priority + 1, 0, 0)
                let text = dice.pick(Words.aims) + " " + dice.pick(Words.groups)
                items.append(.heading(level: 0, number: "\(place.priority)", text: text))
            }
            if made % 20 == 0 {
                place = (place.priority, place.outcome + 1, 0)
                let text = dice.pick(Words.outcomes) + " " + dice.pick(Words.groups)
                let number = "\(place.priority).\(place.outcome)"
                items.append(.heading(level: 1, number: number, text: text))
            }
            if made % 5 == 0 {
                place.objective += 1
                let text = dice.pick(Words.verbs) + " " + dice.pick(Words.things)
                let number = "\(place.priority).\(place.outcome).\(place.objective)"
                items.append(.heading(level: 2, number: number, text: text))
            }
            let above = "\(place.priority).\(place.outcome).\(place.objective)"
            items.append(.action(made))
            actions.append(action("\(above).\(made % 5 + 1)", &dice))
        }
    }

    private func action(_ number: String, _ dice: inout Dice) -> Action {
        var text = dice.pick(Words.verbs) + " " + dice.pick(Words.things)
        text += " " + dice.pick(Words.groups)
        if dice.roll(3) > 0 { text += ", " + dice.pick(Words.purposes) }
        text += "."
        if dice.roll(4) == 0 { text += " " + dice.pick(Words.remarks) }
        let first = dice.roll(Words.leads.count)
        let several = [1, 1, 1, 2, 2, 3][dice.roll(6)]
        let leads = (0..<several).map { Words.leads[(first + $0 * 7) % Words.leads.count] }
        let due = dice.roll(5) == 0 ? nil : asOf + (dice.roll(1_000) - 300)
        let isCompleted = dice.roll(5) == 0
        var status: String?
        if isCompleted {
            status = "P"
        } else if dice.roll(30) > 0 {
            status = due.map { $0 < asOf } ?? false ? "R" : ["G", "G", "G", "A"][dice.roll(4)]
        }
        var progress = ""
        if dice.roll(10) < 6 {
            progress = dice.pick(Words.reports) + " " + dice.pick(Words.groups) + "."
            if dice.roll(2) == 0 { progress += " " + dice.pick(Words.remarks) }
        }
        return Action(
            number: number,
            text: text,
            leads: leads,
            timescale: due.map { "By \($0.words)" } ?? dice.pick(Words.undated),
            due: due,
            isCompleted: isCompleted,
            status: status,
            progress: progress
        )
    }

    /// The word beside a letter; empty without one.
    public static func word(of status: String?) -> String {
        key.first { $0.letter == status }?.word ?? ""
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct Dice {
    var state: UInt64

    /// A number from 0 below the bound.
    mutating func roll(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var number = state
        number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
        number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((number ^ (number >> 31)) >> 33) % bound
    }

    mutating func pick(_ words: [String]) -> String { words[roll(words.count)] }
}
