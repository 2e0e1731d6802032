// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// An edition flattened into columns, with the Swift values beside them for host functions.
struct FlatEdition: Sendable {
    let script: ScriptEdition
    let plans: [PlanRow]
    let items: [ItemRow]
    let keys: [KeyRow]
    let risks: [RiskRow]
    /// What a reminder rule is asked about.
    let matters: [MatterRow]

    /// Flattens an edition.
    ///
    /// - Throws: ``ScriptEditionError`` when it is too large for a plugin.
    /// - Complexity: O(*n*) in the number of items and reports of progress.
    init(
        _ edition: Edition,
        plan: String?,
        register: String? = nil,
        today: CivilDate,
        schemes: [StatusScheme],
        matters: [ReminderMatter] = []
    ) throws(ScriptEditionError) {
        var builder = EditionFlattener(asOf: edition.asOf, schemes: schemes)
        for plan in edition.plans { builder.add(plan) }
        let wanted = plan ?? edition.currentPlan?.id
        let found = RiskFlattener(
            edition,
            matters: matters,
            items: edition.riskRegisters.isEmpty ? [:] : builder.placesOfActions
        )
        let registers = found.registers.map(\.register.id)
        let root = EditionRow(
            edition: edition,
            today: today,
            current: edition.plans.lastIndex { $0.id == wanted },
            plans: Array(edition.plans.indices),
            register: register.map { registers.firstIndex(of: $0) }
                ?? (registers.count == 1 ? 0 : nil),
            registers: Array(registers.indices),
            risks: Array(found.risks.indices),
            omissions: Array(edition.omissions.indices)
        )
        let rows = builder
        let items = rows.items.map(ItemRow.init)
        self.items = items
        script = try ScriptEdition(types: [
            (EditionSchema.edition.name, 1), (EditionSchema.plan.name, rows.plans.count),
            (EditionSchema.level.name, rows.levels.count),
            (EditionSchema.item.name, rows.items.count),
            (EditionSchema.timescale.name, rows.timescales.count),
            (EditionSchema.progress.name, rows.progress.count),
            (EditionSchema.exit.name, rows.exits.count),
            (EditionSchema.statusKey.name, rows.keys.count),
            (EditionSchema.check.name, rows.checks.count),
            (EditionSchema.text.name, rows.texts.count),
            (EditionSchema.footnote.name, rows.footnotes.count),
            (EditionSchema.milestone.name, rows.milestones.count),
            (EditionSchema.omission.name, edition.omissions.count),
        ] + found.types) { writer throws(ScriptEditionError) in
            try EditionSchema.edition.write([root], to: 0, of: writer)
            try EditionSchema.plan.write(rows.plans, to: 1, of: writer)
            try EditionSchema.level.write(rows.levels, to: 2, of: writer)
            try EditionSchema.item.write(items, to: 3, of: writer)
            try EditionSchema.timescale.write(rows.timescales, to: 4, of: writer)
            try EditionSchema.progress.write(rows.progress, to: 5, of: writer)
            try EditionSchema.exit.write(rows.exits, to: 6, of: writer)
            try EditionSchema.statusKey.write(rows.keys, to: 7, of: writer)
            try EditionSchema.check.write(rows.checks, to: 8, of: writer)
            try EditionSchema.text.write(rows.texts, to: 9, of: writer)
            try EditionSchema.footnote.write(rows.footnotes, to: 10, of: writer)
            try EditionSchema.milestone.write(rows.milestones, to: 11, of: writer)
            try EditionSchema.omission.write(edition.omissions, to: 12, of: writer)
            try found.write(to: Self.firstOfRisks, of: writer)
        }
        risks = found.risks
        self.matters = found.matters
        plans = builder.plans
        keys = builder.keys
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
            try EditionSchema.change.write(changes, to: 1, of: writer)
        }
        plans = []
        items = []
        keys = []
        risks = []
        matters = []
    }

    private static let planType = 1
    private static let itemType = 3
    private static let firstOfRisks = 13

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

    /// The actions of a plan, each with its identifier and its handle.
    func handles(ofActionsIn plan: String) -> [(id: String, handle: ScriptHandle)] {
        guard let row = plans.first(where: { $0.plan.id == plan }) else { return [] }
        return row.actions.map { (items[$0].item.id, Self.itemHandle($0)) }
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
