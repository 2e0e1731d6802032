// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// The meetings as scripts read them: `edition.called_meetings` and the tables of what is in them.

extension MeetingsState {
    /// The tables of meetings, agenda items, seats, decisions and actions.
    public var tables: [RoomTable] {
        [
            RoomTable(
                "called_meetings",
                of: "called_meeting",
                "A meeting that was called.",
                calledMeetings,
                Meeting.columns
            ),
            RoomTable(
                "agenda_items",
                of: "agenda_item",
                "An item of the agenda of a meeting.",
                calledMeetings.flatMap { meeting in
                    meeting.agenda.map { MeetingRow(meeting: meeting, part: $0) }
                },
                MeetingRow<AgendaItem>.columns
            ),
            RoomTable(
                "meeting_seats",
                of: "meeting_seat",
                "A seat at a meeting: whether somebody was there.",
                calledMeetings.flatMap { meeting in
                    (meeting.attendance?.seats ?? []).map { MeetingRow(meeting: meeting, part: $0) }
                },
                MeetingRow<SeatAttendance>.columns
            ),
            RoomTable(
                "decisions",
                of: "decision",
                "A decision, at a meeting or between meetings.",
                DecisionRow.rows(self),
                DecisionRow.columns
            ),
            RoomTable(
                "minute_actions",
                of: "minute_action",
                "An action that a meeting asked for.",
                calledMeetings.flatMap { meeting in
                    (meeting.minute?.actions ?? []).map { MeetingRow(meeting: meeting, part: $0) }
                },
                MeetingRow<MinutedAction>.columns
            ),
            RoomTable(
                "circulations",
                of: "circulation",
                "A report or a paper that went out.",
                circulations,
                Circulation.columns
            ),
        ]
    }
}

extension Meeting {
    fileprivate static let columns: [Column<Meeting>] = [
        Column("id", "The meeting, such as cpc/2023-12-05.", .text { $0[$1].reference }),
        Column("body", "The identifier of the body.", .text { $0[$1].body }),
        Column("body_name", "What the body is called.", .text { $0[$1].bodyName }),
        Column("planned", "The day for which it was planned.", .date { $0[$1].planned }),
        Column("date", "The day on which it is held.", .date { $0[$1].day }),
        Column(
            "starts",
            "When it begins, such as 14:00.",
            .optionalText { $0[$1].start?.description }
        ),
        Column("ends", "When it ends.", .optionalText { $0[$1].end?.description }),
        Column("place", "Where it is held.", .text { $0[$1].place }),
        Column(
            "mode",
            "How people take part: in-person, online or both.",
            .text { $0[$1].mode.rawValue }
        ),
        Column("chair", "The role that chairs it.", .text { $0[$1].chair }),
        Column(
            "is_extraordinary",
            "Whether it was called beside the planned ones.",
            .bool { $0[$1].isExtraordinary }
        ),
        Column(
            "is_development_day",
            "Whether it is a day on which the body learns and plans, and not a full meeting.",
            .bool { $0[$1].isDevelopmentDay }
        ),
        Column(
            "cancelled_on",
            "The day on which it was cancelled.",
            .optionalDate { $0[$1].cancelledOn }
        ),
        Column("quorum", "How many must be there to decide.", .optionalInteger { $0[$1].quorum }),
        Column(
            "present",
            "How many seats were present.",
            .optionalInteger { $0[$1].attendance?.present.count }
        ),
        Column(
            "expected",
            "How many seats were expected.",
            .optionalInteger { $0[$1].attendance?.expected.count }
        ),
        Column(
            "quorate",
            "Whether enough were present to decide: yes or no; absent when it is not known.",
            .optionalText { $0[$1].isQuorate.map { $0 ? "yes" : "no" } }
        ),
        Column(
            "minute",
            "Where the minute is: draft, circulated or approved.",
            .optionalText { $0[$1].minute?.state.rawValue }
        ),
        Column(
            "approved_on",
            "The day on which the minute was approved.",
            .optionalDate { $0[$1].minute?.approvedOn }
        ),
        Column(
            "leaves_out_private",
            "Whether something that was taken in private is left out.",
            .bool { $0[$1].leavesOutPrivateItems }
        ),
    ]
}

/// A part of a meeting, with the meeting.
private struct MeetingRow<Part: Sendable>: Sendable {
    var meeting: Meeting
    var part: Part

    static var meetingColumn: Column<Self> {
        Column(
            "meeting",
            "The meeting, such as cpc/2023-12-05.",
            .text { $0[$1].meeting.reference }
        )
    }
}

extension MeetingRow<AgendaItem> {
    fileprivate static var columns: [Column<Self>] {
        [
            meetingColumn,
            Column("number", "Its number, such as 5 or P1.", .text { $0[$1].part.number }),
            Column("title", "What it is called.", .text { $0[$1].part.title }),
            Column(
                "purpose",
                "What the meeting is to do: decision, discussion or noting.",
                .optionalText { $0[$1].part.purpose?.rawValue }
            ),
            Column(
                "minutes",
                "How many minutes it may take.",
                .optionalInteger { $0[$1].part.minutes }
            ),
            Column("owner", "The role that brings it.", .text { $0[$1].part.owner }),
            Column("has_paper", "Whether there is a paper.", .bool { $0[$1].part.hasPaper }),
            Column(
                "paper_due",
                "The day by which its paper is to be there.",
                .optionalDate { $0[$1].part.paperDue }
            ),
            Column(
                "carried_from",
                "The item from which it is carried forward.",
                .optionalText { $0[$1].part.carriedFrom }
            ),
            Column(
                "is_private",
                "Whether it is taken in private.",
                .bool { $0[$1].part.isPrivate }
            ),
            Column(
                "private_reason",
                "Why it is taken in private.",
                .text { $0[$1].part.privateReason }
            ),
        ]
    }
}

extension MeetingRow<SeatAttendance> {
    fileprivate static var columns: [Column<Self>] {
        [
            meetingColumn,
            Column("seat", "The identifier of the seat.", .text { $0[$1].part.seat }),
            Column("name", "What the seat is called.", .text { $0[$1].part.name }),
            Column("agency", "The agency of the seat.", .optionalText { $0[$1].part.agency }),
            Column(
                "mark",
                "P, O, A, N, ? or C, as the sheet has it.",
                .text { $0[$1].part.mark.rawValue }
            ),
            Column(
                "is_expected",
                "Whether the seat was expected.",
                .bool { $0[$1].part.mark.isExpected }
            ),
            Column(
                "is_present",
                "Whether somebody was there for it.",
                .bool { $0[$1].part.isPresent }
            ),
            Column(
                "is_in_part",
                "Whether only for a part of the meeting.",
                .bool { $0[$1].part.isInPart }
            ),
            Column(
                "substitute",
                "The role that came instead.",
                .optionalText { $0[$1].part.substitute }
            ),
        ]
    }
}

extension MeetingRow<MinutedAction> {
    fileprivate static var columns: [Column<Self>] {
        [
            meetingColumn,
            Column(
                "code",
                "The code by which it is cited, such as 5b.",
                .text { $0[$1].part.code }
            ),
            Column("item", "The number of the item.", .text { $0[$1].part.item }),
            Column("text", "What is to be done.", .text { $0[$1].part.text.plainText }),
            Column("owner", "The role that is to do it.", .text { $0[$1].part.owner }),
            Column(
                "due_at_first",
                "The day by which it was to be done at first.",
                .optionalDate { $0[$1].part.dueAtFirst }
            ),
            Column(
                "due",
                "The day by which it is to be done now.",
                .optionalDate { $0[$1].part.due }
            ),
            Column(
                "done_on",
                "The day on which it was done.",
                .optionalDate { $0[$1].part.doneOn }
            ),
            Column(
                "links",
                "What it is about, such as risk/R4.",
                .texts { $0[$1].part.links.map(\.description) }
            ),
        ]
    }
}

/// A decision, wherever it was taken.
private struct DecisionRow: Sendable {
    var id: String
    var body: String
    var meeting: String?
    var item: String?
    var text: Prose
    var decidedOn: CivilDate?
    var reviewBy: CivilDate?
    var ratifiedAt: String?
    var links: [SubjectReference]

    static func rows(_ state: MeetingsState) -> [DecisionRow] {
        let minuted = state.calledMeetings.flatMap { meeting in
            (meeting.minute?.decisions ?? []).map { decision in
                DecisionRow(
                    id: "\(meeting.reference)#\(decision.code)",
                    body: meeting.body,
                    meeting: meeting.reference,
                    item: decision.item,
                    text: decision.text,
                    decidedOn: meeting.day,
                    reviewBy: decision.reviewBy,
                    links: decision.links
                )
            }
        }
        let between = state.decisions.map { decision in
            DecisionRow(
                id: decision.reference,
                body: decision.body,
                text: decision.text,
                decidedOn: decision.decidedOn,
                reviewBy: decision.reviewBy,
                ratifiedAt: decision.ratifiedAt,
                links: decision.links
            )
        }
        return minuted + between
    }

    static let columns: [Column<DecisionRow>] = [
        Column("id", "The decision, such as cpc/2023-12-05#5a or cpc/C1.", .text { $0[$1].id }),
        Column("body", "The identifier of the body that decided.", .text { $0[$1].body }),
        Column(
            "meeting",
            "The meeting; absent for a decision between meetings.",
            .optionalText { $0[$1].meeting }
        ),
        Column("item", "The number of the item.", .optionalText { $0[$1].item }),
        Column("text", "What was decided.", .text { $0[$1].text.plainText }),
        Column(
            "decided_on",
            "The day on which it was decided.",
            .optionalDate { $0[$1].decidedOn }
        ),
        Column(
            "review_by",
            "The day by which it is to be looked at again.",
            .optionalDate { $0[$1].reviewBy }
        ),
        Column(
            "ratified_at",
            "The meeting that ratified a decision between meetings.",
            .optionalText { $0[$1].ratifiedAt }
        ),
        Column(
            "links",
            "What it is about, such as risk/R4.",
            .texts { $0[$1].links.map(\.description) }
        ),
    ]
}
