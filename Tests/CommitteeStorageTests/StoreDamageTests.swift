// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import CommitteeStorage
import CommitteeTestKit
import Foundation
import Testing

/// Files of a store that do not belong together, and files that were cut off.
@Suite struct StoreDamageTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func append(_ numbers: Range<Int>, to store: SQLiteJournal) async throws {
        for number in numbers {
            let draft = EntryDraft(
                subject: .action("\(number)", of: "plan"),
                kind: "action.progress-reported",
                payload: ["text": ErasableText.reference(to: "text")],
                texts: [
                    ErasableText("text", "Words \(number) " + String(repeating: "x", count: 900))
                ],
                effective: CivilDate(2026, 10, 31),
                by: "officer"
            )
            try await store.append([draft], to: "north")
        }
    }

    private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

    /// The store at three moments, and the log that stood beside it at the last.
    private func moments() async throws -> (files: [Data], log: Data, counts: [Int]) {
        let path = folder.file()
        var store = try SQLiteJournal.create(at: path)
        try await store.createCommittee("north", name: "North")
        var files: [Data] = []
        for last in [20, 40] {
            try await append((last - 20)..<last, to: store)
            try await store.close()
            files.append(try bytes(path))
            store = try SQLiteJournal(path: path)
        }
        try await append(40..<60, to: store)
        let log = try bytes(path + "-wal")
        files.append(try bytes(path))
        try await store.close()
        return (files, log, [20, 40, 60])
    }

    @Test("A log of another moment is refused, or brings the store to a state that was recorded")
    func logsOfOtherMoments() async throws {
        let (files, log, counts) = try await moments()
        var random = SeededGenerator(seed: 12)
        var refused = 0
        for round in 0..<40 {
            let file = files[round % files.count]
            let length = round < 6 ? log.count : Int.random(in: 33...log.count, using: &random)
            let path = folder.file("mixed-\(round).sqlite")
            try file.write(to: URL(filePath: path))
            try log.prefix(length).write(to: URL(filePath: path + "-wal"))
            do {
                let store = try SQLiteJournal(path: path)
                let entries = try await store.allEntries(of: "north")
                #expect(try await store.verify().problems == [], "round \(round)")
                #expect(entries.count >= counts[0])
                for (place, entry) in entries.enumerated() {
                    #expect(entry.subject.id.hasSuffix("\(place)"))
                }
                try await store.close()
            } catch {
                refused += 1
                #expect(error.code == .corrupt, "round \(round): \(error)")
                #expect(try bytes(path) == file, "round \(round): the file was written")
            }
        }
        #expect(refused > 0 && refused < 40)
    }

    @Test("A store that was cut off anywhere is refused, or has everything")
    func cutOff() async throws {
        let (files, _, _) = try await moments()
        let whole = files[1]
        var opened = 0
        for length in stride(from: 0, to: whole.count, by: 512) {
            let path = folder.file("cut-\(length).sqlite")
            try whole.prefix(length).write(to: URL(filePath: path))
            defer { for ending in ["", "-wal", "-shm"] { unlink(path + ending) } }
            do {
                let store = try SQLiteJournal(path: path)
                let found = try await store.verify()
                guard found.problems.isEmpty else { continue }
                opened += 1
                #expect(found.heads.map(\.sequence) == [40], "\(length) of \(whole.count) bytes")
                #expect(try await store.allEntries(of: "north").count == 40)
                try await store.close()
            } catch {
                #expect(
                    [.corrupt, .notFound, .unavailable].contains(error.code),
                    "\(length): \(error)"
                )
            }
        }
        #expect(opened * 20 < whole.count / 512)
    }
}
#endif
