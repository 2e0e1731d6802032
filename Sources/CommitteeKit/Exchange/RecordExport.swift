// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The whole journal of a committee as versioned JSON: what `committee export` writes.
///
/// Every entry stands in it in full, with its hashes and with the salts of its texts, so that the
/// chain can be verified later and elsewhere. Entries of kinds that this version does not know are
/// kept as they are. A `head` says how many they are and the hash of the last, so that a file that was cut short is
/// not taken for a whole one. A `state` for readers who want figures is written beside them and is not read.
///
/// ```swift
/// let export = RecordExport(
///     committee: "north-cpc", name: "North CPC", digestName: "sha-256",
///     entries: try await store.allEntries(of: "north-cpc"))
/// let text = export.json(asOf: CivilDate(2026, 10, 31)).indentedText
/// ```
///
/// The schema is `Documentation/schema/committee-record-1.json`. An export holds what no audience
/// but the restricted one may read; whoever keeps it must keep it as safe as the store.
public struct RecordExport: Hashable, Sendable {
    /// The name and version of the format.
    public static let format = "committee-record/1"

    /// The committee's identifier.
    public var committee: CommitteeID
    /// The committee's name.
    public var name: String
    /// The name of the digest with which the journal was recorded.
    public var digestName: String
    /// The entries, from the first on.
    public var entries: [Entry]

    /// Creates an export.
    ///
    /// - Parameters:
    ///   - committee: The committee's identifier.
    ///   - name: The committee's name.
    ///   - digestName: The name of the digest with which the journal was recorded.
    ///   - entries: The entries, from the first on.
    public init(committee: CommitteeID, name: String, digestName: String, entries: [Entry]) {
        self.committee = committee
        self.name = name
        self.digestName = digestName
        self.entries = entries
    }

    /// Returns the export as JSON.
    ///
    /// - Parameters:
    ///   - day: The day whose state is written beside the entries; no state when nil.
    ///   - rooms: The rooms that keep the state.
    /// - Returns: The JSON.
    /// - Complexity: O(*n* log *n*) in the number of entries.
    public func json(asOf day: CivilDate?, in rooms: Rooms) -> JSONValue {
        var members: JSONObject = [
            "format": .string(Self.format),
            "committee": ["id": .string(committee.rawValue), "name": .string(name)],
            "digest": .string(digestName),
            "entries": .array(entries.map { .object($0.exportJSON) }),
        ]
        if let last = entries.last {
            members["head"] = [
                "entries": .integer(entries.count), "hash": .string(Hexadecimal.text(last.hash)),
            ]
        }
        if let day { members["state"] = state(on: day, rooms) }
        return .object(members)
    }

    private func state(on day: CivilDate, _ rooms: Rooms) -> JSONValue {
        let record = Record.folding(entries, in: rooms, asOf: day)
        var members: JSONObject = ["asOf": .date(day)]
        for member in record.exported(on: day) { members[member.key] = member.value }
        members["unknownKinds"] = .object(
            JSONObject(
                record.unknownKinds.sorted { $0.key < $1.key }
                    .map { ($0.key, .integer($0.value)) }
            )
        )
        members["problems"] = .array(
            record.problems.map {
                ["sequence": .integer($0.sequence), "message": .string($0.message)]
            }
        )
        return .object(members)
    }
}

extension Entry {
    /// The entry in full.
    var exportJSON: JSONObject {
        var members: JSONObject = [
            "sequence": .integer(sequence), "id": .string(id.rawValue),
            "subject": ["kind": .string(subject.kind.rawValue), "id": .string(subject.id)],
            "kind": .string(kind.rawValue), "version": .integer(version), "payload": payload,
            "texts": .object(JSONObject(texts.map { ($0.name, $0.exportJSON) })),
            "effective": .date(effective), "effectiveIsBound": .bool(effectiveIsBound),
            "by": .string(by), "recordedAt": recordedAt.exportJSON,
        ]
        members["idempotencyKey"] = idempotencyKey.map(JSONValue.string)
        members["previousHash"] = .string(Hexadecimal.text(previousHash))
        members["hash"] = .string(Hexadecimal.text(hash))
        return members
    }
}

extension EntryText {
    fileprivate var exportJSON: JSONValue {
        let digest = JSONValue.string(Hexadecimal.text(digest))
        switch content {
        case .kept(let text, let salt):
            return [
                "text": .string(text), "salt": .string(Hexadecimal.text(salt)), "digest": digest,
            ]
        case .erased(let erasure):
            return [
                "erased": [
                    "by": .string(erasure.by), "reason": .string(erasure.reason),
                    "at": erasure.at.exportJSON, "sequence": .integer(erasure.sequence),
                ],
                "digest": digest,
            ]
        }
    }
}

extension RecordedInstant {
    /// The moment as text or, where its year has not four digits, as milliseconds.
    fileprivate var exportJSON: JSONValue {
        RecordedInstant(iso: description) == self
            ? .string(description) : .integer(Int(milliseconds))
    }

    /// Reads a moment in the one form in which moments are written, `2026-10-31T09:30:00.000Z`.
    init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 24, bytes[10] == UInt8(ascii: "T"), bytes[23] == UInt8(ascii: "Z"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            bytes[19] == UInt8(ascii: "."),
            let day = CivilDate(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
            let hour = Self.number(bytes[11..<13]), hour < 24,
            let minute = Self.number(bytes[14..<16]), minute < 60,
            let second = Self.number(bytes[17..<19]), second < 60,
            let thousandth = Self.number(bytes[20..<23])
        else { return nil }
        let seconds = Int64(day.dayNumber) * 86_400 + hour * 3600 + minute * 60 + second
        self.init(milliseconds: seconds * 1000 + thousandth)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        var number: Int64 = 0
        for digit in digits {
            guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
            number = number * 10 + Int64(digit - UInt8(ascii: "0"))
        }
        return number
    }
}
