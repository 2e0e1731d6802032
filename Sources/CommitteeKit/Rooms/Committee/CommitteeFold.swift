// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Who a committee is, while the entries are being folded.
public struct CommitteeFold: RoomFold {
    private var profile: JSONValue?
    private var base: CommitteeProfile?
    private var own = OwnStructure()

    init() {}

    /// Begins where a state stands, to try what could be recorded next.
    init(_ state: CommitteeState) {
        (profile, base, own) = (state.profile, state.base, state.own)
    }

    /// What there is so far, by identifier and by name.
    var names: StructureNames { StructureNames(base: base, own: own) }

    /// Takes in the profile, or an entry about a body, a group, a seat or the bodies of a plan.
    public mutating func apply(
        _ fact: Change.Fact,
        _ step: FoldStep,
        asking door: FoldDoor
    ) -> String? {
        if let bodies = fact.value(as: PlanBodies.self) {
            guard door.card(of: .plan(bodies.planID)) != nil else {
                return
                    "There is no plan “\(bodies.planID)” on \(step.effective). Draft it first, or "
                    + "correct its name."
            }
        }
        return tried(fact, step)
    }

    /// Takes in an entry of which it is known that its plan is there, if it speaks of one.
    mutating func tried(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        if Member.table[fact.kind] != nil { return takeSeat(fact, step) }
        if WorkingGroup.table[fact.kind] != nil { return takeGroup(fact, step) }
        if Body.table[fact.kind] != nil { return takeBody(fact, step) }
        if let bodies = fact.value(as: PlanBodies.self) { return take(bodies, step) }
        if let lines = fact.value(as: [ReportingLine].self) { return take(lines, step) }
        if let functions = fact.value(as: [Function].self) {
            own.functions = functions
            return nil
        }
        guard let said = fact.value(as: JSONValue.self) else { return nil }
        profile = said
        base = CommitteeState.reading(said)
        own.giveWay(to: base)
        return nil
    }

    // MARK: Bodies, groups and seats

    private mutating func takeBody(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        let id = step.subject.id
        if let refusal = refusal(of: step, kind: "body", noun: "a body") { return refusal }
        if names.group(id) != nil { return Self.taken(id, by: "a group") }
        var body = names.body(id) ?? Body(id: id, name: id, kind: .agency)
        if let refusal = Body.table.apply(fact, to: &body, step) { return refusal }
        own.bodies.keep(body)
        return nil
    }

    private mutating func takeGroup(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        let id = step.subject.id
        if let refusal = refusal(of: step, kind: "group", noun: "a group") { return refusal }
        if names.body(id) != nil { return Self.taken(id, by: "a body") }
        var group = names.group(id) ?? WorkingGroup(id: id, name: id)
        if let refusal = WorkingGroup.table.apply(fact, to: &group, step) { return refusal }
        switch fact.kind {
        case WorkingGroup.Entries.reportsTo.declared.kind:
            guard let name = group.reportsToBodyID else { break }
            switch names.place(called: name, on: step.effective) {
            case .failure(let refusal): return refusal.message
            case .success(let above):
                if let refusal = circle(putting: id, under: above) { return refusal }
                group.reportsToBodyID = above
            }
        case WorkingGroup.Entries.lead.declared.kind:
            guard let name = group.leadRoleID else { break }
            switch names.role(called: name, on: step.effective) {
            case .failure(let refusal): return refusal.message
            case .success(let role): group.leadRoleID = role
            }
        default: break
        }
        own.groups.keep(group)
        return nil
    }

    /// Why a group cannot stand under another one, if it would stand under itself.
    private func circle(putting id: String, under above: String) -> String? {
        var next: String? = above
        var seen: Set<String> = []
        while let place = next, seen.insert(place).inserted {
            if place == id {
                return "The group “\(id)” would stand under itself. Name the body above it."
            }
            next = names.group(place)?.reportsToBodyID
        }
        return nil
    }

    private mutating func takeSeat(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        if let refusal = refusal(of: step, kind: "seat", noun: "a seat") { return refusal }
        var seat = names.seat(step.subject.id) ?? Member(bodyID: "", roleID: "")
        if seat.givenID == nil { seat.titleAliases = names.aliases(ofRole: seat.roleID) }
        seat.givenID = step.subject.id
        if let refusal = Member.table.apply(fact, to: &seat, step) { return refusal }
        switch fact.kind {
        case Member.Seats.sitsOn.declared.kind where !seat.bodyID.isEmpty:
            switch names.place(called: seat.bodyID, on: step.effective) {
            case .failure(let refusal): return refusal.message
            case .success(let id): seat.bodyID = id
            }
        case Member.Seats.agency.declared.kind:
            guard let agency = seat.agencyID else { break }
            switch names.bodyID(called: agency, on: step.effective) {
            case .failure(let refusal): return refusal.message
            case .success(let id): seat.agencyID = id
            }
        case Member.Seats.role.declared.kind where seat.titleAliases.isEmpty:
            seat.titleAliases = seat.title.map { names.aliases(ofRole: $0) } ?? []
        case Member.Seats.term.declared.kind:
            if let refusal = holder(of: &seat, on: step.effective) { return refusal }
        default: break
        }
        own.seats.keep(seat)
        return nil
    }

    /// Puts the identifiers of roles in the place of their names; refuses what reads like a person's name.
    private func holder(of seat: inout Member, on day: CivilDate) -> String? {
        for place in seat.terms.indices {
            guard let holder = seat.terms[place].holderID else { continue }
            if case .success(let role) = names.role(called: holder, on: day) {
                seat.terms[place].holderID = role
            } else if holder.contains(where: \.isWhitespace) {
                return
                    "The seat “\(seat.id)” cannot be held by “\(holder)”: that is no role of the "
                    + "committee, and a person is named by the identifier that your own system has, "
                    + "without spaces. Never record a person's name here."
            }
        }
        return nil
    }

    private func refusal(of step: FoldStep, kind: SubjectKind, noun: String) -> String? {
        guard step.subject.kind != kind else { return nil }
        return "“\(step.subject)” is not \(noun). Name \(noun)."
    }

    private static func taken(_ id: String, by what: String) -> String {
        "“\(id)” is \(what) already. Choose another identifier."
    }

    // MARK: Plans and reporting lines

    private mutating func take(_ bodies: PlanBodies, _ step: FoldStep) -> String? {
        let plan = SubjectReference.plan(bodies.planID)
        guard step.subject == plan else {
            return "It says whose the plan “\(bodies.planID)” is, and is recorded about "
                + "\(step.subject). Record it about the plan."
        }
        var bodies = bodies
        for part in PlanBodies.parts {
            guard let name = bodies[keyPath: part.path] else { continue }
            switch names.party(called: name, on: step.effective) {
            case .failure(let refusal): return refusal.message
            case .success(let id): bodies[keyPath: part.path] = id
            }
        }
        own.plans.removeAll { $0.planID == bodies.planID }
        own.plans.append(bodies)
        return nil
    }

    private mutating func take(_ lines: [ReportingLine], _ step: FoldStep) -> String? {
        var lines = lines
        for index in lines.indices {
            for path in [\ReportingLine.fromBodyID, \ReportingLine.toBodyID] {
                switch names.place(called: lines[index][keyPath: path], on: step.effective) {
                case .failure(let refusal): return refusal.message
                case .success(let id): lines[index][keyPath: path] = id
                }
            }
        }
        own.lines = lines
        return nil
    }

    // MARK: What others ask

    /// Returns the card of a role, a body, a group or a seat.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        let name: String? =
            switch subject.kind {
            case "body": names.body(subject.id)?.name
            case "group": names.group(subject.id)?.name
            case "seat": names.seat(subject.id).map { names.title(of: $0) }
            case "role": names.roleTitle(subject.id)
            default: nil
            }
        return name.map { SubjectCard(subject, name: $0) }
    }

    /// Returns who the committee is.
    public func finished() -> CommitteeState {
        CommitteeState(profile: profile, base: base, own: own)
    }
}

extension Array where Element: Identifiable, Element.ID == String {
    /// Puts a part in the place of the one with its identifier, or at the end.
    fileprivate mutating func keep(_ part: Element) {
        if let place = firstIndex(where: { $0.id == part.id }) {
            self[place] = part
        } else {
            append(part)
        }
    }
}
