// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The corrections that stand in a file beside a published document.
///
/// A repair belongs to one document, not to the layout that reads it. The file is strict JSON:
///
/// ```json
/// {
///   "document": "plan.txt",
///   "repairs": [
///     { "line": 257, "find": "3.1 Basic", "put": "8.1 Basic", "because": "The number is misread." }
///   ]
/// }
/// ```
///
/// Each repair says `because` and has one of these forms: `find` and `put` (with `cell`, counted
/// from 1, to look in one cell only), `cell` and `text`, `drop`, `insert_before`,
/// `insert_row_before`, or `lines` and `rows`. All but the last name a `line`.
public struct RepairsFile: Hashable, Sendable {
    /// The name of the file, for messages.
    public var source: String
    /// The name of the document that the repairs are for, when the file says so.
    public var document: String?
    /// The repairs, in the order in which they are made.
    public var repairs: [Repair]

    /// Creates repairs.
    ///
    /// - Parameters:
    ///   - source: The name of the file, for messages.
    ///   - document: The name of the document that the repairs are for.
    ///   - repairs: The repairs, in the order in which they are made.
    public init(source: String, document: String? = nil, repairs: [Repair]) {
        self.source = source
        self.document = document
        self.repairs = repairs
    }

    /// Reads a repairs file.
    ///
    /// - Parameters:
    ///   - bytes: The file, in UTF-8.
    ///   - source: The name of the file, for messages.
    /// - Throws: `JSONError` with the line of the first mistake.
    /// - Complexity: O(*n*) in the number of bytes.
    public init(reading bytes: [UInt8], source: String) throws(JSONError) {
        let node = try JSONReader.read(bytes, source: source)
        let fields = try JSONFields(node, in: source, known: ["$schema", "document", "repairs"])
        self.init(
            source: source,
            document: try fields.optional("document", as: .text),
            repairs: try fields.required(
                "repairs",
                as: .list(of: .object(known: Self.names, Self.repair))
            )
        )
    }

    private static let names = [
        "line", "because", "find", "put", "cell", "text", "drop", "insert_before",
        "insert_row_before", "lines", "rows",
    ]

    /// The names that each form needs or may have, beside `because`.
    private static let forms: [(mark: String, needs: [String], may: [String])] = [
        ("find", ["line", "find", "put"], ["cell"]),
        ("drop", ["line", "drop"], []),
        ("insert_before", ["line", "insert_before"], []),
        ("insert_row_before", ["line", "insert_row_before"], []),
        ("rows", ["lines", "rows"], []),
        ("text", ["line", "cell", "text"], []),
    ]

    private static func repair(_ fields: JSONFields) throws(JSONError) -> Repair {
        let because = try fields.required("because", as: .text)
        guard !because.trimmingSpace.isEmpty else {
            throw fields.error(
                "“because” is empty. Say why the document is not right.",
                at: "because"
            )
        }
        guard let form = forms.first(where: { fields.has($0.mark) }) else {
            throw fields.error(
                "the repair does not say what to do. Give “find” and “put”, “cell” and “text”, "
                    + "“drop”, “insert_before”, “insert_row_before”, or “lines” and “rows”."
            )
        }
        let allowed = form.needs + form.may + ["because"]
        if let other = names.first(where: { fields.has($0) && !allowed.contains($0) }) {
            throw fields.error(
                "“\(other)” does not go with “\(form.mark)”. Make two repairs of it.",
                at: other
            )
        }
        let step = try step(form.mark, fields)
        if case .replaceRows(let lines, _) = step {
            return Repair(
                line: lines.first ?? 1,
                because: because,
                step: step,
                fileLine: fields.node.line
            )
        }
        return Repair(
            line: try fields.required("line", as: counted),
            because: because,
            step: step,
            fileLine: fields.node.line
        )
    }

    private static var counted: JSONFieldType<Int> {
        JSONFieldType<Int>.integer.checked("a number counted from 1") { $0 >= 1 ? $0 : nil }
    }

    private static func step(_ form: String, _ fields: JSONFields) throws(JSONError) -> Repair.Step
    {
        switch form {
        case "find":
            let words = try fields.required("find", as: .text)
            guard !words.trimmingSpace.isEmpty else {
                throw fields.error("“find” is empty. Give the words to be replaced.", at: "find")
            }
            return .replace(
                find: words,
                put: try fields.required("put", as: .text),
                cell: try fields.optional("cell", as: counted)
            )
        case "drop":
            guard try fields.required("drop", as: .bool) else {
                throw fields.error("“drop” can only be true. Leave the repair out.", at: "drop")
            }
            return .drop
        case "insert_before":
            let text = try fields.required("insert_before", as: .text)
            guard !text.trimmingSpace.isEmpty else {
                throw fields.error("“insert_before” is empty. Give the text.", at: "insert_before")
            }
            return .insertText(text)
        case "insert_row_before":
            let row = try fields.required("insert_row_before", as: .list(of: .text))
            guard !row.isEmpty else {
                throw fields.error(
                    "the row has no cells. Give at least one.",
                    at: "insert_row_before"
                )
            }
            return .insertRow(row)
        case "rows":
            let lines = try fields.required("lines", as: .list(of: counted))
            guard !lines.isEmpty, zip(lines, lines.dropFirst()).allSatisfy(<) else {
                throw fields.error(
                    "“lines” must name at least one line, each once and in order.",
                    at: "lines"
                )
            }
            let rows = try fields.required("rows", as: .list(of: .list(of: .text)))
            guard !rows.isEmpty, rows.allSatisfy({ !$0.isEmpty }) else {
                throw fields.error(
                    "“rows” must have at least one row, and each row at least one cell. To leave "
                        + "rows out, use “drop”.",
                    at: "rows"
                )
            }
            return .replaceRows(lines: lines, rows: rows)
        default:
            return .setCell(
                try fields.required("cell", as: counted),
                text: try fields.required("text", as: .text)
            )
        }
    }
}
