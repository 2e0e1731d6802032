// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee structure`: who is who, printed, written as a sheet, and read back from one.
struct StructureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "structure",
        abstract: "Show who is who, write it as a sheet, and read the sheet back.",
        discussion: """
            Bodies, groups, seats with their terms and substitutes, functions, reporting lines, and \
            whose each plan is:

              committee structure council.sqlite
              committee structure council.sqlite --as-of 2026-03-31 --json

            With -o it writes a sheet of plain text, filled in as the record is. Correct it, or let \
            others correct it by e-mail, and read it back: only what differs is recorded. A line that \
            is doubtful is shown and changes nothing.

              committee structure council.sqlite -o sheet.txt
              committee structure council.sqlite sheet.txt --by lead-officer --dry-run
              committee structure council.sqlite sheet.txt --by lead-officer

            As a page with a drawn tree, and as the page that the public may read:

              committee report council.sqlite --format standard/structure -o structure.html
              committee report council.sqlite --format standard/membership \\
                -o membership.html
            """
    )

    @OptionGroup var at: StoreOptions

    @Argument(help: "A sheet that came back; - for the standard input.")
    var file: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Write a sheet to this file; - for the standard output.",
            valueName: "file"
        )
    )
    var output: String?

    @Option(
        help: ArgumentHelp("The date; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var asOf: CivilDate?

    @Option(
        help: ArgumentHelp(
            "For whom: public, partners, committee or restricted; committee when left out.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience?

    @Option(
        help: ArgumentHelp(
            "Who records what the sheet says; COMMITTEE_BY when left out.",
            valueName: "name"
        )
    )
    var by: String?

    @Option(
        help: ArgumentHelp("The day from which it holds; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var effective: CivilDate?

    @Flag(help: "Read the sheet, say what would be recorded, and record nothing.")
    var dryRun = false

    @OptionGroup var screening: ScreeningOptions
    @OptionGroup var plugins: PluginOptions
    @OptionGroup var json: JSONOptions

    func validate() throws {
        guard file == nil || output == nil else {
            throw ValidationError("A sheet is read or written. Leave out the file or -o.")
        }
        guard file != nil || (by == nil && effective == nil && !dryRun) else {
            throw ValidationError(
                "--by, --effective and --dry-run go with a sheet to read. Name it."
            )
        }
        guard file == nil || (asOf == nil && audience == nil) else {
            throw ValidationError(
                "A sheet is read against the whole record. Leave out --as-of and --audience; "
                    + "--effective says from which day it holds."
            )
        }
        guard output == nil || (audience == nil && !json.json) else {
            throw ValidationError(
                "A sheet is for the committee and is plain text. Leave out --audience and --json."
            )
        }
    }

    func run() async throws {
        let opened = try await at.open(accepting: screening)
        if let file { return try await read(file, into: opened) }
        let entries = try await opened.committee.entries()
        let day = asOf ?? opened.library.today()
        guard let output else { return try await show(opened, day) }
        let edition = Self.edition(of: entries, asOf: day, in: opened)
        let sheet = StructureSheet(of: edition, after: Self.said(entries).count)
        guard output != "-" else { return try Output.write(sheet.text) }
        try SheetOnDisk.check(output, beginning: "COMMITTEE STRUCTURE", against: sheet.text)
        let written = try WrittenFile(Array(sheet.text.utf8), for: output, readBy: .committee)
        try written.keep()
        Output.progress("Wrote \(output), \(written.count) bytes.")
    }

    /// The entries that say who is who.
    ///
    /// Their number tells nothing of what else the record holds, and so it may stand on a sheet that goes
    /// out.
    private static func said(_ entries: [Entry]) -> [Entry] {
        let kinds = Set(CommitteeRoom().kinds.map(\.kind))
        return entries.filter { kinds.contains($0.kind) }
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

    // MARK: Showing

    private func show(_ opened: OpenCommittee, _ day: CivilDate) async throws {
        let edition = try await opened.committee.edition(
            asOf: day,
            audience: audience ?? .committee
        )
        let glossary = try await glossary(for: edition)
        guard json.json else {
            return try Output.write(
                StructureReport.structure.document(of: edition, glossary: glossary)
            )
        }
        try Output.write(.object(edition.structureJSON(glossary: glossary)))
    }

    /// The names of leads that the layouts of the plans declare.
    private func glossary(for edition: Edition) async throws -> LeadGlossary? {
        let layouts = edition.plans.compactMap(\.layout)
        guard !layouts.isEmpty, edition.audience >= .committee else { return nil }
        let names = Set(layouts.map { String($0.prefix { $0 != "/" }) })
        let contributions = try await plugins.engine(only: names.sorted()).contributions
        let terms = contributions.layouts.filter { layouts.contains($0.id) }
            .compactMap(\.reading.leads).flatMap(\.terms)
        return LeadGlossary(terms: terms)
    }

    // MARK: Reading a sheet back

    private func read(_ path: String, into opened: OpenCommittee) async throws {
        guard let by = by ?? Environment.value(of: "COMMITTEE_BY") else {
            throw Complaint(
                "Nobody is named who records it. Give --by NAME, or set COMMITTEE_BY.",
                isUsage: true
            )
        }
        let input = try InputFile(path, "sheet")
        let entries = try await opened.committee.entries()
        let day = effective ?? opened.library.today()
        let reading = try StructureSheet.read(
            String(decoding: input.bytes, as: UTF8.self),
            source: input.name,
            against: Self.edition(of: entries, asOf: day, in: opened)
        ) { number in
            let said = Self.said(entries)
            guard number <= said.count else { return nil }
            let last = number == 0 ? 0 : said[number - 1].sequence
            let known = entries.filter { $0.sequence <= last }
            return Self.edition(of: known, asOf: day, in: opened)
        }
        var first: Int?
        let drafts = reading.changes.map { $0.draft(effective: day, by: by, reason: nil) }
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

    private func say(_ reading: StructureSheet.Reading, first: Int?) throws {
        let count = reading.changes.count
        if json.json {
            return try Output.write([
                "recorded": .integer(first == nil ? 0 : count), "dryRun": .bool(dryRun),
                "first": first.map(JSONValue.integer) ?? .null,
                "changes": .array(
                    reading.changes.map {
                        [
                            "subject": .string($0.subject.description),
                            "kind": .string($0.kind.rawValue),
                        ]
                    }
                ),
                "sentences": JSONValue(reading.sentences),
                "findings": .array(reading.findings.map(Self.json)),
                "linesOutside": .integer(reading.linesOutside),
            ])
        }
        var lines = reading.findings.map { "  line \($0.line)  \($0.kind)  \($0.message)" }
        if !lines.isEmpty { lines.insert("Doubtful, and left as it is in the record:", at: 0) }
        if reading.linesOutside > 0 {
            lines.append(
                "\(PlanWords.count(reading.linesOutside, "line", "lines")) outside the sheet "
                    + "\(reading.linesOutside == 1 ? "was" : "were") not read."
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

    private static func json(_ finding: Finding) -> JSONValue {
        [
            "line": .integer(finding.line), "kind": .string(finding.kind),
            "message": .string(finding.message),
        ]
    }
}
#endif
