// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// The README shows the lines between the marks; the tests of the tool compile and run this file.

#if Scripting && SQLite
// README: begin
import CommitteeKit
import CommitteeScripting
import CommitteeStorage

func northshire(store: SQLiteJournal, plugins: String, plan: [UInt8]) async throws -> String {
    let library = CommitteeLibrary(
        store: store,
        plugins: try await LuaPlugins.load(PluginFolder(plugins)),
        today: { CivilDate(2026, 11, 30) }
    )
    try await store.createCommittee("northshire-cpc", name: "Northshire CPC")
    let committee = try await library.committee("northshire-cpc")

    // The committee's published plan, read with its own layout. Doubts are in found.findings.
    let found = try await committee.prepareImport(
        plan,
        named: "plan.md",
        layout: "northshire/plan",
        by: "lead-officer"
    )
    try await committee.record(found)

    // What another system knows: recorded once, however often it retries.
    try await committee.record(
        .completed(.action("1.1", of: "plan-2026-2027")),
        by: "mosaic",
        idempotencyKey: "mosaic/31"
    )

    // What was true on a day, for an audience, as a plugin reports it.
    let edition = try await committee.edition(asOf: CivilDate(2026, 11, 30), audience: .committee)
    let report = try await library.report("late-list/late", of: edition)
    return String(decoding: try report.render(.plainText), as: UTF8.self)
}
// README: end
#endif
