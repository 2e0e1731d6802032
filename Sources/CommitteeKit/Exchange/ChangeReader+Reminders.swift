// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension ChangeReader {
    /// What a change says of a reminder, beside a “note”; the same words stand in the JSON of an act.
    static let actMembers = ["deed", "until", "to"]

    private static let deeds = ["acknowledged", "snoozed", "delegated", "done", "stopped"]

    /// Reads the identifier of a reminder.
    func reminder(_ fields: JSONFields) throws(JSONError) -> ReminderIdentity {
        try fields.required(
            "reminder",
            as: JSONFieldType<String>.text.checked(
                "the identifier of a reminder, as “committee remind --json” lists it"
            ) { ReminderIdentity($0) }
        )
    }

    /// Reads what somebody did about a reminder.
    func reminderAct(_ fields: JSONFields) throws(JSONError) -> RequestedChange.NamedAspect {
        let others = Self.aspects.filter { $0 != "note" } + Self.riskEvents
        if let other = others.first(where: { fields.has($0) }) {
            throw fields.error(
                "“\(other)” is not said of a reminder. Say its “deed”: "
                    + "\(Self.deeds.joined(separator: ", ")).",
                at: other
            )
        }
        let identity = try reminder(fields)
        let name = try fields.required("deed", as: .one(of: Self.deeds))
        for (member, deed) in [("until", "snoozed"), ("to", "delegated")]
        where fields.has(member) && name != deed {
            throw fields.error(
                "“\(member)” goes with the deed “\(deed)”. Leave it out.",
                at: member
            )
        }
        let note = try fields.optional("note", as: Self.prose) ?? Prose()
        return .init(
            name: "reminder",
            aspect: .fact(.reminder(identity, try deed(name, fields), note: note), on: nil)
        )
    }

    private func deed(
        _ name: String,
        _ fields: JSONFields
    ) throws(JSONError) -> ReminderAct.Deed {
        switch name {
        case "snoozed": .snoozed(until: try fields.required("until", as: .date))
        case "delegated": .delegated(to: try fields.required("to", as: Self.name))
        case "done": .done
        case "stopped": .stopped
        default: .acknowledged
        }
    }
}
