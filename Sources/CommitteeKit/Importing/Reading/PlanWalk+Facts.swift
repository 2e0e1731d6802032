// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Reads the title, the period and the lines that state single facts, wherever they stand.
    mutating func readFacts() throws(ImportError) {
        for piece in pieces {
            readFactsWithin(piece)
            guard piece.words.utf8.count <= Self.longestFact else { continue }
            for line in piece.lines { readFacts(of: line, at: piece.line) }
        }
        guard !plan.title.isEmpty || isTableAlone else { throw missingTitle() }
        try settlePeriod()
        let id = layout.planID.filled { gap in
            switch gap {
            case "from.year": plan.period.from.map { String($0.year) }
            case "until.year": plan.period.until.map { String($0.year) }
            default: nil
            }
        }
        plan.id = id.split(separator: "-").joined(separator: "-")
    }

    /// Finds out when the plan runs: by its title, by a line that states its period, or as it is given.
    private mutating func settlePeriod() throws(ImportError) {
        let line = factLines["title"] ?? 0
        if plan.period == .always, let stated = plan.statedFact("period") {
            plan.period = span(stated) ?? .always
        }
        if plan.period == .always, let givenPeriod { plan.period = givenPeriod }
        guard plan.period.from == nil || plan.period.until == nil else { return }
        let words = titlePeriod.isEmpty ? plan.title : titlePeriod
        guard plan.period != .always else {
            throw ImportError(
                source: source.name,
                line: line,
                message:
                    "“\(words)” does not say from when until when the plan runs, and no line of the "
                    + "layout's facts called “period” does. Give it with --period, as in --period "
                    + "2024-04-01/2027-03-31, or declare the line that says it."
            )
        }
        find(
            line,
            "period-unread",
            "“\(words)” does not say from when until when the plan runs."
        )
    }

    /// Whether words say the years of the plan's own period, in whatever form.
    func isOfPlan(_ words: String) -> Bool {
        guard let span = span(words) else { return false }
        return span.from?.year == plan.period.from?.year
            && span.until?.year == plan.period.until?.year
    }

    private func span(_ words: String) -> CivilSpan? {
        let reading = reader.timescales.read(words)
        guard reading.from != nil || reading.until != nil || reading.due != nil else { return nil }
        return CivilSpan(from: reading.from, until: reading.until ?? reading.due)
    }

    private mutating func readFacts(of words: String, at line: Int) {
        if plan.title.isEmpty, let match = layout.title.firstMatch(in: words),
            isWhole(words, less: match)
        {
            readTitle(match, line: line)
        }
        for fact in layout.facts where !fact.isWithin && plan.statedFact(fact.name) == nil {
            guard let match = fact.template.firstMatch(in: words), isWhole(words, less: match)
            else { continue }
            let value = fact.template.gaps.first.flatMap { match[$0] } ?? ""
            plan.statedFacts.append(StatedFact(name: fact.name, words: value))
            factLines[fact.name] = line
        }
    }

    /// Reads the facts whose words stand inside a paragraph; its words stay where they stand.
    private mutating func readFactsWithin(_ piece: SourcePiece) {
        for fact in layout.facts where fact.isWithin && plan.statedFact(fact.name) == nil {
            guard piece.words.utf8.count <= Self.longestParagraph,
                let match = fact.template.firstMatch(in: piece.words),
                let value = fact.template.gaps.first.flatMap({ match[$0] }), !value.isEmpty
            else { continue }
            plan.statedFacts.append(StatedFact(name: fact.name, words: value))
        }
    }

    private mutating func readTitle(_ match: TemplateMatch, line: Int) {
        let period = match["period"] ?? ""
        plan.title = layout.title.filled { $0 == "period" ? period : match[$0] }
        titlePeriod = period
        plan.period = span(period) ?? .always
        factLines["title"] = line
    }

    /// Whether nothing but known lines stands in a line.
    private func isWhole(_ words: String, less match: TemplateMatch) -> Bool {
        var rest = Array(words)
        rest.removeSubrange(match.range)
        return String(rest).comparisonKey.isEmpty || isKnownLine(String(rest))
    }

    private func isKnownLine(_ words: String) -> Bool {
        let templates =
            [layout.title] + layout.factLines.map(\.template) + layout.reading.pageFurniture
        return templates.contains { template in
            guard let match = template.firstMatch(in: words) else { return false }
            var rest = Array(words)
            rest.removeSubrange(match.range)
            return String(rest).comparisonKey.isEmpty
        }
    }

    /// The bytes of the longest piece that can be a title, a fact or page furniture.
    static let longestFact = 500
    /// The bytes of the longest paragraph inside which a fact is looked for.
    static let longestParagraph = 4_000

    /// Whether a piece is a line that the layout knows: a title, a fact or page furniture.
    func isFurniture(_ piece: SourcePiece) -> Bool {
        guard !piece.words.isEmpty, piece.words.utf8.count <= Self.longestFact,
            piece.cellWords.count(where: { !$0.isEmpty }) <= 2
        else { return false }
        let templates =
            [layout.title] + layout.factLines.map(\.template) + layout.reading.pageFurniture
        return piece.lines.allSatisfy { line in
            LayoutWords.isOwn(line)
                || templates.contains { template in
                    guard let match = template.firstMatch(in: line) else { return false }
                    return isWhole(line, less: match)
                }
        }
    }

    /// What a line says of a fact or of the plan's period that was stated otherwise before.
    func otherFact(in piece: SourcePiece) -> (stated: String, here: String)? {
        for line in piece.lines {
            for fact in layout.factLines {
                guard let stated = plan.statedFact(fact.name),
                    let match = fact.template.firstMatch(in: line), isWhole(line, less: match),
                    let here = fact.template.gaps.first.flatMap({ match[$0] }),
                    !sameWords(here, stated)
                else { continue }
                // Two facts may have one form of words; the line is then the other one's.
                let isOther = layout.factLines.contains { other in
                    plan.statedFact(other.name).map { sameWords($0, here) } ?? false
                        && other.template.firstMatch(in: line) != nil
                }
                if !isOther { return (stated, here) }
            }
            if let match = layout.title.firstMatch(in: line), isWhole(line, less: match),
                let period = match["period"], !sameWords(period, titlePeriod)
            {
                return (titlePeriod, period)
            }
        }
        return nil
    }

    // MARK: Doubts about the document as a whole

    /// Compares what the document says of its period in other places.
    mutating func checkPeriod() {
        guard let from = plan.period.from, let until = plan.period.until else { return }
        let begin = from.formatted("d MMMM").compact
        let endDay = until.formatted("d MMMM").compact
        for piece in pieces where piece.table > 0 || piece.words.count < 200 {
            let words = piece.words.compact
            guard words.contains("plan"), words.contains(begin),
                let end = words.range(ofLast: endDay)
            else { continue }
            let year = String(words.dropFirst(end).prefix(4))
            guard year.count == 4, let number = Int(year), number != until.year else { continue }
            find(
                piece.line,
                "period-mismatch",
                "Here the plan ends on \(until.formatted("d MMMM")) \(number), in its title on "
                    + "\(until.formatted("d MMMM yyyy")). The title's period was taken."
            )
            break
        }
        checkLength(from: from, until: until)
    }

    private mutating func checkLength(from: CivilDate, until: CivilDate) {
        let months =
            (until.year - from.year) * 12 + until.month - from.month
            + (until.day >= from.day ? 1 : 0)
        let words = ["two": 2, "three": 3, "four": 4, "five": 5, "ten": 10]
        for piece in pieces {
            let key = piece.words.comparisonKey
            for (word, years) in words where key.contains("\(word) year") {
                guard key.contains("plan"), months != years * 12,
                    from.day == 1 && from.month != 1 || until.month != 12
                else { continue }
                let rest = months % 12 == 0 ? "" : " and \(months % 12) months"
                return find(
                    piece.line,
                    "period-length",
                    "The text speaks of \(word) years, but the plan's period lasts "
                        + "\(months / 12) years\(rest)."
                )
            }
        }
    }

    /// Compares the publication dates that the document states.
    mutating func checkPublication() {
        for name in ["published", "approved"] {
            guard let words = plan.statedFact(name), let line = factLines[name] else { continue }
            guard let published = day(words) else {
                find(
                    line,
                    "date-unread",
                    "The document says “\(words)” of its publication, which is not a day; the plan "
                        + "counts as a draft."
                )
                continue
            }
            for (check, row) in zip(plan.statedChecks, checkLines)
            where check.name.comparisonKey.hasPrefix("publi") {
                guard let date = check.date, date != published else { continue }
                find(
                    row,
                    "publication-mismatch",
                    "The table of progress checks says “\(check.name)” of \(check.words); elsewhere "
                        + "the document says \(words)."
                )
            }
        }
    }
}

extension String {
    /// The letters and digits alone, in lower case.
    var compact: String {
        String(filter { $0.isLetter || $0.isNumber }).lowercased()
    }

    /// The number of characters up to the end of the last place where some text stands.
    func range(ofLast text: String) -> Int? {
        let whole = Array(self)
        let part = Array(text)
        guard !part.isEmpty, whole.count >= part.count else { return nil }
        for start in stride(from: whole.count - part.count, through: 0, by: -1)
        where Array(whole[start..<(start + part.count)]) == part {
            return start + part.count
        }
        return nil
    }
}
