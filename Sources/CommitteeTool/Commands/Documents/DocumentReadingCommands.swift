// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// As of when and for whom the register is shown.
struct DocumentReadingOptions: ParsableArguments {
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

    func edition() async throws -> Edition {
        let opened = try await at.open()
        return try await opened.committee.edition(
            asOf: asOf ?? opened.library.today(),
            audience: audience
        )
    }
}

/// `committee document list`, which is what “committee document” does.
struct DocumentListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the documents; this is what “committee document” does."
    )

    @Flag(help: "Only documents whose review is overdue.")
    var overdue = false

    @Option(help: ArgumentHelp("Only documents of this kind.", valueName: "words"))
    var kind: String?

    @OptionGroup var reading: DocumentReadingOptions

    func run() async throws {
        let edition = try await reading.edition()
        let shown = edition.documents.filter { document in
            let isLate = document.standing(on: edition.asOf) == .overdue
            return (!overdue || isLate)
                && (kind == nil || document.kind?.comparisonKey == kind?.comparisonKey)
        }
        let findings = edition.audience >= .committee ? edition.documentFindings() : []
        if reading.at.output.json {
            return try Output.write([
                "asOf": .string(edition.asOf.description),
                "documents": .array(
                    shown.map { document in
                        var members = document.json.members ?? JSONObject()
                        members["standing"] = .string(
                            document.standing(on: edition.asOf).rawValue
                        )
                        return .object(members)
                    }
                ),
                "findings": .array(findings.map(\.json)),
            ])
        }
        guard !edition.documents.isEmpty else {
            return try Output.write(
                "No document is recorded. Add one with “committee document add”.\n"
            )
        }
        let rows = shown.map { document in
            [
                document.id, document.name, document.currentEdition?.label ?? "–",
                document.nextReview.map(PlanWords.date) ?? "–",
                document.standing(on: edition.asOf).words,
            ]
        }
        var lines = Self.aligned(
            [["Short name", "Title", "Edition", "Next review", "Standing"]] + rows
        )
        if rows.isEmpty { lines = ["No document is like that."] }
        if !findings.isEmpty {
            lines += ["", "To be looked at:"] + findings.map { "  \($0.kind)  \($0.message)" }
        }
        try Output.write(lines.map(TerminalLine.visible).joined(separator: "\n") + "\n")
    }

    private static func aligned(_ rows: [[String]]) -> [String] {
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

/// `committee document show`.
struct DocumentShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show everything about a document, and where it is cited."
    )

    @Argument(help: "The document, by its short name.")
    var id: String

    @OptionGroup var reading: DocumentReadingOptions

    func run() async throws {
        let edition = try await reading.edition()
        guard let document = edition.documents.first(where: { $0.id == id }) else {
            throw Complaint(
                "There is no document “\(id)”. "
                    + (edition.documents.isEmpty
                        ? "None is recorded."
                        : ClosestName.suggestion(for: id, in: edition.documents.map(\.id)))
            )
        }
        let cited = edition.documentCitations().filter { $0.reference.document == id }
        if reading.at.output.json {
            var members = document.json.members ?? JSONObject()
            members["standing"] = .string(document.standing(on: edition.asOf).rawValue)
            members["citedBy"] = .array(cited.map(\.json))
            return try Output.write(.object(members))
        }
        try Output.write(DocumentReport.card(of: document, cited: cited, in: edition))
    }
}

/// `committee document sheet`.
struct DocumentSheetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Write the register as a sheet, and read the sheet back.",
        discussion: """
            With -o it writes a sheet, filled in as the record is: plain text that survives e-mail or, \
            when the file ends in .csv, a table for a spreadsheet. Read it back with the same command: \
            only what differs is recorded. A line that is doubtful is shown and changes nothing.

              committee document sheet -o documents.txt
              committee document sheet documents.txt --dry-run
              committee document sheet documents.txt
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
        let sheet = DocumentSheet(
            of: Self.edition(of: entries, asOf: day, in: opened).cut(for: .committee),
            after: Self.said(entries).count
        )
        guard let output, output != "-" else { return try Output.write(sheet.text) }
        let isTable = output.lowercased().hasSuffix(".csv")
        let text = isTable ? sheet.csv : sheet.text
        if !isTable {
            try SheetOnDisk.check(output, beginning: DocumentSheet.title, against: text)
        }
        let written = try WrittenFile(Array(text.utf8), for: output, readBy: .committee)
        try written.keep()
        Output.progress("Wrote \(output), \(written.count) bytes.")
    }

    /// The entries about documents of which the committee may know: their number tells nothing of others.
    private static func said(_ entries: [Entry]) -> [Entry] {
        let kinds = Set(DocumentsRoom().kinds.map(\.kind))
        let hidden = Set(
            Record.folding(entries).documents.filter { $0.audience > .committee }.map(\.id)
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
        let reading = try DocumentSheet.read(
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

    private func say(_ reading: DocumentSheet.Reading, first: Int?) throws {
        let count = reading.changes.count
        if recording.at.output.json {
            return try Output.write([
                "recorded": .integer(first == nil ? 0 : count), "dryRun": .bool(dryRun),
                "sentences": JSONValue(reading.sentences),
                "findings": .array(reading.findings.map { MeetingWords.json($0) }),
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
