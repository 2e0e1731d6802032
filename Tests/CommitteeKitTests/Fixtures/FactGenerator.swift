// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import CommitteeKit

/// Makes changes of every kind, the same ones in every run.
///
/// Each kind and variation has a seed of its own, so that one more kind, or another value of one,
/// moves nothing else in the fixtures. Variation 0 leaves out everything that can be left out,
/// variation 1 gives everything, and the rest are mixed.
struct FactGenerator {
    /// The number of variations of each kind.
    static let variations = 40

    /// The number of the variation.
    let variation: Int
    private var generator: SeededGenerator

    init(_ kind: EntryKind, variation: Int) {
        self.variation = variation
        var seed: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(kind)/\(variation)".utf8 {
            seed = (seed ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        generator = SeededGenerator(seed: seed)
    }

    // MARK: Choosing

    /// A number from 0 to below the count.
    mutating func below(_ count: Int) -> Int {
        Int(truncatingIfNeeded: generator.next() >> 33) % count
    }

    /// A value by chance.
    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    /// A value by turns, so that each occurs.
    func turn<Value>(_ values: [Value]) -> Value { values[variation % values.count] }

    mutating func isGiven() -> Bool {
        switch variation {
        case 0: false
        case 1: true
        default: below(3) > 0
        }
    }

    /// A value that may be left out.
    mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
        isGiven() ? make(&self) : nil
    }

    /// A text that may be empty.
    mutating func words(_ make: (inout Self) -> String) -> String { isGiven() ? make(&self) : "" }

    /// A list that may be empty.
    mutating func list<Value>(_ make: (inout Self) -> Value) -> [Value] {
        let count = variation == 0 ? 0 : variation == 1 ? 3 : below(4)
        return (0..<count).map { _ in make(&self) }
    }

    // MARK: Days, names and words

    mutating func day() -> CivilDate { CivilDate(2026, 4, 1) + below(1600) }

    mutating func span() -> CivilSpan {
        let first = day()
        switch below(4) {
        case 0: return CivilSpan(first...)
        case 1: return CivilSpan(...first)
        case 2: return .always
        default: return CivilSpan(first...(first + below(900)))
        }
    }

    mutating func period() -> Period {
        Period(1 + below(12), pick(Period.Unit.allCases))
    }

    mutating func planID() -> String {
        pick(["moor-2026-2029", "plan-2026", "river plan", "hill:7"])
    }

    mutating func itemID() -> String { pick(["1", "1.1", "2 (i)", "A/3", "4.1-2", "Über 5"]) }

    mutating func plan() -> SubjectReference { .plan(planID()) }

    mutating func item() -> SubjectReference { .action(itemID(), of: planID()) }

    mutating func name() -> String {
        pick([
            "Chair", "Training Officer", "QA & Audit Group", "Lead “Professional”", "Ranger/Warden",
            "Comataidh Sàbhailteachd", "board", "five-by-five", "moor/plan", "C1", "O'Hara post",
        ])
    }

    mutating func reference() -> String { "\(planID())#\(itemID())" }

    /// One line of words or, now and then, more than one.
    mutating func sentence() -> String {
        pick([
            "Two posts are vacant.", "Visits are late, and <b>nobody</b> says so & why.",
            "“Quoted”, 'single' \\ backslash", "Line one\nline two", "A tab\there",
            "* star, _line_",
            "1. Not a list", "[a](b) `code` | cell", "Ceud mìle fàilte – £5 … ½ 👩‍👧", "#1",
            "Ends with a space ", "No-break\u{A0}space and \u{200B}nothing",
        ])
    }

    // MARK: Prose

    /// Prose that may be empty.
    mutating func prose() -> Prose {
        guard isGiven() else { return Prose() }
        if below(3) == 0 { return Prose(sentence()) }
        let made = Prose(blocks: (0...below(3)).map { _ in block(depth: 0) })
        return below(4) == 0 ? made : made.normalized
    }

    /// Prose that is not empty.
    mutating func someProse() -> Prose {
        let made = prose()
        return made.isEmpty ? Prose(sentence()) : made
    }

    private mutating func block(depth: Int) -> Prose.Block {
        guard below(3) == 0, depth < 2 else { return .paragraph(inlines()) }
        let items = (0...below(3)).map { _ in
            Prose.Item(inlines(), children: below(4) == 0 ? [block(depth: depth + 1)] : [])
        }
        return .list(ordered: below(2) == 0, items)
    }

    private mutating func inlines() -> [Prose.Inline] {
        (0...below(3)).map { _ in inline(depth: 0) }
    }

    private mutating func inline(depth: Int) -> Prose.Inline {
        let plain = Prose.Inline.text(sentence())
        guard depth < 2 else { return plain }
        switch below(10) {
        case 0: return .strong([inline(depth: depth + 1)])
        case 1: return .emphasis([inline(depth: depth + 1)])
        case 2:
            let text = [inline(depth: depth + 1)]
            return .link(text: text, destination: pick(["https://example.org/a?b=c&d", "#4 (i)"]))
        case 3: return .lineBreak
        case 4: return .footnoteReference(pick(["1", "a", "†"]))
        case 5: return .superscript([inline(depth: depth + 1)])
        default: return plain
        }
    }

    // MARK: JSON of the committee's own

    /// An object of any shape.
    mutating func object(depth: Int = 0) -> JSONValue {
        let keys = ["name", "id", "Ämter", "z", "a b", "10", "9", "\"quoted\""]
        var members = JSONObject()
        for key in keys where isGiven() { members[key] = value(depth: depth + 1) }
        return .object(members)
    }

    private mutating func value(depth: Int) -> JSONValue {
        switch below(depth < 3 ? 9 : 7) {
        case 0: .null
        case 1: .bool(below(2) == 0)
        case 2: .integer(below(2_000_000) - 1_000_000)
        case 3: .number(pick([0.5, -0.25, 1e21, 1e-7, 100, 1.1]))
        case 4, 5: .string(sentence())
        case 6: .string(name())
        case 7: .array((0..<below(4)).map { _ in value(depth: depth + 1) })
        default: object(depth: depth)
        }
    }
}
