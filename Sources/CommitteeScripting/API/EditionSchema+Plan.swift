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
            .optionalDate("ends", "The last day that it covers.") { $0.plan.period.until },
            .optionalDate("until", "The same, read as `plan[\"until\"]`: a word of Lua's own.") {
                $0.plan.period.until
            },
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
            .records("listed", of: "item", "What stands in further lists; `list` is its name.") {
                $0.listed
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
                "The counted actions of which it is not known whether they were completed by the date."
            ) { $0.notKnown },
            .records("exited", of: "item", "The actions that left the plan.") { $0.exited },
            .records("checks", of: "check", "The progress checks that its document states.") {
                $0.checks
            },
            .records("key", of: "status_key", "Its status key, in printing order.") { $0.key },
            .records("without_status", of: "item", "The counted actions that have no status.") {
                $0.withoutStatus
            },
            .records(
                "not_in_key",
                of: "item",
                "The counted actions whose status is not in the key."
            ) {
                $0.notInKey
            },
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
        (place + computed + PlanItem.table.columns.map(RecordSchema.Field.init(declared:)))
            .inOrder(of: [
                "id", "number", "text", "text_markup", "statement", "statement_markup", "notes",
                "list", "level", "level_name", "plan", "parent", "children", "path", "added",
                "predecessors", "is_counted", "leads", "leads_words", "timescale", "history", "due",
                "days_to_due", "is_late", "days_late", "is_completed", "completed_on",
                "completed_by",
                "is_completion_known", "exit", "status", "status_word", "status_colour",
                "status_means", "status_as_at", "progress", "latest_progress",
                "latest_progress_markup", "evidence", "evidence_markup", "expected_impact",
                "expected_impact_markup", "local_fields",
            ])
    )

    /// Where the item stands.
    private static let place: [RecordSchema<ItemRow>.Field] = [
        .text("id", "The identifier, unique in its plan.") { $0.item.id },
        .optionalText("number", "The number as printed.") { $0.item.number },
        .text(
            "list",
            "Where it stands: `table`, `maintenance`, `backlog`, or the name of a further list."
        ) {
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
    ]

    /// What is worked out of the plan, its key and the edition's date, and what has rows of its own.
    private static let computed: [RecordSchema<ItemRow>.Field] = [
        .bool("is_counted", "Whether it counts in the plan's total.") { $0.isCounted },
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
        .optionalInteger("days_late", "By how many days it is late; nil when it is not.") { row in
            row.item.isLate(on: row.asOf) ? row.item.daysToDue(from: row.asOf).map { -$0 } : nil
        },
        .optionalRecord("exit", of: "exit", "How it left the plan, if it did.") { $0.exit },
        .text("status_word", "The word of its letter; empty when the key has none.") {
            $0.status?.word ?? ""
        },
        .text("status_colour", "The colour of its letter; empty when the key states none.") {
            $0.status?.colour?.rawValue ?? ""
        },
        .optionalText("status_means", "What its letter says in terms that all committees share.") {
            $0.meaning?.description
        },
        .records("progress", of: "progress", "Progress as reported, oldest first.") { $0.progress },
        .texts("inherited", "What it has from an item above, such as `leads from outcome-2`.") {
            $0.item.inherited.sorted { $0.key < $1.key }.map { "\($0.key) from \($0.value)" }
        },
    ]
}

extension RecordSchema<ItemRow>.Field {
    /// A field that is declared of an item, read where the item stands in its plan.
    fileprivate init(declared column: Column<PlanItem>) {
        self.init(column) { row in (row.of.all, row.place) }
    }
}
#endif
