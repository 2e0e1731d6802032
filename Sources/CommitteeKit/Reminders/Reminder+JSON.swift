// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Reminder {
    /// The JSON form, for a host that sends reminders: what `committee remind --json` lists.
    ///
    /// `to` has the one who is told first at its beginning. `item` and `plan` are null when the
    /// reminder is about neither.
    public var json: JSONValue {
        [
            "id": .string(id), "rule": .string(rule),
            "subject": ["kind": .string(subject.kind.rawValue), "id": .string(subject.id)],
            "plan": .string(optional: plan), "item": .string(optional: item),
            "to": .array(to.map(JSONValue.string)), "due": .date(due),
            "raisedOn": .date(raisedOn), "tier": .string(tier),
            "occurrence": .integer(occurrence), "daysLeft": .integer(daysLeft),
            "message": .string(message),
        ]
    }
}

extension ReminderRound {
    /// The JSON form, for a host that sends reminders: what `committee remind --json` writes.
    ///
    /// - Parameters:
    ///   - committee: The committee's identifier.
    ///   - day: The day that was asked about.
    ///   - rules: The rules that were asked, by their identifiers.
    /// - Returns: The reminders, and those that an act keeps silent; failures are not in it.
    public func json(committee: String, on day: CivilDate, rules: [String]) -> JSONValue {
        [
            "committee": .string(committee), "on": .date(day),
            "rules": .array(rules.map(JSONValue.string)),
            "reminders": .array(reminders.map(\.json)), "held": .array(held.map(\.json)),
        ]
    }
}

extension HeldReminder {
    /// The JSON form: the reminder, and the act that keeps it silent.
    public var json: JSONValue { ["reminder": reminder.json, "act": act.json] }
}

extension ReminderAct {
    /// The JSON form, with null for what does not go with the deed.
    public var json: JSONValue {
        var until: CivilDate?
        var to: String?
        switch deed {
        case .snoozed(let day): until = day
        case .delegated(let name): to = name
        case .acknowledged, .done, .stopped: break
        }
        return [
            "deed": .string(deed.name), "reminder": .string(reminder.description),
            "on": .date(on), "by": .string(by), "entry": .integer(sequence),
            "until": .date(until), "to": .string(optional: to),
            "note": .string(note.plainText), "endedOn": .date(endedOn),
        ]
    }
}

extension ReminderDigest {
    /// The JSON form: a letter for each lead, with its subject line and its text.
    public var json: JSONValue {
        [
            "committee": .string(committee), "on": .date(day),
            "letters": .array(
                letters.map { letter in
                    [
                        "lead": .string(optional: letter.lead),
                        "summary": .string(letter.summary),
                        "text": .string(
                            String(decoding: letter.document.render(.plainText), as: UTF8.self)
                        ),
                        "reminders": .array(letter.reminders.map(\.json)),
                        "awaitingSignOff": .array(letter.awaiting.map(\.json)),
                    ]
                }
            ),
        ]
    }
}
