// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeStorage

/// `committee store`: the file in which everything is kept.
struct StoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract: "Keep copies of a store.",
        subcommands: [StoreBackupCommand.self]
    )
}

/// `committee store backup`: a whole copy, while others record.
struct StoreBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy a store as it is at one moment, while others go on recording.",
        discussion: """
            The copy is one file that only you may read. Copying the file of a store in another way can \
            miss what is still in the file beside it whose name ends in -wal.

              committee store backup council.sqlite -o council-2026-10-31.sqlite

            To restore it, move the store away together with the files beside it whose names end in -wal \
            and -shm, and then put the copy in its place.
            """
    )

    @Argument(help: "The store.")
    var store: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to make, where nothing may stand yet.", valueName: "file")
    )
    var output: String

    func run() async throws {
        let journal = try StoreOptions.openStore(at: store)
        guard RealPath.of(output) == nil else {
            throw Complaint(
                unwritten:
                    "There is something at \(output) already. Nothing was written; name another file."
            )
        }
        let committees = try await journal.backup(to: output)
        try await journal.close()
        var lines = ["Copied \(store) to \(output)."]
        lines += committees.map {
            "  \($0.id): \(PlanWords.count($0.lastSequence, "entry", "entries"))"
        }
        try Output.write(lines.map(TerminalLine.visible).joined(separator: "\n") + "\n")
    }
}
#endif
