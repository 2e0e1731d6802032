// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

extension EditionSchema {
    static let plan = RecordSchema<PlanRow>(
        "plan",
        "An improvement plan as it stood on the edition's date.",
        [
            .text("id", "The plan's identifier.") { $0.plan.id },
            .text("title", "The title as printed.") { $0.plan.title },
            .optionalDate("from", "The first day that it covers.") { $0.plan.period.from },
            .optionalDate("until", "The last day that it covers.") { $0.plan.period.until },
            .text("state", "`draft`, `submitted`, `approved`, `published` or `succeeded`.") {
                $0.plan.state.rawValue
            },
            .bool("is_draft", "Whether it was not approved yet.") { $0.plan.state < .approved },
            .optionalText("layout", "The layout that read it, `plugin/name`.") { $0.plan.layout },
            .optionalText("scheme", "Its status key, `plugin/name`.") { $0.plan.scheme },
            .records("levels", of: "level", "Its levels, outermost first.") { $0.levels },
            .records("items", of: "item", "Its table in printed order: headings and actions.") {
                $0.items
            },
            .records("actions", of: "item", "Its actions in printed order.") { $0.actions },
            .records("maintenance", of: "item", "What is kept up without being counted.") {
                $0.maintenance
            },
            .records("backlog", of: "item", "What is put off without being counted.") {
                $0.backlog
            },
            .records("counted", of: "item", "The actions that its counting rules count.") {
                $0.counted
            },
            .records("completed", of: "item", "The counted actions that are completed.") {
                $0.completed
            },
            .records("ongoing", of: "item", "The counted actions that are not completed.") {
                $0.ongoing
            },
            .records("late", of: "item", "The counted actions that are late.") { $0.late },
            .records(
                "not_known",
                of: "item",
                "The counted actions of which nobody knew on the date whether they were completed."
            ) { $0.notKnown },
            .records("exited", of: "item", "The actions that left the plan.") { $0.exited },
            .records("checks", of: "check", "The progress checks that its document states.") {
                $0.checks
            },
            .records("key", of: "status_key", "Its status key, in printing order.") { $0.key },
            .records("texts", of: "plan_text", "The text around its tables.") { $0.texts },
            .records("footnotes", of: "footnote", "Its footnotes.") { $0.footnotes },
            .records("milestones", of: "milestone", "What happened to it as a document.") {
                $0.milestones
            },
            .texts("counting_rules", "What counts in its totals, in sentences.") {
                $0.plan.counting.sentences
            },
            .texts("alignments", "The titles of other plans that it supports.") {
                $0.plan.alignments.map(\.title)
            },
            .texts("predecessors", "The identifiers of the plans that it succeeds.") {
                $0.plan.predecessors
            },
        ]
    )

    static let item = RecordSchema<ItemRow>(
        "item",
        "An item of a plan: an action, or a heading such as a priority or an outcome.",
        identity + work + reports
    )

    private static let identity: [RecordSchema<ItemRow>.Field] = [
        .text("id", "The identifier, unique in its plan.") { $0.item.id },
        .optionalText("number", "The number as printed.") { $0.item.number },
        .text("text", "What it says, as plain text.") { $0.item.text.plainText },
        .text("text_markup", "What it says, as markup.") { $0.item.text.markup },
        .text("statement", "The paragraph below its heading; empty when none.") {
            $0.item.statement.plainText
        },
        .text("statement_markup", "The same, as markup.") { $0.item.statement.markup },
        .texts("notes", "Remarks that are not part of its text.") {
            $0.item.notes.map(\.plainText)
        },
        .text("list", "Where it stands: `table`, `maintenance` or `backlog`.") {
            $0.item.list.rawValue
        },
        .integer("level", "The place of its level, 1 for the outermost.") { $0.item.level + 1 },
        .text("level_name", "The name of its level, such as `outcome`.") {
            $0.level?.singular ?? ""
        },
        .record("plan", of: "plan", "The plan that it stands in.") { $0.plan },
        .optionalRecord("parent", of: "item", "The item above it.") { $0.parent },
        .records("children", of: "item", "The items right below it.") { $0.children },
        .records("path", of: "item", "The items above it, outermost first.") { $0.path },
        .optionalDate("added", "The first day on which it stood in the plan.") { $0.item.added },
        .texts("predecessors", "The items of earlier plans that became it, as `plan/item`.") {
            $0.item.predecessors
        },
        .bool("is_counted", "Whether it counts in the plan's total.") { $0.isCounted },
    ]

    private static let work: [RecordSchema<ItemRow>.Field] = [
        .texts("leads", "The names of those who lead.") { $0.item.leads.names },
        .text("leads_words", "The cell of leads as published.") { $0.item.leads.words.plainText },
        .record("timescale", of: "timescale", "The timescale in force.") { $0.timescale },
        .records("history", of: "timescale", "Every timescale it has had, oldest first.") {
            $0.history
        },
        .optionalDate("due", "The last day on which it is on time.") { $0.item.timescale.due },
        .optionalInteger("days_to_due", "Days from the edition's date to `due`; negative after.") {
            $0.item.daysToDue(from: $0.asOf)
        },
        .bool("is_late", "Whether it is late on the edition's date.") {
            $0.item.isLate(on: $0.asOf)
        },
        .bool("is_completed", "Whether it is known to be completed.") { $0.item.isCompleted },
        .optionalDate("completed_on", "The day of completion, when the day is known.") { row in
            if case .completed(.on(let day)) = row.item.completion { day } else { nil }
        },
        .optionalDate("completed_by", "The day by which it is known to be completed.") { row in
            if case .completed(let bound) = row.item.completion { bound.date } else { nil }
        },
        .bool(
            "is_completion_known",
            "False when a later report says that it was completed by some day after this date."
        ) { row in
            if case .notKnown = row.item.completion { false } else { true }
        },
        .optionalRecord("exit", of: "exit", "How it left the plan, if it did.") { $0.exit },
    ]

    private static let reports: [RecordSchema<ItemRow>.Field] = [
        .optionalText("status", "The status last reported, as printed.") {
            $0.item.status?.printed
        },
        .text("status_word", "The word of its letter; empty when the key has none.") {
            $0.status?.word ?? ""
        },
        .text("status_colour", "The colour of its letter; empty when the key states none.") {
            $0.status?.colour?.rawValue ?? ""
        },
        .optionalText("status_means", "What its letter says in terms that all committees share.") {
            $0.meaning?.description
        },
        .optionalDate("status_as_at", "The date of which the status speaks.") {
            $0.item.status?.asAt
        },
        .records("progress", of: "progress", "Progress as reported, oldest first.") { $0.progress },
        .text("latest_progress", "The newest report, as plain text; empty when none.") {
            $0.item.latestProgress.plainText
        },
        .text("latest_progress_markup", "The same, as markup.") { $0.item.latestProgress.markup },
        .text("evidence", "The evidence or the measures; empty when none.") {
            $0.item.evidence.plainText
        },
        .text("evidence_markup", "The same, as markup.") { $0.item.evidence.markup },
        .text("expected_impact", "What it is to change; empty when nothing is said.") {
            $0.item.expectedImpact.plainText
        },
        .text("expected_impact_markup", "The same, as markup.") { $0.item.expectedImpact.markup },
        .table(
            "local_fields",
            "table<string, string>",
            "What the committee keeps in columns of its own."
        ) { row in
            .map(
                ScriptMap(
                    row.item.local.map { ($0.key, .string($0.value.plainText.withoutNUL)) }
                )
            )
        },
    ]
}
#endif
