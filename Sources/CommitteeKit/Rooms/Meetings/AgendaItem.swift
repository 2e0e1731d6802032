// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// An item of an agenda.
///
/// Items that are taken in private are numbered apart, `P1` and on.
public struct AgendaItem: Hashable, Sendable {
    /// The number, such as `5`, `4.6` or `P1`.
    public var number: String
    /// What it is called.
    public var title: String
    /// What the meeting is to do with it; nil when nobody said.
    public var purpose: Purpose?
    /// How many minutes it may take.
    public var minutes: Int?
    /// The role that brings it; empty when nobody said.
    public var owner: String
    /// Whether there is a paper.
    public var hasPaper: Bool
    /// The day by which the paper is to be there.
    public var paperDue: CivilDate?
    /// The item of an earlier meeting from which it is carried forward, such as `cpc/2023-10-03#7`.
    public var carriedFrom: String?
    /// Why it is taken in private; empty when nobody said, or when it is not.
    public var privateReason: String

    /// What a meeting is to do with an item.
    public enum Purpose: String, Hashable, Sendable, CaseIterable {
        /// To decide.
        case decision
        /// To discuss.
        case discussion
        /// To note.
        case noting
    }

    /// Creates an item.
    ///
    /// - Parameters:
    ///   - number: The number, such as `5` or `P1`.
    ///   - title: What it is called.
    ///   - purpose: What the meeting is to do with it.
    ///   - minutes: How many minutes it may take.
    ///   - owner: The role that brings it.
    ///   - paperDue: The day by which its paper is to be there; nil when there is none.
    ///   - privateReason: Why it is taken in private.
    public init(
        _ number: String,
        _ title: String,
        purpose: Purpose? = nil,
        minutes: Int? = nil,
        owner: String = "",
        paperDue: CivilDate? = nil,
        privateReason: String = ""
    ) {
        self.number = number
        self.title = title
        self.purpose = purpose
        self.minutes = minutes
        self.owner = owner
        hasPaper = paperDue != nil
        self.paperDue = paperDue
        self.privateReason = privateReason
    }

    /// Whether it is taken in private.
    public var isPrivate: Bool { Self.isPrivate(number) }

    /// Whether a number, or the code of something decided below it, is that of a private item.
    ///
    /// - Parameter number: The number or the code.
    /// - Returns: Whether it begins with `P`.
    public static func isPrivate(_ number: String) -> Bool { number.first == "P" }

    /// Whether a text is written as a number of an item is: `5`, `4.6` or `P1`.
    ///
    /// - Parameter text: The text.
    /// - Returns: Whether it is.
    public static func isNumber(_ text: some StringProtocol) -> Bool {
        let figures = text.first == "P" ? text.dropFirst() : text[...]
        let parts = figures.split(separator: ".", omittingEmptySubsequences: false)
        return !parts.isEmpty
            && parts.allSatisfy { part in
                (1...3).contains(part.utf8.count)
                    && part.utf8.allSatisfy { (48...57).contains($0) }
            }
    }
}

/// An agenda as it is set: all of its items.
public struct AgendaSetting: Hashable, Sendable {
    /// The items, in order.
    public var items: [AgendaItem]

    /// Creates an agenda.
    ///
    /// - Parameter items: The items, in order.
    public init(items: [AgendaItem]) { self.items = items }

    /// Why the agenda cannot be, when it cannot.
    var refusal: String? {
        guard !items.isEmpty else { return "The agenda has no item. Give it at least one." }
        var numbers: Set<String> = []
        for item in items {
            guard AgendaItem.isNumber(item.number) else {
                return "“\(item.number)” is not the number of an item. Write figures, such as 5 or "
                    + "4.6, and P before them for an item that is taken in private."
            }
            guard numbers.insert(item.number).inserted else {
                return "Two items are numbered \(item.number). Give each its own number."
            }
            guard !item.title.isEmpty else {
                return "Item \(item.number) has no title. Say what it is called."
            }
            guard item.isPrivate || item.privateReason.isEmpty else {
                return "Item \(item.number) is said to be private, and private items are numbered "
                    + "apart. Number it P1, P2 and so on."
            }
        }
        return nil
    }
}
