// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import Foundation
import GRDB

/// What is kept of each journal beside its entries.
enum StoreHead {
    /// Returns what seals the id, the name and the digest of a committee, so that a change of them shows.
    static func seal(_ id: CommitteeID, _ name: String, _ digest: Digest) -> [UInt8] {
        let beginning = JournalHead(
            committee: id,
            name: name,
            digestName: digest.name,
            sequence: 0,
            hash: []
        )
        return digest(beginning.canonicalBytes)
    }
}

/// The end of each journal, kept beside the entries: a store that has lost some of them shows.
extension Database {
    /// Begins to keep where a committee's journal ends, and seals what the committee is called.
    func keepHead(of committee: StoredCommittee, named name: String, _ digest: Digest) throws {
        let seal =
            digest.name == committee.digestName
            ? StoreHead.seal(committee.id, name, digest) : []
        try execute(
            sql:
                "INSERT OR REPLACE INTO head (committee, sequence, hash, seal) VALUES (?, ?, ?, ?)",
            arguments: [
                committee.number, committee.lastSequence, Data(committee.last?.hash ?? []),
                Data(seal),
            ]
        )
    }

    /// Makes the heads of a store of a version that had none.
    func makeHeads(_ context: JournalContext) throws {
        for row in try Row.fetchAll(self, sql: "SELECT id, name FROM committee") {
            let committee = try committee(CommitteeID(row.value(0)), checkingHead: false)
            try keepHead(of: committee, named: row.value(1), context.digest)
        }
    }

    /// Returns where the journals end, by their last entries.
    func heads() throws -> [JournalHead] {
        try Row.fetchAll(self, sql: "SELECT id, name FROM committee ORDER BY id").map { row in
            let committee = try committee(CommitteeID(row.value(0)), checkingHead: false)
            return try JournalHead(
                committee: committee.id,
                name: row.value(1),
                digestName: committee.digestName,
                sequence: committee.lastSequence,
                hash: committee.last?.hash ?? []
            )
        }
    }

    /// Returns whether the entry of a head is there, or the committee when the head has none.
    func hasEntry(of head: JournalHead) throws -> Bool {
        let hashes = try Row.fetchAll(
            self,
            sql: """
                SELECT hash FROM committee LEFT JOIN entry
                ON entry.committee = committee.number AND sequence = ? WHERE committee.id = ?
                """,
            arguments: [head.sequence, head.committee.rawValue]
        )
        guard let found = hashes.first else { return false }
        return try head.sequence == 0 || found.value(0) as Data? == Data(head.hash)
    }

    /// Whether this store keeps heads.
    var keepsHeads: Bool {
        get throws {
            let version = try first(
                sql: "PRAGMA user_version",
                { _ in },
                read: { try $0.number(0) }
            )
            return version ?? 0 >= Int64(StoreSchema.versionOfHeads)
        }
    }

    /// The head that is kept of a committee, when there is one.
    func keptHead(
        of number: Int64
    ) throws -> (sequence: Int, hash: [UInt8], seal: [UInt8])? {
        try first(
            sql: "SELECT sequence, hash, seal FROM head WHERE committee = ?",
            { $0.bind(number) },
            read: { try (Int($0.number(0)), $0.bytes(1), $0.bytes(2)) }
        )
    }

    /// Throws when the last entry that is found is not the last that was kept.
    func checkHead(of committee: StoredCommittee) throws {
        guard try keepsHeads, let kept = try keptHead(of: committee.number),
            kept.sequence != committee.lastSequence || kept.hash != committee.last?.hash ?? []
        else { return }
        throw JournalError(
            .corrupt,
            "The journal of “\(committee.id)” is to end with entry \(kept.sequence), but ends with"
                + " entry \(committee.lastSequence). The store is damaged. " + StoreFile.restoring
        )
    }
}
#endif
