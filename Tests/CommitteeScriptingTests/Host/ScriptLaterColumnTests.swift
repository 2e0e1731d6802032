// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import Synchronization
import Testing

@testable import CommitteeScripting

/// Columns that are declared are made when a script first reads them, and once.
@Suite struct ScriptLaterColumnTests {
    /// An edition of three actions whose columns note when they are made.
    private final class Made: Sendable {
        private let names = Mutex<[String]>([])
        var all: [String] { names.withLock { $0 } }

        func edition(broken: Bool = false) throws(ScriptEditionError) -> ScriptEdition {
            try ScriptEdition(types: [("edition", 1), ("action", 3)]) {
                writer throws(ScriptEditionError) in
                try declare("actions", 0, writer) { .list(type: "action", [[0, 1, 2]]) }
                try declare("id", 1, writer) { .text(["a", "b", "c"]) }
                try declare("text", 1, writer) {
                    .text(broken ? ["one"] : ["one", "two", "three"])
                }
                try declare("next", 1, writer) { .reference(type: "action", [1, 2, nil]) }
            }
        }

        private func declare(
            _ name: String,
            _ type: Int,
            _ writer: ScriptEditionWriter,
            _ values: @escaping @Sendable () -> ScriptColumn.Values
        ) throws(ScriptEditionError) {
            try writer.declare(name, in: type) { [self] in
                names.withLock { $0.append(name) }
                return values()
            }
        }
    }

    private static func run(_ body: String, on edition: ScriptEdition) throws -> ScriptValue? {
        try Lua.run(
            ScriptRun(
                program: Lua.report(body),
                calls: [ScriptCall(kind: "report", name: "x", arguments: [.handle(.root())])],
                editions: [edition]
            )
        ).results.first
    }

    @Test(
        "Only what a script reads is made",
        arguments: [
            ("return 1", []),
            ("return #edition.actions", ["actions"]),
            ("return edition.actions[2].text", ["actions", "text"]),
            ("return tostring(edition.actions[2])", ["actions", "id"]),
            ("return edition.actions[1].next.next.id", ["actions", "next", "id"]),
            (
                "local n = 0 for _ in pairs(edition.actions[3]) do n = n + 1 end return n",
                ["actions", "id", "text", "next"]
            ),
        ]
    )
    func onlyWhatIsRead(body: String, names: [String]) throws {
        let made = Made()
        _ = try Self.run(body, on: made.edition())
        #expect(made.all == names)
    }

    @Test("What was made stays for later runs, and is counted")
    func madeOnce() throws {
        let made = Made()
        let edition = try made.edition()
        let before = edition.byteCount
        for _ in 0..<3 {
            #expect(try Self.run("return edition.actions[3].text", on: edition) == .string("three"))
        }
        #expect(made.all == ["actions", "text"])
        #expect(edition.byteCount > before)
    }

    @Test("Runs that read a column at the same moment make it once")
    func madeOnceByMany() async throws {
        let made = Made()
        let edition = try made.edition()
        let body = "return edition.actions[1].text .. edition.actions[1].next.id"
        try await withThrowingTaskGroup(of: ScriptValue?.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    let run = ScriptRun(
                        program: Lua.report(body),
                        calls: [
                            ScriptCall(kind: "report", name: "x", arguments: [.handle(.root())])
                        ],
                        editions: [edition]
                    )
                    return try await Lua.host.run(run).results.first
                }
            }
            for try await value in group { #expect(value == .string("oneb")) }
        }
        #expect(made.all.sorted() == ["actions", "id", "next", "text"])
    }

    @Test("A column that cannot be made ends the run that reads it, and another reads the others")
    func brokenColumn() throws {
        let made = Made()
        let edition = try made.edition(broken: true)
        for _ in 0..<2 {
            let error = try #require(throws: ScriptFailure.self) {
                try Self.run(
                    "return pcall(function() return edition.actions[1].text end)",
                    on: edition
                )
            }
            #expect(error.reason == .memory)
            #expect(error.message == "'text' of an action does not fit into memory")
        }
        #expect(made.all == ["actions", "text", "text"])
        #expect(try Self.run("return edition.actions[1].id", on: edition) == .string("a"))
    }

    @Test("A maker lives as long as the edition, and no longer")
    func makersAreReleased() throws {
        weak var held: Made?
        do {
            let made = Made()
            held = made
            let edition = try made.edition()
            #expect(held != nil)
            _ = edition
        }
        #expect(held == nil)
    }
}
#endif
