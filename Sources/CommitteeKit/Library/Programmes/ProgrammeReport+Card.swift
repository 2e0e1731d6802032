// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension ProgrammeReport {
    /// Makes a page of everything that is known about a milestone, a trial or a recommendation.
    ///
    /// - Parameters:
    ///   - id: Its identifier, such as `improvement-2026#toolkit`.
    ///   - edition: The edition.
    /// - Returns: The page; nil when the reader knows of nothing that is named so.
    public static func card(of id: String, in edition: Edition) -> Document? {
        let state = edition.programmeState
        return page(of: state.milestones.first { $0.id == id }, in: edition)
            ?? page(of: state.trials.first { $0.id == id }, in: edition)
            ?? page(of: state.recommendations.first { $0.id == id }, in: edition)
    }

    private static func page<Subject: ProgrammeSubject>(
        of subject: Subject?,
        in edition: Edition
    ) -> Document? {
        guard let subject else { return nil }
        var facts: [(String, Prose)] = [("Named", Prose(subject.id))]
        for (name, form) in Subject.table.cells {
            let cell = form.write([subject], 0)
            if !cell.isEmpty { facts.append((name.inWords.sentence, cell)) }
        }
        if let milestone = subject as? ProgrammeMilestone {
            facts.append(("Standing", Prose(milestone.standing(on: edition.asOf))))
        }
        if let trial = subject as? ProgrammeTrial {
            facts.append(("Standing", Prose(trial.stage.words)))
        }
        if let recommendation = subject as? ProgrammeRecommendation {
            facts.append(("Standing", Prose(recommendation.standing)))
        }
        // What happened is what differs from a subject of which only the fields are known.
        let lines = Subject.table.sentences(
            from: Subject(id: subject.id),
            to: subject,
            of: subject.inSentence
        ).map(\.sentence)
        return Document(
            title: subject.inSentence,
            blocks: [
                .heading(1, subject.inSentence), .paragraph("As at \(edition.asOf.inWords)."),
                .summary(facts), .heading(2, "What is recorded"),
                .bullets(lines.map { Prose($0) }),
            ]
        )
    }
}
