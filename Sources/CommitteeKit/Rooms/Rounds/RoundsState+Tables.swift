// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// The rounds as scripts read them: `edition.rounds`, `edition.round_leads` and `edition.round_answers`.

extension RoundsState {
    /// The tables of rounds, of who is asked, and of what was answered and agreed.
    public var tables: [RoomTable] {
        [
            RoomTable(
                "rounds",
                of: "round",
                "A progress update: the leads are asked before a report.",
                rounds,
                UpdateRound.columns
            ),
            RoomTable(
                "round_leads",
                of: "round_lead",
                "A lead who is asked in a progress update.",
                rounds.flatMap(LeadRow.rows),
                LeadRow.columns
            ),
            RoomTable(
                "round_answers",
                of: "round_answer",
                "An item of a progress update: the lead's words beside what was agreed.",
                rounds.flatMap(AnswerRow.rows),
                AnswerRow.columns
            ),
        ]
    }
}

extension UpdateRound {
    fileprivate static let columns: [Column<UpdateRound>] = [
        Column("id", "The date of its report, as text.", .text { $0[$1].id }),
        Column("date", "The date of its report.", .date { $0[$1].date }),
        Column("plan_id", "The plan whose actions it is about.", .text { $0[$1].plan }),
        Column("name", "What the report is called.", .text { $0[$1].name }),
        Column("due", "The day by which leads are to answer.", .date { $0[$1].due }),
        Column("opened_on", "The day on which it was opened.", .date { $0[$1].openedOn }),
        Column(
            "frozen_on",
            "The day on which the paper was frozen.",
            .optionalDate { $0[$1].frozenOn }
        ),
        Column("closed_on", "The day on which it was closed.", .optionalDate { $0[$1].closedOn }),
        Column(
            "meeting",
            "The meeting at which the committee agreed.",
            .optionalText { $0[$1].meeting }
        ),
    ]
}

/// A lead of a round, as scripts read it.
private struct LeadRow: Sendable {
    var round: String
    var lead: AskedLead
    var due: CivilDate
    var state: String
    var missing: [String]
    var returnedOn: CivilDate?

    static func rows(_ round: UpdateRound) -> [LeadRow] {
        round.asked.map { lead in
            let returns = round.returns(of: lead)
            return LeadRow(
                round: round.id,
                lead: lead,
                due: round.due(of: lead),
                // Whether it is late depends on the reader's day, which `due` tells.
                state: round.state(of: lead, on: .earliest).rawValue,
                missing: round.missing(of: lead),
                returnedOn: returns.last?.on
            )
        }
    }

    static let columns: [Column<LeadRow>] = [
        Column("round", "The date of the report, as text.", .text { $0[$1].round }),
        Column("key", "The lead's short name.", .text { $0[$1].lead.key }),
        Column("name", "The lead's name.", .text { $0[$1].lead.name }),
        Column("is_group", "Whether it is a working group.", .bool { $0[$1].lead.group != nil }),
        Column("items", "The items of which the lead is asked.", .texts { $0[$1].lead.items }),
        Column("missing", "Those that are not answered.", .texts { $0[$1].missing }),
        Column("due", "The day by which the lead is to answer.", .date { $0[$1].due }),
        Column(
            "state",
            "How far the lead is: asked, returned, nil, withdrawn or tabled.",
            .text { $0[$1].state }
        ),
        Column(
            "returned_on",
            "The day of the last return.",
            .optionalDate { $0[$1].returnedOn }
        ),
    ]
}

/// An item of a round, as scripts read it.
private struct AnswerRow: Sendable {
    var round: String
    var plan: String
    var item: String
    var lead: String
    var answer: ReturnedAnswer
    var wording: Prose
    var agreed: AgreedAnswer?

    static func rows(_ round: UpdateRound) -> [AnswerRow] {
        let answers = round.answers
        return round.asked.flatMap { lead in
            lead.items.compactMap { item in
                let agreed = round.agreed(about: item)
                guard answers[item] != nil || agreed != nil else { return nil }
                return AnswerRow(
                    round: round.id,
                    plan: round.plan,
                    item: item,
                    lead: lead.name,
                    answer: answers[item] ?? ReturnedAnswer(item),
                    wording: round.wordings[item] ?? Prose(),
                    agreed: agreed
                )
            }
        }
    }

    static let columns: [Column<AnswerRow>] = [
        Column("round", "The date of the report, as text.", .text { $0[$1].round }),
        Column("plan_id", "The plan.", .text { $0[$1].plan }),
        Column("item", "The item's identifier in its plan.", .text { $0[$1].item }),
        Column("lead", "The name of who answers for it.", .text { $0[$1].lead }),
        Column(
            "is_no_change",
            "Whether the lead said “no change”.",
            .bool { $0[$1].answer.isNoChange }
        ),
        Column(
            "done",
            "What was done, in the lead's words.",
            .text { $0[$1].answer.done.plainText }
        ),
        Column("wording", "The coordinator's wording of it.", .text { $0[$1].wording.plainText }),
        Column("evidence", "The evidence.", .text { $0[$1].answer.evidence.plainText }),
        Column("difference", "What has changed.", .text { $0[$1].answer.difference.plainText }),
        Column(
            "proposed_colour",
            "The colour that the lead proposes.",
            .text { $0[$1].answer.colour }
        ),
        Column("colour_reason", "Why that colour.", .text { $0[$1].answer.colourReason.plainText }),
        Column(
            "proposed_finish",
            "The day on which the lead says it was finished.",
            .optionalDate { $0[$1].answer.finished.day }
        ),
        Column(
            "proposed_timescale",
            "The new date that is wanted.",
            .text { $0[$1].answer.newDate }
        ),
        Column(
            "help",
            "The help or decision that is wanted.",
            .text { $0[$1].answer.help.plainText }
        ),
        Column("is_agreed", "Whether the committee has agreed it.", .bool { $0[$1].agreed != nil }),
        Column(
            "is_as_proposed",
            "Whether it was agreed as proposed.",
            .bool { $0[$1].agreed?.isAsProposed ?? false }
        ),
        Column("agreed_colour", "The colour agreed.", .optionalText { $0[$1].agreed?.colour }),
        Column(
            "agreed_finish",
            "The day of completion agreed.",
            .optionalDate { $0[$1].agreed?.finished }
        ),
        Column(
            "agreed_timescale",
            "The new timescale agreed.",
            .optionalText { $0[$1].agreed?.timescale }
        ),
        Column(
            "agreed_reason",
            "Why it is another than proposed, or why the date moves.",
            .optionalText { $0[$1].agreed?.reason.plainText }
        ),
    ]
}
