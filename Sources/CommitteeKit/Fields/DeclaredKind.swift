// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A kind of entry that a room understands: what it says, and how it is read.
public struct DeclaredKind: Sendable {
    /// Whether the last entry counts alone, or each of them.
    public enum Sort: String, Hashable, Sendable, CaseIterable {
        /// The last value of one property counts.
        case field
        /// Each entry counts: something happened.
        case event
    }

    /// The kind.
    public let kind: EntryKind
    /// Whether the last entry counts alone, or each of them.
    public let sort: Sort
    /// What such an entry says, in one sentence.
    public let summary: String
    /// Makes the fact of what an entry holds.
    public let read: @Sendable (Payload) throws(PayloadError) -> Change.Fact
    /// Tells of which part of the subject an entry speaks, such as the name of a local column; nil
    /// when the subject has only one.
    public let part: (@Sendable (Payload) -> String?)?

    /// Creates a kind.
    ///
    /// - Parameters:
    ///   - kind: The kind.
    ///   - sort: Whether the last entry counts alone, or each of them.
    ///   - summary: What such an entry says, in one sentence.
    ///   - part: Tells of which part of the subject an entry speaks.
    ///   - codec: How its value is kept.
    public init<Value: Hashable & Sendable>(
        _ kind: EntryKind,
        _ sort: Sort,
        _ summary: String,
        part: (@Sendable (Payload) -> String?)? = nil,
        by codec: Codec<Value>
    ) {
        self.kind = kind
        self.sort = sort
        self.summary = summary
        self.part = part
        read = { (payload) throws(PayloadError) in
            Change.Fact(kind, try codec.read(payload), by: codec)
        }
    }
}

extension DeclaredKind {
    /// The fact of what an entry holds, which must be an object.
    func fact(of payload: JSONValue) throws(PayloadError) -> Change.Fact {
        guard let members = payload.members else {
            throw PayloadError("It is \(payload.kindInWords), expected an object.")
        }
        return try read(Payload(members))
    }
}
