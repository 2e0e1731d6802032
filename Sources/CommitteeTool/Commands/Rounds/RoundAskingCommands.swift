// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee round open`: works out who is asked, and opens a progress update.
struct RoundOpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open a progress update: the leads of ongoing actions are asked, each once.",
        discussion: """
            Of several leads the first named answers, unless the plan says who returns the updates; a working \
            group that leads is asked as a group.

              committee round open 2023-12-05 --due 2023-11-21
            """
    )

    @Argument(
        help: ArgumentHelp("The date of the report.", valueName: "date"),
        transform: dateArgument
    )
    var date: CivilDate

    @Option(
        help: ArgumentHelp("The day by which leads are to answer.", valueName: "date"),
        transform: dateArgument
    )
    var due: CivilDate

    @Option(help: ArgumentHelp("The plan; the one in force when left out.", valueName: "id"))
    var plan: String?

    @Option(
        help: ArgumentHelp(
            "What the report is called; as the last one when left out.",
            valueName: "words"
        )
    )
    var name: String?

    @OptionGroup var options: RoundOptions
    @OptionGroup var author: RoundAuthor

    func validate() throws {
        if options.round != nil {
            throw ValidationError("The date of the report comes first. Leave out --round.")
        }
    }

    func run() async throws {
        let committee = author.acting(on: try await options.open().committee)
        let opened = try await committee.openRound(
            at: date,
            due: due,
            plan: plan,
            name: name,
            by: author.name
        )
        let round = opened.round
        if options.json.json {
            return try Output.write([
                "round": .date(round.date), "plan": .string(round.plan), "due": .date(round.due),
                "name": .string(round.name), "entry": .integer(opened.sequence),
                "asked": .array(round.asked.map(\.json)),
                "withoutLead": JSONValue(opened.withoutLead),
            ])
        }
        let items = round.asked.reduce(0) { $0 + $1.items.count }
        var lines = [
            "\(RoundWords.title(round)) is open: "
                + PlanWords.count(round.asked.count, "lead is", "leads are") + " asked of "
                + PlanWords.count(items, "item", "items") + ", by \(PlanWords.date(round.due))."
        ]
        for lead in round.asked {
            lines.append(
                "  \(lead.name)\(lead.group == nil ? "" : " (group)"): "
                    + lead.items.joined(separator: ", ")
            )
        }
        if !opened.withoutLead.isEmpty {
            lines.append(
                "Nobody leads \(opened.withoutLead.joined(separator: ", ")), so nobody is asked. "
                    + "Use “committee round assign”."
            )
        }
        try RoundWords.say(lines)
    }
}

extension AskedLead {
    /// The lead for programs.
    var json: JSONValue {
        var members: JSONObject = [
            "lead": .string(key), "name": .string(name), "items": JSONValue(items),
        ]
        if let group { members["group"] = .string(group) }
        if let extendedTo { members["until"] = .date(extendedTo) }
        return .object(members)
    }
}

/// `committee round assign`: another lead or group answers for an item.
struct RoundAssignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Let another lead or group answer for an item.",
        discussion: "  committee round assign 4.2 \"Practice Improvement\""
    )

    @Argument(help: "The item's number.") var item: String
    @Argument(help: "The lead or the group.") var lead: String

    @Option(help: ArgumentHelp("Why.", valueName: "words")) var reason: String?

    @OptionGroup var options: RoundOptions
    @OptionGroup var author: RoundAuthor

    func run() async throws {
        let committee = author.acting(on: try await options.open().committee)
        let round = try await committee.assign(
            item,
            to: lead,
            in: options.round,
            by: author.name,
            reason: reason
        )
        let now = round.asked.first { lead in
            lead.items.contains { $0 == item } || lead.name.comparisonKeyEquals(self.lead)
        }
        if options.json.json {
            return try Output.write([
                "round": .date(round.date), "item": .string(item),
                "asked": .array(round.asked.map(\.json)),
            ])
        }
        try RoundWords.say(["\(now?.name ?? lead) answers for \(item)."])
    }
}

extension String {
    /// Whether two texts are the same but for case, spaces and punctuation.
    fileprivate func comparisonKeyEquals(_ other: String) -> Bool {
        func folded(_ text: String) -> String {
            text.lowercased().filter { $0.isLetter || $0.isNumber }
        }
        return folded(self) == folded(other)
    }
}

/// `committee round extend`: a lead has more time.
struct RoundExtendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extend",
        abstract: "Give a lead more time.",
        discussion: "  committee round extend \"PKC Trauma Champion\" 2023-11-24 --reason Leave"
    )

    @Argument(help: "The lead.") var lead: String
    @Argument(
        help: ArgumentHelp("The new day.", valueName: "date"),
        transform: dateArgument
    )
    var date: CivilDate

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
            return .roundExtended(RoundExtension(lead: found.key, until: date))
        }
        if options.json.json {
            return try Output.write([
                "round": .date(round.date), "asked": .array(round.asked.map(\.json)),
            ])
        }
        try RoundWords.say(["\(name) has until \(PlanWords.date(date))."])
    }
}

/// `committee round forms`: writes the sheet of each lead who is asked.
struct RoundFormsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forms",
        abstract: "Write a sheet for each lead, as text for e-mail and as comma-separated values.",
        discussion: """
            Each sheet is cut at its lead's audience. What the lead has answered already stands in it.

              committee round forms -o sheets
            """
    )

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The folder to write to; it is made when it is not there.",
            valueName: "dir"
        )
    )
    var output: String

    @Option(help: ArgumentHelp("To whom the sheets are sent back.", valueName: "words"))
    var sendTo: String = ""

    @Flag(help: "Write each sheet as a Word document too.") var word = false
    @Flag(help: "Write each sheet as an Excel workbook too.") var excel = false
    @Flag(
        help:
            "Write each sheet as a web page too, which works without a network and saves its answers as text."
    )
    var page = false

    @OptionGroup var options: RoundOptions

    func run() async throws {
        let committee = try await options.open().committee
        let sheets = try await committee.returnSheets(options.round, sendTo: sendTo)
        try Folder.make(output)
        var written: [WrittenFile] = []
        var lines: [String] = []
        for sheet in sheets {
            do {
                for (ending, bytes) in try files(of: sheet) {
                    let path = "\(output)/\(sheet.date)-\(sheet.lead).\(ending)"
                    written.append(try WrittenFile(bytes, for: path, readBy: .committee))
                }
            } catch {
                // All sheets, or none: whoever sends them out sees at once that some are missing.
                for file in written { file.discard() }
                throw error
            }
            if !sheet.leftOut.isEmpty {
                lines.append(
                    "  \(sheet.name) may not read \(sheet.leftOut.joined(separator: ", ")), so the "
                        + "sheet leaves them out. Ask in another way, or assign them."
                )
            }
        }
        for file in written { try file.keep() }
        if options.json.json {
            return try Output.write([
                "sheets": JSONValue(written.map(\.path)),
                "leftOut": .array(sheets.flatMap(\.leftOut).map(JSONValue.string)),
            ])
        }
        let count = PlanWords.count(sheets.count, "sheet", "sheets")
        try RoundWords.say(
            [
                "Wrote \(count) to \(output), each as text and as comma-separated values"
                    + (further.isEmpty ? "." : ", and as \(further.joined(separator: ", ")).")
            ] + lines
        )
    }

    /// In which forms more the sheets are written, in words.
    private var further: [String] {
        [(word, "a Word document"), (excel, "an Excel workbook"), (page, "a web page")]
            .filter(\.0).map(\.1)
    }

    /// The files of a sheet, by their endings.
    private func files(of sheet: ReturnSheet) throws -> [(String, [UInt8])] {
        var files = [("txt", Array(sheet.text.utf8)), ("csv", Array(sheet.csv.utf8))]
        if word {
            files.append(("docx", try OutputForm.word.bytes(of: Self.document(of: sheet.text))))
        }
        if excel { files.append(("xlsx", try OutputForm.excel.bytes(of: Self.table(of: sheet)))) }
        if page { files.append(("html", Array(sheet.page.utf8))) }
        return files
    }

    /// A sheet as a table, for a workbook.
    private static func table(of sheet: ReturnSheet) -> Document {
        let rows = sheet.rows
        let title = "Progress update at \(PlanWords.date(sheet.date)): \(sheet.name)"
        let table = Document.Table(
            caption: "Progress update",
            columns: (rows.first ?? []).map { Document.Table.Column($0) },
            rows: rows.dropFirst().map { .cells($0.map { Document.Table.Cell.text($0) }) },
            hidesCaption: true
        )
        let opening = sheet.opening.map { Document.Block.paragraph($0) }
        return Document(title: title, blocks: [.heading(1, title)] + opening + [.table(table)])
    }

    /// A sheet as a document: each line a paragraph, so that it comes back line by line.
    private static func document(of text: String) -> Document {
        let lines = text.split(separator: "\n").map(String.init)
        let title = lines.first ?? ""
        let rest = lines.dropFirst().map { Document.Block.paragraph($0) }
        return Document(title: title, blocks: [.heading(1, title)] + rest)
    }
}
#endif
