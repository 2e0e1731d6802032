// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Foundation
import Testing

/// Every attack of the corpus ends as its header says, and leaves nothing behind.
///
/// One at a time, since the clock of an attack is a part of what is tested.
@Suite("The corpus of attacks", .serialized) struct AttackCorpusTests {
    static let host = ScriptHost(graceMilliseconds: 500)
    static let guest = LuaScript(
        name: "guest.lua",
        source: Array(
            """
            local t = { b = 2, a = 1, [1] = ("x"):upper(), [2] = math.pi > 3 }
            local s = ""
            for k, v in pairs(t) do s = s .. tostring(k) .. "=" .. tostring(v) .. ";" end
            print(s, math.random(1000))
            return { s, (s:gsub("%d", "n")), table.concat({ 1, 2, 3 }, ","), #utf8.char(233) }
            """.utf8
        )
    )

    @Test("The corpus has at least 150 files, and each says what must come of it")
    func theCorpusIsWhole() {
        #expect(AttackFile.all.count >= 150)
        #expect(AttackFile.all.filter { $0.expectation == nil }.map(\.name) == [])
    }

    @Test(
        "An attack ends as it must, and the next plugin does not notice",
        arguments: AttackFile.all
    )
    func anAttackEndsAsItMust(_ attack: AttackFile) async throws {
        let usual = try await Self.guest.run(on: Self.host)
        let first = await Self.outcome(of: attack)
        if let objection = try attack.objection(to: first.result) { Issue.record("\(objection)") }
        #expect(Self.host.abandonedRuns == 0)
        #expect(!first.wasGivenUp)
        #expect(first.memoryPeak <= attack.limits.memoryBytes + 1 << 20)

        let after = try await Self.guest.run(on: Self.host)
        #expect(after.value == usual.value)
        #expect(after.log == usual.log)
        #expect(after.fuelUsed == usual.fuelUsed)

        // What the clock or the memory ended is not promised twice.
        guard first.isPromised, first.milliseconds < 150 else { return }
        let second = await Self.outcome(of: attack)
        guard second.isPromised else { return }
        #expect(first.fingerprint == second.fingerprint)
    }

    struct Run {
        let result: Result<LuaScript.Outcome, ScriptFailure>
        let milliseconds: Double

        var memoryPeak: UInt64 {
            switch result {
            case .success(let outcome): outcome.memoryPeak
            case .failure(let failure): failure.memoryPeak
            }
        }

        var wasGivenUp: Bool {
            guard case .failure(let failure) = result else { return false }
            return failure.message.contains("did not come back")
        }

        var isPromised: Bool {
            guard case .failure(let failure) = result else { return true }
            return failure.reason != .time && failure.reason != .memory
        }

        /// Everything of a run that must be the same the next time.
        var fingerprint: [String] {
            switch result {
            case .success(let outcome):
                let value = String(decoding: outcome.value.canonicalBytes, as: UTF8.self)
                return ["ok", value, outcome.log, "\(outcome.fuelUsed)"]
            case .failure(let failure):
                return [
                    failure.reason.description, failure.message, failure.log,
                    "\(failure.fuelUsed)", "\(failure.line ?? 0)",
                ]
            }
        }
    }

    static func outcome(of attack: AttackFile) async -> Run {
        let clock = ContinuousClock()
        let start = clock.now
        var result: Result<LuaScript.Outcome, ScriptFailure>
        do throws(ScriptFailure) {
            result = .success(try await attack.script.run(on: host, limits: attack.limits))
        } catch {
            result = .failure(error)
        }
        return Run(result: result, milliseconds: (clock.now - start) / .milliseconds(1))
    }
}
#endif
