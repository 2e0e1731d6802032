// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What there is in a committee so far, by identifier and by name.
struct StructureNames {
    let base: CommitteeProfile?
    let own: OwnStructure

    /// Why a name means nothing, or more than one thing.
    struct Unknown: Error {
        var message: String
    }

    // MARK: By identifier

    func body(_ id: String) -> Body? {
        own.bodies.first { $0.id == id } ?? base?.body(id: id)
            ?? unnamed.flatMap {
                $0.id == id ? $0 : nil
            }
    }

    /// The committee itself, where nobody has said what it is called.
    private var unnamed: Body? {
        base == nil && !own.bodies.contains { $0.kind == .committee } ? .unnamedCommittee : nil
    }

    func group(_ id: String) -> WorkingGroup? {
        own.groups.first { $0.id == id } ?? base?.group(id: id)
    }

    /// The seat, with all terms of those that a profile lists one by one.
    func seat(_ id: String) -> Member? {
        if let seat = own.seats.first(where: { $0.id == id }) { return seat }
        let named = base?.seats.filter { $0.id == id } ?? []
        guard var seat = named.last else { return nil }
        for term in named.flatMap(\.terms) { seat.take(term) }
        return seat
    }

    /// What is said of a body, a group, a seat, a plan or the committee so far, to be compared.
    func part(_ subject: SubjectReference) -> Part {
        switch subject.kind {
        case "body": return .body(body(subject.id))
        case "group": return .group(group(subject.id))
        case "plan": return .plan(own.plans.first { $0.planID == subject.id })
        case "seat":
            guard var seat = seat(subject.id) else { return .seat(nil) }
            if seat.givenID == nil { seat.titleAliases = aliases(ofRole: seat.roleID) }
            seat.givenID = subject.id
            return .seat(seat)
        default:
            return .lists(
                own.functions ?? base?.functions ?? [],
                own.lines ?? base?.reportingLines ?? []
            )
        }
    }

    /// What is said of one part.
    enum Part: Hashable {
        case body(Body?)
        case group(WorkingGroup?)
        case seat(Member?)
        case plan(PlanBodies?)
        case lists([Function], [ReportingLine])
    }

    func roleTitle(_ id: String) -> String? {
        if let role = base?.roles.first(where: { $0.id == id }) { return role.title }
        return own.seats.first { $0.id == id || "role/\($0.id)" == id }.flatMap(\.title)
    }

    /// The other names of a role of the profile, by its identifier or its name.
    func aliases(ofRole role: String) -> [String] {
        base?.roles.first { $0.id == role || $0.title == role }?.aliases ?? []
    }

    func title(of seat: Member) -> String {
        seat.title ?? roleTitle(seat.roleID) ?? seat.id
    }

    // MARK: By name

    /// The body that a name means.
    func bodyID(called name: String, on day: CivilDate) -> Result<String, Unknown> {
        if body(name) != nil { return .success(name) }
        return only(bodies.filter { $0.isCalled(name) }.map(\.id), name, "body", bodyNames, day)
    }

    /// The body or the group that a name means.
    func place(called name: String, on day: CivilDate) -> Result<String, Unknown> {
        if body(name) != nil || group(name) != nil { return .success(name) }
        let found =
            bodies.filter { $0.isCalled(name) }.map(\.id)
            + groups.filter { $0.isCalled(name) }.map(\.id)
        return only(found, name, "body or group", bodyNames + groupNames, day)
    }

    /// The role that a name means.
    func role(called name: String, on day: CivilDate) -> Result<String, Unknown> {
        if roleTitle(name) != nil { return .success(name) }
        let found = roles.filter { $0.isCalled(name) }.map(\.id)
        return only(found, name, "role", roles.map(\.title), day)
    }

    /// The body, the group or the role that a name means.
    func party(called name: String, on day: CivilDate) -> Result<String, Unknown> {
        if case .success(let id) = place(called: name, on: day) { return .success(id) }
        if case .success(let id) = role(called: name, on: day) { return .success(id) }
        let known = bodyNames + groupNames + roles.map(\.title)
        return only([], name, "body, group or role", known, day)
    }

    private var bodies: [Body] {
        let others = base.map { [$0.body] + $0.bodies } ?? (unnamed.map { [$0] } ?? [])
        return own.bodies + others.filter { body in !own.bodies.contains { $0.id == body.id } }
    }

    private var groups: [WorkingGroup] {
        let others = base?.workingGroups ?? []
        return own.groups + others.filter { group in !own.groups.contains { $0.id == group.id } }
    }

    private var roles: [Role] {
        let others = base?.roles ?? []
        let seats = own.seats.compactMap { seat -> Role? in
            guard let title = seat.title, !others.contains(where: { $0.isCalled(title) }) else {
                return nil
            }
            return Role(id: seat.id, title: title, aliases: seat.titleAliases)
        }
        return others + seats
    }

    private var bodyNames: [String] { bodies.map(\.name) }
    private var groupNames: [String] { groups.map(\.name) }

    private func only(
        _ found: [String],
        _ name: String,
        _ noun: String,
        _ known: [String],
        _ day: CivilDate
    ) -> Result<String, Unknown> {
        if found.count == 1 { return .success(found[0]) }
        guard found.isEmpty else {
            let all = found.map { "“\($0)”" }.joined(separator: " or ")
            return .failure(
                Unknown(
                    message: "“\(name)” may be \(all). Give the identifier of the one you mean."
                )
            )
        }
        return .failure(
            Unknown(
                message: "There is no \(noun) “\(name)” on \(day). "
                    + ClosestName.suggestion(for: name, in: known)
            )
        )
    }
}
