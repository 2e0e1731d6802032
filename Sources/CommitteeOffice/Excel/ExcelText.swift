// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeText

/// The sheet with what a document says beside its tables, and where its tables stand: with it a workbook
/// of ours is read again as the document that it was made of.
struct ExcelText {
    /// What a line of the sheet is.
    enum Kind: Hashable {
        case title
        case heading(Int)
        case words
        case bullet
        case step
        case key
        case table(Int)

        /// The words of the first column.
        var name: String {
            switch self {
            case .title: "Title"
            case .heading(let level): "Heading \(level)"
            case .words: "Text"
            case .bullet: "List"
            case .step: "Numbered list"
            case .key: "Key"
            case .table(let number): "Table \(number)"
            }
        }

        init?(name: String) {
            let plain: [Self] = [.title, .words, .bullet, .step, .key]
            if let kind = plain.first(where: { $0.name == name }) {
                self = kind
            } else if name.hasPrefix("Heading "), let level = Int(name.dropFirst(8)),
                (1...6).contains(level)
            {
                self = .heading(level)
            } else if name.hasPrefix("Table "), let number = Int(name.dropFirst(6)), number > 0 {
                self = .table(number)
            } else {
                return nil
            }
        }
    }

    static let sheetName = "Text"
    /// The headings of the sheet, by which it is known again.
    static let headings = ["What", "Words", "Part"]
    /// The heading of the column that says to which table a row belongs.
    static let tableHeading = "Table"

    /// What the sheet says that tells people how to return a workbook; the first line is its heading.
    static let guide = [
        "How to return this",
        "Change only the rows that are yours. Leave the numbers and the headings as they are.",
        keyLine, "Write days in full, such as 31 October 2026.",
        "Do not delete rows, columns or sheets. If an action should go, say so in its progress.",
        "Save the workbook as it is (.xlsx) and send it back to whoever sent it to you.",
    ]
    /// The line that only stands where there are statuses to choose from.
    static let keyLine =
        "Choose a status from the list in its cell. The sheet “Key” says what each one means."

    /// The rows of the sheet, the headings first.
    private(set) var rows: [[String]] = [headings]

    /// Adds a line.
    ///
    /// - Parameters:
    ///   - kind: What it is.
    ///   - words: Its words; the caption of a table.
    ///   - part: The headings of a key, or what a table's rows are a part of where no section is.
    mutating func add(_ kind: Kind, _ words: String, part: [String] = []) {
        let isPlace =
            switch kind {
            case .key, .table: true
            default: false
            }
        if !words.isEmpty || isPlace { rows.append([kind.name, words] + part) }
    }

    mutating func add(_ prose: Prose) {
        for block in prose.blocks {
            switch block {
            case .paragraph: add(.words, Prose(blocks: [block]).plainText)
            case .list(let ordered, let items):
                for item in items {
                    let words = Prose(blocks: [.paragraph(item.inlines)] + item.children).plainText
                    add(ordered ? .step : .bullet, words)
                }
            }
        }
    }
}
