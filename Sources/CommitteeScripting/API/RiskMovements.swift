// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// How risks moved between the two editions of a run, for `ctx.movement`.
struct RiskMovements: Sendable {
    /// The earlier edition, cut as Lua reads it.
    let from: Edition
    /// The later edition, cut as Lua reads it.
    let to: Edition

    /// Answers `ctx.movement("main", "current")`; both may be left out.
    func answer(
        _ call: ScriptArguments,
        risks: [[RiskRow]]
    ) throws(ScriptRefusal) -> ScriptValue {
        let register = call[0] == .null ? nil : try call.text(0)
        let name = call[1] == .null ? RiskScoreKind.current.rawValue : try call.text(1)
        guard let kind = RiskScoreKind(rawValue: name) else {
            throw ScriptRefusal(
                "ctx.movement: there is no score “\(name)”. "
                    + ClosestName.suggestion(
                        for: name,
                        in: RiskScoreKind.allCases.map(\.rawValue)
                    )
            )
        }
        let movement: RiskMovement
        do throws(RiskError) {
            movement = try RiskMovement(from: from, to: to, register: register, kind: kind)
        } catch {
            throw ScriptRefusal("ctx.movement: \(error.message)")
        }
        return Self.value(movement, risks)
    }

    private static func value(_ movement: RiskMovement, _ risks: [[RiskRow]]) -> ScriptValue {
        let totals = movement.totals
        let figures = [
            ("before", totals.before), ("after", totals.after), ("up", totals.up),
            ("same", totals.same), ("down", totals.down), ("new", totals.new),
            ("removed", totals.removed), ("not_comparable", totals.notComparable),
        ]
        return .map(
            ScriptMap([
                ("register", .string(movement.registerID.withoutNUL)),
                ("totals", .map(ScriptMap(figures.map { ($0.0, .integer(Int64($0.1))) }))),
                (
                    "shortfall",
                    .list(movement.shortfall.map { .string($0.withoutNUL) })
                ),
                ("rows", .list(movement.rows.map { value($0, risks) })),
            ])
        )
    }

    private static func value(_ row: RiskMovement.Row, _ risks: [[RiskRow]]) -> ScriptValue {
        var fields: [(String, ScriptValue)] = [
            ("id", .string(row.risk.id.withoutNUL)), ("name", .string(row.risk.name.withoutNUL)),
            ("direction", .string(row.direction.rawValue)),
            ("before", .string(row.before?.text.withoutNUL ?? "")),
            ("now", .string(row.after?.text.withoutNUL ?? "")),
            ("why", .string(row.reason.withoutNUL)),
        ]
        // A risk that went to another register is still in the later edition.
        for (edition, rows) in risks.prefix(2).enumerated() {
            guard let place = rows.firstIndex(where: { $0.risk.id == row.risk.id }) else {
                continue
            }
            fields.append(("risk", .handle(FlatEdition.riskHandle(place, in: edition))))
            break
        }
        return .map(ScriptMap(fields))
    }
}
#endif
