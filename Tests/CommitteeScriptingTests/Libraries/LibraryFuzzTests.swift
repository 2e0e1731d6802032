// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeTestKit
import Foundation
import StockLua
import Testing

@testable import CommitteeScripting

/// Random calls of the library functions answer as stock Lua does, results and error texts alike.
///
/// `make fuzz-libraries` runs a million of them; `LIBRARY_CALLS` and `LIBRARY_SEED` choose others.
@Suite struct LibraryFuzzTests {
    static let batch = 2_000

    static func number(_ name: String, otherwise: UInt64) -> UInt64 {
        ProcessInfo.processInfo.environment[name].flatMap(UInt64.init) ?? otherwise
    }

    /// The script that makes the calls, for one seed.
    static func script(seed: UInt64) throws -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "random-calls.lua")
        return try String(contentsOf: file, encoding: .utf8)
            .replacingOccurrences(of: "SEED", with: String(seed >> 2 | 1))
            .replacingOccurrences(of: "COUNT", with: String(batch))
    }

    static func stockAnswer(_ script: String) throws -> String {
        var length = 0
        var script = script
        let answer = script.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                stock_lua_report($0.baseAddress, $0.count, &length)
            }
        }
        let text = try #require(answer)
        defer { free(text) }
        return String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
    }

    static func ownAnswer(_ script: String) throws -> String {
        let outcome = try Lua.run(
            ScriptRun(
                program: Lua.program(script),
                calls: [ScriptCall(kind: "report", name: "calls")],
                limits: ScriptLimits(fuel: .max, milliseconds: 600_000)
            )
        )
        guard case .string(let text)? = outcome.results.first else { return "no text" }
        return text
    }

    @Test func callsAnswerAsStockLuaDoes() throws {
        let calls = Self.number("LIBRARY_CALLS", otherwise: 20_000)
        let seed = Self.number("LIBRARY_SEED", otherwise: 1)
        var seeds = SeededGenerator(seed: seed)
        let clock = ContinuousClock()
        let taken = try clock.measure {
            for _ in 0..<max(1, calls / UInt64(Self.batch)) {
                let script = try Self.script(seed: seeds.next())
                let stock = try Self.stockAnswer(script).split(separator: "\n")
                let own = try Self.ownAnswer(script).split(separator: "\n")
                try #require(stock.count == Self.batch, "\(stock.first ?? "")")
                try #require(own.count == Self.batch, "\(own.first ?? "")")
                for (expected, found) in zip(stock, own) { try #require(found == expected) }
            }
        }
        let seconds = Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18
        print("library calls: \(calls), seed \(seed), \(Int(Double(calls) / seconds)) a second")
    }
}
#endif
