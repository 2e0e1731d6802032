// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The sheet with which one lead or group is asked for a progress update.
///
/// It is plain text that survives e-mail, or comma-separated values with the same labels. What the lead has
/// answered already stands in it. ``ReturnReader`` reads it when it comes back.
///
/// ```swift
/// let sheet = ReturnSheet(for: lead, in: round, edition: edition, scheme: scheme)
/// print(sheet.text)
/// ```
public struct ReturnSheet: Hashable, Sendable {
    /// One item of the sheet.
    public struct Entry: Hashable, Sendable {
        /// The number by which the sheet means the item.
        public var number: String
        /// The item's identifier in its plan.
        public var item: String
        /// What the sheet says of it above the answers, a line each.
        public var printed: [String]
        /// What was answered already.
        public var answer: ReturnedAnswer
        /// The colour that was answered, in the words of the key.
        public var colourWords: String
    }

    /// The date of the report.
    public var date: CivilDate
    /// The short name of the lead.
    public var lead: String
    /// The lead's name.
    public var name: String
    /// Whether the lead is a working group.
    public var isGroup: Bool
    /// The number of the return that is asked for.
    public var version: Int
    /// The day by which it is to come back.
    public var due: CivilDate
    /// The title of the plan.
    public var plan: String
    /// To whom it is sent back; empty when nobody says.
    public var sendTo: String
    /// The items.
    public var entries: [Entry]
    /// The items of which the lead is asked and may not read the text; they are left out.
    public var leftOut: [String]

    /// Makes the sheet of a lead.
    ///
    /// - Parameters:
    ///   - lead: The lead.
    ///   - round: The round.
    ///   - edition: The plan as the lead may read it: cut for the lead's audience.
    ///   - scheme: The plan's status key, when it is known.
    ///   - sendTo: To whom it is sent back.
    /// - Complexity: O(*n*) in the number of items.
    public init(
        for lead: AskedLead,
        in round: UpdateRound,
        edition: Edition,
        scheme: StatusScheme?,
        sendTo: String = ""
    ) {
        date = round.date
        self.lead = lead.key
        name = lead.name
        isGroup = lead.group != nil
        version = round.nextVersion(of: lead)
        due = round.due(of: lead)
        self.sendTo = sendTo
        entries = []
        leftOut = []
        guard let plan = edition.plans.first(where: { $0.id == round.plan }) else {
            self.plan = round.plan
            leftOut = lead.items
            return
        }
        self.plan = plan.title
        let numbers = SheetNumbers(plan)
        for id in lead.items {
            guard let item = plan.item(id) else {
                leftOut.append(id)
                continue
            }
            let answer = round.answer(about: id) ?? ReturnedAnswer(id)
            entries.append(
                Entry(
                    number: numbers.number(of: item),
                    item: id,
                    printed: Self.printed(item, lead, scheme),
                    answer: answer,
                    colourWords: scheme?.key(reading: answer.colour)?.word ?? answer.colour
                )
            )
        }
    }

    /// The name by which the sheet is known when it comes back.
    public var reference: String { "\(date)/\(lead)/\(version)" }

    /// How the lines begin that stand above the answers of an item.
    enum Frame: String, CaseIterable {
        case timescale = "Timescale:"
        case colour = "Colour agreed:"
        case last = "Said last, at"
        case impact = "Expected to change:"
        case leads = "Leads with you:"
    }

    /// What stands above the answers of an item.
    private static func printed(
        _ item: PlanItem,
        _ lead: AskedLead,
        _ scheme: StatusScheme?
    ) -> [String] {
        var lines = [item.text.singleLine]
        if !item.timescale.words.isEmpty {
            lines.append("\(Frame.timescale.rawValue) \(item.timescale.words)")
        }
        if let printed = item.status?.printed {
            let key = scheme?.key(reading: printed)
            let words = key?.inWords ?? printed
            lines.append("\(Frame.colour.rawValue) \(words)")
        }
        if let last = item.progress.last, !last.text.isEmpty {
            lines.append(
                "\(Frame.last.rawValue) \(last.asAt.formatted("d MMMM yyyy")): “\(last.text.singleLine)”"
            )
        }
        if !item.expectedImpact.isEmpty {
            lines.append("\(Frame.impact.rawValue) \(item.expectedImpact.singleLine)")
        }
        let others = item.leads.names.filter { $0.comparisonKey != lead.name.comparisonKey }
        if !others.isEmpty {
            lines.append("\(Frame.leads.rawValue) \(others.joined(separator: "; "))")
        }
        return lines
    }
}

/// The numbers by which sheets mean the items of a plan.
///
/// An item is meant by its printed number where no other has the same, or else by its identifier.
struct SheetNumbers {
    private var items: [String: String] = [:]
    private var shared: Set<String> = []

    init(_ plan: Plan) {
        for item in plan.items + plan.listedItems {
            guard let number = item.number else { continue }
            let key = Self.key(number)
            if items[key] != nil { shared.insert(key) }
            items[key] = item.id
        }
        for key in shared { items[key] = nil }
        for item in plan.items + plan.listedItems { items[Self.key(item.id)] = item.id }
    }

    /// The number of an item.
    func number(of item: PlanItem) -> String {
        guard let number = item.number, items[Self.key(number)] == item.id else { return item.id }
        return number
    }

    /// The identifier of the item that a number means.
    func item(_ number: String) -> String? { items[Self.key(number)] }

    /// The number without what people add around it.
    private static func key(_ number: String) -> String {
        var words = Substring(number.lowercased())
        while let last = words.last, last == "." || last == ":" || last == " " {
            words.removeLast()
        }
        while words.first == " " { words.removeFirst() }
        return String(words)
    }
}

// MARK: Writing

extension ReturnSheet {
    /// The words that stand above the first item of every sheet.
    static let frameWords = [
        "PROGRESS UPDATE at ref please return by", "For Plan Send this back to",
        readers, rule, oneLead, advice, group,
    ].joined(separator: " ")

    private static let readers =
        "The committee and its groups will read your words. What it agrees may be published."
    private static let rule = "Never name or describe a child, a family or a case."
    private static let oneLead = "One lead answers for all of an action. The others see the answer."
    private static let advice =
        "Write behind each label. Leave the numbers in square brackets as they are."
    private static let group = "What the group returns is its report."

    /// A part of the sheet, in its order.
    enum SheetPart {
        /// A line that stands as it is.
        case line(String)
        /// What is said of an item above its answers, a line each.
        case item(number: String, printed: [String])
        /// A label of an item, with what was answered behind it, a line each.
        case answer(number: String, label: ReturnLabel, written: [String])
        /// A label below the items.
        case footer(ReturnFooter)
    }

    /// What all readers of the sheet are told, for the sheet as a page.
    static let pageRules = "\(readers) \(rule) \(oneLead)"

    /// What stands above the items, a line each: when to return it, who reads it, and what never to write.
    package var opening: [String] {
        sheetParts.prefix { if case .line = $0 { true } else { false } }.compactMap { part in
            if case .line(let words) = part, !words.isEmpty { words } else { nil }
        }
    }

    /// The parts of the sheet as text.
    var sheetParts: [SheetPart] {
        let day = date.formatted("d MMMM yyyy")
        let opening = [
            "PROGRESS UPDATE at \(day)      ref \(reference)      please return by "
                + due.formatted("d MMMM yyyy"),
            "",
            "For: \(name)" + (isGroup ? ". \(Self.group)" : ""),
            "Plan: \(plan)", Self.readers, Self.rule, Self.oneLead, Self.advice,
        ]
        var parts = opening.map(SheetPart.line)
        if !sendTo.isEmpty { parts.append(.line("Send this back to: \(sendTo)")) }
        for entry in entries {
            parts.append(.line(""))
            parts.append(.item(number: entry.number, printed: entry.printed))
            for label in ReturnLabel.allCases {
                parts.append(
                    .answer(number: entry.number, label: label, written: entry.written(label))
                )
            }
        }
        parts.append(.line(""))
        parts.append(.footer(.answeredBy))
        if isGroup { parts.append(.footer(.groupMeeting)) }
        parts.append(.line("[END]"))
        return parts
    }

    /// The sheet as plain text for e-mail.
    public var text: String {
        var lines: [String] = []
        for part in sheetParts {
            switch part {
            case .line(let line): lines.append(line)
            case .item(let number, let printed):
                for (place, line) in printed.enumerated() {
                    lines.append(place == 0 ? "[\(number)] \(line)" : line)
                }
            case .answer(let number, let label, let written):
                let head = "[\(number)] \(label.printed):"
                if written.count == 1, !written[0].hasPrefix("- ") {
                    lines.append("\(head) \(written[0])")
                } else {
                    lines.append(head)
                    lines += written
                }
            case .footer(let label): lines.append("\(label.printed):")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The headings of the columns before the labels, in the sheet as comma-separated values.
    static let openingColumns = ["Ref", "No", "Action", "What stands in the plan"]

    /// The rows of the sheet as a table, the headings first.
    package var rows: [[String]] {
        var rows = [
            Self.openingColumns + ReturnLabel.allCases.map(\.printed)
                + [ReturnFooter.answeredBy.printed]
                + (isGroup ? [ReturnFooter.groupMeeting.printed] : [])
        ]
        for entry in entries {
            rows.append(
                [
                    reference, "[\(entry.number)]", entry.printed.first ?? "",
                    entry.printed.dropFirst().joined(separator: "\n"),
                ] + ReturnLabel.allCases.map { entry.written($0).joined(separator: "\n") }
            )
        }
        return rows
    }

    /// The sheet as comma-separated values.
    public var csv: String {
        let lines = rows.map { $0.map(Self.csvCell).joined(separator: ",") }
        return "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n"
    }

    /// A cell of comma-separated values that no spreadsheet runs.
    static func csvCell(_ words: String) -> String {
        // A spreadsheet would run what begins like this.
        let isFormula = words.first.map { "=+@\t".contains($0) } ?? false
        let cell = isFormula ? "'" + words : words
        guard cell.contains(where: { "\",\n\r;".contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}

extension ReturnSheet.Entry {
    /// What was answered behind a label, a line each.
    func written(_ label: ReturnLabel) -> [String] {
        switch label {
        case .done:
            answer.done.isEmpty && answer.isNoChange
                ? ["No change"] : SheetLine.written(answer.done)
        case .evidence: SheetLine.written(answer.evidence)
        case .difference: SheetLine.written(answer.difference)
        case .colour: Self.joined(colourWords, answer.colourReason)
        case .finished:
            switch answer.finished {
            case .notSaid: []
            case .no: ["no"]
            case .on(let day): [day.formatted("d MMMM yyyy")]
            }
        case .newDate: Self.joined(answer.newDate, answer.newDateReason)
        case .help: SheetLine.written(answer.help)
        }
    }

    private static func joined(_ words: String, _ why: Prose) -> [String] {
        guard !why.isEmpty else { return words.isEmpty ? [] : [words] }
        return [words.isEmpty ? why.singleLine : "\(words), \(why.singleLine)"]
    }
}
