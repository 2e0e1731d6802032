// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A block of a document as it was published: a heading, a paragraph, a list item or a table.
public enum SourceBlock: Hashable, Sendable {
    /// A heading, with its level from 1 to 6.
    case heading(level: Int, text: String, line: Int)
    /// A paragraph; wrapped lines are joined by a space, and a hard line break is `<br>`.
    case paragraph(text: String, line: Int, endLine: Int)
    /// An item of a list, with its marker as printed and its depth, counted from 0.
    case listItem(marker: String, depth: Int, text: String, line: Int, endLine: Int)
    /// A table.
    case table(SourceTable)

    /// The first line of the block, counted from 1; 0 for a table without rows.
    public var line: Int {
        switch self {
        case .heading(_, _, let line), .paragraph(_, let line, _), .listItem(_, _, _, let line, _):
            line
        case .table(let table): table.rows.first?.line ?? 0
        }
    }

    /// The last line of the block, counted from 1; 0 for a table without rows.
    public var endLine: Int {
        switch self {
        case .heading(_, _, let line): line
        case .paragraph(_, _, let line), .listItem(_, _, _, _, let line): line
        case .table(let table): table.rows.last?.endLine ?? 0
        }
    }

    /// The cleaned markup of the block; empty for a table.
    public var text: String {
        switch self {
        case .heading(_, let text, _), .paragraph(let text, _, _),
            .listItem(_, _, let text, _, _):
            text
        case .table: ""
        }
    }

    /// The table, when the block is one.
    public var table: SourceTable? {
        guard case .table(let table) = self else { return nil }
        return table
    }
}
