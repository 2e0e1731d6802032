// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Records changes that are worked out of the record, anew when somebody recorded in between.
    func recordWorkedOut(
        of what: String,
        effective: CivilDate?,
        by: String,
        reason: String?,
        _ changes: (Record, Parties) throws -> [Change]
    ) async throws -> Record {
        let day = effective ?? library.today()
        guard day <= library.today() else {
            throw LibraryError(
                .refused,
                "\(day.formatted("d MMMM yyyy")) is still to come, and what is recorded of \(what) has happened. "
                    + "Give the day on which it did; what is due then has a day of its own."
            )
        }
        func wanted(_ record: Record) throws -> [Change] {
            let edition = Edition(
                of: record,
                committee: id.rawValue,
                name: name,
                asOf: day,
                audience: .restricted
            )
            return try changes(record, Parties(of: edition))
        }
        var entries = try await entries()
        let before = await Record.foldingInTurns(entries, in: library.rooms, asOf: day)
        guard try !wanted(before).isEmpty else { return before }
        let receipt = try await appendDecided(expecting: .untouched, idempotencyKey: nil) { seen in
            entries = seen
            let record = await Record.foldingInTurns(seen, in: library.rooms, asOf: day)
            let drafts = try wanted(record).map {
                $0.draft(effective: day, by: by, reason: reason)
            }
            try screen(drafts)
            return Decision(drafts: drafts, looksAtEverything: false)
        }
        return await Record.foldingInTurns(
            entries + receipt.entries,
            in: library.rooms,
            asOf: day
        )
    }
}
