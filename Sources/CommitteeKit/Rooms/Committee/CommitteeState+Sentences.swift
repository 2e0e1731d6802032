// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension CommitteeState {
    /// Says in words what is new in the profile: names, members, roles, groups and how they report.
    public func changes(since earlier: Self, in editions: EditionPair) -> [EditionChange] {
        Self.table.sentences(from: earlier, to: self, of: "The committee").map {
            EditionChange(.committee, kind: $0.kind, sentence: $0.sentence)
        }
    }
}

extension Sentence where Subject == CommitteeState {
    static let profile = Self { earlier, later, committee in
        guard later.profile != earlier.profile || later.reading != earlier.reading else {
            return []
        }
        // Where no profile was ever set, what is recorded part by part is new part by part.
        let nothing = later.profile == nil ? OwnStructure().over(nil) : nil
        guard let old = earlier.reading ?? nothing, let new = later.reading else {
            return [
                ChangeInWords("profile", "The profile of \(committee.lowercasedFirst) was set.")
            ]
        }
        return ProfileChanges(old: old, new: new).all()
    }

    static let planBodies = Self { earlier, later, _ in
        later.planBodies.filter { !earlier.planBodies.contains($0) }.map { bodies in
            func name(_ id: String?) -> String {
                id.map { later.reading?.name(of: $0) ?? $0 } ?? "nobody"
            }
            return ChangeInWords(
                "plan-bodies",
                "The plan “\(bodies.planID)” is now owned by \(name(bodies.ownerID)), coordinated "
                    + "by \(name(bodies.coordinatorID)) and overseen by "
                    + "\(name(bodies.overseerID))."
            )
        }
    }
}

/// What is new in the profile of a committee, in words.
private struct ProfileChanges {
    let old: CommitteeProfile
    let new: CommitteeProfile

    func all() -> [ChangeInWords] {
        var said: [ChangeInWords] = []
        if new.name != old.name {
            said.append(ChangeInWords("name", "“\(old.name)” is now called “\(new.name)”."))
        }
        said += listed("body", "The body", old.bodies, new.bodies, \.name)
        said += details(Body.details, [old.body] + old.bodies, [new.body] + new.bodies) {
            "The body “\($0.name)”"
        }
        // The role of a seat that has entries of its own is told with the seat.
        let told = Set((old.seats + new.seats).filter { $0.givenID != nil }.map(\.roleID))
        func untold(_ roles: [Role]) -> [Role] { roles.filter { !told.contains($0.id) } }
        said += listed("role", "The role", untold(old.roles), untold(new.roles), \.title) {
            was,
            now in
            guard now.holderID != was.holderID else { return nil }
            return "is now held by \(now.holderID ?? "nobody")"
        }
        said += memberships(old.members, new.members)
        said += listed("group", "The group", old.workingGroups, new.workingGroups, \.name) {
            was,
            now in
            guard now.leadRoleID != was.leadRoleID else { return nil }
            return "is now led by \(role(now.leadRoleID)); before by \(role(was.leadRoleID))"
        }
        for group in new.workingGroups {
            guard let was = old.workingGroups.first(where: { $0.id == group.id }) else { continue }
            said += memberships(was.members, group.members)
            if was.remit != group.remit || was.life != group.life {
                said.append(
                    ChangeInWords("group", "The group “\(group.name)” has another remit or life.")
                )
            }
        }
        said += details(WorkingGroup.details, named(old).groups, named(new).groups) {
            "The group “\($0.name)”"
        }
        said += seats()
        said += listed("function", "The function", old.functions, new.functions, \.title)
        for (part, differs) in [
            ("remit", new.remit != old.remit),
            ("reporting lines", new.reportingLines != old.reportingLines),
            ("rule of meetings", new.meetingRule != old.meetingRule),
        ] where differs {
            said.append(ChangeInWords("profile", "The \(part) of “\(new.name)” changed."))
        }
        return said.isEmpty
            ? [ChangeInWords("profile", "Details in the profile of “\(new.name)” changed.")] : said
    }

    /// What is new in the parts of a list that stay, as a table of them says it.
    private func details<Part: Identifiable & Sendable>(
        _ table: SubjectTable<Part>,
        _ old: [Part],
        _ new: [Part],
        _ name: (Part) -> String
    ) -> [ChangeInWords] where Part.ID == String {
        new.flatMap { part in
            old.first { $0.id == part.id }.map {
                table.sentences(from: $0, to: part, of: name(part))
            } ?? []
        }
    }

    /// The groups and the seats with names in the place of identifiers.
    private func named(_ profile: CommitteeProfile) -> (groups: [WorkingGroup], seats: [Member]) {
        let groups = profile.workingGroups.map { group in
            var group = group
            group.reportsToBodyID = group.reportsToBodyID.map { profile.name(of: $0) }
            return group
        }
        return (groups, profile.seats.map { $0.named(in: profile) })
    }

    /// What is new of the seats that have entries of their own.
    private func seats() -> [ChangeInWords] {
        let own = Set((old.seats + new.seats).compactMap(\.givenID))
        guard !own.isEmpty else { return [] }
        let (before, now) = (named(old).seats, named(new).seats)
        let said = now.filter { own.contains($0.id) }.flatMap { seat -> [ChangeInWords] in
            let title = seat.title ?? seat.id
            guard let was = before.first(where: { $0.id == seat.id }) else {
                let agency = seat.agencyID.map { " for “\($0)”" } ?? ""
                return [
                    ChangeInWords("seat", "“\(title)” is a new seat on “\(seat.bodyID)”\(agency).")
                ]
            }
            return Member.table.sentences(from: was, to: seat, of: "The seat “\(title)”")
        }
        let gone = before.filter { seat in
            own.contains(seat.id) && !now.contains { $0.id == seat.id }
        }
        return said
            + gone.map { ChangeInWords("seat", "The seat “\($0.title ?? $0.id)” is no more.") }
    }

    /// What is new, what is no more, and what is called or described otherwise.
    private func listed<Part: Identifiable>(
        _ kind: String,
        _ noun: String,
        _ old: [Part],
        _ new: [Part],
        _ name: KeyPath<Part, String>,
        _ difference: (Part, Part) -> String? = { _, _ in nil }
    ) -> [ChangeInWords] where Part.ID == String {
        let gone = old.filter { part in !new.contains { $0.id == part.id } }
        let changed = new.flatMap { now -> [String] in
            let called = "\(noun) “\(now[keyPath: name])”"
            guard let was = old.first(where: { $0.id == now.id }) else {
                return ["\(called) is new."]
            }
            let before = was[keyPath: name]
            return
                (before == now[keyPath: name] ? [] : ["\(called) was called “\(before)” before."])
                + (difference(was, now).map { ["\(called) \($0)."] } ?? [])
        }
        return (changed + gone.map { "\(noun) “\($0[keyPath: name])” is no more." })
            .map { ChangeInWords(kind, $0) }
    }

    /// Who became a member of a body or group, who is none any more, and whose terms changed.
    private func memberships(_ old: [Member], _ new: [Member]) -> [ChangeInWords] {
        func name(_ member: Member) -> String {
            let group = self.new.workingGroups.first { $0.id == member.bodyID }?.name
            let body = self.new.body(id: member.bodyID)?.name ?? group ?? member.bodyID
            let agency = member.agencyID.map { " for \(self.new.body(id: $0)?.name ?? $0)" } ?? ""
            return "a member of “\(body)”\(agency)"
        }
        let own = Set((self.old.seats + self.new.seats).compactMap(\.givenID))
        let old = old.filter { !own.contains($0.id) }
        let new = new.filter { !own.contains($0.id) }
        func isSame(_ one: Member, _ other: Member) -> Bool {
            (one.bodyID, one.roleID, one.agencyID) == (other.bodyID, other.roleID, other.agencyID)
        }
        let joined = new.filter { member in !old.contains { isSame($0, member) } }
        let left = old.filter { member in !new.contains { isSame($0, member) } }
        let kept = new.filter { member in
            !old.contains(member) && old.contains { isSame($0, member) }
        }
        return joined.map { "\(role($0.roleID)) is now \(name($0))." }.inWords
            + kept.map { "\(role($0.roleID)) is \(name($0)) on other terms." }.inWords
            + left.map { "\(role($0.roleID)) is no longer \(name($0))." }.inWords
    }

    private func role(_ id: String?) -> String {
        guard let id else { return "nobody" }
        return (new.roles + old.roles).first { $0.id == id }?.title ?? id
    }
}

extension [String] {
    fileprivate var inWords: [ChangeInWords] { map { ChangeInWords("member", $0) } }
}

extension Body {
    /// What is told of a body beyond its name.
    fileprivate static let details = SubjectTable<Body>([
        Entries.abbreviation.declaration, Entries.kind.declaration, Entries.aliases.declaration,
        Entries.quorum.declaration,
    ])
}

extension WorkingGroup {
    /// What is told of a group beyond its name, its lead, its remit and its life.
    fileprivate static let details = SubjectTable<WorkingGroup>([
        Entries.abbreviation.declaration, Entries.aliases.declaration,
        Entries.reportsTo.declaration,
    ])
}
