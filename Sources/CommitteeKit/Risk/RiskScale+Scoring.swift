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
        case .grid(let cells):
            guard
                let cell = cells.first(where: { $0.likelihood == likelihood && $0.impact == impact }
                )
            else {
                throw RiskError(
                    .noSuchCell,
                    "The grid of scale \(reference) has no cell for likelihood \"\(likelihood)\" "
                        + "and impact \"\(impact)\". Add the cell."
                )
            }
            return Score(value: nil, bandID: cell.bandID)
        }
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

    private func level(
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
            guard bandIDs.contains(cell.bandID) else {
                throw bad("has a grid cell with band \"\(cell.bandID)\", which it has not.")
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
