// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A committee's status key: its letters, what they mean, and how they are shown.
///
/// The same letter means different things in different councils, so a status is always read and
/// written through the scheme that it belongs to. A scheme is data that a plugin declares; the
/// long wording that a plan prints beside each letter is part of the plan and is imported with it.
///
/// ```swift
/// let scheme = StatusScheme(
///     id: "standard/rag", title: "Red, amber, green",
///     keys: [
///         StatusKey(letter: "G", word: "On track", meaning: .onTrack, colour: "green"),
///         StatusKey(letter: "A", word: "At risk", meaning: .delayed, colour: "amber"),
///     ])
/// scheme.key(reading: "g")?.word  // "On track"
/// ```
public struct StatusScheme: Hashable, Sendable {
    /// The scheme's identifier, `plugin/name`.
    public var id: String
    /// What people call the scheme.
    public var title: String
    /// The keys in the order in which the committee prints them.
    public var keys: [StatusKey]

    /// Creates a scheme.
    ///
    /// - Parameters:
    ///   - id: The scheme's identifier, `plugin/name`.
    ///   - title: What people call the scheme.
    ///   - keys: The keys in printing order.
    public init(id: String, title: String, keys: [StatusKey]) {
        self.id = id
        self.title = title
        self.keys = keys
    }

    /// Returns the key that some printed words stand for, if the scheme has it.
    ///
    /// Case, surrounding space and brackets do not matter: `(g)` reads as `G`.
    ///
    /// - Parameter printed: The words as they stand in a cell.
    /// - Returns: The key, or nil when the words are not in the key.
    /// - Complexity: O(*k*) in the number of keys and of the words that they read.
    public func key(reading printed: String) -> StatusKey? {
        let folded = printed.comparisonKey
        guard !folded.isEmpty else { return nil }
        return keys.first { key in
            key.letter.comparisonKey == folded || key.word.comparisonKey == folded
                || key.reads.contains { $0.comparisonKey == folded }
        }
    }
}

/// One letter of a status key.
public struct StatusKey: Hashable, Sendable {
    /// The letter or short sign that a cell holds.
    public var letter: String
    /// The word that is always printed beside the letter.
    public var word: String
    /// What the key says, in terms that every committee shares.
    public var meaning: StatusMeaning
    /// The name of the colour; a renderer maps it to a pair with enough contrast.
    public var colour: String
    /// Further words that a document may use for this key.
    public var reads: [String]

    /// Creates a key.
    ///
    /// - Parameters:
    ///   - letter: The letter that a cell holds.
    ///   - word: The word printed beside it.
    ///   - meaning: What it says.
    ///   - colour: The name of its colour.
    ///   - reads: Further words that stand for it.
    public init(
        letter: String,
        word: String,
        meaning: StatusMeaning,
        colour: String,
        reads: [String] = []
    ) {
        self.letter = letter
        self.word = word
        self.meaning = meaning
        self.colour = colour
        self.reads = reads
    }
}

/// What a status key says, in terms that every committee shares.
///
/// Each meaning belongs to one axis. A local key may mix axes: two of its letters may speak of
/// delivery, one of lateness and one of completion.
public struct StatusMeaning: Hashable, Sendable, CustomStringConvertible {
    private enum Value: String, CaseIterable {
        case onTrack = "on_track"
        case delayed = "delayed"
        case atRisk = "at_risk"
        case offTrack = "off_track"
        case notStarted = "not_started"
        case pastDeadline = "past_deadline"
        case completed = "completed"
        case ongoing = "ongoing"
        case withdrawn = "withdrawn"
        case unknown = "unknown"
    }

    private let value: Value
    private init(_ value: Value) { self.value = value }

    /// Delivery goes to plan.
    public static var onTrack: Self { .init(.onTrack) }
    /// Delivery is behind, or threatens to be.
    public static var delayed: Self { .init(.delayed) }
    /// Delivery is threatened by issues or risks.
    public static var atRisk: Self { .init(.atRisk) }
    /// Delivery has failed so far.
    public static var offTrack: Self { .init(.offTrack) }
    /// Work has not begun.
    public static var notStarted: Self { .init(.notStarted) }
    /// The deadline has passed.
    public static var pastDeadline: Self { .init(.pastDeadline) }
    /// The work is finished.
    public static var completed: Self { .init(.completed) }
    /// The work goes on.
    public static var ongoing: Self { .init(.ongoing) }
    /// The work was taken out of the plan.
    public static var withdrawn: Self { .init(.withdrawn) }
    /// The key's meaning is not declared.
    public static var unknown: Self { .init(.unknown) }

    /// Every declared name, in the form in which a plugin writes it.
    public static var names: [String] { Value.allCases.map(\.rawValue) }

    /// Creates a meaning from its name.
    ///
    /// - Parameter name: One of ``names``, such as `on_track`.
    public init?(name: String) {
        guard let value = Value(rawValue: name) else { return nil }
        self.value = value
    }

    /// The axis of which the meaning speaks.
    public var axis: Axis {
        switch value {
        case .onTrack, .delayed, .atRisk, .offTrack, .notStarted, .unknown: .delivery
        case .pastDeadline: .lateness
        case .completed, .ongoing, .withdrawn: .completion
        }
    }

    /// The name in the form in which a plugin writes it.
    public var description: String { value.rawValue }

    /// One of the three independent things that a status key can speak of.
    public enum Axis: String, Hashable, Sendable {
        /// How confident people are of delivery.
        case delivery
        /// Whether the timescale has passed.
        case lateness
        /// Whether the work is finished.
        case completion
    }
}
