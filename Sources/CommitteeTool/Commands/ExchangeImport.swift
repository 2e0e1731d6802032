// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import CommitteeStorage

/// The import of a record that `committee export` wrote.
struct ExchangeImport {
    /// The name that stands for this form in the place of a layout.
    static let layout = "standard/json"

    var at: StoreOptions
    var file: String
    var isDryRun: Bool
    var isJSON: Bool

    func run() async throws {
        let document = try InputFile(file, "record")
        let export = try RecordExport(reading: document.bytes, source: document.name)
        let opened = try await at.open()
        let committee = opened.committee
        let existing = try await committee.entries()
        let plan = try RecordImport(of: export, into: existing, checking: .sha256)
        if !isDryRun { try await plan.record(in: opened.library.store, committee: committee.id) }
        let record = Record.folding(
            try await committee.entries() + (isDryRun ? export.entries : [])
        )
        let current = record.plans.last
        if isJSON {
            var members: JSONObject = [
                "committee": .string(committee.id.rawValue),
                "recorded": .integer(isDryRun ? 0 : plan.entryCount),
                "alreadyRecorded": .integer(plan.alreadyRecorded), "dryRun": .bool(isDryRun),
                "plans": .integer(record.plans.count), "findings": .array([]),
            ]
            members["counts"] = current.map { plan in
                let levels = plan.levels.enumerated().map { level, name in
                    (name.singular, JSONValue.integer(plan.items.count { $0.level == level }))
                }
                return [
                    "levels": .object(JSONObject(levels)), "actions": .integer(plan.actions.count),
                    "maintenance": .integer(plan.maintenance.count),
                    "backlog": .integer(plan.backlog.count),
                ]
            }
            return try Output.write(.object(members))
        }
        var lines = ["\(export.name) (\(export.committee))", "  read from \(document.name)"]
        lines += record.plans.map { "  \($0.title): \(PlanWords.counts(of: $0))" }
        lines.append("")
        let count = PlanWords.count(plan.entryCount, "entry", "entries")
        if plan.entryCount == 0 {
            lines.append("Nothing was recorded: the journal has all of it already.")
        } else if isDryRun {
            lines.append("Nothing was recorded (dry run); an import would record \(count).")
        } else {
            lines.append("Recorded \(count) of \(export.entries.count).")
        }
        try Output.write(lines.map(TerminalLine.visible).joined(separator: "\n") + "\n")
    }
}
#endif
