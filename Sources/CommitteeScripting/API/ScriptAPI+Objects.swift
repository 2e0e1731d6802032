// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

private typealias Parameter = ScriptAPIField

extension ScriptAPI {
    static let objects = [document, raw, context, interface, date, riskRequest]

    private static let document = ScriptAPIType(
        "doc",
        "Writes a document, block after block; any format can be made of it.",
        functions: [
            ScriptAPIFunction(
                "title",
                [Parameter("text", "string", "The title.")],
                "Sets the document's title; without it, the first heading is the title."
            ),
            ScriptAPIFunction(
                "property",
                [
                    Parameter("name", "string", "What it is."),
                    Parameter("value", "string", "The fact."),
                ],
                "Adds a fact about the document itself."
            ),
            ScriptAPIFunction(
                "heading",
                [
                    Parameter("level", "integer", "1 to 6."),
                    Parameter("text", "string", "The words."),
                    Parameter("anchor", "string?", "A name that links can point to."),
                ],
                "Adds a heading.",
                example: "doc:heading(1, edition.plan.title)"
            ),
            ScriptAPIFunction(
                "paragraph",
                [Parameter("text", "string|{ markup: string }", "Plain words, or markup.")],
                "Adds a paragraph, or what the markup holds.",
                example: "doc:paragraph { markup = item.text_markup }"
            ),
            ScriptAPIFunction(
                "list",
                [Parameter("items", "(string|{ markup: string })[]", "The items.")],
                "Adds a list; with `ordered = true` among the items it is numbered.",
                example: "doc:list { \"one\", \"two\", ordered = true }"
            ),
            ScriptAPIFunction(
                "table",
                [
                    Parameter(
                        "table",
                        "{ columns: any[], rows: any[], caption?: string }",
                        "Columns, rows and a caption."
                    )
                ],
                "Adds a table. A cell is a text, a number, a date, a status, markup, or a list of "
                    + "those; a row `{ section = \"…\" }` is a heading between rows.",
                example: "doc:table { columns = { \"No\", \"Action\" }, "
                    + "rows = ctx.rows(plan.actions, \"number\", \"text\") }"
            ),
            ScriptAPIFunction(
                "legend",
                [
                    Parameter("plan", "plan|table", "The plan whose key it is."),
                    Parameter("title", "string?", "The title; \"Status key\" when left out."),
                ],
                "Adds the key to the statuses, unless the plan has none."
            ),
            ScriptAPIFunction(
                "status_bar",
                [
                    Parameter("title", "string", "What is counted."),
                    Parameter(
                        "counts",
                        "plan|table",
                        "A plan, or { status = …, count = … } for each."
                    ),
                ],
                "Adds a bar of how many have which status."
            ),
            ScriptAPIFunction(
                "timeline",
                [
                    Parameter("title", "string", "What it shows."),
                    Parameter("rows", "item[]|table", "Items, or { label = …, due = … } for each."),
                ],
                "Adds a timeline on which the edition's day is marked."
            ),
            ScriptAPIFunction(
                "summary",
                [Parameter("facts", "table", "{ name, value } for each.")],
                "Adds facts with their names.",
                example: "doc:summary { { \"Actions\", #plan.actions } }"
            ),
            ScriptAPIFunction(
                "notice",
                [
                    Parameter(
                        "kind",
                        "\"information\"|\"warning\"|\"draft\"|\"watermark\"",
                        "How strong it is."
                    ),
                    Parameter("text", "string|{ markup: string }", "The words."),
                ],
                "Adds a notice that must not be overlooked."
            ),
            ScriptAPIFunction("page_break", [], "Ends a printed page."),
            ScriptAPIFunction(
                "block",
                [Parameter("block", "table", "The block with its `kind`.")],
                "Adds any block of the document, such as a figure or a section with blocks inside.",
                example: "doc:block { kind = \"figure\", caption = \"…\", blocks = { … } }"
            ),
        ],
        hasMethods: true
    )

    private static let raw = ScriptAPIType(
        "out",
        "Writes the bytes of a report that declares a media type.",
        functions: [
            ScriptAPIFunction(
                "write",
                [Parameter("text", "string", "The text, written as it is.")],
                "Writes text."
            ),
            ScriptAPIFunction(
                "row",
                [
                    Parameter(
                        "...",
                        "any",
                        "Cells: texts, numbers, dates and lists of texts; nil is an empty cell. Or "
                            + "one list of them, without holes unless its `n` says how many."
                    )
                ],
                "Writes a row of CSV; what a spreadsheet would run as a formula is made harmless.",
                example: "out:row(item.number, item.text, item.leads, item.due)"
            ),
            ScriptAPIFunction(
                "json",
                [Parameter("value", "any", "A table without records.")],
                "Writes a value as JSON."
            ),
        ],
        hasMethods: true
    )

    private static let context = ScriptAPIType(
        "ctx",
        "What a run is told, and helpers.",
        fields: [
            Parameter("today", "date", "The host's today."),
            Parameter("as_of", "date", "The date of the edition."),
            Parameter("settings", "table", "The plugin's settings, as its manifest declares them."),
            Parameter("since", "edition|false", "An earlier edition to compare with, or false."),
            Parameter("changes", "change[]", "What changed since then; empty without `since`."),
            Parameter("api", "api", "What this version of the API offers."),
        ],
        functions: [
            ScriptAPIFunction(
                "date",
                [Parameter("text", "string", "The day.")],
                returns: "date",
                "Makes a date.",
                example: "ctx.date(\"2026-10-31\")"
            ),
            ScriptAPIFunction(
                "rows",
                [
                    Parameter("list", "any[]", "Records."),
                    Parameter("...", "string", "The names of fields."),
                ],
                returns: "any[][]",
                "Makes a row of fields for each record; lists are joined."
            ),
            ScriptAPIFunction(
                "each",
                [
                    Parameter("list", "any[]", "Records of one kind."),
                    Parameter(
                        "...",
                        "string",
                        "The names of fields, or paths such as `plan.title`."
                    ),
                ],
                returns: "fun(): integer, any",
                "Walks records: gives the place of each, then the named fields as values.",
                example: "for i, number, text in ctx.each(plan.actions, \"number\", \"text\") do … "
                    + "end"
            ),
            ScriptAPIFunction(
                "group",
                [
                    Parameter("list", "any[]", "Records."),
                    Parameter(
                        "field",
                        "string|fun(record: any): any",
                        "A field, such as `leads` or `timescale.kind`; or a function that gives the key "
                            + "of a record."
                    ),
                ],
                returns: "{ key: any, items: any[], count: integer }[]",
                "Groups records by a field or a function, in order of first sight; one with several "
                    + "texts is in several groups, one with none in \"\".",
                example: "for _, lead in ipairs(ctx.group(plan.ongoing, \"leads\")) do … end"
            ),
            ScriptAPIFunction(
                "count",
                [
                    Parameter("list", "any[]", "Records."),
                    Parameter(
                        "field",
                        "string|fun(record: any): any",
                        "A field, such as `status`, or a function."
                    ),
                ],
                returns: "table<string, integer>",
                "Counts records by a field or a function, as `COUNTIF` does for every value at once; "
                    + "a value that none has is nil.",
                example: "local green = ctx.count(plan.actions, \"status\").G or 0"
            ),
            ScriptAPIFunction(
                "trim",
                [Parameter("text", "string", "A text.")],
                returns: "string",
                "Returns the text without the space at its ends.",
                example: "ctx.trim(action.leads_words)"
            ),
            ScriptAPIFunction(
                "status",
                [Parameter("item", "item", "The item.")],
                returns: "any",
                "Makes a cell with an item's status: letter, word and colour; empty when none."
            ),
            ScriptAPIFunction(
                "movement",
                [
                    Parameter(
                        "register",
                        "string?",
                        "The risk register; the only one if left out."
                    ),
                    Parameter("score", "string?", "`inherent`, `current` or `target`."),
                ],
                returns: "{ register: string, totals: table<string, integer>, shortfall: string[], "
                    + "rows: { id: string, name: string, direction: string, before: string, now: "
                    + "string, why: string, risk: risk? }[] }",
                "Says which risks went up, down, in or out since the earlier edition, and why that "
                    + "does not add up when it does not.",
                example: "if ctx.since then local moved = ctx.movement(\"main\").totals end"
            ),
            ScriptAPIFunction(
                "working_days",
                [Parameter("from", "date", "A day."), Parameter("to", "date", "Another.")],
                returns: "integer",
                "Counts the working days from one day to another."
            ),
            ScriptAPIFunction(
                "add_working_days",
                [
                    Parameter("from", "date", "A day."),
                    Parameter("days", "integer", "How many; negative for earlier."),
                ],
                returns: "date",
                "Returns the day so many working days later."
            ),
            ScriptAPIFunction(
                "random",
                [Parameter("most", "integer", "The greatest number.")],
                returns: "integer",
                "Returns a number from 1 on; the same seed gives the same numbers."
            ),
            ScriptAPIFunction(
                "kind",
                [Parameter("value", "any", "Anything.")],
                returns: "string",
                "Says what a value is, such as `item` or `date`."
            ),
            ScriptAPIFunction(
                "dump",
                [Parameter("value", "any", "Anything.")],
                returns: "string",
                "Shows a value with its fields, for looking around."
            ),
            ScriptAPIFunction(
                "log",
                [Parameter("...", "any", "What to say.")],
                "Writes a line to the host's log."
            ),
        ]
    )

    private static let interface = ScriptAPIType(
        "api",
        "What this version of the API offers.",
        fields: [Parameter("version", "string", "The version, such as `1.0`.")],
        functions: [
            ScriptAPIFunction(
                "has",
                [Parameter("name", "string", "A type, or a type and a field.")],
                returns: "boolean",
                "Tells whether the API has a name.",
                example: "ctx.api.has(\"item.evidence\")"
            )
        ]
    )

    private static let date = ScriptAPIType(
        "date",
        "A day. `due - 30` and `due + 7` are days, `due - ctx.today` is a number of days, and days "
            + "are compared with `<`, `<=` and `==`.",
        fields: [
            Parameter("year", "integer", "The year."), Parameter("month", "integer", "1 to 12."),
            Parameter("day", "integer", "1 to 31."),
            Parameter("weekday", "integer", "1 for Monday to 7 for Sunday."),
        ],
        functions: [
            ScriptAPIFunction(
                "format",
                [Parameter("pattern", "string", "Such as `d MMMM yyyy`.")],
                returns: "string",
                "Writes the day.",
                example: "due:format(\"d MMMM yyyy\")"
            )
        ],
        hasMethods: true
    )

    private static let riskRequest = ScriptAPIType(
        "request",
        "What somebody wants to happen to a risk, for the guards and effects of a workflow.",
        fields: [
            Parameter("event", "string", "The event, such as `approve` or one of your own."),
            Parameter("risk", "string", "The risk's identifier."),
            Parameter("by", "string", "Who asks: a role, a system or an account."),
            Parameter("reason", "string", "Why; empty when nobody said so."),
            Parameter("state", "string", "The state of the risk by the workflow."),
            Parameter("state_words", "string", "The same in words."),
            Parameter("fact", "table", "What is to be recorded, as in a file of changes."),
            Parameter("details", "table", "What an event of your own says."),
            Parameter(
                "score",
                "{ text?: string, value?: integer, band?: string, bands_risen?: integer, is_above_appetite?: boolean }",
                "The score that an assessment would give, by how many bands it would raise the current one, and "
                    + "whether the risk would be above its appetite; empty for another request."
            ),
        ]
    )

    static let declarationFunctions = [
        ScriptAPIFunction(
            "layout",
            [Parameter("name", "string", "Its name.")],
            body: "layout.declaration",
            "Declares a committee's table, for writing and for reading. It is about a plan, or with "
                + "`about = \"risks\"` about a risk register; then it has `register`, `scale`, `name`, `risk`, "
                + "`visibility` and `words`, and no `levels`.",
            example: "layout \"plan\" { title = \"…\", levels = { … }, columns = { … } }"
        ),
        ScriptAPIFunction(
            "report",
            [Parameter("name", "string", "Its name.")],
            body: "report.declaration|fun(edition: edition, doc: doc, ctx: ctx)",
            "Declares a report in code: a function, or a table with title and run; with a "
                + "media_type it writes bytes of its own.",
            example: "report \"late\" (function(edition, doc, ctx) … end)"
        ),
        ScriptAPIFunction(
            "status_scheme",
            [Parameter("name", "string", "Its name.")],
            body: "status_scheme.declaration|status_scheme.key[]",
            "Declares a status key.",
            example: "status_scheme \"rag\" { { \"G\", \"On track\", means = \"on_track\", "
                + "colour = \"green\" } }"
        ),
        ScriptAPIFunction(
            "reminder",
            [Parameter("name", "string", "Its name.")],
            body: "reminder.declaration|reminder.step[]",
            "Declares when somebody is reminded of what.",
            example: "reminder \"chase-lead\" { { before_due = \"1 week\" }, "
                + "{ overdue = true, every = \"1 week\" } }"
        ),
        ScriptAPIFunction(
            "timescale_words",
            [Parameter("name", "string", "Its name.")],
            body: "timescale_words.declaration",
            "Declares what a committee's own words for times mean.",
            example: "timescale_words \"local\" { phrases = { { \"Termly\", recurring = "
                + "\"4 months\" } } }"
        ),
        ScriptAPIFunction(
            "risk_scale",
            [Parameter("name", "string", "Its name.")],
            body: "risk_scale.declaration",
            "Declares a scale for risks: levels, bands and how they make a score; or a file of the "
                + "folder scales.",
            example: "risk_scale \"three\" { version = 1, likelihoods = { \"Low\", \"High\" }, "
                + "impacts = { \"Low\", \"High\" }, scoring = \"product\" }"
        ),
        ScriptAPIFunction(
            "risk_workflow",
            [Parameter("name", "string", "Its name.")],
            body: "risk_workflow.declaration",
            "Declares what comes on top of the standard workflow of risks: states, steps and guards.",
            example: "risk_workflow \"ours\" { guards = { { \"chair-only\", on = { \"accept\" }, "
                + "check = function(request, risk, ctx) … end } } }"
        ),
        ScriptAPIFunction(
            "risk_escalation",
            [Parameter("name", "string", "Its name.")],
            body:
                "risk_escalation.declaration|fun(risk: risk, ctx: ctx): { register?: string, body?: string, why: string }?",
            "Declares which risks should be escalated, where to and why.",
            example: "risk_escalation \"severe\" (function(risk, ctx) … end)"
        ),
        ScriptAPIFunction(
            "learning_review_pack",
            [Parameter("name", "string", "Its name, as in the file.")],
            body: "learning_review_pack.declaration",
            "Declares a pack for Learning Reviews: criteria, reasons, rules and time limits with their "
                + "sources, in a file of the folder packs.",
            example: "learning_review_pack \"ours\" { file = \"packs/ours.json\" }"
        ),
        ScriptAPIFunction(
            "quality_framework",
            [Parameter("name", "string", "Its name, as in the file.")],
            body: "quality_framework.declaration",
            "Declares a framework for self-evaluation: quality indicators and a scale with their sources, in a "
                + "file of the folder packs.",
            example: "quality_framework \"ours\" { file = \"packs/ours.json\" }"
        ),
    ]
}
#endif
