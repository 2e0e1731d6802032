// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("The example register")
struct RiskExampleTests {
    private func entries() throws -> [Entry] {
        let file = try ChangeFile(
            reading: try ExampleFiles.bytes("strathmarr/risks.json"),
            source: "risks.json"
        )
        let drafts = try file.drafts(in: Record())
        #expect(Record.problems(appending: drafts, to: []) == [])
        var sealer = EntrySealer(committee: "strathmarr", after: nil, context: .testing())
        return drafts.map { sealer.seal($0, idempotencyKey: nil) }
    }

    private func edition(_ date: CivilDate) throws -> Edition {
        Edition(
            of: Record.folding(try entries(), asOf: date),
            committee: "strathmarr",
            name: "Strathmarr",
            asOf: date,
            audience: .restricted
        )
    }

    @Test func oneOfItsRisksGoesUpToThePartnership() throws {
        let edition = try edition(CivilDate(2025, 3, 31))
        #expect(try edition.riskRegister("protection").openRisks.map(\.id) == ["S1", "S2"])
        #expect(try edition.riskRegister("partnership").openRisks.map(\.id) == ["S3"])
    }

    @Test func itsMovementAddsUp() throws {
        let movement = try RiskMovement(
            from: try edition(CivilDate(2024, 12, 31)),
            to: try edition(CivilDate(2025, 3, 31)),
            register: "protection"
        )
        #expect(
            movement.rows.map { "\($0.risk.id) \($0.direction.rawValue)" }
                == ["S1 down", "S2 same", "S3 removed"]
        )
        #expect(movement.shortfall == [])
    }

    @Test func aJournalOfRisksCanBeCarriedElsewhere() throws {
        let entries = try entries()
        let export = RecordExport(
            committee: "strathmarr",
            name: "Strathmarr",
            digestName: "testing-fnv",
            entries: entries
        )
        let text = export.json(asOf: CivilDate(2025, 3, 31)).indentedText
        let read = try RecordExport(reading: Array(text.utf8), source: "export.json")
        #expect(Record.folding(read.entries) == Record.folding(entries))
    }

    @Test func sampleRisksAreTheSameEachTime() throws {
        let sample = try SampleRisks.edition(count: 25)
        #expect(try SampleRisks.edition(count: 25) == sample)
        #expect(try sample.riskRegister().openRisks.count == 25)
        #expect(
            try sample.riskRegister().openRisks.filter { $0.current == .notAssessed }.count == 4
        )
    }
}
