// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// The error for a document without the title by which the layout knows it.
    func missingTitle() -> ImportError {
        let nearest = nearestLine(to: [layout.title])
        var message =
            "No line reads “\(layout.title)”, by which the layout “\(layout.id)” knows the \(matter). "
        if let nearest { message += nearest.message + " " }
        if let nearest, nearest.isLike {
            message += "Choose the layout that fits the document, or correct its title."
        } else {
            if nearest == nil { message += "It has no line outside its tables. " }
            message += "Choose the layout that fits the document, or put its title in by a repair: "
            message +=
                "{ \"line\": 1, \"insert_before\": \"\(layout.title)\", \"because\": \"…\" }"
            let gaps = layout.title.gaps.map { "{\($0)}" }
            message += gaps.isEmpty ? "." : ", with words for \(gaps.joined(separator: " and "))."
        }
        return ImportError(source: source.name, message: message)
    }

    /// What is said of a line that was looked for in vain: which line is most like it.
    struct NearestLine {
        var message: String
        /// Whether it is so much like it that it may be meant.
        var isLike: Bool
    }

    /// The line outside the rows of tables that is most like one of some lines of the layout; the first
    /// one when none is like them.
    ///
    /// - Complexity: O(*n*) in the number of lines, of which the first 2,000 are looked at.
    func nearestLine(to templates: [Template]) -> NearestLine? {
        let wanted = templates.map { template in
            template.parts.reduce(into: "") { words, part in
                if case .words(let own) = part { words += own }
            }
        }
        var first: (line: Int, words: String)?
        var best: (line: Int, words: String, likeness: Double)?
        for piece in pieces.lazy.filter(isLine).prefix(2_000) {
            for words in piece.lines where !words.isEmpty {
                first = first ?? (piece.line, words)
                let likeness = wanted.map { own in
                    Likeness.between(own, String(words.prefix(own.count + 6)))
                }.max()
                guard let likeness, likeness > best?.likeness ?? 0 else { continue }
                best = (piece.line, words, likeness)
            }
        }
        if let best, best.likeness >= 0.4 {
            return NearestLine(
                message: "The nearest is line \(best.line), “\(Self.short(best.words))”.",
                isLike: true
            )
        }
        return first.map { first in
            NearestLine(
                message: "No line is like it; the first is line \(first.line), "
                    + "“\(Self.short(first.words))”.",
                isLike: false
            )
        }
    }

    /// Whether a piece is text, or a row with one cell filled.
    private func isLine(_ piece: SourcePiece) -> Bool {
        piece.words.utf8.count <= Self.longestFact && !piece.words.isEmpty
            && (!piece.isRow || piece.cellWords.count { !$0.isEmpty } == 1)
    }
}
