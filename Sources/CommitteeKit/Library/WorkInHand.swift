// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a committee has in hand on a day: what is late, what is due soon, what waits for somebody, and when
/// bodies meet next.
///
/// ```swift
/// let work = WorkInHand(of: edition, within: 4)
/// for item in work.late { print(item.date?.description ?? "", item.words) }
/// ```
public struct WorkInHand: Hashable, Sendable {
    /// One thing that is in hand.
    public struct Item: Hashable, Sendable {
        /// What sort of thing it is.
        public var kind: Kind
        /// The action, the risk, the plan, the seat or whatever it is.
        public var subject: SubjectReference
        /// What it is, in few words.
        public var words: String
        /// The day that counts: when it is due, ends or is held, or since when it waits.
        public var date: CivilDate?
        /// Who answers for it: roles, groups and bodies.
        public var leads: [String]

        /// Creates an item.
        ///
        /// - Parameters:
        ///   - kind: What sort of thing it is.
        ///   - subject: The action, the risk, the plan, the seat or whatever it is.
        ///   - words: What it is, in few words.
        ///   - date: The day that counts.
        ///   - leads: Who answers for it.
        public init(
            _ kind: Kind,
            _ subject: SubjectReference,
            _ words: String,
            date: CivilDate?,
            leads: [String] = []
        ) {
            self.kind = kind
            self.subject = subject
            self.words = words
            self.date = date
            self.leads = leads
        }
    }

    /// What sort of thing is in hand.
    @nonexhaustive
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// An action of a plan.
        case action
        /// An item of a maintenance list.
        case maintenance
        /// The review of a risk.
        case riskReview = "risk-review"
        /// A control of which evidence is due.
        case evidence
        /// The acceptance of a risk.
        case acceptance
        /// A data set that somebody returns.
        case dataSet = "data-set"
        /// A term of office.
        case term
        /// The life of a group.
        case group
        /// Something else of a room that is due.
        case deadline
        /// A report that a reporting line makes due.
        case report
        /// A risk that nobody has approved.
        case proposedRisk = "proposed-risk"
        /// A decision between meetings that no meeting has ratified.
        case decision
        /// A plan that waits for a body's approval.
        case approval
        /// A meeting.
        case meeting

        /// The kind in words, such as `risk review`.
        public var words: String {
            String(rawValue.map { $0 == "-" ? " " : $0 })
        }
    }

    /// The day.
    public var day: CivilDate
    /// How many weeks ahead it looks.
    public var weeks: Int
    /// What is late, the longest overdue first.
    public private(set) var late: [Item] = []
    /// What is due within the weeks, the nearest first.
    public private(set) var due: [Item] = []
    /// What waits for somebody to decide, the longest first.
    public private(set) var waiting: [Item] = []
    /// The next meeting of each body, the nearest first.
    public private(set) var meetings: [Item] = []

    /// Gathers what is in hand on the day of an edition.
    ///
    /// Plans that others succeed are left out.
    ///
    /// - Parameters:
    ///   - edition: The committee's record.
    ///   - weeks: How many weeks ahead to look.
    /// - Complexity: O(*n* log *n*) in the size of the record.
    public init(of edition: Edition, within weeks: Int = 4) {
        day = edition.asOf
        self.weeks = max(weeks, 0)
        addPlans(edition)
        addRisks(edition)
        addDataSets(edition)
        addStructure(edition)
        let reports = edition.reportsDue(through: last).map { (Kind.report, $0.deadline) }
        let deadlines = edition.rooms.all.flatMap { $0.deadlines(through: last) }
        for (kind, deadline) in deadlines.map({ (Kind.deadline, $0) }) + reports {
            sort(
                Item(
                    kind,
                    deadline.subject,
                    deadline.name.sentence,
                    date: deadline.due,
                    leads: deadline.leads
                )
            )
        }
        addMeetings(edition)
        for decision in edition.committeeDecisions where decision.ratifiedOn == nil {
            waiting.append(
                Item(
                    .decision,
                    .decision(decision.number, of: decision.body),
                    "Ratification of decision \(decision.reference)",
                    date: decision.decidedOn,
                    leads: [MeetingFinder(edition).bodyName(decision.body)]
                )
            )
        }
        late = Self.byDay(late)
        due = Self.byDay(due)
        waiting = Self.byDay(waiting)
        meetings = Self.byDay(meetings)
    }

    /// The next meeting of each body: one that was called, or else one that is only planned.
    private mutating func addMeetings(_ edition: Edition) {
        var bodies: [String] = []
        for body in edition.meetings.map(\.body) + edition.calledMeetings.map(\.body)
        where !bodies.contains(body) { bodies.append(body) }
        for body in bodies {
            let all = edition.calledMeetings.filter { $0.body == body }
            let called = all.first { !$0.isCancelled && $0.day >= day }
            let series = edition.meetings.first { $0.body == body }
            let planned = series.flatMap { series -> (CivilDate, CivilDate)? in
                guard let next = series.next(onOrAfter: day) else { return nil }
                return (next, series.planned(for: next))
            }
            let name = series?.name ?? called?.bodyName ?? body
            if let called, called.day <= planned?.0 ?? .latest {
                meetings.append(Item(.meeting, called.subject, name, date: called.day))
            } else if let planned {
                meetings.append(
                    Item(.meeting, .meeting(of: body, on: planned.1), name, date: planned.0)
                )
            }
        }
    }

    private var last: CivilDate { day + weeks * 7 }

    private static func byDay(_ items: [Item]) -> [Item] {
        items.enumerated().sorted { one, other in
            let (first, second) = (
                one.element.date ?? .latest, other.element.date ?? .latest
            )
            return first == second ? one.offset < other.offset : first < second
        }.map(\.element)
    }

    /// Puts what is due on a day where it belongs; what is due later is left out.
    private mutating func sort(_ item: Item) {
        guard let date = item.date else { return }
        if date < day {
            late.append(item)
        } else if date <= last {
            due.append(item)
        }
    }

    // MARK: Plans

    private mutating func addPlans(_ edition: Edition) {
        let succeeded = edition.succeededPlans
        for plan in edition.plans where !succeeded.contains(plan.id) {
            for (kind, items) in [(Kind.action, plan.actions), (.maintenance, plan.maintenance)] {
                for item in items where item.isOpen {
                    sort(
                        Item(
                            kind,
                            .action(item.id, of: plan.id),
                            "\(item.number ?? item.id) \(item.text.singleLine)",
                            date: item.timescale.due,
                            leads: item.leads.answering
                        )
                    )
                }
            }
            addApproval(of: plan)
        }
    }

    /// A plan that was put before a body waits for it, and for the bodies of its chain that have not approved.
    private mutating func addApproval(of plan: Plan) {
        guard plan.state == .submitted else { return }
        var approved: Set<String> = []
        var asked: [String] = []
        var since: CivilDate?
        for milestone in plan.milestones {
            switch milestone.kind {
            case .submitted(let body):
                asked.append(body)
                since = milestone.on
            case .approved(let body): approved.insert(body)
            case .published: continue
            }
        }
        let bodies = plan.approvalChain.isEmpty ? asked : plan.approvalChain
        waiting.append(
            Item(
                .approval,
                .plan(plan.id),
                "Approval of “\(plan.title)”",
                date: since ?? plan.milestones.last?.on,
                leads: bodies.filter { !approved.contains($0) }
            )
        )
    }

    // MARK: Risks

    private mutating func addRisks(_ edition: Edition) {
        let title = edition.titleOfRole
        for register in edition.riskRegisters {
            for risk in register.risks {
                let name = "\(risk.id) \(risk.title)"
                let owners = [risk.ownerRoleID, risk.managerRoleID].compactMap(\.self).map(title)
                if risk.state == .proposed {
                    waiting.append(
                        Item(
                            .proposedRisk,
                            .risk(risk.id),
                            "Approval of risk \(name)",
                            date: risk.history.first?.on,
                            leads: register.approvers.map(title)
                        )
                    )
                }
                guard risk.state == .active else { continue }
                sort(
                    Item(
                        .riskReview,
                        .risk(risk.id),
                        "Review of risk \(name)",
                        date: register.nextReview(of: risk),
                        leads: owners
                    )
                )
                for control in risk.controls {
                    sort(
                        Item(
                            .evidence,
                            .risk(risk.id),
                            "Evidence of control \(control.id) of risk \(risk.id)",
                            date: control.evidenceDue,
                            leads: control.ownerRoleID.map { [title($0)] } ?? owners
                        )
                    )
                }
                addAcceptance(of: risk, name, title)
            }
        }
    }

    /// An acceptance that ends, or has ended, waits for whoever gave it.
    private mutating func addAcceptance(
        of risk: Risk,
        _ name: String,
        _ title: (String) -> String
    ) {
        guard let acceptance = risk.acceptance,
            let end = acceptance.lapsedOn ?? acceptance.until, end <= last
        else { return }
        let words = end < day || acceptance.lapsedOn != nil ? "has ended" : "ends"
        waiting.append(
            Item(
                .acceptance,
                .risk(risk.id),
                "Acceptance of risk \(name) \(words)",
                date: end,
                leads: [title(acceptance.by)]
            )
        )
    }

    // MARK: Data sets, terms and groups

    private mutating func addDataSets(_ edition: Edition) {
        let calendar = edition.workingCalendar ?? .scotland
        for data in edition.dataSets {
            for end in data.periods(through: last) where data.receivedOn[end] == nil {
                sort(
                    Item(
                        .dataSet,
                        .dataSet("\(data.id)#\(end)"),
                        "\(data.title) for the period to \(end.inWords)",
                        date: data.within.adding(times: 1, to: end, calendar),
                        leads: [data.lead]
                    )
                )
            }
        }
    }

    private mutating func addStructure(_ edition: Edition) {
        guard let profile = edition.committeeProfile else { return }
        let page = StructurePage(edition)
        let bodies = [profile.body.id] + profile.bodies.map(\.id) + profile.workingGroups.map(\.id)
        for body in bodies {
            for seat in page.seats(of: body) {
                guard let end = seat.terms.compactMap(\.span.until).max(),
                    seat.terms.allSatisfy({ $0.span.until != nil })
                else { continue }
                let role = page.name(seat.roleID)
                sort(
                    Item(
                        .term,
                        .seat(seat.id),
                        "Term of office of \(role) on \(page.name(body))",
                        date: end,
                        leads: [role]
                    )
                )
            }
        }
        for group in profile.workingGroups {
            guard case .short(let span) = group.life, let end = span.until, end >= day else {
                continue
            }
            sort(
                Item(
                    .group,
                    .group(group.id),
                    "End of the short-life group \(group.name)",
                    date: end,
                    leads: group.leadRoleID.map { [page.name($0)] } ?? []
                )
            )
        }
    }
}
