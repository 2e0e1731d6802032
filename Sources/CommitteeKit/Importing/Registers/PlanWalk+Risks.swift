// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// A register is walked through as a plan is: rows of one level, whose cells are read as those of risks
// when the walk is done.

extension PlanWalk {
    /// What a row is about.
    var noun: String { risks == nil ? "action" : "risk" }
    var aNoun: String { risks == nil ? "an action" : "a risk" }
    /// What the document is.
    var matter: String { risks == nil ? "plan" : "register" }

    /// Whether the document is a register in a form that has no room for a title: the layout knows which
    /// register it is, and --as-of says the day.
    var isTableAlone: Bool { risks != nil && source.format == .csv }

    /// A field in words; of a plan, its name.
    func fieldWords(_ field: String) -> String {
        risks == nil ? field : RegisterField.words(RegisterField.column(field))
    }

    /// Says of an item what a cell says that is merged over its row and the one above.
    mutating func takeCovered(of piece: SourcePiece) {
        guard let open, drafts[open].line == piece.line, !piece.covered.isEmpty,
            let above = (0..<open).last(where: { drafts[$0].item.level == drafts[open].item.level })
        else { return }
        for (column, cell) in map where piece.covered.contains(cell) {
            for target in columns[column].targets where drafts[open].isEmpty(target.field) {
                // Two actions have one text only where the layout divides its cells.
                if risks == nil, target != .own(target.field) || target.field == "text" { continue }
                for said in drafts[above].fields[target.field] ?? [] {
                    var said = said
                    said.posting = -1
                    drafts[open].add(said, to: target.field)
                }
            }
        }
    }

    /// Reads the rows as risks, and returns the register with its findings.
    mutating func finishedRegister(
        asOf given: CivilDate?,
        in register: RegisterLayout
    ) throws(ImportError) -> RegisterReading {
        flushBelow()
        flushKeyAcross()
        guard headers > 0 else { throw missingTable() }
        try checkColumns()
        let date = try settleDate(given, in: register)
        var rows: [RiskRow] = []
        for (place, draft) in drafts.enumerated() {
            plan.items.append(draft.item)
            rows.append(read(draft, at: place))
        }
        noteSource()
        let approvedWords = plan.statedFact("approved")
        let approved = approvedWords.flatMap { day($0) }
        if let approvedWords, approved == nil {
            find(
                factLines["approved"] ?? 0,
                "date-unread",
                "The document says “\(approvedWords)” of its approval, which is not a day; the risks "
                    + "stand as proposed."
            )
        }
        var page = RegisterPage(
            layout: register.id,
            title: plan.title.isEmpty
                ? register.title.filled { _ in date.formatted("d MMMM yyyy") } : plan.title,
            date: date,
            visibility: register.visibility
        )
        let order = register.facts.map(\.name)
        page.facts = plan.statedFacts.map { .init(name: $0.name, words: $0.words) }
            .sorted { (order.firstIndex(of: $0.name) ?? 0) < (order.firstIndex(of: $1.name) ?? 0) }
        page.texts = texts.map { text in
            RegisterPage.Text(
                place: text.place == .introduction ? .opening : .closing,
                headingLevel: text.headingLevel,
                text: text.text
            )
        }
        page.texts += plan.footnotes.map { note in
            let mark = LayoutWriter.raised(note.mark)
            return .init(place: .closing, text: Prose("\(mark) \(note.text.singleLine)"))
        }
        keepPrinted(&rows, &page, in: register)
        let account = try closedAccount()
        var reading = RegisterReading(
            page: page,
            rows: rows,
            account: account,
            approvedOn: approved,
            findings: findings.sorted { ($0.line, $0.kind) < ($1.line, $1.kind) },
            traces: traces.sorted { $0.line < $1.line }
        )
        reading.isTableAlone = isTableAlone && plan.title.isEmpty
        return reading
    }

    /// The day of which the document speaks: as it is given, by a line, by its title or by a header.
    private mutating func settleDate(
        _ given: CivilDate?,
        in register: RegisterLayout
    ) throws(ImportError) -> CivilDate {
        if let given { return given }
        let said = [
            plan.statedFact("date"), register.title.match(plan.title)?["date"], headerDate,
        ]
        .compactMap(\.self)
        for words in said {
            if let date = lastDay(words) { return date }
        }
        let found = said.first.map { "“\($0)” is not a day" } ?? "The document does not say its day"
        throw ImportError(
            source: source.name,
            line: factLines["date"] ?? factLines["title"],
            message:
                "\(found), and a score holds from a day on. Give it with --as-of, as in --as-of "
                + "2026-03-31, or declare the line of the layout's facts called “date” that says it."
        )
    }

    /// Notes how levels, scores and bands are printed: with the page where most cells of a column are
    /// printed alike, with the risk where one is not.
    private mutating func keepPrinted(
        _ rows: inout [RiskRow],
        _ page: inout RegisterPage,
        in register: RegisterLayout
    ) {
        guard let scores = risks?.scores else { return }
        page.forms = RegisterForms.most(in: rows, by: scores)
        let forms = RegisterForms(page.forms, scores: scores)
        for place in rows.indices {
            rows[place].keepPrinted(forms, in: register)
            risks?.read[place] = rows[place]
        }
    }

    // MARK: One risk

    private mutating func read(_ draft: ItemDraft, at place: Int) -> RiskRow {
        guard let rows = risks else { return RiskRow(risk: .blank, line: draft.line) }
        var reader = RiskRowReader(rows: rows, number: draft.item.number, line: draft.line)
        for field in draft.fields.keys.sorted() {
            let cells = draft.fields[field] ?? []
            reader.take(
                RegisterCell(
                    field: String(field.dropFirst("local.".count)),
                    pieces: cells.map { Prose(markup: $0.text) },
                    line: cells.first?.line ?? draft.line
                ),
                day: { self.targetDay($0) },
                exactDay: { self.day($0) }
            )
        }
        let row = reader.finished(id: draft.item.id)
        for (finding, field) in zip(reader.findings, reader.fields) {
            let cell = field.flatMap { draft.fields["local.\($0)"]?.first }
            find(at: cell, finding.line, finding.kind, finding.message)
        }
        risks?.read[place] = row
        return row
    }

    /// The day by which something is to be reached: a day, or the last one of a month or year.
    private func targetDay(_ words: String) -> CivilDate? {
        let reading = reader.timescales.read(words)
        guard reading.confidence != .unsure else { return nil }
        return reading.due ?? reading.until
    }
}
