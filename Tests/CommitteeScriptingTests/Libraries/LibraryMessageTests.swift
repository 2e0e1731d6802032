// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import Testing

@testable import CommitteeScripting

/// The errors of the library functions, word for word those of Lua 5.4.4 but for the last table.
@Suite struct LibraryMessageTests {
    static let own: [(String, String)] = [
        ("('a'):find('%')", "malformed pattern (ends with '%')"),
        ("('a'):find('[a')", "malformed pattern (missing ']')"),
        ("('a'):find('[]')", "malformed pattern (missing ']')"),
        ("('a'):find('%b')", "malformed pattern (missing arguments to '%b')"),
        ("('a'):find('%fa')", "missing '[' after '%f' in pattern"),
        ("('a'):find('%1')", "invalid capture index %1"),
        ("('a'):find('(a')", "unfinished capture"),
        ("('x'):rep(1 << 31)", "resulting string too large"),
        ("('a'):match('a)')", "invalid pattern capture"),
        ("('a'):find(('()'):rep(33))", "too many captures"),
        ("('a'):rep(300):find(('a?'):rep(250))", "pattern too complex"),
        ("('a'):gsub('a', '%2')", "invalid capture index %2"),
        ("('a'):gsub('a', '%x')", "invalid use of '%' in replacement string"),
        ("('a'):gsub('a', function() return {} end)", "invalid replacement value (a table)"),
        (
            "('a'):gsub('a')",
            "bad argument #2 to 'gsub' (string/function/table expected, got no value)"
        ),
        ("('%d'):format('x')", "bad argument #1 to 'format' (number expected, got string)"),
        (
            "string.format('%d', 1.5)",
            "bad argument #2 to 'format' (number has no integer representation)"
        ),
        ("string.format('%y', 1)", "invalid conversion '%y' to 'format'"),
        ("string.format('%100d', 1)", "invalid conversion specification: '%100d'"),
        ("string.format('%0000000000000000000000d', 1)", "invalid format (too long)"),
        ("string.format('%5q', 'x')", "specifier '%q' cannot have modifiers"),
        ("string.format('%q', {})", "bad argument #2 to 'format' (value has no literal form)"),
        ("string.format('%5s', 'a\\0b')", "bad argument #2 to 'format' (string contains zeros)"),
        ("string.format('%s')", "bad argument #2 to 'format' (no value)"),
        (
            "tostring(setmetatable({}, { __tostring = function() return {} end }))",
            "'__tostring' must return a string"
        ),
        ("string.char(256)", "bad argument #1 to 'char' (value out of range)"),
        ("string.pack('i17', 1)", "integral size (17) out of limits [1,16]"),
        ("table.insert({}, 5, 1)", "bad argument #2 to 'insert' (position out of bounds)"),
        ("table.insert({}, 1, 2, 3)", "wrong number of arguments to 'insert'"),
        ("table.insert({})", "wrong number of arguments to 'insert'"),
        ("table.insert('x', 1)", "bad argument #1 to 'insert' (table expected, got string)"),
        ("table.remove({}, 5)", "bad argument #1 to 'remove' (position out of bounds)"),
        (
            "table.move({}, 1, math.maxinteger, 2)",
            "bad argument #4 to 'move' (destination wrap around)"
        ),
        (
            "table.move({}, -1, math.maxinteger, 2)",
            "bad argument #3 to 'move' (too many elements to move)"
        ),
        ("table.concat({ 1, {}, 3 })", "invalid value (table) at index 2 in table for 'concat'"),
        ("table.concat({}, '', 1, 1e8)", "invalid value (nil) at index 1 in table for 'concat'"),
        ("table.unpack({}, 1, 1e8)", "too many results to unpack"),
        ("table.sort({ 1, 'x' })", "attempt to compare string with number"),
        ("table.sort({ {}, {} })", "attempt to compare two table values"),
        (
            "table.sort({}, 5)  table.sort({ 1, 2 }, 5)",
            "bad argument #2 to 'sort' (function expected, got number)"
        ),
        (
            "table.sort(setmetatable({}, { __len = function() return 'x' end }))",
            "object length is not an integer"
        ),
        (
            "table.sort(setmetatable({}, { __len = function() return 1 << 40 end }))",
            "bad argument #1 to 'sort' (array too big)"
        ),
        (
            "coroutine.wrap(function() table.sort({ 2, 1 }, coroutine.yield) end)()",
            "attempt to yield across a C-call boundary"
        ),
        (
            "for k in next, 5 do end",
            "bad argument #1 to 'for iterator' (table expected, got number)"
        ),
        ("pairs()", "bad argument #1 to 'pairs' (value expected)"),
        ("xpcall(print)", "bad argument #2 to 'xpcall' (function expected, got no value)"),
        ("select(0)", "bad argument #1 to 'select' (index out of range)"),
        ("utf8.codepoint('\\xff')", "invalid UTF-8 code"),
        ("utf8.offset('ä', 1, 2)", "initial position is a continuation byte"),
        ("utf8.char(-1)", "bad argument #1 to 'char' (value out of range)"),
        ("math.random(0, -1)", "bad argument #1 to 'random' (interval is empty)"),
        ("return 'x' + 1", "attempt to add a 'string' with a 'number'"),
    ]

    @Test(arguments: own) func anErrorIsLuasOwn(body: String, message: String) throws {
        #expect(Self.words(of: try Lua.failure(body)) == message)
        let script =
            "report \"x\" (function()\nlocal ok, m = pcall(function() \(body) end) return m\nend)"
        let stock = try LibraryFuzzTests.stockAnswer(script)
        let place = "main.lua:2: "
        #expect((stock.hasPrefix(place) ? String(stock.dropFirst(place.count)) : stock) == message)
    }

    static let other: [(String, String)] = [
        ("pairs(nil)", "bad argument #1 to 'pairs' (table expected, got nil)"),
        ("next({}, 'x')", "invalid key to 'next'"),
        ("string.format('%p', {})", "'%p' is not offered to plugins: it shows addresses"),
        ("setmetatable({}, { __gc = false })", "'__gc' is not offered to plugins"),
        ("table.insert(edition.actions, 1)", "lists of an edition are read-only"),
        ("collectgarbage()", "unknown global 'collectgarbage'"),
        ("string.dump(print)", "attempt to call a nil value (field 'dump')"),
    ]

    @Test(arguments: other) func anErrorIsTheHosts(body: String, message: String) throws {
        #expect(Self.words(of: try Lua.failure(body)) == message)
    }

    /// A message without what stands behind it in plain words, after a semicolon.
    private static func words(of failure: ScriptFailure) -> String {
        String(failure.message.prefix { $0 != ";" })
    }

    static let small = ScriptLimits(
        fuel: 3_000_000,
        memoryBytes: 16 << 20,
        milliseconds: 60_000
    )

    /// Each took seconds or never came back as one call of a stock function.
    static let endless: [(String, ScriptFailure.Reason)] = [
        ("return ('a'):rep(30000):find('.-.-.-.-b')", .fuel),
        ("return ('a'):rep(30000):find(('a*'):rep(30) .. 'b')", .fuel),
        ("return ('a'):rep(90):find(('a?'):rep(90) .. ('a'):rep(90) .. 'b')", .fuel),
        ("return ('('):rep(200000):find('%b()')", .fuel),
        ("return ('x'):rep(100000):gsub('x*.-$y', '')", .fuel),
        ("return ('x'):rep(1e9)", .string),
        ("return ('x'):rep(1000, ('y'):rep(50000))", .string),
        ("return string.pack('c2147483647', '')", .string),
        ("table.move({}, 1, math.maxinteger - 1, 2)", .fuel),
        ("table.insert(setmetatable({}, { __len = function() return 1 << 62 end }), 1, 1)", .fuel),
        ("table.remove(setmetatable({}, { __len = function() return 1 << 62 end }), 1)", .fuel),
        (
            "table.concat(setmetatable({}, { __len = function() return 1 << 62 end, __index = function() return '' end }))",
            .fuel
        ),
        ("table.sort({ 3, 2, 1 }, function() while true do end end)", .fuel),
        (
            "local t = {} for i = 1, 1000 do t[i] = i end while true do pcall(table.sort, t, function() error('x') end) end",
            .fuel
        ),
        (
            "local s = ('x'):rep(1000000) while true do pcall(string.gsub, s, '', function() error('e') end) end",
            .fuel
        ),
        ("local s = ('1'):rep(1000000) while true do local n = s + 1 end", .fuel),
        (
            "local t = {} for i = 1, 20000 do t['k' .. i] = i end while true do for k in pairs(t) do break end end",
            .fuel
        ),
        ("while true do local a = { table.unpack({}, 1, 5000) } end", .fuel),
        ("local s = ('\\x80'):rep(1000000) while true do utf8.offset(s, -1) end", .fuel),
        ("while true do string.packsize(('b'):rep(60000)) end", .fuel),
    ]

    @Test(arguments: endless) func oneCallCannotOutlastTheRun(
        body: String,
        reason: ScriptFailure.Reason
    ) throws {
        #expect(try Lua.failure(body, limits: Self.small).reason == reason)
    }
}
#endif
