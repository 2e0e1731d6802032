// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Who is asked in a progress update, as the plan and the committee's structure say it.
///
/// Asked are the leads of ongoing actions and of maintenance items, each once. Of several leads the one who
/// returns the updates answers, or else the first named; the others see it. A working group that leads is
/// asked as a group.
public struct LeadsToAsk: Hashable, Sendable {
    /// Who is asked, in the order of the plan.
    public var asked: [AskedLead]
    /// The identifiers of items that nobody leads, so that nobody is asked of them.
    public var withoutLead: [String]

    /// Finds who is asked.
    ///
    /// - Parameters:
    ///   - plan: The plan as it stands on the day.
    ///   - day: The day.
    ///   - lookup: Finds who a lead's name means.
    /// - Complexity: O(*n*) in the number of items.
    public init(of plan: Plan, on day: CivilDate, by lookup: LeadLookup) {
        asked = []
        withoutLead = []
        var places: [String: Int] = [:]
        var keys: Set<String> = []
        var found: [String: LeadLookup.Lead] = [:]
        for item in plan.itemsToAsk(on: day) {
            guard let name = item.leads.answering.first else {
                withoutLead.append(item.id)
                continue
            }
            let lead = found[name] ?? lookup.find(name)
            found[name] = lead
            if let place = places[lead.id] {
                asked[place].items.append(item.id)
                continue
            }
            places[lead.id] = asked.count
            let key = AskedLead.key(of: lead.name, besides: keys)
            keys.insert(key)
            asked.append(AskedLead(key: key, name: lead.name, group: lead.group, items: [item.id]))
        }
    }
}

/// Finds who is meant by the name of a lead in a plan.
///
/// It is one function, so that a host that knows more of its seats and groups can put its own in its place.
public struct LeadLookup: Sendable {
    /// Who is meant.
    public struct Lead: Hashable, Sendable {
        /// What is the same for all names of the lead.
        public var id: String
        /// The name by which people ask.
        public var name: String
        /// The identifier of the working group, when it is one.
        public var group: String?

        /// Creates a lead.
        ///
        /// - Parameters:
        ///   - id: What is the same for all names of the lead.
        ///   - name: The name by which people ask.
        ///   - group: The identifier of the working group, when it is one.
        public init(id: String, name: String, group: String? = nil) {
            self.id = id
            self.name = name
            self.group = group
        }
    }

    /// Finds the lead that a name means.
    public let find: @Sendable (String) -> Lead

    /// Creates a lookup.
    ///
    /// - Parameter find: Finds the lead that a name means.
    public init(_ find: @escaping @Sendable (String) -> Lead) { self.find = find }

    /// Creates a lookup that goes by every name that a committee has declared: of seats, roles, groups and
    /// bodies.
    ///
    /// A name that may mean several, or that the committee does not know, is a lead of its own.
    ///
    /// - Parameters:
    ///   - edition: The committee's record on the day.
    ///   - glossary: The names of leads in the plan's layout.
    public init(_ edition: Edition, glossary: LeadGlossary?) {
        let parties = Parties(of: edition, glossary: glossary)
        let plain = LeadLookup(edition.committeeProfile, glossary: glossary)
        find = { name in
            let known = plain.find(name)
            guard known.id.hasPrefix("name/"), let party = parties.party(named: name).party else {
                return known
            }
            guard party.kind == .group else {
                return Lead(id: party.subject.description, name: known.name)
            }
            return Lead(id: "group/\(party.subject.id)", name: party.name, group: party.subject.id)
        }
    }

    /// Creates a lookup that goes by the working groups and the roles of a committee.
    ///
    /// A name that the committee does not know is a lead of its own.
    ///
    /// - Parameters:
    ///   - profile: What the committee says of itself, when it says anything.
    ///   - glossary: The names of leads in the plan's layout.
    public init(_ profile: CommitteeProfile?, glossary: LeadGlossary?) {
        find = { name in
            let listed = glossary?.listedName(name) ?? name
            for called in [name, listed] {
                if let group = profile?.workingGroups.first(where: { $0.isCalled(called) }) {
                    return Lead(id: "group/\(group.id)", name: group.name, group: group.id)
                }
                if let role = profile?.roles(called: called).first {
                    return Lead(id: "role/\(role.id)", name: listed)
                }
            }
            return Lead(id: "name/\(listed.comparisonKey)", name: listed)
        }
    }
}

extension Plan {
    /// The items of which leads are asked on a day: ongoing actions, and what is kept up, in printed order.
    ///
    /// - Parameter day: The day.
    /// - Returns: The items.
    /// - Complexity: O(*n*) in the number of items.
    public func itemsToAsk(on day: CivilDate) -> [PlanItem] {
        let ongoing = countable.filter { action in
            counting.counts(action, on: day) && action.exit == nil && !action.isCompleted
        }
        return ongoing + maintenance.filter { $0.exit == nil && !$0.isCompleted }
    }
}
