// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee changes`: what changed between two dates, in words.
struct ChangesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes",
        abstract: "Say in words what changed between two dates.",
        discussion: """
            Give the dates of two meetings, and it says what the second one should know.

              committee changes council.sqlite --since 2026-06-12
              committee changes council.sqlite --since 2026-06-12 --until 2026-09-18 --json
            """
    )

    @OptionGroup var at: StoreOptions

    @Option(
        help: ArgumentHelp(
            "The earlier date, such as that of the last meeting.",
            valueName: "date"
        ),
        transform: dateArgument
    )
    var since: CivilDate

    @Option(
        help: ArgumentHelp("The later date; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var until: CivilDate?

    @Option(
        help: ArgumentHelp(
            "For whom: public, partners, committee or restricted.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience = .committee

    @OptionGroup var output: JSONOptions
    @OptionGroup var plugins: PluginOptions

    func run() async throws {
        let until = try self.until ?? Today.date()
        guard since <= until else {
            throw Complaint("--since \(since) is after \(until). Swap the dates.", isUsage: true)
        }
        // The plugins know what the letters of a status key mean; without them letters stay letters.
        let engine = (try? await plugins.engine()) ?? NoPlugins()
        let committee = try await at.open(plugins: engine).committee
        let changes = try await committee.changes(since: since, until: until, audience: audience)
        if output.json {
            return try Output.write([
                "committee": .string(committee.id.rawValue), "since": JSONValue(since),
                "until": JSONValue(until),
                "changes": .array(
                    changes.map {
                        [
                            "plan": $0.plan.isEmpty ? .null : .string($0.plan),
                            "item": JSONValue($0.item), "register": JSONValue($0.register),
                            "risk": JSONValue($0.risk), "kind": .string($0.kind),
                            "sentence": .string($0.sentence),
                        ]
                    }
                ),
            ])
        }
        try Output.write(document(changes, until: until, of: committee))
    }

    private func document(
        _ changes: [EditionChange],
        until: CivilDate,
        of committee: Committee
    ) -> Document {
        let title = "Changes from \(PlanWords.date(since)) to \(PlanWords.date(until))"
        var blocks: [Document.Block] = [.heading(1, title)]
        if changes.isEmpty { blocks.append(.paragraph("Nothing changed.")) }
        func place(_ change: EditionChange) -> String {
            if let register = change.register { return "Risk register \(register)" }
            guard change.plan.isEmpty else { return change.plan }
            let kind = (change.within ?? change.subject).kind.rawValue
            let words = kind.split(separator: "-").joined(separator: " ")
            return words.prefix(1).uppercased() + words.dropFirst()
        }
        var places: [String] = []
        for change in changes where !places.contains(place(change)) { places.append(place(change)) }
        for name in places {
            blocks.append(.heading(2, name))
            blocks.append(
                .bullets(changes.filter { place($0) == name }.map { Prose($0.sentence) })
            )
        }
        return Document(title: title, blocks: blocks)
    }
}
#endif
