// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeStorage
import Glibc

/// `committee init`: a new store.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a new store with one committee.",
        discussion: """
            The store is one SQLite file, which only you may read; change its permissions to share \
            it. Nothing that stands there already is overwritten.

              committee init council.sqlite --id north-cpc \\
                --name "North Child Protection Committee"

            One store may keep several committees, each with a journal of its own:

              committee init council.sqlite --add --id south-cpc --name "South CPC"
            """
    )

    @Argument(help: "The file to make.")
    var store: String

    @Option(help: "The committee's identifier, such as north-cpc. It never changes.")
    var id: String

    @Option(help: "The committee's name, for people.")
    var name: String

    @Flag(help: "Add the committee to a store that is there already.")
    var add = false

    func run() async throws {
        let committee = CommitteeID(id)
        do {
            // Before a file is made, so that none is left behind by a wrong name.
            try JournalRules.check(newCommittee: committee, name: name)
        } catch {
            throw Complaint(error.message, isUsage: true)
        }
        if add {
            let journal = NotedJournal(store: try StoreOptions.openStore(at: store))
            try await journal.createCommittee(committee, name: name)
            return try Output.write("Added \(visible(name)) (\(visible(id))) to \(store).\n")
        }
        let journal = NotedJournal(store: try makeStore())
        do {
            try await journal.createCommittee(committee, name: name)
        } catch {
            await RecordNote.closeStores()
            for ending in ["", "-wal", "-shm", "-journal"] { unlink(store + ending) }
            throw error
        }
        try Output.write("Made the store \(store) for \(visible(name)) (\(visible(id))).\n")
    }

    private func makeStore() throws -> SQLiteJournal {
        do {
            let journal = try SQLiteJournal.create(at: store)
            RecordNote.opened(journal)
            return journal
        } catch {
            guard error.code == .duplicate else { throw error }
            throw Complaint(
                "There is something at \(store) already. Choose another path, or use --add to add a "
                    + "committee to that store."
            )
        }
    }

    private func visible(_ text: String) -> String { TerminalLine.visible(text) }
}
#endif
