// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Goes through the lines of a sheet and finds what stands behind which label of which item.
struct ReturnWalk {
    /// What stands in a sheet from one heading to the next.
    struct Block {
        /// The number as it stands in the sheet; empty where there is none.
        var number: String
        /// The item that it means; nil when the round's plan has none such.
        var item: String?
        /// Every line that is no heading and no text of the sheet, for whoever has to decide.
        var lines: [SheetLine] = []
        /// What stands behind each label.
        var parts: [(label: ReturnLabel, lines: [SheetLine])] = []
        /// Words above the first label that the sheet did not print.
        var strays: [SheetLine] = []
        /// The line of the first label, where the block begins below another item without a heading.
        var switchedAt: Int?
        /// Whether every label bears the number.
        var isNumbered = true
        /// What is doubtful, with whether it can be accepted as it was read.
        var doubts: [(finding: Finding, isAcceptable: Bool)] = []

        /// How many words stand behind the labels, and where none should.
        var words: Int {
            parts.reduce(0) { $0 + $1.lines.reduce(0) { $0 + SheetLine.count($1.text) } }
                + strays.reduce(0) { $0 + SheetLine.count($1.text) }
        }

        mutating func doubt(
            _ line: Int,
            _ kind: String,
            _ message: String,
            isAcceptable: Bool = false
        ) {
            doubts.append((Finding(line: line, kind: kind, message: message), isAcceptable))
        }
    }

    private enum Place { case outside, printed, answer, footer(ReturnFooter), after }

    let reader: ReturnReader
    var reading = ReturnReading()
    var blocks: [Block] = []
    private var place = Place.outside
    private var references: Set<String> = []
    private var footers: [ReturnFooter: SheetLine] = [:]
    private var lastLine = 0

    init(reader: ReturnReader) { self.reader = reader }

    // MARK: Lines

    mutating func take(_ line: SheetLine) {
        guard !line.isBlank else { return }
        lastLine = line.number
        if line.text.hasPrefix("HELD line ") || line.text.hasPrefix("HELD whole:") {
            // What a sheet of held text says of itself.
            reading.account.sheet += SheetLine.count(line.text)
            place = .outside
            return
        }
        switch line.mark {
        case .end:
            reading.account.sheet += SheetLine.count(line.text)
            place = .after
        case .item(let number, let rest): begin(number, rest, line)
        case .label(let label, let number, let rest): answer(label, number, rest, line)
        case .nearLabel(let label, let isDashed): nearly(label, isDashed, line)
        case .footer(let footer, let rest): foot(footer, rest, line)
        case .text: takeText(line)
        }
    }

    private mutating func begin(_ number: String, _ rest: String, _ line: SheetLine) {
        let item = reader.numbers.item(number)
        var block = Block(number: number, item: item)
        if isInside, item != nil, blocks.last?.item == item, !rest.isEmpty,
            !reader.printed.mayPrint(rest, of: item ?? "")
        {
            block.doubt(
                line.number,
                "label",
                "The line begins with the number of the item and no label of the sheet. Write it behind a "
                    + "label, such as “\(ReturnLabel.finished.printed):”."
            )
        }
        blocks.append(block)
        place = .printed
        reading.account.sheet += SheetLine.count(line.text) - SheetLine.count(rest)
        if !rest.isEmpty { printed(SheetLine(rest, number: line.number)) }
    }

    /// Takes a line above the first label of an item.
    private mutating func printed(_ line: SheetLine) {
        guard let last = blocks.indices.last else { return }
        if let item = blocks[last].item, reader.printed.mayPrint(line.text, of: item) {
            reading.account.sheet += SheetLine.count(line.text)
        } else {
            blocks[last].strays.append(line)
            blocks[last].lines.append(line)
        }
    }

    private mutating func answer(
        _ label: ReturnLabel,
        _ number: String?,
        _ rest: String,
        _ line: SheetLine
    ) {
        if let number {
            let item = reader.numbers.item(number)
            let isCurrent = blocks.last.map {
                $0.number == number || $0.item == item && item != nil
            }
            if isCurrent != true || !isInside {
                var block = Block(number: number, item: item)
                if isInside { block.switchedAt = line.number }
                blocks.append(block)
            }
        } else if !isInside {
            var block = Block(number: "", item: nil)
            block.doubt(
                line.number,
                "no-number",
                "The answer stands below no number. Put the number of its item above it, in square "
                    + "brackets."
            )
            blocks.append(block)
        }
        reading.account.sheet += SheetLine.count(line.text) - SheetLine.count(rest)
        let last = blocks.count - 1
        if number == nil { blocks[last].isNumbered = false }
        blocks[last].parts.append(
            (label, rest.isEmpty ? [] : [SheetLine(rest, number: line.number)])
        )
        if !rest.isEmpty { blocks[last].lines.append(line) }
        place = .answer
    }

    /// Whether the walk is inside an item.
    private var isInside: Bool {
        switch place {
        case .printed, .answer: !blocks.isEmpty
        case .outside, .footer, .after: false
        }
    }

    /// Takes a line that begins nearly as a label does: it stays text, and the item is held.
    private mutating func nearly(_ label: ReturnLabel, _ isDashed: Bool, _ line: SheetLine) {
        guard isInside else { return takeText(line) }
        blocks[blocks.count - 1].doubt(
            line.number,
            "label",
            isDashed
                ? "The line begins like the label “\(label.printed)”, without its colon. Put a "
                    + "colon behind the label, or begin the line otherwise."
                : "The words before the colon are nearly the label “\(label.printed)”. Correct the "
                    + "label.",
            isAcceptable: true
        )
        takeText(line)
    }

    private mutating func foot(_ footer: ReturnFooter, _ rest: String, _ line: SheetLine) {
        guard !blocks.isEmpty else { return takeText(line) }
        reading.account.sheet += SheetLine.count(line.text) - SheetLine.count(rest)
        place = .footer(footer)
        if !rest.isEmpty { takeFooter(footer, SheetLine(rest, number: line.number)) }
    }

    private mutating func takeFooter(_ footer: ReturnFooter, _ line: SheetLine) {
        guard footers[footer] == nil else { return putOutside(line) }
        footers[footer] = line
    }

    private mutating func takeText(_ line: SheetLine) {
        switch place {
        case .outside:
            if isHeadingWithoutBrackets(line) { return }
            let rest = noteReference(line)
            if line.text.hasPrefix("Held back after:") {
                reading.heldAfter = Int(line.text.dropFirst(16).trimmingSpace)
            }
            if reader.printed.mayHead(rest) || isReference(line) {
                reading.account.sheet += SheetLine.count(line.text)
            } else {
                putOutside(line)
            }
        case .after:
            noteReference(line)
            putOutside(line)
        case .footer(let footer): takeFooter(footer, line)
        case .printed:
            if isHeadingWithoutBrackets(line) { return }
            printed(line)
        case .answer:
            if isHeadingWithoutBrackets(line) { return }
            let last = blocks.count - 1
            if reader.printed.isPrinted(line.text) {
                blocks[last].doubt(
                    line.number,
                    "printed",
                    "Words of the sheet itself stand among the answers: a heading may be lost. Put "
                        + "the number of the item above its answers, in square brackets.",
                    isAcceptable: true
                )
            }
            blocks[last].lines.append(line)
            if blocks[last].parts.isEmpty { return blocks[last].strays.append(line) }
            blocks[last].parts[blocks[last].parts.count - 1].lines.append(line)
        }
    }

    mutating func putOutside(_ line: SheetLine) {
        reading.account.outside += SheetLine.count(line.text)
        reading.outside.append(ReturnReading.Line(number: line.number, text: line.text))
    }

    // MARK: Headings that lost their brackets

    /// Takes a line that begins with the number of an item, without brackets; false for any other.
    private mutating func isHeadingWithoutBrackets(_ line: SheetLine) -> Bool {
        let first = line.text.prefix { $0 != " " }
        let number = first.trimmingBrackets
        guard !number.isEmpty, let item = reader.numbers.item(String(number)),
            reader.round.lead(answering: item) != nil
        else { return false }
        let rest = String(line.text.dropFirst(first.count)).trimmingSpace
        if let (label, rest) = SheetLine.label(rest) {
            answer(label, String(number), rest, line)
            return true
        }
        if reader.printed.begins(rest, like: item) {
            begin(String(number), rest, line)
            return true
        }
        // A sentence may begin with a number; a number of two parts is more likely an item's.
        guard isInside, number.contains(".") || first.count > number.count else { return false }
        blocks[blocks.count - 1].doubt(
            line.number,
            "number",
            "The line begins with \(number), which is the number of an item. Put it in square "
                + "brackets if another item begins here.",
            isAcceptable: true
        )
        return false
    }

    // MARK: Which sheet it is

    private func isReference(_ line: SheetLine) -> Bool {
        line.text.contains("PROGRESS UPDATE") || line.text.hasPrefix("HELD ")
            || line.text.hasPrefix("Held back:") || line.text.hasPrefix("Held back after:")
    }

    /// Notes the ref that stands in a line, and returns what else stands there.
    @discardableResult
    mutating func noteReference(_ line: SheetLine) -> String {
        var rest: [Substring] = []
        for token in line.text.split(separator: " ") {
            let parts = token.trimmingBrackets.split(
                separator: "/",
                omittingEmptySubsequences: false
            )
            guard parts.count == 3, let date = CivilDate(iso: String(parts[0])),
                Int(parts[2]) != nil
            else {
                rest.append(token)
                continue
            }
            references.insert("\(date)/\(parts[1])")
            reading.date = date
            reading.lead = String(parts[1])
            reading.version = Int(parts[2])
        }
        return rest.joined(separator: " ")
    }

    // MARK: What comes of it

    mutating func finished() -> ReturnReading {
        if case .answer = place, let last = blocks.indices.last {
            blocks[last].doubt(
                lastLine,
                "no-end",
                "The sheet has no [END], so nobody knows where the last answer ends. Take out what "
                    + "is not part of it, and put [END] below.",
                isAcceptable: true
            )
        }
        takeFooters()
        doubtSwitched()
        holdWordsWithoutAnswer()
        let whole = wholeDoubt()
        var order: [String] = []
        var byItem: [String: [Block]] = [:]
        for block in blocks {
            let key = block.item ?? "?\(block.number)"
            if byItem[key] == nil { order.append(key) }
            byItem[key, default: []].append(block)
        }
        for key in order {
            let settling = ReturnSettling(
                blocks: byItem[key] ?? [],
                reader: reader,
                lead: reading.lead,
                version: reading.version
            )
            settling.settle(into: &reading, doubting: whole)
        }
        if let whole, reading.held.isEmpty { reading.notes.append(whole) }
        return reading
    }

    /// Doubts answers that bear another number than the item above them.
    ///
    /// Where every label bears the number, and two or more do, and nothing else in the sheet speaks of the
    /// item, the headings are lost and the numbers tell.
    private mutating func doubtSwitched() {
        for place in blocks.indices {
            guard let line = blocks[place].switchedAt else { continue }
            let block = blocks[place]
            let isAlone = !blocks.indices.contains { other in
                other != place && blocks[other].item == block.item && blocks[other].words > 0
            }
            if block.isNumbered, block.parts.count > 1, isAlone, block.item != nil { continue }
            blocks[place].doubt(
                line,
                "number",
                "The answer is numbered [\(block.number)] and stands below another item. Put the item's "
                    + "own line above it, or correct the number.",
                isAcceptable: true
            )
        }
    }

    /// Holds a text in which there is no item and no label: somebody may have answered in words of their own.
    private mutating func holdWordsWithoutAnswer() {
        guard blocks.isEmpty, let first = reading.outside.first else { return }
        let words = reading.outside.reduce(0) { $0 + SheetLine.count($1.text) }
        guard words > 0 else { return }
        reading.held.append(
            ReturnReading.Held(
                number: "",
                finding: Finding(
                    line: first.number,
                    kind: "no-answer",
                    message:
                        "The text has no number of an item in square brackets and no label, so "
                        + "nothing of it can be recorded. Put the number and the label before what was "
                        + "answered, such as “[1.1] Done since: …”."
                ),
                isAcceptable: false,
                lines: reading.outside
            )
        )
        reading.account.held += words
        reading.account.outside -= words
        reading.outside = []
    }

    /// Who answered, and when a group agreed it: kept only when it names nobody.
    private mutating func takeFooters() {
        for footer in ReturnFooter.allCases {
            guard let line = footers[footer] else { continue }
            switch footer {
            case .answeredBy:
                let key = line.text.comparisonKey
                if let role = reader.roles.first(where: { $0.comparisonKey == key }) {
                    reading.answeredBy = role
                    reading.account.answers += SheetLine.count(line.text)
                    continue
                }
                note(
                    line,
                    "answered-by",
                    "Who answered is not a role that the committee or the plan knows, so it is not "
                        + "recorded."
                )
            case .groupMeeting:
                if let day = reader.values.day(line.text) {
                    reading.groupMeeting = day.formatted("d MMMM yyyy")
                    reading.account.answers += SheetLine.count(line.text)
                    continue
                }
                note(
                    line,
                    "group-meeting",
                    "The day of the group's meeting is not a day, so it is not recorded. Write one "
                        + "such as 14 November 2023."
                )
            }
            putOutside(line)
        }
    }

    private mutating func note(_ line: SheetLine, _ kind: String, _ message: String) {
        reading.notes.append(Finding(line: line.number, kind: kind, message: message))
    }

    /// Why nothing of the sheet can be recorded, when it is not known whose it is.
    private mutating func wholeDoubt() -> Finding? {
        let round = reader.round
        if references.count > 1 {
            reading.lead = nil
            return Finding(
                line: 0,
                kind: "ref",
                message: "Two different refs stand in the text, so it may be two sheets. Receive "
                    + "each by itself."
            )
        }
        if let date = reading.date, date != round.date {
            return Finding(
                line: 0,
                kind: "ref",
                message: "The sheet is of the progress update at \(date), not of \(round.date). "
                    + "Receive it there."
            )
        }
        reading.date = round.date
        if let lead = reading.lead {
            guard round.lead(lead) == nil else { return nil }
            return Finding(
                line: 0,
                kind: "ref",
                message: "Nobody called “\(lead)” is asked at \(round.date). "
                    + ClosestName.suggestion(for: lead, in: round.asked.map(\.key))
            )
        }
        let items = blocks.filter { $0.words > 0 }.compactMap(\.item)
        let leads = Set(items.compactMap { round.lead(answering: $0)?.key })
        guard leads.count == 1, let lead = leads.first else {
            return Finding(
                line: 0,
                kind: "ref",
                message: "The sheet has no ref, and its items do not tell whose it is. Copy the "
                    + "line with the ref back into it."
            )
        }
        reading.lead = lead
        reading.notes.append(
            Finding(
                line: 0,
                kind: "ref",
                message: "The sheet has no ref. By its items it is that of "
                    + "\(round.lead(lead)?.name ?? lead)."
            )
        )
        return nil
    }
}

extension Substring {
    /// The text without brackets and stops around it.
    fileprivate var trimmingBrackets: Substring {
        var words = self
        while let first = words.first, "[(".contains(first) { words.removeFirst() }
        while let last = words.last, "]).,;:".contains(last) { words.removeLast() }
        return words
    }
}
