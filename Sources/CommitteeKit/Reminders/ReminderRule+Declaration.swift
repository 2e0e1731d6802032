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
    /// | `to` | whom to remind: `lead`, or words for a role, or a list of both | `lead` |
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
    /// - Throws: ``JSONError`` when the declaration is not a rule.
    public init(declaration: JSONNode, id: String, source: String) throws(JSONError) {
        self = try JSONFieldType<ReminderRule>.reminderRule(id: id)
            .read(declaration, JSONPlace(source: source))
    }

    fileprivate init(id: String, fields: JSONFields) throws(JSONError) {
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
            isComputed: fields.has("compute")
        )
        basis = try Self.basis(fields, each: self.each)
        for position in 1...Self.mostTiers where fields.has(String(position)) {
            tiers.append(try fields.required(String(position), as: .reminderTier))
        }
        try checkTiers(fields)
    }

    private static func basis(
        _ fields: JSONFields,
        each: ReminderSubject
    ) throws(JSONError) -> ReminderBasis {
        let progress = try fields.optional("without_progress_for", as: .reminderInterval)
        let check = try fields.optional("without_check_for", as: .reminderInterval)
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

extension ReminderTier {
    /// The part of an identifier that names the step.
    var name: String {
        switch moment {
        case .beforeDue(let interval): "before-\(interval.slug)"
        case .overdue: "overdue"
        }
    }
}

extension Timescale.Reading {
    /// The kinds that an item's timescale can be of.
    static let kinds = [
        "none", "by-date", "on-date", "span", "ongoing", "on-demand", "recurring",
        "relative-to-meeting", "document", "as-above", "state-word", "milestones", "horizon",
        "condition", "accept", "day-without-year", "unread",
    ]
}

extension JSONFieldType where Value == ReminderRule {
    fileprivate static func reminderRule(id: String) -> Self {
        let steps = (1...ReminderRule.mostTiers).map(String.init)
        let known = [
            "each", "to", "stop", "without_progress_for", "without_check_for", "timescales",
            "compute",
        ]
        return .entry(known: known + steps) { (fields) throws(JSONError) in
            try ReminderRule(id: id, fields: fields)
        }
    }
}

extension JSONFieldType where Value == ReminderTier {
    fileprivate static var reminderTier: Self {
        .entry(known: ["before_due", "overdue", "every", "missed"]) {
            (fields) throws(JSONError) in
            let before = try fields.optional("before_due", as: .reminderInterval)
            let overdue = try fields.optional("overdue", as: .bool) ?? false
            let every = try fields.optional("every", as: .reminderInterval)
            let missed = try fields.optional(
                "missed",
                as: .one(of: ReminderTier.Missed.allCases.map(\.rawValue))
            )
            guard overdue == (before == nil) else {
                throw fields.error(
                    "a step says either before_due = \"1 week\" or overdue = true."
                )
            }
            if let every {
                guard overdue else {
                    throw fields.error(
                        "only a step with overdue = true comes again.",
                        at: "every"
                    )
                }
                guard every.count > 0 else {
                    throw fields.error("nothing comes again after \(every).", at: "every")
                }
            }
            return ReminderTier(
                before.map { .beforeDue($0) } ?? .overdue(every: every),
                missed: missed.flatMap(ReminderTier.Missed.init) ?? .sendOne
            )
        }
    }
}

extension JSONFieldType where Value == ReminderInterval {
    fileprivate static var reminderInterval: Self {
        Self("a length of time") { (node, place) throws(JSONError) in
            let words = try JSONFieldType<String>.text.read(node, place)
            guard let interval = ReminderInterval(words: words) else {
                throw place.error(
                    "“\(JSONReader.shown(words))” is not a length of time. Write a whole number up "
                        + "to \(ReminderInterval.greatestCount) and days, working days, weeks, "
                        + "months, quarters or years, such as \"30 days\".",
                    at: node
                )
            }
            return interval
        }
    }
}

extension JSONFieldType where Value == [String] {
    /// One text, or a list of texts that is not empty.
    fileprivate static var recipients: Self {
        Self("a text or a list of texts") { (node, place) throws(JSONError) in
            var names: [String] = []
            if case .string(let name) = node.content {
                names = [name]
            } else {
                names = try Self.list(of: .text).read(node, place)
            }
            guard !names.isEmpty, names.allSatisfy({ !$0.comparisonKey.isEmpty }) else {
                throw place.error(
                    "nobody is named. Write \"lead\", or the words for a role.",
                    at: node
                )
            }
            return names
        }
    }
}
