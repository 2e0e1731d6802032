// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// What a plan holds, line by line, for looking words up.
enum PlanContents {
    static func lines(of plan: Plan) -> [String] {
        var lines = plan.items.map { item in
            let level = plan.levels[item.level].singular
            return "\(level) \(item.number ?? item.id): \(item.text.singleLine)"
        }
        lines += (plan.maintenance + plan.backlog).map { "\($0.id): \($0.text.singleLine)" }
        lines += plan.texts.flatMap { text in
            text.text.plainText.split(separator: "\n").map { "text: \($0)" }
        }
        lines += plan.statedChecks.map { "check: \($0.name)" }
        return lines
    }
}

/// An extractor of words that shares nothing with the library's: it looks at the bytes of a document.
enum SourceWords {
    /// The words, numbers and marks of a text with tabs.
    static func all(in text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text {
            if character.isLetter || character.isNumber {
                word.append(character)
                continue
            }
            if !word.isEmpty { words.append(word) }
            word = ""
            if character.isSymbol, !character.isASCII { words.append(String(character)) }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    static func count(in text: String) -> Int { all(in: text).count }
}
