// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Foundation
import Testing

/// A journal with risks in it, for tests.
struct RiskJournal {
    static let start = CivilDate(2026, 1, 1)
    private(set) var drafts: [EntryDraft] = []
    /// The day of the next entry.
    var day = RiskJournal.start

    /// A journal with nested registers of one scale: team, committee, partnership.
    init(scale: RiskScale? = nil, _ adjust: (inout RiskRegister) -> Void = { _ in }) throws {
        let scale = try scale ?? ScalePack.five.scale()
        for (id, parent) in [
            ("partnership", nil), ("committee", "partnership"), ("team", "committee"),
        ] {
            var register = RiskRegister(
                id: id,
                name: "Risks of the \(id)",
                parentID: parent,
                scales: [scale]
            )
            adjust(&register)
            record(Change(.register(id), .registerSet(register.json)))
        }
    }

    var entries: [Entry] {
        var sealer = EntrySealer(committee: "c", after: nil, context: .testing())
        return drafts.map { sealer.seal($0, idempotencyKey: nil) }
    }

    mutating func record(_ change: Change, by: String = "officer", reason: String? = nil) {
        drafts.append(change.draft(effective: day, by: by, reason: reason))
    }

    mutating func record(_ id: String, _ facts: RiskFact...) {
        for fact in facts {
            let pinned = fact.pinned(by: homeOrAny(id))
            record(Change(.risk(id), .risk(pinned)))
        }
    }

    private func homeOrAny(_ id: String) -> RiskRegister? {
        let registers = Record.folding(entries).riskRegisters
        return registers.first { $0.risk(id) != nil } ?? registers.first
    }

    /// Proposes and approves a risk, and assesses it when levels are given.
    mutating func add(
        _ id: String,
        to register: String = "committee",
        _ levels: (String, String)? = nil,
        visibility: Audience = .committee
    ) {
        record(id, .proposed(.sample(id, register, visibility)), .approved(by: "board"))
        if let levels { assess(id, levels.0, levels.1) }
    }

    mutating func assess(
        _ id: String,
        _ likelihood: String,
        _ impact: String,
        _ kind: RiskScoreKind = .current,
        override: RiskAssessment.Override? = nil
    ) {
        record(id, .assessed(kind, .levels(likelihood, impact, override)))
    }

    /// What would be wrong with one more fact.
    func problem(_ id: String, _ fact: RiskFact) -> String? {
        let draft = Change(.risk(id), .risk(fact.pinned(by: homeOrAny(id))))
            .draft(effective: day, by: "officer")
        return Record.problems(appending: [draft], to: entries).first?.message
    }

    /// Why the standard workflow refuses a fact, when it does.
    func refusal(_ id: String, _ fact: RiskFact) throws -> String? {
        let workflow = StandardRiskWorkflow()
        let request = RiskRequest(id, fact, by: "officer")
        return workflow.check(request, for: workflow.riskCase(id, in: edition()))?.reason
    }

    var problems: [String] { Record.folding(entries).problems.map(\.message) }

    func edition(_ date: CivilDate? = nil, _ audience: Audience = .restricted) -> Edition {
        Edition(
            of: Record.folding(entries, asOf: date ?? day),
            committee: "c",
            name: "North Committee",
            asOf: date ?? day,
            audience: audience
        )
    }

    func risk(_ id: String, on date: CivilDate? = nil) throws -> Risk {
        try edition(date).risk(id).risk
    }
}

extension RiskFact.Proposal {
    static func sample(
        _ id: String,
        _ register: String,
        _ visibility: Audience = .committee
    ) -> Self {
        Self(
            register: register,
            wording: RiskFact.Wording(
                title: "Risk \(id)",
                cause: "A cause of \(id)",
                event: "An event of \(id)",
                effect: "An effect of \(id)"
            ),
            ownerRoleID: "chair",
            visibility: visibility
        )
    }
}

extension RiskAssessment {
    static func levels(
        _ likelihood: String,
        _ impact: String,
        _ override: Override? = nil
    ) -> Self {
        .assessed(
            Levels(
                scale: .unpinned,
                likelihood: likelihood,
                impact: impact,
                override: override
            )
        )
    }
}

/// The scales that the standard plugin carries.
enum ScalePack: String, CaseIterable, CustomTestStringConvertible {
    case five = "five-by-five"
    case four = "four-by-four-weighted"
    case letters = "letters-by-numbers"
    case zones = "two-zones"
    case grades

    var testDescription: String { rawValue }

    func scale() throws -> RiskScale {
        let file = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "plugins/standard/scales/\(rawValue).json")
        return try RiskScale(
            reading: Array(try Data(contentsOf: file)),
            source: "\(rawValue).json"
        )
    }
}
