// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension ReminderRule {
    /// Returns the names by which the rule may limit itself to bodies, registers or data sets.
    ///
    /// - Parameter edition: The committee's record.
    /// - Returns: Their identifiers and names; empty for rules about plans and members.
    /// - Complexity: O(*n*) in the number of meetings, registers and data sets.
    public func knownNames(in edition: Edition) -> [String] {
        switch each {
        case .meeting: edition.meetings.flatMap { [$0.body, $0.name] }
        case .risk, .acceptance: edition.riskRegisters.flatMap { [$0.id, $0.name] }
        case .dataSet: edition.dataSets.flatMap { [$0.id, $0.title] }
        default: []
        }
    }

    /// Returns the names under `of` that belong to nothing of a committee, so that the rule says nothing.
    ///
    /// - Parameter edition: The committee's record.
    /// - Returns: The names, as the rule has them.
    /// - Complexity: O(*n*) in the number of meetings, registers and data sets.
    public func unknownNames(in edition: Edition) -> [String] {
        switch each {
        case .meeting, .risk, .acceptance, .dataSet:
            let known = knownNames(in: edition)
            return of.filter { !NameKey.matchesAny([$0], known) }
        default: return []
        }
    }
}

extension ReminderRound {
    /// Returns the leads that the record knows, when a name is none of them.
    ///
    /// - Parameters:
    ///   - name: The name that somebody gave.
    ///   - edition: The edition of which the reminders speak.
    /// - Returns: The names that there are; nil when the name is one of them.
    /// - Complexity: O(*n*) in the number of items, risks and reminders.
    public func leads(unless name: String, in edition: Edition) -> [String]? {
        var known = reminders.flatMap(\.to) + held.flatMap(\.reminder.to)
        for plan in edition.plans {
            known += plan.items.flatMap(\.leads.names) + plan.listedItems.flatMap(\.leads.names)
        }
        for risk in edition.riskRegisters.flatMap(\.risks) {
            for role in [risk.ownerRoleID, risk.managerRoleID].compactMap(\.self) {
                known += [role, edition.titleOfRole(role)]
            }
        }
        return NameKey.matches(name, any: known) ? nil : Set(known).sorted()
    }
}
