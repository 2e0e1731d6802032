// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How the cells of a register say levels, scores and bands of its scale, both ways.
///
/// Reading is by whole cells: a level by its identifier, its label or both; a score by its number, alone
/// or with its band; a band by its label, letter, identifier or colour. Anything else is not read.
struct RegisterScores: Sendable {
    let scale: RiskScale

    // MARK: Reading

    /// The level that a cell says; nil when it is none of the scale.
    func level(_ words: String, in levels: [RiskScale.Level]) -> RiskScale.Level? {
        let key = words.comparisonKey
        guard !key.isEmpty else { return nil }
        if let level = levels.first(where: { $0.id.comparisonKey == key }) { return level }
        let fitting = levels.filter { level in
            let (id, label) = (level.id.comparisonKey, level.label.comparisonKey)
            return [label, "\(id) \(label)", "\(label) \(id)"].contains(key)
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// The band that a cell says; nil when it is none of the scale, or when several have the colour.
    func band(_ words: String) -> RiskScale.Band? {
        let key = words.comparisonKey
        guard !key.isEmpty else { return nil }
        let names: [@Sendable (RiskScale.Band) -> [String]] = [
            { [$0.id, $0.label] }, { [$0.letter, "\($0.letter) \($0.label)"] },
            { band in
                let colour = band.colour?.rawValue ?? ""
                return [
                    colour, "\(band.label) \(colour)", "\(band.letter) \(band.label) \(colour)",
                ]
            },
        ]
        for name in names {
            let fitting = scale.bands.filter { name($0).contains { $0.comparisonKey == key } }
            if fitting.count == 1 { return fitting[0] }
        }
        return nil
    }

    /// The score that a cell says: a number, or a number with a band.
    func score(_ words: String) -> RiskAssessment.Stated? {
        let parts = words.comparisonKey.split(separator: " ").map(String.init)
        let isNegative = words.trimmingSpace.first?.isDash ?? false
        guard let first = parts.first, !isNegative, !words.contains(".") else { return nil }
        for (number, rest) in [
            (first, parts.dropFirst()), (parts[parts.count - 1], parts.dropLast()),
        ] {
            guard let value = Int(number) else { continue }
            guard !rest.isEmpty else { return .init(value: value) }
            guard let band = band(rest.joined(separator: " ")) else { continue }
            return .init(value: value, bandID: band.id)
        }
        return nil
    }

    /// Whether a cell says that nobody has assessed it, or says nothing.
    func isNotAssessed(_ words: String) -> Bool {
        let key = words.comparisonKey
        if key.isEmpty { return words.allSatisfy { $0.isWhitespace || $0.isDash || $0 == "." } }
        return key == scale.words.notAssessed.comparisonKey || key == "not assessed"
    }

    /// The levels of an axis in words, for a finding.
    static func known(_ levels: [RiskScale.Level]) -> String {
        levels.map(\.text).joined(separator: ", ")
    }

    /// The bands of the scale in words, for a finding.
    var knownBands: String { scale.bands.map(\.label).joined(separator: ", ") }

    /// Whether any pair of levels makes a number.
    func canMake(_ value: Int) -> Bool {
        scale.likelihoods.contains { likelihood in
            scale.impacts.contains { impact in
                (try? scale.score(likelihood: likelihood.id, impact: impact.id))?.value == value
            }
        }
    }

    // MARK: Writing

    /// What a cell of a level holds: a short identifier, such as 4 or A, or the label.
    static func words(of id: String, in levels: [RiskScale.Level]) -> String {
        guard let level = levels.first(where: { $0.id == id }), level.id.count > 2,
            !level.label.isEmpty
        else { return id }
        return level.label
    }

    /// What a cell about a part of a score holds.
    func words(_ part: RegisterField.ScorePart, of assessment: RiskAssessment) -> String {
        guard let levels = assessment.levels, levels.scale == scale.reference else { return "" }
        switch part {
        case .likelihood: return Self.words(of: levels.likelihood, in: scale.likelihoods)
        case .impact: return Self.words(of: levels.impact, in: scale.impacts)
        case .score: return (try? scale.score(of: levels))?.value.map(String.init) ?? ""
        case .band:
            guard let score = try? scale.score(of: levels) else { return "" }
            return scale.band(score.bandID)?.label ?? ""
        case .override: return levels.override?.reason ?? ""
        }
    }
}
