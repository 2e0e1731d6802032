// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How a value stands beside the one before, that of the year before, and the target.
///
/// It is made of what the reader has: beside a hidden number there is no change.
public struct FigureChange: Hashable, Sendable {
    /// The number; nil where it is hidden or is not one.
    public var number: FigureNumber?
    /// The difference to the period before.
    public var lastDifference: FigureNumber?
    /// The difference to the same period of the year before.
    public var yearDifference: FigureNumber?
    /// How it stands against the target.
    public var standing: Indicator.Standing?
    /// The period with which ``sinceLast`` compares: the one before, or of days the last that is known.
    public var lastPeriod: FigurePeriod?
    private var isShare: Bool
    private var decimals: Int

    /// Compares a value.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - indicator: The indicator.
    ///   - last: The newest value for each period and area.
    init(
        of value: FigureValue,
        in indicator: Indicator,
        among last: [FigurePlace: FigureValue]
    ) {
        isShare = indicator.isShare
        decimals = indicator.decimals ?? 0
        number = indicator.number(value)
        guard let number else { return }
        func difference(_ period: FigurePeriod) -> FigureNumber? {
            last[FigurePlace(period, value.area)].flatMap(indicator.number).map { number - $0 }
        }
        yearDifference = difference(value.period.yearBefore)
        // The day before tells nothing: of days, the last one that is known does.
        if value.period.kind == .day {
            let earlier = last.values.filter {
                $0.area == value.area && $0.period.kind == .day && $0.period < value.period
            }.max { $0.period < $1.period }
            lastDifference = earlier.flatMap(indicator.number).map { number - $0 }
            lastPeriod = earlier?.period
        } else {
            lastPeriod = value.period.previous
            lastDifference = difference(value.period.previous)
        }
        standing = indicator.standing(number)
    }

    /// Compares the newest value of an indicator for a period and an area.
    ///
    /// - Parameters:
    ///   - place: The period and the area.
    ///   - indicator: The indicator.
    /// - Complexity: O(*n*) in the number of values.
    public init?(at place: FigurePlace, in indicator: Indicator) {
        var last: [FigurePlace: FigureValue] = [:]
        for value in indicator.values { last[value.place] = value }
        guard let value = last[place] else { return nil }
        self.init(of: value, in: indicator, among: last)
    }

    /// The change on the period before, such as `138 fewer`, `no change` or `2 points more`.
    public var sinceLast: String? { lastDifference.map(words) }

    /// The change on the year before.
    public var sinceYear: String? { yearDifference.map(words) }

    private func words(_ difference: FigureNumber) -> String {
        let size = FigureNumber(thousandths: Int(difference.thousandths.magnitude))
        let digits = size.rounded(to: isShare ? decimals : 0)
        guard FigureNumber(digits) != FigureNumber(0) else { return "no change" }
        let unit = isShare ? (digits == "1" ? " point" : " points") : ""
        let isUp = difference > FigureNumber(0)
        return "\(digits)\(unit) \(isUp ? "more" : isShare ? "less" : "fewer")"
    }
}
