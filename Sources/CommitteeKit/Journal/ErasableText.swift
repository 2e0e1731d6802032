// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A text that the law may oblige a committee to erase: free text, or details of a person.
///
/// It is kept beside its entry, which holds only a salted hash of it. The payload refers to it by
/// name: `{"text": {"$text": "progress"}}`.
public struct ErasableText: Hashable, Sendable {
    /// The name by which the payload refers to the text, unique within its entry.
    public let name: String
    /// The text.
    public let text: String

    /// Creates a text.
    public init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }

    /// The member name that marks a reference from a payload to a text.
    public static let referenceKey = "$text"

    /// The name under which the reason of an entry is kept.
    public static let reasonName = "reason"

    /// Returns what stands in a payload in the place of the text with this name.
    public static func reference(to name: String) -> JSONValue {
        .object([referenceKey: .string(name)])
    }
}

/// Who erased a text, when and why: what is left to say where the text was.
public struct Erasure: Hashable, Sendable {
    /// Who erased it.
    public let by: String
    /// Why it was erased.
    public let reason: String
    /// When it was erased.
    public let at: RecordedInstant
    /// The sequence number of the entry that records the erasing.
    public let sequence: Int

    /// Creates an erasure.
    public init(by: String, reason: String, at: RecordedInstant, sequence: Int) {
        self.by = by
        self.reason = reason
        self.at = at
        self.sequence = sequence
    }
}

/// An erasable text as an entry has it: its sealed hash, and the text or the gap that it left.
public struct EntryText: Hashable, Sendable {
    /// The text with its salt, or what is left of it.
    public enum Content: Hashable, Sendable {
        /// The text and the random bytes that keep its hash from being guessed.
        case kept(text: String, salt: [UInt8])
        /// The text and its salt are gone for good.
        case erased(Erasure)
    }

    /// The name by which the payload refers to the text.
    public let name: String
    /// The digest of the salt followed by the text in UTF-8.
    public let digest: [UInt8]
    /// The text, or the gap.
    public let content: Content

    /// Creates a text as it is read from a store.
    public init(name: String, digest: [UInt8], content: Content) {
        self.name = name
        self.digest = digest
        self.content = content
    }

    /// The text, unless it was erased.
    public var text: String? {
        guard case .kept(let text, _) = content else { return nil }
        return text
    }

    /// What is known of the erasing, when the text was erased.
    public var erasure: Erasure? {
        guard case .erased(let erasure) = content else { return nil }
        return erasure
    }

    /// The number of random bytes before the text in what is hashed.
    public static let saltLength = 16

    /// Returns the sealed hash of a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - salt: ``saltLength`` random bytes, thrown away when the text is erased.
    ///   - digest: The digest of the journal.
    /// - Returns: The digest of the salt followed by the text in UTF-8.
    public static func seal(_ text: String, salt: [UInt8], digest: Digest) -> [UInt8] {
        digest(salt + Array(text.utf8))
    }
}
