// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Opens the level whose heading stands in a row or a line, if one does.
    mutating func openHeading(_ cells: [String], of piece: SourcePiece, at index: Int) -> Bool {
        let words = Self.withoutRepeats(piece.isRow ? piece.cellWords : [piece.printedWords])
        guard !words.isEmpty else { return false }
        for (level, heading) in layout.headings.sorted(by: { $0.key < $1.key }) {
            if heading.template.isOnlyGaps {
                guard opensBare(heading, level: level, words, of: piece, at: index) else {
                    continue
                }
                return true
            }
            for start in words.indices {
                let line = Self.joined(words[start...])
                guard let match = heading.template.match(line) else { continue }
                let heard = HeadingLine(match: match, line: line, words: words, start: start)
                open(heard, level: level, heading: heading, at: index)
                return true
            }
        }
        return false
    }

    /// Opens a level whose heading has no words of its own, where the place tells that it is one.
    private mutating func opensBare(
        _ heading: LevelHeading,
        level: Int,
        _ words: [String],
        of piece: SourcePiece,
        at index: Int
    ) -> Bool {
        guard piece.isRow == heading.isRow || heading.isRow && standsAmongRows(index),
            words.count == 1, let match = heading.template.match(words[0], whole: true)
        else { return false }
        if heading.isRow {
            let isNumbered = heading.template.gaps.contains { $0.hasSuffix("number") }
            guard isNumbered || level == layout.years || !isNumberOfAction(words[0]) else {
                return false
            }
        } else {
            guard standsAsHeading(piece, level: level, at: index) else { return false }
        }
        if level == layout.years, let words = match["text"], year(words) == nil { return false }
        open(
            HeadingLine(match: match, line: words[0], words: words, start: 0),
            level: level,
            heading: heading,
            at: index
        )
        return true
    }

    /// Whether a line of text with tabs is a row of one cell: it has no tab, and stands between two rows
    /// of the plan's table, or its header and a row, without a blank line.
    private func standsAmongRows(_ index: Int) -> Bool {
        guard source.format == .tabText, region == .plan, headers > 0, index > 0,
            index + 1 < pieces.count, pieces[index].headingLevel == nil,
            pieces[index].marker == nil
        else { return false }
        let (before, piece, next) = (pieces[index - 1], pieces[index], pieces[index + 1])
        return before.isRow && next.isRow && before.line + 1 == piece.line
            && piece.line + 1 == next.line
    }

    /// Whether words begin with a number as the table's actions have it.
    private func isNumberOfAction(_ words: String) -> Bool {
        guard let column = columns.numbers else { return words.first?.isNumber ?? false }
        return columns[column].declared.cell.match(words) != nil
    }

    /// Whether a line of text is a heading of a level without words of its own: it leads to a table of
    /// the plan over nothing but other headings, and its rank among them is the level's.
    private mutating func standsAsHeading(
        _ piece: SourcePiece,
        level: Int,
        at index: Int
    ) -> Bool {
        guard piece.words.utf8.count <= Self.longestFact, leadsToTable(index) else { return false }
        let bare = layout.headings.filter { $0.value.template.isOnlyGaps && !$0.value.isRow }
            .keys.sorted()
        guard bare.count > 1 else { return true }
        guard let rank = piece.headingLevel else {
            return rankByPlace(bare, at: index) == level
        }
        headingRanks.removeAll { $0.source >= rank && $0.level != level }
        let above = headingRanks.last { $0.source < rank }
        let expected = above.flatMap { above in bare.first { $0 > above.level } } ?? bare[0]
        guard expected == level else { return false }
        headingRanks.removeAll { $0.source >= rank }
        headingRanks.append((rank, level))
        return true
    }

    /// The level of a line that no rank of the document's own tells apart from headings of other levels:
    /// the one right above a table is the innermost, and one above another heading is further out.
    private mutating func rankByPlace(_ bare: [Int], at index: Int) -> Int {
        let below = pieces[(index + 1)...].prefix(12).prefix { !$0.isRow }.count { piece in
            bare.contains { level in
                guard let template = layout.headings[level]?.template else { return false }
                return template.gaps.contains { $0.hasSuffix("number") }
                    && template.match(piece.words, whole: true) != nil
            }
        }
        let byPlace = bare[max(0, bare.count - 1 - below)]
        // Nothing stands under a level that is not open.
        let level = bare.first { $0 < byPlace && current[$0] == nil } ?? byPlace
        if !isRankedByPlace {
            isRankedByPlace = true
            find(
                pieces[index].line,
                "level-by-place",
                "“\(Self.short(pieces[index].words))” could be a heading of "
                    + bare.map { "\(levelName($0))" }.joined(separator: " or ")
                    + ", and a document of this kind does not say how deep a heading is. Where two "
                    + "stand over one table, the first was taken for the outer one; a single one was "
                    + "taken for the innermost. Check the levels, give each level's heading words of "
                    + "its own, or import the document as HTML or Markdown."
            )
        }
        return level
    }

    /// Whether nothing but headings, furniture and what stands below headings comes before the next
    /// header of the plan's table.
    private func leadsToTable(_ index: Int) -> Bool {
        let allowsText = layout.headings.values.contains { $0.below != nil || !$0.lines.isEmpty }
        let isMarked = isMarkedHeading(pieces[index])
        for next in pieces.indices[(index + 1)...].prefix(12) {
            let piece = pieces[next]
            if repeatsHeading(next) { continue }
            if piece.isRow {
                return headerMap(piece.cellWords, columns: columns).count >= columns.needed
            }
            // A plain line is no heading when one that is marked as such comes after it.
            let isHeading = isMarkedHeading(piece)
            guard isMarked || !isHeading, isHeading || allowsText || isFurniture(piece) else {
                return false
            }
        }
        return false
    }

    private func isMarkedHeading(_ piece: SourcePiece) -> Bool {
        piece.headingLevel != nil || isWhollyBold(piece)
    }

    private func isWhollyBold(_ piece: SourcePiece) -> Bool {
        guard case .text(let text, _, _) = piece.content else { return false }
        guard case .paragraph(let inlines)? = Prose(markup: text).blocks.first else { return false }
        return inlines.count == 1 && { if case .strong = inlines[0] { true } else { false } }()
    }

    /// Opens the level of a heading that was read, and accounts for its words.
    private mutating func open(
        _ heard: HeadingLine,
        level: Int,
        heading: LevelHeading,
        at index: Int
    ) {
        let piece = pieces[index]
        noteCut(heard, of: piece)
        lastHeading = heard.line
        var values = heard.match.values
        var rest = String(heard.line.dropFirst(heard.match.range.upperBound)).trimmingSpace
        if let text = values["text"] {
            for begin in heading.belowBegins {
                guard let split = text.range(ofWords: begin), split > 0 else { continue }
                rest = String(text.dropFirst(split)).trimmingSpace
                values["text"] = String(text.prefix(split)).trimmingSpace
                break
            }
        }
        let isNew = open(level: level, values: values, of: piece)
        guard let draft = current[level] else { return }
        account(for: heard, values: values, rest: rest, isNew: isNew, draft: draft, at: index)
        let canTakeRest = heading.below.map { !rest.isEmpty && drafts[draft].isEmpty($0) } ?? false
        if let below = heading.below, canTakeRest {
            drafts[draft].add(
                CellText(line: piece.line, text: Prose(rest).markup, posting: -1),
                to: below
            )
        }
        guard isNew else { return }
        for (field, value) in values where field != "number" && !value.isEmpty {
            drafts[draft].add(
                CellText(line: piece.line, text: Prose(value).markup, posting: -1),
                to: field
            )
        }
    }

    private mutating func noteCut(_ heard: HeadingLine, of piece: SourcePiece) {
        if heard.start > 0 {
            let cut = heard.words[..<heard.start].joined(separator: " ")
            find(
                piece.line,
                "heading-cut",
                "Beside the heading “\(Self.short(heard.line))” stands “\(cut)”, "
                    + "a piece of words that the extraction broke."
            )
        }
        if heard.words.count - heard.start > 1 {
            find(
                piece.line,
                "heading-cut",
                "The heading “\(Self.short(heard.line))” is spread over "
                    + "\(heard.words.count - heard.start) cells; words may be missing between them."
            )
        }
    }

    /// Says of each word of a heading's cells what it became.
    private mutating func account(
        for heard: HeadingLine,
        values: [String: String],
        rest: String,
        isNew: Bool,
        draft: Int,
        at index: Int
    ) {
        let below = layout.headings[drafts[draft].item.level]?.below
        var open: [(words: WordBag, fate: WordFate)] = []
        for (field, value) in values.sorted(by: { $0.key < $1.key }) {
            if isNew {
                open.append((WordBag(value), .item(.table, draft, field)))
            } else if repeats(value, field, of: draft) {
                open.append((WordBag(value), .repetition(.table, draft, field)))
            }
            // Other words than stood there before are nobody's yet, and are kept as text.
        }
        if let below, !rest.isEmpty {
            let have = drafts[draft].key(below)
            if have.isEmpty {
                open.append((WordBag(rest), .item(.table, draft, below)))
            } else if Self.repeats(rest.comparisonKey, in: have) {
                open.append((WordBag(rest), .repetition(.table, draft, below)))
            }
        }
        if let number = values["number"], pieces[index].marker?.hasPrefix(number) ?? false {
            // The number is the marker of a list item, which is not one of its words.
            post(number, index, to: open.first { $0.words == WordBag(number) }?.fate ?? .layout(""))
        }
        let template = layout.headings[drafts[draft].item.level]?.template.filled { _ in nil } ?? ""
        open.append((WordBag(template.lowercased()), .layout("the heading of a level")))
        let line = heard.line.comparisonKey
        for (cell, words) in pieces[index].cellWords.enumerated() where !words.isEmpty {
            // A cell that is the broken beginning of another is a repetition of it, word for word.
            let isWhole =
                pieces[index].isRow && !heard.words.contains(words)
                && (" " + line + " ").contains(" " + words.comparisonKey + " ")
            guard !isWhole else {
                post(words, index, cell, to: .repeated("the heading"))
                continue
            }
            takeWords(of: words, from: &open, at: index, cell)
        }
    }

    /// Gives the words of one cell to what waits for them, in order.
    private mutating func takeWords(
        of words: String,
        from open: inout [(words: WordBag, fate: WordFate)],
        at index: Int,
        _ cell: Int
    ) {
        var taken: [Int: [String]] = [:]
        for word in WordBag.words(of: words) {
            for place in open.indices {
                var one = WordBag()
                let isTemplate = place == open.count - 1
                one.add(isTemplate ? word.lowercased() : word)
                guard open[place].words.contains(one) else { continue }
                _ = open[place].words.take(one)
                taken[place, default: []].append(word)
                break
            }
        }
        for (place, words) in taken.sorted(by: { $0.key < $1.key }) {
            post(words.joined(separator: " "), index, cell, to: open[place].fate)
        }
    }

    /// Opens an item of a level: the one that stands already, or a new one.
    ///
    /// - Returns: Whether it is new.
    private mutating func open(
        level: Int,
        values: [String: String],
        of piece: SourcePiece
    ) -> Bool {
        flushBelow()
        let number = values["number"]
        let text = values["text"] ?? ""
        let heading = layout.headings[level]
        defer { headed = headingLines[level]?.isEmpty ?? true ? nil : current[level] }
        let parent = parentDraft(of: level).map { drafts[$0].item.id }
        let key = number ?? text.comparisonKey
        var same = drafts.opened(by: key, at: level, below: parent)
        if let first = same, number != nil, isAnother(text, than: first) {
            find(
                piece.line,
                "number-twice",
                "\(levelName(level)) \(number ?? "") stands twice, here with other words than on line "
                    + "\(drafts[first].line); both are kept as printed."
            )
            same = nil
        }
        let draft: Int
        if let same {
            trace(piece.line, "heading of \(levelName(level)) \(number ?? text), again")
            if current[level] != same { close(below: level) }
            current[level] = same
            draft = same
        } else {
            trace(piece.line, "heading of \(levelName(level)) \(number ?? text)")
            draft = add(level: level, number: number, line: piece.line)
            drafts.noteHeading(key, at: level, below: parent, is: draft)
        }
        if let below = heading?.below {
            pendingBelow = PendingBelow(
                draft: draft,
                field: below,
                isRepeat: same != nil,
                isRow: heading?.isRow ?? false
            )
        }
        return same == nil
    }

    /// Whether a heading says of a field what it said before.
    private func repeats(_ value: String, _ field: String, of draft: Int) -> Bool {
        field == "number"
            ? drafts[draft].item.number == value
            : drafts[draft].key(field) == value.comparisonKey
    }

    /// Whether the words of a heading are quite others than those that the same number had before; a page
    /// that broke some letters of a repeated heading is not.
    private func isAnother(_ text: String, than first: Int) -> Bool {
        let before = drafts[first].words("text")
        guard !text.isEmpty, !before.isEmpty else { return false }
        let (old, new) = (before.comparisonKey, text.comparisonKey)
        guard old != new, !old.hasPrefix(new), !new.hasPrefix(old) else { return false }
        return Likeness.between(before, text) < 0.8
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
    mutating func add(level: Int, number: String?, line: Int) -> Int {
        close(below: level)
        let parent = parentDraft(of: level).map { drafts[$0].item.id }
        let item = PlanItem(id: "", level: level, parent: parent, number: number)
        var draft = ItemDraft(item: item, line: line)
        draft.lacksStatusColumn = lacksStatusColumn
        let place = drafts.append(draft, stem: stem(number: number, level: level, parent: parent))
        current[level] = place
        return place
    }

    /// What an identifier is made of: the printed number where there is one, else the place.
    private func stem(number: String?, level: Int, parent: String?) -> String {
        if let number {
            let isTop = level < layout.actionLevel
            return isTop && !number.contains(".") ? "\(levelSlug(level))-\(number)" : number
        }
        let place = drafts.count(at: level, below: parent) + 1
        guard let parent, level > 0 else { return "\(levelSlug(level))-\(place)" }
        return level < layout.actionLevel
            ? "\(parent)/\(levelSlug(level))-\(place)" : "\(parent)/\(place)"
    }

    private func levelSlug(_ level: Int) -> String {
        levelName(level).comparisonKey.split(separator: " ").joined(separator: "-")
    }

    // MARK: What stands below a heading

    /// Adds words that stand below an open heading; says whether one was open.
    mutating func addBelow(_ cells: [String], of piece: SourcePiece, at index: Int) -> Bool {
        guard let pending = pendingBelow else { return false }
        let words = Self.withoutRepeats(piece.cellWords)
        let line = words.joined(separator: " ")
        let draft = pending.draft
        let what = "\(pending.field) of \(levelName(drafts[draft].item.level))"
        if Self.repeats(line.comparisonKey, in: drafts[draft].key(pending.field)) {
            trace(piece.line, "the \(what), again")
            if words.count > 1 { noteBroken(line, at: piece.line) }
            postWhole(index, to: .repetition(.table, draft, pending.field))
            return true
        }
        let isKnown = !drafts[draft].isEmpty(pending.field)
        if isKnown, pending.isRepeat || Self.isLike(line, drafts[draft].words(pending.field)) {
            noteDiffering(line, pending, at: index)
            return true
        }
        trace(piece.line, "the \(what)")
        if words.count > 1 {
            var broken: [CellText] = []
            for (cell, words) in piece.cellWords.enumerated() where !words.isEmpty {
                let posting = post(words, index, cell, to: .item(.table, draft, pending.field))
                broken.append(
                    CellText(line: piece.line, text: Prose(words).markup, posting: posting)
                )
            }
            pendingBelow?.broken.append(broken)
        } else {
            for (cell, markup) in cells.enumerated() where !markup.isEmpty {
                if sameWords(piece.cellWords[cell], line) {
                    let isFirst = drafts[draft].key(pending.field).hasSuffix(line.comparisonKey)
                    if isFirst {
                        post(piece.cellWords[cell], index, cell, to: .repeated(what))
                    } else {
                        add(markup, to: pending.field, of: draft, from: index, cell)
                    }
                } else if (" " + line.comparisonKey + " ")
                    .contains(" " + piece.cellWords[cell].comparisonKey)
                {
                    post(piece.cellWords[cell], index, cell, to: .repeated(what))
                }
            }
        }
        return true
    }

    /// Notes words below a repeated heading that are not those that stood there before.
    private mutating func noteDiffering(_ line: String, _ pending: PendingBelow, at index: Int) {
        let have = drafts[pending.draft].words(pending.field)
        let isAlike =
            Self.isLike(line, have) || Likeness.between(line, have) >= 0.5
            || Likeness.share(of: line, in: have) >= 0.5
        let piece = pieces[index]
        trace(
            piece.line,
            "the \(pending.field) of \(levelName(drafts[pending.draft].item.level)), again"
        )
        find(
            piece.line,
            isAlike ? "repeat-broken" : "repeat-differs",
            isAlike
                ? "“\(Self.short(line))” repeats what stands below the heading, with other letters; it "
                    + "is kept as text."
                : "Below a heading that is repeated stands “\(Self.short(line))”, which is not "
                    + "what stood there before; it is kept as text."
        )
        for (cell, words) in piece.cellWords.enumerated() where !words.isEmpty {
            keepSaid(Prose(words).markup, words: words, index, cell)
        }
    }

    private mutating func noteBroken(_ words: String, at line: Int) {
        find(
            line,
            "repeat-broken",
            "“\(Self.short(words))” repeats what stands below the heading, broken by the "
                + "extraction."
        )
    }

    /// Ends what stands below a heading, taking broken pieces when nothing better came.
    mutating func flushBelow() {
        guard let pending = pendingBelow else { return }
        pendingBelow = nil
        for cells in pending.broken {
            guard let line = cells.first?.line else { continue }
            let words = cells.map { Prose(markup: $0.text).singleLine }.joined(separator: " ")
            let have = drafts[pending.draft].key(pending.field)
            guard !Self.repeats(words.comparisonKey, in: have) else {
                for cell in cells {
                    ledger.change(
                        cell.posting,
                        to: .repetition(.table, pending.draft, pending.field)
                    )
                }
                noteBroken(words, at: line)
                continue
            }
            if Self.isLike(words, drafts[pending.draft].words(pending.field)) {
                find(
                    line,
                    "repeat-broken",
                    "“\(Self.short(words))” repeats what stands below the heading, with other letters; "
                        + "it is kept as text."
                )
                keepFields(cells)
                continue
            }
            find(
                line,
                "text-broken",
                "“\(Self.short(words))” is spread over several cells; words may be missing."
            )
            for cell in cells { drafts[pending.draft].add(cell, to: pending.field) }
        }
    }

    /// Tells whether words are much like the end of others, or like all of them.
    private static func isLike(_ words: String, _ whole: String) -> Bool {
        let tail = String(whole.comparisonKey.suffix(words.comparisonKey.count))
        return Likeness.between(words, tail) >= 0.8 || Likeness.between(words, whole) >= 0.85
    }

    /// Tells whether folded words stand in others, word for word.
    static func repeats(_ words: String, in whole: String) -> Bool {
        guard !words.isEmpty, whole.utf8.count >= words.utf8.count else { return false }
        if whole == words || whole.hasPrefix(words + " ") { return true }
        return (" " + whole + " ").contains(" " + words + " ")
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

/// A heading as it was heard: the line, and the cells that it stands in.
private struct HeadingLine {
    var match: TemplateMatch
    var line: String
    var words: [String]
    var start: Int
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
