// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Contributions {
    /// Tells whether a rule speaks of a plan.
    ///
    /// The rules of a plugin that declares layouts speak of the plans in these layouts: they are
    /// one committee's. A plan that is in the layout of no plugin that is there is nobody's; they speak of it
    /// too, unless several plugins have layouts. The rules of any other plugin speak of every plan, unless the
    /// plugin of the plan's layout has a rule of the same name, which then takes their place.
    ///
    /// - Parameters:
    ///   - rule: The rule.
    ///   - plan: The plan.
    /// - Returns: Whether the rule speaks of the plan.
    /// - Complexity: O(*n*) in the number of layouts and rules.
    public func applies(_ rule: ReminderRule, to plan: Plan) -> Bool {
        let plugin = Self.plugin(of: rule.id)
        let own = owner(of: plan)
        if plugin == own { return true }
        if pluginsWithLayouts.contains(plugin) { return false }
        guard let own else { return true }
        let replacement = own + rule.id.dropFirst(plugin.count)
        return !rules.contains { $0.id == replacement }
    }

    /// The plugin whose committee a plan is: that of its layout, else the only one that has layouts.
    private func owner(of plan: Plan) -> String? {
        let named = plan.layout.map(Self.plugin)
        let isThere = named.map { name in
            pluginsWithLayouts.contains(name) || isBroken(name)
                || rules.contains { Self.plugin(of: $0.id) == name }
        }
        if isThere ?? false { return named }
        return pluginsWithLayouts.count == 1 ? pluginsWithLayouts.first : named
    }

    /// Tells whether a rule that looks beside the plans speaks of a committee.
    ///
    /// It does when it would speak of one of the committee's plans or registers, or when none of these is in
    /// the layout of a plugin that is there and only its own plugin has layouts.
    ///
    /// - Parameters:
    ///   - rule: The rule.
    ///   - edition: The committee's record.
    /// - Returns: Whether the rule speaks of the committee.
    /// - Complexity: O(*n* × *m*) in the number of plans and registers, and of layouts and rules.
    func applies(_ rule: ReminderRule, to edition: Edition) -> Bool {
        let plugin = Self.plugin(of: rule.id)
        guard pluginsWithLayouts.contains(plugin) else {
            return edition.plans.isEmpty || edition.plans.contains { applies(rule, to: $0) }
        }
        let owners = owners(of: edition)
        return owners.isEmpty ? pluginsWithLayouts == [plugin] : owners.contains(plugin)
    }

    /// The plugins whose rules say nothing of a committee, since its plans and registers are not in their
    /// layouts, sorted.
    ///
    /// - Parameter edition: The committee's record.
    /// - Returns: The identifiers of the plugins that have rules of reminders.
    /// - Complexity: O(*n* × *m*) in the number of plans and registers, and of layouts and rules.
    public func pluginsWithoutSay(of edition: Edition) -> [String] {
        let owners = owners(of: edition)
        let speaking = owners.isEmpty && pluginsWithLayouts.count == 1 ? pluginsWithLayouts : owners
        return Set(rules.map { Self.plugin(of: $0.id) })
            .filter { pluginsWithLayouts.contains($0) && !speaking.contains($0) }.sorted()
    }

    /// Whether the plans and registers of a committee are in no layout that is there.
    ///
    /// - Parameter edition: The committee's record.
    /// - Returns: Whether no plugin's rules speak of the committee as their own.
    public func isNobodys(_ edition: Edition) -> Bool { owners(of: edition).isEmpty }

    /// The plugins in whose layouts the plans and registers of a committee are, of those that are there.
    private func owners(of edition: Edition) -> Set<String> {
        let layouts =
            edition.plans.compactMap(\.layout) + edition.riskRegisters.compactMap(\.page?.layout)
        let all = pluginsWithLayouts
        return Set(layouts.map(Self.plugin)).filter { all.contains($0) || isBroken($0) }
    }

    /// Whether a plugin is there and has a mistake: its plans stay its own, and no other committee's rules
    /// speak of them.
    private func isBroken(_ plugin: String) -> Bool {
        plugins.contains { $0.id == plugin && !$0.problems.isEmpty }
    }

    /// The plugins that have layouts of plans.
    private var pluginsWithLayouts: Set<String> { Set(layouts.map(\.id).map(Self.plugin)) }

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
