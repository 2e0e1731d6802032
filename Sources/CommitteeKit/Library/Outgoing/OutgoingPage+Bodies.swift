// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What groups report to their committee, and the committee to other bodies.

extension OutgoingPage {
    // MARK: A group

    func groupReport() throws(LibraryError) -> Document {
        let groups = try groupsAsked()
        let title =
            groups.count == 1
            ? "Report of \(groups[0].name) to \(above(groups[0]))"
            : "Reports of groups to \(committeeName)"
        guard !groups.isEmpty else {
            return MeetingReport.document(
                title,
                edition,
                [.paragraph("No group is recorded on \(edition.asOf.inWords).")]
            )
        }
        if groups.count == 1 {
            return MeetingReport.document(title, edition, try groupBlocks(groups[0]))
        }
        var blocks: [Document.Block] = [
            .paragraph(
                "\(groups.count) groups report: "
                    + groups.map(\.name).joined(separator: "; ") + "."
            )
        ]
        for group in groups { blocks += [.heading(2, group.name)] + (try groupBlocks(group)) }
        return MeetingReport.document(title, edition, blocks)
    }

    private func groupsAsked() throws(LibraryError) -> [WorkingGroup] {
        let all = profile?.workingGroups ?? []
        guard let id = try body() else { return all.filter { $0.isActive(on: edition.asOf) } }
        if let group = all.first(where: { $0.id == id }) { return [group] }
        throw LibraryError(
            .refused,
            "“\(request.body ?? id)” is not a group. "
                + (all.isEmpty
                    ? "No group is recorded." : ClosestName.suggestion(for: id, in: all.map(\.id)))
        )
    }

    private func above(_ group: WorkingGroup) -> String {
        name(of: group.reportsToBodyID ?? committee)
    }

    /// What a group reports: its actions, what it needs, and what its meetings settled.
    func groupBlocks(_ group: WorkingGroup) throws(LibraryError) -> [Document.Block] {
        let plan = try plan()
        let items = plan.map { led(by: group, in: $0) } ?? []
        let late = items.filter { $0.isLate(on: edition.asOf) }
        let completed = items.filter(\.isCompleted)
        let wanted = plan.map { wishes(of: items, in: $0) } ?? []
        let opening =
            items.isEmpty
            ? "\(group.name) leads no action of the plan."
            : "\(group.name) leads \(Self.count(items.count, "action", "actions")): "
                + "\(completed.count) completed, \(late.count) late. "
                + (wanted.isEmpty
                    ? "It asks for nothing."
                    : "It asks for help or a decision on \(wanted.count).")
        var blocks: [Document.Block] = [.paragraph(opening)]
        if case .short(let span) = group.life, let end = span.until {
            blocks.append(
                .notice(.information, "This is a short-life group. It ends on \(end.inWords).")
            )
        }
        if !wanted.isEmpty {
            blocks += [.paragraph("Wanted:"), .bullets(wanted)]
        }
        if !items.isEmpty {
            blocks.append(table(of: items, "Actions that \(group.name) leads"))
            blocks += said(of: items)
        }
        return blocks + meetings(of: group)
    }

    /// The actions and the items to keep up that a group leads.
    private func led(by group: WorkingGroup, in plan: Plan) -> [PlanItem] {
        let parties = Parties(of: edition)
        return (plan.actions + plan.maintenance).filter { item in
            item.exit == nil
                && parties.parties(of: item.leads.names).contains { part in
                    part.lookup.party?.subject == .group(group.id)
                }
        }
    }

    /// The newest words on each action, each with its day.
    private func said(of items: [PlanItem]) -> [Document.Block] {
        let told = items.compactMap { item -> Prose? in
            guard let last = item.progress.last, !last.text.isEmpty else { return nil }
            return Prose(
                "\(item.number ?? item.id), at \(last.asAt.inWords): \(last.text.singleLine)"
            )
        }
        return told.isEmpty ? [] : [.paragraph("Last reported:"), .bullets(told)]
    }

    /// The help or the decisions that the newest progress update asks for.
    private func wishes(of items: [PlanItem], in plan: Plan) -> [Prose] {
        guard let round = edition.updateRounds.last(where: { $0.plan == plan.id }) else {
            return []
        }
        let answers = round.answers
        return items.compactMap { item in
            guard let help = answers[item.id]?.help, !help.isEmpty else { return nil }
            return Prose("\(item.number ?? item.id): \(help.singleLine)")
        }
    }

    /// The meetings of a group in the last twelve months, with what they decided.
    private func meetings(of group: WorkingGroup) -> [Document.Block] {
        let held = edition.calledMeetings.filter {
            $0.body == group.id && !$0.isCancelled && $0.day <= edition.asOf
                && $0.day > edition.asOf.adding(years: -1)
        }
        guard !held.isEmpty else { return [] }
        let decisions = held.flatMap { meeting in
            (meeting.minute?.decisions ?? []).map {
                Prose("\(meeting.reference)#\($0.code): \($0.text.singleLine)")
            }
        }
        let times = held.count == 1 ? "once" : "\(held.count) times"
        return [
            .paragraph(
                "It met \(times) in the last twelve months, the last time on "
                    + "\(held[held.count - 1].day.inWords)."
            )
        ] + (decisions.isEmpty ? [] : [.paragraph("It decided:"), .bullets(decisions)])
    }

    // MARK: Chief officers

    func chiefOfficers() throws(LibraryError) -> Document {
        let plan = try plan()
        let figures = plan.map { PlanFigures(of: $0, on: edition.asOf) }
        let risks = riskFigures
        let wanted = decisionsWanted
        var opening: [String] = []
        if let figures { opening.append("\(planLine(figures)).") }
        if let line = riskLine { opening.append("\(line).") }
        opening.append(
            wanted.isEmpty
                ? "No decision is wanted."
                : "\(Self.count(wanted.count, "decision is", "decisions are")) wanted."
        )
        var facts: [(String, Prose)] = []
        if let figures {
            facts.append(
                (
                    "Actions completed",
                    Prose("\(figures.completed.count) of \(figures.total.count)")
                )
            )
            facts.append(("Actions late", Prose("\(figures.late.count)")))
        }
        if riskLine != nil {
            facts.append(("Risks above appetite", Prose("\(risks.above) of \(risks.open)")))
        }
        var blocks: [Document.Block] = [.paragraph(opening.joined(separator: " "))]
        if !facts.isEmpty { blocks.append(.summary(facts)) }
        blocks.append(.heading(2, "Decisions wanted"))
        blocks +=
            wanted.isEmpty
            ? [.paragraph("None.")]
            : [.bullets(Array(wanted.prefix(10)))]
                + Self.rest(wanted.count - 10, "decision is", "decisions are")
        if riskLine != nil {
            blocks.append(.heading(2, "Risks above appetite"))
            blocks += aboveAppetite()
        }
        blocks.append(.heading(2, "What changed"))
        blocks += changes(atMost: 12)
        let chiefs = try body().map { name(of: $0) } ?? chiefOfficersName
        return MeetingReport.document("Report of \(committeeName) to \(chiefs)", edition, blocks)
    }

    /// The group of chief officers above the committee, as it is called.
    private var chiefOfficersName: String {
        profile?.bodies.first { $0.kind == .chiefOfficersGroup }?.name ?? "chief officers"
    }

    /// What waits for somebody to decide: approvals, acceptances, help that leads ask for, decisions that no
    /// meeting has ratified.
    private var decisionsWanted: [Prose] {
        let waiting = WorkInHand(of: edition).waiting.filter { $0.kind != .decision }.map { item in
            let leads = item.leads.isEmpty ? "" : " (\(item.leads.joined(separator: ", ")))"
            return Prose(item.words + leads)
        }
        let unratified = edition.committeeDecisions.filter { $0.ratifiedOn == nil }.map {
            Prose("Ratify decision \($0.reference): \($0.text.singleLine)")
        }
        let asked = edition.plans.flatMap { plan in
            wishes(of: plan.actions + plan.maintenance, in: plan)
        }
        return waiting + asked + unratified
    }

    /// The open risks above their appetite, the first of each register first.
    func aboveAppetite() -> [Document.Block] {
        let rows = edition.riskRegisters.flatMap { register in
            register.openRisks.filter { register.isAboveAppetite($0) == true }.map { risk in
                let accepted = risk.acceptance.map { acceptance in
                    acceptance.isInForce(on: edition.asOf)
                        ? "by \(edition.titleOfRole(acceptance.by))"
                            + (acceptance.until.map { " until \($0.inWords)" } ?? "")
                        : "no longer"
                }
                let score = register.scored(.current, of: risk)
                return Document.Table.Row.cells([
                    .text(risk.id), .text(risk.title),
                    score.map { .init([.status($0.tag)]) } ?? .text("Not assessed"),
                    .text(register.appetiteText(for: risk)), .text(accepted ?? "no"),
                    register.nextReview(of: risk).map { .init([.date($0)]) } ?? .text("not set"),
                ])
            }
        }
        guard !rows.isEmpty else {
            return [.paragraph("No risk that is shown is above its appetite.")]
        }
        return [
            .table(
                Document.Table(
                    caption: "Risks above appetite",
                    columns: [
                        .init("Risk", isRowHeader: true), "What may happen", "Current", "Appetite",
                        "Accepted", "Next review",
                    ],
                    rows: Array(rows.prefix(15))
                )
            )
        ] + Self.rest(rows.count - 15, "risk is", "risks are")
    }

    // MARK: Bodies to which the committee reports

    func bodyUpdate() throws(LibraryError) -> Document {
        let asked = try body()
        let own = (profile?.reportingLines ?? []).filter { $0.fromBodyID == committee }
        let lines = own.filter { asked == nil || $0.toBodyID == asked }
        if let asked, lines.isEmpty {
            let known = own.map(\.toBodyID)
            throw LibraryError(
                .notFound,
                "No reporting line goes from \(committeeName) to \(name(of: asked)). "
                    + (known.isEmpty
                        ? "Record the reporting lines first: committee structure."
                        : ClosestName.suggestion(for: asked, in: known))
            )
        }
        let names = lines.reduce(into: [String]()) { all, line in
            let name = name(of: line.toBodyID)
            if !all.contains(name) { all.append(name) }
        }
        let to = names.isEmpty ? "" : " for \(names.joined(separator: ", "))"
        var blocks: [Document.Block] = []
        if let plan = try plan() {
            let figures = PlanFigures(of: plan, on: edition.asOf)
            blocks.append(.paragraph("\(plan.title): \(planLine(figures))."))
            if let line = riskLine { blocks.append(.paragraph("\(line).")) }
            blocks += lineTable(lines)
            let late = plan.actions.filter { figures.late.contains($0.id) }
            if !late.isEmpty { blocks.append(table(of: late, "Late actions")) }
            let soon = nextDue(of: plan)
            if !soon.isEmpty { blocks.append(table(of: soon, "Due next")) }
        } else {
            blocks.append(.paragraph("There is no plan to show on \(edition.asOf.inWords)."))
            blocks += lineTable(lines)
        }
        blocks.append(.heading(2, "What changed"))
        blocks += changes(atMost: 20)
        return MeetingReport.document("Progress update of \(committeeName)\(to)", edition, blocks)
    }

    /// What each line wants, and when the next report on it is due.
    private func lineTable(_ lines: [ReportingLine]) -> [Document.Block] {
        guard !lines.isEmpty else { return [] }
        let due = edition.reportsDue(through: edition.asOf + Edition.meetingHorizon)
        return [
            .table(
                Document.Table(
                    caption: "To whom this goes",
                    columns: [.init("Body", isRowHeader: true), "What", "When", "Next due"],
                    rows: lines.map { line in
                        let next = due.first {
                            $0.line.toBodyID == line.toBodyID && $0.line.what == line.what
                                && $0.due >= edition.asOf
                        }
                        return .cells([
                            .text(name(of: line.toBodyID)), .text(line.what),
                            .text(
                                [line.timescale, line.cadence].filter { !$0.isEmpty }
                                    .joined(separator: "; ")
                            ),
                            next.map { .init([.date($0.due)]) } ?? .empty,
                        ])
                    }
                )
            )
        ]
    }

    /// The open actions that are due next, at most ten.
    private func nextDue(of plan: Plan) -> [PlanItem] {
        let day = edition.asOf
        return Array(
            plan.actions.filter { $0.isOpen && ($0.timescale.due ?? .earliest) >= day }
                .sorted { ($0.timescale.due ?? .latest) < ($1.timescale.due ?? .latest) }
                .prefix(10)
        )
    }
}
