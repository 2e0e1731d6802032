// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The words that a committee uses in its timescales, as data.
///
/// Dates, deadlines and frequencies are general English and need no vocabulary. A vocabulary adds
/// phrases that stand for a whole cell, and the names of the bodies whose meetings tell the time.
///
/// ```swift
/// let local = TimescaleVocabulary(
///     phrases: [.init(words: "Training Calendar", means: .document)], bodies: ["CPC", "COG"])
/// let reader = TimescaleReader(vocabulary: .standard.merging(local))
/// reader.read("Training calendar").kind    // "document"
/// ```
public struct TimescaleVocabulary: Hashable, Sendable {
    /// Words that stand for a whole cell, and what they mean.
    public struct Phrase: Hashable, Sendable {
        /// The words; case, spaces, dashes and a full stop at the end do not matter.
        public var words: String
        /// What the words mean.
        public var means: Meaning

        /// Creates a phrase.
        ///
        /// - Parameters:
        ///   - words: The words.
        ///   - means: What the words mean.
        public init(words: String, means: Meaning) {
            self.words = words
            self.means = means
        }
    }

    /// The phrases, the ones given last counting when two have the same words.
    public let phrases: [Phrase]
    /// The names of bodies whose meetings tell the time, such as "CPC".
    public let bodies: [String]

    private let meanings: [String: Meaning]
    private let bodiesByFirstWord: [String: [Body]]

    private struct Body: Hashable {
        let name: String
        let words: [String]
    }

    /// Creates a vocabulary.
    ///
    /// - Parameters:
    ///   - phrases: Words that stand for a whole cell, and what they mean.
    ///   - bodies: The names of bodies whose meetings tell the time.
    public init(phrases: [Phrase], bodies: [String] = []) {
        self.phrases = phrases
        self.bodies = bodies
        meanings = phrases.reduce(into: [:]) { meanings, phrase in
            meanings[TimescaleText(phrase.words).key] = phrase.means
        }
        var byFirstWord: [String: [Body]] = [:]
        for name in bodies {
            let words = TimescaleText(name).keyWords
            guard let first = words.first else { continue }
            byFirstWord[first, default: []].append(Body(name: name, words: words))
        }
        // The longest name first, so that "CPC Chairs" is not read as "CPC".
        bodiesByFirstWord = byFirstWord.mapValues { list in
            list.sorted { $0.words.count > $1.words.count }
        }
    }

    /// Returns a vocabulary that also knows another one's words.
    ///
    /// - Parameter other: The vocabulary to add; where both have the same words, it counts.
    /// - Returns: Both vocabularies in one.
    public func merging(_ other: TimescaleVocabulary) -> TimescaleVocabulary {
        let known = Set(bodies)
        return TimescaleVocabulary(
            phrases: phrases + other.phrases,
            bodies: bodies + other.bodies.filter { !known.contains($0) }
        )
    }

    func meaning(of key: String) -> Meaning? {
        meanings[key]
    }

    /// Returns the body whose name begins at a place among the words, and how many words it has.
    func body(in words: [String], at index: Int) -> (name: String, length: Int)? {
        guard index < words.count, let candidates = bodiesByFirstWord[words[index]] else {
            return nil
        }
        for body in candidates where words[index...].starts(with: body.words) {
            return (body.name, body.words.count)
        }
        return nil
    }
}

extension TimescaleVocabulary {
    /// What a phrase means.
    public enum Meaning: Hashable, Sendable {
        /// Nothing is said.
        case none
        /// It goes on.
        case ongoing
        /// It is done when it is asked for.
        case onDemand
        /// It comes round, once in every such period.
        case recurring(Period)
        /// Another document, named by the words, says when.
        case document
        /// The same as in the row above.
        case asAbove
        /// A word of state.
        case stateWord
        /// Something must happen first.
        case condition
        /// A risk is accepted.
        case accept
        /// The same as other words, such as "By 31 March 2026" for "Year end".
        case sameAs(String)

        /// The names that ``init(name:)`` understands.
        public static let names = table.map(\.name)

        private static let table: [(name: String, meaning: Meaning)] = [
            ("none", .none), ("ongoing", .ongoing), ("on-demand", .onDemand),
            ("document", .document), ("as-above", .asAbove), ("state-word", .stateWord),
            ("condition", .condition), ("accept", .accept),
            ("daily", .recurring(Period(1, .days))), ("weekly", .recurring(Period(1, .weeks))),
            ("fortnightly", .recurring(Period(2, .weeks))),
            ("monthly", .recurring(Period(1, .months))),
            ("quarterly", .recurring(Period(1, .quarters))),
            ("six-monthly", .recurring(Period(6, .months))),
            ("annually", .recurring(Period(1, .years))),
            ("biennial", .recurring(Period(2, .years))),
        ]

        /// Creates a meaning from the name that a plugin writes, or returns nil.
        ///
        /// - Parameter name: One of ``names``.
        public init?(name: String) {
            guard let row = Self.table.first(where: { $0.name == name }) else { return nil }
            self = row.meaning
        }
    }
}
