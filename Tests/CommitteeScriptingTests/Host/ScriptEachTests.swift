// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import Testing

@testable import CommitteeScripting

/// `ctx.each`: records walked with their fields as values.
@Suite struct ScriptEachTests {
    static let values: [(String, ScriptValue)] = [
        (
            "for i, id, text in ctx.each(edition.actions, 'id', 'text') do "
                + "t[#t + 1] = i .. tostring(id) .. text end",
            .list([.string("11.1Do one thing"), .string("21.2Do another"), .string("3nilRest")])
        ),
        (
            "for _, title in ctx.each(edition.actions, 'plan.title') do "
                + "t[#t + 1] = title or 'none' end",
            .list([.string("A plan"), .string("none"), .string("A plan")])
        ),
        (
            "for _, due, done, n in ctx.each(edition.actions, 'due_date', 'completed', 'count') do "
                + "t[#t + 1] = { tostring(due), tostring(done), tostring(n) } end",
            .list([
                .list([.string("2026-10-01"), .string("true"), .string("1")]),
                .list([.string("2026-11-01"), .string("false"), .string("nil")]),
                .list([.string("nil"), .string("nil"), .string("-3")]),
            ])
        ),
        (
            "local own = { edition.actions[3], edition.actions[1] } "
                + "for i, text in ctx.each(own, 'text') do t[i] = text end",
            .list([.string("Rest"), .string("Do one thing")])
        ),
        ("for _ in ctx.each({}, 'text') do t[1] = 1 end", .list([])),
        (
            "for _, leads in ctx.each(edition.actions, 'leads') do t[#t + 1] = #leads end",
            .list([.integer(2), .integer(0), .integer(1)])
        ),
    ]

    @Test("The fields come as values, absent ones among them", arguments: values)
    func walksRecords(body: String, expected: ScriptValue) throws {
        #expect(try Lua.value("local t = {} \(body) return t") == expected)
    }

    static let mistakes: [(String, String)] = [
        (
            "ctx.each(edition.actions, 'txet')",
            "'txet' is not a field of an action; did you mean 'text'?"
        ),
        (
            "ctx.each(edition.actions, 'plan.titel')",
            "'titel' is not a field of a plan; did you mean 'title'?"
        ),
        (
            "ctx.each(edition.actions, 'due_date.year')",
            "'due_date' of an action is not a record; it has no 'year'"
        ),
        (
            "ctx.each({ edition.actions[1], edition.plan }, 'text')",
            "ctx.each takes records of one kind and edition; item 2 is not like those before"
        ),
    ]

    @Test("A mistake is told at the first step", arguments: mistakes)
    func tellsMistakes(call: String, message: String) throws {
        #expect(try Lua.failure("for _ in \(call) do end").message == message)
    }

    @Test(
        "What is no list of records is refused",
        arguments: [
            "ctx.each()", "ctx.each(edition.actions)", "ctx.each(edition.plan, 'title')",
            "ctx.each(edition.actions, 1)", "ctx.each(nil, 'text')",
            "ctx.each(edition.actions[1].leads, 'text')", "ctx.each({ 'a' }, 'text')",
        ]
    )
    func refusesOthers(call: String) throws {
        let failure = try Lua.failure("for _ in \(call) do end")
        #expect(
            failure.message
                == "ctx.each takes a list of records and the names of fields, as in "
                + "ctx.each(plan.actions, \"number\", \"text\")"
        )
    }

    @Test("Walking for ever ends with the fuel")
    func walkingIsMetered() throws {
        let failure = try Lua.failure(
            "while true do for _ in ctx.each(edition.actions, 'text') do end end",
            limits: ScriptLimits(fuel: 100_000)
        )
        #expect(failure.reason == .fuel)
    }
}
#endif
