// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a mark in a column says: the status that the column stands for.
///
/// Some committees print a status as several columns, such as "Complete", "On track" and "Delayed",
/// with a mark in one of them.
public struct StatusTick: Hashable, Sendable {
    /// The status: a letter of the scheme, or the words that the plan uses.
    public var status: String
    /// The mark that is written; any mark is read.
    public var mark: String

    /// Creates a tick.
    ///
    /// - Parameters:
    ///   - status: The status that the column stands for.
    ///   - mark: The mark that is written.
    public init(status: String, mark: String = "✓") {
        self.status = status
        self.mark = mark
    }

    /// Whether a status is the one that the column stands for.
    ///
    /// - Parameters:
    ///   - printed: The status as printed.
    ///   - scheme: The status scheme, when it is known.
    /// - Returns: Whether they are the same words, or mean the same key of the scheme.
    func says(_ printed: String, in scheme: StatusScheme?) -> Bool {
        guard !printed.isEmpty else { return false }
        if printed.comparisonKey == status.comparisonKey { return true }
        guard let key = scheme?.key(reading: printed) else { return false }
        return key == scheme?.key(reading: status)
    }

    /// What the words of a cell say.
    enum Reading: Equatable {
        /// Nothing: the cell is empty, or an empty box.
        case nothing
        /// The status; with words beside the mark, if there are any.
        case mark(String, rest: String)
        /// A stroke or a point, which says nothing.
        case stroke
        /// Words, which are no mark.
        case words
    }

    /// Reads the words of a cell.
    ///
    /// - Parameters:
    ///   - words: The words.
    ///   - mark: The mark that the layout declares, which may be a letter of a font of signs.
    /// - Returns: What they say.
    static func read(_ words: String, mark: String? = nil) -> Reading {
        let words = words.trimmingSpace
        if let mark, words == mark { return .mark(words, rest: "") }
        guard !words.isEmpty, !words.allSatisfy({ emptyBoxes.contains($0) }) else {
            return .nothing
        }
        if isMark(words) || words.comparisonKey == "yes" { return .mark(words, rest: "") }
        guard words.contains(where: { $0.isLetter || $0.isNumber || $0.isSymbol && !$0.isASCII })
        else { return .stroke }
        let pieces = words.split(separator: " ", maxSplits: 1).map(String.init)
        if pieces.count == 2, isMark(pieces[0]), pieces[0].lowercased() != "x" {
            return .mark(pieces[0], rest: pieces[1])
        }
        return .words
    }

    private static let emptyBoxes: Set<Character> = ["☐", "□", "◻", "○", "◯", " "]
    /// Crosses, which say yes to some people and no to others; ☒ is Word's own ticked box.
    private static let crosses: Set<Character> = ["✗", "✘", "✕", "✖", "❌", "❎", "╳", "×"]
    private static let bullets: Set<Character> = ["•", "●", "▪", "■", "*", "·"]

    /// Whether a word is one mark: a sign, a bullet, or an x as one writes it into a box.
    private static func isMark(_ word: String) -> Bool {
        if word.lowercased() == "x" { return true }
        let signs = word.filter { $0 != "\u{FE0F}" }
        guard let first = signs.first, !crosses.contains(first), signs.allSatisfy({ $0 == first })
        else { return false }
        return bullets.contains(first) || first.isSymbol && !first.isASCII
    }
}
