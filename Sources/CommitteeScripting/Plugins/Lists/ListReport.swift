// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// A report that a plugin declares as a table, without a function: a list, and what is made of it.
///
/// ```lua
/// report "by-lead" { list = "plan.actions", group = "leads", count = "status" }
/// ```
struct ListReport: Sendable {
    /// The names by which a declared report is told from one in code.
    static let names = [
        "list", "where", "order", "group", "count", "sum", "say", "columns", "picture", "none",
        "heading",
    ]

    /// The heading of the page, with gaps for fields of the edition.
    var title: ListWords
    var parts: [Part]

    /// One list, and what is made of it.
    struct Part: Sendable {
        var heading: ListWords?
        /// The path from the edition to the list.
        var list: [String]
        var conditions: [Condition] = []
        var order: [Order] = []
        var group: ListField?
        var count: Count?
        /// The fields that are added up, in each group or in all.
        var sums: [ListField] = []
        var say: ListWords?
        var columns: [Column] = []
        var picture: Picture?
        var none: String
    }

    /// What a field must hold.
    struct Condition: Sendable {
        enum Test: Sendable {
            case truth(Bool)
            case empty(Bool)
            case among([String])
            case noneOf([String])
            case numbers([Int])
            case range(from: Int?, through: Int?)
        }

        var field: ListField
        var tests: [Test]
    }

    struct Order: Sendable {
        /// The field; nil for how many there are of what is grouped or counted by.
        var field: ListField?
        var isDescending: Bool
    }

    enum Count: Sendable {
        case all
        case by(ListField)
    }

    struct Column: Sendable {
        var header: String
        var cell: ListWords
    }

    enum Picture: String, CaseIterable, Sendable {
        case statusBar = "status_bar"
        case timeline
    }

    /// Reads a declared report.
    ///
    /// - Parameters:
    ///   - fields: Its fields, `parts` among them.
    ///   - title: The title, when none is given.
    /// - Throws: `JSONError` that names what is wrong, and what to write instead.
    init(_ fields: JSONFields, title: String) throws(JSONError) {
        let words = try fields.optional("title", as: .text) ?? title
        self.title = try fields.words(words, at: "title", of: "edition")
        guard fields.has("parts") else {
            parts = [try Part(fields)]
            return
        }
        if let other = Self.names.first(where: fields.has) {
            throw fields.error(
                "a report with parts has its “\(other)” in one of them. Move it there.",
                at: other
            )
        }
        parts = try fields.required(
            "parts",
            as: .list(
                of: JSONFieldType("a part in braces") { (node, place) throws(JSONError) in
                    try Part(JSONFields(node, at: place, known: Self.names))
                }
            )
        )
        guard !parts.isEmpty else {
            throw fields.error("expected at least one part in braces.", at: "parts")
        }
    }
}

extension ListReport.Part {
    init(_ fields: JSONFields) throws(JSONError) {
        let words = try fields.required("list", as: .text)
        list = words.split(separator: ".").map(String.init)
        let found: String
        do throws(ListField.Missing) {
            found = try ListField.type(of: list, on: "edition", "a list of the edition")
        } catch {
            throw fields.error(error.message, at: "list")
        }
        guard found.hasSuffix("[]"), found != "string[]" else {
            throw fields.error(
                "“\(words)” is not a list of records. Write such as \"plan.actions\", \"plan.late\" or "
                    + "\"risks\".",
                at: "list"
            )
        }
        let type = String(found.dropLast(2))
        heading = try fields.optional("heading", as: .text).map { (text) throws(JSONError) in
            try fields.words(text, at: "heading", of: "edition")
        }
        none = try fields.optional("none", as: .text) ?? "None."
        if fields.has("where") { conditions = try fields.conditions(of: type) }
        if fields.has("order") { order = try fields.required("order", as: .orders(of: type)) }
        group = try fields.optional("group", as: .field(of: type))
        count = try fields.optional("count", as: .count(of: type))
        sums = try fields.optional("sum", as: .sums(of: type)) ?? []
        if let place = order.firstIndex(where: { $0.field == nil }) {
            guard place == 0, group != nil || isCountedByField else {
                throw fields.error(
                    "“count” orders groups by how many there are in each: write it first, beside group or "
                        + "count = \"…\" with a field.",
                    at: "order"
                )
            }
        }
        say = try fields.optional("say", as: .text).map { (text) throws(JSONError) in
            try fields.words(text, at: "say", of: type)
        }
        columns = try fields.optional("columns", as: .list(of: .column(of: type))) ?? []
        picture = try fields.optional(
            "picture",
            as: .one(of: ListReport.Picture.allCases.map(\.rawValue))
        ).flatMap(ListReport.Picture.init)
        if picture == .timeline, type != "item" {
            throw fields.error(
                "a timeline is of items of a plan, such as plan.actions.",
                at: "picture"
            )
        }
        if picture == .statusBar, type != "item", !isCountedByField {
            throw fields.error(
                "a status_bar needs what it counts: count = \"…\" with a field.",
                at: "picture"
            )
        }
        guard say != nil || !columns.isEmpty || count != nil || !sums.isEmpty || picture != nil
        else {
            // It is said of the whole, so that it is not told when the part that shows it is wrong.
            throw fields.error(
                "the list “\(words)” is not shown: add count, sum, say, columns or picture."
            )
        }
    }

    private var isCountedByField: Bool {
        if case .by = count { true } else { false }
    }
}

extension JSONFields {
    /// Words with gaps of a record.
    fileprivate func words(
        _ text: String,
        at name: String,
        of type: String
    ) throws(JSONError) -> ListWords {
        do throws(ListField.Missing) {
            return try ListWords(text, of: type)
        } catch {
            throw self.error(error.message, at: name)
        }
    }

    /// What fields must hold, under `where`.
    fileprivate func conditions(of type: String) throws(JSONError) -> [ListReport.Condition] {
        let node = try required("where", as: .node)
        guard case .object(let members) = node.content else {
            throw error(
                "expected fields and what they hold, such as { is_late = true }.",
                at: "where"
            )
        }
        var conditions: [ListReport.Condition] = []
        for member in members {
            let field = try JSONFieldType.field(of: type).read(
                JSONNode(.string(member.key), line: member.line, column: member.column),
                place.member("where")
            )
            let at = place.member("where").member(member.key)
            conditions.append(
                ListReport.Condition(field: field, tests: try at.tests(member.node, of: field))
            )
        }
        return conditions
    }
}

extension JSONPlace {
    /// What a field must hold: a value, a list of values, or a table such as `{ from = 0, through = 30 }`.
    fileprivate func tests(
        _ node: JSONNode,
        of field: ListField
    ) throws(JSONError) -> [ListReport.Condition.Test] {
        switch node.content {
        case .bool(let truth):
            guard field.kind == .truth else {
                throw error(
                    "“\(field.words)” is not true or false. For what has some, write { empty = false }.",
                    at: node
                )
            }
            return [.truth(truth)]
        case .array(let nodes):
            guard field.kind != .number, field.kind != .date else {
                return [
                    .numbers(try nodes.map { (node) throws(JSONError) in try number(node, field) })
                ]
            }
            return [.among(try nodes.map { (node) throws(JSONError) in try word(node, field) })]
        case .object:
            let fields = try JSONFields(
                node,
                at: self,
                known: ["from", "through", "empty", "except"]
            )
            var tests: [ListReport.Condition.Test] = []
            if let empty = try fields.optional("empty", as: .bool) { tests.append(.empty(empty)) }
            if fields.has("except") {
                let others = try fields.required("except", as: .node)
                let nodes: [JSONNode]
                if case .array(let list) = others.content { nodes = list } else { nodes = [others] }
                tests.append(
                    .noneOf(try nodes.map { (node) throws(JSONError) in try word(node, field) })
                )
            }
            let bounds = try ["from", "through"].map { (name) throws(JSONError) -> Int? in
                guard fields.has(name) else { return nil }
                return try member(name).number(try fields.required(name, as: .node), field)
            }
            if let from = bounds[0], let through = bounds[1], from > through {
                throw error("“from” comes after “through”, so nothing fits. Swap them.", at: node)
            }
            if bounds != [nil, nil] {
                tests.append(.range(from: bounds[0], through: bounds[1]))
            }
            guard !tests.isEmpty else {
                throw error("expected one of from, through, empty and except.", at: node)
            }
            return tests
        default:
            guard field.kind != .number, field.kind != .date else {
                return [.numbers([try number(node, field)])]
            }
            return [.among([try word(node, field)])]
        }
    }

    private func word(_ node: JSONNode, _ field: ListField) throws(JSONError) -> String {
        switch field.kind {
        case .text, .texts, .status:
            let word = try JSONFieldType.text.read(node, self)
            guard let known = field.knownWords, !known.contains(word) else { return word }
            throw error(
                "“\(word)” is nothing that “\(field.words)” holds. \(ClosestName.suggestion(for: word, in: known))",
                at: node
            )
        case .number, .date: return String(try number(node, field))
        case .truth: throw expected("true or false", found: node)
        }
    }

    /// A number, or a day by its number.
    private func number(_ node: JSONNode, _ field: ListField) throws(JSONError) -> Int {
        switch field.kind {
        case .number:
            if case .string(let text) = node.content, Int(text) == nil {
                throw error(
                    "“\(text)” is no number. Write a number, or a range: { from = 31 }, { through = 29 } or "
                        + "{ from = 1, through = 30 }.",
                    at: node
                )
            }
            return try JSONFieldType.integer.read(node, self)
        case .date:
            guard case .string(let text) = node.content, let day = CivilDate(iso: text) else {
                throw error("“\(field.words)” is a date: write it as \"2026-10-31\".", at: node)
            }
            return day.dayNumber
        default:
            throw error(
                "“\(field.words)” is neither a number nor a date, so it has no from and through.",
                at: node
            )
        }
    }
}

extension JSONFieldType where Value == ListField {
    /// A field of a record.
    fileprivate static func field(of type: String) -> Self {
        Self("the name of a field") { (node, place) throws(JSONError) in
            let text = try JSONFieldType<String>.text.read(node, place)
            do throws(ListField.Missing) {
                return try ListField(text, of: type)
            } catch {
                throw place.error(error.message, at: node)
            }
        }
    }
}

extension JSONFieldType where Value == [ListReport.Order] {
    /// Fields, the first first: `"due"`, or `{ "leads", { "due", descending = true } }`.
    fileprivate static func orders(of type: String) -> Self {
        let one = JSONFieldType<ListReport.Order>("a field") { (node, place) throws(JSONError) in
            if case .string("count") = node.content {
                return ListReport.Order(field: nil, isDescending: false)
            }
            guard case .object = node.content else {
                let field = try JSONFieldType<ListField>.field(of: type).read(node, place)
                return ListReport.Order(field: field, isDescending: false)
            }
            let fields = try JSONFields(node, at: place, known: ["1", "descending"])
            let isCount = try fields.required("1", as: .text) == "count"
            return ListReport.Order(
                field: isCount ? nil : try fields.required("1", as: .field(of: type)),
                isDescending: try fields.optional("descending", as: .bool) ?? false
            )
        }
        return Self("a field, or a list of fields") { (node, place) throws(JSONError) in
            guard case .array(let nodes) = node.content else { return [try one.read(node, place)] }
            var orders: [ListReport.Order] = []
            for (index, node) in nodes.enumerated() {
                orders.append(try one.read(node, place.element(index)))
            }
            return orders
        }
    }
}

extension JSONFieldType where Value == ListReport.Count {
    /// True, or the field by which is counted.
    fileprivate static func count(of type: String) -> Self {
        Self("true or a field") { (node, place) throws(JSONError) in
            if case .bool(true) = node.content { return .all }
            return .by(try JSONFieldType<ListField>.field(of: type).read(node, place))
        }
    }
}

extension JSONFieldType where Value == [ListField] {
    /// A field that holds numbers, or a list of such.
    fileprivate static func sums(of type: String) -> Self {
        let one = JSONFieldType<ListField>("a field that holds numbers") {
            (node, place) throws(JSONError) in
            let field = try JSONFieldType<ListField>.field(of: type).read(node, place)
            guard field.kind == .number || field.kind == .text else {
                throw place.error(
                    "“\(field.words)” holds no numbers, so it cannot be added up. To count, write count.",
                    at: node
                )
            }
            return field
        }
        return Self("a field, or a list of fields") { (node, place) throws(JSONError) in
            guard case .array(let nodes) = node.content else { return [try one.read(node, place)] }
            var fields: [ListField] = []
            for (index, node) in nodes.enumerated() {
                fields.append(try one.read(node, place.element(index)))
            }
            return fields
        }
    }
}

extension JSONFieldType where Value == ListReport.Column {
    /// A header, and a field or words with gaps.
    fileprivate static func column(of type: String) -> Self {
        Self("a header and a field in braces") { (node, place) throws(JSONError) in
            guard case .array(let parts) = node.content, parts.count == 2 else {
                throw place.error(
                    "expected a header and a field, such as { \"Action\", \"text\" }.",
                    at: node
                )
            }
            let header = try JSONFieldType<String>.text.read(parts[0], place)
            let text = try JSONFieldType<String>.text.read(parts[1], place)
            do throws(ListField.Missing) {
                let words = text.contains("{") ? text : "{\(text)}"
                return ListReport.Column(header: header, cell: try ListWords(words, of: type))
            } catch {
                throw place.error(error.message, at: parts[1])
            }
        }
    }
}
#endif
