// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A line that begins with `DECISION` or `ACTION`, perhaps behind a code.
struct MarkedLine {
    var code: String?
    var isAction: Bool
    /// What stands in brackets, between semicolons.
    var parts: [String]
    /// What stands behind the colon.
    var rest: String

    init?(_ text: String) {
        var text = text[...]
        let first = text.prefix { $0 != " " }
        if first.first?.isNumber == true || first.first == "P", first.last?.isLowercase == true {
            code = String(first)
            text = text.dropFirst(first.count).drop { $0 == " " }
        }
        if text.hasPrefix(MinuteSheet.decision) {
            isAction = false
            text = text.dropFirst(MinuteSheet.decision.count)
        } else if text.hasPrefix(MinuteSheet.action) {
            isAction = true
            text = text.dropFirst(MinuteSheet.action.count)
        } else {
            return nil
        }
        text = text.drop { $0 == " " }
        parts = []
        if text.first == "(" {
            var depth = 0
            let end = text.indices.first { place in
                if text[place] == "(" { depth += 1 }
                if text[place] == ")" { depth -= 1 }
                return depth == 0
            }
            guard let end else { return nil }
            let inner = text[text.index(after: text.startIndex)..<end]
            parts = inner.split(separator: ";").map { String($0).trimmingSpace }
                .filter { !$0.isEmpty }
            text = text[text.index(after: end)...].drop { $0 == " " }
        }
        guard text.first == ":" else { return nil }
        rest = String(text.dropFirst()).trimmingSpace
    }

    /// The word that a line nearly begins with, when it does.
    static func nearMiss(_ text: String) -> String? {
        var words = text[...]
        if let first = words.split(separator: " ").first, first.first?.isNumber == true,
            first.last?.isLowercase == true
        {
            words = words.dropFirst(first.count).drop { $0 == " " }
        }
        if words.hasPrefix(MinuteSheet.decision) { return MinuteSheet.decision }
        if words.hasPrefix(MinuteSheet.action) { return MinuteSheet.action }
        let label = words.prefix { $0.isLetter || $0 == " " }
        let behind = words.dropFirst(label.count)
        let isMarked: Bool =
            switch behind.first {
            case ":", "(": true
            case "-", "–", "—": label.last == " " || label.split(separator: " ").count == 1
            default: false
            }
        guard isMarked else { return nil }
        let key = label.comparisonKey
        if ["action", "actions", "action point", "ap", "to do", "action required"].contains(key) {
            return MinuteSheet.action
        }
        if ["decision", "decisions", "decided", "agreed", "resolved", "it was agreed"].contains(key)
        {
            return MinuteSheet.decision
        }
        return nil
    }
}
