// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The identifier of a committee, as its host chose it, such as `perth-and-kinross-cpc`.
public struct CommitteeID: RawRepresentable, Hashable, Sendable, Comparable,
    ExpressibleByStringLiteral, CustomStringConvertible
{
    /// The identifier as text.
    public let rawValue: String

    /// Creates an identifier.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Creates an identifier.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// Creates an identifier from a literal.
    public init(stringLiteral value: String) { rawValue = value }

    /// The identifier as text.
    public var description: String { rawValue }

    /// Returns whether an identifier is sorted before another.
    public static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
}

/// The kind of thing that an entry is about: an open set, such as `action` or `meeting`.
///
/// A kind that this version does not know is kept like any other.
public struct SubjectKind: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The kind as it is recorded.
    public let rawValue: String

    /// Creates a kind.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Creates a kind.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// Creates a kind from a literal.
    public init(stringLiteral value: String) { rawValue = value }

    /// The kind as it is recorded.
    public var description: String { rawValue }
}

/// What an entry is about: a kind of thing and the identifier of the one meant.
public struct SubjectReference: Hashable, Sendable, CustomStringConvertible {
    /// The kind of thing.
    public let kind: SubjectKind
    /// The identifier, unique among the things of this kind in a committee.
    public let id: String

    /// Creates a reference.
    public init(kind: SubjectKind, id: String) {
        self.kind = kind
        self.id = id
    }

    /// The kind and the identifier, as in `action/4.1`.
    public var description: String { "\(kind)/\(id)" }
}

/// The kind of what happened: an open set, such as `action.progress-reported`.
///
/// A kind that this version does not know is kept, exported and counted, so that an extension can
/// record facts of its own.
public struct EntryKind: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The kind as it is recorded.
    public let rawValue: String

    /// Creates a kind.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Creates a kind.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// Creates a kind from a literal.
    public init(stringLiteral value: String) { rawValue = value }

    /// The kind as it is recorded.
    public var description: String { rawValue }
}

extension EntryKind {
    /// An earlier entry was wrong and now reads differently.
    public static let corrected: EntryKind = "entry.corrected"
    /// An earlier entry should never have been made.
    public static let voided: EntryKind = "entry.voided"
    /// An erasable text of an earlier entry was erased; only a store records it.
    public static let textErased: EntryKind = "entry.text-erased"
    /// Another system's name for the subject was learnt; see ``ExternalReference``.
    public static let externalIDSet: EntryKind = "subject.external-id-set"
    /// Another system's name for the subject no longer holds.
    public static let externalIDRemoved: EntryKind = "subject.external-id-removed"
}

/// The identifier of an entry, unique everywhere: 32 hexadecimal digits.
public struct EntryID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The digits.
    public let rawValue: String

    /// Creates an identifier.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The digits.
    public var description: String { rawValue }
}

/// Another system's name for a subject, such as the key of an action in a case system.
///
/// Within a committee a name stands for one subject only. It is recorded with
/// ``EntryDraft/settingExternalID(_:of:effective:by:)``.
public struct ExternalReference: Hashable, Sendable, CustomStringConvertible {
    /// The other system, such as `mosaic`.
    public let source: String
    /// The name that the other system uses.
    public let id: String

    /// Creates a reference.
    public init(source: String, id: String) {
        self.source = source
        self.id = id
    }

    /// The system and its name for the subject, as in `mosaic/A-31`.
    public var description: String { "\(source)/\(id)" }
}
