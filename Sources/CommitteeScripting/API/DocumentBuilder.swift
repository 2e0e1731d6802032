// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// Builds a document from the calls that a report makes of `doc`.
struct DocumentBuilder {
    let values: ReportValues
    /// The day that a timeline marks: that of the edition.
    let marked: CivilDate
    private(set) var blocks: [Document.Block] = []
    private var title: String?
    private var properties: [Document.Property] = []

    init(values: ReportValues, marked: CivilDate) {
        self.values = values
        self.marked = marked
    }

    /// The document, which takes its title from its first heading when it was given none.
    func document(titled fallback: String) -> Document {
        var title = title
        for case .heading(let heading) in blocks where title == nil { title = heading.text }
        return Document(title: title ?? fallback, properties: properties, blocks: blocks)
    }

    /// Answers a call such as `doc:heading(1, "…")`.
    mutating func answer(_ function: String, _ arguments: [ScriptValue]) throws(ScriptRefusal) {
        let call = ScriptArguments("doc:\(function)", arguments)
        switch function {
        case "title":
            try call.check(1...1)
            title = try call.text(0)
        case "property":
            try call.check(2...2)
            properties.append(Document.Property(try call.text(0), try call.text(1)))
        case "heading":
            try call.check(2...3)
            try add(call, ["kind": "heading"], ["level", "text", "anchor"])
        case "paragraph":
            try call.check(1...1)
            var kind: JSONValue = "paragraph"
            if case .map = call[0] { kind = "prose" }
            try add(call, ["kind": kind], ["text"])
        case "list": try list(call)
        case "notice":
            try call.check(2...2)
            try add(call, ["kind": "notice"], ["strength", "text"])
        case "page_break":
            try call.check(0...0)
            blocks.append(.pageBreak)
        case "summary":
            try call.check(1...1)
            try add(call, ["kind": "summary-list"], ["rows"])
        case "table":
            try call.check(1...1)
            try add(call, whole: call[0], kind: "table")
        case "block":
            try call.check(1...1)
            try add(call, whole: call[0], kind: nil)
        case "legend": try legend(call)
        case "status_bar": try statusBar(call)
        case "timeline": try timeline(call)
        default: throw ScriptRefusal("doc:\(function) is not answered in this run")
        }
    }

    // MARK: Adding

    /// The arguments that are texts, where a day is not written as one.
    private static let texts: Set<String> = ["text", "title", "anchor", "strength"]

    private mutating func add(
        _ call: ScriptArguments,
        _ fixed: JSONObject,
        _ names: [String]
    ) throws(ScriptRefusal) {
        var members = fixed.map { ($0.key, $0.value) }
        for (index, name) in names.enumerated() where call[index] != .null {
            if Self.texts.contains(name), case .date = call[index] {
                throw call.expected("a text", index)
            }
            members.append((name, try data(call, call[index], path: name, name: name)))
        }
        try add(call, data: .object(JSONObject(members)))
    }

    private mutating func add(
        _ call: ScriptArguments,
        whole value: ScriptValue,
        kind: String?
    ) throws(ScriptRefusal) {
        guard let map = value.map else {
            throw ScriptRefusal("\(call.name): expected a table, found \(value.kindInWords).")
        }
        var members = kind.map { [("kind", JSONValue.string($0))] } ?? []
        let data = try data(call, .map(map), path: "", name: "")
        members += data.members?.map { ($0.key, $0.value) } ?? []
        try add(call, data: .object(JSONObject(members)))
    }

    private mutating func add(_ call: ScriptArguments, data: JSONValue) throws(ScriptRefusal) {
        let block: Document.Block
        do throws(DocumentDataError) {
            block = try Document.Block(data: data)
        } catch {
            throw ScriptRefusal("\(call.name): \(error.description)")
        }
        if case .table(let table) = block, let problem = Self.shortRow(of: table) {
            throw ScriptRefusal("\(call.name): \(problem)")
        }
        blocks.append(block)
    }

    /// Says which row ends before the table does, so that a value that is not there is not taken for nothing.
    private static func shortRow(of table: Document.Table) -> String? {
        // How many rows a cell above still reaches down into each column.
        var reach = Array(repeating: 0, count: table.columns.count)
        for (place, row) in table.rows.enumerated() {
            guard case .cells(let cells) = row else { continue }
            var column = 0
            for cell in cells {
                while column < reach.count, reach[column] > 0 { column += 1 }
                for _ in 0..<cell.columnSpan where column < reach.count {
                    reach[column] = cell.rowSpan
                    column += 1
                }
            }
            let missing = reach.indices.filter { reach[$0] == 0 }
            guard let first = missing.first else {
                for column in reach.indices { reach[column] -= 1 }
                continue
            }
            return
                "rows[\(place + 1)] has nothing for the column “\(table.columns[first].heading)”, and the table "
                + "has \(table.columns.count) columns. Where a value may be missing, write (value or \"Not set\")."
        }
        return nil
    }

    private func data(
        _ call: ScriptArguments,
        _ value: ScriptValue,
        path: String,
        name: String
    ) throws(ScriptRefusal) -> JSONValue {
        do throws(ScriptRefusal) {
            return try values.data(value, path: path, name: name)
        } catch {
            throw ScriptRefusal("\(call.name): \(error.message)")
        }
    }

    // MARK: Blocks with records

    /// `doc:list { "one", "two", ordered = true }`, or a list of an edition.
    private mutating func list(_ call: ScriptArguments) throws(ScriptRefusal) {
        try call.check(1...1)
        guard let items = values.list(call[0]) else {
            throw ScriptRefusal("doc:list: expected a list, found \(call[0].kindInWords).")
        }
        var members: [(String, JSONValue)] = [("kind", "list")]
        members.append(("items", try data(call, .list(items), path: "", name: "")))
        if case .map(let map) = call[0] {
            for entry in map.entries {
                members.append(
                    (entry.name, try data(call, entry.value, path: entry.name, name: entry.name))
                )
            }
        }
        try add(call, data: .object(JSONObject(members)))
    }

    /// `doc:legend(plan)`, with another title as a second argument.
    private mutating func legend(_ call: ScriptArguments) throws(ScriptRefusal) {
        try call.check(1...2)
        guard let plan = values.plan(call[0]) else {
            return try add(call, whole: call[0], kind: "legend")
        }
        let title = call[1] == .null ? "Status key" : try call.text(1)
        let entries = keys(of: plan, in: call[0]).map { row in
            Document.Legend.Entry(row.key.tag, row.wording)
        }
        if !entries.isEmpty {
            blocks.append(.legend(Document.Legend(title: title, entries: entries)))
        }
    }

    private func keys(of plan: PlanRow, in value: ScriptValue) -> [KeyRow] {
        guard case .handle(let handle) = value, let edition = values.edition(handle) else {
            return []
        }
        return plan.key.map { edition.keys[$0] }
    }

    /// `doc:status_bar("Actions by status", plan)`, or with segments of one's own.
    private mutating func statusBar(_ call: ScriptArguments) throws(ScriptRefusal) {
        try call.check(2...2)
        guard let plan = values.plan(call[1]) else {
            return try add(call, ["kind": "status-bar"], ["title", "segments"])
        }
        var segments = keys(of: plan, in: call[1]).map { row in
            Document.StatusBar.Segment(row.key.tag, count: row.lettered)
        }
        let known = Set(keys(of: plan, in: call[1]).map(\.key.letter))
        for status in plan.figures.statuses where !known.contains(status.printed) {
            let tag =
                status.printed.isEmpty
                ? StatusTag("", "No status", colour: nil) : StatusTag(printed: status.printed)
            segments.append(Document.StatusBar.Segment(tag, count: status.actions.count))
        }
        blocks.append(
            .statusBar(
                Document.StatusBar(
                    title: try call.text(0),
                    segments: segments.filter { $0.count > 0 }
                )
            )
        )
    }

    /// `doc:timeline("Due dates", plan.actions)`, or with rows of one's own.
    private mutating func timeline(_ call: ScriptArguments) throws(ScriptRefusal) {
        try call.check(2...2)
        guard let list = values.list(call[1]) else {
            throw ScriptRefusal(
                "doc:timeline: rows: expected a list, found \(call[1].kindInWords)."
            )
        }
        var rows: [JSONValue] = []
        for (index, value) in list.enumerated() {
            guard let item = values.item(value) else {
                rows.append(
                    try data(call, value, path: "rows[\(index + 1)]", name: "")
                )
                continue
            }
            rows.append(item.timelineData)
        }
        let title = try call.text(0)
        try add(
            call,
            data: [
                "kind": "timeline", "title": .string(title), "rows": .array(rows),
                "today": .string(marked.description),
            ]
        )
    }
}

extension ItemRow {
    /// The item as a row of a timeline.
    fileprivate var timelineData: JSONValue {
        let words = [item.number, item.text.singleLine].compactMap { $0 }.joined(separator: " ")
        var members: [(String, JSONValue)] = [("label", .string(words))]
        let timescale = item.timescale
        for (name, day) in [
            ("from", timescale.from), ("until", timescale.until), ("due", timescale.due),
        ] {
            if let day { members.append((name, .string(day.description))) }
        }
        if let status { members.append(("status", status.data)) }
        members.append(("words", .string(timescale.words)))
        return .object(JSONObject(members))
    }
}
#endif
