// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// The arguments of one call of a host function, taken out with errors in the author's words.
struct ScriptArguments {
    /// The function as the author writes it, such as `doc:heading`.
    let name: String
    private let values: [ScriptValue]

    init(_ name: String, _ values: [ScriptValue]) {
        self.name = name
        self.values = values
    }

    /// An argument, or null when it was left out.
    subscript(index: Int) -> ScriptValue { values.indices.contains(index) ? values[index] : .null }

    /// Refuses a call with too few or too many arguments.
    func check(_ count: ClosedRange<Int>) throws(ScriptRefusal) {
        // Nils at the end are arguments left out.
        let given = values.reversed().drop { $0 == .null }.count
        guard !count.contains(given) else { return }
        let expected =
            count.lowerBound == count.upperBound
            ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
        throw ScriptRefusal(
            "\(name) takes \(expected) argument\(count.upperBound == 1 ? "" : "s"), found \(given)"
        )
    }

    func text(_ index: Int) throws(ScriptRefusal) -> String {
        switch self[index] {
        case .string(let text): return text
        case .integer(let number): return String(number)
        default: throw expected("a text", index)
        }
    }

    func integer(_ index: Int, _ range: ClosedRange<Int>) throws(ScriptRefusal) -> Int {
        guard case .integer(let number) = self[index] else {
            throw expected("a whole number", index)
        }
        guard range.contains(Int(number)) else {
            throw ScriptRefusal(
                "\(name): argument \(index + 1): expected a whole number from \(range.lowerBound) "
                    + "to \(range.upperBound), found \(number)"
            )
        }
        return Int(number)
    }

    func date(_ index: Int) throws(ScriptRefusal) -> CivilDate {
        guard case .date(let day) = self[index] else { throw expected("a date", index) }
        return CivilDate(dayNumber: Int(day))
    }

    func expected(_ what: String, _ index: Int) -> ScriptRefusal {
        var words =
            "\(name): argument \(index + 1): expected \(what), found \(self[index].kindInWords)"
        switch self[index] {
        case .date where what == "a text":
            words += "; write it as a text, such as ctx.today:format(\"d MMMM yyyy\")"
        case .handle(let handle) where what == "a text" && handle.kind != .list:
            words += "; name one of its fields, such as item.text"
        case .string where what == "a date":
            words += "; write ctx.date(\"2026-10-31\")"
        default: break
        }
        return ScriptRefusal(words)
    }
}
#endif
