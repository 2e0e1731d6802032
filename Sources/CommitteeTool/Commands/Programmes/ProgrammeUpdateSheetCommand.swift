// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee programme update sheet`.
struct ProgrammeUpdateSheetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Write an update as a sheet of areas, and read the sheet back.",
        discussion: """
            With -o it writes a sheet with each area and what was last said of it: plain text that survives e-mail or, \
            when the file ends in .csv, a table for a spreadsheet. Read it back with the same command: only what differs \
            is recorded, and the update stays a draft. A line that is doubtful is shown and changes nothing.

              committee programme update sheet improvement-2026 -o update.txt
              committee programme update sheet improvement-2026 update.txt --dry-run
              committee programme update sheet improvement-2026 update.txt
            """
    )

    @Argument(help: "The plan of the programme.")
    var plan: String

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

    @Option(
        help: ArgumentHelp(
            "The number of the update; the next one when left out.",
            valueName: "number"
        )
    )
    var number: Int?

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
        guard file == nil || number == nil else {
            throw ValidationError("A sheet says of which update it is. Leave out --number.")
        }
    }

    func run() async throws {
        let opened = try await recording.at.open(accepting: recording.screening)
        if let file { return try await read(file, into: opened) }
        let day = recording.on ?? opened.library.today()
        let entries = try await opened.committee.entries()
        let edition = Self.edition(of: entries, asOf: day, in: opened)
        let wanted =
            number
            ?? edition.programmeState.programme(plan).map {
                ProgrammeUpdateSheet.nextNumber(of: $0, in: edition.programmeState)
            } ?? 1
        let subject = SubjectReference.programme(ProgrammeUpdate.self, "\(plan)#\(wanted)")
        let said = ProgrammeUpdateSheet.entries(about: subject, in: entries, for: edition)
        let sheet = try ProgrammeUpdateSheet(
            of: edition,
            plan: plan,
            number: wanted,
            after: said.count
        )
        guard let output, output != "-" else { return try Output.write(sheet.text) }
        let isTable = output.lowercased().hasSuffix(".csv")
        let text = isTable ? sheet.csv : sheet.text
        if !isTable {
            try SheetOnDisk.check(output, beginning: ProgrammeUpdateSheet.title, against: text)
        }
        let written = try WrittenFile(Array(text.utf8), for: output, readBy: .committee)
        try written.keep()
        Output.progress("Wrote \(output), \(written.count) bytes.")
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
        ).cut(for: .committee)
    }

    private func read(_ path: String, into opened: OpenCommittee) async throws {
        let by = try recording.author()
        let input = try InputFile(path, "sheet")
        let entries = try await opened.committee.entries()
        let day = recording.on ?? opened.library.today()
        let edition = Self.edition(of: entries, asOf: day, in: opened)
        let reading = try ProgrammeUpdateSheet.read(
            input.bytes,
            source: input.name,
            against: edition
        ) { subject, number in
            let said = ProgrammeUpdateSheet.entries(about: subject, in: entries, for: edition)
            guard number <= said.count else { return nil }
            let last = number == 0 ? 0 : said[number - 1].sequence
            let others = entries.filter { $0.subject != subject || $0.sequence <= last }
            return Self.edition(of: others, asOf: day, in: opened)
        }
        guard reading.plan == plan else {
            throw Complaint(
                "\(input.name) is a sheet of the programme “\(reading.plan)”, not of “\(plan)”. Name that one."
            )
        }
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

    private func say(_ reading: ProgrammeUpdateSheet.Reading, first: Int?) throws {
        let count = reading.changes.count
        if recording.at.output.json {
            return try Output.write([
                "update": .integer(reading.number),
                "recorded": .integer(first == nil ? 0 : count), "dryRun": .bool(dryRun),
                "sentences": JSONValue(reading.sentences),
                "stillSilent": JSONValue(reading.stillSilent),
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
        if !reading.stillSilent.isEmpty {
            lines.append(
                "Update \(reading.number) says nothing yet of: \(reading.stillSilent.joined(separator: "; "))."
            )
        }
        try QualityWords.write(lines)
    }
}
#endif
