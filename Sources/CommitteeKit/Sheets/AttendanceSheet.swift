// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Who was at a meeting, as a sheet with one letter a seat.
///
/// ```
/// ATTENDANCE CPC, 5 December 2023
/// P in person, O online, A apologies, N no word, ? not known yet
/// P Lead Nurse from 14:30
/// O Head of Education by Depute Head
/// ? Housing Manager
/// Also there: Minute taker
/// [END]
/// ```
public enum AttendanceSheet {
    static let keyword = "ATTENDANCE"
    private static let key =
        "P in person, O online, A apologies, N no word, ? not known yet, C by correspondence only"
    private static let alsoThere = "Also there:"

    /// Writes the sheet of a meeting.
    ///
    /// - Parameters:
    ///   - attendance: The attendance.
    ///   - meeting: The meeting.
    /// - Returns: The sheet, which reads back to the same attendance.
    public static func text(of attendance: MeetingAttendance, for meeting: Meeting) -> String {
        let seats = attendance.seats.map { seat in
            "\(seat.mark.rawValue) \(seat.name)" + (seat.cameInPart ? " in part" : "")
                + (seat.from.map { " from \($0)" } ?? "")
                + (seat.until.map { " until \($0)" } ?? "")
                + (seat.substitute.map { " by \($0)" } ?? "")
        }
        let others = attendance.inAttendance.joined(separator: "; ")
        let last = others.isEmpty ? alsoThere : "\(alsoThere) \(others)"
        return
            ([
                "\(keyword) \(meeting.bodyName), \(meeting.day.inWords)"
                    + MeetingSheetText.reference(meeting.attendanceRevision), key,
            ] + seats
            + [last, MeetingSheetText.end]).map { $0 + "\n" }.joined()
    }

    /// Returns the attendance to write for a meeting: what was said, and each seat of which nobody has
    /// said anything with `?`.
    ///
    /// - Parameters:
    ///   - meeting: The meeting.
    ///   - seats: The seats of the body on the day.
    /// - Returns: The attendance.
    public static func prefilled(
        for meeting: Meeting,
        _ seats: [MeetingSeat]
    ) -> MeetingAttendance {
        guard var attendance = meeting.attendance else {
            return MeetingAttendance(seats: seats.map(\.unsaid))
        }
        let known = Set(attendance.seats.map(\.seat))
        attendance.seats += seats.filter { !known.contains($0.id) }.map(\.unsaid)
        return attendance
    }

    /// Reads a sheet that came back.
    ///
    /// - Parameters:
    ///   - text: The sheet.
    ///   - meeting: The meeting.
    ///   - context: What a sheet may speak of; its seats are those of the body on the day.
    /// - Returns: The attendance in the order of the seats, with what is doubtful.
    /// - Complexity: O(*n* × *s*) in the lines of the sheet and the seats.
    public static func read(
        _ text: String,
        of meeting: Meeting,
        _ context: MeetingSheetContext
    ) -> MeetingSheetReading<MeetingAttendance> {
        var reading = MeetingSheetReading(MeetingAttendance(seats: []))
        let sheet = MeetingSheetText(text, keyword: keyword)
        guard sheet.check(meeting, keyword: keyword, into: &reading) else { return reading }
        let seats = seats(of: meeting, context.seats)
        var said: [String: SeatAttendance] = [:]
        for line in sheet.lines where !line.isBlank {
            if line.text.comparisonKey.hasPrefix("p in person") { continue }
            if line.text.lowercased().hasPrefix(alsoThere.lowercased()) {
                let names = line.text.dropFirst(alsoThere.count).split(separator: ";")
                reading.value.inAttendance += names.map { String($0).trimmingSpace }
                    .filter { !$0.isEmpty }
                continue
            }
            guard let seat = seat(line, seats, into: &reading) else { continue }
            if said.updateValue(seat, forKey: seat.seat) != nil {
                reading.doubt(
                    line.number,
                    "seat",
                    "\(seat.name) stands twice. Keep one line of it."
                )
            }
        }
        for seat in seats where said[seat.id] == nil {
            reading.note(
                sheet.heading?.number ?? 1,
                "missing",
                "\(seat.name) does not stand in the sheet: it is not known yet."
            )
        }
        reading.value.seats = seats.map { said[$0.id] ?? $0.unsaid }
        let open = Set(reading.value.seats.filter { $0.mark == .unknown }.map(\.seat))
        sheet.checkOthers(
            meeting.attendanceRevision,
            lost: (meeting.attendance?.seats ?? []).filter {
                $0.mark != .unknown && open.contains($0.seat)
            }.map { "\($0.mark.rawValue) \($0.name)" },
            into: &reading
        )
        return reading
    }

    /// The seats of the body, and those of which somebody has spoken before.
    private static func seats(of meeting: Meeting, _ seats: [MeetingSeat]) -> [MeetingSeat] {
        let known = Set(seats.map(\.id))
        let others = (meeting.attendance?.seats ?? []).filter { !known.contains($0.seat) }
        return seats + others.map { MeetingSeat($0.seat, name: $0.name, agency: $0.agency) }
    }

    private static func seat(
        _ line: SheetLine,
        _ seats: [MeetingSeat],
        into reading: inout MeetingSheetReading<MeetingAttendance>
    ) -> SeatAttendance? {
        let letter = line.text.prefix { $0 != " " && $0 != "." && $0 != ")" && $0 != ":" }
        let rest = String(line.text.dropFirst(letter.count).drop { ".): ".contains($0) })
        guard let mark = SeatAttendance.Mark(rawValue: letter.uppercased()), !rest.isEmpty else {
            let isSeat = seats.contains { $0.isCalled(line.text) }
            reading.doubt(
                line.number,
                "letter",
                isSeat
                    ? "\(line.text) has no letter, and a blank is never a yes. Write P, O, A, N or ? "
                        + "before it."
                    : "“\(line.text)” does not begin with a letter of the key. Write P, O, A, N or ? "
                        + "before the seat, or “\(alsoThere)” before who has none."
            )
            return nil
        }
        let said = SeatWords(rest)
        guard said.problem == nil else {
            reading.doubt(line.number, "time", said.problem ?? "")
            return nil
        }
        guard let seat = seats.first(where: { $0.isCalled(said.name) }) else {
            reading.doubt(
                line.number,
                "seat",
                "No seat is called “\(said.name)”. "
                    + (seats.isEmpty
                        ? "The body has no seats yet."
                        : ClosestName.suggestion(for: said.name, in: seats.map(\.name)))
                    + " Who has no seat goes behind “\(alsoThere)”."
            )
            return nil
        }
        var attendance = SeatAttendance(seat.id, name: seat.name, agency: seat.agency, mark)
        (attendance.from, attendance.until) = (said.from, said.until)
        (attendance.cameInPart, attendance.substitute) = (said.isInPart, said.substitute)
        if !attendance.isPresent, said.saysMore {
            reading.doubt(
                line.number,
                "letter",
                "\(seat.name) is marked \(letter) (\(mark.words)), and it is said who came or when. "
                    + "Write P or O if somebody came for the seat."
            )
        }
        return attendance
    }
}

/// What stands behind the letter of a seat.
private struct SeatWords {
    var name = ""
    var from: ClockTime?
    var until: ClockTime?
    var isInPart = false
    var substitute: String?
    var problem: String?

    var saysMore: Bool { from != nil || until != nil || isInPart || substitute != nil }

    init(_ text: String) {
        var words = text.split(separator: " ").map(String.init)
        var place = 0
        while place + 1 < words.count {
            let next = words[place + 1].trimmingCommas
            switch words[place].lowercased() {
            case "from" where next.isTimeLike, "until" where next.isTimeLike,
                "to" where next.isTimeLike:
                guard let time = ClockTime(next) else {
                    problem = "“\(next)” is no time. Write it as 14:30."
                    return
                }
                if words[place].lowercased() == "from" { from = time } else { until = time }
                words.removeSubrange(place...(place + 1))
            case "in" where next.lowercased() == "part":
                isInPart = true
                words.removeSubrange(place...(place + 1))
            default: place += 1
            }
        }
        if let by = words.firstIndex(where: { $0.lowercased() == "by" }), by > 0 {
            let other = words[(by + 1)...].joined(separator: " ").trimmingCommas
            if other.isEmpty {
                problem = "“by” names nobody. Write the role that came instead."
                return
            }
            substitute = other
            words.removeSubrange(by...)
        }
        name = words.joined(separator: " ").trimmingCommas
    }
}

extension String {
    fileprivate var trimmingCommas: String {
        var text = self[...]
        while let last = text.last, last == "," || last == ";" { text = text.dropLast() }
        return String(text)
    }

    /// Whether the text begins with a figure, so that a time was meant.
    fileprivate var isTimeLike: Bool { first?.isNumber ?? false }
}
