// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee journal erase`: takes a text out of the record for good.
struct JournalEraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erase a text of an entry for good, such as words that name a child.",
        discussion: """
            The entry stays, and says that a text was erased, by whom, when and why. Nobody can bring the \
            text back from the store. Backups, exports and reports that were made before still hold it: \
            erase it there too. “committee journal” shows the number of the entry.

              committee journal erase council.sqlite 42 --text progress \\
                --by data-protection-officer --reason "It told who a family is."
            """
    )

    @OptionGroup var at: StoreOptions

    @Argument(help: "The number of the entry.")
    var entry: Int

    @Option(
        help: ArgumentHelp(
            "The name of the text; where the entry has only one, it may be left out.",
            valueName: "name"
        )
    )
    var text: String?

    @Option(
        name: .customLong("by"),
        help: ArgumentHelp(
            "Who erases it: a role, never a person's name; COMMITTEE_BY when left out.",
            valueName: "role"
        )
    )
    var givenBy: String?

    @Option(help: ArgumentHelp("Why, without repeating what is erased.", valueName: "words"))
    var reason: String

    @OptionGroup var screening: ScreeningOptions
    @OptionGroup var output: JSONOptions

    func run() async throws {
        guard let by = givenBy ?? Environment.value(of: "COMMITTEE_BY") else {
            throw Complaint(
                "Nobody is named who erases it. Give --by ROLE, or set COMMITTEE_BY.",
                isUsage: true
            )
        }
        let committee = try await at.open(accepting: screening).committee
        let name = try await self.name(in: committee)
        let erasing = try await committee.erase(name, ofEntry: entry, by: by, reason: reason)
        guard !output.json else {
            return try Output.write([
                "entry": .integer(entry), "text": .string(name),
                "recordedAs": .integer(erasing.sequence),
            ])
        }
        try Output.write(
            "Erased the text “\(name)” of entry \(entry) (entry \(erasing.sequence)). Backups, exports and "
                + "reports that were made before may still hold it.\n"
        )
    }

    /// The name of the text; complains when the entry has several and none is named, or has none.
    private func name(in committee: Committee) async throws -> String {
        if let text { return text }
        let entries = try await committee.entries()
        guard let found = entries.first(where: { $0.sequence == entry }) else {
            throw Complaint(
                "There is no entry \(entry); the last is \(entries.last?.sequence ?? 0). “committee journal” "
                    + "lists them."
            )
        }
        let names = found.texts.map(\.name)
        guard names.count != 1 else { return names[0] }
        throw Complaint(
            names.isEmpty
                ? "Entry \(entry) has no text that can be erased."
                : "Entry \(entry) has several texts: \(names.joined(separator: ", ")). Say with --text which.",
            isUsage: true
        )
    }
}
#endif
