// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("Movement")
struct RiskMovementTests {
    /// The ten thousands of seeds that histories are made from, each a test of its own.
    private static let thousands: [UInt64] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    private static let march = CivilDate(2026, 3, 31)

    private func movement(_ journal: RiskJournal) throws -> RiskMovement {
        try RiskMovement(
            from: journal.edition(Self.march),
            to: journal.edition(),
            register: "committee"
        )
    }

    private func begun() throws -> RiskJournal {
        var journal = try RiskJournal()
        journal.add("R1", ("3", "3"))
        journal.day = CivilDate(2026, 5, 1)
        return journal
    }

    @Test(
        "A risk moves by its score, or in and out",
        arguments: [
            ([RiskFact.assessed(.current, .levels("4", "3"))], RiskMovement.Direction.up, ""),
            ([.assessed(.current, .levels("1", "1"))], .down, ""), ([], .same, ""),
            (
                [.assessed(.current, .levels("1", "1")), .assessed(.current, .levels("3", "3"))],
                .same, ""
            ),
            ([.assessed(.target, .levels("1", "1"))], .same, ""),
            ([.closed(outcome: "Over")], .removed, "closed on 1 May 2026"),
            ([.deactivated], .removed, "deactivated on 1 May 2026"),
            (
                [.escalated(to: "partnership")], .removed,
                "escalated to “partnership” on 1 May 2026"
            ),
            ([.closed(outcome: "Over"), .reopened], .same, ""),
            ([.assessed(.current, .notAssessed)], .notComparable, "no longer assessed"),
        ]
    )
    func directions(
        facts: [RiskFact],
        direction: RiskMovement.Direction,
        reason: String
    ) throws {
        var journal = try begun()
        for fact in facts { journal.record("R1", fact) }
        #expect(journal.problems == [])
        let movement = try movement(journal)
        #expect(movement.rows.map(\.direction) == [direction])
        #expect(movement.rows.map(\.reason) == [reason])
    }

    @Test(
        "A risk that is new says where it came from",
        arguments: [
            ("committee", [RiskFact](), "approved on 1 May 2026"),
            (
                "team", [.escalated(to: "committee")], "escalated from “team” on 1 May 2026"
            ),
            (
                "partnership", [.deescalated(to: "committee")],
                "de-escalated from “partnership” on 1 May 2026"
            ),
            (
                "committee", [.closed(outcome: ""), .reopened], "reopened on 1 May 2026"
            ),
        ]
    )
    func newRisks(register: String, facts: [RiskFact], reason: String) throws {
        var journal = try begun()
        journal.add("R2", to: register, ("1", "1"))
        for fact in facts { journal.record("R2", fact) }
        let row = try #require(try movement(journal).rows.first { $0.risk.id == "R2" })
        #expect(row.direction == .new)
        #expect(row.reason == reason)
    }

    @Test func aChangedScaleCannotBeCompared() throws {
        var journal = try begun()
        let old = try ScalePack.five.scale()
        let new = try RiskScale(
            id: "five-by-five",
            version: 2,
            likelihoods: old.likelihoods,
            impacts: old.impacts,
            scoring: .sum,
            bands: [RiskScale.Band(id: "any", label: "Any", from: 2, through: 10)]
        )
        var register = RiskRegister(
            id: "committee",
            name: "Risks",
            parentID: "partnership",
            scales: [old, new]
        )
        register.scaleInUse = old.reference
        journal.record(Change(.register("committee"), .registerSet(register.json)))
        let migration = RiskScaleMigration(from: old.reference, to: new.reference)
        journal.record(Change(.register("committee"), .scaleMigrated(migration)))
        #expect(journal.problems == [])
        let movement = try movement(journal)
        #expect(movement.totals.notComparable == 1)
        #expect(
            movement.shortfall == [
                "R1 cannot be compared: assessed by scale five-by-five, version 1 before and by "
                    + "five-by-five, version 2 now."
            ]
        )
    }

    @Test(
        "Movement adds up for 10,000 random histories",
        arguments: thousands
    )
    func addsUp(thousand: UInt64) throws {
        let scale = try RiskScale(
            id: "five",
            version: 1,
            likelihoods: .numbered(["1", "2", "3", "4", "5"]),
            impacts: .numbered(["1", "2", "3", "4", "5"]),
            scoring: .product,
            bands: []
        )
        let begin = try RiskJournal(scale: scale).drafts
        var sealer = EntrySealer(committee: "c", after: nil, context: .testing())
        let setUp = begin.map { sealer.seal($0, idempotencyKey: nil) }
        let register = try #require(Record.folding(setUp).riskRegisters.first)
        for seed in thousand * 1000..<(thousand + 1) * 1000 {
            var history = RandomRisks(seed: seed, scale: register.scales[0])
            history.run()
            let entries =
                setUp
                + history.drafts.enumerated().map { index, draft in
                    Self.entry(draft, setUp.count + index + 1)
                }
            let whole = Record.folding(entries, asOf: history.second)
            #expect(whole.problems == [], "seed \(seed)")
            let movement = try RiskMovement(
                from: Self.edition(entries, history.first),
                to: Edition(
                    of: whole,
                    committee: "c",
                    name: "C",
                    asOf: history.second,
                    audience: .restricted
                ),
                register: "committee"
            )
            let totals = movement.totals
            #expect(totals == history.expected, "seed \(seed)")
            #expect(totals.addsUp, "seed \(seed)")
            #expect(
                totals.up + totals.same + totals.down + totals.new + totals.notComparable
                    == totals.after,
                "seed \(seed)"
            )
            #expect(movement.shortfall.count == totals.notComparable, "seed \(seed)")
        }
    }

    private static func entry(_ draft: EntryDraft, _ sequence: Int) -> Entry {
        Entry(
            committee: "c",
            sequence: sequence,
            id: EntryID(rawValue: ""),
            subject: draft.subject,
            kind: draft.kind,
            version: 1,
            payload: draft.payload,
            texts: draft.texts.map {
                EntryText(name: $0.name, digest: [], content: .kept(text: $0.text, salt: []))
            },
            effective: draft.effective,
            effectiveIsBound: false,
            by: draft.by,
            recordedAt: RecordedInstant(milliseconds: 0),
            idempotencyKey: nil,
            previousHash: [],
            hash: []
        )
    }

    private static func edition(_ entries: [Entry], _ date: CivilDate) -> Edition {
        Edition(
            of: Record.folding(entries, asOf: date),
            committee: "c",
            name: "C",
            asOf: date,
            audience: .restricted
        )
    }
}

/// A random history of risks, and a second account of it that is kept by hand.
private struct RandomRisks {
    private struct Known: Hashable {
        var state = "proposed"
        var register: String
        var product: Int?
        var isOpenHere: Bool { state == "active" && register == "committee" }
    }

    private var random: SeededGenerator
    private let scale: RiskScale
    private(set) var drafts: [EntryDraft] = []
    private var known: [String: Known] = [:]
    private var day = CivilDate(2026, 1, 1)
    private(set) var first = CivilDate(2026, 1, 1)
    private(set) var second = CivilDate(2026, 1, 1)
    private var before: [String: Known] = [:]

    init(seed: UInt64, scale: RiskScale) {
        random = SeededGenerator(seed: seed)
        self.scale = scale
    }

    mutating func run() {
        for _ in 0..<Int.random(in: 2...7, using: &random) { step() }
        first = day
        before = known
        day = day + 1
        for _ in 0..<Int.random(in: 1...7, using: &random) { step() }
        second = day
    }

    /// What the movement between the two days must say.
    var expected: RiskMovement.Totals {
        var totals = RiskMovement.Totals()
        for (id, now) in known where now.isOpenHere {
            totals.after += 1
            guard let old = before[id], old.isOpenHere else {
                totals.new += 1
                continue
            }
            switch (old.product, now.product) {
            case (let old?, let now?):
                if now > old { totals.up += 1 }
                if now < old { totals.down += 1 }
                if now == old { totals.same += 1 }
            default: totals.notComparable += 1
            }
        }
        for (id, old) in before where old.isOpenHere {
            totals.before += 1
            if known[id]?.isOpenHere != true { totals.removed += 1 }
        }
        return totals
    }

    private mutating func step() {
        if Bool.random(using: &random) { day = day + 1 }
        let ids = known.keys.sorted()
        guard let id = ids.randomElement(using: &random), Int.random(in: 0...3, using: &random) > 0
        else { return propose() }
        guard var risk = known[id] else { return }
        switch risk.state {
        case "proposed":
            if Int.random(in: 0...5, using: &random) == 0 {
                risk.state = "rejected"
                record(id, .closed(outcome: ""))
            } else {
                risk.state = "active"
                record(id, .approved(by: "board"))
            }
        case "active": change(id, &risk)
        default:
            risk.state = risk.state == "rejected" ? "proposed" : "active"
            record(id, .reopened)
        }
        known[id] = risk
    }

    private mutating func change(_ id: String, _ risk: inout Known) {
        switch Int.random(in: 0...9, using: &random) {
        case 0:
            risk.state = "closed"
            record(id, .closed(outcome: ""))
        case 1:
            risk.state = "inactive"
            record(id, .deactivated)
        case 2 where risk.register == "committee":
            risk.register = "partnership"
            record(id, .escalated(to: "partnership"))
        case 2:
            risk.register = "committee"
            record(id, .deescalated(to: "committee"))
        case 3:
            risk.product = nil
            record(id, .assessed(.current, .notAssessed))
        default:
            let likelihood = Int.random(in: 1...5, using: &random)
            let impact = Int.random(in: 1...5, using: &random)
            risk.product = likelihood * impact
            let levels = RiskAssessment.Levels(
                scale: scale.reference,
                likelihood: "\(likelihood)",
                impact: "\(impact)"
            )
            record(id, .assessed(.current, .assessed(levels)))
        }
    }

    private mutating func propose() {
        let id = "R\(known.count + 1)"
        let register = Bool.random(using: &random) ? "committee" : "partnership"
        known[id] = Known(register: register)
        record(id, .proposed(.sample(id, register)))
    }

    private mutating func record(_ id: String, _ fact: RiskFact) {
        drafts.append(Change(.risk(id), .risk(fact)).draft(effective: day, by: "officer"))
    }
}
