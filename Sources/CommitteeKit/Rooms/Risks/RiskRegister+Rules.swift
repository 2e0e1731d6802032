// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A score with the scale that made it, ready to be shown and compared.
public struct ScoredRisk: Hashable, Sendable {
    /// The levels that were judged.
    public var levels: RiskAssessment.Levels
    /// The score.
    public var score: RiskScale.Score
    /// How severe it is by its scale: a greater number is worse.
    public var severity: Int
    /// The band, where the score belongs to one.
    public var band: RiskScale.Band?
    /// The zone of the band, where it has one.
    public var zone: RiskScale.Zone?
    /// The score in words, such as “12 High”.
    public var text: String
    /// The score that the levels make, in words, where the register states another.
    var made: String?

    /// The score as it is shown: letter, word and colour, always together.
    public var tag: StatusTag {
        guard let band else { return StatusTag("", text, colour: nil) }
        // A band's word says what its letter says.
        let letter =
            mark.isEmpty ? band.letter : band.label.isEmpty ? "\(mark) \(band.letter)" : mark
        let word = caveat.isEmpty ? band.label : "\(band.label) (\(caveat))"
        return StatusTag(letter, word, colour: band.colour)
    }

    /// What is to be said beside the score, such as “levels unknown”; empty when the levels make it, or
    /// somebody gave another with a reason.
    public var caveat: String {
        if !levels.areKnown { return Self.levelsUnknown }
        guard levels.stated != nil, levels.override == nil else { return "" }
        return made.map { "as stated; the levels make \($0)" } ?? ""
    }

    /// What is said of a score whose levels are unknown.
    static let levelsUnknown = "levels unknown"

    /// The score in few characters: its number, its code such as A1, or nothing.
    private var mark: String {
        if let value = score.value { return String(value) }
        guard levels.areKnown, levels.stated == nil else { return "" }
        return text == band?.label ? "" : "\(levels.likelihood)\(levels.impact)"
    }
}

extension RiskRegister {
    /// Returns a score of a risk with its band and words.
    ///
    /// - Parameters:
    ///   - kind: Which score.
    ///   - risk: A risk of the register.
    /// - Returns: The score; nil when nobody has assessed it, or when its scale is not here.
    /// - Complexity: O(*n*) in the number of scales, levels, bands and cells.
    public func scored(_ kind: RiskScoreKind, of risk: Risk) -> ScoredRisk? {
        scored(risk.assessment(kind))
    }

    /// Returns an assessment with its score, band and words.
    ///
    /// - Parameter assessment: The assessment.
    /// - Returns: The score; nil when nobody has assessed it, or when its scale is not here.
    /// - Complexity: O(*n*) in the number of scales, levels, bands and cells.
    public func scored(_ assessment: RiskAssessment) -> ScoredRisk? {
        guard let levels = assessment.levels, let scale = scale(levels.scale),
            let score = try? scale.score(of: levels), let severity = scale.severity(of: score)
        else { return nil }
        var scored = ScoredRisk(
            levels: levels,
            score: score,
            severity: severity,
            band: scale.band(score.bandID),
            zone: scale.zone(ofBand: score.bandID),
            text: scale.text(of: levels, score: score)
        )
        if levels.stated != nil, levels.areKnown, let made = try? scale.made(by: levels),
            made != score
        {
            var judged = levels
            judged.stated = nil
            scored.made = scale.text(of: judged, score: made)
        }
        if !scored.caveat.isEmpty { scored.text += " (\(scored.caveat))" }
        return scored
    }

    /// Returns the most that a risk may be: its own appetite, its category's, or the register's.
    ///
    /// - Parameter risk: A risk of the register.
    /// - Returns: The appetite, or nil when none is set.
    public func appetite(for risk: Risk) -> RiskAppetite? {
        risk.appetite ?? categories.first { $0.name == risk.category }?.appetite ?? appetite
    }

    /// Returns whether a risk's current score is above its appetite.
    ///
    /// - Parameter risk: A risk of the register.
    /// - Returns: Whether it is; nil when that cannot be said, because the risk is not assessed, has
    ///   no appetite, or the appetite is not one of the scale that it was assessed by.
    /// - Complexity: O(*n*) in the number of scales, levels, bands and cells.
    public func isAboveAppetite(_ risk: Risk) -> Bool? {
        guard let appetite = appetite(for: risk), let scored = scored(.current, of: risk),
            let scale = scale(scored.levels.scale)
        else { return nil }
        switch appetite {
        case .score(let most):
            guard let value = scored.score.value else { return nil }
            return scale.direction.isLowestScoreWorst ? value < most : value > most
        case .band(let id):
            guard let limit = scale.bands.firstIndex(where: { $0.id == id }) else { return nil }
            if let own = scale.bands.firstIndex(where: { $0.id == scored.score.bandID }) {
                return own > limit
            }
            // The score falls between two bands, so it is compared with the end of the last good one.
            guard let value = scored.score.value, let scores = scale.bands[limit].scores else {
                return nil
            }
            return scale.direction.isLowestScoreWorst
                ? value < scores.lowerBound : value > scores.upperBound
        }
    }

    /// How a risk stands to its appetite.
    public enum AppetiteStanding: Hashable, Sendable {
        /// No appetite is set.
        case notSet
        /// Nobody has assessed the risk.
        case notAssessed
        /// The current score is within it.
        case within
        /// The current score is above it.
        case above
        /// It cannot be said, and why.
        case unknown(String)
    }

    /// Returns how a risk's current score stands to its appetite.
    ///
    /// A workflow that asks whether somebody may accept a risk takes what is unknown for above.
    ///
    /// - Parameter risk: A risk of the register.
    /// - Returns: The standing.
    /// - Complexity: O(*n*) in the number of scales, levels, bands and cells.
    public func appetiteStanding(of risk: Risk) -> AppetiteStanding {
        guard let appetite = appetite(for: risk) else { return .notSet }
        guard let levels = risk.current.levels else { return .notAssessed }
        if let isAbove = isAboveAppetite(risk) { return isAbove ? .above : .within }
        let limit: String
        switch appetite {
        case .score(let most): limit = String(most)
        case .band(let id): limit = currentScale?.band(id)?.label ?? id
        }
        return .unknown(
            "Its score is by scale \(levels.scale), to which the appetite (\(limit)) says nothing, so "
                + "whether it is above cannot be said. Assess it by the scale in use."
        )
    }

    /// Returns the words for the most that a risk may be, such as “Medium”.
    ///
    /// - Parameter risk: A risk of the register.
    /// - Returns: The words; empty when no appetite is set.
    public func appetiteText(for risk: Risk) -> String {
        switch appetite(for: risk) {
        case nil: ""
        case .score(let most): String(most)
        case .band(let id):
            (risk.current.levels.flatMap { scale($0.scale) } ?? currentScale)?.band(id)?.label ?? id
        }
    }

    /// Returns how often a risk is reviewed: as it says itself, by its current score, or as all are.
    ///
    /// - Parameter risk: A risk of the register.
    /// - Returns: The interval, or nil when none is set.
    /// - Complexity: O(*n*) in the number of intervals.
    public func reviewInterval(for risk: Risk) -> Period? {
        if let own = risk.reviewInterval { return own }
        let scored = scored(.current, of: risk)
        let found = reviewIntervals.first { interval in
            switch interval.basis {
            case .band(let id): scored?.score.bandID == id
            case .zone(let id): scored?.zone?.id == id
            case .score(let range): scored?.score.value.map(range.contains) ?? false
            case .notAssessed: scored == nil
            }
        }
        return found?.every ?? reviewEvery
    }

    /// Returns the day by which a risk is to be reviewed.
    ///
    /// It is the day that the last review set, or else the interval after that review; a risk that
    /// was never reviewed counts from the day on which it was approved.
    ///
    /// - Parameter risk: A risk of the register.
    /// - Returns: The day, or nil when nothing sets one.
    /// - Complexity: O(*n*) in the length of the risk's history.
    public func nextReview(of risk: Risk) -> CivilDate? {
        if let date = risk.reviewDate { return date }
        guard let interval = reviewInterval(for: risk) else { return nil }
        let approved = risk.history.first { $0.kind == RiskFact.Name.approve.kind }?.on
        let start = risk.lastReviewed ?? approved ?? risk.current.levels?.date
        return start?.adding(interval)
    }
}
