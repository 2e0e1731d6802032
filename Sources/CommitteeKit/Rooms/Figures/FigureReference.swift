// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A figure of the committee's record, as a text cites it: `{figure:registrations@2018-07-31}`.
///
/// The identifier of the indicator stands before the period; an area follows after a comma, and what the text says that
/// the figure is, after an equals sign.
///
/// ```swift
/// FigureReference.found(in: "There were {figure:registrations@2018-07-31 = 2,668}.").first?.reference.stated   // 2,668
/// ```
public struct FigureReference: Hashable, Sendable, CustomStringConvertible {
    /// The identifier of the indicator.
    public var indicator: String
    /// The period and the area.
    public var place: FigurePlace
    /// What the text says that the figure is, such as `2,668` or `92.5%`; nil where it leaves that to the record.
    public var stated: String?

    /// Creates a reference.
    ///
    /// - Parameters:
    ///   - indicator: The identifier of the indicator.
    ///   - place: The period and the area.
    ///   - stated: What the text says that the figure is.
    public init(_ indicator: String, _ place: FigurePlace, stated: String? = nil) {
        self.indicator = indicator
        self.place = place
        self.stated = stated
    }

    /// Reads what stands between `{figure:` and `}`, such as `registrations@2018-07-31, North = 40`.
    ///
    /// - Parameter text: The words.
    public init?(_ text: some StringProtocol) {
        let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let halves = sides[0].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2 else { return nil }
        let id = String(halves[0]).trimmingSpace
        let words = halves[1].split(separator: ",", maxSplits: 1)
        guard Indicator.isIdentifier(id), let first = words.first,
            let period = FigurePeriod(String(first).trimmingSpace)
        else { return nil }
        let area = words.count > 1 ? String(words[1]).trimmingSpace : ""
        indicator = id
        place = FigurePlace(period, area.isEmpty ? nil : area)
        guard sides.count > 1 else { return }
        let number = String(sides[1]).trimmingSpace
        guard FigureNumber(number) != nil else { return nil }
        stated = number
    }

    /// The reference between its braces' words, such as `registrations@2018-07-31, North = 40`.
    public var description: String {
        "\(indicator)@\(place.period)" + (place.area.map { ", \($0)" } ?? "")
            + (stated.map { " = \($0)" } ?? "")
    }

    /// What it is about, to ask who may know of it.
    var subject: SubjectReference { SubjectReference(kind: "figure", id: description) }

    /// Whether a number that a text states is that of a figure.
    func isStated(_ words: String, by figure: PublishedFigure, of indicator: Indicator) -> Bool {
        var value = FigureValue(0, in: figure.place.period, area: figure.place.area)
        (value.count, value.outOf) = (figure.count, figure.outOf)
        return isStated(words, by: value, of: indicator)
    }

    /// Whether a number that a text states is that of a value: the count, or the share as it is printed.
    func isStated(_ words: String, by value: FigureValue, of indicator: Indicator) -> Bool {
        guard let said = FigureNumber(words) else { return false }
        if value.count.map({ FigureNumber($0) }) == said { return true }
        guard indicator.isShare, let number = indicator.number(value) else { return false }
        let places =
            words.split(separator: ".").dropFirst().first?.prefix { $0.isNumber }.count ?? 0
        return FigureNumber(number.rounded(to: places)) == said
    }

    /// A reference, and where it stands in a text; one that cannot be read has none.
    public struct Found: Hashable, Sendable {
        /// The reference; nil when the words between the braces are none.
        public var reference: FigureReference?
        /// The words between the braces.
        public var words: String
        /// Where it stands, with its braces.
        public var range: Range<String.Index>
    }

    /// Finds the references in a text.
    ///
    /// - Parameter text: The text.
    /// - Returns: The references, in order, those that cannot be read too.
    /// - Complexity: O(*n*) in the length of the text.
    public static func found(in text: String) -> [Found] {
        FigureMark.found(in: text).map { mark in
            Found(
                reference: mark.isClosed ? FigureReference(mark.words) : nil,
                words: mark.words,
                range: mark.range
            )
        }
    }
}
