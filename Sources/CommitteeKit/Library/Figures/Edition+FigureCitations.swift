// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Edition {
    /// Looks for every place in which plans, minutes and updates of programmes cite a figure, such as `{figure:registrations@2018-07-31}`.
    ///
    /// - Returns: The citations, plan by plan and meeting by meeting.
    /// - Complexity: O(*n*) in the length of the texts.
    public func figureCitations() -> [FigureCitation] {
        var found = self[FigureRegister.self].citations
        func look(
            _ text: Prose,
            _ subject: SubjectReference,
            _ day: CivilDate?,
            _ place: @autoclosure () -> String
        ) {
            for one in FigureReference.found(in: text.plainText) {
                found.append(
                    FigureCitation(
                        reference: one.reference,
                        words: one.words,
                        subject: subject,
                        place: place(),
                        on: day
                    )
                )
            }
        }
        for plan in plans {
            let items = plan.items + plan.maintenance + plan.backlog + plan.lists.flatMap(\.items)
            for item in items {
                let subject = SubjectReference.action(item.id, of: plan.id)
                let name = "\(item.number ?? item.id) of the plan “\(plan.title)”"
                look(item.text, subject, nil, "the text of \(name)")
                look(item.evidence, subject, nil, "the evidence of \(name)")
                for report in item.progress {
                    look(report.text, subject, report.asAt, "the progress of \(name)")
                }
            }
        }
        for meeting in calledMeetings {
            guard let minute = meeting.minute else { continue }
            let name = meeting.title.lowercasedFirst
            for item in minute.items {
                look(
                    item.text,
                    meeting.subject,
                    nil,
                    "item \(item.number) of the minute of \(name)"
                )
            }
            for decision in minute.decisions {
                look(decision.text, meeting.subject, nil, "decision \(decision.code) of \(name)")
            }
            for action in minute.actions {
                look(action.text, meeting.subject, nil, "action \(action.code) of \(name)")
            }
        }
        for decision in committeeDecisions {
            look(
                decision.text,
                .decision(decision.number, of: decision.body),
                nil,
                decision.title.lowercasedFirst
            )
        }
        for update in programmeState.updates {
            let (name, day) = (update.inSentence.lowercasedFirst, update.issuing?.on)
            look(update.introduction, update.reference, day, "the introduction of \(name)")
            for said in update.said {
                look(said.words, update.reference, day, "area \(said.area) of \(name)")
            }
        }
        return found
    }

    /// Returns a text with the figures that it cites in their places, as this edition has them.
    ///
    /// A figure that the text states stays as it is stated; the others are those of the record. A hidden one is told
    /// as hidden, and one that the record has not stays as it was written.
    ///
    /// - Parameter text: The text.
    /// - Returns: The text.
    public func withFigures(_ text: Prose) -> Prose {
        let replaced = FigureMark.replacing(in: text.markup) { mark in
            guard mark.isClosed, let reference = FigureReference(mark.words),
                let indicator = indicators.first(where: { $0.id == reference.indicator }),
                let value = indicator.value(reference.place.period, area: reference.place.area)
            else { return nil }
            if value.isHidden, value.count == nil { return "(\(HiddenReason.forReaders))" }
            return reference.stated ?? indicator.number(value).map(indicator.words)
                ?? indicator.words(value)
        }
        return replaced.map { Prose(markup: $0) } ?? text
    }
}
