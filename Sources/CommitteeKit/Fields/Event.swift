// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A kind of entry of which each one counts: something happened to a subject.
///
/// ```swift
/// static let reopened = Event<PlanItem, Nothing>(
///     "action.reopened", "The work was taken up again.", by: .nothing
/// ) { item, _, _ in
///     item.completion = .ongoing
///     return nil
/// }
/// ```
public struct Event<Subject: Sendable, Value: Sendable>: Sendable {
    /// Takes the event into the subject; gives back why it cannot be, when it cannot.
    public typealias Apply = @Sendable (inout Subject, Value, FoldStep) -> String?

    /// How the kind of entry is declared.
    public let declared: DeclaredKind
    /// How the value is kept.
    public let codec: Codec<Value>
    /// Takes the event into the subject.
    public let apply: Apply
    /// How each layer carries it.
    public var ways = Ways<Subject>()

    /// Creates an event.
    ///
    /// - Parameters:
    ///   - kind: The kind of entry.
    ///   - summary: What such an entry says, in one sentence.
    ///   - part: Tells of which part of the subject an entry speaks.
    ///   - codec: How the value is kept.
    ///   - apply: Takes the event into the subject; gives back why it cannot be, when it cannot.
    public init(
        _ kind: EntryKind,
        _ summary: String,
        part: (@Sendable (Payload) -> String?)? = nil,
        by codec: Codec<Value>,
        apply: @escaping Apply
    ) where Value: Hashable {
        declared = DeclaredKind(kind, .event, summary, part: part, by: codec)
        self.codec = codec
        self.apply = apply
    }

    /// Returns the event with its ways through the layers.
    ///
    /// - Parameter change: Sets the ways.
    /// - Returns: The event.
    public func carried(_ change: (inout Ways<Subject>) -> Void) -> Self {
        var event = self
        change(&event.ways)
        return event
    }
}

extension Event where Value: Hashable {
    /// Returns the fact that the event happened.
    ///
    /// - Parameter value: What is said of it.
    /// - Returns: The fact, to be recorded as a ``Change``.
    public func fact(_ value: Value) -> Change.Fact {
        Change.Fact(declared.kind, value, by: codec)
    }

    /// The event as a table of its subject has it.
    public var declaration: Declaration<Subject> {
        let apply = apply
        return Declaration(declared: declared, ways: ways) { fact, subject, step in
            guard let value = fact.value(as: Value.self) else { return nil }
            return apply(&subject, value, step)
        }
    }
}

extension Event where Value == Nothing {
    /// The fact that the event happened.
    public var fact: Change.Fact { fact(Nothing()) }
}
