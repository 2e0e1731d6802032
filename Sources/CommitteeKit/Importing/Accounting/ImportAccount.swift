// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Where each word of an imported document went.
///
/// Every word, number and mark of the document stands in one line of the account, with its place:
/// it became part of a field, or it is a word of the layout, repeated furniture, an exact repeat, or
/// text that is kept beside the table. An account that does not close is an ``ImportError``.
///
/// ```swift
/// let account = prepared.reading.account
/// print(account.count(of: .field), "of", account.total, "words are in fields")
/// for line in account.lines { print(line.line, line.words, "→", line.becameWords) }
/// ```
public struct ImportAccount: Hashable, Sendable {
    /// What words of a document can become.
    public enum Share: String, Hashable, Sendable, CaseIterable {
        /// Part of a field of the plan, of an item, of a progress check or of the key.
        case field
        /// Words of the layout itself: headers, headings, the words around a gap, words for completion.
        case layout
        /// Lines that the layout knows and that stand again on each page.
        case furniture
        /// Exactly what stood there already.
        case repetition
        /// Text that is kept beside the table.
        case text
    }

    /// Some words at one place, and what they became.
    public struct Line: Hashable, Sendable {
        /// The line of the document, counted from 1.
        public var line: Int
        /// The cell of the row, counted from 1; nil for a line of text.
        public var cell: Int?
        /// The words as they stand there.
        public var words: String
        /// How many words, numbers and marks they are.
        public var count: Int
        /// What they became.
        public var share: Share
        /// What they became, in words, such as `the progress of action 1.2`.
        public var becameWords: String
    }

    /// Every line, in the order of the document.
    public internal(set) var lines: [Line]
    /// How many words the document has.
    public internal(set) var total: Int
    /// The places of the lines that functions have read, by the line's place in the list.
    var places: [Int: WordPlace] = [:]

    /// How many words became one thing.
    ///
    /// - Parameter share: What they became.
    /// - Returns: The number of words, numbers and marks.
    /// - Complexity: O(*n*) in the number of lines.
    public func count(of share: Share) -> Int {
        lines.reduce(0) { $0 + ($1.share == share ? $1.count : 0) }
    }

    /// Says of the words at a place that functions have read that they are kept as text.
    mutating func keepAsText(_ place: WordPlace) {
        for (line, other) in places where other == place {
            lines[line].share = .text
            lines[line].becameWords =
                "text beside the table, and what the layout's function read of it"
        }
    }
}
