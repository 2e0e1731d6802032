// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The minute of a meeting as a sheet that people type, and send by e-mail.
///
/// ```
/// MINUTE CPC, 5 December 2023
/// 5. Improvement plan
/// Members heard that training is slow.
/// DECISION (plan 2.3; review by June 2024): Amber.
/// ACTION (Lead Nurse; by 30 January 2024): Send the guide out.
/// [END]
/// ```
///
/// A heading is a number and the agenda's title. A decision or an action begins with its word in capitals
/// and ends at a blank line or at the next of them. Their codes, `5a` and on, are written back before the
/// word.
public enum MinuteSheet {
    static let keyword = "MINUTE"
    static let decision = "DECISION"
    static let action = "ACTION"

    /// A minute that was read, and where the codes go.
    public struct Reading: Hashable, Sendable {
        /// The minute, each decision and each action with its code.
        public var minute: Minute
        /// The code of each line that had none.
        public var codes: [Int: String]
    }

    /// Writes the sheet of a meeting: the headings of its agenda, with what is minuted below them.
    ///
    /// - Parameters:
    ///   - minute: The minute; nil for one that is still to be typed.
    ///   - meeting: The meeting.
    ///   - context: What a sheet may speak of.
    /// - Returns: The sheet, which reads back to the same minute.
    public static func text(
        of minute: Minute?,
        for meeting: Meeting,
        _ context: MeetingSheetContext
    ) -> String {
        var lines = [
            "\(keyword) \(meeting.bodyName), \(meeting.day.inWords)"
                + MeetingSheetText.reference(meeting.minuteRevision)
        ]
        var headings = meeting.agenda.map { ($0.number, $0.title) }
        let known = Set(headings.map(\.0))
        headings += (minute?.items ?? []).filter { !known.contains($0.number) }
            .map { ($0.number, $0.title) }
        for (number, title) in headings {
            lines += ["", "\(number). \(title)"]
            guard let minute else { continue }
            let text = minute.items.first { $0.number == number }?.text ?? Prose()
            lines += paragraphs(of: text)
            let decisions = minute.decisions.filter { $0.item == number }.map { said in
                (said.code, head(decision, said.code, parts(of: said, context)), said.text)
            }
            let actions = minute.actions.filter { $0.item == number }.map { said in
                (said.code, head(action, said.code, parts(of: said, context)), said.text)
            }
            let order = { (code: String) in Minute.order(of: code, below: number) ?? 0 }
            for (_, head, text) in (decisions + actions).sorted(by: { order($0.0) < order($1.0) }) {
                // A paragraph on a line of its own would be discussion.
                lines.append(head)
                for words in paragraphs(of: text) where !words.isEmpty {
                    if words.hasPrefix("- ") {
                        lines.append(words)
                    } else {
                        lines[lines.count - 1] += " \(words)"
                    }
                }
            }
        }
        return (lines + [MeetingSheetText.end]).map { $0 + "\n" }.joined()
    }

    private static func head(_ word: String, _ code: String, _ parts: [String]) -> String {
        "\(code) \(word)" + (parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))") + ":"
    }

    private static func paragraphs(of text: Prose) -> [String] {
        text.blocks.enumerated().flatMap { place, block in
            (place > 0 ? [""] : []) + SheetLine.written(Prose(blocks: [block]))
        }
    }

    private static func parts(
        of decision: MinutedDecision,
        _ context: MeetingSheetContext
    ) -> [String] {
        context.words(for: decision.links)
            + (decision.reviewBy.map { ["review by \($0.inWords)"] } ?? [])
    }

    private static func parts(of action: MinutedAction, _ context: MeetingSheetContext) -> [String]
    {
        (action.owner.isEmpty ? [] : [action.owner])
            + (action.dueAtFirst.map { ["by \($0.inWords)"] } ?? [])
            + context.words(for: action.links)
    }

    /// Reads a sheet that came back.
    ///
    /// What stood in the last draft keeps its code: by the code in the sheet, or by the same words below
    /// the same item. Everything else gets the next code that the meeting never gave out.
    ///
    /// - Parameters:
    ///   - text: The sheet.
    ///   - meeting: The meeting.
    ///   - context: What a sheet may speak of.
    /// - Returns: The minute, with what is doubtful.
    /// - Complexity: O(*n*) in the length of the sheet, for each item of the agenda.
    public static func read(
        _ text: String,
        of meeting: Meeting,
        _ context: MeetingSheetContext
    ) -> MeetingSheetReading<Reading> {
        var reading = MeetingSheetReading(Reading(minute: Minute(), codes: [:]))
        let sheet = MeetingSheetText(text, keyword: keyword)
        guard sheet.check(meeting, keyword: keyword, into: &reading) else { return reading }
        let width = sheet.lines.map(\.text.count).filter { $0 <= 100 }.max() ?? 0
        var walk = MinuteWalk(
            meeting: meeting,
            context: context,
            reading: reading,
            width: width
        )
        for line in joined(sheet.lines, meeting) { walk.take(line) }
        reading = walk.finished(sheet.heading?.number ?? 1)
        sheet.checkOthers(
            meeting.minuteRevision,
            lost: lost(of: meeting.minute, in: reading.value.minute),
            into: &reading
        )
        return reading
    }

    /// What is minuted and would not be any more, in few words each.
    private static func lost(of recorded: Minute?, in read: Minute) -> [String] {
        guard let recorded else { return [] }
        func isGone(_ text: Prose, from all: [Prose]) -> Bool {
            let key = text.singleLine.comparisonKey
            return !key.isEmpty && !all.contains { $0.singleLine.comparisonKey.contains(key) }
        }
        let texts = recorded.items.filter { item in
            isGone(item.text, from: read.items.filter { $0.number == item.number }.map(\.text))
        }.map { "what was said below item \($0.number)" }
        let decisions = recorded.decisions.filter {
            isGone($0.text, from: read.decisions.map(\.text))
        }
        let actions = recorded.actions.filter { isGone($0.text, from: read.actions.map(\.text)) }
        return texts + decisions.map { "decision \($0.code)" } + actions.map { "action \($0.code)" }
    }

    /// The lines, with headings and brackets joined that a mail program wrapped.
    private static func joined(_ lines: [SheetLine], _ meeting: Meeting) -> [SheetLine] {
        var joined: [SheetLine] = []
        for line in lines {
            if let last = joined.last, !line.isBlank, last.goesOn(in: line, meeting) {
                joined[joined.count - 1].text += " \(line.text)"
            } else {
                joined.append(line)
            }
        }
        return joined
    }

    /// Writes codes into a sheet, each before the word of its line, and leaves all else as it is.
    ///
    /// - Parameters:
    ///   - text: The sheet.
    ///   - codes: The codes, by the numbers of the lines.
    /// - Returns: The sheet with the codes.
    public static func text(_ text: String, with codes: [Int: String]) -> String {
        guard !codes.isEmpty else { return text }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var written = ""
        var rest = text[...]
        for (place, line) in lines.enumerated() {
            let end = line.endIndex
            var words = String(line)
            if let code = codes[place + 1] {
                let marks = [decision, action].compactMap { words.firstRange(of: $0) }
                if let mark = marks.min(by: { $0.lowerBound < $1.lowerBound }) {
                    words.insert(contentsOf: "\(code) ", at: mark.lowerBound)
                }
            }
            written += words
            rest = text[end...]
            if let mark = rest.first, mark.isNewline { written.append(mark) }
        }
        return written
    }
}

extension SheetLine {
    /// Whether the next line is the rest of a heading, or of a bracket behind a word in capitals.
    fileprivate func goesOn(in next: SheetLine, _ meeting: Meeting) -> Bool {
        if let numbered = NumberedLine(text), let item = meeting.item(numbered.number) {
            let (title, begun) = (item.title.comparisonKey, numbered.rest.comparisonKey)
            let whole = "\(numbered.rest) \(next.text)".comparisonKey
            return begun != title && (title == whole || title.hasPrefix("\(whole) "))
        }
        let words = text.split(separator: " ").prefix(2)
        let isMarked = [MinuteSheet.decision, MinuteSheet.action].contains { mark in
            words.contains { $0.hasPrefix(mark) }
        }
        return isMarked && text.isOpenBracket && MarkedLine(next.text) == nil
    }
}

extension String {
    /// The first place where some words stand.
    fileprivate func firstRange(of words: String) -> Range<Index>? {
        guard let first = words.first else { return nil }
        var start = startIndex
        while let place = self[start...].firstIndex(of: first) {
            if self[place...].hasPrefix(words) {
                return place..<index(place, offsetBy: words.count)
            }
            start = index(after: place)
        }
        return nil
    }
}

extension MeetingSheetContext {
    /// What decisions and actions are about, as sheets write it.
    func words(for links: [SubjectReference]) -> [String] {
        links.map { link in
            switch link.kind {
            case "action":
                let number = planItems.first { $0.value == link }?.key
                return "plan \(number ?? link.planItem?.item ?? link.id)"
            case "risk": return "risk \(link.id)"
            case "round": return "round \(link.id)"
            default: return link.description
            }
        }
    }

    /// Reads what a decision or an action is about; gives back the subjects, or what is wrong.
    ///
    /// It is nil when the words are about nothing of the kind.
    func links(_ part: String) -> (links: [SubjectReference], problem: String?)? {
        let words = part.split(separator: " ").map(String.init)
        guard let first = words.first?.lowercased(), ["plan", "risk", "round"].contains(first)
        else {
            return nil
        }
        let names = words.dropFirst().joined(separator: " ").split { $0 == "," || $0 == "&" }
            .flatMap { $0.split(separator: " ").filter { $0 != "and" } }.map(String.init)
        guard !names.isEmpty else {
            return ([], "“\(part)” names nothing. Write the number behind it.")
        }
        var links: [SubjectReference] = []
        for name in names {
            switch first {
            case "plan":
                guard let item = planItems[name] else {
                    let near = ClosestName.suggestion(for: name, in: planItems.keys.sorted())
                    return ([], "The plan has no action “\(name)”. \(near)")
                }
                links.append(item)
            case "risk":
                guard risks.contains(name) else {
                    let near = ClosestName.suggestion(for: name, in: risks.sorted())
                    return ([], "There is no risk “\(name)”. \(near)")
                }
                links.append(.risk(name))
            default:
                guard CivilDate(iso: name) != nil else {
                    return (
                        [],
                        "“\(part)” names no progress update. Write the date of its report, such as "
                            + "round 2023-12-05."
                    )
                }
                links.append(SubjectReference(kind: "round", id: name))
            }
        }
        return (links, nil)
    }
}
