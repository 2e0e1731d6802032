// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// How the changes are kept that reminders count by, and what people did about reminders.
extension Change {
    /// The kinds of entry of which this file speaks.
    static let remindingKinds: Set<EntryKind> = [
        "reminder.acknowledged", "reminder.snoozed", "reminder.delegated", "reminder.done",
        "reminder.stopped", "meetings.set", "committee.working-days-set", "data-set.set",
        "data-set.received",
    ]

    static func payload(
        of deed: ReminderAct.Deed,
        on reminder: ReminderIdentity,
        note: Prose
    ) -> JSONObject {
        var payload: JSONObject = ["reminder": .string(reminder.description)]
        switch deed {
        case .acknowledged, .done, .stopped: break
        case .snoozed(let day): payload["until"] = .date(day)
        case .delegated(let name): payload["to"] = .string(name)
        }
        if !note.isEmpty { payload["note"] = ErasableText.reference(to: "note") }
        return payload
    }

    /// Reads a fact of which this file speaks; nil when it cannot be read.
    static func remindingFact(_ kind: String, _ members: JSONObject) -> Fact? {
        switch kind {
        case "meetings.set":
            members["series"].flatMap {
                try? MeetingSeries(json: JSONNode($0, line: 1), source: "series")
            }.map(Fact.meetingsSet)
        case "committee.working-days-set":
            members["calendar"].flatMap {
                try? WorkingCalendar(json: JSONNode($0, line: 1), source: "calendar")
            }.map(Fact.workingDaysSet)
        case "data-set.set":
            members["dataSet"].flatMap {
                try? DataSet(json: JSONNode($0, line: 1), source: "dataSet")
            }.map(Fact.dataSetSet)
        case "data-set.received": members.date("period").map { .dataReceived(period: $0) }
        default: act(kind, members)
        }
    }

    private static func act(_ kind: String, _ members: JSONObject) -> Fact? {
        guard let reminder = members.text("reminder").flatMap({ ReminderIdentity($0) }),
            let deed = deed(kind, members)
        else { return nil }
        return .reminder(reminder, deed, note: members.givenProse("note") ?? Prose())
    }

    private static func deed(_ kind: String, _ members: JSONObject) -> ReminderAct.Deed? {
        switch kind {
        case "reminder.acknowledged": .acknowledged
        case "reminder.snoozed": members.date("until").map { .snoozed(until: $0) }
        case "reminder.delegated": members.text("to").map { .delegated(to: $0) }
        case "reminder.done": .done
        case "reminder.stopped": .stopped
        default: nil
        }
    }
}
