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
            ReportSession.Reading(edition, today: day),
            of: plugin,
            mediaType: nil,
            schemes: contributions.schemes,
            cache: editions,
            options: options
        )
        let edition = session.editions[0]
        let lists = edition.lists(declared.each)
        let calls = lists.map { list in
            ScriptCall(
                kind: "reminder",
                name: Self.name(of: rule),
                path: "compute",
                eachOf: list.handle,
                arguments: [ReportSession.context]
            )
        }
        guard !calls.isEmpty else { return [] }
        let results = try await run(plugin, calls, session).results
        var reminders: [ComputedReminder] = []
        for (place, result) in results.enumerated() {
            var answers = (result.items ?? [])[...]
            while case .integer(let row)? = answers.popFirst(), let value = answers.popFirst() {
                let subject = lists[place].subject(Int(row))
                let reminder = ComputedReminder(value, plan: subject.plan, item: subject.item)
                guard let reminder else {
                    throw failure(
                        plugin,
                        calls[place],
                        line: plugin.ruleLines[rule],
                        "the function returned \(value.kindInWords) for "
                            + "\(subject.item ?? subject.plan); return nil, or { due = a date, "
                            + "tier = \"first call\", message = \"…\" }"
                    )
                }
                reminders.append(reminder)
            }
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
        let shown = edition.cut(for: audience).riskRegisters.flatMap { $0.risks.map(\.id) }
        let withheld = Set(edition.riskRegisters.flatMap { $0.risks.map(\.id) }).subtracting(shown)
        let readable = matters.filter { matter in
            (matter.each != .dataSet || audience >= .committee) && !matter.isAbout(withheld)
        }
        guard declared.isComputed, !readable.isEmpty else { return [] }
        let session = try ReportSession(
            ReportSession.Reading(edition, today: day),
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
    /// A list of what a rule looks at.
    fileprivate struct SubjectList {
        var handle: ScriptHandle
        /// The plan and the item of the record at a place of the list.
        var subject: (Int) -> (plan: String, item: String?)
    }

    /// The lists of what a rule looks at, in the order of the plans.
    fileprivate func lists(_ each: ReminderSubject) -> [SubjectList] {
        func list(_ field: String, of record: ScriptHandle) -> ScriptHandle? {
            if case .handle(let handle)? = self.field(field, of: record) { handle } else { nil }
        }
        guard each != .plan else {
            return list("plans", of: .root()).map { handle in
                [SubjectList(handle: handle) { (plans[$0].plan.id, nil) }]
            } ?? []
        }
        return plans.enumerated().compactMap { place, row in
            let name = each == .maintenance ? "maintenance" : "actions"
            let rows = each == .maintenance ? row.maintenance : row.actions
            return list(name, of: Self.planHandle(place)).map { handle in
                SubjectList(handle: handle) { (row.plan.id, items[rows[$0]].item.id) }
            }
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
