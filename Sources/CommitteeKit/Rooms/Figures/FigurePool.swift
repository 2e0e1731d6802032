// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Everything that readers of published figures can put side by side: all that was published, and what is to be.
///
/// It takes a reader who has every publication, whatever its audience. The same number is one cell wherever it is
/// printed; a revised one is another cell. What is missing in a sum is a cell too, which is not printed.
struct FigurePool {
    /// The numbers of a figure, by the names of their cells.
    struct Names {
        var count: String
        var outOf: String?
    }

    private let register: FigureRegister
    private let indicators: [String: Indicator]
    /// Whose counts the reader has as they are.
    private let isExact: (Indicator) -> Bool
    /// Cells that must stay hidden, since a reader who knows more could work something out.
    private let mustHide: Set<String>
    private(set) var together = PublishedTogether()
    private var sums: Set<[String]> = []
    private var now: [String: [FigurePlace: PublishedFigure]] = [:]
    /// What a cell is called for people.
    private(set) var labels: [String: String] = [:]

    /// Begins with all that was published.
    ///
    /// - Parameters:
    ///   - register: The figures with their publications, none of them cut.
    ///   - mustHide: Cells that must stay hidden.
    ///   - isExact: Whose counts the reader has as they are.
    /// - Throws: `SuppressionError` when a publication contradicts itself.
    init(
        _ register: FigureRegister,
        mustHide: Set<String>,
        isExact: @escaping (Indicator) -> Bool
    ) throws(SuppressionError) {
        self.register = register
        self.isExact = isExact
        self.mustHide = mustHide
        indicators = Dictionary(register.indicators.map { ($0.id, $0) }) { first, _ in first }
        for publication in register.publications {
            try addExact(through: publication.on ?? .latest)
            for figure in publication.figures {
                try add(figure) { figure.shows($0) ? .published : .hidden }
            }
            try addSums(strictly: false)
        }
        try addExact(through: .latest)
    }

    /// Adds figures that are to be published now, with every sum that their readers can check.
    ///
    /// - Parameter figures: The figures, with their numbers.
    /// - Throws: `SuppressionError` when a sum does not add up.
    mutating func propose(_ figures: [PublishedFigure]) throws(SuppressionError) {
        for figure in figures { try add(figure) { _ in .proposed } }
        try addSums(strictly: true)
    }

    /// The cells of a figure.
    func names(_ figure: PublishedFigure) -> Names {
        let place = "\(figure.indicator)|\(figure.place.period)|\(figure.place.area ?? "")"
        return Names(
            count: "\(place)|\(figure.count ?? -1)",
            outOf: figure.outOf.map { "\(place)|of|\($0)" }
        )
    }

    /// Adds what an exact reader knows of the indicators whose counts they have as they are.
    private mutating func addExact(through day: CivilDate) throws(SuppressionError) {
        for indicator in register.indicators where isExact(indicator) {
            var known = indicator
            known.values.removeAll { $0.on ?? .earliest > day }
            for value in known.current {
                let figure = PublishedFigure(
                    indicator.id,
                    value.place,
                    count: value.count,
                    outOf: value.outOf
                )
                try add(figure) { _ in .published }
            }
        }
    }

    private mutating func add(
        _ figure: PublishedFigure,
        _ standing: (PublishedFigure.Part) -> PublishedTogether.Standing
    ) throws(SuppressionError) {
        guard let count = figure.count else { return }
        let names = names(figure)
        let indicator = indicators[figure.indicator]
        let isKnown = indicator.map(isExact) ?? false
        func settled(_ name: String, _ part: PublishedFigure.Part) -> PublishedTogether.Standing {
            if isKnown { return .published }
            let standing = standing(part)
            return standing == .proposed && mustHide.contains(name) ? .hidden : standing
        }
        // A number that was hidden once is not proposed again.
        func isNew(_ name: String, _ standing: PublishedTogether.Standing) -> Bool {
            standing != .proposed || labels[name] == nil
        }
        let period = figure.place.period.kind
        let isTotal =
            figure.place.area == nil && indicator?.areas.isEmpty == false
            || indicator?.every.map { period.months > $0.months } ?? false
        let label = "\(indicator?.name ?? figure.indicator), \(figure.place)"
        let standing = settled(names.count, .count)
        if isNew(names.count, standing) {
            try together.add(names.count, count, standing, isTotal: isTotal)
            labels[names.count] = label
        }
        if let whole = figure.outOf, let name = names.outOf {
            let standing = settled(name, .outOf)
            if isNew(name, standing) {
                try together.add(name, whole, standing, isTotal: true)
                labels[name] = "\(label): the number of which it is a part"
            }
            try addSum(name, whole, of: [(names.count, count)], isWhole: false, strictly: false)
        }
        now[figure.indicator, default: [:]][figure.place] = figure
    }

    // MARK: Sums

    private mutating func addSums(strictly: Bool) throws(SuppressionError) {
        for indicator in register.indicators {
            guard let figures = now[indicator.id] else { continue }
            for (place, figure) in figures.sorted(by: { $0.key < $1.key }) {
                try addAreas(indicator, place, figure, figures, strictly)
                try addTimes(indicator, place, figure, figures, strictly)
                try addParts(indicator, place, figure, strictly)
                try addWhole(indicator, place, figure)
            }
        }
    }

    private mutating func addAreas(
        _ indicator: Indicator,
        _ place: FigurePlace,
        _ figure: PublishedFigure,
        _ figures: [FigurePlace: PublishedFigure],
        _ strictly: Bool
    ) throws(SuppressionError) {
        guard place.area == nil, !indicator.areas.isEmpty else { return }
        let parts = indicator.areas.compactMap { figures[FigurePlace(place.period, $0)] }
        guard !parts.isEmpty else { return }
        guard indicator.areasAddUp else {
            // Whoever is in no area, or in another one, is a count of people too.
            for part in parts { try addSum(figure, of: [part], isWhole: false, strictly: false) }
            return
        }
        let isWhole = parts.count == indicator.areas.count
        try addSum(figure, of: parts, isWhole: isWhole, strictly: strictly)
    }

    private mutating func addTimes(
        _ indicator: Indicator,
        _ place: FigurePlace,
        _ figure: PublishedFigure,
        _ figures: [FigurePlace: PublishedFigure],
        _ strictly: Bool
    ) throws(SuppressionError) {
        guard indicator.addsUpOverTime else { return }
        for shorter in [FigurePeriod.Kind.quarter, .month] {
            guard let periods = place.period.parts(shorter) else { continue }
            let parts = periods.compactMap { figures[FigurePlace($0, place.area)] }
            guard !parts.isEmpty else { continue }
            let isWhole = parts.count == periods.count
            try addSum(figure, of: parts, isWhole: isWhole, strictly: strictly)
        }
    }

    private mutating func addParts(
        _ indicator: Indicator,
        _ place: FigurePlace,
        _ figure: PublishedFigure,
        _ strictly: Bool
    ) throws(SuppressionError) {
        let parts = indicator.sumOf.compactMap { now[$0]?[place] }
        guard !parts.isEmpty else { return }
        let isWhole = parts.count == indicator.sumOf.count
        try addSum(figure, of: parts, isWhole: isWhole, strictly: strictly)
    }

    /// A whole that is a count of another indicator is the same number.
    private mutating func addWhole(
        _ indicator: Indicator,
        _ place: FigurePlace,
        _ figure: PublishedFigure
    ) throws(SuppressionError) {
        guard let other = indicator.outOf.flatMap({ now[$0]?[place] }), other.count == figure.outOf,
            let count = other.count, let name = names(figure).outOf
        else { return }
        try addSum(
            name,
            count,
            of: [(names(other).count, count)],
            isWhole: true,
            strictly: false
        )
    }

    /// Adds the sum of counts, and that of their wholes where they add up too.
    private mutating func addSum(
        _ total: PublishedFigure,
        of parts: [PublishedFigure],
        isWhole: Bool,
        strictly: Bool
    ) throws(SuppressionError) {
        guard let count = total.count else { return }
        let counts = parts.compactMap { part in part.count.map { (names(part).count, $0) } }
        guard counts.count == parts.count else { return }
        try addSum(
            names(total).count,
            count,
            of: counts,
            isWhole: isWhole,
            strictly: strictly
        )
        guard let whole = total.outOf, let name = names(total).outOf else { return }
        let wholes = parts.compactMap { part in
            names(part).outOf.flatMap { name in part.outOf.map { (name, $0) } }
        }
        guard wholes.count == parts.count else { return }
        try addSum(name, whole, of: wholes, isWhole: isWhole, strictly: false)
    }

    /// Adds a sum; what its parts leave over is a number that is not printed.
    private mutating func addSum(
        _ total: String,
        _ value: Int,
        of parts: [(name: String, value: Int)],
        isWhole: Bool,
        strictly: Bool
    ) throws(SuppressionError) {
        let key = [total] + parts.map(\.name).sorted()
        let sum = parts.reduce(0) { $0 + $1.value }
        if strictly, sum > value || isWhole && sum != value {
            throw SuppressionError(
                "\(labels[total] ?? total) is \(FigureNumber.grouped(value)), and its parts add up to "
                    + "\(FigureNumber.grouped(sum)). Correct a number, name what is missing as an area of its "
                    + "own, or say of the indicator that its areas or its periods do not add up."
            )
        }
        guard sum <= value, sums.insert(key).inserted else { return }
        guard sum < value || !isWhole else {
            return try together.add(total: total, of: parts.map(\.name))
        }
        let rest = "rest of " + key.joined(separator: " + ")
        try together.add(rest, value - sum, .withheld)
        labels[rest] = "What is left of \(labels[total] ?? total)"
        try together.add(total: total, of: parts.map(\.name) + [rest])
    }
}
