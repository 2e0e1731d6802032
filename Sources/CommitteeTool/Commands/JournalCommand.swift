// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeStorage

/// `committee journal`: who recorded what, when and why, and whether it is as it was recorded.
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Show who recorded what, when and why, and verify it.",
        discussion: """
            The journal is what the store keeps; everything else is made from it. Nothing in it is \
            changed: a mistake is corrected by a further entry. “by” before a date says that it is \
            only the latest day on which the thing can have happened.

              committee journal council.sqlite
              committee journal council.sqlite --about 4.1
              committee journal council.sqlite --after 250 --json

            With --verify the store is checked: the structure of the file, every table, and the chain \
            of hashes, which shows whether any entry was changed, removed or inserted since.

              committee journal council.sqlite --verify

            What that cannot show is that the end was cut off, or that all of it was made anew. A \
            signed head shows it. Keep the secret key and the heads away from the store:

              committee journal keygen council
              committee journal sign council.sqlite --key council.secret-key -o head.json
              committee journal verify council.sqlite --head head.json \\
                --key council.public-key

            Words that should never have been recorded are erased for good:

              committee journal erase council.sqlite 42 --text progress --by ROLE \\
                --reason WHY
            """,
        subcommands: [
            JournalShowCommand.self, JournalKeygenCommand.self, JournalSignCommand.self,
            JournalVerifyCommand.self, JournalEraseCommand.self,
        ],
        defaultSubcommand: JournalShowCommand.self
    )
}

/// `committee journal show`, or without “show”: the entries.
struct JournalShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show who recorded what, when and why."
    )

    @OptionGroup var at: StoreOptions

    @Option(help: ArgumentHelp("Only entries after this number.", valueName: "number"))
    var after = 0

    @Option(help: ArgumentHelp("Only entries about this action or plan.", valueName: "id"))
    var about: String?

    @Flag(help: "Check that the store is whole and the journal as it was recorded.")
    var verify = false

    @OptionGroup var output: JSONOptions

    func run() async throws {
        if verify {
            return try await StoreCheck(at: at, isJSON: output.json).run()
        }
        let committee = try await at.open().committee
        let all = try await committee.entries()
        let entries = all.filter { entry in
            entry.sequence > after && (about.map { isAbout(entry, $0) } ?? true)
        }
        if let about, entries.isEmpty, after <= 0 {
            let known = Set(all.map { $0.subject.planItem?.item ?? $0.subject.id })
            throw Complaint(
                "The journal has no entry about “\(about)”. "
                    + ClosestName.suggestion(for: about, in: known.sorted())
            )
        }
        if output.json {
            return try Output.write([
                "committee": .string(committee.id.rawValue), "name": .string(committee.name),
                "entries": .array(entries.map(JournalWords.json)),
            ])
        }
        try Output.write(JournalWords.document(entries, of: committee))
    }

    private func isAbout(_ entry: Entry, _ id: String) -> Bool {
        entry.subject.id == id || entry.subject.planItem.map { $0.item == id } ?? false
    }
}

/// The words and the JSON of entries.
enum JournalWords {
    /// Returns the date on which an entry takes effect.
    static func effective(_ entry: Entry) -> String {
        (entry.effectiveIsBound ? "by " : "") + entry.effective.description
    }

    /// Returns entries for people: a table for each time that something was recorded.
    static func document(_ entries: [Entry], of committee: Committee) -> Document {
        let title = "Journal of \(committee.name)"
        var blocks: [Document.Block] = [.heading(1, title)]
        if entries.isEmpty { blocks.append(.paragraph("Nothing is recorded.")) }
        var rest = entries[...]
        while let first = rest.first {
            let together = rest.prefix { $0.by == first.by && minute($0) == minute(first) }
            blocks.append(.heading(2, "\(minute(first)) UTC, by \(first.by)"))
            blocks.append(.table(table(of: together)))
            rest = rest.dropFirst(together.count)
        }
        return Document(title: title, blocks: blocks)
    }

    private static func table(of entries: ArraySlice<Entry>) -> Document.Table {
        let hasReasons = entries.contains { !why($0).isEmpty }
        return Document.Table(
            caption: "",
            columns: [.init("Entry", alignment: .end), "Date", "What", "About"]
                + (hasReasons ? ["Why"] : []),
            rows: entries.map { entry in
                let cells: [Document.Table.Cell] = [
                    .integer(entry.sequence), .text(effective(entry)), .text(entry.kind.rawValue),
                    .text(subject(entry.subject)),
                ]
                return .cells(cells + (hasReasons ? [.text(why(entry))] : []))
            }
        )
    }

    /// Returns the minute in which an entry was recorded.
    private static func minute(_ entry: Entry) -> String {
        let text = entry.recordedAt.description
        return text.prefix(10) + " " + text.dropFirst(11).prefix(5)
    }

    private static func subject(_ subject: SubjectReference) -> String {
        if let item = subject.planItem { return "\(item.item) of \(item.plan)" }
        return subject.kind == "plan" || subject == .committee ? subject.id : subject.description
    }

    private static func why(_ entry: Entry) -> String {
        let erased = entry.texts.filter { $0.erasure != nil }.map(\.name)
        let gap = erased.isEmpty ? "" : "[erased: \(erased.joined(separator: ", "))]"
        return [entry.reason ?? "", gap].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Returns an entry for programs.
    static func json(_ entry: Entry) -> JSONValue {
        [
            "sequence": .integer(entry.sequence), "id": .string(entry.id.rawValue),
            "kind": .string(entry.kind.rawValue), "version": .integer(entry.version),
            "subject": [
                "kind": .string(entry.subject.kind.rawValue), "id": .string(entry.subject.id),
            ],
            "effective": JSONValue(entry.effective),
            "effectiveIsBound": .bool(entry.effectiveIsBound),
            "recorded": .string(entry.recordedAt.description), "by": .string(entry.by),
            "reason": JSONValue(entry.reason),
            "idempotencyKey": JSONValue(entry.idempotencyKey),
            "erased": JSONValue(entry.texts.filter { $0.erasure != nil }.map(\.name)),
            "hash": .string(Hexadecimal.text(entry.hash)),
        ]
    }
}
#endif
