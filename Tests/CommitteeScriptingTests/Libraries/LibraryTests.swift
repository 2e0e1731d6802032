// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import Testing

@testable import CommitteeScripting

/// What the library functions answer where it is subtle, or where it differs from stock Lua.
@Suite struct LibraryTests {
    static func texts(_ items: String...) -> ScriptValue { .list(items.map { .string($0) }) }

    static func integers(_ items: Int64...) -> ScriptValue { .list(items.map { .integer($0) }) }

    static let patterns: [(String, ScriptValue)] = [
        ("return { ('key = value'):match('^(%w+)%s*=%s*(%w+)$') }", texts("key", "value")),
        (
            "return { ('hello'):find('l()(l)') }",
            .list([.integer(3), .integer(4), .integer(4), .string("l")])
        ),
        ("return ('f(a(b)c)d'):match('%b()')", .string("(a(b)c)")),
        (
            "return (('THE (quick) fox'):gsub('%f[%a]%a+', '<%0>'))",
            .string("<THE> (<quick>) <fox>")
        ),
        ("return ('say \"\"\"hi\"\"\"'):match('([\"]+)hi%1')", .string("\"\"\"")),
        ("return (('abc'):gsub('%w', '%0%0'))", .string("aabbcc")),
        ("return (('abc'):gsub('', '-'))", .string("-a-b-c-")),
        ("return (('a b  c'):gsub(' *', '-'))", .string("-a-b-c-")),
        ("return { ('abc'):gsub('b', { b = false }) }", .list([.string("abc"), .integer(1)])),
        (
            "return (('x y'):gsub('%w', setmetatable({}, { __index = function(_, k) return k .. k end })))",
            .string("xx yy")
        ),
        ("return (('aaa'):gsub('a', 'b', 2))", .string("bba")),
        (
            "local t = {} for k, v in ('a=1, b=2'):gmatch('(%w+)=(%w+)') do t[#t + 1] = k .. v end return t",
            texts("a1", "b2")
        ),
        (
            "local t = {} for w in ('one two'):gmatch('%a+', 3) do t[#t + 1] = w end return t",
            texts("e", "two")
        ),
        ("local n = 0 for _ in ('abc'):gmatch('x*') do n = n + 1 end return n", .integer(4)),
        ("return ('a.b'):find('.', 1, true)", .integer(2)),
        ("return ('a\\0b'):find('\\0')", .integer(2)),
        ("return ('[]]'):match('[]]+')", .string("]]")),
        ("return ('a-z'):match('[a%-z]+')", .string("a-z")),
        ("return ('0123'):match('^0?(%d-)3$')", .string("12")),
        ("return #(('x'):rep(1000):match('.-.-.-$'))", .integer(1000)),
        ("return ('ä'):find('[\\xC3][\\xA4]')", .integer(1)),
    ]

    @Test(arguments: patterns) func aPatternMatches(body: String, answer: ScriptValue) throws {
        #expect(try Lua.value(body) == answer)
    }

    static let texts: [(String, ScriptValue)] = [
        (
            "return ('%5.1f|%-6s|%03d|%x|%c|%%'):format(3.14159, 'ab', 7, 255, 65)",
            .string("  3.1|ab    |007|ff|A|%")
        ),
        ("return ('%q'):format('a\\n\"\\0001')", .string("\"a\\\n\\\"\\0001\"")),
        ("return ('%q'):format(1 / 3)", .string("0x1.5555555555555p-2")),
        (
            "return ('%q %q %q'):format(math.mininteger, 1 / 0, true)",
            .string("0x8000000000000000 1e9999 true")
        ),
        ("return ('%s %s %s'):format({}, print, nil)", .string("table function nil")),
        ("return ('%d'):format('10')", .string("10")),
        ("return ('%i'):format(3.0)", .string("3")),
        (
            "return ('%s'):format(setmetatable({}, { __tostring = function() return 'mine' end }))",
            .string("mine")
        ),
        ("return tostring(setmetatable({}, { __name = 'My.Type' }))", .string("My.Type")),
        ("return tostring(setmetatable({}, { __name = 5 }))", .string("table")),
        (
            "return { tostring(1e15), tostring(2^53), tostring(-0.0), tostring(1e100) }",
            texts("1e+15", "9.007199254741e+15", "-0.0", "1e+100")
        ),
        ("return ('ab'):rep(3, '-')", .string("ab-ab-ab")),
        ("return ('ab'):rep(0) .. ('ab'):rep(-5) .. (''):rep(1e15)", .string("")),
        ("return ('aÄ'):upper()", .string("AÄ")),
        ("return { ('abc'):byte(-2, -1) }", integers(98, 99)),
        ("return ('hello'):sub(-3, 4)", .string("ll")),
        ("return string.pack('<i4', 258):byte(2)", .integer(1)),
        ("return (string.unpack('z', 'ab\\0cd'))", .string("ab")),
        ("return '10' + 5", .integer(15)),
        ("return '0x10' * '2'", .integer(32)),
        ("return tonumber('zz', 36)", .integer(1295)),
        (
            "return { utf8.len('aä\\xff') == nil, utf8.len('aä€') }",
            .list([.bool(true), .integer(3)])
        ),
        (
            "local t = {} for p, c in utf8.codes('aä€') do t[#t + 1] = p * 10000 + c end return t",
            integers(10_097, 20_228, 48_364)
        ),
        ("return utf8.char(72, 228, 8364, 0x10FFFF)", .string("Hä€\u{10FFFF}")),
        ("return utf8.offset('aä€', -1)", .integer(4)),
    ]

    @Test(arguments: texts) func aTextIsMade(body: String, answer: ScriptValue) throws {
        #expect(try Lua.value(body) == answer)
    }

    static let lying =
        "local t = setmetatable({}, { __len = function() return 3 end, __index = function(_, k) return k * 2 end })\n"

    static let tables: [(String, ScriptValue)] = [
        (lying + "return table.concat(t, ' ')", .string("2 4 6")),
        (lying + "return { table.unpack(t) }", integers(2, 4, 6)),
        (lying + "table.insert(t, 9) return rawget(t, 4)", .integer(9)),
        (lying + "return table.remove(t, 1)", .integer(2)),
        (
            lying
                + "table.sort(t, function(a, b) return a > b end) return { rawget(t, 1), rawget(t, 2), rawget(t, 3) }",
            integers(6, 4, 2)
        ),
        (
            "local log = {} local t = setmetatable({}, { __newindex = function(_, k, v) log[#log + 1] = k .. v end })\ntable.move({ 'a', 'b' }, 1, 2, 5, t) return log",
            texts("5a", "6b")
        ),
        ("return table.move({ 1, 2, 3 }, 2, 3, 1)", integers(2, 3, 3)),
        ("return table.move({ 1, 2, 3 }, 1, 3, 2)", integers(1, 1, 2, 3)),
        ("return table.pack(1, nil, 3).n", .integer(3)),
        ("return table.concat({ 1, 2.5, 'x' }, ', ')", .string("1, 2.5, x")),
        ("return table.concat({}, 'x', 1, 0)", .string("")),
        (
            "return table.concat(edition.actions[1].leads, ' and ', 1, 2)",
            .string("Social work and Police")
        ),
        ("return { table.unpack(edition.actions[1].leads) }", texts("Social work", "Police")),
        (
            "local t = { { 'b', 1 }, { 'a', 2 }, { 'b', 3 }, { 'a', 4 } }\ntable.sort(t, function(x, y) return x[1] < y[1] end)\nlocal s = '' for _, v in ipairs(t) do s = s .. v[2] end return s",
            .string("2413")
        ),
        (
            "local t = { 5, 3, 9 } pcall(table.sort, t, function() error('no') end) return t",
            integers(5, 3, 9)
        ),
        (
            "local t = {} for i = 1, 200 do t[i] = i end table.sort(t, function() return true end)\nlocal sum = 0 for _, v in ipairs(t) do sum = sum + v end return sum",
            .integer(20_100)
        ),
        (
            "local t = { 3, 1, 2 } table.sort(t, function(a, b) t[1] = nil return a < b end) return t",
            integers(1, 2, 3)
        ),
        (
            "local t = { 2, 1.5, 10, -1 } table.sort(t) return table.concat(t, ' ')",
            .string("-1 1.5 2 10")
        ),
        (
            "local t = { 'b', 'B', 'a', '', 'ä' } table.sort(t) return t",
            texts("", "B", "a", "b", "ä")
        ),
    ]

    @Test(arguments: tables) func aTableFunctionAnswers(body: String, answer: ScriptValue) throws {
        #expect(try Lua.value(body) == answer)
    }

    static let orders: [(String, ScriptValue)] = [
        (
            "local t = { 10, 20, [2.5] = 1, z = 1, a = 1, [true] = 1, [-3] = 1 }\nlocal s = '' for k in next, t do s = s .. tostring(k) .. ' ' end return s",
            .string("-3 1 2 2.5 a z true ")
        ),
        (
            "local t = { a = 1, b = 2, c = 3, d = 4 }\nlocal n = 0 for k in next, t do n = n + 1 t[k] = nil end return { n, next(t) }",
            integers(4)
        ),
        (
            "local t, s = { a = 1, b = 2, c = 3 }, ''\nfor k in next, t do s = s .. k t[k] = nil local probe = next(t) end return s",
            .string("abc")
        ),
        (
            "local t, s = { 1, 2, 3, 4 }, 0\nfor k, v in pairs(t) do s = s + v t[k + 1] = nil end return s",
            .integer(4)
        ),
        (
            "local t, n = { x = 1, y = 2, z = 3 }, 0\nfor a in next, t do for b in next, t do n = n + 1 end end return n",
            .integer(9)
        ),
        (
            "local t = { a = 1 } next(t) t.b = 2 return { next(t, 'a') }",
            .list([.string("b"), .integer(2)])
        ),
        ("return { next({ 7 }, 1.0) }", .list([])),
        (
            "local s = {} for k in pairs({ [ctx.date('2020-01-02')] = 1, [ctx.date('1969-01-02')] = 1 }) do s[#s + 1] = tostring(k) end return s",
            texts("1969-01-02", "2020-01-02")
        ),
        (
            "local t = { [{}] = 1 } t[next({ x = 1 })] = 2 return { t.x, rawlen(t), #t }",
            .list([.integer(2), .integer(0), .integer(0)])
        ),
    ]

    /// Their order would be that of their addresses, which differ from run to run.
    @Test(arguments: [
        ("for k in pairs({ [{}] = 1, x = 1 }) do end", "table"),
        ("for k in pairs({ [print] = 1 }) do end", "function"),
        ("for k in pairs({ [coroutine.create(print)] = 1 }) do end", "thread"),
        ("return next({ [{}] = 1, x = 1 })", "table"),
        ("local key = {} return next({ [key] = 1, x = 1 }, key)", "table"),
        ("return next({ [print] = 1, x = 1 }, 'x')", "function"),
        ("local t = {} for i = 1, 100 do t[i] = i end t[{}] = 1 for k in pairs(t) do end", "table"),
    ])
    func keysWithoutAnOrderAreAnError(body: String, kind: String) throws {
        let failure = try Lua.failure(body)
        #expect(
            failure.message
                == "a table cannot be gone through that has a \(kind) among its keys, since "
                + "those have no order; use texts or numbers as keys, such as item.id, or keep a list"
        )
    }

    @Test func aKeyWithoutAnOrderThatIsNotThereIsInvalid() throws {
        #expect(try Lua.failure("return next({ x = 1 }, {})").message == "invalid key to 'next'")
    }

    @Test(arguments: orders) func keysHaveAnOrder(body: String, answer: ScriptValue) throws {
        #expect(try Lua.value(body) == answer)
    }

    static let calls: [(String, ScriptValue)] = [
        ("return { pcall(error, 'x', 0) }", .list([.bool(false), .string("x")])),
        ("return select('#', pcall(function() return 1, nil, nil end))", .integer(4)),
        (
            "return { xpcall(error, function(m) return m .. '!' end, 'x', 0) }",
            .list([.bool(false), .string("x!")])
        ),
        (
            "return { xpcall(function(a, b) return a + b end, print, 1, 2) }",
            .list([.bool(true), .integer(3)])
        ),
        (
            "local c = coroutine.wrap(function() return pcall(function() return coroutine.yield(1) + 1 end) end) c() return { c(5) }",
            .list([.bool(true), .integer(6)])
        ),
        (
            "local c = coroutine.wrap(function() return xpcall(function() coroutine.yield() error('e', 0) end, function(m) return m .. m end) end) c() return { c() }",
            .list([.bool(false), .string("ee")])
        ),
        (
            "math.randomseed(42) local a = math.random(1000) math.randomseed(42) return a == math.random(1000)",
            .bool(true)
        ),
        (
            "local a = math.random(1 << 40) math.randomseed() return a == math.random(1 << 40)",
            .bool(true)
        ),
        ("return select(-2, 'a', 'b', 'c')", .string("b")),
    ]

    @Test(arguments: calls) func aBasicFunctionAnswers(body: String, answer: ScriptValue) throws {
        #expect(try Lua.value(body) == answer)
    }
}
#endif
