// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import Foundation
import Glibc
import Synchronization
import Testing

@testable import CommitteeScripting

/// What the tests of the host share: short ways to run a text of Lua.
enum Lua {
    /// A host with so much grace that a busy machine gives up no run.
    static let host = ScriptHost(graceMilliseconds: 60_000)

    static func program(_ main: String, _ others: [String: String] = [:]) -> ScriptProgram {
        let libraries = others.sorted { $0.key < $1.key }
            .map { ScriptFile(name: $0.key, text: $0.value) }
        return ScriptProgram(
            plugin: "demo",
            files: [ScriptFile(name: "main.lua", text: main)] + libraries,
            kinds: ["layout", "report", "status_scheme", "reminder", "timescale_words"]
        )
    }

    /// A report called `x` whose body is the text given, on one line after its head.
    static func report(_ body: String) -> ScriptProgram {
        program("report \"x\" (function(edition, doc, ctx)\n\(body)\nend)")
    }

    static func run(_ run: ScriptRun) throws(ScriptFailure) -> ScriptOutcome {
        try host.runBlocking(run)
    }

    /// Runs the body of a report on the edition of the tests, with `doc` and `ctx`.
    static func outcome(
        of body: String,
        limits: ScriptLimits = ScriptLimits(),
        answer: @escaping @Sendable (ScriptHostCall) throws -> ScriptValue = { _ in .null }
    ) throws -> ScriptOutcome {
        let edition = try Fixture.edition()
        return try run(
            ScriptRun(
                program: report(body),
                calls: [
                    ScriptCall(
                        kind: "report",
                        name: "x",
                        arguments: [.handle(.root()), .handle(.object(0)), .handle(.object(1))]
                    )
                ],
                editions: [edition],
                objects: Fixture.objects,
                seed: 7,
                limits: limits,
                answer: answer
            )
        )
    }

    /// What a report's body returns.
    static func value(
        _ body: String,
        limits: ScriptLimits = ScriptLimits()
    ) throws -> ScriptValue {
        try #require(try outcome(of: body, limits: limits).results.first)
    }

    /// The failure of a report's body.
    static func failure(
        _ body: String,
        limits: ScriptLimits = ScriptLimits()
    ) throws -> ScriptFailure {
        try #require(throws: ScriptFailure.self) { try outcome(of: body, limits: limits) }
    }

    /// The failure of a `main.lua`.
    static func failure(declaring main: String) throws -> ScriptFailure {
        try #require(throws: ScriptFailure.self) {
            try run(ScriptRun(program: program(main)))
        }
    }
}

extension String {
    /// The words of a failure without how often which line ran.
    var withoutCounts: String {
        guard let start = range(of: "; in the last "), let end = range(of: "see that its loop ends")
        else {
            return self
        }
        return String(self[..<start.lowerBound] + self[end.upperBound...])
    }
}

/// A small edition: a root, three actions, and a plan.
enum Fixture {
    static let today: Int32 = 20_757  // 31 October 2026

    static func edition() throws(ScriptEditionError) -> ScriptEdition {
        try ScriptEdition(types: [
            ScriptRecordType(
                "edition",
                rows: 1,
                columns: [
                    ScriptColumn("plan", .reference(type: "plan", [0])),
                    ScriptColumn("actions", .list(type: "action", [[0, 1, 2]])),
                ]
            ),
            ScriptRecordType(
                "plan",
                rows: 1,
                columns: [
                    ScriptColumn("title", .text(["A plan"])),
                    ScriptColumn(
                        "key",
                        .value([
                            .map(ScriptMap([("G", .string("green")), ("A", .string("amber"))]))
                        ])
                    ),
                ]
            ),
            ScriptRecordType(
                "action",
                rows: 3,
                columns: [
                    ScriptColumn("id", .text(["1.1", "1.2", nil])),
                    ScriptColumn("text", .text(["Do one thing", "Do another", "Rest"])),
                    ScriptColumn("due_date", .date([today - 30, today + 1, nil])),
                    ScriptColumn("count", .integer([1, nil, -3])),
                    ScriptColumn("share", .number([0.5, nil, 2])),
                    ScriptColumn("completed", .bool([true, false, nil])),
                    ScriptColumn("leads", .textList([["Social work", "Police"], [], ["Health"]])),
                    ScriptColumn("plan", .reference(type: "plan", [0, nil, 0])),
                ]
            ),
        ])
    }

    static let objects = [
        ScriptObject(name: "doc", functions: ["heading", "table"], hasMethods: true),
        ScriptObject(
            name: "ctx",
            functions: ["working_days"],
            isContext: true,
            fields: ScriptMap([
                ("today", .date(today)), ("settings", .map(ScriptMap([("limit", .integer(3))]))),
            ])
        ),
    ]
}

/// Holds a thread until it is opened.
final class Gate: Sendable {
    private let isOpen = Mutex(false)

    func wait() {
        while !isOpen.withLock({ $0 }) { usleep(1_000) }
    }

    func open() { isOpen.withLock { $0 = true } }
}
#endif
