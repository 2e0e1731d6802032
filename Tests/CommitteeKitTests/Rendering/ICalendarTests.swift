// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite struct ICalendarTests {
    private static let due = CivilDate(2031, 1, 31)

    private static func calendar(
        _ journal: InventedJournal,
        _ rules: [ReminderRule] = [ReminderScheduleTests.chase],
        on day: CivilDate = due - 40
    ) -> ReminderCalendar {
        ReminderCalendar(
            of: journal.edition(asOf: day),
            schedule: ReminderSchedule(rules: rules, calendar: .scotland),
            on: day,
            revisions: ReminderCalendar.revisions(of: journal.entries, asOf: day)
        )
    }

    private static func text(_ calendar: ReminderCalendar) -> String {
        String(decoding: ICalendarRenderer().bytes(of: calendar), as: UTF8.self)
    }

    /// A journal whose texts try everything that has to be escaped or folded.
    private static var awkward: InventedJournal {
        var journal = InventedJournal(actions: 3, due: due)
        journal.record(
            .textSet(
                Prose(
                    "Mend the gate, then; “rest” \\ sing\u{7}. "
                        + String(repeating: "é𝄞", count: 60)
                )
            ),
            of: "1.1"
        )
        journal.record(.completed, of: "1.2", on: due - 50)
        journal.record(.left(kind: "withdrawn", destination: nil), of: "1.3", on: due - 50)
        return journal
    }

    @Test func aTaskIsWrittenWithItsAlarms() {
        let text = Self.text(Self.calendar(InventedJournal(actions: 1, due: Self.due)))
        #expect(
            text
                == [
                    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//CommitteeKit//Reminders 1//EN",
                    "CALSCALE:GREGORIAN", "NAME:Moor committee", "X-WR-CALNAME:Moor committee",
                    "BEGIN:VTODO", "UID:due:moor-2030#1.1@moor.committee",
                    "DTSTAMP:20301222T000000Z", "SEQUENCE:2", "DUE;VALUE=DATE:20310131",
                    "SUMMARY:Action 1.1: Mend the gate", "CONTACT:Path warden",
                    "CATEGORIES:Moor plan", "CLASS:CONFIDENTIAL", "STATUS:NEEDS-ACTION",
                    "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Action 1.1: Mend the gate",
                    "TRIGGER;RELATED=END:-P29DT15H", "END:VALARM",
                    "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Action 1.1: Mend the gate",
                    "TRIGGER;RELATED=END:-P6DT15H", "END:VALARM",
                    "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Action 1.1: Mend the gate",
                    "TRIGGER;RELATED=END:-PT15H", "END:VALARM",
                    "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Action 1.1: Mend the gate",
                    "TRIGGER;RELATED=END:P1DT9H", "DURATION:P7D", "REPEAT:52", "END:VALARM",
                    "END:VTODO", "END:VCALENDAR",
                ].map { $0 + "\r\n" }.joined()
        )
    }

    @Test func noLineIsLongerThanAllowedOrCutWithinACharacter() {
        let bytes = ICalendarRenderer().bytes(of: Self.calendar(Self.awkward))
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).dropLast()
        #expect(lines.allSatisfy { $0.last == 13 && $0.count <= 76 })
        #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
        #expect(lines.contains { $0.first == 32 })
    }

    @Test(arguments: [
        ("a,b;c\\d", "a\\,b\\;c\\\\d"), ("one\ntwo", "one\\ntwo"), ("a\tb\u{7}c\u{85}", "a bc"),
        ("É “x” 𝄞", "É “x” 𝄞"), ("BEGIN:VTODO\r\nEND", "BEGIN:VTODO\\nEND"),
        ("a\u{202E}b\u{2066}c\u{200F}d\u{61C}", "abcd"),
    ])
    func textIsEscaped(text: String, value: String) {
        #expect(ICalendarWriter.escaped(text) == value)
    }

    @Test(arguments: [
        (9, "PT9H"), (0, "PT0H"), (33, "P1DT9H"), (-15, "-PT15H"), (-48, "-P2D"), (-39, "-P1DT15H"),
    ])
    func durationsAreWritten(hours: Int, words: String) {
        #expect(ICalendarRenderer.duration(hours: hours) == words)
    }

    @Test func aRevisedDeadlineKeepsItsIdentifierAndRisesInSequence() throws {
        var journal = InventedJournal(actions: 1, due: Self.due)
        let before = try #require(Self.calendar(journal).tasks.first)
        journal.record(.timescaleSet(.by(Self.due + 9)), of: "1.1", on: Self.due - 41)
        let after = try #require(Self.calendar(journal).tasks.first)
        #expect(after.uid == before.uid && after.due == Self.due + 9)
        #expect(after.revision == before.revision + 1)
        let entry = journal.last
        journal.append(
            .voiding(entry, effective: entry.effective, by: "clerk", reason: "Wrong action.")
        )
        let voided = try #require(Self.calendar(journal).tasks.first)
        #expect(voided.due == Self.due && voided.revision == after.revision + 1)
    }

    @Test func whatIsDoneOrGoneStaysAsSuch() {
        let statuses = Self.calendar(Self.awkward).tasks.map(\.status)
        #expect(statuses == [.open, .completed(Self.due - 50), .cancelled])
    }

    // MARK: What is done outside the plans

    /// A register with a risk that is to be reviewed, a data set, and meetings.
    private static func rooms() throws -> InventedJournal {
        var journal = InventedJournal()
        var risk = Risk(id: "R4", cause: "Frost", event: "A slip", effect: "A fall")
        risk.reviewDate = due
        risk.visibility = .committee
        let register = RiskRegister(id: "main", name: "Main", risks: [risk])
        journal.record(.register("main"), .registerSet(register.json))
        journal.record(
            .dataSet("stiles"),
            .dataSetSet(
                DataSet(
                    id: "stiles",
                    title: "Stiles",
                    lead: "Warden",
                    every: Period(1, .quarters),
                    from: CivilDate(2030, 12, 31),
                    until: CivilDate(2030, 12, 31),
                    within: .workingDays(20)
                )
            )
        )
        var cadence = try Cadence(every: Period(8, .weeks), from: due - 100)
        cadence.until = due
        journal.record(
            .meetings(of: "cog"),
            .meetingsSet(MeetingSeries(body: "cog", name: "COG", cadence: cadence))
        )
        return journal
    }

    private static let rules: [ReminderRule] = [ReminderSubject.risk, .dataSet, .meeting].map {
        ReminderRule(
            id: "moor/\($0)",
            each: $0,
            to: ["Officer"],
            tiers: [ReminderTier(.beforeDue(.period(Period(1, .weeks))))]
        )
    }

    /// The task of a kind of thing; the earliest when there are several.
    private static func task(
        _ kind: String,
        of journal: InventedJournal,
        on day: CivilDate = due - 50
    ) throws -> ReminderCalendar.Task {
        let calendar = calendar(journal, rules, on: day)
        return try #require(calendar.tasks.first { $0.uid.hasPrefix("due:\(kind)/") })
    }

    @Test func aDataSetThatIsInIsCompleted() throws {
        var journal = try Self.rooms()
        let open = try Self.task("data-set", of: journal)
        journal.record(
            .dataSet("stiles"),
            .dataReceived(period: CivilDate(2030, 12, 31)),
            on: Self.due - 20
        )
        let done = try Self.task("data-set", of: journal, on: Self.due - 20)
        #expect(open.status == .open && done.status == .completed(Self.due - 20))
        #expect(done.uid == open.uid && done.revision == open.revision + 1 && done.alarms == [])
    }

    @Test func aReviewThatIsDoneMovesToTheNextOrIsCompleted() throws {
        var journal = try Self.rooms()
        let open = try Self.task("risk", of: journal)
        journal.record(
            .risk("R4"),
            .risk(.reviewed(outcome: "As before", next: Self.due + 90)),
            on: Self.due - 48
        )
        let next = try Self.task("risk", of: journal, on: Self.due - 47)
        #expect(next.uid == open.uid && next.status == .open && next.due == Self.due + 90)
        #expect(next.revision == open.revision + 1)
        journal.record(.risk("R4"), .risk(.reviewed(outcome: "", next: nil)), on: Self.due - 46)
        let done = try Self.task("risk", of: journal, on: Self.due - 45)
        #expect(done.uid == open.uid && done.status == .completed(Self.due - 46))
        #expect(done.revision == next.revision + 1)
    }

    @Test func theReviewOfAClosedRiskIsCancelled() throws {
        var journal = try Self.rooms()
        journal.record(.risk("R4"), .risk(.closed(outcome: "")), on: Self.due - 51)
        let task = try Self.task("risk", of: journal)
        #expect(task.status == .cancelled && task.due == Self.due && task.alarms == [])
    }

    @Test func aMeetingThatIsCalledOffIsCancelled() throws {
        var journal = try Self.rooms()
        let open = try Self.task("meeting", of: journal)
        var cadence = try Cadence(every: Period(8, .weeks), from: Self.due - 100)
        cadence.until = Self.due
        cadence.cancelled = [Self.due - 100 + 56]
        journal.record(
            .meetings(of: "cog"),
            .meetingsSet(MeetingSeries(body: "cog", name: "COG", cadence: cadence)),
            on: Self.due - 51
        )
        let off = try Self.task("meeting", of: journal)
        #expect(off.uid == open.uid && off.status == .cancelled)
        #expect(off.revision == open.revision + 1)
    }

    @Test func anActDecidesTheStatusAndTheAlarms() throws {
        var journal = InventedJournal(actions: 1, due: Self.due)
        let reminder = try #require(
            ReminderIdentity("moor/chase:moor-2030#1.1:\(Self.due):before-30-days")
        )
        journal.record(
            reminder.subject,
            .reminder(reminder, .snoozed(until: Self.due - 10), note: Prose()),
            on: Self.due - 41
        )
        let snoozed = try #require(Self.calendar(journal).tasks.first)
        #expect(snoozed.alarms.map(\.days) == [-7, -1, 1, -10])
        journal.record(
            reminder.subject,
            .reminder(reminder, .done, note: Prose()),
            on: Self.due - 40
        )
        let done = try #require(Self.calendar(journal).tasks.first)
        #expect(done.status == .awaitingSignOff && done.alarms.isEmpty)
    }

    @Test func twoRulesOfOneThingShareItsTask() {
        var other = ReminderScheduleTests.chase
        other.id = "moor/other"
        other.tiers = [
            ReminderTier(.beforeDue(.period(Period(1, .weeks)))),
            ReminderTier(.beforeDue(.period(Period(2, .weeks)))),
        ]
        let calendar = Self.calendar(
            InventedJournal(actions: 1, due: Self.due),
            [ReminderScheduleTests.chase, other]
        )
        #expect(calendar.tasks.map { $0.alarms.map(\.days) } == [[-30, -7, -1, 1, -14]])
    }

    @Test func aLongIdentifierIsCutAndStaysItsOwn() {
        var journal = InventedJournal(actions: 0)
        let long = String(repeating: "gate-", count: 70)
        journal.add(long + "a", due: Self.due)
        journal.add(long + "b", due: Self.due)
        let uids = Self.calendar(journal).tasks.map(\.uid)
        #expect(Set(uids).count == 2 && uids.allSatisfy { $0.utf8.count <= 255 })
    }

    // MARK: Outside readers

    private static let icalendar = """
        import icalendar
        calendar = icalendar.Calendar.from_ical(data)
        faults = [str(part.errors) for part in calendar.walk() if part.errors]
        """

    private static let libical = """
        import gi
        gi.require_version('ICalGLib', '3.0')
        from gi.repository import ICalGLib
        part = ICalGLib.Component.new_from_string(data.decode('utf-8'))
        assert part is not None and part.is_valid()
        ICalGLib.restriction_check(part)
        """

    private static func has(_ script: String) -> Bool {
        let load = script.split(separator: "\n").filter {
            $0.contains("import") || $0.contains("require_version")
        }.joined(separator: "\n")
        return (try? OutsideReader.run(["/usr/bin/python3", "-c", load], [])) != nil
    }

    private static var calendars: [ReminderCalendar] {
        get throws {
            var cadence = try Cadence(every: Period(8, .weeks), from: due - 100)
            cadence.cancelled = [due - 100 + 56]
            var meetings = awkward
            meetings.record(
                .meetings(of: "cog"),
                .meetingsSet(MeetingSeries(body: "cog", name: "COG, Moor", cadence: cadence))
            )
            let papers = ReminderRule(
                id: "moor/papers",
                each: .meeting,
                to: ["Officer"],
                tiers: [ReminderTier(.beforeDue(.period(Period(1, .weeks))))],
                ahead: .workingDays(10),
                what: "papers; all of them"
            )
            var done = try rooms()
            done.record(
                .dataSet("stiles"),
                .dataReceived(period: CivilDate(2030, 12, 31)),
                on: due - 20
            )
            done.record(.risk("R4"), .risk(.reviewed(outcome: "", next: nil)), on: due - 20)
            return [
                calendar(InventedJournal()), calendar(awkward), calendar(done, rules, on: due - 20),
                calendar(awkward, on: due + 300),
                calendar(meetings, [papers, ReminderScheduleTests.chase]),
            ]
        }
    }

    @Test(
        .enabled(
            if: OutsideReader.areRequired || has(icalendar),
            "Install Python's icalendar to read calendars with it: apt-get install python3-icalendar"
        )
    )
    func icalendarReadsEveryCalendar() throws {
        let script = """
            import sys
            data = sys.stdin.buffer.read()
            \(Self.icalendar)
            tasks = calendar.walk('VTODO')
            print(faults, *[task['SUMMARY'] for task in tasks], sep='\\n', end='')
            """
        for calendar in try Self.calendars {
            let found = try OutsideReader.run(
                ["/usr/bin/python3", "-c", script],
                ICalendarRenderer().bytes(of: calendar)
            )
            let summaries = calendar.tasks.map { $0.summary.filter { $0 != "\u{7}" } }
            #expect(found == (["[]"] + summaries).joined(separator: "\n"))
        }
    }

    @Test(
        .enabled(
            if: OutsideReader.areRequired || has(libical),
            "Install libical's bindings to read calendars with it: apt-get install python3-gi gir1.2-ical-3.0"
        )
    )
    func libicalReadsEveryCalendar() throws {
        let script = """
            import sys
            data = sys.stdin.buffer.read()
            \(Self.libical)
            kind = ICalGLib.ComponentKind.VTODO_COMPONENT
            errors = [line for line in part.as_ical_string().splitlines() if 'LIC-ERROR' in line]
            print(part.count_errors(), errors, part.count_components(kind), end='')
            """
        for calendar in try Self.calendars {
            let found = try OutsideReader.run(
                ["/usr/bin/python3", "-c", script],
                ICalendarRenderer().bytes(of: calendar)
            )
            #expect(found == "0 [] \(calendar.tasks.count)")
        }
    }
}
