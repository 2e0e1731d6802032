// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something in the figures that does not fit together, or that a committee should know.
public struct FigureFinding: Hashable, Sendable {
    /// What sort of finding it is, such as `value-overdue`.
    public var kind: String
    /// The indicator, or the action or meeting whose text cites a figure.
    public var subject: SubjectReference
    /// What was found, and what to do.
    public var message: String

    init(_ kind: String, _ subject: SubjectReference, _ message: String) {
        self.kind = kind
        self.subject = subject
        self.message = message
    }

    /// The finding for programs.
    public var json: JSONValue {
        [
            "kind": .string(kind), "subject": .string(subject.description),
            "message": .string(message),
        ]
    }
}

extension Edition {
    /// Looks through the figures, and through the texts that cite them.
    ///
    /// - Returns: The findings, indicator by indicator, and then the citations that are wrong or stale.
    /// - Complexity: O(*n* log *n*) in the number of values, and O(*n*) in the size of the texts.
    public func figureFindings() -> [FigureFinding] {
        let index = Dictionary(
            indicators.map { indicator in
                (
                    indicator.id,
                    Dictionary(indicator.current.map { ($0.place, $0) }) { first, _ in first }
                )
            }
        ) { first, _ in first }
        return indicators.flatMap { indicator -> [FigureFinding] in
            let known = index[indicator.id] ?? [:]
            return missing(indicator, known) + sums(indicator, known, index)
                + wholes(indicator, known, index) + openQuestions(indicator)
        } + unpublished() + citations()
    }

    private func finding(_ kind: String, _ indicator: Indicator, _ message: String) -> FigureFinding
    {
        FigureFinding(kind, .indicator(indicator.id), message)
    }

    /// Values that are overdue or missing: for a whole period, or for one of the areas.
    private func missing(
        _ indicator: Indicator,
        _ known: [FigurePlace: FigureValue]
    ) -> [FigureFinding] {
        let name = indicator.inSentence
        var found: [FigureFinding] = []
        let missing = indicator.missing(on: asOf)
        let newest = known.keys.map(\.period).max()
        for (period, due) in missing {
            if let newest, period < newest {
                found.append(
                    finding(
                        "period-missing",
                        indicator,
                        "\(name) has no value for \(period.inWords), and later ones. Record it, or say why "
                            + "there is none."
                    )
                )
            } else {
                let days = asOf - due
                guard days > 0 else { continue }
                found.append(
                    finding(
                        "value-overdue",
                        indicator,
                        "\(name) has no value for \(period.inWords); overdue by "
                            + "\(days == 1 ? "1 day" : "\(days) days")"
                            + "\(indicator.owner.map { " (\($0))" } ?? "")."
                    )
                )
            }
        }
        guard indicator.countsFor <= audience else { return found }
        let periods = Set(known.keys.map(\.period)).sorted()
        for period in periods
        where indicator.areas.contains(where: { known[FigurePlace(period, $0)] != nil }) {
            let absent = indicator.areas.filter { known[FigurePlace(period, $0)] == nil }
            guard !absent.isEmpty else { continue }
            found.append(
                finding(
                    "area-missing",
                    indicator,
                    "\(name) has no value for \(absent.joined(separator: ", ")) in \(period.inWords), where "
                        + "other areas have one."
                )
            )
        }
        return found
    }

    /// Totals that do not add up: over areas, over time, and over the indicators that make one up.
    private func sums(
        _ indicator: Indicator,
        _ known: [FigurePlace: FigureValue],
        _ index: [String: [FigurePlace: FigureValue]]
    ) -> [FigureFinding] {
        var found: [FigureFinding] = []
        func check(
            _ place: FigurePlace,
            _ total: FigureValue,
            _ parts: [FigureValue?],
            _ what: String
        ) {
            let counts = parts.compactMap { $0?.count }
            guard let count = total.count, counts.count == parts.count, !parts.isEmpty else {
                return
            }
            let sum = counts.reduce(0, +)
            guard sum != count else { return }
            found.append(
                finding(
                    "sum-differs",
                    indicator,
                    "\(indicator.inSentence) is \(FigureNumber.grouped(count)) for \(place), and \(what) add "
                        + "up to \(FigureNumber.grouped(sum)). Correct a number, or say that they do not add up."
                )
            )
        }
        for (place, total) in known.sorted(by: { $0.key < $1.key }) {
            if place.area == nil, indicator.areasAddUp {
                let parts = indicator.areas.map { known[FigurePlace(place.period, $0)] }
                check(place, total, parts, "its areas")
            }
            if indicator.addsUpOverTime {
                for (kind, what) in [
                    (FigurePeriod.Kind.quarter, "its quarters"), (.month, "its months"),
                ] {
                    let parts = (place.period.parts(kind) ?? []).map {
                        known[FigurePlace($0, place.area)]
                    }
                    check(place, total, parts, what)
                }
            }
            check(place, total, indicator.sumOf.map { index[$0]?[place] }, "its parts")
        }
        return found
    }

    /// Wholes that are missing, that are other numbers than the indicator of which they are, or that jump.
    private func wholes(
        _ indicator: Indicator,
        _ known: [FigurePlace: FigureValue],
        _ index: [String: [FigurePlace: FigureValue]]
    ) -> [FigureFinding] {
        guard indicator.isShare else { return [] }
        var found: [FigureFinding] = []
        let name = indicator.inSentence
        let values = known.sorted { $0.key < $1.key }
        for (place, value) in values where !value.isHidden {
            guard let whole = value.outOf else {
                found.append(
                    finding(
                        "no-whole",
                        indicator,
                        "\(name) has no number of which it is a part for \(place). Give it, as in “37 of 40”."
                    )
                )
                continue
            }
            if let other = indicator.outOf, let count = index[other]?[place]?.count, count != whole
            {
                found.append(
                    finding(
                        "whole-differs",
                        indicator,
                        "\(name) is a part of \(FigureNumber.grouped(whole)) for \(place), and “\(other)” is "
                            + "\(FigureNumber.grouped(count)) then. Correct one of the numbers."
                    )
                )
            }
            let earlier = indicator.editions(of: place).dropLast().last
            if let before = earlier?.outOf, before != whole, earlier?.count == value.count {
                found.append(
                    finding(
                        "whole-changed",
                        indicator,
                        "\(name) is now a part of \(FigureNumber.grouped(whole)) for \(place), and was of "
                            + "\(FigureNumber.grouped(before)) with the same count. Check which is right."
                    )
                )
            }
        }
        return found
    }

    private func openQuestions(_ indicator: Indicator) -> [FigureFinding] {
        indicator.questions.filter { $0.answer == nil }.map { question in
            finding(
                "question-open",
                indicator,
                "Question \(question.number) about \(indicator.inSentence.lowercasedFirst) and "
                    + "\(FigurePlace(question.period, question.area)) has no answer yet."
            )
        }
    }

    /// Values that readers of wider audiences have not got yet, or have as they were before.
    private func unpublished() -> [FigureFinding] {
        guard audience >= .committee else { return [] }
        let register = self[FigureRegister.self]
        return [Audience.public, .partners].flatMap { reader -> [FigureFinding] in
            let figures = register.unpublished(for: reader)
            return indicators.compactMap { indicator in
                guard indicator.audience == reader else { return nil }
                let count = figures.filter { $0.indicator == indicator.id }.count
                guard count > 0 else { return nil }
                return finding(
                    "not-published",
                    indicator,
                    "\(count) \(count == 1 ? "value" : "values") of \(indicator.inSentence.lowercasedFirst) "
                        + "\(count == 1 ? "is" : "are") not published for the audience “\(reader.rawValue)”. "
                        + "Publish with committee dataset publish."
                )
            }
        }
    }

    private func citations() -> [FigureFinding] {
        figureCitations().compactMap { citation in
            let place = citation.place.sentence
            func finding(_ kind: String, _ message: String) -> FigureFinding {
                FigureFinding(kind, citation.subject, message)
            }
            guard let reference = citation.reference else {
                return finding(
                    "citation-unreadable",
                    "\(place) cites a figure as “\(citation.words)”, which cannot be read. Write an "
                        + "indicator, @ and a period, such as {figure:registrations@2018-07-31}."
                )
            }
            guard let indicator = indicators.first(where: { $0.id == reference.indicator }) else {
                return finding(
                    "citation-unknown",
                    "\(place) cites “\(reference)”, and there is no indicator “\(reference.indicator)”. "
                        + ClosestName.suggestion(for: reference.indicator, in: indicators.map(\.id))
                )
            }
            guard let value = indicator.value(reference.place.period, area: reference.place.area)
            else {
                return finding(
                    "citation-unknown",
                    "\(place) cites “\(reference)”, and \(indicator.inSentence.lowercasedFirst) has no value "
                        + "for \(reference.place)."
                )
            }
            guard value.count != nil else { return nil }
            if let stated = reference.stated, !reference.isStated(stated, by: value, of: indicator)
            {
                let was = indicator.editions(of: reference.place).last {
                    reference.isStated(stated, by: $0, of: indicator)
                }
                let now = "It is \(indicator.words(value)) now"
                return finding(
                    was == nil ? "citation-differs" : "citation-stale",
                    was == nil
                        ? "\(place) states \(stated) for “\(indicator.name)”, \(reference.place), which it "
                            + "never was. \(now)."
                        : "\(place) states \(stated) for “\(indicator.name)”, \(reference.place), which was "
                            + "revised\(value.on.map { " on \($0.inWords)" } ?? ""). \(now)."
                )
            }
            guard reference.stated == nil, let said = citation.on, let revised = value.on,
                revised > said, indicator.editions(of: reference.place).count > 1
            else { return nil }
            return finding(
                "citation-stale",
                "\(place) of \(said.inWords) cites “\(indicator.name)”, \(reference.place), which was revised "
                    + "on \(revised.inWords). It is \(indicator.words(value)) now."
            )
        }
    }
}
