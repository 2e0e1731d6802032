// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Says what words at a place became.
    @discardableResult
    mutating func post(_ words: String, _ piece: Int, _ cell: Int = 0, to fate: WordFate) -> Int {
        ledger.post(words, at: WordPlace(piece: piece, cell: cell), to: fate)
    }

    /// Says that all words of a piece became one thing.
    mutating func postWhole(_ piece: Int, to fate: WordFate) {
        for (cell, words) in pieces[piece].cellWords.enumerated() where !words.isEmpty {
            post(words, piece, cell, to: fate)
        }
    }

    /// Says that the words around the gaps of a cell are the layout's.
    mutating func postTemplate(_ reading: CellReading, _ piece: Int, _ cell: Int) {
        guard !WordBag(reading.templateWords).isEmpty else { return }
        post(reading.templateWords, piece, cell, to: .layout("the words of a column"))
    }

    /// Adds words to a field of an item of the plan's table.
    mutating func add(
        _ markup: String,
        words: String? = nil,
        to field: String,
        of draft: Int,
        from piece: Int,
        _ cell: Int = 0
    ) {
        let words = words ?? Prose(markup: markup).singleLine
        // Reports write words where there is nothing; read again, they are nothing.
        if field != "text", field != "number", pieces[piece].isRow, Self.isEmptyWord(words) {
            post(words, piece, cell, to: .layout("an empty cell"))
            return
        }
        let posting = post(words, piece, cell, to: .item(.table, draft, field))
        drafts[draft].add(
            CellText(line: pieces[piece].line, text: markup, posting: posting),
            to: field
        )
    }

    private static func isEmptyWord(_ words: String) -> Bool {
        ["not set", "not assessed"].contains(words.comparisonKey)
    }

    /// Keeps as text what no rule has taken of a piece, with a finding.
    mutating func keepRest(of index: Int, since first: Int) {
        let piece = pieces[index]
        guard !piece.words.isEmpty else { return }
        let rest = ledger.rest(of: piece.cellWords, piece: index, since: first)
        guard !rest.isEmpty else { return }
        for (cell, words) in rest {
            let isWhole = words == piece.cellWords[cell]
            let markup: String
            switch piece.content {
            case .row(let cells, _) where isWhole: markup = cells[cell]
            case .text(let text, _, _) where isWhole: markup = text
            default: markup = Prose(words).markup
            }
            post(words, index, cell, to: .text)
            texts.append(PlanText(place: placeOfText, text: Prose(markup: markup)))
            stand(in: piece.isRow ? cell : nil)
            trace(piece.line, "text: \(placeOfText.rawValue)")
            find(
                piece.line,
                "words-kept",
                "“\(Self.short(words))” is nothing that the layout knows in this place; it is kept as "
                    + "text."
            )
        }
    }

    /// Keeps some words of a cell as text, which a finding has said already.
    mutating func keepSaid(_ markup: String, words: String, _ piece: Int, _ cell: Int) {
        post(words, piece, cell, to: .text)
        texts.append(PlanText(place: .closing, text: Prose(markup: markup)))
    }

    /// Where text stands that is kept now.
    var placeOfText: PlanText.Place {
        switch region {
        case .notes: .notes
        case .front, .checks, .key: headers > 0 ? .closing : .introduction
        case .plan, .blocks, .list, .closing: .closing
        }
    }
}

extension WordLedger {
    /// The words of each cell that no posting of the piece has taken, in their order.
    ///
    /// - Parameters:
    ///   - cells: The words of each cell of the piece.
    ///   - piece: The piece.
    ///   - first: The number of the first posting that may be about the piece.
    /// - Returns: The cells that have such words, with them.
    func rest(
        of cells: [String],
        piece: Int,
        since first: Int
    ) -> [(cell: Int, words: String)] {
        var rest: [(Int, String)] = []
        let taken = postings[first...].filter { $0.place.piece == piece }
        for (cell, words) in cells.enumerated() where !words.isEmpty {
            let mine = taken.filter { $0.place.cell == cell }
            if mine.count == 1, mine[0].words == words { continue }
            var bag = WordBag(words)
            guard !bag.isEmpty else { continue }
            guard !mine.isEmpty else {
                rest.append((cell, words))
                continue
            }
            for posting in mine { _ = bag.take(WordBag(posting.words)) }
            guard !bag.isEmpty else { continue }
            // The words that are left, from behind: what was taken mostly stands in front.
            var left: [String] = []
            for word in WordBag.words(of: words).reversed() where (bag.counts[word] ?? 0) > 0 {
                var one = WordBag()
                one.add(word)
                _ = bag.take(one)
                left.append(word)
            }
            rest.append((cell, left.reversed().joined(separator: " ")))
        }
        return rest
    }
}

// MARK: Closing the account

extension PlanWalk {
    /// Closes the account: each word of the document was taken once, and each field has the words that
    /// it was given.
    ///
    /// - Throws: ``ImportError`` that names the words that were lost or taken twice.
    func closedAccount() throws(ImportError) -> ImportAccount {
        try checkTaken()
        try checkFields()
        var account = ImportAccount(lines: [], total: 0)
        var readByFunctions: Set<WordPlace> = []
        let order = ledger.postings.indices.sorted {
            let first = ledger.postings[$0].place
            let second = ledger.postings[$1].place
            return (first.piece, first.cell, $0) < (second.piece, second.cell, $1)
        }
        for index in order {
            let posting = ledger.postings[index]
            var words = posting.words
            var became = self.words(for: posting.fate)
            if let printed = printed[posting.place] {
                // A function has read the cell as a whole.
                guard readByFunctions.insert(posting.place).inserted else { continue }
                words = printed
                became += ", as the layout's function reads it"
                account.places[account.lines.count] = posting.place
            }
            let count = WordBag.words(of: words).count
            guard count > 0 else { continue }
            let piece = pieces[posting.place.piece]
            account.total += count
            account.lines.append(
                ImportAccount.Line(
                    line: piece.line,
                    cell: piece.isRow ? posting.place.shownCell : nil,
                    words: words,
                    count: count,
                    share: posting.fate.share,
                    becameWords: became
                )
            )
        }
        return account
    }

    /// Refuses words that nothing has taken, or that two things have taken.
    private func checkTaken() throws(ImportError) {
        var taken: [WordPlace: [String]] = [:]
        for posting in ledger.postings { taken[posting.place, default: []].append(posting.words) }
        for (index, piece) in pieces.enumerated() {
            for (cell, words) in piece.cellWords.enumerated() where !words.isEmpty {
                let mine = taken[WordPlace(piece: index, cell: cell)] ?? []
                if mine.count == 1, mine[0] == words { continue }
                var bag = WordBag(words)
                if piece.marker != nil, let marker = piece.marker { bag.add(WordBag(marker)) }
                let rest = WordBag(words)
                var twice = WordBag()
                for words in mine { twice.add(bag.take(WordBag(words))) }
                if piece.marker != nil { bag = bag.intersection(rest) }
                guard !bag.isEmpty || !twice.isEmpty else { continue }
                throw unbalanced(
                    piece.line,
                    bag.isEmpty
                        ? "taken twice: \(Self.listed(twice))" : "lost: \(Self.listed(bag))"
                )
            }
        }
    }

    /// Refuses a field that has not the words that were given to it.
    private func checkFields() throws(ImportError) {
        var given: [WordFate: [String]] = [:]
        var lines: [WordFate: Int] = [:]
        for posting in ledger.postings {
            switch posting.fate {
            case .item, .check, .key:
                given[posting.fate, default: []].append(posting.words)
                if lines[posting.fate] == nil {
                    lines[posting.fate] = pieces[posting.place.piece].line
                }
            default: continue
            }
        }
        for (fate, texts) in given.sorted(by: { (lines[$0.key] ?? 0) < (lines[$1.key] ?? 0) }) {
            // Most fields have the words of one cell and no others.
            if texts.count == 1, isWhole(texts[0], fate) { continue }
            guard var have = self.have(fate) else { continue }
            var words = WordBag()
            for text in texts { words.add(WordBag(text)) }
            let lost = have.take(words)
            // What a row says of all its actions was given to the first of them.
            guard lost.isEmpty, have.isEmpty || isShared(fate) else {
                throw unbalanced(
                    lines[fate] ?? 0,
                    lost.isEmpty
                        ? "\(self.words(for: fate)) has words that the document does not give it: "
                            + Self.listed(have)
                        : "lost from \(self.words(for: fate)): \(Self.listed(lost))"
                )
            }
        }
    }

    /// Whether a field has words that another action of the same row was given.
    private func isShared(_ fate: WordFate) -> Bool {
        guard case .item(.table, let draft, let field) = fate, drafts.indices.contains(draft) else {
            return false
        }
        return drafts[draft].fields[field]?.contains { $0.posting < 0 } ?? false
    }

    /// Whether a field of an item is these words and nothing else.
    private func isWhole(_ words: String, _ fate: WordFate) -> Bool {
        guard case .item(let list, let place, let field) = fate, let item = item(list, place) else {
            return false
        }
        switch field {
        case "number": return item.number == words
        case "text": return remarks[item.id] == nil && item.text.singleLine == words
        case "leads": return item.leads.words.singleLine == words
        case "timescale.words": return item.firstTimescale.words == words
        case "progress":
            return completionWords[fate] == nil && item.latestProgress.singleLine == words
        case _ where field.hasPrefix("status"): return item.status?.printed == words
        default: return false
        }
    }

    private func unbalanced(_ line: Int, _ what: String) -> ImportError {
        ImportError(
            source: source.name,
            line: line,
            message:
                "The account of this line does not close; \(what). Nothing was recorded. Repair "
                + "the line, or tell the makers of CommitteeKit, for this is a fault of the program."
        )
    }

    private static func listed(_ bag: WordBag) -> String {
        let words = bag.words
        let shown = words.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
        return words.count > 8 ? "\(shown) and \(words.count - 8) more" : shown
    }

    /// The words that the finished plan has where words were sent to; nil where nobody can tell.
    private func have(_ fate: WordFate) -> WordBag? {
        switch fate {
        case .check(let place):
            let check = plan.statedChecks[place]
            var bag = WordBag(check.words)
            bag.add(WordBag(check.name))
            for words in check.figures.values { bag.add(WordBag(words)) }
            return bag.addingFigures([check.total, check.completed, check.added, check.ongoing])
        case .key(let place):
            var bag = WordBag(plan.keyWording[place].letter)
            bag.add(WordBag(plan.keyWording[place].wording.singleLine))
            return bag
        case .item(let list, let place, let field):
            return item(list, place).flatMap { words(of: field, of: $0, in: list, place) }
        default: return nil
        }
    }

    private func item(_ list: PlanList, _ place: Int) -> PlanItem? {
        let items = plan.items(in: list)
        return items.indices.contains(place) ? items[place] : nil
    }

    private func words(
        of field: String,
        of item: PlanItem,
        in list: PlanList,
        _ place: Int
    ) -> WordBag? {
        if let risks { return risks.words(of: field, at: place, number: item.number) }
        switch field {
        case "number": return WordBag(item.number ?? "")
        case "text":
            var bag = WordBag(item.text.singleLine)
            if let remark = remarks[item.id] { bag.add(WordBag(remark.singleLine)) }
            return bag
        case "notes":
            return item.notes.filter { $0 != remarks[item.id] }.reduce(into: WordBag("")) {
                $0.add(WordBag($1.singleLine))
            }
        case "leads": return WordBag(item.leads.words.singleLine)
        case "timescale.words": return WordBag(item.firstTimescale.words)
        case Layout.revisedTimescale: return WordBag(item.timescale.words)
        case "progress":
            var bag = WordBag(item.latestProgress.singleLine)
            bag.add(WordBag(completionWords[WordFate.item(list, place, "progress")] ?? ""))
            return bag
        case _ where field.hasPrefix("status"): return WordBag(item.status?.printed ?? "")
        case _ where field.hasPrefix("local."):
            return WordBag(item.local[String(field.dropFirst(6))]?.singleLine ?? "")
        default:
            guard
                let form = PlanItem.table.cells.first(where: { $0.name.description == field })?.form
            else { return nil }
            return WordBag(form.write([item], 0).singleLine)
        }
    }

    /// What became of words, in words that a person reads.
    func words(for fate: WordFate) -> String {
        switch fate {
        case .item(let list, let place, let field): name(of: field, list, place)
        case .plan(let what): "the plan: \(what)"
        case .check(let place): "the progress check of \(plan.statedChecks[place].words)"
        case .key(let place): "the key: status \(plan.keyWording[place].letter)"
        case .footnote: "a footnote"
        case .layout(let what): "words of the layout: \(what)"
        case .furniture: "a line that is repeated on pages"
        case .repetition(let list, let place, let field): "again \(name(of: field, list, place))"
        case .repeated(let what): "again \(what)"
        case .text: "text beside the table"
        }
    }

    private func name(of field: String, _ list: PlanList, _ place: Int) -> String {
        guard let item = item(list, place) else { return "the \(field)" }
        if risks != nil {
            return "the \(fieldWords(field)) of risk \(item.number ?? item.printedName)"
        }
        var printed = field.hasPrefix("local.") ? String(field.dropFirst(6)) : field
        if printed == "timescale.words" { printed = "timescale" }
        if printed == Layout.revisedTimescale { printed = "revised_timescale" }
        if printed.hasPrefix("status") { printed = "status" }
        let name = FieldName(printed).inWords
        switch list {
        case .table:
            return "the \(name) of \(levelName(item.level)) \(item.number ?? item.printedName)"
        case .maintenance, .backlog, .named: return "the \(name) of \(item.printedName)"
        }
    }
}

extension WordBag {
    func intersection(_ other: WordBag) -> WordBag {
        var bag = WordBag()
        for (word, count) in counts {
            let common = min(count, other.counts[word] ?? 0)
            if common > 0 { bag.add(word, times: common) }
        }
        return bag
    }

    func addingFigures(_ figures: [Int?]) -> WordBag {
        var bag = self
        for case let figure? in figures { bag.add(String(figure)) }
        return bag
    }
}
