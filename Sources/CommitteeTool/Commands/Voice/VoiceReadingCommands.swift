// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// As of when and for whom feedback is shown.
struct VoiceReadingOptions: ParsableArguments {
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

/// Feedback for programs.
private func json(_ voice: Voice) -> JSONValue {
    var members = voice.json.members ?? JSONObject()
    if let stage = voice.stage { members["stage"] = .string(stage.rawValue) }
    if let due = voice.answerDue { members["answerDue"] = .string(due.description) }
    if let due = voice.tellingDue { members["tellingDue"] = .string(due.description) }
    return .object(members)
}

/// `committee voice list`, which is what “committee voice” does.
struct VoiceListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List what people said; this is what “committee voice” does."
    )

    @Flag(help: "Only feedback that waits for an answer.")
    var waiting = false

    @Option(help: ArgumentHelp("Only feedback with this theme, by its key.", valueName: "key"))
    var theme: String?

    @OptionGroup var reading: VoiceReadingOptions

    func run() async throws {
        let edition = try await reading.edition()
        let shown = edition.voices.filter { voice in
            (!waiting || voice.stage == .waiting) && (theme.map(voice.themes.contains) ?? true)
        }
        let findings = edition.voiceFindings()
        if reading.at.output.json {
            return try Output.write([
                "asOf": .string(edition.asOf.description), "voices": .array(shown.map(json)),
                "findings": .array(findings.map(\.json)),
            ])
        }
        guard !edition.voices.isEmpty else {
            return try Output.write(
                "No feedback is recorded for this reader. Record some with “committee voice record”.\n"
            )
        }
        let rows = shown.map { voice in
            [
                voice.id, voice.name, voice.heardInWords.isEmpty ? "–" : voice.heardInWords,
                (voice.answerDue ?? voice.tellingDue).map(PlanWords.date) ?? "–",
                voice.stage?.words ?? "–",
            ]
        }
        var lines = QualityWords.aligned(
            [["Named", "Title", "Who was heard", "Due", "Standing"]] + rows
        )
        if rows.isEmpty { lines = ["No feedback is like that."] }
        if !findings.isEmpty {
            lines += ["", "To be looked at:"] + findings.map { "  \($0.kind)  \($0.message)" }
        }
        try QualityWords.write(lines)
    }
}

/// `committee voice show`.
struct VoiceShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "Show everything about one piece of feedback, and which lines may be shown to whom."
    )

    @Argument(help: "The feedback, by its short name.")
    var id: String

    @OptionGroup var reading: VoiceReadingOptions

    func run() async throws {
        let edition = try await reading.edition()
        guard let voice = edition.voices.first(where: { $0.id == id }) else {
            throw Complaint(
                "There is no feedback “\(id)” for this reader. "
                    + (edition.voices.isEmpty
                        ? "List what there is with committee voice."
                        : ClosestName.suggestion(for: id, in: edition.voices.map(\.id)))
            )
        }
        if reading.at.output.json { return try Output.write(json(voice)) }
        try Output.write(VoiceReport.card(of: voice, in: edition))
    }
}

/// `committee voice sheet`.
struct VoiceSheetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Write feedback as a sheet, and read the sheet back.",
        discussion: """
            With -o it writes a sheet, filled in as the record is: plain text that survives e-mail or, \
            when the file ends in .csv, a table for a spreadsheet. Read it back with the same command: \
            only what differs is recorded. A line that is doubtful is shown and changes nothing. Feedback for a \
            restricted circle is on the sheet with --audience restricted alone.

              committee voice sheet -o feedback.txt
              committee voice sheet feedback.txt --dry-run
              committee voice sheet feedback.txt
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

    @Option(
        help: ArgumentHelp(
            "Who is to fill in the sheet that is written: committee or restricted.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience = .committee

    @OptionGroup var recording: MeetingRecordingOptions

    func validate() throws {
        guard file == nil || output == nil else {
            throw ValidationError("A sheet is read or written. Leave out the file or -o.")
        }
        guard output == nil || !(dryRun || recording.at.output.json) else {
            throw ValidationError("--dry-run and --json go with a sheet to read. Name it.")
        }
        guard audience >= .committee else {
            throw ValidationError(
                "A sheet is filled in by the committee or fewer. Give --audience committee or restricted."
            )
        }
    }

    func run() async throws {
        let opened = try await recording.at.open(accepting: recording.screening)
        if let file { return try await read(file, into: opened) }
        let day = recording.on ?? opened.library.today()
        let entries = try await opened.committee.entries()
        let sheet = VoiceSheet(
            of: Self.edition(of: entries, asOf: day, in: opened).cut(for: audience),
            after: Self.said(entries, to: audience).count
        )
        guard let output, output != "-" else { return try Output.write(sheet.text) }
        let isTable = output.lowercased().hasSuffix(".csv")
        let text = isTable ? sheet.csv : sheet.text
        if !isTable { try SheetOnDisk.check(output, beginning: VoiceSheet.title, against: text) }
        let written = try WrittenFile(Array(text.utf8), for: output, readBy: audience)
        try written.keep()
        Output.progress("Wrote \(output), \(written.count) bytes.")
    }

    /// The entries about feedback of which an audience may know: their number tells nothing of others.
    private static func said(_ entries: [Entry], to audience: Audience) -> [Entry] {
        let kinds = Set(VoiceRoom().kinds.map(\.kind))
        let state = Record.folding(entries)[VoicesState.self]
        return entries.filter { entry in
            kinds.contains(entry.kind)
                && (state.card(of: entry.subject)?.audience ?? .restricted) <= audience
        }
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
        let now = Self.edition(of: entries, asOf: day, in: opened)
        let reading = try VoiceSheet.read(input.bytes, source: input.name, against: now) {
            written in
            let said = Self.said(entries, to: written.isRestricted ? .restricted : .committee)
            guard written.number <= said.count else { return nil }
            let last = written.number == 0 ? 0 : said[written.number - 1].sequence
            return Self.edition(of: entries.filter { $0.sequence <= last }, asOf: day, in: opened)
        }
        try SheetOnDisk.check(reading.changes, in: now)
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

    private func say(_ reading: VoiceSheet.Reading, first: Int?) throws {
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
        try QualityWords.write(lines)
    }
}
#endif
