// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

// The rows of the types that speak of risks, each with the places of the rows that it refers to.

struct RegisterRow: Sendable {
    var register: RiskRegister
    var parent: Int?
    var below: [Int] = []
    var scale: Int?
    var scales: [Int] = []
    var risks: [Int] = []
    var open: [Int] = []
    var findings: [Int] = []
}

struct RiskRow: Sendable {
    /// The risks of its register, and which of them it is.
    var places: [RiskPlace]
    var place: Int
    var register: Int
    var asOf: CivilDate
    var scores: [RiskScoreKind: Int] = [:]
    var controls: [Int] = []
    var acceptance: Int?
    var history: [Int] = []
    var links: [Int] = []
    var findings: [Int] = []
    /// The actions of the edition's plans that treat the risk.
    var items: [Int] = []
    var nextReview: CivilDate?
    var isAboveAppetite: Bool?

    var risk: Risk { places[place].risk }

    var isOpen: Bool { risk.state == .active }

    var isReviewOverdue: Bool { isOpen && (nextReview.map { $0 < asOf } ?? false) }

    var isAccepted: Bool { risk.acceptance?.isInForce(on: asOf) ?? false }
}

struct ScoreRow: Sendable {
    var kind: RiskScoreKind
    var name: String
    var scored: ScoredRisk
    var scale: Int?
    var likelihood: RiskScale.Level?
    var impact: RiskScale.Level?
}

struct ControlRow: Sendable {
    var control: Risk.Control
    var owner: String?
    var asOf: CivilDate
}

struct AcceptanceRow: Sendable {
    var acceptance: Risk.Acceptance
    var asOf: CivilDate
}

struct FindingRow: Sendable {
    var finding: RiskFinding
    var risk: Int?
}

struct ScaleRow: Sendable {
    var scale: RiskScale
    var likelihoods: [Int]
    var impacts: [Int]
    var bands: [Int]
}

struct BandRow: Sendable {
    var band: RiskScale.Band
    var zone: RiskScale.Zone?
}

struct MatterRow: Sendable {
    var matter: ReminderMatter
    var risk: Int?
}
#endif
