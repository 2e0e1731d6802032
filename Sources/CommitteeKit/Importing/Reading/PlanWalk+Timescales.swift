// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanWalk {
    /// Reads the timescale of an item; where a column of its own has a revised one, that is in force and
    /// the first stays in the item's history.
    mutating func finishTimescales(
        of item: inout PlanItem,
        _ draft: ItemDraft,
        _ list: PlanList,
        _ place: Int,
        above: PlanItem?
    ) {
        let field = "timescale.words"
        item.timescale = timescale(field, of: draft, above: above?.firstTimescale)
        guard var revised = draft.fields[Layout.revisedTimescale] else { return }
        revised.removeAll { cell in
            guard WordBag(Prose(markup: cell.text).singleLine).isEmpty else { return false }
            find(
                at: cell,
                cell.line,
                "stray-mark",
                "“\(Prose(markup: cell.text).singleLine)” stands in the column of revised timescales "
                    + "and was left out."
            )
            ledger.change(cell.posting, to: .layout("a mark without words"))
            return true
        }
        guard let first = revised.first else { return }
        let words = draft.words(Layout.revisedTimescale)
        if sameWords(words, item.timescale.words) {
            for cell in revised where cell.posting >= 0 {
                ledger.change(cell.posting, to: .repetition(list, place, field))
            }
            return
        }
        let second = timescale(Layout.revisedTimescale, of: draft, above: above?.timescale)
        guard !item.timescale.words.isEmpty else {
            item.timescale = second
            return find(
                at: first,
                first.line,
                "revised-without-first",
                "Action \(item.printedName) has the revised timescale “\(Self.short(words))” and no first one; "
                    + "it was read as its timescale."
            )
        }
        // What the document says is held to be so from the plan's first day, as all that it says.
        let day = plan.period.from ?? .earliest
        item.timescaleHistory = [item.timescale, second].map {
            TimescaleRevision(timescale: $0, effective: day)
        }
        item.timescale = second
    }

    private mutating func timescale(
        _ field: String,
        of draft: ItemDraft,
        above: Timescale?
    ) -> Timescale {
        if let years = years(of: draft, field) { return years }
        let words = draft.words(field)
        guard !words.isEmpty else { return .none }
        var timescale = reader.timescales.read(words)
        if let above, copiesAbove(words) { timescale = timescale.resolvingAbove(above) }
        let cell = draft.fields[field]?.first
        let line = cell?.line ?? draft.line
        if timescale.kind == "unread" {
            find(at: cell, line, "timescale-unread", "The timescale “\(words)” could not be read.")
        } else if timescale.confidence == .unsure {
            find(
                at: cell,
                line,
                "timescale-unsure",
                "The timescale “\(words)” can be read in more than one way."
            )
        }
        return timescale
    }
}
