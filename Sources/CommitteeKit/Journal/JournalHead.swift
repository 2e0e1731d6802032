// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Where a journal ends, and whose it is: what somebody signs or keeps elsewhere.
///
/// A chain of hashes shows what was changed within a journal. It cannot show that its last entries were cut
/// off, or that all of it was computed anew. A head that is kept elsewhere, or signed with a key that is not in
/// the store, shows both.
public struct JournalHead: Hashable, Sendable {
    /// The committee's identifier.
    public let committee: CommitteeID
    /// The committee's name.
    public let name: String
    /// The name of the digest with which the journal is chained.
    public let digestName: String
    /// The number of the last entry, 0 when there is none.
    public let sequence: Int
    /// The hash of the last entry, empty when there is none.
    public let hash: [UInt8]

    /// Creates a head.
    ///
    /// - Parameters:
    ///   - committee: The committee's identifier.
    ///   - name: The committee's name.
    ///   - digestName: The name of the digest with which the journal is chained.
    ///   - sequence: The number of the last entry.
    ///   - hash: The hash of the last entry.
    public init(
        committee: CommitteeID,
        name: String,
        digestName: String,
        sequence: Int,
        hash: [UInt8]
    ) {
        self.committee = committee
        self.name = name
        self.digestName = digestName
        self.sequence = sequence
        self.hash = hash
    }

    /// The version of the format that ``canonicalBytes`` writes.
    public static let format = "committee-head/1"

    /// The head as JSON: the format, the committee, the digest, the number and the hash of the last entry.
    public var json: JSONObject {
        [
            "format": .string(Self.format),
            "committee": ["id": .string(committee.rawValue), "name": .string(name)],
            "digest": .string(digestName),
            "entries": .integer(sequence),
            "lastHash": .string(Hexadecimal.text(hash)),
        ]
    }

    /// The bytes that are signed: the canonical bytes of ``json``.
    public var canonicalBytes: [UInt8] { JSONValue.object(json).canonicalBytes }

    /// Returns how a journal differs from the head, when it does.
    ///
    /// A journal that has grown since does not differ, if the head's entry stands in it as it was.
    ///
    /// - Parameters:
    ///   - present: The journal's present head.
    ///   - entry: The entry of the journal that has the head's number, when there is one.
    /// - Returns: What differs, in sentences; none when the journal goes on from the head.
    public func differences(from present: JournalHead, at entry: Entry?) -> [String] {
        var found: [String] = []
        if present.committee != committee {
            found.append(
                "The head is that of the committee “\(committee)”, the journal that of "
                    + "“\(present.committee)”."
            )
        }
        if present.name != name {
            found.append("The head calls the committee “\(name)”, the store “\(present.name)”.")
        }
        if present.digestName != digestName {
            found.append(
                "The head is chained with \(digestName), the journal with \(present.digestName)."
            )
        }
        if present.sequence < sequence {
            found.append(
                "The head has \(sequence) entries, the journal \(present.sequence): its end was cut off."
            )
        } else if sequence > 0, entry?.hash != hash {
            found.append("Entry \(sequence) has another hash than the head says.")
        }
        return found
    }
}
