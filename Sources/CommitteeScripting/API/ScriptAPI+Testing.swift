// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

extension ScriptAPI {
    private typealias Parameter = ScriptAPIField

    /// The declaration that stands in a plugin's tests and nowhere else.
    static let testDeclaration = ScriptAPIFunction(
        "test",
        [Parameter("name", "string", "What is true, as a sentence.")],
        body: "fun(t: t, ctx: ctx)",
        "In a file of the folder tests: declares a test, which `committee plugin test` runs.",
        example: "test \"what is late is listed\" (function(t) "
            + "t.contains(t.report(\"late\", t.edition \"northshire\"), \"123 days\") end)"
    )

    private static let readingOptions = Parameter(
        "options",
        "string | table?",
        "The day of which it speaks, or `as_of`, `period` and `repairs`: a file in the folder tests."
    )
    private static let options = Parameter(
        "options",
        "table?",
        "`as` (md, html, txt, csv or json), `today`, `plan`, `register`, `risk`, `since` (an edition) "
            + "and `settings`."
    )

    /// What a test is given.
    static let testObject = ScriptAPIType(
        "t",
        "What a test is given: editions to try, what the plugin makes of them, and comparisons. It "
            + "has `date`, `dump`, `kind`, `log` and `rows` as `ctx` has them, which is the test's "
            + "second argument. Today is 31 October 2026.",
        functions: [
            ScriptAPIFunction(
                "edition",
                [
                    Parameter(
                        "edition",
                        "string|table",
                        "The name of an example, `northshire` or `strathmarr`; or a table of "
                            + "items, perhaps with `as_of`, `audience`, `title`, `from`, `ends`, "
                            + "`levels`, `scheme`, `meetings`, `documents`, `indicators`, `learning_reviews`, `audits`, "
                            + "`quality_findings`, `voices`, `programmes`, `registers`, "
                            + "`risks` and their `scale`."
                    )
                ],
                returns: "edition",
                "Makes a small edition.",
                example: "t.edition { { number = \"1\", text = \"Write\", lead = \"Nurse\", "
                    + "due = \"2026-06-30\" } }"
            ),
            ScriptAPIFunction(
                "read",
                [
                    Parameter("file", "string", "A document in the folder tests."),
                    Parameter("layout", "string", "The layout with which it is read."),
                    readingOptions,
                ],
                returns: "edition",
                "Reads a published document, a plan or a risk register, as an import does.",
                example: "t.read(\"plan.md\", \"plan\", { repairs = \"plan.repairs.json\" })"
            ),
            ScriptAPIFunction(
                "findings",
                [
                    Parameter("file", "string", "A document in the folder tests."),
                    Parameter("layout", "string", "The layout with which it is read."),
                    readingOptions,
                ],
                returns: "{ line: integer, kind: string, message: string }[]",
                "Returns what was doubtful when a document was read."
            ),
            ScriptAPIFunction(
                "report",
                [
                    Parameter("name", "string", "The report or the layout."),
                    Parameter("edition", "edition", "The edition of which it speaks."), options,
                ],
                returns: "string",
                "Returns what a report or a layout writes, as Markdown unless you say otherwise.",
                example: "t.report(\"late\", edition, { as = \"txt\", settings = { days = 30 } })"
            ),
            ScriptAPIFunction(
                "problem",
                [
                    Parameter("name", "string", "The report or the layout."),
                    Parameter("edition", "edition", "The edition of which it speaks."), options,
                ],
                returns: "string?",
                "Returns the message with which a report fails, or nil when it does not."
            ),
            ScriptAPIFunction(
                "reminders",
                [
                    Parameter("edition", "edition", "The edition."),
                    Parameter(
                        "on",
                        "string?",
                        "The day of asking; that of the edition if left out."
                    ),
                ],
                returns: "{ rule: string, item: string?, subject: string, to: string[], due: date, "
                    + "days_left: integer, tier: string, message: string }[]",
                "Returns the reminders that the plugin's rules give."
            ),
            ScriptAPIFunction(
                "timescale",
                [Parameter("words", "string", "The words of a cell.")],
                returns: "{ words: string, kind: string, sure: string, due: date? }",
                "Returns how the plugin's words for times read."
            ),
            ScriptAPIFunction(
                "status",
                [
                    Parameter("scheme", "string", "The status scheme."),
                    Parameter("printed", "string", "What stands in a cell."),
                ],
                returns: "{ letter: string, word: string, means: string, colour: string }?",
                "Returns the key that some printed words stand for."
            ),
            ScriptAPIFunction(
                "score",
                [
                    Parameter("scale", "string", "The scale for risks."),
                    Parameter("likelihood", "string", "The level of likelihood."),
                    Parameter("impact", "string", "The level of impact."),
                    Parameter("version", "integer?", "The version; the newest if left out."),
                ],
                returns: "{ value: integer?, band: string?, text: string, version: integer }",
                "Returns what two levels make by a scale.",
                example: "t.equal(t.score(\"northshire\", \"3\", \"4\").value, 12)"
            ),
            ScriptAPIFunction(
                "escalations",
                [Parameter("edition", "edition", "The edition.")],
                returns: "{ rule: string, risk: string, from: string, register: string?, "
                    + "body: string?, why: string }[]",
                "Returns the risks that the plugin's rules would have escalated."
            ),
            ScriptAPIFunction(
                "course",
                [
                    Parameter("workflow", "string", "The risk workflow."),
                    Parameter(
                        "events",
                        "table[]",
                        "Each an event, perhaps with `by`, `reason`, `fact` and `details`."
                    ),
                    Parameter(
                        "world",
                        "string?",
                        "`plain` when left out, `low` or `high`, with the bands of the conformance kit, or one of "
                            + "`trial.worlds`."
                    ),
                ],
                returns: "{ state: string, recorded: string[], refused: string?, guard: string?, "
                    + "is_fault: boolean?, event: integer? }",
                "Takes a new risk through events up to the first that is refused, in a world of three "
                    + "registers, `lower`, `middle` and `upper`; a fact that you leave out is made up.",
                example:
                    "t.course(\"ours\", { { \"propose\" }, { \"approve\", by = \"chair\" } }).state"
            ),
            ScriptAPIFunction(
                "equal",
                [
                    Parameter("found", "any", "What was found."),
                    Parameter("expected", "any", "What it should be."),
                    Parameter("words", "string?", "What is compared, for the message."),
                ],
                "Compares two values, tables by what is in them."
            ),
            ScriptAPIFunction(
                "contains",
                [
                    Parameter("text", "string", "A text."),
                    Parameter("part", "string", "What should stand in it."),
                    Parameter("words", "string?", "What is looked for, for the message."),
                ],
                "Looks for a part of a text."
            ),
            ScriptAPIFunction(
                "matches",
                [
                    Parameter("text", "string", "A text."),
                    Parameter("file", "string", "A file of the folder tests."),
                ],
                "Compares a text with a file, which `committee plugin test --record` writes.",
                example: "t.matches(t.report(\"late\", edition), \"golden/late.md\")"
            ),
            ScriptAPIFunction(
                "ok",
                [
                    Parameter("value", "any", "What should be neither nil nor false."),
                    Parameter("words", "string?", "What should be true, for the message."),
                ],
                "Checks that something is true."
            ),
            ScriptAPIFunction(
                "fail",
                [Parameter("words", "string?", "Why.")],
                "Ends the test as failed."
            ),
        ]
    )
}
#endif
