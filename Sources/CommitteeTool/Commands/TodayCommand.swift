// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee today`: what is late, due, waiting and next, on one screen.
struct TodayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "today",
        abstract: "Show what is late, due soon, waiting for somebody, and which meetings are next.",
        discussion: """
              committee today council.sqlite
              committee today council.sqlite --on 2026-10-31 --weeks 8
              committee today council.sqlite --all --json

            It shows the nearest of each list; --all shows all of them, and so does --json. What is \
            restricted is left out unless --audience restricted asks for it.
            """
    )

    @OptionGroup var at: StoreOptions

    @Option(
        help: ArgumentHelp("The day; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var on: CivilDate?

    @Option(help: ArgumentHelp("How many weeks ahead to look.", valueName: "weeks"))
    var weeks = 4

    @Flag(help: "Show everything, however long the lists are.")
    var all = false

    @Option(
        help: ArgumentHelp(
            "For whom: public, partners, committee or restricted; committee when left out.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience?

    @OptionGroup var json: JSONOptions

    func validate() throws {
        guard (0...520).contains(weeks) else {
            throw ValidationError("--weeks is \(weeks). Give a number of weeks from 0 to 520.")
        }
    }

    func run() async throws {
        let opened = try await at.open()
        let edition = try await opened.committee.edition(
            asOf: on ?? opened.library.today(),
            audience: audience ?? .committee
        )
        let work = WorkInHand(of: edition, within: weeks)
        guard !json.json else { return try Output.write(.object(work.json)) }
        try Output.write(
            work.document(of: opened.committee.name, showing: all ? nil : 8)
        )
    }
}
#endif
