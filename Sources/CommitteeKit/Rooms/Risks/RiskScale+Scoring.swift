// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskScale {
    /// Returns the score that a likelihood and an impact make.
    ///
    /// - Parameters:
    ///   - likelihood: The level of likelihood, by its identifier.
    ///   - impact: The level of impact, by its identifier.
    /// - Returns: The score; without a band where it falls into a gap between the bands.
    /// - Throws: ``RiskError`` when the scale has no such level, when the grid has no such cell, or
    ///   when the weights are too large to count with.
    /// - Complexity: O(*n*) in the number of levels, bands and cells of the grid.
    public func score(likelihood: String, impact: String) throws(RiskError) -> Score {
        let left = try level(likelihood, in: likelihoods, axis: "likelihood")
        let right = try level(impact, in: impacts, axis: "impact")
        switch scoring {
        case .product:
            return try score(left.weight.multipliedReportingOverflow(by: right.weight))
        case .sum:
            return try score(left.weight.addingReportingOverflow(right.weight))
        case .weighted(let first, let second):
            let (a, isFirstTooLarge) = left.weight.multipliedReportingOverflow(by: first)
            let (b, isSecondTooLarge) = right.weight.multipliedReportingOverflow(by: second)
            let sum = a.addingReportingOverflow(b)
            return try score(
                (sum.partialValue, sum.overflow || isFirstTooLarge || isSecondTooLarge)
            )
        case .grid(let cells):
            guard
                let cell = cells.first(where: { $0.likelihood == likelihood && $0.impact == impact }
                )
            else {
                throw RiskError(
                    .noSuchCell,
                    "The scale \(reference) does not score likelihood “\(likelihood)” with impact "
                        + "“\(impact)”: its grid has no cell for this pair. Choose another pair, or add the "
                        + "cell if it was forgotten."
                )
            }
            guard let value = cell.value else { return Score(value: nil, bandID: cell.bandID) }
            return Score(value: value, bandID: cell.bandID ?? band(for: value)?.id)
        }
    }

    /// Returns how severe a score is: a greater number is worse, by this scale alone.
    ///
    /// - Parameter score: A score by this scale.
    /// - Returns: The severity; `nil` for a score without a number whose band the scale has not.
    /// - Complexity: O(*n*) in the number of bands.
    public func severity(of score: Score) -> Int? {
        if let value = score.value { return direction.isLowestScoreWorst ? -value : value }
        return bands.firstIndex { $0.id == score.bandID }
    }

    /// Returns the band with an identifier.
    ///
    /// - Parameter id: The identifier.
    /// - Returns: The band, or `nil` when the scale has none of that identifier.
    /// - Complexity: O(*n*) in the number of bands.
    public func band(_ id: String?) -> Band? {
        guard let id else { return nil }
        return bands.first { $0.id == id }
    }

    /// Returns the zone to which a band belongs.
    ///
    /// - Parameter bandID: The band, by its identifier.
    /// - Returns: The zone, or `nil` when the band belongs to none.
    /// - Complexity: O(*n*) in the number of bands.
    public func zone(ofBand bandID: String?) -> Zone? {
        guard let zoneID = band(bandID)?.zoneID else { return nil }
        return zones.first { $0.id == zoneID }
    }

    /// Whether the scale gives numbers.
    public var hasNumbers: Bool {
        guard case .grid(let cells) = scoring else { return true }
        return cells.contains { $0.value != nil }
    }

    /// The levels of likelihood from the least to the worst.
    public var risingLikelihoods: [Level] {
        direction.isLikelihoodWorstFirst ? likelihoods.reversed() : likelihoods
    }

    /// The levels of impact from the least to the worst.
    public var risingImpacts: [Level] {
        direction.isImpactWorstFirst ? impacts.reversed() : impacts
    }

    /// Returns what is shown for levels and their score, such as “12 High” or “A1 Extreme”.
    ///
    /// - Parameters:
    ///   - levels: The levels.
    ///   - score: The score that they make.
    /// - Returns: The words.
    public func text(of levels: RiskAssessment.Levels, score: Score) -> String {
        let band = band(score.bandID)?.label ?? score.bandID ?? "outside every band"
        if let value = score.value { return "\(value) \(band)" }
        guard levels.override == nil, levels.stated == nil, levels.areKnown, hasCodes else {
            return band
        }
        return "\(levels.likelihood)\(levels.impact) \(band)"
    }

    /// Whether a likelihood and an impact are written as one code, such as A1.
    private var hasCodes: Bool {
        !hasNumbers && (likelihoods + impacts).allSatisfy { $0.id.utf8.count == 1 }
            && likelihoods.first?.id != impacts.first?.id
    }

    /// Returns the band to which a score belongs.
    ///
    /// - Parameter score: The number.
    /// - Returns: The band, or `nil` when the score falls into a gap.
    /// - Complexity: O(*n*) in the number of bands.
    public func band(for score: Int) -> Band? {
        bands.first { $0.scores?.contains(score) == true }
    }

    private func score(_ result: (partialValue: Int, overflow: Bool)) throws(RiskError) -> Score {
        guard !result.overflow else {
            throw RiskError(
                .badScale,
                "The weights of scale \(reference) are too large to count with. Use smaller ones."
            )
        }
        return Score(value: result.partialValue, bandID: band(for: result.partialValue)?.id)
    }

    /// Returns the level of likelihood with an identifier or a label, in capitals or not.
    ///
    /// - Parameter name: The identifier or the label; where one level's label is another's identifier, the
    ///   identifier counts.
    /// - Returns: The level.
    /// - Throws: ``RiskError`` when the scale has none of that name, or several of that label.
    /// - Complexity: O(*n*) in the number of levels.
    public func likelihood(named name: String) throws(RiskError) -> Level {
        try level(named: name, in: likelihoods, axis: "likelihood")
    }

    /// Returns the level of impact with an identifier or a label, in capitals or not.
    ///
    /// - Parameter name: The identifier or the label; where one level's label is another's identifier, the
    ///   identifier counts.
    /// - Returns: The level.
    /// - Throws: ``RiskError`` when the scale has none of that name, or several of that label.
    /// - Complexity: O(*n*) in the number of levels.
    public func impact(named name: String) throws(RiskError) -> Level {
        try level(named: name, in: impacts, axis: "impact")
    }

    private func level(
        named name: String,
        in levels: [Level],
        axis: String
    ) throws(RiskError) -> Level {
        if let level = levels.first(where: { $0.id == name }) { return level }
        let key = name.comparisonKey
        let found = levels.filter { $0.label.comparisonKey == key }
        if found.count == 1 { return found[0] }
        let known = levels.map { "\($0.id) (\($0.label))" }.joined(separator: ", ")
        throw RiskError(
            .noSuchLevel,
            "Scale \(reference) has \(found.isEmpty ? "no" : "several") \(axis) \"\(name)\". It has: "
                + "\(known)."
        )
    }

    func level(
        _ id: String,
        in levels: [Level],
        axis: String
    ) throws(RiskError) -> Level {
        guard let level = levels.first(where: { $0.id == id }) else {
            let known = levels.map(\.id).joined(separator: ", ")
            throw RiskError(
                .noSuchLevel,
                "Scale \(reference) has no \(axis) \"\(id)\". It has: \(known)."
            )
        }
        return level
    }
}

extension RiskScale {
    /// Refuses a scale by which nothing could be scored without doubt.
    func check() throws(RiskError) {
        guard version > 0 else { throw bad("has version \(version); versions count from 1.") }
        try checkLevels(likelihoods, axis: "likelihood")
        try checkLevels(impacts, axis: "impact")
        let ids = Set(bands.map(\.id))
        guard ids.count == bands.count else { throw bad("has two bands of one identifier.") }
        let zoneIDs = Set(zones.map(\.id))
        guard zoneIDs.count == zones.count else { throw bad("has two zones of one identifier.") }
        for band in bands {
            guard let zone = band.zoneID, !zoneIDs.contains(zone) else { continue }
            throw bad("has a band \"\(band.id)\" in zone \"\(zone)\", which it has not.")
        }
        let ranges = bands.compactMap(\.scores).sorted { $0.lowerBound < $1.lowerBound }
        for (left, right) in zip(ranges, ranges.dropFirst()) where left.overlaps(right) {
            throw bad("has two bands for score \(right.lowerBound). Part them.")
        }
        if case .grid(let cells) = scoring { try checkGrid(cells, bandIDs: ids) }
    }

    private func checkLevels(_ levels: [Level], axis: String) throws(RiskError) {
        guard !levels.isEmpty else { throw bad("has no level of \(axis). Give at least one.") }
        guard Set(levels.map(\.id)).count == levels.count else {
            throw bad("has two levels of \(axis) of one identifier.")
        }
    }

    private func checkGrid(_ cells: [GridCell], bandIDs: Set<String>) throws(RiskError) {
        let likelihoodIDs = Set(likelihoods.map(\.id))
        let impactIDs = Set(impacts.map(\.id))
        var seen: Set<[String]> = []
        for cell in cells {
            guard likelihoodIDs.contains(cell.likelihood), impactIDs.contains(cell.impact) else {
                throw bad(
                    "has a grid cell for \"\(cell.likelihood)\" and \"\(cell.impact)\", which are "
                        + "not levels of it."
                )
            }
            guard (cell.value == nil) == (cells[0].value == nil) else {
                throw bad("has grid cells with numbers and others without. Give all of them one.")
            }
            if let band = cell.bandID, !bandIDs.contains(band) {
                throw bad("has a grid cell with band \"\(band)\", which it has not.")
            }
            guard seen.insert([cell.likelihood, cell.impact]).inserted else {
                throw bad(
                    "has two grid cells for \"\(cell.likelihood)\" and \"\(cell.impact)\"."
                )
            }
        }
    }

    private func bad(_ what: String) -> RiskError {
        RiskError(.badScale, "Scale \(reference) \(what)")
    }
}
