// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Reads the further figures of a progress check; they are kept as printed.
    mutating func takeFurther(
        _ said: [String: (words: String, cell: Int)],
        of place: Int,
        to check: inout ProgressCheck,
        at index: Int
    ) {
        for (name, said) in said.sorted(by: { $0.value.cell < $1.value.cell }) {
            guard !said.words.allSatisfy({ $0.isDash || $0.isWhitespace }) else { continue }
            guard PlanFigures.value(said.words) != nil else {
                find(
                    pieces[index].line,
                    "figure-unread",
                    "“\(Self.short(said.words))” stands where the number of \(name) is expected."
                )
                continue
            }
            post(said.words, index, said.cell, to: .check(place))
            check.figures[name] = said.words
        }
    }

    /// Compares the figures that the document states for its own date with those of its actions, where
    /// the layout says how they are made up.
    mutating func compareFigures(on day: CivilDate?) {
        guard layout.comparesFigures, let day else { return }
        for (place, stated) in plan.statedChecks.enumerated() where stated.date == day {
            var check = plan.computedCheck(
                on: day,
                after: nil,
                words: stated.words,
                name: stated.name
            )
            check.completed =
                plan.computedCheck(
                    on: day,
                    after: nil,
                    atPublication: false,
                    words: stated.words,
                    name: stated.name
                ).completed
            var pairs: [(name: String, stated: Int?, computed: Int?)] = [
                ("total", stated.total, check.total),
                ("completed", stated.completed, check.completed),
                ("ongoing", stated.ongoing, check.ongoing),
            ]
            for (name, words) in stated.figures.sorted(by: { $0.key < $1.key }) {
                let computed = plan.figure(name, on: day, of: check)
                pairs.append((name, PlanFigures.value(words), computed.flatMap(PlanFigures.value)))
            }
            for pair in pairs {
                guard let said = pair.stated, let computed = pair.computed, said != computed else {
                    continue
                }
                find(
                    checkLines[place],
                    "figure-differs",
                    "The document states \(said) as “\(pair.name)” of \(stated.words); by the plan's "
                        + "rules its actions give \(computed). What it states is kept."
                )
            }
        }
    }
}
