// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A committee's risks, with every version of the scales that their assessments pin.
///
/// Registers nest: a working group's below its committee's, that below the partnership's. A risk
/// keeps its identity when it is escalated from one to the next.
public struct RiskRegister: Hashable, Sendable {
    /// The stable identifier of the register.
    public var id: String
    /// The name of the register.
    public var name: String
    /// At which level of the organisation the register is kept.
    public var tier: Tier?
    /// The register above, to which risks are escalated, by its identifier.
    public var parentID: String?
    /// The scales, in every version that an assessment may pin.
    public var scales: [RiskScale]
    /// The scale by which new assessments are made; the last of ``scales`` when nil.
    public var scaleInUse: RiskScale.Reference?
    /// The register's own names for the scores, such as “Initial” for the inherent one.
    public var scoreNames: [RiskScoreKind: String]
    /// The categories, where the register has a fixed set.
    public var categories: [Category]
    /// The most that a risk may be, unless its category or the risk itself says otherwise.
    public var appetite: RiskAppetite?
    /// The roles that may accept a risk; anybody when empty.
    public var approvers: [String]
    /// How often risks are reviewed, by their band or zone; the first that fits counts.
    public var reviewIntervals: [ReviewInterval]
    /// How often all other risks are reviewed.
    public var reviewEvery: Period?
    /// When the register is reviewed: the exact words of a timescale.
    public var reviewTimescale: String
    /// The workflow by which its risks go from state to state, in the version that holds for it; nil where
    /// nobody has said.
    public var workflow: RiskWorkflowReference?
    /// What that workflow said when the register pinned it.
    ///
    /// It is what ``RiskWorkflow/says`` had then; empty where that is not known. A register's own JSON leaves it out: the entry has it.
    public var workflowSays: [String] = []
    /// The risks in the register's own order.
    public var risks: [Risk]
    /// 1 when risks were left out for the audience of an edition, however many they are; else 0.
    public var withheldCount: Int
    /// Whether names of risks and actions may be missing, because the register was cut for an audience.
    var isCut = false
    /// Whether the controls are left out for the audience.
    var isWithoutControls = false
    /// What stands around the table in the register's own document, when it was imported.
    public var page: RegisterPage?

    /// Creates a register.
    ///
    /// - Parameters:
    ///   - id: The stable identifier.
    ///   - name: The name of the register.
    ///   - tier: At which level of the organisation the register is kept.
    ///   - parentID: The register above, to which risks are escalated.
    ///   - scales: The scales, in every version that an assessment may pin.
    ///   - risks: The risks in the register's own order.
    ///   - reviewTimescale: When the register is reviewed, in words.
    public init(
        id: String,
        name: String,
        tier: Tier? = nil,
        parentID: String? = nil,
        scales: [RiskScale] = [],
        risks: [Risk] = [],
        reviewTimescale: String = ""
    ) {
        self.id = id
        self.name = name
        self.tier = tier
        self.parentID = parentID
        self.scales = scales
        self.risks = risks
        self.reviewTimescale = reviewTimescale
        scoreNames = [:]
        categories = []
        approvers = []
        reviewIntervals = []
        withheldCount = 0
    }
}

extension RiskRegister {
    /// A level of the organisation at which registers are kept.
    public enum Tier: String, Hashable, Sendable, CaseIterable {
        /// A working group's register.
        case workingGroup = "working-group"
        /// A committee's register.
        case committee
        /// The register of a partnership of agencies.
        case partnership
        /// The register of a whole council or board.
        case corporate
    }

    /// A category of risks, with an appetite of its own where it has one.
    public struct Category: Hashable, Sendable {
        /// The register's word for the category.
        public var name: String
        /// The most that a risk of the category may be.
        public var appetite: RiskAppetite?

        /// Creates a category.
        ///
        /// - Parameters:
        ///   - name: The register's word for the category.
        ///   - appetite: The most that a risk of the category may be.
        public init(_ name: String, appetite: RiskAppetite? = nil) {
            self.name = name
            self.appetite = appetite
        }
    }

    /// How often the risks of a band or of a zone are reviewed.
    public struct ReviewInterval: Hashable, Sendable {
        /// What the interval goes by.
        public enum Basis: Hashable, Sendable {
            /// The band of the current score, by its identifier.
            case band(String)
            /// The zone of the current score, by its identifier.
            case zone(String)
            /// The number of the current score.
            case score(ClosedRange<Int>)
            /// That nobody has assessed the current score.
            case notAssessed
        }

        /// What the interval goes by.
        public var basis: Basis
        /// How often such a risk is reviewed.
        public var every: Period

        /// Creates an interval.
        ///
        /// - Parameters:
        ///   - basis: What the interval goes by.
        ///   - every: How often such a risk is reviewed.
        public init(_ basis: Basis, every: Period) {
            self.basis = basis
            self.every = every
        }
    }

    /// Returns a scale in the version that a reference pins.
    ///
    /// - Parameter reference: The scale and version.
    /// - Returns: The scale, or `nil` when the register does not have it.
    /// - Complexity: O(*n*) in the number of scales.
    public func scale(_ reference: RiskScale.Reference) -> RiskScale? {
        scales.first { $0.reference == reference }
    }

    /// The scale by which new assessments are made.
    public var currentScale: RiskScale? { scaleInUse.flatMap(scale) ?? scales.last }

    /// The risks that count in the register: those that were approved and have not left it.
    public var openRisks: [Risk] { risks.filter { $0.state == .active } }

    /// Returns a risk.
    ///
    /// - Parameter id: The risk's identifier.
    /// - Returns: The risk, or nil when the register has none of that identifier.
    /// - Complexity: O(*n*) in the number of risks.
    public func risk(_ id: String) -> Risk? { risks.first { $0.id == id } }

    /// Returns what the register calls one of the scores.
    ///
    /// - Parameter kind: Which score.
    /// - Returns: The register's own name, or the plain word.
    public func name(of kind: RiskScoreKind) -> String { scoreNames[kind] ?? kind.word }

    /// Returns the score of an assessment, by the version of the scale that it pins.
    ///
    /// - Parameter assessment: The assessment.
    /// - Returns: The score; `nil` when nobody has assessed the risk, which is not zero.
    /// - Throws: ``RiskError`` when the register has no such scale, or the scale no such level.
    /// - Complexity: O(*n*) in the number of scales and levels.
    public func score(of assessment: RiskAssessment) throws(RiskError) -> RiskScale.Score? {
        guard let levels = assessment.levels else { return nil }
        guard let scale = scale(levels.scale) else {
            let known = scales.map(\.reference.description).joined(separator: "; ")
            throw RiskError(
                .noSuchScale,
                "Register \"\(id)\" has no scale \(levels.scale). It has: "
                    + "\(known.isEmpty ? "none" : known). Add the scale in that version."
            )
        }
        return try scale.score(of: levels)
    }

    /// Returns the risks that an audience may see.
    ///
    /// - Parameter audience: The audience.
    /// - Returns: The risks, in the register's own order.
    /// - Complexity: O(*n*) in the number of risks.
    public func risks(visibleTo audience: Audience) -> [Risk] {
        risks.filter { $0.visibility <= audience }
    }
}
