// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension WorkingGroup {
    var json: JSONValue {
        var shortLife = JSONValue.null
        if case .short(let span) = life {
            shortLife = .compact(["from": .date(span.from), "until": .date(span.until)])
        }
        return .compact([
            "id": .string(id), "name": .string(name),
            "abbreviation": .string(optional: abbreviation), "aliases": .texts(aliases),
            "shortLife": shortLife, "remit": remit?.json ?? .null,
            "lead": .string(optional: leadRoleID), "reportsTo": .string(optional: reportsToBodyID),
            "members": .list(members.map(\.json)),
        ])
    }
}

extension JSONFieldType where Value == WorkingGroup {
    static var workingGroup: Self {
        .object(known: [
            "id", "name", "abbreviation", "aliases", "shortLife", "remit", "lead", "reportsTo",
            "members",
        ]) { (fields) throws(JSONError) in
            let span = try fields.optional("shortLife", as: .span)
            return WorkingGroup(
                id: try fields.required("id", as: .text),
                name: try fields.required("name", as: .text),
                abbreviation: try fields.optional("abbreviation", as: .text),
                aliases: try fields.texts("aliases"),
                life: span.map { .short($0) } ?? .standing,
                remit: try fields.optional("remit", as: .remit),
                leadRoleID: try fields.optional("lead", as: .text),
                reportsToBodyID: try fields.optional("reportsTo", as: .text),
                members: try fields.optional("members", as: .list(of: .member)) ?? []
            )
        }
    }
}

extension JSONFieldType where Value == CivilSpan {
    static var span: Self {
        .object(known: ["from", "until"]) { (fields) throws(JSONError) in try fields.span() }
    }
}
