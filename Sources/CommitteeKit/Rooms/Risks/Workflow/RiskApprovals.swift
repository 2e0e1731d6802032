// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The agreement of several roles, in any order, for which an event waits.
///
/// A builder and a plugin's workflow ask it alike, so that both count the same.
package struct RiskApprovals: Hashable, Sendable {
    private let event: RiskEventName
    private let later: RiskEventName
    private let state: RiskState
    private let roles: [String]
    private let quorum: Int
    private let kind: EntryKind

    /// Creates a rule.
    ///
    /// - Parameters:
    ///   - event: The event by which one of them agrees.
    ///   - later: The event that waits for it.
    ///   - state: The state in which the risk waits.
    ///   - roles: The roles that are asked.
    ///   - quorum: How many of them must agree; all of them when nil.
    ///   - kind: The kind of entry that records an agreement.
    package init(
        _ event: RiskEventName,
        before later: RiskEventName,
        in state: RiskState,
        by roles: [String],
        atLeast quorum: Int? = nil,
        as kind: EntryKind
    ) {
        self.event = event
        self.later = later
        self.state = state
        self.roles = roles.reduce(into: []) { all, role in
            if !all.contains(role) { all.append(role) }
        }
        self.quorum = quorum ?? self.roles.count
        self.kind = kind
    }

    /// The names of its guards, each with the event that it watches.
    package var guards: [(name: String, events: Set<RiskEventName>)] {
        [("\(event)-once", [event]), ("\(event)-before-\(later)", [later])]
    }

    /// What it asks for, in a line.
    package var declared: String {
        "\(later) in \(state) waits for \(event) by \(quorum) of \(roles.sorted().joined(separator: ", "))"
    }

    /// What is wrong with it, if anything.
    package var problem: String? {
        guard !(1...max(1, roles.count)).contains(quorum) || roles.isEmpty else { return nil }
        return
            "“\(event)” asks for \(quorum) of \(roles.count) roles. Ask for at least 1 and at most all of "
            + "them."
    }

    /// Why a request is stopped, when it is: the role has agreed already, or too few have.
    package func refusal(of request: RiskRequest, in riskCase: RiskCase) -> RiskRefusal? {
        guard riskCase.state == state, request.event == event || request.event == later else {
            return nil
        }
        let agreed = riskCase.roles(agreeingBy: kind, among: roles)
        if request.event == event {
            let role = riskCase.role(of: request.by, among: roles)
            guard let role, agreed.contains(role) else { return nil }
            return RiskRefusal(
                "\(event)-once",
                "“\(role)” has agreed already. \(waiting(for: agreed))"
            )
        }
        guard agreed.count < quorum else { return nil }
        return RiskRefusal(
            "\(event)-before-\(later)",
            "\(agreed.count) of \(quorum) have agreed to “\(later)” of the risk “\(request.risk)”. "
                + waiting(for: agreed)
        )
    }

    private func waiting(for agreed: [String]) -> String {
        let left = roles.filter { !agreed.contains($0) }
        let count = max(0, quorum - agreed.count)
        return left.count > count && count > 0
            ? "Ask \(count) of \(left.joined(separator: ", "))."
            : "Ask \(left.isEmpty ? "nobody else" : left.joined(separator: ", "))."
    }
}

extension RiskCase {
    /// The roles that have agreed since the risk came to the state in which it is.
    fileprivate func roles(agreeingBy kind: EntryKind, among roles: [String]) -> [String] {
        guard let risk else { return [] }
        let start = risk.history.lastIndex { $0.kind.changesState } ?? risk.history.startIndex
        return risk.history[start...].filter { $0.kind == kind }
            .compactMap { role(of: $0.by, among: roles) }
            .reduce(into: []) { found, role in if !found.contains(role) { found.append(role) } }
    }

    /// The role for which somebody acts.
    fileprivate func role(of person: String, among roles: [String]) -> String? {
        permissions.role(of: person, among: roles, in: self)
    }
}

extension EntryKind {
    /// Whether an entry of the kind may take a risk to another state.
    fileprivate var changesState: Bool {
        guard let name = RiskFact.Name(kind: self) else { return false }
        return name == .enter
            || [RiskFact.Name.propose, .approve, .deactivate, .close, .replace, .reopen].contains(
                name
            )
    }
}
