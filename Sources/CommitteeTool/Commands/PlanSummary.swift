// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit

/// The state of a plan, for people at a terminal.
struct PlanSummary {
    var plan: Plan
    var edition: Edition
    var checks: [ProgressCheck]
    var scheme: StatusScheme?

    private var figures: PlanFigures { PlanFigures(of: plan, on: edition.asOf) }

    /// The state as a document.
    var document: Document {
        let figures = figures
        var blocks: [Document.Block] = [.heading(1, plan.title)]
        blocks.append(.summary(facts(figures).map { ($0.0, Prose($0.1)) }))
        if !figures.total.isEmpty { blocks.append(.table(statusTable(figures))) }
        if !figures.late.isEmpty { blocks.append(.table(lateTable(figures))) }
        blocks.append(.table(checkTable))
        blocks += differences.map { .notice(.information, $0) }
        return Document(title: plan.title, blocks: blocks)
    }

    private func facts(_ figures: PlanFigures) -> [(String, String)] {
        var facts = [
            ("Plan", plan.id),
            ("Period", PlanWords.span(plan.period)),
            ("State", "\(plan.state.rawValue), on \(PlanWords.date(edition.asOf))"),
            ("Has", PlanWords.counts(of: plan)),
            ("Completed", listed(figures.completed)),
            ("Late", listed(figures.late)),
        ]
        let disputed = figures.late.filter(isOnTrack)
        if !disputed.isEmpty {
            facts.append(("Late, but on track by their status", listed(disputed)))
        }
        if !figures.notKnown.isEmpty {
            facts.append(("Not known", notKnown(figures.notKnown)))
        }
        if !figures.exited.isEmpty { facts.append(("Left the plan", listed(figures.exited))) }
        if let next = plan.nextUpdate() {
            facts.append(("Next update due", PlanWords.date(next)))
        }
        let leftOut = edition.leftOut(of: .plan(plan.id))
        if !leftOut.isEmpty {
            facts.append(("Left out", leftOut.map { "some \($0)" }.joined(separator: ", ")))
        }
        return facts
    }

    /// Whether the plan's key calls an action on track.
    private func isOnTrack(_ id: String) -> Bool {
        guard let printed = plan.item(id)?.status?.printed else { return false }
        return scheme?.key(reading: printed)?.meaning == .onTrack
    }

    /// What people call an action: its number as printed; commands name it by its identifier.
    private func name(_ id: String) -> String {
        guard let number = plan.item(id)?.number, number != id else { return id }
        return "\(number) (id \(id))"
    }

    private func listed(_ ids: [String]) -> String {
        ids.isEmpty ? "none" : "\(ids.count) (\(ids.map(name).joined(separator: ", ")))"
    }

    private func notKnown(_ ids: [String]) -> String {
        let parts = ids.map { id in
            guard case .notKnown(let date) = plan.item(id)?.completion else { return name(id) }
            return "\(name(id)), completed by \(PlanWords.date(date))"
        }
        return "\(ids.count) (\(parts.joined(separator: "; ")))"
    }

    private func statusTable(_ figures: PlanFigures) -> Document.Table {
        Document.Table(
            caption: "Actions by status",
            columns: ["Status", .init("Actions", alignment: .end), "Which"],
            rows: figures.statuses.map { status in
                .cells([
                    statusCell(status.printed, figures), .integer(status.actions.count),
                    .text(status.actions.map(name).joined(separator: ", ")),
                ])
            }
        )
    }

    private func statusCell(_ printed: String, _ figures: PlanFigures) -> Document.Table.Cell {
        guard !printed.isEmpty else { return "none given" }
        guard let key = scheme?.key(reading: printed) else {
            return .text(scheme == nil ? printed : "\(printed) – not in the key")
        }
        let tag = StatusTag(key.letter, key.word, colour: StatusColour(name: key.colour))
        let forms = figures.statuses.filter {
            scheme?.key(reading: $0.printed)?.letter == key.letter
        }
        // Two forms of one status are two rows, and each says how it is printed.
        let isPlain =
            forms.count < 2
            && [key.letter, key.word].contains { $0.lowercased() == printed.lowercased() }
        return isPlain ? .status(tag) : .text("\(tag.text) (printed “\(printed)”)")
    }

    private func lateTable(_ figures: PlanFigures) -> Document.Table {
        Document.Table(
            caption: "Late actions",
            columns: ["Action", "Due", .init("Days", alignment: .end), "Leads"],
            rows: figures.late.compactMap { id in
                guard let action = plan.item(id), let due = action.timescale.due else { return nil }
                return .cells([
                    .text(name(id)), .date(due), .integer(edition.asOf - due),
                    .text(PlanWords.names(action.leads.names)),
                ])
            }
        )
    }

    private var checkTable: Document.Table {
        var rows: [Document.Table.Row] = []
        for (stated, computed) in pairs {
            if let stated { rows.append(row(stated, "stated", mark: nil)) }
            if let computed { rows.append(row(computed, "computed", mark: stated)) }
        }
        let figures = ["Total", "Completed", "Added", "Ongoing"] + furtherFigures
        return Document.Table(
            caption: "Progress checks",
            columns: ["Date", "Check", "Figures"]
                + figures.map { Document.Table.Column($0, alignment: .end) },
            rows: rows
        )
    }

    /// A row of figures; those that differ from the stated ones are marked.
    private func row(
        _ check: ProgressCheck,
        _ source: String,
        mark stated: ProgressCheck?
    ) -> Document.Table.Row {
        func cell(_ figure: KeyPath<ProgressCheck, Int?>) -> Document.Table.Cell {
            let differs = stated.map { $0[keyPath: figure] != check[keyPath: figure] } ?? false
            return .text(PlanWords.figure(check[keyPath: figure]) + (differs ? " *" : ""))
        }
        return .cells(
            [
                .text(check.words), .text(check.name), .text(source), cell(\.total),
                cell(\.completed), cell(\.added), cell(\.ongoing),
            ] + furtherFigures.map { name in .text(check.figures[name] ?? "–") }
        )
    }

    /// The names of the further figures that the plan's document states.
    private var furtherFigures: [String] {
        Set(plan.statedChecks.flatMap { Array($0.figures.keys) }).sorted()
    }

    /// The stated checks, each with what the journal gives for its day, and what it gives besides.
    ///
    /// Of a day on which the audience saw no plan the journal gives nothing.
    private var pairs: [(stated: ProgressCheck?, computed: ProgressCheck?)] {
        var left = checks
        var pairs: [(stated: ProgressCheck?, computed: ProgressCheck?)] = plan.statedChecks.map {
            stated in
            let place = left.firstIndex { $0.words == stated.words && $0.name == stated.name }
            return (stated, place.map { left.remove(at: $0) })
        }
        pairs += left.map { (nil, $0) }
        return pairs
    }

    private var differences: [String] {
        pairs.compactMap { stated, computed in
            guard let stated, let computed, !stated.agrees(with: computed) else { return nil }
            return
                "* The figures that the plan states for \(stated.words) differ from those that the "
                + "journal gives."
        }
    }
}
#endif
