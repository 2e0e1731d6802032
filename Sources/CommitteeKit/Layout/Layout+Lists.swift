// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Layout {
    /// The lists that the document may have beside its table, each with the part of the plan that it is.
    var listTables: [(list: PlanList, table: ListedTable)] {
        var tables: [(PlanList, ListedTable)] = []
        if let maintenance { tables.append((.maintenance, maintenance)) }
        if let backlog { tables.append((.backlog, backlog)) }
        return tables + lists.map { (.named($0.name), $0) }
    }

    /// The fields that the columns of each list print.
    var printedFields: [PlanList: Set<String>] {
        Dictionary(
            listTables.map { list, table in (list, Set(table.columns.flatMap(\.cell.gaps))) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Reads the further lists, and holds the columns of every list against the fields.
    mutating func readLists(_ fields: JSONFields) throws(JSONError) {
        lists = try fields.optional("lists", as: .list(of: .namedTable)) ?? []
        var names: Set<String> = []
        for list in lists where !names.insert(list.name).inserted {
            throw fields.error("two lists are called “\(list.name)”.", at: "lists")
        }
        for place in lists.indices {
            for column in lists[place].columns.indices {
                lists[place].columns[column].cell = keepingLevels(
                    lists[place].columns[column].cell
                )
            }
        }
        if let maintenance { try check(maintenance.columns, of: "maintenance", fields) }
        if let backlog { try check(backlog.columns, of: "backlog", fields) }
        for list in lists { try check(list.columns, of: "lists", fields) }
    }

    /// The cell of a list with what it says of a level above kept as a column of the committee's own: in
    /// a list, what stood above an item may be gone.
    private func keepingLevels(_ cell: Template) -> Template {
        Template(
            parts: cell.parts.map { part in
                guard case .gap(let gap) = part, let (level, field) = levelField(gap) else {
                    return part
                }
                let name = levels[level].singular.map { $0 == " " ? "_" : $0 }
                return .gap("local." + String(name) + (field == "text" ? "" : "_\(field)"))
            }
        )
    }

    private func check(
        _ columns: [LayoutColumn],
        of key: String,
        _ fields: JSONFields
    ) throws(JSONError) {
        for column in columns where !column.isComputed {
            for gap in column.cell.gaps
            where !Self.fieldNames.contains(gap) && !gap.hasPrefix("local.") {
                throw fields.error(
                    "the column “\(column.header)” holds “\(gap)”, which is not a field of a list. "
                        + ClosestName.suggestion(for: gap, in: Self.fieldNames)
                        + " A column of your own is called local.name.",
                    at: key
                )
            }
        }
    }
}

extension JSONFieldType where Value == ListedTable {
    /// A further list: its name, its heading, its columns, and whether it counts.
    static var namedTable: Self {
        .object(known: ["name", "heading", "columns", "counts", "completed"]) {
            (fields) throws(JSONError) in
            let name = try fields.required("name", as: .text)
            guard case .named? = PlanList(rawValue: name) else {
                throw fields.error(
                    PlanList(rawValue: name) == nil
                        ? "“\(name)” is not a name for a list. Write small letters, digits and "
                            + "hyphens, such as \"carried-over\"."
                        : "“\(name)” is a part that every plan may have. Declare it as "
                            + "\(name) = { … }, or choose another name.",
                    at: "name"
                )
            }
            var table = ListedTable(
                heading: try fields.required("heading", as: .template),
                columns: try fields.required("columns", as: .list(of: .column))
            )
            table.name = name
            table.counts = try fields.optional("counts", as: .bool) ?? false
            table.isCompleted = try fields.optional("completed", as: .bool) ?? false
            return table
        }
    }
}
