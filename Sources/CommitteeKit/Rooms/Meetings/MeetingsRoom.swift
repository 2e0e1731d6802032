// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The room of meetings: on which days each body meets, and on which days the committee works.
public struct MeetingsRoom: Room {
    /// The room's table is all that there is to fold.
    public typealias Fold = TableFold<MeetingsState>

    /// Creates the room.
    public init() {}

    /// The room's name.
    public var name: String { "meetings" }

    /// The meetings of a body, and each of them.
    public var subjects: [SubjectKind] { ["meetings", "meeting"] }

    /// Each entry sets its own subject whole.
    public func reach(of kind: EntryKind) -> EntryReach { .subject }

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
        ]
    }
}

/// The meetings of a committee, and the days on which it works.
public struct MeetingsState: TableState {
    /// The meetings of each body, in the order in which they were planned.
    public var meetings: [MeetingSeries] = []
    /// The days on which the committee works, when somebody has set them.
    public var workingCalendar: WorkingCalendar?

    /// Creates the state of a committee that planned no meetings.
    public init() {}

    /// Leaves out nothing: when bodies meet is public.
    public mutating func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    ) {}

    /// Returns the card of a body's meetings.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        guard subject.kind == "meetings" else { return nil }
        return meetings.first { $0.body == subject.id }.map { SubjectCard(subject, name: $0.name) }
    }

    /// Returns the meetings and the working days; nothing of a committee that has said neither.
    public func exported(on day: CivilDate) -> JSONObject {
        var members = JSONObject()
        if !meetings.isEmpty { members["meetings"] = .array(meetings.map(\.json)) }
        members["workingDays"] = workingCalendar?.json
        return members
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
        meetingsSet.declaration, workingDaysSet.declaration,
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

extension Record {
    /// The meetings of each body, in the order in which they were planned.
    public var meetings: [MeetingSeries] {
        get { self[MeetingsState.self].meetings }
        set { self[MeetingsState.self].meetings = newValue }
    }
    /// The days on which the committee works, when somebody has set them.
    public var workingCalendar: WorkingCalendar? {
        get { self[MeetingsState.self].workingCalendar }
        set { self[MeetingsState.self].workingCalendar = newValue }
    }
}

extension Edition {
    /// The meetings of each body.
    public var meetings: [MeetingSeries] {
        get { self[MeetingsState.self].meetings }
        set { self[MeetingsState.self].meetings = newValue }
    }
    /// The days on which the committee works, when somebody has set them.
    public var workingCalendar: WorkingCalendar? {
        get { self[MeetingsState.self].workingCalendar }
        set { self[MeetingsState.self].workingCalendar = newValue }
    }
}
