// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Opens the level whose heading stands in a row or a line, if one does.
    mutating func openHeading(_ cells: [String], of piece: SourcePiece, at index: Int) -> Bool {
        let words = Self.withoutRepeats(piece.cellWords)
        guard !words.isEmpty else { return false }
        let isRow = if case .row = piece.content { true } else { false }
        for (level, heading) in layout.headings.sorted(by: { $0.key < $1.key }) {
            if heading.template.isOnlyGaps {
                guard isRow, heading.isRow, words.count == 1, let text = cells.first,
                    !text.isEmpty, words[0].first?.isNumber != true
                else { continue }
                open(level: level, match: ["text": words[0]], of: piece)
                return true
            }
            for start in words.indices {
                let line = Self.joined(words[start...])
                guard let match = heading.template.match(line) else { continue }
                if start > 0 {
                    let cut = words[..<start].joined(separator: " ")
                    find(
                        piece.line,
                        "heading-cut",
                        "Beside the heading “\(Self.short(line))” stands “\(cut)”, "
                            + "a piece of words that the extraction broke."
                    )
                }
                if words.count - start > 1 {
                    find(
                        piece.line,
                        "heading-cut",
                        "The heading “\(Self.short(line))” is spread over "
                            + "\(words.count - start) cells; words may be missing between them."
                    )
                }
                openMatched(level: level, heading: heading, match: match, line: line, of: piece)
                return true
            }
        }
        return false
    }

    private mutating func openMatched(
        level: Int,
        heading: LevelHeading,
        match: TemplateMatch,
        line: String,
        of piece: SourcePiece
    ) {
        var values = match.values
        var rest = String(line.dropFirst(match.range.upperBound)).trimmingSpace
        if let text = values["text"] {
            for begin in heading.belowBegins {
                guard let split = text.range(ofWords: begin), split > 0 else { continue }
                rest = String(text.dropFirst(split)).trimmingSpace
                values["text"] = String(text.prefix(split)).trimmingSpace
                break
            }
        }
        open(level: level, match: values, of: piece)
        guard !rest.isEmpty, let draft = current[level], pendingBelow != nil else { return }
        if drafts[draft].fields[heading.below ?? "", default: []].isEmpty {
            drafts[draft].add(rest, to: heading.below ?? "", line: piece.line)
        }
    }

    /// Opens an item of a level: the one that stands already, or a new one.
    private mutating func open(level: Int, match: [String: String], of piece: SourcePiece) {
        flushBelow()
        let number = match["number"]
        let text = match["text"] ?? ""
        let heading = layout.headings[level]
        let parent = parentDraft(of: level)
        let same = drafts.indices.last { index in
            let draft = drafts[index]
            guard draft.item.level == level, draft.item.parent == parent.map({ drafts[$0].item.id })
            else { return false }
            if let number { return draft.item.number == number }
            return sameWords(draft.words("text"), text)
        }
        if let same {
            trace(piece.line, "heading of \(levelName(level)) \(number ?? text), again")
            if current[level] != same { close(below: level) }
            current[level] = same
            if let below = heading?.below {
                pendingBelow = PendingBelow(
                    draft: same,
                    field: below,
                    isRepeat: true,
                    isRow: heading?.isRow ?? false
                )
            }
            return
        }
        trace(piece.line, "heading of \(levelName(level)) \(number ?? text)")
        let index = add(level: level, number: number, text: text, line: piece.line)
        for (field, value) in match where field != "number" && field != "text" && !value.isEmpty {
            drafts[index].add(Prose(value).markup, to: field, line: piece.line)
        }
        if let below = heading?.below {
            pendingBelow = PendingBelow(
                draft: index,
                field: below,
                isRepeat: false,
                isRow: heading?.isRow ?? false
            )
        }
    }

    func levelName(_ level: Int) -> String { layout.levels[level].singular }

    /// The open item of the nearest level above.
    func parentDraft(of level: Int) -> Int? {
        for above in stride(from: level - 1, through: 0, by: -1) {
            if let draft = current[above] { return draft }
        }
        return nil
    }

    mutating func close(below level: Int) {
        for deeper in current.keys where deeper > level { current[deeper] = nil }
        open = nil
    }

    /// Adds a new item at a level and makes it the open one.
    @discardableResult
    mutating func add(level: Int, number: String?, text: String, line: Int) -> Int {
        close(below: level)
        let parent = parentDraft(of: level).map { drafts[$0].item.id }
        var item = PlanItem(
            id: newID(number: number, level: level, parent: parent),
            level: level,
            parent: parent,
            number: number
        )
        item.parent = parent
        var draft = ItemDraft(item: item, line: line)
        draft.lacksStatusColumn = lacksStatusColumn
        if !text.isEmpty { draft.add(text, to: "text", line: line) }
        drafts.append(draft)
        current[level] = drafts.count - 1
        return drafts.count - 1
    }

    /// Makes an identifier that no item of the plan has: the printed number where there is one.
    private func newID(number: String?, level: Int, parent: String?) -> String {
        let stem: String
        if let number {
            let isTop = level < layout.actionLevel
            stem = isTop && !number.contains(".") ? "\(levelSlug(level))-\(number)" : number
        } else {
            let siblings = drafts.filter { $0.item.level == level && $0.item.parent == parent }
            let place = siblings.count + 1
            if level == 0 || parent == nil {
                stem = "\(levelSlug(level))-\(place)"
            } else if level < layout.actionLevel {
                stem = "\(parent ?? "")/\(levelSlug(level))-\(place)"
            } else {
                stem = "\(parent ?? "")/\(place)"
            }
        }
        var id = stem
        var count = 1
        while drafts.contains(where: { $0.item.id == id }) {
            count += 1
            id = "\(stem)-\(count)"
        }
        return id
    }

    private func levelSlug(_ level: Int) -> String {
        levelName(level).comparisonKey.split(separator: " ").joined(separator: "-")
    }

    // MARK: What stands below a heading

    /// Adds words that stand below an open heading; says whether one was open.
    mutating func addBelow(_ cells: [String], of piece: SourcePiece) -> Bool {
        guard let pending = pendingBelow else { return false }
        let words = Self.withoutRepeats(piece.cellWords)
        let line = words.joined(separator: " ")
        let have = drafts[pending.draft].words(pending.field)
        let what = "\(pending.field) of \(levelName(drafts[pending.draft].item.level))"
        if pending.isRepeat || Self.repeats(line, in: have) {
            trace(piece.line, "the \(what), again")
            if pending.isRepeat, !have.isEmpty, Likeness.between(line, have) < 0.5,
                Likeness.share(of: line, in: have) < 0.5
            {
                find(
                    piece.line,
                    "repeat-differs",
                    "Below a heading that is repeated stands “\(Self.short(line))”, which is not "
                        + "what stood there before."
                )
            } else if words.count > 1 {
                find(
                    piece.line,
                    "repeat-broken",
                    "“\(Self.short(line))” repeats what stands below the heading, broken by the "
                        + "extraction; it was left out."
                )
            }
            return true
        }
        trace(piece.line, "the \(what)")
        if words.count > 1 {
            pendingBelow?.broken.append(CellText(line: piece.line, text: line))
        } else {
            let markup = cells.first { !$0.isEmpty } ?? line
            drafts[pending.draft].add(markup, to: pending.field, line: piece.line)
        }
        return true
    }

    /// Ends what stands below a heading, taking broken pieces when nothing better came.
    mutating func flushBelow() {
        guard let pending = pendingBelow else { return }
        pendingBelow = nil
        for piece in pending.broken {
            let have = drafts[pending.draft].words(pending.field)
            let isRepeat = Self.repeats(piece.text, in: have)
            find(
                piece.line,
                isRepeat ? "repeat-broken" : "text-broken",
                isRepeat
                    ? "“\(Self.short(piece.text))” repeats what stands below the heading, broken by "
                        + "the extraction; it was left out."
                    : "“\(Self.short(piece.text))” is spread over several cells; words are missing."
            )
            guard !isRepeat else { continue }
            drafts[pending.draft].add(piece.text, to: pending.field, line: piece.line)
        }
    }

    /// Tells whether words only repeat what is there, perhaps with letters changed.
    static func repeats(_ words: String, in whole: String) -> Bool {
        let piece = words.comparisonKey
        let text = whole.comparisonKey
        guard !piece.isEmpty, !text.isEmpty else { return false }
        if text.contains(piece) { return true }
        let tail = String(text.suffix(piece.count))
        return Likeness.between(piece, tail) >= 0.8 || Likeness.between(piece, text) >= 0.85
    }

    /// The filled cells, less those that are the broken beginning of another or much like it.
    static func withoutRepeats(_ cells: [String]) -> [String] {
        let filled = cells.filter { !$0.isEmpty }
        guard filled.count > 1 else { return filled }
        var kept: [String] = []
        for (index, cell) in filled.enumerated() {
            let key = cell.comparisonKey
            let isRepeat = filled.indices.contains { other in
                guard other != index, key.count >= 6 else { return false }
                let longer = filled[other].comparisonKey
                if longer == key || Likeness.between(longer, key) > 0.8 { return other < index }
                return longer.hasPrefix(key)
            }
            if !isRepeat { kept.append(cell) }
        }
        return kept
    }

    /// Joins cells, leaving out a word that ends one and begins the next.
    static func joined(_ cells: some Sequence<String>) -> String {
        cells.reduce(into: "") { line, cell in
            guard !line.isEmpty else { return line = cell }
            let last = line.split(separator: " ").last
            let words = cell.split(separator: " ")
            let next = words.first == last ? words.dropFirst() : words[...]
            line += " " + next.joined(separator: " ")
        }
    }

    static func short(_ text: String) -> String {
        guard text.count > 60 else { return text }
        return text.prefix(57).trimmingSpace + "…"
    }
}

extension Template {
    /// Whether the template has no words of its own.
    var isOnlyGaps: Bool {
        !parts.contains { part in
            if case .words(let words) = part { return !words.comparisonKey.isEmpty }
            return false
        }
    }
}

extension String {
    /// The number of characters before some words, where they begin at the beginning of a word.
    func range(ofWords words: String) -> Int? {
        let text = Array(self)
        let wanted = Array(words)
        guard !wanted.isEmpty, text.count >= wanted.count else { return nil }
        for start in 0...(text.count - wanted.count) {
            if start > 0, !text[start - 1].isWhitespace { continue }
            if Array(text[start..<(start + wanted.count)]) == wanted { return start }
        }
        return nil
    }
}
