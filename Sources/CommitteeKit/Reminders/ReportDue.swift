// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A report that a reporting line makes due: before, at or after a meeting of a body.
///
/// The words of the line say when, such as “before each COG” or “10 working days before each COG”. A
/// line whose words name no meeting makes nothing due.
///
/// ```swift
/// for report in edition.reportsDue(through: today + 28) {
///     print(report.due, report.name)
/// }
/// ```
public struct ReportDue: Hashable, Sendable {
    /// The line.
    public var line: ReportingLine
    /// The body whose meeting makes it due, by its identifier.
    public var body: String
    /// The day on which that body meets.
    public var meeting: CivilDate
    /// The day for which that meeting was planned, by which it is known for ever.
    public var planned: CivilDate
    /// The day on which the report is due.
    public var due: CivilDate
    /// What it is called within a sentence, such as `the report to COG for 15 January 2024`.
    public var name: String
    /// Who reports, as the committee calls it.
    public var sender: String

    /// The report as a subject: its line and the planned day of the meeting.
    public var subject: SubjectReference {
        SubjectReference(
            kind: "report-due",
            id: "\(line.fromBodyID)#\(line.toBodyID)#\(planned)"
        )
    }

    /// The report as reminders and lists of work have it.
    public var deadline: RoomDeadline {
        RoomDeadline(
            subject,
            kind: "report",
            name: name,
            due: due,
            leads: [sender],
            groups: [line.fromBodyID, line.toBodyID]
        )
    }
}

/// When a reporting line wants its report, as its words say.
///
/// ```swift
/// ReportTrigger("10 working days before each COG")   // 10 working days before a meeting
/// ```
public struct ReportTrigger: Hashable, Sendable {
    /// Whether the report goes before, at or after the meeting.
    public enum Moment: String, Hashable, Sendable {
        /// Before it.
        case before
        /// At it.
        case at
        /// After it.
        case after
    }

    /// Whether the report goes before, at or after the meeting.
    public var moment: Moment
    /// How many working days before or after; none means by the day itself.
    public var workingDays: Int
    /// The words behind the moment, in which a body may be named.
    public var words: String

    /// Reads the words of a line; nil when they name no meeting.
    ///
    /// - Parameter text: The words, such as `before each COG, ten working days`.
    public init?(_ text: String) {
        let words = text.lowercased().split {
            !$0.isLetter && !$0.isNumber && $0 != "’" && $0 != "'"
        }
        .map(String.init)
        guard let place = words.indices.first(where: { Self.isMoment(words, $0) }) else {
            return nil
        }
        switch words[place] {
        case "after", "following": moment = .after
        case "at": moment = .at
        default: moment = .before
        }
        let each = words[place...].firstIndex { Self.each.contains($0) } ?? place
        self.words = words[words.index(after: each)...].joined(separator: " ")
        workingDays = 0
        for day in words.indices where ["day", "days"].contains(words[day]) && day > 1 {
            guard words[day - 1] == "working", let count = Self.number(words[day - 2]) else {
                continue
            }
            workingDays = count
        }
    }

    /// Whether a word tells when, with “each” behind it.
    private static func isMoment(_ words: [String], _ place: Int) -> Bool {
        let moments = ["before", "prior", "ahead", "at", "after", "following"]
        guard moments.contains(words[place]) else { return false }
        return words[place...].dropFirst().prefix(3).contains { each.contains($0) }
    }

    private static let each: Set<String> = ["each", "every"]

    private static func number(_ word: String) -> Int? {
        let names = [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve", "thirteen", "fourteen", "fifteen",
        ]
        if let place = names.firstIndex(of: word) { return place + 1 }
        return Int(word).flatMap { (1...250).contains($0) ? $0 : nil }
    }

    /// Returns the day on which a report is due.
    ///
    /// Working days count back from the meeting: a report that is due before it without a number of days is
    /// due on the last working day before.
    ///
    /// - Parameters:
    ///   - meeting: The day of the meeting.
    ///   - calendar: The working days.
    /// - Returns: The day.
    public func due(for meeting: CivilDate, _ calendar: WorkingCalendar) -> CivilDate {
        switch moment {
        case .before: calendar.adding(workingDays: -max(workingDays, 1), to: meeting)
        case .at: meeting
        case .after: calendar.adding(workingDays: max(workingDays, 1), to: meeting)
        }
    }
}

extension Edition {
    /// Returns the reports that reporting lines make due, up to a day.
    ///
    /// A report before a meeting stays due until the meeting; one after it stays due for four weeks. A
    /// report that went out for the meeting is not due any more.
    ///
    /// - Parameter day: The last day that is asked about.
    /// - Returns: The reports, the first that is due first.
    /// - Complexity: O(*n* × *m*) in the number of lines and of meetings.
    public func reportsDue(through day: CivilDate) -> [ReportDue] {
        guard let profile = committeeProfile, !profile.reportingLines.isEmpty else { return [] }
        let calendar = workingCalendar ?? .scotland
        var found: [ReportDue] = []
        for line in profile.reportingLines {
            guard let trigger = ReportTrigger(line.cadence) ?? ReportTrigger(line.timescale) else {
                continue
            }
            let body = profile.bodyMet(in: trigger.words, of: line)
            var before = CivilDate.earliest
            for meeting in meetingDays(of: body, around: asOf, through: day + 400) {
                let since = trigger.moment == .after ? meeting.day : before + 1
                before = meeting.day
                let due = trigger.due(for: meeting.day, calendar)
                let last = trigger.moment == .after ? due + 28 : meeting.day
                guard due <= day, last >= asOf, !wasSent(to: line.toBodyID, since) else {
                    continue
                }
                let to = profile.shortName(of: line.toBodyID)
                let what = line.what.isEmpty ? "the report" : "the report “\(line.what)”"
                found.append(
                    ReportDue(
                        line: line,
                        body: body,
                        meeting: meeting.day,
                        planned: meeting.planned,
                        due: due,
                        name: "\(what) to \(to) for \(meeting.day.inWords)",
                        sender: profile.name(of: line.fromBodyID)
                    )
                )
            }
        }
        return found.sorted { ($0.due, $0.subject.id) < ($1.due, $1.subject.id) }
    }

    /// Whether something went out to a body on a day or after it.
    private func wasSent(to body: String, _ first: CivilDate) -> Bool {
        circulations.contains { $0.to.contains(body) && ($0.on ?? .earliest) >= first }
    }

    /// The days on which a body meets from four weeks before a day: meetings that were called, and planned
    /// ones.
    private func meetingDays(
        of body: String,
        around today: CivilDate,
        through last: CivilDate
    ) -> [(day: CivilDate, planned: CivilDate)] {
        let called = calledMeetings.filter { $0.body == body }
        var days = called.filter(\.isFull).map { (day: $0.day, planned: $0.planned) }
        let known = Set(called.map(\.planned))
        if let series = meetings.first(where: { $0.body == body }),
            let span = CivilSpan(from: today - 60, until: max(last, today))
        {
            for day in series.dates(in: span) {
                let planned = series.planned(for: day)
                guard !known.contains(planned), !days.contains(where: { $0.day == day }) else {
                    continue
                }
                days.append((day, planned))
            }
        }
        return days.filter { $0.day >= today - 60 && $0.day <= last }.sorted { $0.day < $1.day }
    }
}

extension CommitteeProfile {
    /// The body or group that words name; the one that receives the report when they name none.
    fileprivate func bodyMet(in words: String, of line: ReportingLine) -> String {
        let key = " \(words.comparisonKey) "
        var best: (id: String, length: Int)?
        for candidate in ([body] + bodies) {
            for name in [candidate.id, candidate.name] + candidate.aliases
                + (candidate.abbreviation.map { [$0] } ?? [])
            {
                let named = " \(name.comparisonKey) "
                guard named.count > 2, key.contains(named), named.count > best?.length ?? 0 else {
                    continue
                }
                best = (candidate.id, named.count)
            }
        }
        return best?.id ?? line.toBodyID
    }

    /// A body's or a group's abbreviation, else its name.
    fileprivate func shortName(of id: String) -> String {
        body(id: id)?.abbreviation ?? group(id: id)?.abbreviation ?? name(of: id)
    }
}
