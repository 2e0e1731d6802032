// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import Testing

@testable import CommitteeScripting

/// What people write who do not know Lua yet, and what they are told: where it is, what Lua says,
/// and what they probably meant.
@Suite struct BeginnerMistakeTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        var name: String
        var source: String
        var line: Int
        var message: String
        var testDescription: String { name }

        init(
            _ name: String,
            _ source: String,
            line: Int = 2,
            _ message: String
        ) {
            self.name = name
            self.source = source
            self.line = line
            self.message = message
        }
    }

    /// Each is the body of a report whose first line is line 2 of `main.lua`.
    static let running: [Mistake] = [
        Mistake(
            "a field of nothing",
            "local plan = {}\nreturn plan.lead.name",
            line: 3,
            "attempt to index a nil value (field 'lead'); 'lead' has no value here; check its "
                + "spelling, or test it with if"
        ),
        Mistake(
            "a field that is spelt wrong",
            "return edition.plan.tilte",
            "'tilte' is not a field of a plan; did you mean 'title'?"
        ),
        Mistake(
            "a field in the wrong case",
            "return edition.plan.Title",
            "'Title' is not a field of a plan; did you mean 'title'?"
        ),
        Mistake(
            "a function that is spelt wrong",
            "return string.uper('x')",
            "attempt to call a nil value (field 'uper'); did you mean string.upper?"
        ),
        Mistake(
            "a method that is spelt wrong",
            "local word = 'x' return word:uper()",
            "attempt to call a nil value (method 'uper'); did you mean string.upper?"
        ),
        Mistake(
            "a function that nobody wrote",
            "local helpers = {} helpers.count()",
            "attempt to call a nil value (field 'count'); there is no function 'count' here; check "
                + "its spelling"
        ),
        Mistake(
            "a variable without local",
            "total = 0",
            "global 'total' cannot be assigned; write 'local total' to make a variable"
        ),
        Mistake(
            "null",
            "if edition.plan.title == null then end",
            "unknown global 'null'; did you mean 'nil'?"
        ),
        Mistake(
            "joining nothing to a text",
            "local lead return 'To ' .. lead",
            "attempt to concatenate a nil value (local 'lead'); where a value may be missing, "
                + "write (value or \"\")"
        ),
        Mistake(
            "joining texts with a plus",
            "return 'late' + 'ness'",
            "attempt to add a 'string' with a 'string'; texts are joined with .. and read as "
                + "numbers with tonumber(text)"
        ),
        Mistake(
            "adding to nothing",
            "local count return count + 1",
            "attempt to perform arithmetic on a nil value (local 'count'); where a number may be "
                + "missing, write (value or 0)"
        ),
        Mistake(
            "comparing a date with a number",
            "return ctx.today < 3",
            "a date cannot be compared with a number"
        ),
        Mistake(
            "comparing a text with a number",
            "return '3' < 4",
            "attempt to compare string with number; read the text with tonumber(text) first"
        ),
        Mistake(
            "a list after in, without ipairs",
            "for item in { 1, 2 } do end",
            "attempt to call a table value (for iterator 'for iterator'); after 'in' comes "
                + "ipairs(a list) or pairs(a table)"
        ),
        Mistake(
            "a dot for a colon",
            "doc.heading(1, 'x')",
            "call it with a colon: doc:heading(…)"
        ),
        Mistake(
            "changing the record",
            "edition.plan.title = 'x'",
            "records are read-only"
        ),
        Mistake(
            "the field of a list",
            "return edition.actions.text",
            "'text' is not a field of a list; name an item first, as in actions[1]"
        ),
        Mistake(
            "a date in the wrong order",
            "return ctx.date('31/10/2026')",
            "'31/10/2026' is not a date; write it as 2026-10-31"
        ),
    ]

    @Test(arguments: running) func theMistakeIsExplained(_ mistake: Mistake) throws {
        let failure = try Lua.failure(mistake.source)
        #expect(failure.message == mistake.message)
        #expect(failure.reason == .lua)
        #expect(failure.file == "main.lua")
        #expect(failure.line == mistake.line)
    }

    /// Each is a whole `main.lua`.
    static let compiling: [Mistake] = [
        Mistake(
            "no end",
            "local function late(a)\n  return a.is_late\n",
            line: 3,
            "'end' expected (to close 'function' at line 1) near <eof>; every if, for, while, do "
                + "and function needs an end of its own"
        ),
        Mistake(
            "else if in two words",
            "local x = 1\nif x == 1 then\nelse if x == 2 then\nend",
            line: 4,
            "'end' expected (to close 'if' at line 2) near <eof>; line 3 has 'else if', which "
                + "needs an end more; write elseif"
        ),
        Mistake(
            "one equals sign in a condition",
            "local x = 1\nif x = 1 then end",
            "'then' expected near '='; to compare, write =="
        ),
        Mistake(
            "not equal as in other languages",
            "local x = 1\nif x != 1 then end",
            "'then' expected near '!'; 'is not' is written ~= in Lua"
        ),
        Mistake(
            "no then",
            "local x = 1\nif x == 1\nprint(x) end",
            line: 3,
            "'then' expected near 'print'; a condition ends with then"
        ),
        Mistake(
            "plus and equals",
            "local x = 1\nx += 1",
            "syntax error near '+'; write x = x + 1"
        ),
        Mistake(
            "printed quotes",
            "\nlocal x = “late”",
            "unexpected symbol near '<\\226>'; use the straight quotes \" or ' and the plain -, "
                + "not the printed ones"
        ),
        Mistake(
            "a text that does not end",
            "\nlocal x = 'late\n",
            "unfinished string near ''late'; end the text with the sign that began it, in the same "
                + "line"
        ),
        Mistake(
            "no comma",
            "layout 'x' {\n  { 'LEAD', 'leads' }\n  { 'DUE', 'due' },\n}",
            line: 3,
            "'}' expected (to close '{' at line 1) near '{'; a comma stands between two items"
        ),
        Mistake(
            "a colon in a table",
            "\nlocal x = { due: 3 }",
            "<name> expected near '3'; in a table, write name = value"
        ),
        Mistake(
            "a remark as in other languages",
            "\n// late actions",
            "unexpected symbol near '//'; a remark begins with --"
        ),
        Mistake(
            "one end too many",
            "local x = 1\nend",
            "<eof> expected near 'end'; this end closes nothing; there is one too many"
        ),
        Mistake(
            "a loop without its end",
            "report 'x' (function(edition, doc)\nfor _, a in ipairs(edition.plan.actions) do\n"
                + "doc:paragraph(a.text)\nend)",
            line: 4,
            "unexpected symbol near ')'; every if, for, while, do and function needs an end of its own"
        ),
        Mistake(
            "continue",
            "for i = 1, 3 do\n  if i == 2 then continue end\nend",
            "syntax error near 'end'; Lua has no 'continue'; turn the condition round, or use goto"
        ),
        Mistake(
            "a list between square brackets",
            "\nlocal x = [1, 2]",
            "unexpected symbol near '['; a list stands between { and }"
        ),
    ]

    @Test(arguments: compiling) func theFileIsExplained(_ mistake: Mistake) throws {
        let failure = try Lua.failure(declaring: mistake.source)
        #expect(failure.message == mistake.message)
        #expect(failure.reason == .syntax)
        #expect(failure.file == "main.lua")
        #expect(failure.line == mistake.line)
    }

    @Test func whatAnAuthorSaysIsLeftAsItIs() throws {
        let failure = try Lua.failure("error('attempted to call a nil value; see the guide')")
        #expect(failure.message == "attempted to call a nil value; see the guide")
    }
}
#endif
