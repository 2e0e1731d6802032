// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee timescale`: how timescales are read.
struct TimescaleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timescale",
        abstract: "Show how timescales are read.",
        discussion: """
            For the author of a plugin who is in doubt. Each argument is one timescale, so put it \
            between quotes:

              committee timescale "By 31 March 2019" "Ongoing 2023 - 2026" "As required"

            With --plugin the words are read as that plugin's vocabulary says:

              committee timescale "prior to each COG" --plugin clackmannanshire --json
            """
    )

    @Argument(help: "The timescales, each as it stands in a cell.")
    var words: [String]

    @Option(help: ArgumentHelp("The plugin whose words count.", valueName: "id"))
    var plugin: String?

    @OptionGroup var plugins: PluginOptions
    @OptionGroup var output: JSONOptions

    func run() async throws {
        let reader = try await reader()
        let timescales = words.map(reader.read)
        if output.json {
            return try Output.write(.array(timescales.map(PlanJSON.timescaleJSON)))
        }
        let blocks = timescales.flatMap { timescale -> [Document.Block] in
            [.heading(2, "“\(timescale.words)”"), .summary(Self.facts(timescale))]
        }
        try Output.write(
            Document(title: "Timescales", blocks: [.heading(1, "Timescales")] + blocks)
        )
    }

    private func reader() async throws -> TimescaleReader {
        guard let plugin else { return TimescaleReader() }
        var contributions = try await plugins.engine(only: ["standard", plugin]).contributions
        guard let found = contributions.plugins.first(where: { $0.id == plugin }) else {
            contributions = try await plugins.engine().contributions
            throw Complaint(
                "There is no plugin “\(plugin)”. "
                    + ClosestName.suggestion(for: plugin, in: contributions.plugins.map(\.id))
            )
        }
        guard found.problems.isEmpty else {
            throw Complaint(
                "The plugin “\(plugin)” has a mistake, so its words are not known. Correct it.",
                details: found.problems.map { "  \($0)" }
            )
        }
        return contributions.timescaleReader(for: plugin)
    }

    private static func facts(_ timescale: Timescale) -> [(String, Prose)] {
        var facts = [("Kind", timescale.kind)]
        if let due = timescale.due { facts.append(("Due", PlanWords.date(due))) }
        for day in timescale.revisedFrom { facts.append(("Revised from", PlanWords.date(day))) }
        if let from = timescale.from { facts.append(("From", PlanWords.date(from))) }
        if let until = timescale.until { facts.append(("Until", PlanWords.date(until))) }
        if case .milestones(let parts) = timescale.reading {
            for part in parts {
                let due = part.due.map { ", due \(PlanWords.date($0))" } ?? ""
                facts.append(("Milestone", "“\(part.words)”: \(part.kind)\(due)"))
            }
        }
        facts.append(("Sure", timescale.confidence.rawValue))
        if let doubt = timescale.doubt { facts.append(("Doubt", doubt)) }
        return facts.map { ($0.0, Prose($0.1)) }
    }
}
#endif
