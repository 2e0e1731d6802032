// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What can be said of the figures as a whole.

extension FigureRegister {
    /// The rules by which figures are published, and what was published.
    static let table = SubjectTable<FigureRegister>([
        rulesSet.declaration, published.declaration,
    ])

    /// The committee decided which counts are too small to be published.
    static let rulesSet = Event<FigureRegister, SuppressionRules>(
        "figures.rules-set",
        "Which counts are too small to be published, and how well they must be hidden.",
        by: .erasable(SuppressionRules.shape)
    ) { register, rules, _ in
        register.rules = rules
        return nil
    }.carried { ways in
        ways.sayWhatFiguresLeaveOut()
        ways.request = .by([
            RequestForm("figureRules") { (fields, _) throws(JSONError) in
                [
                    RequestedFact(
                        .figureRulesSet(
                            try fields.required("figureRules", as: SuppressionRules.shape.type)
                        )
                    )
                ]
            }
        ])
        ways.sentence = .by(
            Sentence { earlier, later, _ in
                guard earlier.rules != later.rules else { return [] }
                return [ChangeInWords("figure-rules", later.rules.inWords)]
            }
        )
    }

    /// Figures went out.
    static let published = Event<FigureRegister, FigurePublication>(
        "figures.published",
        "Figures went out to an audience, each shown or hidden.",
        by: .erasable(FigurePublication.shape)
    ) { register, publication, step in
        if let refusal = register.refusal(of: publication) { return refusal }
        var publication = publication
        publication.issue = register.publications.count + 1
        publication.on = step.effective
        register.publications.append(publication)
        return nil
    }.carried { ways in
        ways.sayWhatFiguresLeaveOut()
        ways.request = .not(
            because: "figures are published only by the library, which proves them safe"
        )
        ways.sentence = .by(
            Sentence { earlier, later, _ in
                later.publications.dropFirst(earlier.publications.count).map { publication in
                    let count = publication.figures.count
                    return ChangeInWords(
                        "figures-published",
                        "\(count) \(count == 1 ? "figure was" : "figures were") published for the audience "
                            + "“\(publication.audience.rawValue)”"
                            + "\(publication.on.map { " on \($0.inWords)" } ?? "")."
                    )
                }
            }
        )
    }

    /// Why a publication cannot be: it shows a small number, or one that was hidden.
    private func refusal(of publication: FigurePublication) -> String? {
        var shown: Set<PublishedFigure> = []
        for figure in publications.flatMap(\.figures) where figure.hides.isEmpty {
            shown.insert(figure.bare)
        }
        for figure in publication.figures where !shown.contains(figure.bare) {
            guard indicators.contains(where: { $0.id == figure.indicator }) else {
                return "There is no indicator “\(figure.indicator)” to publish. Add it first."
            }
            for part in PublishedFigure.Part.allCases where figure.shows(part) {
                let number = part == .count ? figure.count : figure.outOf
                guard let number, publication.rules.isSmall(number) else { continue }
                return
                    "“\(figure.indicator)” for \(figure.place) would be published with a small number. "
                    + "Publish figures with committee dataset publish, which hides them."
            }
        }
        return nil
    }
}

extension Ways {
    /// Says why other layers do not carry what is said of the figures as a whole.
    fileprivate mutating func sayWhatFiguresLeaveOut() {
        cell = .not(because: "a sheet of figures has values only")
        columns = .not(because: "scripts read what an edition shows")
        json = .not(because: "the export of the figures has it")
        comparison = .not(because: "what happened is recorded and never compared")
        example = .not(because: "an example of a plugin has no publications")
    }
}

extension Change.Fact {
    /// The committee decided which counts are too small to be published.
    public static func figureRulesSet(_ rules: SuppressionRules) -> Self {
        FigureRegister.rulesSet.fact(rules)
    }
    /// Figures went out; only the library says so, once they are proved to be safe.
    static func figuresPublished(_ publication: FigurePublication) -> Self {
        FigureRegister.published.fact(publication)
    }
}
