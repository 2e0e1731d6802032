// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension DocumentData {
    /// Reads a block; blocks within blocks may be eight deep.
    func block(depth: Int) throws(DocumentDataError) -> Document.Block {
        guard depth < Self.greatestDepth else {
            throw error("blocks are nested more than \(Self.greatestDepth) deep.")
        }
        guard case .object(let object) = value, case .string(let kind)? = object["kind"] else {
            throw error("a block is a table with a kind, such as { kind = \"heading\", … }.")
        }
        switch kind {
        case "heading":
            let members = try members(["kind", "level", "text", "anchor"])
            return .heading(
                try members.required("level").integer(1...6),
                try members.text("text"),
                anchor: try members.optionalText("anchor")
            )
        case "paragraph":
            return .paragraph(try members(["kind", "text"]).required("text").inlines())
        case "prose": return .prose(try members(["kind", "text"]).required("text").prose())
        case "list":
            let members = try members(["kind", "ordered", "items"])
            return .list(
                ordered: try members.optional("ordered")?.flag() ?? false,
                items: try members.required("items").each { (item) throws(DocumentDataError) in
                    try item.prose()
                }
            )
        case "notice":
            let members = try members(["kind", "strength", "text"])
            let kinds = Document.Notice.Kind.allCases.map(\.rawValue)
            let strength = try members.required("strength").word(kinds)
            return .notice(
                Document.Notice(
                    Document.Notice.Kind(rawValue: strength) ?? .information,
                    try members.required("text").prose()
                )
            )
        case "page-break":
            _ = try members(["kind"])
            return .pageBreak
        case "table": return .table(try table())
        case "legend": return try legend()
        case "summary-list": return try summaryList()
        case "status-bar": return try statusBar()
        case "sparkline": return try sparkline()
        case "timeline": return try timeline()
        case "heat-map": return try heatMap()
        case "tree":
            let members = try members(["kind", "title", "roots"])
            return .tree(
                Document.Tree(
                    title: try members.text("title"),
                    roots: try members.required("roots").nodes(depth: 0)
                )
            )
        case "footnotes": return try footnotes()
        case "figure":
            let members = try members(["kind", "caption", "blocks"])
            return .figure(
                Document.Figure(
                    caption: try members.text("caption"),
                    blocks: try members.required("blocks").blocks(depth: depth + 1)
                )
            )
        case "section":
            let members = try members(["kind", "label", "landmark", "blocks"])
            let names = Document.Section.Landmark.allCases.map(\.rawValue)
            let landmark = try members.optional("landmark")?.word(names)
            return .section(
                Document.Section(
                    label: try members.text("label"),
                    landmark: landmark.flatMap(Document.Section.Landmark.init) ?? .region,
                    blocks: try members.required("blocks").blocks(depth: depth + 1)
                )
            )
        default:
            throw error(
                "“\(kind)” is not a kind of block. "
                    + ClosestName.suggestion(for: kind, in: Document.Block.kinds)
            )
        }
    }

    private func blocks(depth: Int) throws(DocumentDataError) -> [Document.Block] {
        try each { (block) throws(DocumentDataError) in try block.block(depth: depth) }
    }

    /// Reads the nodes of a tree, which may stand as deep as one is drawn.
    private func nodes(depth: Int) throws(DocumentDataError) -> [Document.Tree.Node] {
        guard depth <= Document.Tree.greatestDepth else {
            throw error("a tree is at most \(Document.Tree.greatestDepth + 1) deep.")
        }
        return try each { (node) throws(DocumentDataError) in
            let members = try node.members(["label", "detail", "children"])
            return Document.Tree.Node(
                try members.text("label"),
                detail: try members.optionalText("detail") ?? "",
                children: try members.optional("children")?.nodes(depth: depth + 1) ?? []
            )
        }
    }

    private func legend() throws(DocumentDataError) -> Document.Block {
        let members = try members(["kind", "title", "entries"])
        return .legend(
            Document.Legend(
                title: try members.text("title"),
                entries: try members.required("entries").each { (entry) throws(DocumentDataError) in
                    let members = try entry.members(["status", "wording"])
                    return Document.Legend.Entry(
                        try members.required("status").status(),
                        try members.optional("wording")?.prose() ?? Prose()
                    )
                }
            )
        )
    }

    private func summaryList() throws(DocumentDataError) -> Document.Block {
        let rows = try members(["kind", "rows"]).required("rows")
        return .summaryList(
            Document.SummaryList(
                try rows.each { (row) throws(DocumentDataError) in
                    let parts = try row.elements()
                    guard parts.count == 2 else {
                        throw row.error(
                            "a fact is a name and a value, such as { \"Total\", 19 }; found "
                                + "\(parts.count) parts."
                        )
                    }
                    return Document.SummaryList.Row(
                        try parts[0].text(),
                        try parts[1].cell(columns: 1).asProse
                    )
                }
            )
        )
    }

    private func statusBar() throws(DocumentDataError) -> Document.Block {
        let members = try members(["kind", "title", "segments"])
        return .statusBar(
            Document.StatusBar(
                title: try members.text("title"),
                segments: try members.required("segments").each {
                    (segment) throws(DocumentDataError) in
                    let members = try segment.members(["status", "count"])
                    return Document.StatusBar.Segment(
                        try members.required("status").status(),
                        count: try members.required("count").integer(0...1_000_000_000)
                    )
                }
            )
        )
    }

    private func sparkline() throws(DocumentDataError) -> Document.Block {
        let members = try members(["kind", "title", "points"])
        return .sparkline(
            Document.Sparkline(
                title: try members.text("title"),
                points: try members.required("points").each { (point) throws(DocumentDataError) in
                    let members = try point.members(["label", "words", "thousandths"])
                    return Document.Sparkline.Point(
                        try members.text("label"),
                        try members.text("words"),
                        thousandths: try members.optional("thousandths")?.integer(
                            -1_000_000_000_000_000...1_000_000_000_000_000
                        )
                    )
                }
            )
        )
    }

    private func timeline() throws(DocumentDataError) -> Document.Block {
        let members = try members(["kind", "title", "rows", "today"])
        return .timeline(
            Document.Timeline(
                title: try members.text("title"),
                rows: try members.required("rows").each { (row) throws(DocumentDataError) in
                    let members = try row.members([
                        "label", "from", "until", "due", "status", "words",
                    ])
                    return Document.Timeline.Row(
                        try members.text("label"),
                        from: try members.optional("from")?.date(),
                        until: try members.optional("until")?.date(),
                        due: try members.optional("due")?.date(),
                        status: try members.optional("status")?.status(),
                        words: try members.optionalText("words") ?? ""
                    )
                },
                today: try members.optional("today")?.date()
            )
        )
    }

    private func heatMap() throws(DocumentDataError) -> Document.Block {
        let members = try members([
            "kind", "title", "rowTitle", "columnTitle", "columns", "rows", "notes",
        ])
        var names: [String] = []
        var cells: [[Document.HeatMap.Cell]] = []
        for row in try members.required("rows").elements() {
            let row = try row.members(["name", "cells"])
            names.append(try row.text("name"))
            cells.append(
                try row.required("cells").each { (cell) throws(DocumentDataError) in
                    let cell = try cell.members(["band", "score", "count", "names"])
                    return Document.HeatMap.Cell(
                        band: try cell.optional("band")?.status(),
                        score: try cell.optionalText("score") ?? "",
                        count: try cell.required("count").integer(0...1_000_000_000),
                        names: try cell.optional("names")?.each {
                            (name) throws(DocumentDataError) in
                            try name.text()
                        } ?? []
                    )
                }
            )
        }
        return .heatMap(
            Document.HeatMap(
                title: try members.text("title"),
                rowTitle: try members.text("rowTitle"),
                columnTitle: try members.text("columnTitle"),
                rows: names,
                columns: try members.required("columns").each { (name) throws(DocumentDataError) in
                    try name.text()
                },
                cells: cells,
                notes: try members.optional("notes")?.each { (note) throws(DocumentDataError) in
                    try note.text()
                } ?? []
            )
        )
    }

    private func footnotes() throws(DocumentDataError) -> Document.Block {
        let notes = try members(["kind", "notes"]).required("notes")
        return .footnotes(
            try notes.each { (note) throws(DocumentDataError) in
                let members = try note.members(["label", "text"])
                return Document.Footnote(
                    try members.text("label"),
                    try members.required("text").prose()
                )
            }
        )
    }
}
