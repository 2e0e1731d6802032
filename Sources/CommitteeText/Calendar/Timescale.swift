// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// When something is to happen: the published words, and what they are read to mean.
///
/// The words are the truth and are never rewritten. The reading stands beside them with how sure it
/// is, so that reports print the words while reminders and lateness use the reading.
///
/// ```swift
/// let timescale = TimescaleReader().read("By 31 December 2020 (long term)")
/// timescale.due         // 2020-12-31
/// timescale.kind        // "by-date"
/// timescale.confidence  // .exact
/// ```
public struct Timescale: Hashable, Sendable {
    /// How sure a reading is.
    public enum Confidence: String, CaseIterable, Hashable, Sendable {
        /// The words say exactly this.
        case exact
        /// The words leave something open, and a usual rule closed it.
        case inferred
        /// The words may well mean something else, or nothing that could be read.
        case unsure
    }

    /// The exact words, as published.
    public let words: String
    /// What the words are read to mean.
    public let reading: Reading
    /// How sure the reading is.
    public let confidence: Confidence
    /// Why the reading is not exact, as a sentence for people; nil when it is exact.
    public let doubt: String?
    /// The last day on which it is still on time, or nil when the words state no deadline.
    ///
    /// For several milestones it is the last of their days, and nil when one of them has none.
    public let due: CivilDate?
    /// The days until which it was to be done before that was revised, the earliest first.
    ///
    /// They are facts of the document's words and say nothing of lateness: what was revised is on
    /// time until ``due``.
    public let revisedFrom: [CivilDate]

    /// Creates a timescale whose meaning is known.
    ///
    /// - Parameters:
    ///   - words: The exact words.
    ///   - reading: What they mean.
    ///   - confidence: How sure that is.
    ///   - doubt: Why it is not exact.
    ///   - revisedFrom: The days until which it was to be done before that was revised.
    public init(
        words: String,
        reading: Reading,
        confidence: Confidence = .exact,
        doubt: String? = nil,
        revisedFrom: [CivilDate] = []
    ) {
        self.words = words
        self.reading = reading
        self.confidence = confidence
        self.doubt = doubt
        self.revisedFrom = revisedFrom
        // Kept, since lateness and reminders ask for it of every item, time and again.
        due = reading.due
    }

    /// The kind of the reading, as a stable word for JSON and plugins.
    public var kind: String { reading.kind }

    /// The first day of the span that the words give, or nil.
    public var from: CivilDate? { reading.span?.from }

    /// The last day of the span that the words give, or nil.
    public var until: CivilDate? { reading.span?.until }

    /// The times of a cell that names several, each with its own words; else nothing.
    public var milestones: [Timescale] {
        if case .milestones(let parts) = reading { parts } else { [] }
    }

    /// Returns the milestones whose day lies before a day, in the order of the words.
    ///
    /// Whether the work was done by then is not asked: that is the matter of its status.
    ///
    /// - Parameter day: The day on which one asks.
    /// - Returns: The milestones that have passed; nothing for a timescale without milestones.
    /// - Complexity: O(*m*) in the number of milestones.
    public func milestonesPassed(on day: CivilDate) -> [Timescale] {
        milestones.filter { $0.isLate(on: day) }
    }

    /// Returns whether the deadline lies before a day.
    ///
    /// It speaks of the deadline alone: the work may have been done all the same. Without a deadline
    /// nothing is ever late.
    ///
    /// - Parameter day: The day on which one asks.
    /// - Returns: True when there is a deadline and the day lies after it.
    public func isLate(on day: CivilDate) -> Bool {
        due.map { $0 < day } ?? false
    }

    /// Returns the timescale with "as above" read as the row above says.
    ///
    /// The words stay. The reading becomes that of the row above, at most inferred. Any other
    /// timescale is returned as it is, and so is one below a row that says "as above" itself.
    ///
    /// - Parameter above: The timescale of the row above, already resolved.
    /// - Returns: The resolved timescale.
    public func resolvingAbove(_ above: Timescale) -> Timescale {
        guard reading == .asAbove, above.reading != .asAbove else { return self }
        let sure = above.confidence == .unsure ? Confidence.unsure : .inferred
        return Timescale(
            words: words,
            reading: above.reading,
            confidence: sure,
            doubt: "The reading is that of the row above, \"\(above.words)\".",
            revisedFrom: above.revisedFrom
        )
    }
}
