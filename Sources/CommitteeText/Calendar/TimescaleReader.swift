// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Reads the words of timescales.
///
/// Reading never fails: words that say nothing known are kept with the reading ``Timescale/Reading/unread``.
/// Case, spaces, line breaks, the kind of dash and look-alike letters of other scripts do not matter.
/// Numeric dates are read day first, as in the United Kingdom.
///
/// What is read when the words leave something open, and how sure it then is:
///
/// | words | read as | confidence |
/// | --- | --- | --- |
/// | `By 31 March 2019` | deadline | exact |
/// | `December, 2024` | deadline on the month's last day | inferred |
/// | `31.3.19` | 31 March 2019 | inferred |
/// | `2018/19` | 1 April 2018 to 31 March 2019 | inferred |
/// | `2017-18` | the same financial year, but it may be two calendar years | unsure |
/// | `2017-20` | 1 January 2017 to 31 December 2020 | inferred |
/// | `summer 2019` | 1 June to 31 August 2019 | inferred |
/// | `early 2024` | the first third of 2024 | unsure |
/// | `March 2024 and September 2024` | milestones; the last is the deadline | inferred |
/// | `31 March 2013 (revised from 30 September 2012)` | 31 March 2013, revised | exact |
/// | `31 March 2013 30 September 2012` | milestones, but one may replace the other | unsure |
///
/// ```swift
/// let reader = TimescaleReader(vocabulary: .standard)
/// reader.read("Ongoing 2018 – 2020").until    // 2020-12-31
/// ```
public struct TimescaleReader: Hashable, Sendable {
    /// The words that the reader knows beside general English.
    public let vocabulary: TimescaleVocabulary

    /// The longest text that is read, in UTF-8 bytes; longer texts are kept and left unread.
    public static let longestText = 4000

    /// Creates a reader.
    ///
    /// - Parameter vocabulary: The words to know; the general English ones unless given.
    public init(vocabulary: TimescaleVocabulary = .standard) {
        self.vocabulary = vocabulary
    }

    /// Returns a timescale with its reading.
    ///
    /// Takes time linear in the length of the words, which is looked at up to ``longestText``.
    ///
    /// - Parameter words: The words of one cell.
    /// - Returns: The same words, with what they are read to mean.
    public func read(_ words: String) -> Timescale {
        guard words.utf8.count <= Self.longestText else {
            return Timescale(
                words: words,
                reading: .unread,
                confidence: .unsure,
                doubt:
                    "The text is longer than \(Self.longestText) bytes, so it is not read as a time."
            )
        }
        let text = TimescaleText(words)
        let result = reading(of: text, followsPhrases: true)
        guard text.hasLookAlikes, result.confidence == .exact else {
            return result.timescale(words)
        }
        var doubtful = Result(
            result.reading,
            .inferred,
            "Letters of another script are read as the Latin ones they look like."
        )
        doubtful.revisedFrom = result.revisedFrom
        return doubtful.timescale(words)
    }

    /// A reading with its confidence, before the words are put to it.
    struct Result {
        var reading: Timescale.Reading
        var confidence: Timescale.Confidence
        var doubt: String?
        var revisedFrom: [CivilDate] = []

        init(
            _ reading: Timescale.Reading,
            _ confidence: Timescale.Confidence = .exact,
            _ doubt: String? = nil
        ) {
            self.reading = reading
            self.confidence = confidence
            self.doubt = confidence == .exact ? nil : doubt
        }

        func timescale(_ words: String) -> Timescale {
            Timescale(
                words: words,
                reading: reading,
                confidence: confidence,
                doubt: doubt,
                revisedFrom: revisedFrom
            )
        }
    }

    private func reading(of text: TimescaleText, followsPhrases: Bool) -> Result {
        guard !text.tokens.isEmpty else { return Result(.none) }
        let cell = TimescaleCell(text: text, vocabulary: vocabulary)
        if let meaning = vocabulary.meaning(of: text.key) {
            if case .sameAs(let other) = meaning {
                // One step only, so that phrases that name each other end.
                guard followsPhrases else { return unread }
                return reading(of: TimescaleText(other), followsPhrases: false)
            }
            return Result(reading(of: meaning, in: text))
        }
        guard cell.hasWords else {
            return Result(.none, .inferred, "A mark without words is read as an empty cell.")
        }
        if let impossible = cell.impossible {
            return Result(
                .unread,
                .unsure,
                "\(impossible) is not a day of the calendar."
            )
        }
        return cell.datedReading ?? cell.undatedReading ?? unread
    }

    private var unread: Result {
        Result(
            .unread,
            .unsure,
            "The words are not known; a phrase of the vocabulary can say what they mean."
        )
    }

    private func reading(
        of meaning: TimescaleVocabulary.Meaning,
        in text: TimescaleText
    ) -> Timescale.Reading {
        switch meaning {
        case .none: .none
        case .ongoing: .ongoing
        case .onDemand: .onDemand
        case .recurring(let period): .recurring(Recurrence(every: period))
        case .document: .document(text.trimmedSource)
        case .asAbove: .asAbove
        case .stateWord: .stateWord(text.trimmedSource)
        case .condition: .condition(text.trimmedSource)
        case .accept: .accept
        case .sameAs: .unread
        }
    }
}
