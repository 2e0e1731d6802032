// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Programmes as scripts read them: `edition.programmes` and the tables beside it.

extension ProgrammesState {
    /// The tables of programmes, milestones, trials, updates and recommendations, and of what happened to them.
    public var tables: [RoomTable] {
        [
            Self.table(
                "programmes",
                "programme",
                "A programme that carries a plan of areas.",
                programmes
            ),
            Self.parts(
                "programme_areas",
                "programme_area",
                "Who leads an area of a programme, where that is more than the plan says.",
                programmes,
                \.areas,
                [
                    Column(
                        "area",
                        "The area, by its identifier in the plan.",
                        .text { $0[$1].part.area }
                    ),
                    Column("lead", "Who leads it.", .optionalText { $0[$1].part.lead }),
                    Column(
                        "led_elsewhere",
                        "Whether another body leads it.",
                        .bool { $0[$1].part.isLedElsewhere }
                    ),
                    Column(
                        "document",
                        "What guides it there.",
                        .optionalText { $0[$1].part.document }
                    ),
                ]
            ),
            Self.parts(
                "programme_meetings",
                "programme_meeting",
                "A meeting of which a programme tells.",
                programmes,
                \.meetings,
                [
                    Column("meeting", "The meeting.", .text { $0[$1].part.meeting }),
                    Column(
                        "summary",
                        "What was said there.",
                        .text { $0[$1].part.summary.plainText }
                    ),
                    Column("documents", "Slides and papers.", .texts { $0[$1].part.documents }),
                ]
            ),
            Self.table(
                "programme_milestones",
                "programme_milestone",
                "A milestone of a programme.",
                milestones
            ),
            Self.parts(
                "programme_milestone_days",
                "programme_milestone_day",
                "A day or a month by which a milestone was to be reached.",
                milestones,
                \.planned,
                [
                    Column("due", "The day or the month.", .text { $0[$1].part.due.description }),
                    Column("due_date", "Its last day.", .date { $0[$1].part.due.last }),
                    Column("why", "Why it was moved.", .text { $0[$1].part.why.plainText }),
                ]
            ),
            Self.table("programme_trials", "programme_trial", "A trial of a programme.", trials),
            Self.table(
                "programme_updates",
                "programme_update",
                "A numbered update of a programme.",
                updates
            ),
            Self.parts(
                "programme_update_areas",
                "programme_update_area",
                "What an update says of an area.",
                updates,
                \.said,
                [
                    Column(
                        "area",
                        "The area, by its identifier in the plan.",
                        .text { $0[$1].part.area }
                    ),
                    Column("words", "What it says.", .text { $0[$1].part.words.plainText }),
                    Column(
                        "nothing_new",
                        "Whether it says that there is nothing new.",
                        .bool { $0[$1].part.isNothingNew }
                    ),
                ]
            ),
            Self.table(
                "programme_recommendations",
                "programme_recommendation",
                "A recommendation of a programme, or a suggestion to it.",
                recommendations
            ),
            Self.parts(
                "programme_recommendation_outcomes",
                "programme_recommendation_outcome",
                "What came of a recommendation.",
                recommendations,
                \.outcomes,
                [
                    Column("words", "What came of it.", .text { $0[$1].part.words.plainText }),
                    Column(
                        "action",
                        "The action that carries it out.",
                        .optionalText { $0[$1].part.action }
                    ),
                ]
            ),
        ]
    }

    private static func table<Subject: ProgrammeSubject>(
        _ name: String,
        _ type: String,
        _ summary: String,
        _ subjects: [Subject]
    ) -> RoomTable {
        let first = [
            Column<Subject>("id", "The identifier.", .text { $0[$1].id }),
            Column<Subject>("plan", "The plan that the programme carries.", .text { $0[$1].plan }),
        ]
        return RoomTable(name, of: type, summary, subjects, first + Subject.table.columns)
    }

    private static func parts<Subject: ProgrammeSubject, Part: ProgrammeEvent>(
        _ name: String,
        _ type: String,
        _ summary: String,
        _ subjects: [Subject],
        _ path: KeyPath<Subject, [Part]>,
        _ columns: [Column<ProgrammeRow<Part>>]
    ) -> RoomTable {
        let rows = subjects.flatMap { subject in
            subject[keyPath: path].map { ProgrammeRow(of: subject.id, part: $0) }
        }
        let first: [Column<ProgrammeRow<Part>>] = [
            Column("of", "The identifier of that to which it belongs.", .text { $0[$1].of }),
            Column("on", "The day on which it was recorded.", .optionalDate { $0[$1].part.on }),
        ]
        return RoomTable(name, of: type, summary, rows, first + columns)
    }
}

/// Something that happened in a programme, as scripts read it.
struct ProgrammeRow<Part: ProgrammeEvent>: Sendable {
    var of: String
    var part: Part
}
