// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeStorage
import Glibc

// What the store costs beside C, one measurement a run:
//
//   bench-store make STORE             a store with one committee, for the others
//   bench-store bulk STORE COUNT       all changes in one append
//   bench-store single STORE COUNT     an append for each, one after another
//   bench-store tasks STORE COUNT      the same, by sixteen tasks
//   bench-store reads STORE COUNT      reads while all changes are in one append
//   bench-store committee STORE COUNT  an append for each through a library, which checks them first
//   bench-store verify STORE COUNT     is every entry there, and as it was recorded?
//
// It prints the seconds by the clock and the seconds of the processor; for reads, milliseconds: the middle,
// 99 in 100, and the longest.

let north: CommitteeID = "north"

func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func draft(_ number: Int) -> EntryDraft {
    EntryDraft(
        subject: SubjectReference(kind: "matter", id: "\(number)"),
        kind: "host.noted",
        payload: ["audience": "public", "text": ErasableText.reference(to: "text")],
        texts: [
            ErasableText(
                "text",
                "What was done about action \(number), in a sentence or two of usual length."
            )
        ],
        effective: CivilDate(2026, 10, 31),
        by: "bench"
    )
}

func measured(_ body: () async throws -> Void) async throws {
    let start = seconds(CLOCK_MONOTONIC)
    let processor = seconds(CLOCK_PROCESS_CPUTIME_ID)
    try await body()
    let (clock, work) = (
        seconds(CLOCK_MONOTONIC) - start, seconds(CLOCK_PROCESS_CPUTIME_ID) - processor
    )
    print(clock, work)
}

func reads(_ store: SQLiteJournal, besides drafts: [EntryDraft]) async throws {
    try await store.append([draft(0)], to: north)
    let appended = Task { try await store.append(drafts, to: north) }
    let times = try await withThrowingTaskGroup(of: [Double].self) { group in
        let isOver = Over()
        group.addTask {
            var times: [Double] = []
            while !isOver.value {
                let start = seconds(CLOCK_MONOTONIC)
                _ = try await store.page(of: north, after: 0, limit: 50)
                times.append(seconds(CLOCK_MONOTONIC) - start)
                try await Task.sleep(for: .milliseconds(1))
            }
            return times
        }
        _ = try await appended.value
        isOver.set()
        return try await group.reduce(into: []) { $0 += $1 }
    }
    let sorted = times.sorted()
    guard let longest = sorted.last else { return print("no read was made") }
    print(sorted[sorted.count / 2] * 1000, sorted[sorted.count * 99 / 100] * 1000, longest * 1000)
}

func run(_ mode: String, _ path: String, _ count: Int) async throws {
    guard mode != "make" else {
        let store = try SQLiteJournal.create(at: path)
        try await store.createCommittee(north, name: "North")
        return try await store.close()
    }
    let store = try SQLiteJournal(path: path)
    let drafts = (1...max(1, count)).map(draft)
    switch mode {
    case "bulk": try await measured { try await store.append(drafts, to: north) }
    case "single":
        try await measured { for draft in drafts { try await store.append([draft], to: north) } }
    case "tasks":
        try await measured {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in 0..<16 {
                    group.addTask {
                        for place in stride(from: task, to: drafts.count, by: 16) {
                            try await store.append([drafts[place]], to: north)
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    case "committee":
        let library = CommitteeLibrary(store: store, today: { CivilDate(2026, 10, 31) })
        let committee = try await library.committee(north)
        try await measured { for draft in drafts { try await committee.append([draft]) } }
    case "reads": try await reads(store, besides: drafts)
    default:
        let found = try await store.verify()
        guard found.problems.isEmpty, found.heads.map(\.sequence) == [count] else {
            print(found.problems, found.heads.map(\.sequence))
            exit(1)
        }
    }
}

@main
struct Main {
    static func main() async {
        let words = CommandLine.arguments
        guard words.count >= 3 else { exit(64) }
        do {
            try await run(words[1], words[2], words.count > 3 ? Int(words[3]) ?? 1 : 1)
        } catch {
            print("bench-store: \(error)")
            exit(1)
        }
    }
}
