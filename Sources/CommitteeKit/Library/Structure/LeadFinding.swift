// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A lead in a plan that is tied to nothing that the committee has recorded, or to several things.
public struct LeadFinding: Hashable, Sendable {
    /// The words of the lead.
    public var lead: String
    /// The open actions and maintenance items that it leads, in the order of the plans.
    public var items: [SubjectReference]
    /// What is wrong, and what to do.
    public var message: String

    /// Creates a finding.
    ///
    /// - Parameters:
    ///   - lead: The words of the lead.
    ///   - items: The items that it leads.
    ///   - message: What is wrong, and what to do.
    public init(lead: String, items: [SubjectReference], message: String) {
        self.lead = lead
        self.items = items
        self.message = message
    }
}

extension Edition {
    /// Returns the leads of open actions and maintenance items that are tied to no seat, group or body.
    ///
    /// Plans that others succeed are left out.
    ///
    /// - Parameter glossary: More names of leads, such as those that a layout declares.
    /// - Returns: A finding for each lead, in the order in which they first stand in the plans.
    /// - Complexity: O(*n*) in the number of items, and of names for each lead that is tied to nothing.
    public func untiedLeads(glossary: LeadGlossary? = nil) -> [LeadFinding] {
        let parties = Parties(of: self, glossary: glossary)
        let succeeded = succeededPlans
        var leads: [String] = []
        var led: [String: [(item: SubjectReference, words: String)]] = [:]
        for plan in plans where !succeeded.contains(plan.id) {
            for item in plan.actions + plan.maintenance where item.isOpen {
                let reference = SubjectReference.action(item.id, of: plan.id)
                for name in item.leads.names {
                    if led[name] == nil { leads.append(name) }
                    led[name, default: []].append((reference, item.number ?? item.id))
                }
            }
        }
        return leads.flatMap { name -> [LeadFinding] in
            let items = led[name] ?? []
            return parties.parties(of: [name]).compactMap { part in
                Self.finding(part.name, part.lookup, items)
            }
        }
    }

    private static func finding(
        _ lead: String,
        _ lookup: PartyLookup,
        _ items: [(item: SubjectReference, words: String)]
    ) -> LeadFinding? {
        let what = items.map(\.words).joined(separator: ", ")
        func finding(_ message: String) -> LeadFinding {
            LeadFinding(
                lead: lead,
                items: items.map(\.item),
                message: "“\(lead)” leads \(what), and \(message)"
            )
        }
        switch lookup {
        case .found(let party) where party.isPresent: return nil
        case .found(let party):
            return finding(
                "has ended as \(party.kind == .group ? "a group" : "a seat"). Name another lead."
            )
        case .several(let parties):
            let names = parties.map { "\($0.subject)" }.joined(separator: ", ")
            return finding("may be one of: \(names). Take the name away from all but one of them.")
        case .unknown(let closest):
            return finding(
                "is no seat, group or body of the committee. "
                    + (closest.map {
                        "Did you mean “\($0)”? If so, add the name to its other names."
                    }
                        ?? "Record it, or add the name to the other names of one that is recorded.")
            )
        }
    }
}
