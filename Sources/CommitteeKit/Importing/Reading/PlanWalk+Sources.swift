// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Reads a line or a row below an action that gives fields of it, such as `Source: a report`.
    mutating func takeBelowRow(_ cells: [String], of piece: SourcePiece, at index: Int) -> Bool {
        guard !belowRow.isEmpty, region == .plan, let open,
            drafts[open].item.level == layout.actionLevel
        else { return false }
        let filled = piece.cellWords.indices.filter { !piece.cellWords[$0].isEmpty }
        guard filled.count == 1, let cell = filled.first, cell < cells.count else { return false }
        for line in belowRow {
            let reading = CellReading(cells[cell], in: line)
            guard reading.fits, reading.values.contains(where: { !$0.words.isEmpty }) else {
                continue
            }
            takeLine(reading, of: open, at: index, cell)
            return true
        }
        return false
    }

    /// Takes what stands at the end of an action's words and gives a field of it.
    mutating func takeTails(of item: inout PlanItem, _ draft: ItemDraft, _ place: Int) {
        for template in layout.afterText.reversed() {
            guard let cell = draft.fields["text"]?.last else { return }
            let text = item.text.plainText.trimmingSpace
            let end = text.suffixCharacters(600)
            guard let match = template.firstMatch(in: end) else { continue }
            let tail = String(end.dropFirst(match.range.lowerBound))
            guard template.match(tail, whole: true) != nil, tail.count < text.count,
                template.gaps.allSatisfy({ draft.isEmpty($0) && !(match[$0] ?? "").isEmpty })
            else { continue }
            // The words must stand in the last cell, from whose posting they are taken.
            var printed = WordBag(Prose(markup: cell.text).singleLine)
            guard cell.posting < 0 || printed.take(WordBag(tail)).isEmpty else { continue }
            item.text = item.text.droppingLast(characters: tail.count)
            for gap in template.gaps {
                let value = match[gap] ?? ""
                drafts[place].add(
                    CellText(line: cell.line, text: Prose(value).markup, posting: -1),
                    to: gap
                )
                split(value, from: cell.posting, to: .item(.table, place, gap))
            }
            let words = template.filled { _ in nil }
            split(words, from: cell.posting, to: .layout("the words behind an action"))
        }
    }

    /// Gives some of the words of a posting another fate; as they are printed, whatever their case.
    private mutating func split(_ words: String, from posting: Int, to fate: WordFate) {
        guard posting >= 0 else { return }
        var rest = WordBag.words(of: ledger.postings[posting].words)
        var taken: [String] = []
        for word in WordBag.words(of: words).reversed() {
            let place =
                rest.lastIndex(of: word)
                ?? rest.lastIndex { $0.lowercased() == word.lowercased() }
            guard let place else { continue }
            taken.append(rest.remove(at: place))
        }
        guard !taken.isEmpty else { return }
        ledger.split(
            posting,
            keeping: rest.joined(separator: " "),
            rest: taken.reversed().joined(separator: " "),
            to: fate
        )
    }
}
