// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

private typealias Key = ScriptAPIField

extension ScriptAPI {
    /// What `report` takes.
    static let reportShapes: [ScriptAPIType] = [
        ScriptAPIType(
            "report.declaration",
            "A report: a function under `run`, or a list and what is made of it.",
            fields: [
                Key(
                    "title",
                    "string?",
                    "What it is called; of a declared report also its heading, with gaps such as `{as_of}`."
                ),
                Key(
                    "media_type",
                    "string?",
                    "The media type of a report that writes bytes of its own, such as `text/csv`."
                ),
                Key("extension", "string?", "The ending of the names of its files, such as `csv`."),
                Key(
                    "compares",
                    "boolean?",
                    "Whether it compares two days, and says nothing without `ctx.since`."
                ),
                Key(
                    "run",
                    "(fun(edition: edition, doc: doc|out, ctx: ctx))?",
                    "Writes the report."
                ),
                Key(
                    "built_in",
                    "string?",
                    "One of the library's own reports, on risks or on who is who."
                ),
                Key("parts", "report.part[]?", "Several lists, one below the other."),
                Key(
                    "list",
                    "string?",
                    "The list of a declared report, such as `plan.actions`, `plan.late` or `risks`."
                ),
                Key(
                    "where",
                    "table<string, any>?",
                    "What fields must hold: `{ is_late = true, leads = \"Lead Nurse\" }`."
                ),
                Key(
                    "order",
                    "string|(string|report.order)[]?",
                    "The fields by which it is sorted."
                ),
                Key("group", "string?", "The field by which it is grouped, such as `leads`."),
                Key(
                    "count",
                    "boolean|string?",
                    "True, or the field whose values are counted, as in a pivot table."
                ),
                Key(
                    "sum",
                    "string|string[]?",
                    "The field whose numbers are added up, or several of them."
                ),
                Key("say", "string?", "A sentence for each, with gaps such as `{number} {text}`."),
                Key(
                    "columns",
                    "string[][]?",
                    "A table: headers, each with a field or words with gaps."
                ),
                Key("picture", "\"status_bar\"|\"timeline\"?", "A picture of the list."),
                Key("none", "string?", "What is said when the list is empty."),
                Key("heading", "string?", "The heading above the list."),
            ]
        ),
        ScriptAPIType(
            "report.part",
            "One list of a declared report, and what is made of it.",
            fields: [
                Key("list", "string", "The list, such as `plan.actions`, `plan.late` or `risks`."),
                Key("heading", "string?", "The heading above it."),
                Key("where", "table<string, any>?", "What fields must hold."),
                Key(
                    "order",
                    "string|(string|report.order)[]?",
                    "The fields by which it is sorted."
                ),
                Key("group", "string?", "The field by which it is grouped."),
                Key("count", "boolean|string?", "True, or the field whose values are counted."),
                Key("sum", "string|string[]?", "The field whose numbers are added up, or several."),
                Key("say", "string?", "A sentence for each."),
                Key("columns", "string[][]?", "A table."),
                Key("picture", "\"status_bar\"|\"timeline\"?", "A picture of the list."),
                Key("none", "string?", "What is said when the list is empty."),
            ]
        ),
        ScriptAPIType(
            "report.order",
            "A field by which a list is sorted.",
            fields: [
                Key("[1]", "string", "The field."),
                Key("descending", "boolean?", "Whether the greatest comes first."),
            ]
        ),
        ScriptAPIType(
            "report.condition",
            "What a field must hold, when it is neither one value nor a list of them.",
            fields: [
                Key("from", "integer|string?", "The least number, or the first day."),
                Key("through", "integer|string?", "The greatest number, or the last day."),
                Key("empty", "boolean?", "Whether there is nothing."),
                Key("except", "string|string[]?", "What it must not be."),
            ]
        ),
    ]

    /// What `status_scheme` takes.
    static let statusSchemeShapes: [ScriptAPIType] = [
        ScriptAPIType(
            "status_scheme.declaration",
            "A status key: its letters, or a title and `keys`.",
            fields: [
                Key("title", "string?", "What the key is called."),
                Key("keys", "status_scheme.key[]?", "The letters, when there is a title."),
            ]
        ),
        ScriptAPIType(
            "status_scheme.key",
            "A letter of a status key.",
            fields: [
                Key("[1]", "string", "The letter."),
                Key("[2]", "string", "The word that always stands beside it."),
                Key(
                    "means",
                    "\"on_track\"|\"delayed\"|\"at_risk\"|\"off_track\"|\"not_started\"|\"past_deadline\"|\"completed\"|\"ongoing\"|\"withdrawn\"|\"unknown\"",
                    "What it means."
                ),
                Key(
                    "colour",
                    "\"green\"|\"amber\"|\"red\"|\"blue\"|\"purple\"|\"grey\"|\"black\"|\"white\"|\"yellow\"|\"orange\"|\"turquoise\"|\"pink\"|\"brown\"?",
                    "Its colour."
                ),
                Key("reads", "string[]?", "What else stands for it in a document."),
            ]
        ),
    ]

    /// What `reminder` takes.
    static let reminderShapes: [ScriptAPIType] = [
        ScriptAPIType(
            "reminder.declaration",
            "When somebody is reminded of what; its steps stand in it.",
            fields: [
                Key(
                    "each",
                    "\"action\"|\"maintenance\"|\"plan\"|\"meeting\"|\"risk\"|\"acceptance\"|\"member\"|\"data_set\"|\"deadline\"?",
                    "What is reminded of; actions when left out."
                ),
                Key("of", "string|string[]?", "The bodies, registers or data sets that are meant."),
                Key("to", "string|string[]?", "Who is reminded: `lead`, `returner` or a role."),
                Key("key_people", "string[]?", "Names among the leads that do not lead."),
                Key("stop", "\"completed\"|\"progress\"?", "What silences it."),
                Key("what", "string?", "What is due then."),
                Key(
                    "ahead",
                    "string?",
                    "Due so long before the meeting, the review or the end of a term."
                ),
                Key(
                    "before_meetings",
                    "boolean?",
                    "Due at each meeting of which the timescale speaks."
                ),
                Key("without_progress_for", "string?", "Due so long after the newest progress."),
                Key(
                    "without_check_for",
                    "string?",
                    "For plans: due so long after the newest progress check."
                ),
                Key("timescales", "string[]?", "Only items with these kinds of timescale."),
                Key(
                    "compute",
                    "(fun(subject: item|plan|matter, ctx: ctx): any)?",
                    "Says when to remind, instead of steps."
                ),
            ]
        ),
        ScriptAPIType(
            "reminder.step",
            "One step of a reminder.",
            fields: [
                Key("before_due", "string?", "So long before it is due, such as `2 weeks`."),
                Key("overdue", "boolean?", "True from the day after it was due."),
                Key("every", "string?", "How often, such as `1 week`."),
                Key("times", "integer?", "How often at most."),
                Key("missed", "string?", "`send one`: after a silence one is enough."),
            ]
        ),
    ]

    /// What `timescale_words` takes.
    static let timescaleWordsShapes: [ScriptAPIType] = [
        ScriptAPIType(
            "timescale_words.declaration",
            "What a committee's own words for times mean.",
            fields: [
                Key("bodies", "string[]?", "Those whose meetings tell the time."),
                Key("phrases", "timescale_words.phrase[]?", "Words for a whole cell."),
            ]
        ),
        ScriptAPIType(
            "timescale_words.phrase",
            "Words for a time, and what they mean.",
            fields: [
                Key("[1]", "string", "The words."),
                Key("means", "string?", "A kind, such as `ongoing` or `on-demand`."),
                Key("recurring", "string?", "How often, such as `4 months`."),
                Key("same_as", "string?", "Other words that mean the same."),
            ]
        ),
    ]
}
#endif
