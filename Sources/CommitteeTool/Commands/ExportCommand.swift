// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeStorage

/// `committee export`: the whole record as JSON.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the whole record as versioned JSON.",
        discussion: """
            It has every entry of the journal in full, and the state that they give today. Only the \
            entries are read when it is imported again. It holds what no audience but the \
            restricted one may read: keep it as safe as the store.

              committee export council.sqlite -o record.json
              committee init copy.sqlite --id north-cpc --name "North CPC"
              committee import copy.sqlite record.json --layout standard/json
            """
    )

    @OptionGroup var at: StoreOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; the standard output without it.", valueName: "file")
    )
    var output: String?

    func run() async throws {
        let committee = try await at.open().committee
        let export = RecordExport(
            committee: committee.id,
            name: committee.name,
            digestName: Digest.sha256.name,
            entries: try await committee.entries()
        )
        let bytes = Array(export.json(asOf: try Today.date()).indentedText.utf8)
        guard let output else { return try Output.write(bytes) }
        try WrittenFile(bytes, for: output, readBy: .restricted).keep()
        Output.progress("Wrote \(output), \(bytes.count) bytes.")
    }
}
#endif
