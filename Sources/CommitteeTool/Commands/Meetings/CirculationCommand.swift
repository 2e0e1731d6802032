// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee circulation`: what went to whom, which edition, and when.
struct CirculationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "circulation",
        abstract: "Show what went to whom, which edition, and when.",
        discussion: """
              committee circulation
              committee circulation --to cog --json

            Agendas, draft minutes, published plans and papers of progress updates are on the list because \
            they were circulated or published. Other reports are on it when “committee report” wrote them \
            with --sent-to.
            """
    )

    @Option(help: ArgumentHelp("Only what went to this body.", valueName: "id"))
    var to: String?

    @Option(
        help: ArgumentHelp("The date; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var asOf: CivilDate?

    @Option(
        help: ArgumentHelp(
            "For whom: public, partners, committee or restricted.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience = .committee

    @OptionGroup var at: MeetingStoreOptions

    func run() async throws {
        let opened = try await at.open()
        let edition = try await opened.committee.edition(
            asOf: asOf ?? opened.library.today(),
            audience: audience
        )
        let body = try to.map { try MeetingFinder(edition).body($0) }
        let list = CirculationList(of: edition, to: body)
        if at.output.json { return try Output.write(list.json) }
        try Output.write(list.document(of: edition))
    }
}
#endif
