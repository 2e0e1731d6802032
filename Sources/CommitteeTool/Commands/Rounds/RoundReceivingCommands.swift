// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeOffice

/// `committee round receive`: records what leads sent back, and holds what is doubtful.
struct RoundReceiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive",
        abstract: "Record what leads sent back; what is doubtful is held until it is decided.",
        discussion: """
            A sheet may come back quoted, wrapped, with other bullets or quotes, or with one item only. \
            Received twice it is recorded once. What is doubtful is told with its line, and held in a file \
            beside the store: edit that file and receive it, or accept it as it was read.

              committee round receive returned/*.txt
              committee round receive --accept 2023-12-05/practice-improvement
              committee round receive --nil "PKC Trauma Champion"

            Words outside the answers, such as greetings and signatures, are shown and never recorded.
            """
    )

    @Argument(
        help:
            "The sheets that came back: text, Word, Excel or comma-separated values; - for the standard input."
    )
    var files: [String] = []

    @Option(help: ArgumentHelp("Accept what is held, as it was read.", valueName: "ref"))
    var accept: [String] = []

    @Option(
        name: .customLong("nil"),
        help: ArgumentHelp("A lead who has nothing to report; repeat it.", valueName: "lead")
    )
    var nothing: [String] = []

    @Option(
        help: ArgumentHelp(
            "The folder in which doubtful text is held; beside the store when left out.",
            valueName: "dir"
        )
    )
    var held: String?

    @OptionGroup var options: RoundOptions
    @OptionGroup var author: RoundAuthor

    func validate() throws {
        if files.isEmpty, accept.isEmpty, nothing.isEmpty {
            throw ValidationError("Nothing is named. Give a file, --accept REF or --nil LEAD.")
        }
    }

    func run() async throws {
        let committee = author.acting(on: try await options.open().committee)
        let folder = HeldFolder(held ?? "\(options.path)-held")
        var lines: [String] = []
        var all: [JSONValue] = []
        var isHeld = false
        for lead in nothing {
            var name = lead
            try await committee.recordInRound(options.round, by: author.name) { round in
                let found = try round.existingLead(lead)
                name = found.name
                return .roundNilReturned(by: found.key)
            }
            lines.append("\(name): nothing to report.")
            all.append(["lead": .string(name), "nil": true])
        }
        let inputs =
            try files.map { (try InputFile($0, "sheet"), false) }
            + (try accept.map { (try folder.file(of: $0), true) })
        var unread: [String] = []
        for (input, isAccepting) in inputs {
            let received: ReceivedReturn
            do {
                received = try await committee.receive(
                    try input.sheet(),
                    name: input.name,
                    for: options.round,
                    isAccepting: isAccepting,
                    by: author.name
                )
            } catch let error as SourceError where inputs.count > 1 {
                // One file that is no text keeps none of the others from being read.
                unread.append(input.name)
                lines.append("\(input.name): not read. \(error.message)")
                continue
            } catch let error as OfficeError where inputs.count > 1 {
                unread.append(input.name)
                lines.append("\(input.name): not read. \(error.message)")
                continue
            } catch let error as LibraryError where inputs.count > 1 {
                unread.append(input.name)
                lines.append("\(input.name): not recorded. \(error.message)")
                continue
            }
            if let sheet = received.heldSheet {
                isHeld = true
                let (path, reference) = try folder.keep(
                    sheet,
                    of: received.reading.reference,
                    from: input.path
                )
                lines +=
                    received.lines(input.name) + [
                        "  Held in \(path). Edit and receive it, or accept it: --accept \(reference)"
                    ]
            } else {
                lines += received.lines(input.name)
                if isAccepting || folder.holds(input.path) { Folder.removeFile(input.path) }
            }
            all.append(received.json(input.name))
        }
        if options.json.json {
            try Output.write(["received": .array(all)])
        } else {
            try RoundWords.say(lines)
        }
        if !unread.isEmpty { throw ExitCode(1) }
        if isHeld { throw ExitCode(3) }
    }
}

extension ReceivedReturn {
    /// What came of a sheet, for people.
    fileprivate func lines(_ name: String) -> [String] {
        var lines: [String] = []
        let who = lead?.name ?? "Nobody knows whose sheet it is"
        var parts: [String] = []
        if !recorded.isEmpty {
            parts.append("\(isTabled ? "tabled" : "recorded") \(recorded.joined(separator: ", "))")
        }
        if !repeated.isEmpty {
            parts.append("received before: \(repeated.joined(separator: ", "))")
        }
        if parts.isEmpty { parts.append("nothing was recorded") }
        lines.append("\(name): \(who): \(parts.joined(separator: "; ")).")
        for part in reading.held {
            let item = part.number.isEmpty ? "" : "[\(part.number)] "
            lines.append("  held  \(item)" + RoundWords.line(part.finding).trimmingLeft)
        }
        lines += reading.notes.map(RoundWords.line)
        if !reading.outside.isEmpty {
            lines.append(
                "  Outside the answers, not recorded: "
                    + PlanWords.count(reading.account.outside, "word", "words")
                    + " in lines \(reading.outside.map { String($0.number) }.joined(separator: ", "))"
            )
            lines += reading.outside.map { "    \($0.number): \($0.text)" }
        }
        return lines
    }

    /// What came of a sheet, for programs.
    fileprivate func json(_ name: String) -> JSONValue {
        [
            "file": .string(name), "lead": lead.map { .string($0.key) } ?? .null,
            "recorded": JSONValue(recorded), "repeated": JSONValue(repeated),
            "tabled": .bool(isTabled), "entry": sequence.map(JSONValue.integer) ?? .null,
            "ref": .string(reading.reference),
            "held": .array(
                reading.held.map { part in
                    [
                        "number": .string(part.number), "finding": RoundWords.json(part.finding),
                        "acceptable": .bool(part.isAcceptable),
                    ]
                }
            ),
            "notes": .array(reading.notes.map(RoundWords.json)),
            "words": [
                "answers": .integer(reading.account.answers),
                "held": .integer(reading.account.held),
                "sheet": .integer(reading.account.sheet),
                "outside": .integer(reading.account.outside),
            ],
        ]
    }
}

extension String {
    fileprivate var trimmingLeft: String { String(drop { $0 == " " }) }
}

/// The folder in which doubtful text is held, outside the journal.
struct HeldFolder {
    let path: String

    init(_ path: String) { self.path = path }

    /// Keeps a text under a name: never over another text, which somebody may be correcting.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - reference: The name.
    ///   - source: The file from which it comes; a held file is written anew itself.
    /// - Returns: The file, and the name under which the text can be accepted.
    /// - Throws: ``Complaint`` when the file cannot be written.
    func keep(
        _ text: String,
        of reference: String,
        from source: String
    ) throws -> (file: String, reference: String) {
        try Folder.make(path, isPrivate: true)
        var name = reference
        var number = 1
        while true {
            let file = self.name(of: name)
            let isFree = !Folder.hasFile(file) || file == source
            if isFree || (try? InputFile(file, "held sheet"))?.bytes == Array(text.utf8) {
                if isFree { try RoundWords.write(text, to: file) }
                return (file, name)
            }
            number += 1
            name = "\(reference).\(number)"
        }
    }

    /// Whether a text is held under a name.
    func holdsText(of reference: String) -> Bool { Folder.hasFile(name(of: reference)) }

    /// How many texts are held.
    var count: Int { (Folder.names(in: path) ?? []).count { $0.hasSuffix(".txt") } }

    /// Reads what is held under a name.
    func file(of reference: String) throws -> InputFile {
        let file = name(of: reference)
        guard Folder.hasFile(file) else {
            let known = (Folder.names(in: path) ?? []).filter { $0.hasSuffix(".txt") }
                .map { String($0.dropLast(4)) }
            let names = known.map { name -> String in
                // The date is ten characters, and a stroke follows it.
                String(name.prefix(10)) + "/"
                    + String(name.dropFirst(11).map { $0 == "_" ? "." : $0 })
            }
            throw Complaint(
                known.isEmpty
                    ? "Nothing is held in \(path), so there is nothing to accept."
                    : "Nothing is held under “\(reference)”. "
                        + ClosestName.suggestion(for: reference, in: names)
            )
        }
        return try InputFile(file, "held sheet")
    }

    /// Whether a file is one of those that are held.
    func holds(_ file: String) -> Bool { file.hasPrefix(path + "/") }

    private func name(of reference: String) -> String {
        let plain = reference.map { character -> Character in
            character.isLetter || character.isNumber || character == "-" ? character : "_"
        }
        return "\(path)/\(String(plain)).txt"
    }
}

/// `committee round withdraw`: a lead takes the return back.
struct RoundWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Record that a lead took the return back; the lead is asked again."
    )

    @Argument(help: "The lead.") var lead: String
    @Option(help: ArgumentHelp("Why.", valueName: "words")) var reason: String?
    @OptionGroup var options: RoundOptions
    @OptionGroup var author: RoundAuthor

    func run() async throws {
        let committee = author.acting(on: try await options.open().committee)
        var name = lead
        let round = try await committee.recordInRound(
            options.round,
            by: author.name,
            reason: reason
        ) { round in
            let found = try round.existingLead(lead)
            name = found.name
            return .roundWithdrawn(by: found.key)
        }
        if options.json.json {
            return try Output.write(["round": .date(round.date), "lead": .string(name)])
        }
        try RoundWords.say(["The return of \(name) no longer counts."])
    }
}

/// `committee round word`: the coordinator's wording of what was done.
struct RoundWordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "word",
        abstract:
            "Give the coordinator's wording of what was done; the lead's own is kept beside it.",
        discussion: "  committee round edit 2.1 \"Training has begun in two schools.\"",
        aliases: ["edit"]
    )

    @Argument(help: "The item's number.") var item: String
    @Argument(help: "The wording; empty to take it out.") var words: String
    @OptionGroup var options: RoundOptions
    @OptionGroup var author: RoundAuthor

    func run() async throws {
        let committee = author.acting(on: try await options.open().committee)
        let round = try await committee.recordInRound(options.round, by: author.name) { _ in
            .roundWorded(RoundWording(item: item, text: Prose(words)))
        }
        if options.json.json {
            return try Output.write(["round": .date(round.date), "item": .string(item)])
        }
        try RoundWords.say(["\(item) is worded."])
    }
}

/// `committee round status`: who has answered, who has not, and since when.
struct RoundStatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show who has answered, who has not, and since when."
    )

    @Option(
        help: ArgumentHelp("The day; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var asOf: CivilDate?
    @Option(
        help: ArgumentHelp(
            "For whom the list is: committee or restricted; committee when left out.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience = .committee
    @OptionGroup var options: RoundOptions

    func run() async throws {
        let opened = try await options.open()
        let day = asOf ?? opened.library.today()
        let found = try await opened.committee.round(options.round, on: day, for: audience)
        let status = RoundStatus(of: found.round, on: day)
        guard options.json.json else {
            try Output.write(status.document)
            let held = HeldFolder("\(options.path)-held").count
            guard held > 0 else { return }
            return try RoundWords.say([
                "Held back beside the store, and to be decided: \(PlanWords.count(held, "text", "texts"))."
            ])
        }
        try Output.write([
            "round": .date(status.date), "asOf": .date(day), "phase": .string(status.phase),
            "leads": .array(
                status.lines.map { line in
                    [
                        "lead": .string(line.lead.key), "name": .string(line.lead.name),
                        "state": .string(line.state.rawValue),
                        "inPart": .bool(line.stateInWords != line.state.words),
                        "due": .date(line.due),
                        "returnedOn": .date(line.returnedOn), "missing": JSONValue(line.missing),
                        "daysLate": line.daysLate.map(JSONValue.integer) ?? .null,
                    ]
                }
            ),
            "notAgreed": JSONValue(status.notAgreed),
        ])
    }
}

/// `committee round chase`: messages to those who have not answered.
struct RoundChaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chase",
        abstract: "Write a message to each lead who has not answered and whose day is past.",
        discussion: """
            Who has answered is not chased any more. A rule of reminders that looks at deadlines finds the \
            same leads: each = "deadline", of = { "progress-update" }.

              committee round chase
              committee round chase --all -o messages
            """
    )

    @Flag(help: "Write to those whose day is still to come too.") var all = false

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The folder to write to, a file for each lead; the standard output without it.",
            valueName: "dir"
        )
    )
    var output: String?

    @OptionGroup var options: RoundOptions

    func run() async throws {
        let opened = try await options.open()
        let day = opened.library.today()
        let found = try await opened.committee.round(options.round, on: day)
        let status = RoundStatus(of: found.round, on: day)
        let folder = HeldFolder("\(options.path)-held")
        let owing =
            status.phase == "open"
            ? status.outstanding.filter { all || $0.daysLate != nil } : []
        // Whose words are held has answered: the coordinator has to decide, not the lead.
        let lines = owing.filter { !folder.holdsText(of: "\(status.date)/\($0.lead.key)") }
        let held = owing.filter { folder.holdsText(of: "\(status.date)/\($0.lead.key)") }
        let note =
            held.isEmpty
            ? ""
            : "Not chased, since text of theirs is held: "
                + held.map(\.lead.name).joined(separator: ", ") + "."
        if options.json.json {
            return try Output.write([
                "round": .date(status.date),
                "chased": .array(
                    lines.map { line in
                        [
                            "lead": .string(line.lead.key), "name": .string(line.lead.name),
                            "due": .date(line.due), "missing": JSONValue(line.missing),
                            "message": .string(line.chaser(at: status.date, on: day)),
                        ]
                    }
                ),
            ])
        }
        let notes = note.isEmpty ? [] : [note]
        guard !lines.isEmpty else {
            return try RoundWords.say(["Nobody needs to be chased."] + notes)
        }
        let texts = lines.map { $0.chaser(at: status.date, on: day) }
        guard let output else {
            try Output.write(texts.map(TerminalLine.visible).joined(separator: "\n"))
            return notes.isEmpty ? () : try RoundWords.say(notes)
        }
        try Folder.make(output)
        for (line, text) in zip(lines, texts) {
            try RoundWords.write(text, to: "\(output)/\(status.date)-\(line.lead.key).txt")
        }
        try RoundWords.say(
            [
                "Wrote \(PlanWords.count(lines.count, "message", "messages")) to \(output)."
            ] + notes
        )
    }
}
#endif
