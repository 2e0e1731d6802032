// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeStorage

/// `committee round`: progress updates, from asking the leads to what stands in the plan.
struct RoundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "round",
        abstract:
            "Ask leads for a progress update, and put what the committee agrees into the plan.",
        discussion: """
            People see it as “Progress update”. The leads of ongoing actions are asked before a report, each \
            on a sheet of text that survives e-mail; the committee agrees; closing writes it into the plan.

              committee round open 2023-12-05 --due 2023-11-21
              committee round forms -o sheets
              committee round receive returned/*.txt
              committee round status
              committee round paper -o paper.html
              committee round agree -o agree.txt
              committee round agree agree.txt --at cpc/2023-12-05#5
              committee round close

            The store and who records come from COMMITTEE_STORE and COMMITTEE_BY where they are not given. \
            The newest progress update that is not closed is meant, unless --round names another.
            """,
        groupedSubcommands: [
            CommandGroup(
                name: "Asking",
                subcommands: [
                    RoundOpenCommand.self, RoundAssignCommand.self, RoundExtendCommand.self,
                    RoundFormsCommand.self,
                ]
            ),
            CommandGroup(
                name: "Receiving",
                subcommands: [
                    RoundReceiveCommand.self, RoundWithdrawCommand.self, RoundWordCommand.self,
                    RoundStatusCommand.self, RoundChaseCommand.self,
                ]
            ),
            CommandGroup(
                name: "Agreeing",
                subcommands: [
                    RoundPaperCommand.self, RoundAgreeCommand.self, RoundCloseCommand.self,
                ]
            ),
        ]
    )
}

/// The store, the committee in it, and the progress update.
struct RoundOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The store: a file made by “committee init”; COMMITTEE_STORE when left out.",
            valueName: "file"
        )
    )
    var store: String?

    @Option(
        help: ArgumentHelp("The committee, when the store has several.", valueName: "id")
    )
    var committee: String?

    @Option(
        help: ArgumentHelp(
            "The date of the report; the newest progress update that is not closed when left out.",
            valueName: "date"
        ),
        transform: dateArgument
    )
    var round: CivilDate?

    @OptionGroup var plugins: PluginOptions
    @OptionGroup var json: JSONOptions

    /// Opens the store and finds the committee.
    func open() async throws -> OpenCommittee {
        guard let store = store ?? Environment.value(of: "COMMITTEE_STORE") else {
            throw Complaint(
                "No store is named. Give --store FILE, or set COMMITTEE_STORE.",
                isUsage: true
            )
        }
        return try await StoreOptions.open(
            store,
            committee: committee,
            plugins: try await plugins.engine()
        )
    }

    /// The path of the store, for what is kept beside it.
    var path: String { store ?? Environment.value(of: "COMMITTEE_STORE") ?? "" }
}

/// Who records.
struct RoundAuthor: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Who records it: a role or a system, never a person's name; COMMITTEE_BY when left out.",
            valueName: "role"
        )
    )
    var by: String?

    @OptionGroup var screening: ScreeningOptions

    /// The committee, as somebody uses it who accepts the lines that were named.
    func acting(on committee: Committee) -> Committee {
        screening.accept.isEmpty ? committee : committee.accepting(references: screening.accept)
    }

    /// Who records it.
    var name: String { by ?? Environment.value(of: "COMMITTEE_BY") ?? "committee-tool" }
}

/// Words about rounds that several commands say.
enum RoundWords {
    /// What a round is called.
    static func title(_ round: UpdateRound) -> String {
        "Progress update at \(PlanWords.date(round.date))"
    }

    /// Says a finding with its line.
    static func line(_ finding: Finding) -> String {
        finding.line > 0
            ? "  line \(finding.line)  \(finding.kind)  \(finding.message)"
            : "  \(finding.kind)  \(finding.message)"
    }

    /// Writes lines to the standard output.
    static func say(_ lines: [String]) throws {
        try Output.write(lines.map(TerminalLine.visible).joined(separator: "\n") + "\n")
    }

    /// A finding for programs.
    static func json(_ finding: Finding) -> JSONValue {
        [
            "line": .integer(finding.line), "kind": .string(finding.kind),
            "message": .string(finding.message),
        ]
    }

    /// Writes a file that only the committee may read, or says where it cannot.
    static func write(_ text: String, to path: String) throws {
        let file = try WrittenFile(Array(text.utf8), for: path, readBy: .committee)
        try file.keep()
    }
}
#endif
