// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What the functions of a layout say of the cells and lines of a document.
public typealias LayoutAnswers = [LayoutFunction: [LayoutQuestion: LayoutAnswer]]

/// A cell or a line that a function of the layout has read.
struct FunctionCell {
    var function: LayoutFunction
    var place: WordPlace
    var line: Int
    /// The words that the document prints.
    var printed: String
    /// Whether the function could not read it, so that it was read as it stands.
    var isFailed: Bool
    /// The cell or paragraph, as findings name it.
    var findingPlace: FindingPlace?
    /// The item of which it speaks; nil when it became part of none.
    var item: String?
}

extension PlanReader {
    /// Finds the cells and lines that the layout's functions have to read.
    ///
    /// - Parameters:
    ///   - source: The document.
    ///   - answers: What the functions have said already; a heading that they have read may lead to more.
    /// - Returns: The questions that have no answer yet, each once, by the functions in their order.
    /// - Complexity: That of reading the document, when the layout has functions.
    public func questions(
        of source: SourceDocument,
        after answers: LayoutAnswers = [:]
    ) -> [(function: LayoutFunction, questions: [LayoutQuestion])] {
        guard !layout.functions.isEmpty else { return [] }
        var walk = PlanWalk(reader: self, source: source, period: nil)
        walk.answer(answers)
        for index in walk.pieces.indices { walk.takeWhole(index) }
        return layout.functions.compactMap { function in
            let known = answers[function] ?? [:]
            var seen: Set<LayoutQuestion> = []
            let open = walk.questions(for: function)
                .filter { known[$0] == nil && seen.insert($0).inserted }
            return open.isEmpty ? nil : (function, open)
        }
    }
}

extension PlanWalk {
    /// The questions that one pair of functions has to answer.
    fileprivate func questions(for function: LayoutFunction) -> [LayoutQuestion] {
        switch function {
        case .column(let column):
            rowsOfFunctions.compactMap { row in question(of: column, in: row) }
        case .heading(let level): headingQuestions(level).map(\.question)
        }
    }

    /// The cell of a column in a row of the plan's table, as a question.
    private func question(of column: Int, in row: FunctionRow) -> LayoutQuestion? {
        guard let cell = row.map[column], cell < row.printed.count, !row.printed[cell].isEmpty
        else { return nil }
        var words: [String: String] = [:]
        for (other, cell) in row.map where cell < row.printed.count {
            words[columns[other].declared.header.filled { _ in nil }.trimmingSpace] =
                row.printed[cell]
        }
        return LayoutQuestion(line: row.line, words: row.printed[cell], row: words)
    }

    /// The lines, or rows of one cell, that may be headings of a level.
    private func headingQuestions(
        _ level: Int
    ) -> [(piece: Int, cell: Int, question: LayoutQuestion)] {
        guard let heading = layout.headings[level] else { return [] }
        return pieces.indices.compactMap { index in
            let piece = pieces[index]
            guard piece.isRow == heading.isRow, piece.words.utf8.count <= Self.longestFact,
                let cell = piece.cellWords.firstIndex(where: { !$0.isEmpty }),
                piece.cellWords.count(where: { !$0.isEmpty }) == 1
            else { return nil }
            let words = printed[WordPlace(piece: index, cell: cell)] ?? piece.cellWords[cell]
            return (index, cell, LayoutQuestion(line: piece.line, words: words))
        }
    }

    /// Puts what the functions have read of headings in the place of the document's words; what they
    /// have read of cells follows row by row.
    mutating func answer(_ answers: LayoutAnswers) {
        self.answers = answers
        for case .heading(let level) in layout.functions {
            guard let known = answers[.heading(level)] else { continue }
            for (index, cell, question) in headingQuestions(level) {
                guard let answer = known[question], answer != .nothing else { continue }
                take(answer, of: .heading(level), index, cell)
            }
        }
    }

    /// Notes a row of the plan's table, and puts what the functions have read of its cells in their
    /// place.
    mutating func answerCells(of index: Int) -> [String]? {
        let functions = layout.functions.filter { if case .column = $0 { true } else { false } }
        guard !functions.isEmpty else { return nil }
        let row = FunctionRow(
            line: pieces[index].line,
            map: map,
            printed: pieces[index].cellWords
        )
        rowsOfFunctions.append(row)
        for case .column(let column) in functions {
            guard let question = question(of: column, in: row), let cell = map[column],
                printed[WordPlace(piece: index, cell: cell)] == nil,
                let answer = answers[.column(column)]?[question]
            else { continue }
            take(answer, of: .column(column), index, cell)
        }
        guard case .row(let cells, _) = pieces[index].content else { return nil }
        return cells
    }

    private mutating func take(
        _ answer: LayoutAnswer,
        of function: LayoutFunction,
        _ index: Int,
        _ cell: Int
    ) {
        let place = WordPlace(piece: index, cell: cell)
        let words = pieces[index].cellWords[cell]
        here = FoundPlace(piece: index, cell: pieces[index].isRow ? cell : nil)
        var isFailed = false
        switch answer {
        case .failed(let why):
            isFailed = true
            find(
                pieces[index].line,
                "function-failed",
                "The function of \(layout.words(of: function)) could not read “\(Self.short(words))”: "
                    + "\(why). The words were read as they stand."
            )
        case .words(let text): pieces[index].replace(with: Prose(text), in: cell)
        case .nothing:
            pieces[index].replace(with: Prose(), in: cell)
            post(words, index, cell, to: .layout("words for an empty cell"))
        }
        printed[place] = words
        functionCells.append(
            FunctionCell(
                function: function,
                place: place,
                line: pieces[index].line,
                printed: words,
                isFailed: isFailed,
                findingPlace: self.place(of: pieces[index].line)
            )
        )
        stand(in: nil)
    }

    /// The cells that functions have read, each with the item of which it speaks.
    func settledFunctionCells() -> [FunctionCell] {
        guard !functionCells.isEmpty else { return [] }
        var items: [WordPlace: String] = [:]
        for posting in ledger.postings where items[posting.place] == nil {
            switch posting.fate {
            case .item(.table, let draft, _), .repetition(.table, let draft, _):
                items[posting.place] = drafts[draft].item.id
            default: continue
            }
        }
        return functionCells.map { cell in
            var cell = cell
            switch cell.function {
            case .heading: cell.item = items[cell.place]
            case .column: cell.item = rowItems[cell.place.piece]?[layout.level(of: cell.function)]
            }
            return cell
        }
    }
}

/// A row of the plan's table as its functions see it.
struct FunctionRow {
    var line: Int
    /// The cell of each column.
    var map: [Int: Int]
    /// The words of each cell, as the document prints them.
    var printed: [String]
}

extension SourcePiece {
    /// Puts other words in the place of a cell's, or of a line's.
    mutating func replace(with prose: Prose, in cell: Int) {
        cellWords[cell] = prose.singleLine
        words = cellWords.filter { !$0.isEmpty }.joined(separator: " ")
        lines = isRow ? [words] : prose.plainLines
        switch content {
        case .text(_, let level, let marker):
            content = .text(prose.markup, headingLevel: level, marker: marker)
        case .row(var cells, let isMarkedHeader):
            cells[cell] = prose.markup
            content = .row(cells, isMarkedHeader: isMarkedHeader)
        }
    }
}
