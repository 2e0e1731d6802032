// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Adds an indicator, with everything that its fields say.
    ///
    /// ```swift
    /// var indicator = Indicator(id: "registrations")
    /// indicator.title = "Children on the register"
    /// indicator.every = .registerYear
    /// try await committee.addIndicator(indicator, by: "data-officer")
    /// ```
    ///
    /// - Parameters:
    ///   - indicator: The indicator: its identifier, title and other fields.
    ///   - effective: The day from which it is there; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    /// - Returns: The indicator as it stands then.
    /// - Throws: ``LibraryError`` when there is such an indicator already, or something of it cannot be;
    ///   ``JournalError`` when the store cannot take it.
    @discardableResult
    public func addIndicator(
        _ indicator: Indicator,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil
    ) async throws -> Indicator {
        let record = try await recordInFigures(effective: effective, by: by, reason: reason) {
            record in
            guard !record.indicators.contains(where: { $0.id == indicator.id }) else {
                throw LibraryError(
                    .refused,
                    "There is an indicator “\(indicator.id)” already. Change that one, or choose another "
                        + "identifier."
                )
            }
            try record.checkParts(of: indicator)
            return indicator.facts(since: Indicator(id: indicator.id))
        }
        return try record.indicator(indicator.id)
    }

    /// Changes fields of an indicator; what the closure leaves alone stays.
    ///
    /// - Parameters:
    ///   - id: The identifier of the indicator.
    ///   - effective: The day from which it holds; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    ///   - change: Sets fields of the indicator. Values and questions are recorded by themselves.
    /// - Returns: The indicator as it stands then.
    /// - Throws: ``LibraryError`` when there is no such indicator, or it cannot be so; ``JournalError`` when
    ///   the store cannot take it.
    @discardableResult
    public func changeIndicator(
        _ id: String,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil,
        _ change: (inout Indicator) -> Void
    ) async throws -> Indicator {
        let record = try await recordInFigures(effective: effective, by: by, reason: reason) {
            record in
            let before = try record.indicator(id)
            var indicator = before
            change(&indicator)
            if indicator.sumOf != before.sumOf || indicator.outOf != before.outOf {
                try record.checkParts(of: indicator)
            }
            return indicator.facts(since: before)
        }
        return try record.indicator(id)
    }

    /// Records values of an indicator that became known, new ones or other ones than before.
    ///
    /// - Parameters:
    ///   - values: The values. What is known already is not recorded again.
    ///   - id: The identifier of the indicator.
    ///   - effective: The day on which they became known; the host's today when nil.
    ///   - by: Who records them.
    ///   - reason: Why.
    /// - Returns: The indicator as it stands then.
    /// - Throws: ``LibraryError`` when there is no such indicator, or a value cannot be; ``JournalError``
    ///   when the store cannot take it.
    @discardableResult
    public func recordFigures(
        _ values: [FigureValue],
        of id: String,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil
    ) async throws -> Indicator {
        if let effective, effective > library.today() {
            throw LibraryError(
                .refused,
                "\(effective.formatted("d MMMM yyyy")) is still to come, and a value is recorded when it is known. Give "
                    + "the day on which it became known."
            )
        }
        let record = try await recordInFigures(effective: effective, by: by, reason: reason) {
            record in
            let indicator = try record.indicator(id)
            let new = values.filter { value in
                let last = indicator.value(value.period, area: value.area)
                return last?.count != value.count || last?.outOf != value.outOf
                    || last?.note != value.note
            }
            return new.isEmpty ? [] : [Change(.indicator(id), .figuresSet(new))]
        }
        return try record.indicator(id)
    }

    /// Records a question about an indicator.
    ///
    /// - Parameters:
    ///   - question: The question.
    ///   - id: The identifier of the indicator.
    ///   - effective: The day on which it was asked; the host's today when nil.
    ///   - by: Who records it.
    /// - Returns: The indicator, whose last question it is.
    /// - Throws: ``LibraryError`` when there is no such indicator or area; ``JournalError`` when the store
    ///   cannot take it.
    @discardableResult
    public func askAboutFigures(
        _ question: FigureQuestion,
        of id: String,
        effective: CivilDate? = nil,
        by: String
    ) async throws -> Indicator {
        let record = try await recordInFigures(effective: effective, by: by, reason: nil) {
            record in
            _ = try record.indicator(id)
            return [Change(.indicator(id), .figureQuestionAsked(question))]
        }
        return try record.indicator(id)
    }

    /// Records the answer to a question about an indicator.
    ///
    /// - Parameters:
    ///   - answer: The answer, with the number of the question.
    ///   - id: The identifier of the indicator.
    ///   - effective: The day of the answer; the host's today when nil.
    ///   - by: Who records it.
    /// - Returns: The indicator as it stands then.
    /// - Throws: ``LibraryError`` when there is no such indicator or question; ``JournalError`` when the
    ///   store cannot take it.
    @discardableResult
    public func answerAboutFigures(
        _ answer: FigureAnswer,
        of id: String,
        effective: CivilDate? = nil,
        by: String
    ) async throws -> Indicator {
        let record = try await recordInFigures(effective: effective, by: by, reason: nil) {
            record in
            _ = try record.indicator(id)
            return [Change(.indicator(id), .figureQuestionAnswered(answer))]
        }
        return try record.indicator(id)
    }

    /// Records which counts are too small to be published.
    ///
    /// - Parameters:
    ///   - rules: The rules.
    ///   - effective: The day from which they hold; the host's today when nil.
    ///   - by: Who records them.
    ///   - reason: Why.
    /// - Throws: ``JournalError`` when the store cannot take it.
    public func setFigureRules(
        _ rules: SuppressionRules,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil
    ) async throws {
        _ = try await recordInFigures(effective: effective, by: by, reason: reason) { record in
            record[FigureRegister.self].rules == rules
                ? [] : [Change(.figures, .figureRulesSet(rules))]
        }
    }

    /// Returns what would be published of the figures, with what would be hidden and why.
    ///
    /// - Parameters:
    ///   - audience: The audience.
    ///   - ids: The indicators; all of which the audience may know when nil.
    ///   - day: The day; the host's today when nil.
    /// - Returns: The figures that the audience has not got yet, and nothing when there is none.
    /// - Throws: ``LibraryError`` when there is no such indicator, or the figures cannot be published safely.
    public func figuresToPublish(
        for audience: Audience = .public,
        of ids: [String]? = nil,
        asOf day: CivilDate? = nil
    ) async throws -> FigurePublication {
        let day = day ?? library.today()
        let record = await Record.foldingInTurns(
            try await entries(),
            in: library.rooms,
            asOf: day
        )
        return try record.figuresToPublish(for: audience, of: ids)
    }

    /// Publishes the figures that an audience has not got yet, with small numbers hidden, or refuses.
    ///
    /// Everything that was ever published is taken together with the new figures: months, quarters and years, areas,
    /// indicators that are parts of others, shares and earlier values. What is hidden stays hidden. Until then,
    /// readers of the audience have none of it.
    ///
    /// - Parameters:
    ///   - audience: The audience.
    ///   - ids: The indicators; all of which the audience may know when nil.
    ///   - effective: The day of publication; the host's today when nil.
    ///   - by: Who publishes.
    ///   - reason: Why.
    /// - Returns: What was published; without figures when the audience had everything already.
    /// - Throws: ``LibraryError`` when there is no such indicator, or the figures cannot be published safely, with
    ///   what to do; ``JournalError`` when the store cannot take it.
    @discardableResult
    public func publishFigures(
        for audience: Audience = .public,
        of ids: [String]? = nil,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil
    ) async throws -> FigurePublication {
        var published: FigurePublication?
        let record = try await recordInFigures(
            effective: effective,
            by: by,
            reason: reason,
            looksAtEverything: true
        ) { record in
            let publication = try record.figuresToPublish(for: audience, of: ids)
            published = publication
            return publication.figures.isEmpty
                ? [] : [Change(.figures, .figuresPublished(publication))]
        }
        guard let published, !published.figures.isEmpty else {
            return FigurePublication(for: audience, by: record[FigureRegister.self].rules, [])
        }
        return record[FigureRegister.self].publications.last ?? published
    }

    /// Throws when entries would let readers of published figures work out what was hidden from them.
    ///
    /// - Complexity: O(*n*) in the length of the journal, and a search for hidden numbers, when something was published
    ///   and the entries say more than values that nobody reads before they are published.
    func checkFigures(_ drafts: [EntryDraft], after history: [Entry]) async throws(LibraryError) {
        guard drafts.contains(where: \.concernsPublishedFigures),
            history.contains(where: { $0.kind == FigureRegister.publishedKind })
        else { return }
        let before = await Record.foldingInTurns(history, in: library.rooms, asOf: .latest)
        let last = history.last?.sequence ?? 0
        let added = drafts.enumerated().map { Entry(provisional: $1, sequence: last &+ 1 &+ $0) }
        let after = await Record.foldingInTurns(history + added, in: library.rooms, asOf: .latest)
        let (known, later) = (before[FigureRegister.self], after[FigureRegister.self])
        let readAsTheyAre = Set(later.indicators.filter { $0.countsFor < .committee }.map(\.id))
        let isHarmless = drafts.allSatisfy { draft in
            Indicator.isSaidOfValues(draft.kind) && !readAsTheyAre.contains(draft.subject.id)
        }
        guard !isHarmless, let refusal = known.refusal(of: later) else { return }
        throw LibraryError(.refused, refusal)
    }

    /// Records changes that are worked out of the record, anew when somebody recorded in between.
    private func recordInFigures(
        effective: CivilDate?,
        by: String,
        reason: String?,
        looksAtEverything: Bool = false,
        _ wanted: (Record) throws -> [Change]
    ) async throws -> Record {
        let day = effective ?? library.today()
        var entries = try await entries()
        let before = await Record.foldingInTurns(entries, in: library.rooms, asOf: day)
        guard try !wanted(before).isEmpty else { return before }
        let receipt = try await appendDecided(expecting: .untouched, idempotencyKey: nil) { seen in
            entries = seen
            let record = await Record.foldingInTurns(seen, in: library.rooms, asOf: day)
            let drafts = try wanted(record).map {
                $0.draft(effective: day, by: by, reason: reason)
            }
            try screen(drafts)
            return Decision(drafts: drafts, looksAtEverything: looksAtEverything)
        }
        return await Record.foldingInTurns(
            entries + receipt.entries,
            in: library.rooms,
            asOf: day
        )
    }
}

extension Indicator {
    /// The changes that make this indicator of an earlier state of it, field by field.
    func facts(since before: Indicator) -> [Change] {
        Self.table.declarations.compactMap { declaration in
            guard let comparison = declaration.ways.comparison.way,
                case .changed(let fact) = comparison.compare(self, before, before)
            else { return nil }
            return Change(.indicator(id), fact)
        }
    }
}

extension Record {
    /// The indicator of an identifier.
    fileprivate func indicator(_ id: String) throws(LibraryError) -> Indicator {
        if let found = indicators.first(where: { $0.id == id }) { return found }
        throw LibraryError(
            .notFound,
            "There is no indicator “\(id)”. "
                + (indicators.isEmpty
                    ? "Add it first, from a day no later than what is said of it."
                    : ClosestName.suggestion(for: id, in: indicators.map(\.id)))
        )
    }

    /// Throws when an indicator is said to be made of others, or a part of one, that there are not.
    fileprivate func checkParts(of indicator: Indicator) throws(LibraryError) {
        for other in indicator.sumOf + [indicator.outOf].compactMap(\.self) {
            guard other != indicator.id else {
                throw LibraryError(
                    .refused,
                    "The indicator “\(other)” cannot be a part of itself. Name another one."
                )
            }
            _ = try self.indicator(other)
        }
    }

    /// What would be published of the figures.
    fileprivate func figuresToPublish(
        for audience: Audience,
        of ids: [String]?
    ) throws(LibraryError) -> FigurePublication {
        let register = self[FigureRegister.self]
        for id in ids ?? [] {
            let indicator = try indicator(id)
            if indicator.audience > audience {
                throw LibraryError(
                    .refused,
                    "The indicator “\(id)” is for the audience “\(indicator.audience.rawValue)” and cannot "
                        + "be published for “\(audience.rawValue)”. Change its audience first."
                )
            }
        }
        let figures = register.unpublished(for: audience, of: ids)
        guard !figures.isEmpty else {
            let reasons = audience < .committee ? register.givenAway(to: audience) : []
            guard reasons.isEmpty else {
                throw LibraryError(
                    .refused,
                    "Nothing is new for “\(audience.rawValue)”, but what was published gives hidden numbers away. "
                        + reasons.joined(separator: " ")
                )
            }
            return FigurePublication(for: audience, by: register.rules, [])
        }
        switch register.publishing(figures, for: audience) {
        case .safe(let publication): return publication
        case .refused(let reasons):
            throw LibraryError(
                .refused,
                "The figures cannot be published for “\(audience.rawValue)”, and nothing was published. "
                    + reasons.joined(separator: " ")
            )
        }
    }
}
