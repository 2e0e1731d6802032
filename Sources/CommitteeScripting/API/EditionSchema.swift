// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// The records of an edition, with every field that Lua may read.
enum EditionSchema {
    static let types: [ScriptAPIType] =
        [
            editionWithTables, plan.api, level.api, item.api, timescale.api, progress.api, exit.api,
            statusKey.api, check.api, text.api, footnote.api, milestone.api, omission.api,
            meeting.api, change.api,
        ] + roomTables.map { RecordSchema<Int>($0).api } + riskTypes

    /// The tables that the library's own rooms bring; they are the same ones when nothing is in them.
    private static let roomTables: [RoomTable] = CommitteeState().tables

    /// The edition with the tables of the rooms.
    private static var editionWithTables: ScriptAPIType {
        let edition = edition.api
        let tables = roomTables.map { ScriptAPIField($0.name, "\($0.type)[]", $0.summary) }
        return ScriptAPIType(edition.name, edition.summary, fields: edition.fields + tables)
    }

    static let edition = RecordSchema<EditionRows>(
        "edition",
        "The committee's record as it was true on a date, cut for an audience.",
        [
            .date("as_of", "The date on which the record was true.") { $0.edition.asOf },
            .date("today", "The host's today.") { $0.today },
            .text("audience", "The audience for which the edition was cut.") {
                $0.edition.audience.rawValue
            },
            .table("committee", "{ id: string, name: string }", "The committee.") { row in
                .map(
                    ScriptMap([
                        ("id", .string(row.edition.committee.withoutNUL)),
                        ("name", .string(row.edition.name.withoutNUL)),
                    ])
                )
            },
            .optionalRecord(
                "plan",
                of: "plan",
                "The plan that was asked for, else the one in force."
            ) { $0.current },
            .records("plans", of: "plan", "All plans, oldest first.") {
                Array($0.plans.indices)
            },
            .optionalRecord(
                "register",
                of: "register",
                "The risk register that was asked for, else the only one."
            ) { $0.register },
            .records("registers", of: "register", "All risk registers.") {
                Array($0.risks.registers.indices)
            },
            .records("risks", of: "risk", "All risks of all registers that may be seen.") {
                Array($0.risks.risks.indices)
            },
            .records(
                "meetings",
                of: "meeting",
                "The meetings of all bodies within a year of the date, earliest first."
            ) { Array($0.meetings.indices) },
            .records("omitted", of: "omission", "What was left out for the audience.") {
                Array($0.edition.omissions.indices)
            },
        ]
    )

    static let level = RecordSchema<LevelRow>(
        "level",
        "A level of a plan, such as priority or outcome.",
        [
            .text("name", "The name of one item, in small letters.") { $0.name.singular },
            .text("plural", "The name of several items.") { $0.name.plural },
            .integer("count", "How many items of the level the plan has.") { $0.count },
        ]
    )

    static let timescale = RecordSchema<TimescaleRow>(
        "timescale",
        "When something is to be done: the words, and what they are read to mean.",
        [
            .text("words", "The exact words, as published.") { $0.timescale.words },
            .text("kind", "The kind of reading, such as `by-date`, `span` or `ongoing`.") {
                $0.timescale.kind
            },
            .optionalDate("due", "The last day on which it is on time.") { $0.timescale.due },
            .optionalDate("from", "The first day of its span.") { $0.timescale.from },
            .optionalDate("ends", "The last day of its span.") { $0.timescale.until },
            .optionalDate(
                "until",
                "The same, read as `timescale[\"until\"]`: a word of Lua's own."
            ) { $0.timescale.until },
            .text("confidence", "How sure the reading is: `exact`, `inferred` or `unsure`.") {
                $0.timescale.confidence.rawValue
            },
            .optionalText("doubt", "Why the reading is not exact.") { $0.timescale.doubt },
            .optionalDate("effective", "The day from which it was in force.") { $0.effective },
            .optionalText("reason", "Why it was set.") { $0.reason },
            .records("milestones", of: "timescale", "The parts of a cell with several times.") {
                $0.milestones
            },
        ]
    )

    static let progress = RecordSchema<ProgressEntry>(
        "progress",
        "One report of progress.",
        [
            .text("text", "What was reported, as plain text.") { $0.text.plainText },
            .text("markup", "What was reported, as markup.") { $0.text.markup },
            .date("as_at", "The date of which it speaks.") { $0.asAt },
            .text("by", "Who reported it.") { $0.by },
        ]
    )

    static let exit = RecordSchema<PlanExit>(
        "exit",
        "How an item left its plan without being completed.",
        [
            .text("kind", "`withdrawn`, `suspended`, `transferred` or `carried-over`.") { $0.kind },
            .optionalText("destination", "Where it went.") { $0.destination },
            .date("on", "The day on which it left.") { $0.on },
            .optionalText("reason", "Why it left.") { $0.reason },
        ]
    )

    static let statusKey = RecordSchema<KeyRow>(
        "status_key",
        "One letter of the committee's status key.",
        [
            .text("letter", "The letter.") { $0.key.letter },
            .text("word", "The word that always stands beside the letter.") { $0.key.word },
            .text("colour", "The name of the colour; empty when the key states none.") {
                $0.key.colour
            },
            .text("means", "What it says in terms that all committees share.") {
                $0.key.meaning.description
            },
            .text("axis", "What it speaks of: `delivery`, `lateness` or `completion`.") {
                $0.key.meaning.axis.rawValue
            },
            .text("wording", "What the plan prints beside the letter; empty when nothing.") {
                $0.wording.plainText
            },
            .text("wording_markup", "The same, as markup.") { $0.wording.markup },
            .records(
                "actions",
                of: "item",
                "The counted actions that have it, by its letter or by words for it."
            ) { $0.actions },
        ]
    )

    static let check = RecordSchema<ProgressCheck>(
        "check",
        "A line of figures that a plan's own document states; absent figures are nil.",
        [
            .optionalDate("date", "Its date, when the words can be read.") { $0.date },
            .text("words", "The date as printed.") { $0.words },
            .text("name", "What the check is called.") { $0.name },
            .optionalInteger("total", "How many actions count.") { $0.total },
            .optionalInteger("completed", "How many are fully completed.") { $0.completed },
            .optionalInteger("added", "How many were added since the check before.") { $0.added },
            .optionalInteger("ongoing", "How many are not completed.") { $0.ongoing },
            .texts("figures", "Further figures as printed, such as `share_completed: 45%`.") {
                $0.figures.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            },
            .bool("is_stated", "Whether a document states it.") { $0.isStated },
        ]
    )

    static let text = RecordSchema<PlanText>(
        "plan_text",
        "A piece of the text around a plan's tables.",
        [
            .text("place", "`introduction`, `notes`, `closing` or `signatory`.") {
                $0.place.rawValue
            },
            .optionalInteger("heading_level", "The level, when it is a heading.") {
                $0.headingLevel
            },
            .text("text", "The words, as plain text.") { $0.text.plainText },
            .text("markup", "The words, as markup.") { $0.text.markup },
        ]
    )

    static let footnote = RecordSchema<PlanFootnote>(
        "footnote",
        "A footnote of a plan.",
        [
            .text("mark", "The mark that refers to it.") { $0.mark },
            .text("text", "What it says, as plain text.") { $0.text.plainText },
            .text("markup", "What it says, as markup.") { $0.text.markup },
        ]
    )

    static let milestone = RecordSchema<DocumentMilestone>(
        "milestone",
        "Something that happened to a plan as a document.",
        [
            .text("kind", "`submitted`, `approved` or `published`.") { milestone in
                switch milestone.kind {
                case .submitted: "submitted"
                case .approved: "approved"
                case .published: "published"
                }
            },
            .date("on", "The day.") { $0.on },
            .optionalText("body", "The body that had it or approved it.") { milestone in
                switch milestone.kind {
                case .submitted(let body), .approved(let body): body
                case .published: nil
                }
            },
            .optionalInteger("issue", "The number of the issue, for a publication.") { milestone in
                if case .published(let publication) = milestone.kind {
                    publication.issue
                } else {
                    nil
                }
            },
        ]
    )

    static let omission = RecordSchema<Omission>(
        "omission",
        "How much was left out of an edition for its audience.",
        [
            .text("what", "What was left out, in the plural.") { $0.what },
            .integer(
                "count",
                "How many. A report for the audience says that something is left out, not how much."
            ) { $0.count },
            .optionalText(
                "of",
                "The identifier of the plan or the register that it was left out of; nil for what "
                    + "belongs to neither."
            ) { $0.of?.id },
        ]
    )

    static let meeting = RecordSchema<MeetingRow>(
        "meeting",
        "A day on which a body meets.",
        [
            .text("body", "The body's identifier.") { $0.body },
            .text("name", "What the body is called.") { $0.name },
            .date("on", "The day.") { $0.on },
            .date("planned", "The day for which it was planned; another one when it was moved.") {
                $0.planned
            },
        ]
    )

    static let change = RecordSchema<EditionChange>(
        "change",
        "One difference between two editions, in words.",
        [
            .text("plan", "The plan's identifier; empty when it is about a risk register.") {
                $0.plan
            },
            .optionalText("item", "The item's identifier, when it is about one item.") { $0.item },
            .optionalText("register", "The risk register's identifier, when it is about one.") {
                $0.register
            },
            .optionalText("risk", "The risk's identifier, when it is about one risk.") { $0.risk },
            .text("kind", "What sort of change it is, such as `completed`.") { $0.kind },
            .text("sentence", "The change in words.") { $0.sentence },
        ]
    )
}
#endif
