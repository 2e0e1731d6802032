// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The room of meetings: on which days each body meets, what each meeting is to do and did, what was
/// decided between them, and on which days the committee works.
public struct MeetingsRoom: Room {
    /// Creates the room.
    public init() {}

    /// The room's name.
    public var name: String { "meetings" }

    /// The meetings of a body, each of them with its papers and actions, and decisions between them.
    public var subjects: [SubjectKind] {
        ["meetings", "meeting", "meeting-paper", "minute-action", "decision"]
    }

    /// What can happen to meetings and to decisions, and how meetings are planned.
    public var kinds: [DeclaredKind] {
        MeetingsState.table.kinds + Meeting.table.kinds + CommitteeDecision.table.kinds
    }

    /// Each entry changes its own subject; a body holds one meeting on a day, so calling and moving one
    /// hangs on all of them.
    public func reach(of kind: EntryKind) -> EntryReach {
        kind == "meeting.called" || kind == "meeting.moved" ? .room : .subject
    }

    /// Begins to fold a journal.
    public func fold(asOf date: CivilDate?) -> MeetingsFold { MeetingsFold() }

    /// How a person plans meetings and sets the working days.
    public var requests: [RequestTarget] {
        [
            RequestTarget("meetings", noun: "meetings") { (fields, _) throws(JSONError) in
                let node = try fields.required("meetings", as: .node)
                let series = try MeetingSeries(json: node, source: fields.place.source)
                return RequestedSubject(
                    .meetings(of: series.body),
                    [NamedAspect("meetings", .fact(RequestedFact(.meetingsSet(series))))]
                )
            },
            RequestTarget("workingDays", noun: "working days") { (fields, _) throws(JSONError) in
                let node = try fields.required("workingDays", as: .node)
                let calendar = try WorkingCalendar(json: node, source: fields.place.source)
                return RequestedSubject(
                    .committee,
                    [NamedAspect("workingDays", .fact(RequestedFact(.workingDaysSet(calendar))))]
                )
            },
            RequestTarget("circulated", noun: "what went out") { (fields, _) throws(JSONError) in
                let circulation = try fields.required("circulated", as: Circulation.shape.type)
                return RequestedSubject(
                    .committee,
                    [
                        NamedAspect(
                            "circulated",
                            .fact(RequestedFact(.reportCirculated(circulation)))
                        )
                    ]
                )
            },
            RequestTarget(
                "meeting",
                noun: "a meeting",
                members: Meeting.table.requestNames
            ) { (fields, reading) throws(JSONError) in
                let name = JSONFieldType<String>.text.checked("a meeting such as cpc/2023-12-05") {
                    Meeting.parts(of: $0).flatMap { $0.code == nil ? $0 : nil }
                }
                let parts = try fields.required("meeting", as: name)
                return RequestedSubject(
                    .meeting(of: parts.body, on: parts.planned),
                    try Meeting.table.requested(fields, &reading)
                )
            },
            RequestTarget(
                "decision",
                noun: "a decision between meetings",
                members: CommitteeDecision.table.requestNames
            ) { (fields, reading) throws(JSONError) in
                let name = JSONFieldType<String>.text.checked("a decision such as cpc/C1") {
                    CommitteeDecision.parts(of: $0, mark: "/")
                }
                let parts = try fields.required("decision", as: name)
                return RequestedSubject(
                    .decision(parts.number, of: parts.body),
                    try CommitteeDecision.table.requested(fields, &reading)
                )
            },
        ]
    }
}

/// The meetings of a committee, and the days on which it works.
public struct MeetingsState: RoomState {
    /// The meetings of each body as they are planned, in the order in which they were planned.
    public var meetings: [MeetingSeries] = []
    /// The days on which the committee works, when somebody has set them.
    public var workingCalendar: WorkingCalendar?
    /// The meetings that were called, by the days on which they are held.
    public var calledMeetings: [Meeting] = []
    /// The decisions between meetings, in the order in which they were taken.
    public var decisions: [CommitteeDecision] = []
    /// What went out to whom, in the order in which it was recorded.
    public var circulations: [Circulation] = []

    /// Creates the state of a committee that planned no meetings.
    public init() {}

    /// Returns the meetings, the decisions and the working days; nothing of a committee that has none.
    public func exported(on day: CivilDate) -> JSONObject {
        var members = JSONObject()
        if !meetings.isEmpty { members["meetings"] = .array(meetings.map(\.json)) }
        members["workingDays"] = workingCalendar?.json
        if !calledMeetings.isEmpty {
            members["calledMeetings"] = .array(
                calledMeetings.indices.map { Meeting.table.exported(calledMeetings, $0) }
            )
        }
        if !decisions.isEmpty {
            members["decisions"] = .array(
                decisions.indices.map { CommitteeDecision.table.exported(decisions, $0) }
            )
        }
        if !circulations.isEmpty { members["circulations"] = .array(circulations.map(\.json)) }
        return members
    }

    /// What is due: papers of coming meetings, open actions, and decisions to be looked at again.
    public func deadlines(through day: CivilDate) -> [RoomDeadline] {
        calledMeetings.flatMap(\.deadlines).filter { $0.due <= day }
            + decisions.compactMap { decision in
                guard let due = decision.reviewBy, due <= day else { return nil }
                return RoomDeadline(
                    .decision(decision.number, of: decision.body),
                    kind: "decision-review",
                    name: "the review of \(decision.title.lowercasedFirst)",
                    due: due,
                    groups: [decision.body]
                )
            }
    }
}

extension Meeting {
    /// What is due of the meeting, open actions and papers that are still to come.
    fileprivate var deadlines: [RoomDeadline] {
        guard !isCancelled else { return [] }
        // What was to be read before the meeting is not waited for once it was held.
        let papers = minute == nil && attendance == nil ? agenda : []
        return papers.compactMap { item in
            item.paperDue.map { due in
                RoomDeadline(
                    .paper(item.number, of: body, on: planned),
                    kind: "meeting-paper",
                    name: "the paper for item \(item.number) of \(title.lowercasedFirst)",
                    due: due,
                    leads: item.owner.isEmpty ? [] : [item.owner],
                    groups: [body, bodyName]
                )
            }
        }
            + (minute?.actions ?? []).compactMap { action in
                guard action.doneOn == nil, let due = action.due else { return nil }
                return RoomDeadline(
                    .minutedAction(action.code, of: body, on: planned),
                    kind: "minute-action",
                    name: "action \(action.code) of \(title.lowercasedFirst)",
                    due: due,
                    leads: action.owner.isEmpty ? [] : [action.owner],
                    groups: [body, bodyName]
                )
            }
    }
}

extension SubjectTable {
    /// A subject of a list as an export has it, without what is null.
    fileprivate func exported(_ all: [Subject], _ place: Int) -> JSONValue {
        .object(
            JSONObject(
                jsonMembers.lazy.map { ($0.name, $0.value(all, place)) }.filter { !$0.1.isNull }
            )
        )
    }
}

extension MeetingsState {
    static let meetingsSet = Event<MeetingsState, MeetingSeries>(
        "meetings.set",
        "On which days a body meets: its cadence, and what is moved, cancelled and added.",
        by: .node("series", { $0.json }) { (node) throws(JSONError) in
            try MeetingSeries(json: node, source: "series")
        }
    ) { state, series, _ in
        state.meetings.removeAll { $0.body == series.body }
        state.meetings.append(series)
        return nil
    }.carried { $0.sentence = .by(.meetings) }

    static let workingDaysSet = Event<MeetingsState, WorkingCalendar>(
        "committee.working-days-set",
        "The days on which the committee works, and its holidays.",
        by: .node("calendar", { $0.json }) { (node) throws(JSONError) in
            try WorkingCalendar(json: node, source: "calendar")
        }
    ) { state, calendar, _ in
        state.workingCalendar = calendar
        return nil
    }.carried { $0.sentence = .by(.workingDays) }

    /// Everything that can be said of meetings.
    public static let table = SubjectTable<MeetingsState>([
        meetingsSet.declaration, workingDaysSet.declaration, circulated.declaration,
    ])
}

extension Change.Fact {
    /// The meetings of a body were planned.
    public static func meetingsSet(_ series: MeetingSeries) -> Self {
        MeetingsState.meetingsSet.fact(series)
    }
    /// The days on which the committee works were set.
    public static func workingDaysSet(_ calendar: WorkingCalendar) -> Self {
        MeetingsState.workingDaysSet.fact(calendar)
    }
}
