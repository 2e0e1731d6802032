// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What the record knows outside the plans that is due on a day.
extension ReminderIndex {
    /// A meeting of a body.
    struct Meeting {
        var series: MeetingSeries
        var date: CivilDate
    }

    /// Returns what a rule may remind of on a day, beside the plans: what the record knows, then
    /// what a host adds, except for what the record knows too.
    func matters(
        for rule: ReminderRule,
        on day: CivilDate,
        within window: ReminderWindow,
        _ calendar: WorkingCalendar,
        adding others: [ReminderMatter]
    ) -> [ReminderMatter] {
        let known = recorded(for: rule, on: day, within: window, calendar)
        let added = others.filter { $0.each == rule.each }
        guard !added.isEmpty else { return known }
        let subjects = Set(known.map(\.subject))
        return known + added.filter { !subjects.contains($0.subject) }
    }

    private func recorded(
        for rule: ReminderRule,
        on day: CivilDate,
        within window: ReminderWindow,
        _ calendar: WorkingCalendar
    ) -> [ReminderMatter] {
        // What is due ahead of its own date has that date so much later.
        let last =
            rule.ahead.map { ReminderWindow.latest($0, before: window.last, calendar) }
            ?? window.last
        switch rule.each {
        case .meeting: return meetingMatters(rule, window, day, calendar)
        case .risk: return riskMatters
        case .acceptance: return acceptanceMatters
        case .member: return memberMatters(endingBy: last)
        case .dataSet: return dataSetMatters(dueBy: last, calendar)
        case .deadline:
            let deadlines = edition.rooms.all.flatMap { $0.deadlines(through: last) }
            return deadlines.map(ReminderMatter.init)
                + edition.reportsDue(through: last).map { ReminderMatter($0) }
        default: return []
        }
    }

    // MARK: Meetings

    private func meetingMatters(
        _ rule: ReminderRule,
        _ window: ReminderWindow,
        _ day: CivilDate,
        _ calendar: WorkingCalendar
    ) -> [ReminderMatter] {
        edition.meetings.flatMap { series in
            meetings(of: series, before: window, rule.ahead, calendar, day).map { meeting in
                matter(of: meeting, planned: series.planned(for: meeting.date), rule)
            }
        }
    }

    func matter(
        of meeting: Meeting,
        planned: CivilDate,
        _ rule: ReminderRule
    ) -> ReminderMatter {
        let series = meeting.series
        let date = meeting.date.formatted("d MMMM yyyy")
        return ReminderMatter(
            .meeting,
            .meeting(of: series.body, on: planned),
            name: rule.what == nil && rule.ahead == nil
                ? "the meeting of \(series.name)" : "the meeting of \(series.name) on \(date)",
            due: meeting.date,
            groups: names(of: series),
            lapses: meeting.date
        )
    }

    /// The coming meetings of a body that a name means, as far ahead as a rule may look.
    func meetings(
        called name: String,
        before window: ReminderWindow,
        _ ahead: ReminderInterval?,
        _ calendar: WorkingCalendar,
        _ day: CivilDate
    ) -> [Meeting] {
        edition.meetings.filter { NameKey.matches(name, any: names(of: $0)) }.flatMap {
            meetings(of: $0, before: window, ahead, calendar, day)
        }
    }

    private func meetings(
        of series: MeetingSeries,
        before window: ReminderWindow,
        _ ahead: ReminderInterval?,
        _ calendar: WorkingCalendar,
        _ day: CivilDate
    ) -> [Meeting] {
        let last =
            ahead.map { ReminderWindow.latest($0, before: window.last, calendar) } ?? window.last
        guard let span = CivilSpan(from: day, until: max(last, day)) else { return [] }
        return series.dates(in: span).map { Meeting(series: series, date: $0) }
    }

    /// Every name by which documents and rules mean the body of a series.
    private func names(of series: MeetingSeries) -> [String] {
        guard let body = profile?.body(id: series.body) else { return [series.body, series.name] }
        return [series.body, series.name, body.name] + body.aliases
            + (body.abbreviation.map { [$0] } ?? [])
    }

    // MARK: Risks

    /// The reviews of the open risks, by the day that was set or the interval that holds.
    private var riskMatters: [ReminderMatter] {
        openRisks { risk, register in
            register.nextReview(of: risk).map { review(of: risk, in: register, due: $0) }
        }
    }

    /// The review of a risk, which stays the same when the risk goes to another register.
    func review(of risk: Risk, in register: RiskRegister, due day: CivilDate) -> ReminderMatter {
        ReminderMatter(
            .risk,
            .risk(risk.id),
            name: "the review of \(risk.asSaid)",
            due: day,
            leads: roles([risk.ownerRoleID, risk.managerRoleID]),
            groups: [register.id, register.name]
        )
    }

    /// The acceptances of the open risks that run out on a day, or that something ended already.
    private var acceptanceMatters: [ReminderMatter] {
        openRisks { risk, register in
            guard let acceptance = risk.acceptance,
                let end = acceptance.lapsedOn ?? acceptance.until
            else { return nil }
            return self.acceptance(acceptance, of: risk, in: register, ends: end)
        }
    }

    func acceptance(
        _ acceptance: Risk.Acceptance,
        of risk: Risk,
        in register: RiskRegister,
        ends end: CivilDate
    ) -> ReminderMatter {
        ReminderMatter(
            .acceptance,
            SubjectReference(kind: "acceptance", id: risk.id),
            name: "the acceptance of \(risk.asSaid)",
            due: end,
            verb: .lapses,
            leads: roles([acceptance.by]),
            groups: [register.id, register.name]
        )
    }

    private func openRisks(
        _ matter: (Risk, RiskRegister) -> ReminderMatter?
    ) -> [ReminderMatter] {
        edition.riskRegisters.flatMap { register in
            register.openRisks.compactMap { matter($0, register) }
        }
    }

    /// The titles of roles, as the committee says them.
    private func roles(_ ids: [String?]) -> [String] {
        ids.compactMap { $0 }.map { id in
            profile?.roles.first { $0.id == id }?.title ?? id
        }
    }

    // MARK: Members

    private func memberMatters(endingBy last: CivilDate) -> [ReminderMatter] {
        guard let profile else { return [] }
        let all = profile.members + profile.workingGroups.flatMap(\.members)
        return all.compactMap { member in
            guard let end = member.term.until, end <= last else { return nil }
            // Somebody who took the seat up again has a later term.
            let isRenewed = all.contains { other in
                other.bodyID == member.bodyID && other.roleID == member.roleID
                    && other.agencyID == member.agencyID && other.term.until ?? .latest > end
            }
            guard !isRenewed else { return nil }
            let group = profile.workingGroups.first { $0.id == member.bodyID }
            let body = group?.name ?? profile.body(id: member.bodyID)?.name ?? member.bodyID
            let agency = member.agencyID.map { profile.body(id: $0)?.name ?? $0 }
            let role = roles([member.roleID]).first ?? member.roleID
            return ReminderMatter(
                .member,
                SubjectReference(kind: "member", id: member.seat),
                name: "the term of office of the \(role)"
                    + (agency.map { " for \($0)" } ?? "") + " on \(body)",
                due: end,
                verb: .ends,
                leads: [role],
                groups: [member.bodyID, body]
            )
        }
    }

    // MARK: Data sets

    private func dataSetMatters(
        dueBy last: CivilDate,
        _ calendar: WorkingCalendar
    ) -> [ReminderMatter] {
        edition.dataSets.flatMap { data in
            data.periods(through: last).filter { data.receivedOn[$0] == nil }
                .map { matter(of: data, period: $0, calendar) }
        }
    }

    func matter(
        of data: DataSet,
        period end: CivilDate,
        _ calendar: WorkingCalendar
    ) -> ReminderMatter {
        ReminderMatter(
            .dataSet,
            SubjectReference(kind: "data-set", id: "\(data.id)#\(end)"),
            name: "\(data.title) for the period to \(end.formatted("d MMMM yyyy"))",
            due: data.within.adding(times: 1, to: end, calendar),
            leads: [data.lead],
            groups: [data.id, data.title]
        )
    }
}

extension Risk {
    /// The risk as people know it: by the number that its register prints, and by its name.
    fileprivate var asSaid: String {
        "risk \(number ?? id)" + (name.isEmpty ? "" : " (\(ReminderWords.short(name)))")
    }
}

extension ReminderMatter {
    /// What a room says is due; a rule may limit itself to its kind.
    init(_ deadline: RoomDeadline) {
        self.init(
            .deadline,
            deadline.subject,
            name: deadline.name,
            due: deadline.due,
            leads: deadline.leads,
            groups: [deadline.kind] + deadline.groups
        )
    }
}

extension ReminderMatter {
    /// What a reporting line makes due; after the meeting before which it is due it is no longer.
    init(_ report: ReportDue) {
        self.init(report.deadline)
        if report.due <= report.meeting { lapses = report.meeting }
    }
}

extension Member {
    /// What tells the seat from every other one: the body, the role and the agency.
    var seat: String {
        let holder = [roleID, agencyID].compactMap { $0 }.joined(separator: "@")
        return "\(bodyID)#\(holder)"
    }
}
