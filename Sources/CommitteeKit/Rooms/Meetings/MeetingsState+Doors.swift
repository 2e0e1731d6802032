// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// The doors to meetings: facts to record, and what a record and an edition keep.

extension Change.Fact {
    /// A meeting was called.
    public static func meetingCalled(_ call: MeetingCall) -> Self {
        Meeting.Entries.called.fact(call)
    }
    /// A meeting was moved.
    public static func meetingMoved(_ move: MeetingMove) -> Self {
        Meeting.Entries.moved.fact(move)
    }
    /// A meeting was cancelled.
    public static var meetingCancelled: Self { Meeting.Entries.cancelled.fact }
    /// The agenda of a meeting was set, whole.
    public static func agendaSet(_ items: [AgendaItem]) -> Self {
        Meeting.Entries.agendaSet.fact(AgendaSetting(items: items))
    }
    /// The agenda of a meeting went out.
    public static var agendaCirculated: Self { Meeting.Entries.agendaCirculated.fact }
    /// Who was at a meeting was set, seat by seat.
    public static func attendanceSet(_ attendance: MeetingAttendance) -> Self {
        Meeting.Entries.attendanceSet.fact(attendance)
    }
    /// A seat declared an interest in an item.
    public static func interestDeclared(_ interest: DeclaredInterest) -> Self {
        Meeting.Entries.interestDeclared.fact(interest)
    }
    /// The minute of a meeting was drafted, whole.
    public static func minuteDrafted(_ minute: Minute) -> Self {
        Meeting.Entries.minuteDrafted.fact(minute.text)
    }
    /// The draft minute of a meeting went out.
    public static var minuteCirculated: Self { Meeting.Entries.minuteCirculated.fact }
    /// A minute was corrected at a later meeting.
    public static func minuteCorrected(_ correction: MinuteCorrection) -> Self {
        Meeting.Entries.minuteCorrected.fact(correction)
    }
    /// A later meeting, such as `cpc/2024-02-06`, approved the minute.
    public static func minuteApproved(at meeting: String) -> Self {
        Meeting.Entries.minuteApproved.fact(MeetingApproval(at: meeting))
    }
    /// An action of a meeting was done.
    public static func minutedActionDone(_ code: String) -> Self {
        Meeting.Entries.actionDone.fact(ActionCode(code: code))
    }
    /// An action of a meeting has more time.
    public static func minutedActionExtended(_ code: String, until day: CivilDate) -> Self {
        Meeting.Entries.actionExtended.fact(ActionExtension(code, until: day))
    }
    /// A body decided between its meetings.
    public static func decisionTaken(_ decision: DecisionTaking) -> Self {
        CommitteeDecision.Entries.taken.fact(decision)
    }
    /// A meeting, such as `cpc/2024-02-06`, ratified a decision that was taken before it.
    public static func decisionRatified(at meeting: String) -> Self {
        CommitteeDecision.Entries.ratified.fact(MeetingApproval(at: meeting))
    }
}

extension Record {
    /// The meetings of each body as they are planned, in the order in which they were planned.
    public var meetings: [MeetingSeries] {
        get { self[MeetingsState.self].meetings }
        set { self[MeetingsState.self].meetings = newValue }
    }
    /// The days on which the committee works, when somebody has set them.
    public var workingCalendar: WorkingCalendar? {
        get { self[MeetingsState.self].workingCalendar }
        set { self[MeetingsState.self].workingCalendar = newValue }
    }
    /// The meetings that were called, by the days on which they are held.
    public var calledMeetings: [Meeting] {
        get { self[MeetingsState.self].calledMeetings }
        set { self[MeetingsState.self].calledMeetings = newValue }
    }
    /// The decisions between meetings, in the order in which they were taken.
    public var committeeDecisions: [CommitteeDecision] {
        get { self[MeetingsState.self].decisions }
        set { self[MeetingsState.self].decisions = newValue }
    }
}

extension Edition {
    /// The meetings of each body as they are planned.
    public var meetings: [MeetingSeries] {
        get { self[MeetingsState.self].meetings }
        set { self[MeetingsState.self].meetings = newValue }
    }
    /// The days on which the committee works, when somebody has set them.
    public var workingCalendar: WorkingCalendar? {
        get { self[MeetingsState.self].workingCalendar }
        set { self[MeetingsState.self].workingCalendar = newValue }
    }
    /// The meetings that were called, by the days on which they are held.
    public var calledMeetings: [Meeting] {
        get { self[MeetingsState.self].calledMeetings }
        set { self[MeetingsState.self].calledMeetings = newValue }
    }
    /// The decisions between meetings; for the public those that a meeting has ratified.
    public var committeeDecisions: [CommitteeDecision] {
        get { self[MeetingsState.self].decisions }
        set { self[MeetingsState.self].decisions = newValue }
    }
}
