// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeStorage

/// `committee committees`: the committees of a store.
struct CommitteesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "committees",
        abstract: "List the committees of a store.",
        discussion: """
            A command that reads a store with several committees needs --committee ID.

              committee committees council.sqlite
              committee plan council.sqlite --committee north-cpc
            """
    )

    @Argument(help: "The store: a file made by “committee init”.")
    var store: String

    @OptionGroup var output: JSONOptions

    func run() async throws {
        let all = try await StoreOptions.openStore(at: store).committees()
        if output.json {
            return try Output.write([
                "committees": .array(
                    all.map {
                        [
                            "id": .string($0.id.rawValue), "name": .string($0.name),
                            "entries": .integer($0.lastSequence),
                        ]
                    }
                )
            ])
        }
        let title = "Committees in \(store)"
        let table = Document.Table(
            caption: "",
            columns: ["Id", "Name", .init("Entries", alignment: .end)],
            rows: all.map {
                .cells([.text($0.id.rawValue), .text($0.name), .integer($0.lastSequence)])
            }
        )
        try Output.write(Document(title: title, blocks: [.heading(1, title), .table(table)]))
    }
}
#endif
