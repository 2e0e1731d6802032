// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

@testable import CommitteeKit

// What is said of indicators, and what happens to them.
extension FactGenerator {
    mutating func aboutFigures(_ kind: EntryKind) -> Change? {
        let fact: Change.Fact
        switch kind.rawValue {
        case "indicator.values-set":
            fact = .figuresSet(
                list { generator in
                    FigureValue(
                        generator.below(5000),
                        outOf: generator.maybe { 5000 + $0.below(5000) },
                        in: generator.period(),
                        area: generator.maybe { $0.name() },
                        note: generator.prose().normalized
                    )
                }
            )
        case "indicator.question-asked":
            fact = .figureQuestionAsked(
                FigureQuestion(
                    prose().normalized,
                    about: period(),
                    area: maybe { $0.name() },
                    by: maybe { $0.name() }
                )
            )
        case "indicator.question-answered":
            fact = .figureQuestionAnswered(
                FigureAnswer(prose().normalized, to: 1 + below(9), by: maybe { $0.name() })
            )
        case "figures.rules-set":
            guard let rules = rules() else { return nil }
            return Change(.figures, .figureRulesSet(rules))
        case "figures.published":
            guard let rules = rules() else { return nil }
            let figures = list { generator in
                PublishedFigure(
                    generator.indicatorID(),
                    FigurePlace(generator.period(), generator.maybe { $0.name() }),
                    count: generator.maybe { $0.below(900) },
                    outOf: generator.maybe { $0.below(900) },
                    hides: generator.below(2) == 0 ? [] : [.count],
                    why: generator.words { $0.sentence() }
                )
            }
            return Change(
                .figures,
                .figuresPublished(FigurePublication(for: .partners, by: rules, figures))
            )
        default:
            guard let samples = Indicator.table[kind]?.samples, !samples.isEmpty else {
                return nil
            }
            fact = turn(samples)
        }
        return Change(.indicator(indicatorID()), fact)
    }

    private mutating func rules() -> SuppressionRules? {
        let smallest = 2 + below(20)
        return try? SuppressionRules(
            smallestShown: smallest,
            showsZero: below(2) == 0,
            possibleUpTo: smallest + below(5)
        )
    }

    private mutating func period() -> FigurePeriod {
        let kinds = FigurePeriod.Kind.allCases
        return FigurePeriod(kinds[below(kinds.count)], of: day())
    }

    private mutating func indicatorID() -> String {
        pick(["registrations", "met_in_time", "A1", "referrals-2025"])
    }
}
