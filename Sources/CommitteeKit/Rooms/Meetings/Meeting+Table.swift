// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Everything that can happen to a meeting, each declared once.

extension Meeting {
    /// The events of a meeting.
    public enum Entries {}

    /// Everything that can be said of a meeting, in the order in which it usually happens.
    public static let table = SubjectTable<Meeting>([
        Entries.called.declaration,
        Entries.moved.declaration,
        Entries.cancelled.declaration,
        Entries.agendaSet.declaration,
        Entries.agendaCirculated.declaration,
        Entries.attendanceSet.declaration,
        Entries.interestDeclared.declaration,
        Entries.minuteDrafted.declaration,
        Entries.minuteCirculated.declaration,
        Entries.minuteCorrected.declaration,
        Entries.minuteApproved.declaration,
        Entries.actionDone.declaration,
        Entries.actionExtended.declaration,
    ])
}

extension Meeting.Entries {
    /// Makes an event of a meeting whose value is an object.
    static func event<Value: Hashable & Sendable>(
        _ kind: EntryKind,
        as member: String,
        _ summary: String,
        _ shape: Shape<Value>,
        texts: [PayloadTexts] = [],
        json: [JSONMember<Meeting>] = [],
        says sentence: Sentence<Meeting>,
        apply: @escaping Event<Meeting, Value>.Apply
    ) -> Event<Meeting, Value> {
        let codec = Codec.erasable(shape, texts)
        return Event(kind, summary, by: codec, apply: apply).carried { ways in
            ways.sayWhatMeetingsLeaveOut()
            ways.request = .by([
                RequestForm(member) { (fields, _) throws(JSONError) in
                    let value = try fields.required(member, as: shape.type)
                    return [RequestedFact(Change.Fact(kind, value, by: codec))]
                }
            ])
            if !json.isEmpty { ways.json = .by(json) }
            ways.sentence = .by(sentence)
        }
    }

    /// Makes an event of a meeting that says no more than that it happened.
    static func event(
        _ kind: EntryKind,
        as member: String,
        _ summary: String,
        json: [JSONMember<Meeting>],
        says sentence: Sentence<Meeting>,
        apply: @escaping Event<Meeting, Nothing>.Apply
    ) -> Event<Meeting, Nothing> {
        Event(kind, summary, by: .nothing, apply: apply).carried { ways in
            ways.sayWhatMeetingsLeaveOut()
            ways.request = .by([
                RequestForm(member) { (fields, _) throws(JSONError) in
                    _ = try fields.required(member, as: .yes)
                    return [RequestedFact(Change.Fact(kind, Nothing(), by: .nothing))]
                }
            ])
            ways.json = .by(json)
            ways.sentence = .by(sentence)
        }
    }
}

extension Ways {
    /// Says what holds for everything that happens to meetings and to decisions.
    mutating func sayWhatMeetingsLeaveOut() {
        cell = .not(because: "a layout writes plans and registers")
        columns = .not(
            because: "scripts read meetings, items, seats and actions as tables of their own"
        )
        comparison = .not(because: "no published document is compared with a meeting")
        example = .not(because: "an example of a plugin is a plan")
        json = .not(because: "another event's members hold it")
    }
}

// MARK: The meeting itself

extension Meeting.Entries {
    /// The meeting was called.
    static let called = event(
        "meeting.called",
        as: "called",
        "A meeting was called: when, where, how people take part, and who chairs.",
        MeetingCall.shape,
        json: Meeting.ownMembers,
        says: .called
    ) { meeting, call, step in
        guard meeting.calledOn == nil || meeting.isCancelled else {
            return "\(meeting.title) was called on \(meeting.calledOn ?? step.effective) already. "
                + "Move it, or cancel it."
        }
        meeting.bodyName = call.bodyName
        (meeting.start, meeting.end, meeting.place) = (call.start, call.end, call.place)
        (meeting.mode, meeting.chair, meeting.quorum) = (call.mode, call.chair, call.quorum)
        meeting.isExtraordinary = call.isExtraordinary
        meeting.isDevelopmentDay = call.isDevelopmentDay
        (meeting.calledOn, meeting.cancelledOn) = (step.effective, nil)
        meeting.revision += 1
        return nil
    }

    /// The meeting was moved.
    static let moved = event(
        "meeting.moved",
        as: "moved",
        "A meeting is held on another day, at another time or in another place.",
        MeetingMove.shape,
        says: .moved
    ) { meeting, move, step in
        if let refusal = meeting.refusalUnlessCalled("move it", step) { return refusal }
        if let minute = meeting.minute {
            return
                "\(meeting.title) has a minute of \(minute.draftedOn ?? step.effective), so it was "
                + "held. Correct the minute, if its day is wrong."
        }
        let start = move.start ?? meeting.start
        let end = move.end ?? (move.start == nil ? meeting.end : nil)
        if let start, let end, end <= start {
            return
                "\(meeting.title) would end at \(end), which is not after \(start). Name a later "
                + "end."
        }
        let place = move.place ?? meeting.place
        guard
            move.to != meeting.day || start != meeting.start || end != meeting.end
                || place != meeting.place
        else {
            return "\(meeting.title) is held there and then already. Nothing needs to change."
        }
        (meeting.day, meeting.start, meeting.end, meeting.place) = (move.to, start, end, place)
        meeting.revision += 1
        return nil
    }

    /// The meeting was cancelled.
    static let cancelled = event(
        "meeting.cancelled",
        as: "cancelled",
        "A meeting is not held.",
        json: [JSONMember("cancelledOn") { .date($0[$1].cancelledOn) }],
        says: .cancelled
    ) { meeting, _, step in
        if let refusal = meeting.refusalUnlessCalled("cancel it", step) { return refusal }
        if let minute = meeting.minute {
            return
                "\(meeting.title) has a minute of \(minute.draftedOn ?? step.effective), so it was "
                + "held. It cannot be cancelled."
        }
        meeting.cancelledOn = step.effective
        meeting.revision += 1
        return nil
    }

    /// The agenda was set.
    static let agendaSet = event(
        "meeting.agenda-set",
        as: "agenda",
        "The agenda of a meeting, whole: its items with what the meeting is to do with each.",
        AgendaSetting.shape,
        texts: [PayloadTexts(["title", "why"], in: "items")],
        json: [
            JSONMember("agenda") { meetings, place in
                .array(meetings[place].agenda.map { .object(AgendaItem.shape.write($0)) })
            },
            JSONMember("leavesOutPrivateItems") {
                $0[$1].leavesOutPrivateItems ? true : .null
            },
        ],
        says: .agendaSet
    ) { meeting, agenda, step in
        if let refusal = meeting.refusalUnlessCalled("set its agenda", step) { return refusal }
        if let minute = meeting.minute, minute.state != .draft {
            return
                "The minute of \(meeting.title.lowercasedFirst) is \(minute.state.rawValue), so its "
                + "agenda stays. Record a correction of the minute."
        }
        if let refusal = agenda.refusal { return refusal }
        let numbers = Set(agenda.items.map(\.number))
        if let item = meeting.minute?.items.first(where: { !numbers.contains($0.number) }) {
            return
                "The minute speaks of item \(item.number), which the agenda would not have. Keep "
                + "the item."
        }
        if let interest = meeting.interests.first(where: { !numbers.contains($0.item) }) {
            return
                "\(interest.name) declared an interest in item \(interest.item), which the agenda "
                + "would not have. Keep the item."
        }
        meeting.readsSince.agenda = step.readsSince
        meeting.agenda = agenda.items
        meeting.agendaRevision += 1
        meeting.agendaCirculatedOn = nil
        return nil
    }

    /// The agenda went out.
    static let agendaCirculated = event(
        "meeting.agenda-circulated",
        as: "agendaCirculated",
        "The agenda of a meeting went out to those who take part.",
        json: [JSONMember("agendaCirculatedOn") { .date($0[$1].agendaCirculatedOn) }],
        says: .agendaCirculated
    ) { meeting, _, step in
        if let refusal = meeting.refusalUnlessCalled("circulate its agenda", step) {
            return refusal
        }
        guard !meeting.agenda.isEmpty else {
            return "\(meeting.title) has no agenda yet. Set it first."
        }
        if let day = meeting.agendaCirculatedOn {
            return
                "The agenda of \(meeting.title.lowercasedFirst) was circulated on \(day), and has "
                + "not changed since."
        }
        if let refusal = meeting.refusal(changing: "agenda", by: [\.agenda], "circulated", step) {
            return refusal
        }
        meeting.agendaCirculatedOn = step.effective
        meeting.agendaCirculations.append(step.effective)
        return nil
    }

    /// Who was there.
    static let attendanceSet = event(
        "meeting.attendance-set",
        as: "attendance",
        "Who was at a meeting, seat by seat.",
        MeetingAttendance.shape,
        json: [
            JSONMember("attendance") { meetings, place in
                guard let attendance = meetings[place].attendance else { return .null }
                return .object(MeetingAttendance.shape.write(attendance))
            }
        ],
        says: .attendanceSet
    ) { meeting, attendance, step in
        if let refusal = meeting.refusalUnlessCalled("set its attendance", step) { return refusal }
        if let minute = meeting.minute, let day = minute.approvedOn {
            return
                "The minute of \(meeting.title.lowercasedFirst) was approved on \(day), with the "
                + "attendance in it. Record a correction of the minute."
        }
        if let refusal = attendance.refusal { return refusal }
        meeting.readsSince.attendance = step.readsSince
        meeting.attendance = attendance
        meeting.attendanceRevision += 1
        return nil
    }

    /// Somebody declared an interest.
    static let interestDeclared = event(
        "meeting.interest-declared",
        as: "interest",
        "A seat declared an interest in an item, and stayed or withdrew.",
        DeclaredInterest.shape,
        json: [
            JSONMember("interests") { meetings, place in
                .array(meetings[place].interests.map { .object(DeclaredInterest.shape.write($0)) })
            }
        ],
        says: .interestDeclared
    ) { meeting, interest, step in
        if let refusal = meeting.refusalUnlessCalled("declare an interest", step) { return refusal }
        if let day = meeting.minute?.approvedOn {
            return
                "The minute of \(meeting.title.lowercasedFirst) was approved on \(day). Record a "
                + "correction of the minute."
        }
        guard meeting.item(interest.item) != nil else { return meeting.unknownItem(interest.item) }
        let same = { (known: DeclaredInterest) in
            known.seat == interest.seat && known.item == interest.item
        }
        guard !meeting.interests.contains(interest) else {
            return "\(interest.inWords) already. Nothing needs to change."
        }
        meeting.readsSince.interests = max(meeting.readsSince.interests, step.readsSince)
        meeting.interests.removeAll(where: same)
        meeting.interests.append(interest)
        return nil
    }
}
