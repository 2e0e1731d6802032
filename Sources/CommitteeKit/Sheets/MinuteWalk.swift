// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Goes through the lines of a minute and finds headings, discussion, decisions and actions.
struct MinuteWalk {
    let meeting: Meeting
    let context: MeetingSheetContext
    var reading: MeetingSheetReading<MinuteSheet.Reading>
    /// The paragraphs below the heading at hand, a list of lines each.
    private var paragraphs: [[SheetLine]] = []
    /// The decision or the action at hand.
    private var said: Said?
    /// The last line of the decision or the action at hand, as it stands in the sheet.
    private var lastOfSaid: String?
    /// How long the longest line of the sheet is: there a mail program wraps.
    private let width: Int
    private var all: [Said] = []

    /// A decision or an action as it stands in the sheet.
    private struct Said {
        var line: Int
        var isAction: Bool
        var code: String?
        var item: String
        var owner = ""
        var day: CivilDate?
        var links: [SubjectReference] = []
        var lines: [SheetLine] = []

        var text: Prose { SheetLine.prose(of: lines) }
    }

    init(
        meeting: Meeting,
        context: MeetingSheetContext,
        reading: MeetingSheetReading<MinuteSheet.Reading>,
        width: Int = 0
    ) {
        self.width = width
        self.meeting = meeting
        self.context = context
        self.reading = reading
    }

    private var item: String? { reading.value.minute.items.last?.number }

    // MARK: Lines

    mutating func take(_ line: SheetLine) {
        if line.isBlank {
            endOfSaid()
            paragraphs.append([])
        } else if let marked = MarkedLine(line.text) {
            begin(marked, line)
        } else if let numbered = NumberedLine(line.text), begin(numbered, line) {
            return
        } else {
            takeText(line)
        }
    }

    /// Begins an item when the line is its heading; tells whether it is.
    private mutating func begin(_ numbered: NumberedLine, _ line: SheetLine) -> Bool {
        guard !meeting.agenda.isEmpty else {
            endOfItem()
            add(numbered.number, numbered.rest, line)
            return true
        }
        guard let known = meeting.item(numbered.number) else {
            reading.doubt(
                line.number,
                "heading",
                "“\(line.text)” begins as a heading does, and the agenda has no item "
                    + "\(numbered.number). It is read as discussion; write it otherwise, or add the item "
                    + "to the agenda.",
                isAcceptable: true
            )
            return false
        }
        guard known.title.comparisonKey == numbered.rest.comparisonKey else {
            reading.doubt(
                line.number,
                "heading",
                "“\(line.text)” has the number of “\(known.number). \(known.title)” and another title. "
                    + "It is read as discussion; write the agenda's title, if it is the heading.",
                isAcceptable: true
            )
            return false
        }
        endOfItem()
        add(known.number, known.title, line)
        return true
    }

    private mutating func add(_ number: String, _ title: String, _ line: SheetLine) {
        if reading.value.minute.items.contains(where: { $0.number == number }) {
            reading.doubt(
                line.number,
                "heading",
                "The heading of item \(number) stands twice. Put all of the item below one heading."
            )
        }
        reading.value.minute.items.append(MinutedItem(number, title))
    }

    private mutating func begin(_ marked: MarkedLine, _ line: SheetLine) {
        endOfSaid()
        guard let item else {
            reading.doubt(
                line.number,
                "no-heading",
                "“\(line.text)” stands below no heading. Put it below its item."
            )
            return
        }
        var said = Said(line: line.number, isAction: marked.isAction, code: marked.code, item: item)
        for part in marked.parts { take(part, into: &said, line) }
        if !marked.rest.isEmpty { said.lines = [SheetLine(marked.rest, number: line.number)] }
        lastOfSaid = marked.rest.isEmpty ? nil : line.text
        self.said = said
        if said.isAction, said.owner.isEmpty {
            reading.doubt(
                line.number,
                "owner",
                "The action names nobody who is to do it. Write the role in brackets behind ACTION.",
                isAcceptable: true
            )
        }
        if said.day == .latest {
            said.day = nil
            self.said = said
        } else if said.isAction, said.day == nil, !marked.parts.contains(where: { $0.isDeadline }) {
            reading.doubt(
                line.number,
                "day",
                "The action has no day by which it is to be done. Write it in brackets, such as “by 30 "
                    + "January 2024”.",
                isAcceptable: true
            )
        }
    }

    /// Takes in what stands between two semicolons of the brackets.
    private mutating func take(_ part: String, into said: inout Said, _ line: SheetLine) {
        if let found = context.links(part) {
            said.links += found.links
            if let problem = found.problem { reading.doubt(line.number, "link", problem) }
            return
        }
        let words = part.split(separator: " ").map(String.init)
        let isReview = words.first?.lowercased() == "review"
        let rest = isReview ? Array(words.dropFirst()) : words
        if isReview || part.isDeadline {
            let day = SheetDay.read(
                (rest.first?.lowercased() == "by" ? Array(rest.dropFirst()) : rest)
                    .joined(separator: " ")
            )
            if isReview == said.isAction {
                reading.doubt(
                    line.number,
                    "part",
                    said.isAction
                        ? "“\(part)” is said of decisions. Write “by” and the day."
                        : "“\(part)” is said of actions. Write “review by” and the day."
                )
            } else if let day {
                said.day = day
            } else {
                reading.doubt(
                    line.number,
                    "day",
                    "“\(part)” gives no day. Write it such as “by 30 January 2024” or “by June 2024”."
                )
            }
            return
        }
        guard said.isAction, said.owner.isEmpty else {
            reading.doubt(
                line.number,
                "part",
                said.isAction
                    ? "The action names two who are to do it, “\(said.owner)” and “\(part)”. Name one, "
                        + "or join them with “and”."
                    : "“\(part)” says nothing of a decision. Write plan, risk or round with a number, "
                        + "or “review by” and a day."
            )
            return
        }
        if let comma = part.firstIndex(of: ","), part[comma...].hasPrefix(", by ") {
            reading.doubt(
                line.number,
                "part",
                "“\(part)” names who and by when with a comma between them. Put a semicolon there: "
                    + "“\(part[..<comma]); \(part[comma...].dropFirst(2))”."
            )
            said.day = .latest
        }
        said.owner = part
    }

    private mutating func takeText(_ line: SheetLine) {
        if let near = MarkedLine.nearMiss(line.text) {
            reading.doubt(
                line.number,
                "label",
                "“\(line.text)” begins nearly as \(near) does. It is read as discussion; write "
                    + "“\(near) (…): …”, if it is one.",
                isAcceptable: true
            )
            endOfSaid()
        }
        if said != nil, !beginsDiscussion(line) {
            said?.lines.append(line)
            lastOfSaid = line.text
            return
        }
        endOfSaid()
        if item == nil {
            reading.doubt(
                line.number,
                "no-heading",
                "“\(line.text)” stands below no heading. Put it below its item, or above the first "
                    + "line of the sheet."
            )
        } else if paragraphs.isEmpty {
            paragraphs = [[line]]
        } else {
            paragraphs[paragraphs.count - 1].append(line)
        }
    }

    /// The shortest line at which mail programs wrap.
    private static let narrowest = 65

    /// Whether a line below a decision or an action is discussion.
    ///
    /// The sentence before it is at its end, and the line was not wrapped there, since its first word had
    /// room. What may be either is doubted.
    private mutating func beginsDiscussion(_ line: SheetLine) -> Bool {
        guard !line.isBullet, let last = lastOfSaid, let mark = last.last, ".!?".contains(mark)
        else { return false }
        let first = line.text.prefix { $0 != " " }
        guard width >= Self.narrowest, last.count + 1 + first.count > width else { return true }
        reading.doubt(
            line.number,
            "goes-on",
            "“\(line.text)” may go on with the \(said?.isAction ?? false ? "action" : "decision") above it, "
                + "or be discussion. It is read as going on; put a blank line above it, if it is discussion.",
            isAcceptable: true
        )
        return false
    }

    private mutating func endOfSaid() {
        lastOfSaid = nil
        guard let said else { return }
        if said.text.isEmpty {
            reading.doubt(
                said.line,
                "empty",
                "The \(said.isAction ? "action" : "decision") has no words. Write them behind the colon."
            )
        }
        all.append(said)
        self.said = nil
        paragraphs.append([])
    }

    private mutating func endOfItem() {
        endOfSaid()
        let text = paragraphs.filter { !$0.isEmpty }.map { SheetLine.prose(of: $0) }
            .reduce(Prose()) { $0.appending($1) }
        if let last = reading.value.minute.items.indices.last {
            reading.value.minute.items[last].text = text
        }
        paragraphs = []
    }

    // MARK: Codes

    mutating func finished(_ heading: Int) -> MeetingSheetReading<MinuteSheet.Reading> {
        endOfItem()
        let before = meeting.minute?.text ?? Minute()
        // A heading without anything below it says nothing of the item.
        let spoken = Set(all.map(\.item))
        reading.value.minute.items.removeAll { $0.text.isEmpty && !spoken.contains($0.number) }
        var taken = meeting.codes
        var claimed = Set(all.compactMap(\.code))
        for place in all.indices { check(place, before) }
        for place in all.indices where all[place].code == nil {
            let same = known(all[place], before).first { !claimed.contains($0) }
            let code = same ?? Minute.nextCode(of: all[place].item, after: taken)
            claimed.insert(code)
            taken.insert(code)
            all[place].code = code
            reading.value.codes[all[place].line] = code
        }
        for said in all { keep(said) }
        for gone in before.codes where !claimed.contains(gone.code) {
            reading.note(
                heading,
                "gone",
                "\(gone.isAction ? "Action" : "Decision") \(gone.code) no longer stands in the sheet. Its "
                    + "code is not used again."
            )
        }
        if reading.value.minute.items.isEmpty, reading.doubts.isEmpty {
            reading.doubt(heading, "empty", "The sheet minutes nothing. Write below its headings.")
        }
        reading.doubts.sort { $0.finding.line < $1.finding.line }
        return reading
    }

    /// Checks that a code in the sheet was given out for such a thing below its item.
    private mutating func check(_ place: Int, _ before: Minute) {
        let said = all[place]
        guard let code = said.code else { return }
        if all[..<place].contains(where: { $0.code == code }) {
            reading.doubt(
                said.line,
                "code",
                "The code \(code) stands twice. Take it off the new one."
            )
            return
        }
        guard let known = before.codes.first(where: { $0.code == code }) else {
            reading.doubt(
                said.line,
                "code",
                "The code \(code) is none of the last draft. Take it off; a new one is given back."
            )
            return
        }
        guard known.item == said.item, known.isAction == said.isAction else {
            reading.doubt(
                said.line,
                "code",
                "The code \(code) is that of \(known.isAction ? "an action" : "a decision") of item "
                    + "\(known.item). Take it off; a new one is given back."
            )
            return
        }
    }

    /// The codes of what the last draft has in the same words below the same item.
    private func known(_ said: Said, _ before: Minute) -> [String] {
        let words = said.text.singleLine.comparisonKey
        if said.isAction {
            return before.actions.filter {
                $0.item == said.item && $0.text.singleLine.comparisonKey == words
            }.map(\.code)
        }
        return before.decisions.filter {
            $0.item == said.item && $0.text.singleLine.comparisonKey == words
        }.map(\.code)
    }

    private mutating func keep(_ said: Said) {
        guard let code = said.code else { return }
        if said.isAction {
            reading.value.minute.actions.append(
                MinutedAction(
                    code,
                    item: said.item,
                    said.text,
                    owner: said.owner,
                    due: said.day,
                    links: said.links
                )
            )
        } else {
            reading.value.minute.decisions.append(
                MinutedDecision(
                    code,
                    item: said.item,
                    said.text,
                    reviewBy: said.day,
                    links: said.links
                )
            )
        }
    }
}

extension String {
    /// Whether the words are `by` and something behind it.
    fileprivate var isDeadline: Bool { lowercased().hasPrefix("by ") }
}
