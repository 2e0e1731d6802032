// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something that a committee counts again and again: what it is, where it comes from, and its values.
///
/// A value that is revised stands beside the earlier one with the day on which it became known, so that each edition has
/// what was known then.
///
/// ```swift
/// let register = edition.indicators.first { $0.id == "registrations" }
/// register?.value(FigurePeriod("2018-07-31")!)?.count   // 2530, and 2668 in an earlier edition
/// ```
public struct Indicator: Hashable, Sendable, Identifiable {
    /// In which direction it is to go.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
        /// More is better.
        case higher
        /// Less is better.
        case lower
    }

    /// The identifier by which texts cite it, such as `registrations`.
    public let id: String
    /// What it is called; nil before anybody said.
    public var title: String?
    /// What is counted, and what is not.
    public var definition: Prose = Prose()
    /// What is counted, in few words, such as `children`.
    public var unit: String?
    /// Where the values come from, such as a return or a system.
    public var source: String?
    /// The data set in which it is returned, by its identifier.
    public var dataSet: String?
    /// The role, group or body that answers for it.
    public var owner: String?
    /// The periods for which a value is expected.
    public var every: FigurePeriod.Kind?
    /// After how many days from the end of a period its value is due.
    public var dueDays: Int?
    /// The last day for which values are expected; nil while it goes on.
    public var ends: CivilDate?
    /// The areas or agencies for which it is counted apart.
    public var areas: [String] = []
    /// Whether the areas add up to the value for all of them.
    public var areasAddUp = true
    /// Whether months add up to quarters and years, as counts of events do.
    public var addsUpOverTime = true
    /// The indicators that add up to this one.
    public var sumOf: [String] = []
    /// The indicator of which it is a part, so that its value is a share.
    public var outOf: String?
    /// In what number a share is counted: 100 for a percentage, which it is when nil.
    public var rate: Int?
    /// How many digits a share has after the point.
    public var decimals: Int?
    /// What it is to reach.
    public var target: FigureNumber?
    /// How far from the target is still near it.
    public var variance: FigureNumber?
    /// In which direction it is to go.
    public var better: Direction?
    /// The widest audience that may know of it.
    public var audience: Audience = .committee
    /// The widest audience that reads its counts as they are; wider ones read what was published.
    public var countsFor: Audience = .committee
    /// Its values in the order in which they became known, the earlier ones too.
    public var values: [FigureValue] = []
    /// What was asked about it, oldest first.
    public var questions: [FigureQuestion] = []

    /// Creates an indicator about which nothing is known but its identifier.
    ///
    /// - Parameter id: The identifier by which texts cite it.
    public init(id: String) { self.id = id }

    /// What it is called; its identifier while it has no title.
    public var name: String { title ?? id }

    /// What people call it at the beginning of a sentence.
    var inSentence: String { "Indicator “\(name)”" }
}

/// One value of an indicator, as it became known on a day.
public struct FigureValue: Hashable, Sendable {
    /// The period of which it tells.
    public var period: FigurePeriod
    /// The area or agency; nil for all of them.
    public var area: String?
    /// The count; nil where it is hidden from the reader.
    public var count: Int?
    /// The number of which the count is a part; nil where there is none, or it is hidden.
    public var outOf: Int?
    /// A remark.
    public var note: Prose
    /// The day on which it became known; nil before it is recorded.
    public var on: CivilDate?
    /// Whether something of it is hidden to protect small numbers.
    public var isHidden = false

    /// Creates a value.
    ///
    /// - Parameters:
    ///   - count: The count.
    ///   - whole: The number of which the count is a part, if it is one.
    ///   - period: The period of which it tells.
    ///   - area: The area or agency; nil for all of them.
    ///   - note: A remark.
    public init(
        _ count: Int,
        outOf whole: Int? = nil,
        in period: FigurePeriod,
        area: String? = nil,
        note: Prose = Prose()
    ) {
        self.count = count
        outOf = whole
        self.period = period
        self.area = area
        self.note = note
    }

    /// The period and the area.
    public var place: FigurePlace { FigurePlace(period, area) }
}

/// For which period and area a value is.
public struct FigurePlace: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The period.
    public var period: FigurePeriod
    /// The area or agency; nil for all of them.
    public var area: String?

    /// Creates a place.
    ///
    /// - Parameters:
    ///   - period: The period.
    ///   - area: The area or agency; nil for all of them.
    public init(_ period: FigurePeriod, _ area: String? = nil) {
        self.period = period
        self.area = area
    }

    /// The place as people say it, such as `31 July 2018, North`.
    public var description: String { period.inWords + (area.map { ", \($0)" } ?? "") }

    /// Orders places by period, and all areas before each of them.
    ///
    /// - Parameters:
    ///   - first: A place.
    ///   - second: Another place.
    /// - Returns: Whether the first comes before the second.
    public static func < (first: FigurePlace, second: FigurePlace) -> Bool {
        if first.period != second.period { return first.period < second.period }
        return (first.area ?? "") < (second.area ?? "")
    }
}

/// A question that somebody asked about an indicator, and what was answered.
public struct FigureQuestion: Hashable, Sendable {
    /// Its number within the indicator, from 1; 0 before it is recorded.
    public var number = 0
    /// The period about which it is.
    public var period: FigurePeriod
    /// The area or agency; nil for all of them.
    public var area: String?
    /// The question.
    public var text: Prose
    /// The seat, group or body that asked it.
    public var askedBy: String?
    /// The day on which it was asked; nil before it is recorded.
    public var on: CivilDate?
    /// The answer, when there is one.
    public var answer: FigureAnswer?

    /// Creates a question.
    ///
    /// - Parameters:
    ///   - text: The question.
    ///   - period: The period about which it is.
    ///   - area: The area or agency; nil for all of them.
    ///   - party: The seat, group or body that asks it.
    public init(
        _ text: Prose,
        about period: FigurePeriod,
        area: String? = nil,
        by party: String? = nil
    ) {
        self.text = text
        self.period = period
        self.area = area
        askedBy = party
    }
}

/// The answer to a question about an indicator.
public struct FigureAnswer: Hashable, Sendable {
    /// The number of the question.
    public var question: Int
    /// The answer.
    public var text: Prose
    /// The role, group or body that answered.
    public var by: String?
    /// The day of the answer; nil before it is recorded.
    public var on: CivilDate?

    /// Creates an answer.
    ///
    /// - Parameters:
    ///   - text: The answer.
    ///   - question: The number of the question.
    ///   - party: The role, group or body that answers.
    public init(_ text: Prose, to question: Int, by party: String? = nil) {
        self.text = text
        self.question = question
        by = party
    }
}

extension SubjectReference {
    /// Names an indicator.
    ///
    /// - Parameter id: The indicator's identifier.
    /// - Returns: The reference.
    public static func indicator(_ id: String) -> SubjectReference {
        SubjectReference(kind: "indicator", id: id)
    }
}
