// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// How the parts of a declared rule are read.

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
    package static let kinds = [
        "none", "by-date", "on-date", "span", "ongoing", "on-demand", "recurring",
        "relative-to-meeting", "document", "as-above", "state-word", "milestones", "horizon",
        "condition", "accept", "day-without-year", "unread",
    ]
}

extension JSONFieldType where Value == ReminderRule {
    static func reminderRule(id: String) -> Self {
        let steps = (1...ReminderRule.mostTiers).map(String.init)
        let known = [
            "each", "of", "to", "key_people", "stop", "what", "ahead", "before_meetings",
            "without_progress_for", "without_check_for", "timescales", "compute",
        ]
        return .entry(known: known + steps) { (fields) throws(JSONError) in
            try ReminderRule(id: id, fields: fields)
        }
    }
}

extension JSONFieldType where Value == ReminderTier {
    static var reminderTier: Self {
        .entry(known: ["before_due", "overdue", "every", "times", "missed"]) {
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
            let times = try fields.optional("times", as: .integer)
            if let times {
                guard every != nil else {
                    throw fields.error("only a step with “every” comes again.", at: "times")
                }
                guard times > 0 else {
                    throw fields.error(
                        "a step that comes \(times) times never comes. Write 1 or more.",
                        at: "times"
                    )
                }
            }
            return ReminderTier(
                before.map { .beforeDue($0) } ?? .overdue(every: every),
                missed: missed.flatMap(ReminderTier.Missed.init) ?? .sendOne,
                times: times
            )
        }
    }
}
