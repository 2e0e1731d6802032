// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One thing that happened, as it was recorded.
///
/// Entries are made by a ``JournalStore`` from drafts and never change, except that an erasable
/// text may become a gap. Each holds the hash of the one before, so that a change shows.
public struct Entry: Hashable, Sendable {
    /// The committee in whose journal the entry stands.
    public let committee: CommitteeID
    /// The number of the entry in its journal, counted from 1 without gaps.
    public let sequence: Int
    /// The identifier of the entry.
    public let id: EntryID
    /// What the entry is about.
    public let subject: SubjectReference
    /// The kind of what happened.
    public let kind: EntryKind
    /// The version of the payload's shape.
    public let version: Int
    /// An object that sets a whole aspect of the subject, in canonical form.
    public let payload: JSONValue
    /// The erasable texts, or the gaps that they left, sorted by name.
    public let texts: [EntryText]
    /// The day on which it takes effect.
    public let effective: CivilDate
    /// Whether ``effective`` is only the latest day it can have been.
    public let effectiveIsBound: Bool
    /// The identifier of who said so.
    public let by: String
    /// When it was recorded; never before the entry that precedes it.
    public let recordedAt: RecordedInstant
    /// The key under which a retry is recognised, if one was given.
    public let idempotencyKey: String?
    /// The hash of the entry before, empty for the first.
    public let previousHash: [UInt8]
    /// The hash of this entry; see ``canonicalBytes(digestName:)``.
    public private(set) var hash: [UInt8]

    /// Creates an entry as it is read from a store.
    ///
    /// Nothing is checked here; ``EntryChain`` does that.
    public init(
        committee: CommitteeID,
        sequence: Int,
        id: EntryID,
        subject: SubjectReference,
        kind: EntryKind,
        version: Int,
        payload: JSONValue,
        texts: [EntryText],
        effective: CivilDate,
        effectiveIsBound: Bool,
        by: String,
        recordedAt: RecordedInstant,
        idempotencyKey: String?,
        previousHash: [UInt8],
        hash: [UInt8]
    ) {
        self.committee = committee
        self.sequence = sequence
        self.id = id
        self.subject = subject
        self.kind = kind
        self.version = version
        self.payload = payload
        self.texts = texts
        self.effective = effective
        self.effectiveIsBound = effectiveIsBound
        self.by = by
        self.recordedAt = recordedAt
        self.idempotencyKey = idempotencyKey
        self.previousHash = previousHash
        self.hash = hash
    }

    /// The reason that was given, unless there was none or it was erased.
    public var reason: String? { text(named: ErasableText.reasonName)?.text }

    /// Returns the erasable text with a name, or the gap that it left.
    public func text(named name: String) -> EntryText? { texts.first { $0.name == name } }
}

extension Entry {
    /// Returns the entry with its hash, once that is known.
    func sealed(with hash: [UInt8]) -> Entry {
        var entry = self
        entry.hash = hash
        return entry
    }

    /// The version of the format that ``canonicalBytes(digestName:)`` writes.
    public static let format = 1

    /// Returns the bytes whose digest is the entry's hash.
    ///
    /// They hold everything but the erasable texts and their salts, for which their sealed hashes
    /// stand, and the hash itself. They are the canonical bytes of an object, which
    /// `Documentation/decisions/0001-format-of-an-entry.md` describes.
    ///
    /// - Parameter digestName: The name of the journal's digest.
    /// - Returns: The bytes, in UTF-8.
    /// - Complexity: O(*n* log *n*) in the size of the payload.
    public func canonicalBytes(digestName: String) -> [UInt8] {
        // The members stand in canonical order as they are written here.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1_024)
        func write(_ name: StaticString, _ text: String) {
            bytes.append(name)
            JSONText.append(text, to: &bytes)
        }
        write(#"{"by":"#, by)
        write(#","committee":"#, committee.rawValue)
        write(#","digest":"#, digestName)
        write(#","effective":"#, effective.description)
        bytes.append(#","effectiveIsBound":"#)
        bytes.append(effectiveIsBound ? "true" : "false" as StaticString)
        bytes.append(#","format":"#)
        bytes += String(Entry.format).utf8
        write(#","id":"#, id.rawValue)
        if let idempotencyKey { write(#","idempotencyKey":"#, idempotencyKey) }
        write(#","kind":"#, kind.rawValue)
        bytes.append(#","payload":"#)
        payload.appendCanonical(to: &bytes)
        bytes.append(#","previous":""#)
        Hexadecimal.append(previousHash, to: &bytes)
        bytes.append(#"","recorded":"#)
        bytes += String(recordedAt.milliseconds).utf8
        bytes.append(#","sequence":"#)
        bytes += String(sequence).utf8
        write(#","subject":{"id":"#, subject.id)
        write(#","kind":"#, subject.kind.rawValue)
        bytes.append(#"},"texts":"#)
        appendTexts(to: &bytes)
        bytes.append(#","version":"#)
        bytes += String(version).utf8
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    private func appendTexts(to bytes: inout [UInt8]) {
        guard texts.count < 2 else {
            let digests = texts.map { ($0.name, JSONValue.string(Hexadecimal.text($0.digest))) }
            return JSONValue.object(JSONObject(digests)).appendCanonical(to: &bytes)
        }
        bytes.append(UInt8(ascii: "{"))
        if let text = texts.first {
            JSONText.append(text.name, to: &bytes)
            bytes.append(#":""#)
            Hexadecimal.append(text.digest, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: "}"))
    }
}

extension [UInt8] {
    /// Appends a text that the compiler knows.
    fileprivate mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { self += $0 }
    }
}

/// Bytes as hexadecimal digits.
public enum Hexadecimal {
    /// Returns two lower-case digits for each byte.
    public static func text(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(2 * bytes.underestimatedCount)
        append(bytes, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends two lower-case digits for each byte.
    static func append(_ bytes: some Sequence<UInt8>, to text: inout [UInt8]) {
        func digit(_ value: UInt8) -> UInt8 {
            value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
        }
        for byte in bytes {
            text.append(digit(byte >> 4))
            text.append(digit(byte & 0x0F))
        }
    }

    /// Returns the bytes that a text of hexadecimal digits stands for, two digits each.
    ///
    /// - Parameter text: The digits.
    /// - Returns: The bytes, or nil when the text is something else.
    public static func bytes(_ text: String) -> [UInt8]? {
        let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map {
            UInt8(digits[$0] * 16 + digits[$0 + 1])
        }
    }
}
