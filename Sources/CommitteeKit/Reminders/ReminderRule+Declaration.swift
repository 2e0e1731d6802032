// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension ReminderRule {
    /// The most steps that a declared rule may have.
    static let mostTiers = 20

    /// Reads a rule from its declaration.
    ///
    /// The declaration is plain data, in which the steps stand under 1, 2 and so on. Unknown names
    /// are errors that name the closest known one.
    ///
    /// ```lua
    /// reminder "chase-lead" { each = "action", to = "lead", stop = "completed",
    ///   { before_due = "1 week" }, { overdue = true, every = "1 week", missed = "send one" } }
    /// ```
    ///
    /// | name | meaning | when left out |
    /// | --- | --- | --- |
    /// | `each` | what the rule looks at, of ``ReminderSubject/names`` | `action` |
    /// | `of` | the bodies, registers or data sets that it is limited to | all |
    /// | `to` | whom to remind: `lead`, `returner`, or words for a role, or a list | `lead` |
    /// | `key_people` | names that are never leads | |
    /// | `what` | what is due, such as `bundle of papers` | the thing itself |
    /// | `ahead` | how long before its own date it is due, such as `10 working days` | |
    /// | `before_meetings` | counts from the meetings of which the timescale speaks | |
    /// | `stop` | what makes it fall silent, of ``ReminderStop/names`` | `completed` |
    /// | `without_progress_for` | counts from the newest progress, such as `90 days` | |
    /// | `without_check_for` | counts from the newest progress check, such as `6 months` | |
    /// | `timescales` | the kinds of timescale that it is limited to | all |
    /// | `compute` | a function that says when to remind, in place of the steps | |
    ///
    /// - Parameters:
    ///   - declaration: The declaration.
    ///   - id: The rule's identifier, `plugin/name`.
    ///   - source: The file in which it stands, for messages.
    /// - Throws: `JSONError` when the declaration is not a rule.
    public init(declaration: JSONNode, id: String, source: String) throws(JSONError) {
        self = try JSONFieldType<ReminderRule>.reminderRule(id: id)
            .read(declaration, JSONPlace(source: source))
    }

    init(id: String, fields: JSONFields) throws(JSONError) {
        let each = try fields.optional("each", as: .one(of: ReminderSubject.names))
        let stop = try fields.optional("stop", as: .one(of: ReminderStop.names))
        self.init(
            id: id,
            each: each.flatMap(ReminderSubject.init) ?? .action,
            to: try fields.optional("to", as: .recipients) ?? [Self.lead],
            stop: stop.flatMap(ReminderStop.init) ?? .completed,
            timescales: try fields.optional(
                "timescales",
                as: .list(of: .one(of: Timescale.Reading.kinds))
            ) ?? [],
            isComputed: fields.has("compute"),
            keyPeople: try fields.optional("key_people", as: .recipients) ?? [],
            of: try fields.optional("of", as: .recipients) ?? [],
            ahead: try fields.optional("ahead", as: .reminderInterval),
            what: try fields.optional("what", as: .name)
        )
        try checkShape(fields)
        basis = try Self.basis(fields, each: self.each)
        for position in 1...Self.mostTiers where fields.has(String(position)) {
            tiers.append(try fields.required(String(position), as: .reminderTier))
        }
        try checkTiers(fields)
    }

    /// Refuses what does not go with the kind of thing that the rule looks at.
    private func checkShape(_ fields: JSONFields) throws(JSONError) {
        let ofItems = ["timescales", "without_progress_for", "without_check_for"]
        if each.isOfPlans {
            for name in ["of"] where fields.has(name) {
                throw fields.error(
                    "“\(name)” does not go with each = \"\(each)\": a rule speaks of every plan "
                        + "of its committee. Leave it out.",
                    at: name
                )
            }
        } else if let name = (ofItems + ["before_meetings"]).first(where: fields.has) {
            throw fields.error(
                "“\(name)” goes with the items of plans, not with each = \"\(each)\". Leave it "
                    + "out.",
                at: name
            )
        }
        if each == .meeting, to.contains(Self.lead) || to.contains(Self.returner) {
            throw fields.error(
                "a meeting has no lead. Write to = \"…\" with the words for a role.",
                at: fields.has("to") ? "to" : nil
            )
        }
        let hasDate = !each.isOfPlans || fields.has("before_meetings")
        guard !isComputed || !fields.has("ahead") else {
            throw fields.error(
                "the function says on which day it is due, so “ahead” says nothing. Leave it out.",
                at: "ahead"
            )
        }
        guard hasDate || !fields.has("ahead") else {
            throw fields.error(
                "“ahead” counts back from a meeting or another date outside the plan. Write "
                    + "before_meetings = true beside it, or a step with before_due.",
                at: "ahead"
            )
        }
        if fields.has("before_meetings"), each == .plan || fields.has("compute") {
            throw fields.error(
                "before_meetings looks at the timescales of items. Write each = \"action\".",
                at: "before_meetings"
            )
        }
    }

    private static func basis(
        _ fields: JSONFields,
        each: ReminderSubject
    ) throws(JSONError) -> ReminderBasis {
        let progress = try fields.optional("without_progress_for", as: .reminderInterval)
        let check = try fields.optional("without_check_for", as: .reminderInterval)
        if try fields.optional("before_meetings", as: .bool) == true {
            guard
                let other = ["without_progress_for", "without_check_for"].first(where: fields.has)
            else { return .meetings }
            throw fields.error(
                "before_meetings and \(other) stand side by side. Keep one of the two.",
                at: other
            )
        }
        if let progress, check == nil {
            guard each != .plan else {
                throw fields.error(
                    "a plan has progress checks and no progress of its own. Write "
                        + "without_check_for, or each = \"action\".",
                    at: "without_progress_for"
                )
            }
            return .withoutProgress(progress)
        }
        if let check, progress == nil {
            guard each == .plan else {
                throw fields.error(
                    "only a plan has progress checks. Write each = \"plan\", or "
                        + "without_progress_for.",
                    at: "without_check_for"
                )
            }
            return .withoutCheck(check)
        }
        guard progress == nil else {
            throw fields.error(
                "without_progress_for and without_check_for stand side by side. Keep one of the "
                    + "two.",
                at: "without_check_for"
            )
        }
        guard each != .plan || fields.has("compute") else {
            throw fields.error(
                "a plan has no timescale to be reminded of. Add without_check_for, such as "
                    + "\"6 months\"."
            )
        }
        return .timescale
    }

    private mutating func checkTiers(_ fields: JSONFields) throws(JSONError) {
        if isComputed {
            guard tiers.isEmpty else {
                throw fields.error(
                    "the rule has steps, and a function that computes them. Keep one of the two.",
                    at: "compute"
                )
            }
            return
        }
        if tiers.isEmpty {
            guard basis != .timescale else {
                throw fields.error(
                    "the rule never reminds anybody. Add a step, such as "
                        + "{ before_due = \"1 week\" }."
                )
            }
            tiers = [ReminderTier(.overdue(every: nil))]
        }
        var names: Set<String> = []
        for tier in tiers where !names.insert(tier.name).inserted {
            throw fields.error(
                "the step \(tier.words(occurrence: 1)) stands twice. Keep one of the two."
            )
        }
    }
}
