// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("Scores of which the levels are unknown")
struct StatedScoreTests {
    private static func stated(_ value: Int?, band: String? = nil) throws -> RiskAssessment {
        .assessed(
            RiskAssessment.Levels(
                scale: try ScalePack.five.scale().reference,
                stated: .init(value: value, bandID: band)
            )
        )
    }

    private static func journal(_ assessment: RiskAssessment) throws -> RiskJournal {
        var journal = try RiskJournal()
        journal.add("R1")
        journal.record("R1", .assessed(.current, assessment))
        return journal
    }

    @Test(
        "The score is that which is stated, and everything that shows it says that levels are unknown"
    )
    func shown() throws {
        let journal = try Self.journal(try Self.stated(16))
        let edition = journal.edition()
        let (risk, register) = try edition.risk("R1")
        let scored = try #require(register.scored(.current, of: risk))
        #expect(scored.score.value == 16)
        #expect(scored.text.hasSuffix(" (levels unknown)"))
        #expect(scored.tag.text.contains("levels unknown"))
        #expect(!scored.levels.areKnown)
        for name in [
            "risk-register", "risk-cards", "risk-heat-map", "risk-quarterly", "risk-movement",
        ] {
            let request = RiskReport.Request(edition, since: edition, register: register.id)
            let document = try RiskReport.named(name).document(request)
            let words = String(decoding: document.render(.markdown), as: UTF8.self)
            let single = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(
                single.contains("levels unknown") || single.contains("levels are unknown"),
                "\(name): \(words)"
            )
        }
    }

    @Test("The change says so in words")
    func sentence() throws {
        var journal = try RiskJournal()
        journal.add("R1")
        let before = journal.edition()
        journal.day = RiskJournal.start.adding(months: 1)
        journal.record("R1", .assessed(.current, try Self.stated(16)))
        let sentences = EditionChange.risks(between: before, and: journal.edition()).map(\.sentence)
        #expect(sentences.count == 1)
        #expect(sentences.first?.contains("(levels unknown)") ?? false, "\(sentences)")
    }

    @Test("JSON says that the levels are unknown, and reads back")
    func json() throws {
        let fact = RiskFact.assessed(.current, try Self.stated(16, band: "high"))
        #expect(
            fact.json == [
                "score": "current", "scale": .string(try ScalePack.five.scale().id), "version": 1,
                "levelsUnknown": true, "stated": ["score": 16, "band": "high"],
            ]
        )
        let (risk, register) = try Self.journal(try Self.stated(16)).edition().risk("R1")
        let again = try RiskRegister(json: JSONNode(register.json, line: 1), source: "register")
        #expect(again.risk("R1") == risk)
    }

    @Test(
        "A file of changes that leaves out levels must say so, and give a score",
        arguments: [
            (
                ["score": "current", "impact": "3"],
                "changes[0].assess: “likelihood” (a text that is not empty) is missing. Add it."
            ),
            (
                ["score": "current", "levelsUnknown": true],
                "changes[0].assess.levelsUnknown: where levels are unknown, the score is “stated”. Add it."
            ),
            (
                ["score": "current", "levelsUnknown": true, "stated": [:]],
                "changes[0].assess.stated: a stated score has a “score” or a “band”. Add one of them."
            ),
            (
                ["score": "current", "notAssessed": true, "stated": ["score": 3]],
                "changes[0].assess.stated: “stated” does not go with “notAssessed”. Keep one."
            ),
        ] as [(JSONValue, String)]
    )
    func mistakes(_ judgement: JSONValue, _ message: String) throws {
        let file: JSONValue = [
            "by": "officer", "effective": "2026-03-01",
            "changes": [["risk": "R1", "assess": judgement]],
        ]
        let error = #expect(throws: JSONError.self) {
            _ = try ChangeFile(
                reading: file.canonicalBytes,
                source: "changes.json"
            )
        }
        #expect(error?.message == message)
    }

    @Test("A stated score is not taken over to another scale, where nobody can work it out")
    func migration() throws {
        let old = try ScalePack.five.scale()
        let new = try RiskScale(
            id: old.id,
            version: 2,
            likelihoods: old.likelihoods,
            impacts: old.impacts,
            scoring: .sum,
            bands: old.bands
        )
        var register = RiskRegister(id: "main", name: "Main", scales: [old, new])
        var risk = Risk(id: "R1", cause: "A", event: "B", effect: "C")
        risk.current = try Self.stated(16)
        register.risks = [risk]
        let effects = try RiskScaleMigration(from: old.reference, to: new.reference)
            .effects(on: register)
        #expect(effects.map(\.after) == [nil])
        #expect(
            effects.first?.problem
                == "the score is only stated, so scale \(new.reference) cannot work it out"
        )
    }

    @Test("A stated score beside levels that make another says both")
    func beside() throws {
        var levels = RiskAssessment.Levels(
            scale: try ScalePack.five.scale().reference,
            likelihood: "4",
            impact: "2"
        )
        levels.stated = .init(value: 12)
        let (risk, register) = try Self.journal(.assessed(levels)).edition().risk("R1")
        let scored = try #require(register.scored(.current, of: risk))
        #expect(scored.score.value == 12)
        #expect(scored.caveat.hasPrefix("as stated; the levels make 8 "))
        #expect(scored.text.hasPrefix("12 "))
    }

    @Test("Neither levels nor a score is refused")
    func nothing() throws {
        let journal = try Self.journal(
            .assessed(
                .init(scale: try ScalePack.five.scale().reference, likelihood: "", impact: "")
            )
        )
        #expect(journal.problems.count == 1)
        #expect(
            journal.problems.first?.hasPrefix("The payload of “risk.assessed” cannot be read.")
                ?? false
        )
        #expect(try journal.risk("R1").current == .notAssessed)
    }
}
