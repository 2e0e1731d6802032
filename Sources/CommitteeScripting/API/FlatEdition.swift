// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// An edition as columns, with the Swift values beside them for host functions.
struct FlatEdition: Sendable {
    let script: ScriptEdition
    private let rows: EditionRows?

    /// The plans.
    var plans: [PlanRow] { rows?.plans ?? [] }
    /// The items of all plans.
    var items: [ItemRow] { rows?.items.value ?? [] }
    /// The letters of the status keys of all plans.
    var keys: [KeyRow] { rows?.keys.value ?? [] }
    /// The risks of all registers.
    var risks: [RiskRow] { rows?.risks.risks ?? [] }
    /// What a reminder rule is asked about.
    var matters: [MatterRow] { rows?.risks.matters ?? [] }

    /// Flattens an edition.
    ///
    /// A column is made when a script first reads it.
    ///
    /// - Throws: ``ScriptEditionError`` when it is too large for a plugin.
    /// - Complexity: O(*n*) in the number of items.
    init(
        _ edition: Edition,
        subjects: [SubjectReference] = [],
        today: CivilDate,
        schemes: [StatusScheme],
        matters: [ReminderMatter] = []
    ) throws(ScriptEditionError) {
        let rows = EditionRows(
            of: edition,
            subjects: subjects,
            today: today,
            schemes: schemes,
            matters: matters
        )
        self.rows = rows
        let tables = edition.rooms.all.flatMap(\.tables)
        let firstOfTables = Self.firstOfRisks + rows.risks.types.count
        script = try ScriptEdition(
            types: [
                (EditionSchema.edition.name, 1), (EditionSchema.plan.name, rows.plans.count),
                (EditionSchema.level.name, rows.counts.levels),
                (EditionSchema.item.name, rows.counts.items),
                (EditionSchema.timescale.name, rows.counts.timescales),
                (EditionSchema.progress.name, rows.counts.progress),
                (EditionSchema.exit.name, rows.counts.exits),
                (EditionSchema.statusKey.name, rows.counts.keys),
                (EditionSchema.check.name, rows.counts.checks),
                (EditionSchema.text.name, rows.counts.texts),
                (EditionSchema.footnote.name, rows.counts.footnotes),
                (EditionSchema.milestone.name, rows.counts.milestones),
                (EditionSchema.omission.name, edition.omissions.count),
                (EditionSchema.meeting.name, rows.meetings.count),
            ] + rows.risks.types + tables.map { ($0.type, $0.count) }
        ) { writer throws(ScriptEditionError) in
            try EditionSchema.edition.write(to: 0, of: writer) { [rows] }
            try EditionSchema.plan.write(to: 1, of: writer) { rows.plans }
            try EditionSchema.level.write(to: 2, of: writer) { rows.levels.value }
            try EditionSchema.item.write(to: 3, of: writer) { rows.items.value }
            try EditionSchema.timescale.write(to: 4, of: writer) { rows.timescales.value }
            try EditionSchema.progress.write(to: 5, of: writer) { rows.progress.value }
            try EditionSchema.exit.write(to: 6, of: writer) { rows.exits.value }
            try EditionSchema.statusKey.write(to: 7, of: writer) { rows.keys.value }
            try EditionSchema.check.write(to: 8, of: writer) {
                edition.plans.flatMap(\.statedChecks)
            }
            try EditionSchema.text.write(to: 9, of: writer) { edition.plans.flatMap(\.texts) }
            try EditionSchema.footnote.write(to: 10, of: writer) {
                edition.plans.flatMap(\.footnotes)
            }
            try EditionSchema.milestone.write(to: 11, of: writer) {
                edition.plans.flatMap(\.milestones)
            }
            try EditionSchema.omission.write(to: 12, of: writer) { edition.omissions }
            try EditionSchema.meeting.write(to: 13, of: writer) { rows.meetings }
            try rows.risks.write(to: Self.firstOfRisks, of: writer)
            for (place, table) in tables.enumerated() {
                let all = Array(0..<table.count)
                try writer.declare(table.name, in: 0) { .list(type: table.type, [all]) }
                try RecordSchema<Int>(table).write(to: firstOfTables + place, of: writer) { all }
            }
        }
    }

    /// Flattens the changes between two editions; the root is the list of them.
    ///
    /// - Throws: ``ScriptEditionError`` when there are too many for a plugin.
    init(_ changes: [EditionChange]) throws(ScriptEditionError) {
        script = try ScriptEdition(types: [
            ("comparison", 1), (EditionSchema.change.name, changes.count),
        ]) { writer throws(ScriptEditionError) in
            let all = ScriptColumn("changes", .list(type: "change", [Array(changes.indices)]))
            try writer.add(all, to: 0)
            try EditionSchema.change.write(to: 1, of: writer) { changes }
        }
        rows = nil
    }

    private static let planType = 1
    private static let itemType = 3
    private static let firstOfRisks = 14

    static func planHandle(_ row: Int) -> ScriptHandle { .record(type: planType, row: row) }
    static func itemHandle(_ row: Int) -> ScriptHandle { .record(type: itemType, row: row) }
    static func riskHandle(_ row: Int, in edition: Int = 0) -> ScriptHandle {
        .record(edition: edition, type: firstOfRisks + RiskFlattener.riskType, row: row)
    }
    static func matterHandle(_ row: Int) -> ScriptHandle {
        .record(type: firstOfRisks + RiskFlattener.matterType, row: row)
    }

    /// The item that a handle names, if it names one.
    func item(_ handle: ScriptHandle) -> ItemRow? {
        guard handle.kind == .record, handle.type == Self.itemType,
            items.indices.contains(handle.row)
        else { return nil }
        return items[handle.row]
    }

    /// The plan that a handle names, if it names one.
    func plan(_ handle: ScriptHandle) -> PlanRow? {
        guard handle.kind == .record, handle.type == Self.planType,
            plans.indices.contains(handle.row)
        else { return nil }
        return plans[handle.row]
    }

    /// The items of a plan's table at one level, or its actions, each with its identifier and its handle.
    func handles(of plan: String, at level: Int?) -> [(id: String, handle: ScriptHandle)] {
        guard let row = plans.first(where: { $0.plan.id == plan }) else { return [] }
        guard let level, level < row.plan.levels.count - 1 else {
            return row.actions.map { (items[$0].item.id, Self.itemHandle($0)) }
        }
        let first = row.start.items
        return row.all.indices
            .filter { row.all[$0].level == level && row.all[$0].list == .table }
            .map { (row.all[$0].id, Self.itemHandle(first + $0)) }
    }

    /// The things in the list that a handle names: texts, or handles of records.
    func list(_ handle: ScriptHandle) -> [ScriptValue]? { script.items(of: handle) }

    /// The value of one field of the record that a handle names.
    ///
    /// - Returns: The value, or nil when the record has no such field.
    func field(_ name: String, of handle: ScriptHandle) -> ScriptValue? {
        script.field(name, of: handle)
    }

    /// The names of the fields of the record that a handle names.
    func fieldNames(of handle: ScriptHandle) -> [String] { script.fieldNames(of: handle) }
}
#endif
