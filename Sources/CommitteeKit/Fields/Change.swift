// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A typed view of an entry: one thing that happened, about one subject.
///
/// A change is what a program records; the journal keeps it as an entry of an open kind. Each change
/// sets a whole aspect, so that a later one of the same kind replaces it from its own date on.
///
/// ```swift
/// let change = Change(
///     .action("2.1", of: "plan-2023-2026"),
///     .progressReported(Prose("Module piloted in two schools."), asAt: nil, audience: .public))
/// ```
public struct Change: Hashable, Sendable {
    /// What the change is about.
    public var subject: SubjectReference
    /// What happened.
    public var fact: Fact

    /// Creates a change.
    ///
    /// - Parameters:
    ///   - subject: What the change is about.
    ///   - fact: What happened.
    public init(_ subject: SubjectReference, _ fact: Fact) {
        self.subject = subject
        self.fact = fact
    }

    /// The open kind under which the change is kept.
    public var kind: EntryKind { fact.kind }

    /// Makes the entry that records the change.
    ///
    /// Free text that people report is kept as an erasable text beside the entry.
    ///
    /// - Parameters:
    ///   - effective: The date on which the change takes effect.
    ///   - isBound: Whether it is only known to have happened by that date.
    ///   - by: Who records it.
    ///   - reason: Why, when somebody says so.
    /// - Returns: The entry, ready to append.
    public func draft(
        effective: CivilDate,
        isBound: Bool = false,
        by: String,
        reason: String? = nil
    ) -> EntryDraft {
        let recorded = fact.recorded
        return EntryDraft(
            subject: subject,
            kind: kind,
            payload: .object(recorded.payload),
            texts: recorded.texts,
            effective: effective,
            effectiveIsBound: isBound,
            by: by,
            reason: reason
        )
    }
}

extension Change {
    /// One thing that can happen: a kind of entry with its value.
    ///
    /// The kinds are open. Those of the library have a door with a name, such as
    /// ``completed`` or ``textSet(_:)``; a field or an event that is declared elsewhere makes its own
    /// with ``Field/fact(_:)`` and ``Event/fact(_:)``.
    ///
    /// ```swift
    /// let fact = Change.Fact.textSet("Write a guide for new staff.")
    /// fact.kind                     // action.text-set
    /// fact.value(as: Prose.self)    // the text
    /// ```
    public struct Fact: Hashable, Sendable {
        /// The kind of entry that records it.
        public let kind: EntryKind
        private let content: OpenValue
        private let write: @Sendable () -> Recorded

        /// Creates a fact.
        ///
        /// - Parameters:
        ///   - kind: The kind of entry that records it.
        ///   - value: What is said.
        ///   - codec: How the value is kept.
        public init<Value: Hashable & Sendable>(
            _ kind: EntryKind,
            _ value: Value,
            by codec: Codec<Value>
        ) {
            self.kind = kind
            content = OpenValue(value)
            write = { codec.write(value) }
        }

        /// Returns what is said.
        ///
        /// - Parameter type: The type of the value.
        /// - Returns: The value, or nil when the kind of entry has values of another type.
        public func value<Value: Hashable & Sendable>(as type: Value.Type = Value.self) -> Value? {
            content.value()
        }

        /// What the entry holds.
        public var recorded: Recorded { write() }

        /// Returns whether two facts are of one kind and say the same.
        public static func == (first: Fact, second: Fact) -> Bool {
            first.kind == second.kind && first.content == second.content
        }

        /// Feeds the kind and the value to a hasher.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(kind)
            hasher.combine(content)
        }
    }
}
