// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee dataset`: what the committee counts, and what of it is published.
struct DatasetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dataset",
        abstract: "Keep figures, and publish them with small numbers hidden.",
        discussion: """
            An indicator is something that the committee counts again and again. A value is recorded with the day on \
            which it became known; a later one stands beside it. Wider audiences read what was published for them, and \
            nothing else.

              committee dataset add registrations "Children on the register" \\
                --every "register year" --audience public
              committee dataset value registrations 2018-07-31 2668 --on 2018-11-30
              committee dataset sheet -o figures.csv
              committee dataset publish --dry-run
              committee report council.sqlite --format standard/figures --audience public \\
                -o figures.html

            Texts cite a figure: “{figure:registrations@2018-07-31}” in an action's evidence or in a minute. “committee \
            dataset list” says which of these lead nowhere or are stale.

            Store and author come from COMMITTEE_STORE and COMMITTEE_BY where they are not given.
            """,
        subcommands: [
            FigureListCommand.self, FigureShowCommand.self, IndicatorAddCommand.self,
            IndicatorChangeCommand.self, FigureValueCommand.self, FigureAskCommand.self,
            FigureAnswerCommand.self, FigureSheetCommand.self, FigureRulesCommand.self,
            FigurePublishCommand.self, DatasetHideCommand.self,
        ]
    )
}

/// `committee dataset hide`: tables with small numbers hidden, or why they cannot be published.
struct DatasetHideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hide",
        abstract: "Hide small numbers, and what would give them away.",
        discussion: """
            The file has a row for each count, with the columns Indicator, Area, Period and Count. \
            Put in one file all that readers can put side by side: months, quarters and years, every area, and \
            earlier editions. A column Earlier says “shown” of counts that an earlier edition showed.

              committee dataset hide referrals.csv
              committee dataset hide referrals.csv --as html -o referrals.html

            If a small number could be worked out whatever else is hidden, nothing is written. For the \
            committee, --why lists each hidden count with the reason; do not publish that list.
            """
    )

    @Argument(help: "The counts, as comma-separated values; - for the standard input.")
    var file: String

    @Option(
        help: ArgumentHelp("The smallest count above zero that is shown.", valueName: "count")
    )
    var smallest = 5

    @Flag(help: "Hide counts of zero too.")
    var hideZero = false

    @Option(help: ArgumentHelp("The area that stands for all areas.", valueName: "name"))
    var all = "All"

    @Option(help: ArgumentHelp("The title of the page.", valueName: "words"))
    var title = "Figures"

    @Flag(help: "List each hidden count with the reason, for the committee alone.")
    var why = false

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "The form: \(OutputForm.namesInWords); plain text when left out.",
            valueName: "form"
        ),
        transform: formArgument
    )
    var form: OutputForm?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write to this file.", valueName: "file")
    )
    var output: String?

    func validate() throws {
        guard !why || (form == nil && output == nil) else {
            throw ValidationError(
                "--why is for the committee and is printed as text. Leave out --as and -o."
            )
        }
    }

    func run() async throws {
        let input = try InputFile(file, "table of counts")
        if let output, input.isFile(at: output) {
            throw Complaint(
                "\(output) is the table of counts itself, and what is hidden would be lost. Name another file.",
                isUsage: true
            )
        }
        let rules = try SuppressionRules(smallestShown: smallest, showsZero: !hideZero)
        let table = try FigureTable(reading: input.bytes, name: input.name, all: all)
        let together = try table.together()
        switch together.suppressed(by: rules) {
        case .refused(let refusals):
            let count = refusals.count == 1 ? "a small number" : "\(refusals.count) small numbers"
            throw Complaint(
                "\(input.name) cannot be published: readers could work out \(count). Nothing is written.",
                details: refusals.map { "  \($0)" }
            )
        case .safe(let tables):
            if why { return try list(tables) }
            try write(table.document(of: tables, title: title))
        }
    }

    private func list(_ tables: SafeTables) throws {
        let facts = tables.hidden.sorted { $0.key < $1.key }.map {
            ($0.key, Prose($0.value.description))
        }
        let known = tables.alreadyKnown.map { ($0, Prose("It is small, and readers know it.")) }
        let none = Document.Block.paragraph("Nothing is hidden.")
        let blocks: [Document.Block] =
            facts.isEmpty && known.isEmpty ? [none] : [.summary(facts + known)]
        try Output.write(
            Document(title: "Hidden counts", blocks: [.heading(1, "Hidden counts")] + blocks)
        )
    }

    private func write(_ document: Document) throws {
        let ending = try OutputEnding(of: output)
        try ending?.check(form: form, own: nil, of: "dataset hide")
        let form = form ?? ending?.form ?? .plainText
        guard let output else {
            try form.checkStandardOutput()
            return try Output.write(try form.bytes(of: document))
        }
        let written = try WrittenFile(
            try form.bytes(of: document),
            for: output,
            readBy: .public
        )
        try written.keep()
        Output.progress("Wrote \(output), \(written.count) bytes.")
    }
}
#endif
