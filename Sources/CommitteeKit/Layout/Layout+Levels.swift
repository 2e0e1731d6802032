// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Layout {
    /// The fields of a level above the actions that a heading or a column may hold.
    public static let levelFieldNames = [
        "number", "text", "leads", "timescale.words", "status", "status.letter", "status.word",
    ]

    /// The level and the field that a gap such as `outcome.number` names.
    ///
    /// Spaces in the name of the level may be left out or written as `_`.
    func levelField(_ gap: String) -> (level: Int, field: String)? {
        for level in 0..<actionLevel {
            let name = levels[level].singular.filter { $0 != " " }
            for field in Self.levelFieldNames where gap.hasSuffix(".\(field)") {
                let prefix = gap.dropLast(field.count + 1).filter { $0 != "_" && $0 != " " }
                if prefix == name { return (level, field) }
            }
        }
        return nil
    }

    /// Whether a gap such as `outcome.number` is of a level.
    func gap(_ gap: String, isOf level: Int) -> Bool { levelField(gap)?.level == level }

    /// How an action left the plan, when the words of its status say so.
    func exit(reading status: String, on date: CivilDate) -> PlanExit? {
        for exit in exits {
            for words in exit.words {
                guard let match = words.match(status, whole: true) else { continue }
                return PlanExit(kind: exit.kind, destination: match["destination"], on: date)
            }
        }
        return nil
    }

    /// The first column of a status, where every such column is ticked: it holds the words for an exit too.
    var exitTick: StatusTick? {
        let ofStatus = columns.filter { column in
            column.cell.gaps.contains { $0.hasPrefix("status") }
        }
        return ofStatus.allSatisfy { $0.tick != nil } ? ofStatus.first?.tick : nil
    }

    /// The words by which the column of statuses says that an action left the plan.
    func words(for exit: PlanExit) -> String? {
        exits.first { $0.kind == exit.kind }?.words.first?.filled { _ in exit.destination }
            .trimmingSpace
    }
}
