// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The agenda of a meeting as a sheet that people edit and send by e-mail.
///
/// ```
/// AGENDA CPC, 5 December 2023, 14:00 to 16:00
/// 5. Improvement plan (for decision; 30 min; Coordinator; paper by 28 November 2023)
/// P1. Group report (private: review under way)
/// [END]
/// ```
public enum AgendaSheet {
    static let keyword = "AGENDA"

    /// Writes the sheet of a meeting.
    ///
    /// - Parameters:
    ///   - items: The items.
    ///   - meeting: The meeting.
    /// - Returns: The sheet, which reads back to the same items.
    public static func text(of items: [AgendaItem], for meeting: Meeting) -> String {
        let lines = items.map { item in
            let parts = parts(of: item)
            // Brackets at the end of a title are its own: empty ones behind them say so.
            let isPlain = parts.isEmpty && item.title.last != ")"
            return "\(item.number). \(item.title)"
                + (isPlain ? "" : " (\(parts.joined(separator: "; ")))")
        }
        return "\(keyword) \(meeting.bodyName), \(meeting.when)"
            + MeetingSheetText.reference(meeting.agendaRevision) + "\n"
            + lines.map { $0 + "\n" }.joined() + MeetingSheetText.end + "\n"
    }

    private static func parts(of item: AgendaItem) -> [String] {
        var parts: [String] = []
        if item.isPrivate {
            parts.append(item.privateReason.isEmpty ? "private" : "private: \(item.privateReason)")
        }
        if let purpose = item.purpose { parts.append("for \(purpose.rawValue)") }
        if let minutes = item.minutes { parts.append("\(minutes) min") }
        if !item.owner.isEmpty { parts.append(item.owner) }
        if let due = item.paperDue {
            parts.append("paper by \(due.inWords)")
        } else if item.hasPaper {
            parts.append("paper")
        }
        if let origin = item.carriedFrom { parts.append("carried forward from \(origin)") }
        return parts
    }

    /// Reads a sheet that came back.
    ///
    /// - Parameters:
    ///   - text: The sheet.
    ///   - meeting: The meeting.
    ///   - context: What a sheet may speak of.
    /// - Returns: The items, with what is doubtful.
    /// - Complexity: O(*n*) in the length of the sheet.
    public static func read(
        _ text: String,
        of meeting: Meeting,
        _ context: MeetingSheetContext
    ) -> MeetingSheetReading<[AgendaItem]> {
        var reading = MeetingSheetReading<[AgendaItem]>([])
        let sheet = MeetingSheetText(text, keyword: keyword)
        guard sheet.check(meeting, keyword: keyword, into: &reading) else { return reading }
        for line in items(of: sheet.lines, into: &reading) {
            guard let item = item(line, of: meeting, context, into: &reading) else { continue }
            if let known = reading.value.first(where: { $0.number == item.number }) {
                reading.doubt(
                    line.number,
                    "number",
                    "Item \(item.number) stands twice, as “\(known.title)” and as “\(item.title)”. Give "
                        + "one of them another number."
                )
            }
            reading.value.append(item)
        }
        let read = Set(reading.value)
        sheet.checkOthers(
            meeting.agendaRevision,
            lost: meeting.agenda.filter { !read.contains($0) }
                .map { "item \($0.number) “\($0.title)”" },
            into: &reading
        )
        if reading.value.isEmpty, reading.doubts.isEmpty {
            reading.doubt(
                sheet.heading?.number ?? 1,
                "empty",
                "The sheet has no item. Write each on a line of its own, such as “1. Welcome”."
            )
        }
        return reading
    }

    /// The lines that are items, with those that were wrapped joined.
    private static func items(
        of lines: [SheetLine],
        into reading: inout MeetingSheetReading<[AgendaItem]>
    ) -> [SheetLine] {
        var items: [SheetLine] = []
        var mayGoOn = false
        for line in lines {
            if line.isBlank {
                mayGoOn = false
            } else if NumberedLine(line.text) != nil {
                items.append(line)
                mayGoOn = true
            } else if let last = items.last, mayGoOn, last.text.isOpenBracket {
                items[items.count - 1].text += " \(line.text)"
            } else if let last = items.last, mayGoOn, last.text.last != ")" {
                reading.doubt(
                    line.number,
                    "wrapped",
                    "“\(line.text)” has no number. It is read as the end of the title above it; give it "
                        + "a number, put it on that line, or take it out.",
                    isAcceptable: true
                )
                items[items.count - 1].text += " \(line.text)"
            } else {
                reading.doubt(
                    line.number,
                    "stray",
                    "“\(line.text)” is no item: it has no number. Give it one, or put it behind "
                        + "\(MeetingSheetText.end)."
                )
            }
        }
        return items
    }

    private static func item(
        _ line: SheetLine,
        of meeting: Meeting,
        _ context: MeetingSheetContext,
        into reading: inout MeetingSheetReading<[AgendaItem]>
    ) -> AgendaItem? {
        guard let numbered = NumberedLine(line.text) else { return nil }
        var text = BracketedText(numbered.rest)
        // Brackets with nothing in them that belong to a word, such as “f()”, are part of the title.
        if text.parts?.isEmpty == true, !numbered.rest.hasSuffix(" ()") {
            text.words = numbered.rest
        }
        var item = AgendaItem(numbered.number, text.words)
        if text.words.isEmpty {
            reading.doubt(
                line.number,
                "title",
                "Item \(item.number) has no title. Write it behind the number."
            )
        }
        if numbered.rest.isOpenBracket {
            reading.doubt(
                line.number,
                "bracket",
                "The bracket of item \(item.number) is not closed. Put “)” at its end."
            )
        }
        for part in text.parts ?? [] {
            if let problem = item.take(part, of: meeting, context) {
                reading.doubt(line.number, "part", problem)
            }
        }
        return item
    }
}

extension AgendaItem {
    /// Takes in what stands between two semicolons; gives back what is wrong with it.
    fileprivate mutating func take(
        _ part: String,
        of meeting: Meeting,
        _ context: MeetingSheetContext
    ) -> String? {
        let words = part.lowercased().split(separator: " ").map(String.init)
        guard let first = words.first else { return nil }
        switch first.prefix(while: { $0.isLetter }) {
        case "for":
            let name = words.dropFirst().joined(separator: " ")
            guard let purpose = Purpose(rawValue: name == "information" ? "noting" : name) else {
                return
                    "“\(part)” of item \(number) is no purpose. Write for decision, for discussion or "
                    + "for noting."
            }
            self.purpose = purpose
        case "paper":
            hasPaper = true
            guard words.count > 1 else { return nil }
            paperDue = Self.paperDay(words, part, meeting, context)
            if paperDue == nil {
                return
                    "“\(part)” of item \(number) gives no day. Write “paper by 28 November 2023” or "
                    + "“paper 5 working days before”."
            }
        case "carried":
            guard let last = part.split(separator: " ").last.map(String.init),
                Meeting.parts(of: last)?.code != nil
            else {
                return "“\(part)” of item \(number) names no item. Write “carried forward from "
                    + "cpc/2023-10-03#7”."
            }
            carriedFrom = last
        case "private":
            guard isPrivate else {
                return
                    "Item \(number) is private, and private items are numbered apart. Number it P1, "
                    + "P2 and so on."
            }
            let reason = part.dropFirst("private".count)
            privateReason = String(reason.drop { $0 == ":" || $0 == " " }).trimmingSpace
        default: return takeOther(part, words)
        }
        return nil
    }

    private mutating func takeOther(_ part: String, _ words: [String]) -> String? {
        if words[0].utf8.first.map({ (48...57).contains($0) }) ?? false {
            let figures = words[0].prefix { $0.isNumber }
            let unit = words[0].dropFirst(figures.count) + words.dropFirst().joined(separator: " ")
            guard ["min", "mins", "minutes", "minute"].contains(String(unit)),
                let count = Int(figures), count > 0
            else { return "“\(part)” of item \(number) is no time. Write “30 min”." }
            minutes = count
            return nil
        }
        if Purpose(rawValue: part.lowercased()) != nil || part.lowercased() == "information" {
            return
                "“\(part)” of item \(number) may be its purpose. Write “for \(part.lowercased())”, or "
                + "name who brings the item in other words."
        }
        let known = ["for decision", "for discussion", "for noting", "paper", "private"]
        if let near = ClosestName.closest(to: part, in: known) {
            return
                "“\(part)” of item \(number) is nearly “\(near)”. Correct it, or name who brings the "
                + "item in other words."
        }
        guard owner.isEmpty else {
            return
                "Item \(number) names two who bring it, “\(owner)” and “\(part)”. Name one, or join "
                + "them with “and”."
        }
        owner = part
        return nil
    }

    private static func paperDay(
        _ words: [String],
        _ part: String,
        _ meeting: Meeting,
        _ context: MeetingSheetContext
    ) -> CivilDate? {
        if words.count > 2, words[1] == "by" {
            let day = part.split(separator: " ").dropFirst(2).joined(separator: " ")
            return SheetDay.read(day)
        }
        guard words.count == 5, let count = Int(words[1]), (1...100).contains(count),
            ["working"].contains(words[2]), ["day", "days"].contains(words[3]), words[4] == "before"
        else { return nil }
        return context.calendar.adding(workingDays: -count, to: meeting.day)
    }
}

/// A line that begins with the number of an item.
struct NumberedLine {
    /// The number, such as `5` or `P1`.
    var number: String
    /// What stands behind it.
    var rest: String

    /// Reads `5. Title`, `5) Title` or `P1. Title`; nil for every other line.
    init?(_ text: String) {
        let word = text.prefix { $0 != " " }
        var number = word
        guard let last = number.last else { return nil }
        guard last == "." || last == ")" else { return nil }
        number = number.dropLast()
        if number.first == "p" { number = Substring("P" + number.dropFirst()) }
        guard AgendaItem.isNumber(number) else { return nil }
        self.number = String(number)
        rest = String(text.dropFirst(word.count)).trimmingSpace
    }
}

extension String {
    /// Whether a bracket is open at the end.
    var isOpenBracket: Bool {
        reduce(0) { $0 + ($1 == "(" ? 1 : $1 == ")" ? -1 : 0) } > 0
    }
}
