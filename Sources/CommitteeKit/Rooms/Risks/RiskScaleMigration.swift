// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How a register goes from one version of its scale to another, level by level.
///
/// Nothing is mapped in silence: a level keeps its identifier unless the migration names another,
/// and an assessment whose level the new scale has not stays with the old version and is reported.
public struct RiskScaleMigration: Hashable, Sendable {
    /// The scale and version that assessments pin so far.
    public var from: RiskScale.Reference
    /// The scale and version that they pin afterwards.
    public var to: RiskScale.Reference
    /// The new level for an old one of likelihood, by identifier.
    public var likelihoods: [String: String]
    /// The new level for an old one of impact, by identifier.
    public var impacts: [String: String]

    /// Creates a migration.
    ///
    /// - Parameters:
    ///   - from: The scale and version that assessments pin so far.
    ///   - to: The scale and version that they pin afterwards.
    ///   - likelihoods: The new level for an old one of likelihood.
    ///   - impacts: The new level for an old one of impact.
    public init(
        from: RiskScale.Reference,
        to: RiskScale.Reference,
        likelihoods: [String: String] = [:],
        impacts: [String: String] = [:]
    ) {
        self.from = from
        self.to = to
        self.likelihoods = likelihoods
        self.impacts = impacts
    }

    /// What a migration does to one score of one risk.
    public struct Effect: Hashable, Sendable {
        /// The risk's identifier.
        public var risk: String
        /// Which score.
        public var kind: RiskScoreKind
        /// The score before, in words.
        public var before: String
        /// The score afterwards, in words; nil when it cannot be mapped.
        public var after: String?
        /// Why it cannot be mapped, when it cannot.
        public var problem: String?
    }

    /// Returns what the migration would do to each score that pins the old scale.
    ///
    /// ```swift
    /// for effect in migration.effects(on: register) where effect.after == nil {
    ///     print(effect.risk, effect.problem ?? "")
    /// }
    /// ```
    ///
    /// - Parameter register: The register, which has both scales.
    /// - Returns: The effects, in the order of the risks.
    /// - Throws: ``RiskError`` when the register lacks a scale, or the map names a level that is not.
    /// - Complexity: O(*n* × *m*) for *n* risks and *m* levels.
    public func effects(on register: RiskRegister) throws(RiskError) -> [Effect] {
        for reference in [from, to] where register.scale(reference) == nil {
            throw RiskError(
                .noSuchScale,
                "The register “\(register.id)” has no scale \(reference). Add the scale in that "
                    + "version first."
            )
        }
        if let message = problem(in: register) { throw RiskError(.noSuchLevel, message) }
        return register.risks.flatMap { risk in
            RiskScoreKind.allCases.compactMap { kind in
                let assessment = risk.assessment(kind)
                guard let levels = assessment.levels, levels.scale == from else { return nil }
                let after = mapped(assessment, in: register).flatMap(register.scored)
                return Effect(
                    risk: risk.id,
                    kind: kind,
                    before: register.scored(assessment)?.text ?? "",
                    after: after?.text,
                    problem: after == nil ? unmapped(levels, in: register) : nil
                )
            }
        }
    }

    private func unmapped(_ levels: RiskAssessment.Levels, in register: RiskRegister) -> String {
        guard let scale = register.scale(to) else { return "" }
        guard levels.areKnown, levels.stated == nil else {
            return "the score is only stated, so scale \(to) cannot work it out"
        }
        let likelihood = likelihoods[levels.likelihood] ?? levels.likelihood
        if !scale.likelihoods.contains(where: { $0.id == likelihood }) {
            return "scale \(to) has no likelihood “\(likelihood)”"
        }
        let impact = impacts[levels.impact] ?? levels.impact
        if !scale.impacts.contains(where: { $0.id == impact }) {
            return "scale \(to) has no impact “\(impact)”"
        }
        return levels.override == nil
            ? "scale \(to) gives the levels no score"
            : "scale \(to) does not have the band or score of the override"
    }

    /// Returns an assessment by the new scale, or nil when it does not pin the old one or cannot be.
    func mapped(_ assessment: RiskAssessment, in register: RiskRegister) -> RiskAssessment? {
        guard var levels = assessment.levels, levels.scale == from, let scale = register.scale(to),
            levels.areKnown, levels.stated == nil
        else { return nil }
        levels.scale = to
        levels.likelihood = likelihoods[levels.likelihood] ?? levels.likelihood
        levels.impact = impacts[levels.impact] ?? levels.impact
        guard let score = try? scale.score(of: levels), scale.severity(of: score) != nil else {
            return nil
        }
        return .assessed(levels)
    }

    /// Returns what is wrong with the map, if anything.
    func problem(in register: RiskRegister) -> String? {
        guard let old = register.scale(from), let new = register.scale(to) else { return nil }
        let axes = [
            ("likelihood", likelihoods, old.likelihoods, new.likelihoods),
            ("impact", impacts, old.impacts, new.impacts),
        ]
        for (axis, map, oldLevels, newLevels) in axes {
            for (before, after) in map.sorted(by: { $0.key < $1.key }) {
                for (id, levels, scale) in [(before, oldLevels, from), (after, newLevels, to)]
                where !levels.contains(where: { $0.id == id }) {
                    return "Scale \(scale) has no \(axis) “\(id)”. "
                        + ClosestName.suggestion(for: id, in: levels.map(\.id))
                }
            }
        }
        return nil
    }
}

extension RiskScaleMigration {
    static let shape = Shape(
        Self(from: .unpinned, to: .unpinned),
        [
            .required("from", \.from, .riskScaleReference),
            .required("to", \.to, .riskScaleReference),
            .given("likelihoods", \.likelihoods, .textsByName, unless: [:]),
            .given("impacts", \.impacts, .textsByName, unless: [:]),
        ]
    )

    /// The JSON form of the migration, as an entry carries it.
    public var json: JSONObject { Self.shape.write(self) }

    /// Reads a migration from its JSON form.
    ///
    /// - Parameters:
    ///   - json: The migration.
    ///   - source: The name to use in errors, such as a file name.
    /// - Throws: `JSONError` with the line when the JSON is not a migration.
    public init(json: JSONNode, source: String) throws(JSONError) {
        self = try Self.shape.type.read(json, JSONPlace(source: source))
    }
}

extension JSONForm where Value == [String: String] {
    static var textsByName: Self {
        let pairs = JSONFieldType<[(key: String, value: String)]>.map(of: .text)
        return Self(
            pairs.checked(pairs.expected) { Dictionary($0.map { ($0.key, $0.value) }) { $1 } }
        ) { texts in
            .object(
                JSONObject(texts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
            )
        }
    }
}
