// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit

/// A generated record that grows from day to day, as people record late, ahead and wrongly.
///
/// Every free text holds a mark of its own, so that an output can be searched for what it must not show.
struct RecordOverTime {
    static let plan = "glenmore-2026-2029"
    static let register = "main"
    static let start = CivilDate(2026, 4, 1)
    static let key = "glenmore/key"

    /// What somebody does on a day.
    enum Deed {
        case record(Change, isBound: Bool)
        /// Says that an entry, by its place, should have been another.
        case correct(Int, Change)
        case void(Int)
    }

    /// A deed, the day on which it is done and the day on which it takes effect.
    struct Step {
        var deed: Deed
        var done: CivilDate
        var effective: CivilDate
        var reason: String?
    }

    /// The steps in the order in which they are done.
    private(set) var steps: [Step] = []
    /// Each mark, with the day from which it may show.
    private(set) var marks: [(word: String, from: CivilDate)] = []

    private var generator: SeededGenerator
    private var done = RecordOverTime.start
    private var effective = RecordOverTime.start
    /// The places of the entries about an item, with the item, that may be corrected.
    private var texts: [(place: Int, item: String)] = []
    private var items: [String] = []
    private var risks: [String] = []
    private var controls: [String: Int] = [:]

    init(seed: UInt64, steps count: Int) throws {
        generator = SeededGenerator(seed: seed)
        try begin()
        for _ in 0..<count {
            done = done + below(24)
            effective = done
            switch below(10) {
            case 0, 1, 2: effective = max(Self.start, done - below(150))
            case 3: effective = done + below(120)
            default: break
            }
            try anyStep()
        }
    }

    // MARK: Random parts

    private mutating func below(_ count: Int) -> Int {
        Int(generator.next() % UInt64(max(1, count)))
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    /// A word that shows from the later of the day on which it is recorded and of its effect.
    private mutating func mark() -> String {
        let word = "mark\(marks.count)q"
        marks.append((word, max(done, effective)))
        return word
    }

    private mutating func prose() -> Prose { Prose("Words \(mark())") }

    private mutating func day() -> CivilDate { effective + below(400) - 200 }

    private mutating func timescale() -> Timescale {
        let date = day().formatted("d MMMM yyyy")
        let words = [
            "By \(date)", "By \(date)", "Ongoing", "Every 3 months", "Before each committee",
            "By Christmas",
        ]
        return TimescaleReader().read(pick(words))
    }

    private mutating func audience() -> Audience {
        pick([.public, .public, .public, .partners, .committee, .restricted])
    }

    // MARK: Recording

    private mutating func record(
        _ subject: SubjectReference,
        _ fact: Change.Fact,
        isBound: Bool = false
    ) {
        let reason = below(4) == 0 ? mark() : nil
        steps.append(
            Step(
                deed: .record(Change(subject, fact), isBound: isBound),
                done: done,
                effective: effective,
                reason: reason
            )
        )
    }

    private mutating func item(_ id: String, _ fact: Change.Fact, isBound: Bool = false) {
        record(.action(id, of: Self.plan), fact, isBound: isBound)
    }

    private mutating func risk(_ id: String, _ fact: RiskFact) { record(.risk(id), .risk(fact)) }

    private mutating func begin() throws {
        record(
            .plan(Self.plan),
            .planDrafted(
                PlanOutline(
                    title: "Glenmore plan 1 April 2026 – 31 March 2029",
                    period: CivilSpan(Self.start...CivilDate(2029, 3, 31)),
                    levels: [LevelName("priority", plural: "priorities"), LevelName("action")],
                    layout: "glenmore/plan",
                    scheme: Self.key
                )
            )
        )
        for number in 1...2 {
            item("\(number)", .added(ItemOutline(level: 0, number: "\(number)", text: prose())))
            for part in 1...2 { add("\(number).\(part)", below: "\(number)") }
        }
        record(.plan(Self.plan), .approved(by: "committee"))
        try beginRisks()
    }

    private mutating func beginRisks() throws {
        var register = RiskRegister(
            id: Self.register,
            name: "Risks",
            scales: [
                try RiskScale(
                    id: "four",
                    version: 1,
                    likelihoods: .numbered(["Rare", "Unlikely", "Likely", "Certain"]),
                    impacts: .numbered(["Minor", "Moderate", "Major", "Severe"]),
                    scoring: .product,
                    bands: [
                        .init(id: "low", label: "Low", from: 1, through: 3, colour: .green),
                        .init(id: "medium", label: "Medium", from: 4, through: 8, colour: .amber),
                        .init(id: "high", label: "High", from: 9, through: 16, colour: .red),
                    ]
                )
            ]
        )
        register.appetite = .band("medium")
        register.approvers = ["committee"]
        register.reviewEvery = Period(3, .months)
        record(.register(Self.register), .registerSet(register.json))
        for _ in 0..<2 { propose() }
    }

    private mutating func add(_ id: String, below parent: String) {
        items.append(id)
        item(id, .added(ItemOutline(level: 1, parent: parent, number: id, text: prose())))
        item(id, .leadsSet(Leads(words: prose(), names: ["Lead \(below(3))"])))
        item(id, .timescaleSet(timescale()))
    }

    private mutating func propose() {
        let id = "R\(risks.count + 1)"
        risks.append(id)
        let wording = RiskFact.Wording(title: mark(), cause: mark(), event: mark(), effect: mark())
        let proposal = RiskFact.Proposal(
            register: Self.register,
            wording: wording,
            ownerRoleID: "chair",
            managerRoleID: "lead-officer",
            visibility: audience()
        )
        risk(id, .proposed(proposal))
        risk(id, .approved(by: "committee"))
    }

    private mutating func anyStep() throws {
        switch below(12) {
        case 0: correctSomething()
        case 1, 2, 3: aboutARisk()
        case 4: aboutThePlan()
        default: aboutAnItem()
        }
    }

    private mutating func correctSomething() {
        guard !texts.isEmpty else { return }
        let (place, id) = pick(texts)
        if below(3) == 0 {
            texts.removeAll { $0.place == place }
            steps.append(Step(deed: .void(place), done: done, effective: done, reason: mark()))
        } else {
            let change = Change(.action(id, of: Self.plan), .textSet(prose()))
            steps.append(
                Step(
                    deed: .correct(place, change),
                    done: done,
                    effective: effective,
                    reason: mark()
                )
            )
        }
    }

    private mutating func aboutAnItem() {
        let id = pick(items)
        switch below(17) {
        case 0, 1:
            texts.append((steps.count, id))
            item(id, .textSet(prose()))
        case 2: item(id, .leadsSet(Leads(words: prose(), names: ["Lead \(below(3))"])))
        case 3, 4: item(id, .timescaleSet(timescale()))
        case 5, 6: item(id, .statusReported(printed: pick(["G", "R", "Z"]), scheme: Self.key))
        case 7, 8:
            let audience = audience()
            item(
                id,
                .progressReported(prose(), asAt: effective - below(30), audience: audience)
            )
        case 9: item(id, pick([.evidenceSet(prose()), .expectedImpactSet(prose())]))
        case 10: item(id, .localSet(name: "budget", prose()))
        case 11: item(id, .goesOn)
        case 12, 13: item(id, .completed, isBound: below(2) == 0)
        case 14: item(id, .reopened)
        case 15:
            item(
                id,
                pick([
                    .left(kind: "withdrawn", destination: nil), .audienceSet(audience()),
                ])
            )
        default:
            let parent = pick(["1", "2"])
            add("\(parent).\(items.count + 1)", below: parent)
        }
    }

    private mutating func aboutThePlan() {
        switch below(4) {
        case 0:
            record(
                .plan(Self.plan),
                .textsSet([PlanText(place: .introduction, text: prose())])
            )
        case 1:
            // A later check may be of a day that is to come.
            let day = effective + below(60)
            let check = ProgressCheck(
                date: day,
                words: day.formatted("d MMMM yyyy"),
                name: mark(),
                total: 4,
                completed: below(4),
                added: nil,
                ongoing: below(4),
                isStated: true
            )
            record(.plan(Self.plan), .checkStated(check))
        case 2: record(.plan(Self.plan), .submitted(to: mark()))
        default:
            let id = "later-\(steps.count)"
            record(
                .plan(id),
                .planDrafted(
                    PlanOutline(
                        title: mark(),
                        period: CivilSpan(effective...(effective + 800)),
                        levels: [LevelName("priority"), LevelName("action")]
                    )
                )
            )
            if below(2) == 0 { record(.plan(id), .predecessorsNamed([Self.plan])) }
            if below(2) == 0 { record(.plan(id), .approved(by: "committee")) }
        }
    }

    private mutating func aboutARisk() {
        let id = pick(risks)
        switch below(7) {
        case 0, 1:
            let levels = RiskAssessment.Levels(
                scale: RiskScale.Reference(scaleID: "four", version: 1),
                likelihood: "\(1 + below(4))",
                impact: "\(1 + below(4))"
            )
            risk(id, .assessed(pick([.inherent, .current, .current, .target]), .assessed(levels)))
        case 2:
            controls[id, default: 0] += 1
            var control = Risk.Control(
                id: "C\(controls[id] ?? 1)",
                words: mark(),
                kind: .preventive
            )
            control.evidenceDue = day()
            risk(id, .controlSet(control))
        case 3: risk(id, .reviewed(outcome: mark(), next: effective + below(120)))
        case 4:
            let until = effective + below(200)
            risk(id, .accepted(by: "chair", until: until, conditions: mark()))
        case 5: risk(id, pick([.closed(outcome: mark()), .deactivated, .reopened]))
        default: propose()
        }
    }
}
