// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Which roles may ask for which events, and how one hands that on.
///
/// An event that no rule names may be asked for by anybody. A role for which the committee's record has seats
/// must be held by somebody on the day, see ``RiskCase/vacancies``; what it handed on before still counts.
public struct RiskWorkflowPermissions: Hashable, Sendable {
    /// Which roles may ask for an event.
    public struct Rule: Hashable, Sendable {
        /// The events.
        public var events: Set<RiskEventName>
        /// The roles that may ask for them.
        public var roles: [String]

        /// Creates a rule.
        ///
        /// - Parameters:
        ///   - events: The events.
        ///   - roles: The roles that may ask for them.
        public init(events: Set<RiskEventName>, roles: [String]) {
            self.events = events
            self.roles = roles
        }
    }

    /// The rules; of several about one event each must let a request pass.
    public var rules: [Rule] = []
    /// The kind of entry by which a role hands its part on: its payload says `to` whom, and `until` when.
    public var delegation: EntryKind?

    /// Creates permissions by which anybody may ask for anything.
    public init() {}

    /// The roles that may ask for an event; nil when anybody may.
    ///
    /// - Parameter event: The event.
    /// - Returns: The roles that every rule about the event names.
    public func roles(for event: RiskEventName) -> [String]? {
        let named = rules.filter { $0.events.contains(event) }.map(\.roles)
        guard let first = named.first else { return nil }
        return first.filter { role in named.allSatisfy { $0.contains(role) } }
    }

    /// The role for which somebody acts: their own, or one that was handed on to them.
    func role(of person: String, among roles: [String], in riskCase: RiskCase) -> String? {
        if roles.contains(person) { return person }
        guard let delegation, let risk = riskCase.risk else { return nil }
        return risk.history.last { event in
            guard event.kind == delegation, roles.contains(event.by),
                event.payload["to"]?.text == person
            else { return false }
            let until = event.payload["until"]?.text.flatMap { CivilDate(iso: $0) }
            return until.map { $0 >= riskCase.day } ?? true
        }?.by
    }

    /// Why somebody may not do what concerns a register and none of its risks; nil when they may.
    func refusal(
        of event: RiskEventName,
        by person: String,
        vacancies: [String: String]
    ) -> String? {
        guard let roles = roles(for: event) else { return nil }
        guard roles.contains(person) else {
            return "\(roles.joined(separator: ", ")) may, and “\(person)” may not."
        }
        return vacancies[person].map { "“\(person)” may, but nobody holds that seat now: \($0)." }
    }

    func refusal(of request: RiskRequest, in riskCase: RiskCase) -> RiskRefusal? {
        guard let roles = roles(for: request.event) else { return nil }
        if role(of: request.by, among: roles, in: riskCase) != nil {
            guard roles.contains(request.by), let why = riskCase.vacancies[request.by] else {
                return nil
            }
            return RiskRefusal(
                "roles",
                "“\(request.by)” may take a risk through “\(request.event)”, but nobody holds that seat on "
                    + "\(riskCase.day.formatted("d MMMM yyyy")): \(why). Record who holds it."
            )
        }
        guard !roles.isEmpty else {
            return RiskRefusal(
                "roles",
                "Nobody may take a risk through “\(request.event)”: no role is named by all of the rules."
            )
        }
        return RiskRefusal(
            "roles",
            "“\(request.by)” may not take a risk through “\(request.event)”. "
                + "\(roles.joined(separator: ", ")) may."
        )
    }
}
