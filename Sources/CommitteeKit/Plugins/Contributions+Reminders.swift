// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Contributions {
    /// Tells whether a rule speaks of a plan.
    ///
    /// The rules of a plugin that declares layouts speak of the plans in these layouts: they are
    /// one committee's. The rules of any other plugin speak of every plan, unless the plugin of the
    /// plan's layout has a rule of the same name, which then takes their place.
    ///
    /// - Parameters:
    ///   - rule: The rule.
    ///   - plan: The plan.
    /// - Returns: Whether the rule speaks of the plan.
    /// - Complexity: O(*n*) in the number of layouts and rules.
    public func applies(_ rule: ReminderRule, to plan: Plan) -> Bool {
        let plugin = Self.plugin(of: rule.id)
        let own = plan.layout.map(Self.plugin)
        if plugin == own { return true }
        if layouts.contains(where: { Self.plugin(of: $0.id) == plugin }) { return false }
        guard let own else { return true }
        let replacement = own + rule.id.dropFirst(plugin.count)
        return !rules.contains { $0.id == replacement }
    }

    /// Tells whether a rule that looks beside the plans speaks of a committee.
    ///
    /// It does when it would speak of one of the committee's plans, or of a plan without a layout.
    ///
    /// - Parameters:
    ///   - rule: The rule.
    ///   - edition: The committee's record.
    /// - Returns: Whether the rule speaks of the committee.
    /// - Complexity: O(*n* × *m*) in the number of plans, and of layouts and rules.
    func applies(_ rule: ReminderRule, to edition: Edition) -> Bool {
        guard edition.plans.isEmpty else {
            return edition.plans.contains { applies(rule, to: $0) }
        }
        return !layouts.contains { Self.plugin(of: $0.id) == Self.plugin(of: rule.id) }
    }

    private static func plugin(of id: String) -> String {
        String(id.prefix { $0 != "/" })
    }
}

extension ReminderScope {
    /// Creates a scope in which the plugins say of what each rule speaks.
    ///
    /// - Parameters:
    ///   - computed: What the functions of computed rules say.
    ///   - matters: What else is due.
    ///   - contributions: The plugins.
    public init(
        computed: [String: [ComputedReminder]] = [:],
        matters: [ReminderMatter] = [],
        contributions: Contributions
    ) {
        self.init(
            computed: computed,
            matters: matters,
            reach: ReminderReach(
                speaksOfPlan: { contributions.applies($0, to: $1) },
                speaksOfCommittee: { contributions.applies($0, to: $1) }
            )
        )
    }
}
