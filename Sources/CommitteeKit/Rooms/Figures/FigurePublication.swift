// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Figures that went out to an audience together, each shown or hidden.
///
/// It is the committee's memory of what readers know: a number that was shown cannot be taken back, and one that was
/// hidden is never given away by a later publication.
public struct FigurePublication: Hashable, Sendable {
    /// Its number, from 1; 0 before it is recorded.
    public var issue = 0
    /// The widest audience for which it is.
    public var audience: Audience
    /// The rules by which numbers were hidden.
    public var rules: SuppressionRules
    /// The figures.
    public var figures: [PublishedFigure]
    /// The day on which it went out; nil before it is recorded.
    public var on: CivilDate?

    init(for audience: Audience, by rules: SuppressionRules, _ figures: [PublishedFigure]) {
        self.audience = audience
        self.rules = rules
        self.figures = figures
    }

    /// How many figures have a number that is hidden.
    public var hiddenCount: Int { figures.filter { !$0.hides.isEmpty }.count }
}

/// A figure as it was published: its numbers, and which of them readers do not see.
public struct PublishedFigure: Hashable, Sendable {
    /// A number of a figure.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        /// The count.
        case count
        /// The number of which it is a part.
        case outOf
    }

    /// The identifier of the indicator.
    public var indicator: String
    /// The period and the area.
    public var place: FigurePlace
    /// The count; nil where the reader must not have it.
    public var count: Int?
    /// The number of which it is a part; nil where there is none, or the reader must not have it.
    public var outOf: Int?
    /// The numbers that are hidden.
    public var hides: [Part] = []
    /// Why they are hidden, for the committee alone; empty where nothing is.
    public var why = ""

    init(
        _ indicator: String,
        _ place: FigurePlace,
        count: Int? = nil,
        outOf: Int? = nil,
        hides: [Part] = [],
        why: String = ""
    ) {
        self.indicator = indicator
        self.place = place
        self.count = count
        self.outOf = outOf
        self.hides = hides
        self.why = why
    }

    /// Whether readers see a number.
    ///
    /// - Parameter part: The number.
    /// - Returns: Whether it is there and not hidden.
    public func shows(_ part: Part) -> Bool {
        !hides.contains(part) && (part == .count ? count : outOf) != nil
    }

    /// The value as readers have it.
    func value(on day: CivilDate?) -> FigureValue {
        var value = FigureValue(0, in: place.period, area: place.area)
        value.count = shows(.count) ? count : nil
        value.outOf = shows(.outOf) ? outOf : nil
        value.isHidden = !hides.isEmpty
        value.on = day
        return value
    }
}

extension PublishedFigure {
    static let shape = Shape(
        PublishedFigure("", FigurePlace(FigurePeriod(.day, of: .earliest))),
        [
            .required("indicator", \.indicator, .name),
            .required("period", \.place.period, .period), .optional("area", \.place.area, .name),
            .optional("count", \.count, .integer), .optional("outOf", \.outOf, .integer),
            .list("hides", \.hides, .word), .words("why", \.why),
        ]
    )
}

extension FigurePublication {
    static let shape = Shape(
        FigurePublication(for: .restricted, by: .underFive, []),
        [
            .required("audience", \.audience, JSONForm(.audience) { .string($0.rawValue) }),
            .required("rules", \.rules, SuppressionRules.shape.form),
            .list("figures", \.figures, PublishedFigure.shape.form),
        ]
    )

    /// The publication as exports have it.
    var json: JSONValue {
        var members: JSONObject = ["issue": .integer(issue)]
        for member in Self.shape.write(self) { members[member.key] = member.value }
        if let on { members["on"] = .date(on) }
        return .object(members)
    }
}

extension SuppressionRules {
    static let shape = Shape<SuppressionRules>(
        names: ["smallestShown", "showsZero", "possibleUpTo", "weightOfTotals"],
        write: { rules in
            [
                "smallestShown": .integer(rules.smallestShown), "showsZero": .bool(rules.showsZero),
                "possibleUpTo": .integer(rules.protection.upperBound),
                "weightOfTotals": .integer(rules.weightOfTotals),
            ]
        },
        read: { (fields) throws(JSONError) in
            let smallest = try fields.required("smallestShown", as: .integer)
            let zero = try fields.optional("showsZero", as: .bool) ?? true
            let upper = try fields.optional("possibleUpTo", as: .integer)
            let weight = try fields.optional("weightOfTotals", as: .integer) ?? 3
            do throws(SuppressionError) {
                return try SuppressionRules(
                    smallestShown: smallest,
                    showsZero: zero,
                    possibleUpTo: upper,
                    weightOfTotals: weight
                )
            } catch {
                throw fields.error(error.message, at: "smallestShown")
            }
        }
    )

    /// The rules in words.
    public var inWords: String {
        "Counts under \(smallestShown) are hidden\(showsZero ? ", zero is shown" : ", and so is zero"); "
            + "a hidden one may be anything from \(protection.lowerBound) to \(protection.upperBound)."
    }
}
