// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Reminders as JSON")
struct ReminderJSONTests {
    private static let due = CivilDate(2031, 1, 31)
    private static let id = "moor/chase:moor-2030#1.1:2031-01-31:before-1-week"

    private static func act(_ deed: ReminderAct.Deed, _ item: String) throws -> Change.Fact {
        let text = "moor/chase:moor-2030#\(item):2031-01-31:before-1-week"
        return .reminder(try #require(ReminderIdentity(text)), deed, note: Prose("So I said."))
    }

    /// Two reminders in force, one that is snoozed and one that awaits sign-off.
    private static func edition() throws -> Edition {
        var journal = InventedJournal(actions: 4, due: due)
        for (item, deed) in [("1.3", .snoozed(until: due)), ("1.4", .done)]
            as [(String, ReminderAct.Deed)]
        {
            journal.record(
                .action(item, of: InventedJournal.plan),
                try act(deed, item),
                on: due - 7
            )
        }
        return journal.edition(asOf: due - 5)
    }

    private static let schedule = ReminderSchedule(
        rules: [ReminderScheduleTests.chase],
        calendar: .scotland
    )

    /// What the tool prints in each of its three forms.
    private static func value(_ form: String) throws -> JSONValue {
        let edition = try edition()
        let outlook = schedule.outlook(for: edition, on: due - 5)
        switch form {
        case "list":
            return ReminderRound(reminders: outlook.reminders, held: outlook.held, failures: [])
                .json(committee: "moor", on: due - 5, rules: ["moor/chase"])
        case "digest": return ReminderDigest(of: outlook, committee: "Moor committee").json
        default:
            let why = schedule.explanation(
                of: try #require(ReminderIdentity(id)),
                for: edition,
                on: due - 5
            )
            return try #require(why?.json)
        }
    }

    @Test func theListHasWhatIsInForceAndWhatIsHeld() throws {
        let value = try Self.value("list")
        #expect(
            value["reminders"]?.elements?.count == 2
                && value["reminders"]?[0]?["id"] == .string(Self.id)
        )
        #expect(value["held"]?[0]?["act"]?["until"] == "2031-01-31")
        #expect(value["held"]?[1]?["act"]?["deed"] == "done")
    }

    @Test func thePageOnFilesShowsAList() throws {
        let day = Self.due - 5
        let edition = InventedJournal(actions: 1, due: Self.due).edition(asOf: day)
        let found = Self.schedule.reminders(for: edition, on: day)
        let value = ReminderRound(reminders: found)
            .json(committee: "moor", on: day, rules: ["moor/chase"])
        #expect(try FilesPage.value("reminders") == value, "\(value.indentedText)")
    }

    @Test(
        .enabled(
            if: OutsideReader.areRequired || OutsideValidator.isPresent,
            "Install Python's jsonschema to validate what is written: pip install jsonschema"
        ),
        arguments: ["list", "digest", "explanation"]
    )
    func eachFormFitsTheSchema(form: String) throws {
        let schema = try FilesPage.schema("reminders")
        #expect(try OutsideValidator.problems(try Self.value(form), schema: schema) == "")
    }

    @Test(
        .enabled(
            if: OutsideReader.areRequired || OutsideValidator.isPresent,
            "Install Python's jsonschema to validate what is written: pip install jsonschema"
        ),
        arguments: ["to", "id", "daysLeft"]
    )
    func aListThatLacksAMemberDoesNotFit(member: String) throws {
        var value = try #require(try Self.value("list").members)
        var reminder = try #require(value["reminders"]?[0]?.members)
        reminder[member] = nil
        value["reminders"] = [.object(reminder)]
        let schema = try FilesPage.schema("reminders")
        #expect(try OutsideValidator.problems(.object(value), schema: schema) != "")
    }

    // MARK: Acts in a file of changes

    private func problems(_ change: String) throws -> [String] {
        let text =
            #"{ "by": "lead-officer", "effective": "2031-01-26", "changes": [ \#(change) ] }"#
        let file = try ChangeFile(reading: Array(text.utf8), source: "changes.json")
        let journal = InventedJournal(actions: 2, due: Self.due)
        let drafts = try file.drafts(in: journal.folded())
        return Record.problems(appending: drafts, to: journal.entries).map(\.message)
    }

    @Test(
        "Each act can be recorded from a file",
        arguments: [
            (#""deed": "acknowledged", "note": "Seen.""#, ReminderAct.Deed.acknowledged),
            (#""deed": "snoozed", "until": "2031-01-30""#, .snoozed(until: CivilDate(2031, 1, 30))),
            (#""deed": "delegated", "to": "Deputy warden""#, .delegated(to: "Deputy warden")),
            (#""deed": "done""#, .done), (#""deed": "stopped""#, .stopped),
        ]
    )
    func acts(members: String, deed: ReminderAct.Deed) throws {
        let text = """
            { "by": "lead-officer", "effective": "2031-01-26", \
            "changes": [ { "reminder": "\(Self.id)", \(members) } ] }
            """
        let file = try ChangeFile(reading: Array(text.utf8), source: "changes.json")
        var journal = InventedJournal(actions: 2, due: Self.due)
        for draft in try file.drafts(in: journal.folded()) { journal.append(draft) }
        let record = journal.folded()
        #expect(record.problems == [])
        #expect(record.reminderActs.map(\.deed) == [deed])
        #expect(record.reminderActs.first?.reminder.description == Self.id)
    }

    @Test(
        "What an act in a file cannot be is said",
        arguments: [
            (
                #"{ "reminder": "nonsense", "deed": "done" }"#,
                "changes.json:1:79: changes[0].reminder: expected the identifier of a reminder, as "
                    + "“committee remind --json” lists it, found “nonsense”."
            ),
            (
                #"{ "reminder": "a/b:p:2031-01-31:x", "deed": "done", "to": "Chair" }"#,
                "changes.json:1:123: changes[0].to: “to” goes with the deed “delegated”. Leave it out."
            ),
            (
                #"{ "reminder": "a/b:p:2031-01-31:x", "deed": "done", "status": "G" }"#,
                "changes.json:1:127: changes[0].status: “status” is not said of a reminder. Say its "
                    + "“deed”: acknowledged, snoozed, delegated, done, stopped."
            ),
            (
                #"{ "plan": "p", "deed": "done" }"#,
                "changes.json:1:88: changes[0].deed: “deed” belongs to a reminder. Name the “reminder”."
            ),
        ]
    )
    func mistakes(change: String, message: String) throws {
        let error = #expect(throws: JSONError.self) { try problems(change) }
        #expect(error?.description == message)
    }
}
