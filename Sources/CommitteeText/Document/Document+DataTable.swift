// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension DocumentData {
    func table() throws(DocumentDataError) -> Document.Table {
        let members = try members(["kind", "caption", "columns", "rows", "anchor"])
        let columns = try members.required("columns").each { (column) throws(DocumentDataError) in
            try column.column()
        }
        guard (1...Self.mostColumns).contains(columns.count) else {
            throw DocumentData(value, path: "columns").error(
                "a table has 1 to \(Self.mostColumns) columns, found \(columns.count)."
            )
        }
        let rows = try members.required("rows").each { (row) throws(DocumentDataError) in
            try row.row(columns: columns.count)
        }
        return Document.Table(
            caption: try members.optionalText("caption") ?? "",
            columns: columns,
            rows: rows,
            anchor: try members.optionalText("anchor")
        )
    }

    /// A heading, or a heading with `align`, `width` and `header`.
    private func column() throws(DocumentDataError) -> Document.Table.Column {
        if case .object = value {
            let members = try members(["1", "heading", "align", "width", "header"])
            let heading: DocumentData
            if let first = members.optional("1") {
                heading = first
            } else {
                heading = try members.required("heading")
            }
            let sides = Document.Table.Alignment.allCases.map(\.rawValue)
            let side = try members.optional("align")?.word(sides)
            return Document.Table.Column(
                try heading.text(),
                alignment: side.flatMap(Document.Table.Alignment.init) ?? .start,
                width: try members.optional("width")?.integer(1...100),
                isRowHeader: try members.optional("header")?.flag() ?? false
            )
        }
        return Document.Table.Column(try text())
    }

    /// A list of cells, or `{ section = "…" }` for a heading across all columns.
    private func row(columns: Int) throws(DocumentDataError) -> Document.Table.Row {
        if case .object = value {
            let members = try members(["section", "level"])
            return .section(
                try members.required("section").prose(),
                level: try members.optional("level")?.integer(1...6) ?? 1
            )
        }
        let cells = try each { (cell) throws(DocumentDataError) in
            try cell.cell(columns: columns)
        }
        let width = cells.reduce(0) { $0 + $1.columnSpan }
        guard width <= columns else {
            throw error("the row has \(width) cells, and the table has \(columns) columns.")
        }
        return .cells(cells)
    }

    func cell(columns: Int) throws(DocumentDataError) -> Document.Table.Cell {
        guard case .object(let object) = value, object["content"] != nil else {
            return Document.Table.Cell(try contents())
        }
        let members = try members(["content", "columns", "rows"])
        return Document.Table.Cell(
            try members.required("content").contents(),
            columnSpan: try members.optional("columns")?.integer(1...columns) ?? 1,
            rowSpan: try members.optional("rows")?.integer(1...10_000) ?? 1
        )
    }

    private func contents() throws(DocumentDataError) -> [Document.Table.Content] {
        if case .array = value {
            var all: [Document.Table.Content] = []
            for part in try elements() {
                if case .array = part.value {
                    throw part.error("a cell holds texts, numbers, days and statuses, no lists.")
                }
                all += try part.contents()
            }
            return all
        }
        return try content().map { [$0] } ?? []
    }

    private func content() throws(DocumentDataError) -> Document.Table.Content? {
        switch value {
        case .null: return nil
        case .string(let text): return text.isEmpty ? nil : .text(text)
        case .integer(let number): return .integer(number)
        case .number(let number): return .number(number, digits: 1)
        case .object(let object):
            if object["status"] != nil {
                return .status(try members(["status"]).required("status").status())
            }
            if object["date"] != nil { return .date(try date()) }
            if object["number"] != nil {
                let members = try members(["number", "digits"])
                let number = try members.required("number")
                guard let quantity = number.value.quantity else {
                    throw number.expected("a number")
                }
                return .number(
                    quantity,
                    digits: try members.optional("digits")?.integer(0...6) ?? 1
                )
            }
            guard object["markup"] != nil || object["text"] != nil else {
                throw error(
                    "a cell is a text, a number, or a table with one of the names markup, status, "
                        + "date, number and content; found the names "
                        + "\(object.keys.prefix(5).joined(separator: ", "))."
                )
            }
            return .prose(try prose())
        default: throw expected("a text, a number, a day or a status")
        }
    }
}
