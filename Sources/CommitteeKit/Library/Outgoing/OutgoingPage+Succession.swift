// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What became of each action of a plan, and progress theme by theme.

extension OutgoingPage {
    // MARK: What became of each action

    /// What became of an item of a plan that another one followed.
    enum Fate: String, CaseIterable {
        case completed = "Completed"
        case followed = "Goes on in the next plan"
        case left = "Left the plan"
        case notKnown = "Not known whether it was completed by the date"
        case lost = "Neither completed nor taken up again"
    }

    func succession() throws(LibraryError) -> Document {
        let succeeded = edition.succeededPlans
        let plan =
            try request.plan == nil
            ? edition.plans.last { succeeded.contains($0.id) } : plan()
        guard let plan else {
            return MeetingReport.document(
                "What became of the last plan",
                edition,
                [
                    .paragraph(
                        "No plan follows another one on \(edition.asOf.inWords). A plan follows those that it names as its "
                            + "predecessors, once it is approved and has begun."
                    )
                ]
            )
        }
        let next = edition.plans.filter { $0.predecessors.contains(plan.id) }.map(\.title)
        let items = plan.actions + plan.maintenance
        let fates = items.map { item in (item: item, fate: fate(of: item, in: plan)) }
        let counts = Fate.allCases.compactMap { fate -> (String, Prose)? in
            let number = fates.count { $0.fate == fate }
            return number == 0 ? nil : (words(fate), Prose("\(number)"))
        }
        var blocks: [Document.Block] = [
            .paragraph(
                next.isEmpty
                    ? "No plan that is shown follows “\(plan.title)”."
                    : "“\(plan.title)” is followed by \(next.map { "“\($0)”" }.joined(separator: ", "))."
            )
        ]
        if !counts.isEmpty { blocks.append(.summary(counts)) }
        for fate in Fate.allCases {
            let rows = fates.filter { $0.fate == fate }.map { row(of: $0.item, in: plan, fate) }
            guard !rows.isEmpty else { continue }
            blocks += [
                .heading(2, words(fate)),
                .table(
                    Document.Table(
                        caption: words(fate),
                        columns: [
                            .init("No", isRowHeader: true), "Action", "Led by", "What became of it",
                        ],
                        rows: rows,
                        hidesCaption: true
                    )
                ),
            ]
        }
        return MeetingReport.document("What became of “\(plan.title)”", edition, blocks)
    }

    /// The fate in words.
    ///
    /// Readers who may not know of everything are not told that nothing became of an action: what it became may be hidden
    /// from them.
    private func words(_ fate: Fate) -> String {
        fate == .lost && edition.audience < .restricted
            ? "Neither completed nor taken up again, as far as these readers may know"
            : fate.rawValue
    }

    private func fate(of item: PlanItem, in plan: Plan) -> Fate {
        if item.isCompleted { return .completed }
        if !edition.successors(of: "\(plan.id)#\(item.id)").isEmpty { return .followed }
        if item.exit != nil { return .left }
        if case .notKnown = item.completion { return .notKnown }
        return .lost
    }

    private func row(of item: PlanItem, in plan: Plan, _ fate: Fate) -> Document.Table.Row {
        var words: [String] = []
        if case .completed(let day) = item.completion {
            words.append("Completed \(Self.words(day))")
        }
        for next in edition.successors(of: "\(plan.id)#\(item.id)") {
            words.append(
                "\(next.item.number ?? next.item.id) of “\(next.plan)”: \(next.item.text.singleLine)"
            )
        }
        if let exit = item.exit {
            let to = exit.destination.map { " to \($0)" } ?? ""
            let why = exit.reason.map { ": \($0)" } ?? ""
            let kind = String(exit.kind.map { $0 == "-" ? " " : $0 })
            words.append("\(kind.sentence)\(to) on \(exit.on.inWords)\(why)")
        }
        if fate == .lost {
            words.append(
                item.status.map { "Last status: \($0.printed)" } ?? "Nothing was said of it"
            )
        }
        return .cells([
            .text(item.number ?? item.id), .init([.prose(item.text)]),
            .text(item.leads.names.joined(separator: ", ")),
            .text(words.joined(separator: "; ")),
        ])
    }

    // MARK: Theme by theme

    func themes() throws(LibraryError) -> Document {
        guard let plan = try plan() else {
            return MeetingReport.document(
                "Progress theme by theme",
                edition,
                [.paragraph("There is no plan to show on \(edition.asOf.inWords).")]
            )
        }
        let since = request.since?.asOf
        let span = since.map { "Since \($0.inWords)" } ?? "The last that was said"
        var blocks: [Document.Block] = [.paragraph("\(plan.title). \(span):")]
        var told: [Prose] = []
        var sections: [Document.Block] = []
        for theme in parts(of: plan) {
            let spoken = theme.items.count { !news(of: $0, since: since).isEmpty }
            told.append(
                Prose(
                    "\(theme.title): \(spoken) of \(Self.count(theme.items.count, "item has", "items have")) news"
                )
            )
            sections += [.heading(2, theme.title), table(of: theme, since: since)]
        }
        if !told.isEmpty { blocks.append(.bullets(told)) }
        return MeetingReport.document("Progress theme by theme", edition, blocks + sections)
    }

    /// The parts of a plan: what stands under each outermost heading, then the lists of what is kept up.
    private func parts(of plan: Plan) -> [(title: String, items: [PlanItem])] {
        var parts: [(title: String, items: [PlanItem])] = []
        func add(_ title: String, _ item: PlanItem) {
            if let place = parts.firstIndex(where: { $0.title == title }) {
                parts[place].items.append(item)
            } else {
                parts.append((title, [item]))
            }
        }
        func heading(_ item: PlanItem) -> String? {
            plan.ancestors(of: item).min { $0.level < $1.level }.map { top in
                [top.number, top.text.singleLine].compactMap(\.self).filter { !$0.isEmpty }
                    .joined(separator: " ")
            }
        }
        for item in plan.actions { add(heading(item) ?? "Actions", item) }
        let kept = plan.maintenance.filter { $0.parent != nil || heading($0) == nil }
        let above = Set(kept.compactMap(\.parent))
        for item in kept where !above.contains(item.id) { add(heading(item) ?? "Kept up", item) }
        return parts
    }

    /// What was said of an item in the time that is asked about: the last of it when nobody asks.
    private func news(of item: PlanItem, since: CivilDate?) -> [ProgressEntry] {
        guard let since else { return item.progress.suffix(1) }
        let told = item.progress.filter { $0.asAt > since }
        // A report may begin with what is new and end with what was said before: that is told once.
        return told.enumerated().filter { place, one in
            !told.dropFirst(place + 1).contains {
                $0.text.singleLine.contains(one.text.singleLine)
            }
        }.map(\.element)
    }

    private func table(
        of theme: (title: String, items: [PlanItem]),
        since: CivilDate?
    ) -> Document.Block {
        .table(
            Document.Table(
                caption: theme.title,
                columns: [
                    .init("No", isRowHeader: true), "Action", "Led by", "Status", "How it stands",
                    "What was said",
                ],
                rows: theme.items.map { item in
                    let said = news(of: item, since: since).map {
                        "\($0.asAt.inWords): \($0.text.singleLine)"
                    }
                    return .cells([
                        .text(item.number ?? item.id), .init([.prose(item.text)]),
                        .text(item.leads.names.joined(separator: ", ")),
                        .text(item.status?.printed ?? ""), .text(standing(of: item)),
                        .text(said.isEmpty ? "Nothing new" : said.joined(separator: "; ")),
                    ])
                },
                hidesCaption: true
            )
        )
    }
}
