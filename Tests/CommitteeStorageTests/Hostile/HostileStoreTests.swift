// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import CommitteeStorage
import CommitteeTestKit
import Foundation
import Testing

/// Files of a store from hostile hands are refused in words, or read, and never half recorded into;
/// `make hostile` tries longer.
@Suite struct HostileStoreTests {
    private static func draft(_ number: Int) -> EntryDraft {
        EntryDraft(
            subject: .action("\(number)", of: "plan"),
            kind: "action.progress-reported",
            payload: [
                "text": ErasableText.reference(to: "text"), "number": .integer(number),
            ],
            texts: [ErasableText("text", "Words \(number).")],
            effective: CivilDate(2026, 10, 31),
            by: "officer",
            reason: "Reason \(number)"
        )
    }

    /// A store with small pages, so that most bytes of its file mean something.
    private static func seed(in folder: TemporaryFolder) async throws -> [UInt8] {
        let path = folder.file("seed.sqlite")
        let store = try SQLiteJournal.create(at: path, context: .testing(seed: 3, digest: .sha256))
        try await store.createCommittee("north", name: "North")
        try await store.createCommittee("south", name: "South")
        for number in 1...6 {
            try await store.append(
                [draft(number)],
                to: number == 6 ? "south" : "north",
                idempotencyKey: "key-\(number)"
            )
        }
        try await store.erase(
            "text",
            of: 2,
            in: "north",
            by: "records",
            reason: "Request",
            on: CivilDate(2026, 10, 31)
        )
        try await store.run(sql: "PRAGMA journal_mode = DELETE")
        try await store.run(sql: "PRAGMA page_size = 512; VACUUM; PRAGMA journal_mode = WAL")
        try await store.close()
        return Array(try Data(contentsOf: URL(filePath: path)))
    }

    // MARK: Bytes

    /// Numbers that stand for sizes, pages and kinds in a file of SQLite.
    private static let numbers: [UInt8] = [0, 1, 2, 5, 10, 13, 0x7F, 0x80, 0x81, 0xFE, 0xFF]

    /// Returns the file with some bytes, pages or lengths changed.
    private static func changed(_ bytes: [UInt8], _ hands: inout HostileJSON) -> [UInt8] {
        var bytes = bytes
        for _ in 0...hands.number(below: 4) {
            guard bytes.count > 1_024 else { return bytes }
            let pages = bytes.count / 512
            let page = hands.number(below: pages) * 512
            switch hands.number(below: 9) {
            case 0: bytes[hands.number(below: bytes.count)] ^= UInt8(1 << hands.number(below: 8))
            // The header of the file, and that of a page: where SQLite learns what all the rest is.
            case 1: bytes[hands.number(below: 100)] = numbers[hands.number(below: numbers.count)]
            case 2, 3:
                bytes[page + hands.number(below: 12)] = numbers[hands.number(below: numbers.count)]
            // The beginning of a cell: lengths and types of what a row holds.
            case 4, 5:
                let place = page + 12 + hands.number(below: 480)
                bytes[place] = numbers[hands.number(below: numbers.count)]
            case 6:
                let other = hands.number(below: pages) * 512
                for offset in 0..<512 { bytes.swapAt(page + offset, other + offset) }
            case 7: bytes.removeLast(hands.number(below: min(bytes.count / 4, 4_096)))
            default:
                bytes.append(contentsOf: Array(bytes[page..<(page + 512)]))
            }
        }
        return bytes
    }

    /// Opens a file, reads all of it, verifies it and records in it.
    ///
    /// - Returns: What was said, and whether there was nothing to say.
    private static func answer(
        to bytes: [UInt8],
        log: [UInt8]? = nil,
        in folder: TemporaryFolder
    ) async throws -> (words: String, isTaken: Bool) {
        let path = folder.file("hostile.sqlite")
        for ending in ["", "-wal", "-shm", "-journal", ".before-schema-2"] { unlink(path + ending) }
        try Data(bytes).write(to: URL(filePath: path))
        if let log { try Data(log).write(to: URL(filePath: path + "-wal")) }
        do {
            let store = try SQLiteJournal(path: path)
            let problems = try await store.verify().problems
            var words = problems
            for committee in ["north", "south"] as [CommitteeID] {
                do {
                    let before = try await store.allEntries(of: committee)
                    _ = Record.folding(before)
                    do {
                        let drafts = [draft(8), draft(9)]
                        try await store.append(drafts, to: committee, idempotencyKey: "later")
                    } catch {
                        words.append("\(error)")
                        // What could not be recorded is not there in part.
                        let after = try await store.allEntries(of: committee)
                        #expect(after == before)
                    }
                } catch {
                    words.append("\(error)")
                }
            }
            try? await store.close()
            return (words.isEmpty ? "taken" : words.joined(separator: "\n"), words.isEmpty)
        } catch {
            return ("\(error)", false)
        }
    }

    @Test("Hostile files of a store", .timeLimit(.minutes(60)))
    func files() async throws {
        let folder = try TemporaryFolder()
        let seed = try await Self.seed(in: folder)
        var hands = HostileJSON(seed: 20_261_133)
        var trial = try HostileTrial("store", seeds: [seed], least: 300)
        try await trial.run(
            change: { Self.changed($0, &hands) },
            answer: { try await Self.answer(to: $0, in: folder) }
        )
        #expect(trial.accepted < trial.tried / 2)
    }

    @Test("Hostile logs beside a store", .timeLimit(.minutes(60)))
    func logs() async throws {
        let folder = try TemporaryFolder()
        let seed = try await Self.seed(in: folder)
        let path = folder.file("logged.sqlite")
        try Data(seed).write(to: URL(filePath: path))
        let store = try SQLiteJournal(path: path)
        for number in 10..<14 { try await store.append([Self.draft(number)], to: "north") }
        let file = Array(try Data(contentsOf: URL(filePath: path)))
        let log = Array(try Data(contentsOf: URL(filePath: path + "-wal")))
        try await store.close()
        var hands = HostileJSON(seed: 20_261_134)
        var trial = try HostileTrial("log", seeds: [log], least: 150)
        try await trial.run(
            change: { bytes in
                var bytes = Self.changed(bytes, &hands)
                // SQLite takes no page of a log whose sums do not fit.
                if hands.number(below: 4) > 0 { Self.sum(&bytes) }
                return bytes
            },
            answer: { try await Self.answer(to: file, log: $0, in: folder) }
        )
    }

    /// Makes the sums of a log fit what stands in it (SQLite's file format, 4.2).
    private static func sum(_ log: inout [UInt8]) {
        guard log.count >= 32 else { return }
        let isBig = log[3] & 1 == 1
        var (first, second) = (UInt32(0), UInt32(0))
        func word(_ place: Int) -> UInt32 {
            let bytes = log[place..<(place + 4)]
            return isBig
                ? bytes.reduce(0) { $0 << 8 | UInt32($1) }
                : bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
        }
        func add(_ range: Range<Int>) {
            for place in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
                first = first &+ word(place) &+ second
                second = second &+ word(place + 4) &+ first
            }
        }
        func write(at place: Int) {
            for (offset, sum) in [first, second].enumerated() {
                for byte in 0..<4 {
                    log[place + offset * 4 + byte] = UInt8(
                        truncatingIfNeeded: sum >> (24 - 8 * UInt32(byte))
                    )
                }
            }
        }
        add(0..<24)
        write(at: 24)
        let size = Int(log[8..<12].reduce(0) { $0 << 8 | UInt32($1) })
        guard size >= 512, size <= 65_536, size % 8 == 0 else { return }
        var frame = 32
        while frame + 24 + size <= log.count {
            for offset in 0..<8 { log[frame + 8 + offset] = log[16 + offset] }
            add(frame..<(frame + 8))
            add((frame + 24)..<(frame + 24 + size))
            write(at: frame + 16)
            frame += 24 + size
        }
    }

    // MARK: Rows

    /// What hostile hands put into the columns of a store that is made as it should be.
    private static let contents = [
        "NULL", "0", "-1", "1", "9223372036854775807", "-9223372036854775808", "1.5", "''", "'?'",
        "x''",
        "x'00'", "zeroblob(70000)", "CAST(zeroblob(70000) AS TEXT)",
        "CAST(x'FFFE00' AS TEXT)", "'9999-12-31'", "'0000-00-00'", "'{}'", "'[]'",
        "'{\"text\":{\"$text\":\"no\"}}'",
        "printf('%.*c', 200000, '[')", "'north'", "'south'", "hex(randomblob(16))",
        "'risk.proposed'",
        "'committee.profile-set'", "'sha-1'",
    ]

    private static let columns: [String: [String]] = [
        "committee": ["id", "name", "digest", "number"],
        "entry": [
            "committee", "sequence", "id", "subject_kind", "subject_id", "kind", "version",
            "payload",
            "effective", "effective_is_bound", "author", "recorded", "idempotency_key",
            "previous_hash",
            "hash",
        ],
        "entry_text": [
            "committee", "sequence", "name", "digest", "salt", "text", "erased_in", "erased_at",
            "erased_by", "erased_because",
        ],
        "idempotency_key": ["committee", "key", "first", "last"],
        "head": ["committee", "sequence", "hash", "seal"],
    ]

    @Test("Hostile rows in a store that is made as it should be", .timeLimit(.minutes(60)))
    func rows() async throws {
        let folder = try TemporaryFolder()
        let seed = try await Self.seed(in: folder)
        var hands = HostileJSON(seed: 20_261_135)
        var trial = try HostileTrial(
            "rows",
            seeds: [Array("UPDATE head SET sequence = 0".utf8)],
            least: 200
        )
        try await trial.run(
            change: { _ in
                let statements = (0...hands.number(below: 2)).map { _ in
                    let table = Self.columns.keys.sorted()[hands.number(below: Self.columns.count)]
                    let names = Self.columns[table] ?? []
                    let column = names[hands.number(below: names.count)]
                    let content = Self.contents[hands.number(below: Self.contents.count)]
                    let rows = hands.number(below: 2) == 0 ? "" : " WHERE"
                    let place = hands.number(below: 7)
                    if table.hasPrefix("entry"), !rows.isEmpty {
                        return
                            "UPDATE OR IGNORE \(table) SET \(column) = \(content) WHERE sequence = \(place)"
                    }
                    return "UPDATE OR IGNORE \(table) SET \(column) = \(content)"
                }
                return Array(statements.joined(separator: ";\n").utf8)
            },
            answer: { input in
                let path = folder.file("rows.sqlite")
                for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
                try Data(seed).write(to: URL(filePath: path))
                let store = try SQLiteJournal(path: path)
                try await store.run(
                    sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON"
                )
                // The triggers are taken away and put back: the file is made as it should be.
                let triggers = try await store.answer(
                    to: "SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
                )
                let names = try await store.answer(
                    to: "SELECT name FROM sqlite_master WHERE type = 'trigger'"
                )
                for name in names { try await store.run(sql: "DROP TRIGGER \(name)") }
                for statement in String(decoding: input, as: UTF8.self).split(separator: ";") {
                    // What the types of the columns forbid is not there to be read.
                    try? await store.run(sql: String(statement))
                }
                for trigger in triggers { try await store.run(sql: trigger) }
                try await store.close()
                let bytes = Array(try Data(contentsOf: URL(filePath: path)))
                return try await Self.answer(to: bytes, in: folder)
            }
        )
        #expect(trial.accepted < trial.tried)
    }
}
#endif
