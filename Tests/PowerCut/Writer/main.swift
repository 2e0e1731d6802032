// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Records entries until its process is ended, and says each time that something was acknowledged.
//
//   JournalWriter create STORE APPENDS    makes the store first, and stays with that connection
//   JournalWriter reopen STORE APPENDS    opens it, and again after every ten appends
//   JournalWriter share STORE APPENDS     writes through a library about a matter of its own, beside others
//   JournalWriter contend STORE APPENDS   the same, about one matter with all others
//   JournalWriter upgrade STORE 0         opens it, which brings it up to date, and closes it
//
// A line `recorded 12` says that entry 12 and all before it are acknowledged; `erased 3` that a text
// of entry 3 was. The tests hold the store to these lines.

#if SQLite
import CommitteeKit
import CommitteeStorage
import Glibc

/// Says a line at once: it must leave the process before the next thing happens.
func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
}

/// The drafts of one append: one to three that belong together, now and then with a long text.
func drafts(ofAppend number: Int) -> [EntryDraft] {
    let count = number % 3 + 1
    return (1...count).map { part in
        EntryDraft(
            subject: SubjectReference(kind: "action", id: "\(number)"),
            kind: "action.progress-reported",
            payload: [
                "append": .integer(number), "part": .integer(part), "of": .integer(count),
                "note": ErasableText.reference(to: "note"),
            ],
            texts: [
                ErasableText(
                    "note",
                    String(repeating: "Note \(number). ", count: number % 7 == 0 ? 2_000 : 20)
                )
            ],
            effective: CivilDate(2026, 10, 31),
            by: "journal-writer"
        )
    }
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let appends = Int(arguments[3]) else {
    say("usage: JournalWriter create|reopen STORE APPENDS")
    exit(64)
}
let isNew = arguments[1] == "create"
let path = arguments[2]

/// Records beside other programs; says for a conflict from where it was seen and what it named.
func recordBesideOthers(about matter: String) async throws {
    let library = CommitteeLibrary(
        store: try SQLiteJournal(path: path),
        today: { CivilDate(2026, 10, 31) }
    )
    let committee = try await library.committee("north")
    for number in 1...max(1, appends) {
        let draft = EntryDraft(
            subject: SubjectReference(kind: "matter", id: matter),
            kind: "host.noted",
            payload: ["writer": .integer(Int(getpid())), "number": .integer(number)],
            effective: CivilDate(2026, 10, 31),
            by: "journal-writer"
        )
        do {
            let receipt = try await committee.append(
                [draft],
                idempotencyKey: "\(getpid())/\(number)"
            )
            say("recorded \(receipt.lastSequence)")
        } catch let error as JournalError where error.code == .conflict {
            let named = error.entriesBetween.map { "\($0.sequence)" }.joined(separator: ",")
            say("conflict \(named)")
        }
    }
    say("done")
}

do {
    switch arguments[1] {
    case "share":
        try await recordBesideOthers(about: "\(getpid())")
        exit(0)
    case "contend":
        try await recordBesideOthers(about: "one")
        exit(0)
    case "upgrade":
        try await SQLiteJournal(path: path).close()
        say("done")
        exit(0)
    default: break
    }
    var store = try isNew ? SQLiteJournal.create(at: path) : SQLiteJournal(path: path)
    if isNew { try await store.createCommittee("north", name: "North") }
    say("made")
    for step in 1...max(1, appends) {
        if !isNew, step % 10 == 0 { store = try SQLiteJournal(path: path) }
        let number = try await store.lastSequence(of: "north") + 1
        let receipt = try await store.append(
            drafts(ofAppend: number),
            to: "north",
            expecting: .last(number - 1),
            idempotencyKey: "append-\(number)"
        )
        say("recorded \(receipt.lastSequence)")
        if step % 25 == 0 {
            try await store.erase(
                "note",
                of: number,
                in: "north",
                by: "journal-writer",
                reason: "Request \(number)",
                on: CivilDate(2026, 10, 31)
            )
            say("recorded \(number + receipt.entries.count)")
            say("erased \(number)")
        }
    }
    say("done")
} catch {
    let code = (error as? JournalError).map { "\($0.code): " } ?? ""
    say("failed \(code)\(error)")
    exit(1)
}
#endif
