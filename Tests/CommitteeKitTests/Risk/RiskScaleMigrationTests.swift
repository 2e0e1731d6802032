// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Migrating a scale")
struct RiskScaleMigrationTests {
    private static let one = RiskScale.Reference(scaleID: "s", version: 1)
    private static let two = RiskScale.Reference(scaleID: "s", version: 2)

    /// Version 1 has three levels, version 2 two; 3 becomes 2 only where the migration says so.
    private func journal() throws -> RiskJournal {
        func scale(_ version: Int, _ labels: [String]) throws -> RiskScale {
            try RiskScale(
                id: "s",
                version: version,
                likelihoods: .numbered(labels),
                impacts: .numbered(labels),
                scoring: .product,
                bands: [
                    RiskScale.Band(id: "low", label: "Low", from: 1, through: 3),
                    RiskScale.Band(id: "high", label: "High", from: 4, through: 9),
                ]
            )
        }
        let scales = [try scale(2, ["a", "b"]), try scale(1, ["a", "b", "c"])]
        var journal = try RiskJournal { register in register.scales = scales }
        journal.add("R1", ("2", "2"))
        journal.add("R2", ("3", "1"))
        journal.add("R3")
        journal.record("R1", .accepted(by: "chair", until: nil, conditions: ""))
        return journal
    }

    @Test func itSaysWhatChangesForWhichRiskAndWhatCannotBe() throws {
        let register = try journal().edition().riskRegister("committee")
        let effects = try RiskScaleMigration(from: Self.one, to: Self.two).effects(on: register)
        #expect(effects.map(\.risk) == ["R1", "R2"])
        #expect(effects.map(\.before) == ["4 High", "3 Low"])
        #expect(effects.map(\.after) == ["4 High", nil])
        #expect(effects.map(\.problem) == [nil, "scale s, version 2 has no likelihood “3”"])
    }

    @Test func whatCannotBeMappedStaysWithTheOldVersion() throws {
        var journal = try journal()
        let migration = RiskScaleMigration(from: Self.one, to: Self.two)
        journal.record(Change(.register("committee"), .scaleMigrated(migration)))
        #expect(journal.problems == [])
        #expect(try journal.risk("R1").current.levels?.scale == Self.two)
        #expect(try journal.risk("R2").current.levels?.scale == Self.one)
        let register = try journal.edition().riskRegister("committee")
        #expect(register.currentScale?.reference == Self.two)
        #expect(
            register.findings(on: journal.day).map(\.sentence)
                == ["It is assessed by scale s, version 1; the register uses s, version 2."]
        )
    }

    @Test func levelsAreMappedAsTheMigrationSays() throws {
        var journal = try journal()
        let migration = RiskScaleMigration(
            from: Self.one,
            to: Self.two,
            likelihoods: ["3": "2", "2": "1"],
            impacts: [:]
        )
        journal.record(Change(.register("committee"), .scaleMigrated(migration)))
        #expect(try journal.risk("R2").current.levels?.likelihood == "2")
        let accepted = try journal.risk("R1")
        #expect(accepted.current.levels?.likelihood == "1")
        #expect(
            accepted.acceptance?.lapse(on: journal.day)
                == "its current score changed on 1 January 2026"
        )
    }

    @Test(
        "A map that names what is not there is refused",
        arguments: [
            (
                RiskScaleMigration(from: one, to: two, likelihoods: ["4": "1"]),
                "Scale s, version 1 has no likelihood “4”. Known: 1, 2, 3."
            ),
            (
                RiskScaleMigration(from: one, to: two, impacts: ["3": "3"]),
                "Scale s, version 2 has no impact “3”. Known: 1, 2."
            ),
            (
                RiskScaleMigration(from: one, to: .init(scaleID: "s", version: 3)),
                "The register “committee” has no scale s, version 3. Add the scale in that version "
                    + "first."
            ),
        ]
    )
    func refusals(migration: RiskScaleMigration, message: String) throws {
        let journal = try journal()
        let register = try journal.edition().riskRegister("committee")
        let error = #expect(throws: RiskError.self) { try migration.effects(on: register) }
        #expect(error?.message == message)
        let draft = Change(.register("committee"), .scaleMigrated(migration))
            .draft(effective: journal.day, by: "officer")
        let problems = Record.problems(appending: [draft], to: journal.entries)
        #expect(problems.map(\.message) == [message])
    }
}
