// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// Indicators of which an audience may not know, what the committee keeps of the others, and texts that cite
// hidden figures.
extension HiddenMatters {
    mutating func recordFigures() {
        typealias Entries = Indicator.Entries
        let may = FigurePeriod(.month, of: CivilDate(2026, 5, 1))
        let open = SubjectReference.indicator("open-count")
        record(open, Entries.title.fact("Open count"))
        record(open, Entries.audience.fact(.public))
        record(open, Entries.dataSet.fact(word(.committee)), why: .committee)
        day = CivilDate(2026, 6, 1)
        happen(to: open, may, .committee)
        var cited: [String] = []
        for audience in Self.levels {
            for number in 0..<(copies[audience] ?? 1) {
                let id = word(audience)
                if number == 0 { cited.append(id) }
                let indicator = SubjectReference.indicator(id)
                record(indicator, Entries.title.fact(word(audience)), why: audience)
                record(indicator, Entries.audience.fact(audience), why: audience)
                record(indicator, Entries.countsFor.fact(max(audience, .committee)), why: audience)
                let facts = [
                    Entries.definition.fact(prose(audience)), Entries.unit.fact(word(audience)),
                    Entries.source.fact(word(audience)), Entries.owner.fact(word(audience)),
                    Entries.areas.fact([word(audience)]), Entries.every.fact(.month),
                ]
                for fact in facts { record(indicator, fact, why: audience) }
                happen(to: indicator, may, audience)
                note(indicator, for: audience)
            }
        }
        // A part of hidden indicators, which wider audiences do not know as such.
        for id in cited {
            record(open, Entries.sumOf.fact([id]), why: .restricted)
            record(open, Entries.outOf.fact(id), why: .restricted)
        }
        let action = SubjectReference.action("1.2", of: Self.plan)
        let marks = cited.map { "{figure:\($0)@2026-05 = 3}" }
        let text = Prose(
            "Counted {figure:open-count@2026-05 = 4} and \(marks.joined(separator: "; "))."
        )
        record(
            action,
            .progressReported(text, asAt: CivilDate(2026, 7, 1), audience: .public),
            why: .committee
        )
        day = Self.start
    }

    /// Values and a question, with words that only an audience may read.
    private mutating func happen(
        to indicator: SubjectReference,
        _ period: FigurePeriod,
        _ audience: Audience
    ) {
        let inner = max(audience, .committee)
        record(
            indicator,
            .figuresSet([FigureValue(4, outOf: 9, in: period, note: prose(inner))]),
            why: inner
        )
        record(
            indicator,
            .figureQuestionAsked(FigureQuestion(prose(inner), about: period, by: word(inner))),
            why: inner
        )
        record(
            indicator,
            .figureQuestionAnswered(FigureAnswer(prose(inner), to: 1, by: word(inner))),
            why: inner
        )
    }
}
