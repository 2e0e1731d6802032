// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// Finds the first difference between what a test found and what it expected.
struct PluginTestComparison {
    let values: ReportValues

    /// Says the first difference, or nothing when both are the same.
    ///
    /// A list of an edition is compared by what stands in it, a whole number with any other number.
    func difference(
        found: ScriptValue,
        expected: ScriptValue,
        at path: String = ""
    ) -> String? {
        let found = plain(found)
        let expected = plain(expected)
        if case .string(let one) = found, case .string(let other) = expected {
            guard let difference = Self.difference(found: one, expected: other) else { return nil }
            return Self.placed(difference, path)
        }
        if let one = Self.number(found), let other = Self.number(expected), one == other {
            return nil
        }
        guard let one = found.map, let other = expected.map else {
            guard found != expected else { return nil }
            let words = "expected \(shown(expected)), found \(shown(found))"
            return Self.placed(words, path)
        }
        return difference(found: one, expected: other, at: path)
    }

    private func difference(found: ScriptMap, expected: ScriptMap, at path: String) -> String? {
        for (index, pair) in zip(found.items, expected.items).enumerated() {
            let place = "\(path)[\(index + 1)]"
            if let words = difference(found: pair.0, expected: pair.1, at: place) { return words }
        }
        if found.items.count != expected.items.count {
            let words = "expected \(expected.items.count) in the list, found \(found.items.count)"
            return Self.placed(words, path)
        }
        var names = expected.entries.map(\.name)
        names += found.entries.map(\.name).filter { expected[$0] == nil }
        for name in names {
            let place = path.isEmpty ? name : "\(path).\(name)"
            let one = found[name] ?? .null
            let other = expected[name] ?? .null
            if let words = difference(found: one, expected: other, at: place) { return words }
        }
        return nil
    }

    private func plain(_ value: ScriptValue) -> ScriptValue {
        guard case .handle = value, let list = values.list(value) else { return value }
        return .list(list)
    }

    private static func placed(_ words: String, _ path: String) -> String {
        path.isEmpty ? words : "\(path): \(words)"
    }

    private static func number(_ value: ScriptValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    private func shown(_ value: ScriptValue) -> String {
        switch value {
        case .null: "nil"
        case .bool(let truth): truth ? "true" : "false"
        case .integer(let number): String(number)
        case .number(let number):
            String(decoding: JSONValue.number(number).canonicalBytes, as: UTF8.self)
        case .string(let text): Self.shown(text)
        case .date(let day): CivilDate(dayNumber: Int(day)).formatted("d MMMM yyyy")
        case .handle: values.item(value).map { "item \($0.item.id)" } ?? value.kindInWords
        case .list, .map, .function: value.kindInWords
        }
    }

    // MARK: Texts

    /// A text as a message shows it, cut when it is long.
    static func shown(_ text: String) -> String {
        let first = text.split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
        let cut = first.count > 100 || first.utf8.count < text.utf8.count
        return "“\(first.prefix(100))\(cut ? "…" : "")”"
    }

    /// Says the first line that differs, or nothing when the texts are the same.
    static func difference(found: String, expected: String) -> String? {
        guard !found.utf8.elementsEqual(expected.utf8) else { return nil }
        let one = found.split(separator: "\n", omittingEmptySubsequences: false)
        let other = expected.split(separator: "\n", omittingEmptySubsequences: false)
        guard one.count > 1 || other.count > 1 else {
            return "expected \(shown(expected)), found \(shown(found))"
        }
        let index = zip(one, other).prefix { $0.utf8.elementsEqual($1.utf8) }.count
        func line(_ lines: [Substring]) -> String {
            index < lines.count ? "“\(lines[index].prefix(200))”" : "no such line"
        }
        return "line \(index + 1): expected \(line(other)), found \(line(one))"
    }
}
#endif
