// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The figures as a sheet that people fill in: plain text that survives e-mail, or a table.
///
/// ```swift
/// let sheet = FigureSheet(of: edition, after: 12)
/// let reading = try FigureSheet.read(returned, source: "sheet.txt", against: edition) { _ in nil }
/// ```
///
/// It has a line for each of the last periods of an indicator, with what is known, and for those that are missing.
public struct FigureSheet: Hashable, Sendable {
    /// The sheet as plain text.
    public let text: String
    /// The sheet as comma-separated values, with a row for each value.
    public let csv: String

    /// The word with which the sheet begins.
    public static let title = "FIGURES"
    static let end = "[END]"
    /// The headings of the table.
    static let columns = ["Ref", "Indicator", "Period", "Area", "Count", "Out of", "Note"]
    /// How many of the last periods of each indicator it has.
    public static let periodsShown = 5

    /// Writes a sheet, filled in as the record is.
    ///
    /// - Parameters:
    ///   - edition: The record, cut for the committee itself.
    ///   - number: How many entries about figures the record has: a sheet that comes back is compared with
    ///     the record as it was then.
    ///   - ids: The indicators; all of them when nil.
    ///   - isWhole: Whether the sheet has every period that is known.
    public init(
        of edition: Edition,
        after number: Int,
        only ids: [String]? = nil,
        isWhole: Bool = false
    ) {
        let indicators = edition.indicators.filter {
            $0.countsFor <= edition.audience && ids?.contains($0.id) ?? true
        }
        let name = edition.committeeProfile?.name ?? edition.name
        var lines = [
            "\(Self.title) \(SheetText.line(name)), \(edition.asOf.inWords)   ref \(number)",
            "Write each count behind its colon; “37 of 40” where it is a part of something. Correct what is "
                + "wrong: the earlier value stays in the record. An empty line changes nothing. For a "
                + "period or an area that is not here, write a line like the others. Counts only: never "
                + "name or describe a child, a family or a case.",
        ]
        var rows = [Self.columns]
        for indicator in indicators {
            lines += ["", "[\(indicator.id)] \(SheetText.line(indicator.name))"]
            for place in Self.places(of: indicator, on: edition.asOf, isWhole: isWhole) {
                let value = indicator.value(place.period, area: place.area)
                let words = value.map(Self.words) ?? ""
                let label = place.description
                lines.append(words.isEmpty ? "\(label):" : "\(label): \(words)")
                rows.append([
                    "\(number)", "[\(indicator.id)]", place.period.description, place.area ?? "",
                    value?.count.map(String.init) ?? "", value?.outOf.map(String.init) ?? "",
                    value?.note.singleLine ?? "",
                ])
            }
        }
        text = (lines + ["", Self.end]).joined(separator: "\n") + "\n"
        csv =
            "\u{FEFF}"
            + rows.map { $0.map(ReturnSheet.csvCell).joined(separator: ",") }
            .joined(separator: "\r\n") + "\r\n"
    }

    static func words(_ value: FigureValue) -> String {
        guard let count = value.count else { return "" }
        return FigureNumber.grouped(count)
            + (value.outOf.map { " of \(FigureNumber.grouped($0))" } ?? "")
    }

    /// The lines of an indicator: its last periods and those that are missing, each with its areas.
    private static func places(
        of indicator: Indicator,
        on day: CivilDate,
        isWhole: Bool
    ) -> [FigurePlace] {
        let known = Set(indicator.values.map(\.period))
        var periods = Set(isWhole ? Array(known) : Array(known.sorted().suffix(periodsShown)))
        periods.formUnion(indicator.missing(on: day).suffix(periodsShown).map(\.period))
        if periods.isEmpty, let every = indicator.every, every != .day {
            periods.insert(FigurePeriod(every, of: day).previous)
        }
        return periods.sorted().flatMap { period in
            [FigurePlace(period)] + indicator.areas.map { FigurePlace(period, $0) }
        }
    }
}
