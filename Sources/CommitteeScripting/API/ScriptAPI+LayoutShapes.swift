// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

private typealias Key = ScriptAPIField

extension ScriptAPI {
    /// What `layout` takes.
    static let layoutShapes: [ScriptAPIType] = [
        ScriptAPIType(
            "layout.declaration",
            "A committee's table, for writing and for reading.",
            fields: [
                Key("about", "\"plan\"|\"risks\"?", "What it is about; a plan when left out."),
                Key(
                    "plan",
                    "string?",
                    "The identifier that a plan gets, such as `plan-{from.year}-{until.year}`."
                ),
                Key("title", "string", "The document's title, with gaps such as `{period}`."),
                Key(
                    "levels",
                    "string[]?",
                    "The names of two to five levels, outermost first; the last is that of actions."
                ),
                Key(
                    "scheme",
                    "string?",
                    "The status key: `rag`, or `standard/rag` of another plugin."
                ),
                Key(
                    "headings",
                    "table<string, layout.heading>?",
                    "The heading of each level that has no column."
                ),
                Key("columns", "layout.column[]?", "The table, from left to right."),
                Key(
                    "blocks",
                    "table<string, layout.block>?",
                    "The items as headings and paragraphs, for a document without a table."
                ),
                Key(
                    "checks",
                    "{ heading: string, columns: layout.column[] }?",
                    "The table of progress checks that the document states."
                ),
                Key(
                    "key",
                    "{ heading: string, across?: boolean }?",
                    "The status key as the document prints it."
                ),
                Key("notes", "string?", "The heading above the notes."),
                Key(
                    "maintenance",
                    "{ heading: string, columns: layout.column[] }?",
                    "The list of what is kept up without being counted."
                ),
                Key(
                    "backlog",
                    "{ heading: string, columns: layout.column[] }?",
                    "The list of what is put off without being counted."
                ),
                Key("lists", "layout.list[]?", "Further lists."),
                Key("inherits", "string[]?", "What actions have from above, such as `leads`."),
                Key("years", "string?", "The level whose words are years."),
                Key(
                    "below_row",
                    "string[]?",
                    "Fields in a row below an action, such as `Source: {local.source}`."
                ),
                Key("after_text", "string[]?", "Remarks at the end of an action's words."),
                Key(
                    "facts",
                    "layout.fact[]?",
                    "A line for each fact, such as the day of approval."
                ),
                Key(
                    "completion",
                    "{ field: string, completed: string[], ongoing?: string[] }?",
                    "The words that say that an action is completed."
                ),
                Key(
                    "exits",
                    "table<string, string[]>?",
                    "The words with which an action leaves: `withdrawn`, `suspended`, `transferred`, `carried-over`."
                ),
                Key("counting", "layout.counting?", "What counts in the totals."),
                Key("reading", "layout.reading?", "How to read what is untidy."),
                Key("register", "string?", "About risks: the register's identifier."),
                Key("name", "string?", "About risks: what the register is called."),
                Key("scale", "string?", "About risks: the scale, such as `standard/five-by-five`."),
                Key("risk", "string?", "About risks: what a risk's identifier is made of."),
                Key(
                    "visibility",
                    "\"public\"|\"partners\"|\"committee\"|\"restricted\"?",
                    "About risks: who may read new ones."
                ),
                Key(
                    "words",
                    "table<string, string[]>?",
                    "About risks: the register's own words for `open`, `up`, `treat` and so on."
                ),
            ]
        ),
        ScriptAPIType(
            "layout.column",
            "A column: a header, then a field or words with gaps.",
            fields: [
                Key("[1]", "string", "The header, perhaps with `{date}`."),
                Key(
                    "[2]",
                    "string?",
                    "The field, such as `text`, or words such as `{number}: {text}`."
                ),
                Key("header", "string?", "The header, by its name."),
                Key("field", "string?", "The field, by its name."),
                Key(
                    "merge",
                    "boolean?",
                    "Whether a cell of what stands above is printed once; read, an empty cell means as above."
                ),
                Key(
                    "value",
                    "(fun(item: item, ctx: ctx): any)?",
                    "Computes the cell; it is never read."
                ),
                Key(
                    "tick",
                    "string?",
                    "The status or the year for which a mark in this column stands."
                ),
                Key("mark", "string?", "The mark that is written; a tick when left out."),
                Key("each", "boolean?", "Whether each part of the cell is an action of its own."),
                Key("due", "string?", "The year by whose end the action is due."),
                Key(
                    "colours",
                    "boolean|table<string, string[]>?",
                    "The colours of cells that stand for a status."
                ),
                Key(
                    "read",
                    "(fun(cell: string, row: table<string, string>, ctx: ctx): any)?",
                    "Gives what the words of a cell would say otherwise."
                ),
                Key("write", "(fun(item: item, ctx: ctx): any)?", "Gives the words of a cell."),
            ]
        ),
        ScriptAPIType(
            "layout.heading",
            "The heading of a level.",
            fields: [
                Key("[1]", "string?", "Its words with gaps, such as `Outcome {number}: {text}`."),
                Key("row", "string?", "The words, when it is a row of the table."),
                Key(
                    "below",
                    "string?",
                    "The field of the paragraph under it: `statement` or `text`."
                ),
                Key("begins", "string[]?", "The first words of that paragraph."),
                Key("lines", "string[]?", "Lines below it that give fields."),
                Key(
                    "read",
                    "(fun(line: string, ctx: ctx): string?)?",
                    "Gives the heading that a line is, or nil."
                ),
                Key(
                    "write",
                    "(fun(item: item, ctx: ctx): string?)?",
                    "Gives the words of the heading."
                ),
            ]
        ),
        ScriptAPIType(
            "layout.block",
            "How the items of a level stand where there is no table.",
            fields: [
                Key("[1]", "string?", "What the line says, such as `{number} {text}`."),
                Key(
                    "as",
                    "\"heading\"|\"numbered\"|\"bulleted\"|\"paragraph\"",
                    "What an item begins with."
                ),
                Key("below", "string?", "The field of all that stands below it."),
                Key("lines", "string[]?", "Lines below it that give fields."),
                Key("after", "string?", "The line below which the items begin."),
                Key("before", "string?", "The line above which they end."),
            ]
        ),
        ScriptAPIType(
            "layout.list",
            "A further list of a plan.",
            fields: [
                Key("name", "string", "What the list is called."),
                Key("heading", "string", "Its heading."),
                Key("columns", "layout.column[]", "Its table."),
                Key("counts", "boolean?", "Whether its items count in the totals."),
                Key("completed", "boolean?", "Whether all that stands in it is completed."),
            ]
        ),
        ScriptAPIType(
            "layout.fact",
            "A line that states a fact.",
            fields: [
                Key("[1]", "string", "The fact, such as `approved`."),
                Key("[2]", "string", "The line with one gap, such as `Agreed on {date}`."),
                Key("repeats", "boolean?", "Whether the line stands on every page."),
                Key("within", "boolean?", "Whether the words stand inside a paragraph."),
            ]
        ),
        ScriptAPIType(
            "layout.counting",
            "What counts in a plan's totals.",
            fields: [
                Key(
                    "at_publication",
                    "\"all-added\"|\"not-stated\"?",
                    "What the first check says of added."
                ),
                Key("counted_exits", "string[]?", "Who still counts after leaving."),
                Key("total", "string[]?", "The states that make up the total."),
                Key("ongoing", "string[]?", "The states that make up what is ongoing."),
            ]
        ),
        ScriptAPIType(
            "layout.reading",
            "How to read what is untidy.",
            fields: [
                Key("copy_above", "string[]?", "Words for as above."),
                Key(
                    "leads",
                    "(string|string[])[]?",
                    "The leads that are known, each with its other names."
                ),
                Key("page_furniture", "string[]?", "Lines on every page that say nothing."),
                Key(
                    "stray_to",
                    "string?",
                    "The field that takes text which fell out of the columns."
                ),
                Key(
                    "status_at_cell_end",
                    "boolean?",
                    "Whether a letter may stand at the end of the last cell."
                ),
                Key("notes", "string[]?", "Remarks that follow an action's text."),
                Key(
                    "signatory",
                    "string?",
                    "The first words of the line with which somebody signs."
                ),
                Key("state_words", "string[]?", "Words that belong to the status."),
                Key("alignments", "string[]?", "Titles of other plans that this one serves."),
            ]
        ),
    ]
}
#endif
