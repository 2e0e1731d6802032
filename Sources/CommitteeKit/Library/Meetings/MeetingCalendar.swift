// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The meetings of a committee as a calendar that people subscribe to (RFC 5545).
///
/// Each meeting is one `VEVENT` whose `UID` is its name, which stays when it is moved; `SEQUENCE` rises
/// with each call, move and cancelling. The day of a paper is an event of the whole day. Meetings that
/// have passed stay. The same edition gives the same bytes.
///
/// ```swift
/// let bytes = MeetingCalendar(of: edition).bytes
/// ```
public struct MeetingCalendar: Sendable {
    /// The most characters of a summary.
    public static let summaryLength = 75
    /// The time zone in which committees meet.
    static let zone = "Europe/London"

    private let edition: Edition
    private let body: String?

    /// Creates a calendar of an edition's meetings.
    ///
    /// - Parameters:
    ///   - edition: The edition.
    ///   - body: Only the meetings of this body, by its identifier; all of them when nil.
    public init(of edition: Edition, body: String? = nil) {
        self.edition = edition
        self.body = body
    }

    /// The calendar as a file.
    ///
    /// - Complexity: O(*n*) in the number of meetings and of papers.
    public var bytes: [UInt8] {
        var writer = ICalendarWriter()
        writer.begin("VCALENDAR")
        writer.property("VERSION", "2.0")
        writer.property("PRODID", "-//CommitteeKit//Meetings 1//EN")
        writer.property("CALSCALE", "GREGORIAN")
        writer.text("NAME", "Meetings of \(edition.name)")
        writer.text("X-WR-CALNAME", "Meetings of \(edition.name)")
        Self.writeZone(into: &writer)
        for meeting in edition.calledMeetings where body == nil || meeting.body == body {
            write(meeting, into: &writer)
            for item in meeting.agenda { write(item, of: meeting, into: &writer) }
        }
        writer.end("VCALENDAR")
        var bytes: [UInt8] = []
        writer.output.flush(into: &bytes)
        return bytes
    }

    private func write(_ meeting: Meeting, into writer: inout ICalendarWriter) {
        writer.begin("VEVENT")
        writer.property("UID", uid(meeting.reference))
        writer.property("DTSTAMP", "\(Self.figures(edition.asOf))T000000Z")
        writer.property("SEQUENCE", String(max(meeting.revision - 1, 0)))
        if let start = meeting.start {
            writer.property("DTSTART;TZID=\(Self.zone)", Self.moment(meeting.day, start))
            if let end = meeting.end {
                writer.property("DTEND;TZID=\(Self.zone)", Self.moment(meeting.day, end))
            }
        } else {
            writer.property("DTSTART;VALUE=DATE", Self.figures(meeting.day))
            writer.property("DTEND;VALUE=DATE", Self.figures(meeting.day + 1))
        }
        writer.text("SUMMARY", Self.short("\(meeting.noun) of \(meeting.bodyName)"))
        let place = [meeting.place, meeting.mode == .inPerson ? "" : "online"]
            .filter { !$0.isEmpty }.joined(separator: " and ")
        if !place.isEmpty { writer.text("LOCATION", place) }
        writer.property("STATUS", meeting.isCancelled ? "CANCELLED" : "CONFIRMED")
        writer.property("CLASS", edition.audience == .public ? "PUBLIC" : "CONFIDENTIAL")
        writer.end("VEVENT")
    }

    private func write(
        _ item: AgendaItem,
        of meeting: Meeting,
        into writer: inout ICalendarWriter
    ) {
        guard let due = item.paperDue else { return }
        writer.begin("VEVENT")
        writer.property("UID", uid("\(meeting.reference)#\(item.number)"))
        writer.property("DTSTAMP", "\(Self.figures(edition.asOf))T000000Z")
        writer.property(
            "SEQUENCE",
            String(max(meeting.agendaRevision - 1, 0) + max(meeting.revision - 1, 0))
        )
        writer.property("DTSTART;VALUE=DATE", Self.figures(due))
        writer.property("DTEND;VALUE=DATE", Self.figures(due + 1))
        writer.text("SUMMARY", Self.short("Paper due for item \(item.number): \(item.title)"))
        if !item.owner.isEmpty { writer.text("CONTACT", item.owner) }
        writer.property("STATUS", meeting.isCancelled ? "CANCELLED" : "CONFIRMED")
        writer.property("TRANSP", "TRANSPARENT")
        writer.property("CLASS", edition.audience == .public ? "PUBLIC" : "CONFIDENTIAL")
        writer.end("VEVENT")
    }

    private func uid(_ name: String) -> String {
        let plain = "meeting/\(name)".map { $0.isASCII && !$0.isWhitespace ? $0 : "-" }
        return "\(String(plain))@\(edition.committee)"
    }

    /// A text of at most ``summaryLength`` characters, cut at a word.
    static func short(_ text: String) -> String {
        guard text.count > summaryLength else { return text }
        let cut = text.prefix(summaryLength - 1)
        let words = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
        return "\(words)…"
    }

    private static func figures(_ day: CivilDate) -> String { day.description.filter { $0 != "-" } }

    private static func moment(_ day: CivilDate, _ time: ClockTime) -> String {
        "\(figures(day))T\(time.description.filter { $0 != ":" })00"
    }

    /// The rules of summer time in the United Kingdom since 1996: from the last Sunday of March to the
    /// last Sunday of October, at one o'clock in the morning of Greenwich.
    private static func writeZone(into writer: inout ICalendarWriter) {
        writer.begin("VTIMEZONE")
        writer.property("TZID", zone)
        writer.begin("DAYLIGHT")
        writer.property("TZNAME", "BST")
        writer.property("DTSTART", "19960331T010000")
        writer.property("TZOFFSETFROM", "+0000")
        writer.property("TZOFFSETTO", "+0100")
        writer.property("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
        writer.end("DAYLIGHT")
        writer.begin("STANDARD")
        writer.property("TZNAME", "GMT")
        writer.property("DTSTART", "19961027T020000")
        writer.property("TZOFFSETFROM", "+0100")
        writer.property("TZOFFSETTO", "+0000")
        writer.property("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
        writer.end("STANDARD")
        writer.end("VTIMEZONE")
    }
}
