// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Who a committee is, as tables that scripts read.
enum StructureTables {
    static func tables(of state: CommitteeState) -> [RoomTable] {
        let all = state.reading
        func name(_ id: String?) -> String? { id.flatMap { id in all?.name(of: id) } }
        let seats = all.map { all in all.seats.map { $0.named(in: all) } } ?? []
        let groups = (all?.workingGroups ?? []).map { group in
            var group = group
            group.leadRoleID = name(group.leadRoleID)
            group.reportsToBodyID = name(group.reportsToBodyID)
            return group
        }
        let lines = (all?.reportingLines ?? []).map { line in
            var line = line
            line.fromBodyID = name(line.fromBodyID) ?? line.fromBodyID
            line.toBodyID = name(line.toBodyID) ?? line.toBodyID
            return line
        }
        let plans = state.planBodies.map { bodies in
            var bodies = bodies
            for part in PlanBodies.parts {
                bodies[keyPath: part.path] = name(bodies[keyPath: part.path])
            }
            return bodies
        }
        return [
            RoomTable(
                "bodies",
                of: "body",
                "The committee itself and the bodies with which it works.",
                all.map { [$0.body] + $0.bodies } ?? [],
                [Column("id", "The body's identifier.", .text { $0[$1].id })] + Body.table.columns
            ),
            RoomTable(
                "groups",
                of: "group",
                "The working groups.",
                groups,
                [Column("id", "The group's identifier.", .text { $0[$1].id })]
                    + WorkingGroup.table.columns
            ),
            RoomTable(
                "seats",
                of: "seat",
                "The seats of the committee, its bodies and its groups.",
                seats,
                [Column("id", "The seat's identifier.", .text { $0[$1].id })] + Member.table.columns
            ),
            RoomTable(
                "reporting_lines",
                of: "reporting_line",
                "Who reports what to whom.",
                lines,
                lineColumns
            ),
            RoomTable(
                "plan_bodies",
                of: "plan_bodies",
                "Who owns, coordinates and oversees each plan.",
                plans,
                planColumns
            ),
        ]
    }

    private static let lineColumns: [Column<ReportingLine>] = [
        Column("sender", "The body or group that reports.", .text { $0[$1].fromBodyID }),
        Column("receiver", "The body that receives the report.", .text { $0[$1].toBodyID }),
        Column("what", "What is reported, in words.", .text { $0[$1].what }),
        Column(
            "timescale",
            "When it is reported, in words; empty when not said.",
            .text { $0[$1].timescale }
        ),
        Column(
            "cadence",
            "What makes the report due, in words; empty when not said.",
            .text { $0[$1].cadence }
        ),
    ]

    private static let planColumns: [Column<PlanBodies>] = [
        Column("plan", "The plan's identifier.", .text { $0[$1].planID }),
        Column("owner", "The body that owns it.", .optionalText { $0[$1].ownerID }),
        Column(
            "coordinator",
            "The role, group or body that coordinates the work on it.",
            .optionalText { $0[$1].coordinatorID }
        ),
        Column(
            "overseer",
            "The group or body that oversees it.",
            .optionalText { $0[$1].overseerID }
        ),
    ]
}

extension Member {
    /// The seat with names in the place of identifiers, as people read it.
    func named(in all: CommitteeProfile) -> Member {
        var seat = self
        seat.givenID = id
        seat.title = all.name(of: roleID)
        seat.titleAliases = all.roles.first { $0.id == roleID }?.aliases ?? titleAliases
        seat.bodyID = all.name(of: bodyID)
        seat.agencyID = agencyID.map { all.name(of: $0) }
        seat.substitutes = substitutes.map { all.name(of: $0) }
        for place in terms.indices {
            seat.terms[place].holderID = terms[place].holderID.map { all.name(of: $0) }
        }
        return seat
    }
}
