// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeScripting
import Synchronization
import Testing

/// A kill jumps over nothing that Swift holds: every object of every callback is released.
@Suite("What a killed run releases", .serialized) struct ReleaseTests {
    /// Counts how many of its kind are alive.
    final class Witness: Sendable {
        static let alive = Atomic(0)
        static let made = Atomic(0)
        let word: String

        init(_ word: String) {
            self.word = word
            Self.alive.add(1, ordering: .relaxed)
            Self.made.add(1, ordering: .relaxed)
        }

        deinit { Self.alive.subtract(1, ordering: .relaxed) }
    }

    static let endings: [(end: String, reason: ScriptFailure.Reason)] = [
        ("while true do end", .fuel),
        ("local t = {} while true do t[#t + 1] = { {} } end", .memory),
        ("local function f() return 1 + f() end f()", .stack),
        ("return ('x'):rep(1e9)", .string),
        ("error('x')", .lua),
        ("return print", .result),
        // What is given to a writer counts as memory, since it stays in what is written.
        ("while true do pcall(host.ask, { 1 }) end", .memory),
    ]

    @Test("100,000 callbacks and a kill release every object", arguments: endings)
    func callbacksAreReleased(end: String, reason: ScriptFailure.Reason) throws {
        let made = Witness.made.load(ordering: .relaxed)
        let perEnding = 100_000 / Self.endings.count + 1
        let main = """
            local host = ...
            for i = 1, \(perEnding) do
              local ok, word = pcall(host.ask, i)
              if i % 3 == 0 then assert(not ok) else assert(word) end
            end
            \(end)
            """
        let witness = Witness("held by the closure")
        let run = ScriptRun(
            program: ScriptProgram(
                plugin: "x",
                files: [ScriptFile(name: "main.lua", text: main)],
                kinds: []
            ),
            calls: [.main(arguments: [.handle(.object(0))])],
            objects: [ScriptObject(name: "host", functions: ["ask"])],
            limits: ScriptLimits(
                fuel: 20_000_000,
                memoryBytes: 32 << 20,
                milliseconds: 60_000
            ),
            answer: { call in
                let one = Witness("\(call.arguments.count)")
                guard case .integer(let number)? = call.arguments.first else { return .null }
                if number % 3 == 0 { throw ScriptRefusal(one.word + witness.word) }
                return .list([.string(one.word), .string(witness.word)])
            }
        )
        let failure = #expect(throws: ScriptFailure.self) { try ScriptHost().runBlocking(run) }
        #expect(failure?.reason == reason, "\(failure?.detailedDescription ?? "")")
        #expect(Witness.made.load(ordering: .relaxed) - made > perEnding)
        // The witness that the closure holds is the one that is left.
        #expect(Witness.alive.load(ordering: .relaxed) == 1)
        withExtendedLifetime(witness) {}
    }
}
#endif
