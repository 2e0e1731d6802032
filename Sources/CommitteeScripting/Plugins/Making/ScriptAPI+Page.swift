// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

extension ScriptAPI {
    /// Returns a page of the reference for people at a terminal.
    ///
    /// - Parameter name: A type such as `item`, one of its names such as `item.due` or `doc:table`, or
    ///   a declaration such as `layout`; or a word, such as `csv` or `agency`, for all that speaks of it; nil
    ///   for the list of all.
    /// - Returns: The page.
    /// - Throws: ``PluginError`` that names the closest one when there is no such name.
    public func page(for name: String? = nil) throws(PluginError) -> Document {
        guard let name else { return contents }
        let wanted = name.split(whereSeparator: { $0 == "." || $0 == ":" }).map(String.init)
        if wanted.count == 1, let type = types.first(where: { $0.name == wanted[0] }) {
            return page(for: type)
        }
        if wanted.count == 1, let function = declarations.first(where: { $0.name == wanted[0] }) {
            var page = page(for: function, named: function.name)
            for shape in shapes(of: function.name) { page.blocks += blocks(of: shape) }
            return page
        }
        if let shape = shapes.first(where: { $0.name == name }) {
            return Document(title: name, blocks: [.heading(1, name)] + blocks(of: shape))
        }
        let found = members(named: wanted)
        let hits = hits(for: name)
        if !found.isEmpty {
            let blocks = found.flatMap(\.page.blocks)
            // A word that is the name of a field may be looked for in another sense.
            let others = wanted.count == 1 ? hits.filter { !$0.name.hasSuffix(".\(name)") } : []
            return Document(
                title: found.count == 1 ? found[0].page.title : name,
                blocks: blocks + (others.isEmpty ? [] : speaking(of: name, others, level: 2))
            )
        }
        if !hits.isEmpty {
            return Document(
                title: "What speaks of “\(name)”",
                blocks: speaking(of: name, hits, level: 1)
            )
        }
        let known = allNames
        throw PluginError(
            .notFound,
            "The API has no “\(name)”. " + ClosestName.suggestion(for: name, in: known)
        )
    }

    private func speaking(
        of name: String,
        _ hits: [(name: String, summary: String)],
        level: Int
    ) -> [Document.Block] {
        let table = Document.Table(
            caption: "Names",
            columns: ["Name", "What"],
            rows: hits.map { .cells([.text($0.name), .text($0.summary)]) }
        )
        return [.heading(level, "What speaks of “\(name)”"), .table(table)]
    }

    /// The keys of a table that a declaration takes.
    private func blocks(of shape: ScriptAPIType) -> [Document.Block] {
        let table = Document.Table(
            caption: shape.name,
            columns: ["Key", "Type", "What"],
            rows: shape.fields.map { field in
                .cells([
                    .text(field.name),
                    .text(field.type + (field.isOptional ? " or nil" : "")),
                    .text(field.summary),
                ])
            }
        )
        return [.paragraph(shape.summary), .table(table)]
    }

    /// What people call things that have another name here.
    private static let otherWords: [String: [String]] = [
        "agency": ["item.leads", "item.leads_words"], "owner": ["item.leads", "risk.owner"],
        "responsible": ["item.leads"], "sort": ["report.declaration.order", "ctx.group"],
        "filter": ["report.declaration.where"], "pivot": ["report.declaration.count", "ctx.count"],
        "deadline": ["item.due", "timescale.due"], "rag": ["item.status", "status_scheme"],
        "excel": ["out:row", "report.declaration.media_type"],
        "spreadsheet": ["out:row", "report.declaration.media_type"],
        "email": ["reminder"],
        "chart": ["doc:status_bar", "doc:timeline", "report.declaration.picture"],
        "countif": ["ctx.count"], "overdue": ["plan.late", "item.is_late", "item.days_late"],
    ]

    /// Everything with a word in its name or in what is said of it, by name.
    private func hits(for word: String) -> [(name: String, summary: String)] {
        let wanted = word.lowercased()
        guard wanted.count > 1 else { return [] }
        var all: [(name: String, summary: String)] = declarations.map { ($0.name, $0.summary) }
        for type in types + shapes {
            all += type.fields.map { ("\(type.name).\($0.name)", $0.summary) }
            all += type.functions.map { function in
                let words = function.parameters.map(\.summary).joined(separator: " ")
                return (Self.written(function, of: type), "\(function.summary) \(words)")
            }
        }
        let related = Self.otherWords[wanted] ?? []
        let named = all.filter { related.contains($0.name) }
        let others = all.filter { hit in
            !related.contains(hit.name)
                && (hit.name.lowercased().contains(wanted)
                    || hit.summary.lowercased().contains(wanted))
        }
        return named + others
    }

    /// Every name of the API, as an author writes it.
    private var allNames: [String] {
        declarations.map(\.name) + types.map(\.name)
            + types.flatMap { type in
                type.fields.map { "\(type.name).\($0.name)" }
                    + type.functions.map { Self.written($0, of: type) }
            }
            + types.flatMap { $0.fields.map(\.name) + $0.functions.map(\.name) }
    }

    private static func written(_ function: ScriptAPIFunction, of type: ScriptAPIType) -> String {
        "\(type.name)\(type.hasMethods ? ":" : ".")\(function.name)"
    }

    /// The pages of the fields and functions of a name: of one type, or of all that have it.
    private func members(named wanted: [String]) -> [(name: String, page: Document)] {
        guard let last = wanted.last, wanted.count <= 2 else { return [] }
        var found: [(name: String, page: Document)] = []
        for type in types where wanted.count == 1 || type.name == wanted[0] {
            for field in type.fields where field.name == last {
                let name = "\(type.name).\(field.name)"
                let blocks: [Document.Block] = [
                    .heading(1, name), .paragraph(field.summary),
                    .paragraph("Type: \(field.type)\(field.isOptional ? ", or nil" : "")"),
                    .paragraph("Since version \(field.since) of the API."),
                ]
                found.append((name, Document(title: name, blocks: blocks)))
            }
            for function in type.functions where function.name == last {
                let name = Self.written(function, of: type)
                found.append((name, page(for: function, named: name)))
            }
        }
        return found
    }

    private func page(for function: ScriptAPIFunction, named name: String) -> Document {
        var blocks: [Document.Block] = [.heading(1, name), .paragraph(function.summary)]
        if !function.parameters.isEmpty {
            let table = Document.Table(
                caption: "Arguments",
                columns: ["Name", "Type", "What"],
                rows: function.parameters.map { parameter in
                    .cells([
                        .text(parameter.name),
                        .text(parameter.type + (parameter.isOptional ? " or nil" : "")),
                        .text(parameter.summary),
                    ])
                }
            )
            blocks.append(.table(table))
        }
        if let returns = function.returns { blocks.append(.paragraph("Returns: \(returns)")) }
        if !function.example.isEmpty { blocks.append(.paragraph("Example: \(function.example)")) }
        return Document(title: name, blocks: blocks)
    }

    private func page(for type: ScriptAPIType) -> Document {
        var blocks: [Document.Block] = [.heading(1, type.name), .paragraph(type.summary)]
        if !type.fields.isEmpty {
            let table = Document.Table(
                caption: "Fields",
                columns: ["Field", "Type", "Says"],
                rows: type.fields.map { field in
                    .cells([
                        .text(field.name),
                        .text(field.type + (field.isOptional ? " or nil" : "")),
                        .text(field.summary),
                    ])
                }
            )
            blocks.append(.table(table))
        }
        if !type.functions.isEmpty {
            let table = Document.Table(
                caption: "Functions",
                columns: ["Function", "Does"],
                rows: type.functions.map { function in
                    let names = function.parameters.map(\.name).joined(separator: ", ")
                    return .cells([
                        .text("\(Self.written(function, of: type))(\(names))"),
                        .text(function.summary),
                    ])
                }
            )
            blocks.append(.table(table))
        }
        return Document(title: type.name, blocks: blocks)
    }

    private var contents: Document {
        let title = "The Lua API, version \(version)"
        func table(_ caption: String, _ rows: [(String, String)]) -> Document.Block {
            .table(
                Document.Table(
                    caption: caption,
                    columns: ["Name", "What it is"],
                    rows: rows.map { .cells([.text($0.0), .text($0.1)]) }
                )
            )
        }
        return Document(
            title: title,
            blocks: [
                .heading(1, title),
                table("Declarations", declarations.map { ($0.name, $0.summary) }),
                table("Records and objects", types.map { ($0.name, $0.summary) }),
            ]
        )
    }
}
#endif
