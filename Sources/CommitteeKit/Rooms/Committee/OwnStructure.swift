// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What entries of their own say of a committee's parts, each part whole.
struct OwnStructure: Hashable, Sendable {
    var bodies: [Body] = []
    var groups: [WorkingGroup] = []
    var seats: [Member] = []
    var plans: [PlanBodies] = []
    var functions: [Function]?
    var lines: [ReportingLine]?

    var isEmpty: Bool {
        bodies.isEmpty && groups.isEmpty && seats.isEmpty && plans.isEmpty && functions == nil
            && lines == nil
    }

    /// The parts, as an export has them.
    var json: JSONObject {
        var members = JSONObject()
        func add<Part>(_ name: String, _ parts: [Part], _ shape: Shape<Part>) {
            guard !parts.isEmpty else { return }
            members[name] = .array(parts.map { .object(shape.write($0)) })
        }
        add("bodies", bodies, Body.shape)
        add("groups", groups, WorkingGroup.shape)
        add("seats", seats, Member.shape)
        add("plans", plans, PlanBodies.shape)
        if let functions {
            members["functions"] = .array(functions.map { .object(Function.shape.write($0)) })
        }
        if let lines {
            members["reportingLines"] = .array(
                lines.map { .object(ReportingLine.shape.write($0)) }
            )
        }
        return members
    }

    /// Takes the holders of seats out, and returns how many there were.
    mutating func hideHolders() -> Int {
        var count = 0
        for seat in seats.indices {
            for term in seats[seat].terms.indices {
                let hidden = seats[seat].terms[term]
                guard hidden.holderID != nil || hidden.inducted != nil else { continue }
                count += 1
                seats[seat].terms[term] = Member.Term(hidden.span)
            }
        }
        return count
    }
}

extension OwnStructure {
    /// Lets a profile that was set whole say what it can say of the parts that it names.
    mutating func giveWay(to profile: CommitteeProfile?) {
        guard let profile, !isEmpty else { return }
        bodies.removeAll { profile.body(id: $0.id) != nil }
        groups.removeAll { profile.group(id: $0.id) != nil }
        if !profile.functions.isEmpty { functions = nil }
        if !profile.reportingLines.isEmpty { lines = nil }
        for place in seats.indices {
            let named = profile.seats.filter { $0.id == seats[place].id }
            guard let first = named.first else { continue }
            var seat = seats[place]
            seat.bodyID = first.bodyID
            seat.roleID = first.roleID
            seat.title = first.title
            seat.agencyID = first.agencyID
            seat.isVoting = first.isVoting
            seat.titleAliases =
                first.titleAliases.isEmpty
                ? profile.roles.first { $0.id == first.roleID }?.aliases ?? []
                : first.titleAliases
            if !first.substitutes.isEmpty { seat.substitutes = first.substitutes }
            if first.isCore { seat.isCore = true }
            seat.ended = first.ended ?? seat.ended
            for term in named.flatMap(\.terms) where term.span != .always {
                var said = term
                let known = seat.terms.first { $0.span.from == term.span.from }
                said.holderID = term.holderID ?? known?.holderID
                said.inducted = term.inducted ?? known?.inducted
                seat.take(said)
            }
            seats[place] = seat
        }
    }
}

extension OwnStructure {
    /// The committee as a profile and these parts make it.
    ///
    /// - Complexity: O(*n*) in the size of the profile and of these parts.
    func over(_ base: CommitteeProfile?) -> CommitteeProfile {
        let committee =
            bodies.first { $0.kind == .committee } ?? .unnamedCommittee
        var all = base ?? CommitteeProfile(body: committee)
        for body in bodies {
            if body.id == all.body.id {
                all.body = body
            } else {
                all.bodies.put(body)
            }
        }
        for group in groups { all.workingGroups.put(group) }
        all.functions = functions ?? all.functions
        all.reportingLines = lines ?? all.reportingLines
        SeatPlacing(seats, in: all).place(into: &all)
        return all
    }
}

extension Body {
    /// The committee itself, where nobody has said what it is called.
    static let unnamedCommittee = Body(
        id: "committee",
        name: "The committee",
        kind: .committee
    )
}

extension Array where Element: Identifiable, Element.ID == String {
    /// Puts a part in the place of the one with its identifier, or at the end.
    fileprivate mutating func put(_ part: Element) {
        if let place = firstIndex(where: { $0.id == part.id }) {
            self[place] = part
        } else {
            append(part)
        }
    }
}

/// Puts seats that have entries of their own into a profile, each with the role that has it.
private struct SeatPlacing {
    private var seats: [Member]
    /// The places of roles by their identifiers, and by every name that they have.
    private var places: [String: Int] = [:]
    private var named: [String: Int] = [:]
    private var taken: Set<String>

    init(_ seats: [Member], in all: CommitteeProfile) {
        self.seats = seats
        taken = Set(
            all.roles.map(\.id) + [all.body.id] + all.bodies.map(\.id)
                + all.workingGroups.map(\.id)
        )
        for (place, role) in all.roles.enumerated() { note(role, at: place) }
    }

    private mutating func note(_ role: Role, at place: Int) {
        if places[role.id] == nil { places[role.id] = place }
        for name in [role.title] + role.aliases where named[NameKey.key(name)] == nil {
            named[NameKey.key(name)] = place
        }
    }

    func place(into all: inout CommitteeProfile) {
        var placing = self
        placing.giveRoles(in: &all)
        placing.putSeats(into: &all)
    }

    private mutating func giveRoles(in all: inout CommitteeProfile) {
        let held = Dictionary(grouping: all.seats, by: \.roleID).mapValues {
            Set($0.map(\.id)).count
        }
        var named: Set<Int> = []
        for index in seats.indices {
            if seats[index].bodyID.isEmpty { seats[index].bodyID = all.body.id }
            let place = role(of: seats[index], heldBy: held, in: &all)
            guard let place else { continue }
            seats[index].roleID = all.roles[place].id
            // The first seat of a role says its other names.
            guard named.insert(place).inserted else { continue }
            all.roles[place].aliases = seats[index].titleAliases
            note(all.roles[place], at: place)
        }
    }

    /// The place of the role that has a seat, made or renamed where the seat says so.
    private mutating func role(
        of seat: Member,
        heldBy held: [String: Int],
        in all: inout CommitteeProfile
    ) -> Int? {
        guard let title = seat.title ?? (seat.roleID.isEmpty ? seat.id : nil) else {
            return places[seat.roleID]
        }
        if let known = places[title] ?? named[NameKey.key(title)] { return known }
        if let own = places[seat.roleID], held[seat.roleID] == 1 {
            all.roles[own].title = title
            note(all.roles[own], at: own)
            return own
        }
        let id = taken.contains(seat.id) ? "role/\(seat.id)" : seat.id
        taken.insert(id)
        all.roles.append(Role(id: id, title: title, bodyID: seat.bodyID))
        note(all.roles[all.roles.count - 1], at: all.roles.count - 1)
        return all.roles.count - 1
    }

    private func putSeats(into all: inout CommitteeProfile) {
        var own = Dictionary(seats.map { ($0.id, $0) }) { first, _ in first }
        let replaced = Set(own.keys)
        let groups = Dictionary(
            all.workingGroups.enumerated().map { ($0.element.id, $0.offset) }
        ) { first, _ in first }
        /// A seat stays where it was, unless it is on another sort of body now.
        func kept(_ members: [Member], in group: Int?) -> [Member] {
            members.compactMap { member in
                guard replaced.contains(member.id) else { return member }
                guard let seat = own[member.id], groups[seat.bodyID] == group else { return nil }
                own[member.id] = nil
                return seat
            }
        }
        all.members = kept(all.members, in: nil)
        for place in all.workingGroups.indices {
            all.workingGroups[place].members = kept(all.workingGroups[place].members, in: place)
        }
        for seat in seats where own[seat.id] != nil {
            if let group = groups[seat.bodyID] {
                all.workingGroups[group].members.append(seat)
            } else {
                all.members.append(seat)
            }
        }
    }
}
