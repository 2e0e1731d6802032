// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import CommitteeStorage
import Foundation

/// What a store must still be after its writer was ended in the middle of something.
struct SurvivingStore {
    let path: String
    /// The last entry that was ever acknowledged.
    var lastRecorded = 0
    /// The entries of which a text was erased.
    var erased: Set<Int> = []

    init(path: String) { self.path = path }

    /// Takes in what a writer said.
    mutating func note(_ run: JournalWriterRun) {
        lastRecorded = max(lastRecorded, run.lastRecorded)
        erased.formUnion(run.erased)
    }

    /// Returns what is wrong with a store that was acknowledged.
    func problems() async -> [String] {
        do {
            let store = try SQLiteJournal(path: path)
            let entries = try await store.allEntries(of: "north")
            var problems = EntryChain.verify(entries, digest: .sha256).map(\.description)
            if entries.map(\.sequence) != Array(1..<(entries.count + 1)) {
                problems.append("the entries are not numbered one after the other")
            }
            if entries.count < lastRecorded {
                problems.append("entry \(lastRecorded) was acknowledged; \(entries.count) are left")
            }
            problems += Self.halves(of: entries)
            for number in erased where number <= entries.count {
                if entries[number - 1].text(named: "note")?.erasure == nil {
                    problems.append("the text of entry \(number) is back")
                }
            }
            let answer = try await store.answer(to: "PRAGMA integrity_check")
            if answer != ["ok"] { problems.append("integrity_check: \(answer)") }
            return problems
        } catch {
            return ["it cannot be used: \(error)"]
        }
    }

    /// Returns what is wrong with a store whose making was never acknowledged.
    ///
    /// There may be nothing, an empty file that is recognised as one, or a store.
    func problemsOfAttempt() async -> [String] {
        do {
            let store = try SQLiteJournal(path: path)
            let committees = try await store.committees()
            return committees.allSatisfy { $0.lastSequence == 0 } ? [] : ["it has entries"]
        } catch  where error.code == .notFound {
            return []
        } catch  where error.code == .corrupt && error.message.contains(" is empty: ") {
            return []
        } catch {
            return ["what is left of it is not explained: \(error)"]
        }
    }

    /// Returns the appends of which only a part is there.
    private static func halves(of entries: [Entry]) -> [String] {
        var parts: [Int: Int] = [:]
        var wholes: [Int: Int] = [:]
        for entry in entries where entry.subject.kind == "action" {
            guard let number = entry.payload["append"]?.wholeNumber,
                let whole = entry.payload["of"]?.wholeNumber
            else { continue }
            parts[number, default: 0] += 1
            wholes[number] = whole
        }
        return wholes.filter { parts[$0.key] != $0.value }
            .map { "of append \($0.key), \(parts[$0.key] ?? 0) of \($0.value) are there" }
    }
}
#endif
