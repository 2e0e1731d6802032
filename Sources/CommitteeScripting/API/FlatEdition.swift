// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// An edition flattened into columns, with the Swift values beside them for host functions.
struct FlatEdition: Sendable {
    let script: ScriptEdition
    let types: [ScriptRecordType]
    let plans: [PlanRow]
    let items: [ItemRow]
    let keys: [KeyRow]

    /// Flattens an edition.
    ///
    /// - Throws: ``ScriptEditionError`` when it is too large for a plugin.
    /// - Complexity: O(*n*) in the number of items and reports of progress.
    init(
        _ edition: Edition,
        plan: String?,
        today: CivilDate,
        schemes: [StatusScheme]
    ) throws(ScriptEditionError) {
        var builder = EditionFlattener(asOf: edition.asOf, schemes: schemes)
        for plan in edition.plans { builder.add(plan) }
        let wanted = plan ?? edition.currentPlan?.id
        let root = EditionRow(
            edition: edition,
            today: today,
            current: edition.plans.lastIndex { $0.id == wanted },
            plans: Array(edition.plans.indices),
            omissions: Array(edition.omissions.indices)
        )
        types = [
            EditionSchema.edition.type([root]), EditionSchema.plan.type(builder.plans),
            EditionSchema.level.type(builder.levels), EditionSchema.item.type(builder.items),
            EditionSchema.timescale.type(builder.timescales),
            EditionSchema.progress.type(builder.progress), EditionSchema.exit.type(builder.exits),
            EditionSchema.statusKey.type(builder.keys), EditionSchema.check.type(builder.checks),
            EditionSchema.text.type(builder.texts), EditionSchema.footnote.type(builder.footnotes),
            EditionSchema.milestone.type(builder.milestones),
            EditionSchema.omission.type(edition.omissions),
        ]
        plans = builder.plans
        items = builder.items
        keys = builder.keys
        script = try ScriptEdition(types: types)
    }

    /// Flattens the changes between two editions; the root is the list of them.
    ///
    /// - Throws: ``ScriptEditionError`` when there are too many for a plugin.
    init(_ changes: [EditionChange]) throws(ScriptEditionError) {
        let all = ScriptColumn("changes", .list(type: "change", [Array(changes.indices)]))
        types = [
            ScriptRecordType("comparison", rows: 1, columns: [all]),
            EditionSchema.change.type(changes),
        ]
        plans = []
        items = []
        keys = []
        script = try ScriptEdition(types: types)
    }

    private static let planType = 1
    private static let itemType = 3

    static func planHandle(_ row: Int) -> ScriptHandle { .record(type: planType, row: row) }
    static func itemHandle(_ row: Int) -> ScriptHandle { .record(type: itemType, row: row) }

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
    func list(_ handle: ScriptHandle) -> [ScriptValue]? {
        guard handle.kind == .list, types.indices.contains(handle.type),
            types[handle.type].columns.indices.contains(handle.column)
        else { return nil }
        switch types[handle.type].columns[handle.column].values {
        case .textList(let lists) where lists.indices.contains(handle.row):
            return lists[handle.row].map { .string($0) }
        case .list(let name, let lists) where lists.indices.contains(handle.row):
            guard let type = types.firstIndex(where: { $0.name == name }) else { return nil }
            return lists[handle.row].map {
                .handle(.record(edition: handle.edition, type: type, row: $0))
            }
        default: return nil
        }
    }

    /// The value of one field of the record that a handle names.
    ///
    /// - Returns: The value, or nil when the record has no such field.
    func field(_ name: String, of handle: ScriptHandle) -> ScriptValue? {
        guard handle.kind == .record, types.indices.contains(handle.type),
            let column = types[handle.type].columns.firstIndex(where: { $0.name == name }),
            (0..<types[handle.type].rows).contains(handle.row)
        else { return nil }
        let row = handle.row
        switch types[handle.type].columns[column].values {
        case .text(let values): return values[row].map { .string($0) } ?? .null
        case .integer(let values): return values[row].map { .integer($0) } ?? .null
        case .number(let values): return values[row].map { .number($0) } ?? .null
        case .bool(let values): return values[row].map { .bool($0) } ?? .null
        case .date(let values): return values[row].map { .date($0) } ?? .null
        case .value(let values): return values[row]
        case .reference(let target, let rows):
            guard let target = types.firstIndex(where: { $0.name == target }), let row = rows[row]
            else { return .null }
            return .handle(.record(edition: handle.edition, type: target, row: row))
        case .list, .textList:
            return .handle(
                ScriptHandle(
                    kind: .list,
                    edition: handle.edition,
                    type: handle.type,
                    column: column,
                    row: row
                )
            )
        }
    }

    /// The names of the fields of the record that a handle names.
    func fieldNames(of handle: ScriptHandle) -> [String] {
        types.indices.contains(handle.type) ? types[handle.type].columns.map(\.name) : []
    }
}
#endif
