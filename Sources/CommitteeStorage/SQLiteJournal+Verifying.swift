// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
public import CommitteeKit
import Foundation
import GRDB

/// What was found when a store was verified.
public struct StoreVerification: Hashable, Sendable {
    /// What is wrong, each a sentence without any of an entry's data; none when the store is whole.
    public let problems: [String]
    /// Where the journals end that could be read, in the order of their committees.
    public let heads: [JournalHead]

    /// Creates what was found.
    ///
    /// - Parameters:
    ///   - problems: What is wrong.
    ///   - heads: Where the journals end.
    public init(problems: [String], heads: [JournalHead]) {
        self.problems = problems
        self.heads = heads
    }
}

extension SQLiteJournal {
    /// Verifies the whole store: the structure of the file, every table, index and trigger, and each journal's
    /// chain with its texts, its keys and its external ids.
    ///
    /// What nobody but the owner of a key can show is that the store was not made anew as a whole; a
    /// ``SignedHead`` does, or a head that is kept elsewhere.
    ///
    /// - Returns: What is wrong, and where the journals end.
    /// - Throws: `JournalError` when the store cannot be read at all.
    /// - Complexity: O(*n* log *n*) in the size of the store.
    public func verify() async throws(JournalError) -> StoreVerification {
        let digest = context.digest
        return try await read { database in
            var problems: [String] = []
            var heads: [JournalHead] = []
            do {
                problems = try StoreStructure.problems(in: database, atMost: 20)
                let found = try database.journals(by: digest)
                heads = found.heads
                problems += found.problems
            } catch let error as JournalError {
                problems.append(error.message)
            } catch let error as DatabaseError
                where [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_TOOBIG, .SQLITE_ERROR].contains(
                    error.resultCode
                )
            {
                problems.append("SQLite cannot read it: \(error.message ?? "no more is known").")
            } catch let error as RowDecodingError {
                problems.append(
                    "A row holds something unexpected: \(error.description.prefix(80))."
                )
            }
            return StoreVerification(problems: problems, heads: heads)
        }
    }

    /// Returns where a committee's journal ends, for keeping elsewhere or signing.
    ///
    /// - Parameter committee: The committee.
    /// - Returns: The head.
    /// - Throws: `JournalError` with the code `notFound` when there is no such
    ///   committee.
    public func head(of committee: CommitteeID) async throws(JournalError) -> JournalHead {
        try await read { database in
            let stored = try database.committee(committee)
            let name = try String.fetchOne(
                database,
                sql: "SELECT name FROM committee WHERE number = ?",
                arguments: [stored.number]
            )
            return JournalHead(
                committee: stored.id,
                name: name ?? "",
                digestName: stored.digestName,
                sequence: stored.lastSequence,
                hash: stored.last?.hash ?? []
            )
        }
    }
}

extension Database {
    /// Returns where the journals end, and what is wrong with any of them.
    func journals(by digest: Digest) throws -> (heads: [JournalHead], problems: [String]) {
        let committees = try Row.fetchAll(
            self,
            sql: "SELECT id, name FROM committee ORDER BY id"
        ).map { try (id: $0.value(0) as String, name: $0.value(1) as String) }
        var found: (heads: [JournalHead], problems: [String]) = ([], [])
        for (id, name) in committees {
            let committee = try committee(CommitteeID(id), checkingHead: false)
            let head = JournalHead(
                committee: committee.id,
                name: name,
                digestName: committee.digestName,
                sequence: committee.lastSequence,
                hash: committee.last?.hash ?? []
            )
            found.heads.append(head)
            found.problems += try problems(of: committee, head, digest).map {
                committees.count > 1 ? "“\(id)”: \($0)" : $0
            }
        }
        return found
    }

    /// Returns what is wrong with one journal and with what is kept about it beside the entries.
    fileprivate func problems(
        of committee: StoredCommittee,
        _ head: JournalHead,
        _ digest: Digest
    ) throws -> [String] {
        var problems: [String] = []
        if try keepsHeads {
            let kept = try keptHead(of: committee.number)
            if kept?.sequence != head.sequence || kept?.hash != head.hash {
                problems.append(
                    "The journal is to end with entry \(kept?.sequence ?? 0), but ends with entry"
                        + " \(head.sequence), or with another one of that number."
                )
            }
            // A store that was begun with a digest which is not known here has no seal.
            if kept?.seal != StoreHead.seal(committee.id, head.name, digest),
                digest.name == committee.digestName
            {
                problems.append("The committee's id, name or digest was changed.")
            }
        }
        guard digest.name == committee.digestName else {
            return problems + [
                "It is chained with \(committee.digestName), which is not known here."
            ]
        }
        var checker = EntryChain.Checker(digest: digest)
        var beside = BesideEntries()
        var last = 0
        while true {
            let page = try entries(of: committee, after: last, limit: 500)
            for entry in page {
                checker.take(entry)
                beside.take(entry)
            }
            guard page.count == 500, let end = page.last else { break }
            last = end.sequence
        }
        problems += checker.finished().map(\.description)
        return try problems + beside.problems(in: self, committee)
    }
}

/// What the entries say that is kept beside them as well: keys, external ids, erasings.
private struct BesideEntries {
    private var keys: [String: ClosedRange<Int>] = [:]
    private var names: [ExternalReference: SubjectReference] = [:]
    private var erasures: [(text: String, of: Int, Erasure)] = []
    private var erasings: [Int: Entry] = [:]

    mutating func take(_ entry: Entry) {
        if let key = entry.idempotencyKey {
            keys[key] = (keys[key]?.lowerBound ?? entry.sequence)...entry.sequence
        }
        if let name = ExternalReference(payload: entry.payload) {
            if entry.kind == .externalIDSet { names[name] = entry.subject }
            if entry.kind == .externalIDRemoved { names[name] = nil }
        }
        for text in entry.texts {
            if let erasure = text.erasure { erasures.append((text.name, entry.sequence, erasure)) }
        }
        if entry.kind == .textErased { erasings[entry.sequence] = entry }
    }

    func problems(in database: Database, _ committee: StoredCommittee) throws -> [String] {
        var problems: [String] = []
        let keptKeys = try Row.fetchAll(
            database,
            sql: "SELECT key, first, last FROM idempotency_key WHERE committee = ?",
            arguments: [committee.number]
        ).map { try KeptKey(key: $0.value(0), first: $0.value(1), last: $0.value(2)) }
        let wanted = keys.map {
            KeptKey(key: $0.key, first: $0.value.lowerBound, last: $0.value.upperBound)
        }
        if Set(keptKeys) != Set(wanted) {
            problems.append("The table of idempotency keys says something else than the entries.")
        }
        let keptNames = try Row.fetchAll(
            database,
            sql: """
                SELECT source, id, subject_kind, subject_id FROM external_id WHERE committee = ?
                """,
            arguments: [committee.number]
        ).map {
            (
                ExternalReference(source: try $0.value(0), id: try $0.value(1)),
                SubjectReference(kind: SubjectKind(try $0.value(2)), id: try $0.value(3))
            )
        }
        if Dictionary(keptNames, uniquingKeysWith: { first, _ in first }) != names {
            problems.append("The table of external ids says something else than the entries.")
        }
        for (name, sequence, erasure) in erasures {
            guard let record = erasings[erasure.sequence] else { continue }
            let reason = record.text(named: ErasableText.reasonName)?.text
            if record.by != erasure.by || record.recordedAt != erasure.at
                || (reason != nil && reason != erasure.reason)
            {
                problems.append(
                    "Entry \(sequence): who erased its text “\(name)”, when or why is not as entry"
                        + " \(record.sequence) records it."
                )
            }
        }
        return problems
    }

    private struct KeptKey: Hashable {
        let key: String
        let first: Int
        let last: Int
    }
}
#endif
