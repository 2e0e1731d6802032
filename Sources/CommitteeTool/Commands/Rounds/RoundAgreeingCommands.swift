// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee round paper`: freezes what is proposed, as the paper for the meeting.
struct RoundPaperCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paper",
        abstract: "Freeze what is proposed as the paper for the meeting; later returns are tabled.",
        discussion: """
              committee round paper --draft
              committee round paper -o paper.html

            Run again, it writes the same paper. The form is that of the ending of the file, else text.
            """
    )

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; the standard output without it.", valueName: "file")
    )
    var output: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("The form: \(OutputForm.namesInWords).", valueName: "form"),
        transform: formArgument
    )
    var form: OutputForm?

    @Flag(help: "Write the paper without freezing it.") var draft = false

    @Option(
        help: ArgumentHelp(
            "For whom the paper is: committee or restricted; committee when left out.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience = .committee

    @OptionGroup var options: RoundOptions
    @OptionGroup var author: RoundAuthor

    func run() async throws {
        let opened = try await options.open()
        let committee = opened.committee
        var (round, plan) = try await committee.round(options.round, for: audience)
        let scheme = opened.library.plugins.contributions.scheme(plan.scheme)
        let ending = try OutputEnding(of: output)
        let form = form ?? ending?.form ?? .plainText
        if !draft, round.frozenOn == nil {
            // The round as it will be, so that the digest is that of the paper that people get.
            var frozen = round
            frozen.frozenOn = opened.library.today()
            let page = try form.bytes(
                of: RoundPaper(frozen, plan: plan, scheme: scheme).document
            )
            let digest = Hexadecimal.text(opened.library.store.digest(page))
            try await committee.recordInRound(options.round, by: author.name) { _ in
                .roundFrozen(digest: digest)
            }
            (round, plan) = try await committee.round(round.date, for: audience)
        }
        let document = RoundPaper(round, plan: plan, scheme: scheme).document
        if let output {
            let bytes = try form.bytes(of: document)
            let file = try WrittenFile(bytes, for: output, readBy: audience)
            try file.keep()
        }
        if options.json.json {
            return try Output.write([
                "round": .date(round.date), "frozenOn": .date(round.frozenOn),
                "digest": round.paperDigest.map { .string($0) } ?? .null,
            ])
        }
        guard output == nil else {
            return try RoundWords.say([
                round.frozenOn.map { "The paper is frozen as of \(PlanWords.date($0))." }
                    ?? "The paper is a draft."
            ])
        }
        guard form == .plainText else {
            try form.checkStandardOutput()
            return try Output.write(try form.bytes(of: document))
        }
        try Output.write(document)
    }

}

/// `committee round agree`: writes the sheet of what is agreed, and reads it.
struct RoundAgreeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree",
        abstract: "Write the sheet of what the committee agrees, or record what stands in it.",
        discussion: """
              committee round agree -o agree.txt --at cpc/2023-12-05#5
              committee round agree agree.txt --at cpc/2023-12-05#5

            A blank and a question mark are never consent. What is agreed otherwise than proposed needs a \
            reason. Read twice, a sheet is recorded once.
            """
    )

    @Argument(help: "The sheet that was filled in; - for the standard input.") var file: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write the sheet to this file.", valueName: "file")
    )
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The meeting and its item, such as cpc/2023-12-05#5.",
            valueName: "meeting"
        )
    )
    var at: String?

    @Option(
        help: ArgumentHelp(
            "For whom the sheet is: committee or restricted; committee when left out.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience = .committee

    @OptionGroup var options: RoundOptions
    @OptionGroup var author: RoundAuthor

    func validate() throws {
        if file != nil, output != nil {
            throw ValidationError("Give a sheet to read, or -o FILE to write one, and not both.")
        }
        if let at, MeetingName(at) == nil {
            throw ValidationError(
                "“\(at)” is not a meeting. Write body, date and item, such as cpc/2023-12-05#5."
            )
        }
    }

    func run() async throws {
        let opened = try await options.open()
        let committee = opened.committee
        guard let file else { return try await write(opened) }
        let input = try InputFile(file, "sheet")
        let (reading, sequence) = try await committee.agree(
            input.sheet(),
            name: input.name,
            for: options.round,
            at: at ?? "",
            by: author.name
        )
        if options.json.json {
            try Output.write([
                "agreed": .array(reading.agreed.map(\.exported)), "known": .integer(reading.known),
                "doubts": .array(reading.doubts.map(RoundWords.json)),
                "open": JSONValue(reading.open),
                "entry": sequence.map(JSONValue.integer) ?? .null,
            ])
        } else {
            var lines = reading.agreed.map { "  \($0.item)  \($0.inWords)" }
            lines.insert(
                reading.agreed.isEmpty
                    ? reading.known > 0
                        ? "Nothing is new: what stands in it was agreed before."
                        : "Nothing was agreed."
                    : "Recorded what was agreed of "
                        + "\(PlanWords.count(reading.agreed.count, "item", "items")).",
                at: 0
            )
            lines += reading.doubts.map(RoundWords.line)
            if !reading.open.isEmpty {
                lines.append("Not agreed yet: \(reading.open.joined(separator: ", ")).")
            }
            try RoundWords.say(lines)
        }
        if !reading.doubts.isEmpty { throw ExitCode(3) }
    }

    private func write(_ opened: OpenCommittee) async throws {
        let (round, plan) = try await opened.committee.round(options.round, for: audience)
        let sheet = AgreeSheet(
            round,
            plan: plan,
            scheme: opened.library.plugins.contributions.scheme(plan.scheme),
            meeting: at.flatMap { MeetingName($0)?.words } ?? ""
        )
        guard let output, output != "-" else { return try Output.write(sheet.text) }
        try SheetOnDisk.check(output, beginning: "AGREE", against: sheet.text)
        try RoundWords.write(sheet.text, to: output)
        if options.json.json { return try Output.write(["written": .string(output)]) }
        try RoundWords.say(["Wrote \(output)."])
    }
}

/// A meeting as a command names it: a body, a day and perhaps an item.
private struct MeetingName {
    /// The meeting in words, such as `CPC, 5 December 2023, item 5`.
    let words: String

    init?(_ text: String) {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let names = parts[0].split(separator: "/", omittingEmptySubsequences: false)
        guard names.count == 2, !names[0].isEmpty, let day = CivilDate(iso: String(names[1])),
            parts.count == 1 || !parts[1].isEmpty
        else { return nil }
        let item = parts.count == 2 ? ", item \(parts[1])" : ""
        words = "\(names[0].uppercased()), \(PlanWords.date(day))\(item)"
    }
}

/// `committee round close`: writes what was agreed into the plan.
struct RoundCloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Write what was agreed into the plan, with the report's date and its figures.",
        discussion: """
            The agreed words become the progress of each action, with the evidence; colour, completion and \
            timescale follow; the table of progress checks has a new row. The words are for the committee, \
            unless --audience says that more may read them. Colours, completions and dates are the plan's: \
            whoever may read the plan sees them from then on.

              committee round close --audience public
            """
    )

    @Option(
        help: ArgumentHelp(
            "Who may read the agreed words: public, partners, committee or restricted.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience = .committee

    @OptionGroup var options: RoundOptions
    @OptionGroup var author: RoundAuthor

    func run() async throws {
        let committee = try await options.open().committee
        let closed = try await committee.closeRound(
            options.round,
            audience: audience,
            by: author.name
        )
        let check = closed.check
        func figure(_ number: Int?) -> String { number.map(String.init) ?? "-" }
        if options.json.json {
            return try Output.write([
                "round": .date(closed.round.date), "written": JSONValue(closed.written),
                "check": [
                    "words": .string(check.words), "name": .string(check.name),
                    "total": check.total.map(JSONValue.integer) ?? .null,
                    "completed": check.completed.map(JSONValue.integer) ?? .null,
                    "added": check.added.map(JSONValue.integer) ?? .null,
                    "ongoing": check.ongoing.map(JSONValue.integer) ?? .null,
                ],
            ])
        }
        try RoundWords.say([
            "\(RoundWords.title(closed.round)) is closed. "
                + "\(PlanWords.count(closed.written.count, "item has", "items have")) new words.",
            "\(check.words), \(check.name): total \(figure(check.total)), completed "
                + "\(figure(check.completed)), added \(figure(check.added)), ongoing "
                + "\(figure(check.ongoing)).",
            "The words are for the audience “\(audience.rawValue)”. Colours, completions and dates are for "
                + "everybody who may read the plan.",
        ])
    }
}
#endif
