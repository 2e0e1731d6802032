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
        lines += plan.listedItems.map { "\($0.id): \($0.text.singleLine)" }
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

extension PlanContents {
    /// Every word that a plan holds, wherever it stands.
    static func words(of plan: Plan) -> Set<String> {
        var texts = [plan.title]
        for item in plan.items + plan.listedItems {
            texts += [item.number ?? "", item.text.singleLine, item.leads.words.singleLine]
            texts += [item.timescale.words, item.status?.printed ?? "", item.statement.singleLine]
            texts += item.timescaleHistory.map(\.timescale.words)
            texts += item.progress.map(\.text.singleLine) + item.notes.map(\.singleLine)
            texts += item.local.values.map(\.singleLine) + [item.evidence.singleLine]
            texts += [item.expectedImpact.singleLine, item.exit?.destination ?? ""]
        }
        for check in plan.statedChecks {
            texts += [check.words, check.name] + check.figures.values
            texts += [check.total, check.completed, check.added, check.ongoing].map {
                $0.map { String($0) } ?? ""
            }
        }
        texts += plan.texts.map(\.text.singleLine) + plan.statedFacts.map(\.words)
        texts += plan.keyWording.flatMap { [$0.letter, $0.wording.singleLine] }
        texts += plan.footnotes.flatMap { [$0.mark, $0.text.singleLine] }
        return Set(texts.flatMap { SourceWords.all(in: $0) })
    }
}
