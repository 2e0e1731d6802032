// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What an audience may read of meetings, and who may know of which of their parts.

extension MeetingsState {
    /// Leaves out drafts and private items for whoever is not of the committee, and what an audience may
    /// not know of from what decisions and actions are about.
    ///
    /// That a body meets is public. Its agenda is from the day on which it went out, its minute with the
    /// attendance and the interests from its approval on. Of what was private only one thing is told:
    /// that there was something.
    public mutating func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    ) {
        guard audience < .restricted else { return }
        let hides = { (subject: SubjectReference) in !door.may(audience, knowOf: subject) }
        for place in calledMeetings.indices { calledMeetings[place].leaveOutLinks(where: hides) }
        for place in decisions.indices { decisions[place].links.removeAll(where: hides) }
        if let leaveOutReferences = door.referenceCut(for: audience) {
            for place in calledMeetings.indices {
                calledMeetings[place].changeTexts(leaveOutReferences)
            }
            for place in decisions.indices { leaveOutReferences(&decisions[place].text) }
        }
        let sent = circulations.count
        circulations.removeAll { $0.audience > audience || $0.about.map(hides) ?? false }
        omissions.note(
            sent - circulations.count,
            "papers that went out",
            one: "paper that went out"
        )
        guard audience < .committee else { return }
        var count = 0
        for place in calledMeetings.indices where calledMeetings[place].leaveOutWhatIsNotPublic() {
            count += 1
        }
        omissions.note(count, "parts of meetings", one: "part of a meeting")
        let all = decisions.count
        decisions = decisions.filter(isPublic)
        omissions.note(
            all - decisions.count,
            "decisions that no public minute has",
            one: "decision that no public minute has"
        )
    }

    /// Whether everybody may read a decision: the minute of the meeting that ratified it is approved, and it was
    /// not ratified in private.
    func isPublic(_ decision: CommitteeDecision) -> Bool {
        guard decision.ratifiedOn != nil, let place = decision.ratifiedAt else { return false }
        let parts = place.split(separator: "#", maxSplits: 1)
        if parts.count == 2, AgendaItem.isPrivate(String(parts[1])) { return false }
        return calledMeetings.contains { $0.reference == parts[0] && $0.minute?.state == .approved }
    }

    /// Returns the card of a body's meetings, of a meeting, of something in one, or of a decision.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        switch subject.kind {
        case "meetings":
            meetings.first { $0.body == subject.id }.map { SubjectCard(subject, name: $0.name) }
        case "meeting", "minute-action", "meeting-paper":
            calledMeetings.lazy.compactMap { $0.card(of: subject) }.first
        case "decision":
            decisions.first { $0.id == subject.id }.map { $0.card(isPublic: isPublic($0)) }
        default: nil
        }
    }
}

extension Meeting {
    /// The card of the meeting, of an action in its minute, or of a paper of its agenda.
    func card(of subject: SubjectReference) -> SubjectCard? {
        guard subject.id.hasPrefix(id) else { return nil }
        if subject.kind == "meeting" {
            return subject.id == id ? SubjectCard(subject, name: title.lowercasedFirst) : nil
        }
        let rest = subject.id.dropFirst(id.count)
        guard rest.first == "#" else { return nil }
        let code = String(rest.dropFirst())
        if subject.kind == "minute-action" {
            return minute?.actions.first { $0.code == code }.map { action in
                SubjectCard(
                    subject,
                    name: "action \(code) of \(title.lowercasedFirst)",
                    audience: minute?.state == .approved && !AgendaItem.isPrivate(code)
                        ? .public : .committee,
                    due: action.due
                )
            }
        }
        return item(code).map { item in
            SubjectCard(
                subject,
                name: "the paper for item \(code) of \(title.lowercasedFirst)",
                audience: agendaCirculatedOn != nil && !item.isPrivate ? .public : .committee,
                due: item.paperDue
            )
        }
    }

    /// Leaves out subjects of which decisions and actions speak.
    fileprivate mutating func leaveOutLinks(where hides: (SubjectReference) -> Bool) {
        guard minute != nil else { return }
        for place in minute?.decisions.indices ?? 0..<0 {
            minute?.decisions[place].links.removeAll(where: hides)
        }
        for place in minute?.actions.indices ?? 0..<0 {
            minute?.actions[place].links.removeAll(where: hides)
        }
    }

    /// Changes the texts of the minute and of the corrections to it.
    mutating func changeTexts(_ change: (inout Prose) -> Void) {
        for place in corrections.indices { change(&corrections[place].text) }
        guard var changed = minute else { return }
        for place in changed.items.indices { change(&changed.items[place].text) }
        for place in changed.decisions.indices { change(&changed.decisions[place].text) }
        for place in changed.actions.indices { change(&changed.actions[place].text) }
        minute = changed
    }

    /// Leaves out drafts and private items; tells whether there were any.
    fileprivate mutating func leaveOutWhatIsNotPublic() -> Bool {
        let before = self
        var tookPrivately = leavesOutPrivateItems
        if agendaCirculatedOn == nil {
            agenda = []
        } else {
            tookPrivately = tookPrivately || agenda.contains(where: \.isPrivate)
            agenda.removeAll(where: \.isPrivate)
            for place in agenda.indices { agenda[place].forgetPrivateOrigin() }
        }
        if minute?.state == .approved {
            tookPrivately = tookPrivately || before.minute?.items.contains { $0.isPrivate } ?? false
            minute?.items.removeAll(where: \.isPrivate)
            minute?.decisions.removeAll { AgendaItem.isPrivate($0.item) }
            minute?.actions.removeAll { AgendaItem.isPrivate($0.item) }
            corrections.removeAll { AgendaItem.isPrivate($0.item) }
            interests.removeAll { AgendaItem.isPrivate($0.item) }
        } else {
            (minute, attendance, corrections, interests) = (nil, nil, [], [])
        }
        (codes, agendaRevision, attendanceRevision, minuteRevision) = ([], 0, 0, 0)
        readsSince = ReadsSince()
        leavesOutPrivateItems = tookPrivately
        return (agenda, minute, attendance) != (before.agenda, before.minute, before.attendance)
            || (corrections, interests) != (before.corrections, before.interests)
    }
}

extension MinutedItem {
    /// Whether the item was taken in private.
    fileprivate var isPrivate: Bool { AgendaItem.isPrivate(number) }
}

extension AgendaItem {
    /// Leaves out that the item comes from one that was taken in private.
    fileprivate mutating func forgetPrivateOrigin() {
        guard let code = carriedFrom.flatMap({ Meeting.parts(of: $0)?.code }) else { return }
        if Self.isPrivate(code) { carriedFrom = nil }
    }
}

extension CommitteeDecision {
    /// The card of the decision.
    func card(isPublic: Bool) -> SubjectCard {
        SubjectCard(
            .decision(number, of: body),
            name: title.lowercasedFirst,
            audience: isPublic ? .public : .committee,
            due: reviewBy
        )
    }
}
