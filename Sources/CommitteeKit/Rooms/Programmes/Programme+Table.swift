// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What can be said of a programme as a whole.

extension Programme {
    /// What can be said of a programme.
    public enum Entries {}

    /// Everything that can be said of a programme.
    public static let table = SubjectTable<Programme>([
        Entries.title.declaration, Entries.lead.declaration, Entries.weeks.declaration,
        Entries.firstUpdate.declaration, Entries.reporting.declaration,
        Entries.indicators.declaration, Entries.audience.declaration,
        Entries.areaSet.declaration, Entries.meetingSet.declaration, Entries.ended.declaration,
    ])
}

extension Programme.Entries {
    /// What it is called; the first entry about a programme.
    public static let title = Programme.titleField(
        "What the programme is called; the first entry begins it.",
        \.title
    )
    /// Who answers for it.
    public static let lead = Programme.field(
        "lead",
        "The role, group or body that answers for the programme and writes its updates.",
        .name,
        \.lead
    )
    /// How often there is an update.
    public static let weeks = Programme.field(
        "update_weeks",
        "How many weeks lie between two updates.",
        .wholeNumber,
        \.weeks
    )
    /// The day of the first update.
    public static let firstUpdate = Programme.field(
        "first_update_date",
        "The day of the first update.",
        .date,
        \.firstUpdate
    )
    /// The day on which it is to be reported.
    public static let reporting = Programme.field(
        "reporting_date",
        "The day on which the programme is to be reported, with its recommendations.",
        .date,
        \.reporting
    )
    /// The indicators that updates cite.
    public static let indicators = Programme.field(
        "cited_indicators",
        "The indicators of the committee's figures that the updates cite.",
        .names,
        \.indicators
    )
    /// The widest audience that may know of it.
    public static let audience = Programme.field(
        "audience",
        "The widest audience that may know of the programme, within that of its plan; the committee when nobody said.",
        .audience,
        \.audience
    )

    /// Who leads an area.
    static let areaSet = Programme.event(
        "area_set",
        "Who leads an area of the programme, and whether another body does.",
        in: \.areas,
        as: "areas",
        part: { $0["area"]?.text },
        say: { area, name in
            let lead = area.lead.map { " is led by \($0)" } ?? " is led as its plan says"
            return "Area \(area.area) of \(name.lowercasedFirst)\(lead)"
                + "\(area.isLedElsewhere ? ", elsewhere" : "")."
        },
        refuse: { programme, area, _ in
            guard area.isLedElsewhere, area.lead == nil else { return nil }
            return
                "Area \(area.area) of “\(programme.id)” is led elsewhere, and nobody is named. Name the body that leads it."
        },
        replacing: { $0.area == $1.area }
    )

    /// What was said at a meeting.
    static let meetingSet = Programme.event(
        "meeting_set",
        "What was said at a meeting of which updates tell, with its slides.",
        in: \.meetings,
        as: "meetings",
        part: { $0["meeting"]?.text },
        say: { meeting, name in
            "\(name) tells of \(meeting.meeting)"
                + (meeting.summary.isEmpty ? "." : ": \(meeting.summary.singleLine)")
        },
        replacing: { $0.meeting == $1.meeting }
    )

    /// It came to its end.
    static let ended = Programme.event(
        "ended",
        "The programme came to its end.",
        at: \.ending,
        columns: [
            Column("ended_on", "The day of its end.", .optionalDate { $0[$1].ending?.on })
        ],
        say: { step, name in "\(name) came to its end.\(step.said)" }
    )
}

extension Change.Fact {
    /// Who leads an area of a programme.
    public static func programmeAreaSet(_ area: ProgrammeArea) -> Self {
        Programme.fact("area_set", area)
    }
    /// What was said at a meeting of which a programme tells.
    public static func programmeMeetingSet(_ meeting: ProgrammeMeeting) -> Self {
        Programme.fact("meeting_set", meeting)
    }
    /// A programme came to its end.
    public static func programmeEnded(_ step: ProgrammeStep) -> Self {
        Programme.fact("ended", step)
    }
}
