// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import Testing

@testable import CommitteeScripting

/// However a column is kept (once, as codes, or text by text), Lua and Swift read what was given.
@Suite struct ScriptColumnTests {
    static let patterns: [(String, @Sendable (Int) -> String?)] = [
        ("one text", { _ in "the same for all" }),
        ("nothing", { _ in nil }),
        ("empty", { _ in "" }),
        ("few", { ["R", "A", "G", nil, ""][$0 % 5] }),
        ("all different", { "text number \($0)" }),
        ("different after a while", { $0 < 100 ? "same" : "text \($0)" }),
        ("half", { $0 % 2 == 0 ? "even" : "odd \($0)" }),
        ("long", { String(repeating: "é", count: 50 + $0 % 70) }),
        ("absent among many", { $0 % 3 == 0 ? nil : "x\($0)" }),
    ]
    static let counts = [1, 2, 64, 65, 66, 129, 500]

    @Test("Texts are read as given", arguments: patterns.map(\.0), counts)
    func textsAreKept(name: String, count: Int) throws {
        let pattern = try #require(Self.patterns.first { $0.0 == name }?.1)
        let texts = (0..<count).map(pattern)
        let edition = try ScriptEdition(types: [
            ScriptRecordType(
                "edition",
                rows: 1,
                columns: [
                    ScriptColumn("rows", .list(type: "row", [Array(0..<count)])),
                    ScriptColumn("all", .textList([texts.compactMap { $0 }])),
                ]
            ),
            ScriptRecordType(
                "row",
                rows: count,
                columns: [
                    ScriptColumn("text", .text(texts)),
                    ScriptColumn("text_markup", .text(texts.map { $0.map { $0 + "" } })),
                    ScriptColumn("other_markup", .text(texts.map { $0.map { $0 + "!" } })),
                    ScriptColumn("none", .textList(texts.map { _ in [] })),
                    ScriptColumn("plain", .value(texts.map { $0.map { .string($0) } ?? .null })),
                ]
            ),
        ])
        let read = try Self.read(edition)
        let given = texts.map { $0 ?? "-" }
        #expect(read["text"] == given)
        #expect(read["markup"] == given)
        #expect(read["other"] == texts.map { $0.map { $0 + "!" } ?? "-" })
        #expect(read["plain"] == given)
        #expect(read["all"] == texts.compactMap { $0 })
        for row in 0..<count {
            let handle = ScriptHandle.record(type: 1, row: row)
            #expect(edition.field("text", of: handle) == (texts[row].map { .string($0) } ?? .null))
        }
    }

    private static func read(_ edition: ScriptEdition) throws -> [String: [String]] {
        let body = """
            local read = { text = {}, markup = {}, other = {}, plain = {}, all = {} }
            for twice = 1, 2 do
              for i, row in ipairs(edition.rows) do
                read.text[i] = row.text or "-"
                read.markup[i] = row.text_markup or "-"
                read.other[i] = row.other_markup or "-"
                read.plain[i] = row.plain or "-"
                if #row.none ~= 0 then error("a list that was empty") end
              end
            end
            for i, text in ipairs(edition.all) do read.all[i] = text end
            return read
            """
        let outcome = try Lua.run(
            ScriptRun(
                program: Lua.report(body),
                calls: [ScriptCall(kind: "report", name: "x", arguments: [.handle(.root())])],
                editions: [edition]
            )
        )
        let map = try #require(outcome.results.first?.map)
        return Dictionary(
            uniqueKeysWithValues: map.entries.map { entry in
                (entry.name, (entry.value.items ?? []).compactMap(\.string))
            }
        )
    }

    @Test("A column that says one thing takes no more room with more rows")
    func sameValuesAreKeptOnce() throws {
        func size(_ rows: Int) throws -> Int {
            try ScriptEdition(types: [
                ScriptRecordType("edition", rows: 1, columns: []),
                ScriptRecordType(
                    "row",
                    rows: rows,
                    columns: [
                        ScriptColumn("text", .text(Array(repeating: "same", count: rows))),
                        ScriptColumn("count", .integer(Array(repeating: 7, count: rows))),
                        ScriptColumn("leads", .textList(Array(repeating: [], count: rows))),
                    ]
                ),
            ]).byteCount
        }
        #expect(try size(10_000) == size(10))
    }

    @Test("A record of a row that the edition does not have is refused by Lua and by Swift")
    func rowsAreChecked() throws {
        let edition = try Fixture.edition()
        #expect(edition.field("text", of: .record(type: 2, row: 3)) == nil)
        #expect(edition.field("txet", of: .record(type: 2, row: 0)) == nil)
        #expect(edition.field("text", of: .record(type: 9, row: 0)) == nil)
        #expect(edition.items(of: .record(type: 2, row: 0)) == nil)
    }
}
#endif
