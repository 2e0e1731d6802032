// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// As of when and for whom quality assurance is shown.
struct QualityReadingOptions: ParsableArguments {
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

/// Reads one of the words of a closed set.
func wordArgument<Word: RawRepresentable & CaseIterable>(_ text: String) throws -> Word
where Word.RawValue == String {
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError(
        "“\(text)” is none of the words that can stand here. Give one of: \(known)."
    )
}

/// Tables of quality assurance on a terminal.
enum QualityWords {
    static func aligned(_ rows: [[String]]) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in
            rows.map { $0[column].count }.max() ?? 0
        }
        return rows.map { row in
            row.enumerated().map { place, cell in
                place == row.count - 1 ? cell : PlanWords.padded(cell, to: widths[place])
            }.joined(separator: "  ")
        }
    }

    static func write(_ lines: [String]) throws {
        try Output.write(lines.map(TerminalLine.visible).joined(separator: "\n") + "\n")
    }

    /// Whatever is named so, as the page and for programs.
    static func json(_ id: String, in edition: Edition) -> JSONValue? {
        let quality = edition.quality
        func find<Subject: QualitySubject>(_ list: [Subject]) -> JSONValue? {
            list.first { $0.id == id }.map {
                var members = $0.json.members ?? JSONObject()
                members["kind"] = .string(Subject.subjectKind.rawValue)
                return .object(members)
            }
        }
        return find(quality.audits) ?? find(quality.dipSamples) ?? find(quality.returns)
            ?? find(quality.outsideReports) ?? find(quality.findings) ?? find(quality.courses)
            ?? find(quality.selfEvaluations) ?? find(quality.issues)
    }
}

/// `committee audit list`, which is what “committee audit” does.
struct AuditListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract:
            "List the audits and what stands beside them; this is what “committee audit” does."
    )

    @OptionGroup var reading: QualityReadingOptions

    func run() async throws {
        let edition = try await reading.edition()
        let quality = edition.quality
        let checks = edition.audience >= .committee ? edition.qualityChecks() : []
        if reading.at.output.json {
            var members = quality.exported(on: edition.asOf)
            members["asOf"] = .string(edition.asOf.description)
            members["toBeLookedAt"] = .array(checks.map(\.json))
            return try Output.write(.object(members))
        }
        var rows: [[String]] = []
        func add(
            _ id: String,
            _ kind: String,
            _ name: String,
            _ due: CivilDate?,
            _ standing: String
        ) {
            rows.append([id, kind, name, due.map(PlanWords.date) ?? "–", standing])
        }
        for one in quality.audits { add(one.id, "audit", one.name, one.due, one.stage.words) }
        for one in quality.dipSamples {
            let behind = one.behind(on: edition.asOf).count
            let quota = one.quota?.words ?? "No quota"
            add(
                one.id,
                "dip sample",
                one.name,
                nil,
                behind == 0
                    ? quota : "\(quota), behind in \(PlanWords.count(behind, "period", "periods"))"
            )
        }
        for one in quality.returns {
            add(one.id, "return", one.name, one.due, one.standing(on: edition.asOf))
        }
        for one in quality.outsideReports {
            add(
                one.id,
                "report",
                one.name,
                one.due,
                one.considered.isEmpty ? "To be considered" : "Considered"
            )
        }
        for one in quality.courses {
            add(
                one.id,
                "course",
                one.name,
                one.days.map(\.day).filter { $0 >= edition.asOf }.min(),
                PlanWords.count(one.days.count, "day", "days")
            )
        }
        for one in quality.selfEvaluations {
            add(
                one.id,
                "self-evaluation",
                one.name,
                one.due,
                one.agreement == nil ? "To be agreed" : "Agreed"
            )
        }
        for one in quality.issues { add(one.id, "issue", one.name, one.due, one.standing) }
        guard !rows.isEmpty else {
            return try Output.write(
                "Nothing is recorded. Propose an audit with “committee audit propose”.\n"
            )
        }
        var lines = QualityWords.aligned([["Named", "Kind", "Title", "Due", "Standing"]] + rows)
        if !checks.isEmpty {
            lines += ["", "To be looked at:"] + checks.map { "  \($0.kind)  \($0.message)" }
        }
        try QualityWords.write(lines)
    }
}

/// `committee audit show`.
struct AuditShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show everything about an audit, or whatever else stands beside audits."
    )

    @Argument(
        help: "The audit, finding, dip sample, return, report, course, self-evaluation or issue."
    )
    var id: String

    @OptionGroup var reading: QualityReadingOptions

    func run() async throws {
        let edition = try await reading.edition()
        guard let json = QualityWords.json(id, in: edition) else {
            throw Complaint(
                "There is nothing named “\(id)” for this reader. List what there is with committee audit."
            )
        }
        if reading.at.output.json { return try Output.write(json) }
        guard let page = QualityReport.card(of: id, in: edition) else { return }
        try Output.write(page)
    }
}

/// `committee audit findings`.
struct AuditFindingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "List what was found, and how far each finding has come."
    )

    @Argument(help: "Only findings of this audit, report or the like.")
    var source: String?

    @Flag(help: "Only findings that nobody has answered.")
    var open = false

    @OptionGroup var reading: QualityReadingOptions

    func run() async throws {
        let edition = try await reading.edition()
        let shown = edition.qualityFindings.filter { finding in
            (source == nil || finding.source == source) && (!open || finding.standing == .open)
        }
        if reading.at.output.json {
            return try Output.write([
                "findings": .array(
                    shown.map { finding in
                        var members = finding.json.members ?? JSONObject()
                        members["standing"] = .string(finding.standing.rawValue)
                        return .object(members)
                    }
                )
            ])
        }
        guard !shown.isEmpty else { return try Output.write("No finding is like that.\n") }
        let rows = shown.map { finding in
            [
                finding.id, finding.sort.words, finding.standing.words,
                finding.actions.isEmpty ? "–" : finding.actions.joined(separator: ", "),
                finding.words.singleLine,
            ]
        }
        try QualityWords.write(
            QualityWords.aligned(
                [["Finding", "Sort", "Standing", "Action", "What was found"]] + rows
            )
        )
    }
}

/// `committee audit thread`.
struct AuditThreadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thread",
        abstract: "Show the thread of findings: action, evidence, difference, next plan.",
        discussion: """
            It leads both ways: name a finding, where findings come from, or an action of a plan.

              committee audit thread neglect-2026#1
              committee audit thread neglect-2026
              committee audit thread plan-2023#1.10
            """
    )

    @Argument(help: "A finding, where it comes from, or an action; all threads when left out.")
    var name: String?

    @OptionGroup var reading: QualityReadingOptions

    func run() async throws {
        let edition = try await reading.edition()
        let threads = edition.qualityThreads(about: name)
        if reading.at.output.json {
            return try Output.write(["threads": .array(threads.map(\.json))])
        }
        try Output.write(QualityReport.page(of: threads, in: edition))
    }
}

/// `committee audit sheet`.
struct AuditSheetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Write quality assurance as a sheet, and read the sheet back.",
        discussion: """
            With -o it writes a sheet, filled in as the record is: plain text that survives e-mail or, \
            when the file ends in .csv, a table for a spreadsheet. Read it back with the same command: \
            only what differs is recorded. A line that is doubtful is shown and changes nothing.

              committee audit sheet -o quality.txt
              committee audit sheet quality.txt --dry-run
              committee audit sheet quality.txt
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
        let sheet = QualitySheet(
            of: Self.edition(of: entries, asOf: day, in: opened).cut(for: .committee),
            after: Self.said(entries).count
        )
        guard let output, output != "-" else { return try Output.write(sheet.text) }
        let isTable = output.lowercased().hasSuffix(".csv")
        let text = isTable ? sheet.csv : sheet.text
        if !isTable {
            try SheetOnDisk.check(output, beginning: QualitySheet.title, against: text)
        }
        let written = try WrittenFile(Array(text.utf8), for: output, readBy: .committee)
        try written.keep()
        Output.progress("Wrote \(output), \(written.count) bytes.")
    }

    /// The entries of quality assurance of which the committee may know: their number tells nothing of others.
    private static func said(_ entries: [Entry]) -> [Entry] {
        let kinds = Set(QualityRoom().kinds.map(\.kind))
        let record = Record.folding(entries)
        return entries.filter { entry in
            kinds.contains(entry.kind)
                && (record.quality.card(of: entry.subject)?.audience ?? .committee) <= .committee
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
        let reading = try QualitySheet.read(
            input.bytes,
            source: input.name,
            against: Self.edition(of: entries, asOf: day, in: opened)
        ) { number in
            let said = Self.said(entries)
            guard number <= said.count else { return nil }
            let last = number == 0 ? 0 : said[number - 1].sequence
            return Self.edition(of: entries.filter { $0.sequence <= last }, asOf: day, in: opened)
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

    private func say(_ reading: QualitySheet.Reading, first: Int?) throws {
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
