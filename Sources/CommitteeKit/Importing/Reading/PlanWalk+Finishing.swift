// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Puts the cells together, reads them, and returns the plan with its findings.
    mutating func finished() throws(ImportError) -> PlanReading {
        flushBelow()
        flushKeyAcross()
        if blocks.isEmpty {
            guard headers > 0 else { throw missingTable() }
            try checkColumns()
        } else {
            try checkBlocks()
        }
        if let headerDate, plan.statedFact("progress") == nil {
            plan.statedFacts.append(StatedFact(name: "progress", words: headerDate))
        }
        let reportWords =
            plan.statedFact("progress") ?? plan.statedFact("reviewed") ?? headerDate ?? ""
        let reportedOn = lastDay(reportWords)
        let asAt = reportedOn ?? plan.period.from ?? CivilDate(1, 1, 1)
        var lines: [String: Int] = [:]
        var items: [PlanItem] = []
        var previous: PlanItem?
        for (place, draft) in drafts.enumerated() {
            let item = finish(draft, .table, place, asAt: asAt, above: previous)
            lines[item.id] = draft.line
            if item.level == layout.actionLevel { previous = item }
            items.append(item)
        }
        plan.items = items
        plan.maintenance = finishList(.maintenance, asAt: asAt, lines: &lines)
        plan.backlog = finishList(.backlog, asAt: asAt, lines: &lines)
        for list in layout.lists {
            let items = finishList(.named(list.name), asAt: asAt, lines: &lines)
            if !items.isEmpty { plan.lists.append(NamedList(name: list.name, items: items)) }
        }
        plan.lists.sort { $0.name < $1.name }
        plan.texts = texts
        compareFigures(on: reportedOn)
        let order = layout.facts.map(\.name)
        plan.statedFacts.sort {
            (order.firstIndex(of: $0.name) ?? 0) < (order.firstIndex(of: $1.name) ?? 0)
        }
        plan.alignments = alignments()
        checkLevels(lines)
        checkPeriod()
        checkPublication()
        noteUnsplitLeads()
        noteSource()
        let approved = plan.statedFact("approved") ?? plan.statedFact("published")
        let account = try closedAccount()
        return PlanReading(
            plan: plan,
            account: account,
            reportedOn: reportedOn,
            approvedOn: approved.flatMap { day($0) },
            findings: findings.sorted { ($0.line, $0.kind) < ($1.line, $1.kind) },
            traces: traces.sorted { $0.line < $1.line },
            lines: lines,
            printedFields: layout.printedFields,
            places: lines.compactMapValues { place(of: $0) },
            functionCells: settledFunctionCells()
        )
    }

    /// Notes what was doubtful before the walk began.
    mutating func noteSource() {
        for finding in source.findings {
            var place = place(of: finding.line)
            if let cell = finding.cell, case .row(let table, let row, _)? = place {
                place = .row(table: table, row: row, cell: cell)
            }
            findings.append(
                Finding(
                    line: finding.line,
                    kind: finding.kind.description,
                    message: finding.message,
                    place: place
                )
            )
        }
        for cleaning in source.cleanings where cleaning.what == .lookAlike {
            find(
                cleaning.line,
                "look-alike-letters",
                "“\(cleaning.before)” is written with letters of another alphabet; it was read as "
                    + "“\(cleaning.after)”."
            )
        }
    }

    /// Throws when a column stands in no header of the document.
    ///
    /// One that a page lost is a finding, and so
    /// are a few whose headers are damaged: another word or nothing stands in their place.
    func checkColumns() throws(ImportError) {
        let missing = layout.columns.indices.filter {
            !layout.columns[$0].isComputed && !seenColumns.contains($0)
        }
        guard !missing.isEmpty else { return }
        let isDamage =
            missing.count <= max(1, layout.columns.count / 8) && missing.count <= damagedHeaders
        guard !isDamage || missing.contains(where: isNeeded) else { return }
        throw missingColumns(
            missing.map { "“\(layout.columns[$0].header)”" },
            line: firstHeader
        )
    }

    /// Whether rows cannot be told apart, or say nothing, without a column.
    private func isNeeded(_ column: Int) -> Bool {
        let gaps = layout.columns[column].cell.gaps
        return gaps.contains("number") || gaps.contains("text")
            || risks != nil && (gaps.contains("local.title") || gaps.contains("local.event"))
    }

    private func missingColumns(_ names: [String], line: Int) -> ImportError {
        ImportError(
            source: source.name,
            line: line,
            message: "The header of the table lacks the columns " + names.joined(separator: ", ")
                + ", which the layout “\(layout.id)” expects. Choose the layout that fits, or "
                + "correct the header."
        )
    }

    func missingTable() -> ImportError {
        let names = layout.columns.filter { !$0.isComputed }.map { "“\($0.header)”" }
        var best: (line: Int, missing: [String])?
        for piece in pieces {
            guard case .row = piece.content else { continue }
            let map = headerMap(piece.cellWords, columns: columns, isAwaited: true)
            guard map.count >= 1, map.count < layout.columns.count else { continue }
            let missing = layout.columns.indices.filter {
                map.cells[$0] == nil && !layout.columns[$0].isComputed
            }.map { "“\(layout.columns[$0].header)”" }
            if missing.count < (best?.missing.count ?? .max) { best = (piece.line, missing) }
        }
        if let best {
            return missingColumns(best.missing, line: best.line)
        }
        return ImportError(
            source: source.name,
            message: "There is no table with the columns " + names.joined(separator: ", ")
                + ", which the layout “\(layout.id)” expects. Choose the layout that fits."
        )
    }

    private mutating func finishList(
        _ list: PlanList,
        asAt: CivilDate,
        lines: inout [String: Int]
    ) -> [PlanItem] {
        (listed[list] ?? ItemDrafts()).enumerated().map { place, draft in
            let item = finish(draft, list, place, asAt: asAt, above: nil)
            lines[item.id] = draft.line
            return item
        }
    }

    // MARK: One item

    private mutating func finish(
        _ draft: ItemDraft,
        _ list: PlanList,
        _ place: Int,
        asAt: CivilDate,
        above: PlanItem?
    ) -> PlanItem {
        var item = draft.item
        let isAction = item.level == layout.actionLevel && item.list == .table
        item.text = prose(draft, "text")
        var draft = draft
        if isAction, !layout.afterText.isEmpty {
            takeTails(of: &item, draft, place)
            draft = drafts[place]
        }
        takeDeclared(of: &item, draft)
        takeNotes(of: &item, line: draft.line)
        for (field, _) in draft.fields where field.hasPrefix("local.") {
            item.local[String(field.dropFirst(6))] = Prose(markup: draft.markup(field))
        }
        finishLeads(of: &item, draft)
        if let above, copiesAbove(draft.words("leads")) {
            item.leads = Leads(words: item.leads.words, names: above.leads.names)
        }
        finishTimescales(of: &item, draft, list, place, above: above)
        finishYear(of: &item, draft)
        var progress = Prose(markup: draft.markup("progress"))
        let status = statusWords(draft, list, place)
        let before = progress
        takeCompletion(of: &item, progress: &progress, status: status, asAt: asAt)
        if progress != before {
            var words = WordBag(before.singleLine)
            _ = words.take(WordBag(progress.singleLine))
            completionWords[.item(list, place, "progress")] = words.words.joined(separator: " ")
        }
        if layout.lists.contains(where: { $0.isCompleted && .named($0.name) == list }) {
            item.completion = .completed(.by(asAt))
        }
        if let status, let above, copiesAbove(status) { item.completion = above.completion }
        if let status {
            item.status = ReportedStatus(printed: status, scheme: layout.scheme, asAt: asAt)
            item.exit = layout.exit(reading: status, on: asAt)
        }
        if !progress.isEmpty {
            item.progress = [ProgressEntry(text: progress, asAt: asAt, by: "import")]
        }
        if isAction { noteDoubts(item, draft) }
        return item
    }

    /// The prose of a field; where it stands as paragraphs, items of a list that follow each other are one.
    private func prose(_ draft: ItemDraft, _ field: String) -> Prose {
        let prose = Prose(markup: draft.markup(field))
        return blocks.isEmpty ? prose : prose.joiningLists
    }

    /// Takes the cells of the fields that say themselves how they are read.
    private mutating func takeDeclared(of item: inout PlanItem, _ draft: ItemDraft) {
        for cell in PlanItem.table.cells where cell.name.description != "text" {
            guard let line = draft.fields[cell.name.description]?.first?.line else { continue }
            let words = prose(draft, cell.name.description)
            guard !cell.form.read(&item, words) else { continue }
            find(
                at: draft.fields[cell.name.description]?.first,
                line,
                "cell-unread",
                "“\(Self.short(words.singleLine))” is not what the column of the "
                    + "\(cell.name.inWords) holds; it is kept as text."
            )
            keepFields(draft.fields[cell.name.description] ?? [])
        }
    }

    /// Whether a cell stands for the one above it.
    func copiesAbove(_ words: String) -> Bool {
        layout.reading.copyAbove.contains { sameWords($0, words) }
    }

    /// Keeps cells as text that were read as something else at first.
    mutating func keepFields(_ cells: [CellText]) {
        for cell in cells where cell.posting >= 0 {
            ledger.change(cell.posting, to: .text)
            texts.append(PlanText(place: .closing, text: Prose(markup: cell.text)))
        }
    }

    /// The status cell: the first that holds a word; others are kept as text with a finding.
    private mutating func statusWords(
        _ draft: ItemDraft,
        _ list: PlanList,
        _ place: Int
    ) -> String? {
        let fields = draft.fields.keys.filter { $0.hasPrefix("status") }.sorted()
        var status: String?
        for field in fields {
            for cell in draft.fields[field, default: []] {
                let printed = cell.status ?? Prose(markup: cell.text).singleLine
                guard !WordBag(printed).isEmpty else {
                    if !printed.isEmpty {
                        find(
                            at: cell,
                            cell.line,
                            "stray-mark",
                            "“\(printed)” stands in the column of statuses and was left out."
                        )
                    }
                    continue
                }
                let words = letter(of: printed)
                if let known = status {
                    guard known != words else {
                        if cell.posting >= 0, cell.status == nil {
                            ledger.change(cell.posting, to: .repetition(list, place, field))
                        }
                        continue
                    }
                    find(
                        at: cell,
                        cell.line,
                        "status-twice",
                        "Action \(draft.printedName) has the status “\(known)” and here “\(words)”; the "
                            + "first was taken, the other is kept as text."
                    )
                    keepFields([cell])
                    continue
                }
                status = words
                guard words != printed, cell.posting >= 0, cell.status == nil else { continue }
                var rest = WordBag(printed)
                _ = rest.take(WordBag(words))
                ledger.split(
                    cell.posting,
                    keeping: words,
                    rest: rest.words.joined(separator: " "),
                    to: .layout("the word of status \(words)")
                )
            }
        }
        return status
    }

    private mutating func takeNotes(of item: inout PlanItem, line: Int) {
        let text = item.text.plainText
        for template in layout.reading.notes {
            guard let match = template.firstMatch(in: text.suffixCharacters(600)) else { continue }
            let tail = String(text.suffixCharacters(600).dropFirst(match.range.lowerBound))
            guard let note = Self.balanced(tail), note.count == tail.trimmingSpace.count
            else { continue }
            item.text = item.text.droppingLast(characters: note.count)
            item.notes.append(Prose(note))
            remarks[item.id] = Prose(note)
            find(
                line,
                "note-kept-apart",
                "“\(Self.short(note))” is a remark about action \(item.printedName), not part of its task; "
                    + "it is kept as a note."
            )
            return
        }
    }

    /// The beginning of a text up to the bracket that closes its first one.
    private static func balanced(_ text: String) -> String? {
        var depth = 0
        var kept = ""
        for character in text {
            kept.append(character)
            if character == "(" { depth += 1 }
            if character == ")" {
                depth -= 1
                if depth == 0 { return kept }
            }
        }
        return nil
    }

    private mutating func finishLeads(of item: inout PlanItem, _ draft: ItemDraft) {
        let words = Prose(markup: draft.markup("leads"))
        guard !words.isEmpty else { return }
        guard let glossary = layout.reading.leads else {
            item.leads = Leads(words: words)
            let line = words.singleLine
            if words.plainLines.count > 1 || Self.maySayTwo(line),
                !unsplitLeads.contains(where: { $0.words == line })
            {
                unsplitLeads.append((line, draft.line))
            }
            return
        }
        let reading = glossary.read(words)
        item.leads = Leads(words: words, names: reading.names)
        for name in reading.unknown {
            find(
                at: draft.fields["leads"]?.first,
                draft.line,
                "lead-not-in-glossary",
                "“\(Self.short(name))” is not in the glossary of leads, so it could not be split; it "
                    + "is kept as one lead."
            )
        }
    }

    /// Whether words join two: by “,”, “;”, “/”, “&” or “and”.
    private static func maySayTwo(_ words: String) -> Bool {
        words.contains(", ") || words.contains(";") || words.contains("/")
            || [" and ", " & "].contains { words.lowercased().contains($0) }
    }

    /// Says once for all cells that each was kept as one lead, where it may name several.
    private mutating func noteUnsplitLeads() {
        guard let first = unsplitLeads.first else { return }
        let shown = unsplitLeads.prefix(3).map { "“\(Self.short($0.words))”" }
        let more = unsplitLeads.count > 3 ? " and \(unsplitLeads.count - 3) more" : ""
        find(
            first.line,
            "leads-not-split",
            "These may be several leads, and each is kept, asked and reminded as one: "
                + "\(shown.joined(separator: "; "))\(more). List the committee's leads by their names in the "
                + "layout, as in reading = { leads = { \"Lead Nurse\", … } }."
        )
    }

    private mutating func takeCompletion(
        of item: inout PlanItem,
        progress: inout Prose,
        status: String?,
        asAt: CivilDate
    ) {
        func state(completed: Bool) -> Completion { completed ? .completed(.by(asAt)) : .ongoing }
        guard let words = layout.completion else {
            // Where the layout says nothing of completion, the key does.
            if let status, reader.scheme?.key(reading: status)?.meaning == .completed {
                item.completion = state(completed: true)
            }
            return
        }
        if words.field == "status" {
            guard let status else { return }
            if words.completed.contains(where: { sameWords($0, status) }) {
                item.completion = state(completed: true)
            } else if words.ongoing.contains(where: { sameWords($0, status) }) {
                item.completion = state(completed: false)
            } else if reader.scheme?.key(reading: status)?.meaning == .completed {
                // What the layout's words leave open, the key says.
                item.completion = state(completed: true)
            }
            return
        }
        let text = progress.plainText.trimmingSpace
        for (phrases, completed) in [(words.completed, true), (words.ongoing, false)] {
            for phrase in phrases where text.endsLike(phrase) {
                progress = progress.droppingLast(characters: phrase.count)
                item.completion = state(completed: completed)
                return
            }
        }
    }
}
