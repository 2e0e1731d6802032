// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The figures of a committee on a date: its indicators, and what of them was published.
public struct FigureRegister: RoomState {
    /// The indicators, in the order in which they were added.
    public var indicators: [Indicator] = []
    /// Which counts are too small to be published.
    public var rules: SuppressionRules = .underFive
    /// What was published, oldest first.
    public var publications: [FigurePublication] = []
    /// The figures that texts cited, in an edition whose texts have the numbers in their places.
    var citations: [FigureCitation] = []

    /// Creates the state of a committee without figures.
    public init() {}

    /// Leaves out indicators that are for a narrower audience, and puts in the place of counts that are not for the
    /// audience what was published of them.
    ///
    /// Every page, table, picture and file is made of what stands here, so none of them can show a hidden number.
    public mutating func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    ) {
        citations = []
        let all = indicators.count
        indicators.removeAll { $0.audience > audience }
        omissions.note(all - indicators.count, "indicators", one: "indicator")
        guard audience < .restricted else { return }
        publications.removeAll { $0.audience > audience }
        let known = Set(indicators.map(\.id))
        let printed = printedValues
        for place in indicators.indices {
            indicators[place].sumOf.removeAll { !known.contains($0) }
            if let other = indicators[place].outOf, !known.contains(other) {
                indicators[place].outOf = nil
                indicators[place].rate = indicators[place].rate ?? 100
            }
            if indicators[place].countsFor > audience {
                indicators[place].values = printed[indicators[place].id] ?? []
                indicators[place].questions = []
            }
            guard audience < .committee else { continue }
            indicators[place].dataSet = nil
            indicators[place].questions = []
            for value in indicators[place].values.indices {
                indicators[place].values[value].note = Prose()
            }
        }
        let exact = Set(indicators.filter { $0.countsFor <= audience }.map(\.id))
        for issue in publications.indices {
            publications[issue].figures.removeAll { !known.contains($0.indicator) }
            for place in publications[issue].figures.indices
            where !exact.contains(publications[issue].figures[place].indicator) {
                publications[issue].figures[place].leaveOutWhatIsHidden()
            }
        }
    }

    /// The values that each publication of this state shows, by indicator, each revised one beside the earlier.
    private var printedValues: [String: [FigureValue]] {
        var printed: [String: [FigureValue]] = [:]
        var last: [String: [FigurePlace: Int]] = [:]
        for publication in publications {
            for figure in publication.figures {
                let value = figure.value(on: publication.on)
                if let place = last[figure.indicator]?[figure.place],
                    let before = printed[figure.indicator]?[place]
                {
                    if before.count == value.count, before.outOf == value.outOf { continue }
                    // A number that was hidden is not an earlier value: what is shown takes its place.
                    if before.isHidden {
                        printed[figure.indicator]?[place] = value
                        continue
                    }
                }
                last[figure.indicator, default: [:]][figure.place] =
                    printed[figure.indicator]?.count ?? 0
                printed[figure.indicator, default: []].append(value)
            }
        }
        return printed
    }

    /// Returns the card of an indicator, of a figure that a text cites, or of the figures as a whole.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        switch subject.kind {
        case "figures":
            let narrowest = indicators.map { max($0.audience, $0.countsFor) }.max() ?? .public
            return SubjectCard(subject, name: "the figures", audience: narrowest)
        case "indicator":
            return indicators.first { $0.id == subject.id }.map {
                SubjectCard(subject, name: $0.inSentence.lowercasedFirst, audience: $0.audience)
            }
        case "figure":
            // What cannot be read, or is of no indicator, may still state a number.
            return FigureReference(subject.id).flatMap { cardOfFigure($0, subject) }
                ?? SubjectCard(subject, name: "a figure", audience: .committee)
        default: return nil
        }
    }

    /// The card of a figure: whoever reads the counts as they are may know it, or those to whom it was shown.
    private func cardOfFigure(
        _ reference: FigureReference,
        _ subject: SubjectReference
    ) -> SubjectCard? {
        guard let indicator = indicators.first(where: { $0.id == reference.indicator }) else {
            return nil
        }
        var audience = indicator.countsFor
        for publication in publications where publication.audience < audience {
            let isShown = publication.figures.contains { figure in
                figure.indicator == indicator.id && figure.place == reference.place
                    && figure.hides.isEmpty
                    && (reference.stated.map { reference.isStated($0, by: figure, of: indicator) }
                        ?? true)
            }
            if isShown { audience = publication.audience }
        }
        return SubjectCard(
            subject,
            name: "\(indicator.name), \(reference.place)",
            audience: max(audience, indicator.audience)
        )
    }

    /// Says in words what has changed, indicator by indicator.
    public func changes(since earlier: Self, in editions: EditionPair) -> [EditionChange] {
        let known = Dictionary(earlier.indicators.map { ($0.id, $0) }) { first, _ in first }
        let ofIndicators = indicators.flatMap { indicator in
            Indicator.table.sentences(
                from: known[indicator.id] ?? Indicator(id: indicator.id),
                to: indicator,
                of: indicator.inSentence
            ).map {
                EditionChange(.indicator(indicator.id), kind: $0.kind, sentence: $0.sentence)
            }
        }
        let ofAll = Self.table.sentences(from: earlier, to: self, of: "The committee's figures")
            .map { EditionChange(.figures, kind: $0.kind, sentence: $0.sentence) }
        return ofIndicators + ofAll
    }

    /// Returns the indicators and what was published; nothing of a committee that has none.
    public func exported(on day: CivilDate) -> JSONObject {
        var members = JSONObject()
        if !indicators.isEmpty { members["indicators"] = .array(indicators.map(\.json)) }
        if rules != .underFive {
            members["figureRules"] = .object(SuppressionRules.shape.write(rules))
        }
        if !publications.isEmpty {
            members["figurePublications"] = .array(publications.map(\.json))
        }
        return members
    }

    /// The values that are missing.
    public func deadlines(through day: CivilDate) -> [RoomDeadline] {
        indicators.flatMap { indicator in
            indicator.missing(on: day).suffix(4).map { missing in
                RoomDeadline(
                    .indicator(indicator.id),
                    kind: "figure-value",
                    name: "the value of \(indicator.inSentence.lowercasedFirst) for "
                        + missing.period.inWords,
                    due: missing.due,
                    leads: indicator.owner.map { [$0] } ?? [],
                    groups: indicator.dataSet.map { [$0] } ?? []
                )
            }
        }
    }
}

extension PublishedFigure {
    /// Takes out the numbers that readers do not see, and why.
    fileprivate mutating func leaveOutWhatIsHidden() {
        if hides.contains(.count) { count = nil }
        if hides.contains(.outOf) { outOf = nil }
        why = ""
    }
}

extension Indicator {
    /// The indicator as exports and programs have it, without what is not known.
    public var json: JSONValue {
        let row = [self]
        return .object(
            JSONObject(
                [("id", JSONValue.string(id))]
                    + Self.table.jsonMembers.map { ($0.name, $0.value(row, 0)) }
                    .filter { !$0.1.isNull }
            )
        )
    }
}

extension Record {
    /// The committee's indicators, in the order in which they were added.
    public var indicators: [Indicator] {
        get { self[FigureRegister.self].indicators }
        set { self[FigureRegister.self].indicators = newValue }
    }
}

extension Edition {
    /// The committee's indicators of which the audience may know, with the values that it may read.
    public var indicators: [Indicator] {
        get { self[FigureRegister.self].indicators }
        set { self[FigureRegister.self].indicators = newValue }
    }
    /// What of the committee's figures was published for the audience, oldest first.
    public var figurePublications: [FigurePublication] {
        get { self[FigureRegister.self].publications }
        set { self[FigureRegister.self].publications = newValue }
    }
}
