// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import CommitteeKit
import Testing

@Suite struct RiskRegisterJSONTests {
    @Test(arguments: 0..<300 as Range<UInt64>)
    func aRegisterReadsBackEqual(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let register = try RandomRegister.register(&random)
        let node = JSONNode(register.json, line: 1)
        #expect(try RiskRegister(json: node, source: "register") == register)
    }

    @Test(arguments: [
        (
            #"{ "id": "r", "name": "R", "risks": [ { "id": "1", "cause": "", "event": "" } ] }"#,
            "r.json:1:38: risks[0]: “effect” (a text) is missing. Add it."
        ),
        (
            "{ \"id\": \"r\", \"name\": \"R\",\n  \"risks\": [ { \"id\": \"1\", \"cause\": \"\", "
                + "\"event\": \"\", \"effect\": \"\", \"visibility\": \"publik\" } ] }",
            "r.json:2:81: risks[0].visibility: “publik” is not one of the words that are known "
                + "here. Did you mean “public”?"
        ),
        (
            #"{ "id": "r", "name": "R", "scales": [ { "id": "s", "version": 1, "likelihoods": [], "#
                + #""impacts": [], "scoring": "sum" } ] }"#,
            "r.json:1:39: scales[0]: Scale s, version 1 has no level of likelihood. Give at least "
                + "one."
        ),
        (
            #"{ "id": "r", "name": "R", "scales": [ { "id": "s", "version": 1, "likelihoods": [], "#
                + #""impacts": [], "scoring": "sum", "bands": [ { "id": "b", "label": "B", "from": 1 "#
                + #"} ] } ] }"#,
            "r.json:1:129: scales[0].bands[0]: a band has both “from” and “through”, or neither "
                + "when only a grid gives it."
        ),
    ])
    func mistakesAreNamedWithTheirLine(_ text: String, _ message: String) throws {
        let node = try JSONReader.read(Array(text.utf8), source: "r.json")
        let error = try #require(throws: JSONError.self) {
            try RiskRegister(json: node, source: "r.json")
        }
        #expect(error.description == message)
    }

    private func record() -> Record {
        let visibilities = Audience.allCases
        let register = RiskRegister(
            id: "r",
            name: "Register",
            risks: visibilities.map {
                Risk(id: $0.rawValue, cause: "", event: "", effect: "", visibility: $0)
            }
        )
        var record = Record()
        record.riskRegisters = [register]
        record.unreadRegisters = ["x": ["form": "of another version"]]
        return record
    }

    @Test(arguments: zip(Audience.allCases, [1, 2, 3, 4]))
    func anEditionShowsWhatItsAudienceMaySee(_ audience: Audience, _ count: Int) {
        let edition = Edition(
            of: record(),
            committee: "c",
            name: "C",
            asOf: CivilDate(2025, 1, 1),
            audience: audience
        )
        #expect(edition.riskRegisters.map(\.id) == ["r"])
        #expect(edition.riskRegisters.first?.risks.count == count)
        let isWhole = audience == .restricted
        #expect(edition.registers.keys.sorted() == (isWhole ? ["r", "x"] : ["r"]))
        #expect(
            edition.omissions
                == (isWhole
                    ? []
                    : [
                        Omission(what: "risks", one: "risk", count: 4 - count, of: .register("r")),
                        Omission(what: "risk registers", one: "risk register", count: 1),
                    ])
        )
    }
}

/// Registers of every shape.
private enum RandomRegister {
    static func text(_ random: inout SeededGenerator) -> String {
        ["", "a", "\"q\"", "two words", "żółw", "\u{0}"].randomElement(using: &random) ?? ""
    }

    static func assessment(_ random: inout SeededGenerator) -> RiskAssessment {
        guard Bool.random(using: &random) else { return .notAssessed }
        return .assessed(
            RiskAssessment.Levels(
                scale: RiskScale.Reference(
                    scaleID: text(&random),
                    version: Int.random(in: 1...3, using: &random)
                ),
                likelihood: text(&random),
                impact: text(&random),
                date: Bool.random(using: &random) ? CivilDate(2025, 2, 28) : nil
            )
        )
    }

    static func scale(_ random: inout SeededGenerator) throws -> RiskScale {
        let scorings: [RiskScale.Scoring] = [
            .product, .sum, .grid([]),
            .grid([RiskScale.GridCell(likelihood: "1", impact: "2", bandID: "grade")]),
        ]
        return try RiskScale(
            id: text(&random),
            version: Int.random(in: 1...9, using: &random),
            likelihoods: .numbered(["Rare", "Likely"]),
            impacts: .numbered(["Low", "High"]),
            scoring: scorings.randomElement(using: &random) ?? .sum,
            bands: [
                RiskScale.Band(id: "low", label: text(&random), from: 1, through: 2),
                RiskScale.Band(grade: "grade", label: text(&random)),
            ]
        )
    }

    static func risk(_ random: inout SeededGenerator) -> Risk {
        var risk = Risk(
            id: text(&random),
            cause: text(&random),
            event: text(&random),
            effect: text(&random),
            category: text(&random),
            ownerRoleID: Bool.random(using: &random) ? text(&random) : nil,
            visibility: Audience.allCases.randomElement(using: &random) ?? .restricted
        )
        risk.managerRoleID = Bool.random(using: &random) ? text(&random) : nil
        risk.inherent = assessment(&random)
        risk.current = assessment(&random)
        risk.target = assessment(&random)
        risk.treatment =
            Bool.random(using: &random)
            ? Risk.Treatment.allCases.randomElement(using: &random) : nil
        risk.controls = Risk.Control.Kind.allCases.filter { _ in Bool.random(using: &random) }.map {
            Risk.Control(words: "Words", kind: $0, effectiveness: "Good", ownerRoleID: "chair")
        }
        risk.reviewDate = Bool.random(using: &random) ? CivilDate(2026, 1, 1) : nil
        return risk
    }

    static func register(_ random: inout SeededGenerator) throws -> RiskRegister {
        var scales: [RiskScale] = []
        for _ in 0..<Int.random(in: 0...2, using: &random) { scales.append(try scale(&random)) }
        return RiskRegister(
            id: text(&random),
            name: text(&random),
            scales: scales,
            risks: (0..<Int.random(in: 0...4, using: &random)).map { _ in risk(&random) },
            reviewTimescale: text(&random)
        )
    }
}
