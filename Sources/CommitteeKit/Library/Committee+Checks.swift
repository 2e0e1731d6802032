// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Computes the progress checks of a plan from the journal, one for each that it states.
    ///
    /// Each is computed of the plan as it stood on the date of the check, as far as the audience of the
    /// edition may see it; a check whose date is not
    /// a day is computed of the plan's first day and keeps the words. A plan that states no check has
    /// one on the edition's date.
    ///
    /// - Parameters:
    ///   - plan: A plan of the edition.
    ///   - edition: The edition.
    ///   - known: The committee's entries, when the caller has read them already.
    /// - Returns: The checks, in the order of those that the plan states.
    /// - Throws: ``JournalError`` when the store cannot be read.
    /// - Complexity: O(*c* × *n* log *n*) in the numbers of checks and of entries.
    public func computedChecks(
        of plan: Plan,
        in edition: Edition,
        entries known: [Entry]? = nil
    ) async throws -> [ProgressCheck] {
        guard !plan.statedChecks.isEmpty else {
            let words = edition.asOf.formatted("d MMMM yyyy")
            return [
                plan.computedCheck(
                    on: edition.asOf,
                    after: nil,
                    atPublication: false,
                    words: words,
                    name: ""
                )
            ]
        }
        var entries = known ?? []
        if known == nil { entries = try await self.entries() }
        var previous: ProgressCheck?
        var computed: [ProgressCheck] = []
        for stated in plan.statedChecks {
            // A check of a day that is to come is of what is known on the edition's.
            let day = min(stated.date ?? plan.period.from ?? edition.asOf, edition.asOf)
            let then = await Record.foldingInTurns(
                entries,
                in: library.rooms,
                asOf: day,
                knownAt: edition.knownAt
            )
            let cut = Edition(
                of: then,
                committee: id.rawValue,
                name: name,
                asOf: day,
                knownAt: edition.knownAt,
                audience: edition.audience
            )
            guard let then = cut.plans.first(where: { $0.id == plan.id }) else {
                // The plan was a draft then, of which this audience saw nothing.
                previous = stated
                continue
            }
            var check = then.computedCheck(
                on: day,
                after: previous,
                words: stated.words,
                name: stated.name
            )
            previous = check
            check.figures = then.figures(like: stated, on: day, of: check)
            check.date = stated.date
            computed.append(check)
        }
        return computed
    }
}
