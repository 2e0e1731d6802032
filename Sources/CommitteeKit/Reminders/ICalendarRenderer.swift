// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Writes the tasks of a committee as an iCalendar file (RFC 5545), in UTF-8.
///
/// Each task is a `VTODO` with a `VALARM` for each step of its rules. Its `UID` stays the same for
/// ever; `SEQUENCE` rises with every change. Due dates are days without a time, and alarms sound at
/// the hour of ``alarmHour`` wherever the reader is. The same calendar gives the same bytes.
///
/// ```swift
/// let bytes = ICalendarRenderer().bytes(of: calendar)
/// ```
public struct ICalendarRenderer: Sendable {
    /// The hour of the day at which alarms sound, 0 to 23.
    public let alarmHour: Int

    /// Creates a renderer.
    ///
    /// - Parameter alarmHour: The hour at which alarms sound; brought into 0 to 23.
    public init(alarmHour: Int = 9) {
        self.alarmHour = min(max(alarmHour, 0), 23)
    }

    /// The media type of the bytes.
    public var mediaType: String { "text/calendar; charset=utf-8; component=VTODO" }

    /// Returns a calendar as bytes.
    ///
    /// - Parameter calendar: The calendar.
    /// - Returns: The bytes.
    public func bytes(of calendar: ReminderCalendar) -> [UInt8] {
        var bytes: [UInt8] = []
        render(calendar, into: &bytes)
        return bytes
    }

    /// Writes a calendar.
    ///
    /// - Parameters:
    ///   - calendar: The calendar.
    ///   - sink: Where the bytes go, piece by piece.
    /// - Complexity: O(*n*) in the size of the calendar.
    public func render(_ calendar: ReminderCalendar, into sink: inout some ByteSink) {
        var writer = ICalendarWriter()
        writer.begin("VCALENDAR")
        writer.property("VERSION", "2.0")
        writer.property("PRODID", "-//CommitteeKit//Reminders 1//EN")
        writer.property("CALSCALE", "GREGORIAN")
        writer.text("NAME", calendar.name)
        writer.text("X-WR-CALNAME", calendar.name)
        // A calendar must hold a component; a time zone is one that says nothing.
        if calendar.tasks.isEmpty { writeTimeZone(into: &writer) }
        for task in calendar.tasks {
            write(task, of: calendar, into: &writer)
            writer.output.drain(into: &sink)
        }
        writer.end("VCALENDAR")
        writer.output.flush(into: &sink)
    }

    private func write(
        _ task: ReminderCalendar.Task,
        of calendar: ReminderCalendar,
        into writer: inout ICalendarWriter
    ) {
        writer.begin("VTODO")
        writer.property("UID", task.uid)
        writer.property("DTSTAMP", Self.instant(calendar.day))
        writer.property("SEQUENCE", String(task.revision))
        writer.property("DUE;VALUE=DATE", Self.day(task.due))
        writer.text("SUMMARY", task.summary)
        if !task.leads.isEmpty { writer.text("CONTACT", task.leads.joined(separator: ", ")) }
        if !task.category.isEmpty { writer.text("CATEGORIES", task.category) }
        writer.property("CLASS", calendar.audience == .public ? "PUBLIC" : "CONFIDENTIAL")
        switch task.status {
        case .open: writer.property("STATUS", "NEEDS-ACTION")
        case .awaitingSignOff: writer.property("STATUS", "IN-PROCESS")
        case .completed(let day):
            writer.property("STATUS", "COMPLETED")
            writer.property("COMPLETED", Self.instant(day))
            writer.property("PERCENT-COMPLETE", "100")
        case .cancelled: writer.property("STATUS", "CANCELLED")
        }
        for alarm in task.alarms { write(alarm, task, into: &writer) }
        writer.end("VTODO")
    }

    private func write(
        _ alarm: ReminderCalendar.Task.Alarm,
        _ task: ReminderCalendar.Task,
        into writer: inout ICalendarWriter
    ) {
        writer.begin("VALARM")
        writer.property("ACTION", "DISPLAY")
        writer.text("DESCRIPTION", task.summary)
        writer.property("TRIGGER;RELATED=END", Self.duration(hours: alarm.days * 24 + alarmHour))
        if let repeating = alarm.repeating {
            writer.property("DURATION", "P\(repeating.days)D")
            writer.property("REPEAT", String(repeating.count))
        }
        writer.end("VALARM")
    }

    private func writeTimeZone(into writer: inout ICalendarWriter) {
        writer.begin("VTIMEZONE")
        writer.property("TZID", "Etc/UTC")
        writer.begin("STANDARD")
        writer.property("DTSTART", "19700101T000000")
        writer.property("TZOFFSETFROM", "+0000")
        writer.property("TZOFFSETTO", "+0000")
        writer.end("STANDARD")
        writer.end("VTIMEZONE")
    }

    private static func day(_ date: CivilDate) -> String { date.description.filter { $0 != "-" } }

    /// The first moment of a day in UTC.
    private static func instant(_ date: CivilDate) -> String { "\(day(date))T000000Z" }

    /// A length of time from the due date, such as `-P29DT15H`.
    static func duration(hours: Int) -> String {
        let (days, rest) = abs(hours).quotientAndRemainder(dividingBy: 24)
        var text = hours < 0 ? "-P" : "P"
        if days > 0 { text += "\(days)D" }
        if rest > 0 || days == 0 { text += "T\(rest)H" }
        return text
    }
}
