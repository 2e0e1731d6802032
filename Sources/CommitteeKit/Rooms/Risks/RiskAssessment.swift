// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What somebody judged a risk to be on a day, or that nobody has judged it.
///
/// Not assessed is neither zero nor the worst: it has no score and belongs to no band.
public enum RiskAssessment: Hashable, Sendable {
    /// Nobody has assessed this yet.
    case notAssessed
    /// Somebody has, by the levels of a pinned scale.
    case assessed(Levels)

    /// The levels, when the risk has been assessed.
    public var levels: Levels? {
        guard case .assessed(let levels) = self else { return nil }
        return levels
    }
}

extension RiskAssessment {
    /// A likelihood and an impact by one version of a scale, or a score of which no more is known.
    ///
    /// A register may state a score and not say which levels made it. Then a level that it does not
    /// state is empty, and the assessment has a ``stated`` score; perhaps also an ``override``, with the
    /// reason why the score is this one.
    public struct Levels: Hashable, Sendable {
        /// The scale and version that was used.
        public var scale: RiskScale.Reference
        /// The level of likelihood, by its identifier; empty when it is unknown.
        public var likelihood: String
        /// The level of impact, by its identifier; empty when it is unknown.
        public var impact: String
        /// The day of the assessment.
        public var date: CivilDate?
        /// The score that the assessor gave instead of that which the levels make.
        public var override: Override?
        /// The score as a register states it, where its levels are unknown or make another.
        public var stated: Stated?

        /// Whether both levels are known.
        public var areKnown: Bool { !likelihood.isEmpty && !impact.isEmpty }

        /// Creates an assessment by levels.
        ///
        /// - Parameters:
        ///   - scale: The scale and version that was used.
        ///   - likelihood: The level of likelihood, by its identifier.
        ///   - impact: The level of impact, by its identifier.
        ///   - date: The day of the assessment.
        ///   - override: The score that was given instead of that which the levels make.
        public init(
            scale: RiskScale.Reference,
            likelihood: String,
            impact: String,
            date: CivilDate? = nil,
            override: Override? = nil
        ) {
            self.scale = scale
            self.likelihood = likelihood
            self.impact = impact
            self.date = date
            self.override = override
        }

        /// Creates an assessment of which only the score is known.
        ///
        /// - Parameters:
        ///   - scale: The scale and version by which the score is read.
        ///   - stated: The score.
        ///   - date: The day of the assessment.
        public init(scale: RiskScale.Reference, stated: Stated, date: CivilDate? = nil) {
            self.init(scale: scale, likelihood: "", impact: "", date: date)
            self.stated = stated
        }
    }

    /// A score as a register states it: a number, a band, or both.
    public struct Stated: Hashable, Sendable {
        /// The number, where one is stated.
        public var value: Int?
        /// The band, by its identifier, where one is stated.
        public var bandID: String?

        /// Creates a score.
        ///
        /// - Parameters:
        ///   - value: The number, where one is stated; its band is found by the scale.
        ///   - bandID: The band, where one is stated.
        public init(value: Int? = nil, bandID: String? = nil) {
            self.value = value
            self.bandID = bandID
        }
    }

    /// A score that somebody gave by judgement, with the reason.
    public struct Override: Hashable, Sendable {
        /// The number, where one was given.
        public var value: Int?
        /// The band, by its identifier, where one was given.
        public var bandID: String?
        /// Why the score is not that which the levels make.
        public var reason: String

        /// Creates an override.
        ///
        /// - Parameters:
        ///   - value: The number, where one is given; its band is found by the scale.
        ///   - bandID: The band, where one is given.
        ///   - reason: Why the score is not that which the levels make.
        public init(value: Int? = nil, bandID: String? = nil, reason: String) {
            self.value = value
            self.bandID = bandID
            self.reason = reason
        }
    }
}

/// Which of a risk's scores is meant; the names are fixed, what a committee calls them is its own.
public enum RiskScoreKind: String, Hashable, Sendable, CaseIterable {
    /// The risk before any control.
    case inherent
    /// The risk with the controls that there are.
    case current
    /// The risk that is aimed at.
    case target

    /// The name in plain words, for committees that have no other.
    public var word: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension RiskScale {
    /// Returns the score of an assessment by this scale, its override considered.
    ///
    /// - Parameter levels: An assessment that pins this scale.
    /// - Returns: The score.
    /// - Throws: ``RiskError`` when the scale has no such level, cell or band.
    /// - Complexity: O(*n*) in the number of levels, bands and cells.
    public func score(of levels: RiskAssessment.Levels) throws(RiskError) -> Score {
        let made = try made(by: levels)
        if let override = levels.override {
            try check(override.bandID, of: "an override")
            return score(value: override.value, bandID: override.bandID, made: made)
        }
        guard let stated = levels.stated else {
            if let made { return made }
            throw RiskError(
                .noSuchLevel,
                "An assessment by scale \(reference) has no score: its levels are unknown. Give "
                    + "likelihood and impact, or the score that is stated."
            )
        }
        try check(stated.bandID, of: "a stated score")
        return score(value: stated.value, bandID: stated.bandID, made: made)
    }

    /// Returns the score that the levels of an assessment make, whatever else it says.
    ///
    /// - Parameter levels: An assessment that pins this scale.
    /// - Returns: The score; nil when a level is unknown.
    /// - Throws: ``RiskError`` when the scale has no such level or cell.
    /// - Complexity: O(*n*) in the number of levels, bands and cells.
    public func made(by levels: RiskAssessment.Levels) throws(RiskError) -> Score? {
        guard !levels.areKnown else {
            return try score(likelihood: levels.likelihood, impact: levels.impact)
        }
        // A level that is known must be one of the scale, though it makes no score alone.
        if !levels.likelihood.isEmpty {
            _ = try level(levels.likelihood, in: likelihoods, axis: "likelihood")
        }
        if !levels.impact.isEmpty { _ = try level(levels.impact, in: impacts, axis: "impact") }
        return nil
    }

    private func check(_ bandID: String?, of what: String) throws(RiskError) {
        guard let bandID, band(bandID) == nil else { return }
        let known = bands.map(\.id).joined(separator: ", ")
        throw RiskError(
            .noSuchBand,
            "Scale \(reference) has no band \"\(bandID)\" for \(what). It has: \(known)."
        )
    }

    private func score(value: Int?, bandID: String?, made: Score?) -> Score {
        if let value { return Score(value: value, bandID: bandID ?? band(for: value)?.id) }
        return Score(value: nil, bandID: bandID ?? made?.bandID)
    }
}
