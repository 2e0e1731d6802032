// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// As of when and for whom figures are shown.
struct FigureReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The day on which they were known; today when left out.",
            valueName: "date"
        ),
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

    func edition() async throws -> Edition {
        let opened = try await at.open()
        return try await opened.committee.edition(
            asOf: asOf ?? opened.library.today(),
            audience: audience
        )
    }
}

/// `committee dataset list`.
struct FigureListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the indicators with their newest values, and what is to be looked at."
    )

    @OptionGroup var reading: FigureReadingOptions

    func run() async throws {
        let edition = try await reading.edition()
        let findings = edition.audience >= .committee ? edition.figureFindings() : []
        if reading.at.output.json {
            return try Output.write([
                "asOf": .string(edition.asOf.description),
                "indicators": .array(edition.indicators.map(\.json)),
                "findings": .array(findings.map(\.json)),
            ])
        }
        guard !edition.indicators.isEmpty else {
            return try Output.write(
                "No indicator is recorded. Add one with “committee dataset add”.\n"
            )
        }
        let rows = edition.indicators.map { indicator in
            let newest = indicator.current.last { $0.area == nil } ?? indicator.current.last
            return [
                indicator.id, newest.map { $0.place.description } ?? "–",
                newest.map(indicator.words) ?? "–", indicator.name,
            ]
        }
        var lines = FigureWords.aligned([["Short name", "Newest", "Value", "Indicator"]] + rows)
        if !findings.isEmpty {
            lines += ["", "To be looked at:"] + findings.map { "  \($0.kind)  \($0.message)" }
        }
        try Output.write(lines.map(TerminalLine.visible).joined(separator: "\n") + "\n")
    }
}

/// `committee dataset show`.
struct FigureShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "Show everything about an indicator: its values, what they were before, and the questions."
    )

    @Argument(help: "The indicator, by its short name.")
    var id: String

    @OptionGroup var reading: FigureReadingOptions

    func run() async throws {
        let edition = try await reading.edition()
        guard let indicator = edition.indicators.first(where: { $0.id == id }) else {
            throw Complaint(
                "There is no indicator “\(id)”. "
                    + (edition.indicators.isEmpty
                        ? "None is recorded."
                        : ClosestName.suggestion(for: id, in: edition.indicators.map(\.id)))
            )
        }
        if reading.at.output.json { return try Output.write(indicator.json) }
        try Output.write(FigureReport.card(of: indicator, in: edition))
    }
}

/// Words that several commands on figures say.
enum FigureWords {
    /// Rows with columns of one width each.
    static func aligned(_ rows: [[String]]) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in
            rows.map { $0[column].count }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { place, cell in
                place == row.count - 1 ? cell : PlanWords.padded(cell, to: widths[place])
            }
            return cells.joined(separator: "  ")
        }
    }
}

/// Turns an argument into a period.
func periodArgument(_ text: String) throws -> FigurePeriod {
    if let period = FigurePeriod(text) { return period }
    throw ValidationError("“\(text)” is no period, expected \(FigurePeriod.expected).")
}

/// `committee dataset sheet`.
struct FigureSheetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Write the figures as a sheet, and read the sheet back.",
        discussion: """
            With -o it writes a sheet with the last periods of each indicator and those that are missing: plain \
            text that survives e-mail or, when the file ends in .csv, a table for a spreadsheet. Read it back \
            with the same command: only what differs is recorded, on the day of --on, and earlier values stay. A \
            line that is doubtful is shown and changes nothing.

              committee dataset sheet -o figures.csv
              committee dataset sheet figures.csv --dry-run
              committee dataset sheet figures.csv
            """
    )

    @Argument(help: "A sheet that came back; - for the standard input.")
    var file: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Write a sheet to this file; - for the standard output. A name ending in .csv gets a table.",
            valueName: "file"
        )
    )
    var output: String?

    @Option(help: ArgumentHelp("Only this indicator; repeat it.", valueName: "indicator"))
    var indicator: [String] = []

    @Flag(help: "Write every period that is known, not only the last ones.")
    var whole = false

    @Flag(help: "Read the sheet, say what would be recorded, and record nothing.")
    var dryRun = false

    @OptionGroup var recording: MeetingRecordingOptions

    func validate() throws {
        guard file == nil || output == nil else {
            throw ValidationError("A sheet is read or written. Leave out the file or -o.")
        }
        guard output == nil || !(dryRun || recording.at.output.json) else {
            throw ValidationError("--dry-run and --json go with a sheet to read. Name it.")
        }
    }

    func run() async throws {
        let opened = try await recording.at.open(accepting: recording.screening)
        if let file { return try await read(file, into: opened) }
        let day = recording.on ?? opened.library.today()
        let entries = try await opened.committee.entries()
        let sheet = FigureSheet(
            of: Self.edition(of: entries, asOf: day, in: opened).cut(for: .committee),
            after: Self.said(entries).count,
            only: indicator.isEmpty ? nil : indicator,
            isWhole: whole
        )
        guard let output, output != "-" else { return try Output.write(sheet.text) }
        let isTable = output.lowercased().hasSuffix(".csv")
        let text = isTable ? sheet.csv : sheet.text
        if !isTable {
            try SheetOnDisk.check(output, beginning: FigureSheet.title, against: text)
        }
        let written = try WrittenFile(Array(text.utf8), for: output, readBy: .committee)
        try written.keep()
        Output.progress("Wrote \(output), \(written.count) bytes.")
    }

    /// The entries about figures of which the committee may know: their number tells nothing of others.
    private static func said(_ entries: [Entry]) -> [Entry] {
        let kinds = Set(FiguresRoom().kinds.map(\.kind))
        let hidden = Set(
            Record.folding(entries).indicators.filter {
                max($0.audience, $0.countsFor) > .committee
            }.map(\.id)
        )
        return entries.filter { kinds.contains($0.kind) && !hidden.contains($0.subject.id) }
    }

    private static func edition(
        of entries: [Entry],
        asOf day: CivilDate,
        in opened: OpenCommittee
    ) -> Edition {
        Edition(
            of: Record.folding(entries, asOf: day),
            committee: opened.committee.id.rawValue,
            name: opened.committee.name,
            asOf: day,
            audience: .restricted
        )
    }

    private func read(_ path: String, into opened: OpenCommittee) async throws {
        let by = try recording.author()
        let input = try InputFile(path, "sheet")
        let entries = try await opened.committee.entries()
        let day = recording.on ?? opened.library.today()
        let reading = try FigureSheet.read(
            input.bytes,
            source: input.name,
            against: Self.edition(of: entries, asOf: day, in: opened)
        ) { number in
            let said = Self.said(entries)
            guard number <= said.count else { return nil }
            let last = number == 0 ? 0 : said[number - 1].sequence
            return Self.edition(
                of: entries.filter { $0.sequence <= last },
                asOf: day,
                in: opened
            )
        }
        try SheetOnDisk.check(
            reading.changes,
            in: Self.edition(of: entries, asOf: day, in: opened)
        )
        let drafts = reading.changes.map { $0.draft(effective: day, by: by, reason: nil) }
        var first: Int?
        if dryRun {
            _ = try await opened.committee.checking(drafts)
        } else if !drafts.isEmpty {
            let receipt = try await opened.committee.append(
                drafts,
                expecting: .untouched(since: entries.last?.sequence ?? 0)
            )
            first = receipt.firstSequence
        }
        try say(reading, first: first)
    }

    private func say(_ reading: FigureSheet.Reading, first: Int?) throws {
        let count = reading.changes.count
        if recording.at.output.json {
            return try Output.write([
                "recorded": .integer(first == nil ? 0 : count), "dryRun": .bool(dryRun),
                "sentences": JSONValue(reading.sentences),
                "findings": .array(reading.findings.map { MeetingWords.json($0) }),
                "unchanged": .integer(reading.unchanged),
                "linesOutside": .integer(reading.linesOutside),
            ])
        }
        var lines = reading.findings.map { MeetingWords.line($0) }
        if !lines.isEmpty { lines.insert("Doubtful, and left as it is in the record:", at: 0) }
        if reading.linesOutside > 0 {
            let words = PlanWords.count(reading.linesOutside, "line", "lines")
            lines.append(
                "\(words) outside the sheet \(reading.linesOutside == 1 ? "was" : "were") not read."
            )
        }
        if reading.unchanged > 0 {
            let words = PlanWords.count(reading.unchanged, "value", "values")
            lines.append("\(words) as the record has \(reading.unchanged == 1 ? "it" : "them").")
        }
        lines += reading.sentences.map { "  \($0)" }
        let entries = PlanWords.count(count, "entry", "entries")
        if count == 0 {
            lines.append("Nothing was recorded: the sheet says nothing new.")
        } else if let first {
            lines.append("Recorded \(entries), \(first) to \(first + count - 1) of the journal.")
        } else {
            lines.append("Nothing was recorded (dry run); it would be \(entries).")
        }
        try Output.write(lines.map(TerminalLine.visible).joined(separator: "\n") + "\n")
    }
}
#endif
