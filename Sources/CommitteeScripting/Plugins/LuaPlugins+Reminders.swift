// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

extension LuaPlugins {
    /// Asks a reminder rule's function what is due.
    ///
    /// The function is called once for each action, maintenance item or plan, as the rule says. It
    /// returns nil for nothing, or a table with the date `due`, and perhaps the texts `tier` and
    /// `message`.
    ///
    /// - Parameters:
    ///   - rule: The rule's identifier.
    ///   - edition: The edition.
    ///   - day: The day for which reminders are asked.
    /// - Returns: What the function says of each subject for which it says anything.
    /// - Throws: `LibraryError` when there is no such rule; ``ScriptFailure`` when its code
    ///   fails; ``ScriptEditionError`` when the edition is too large for a plugin.
    public func computedReminders(
        of rule: String,
        in edition: Edition,
        on day: CivilDate
    ) async throws -> [ComputedReminder] {
        let known = contributions.rules.map(\.id)
        let plugin = try plugin(of: rule, "reminder rule", among: known)
        guard let declared = contributions.rules.first(where: { $0.id == rule }) else {
            throw missing("reminder rule", rule, among: known)
        }
        guard declared.isComputed else { return [] }
        let session = try ReportSession(
            ReportRequest(edition: edition, today: day),
            of: plugin,
            mediaType: nil,
            schemes: contributions.schemes,
            cache: editions,
            options: options
        )
        let subjects = session.editions[0].subjects(declared.each)
        let call = ScriptCall(
            kind: "reminder",
            name: Self.name(of: rule),
            path: "compute",
            each: subjects.map { .handle($0.handle) },
            arguments: [ReportSession.context]
        )
        let results = try await run(plugin, [call], session).results
        var reminders: [ComputedReminder] = []
        for (subject, value) in zip(subjects, results.first?.items ?? []) where value != .null {
            guard let reminder = ComputedReminder(value, plan: subject.plan, item: subject.item)
            else {
                throw failure(
                    plugin,
                    call,
                    line: plugin.ruleLines[rule],
                    "the function returned \(value.kindInWords) for "
                        + "\(subject.item ?? subject.plan); return nil, or { due = a date, "
                        + "tier = \"first call\", message = \"…\" }"
                )
            }
            reminders.append(reminder)
        }
        return reminders
    }
}

extension LuaPlugins {
    /// Asks a reminder rule's function what is due of things outside the plans.
    ///
    /// The function is called once for each thing that the plugin may read of: a review or an
    /// acceptance of a risk only with the risk, a data set only when it may read what is for the
    /// committee. It returns nil for nothing, or a table as for an action.
    ///
    /// - Parameters:
    ///   - rule: The rule's identifier.
    ///   - matters: The things.
    ///   - edition: The edition.
    ///   - day: The day for which reminders are asked.
    /// - Returns: What the function says of each thing for which it says anything.
    /// - Throws: `LibraryError` when there is no such rule; ``ScriptFailure`` when its code
    ///   fails; ``ScriptEditionError`` when the edition is too large for a plugin.
    public func computedReminders(
        of rule: String,
        about matters: [ReminderMatter],
        in edition: Edition,
        on day: CivilDate
    ) async throws -> [ComputedReminder] {
        let known = contributions.rules.map(\.id)
        let plugin = try plugin(of: rule, "reminder rule", among: known)
        guard let declared = contributions.rules.first(where: { $0.id == rule }) else {
            throw missing("reminder rule", rule, among: known)
        }
        let audience = plugin.manifest.audience
        let readable = matters.filter { $0.each != .dataSet || audience >= .committee }
        guard declared.isComputed, !readable.isEmpty else { return [] }
        let session = try ReportSession(
            ReportRequest(edition: edition, today: day),
            about: readable,
            of: plugin,
            schemes: contributions.schemes,
            options: options
        )
        let rows = session.editions[0].matters
        let call = ScriptCall(
            kind: "reminder",
            name: Self.name(of: rule),
            path: "compute",
            each: rows.indices.map { .handle(FlatEdition.matterHandle($0)) },
            arguments: [ReportSession.context]
        )
        let results = try await run(plugin, [call], session).results
        var reminders: [ComputedReminder] = []
        for (row, value) in zip(rows, results.first?.items ?? []) where value != .null {
            guard var reminder = ComputedReminder(value, plan: "", item: nil) else {
                throw failure(
                    plugin,
                    call,
                    line: plugin.ruleLines[rule],
                    "the function returned \(value.kindInWords) for \(row.matter.name); return nil, "
                        + "or { due = a date, tier = \"first call\", message = \"…\" }"
                )
            }
            reminder.matter = row.matter.subject
            reminders.append(reminder)
        }
        return reminders
    }
}

extension FlatEdition {
    /// What a rule looks at: the handles of the records, with the plan and the item of each.
    fileprivate func subjects(
        _ each: ReminderSubject
    ) -> [(plan: String, item: String?, handle: ScriptHandle)] {
        plans.enumerated().flatMap {
            place,
            row -> [(plan: String, item: String?, handle: ScriptHandle)] in
            let plan = row.plan.id
            var subjects: [(plan: String, item: String?, handle: ScriptHandle)] = []
            guard each != .plan else {
                subjects.append((plan, nil, Self.planHandle(place)))
                return subjects
            }
            for item in each == .maintenance ? row.maintenance : row.actions {
                subjects.append((plan, items[item].item.id, Self.itemHandle(item)))
            }
            return subjects
        }
    }
}

extension ComputedReminder {
    /// Reads what a rule's function returned; nil when it is something else.
    fileprivate init?(_ value: ScriptValue, plan: String, item: String?) {
        guard case .map(let map) = value, map.items.isEmpty, case .date(let due)? = map["due"],
            map.entries.allSatisfy({ ["due", "tier", "message"].contains($0.name) })
        else { return nil }
        for name in ["tier", "message"] where map[name] != nil && map[name]?.string == nil {
            return nil
        }
        self.init(
            plan: plan,
            item: item,
            due: CivilDate(dayNumber: Int(due)),
            tier: map["tier"]?.string ?? "reminder",
            message: map["message"]?.string
        )
    }
}
#endif
