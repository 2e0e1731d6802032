// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeTestKit
import Testing

@testable import CommitteeScripting

/// Values survive the way to Lua and back.
@Suite struct ScriptValueTests {
    /// Repeatable values.
    struct Generator: RandomNumberGenerator {
        private var generator: SeededGenerator

        init(state: UInt64) { generator = SeededGenerator(seed: state) }

        mutating func next() -> UInt64 { generator.next() }

        mutating func text() -> String {
            let letters: [Character] = ["a", "Z", "é", "日", "🙂", " ", "\"", "\n", "_", "9"]
            return String(
                (0..<Int.random(in: 0...6, using: &self)).map { _ in
                    letters.randomElement(using: &self) ?? "a"
                }
            )
        }

        mutating func value(depth: Int) -> ScriptValue {
            switch Int.random(in: 0...(depth > 0 ? 8 : 6), using: &self) {
            case 0: return .bool(Bool.random(using: &self))
            case 1: return .integer(Int64.random(in: .min ... .max, using: &self))
            case 2: return .integer(Int64.random(in: -3...3, using: &self))
            case 3: return .number(Double.random(in: -1e9...1e9, using: &self))
            case 4: return .string(text())
            case 5: return .date(Int32.random(in: -700_000...2_900_000, using: &self))
            case 6:
                return .handle(
                    .record(
                        edition: Int.random(in: 0..<16, using: &self),
                        type: Int.random(in: 0..<1_024, using: &self),
                        row: Int.random(in: 0...Int(UInt32.max), using: &self)
                    )
                )
            case 7: return .list(items(depth: depth))
            default:
                let names = (0..<Int.random(in: 1...4, using: &self)).map { _ in text() }
                return .map(
                    ScriptMap(
                        items: items(depth: depth),
                        names.map { ($0, value(depth: depth - 1)) }
                    )
                )
            }
        }

        mutating func items(depth: Int) -> [ScriptValue] {
            (0..<Int.random(in: 0...4, using: &self)).map { _ in value(depth: depth - 1) }
        }
    }

    @Test func valuesComeBackFromBytes() throws {
        for seed in 0..<2_000 as Range<UInt64> {
            var generator = Generator(state: seed)
            let value = generator.value(depth: 4)
            let bytes = try ScriptValueCoding.encode(value)
            #expect(try ScriptValueCoding.decode(bytes) == value, "seed \(seed)")
        }
    }

    @Test func valuesComeBackFromLua() throws {
        var generator = Generator(state: 42)
        let values = (0..<1_000).map { _ in generator.value(depth: 4) }
        let outcome = try Lua.run(
            ScriptRun(
                program: Lua.report("return edition"),
                calls: [ScriptCall(kind: "report", name: "x", each: values)]
            )
        )
        let results = try #require(outcome.results.first?.items)
        #expect(results.count == values.count)
        for (index, (result, value)) in zip(results, values).enumerated() {
            #expect(result == value, "value \(index)")
        }
    }

    @Test func brokenBytesAreRefusedAndNeverCrash() throws {
        var generator = Generator(state: 9)
        for _ in 0..<3_000 {
            var bytes = try ScriptValueCoding.encode(generator.value(depth: 3))
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[place] = UInt8.random(in: 0...255, using: &generator)
            }
            bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
            _ = try? ScriptValueCoding.decode(bytes)
        }
        #expect(throws: ScriptValueError.self) { try ScriptValueCoding.decode([]) }
        #expect(throws: ScriptValueError.self) {
            try ScriptValueCoding.decode([6, 255, 255, 255, 255])
        }
    }

    @Test(arguments: [
        (ScriptValue.number(.nan), "A number is nan; it must be finite."),
        (.string("a\0"), "A text holds a NUL byte; take it out first."),
        (.function(line: 1), "A function cannot be given to Lua."),
        (.map(ScriptMap([("a\0", .null)])), "A text holds a NUL byte; take it out first."),
    ])
    func whatLuaCannotTakeIsRefused(value: ScriptValue, message: String) throws {
        let error = try #require(throws: ScriptValueError.self) {
            try ScriptValueCoding.encode(value)
        }
        #expect(error.message == message)
    }

    @Test func deepValuesAreRefused() throws {
        var value: ScriptValue = .null
        for _ in 0..<64 { value = .list([value]) }
        _ = try ScriptValueCoding.encode(value)
        let error = try #require(throws: ScriptValueError.self) {
            try ScriptValueCoding.encode(.list([value]))
        }
        #expect(error.message == "A value is nested more than 64 deep.")
    }

    @Test func namesAreSortedByBytes() {
        let map = ScriptMap([("b", .integer(1)), ("é", .null), ("Z", .null), ("b", .integer(2))])
        #expect(map.entries.map(\.name) == ["Z", "b", "é"])
        #expect(map["b"] == .integer(2))
        #expect(map["c"] == nil)
        #expect(ScriptValue.map(map)["b"]?.integer == 2)
    }
}
#endif
