// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A substitution that reading made in the text of a document.
///
/// Cleaning only ever substitutes what cannot be seen or what looks the same, so no words are
/// lost. The line as it stood is in ``SourceDocument/lines``.
public struct Cleaning: Hashable, Sendable {
    /// The line on which it was made, counted from 1.
    public var line: Int
    /// The cell of the row, counted from 1, when it was made in a table.
    public var cell: Int?
    /// What was substituted.
    public var what: What
    /// The word, or the characters, before; the first place when there are several.
    public var before: String
    /// The same place after.
    public var after: String
    /// How often this was done in the cell or line.
    public var count: Int

    /// Creates a cleaning.
    ///
    /// - Parameters:
    ///   - line: The line on which it was made, counted from 1.
    ///   - cell: The cell of the row, counted from 1, when it was made in a table.
    ///   - what: What was substituted.
    ///   - before: The word before.
    ///   - after: The word after.
    ///   - count: How often this was done in the cell or line.
    public init(
        line: Int,
        cell: Int? = nil,
        what: What,
        before: String,
        after: String,
        count: Int = 1
    ) {
        self.line = line
        self.cell = cell
        self.what = what
        self.before = before
        self.after = after
        self.count = count
    }
}

extension Cleaning {
    /// A kind of substitution.
    public struct What: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String {
            case lookAlike = "look-alike"
            case invisible
            case control
            case space
            case spaces
            case comment
            case script
            case skipLink = "skip-link"
            case noticeLabel = "notice-label"
        }

        private let value: Value

        private init(_ value: Value) {
            self.value = value
        }

        /// Cyrillic or Greek letters became the Latin letters that look the same.
        public static var lookAlike: Self { Self(.lookAlike) }
        /// Soft hyphens, zero-width characters or marks of direction were taken out.
        public static var invisible: Self { Self(.invisible) }
        /// Control characters were taken out, or became a space where they divide words.
        public static var control: Self { Self(.control) }
        /// Spaces that do not break or have another width became spaces.
        public static var space: Self { Self(.space) }
        /// Several spaces became one.
        public static var spaces: Self { Self(.spaces) }
        /// A comment, which a reader of the document does not see, was left out.
        public static var comment: Self { Self(.comment) }
        /// A script, style sheet or template of a web page was left out, which nobody sees.
        public static var script: Self { Self(.script) }
        /// The link at the start of a web page that only leads to the page's own text was left out.
        public static var skipLink: Self { Self(.skipLink) }
        /// The word that a page of ours puts above a notice was left out, or its watermark.
        public static var noticeLabel: Self { Self(.noticeLabel) }

        /// The stable name of the kind, in kebab case.
        public var description: String { value.rawValue }
    }
}
