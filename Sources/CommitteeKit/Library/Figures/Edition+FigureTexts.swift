// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Edition {
    /// Returns the edition with the figures that its texts cite in their places, for reports.
    ///
    /// Do it once the edition is cut for its readers: what is in its place is text like any other, which no later cut
    /// takes out.
    ///
    /// Which texts cite which figures stays known to ``figureCitations()``.
    ///
    /// - Parameter source: The edition whose figures are taken; this one when nil. A report that compares two
    ///   editions takes the later one's for both, so that a revised figure is no change of a text.
    /// - Returns: The edition.
    /// - Complexity: O(*n*) in the length of the texts; O(1) without indicators.
    public func withFiguresInTexts(of source: Edition? = nil) -> Edition {
        let source = source ?? self
        guard !source.indicators.isEmpty else { return self }
        var edition = self
        edition[FigureRegister.self].citations = figureCitations()
        func put(_ text: inout Prose) {
            // Most texts cite nothing and are left alone.
            guard text.markup.utf8.contains(0x7B) else { return }
            text = source.withFigures(text)
        }
        func put(_ items: inout [PlanItem]) {
            for place in items.indices {
                put(&items[place].text)
                put(&items[place].evidence)
                for report in items[place].progress.indices {
                    put(&items[place].progress[report].text)
                }
            }
        }
        for plan in edition.plans.indices {
            put(&edition.plans[plan].items)
            put(&edition.plans[plan].maintenance)
            put(&edition.plans[plan].backlog)
            for list in edition.plans[plan].lists.indices {
                put(&edition.plans[plan].lists[list].items)
            }
        }
        for place in edition[MeetingsState.self].calledMeetings.indices {
            edition[MeetingsState.self].calledMeetings[place].changeTexts(put)
        }
        for place in edition[MeetingsState.self].decisions.indices {
            put(&edition[MeetingsState.self].decisions[place].text)
        }
        edition[ProgrammesState.self].changeTexts(put)
        return edition
    }
}
