// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// The documents across meetings: attendance over a year, the action log, the list of meetings.

extension MeetingReport {
    /// How one seat, or the seats of one agency, were filled over some meetings.
    struct AttendanceCount: Hashable, Sendable {
        var name: String
        var agency: String?
        var expected = 0
        var inPerson = 0
        var online = 0
        var bySubstitute = 0
        var inPart = 0
        var apologies = 0
        var noWord = 0
        var unknown = 0

        var present: Int { inPerson + online }

        mutating func add(_ seat: SeatAttendance) {
            guard seat.mark.isExpected else { return }
            expected += 1
            switch seat.mark {
            case .inPerson: inPerson += 1
            case .online: online += 1
            case .apologies: apologies += 1
            case .noWord: noWord += 1
            case .unknown: unknown += 1
            case .correspondence: break
            }
            if seat.isPresent, seat.substitute != nil { bySubstitute += 1 }
            if seat.isInPart { inPart += 1 }
        }
    }

    /// Counts the attendance of a body's meetings, seat by seat and agency by agency.
    ///
    /// A meeting counts for the seats that it had: who had no seat was not expected.
    static func counts(
        of meetings: [Meeting]
    ) -> (seats: [AttendanceCount], agencies: [AttendanceCount]) {
        var seats: [(key: String, count: AttendanceCount)] = []
        var agencies: [(key: String, count: AttendanceCount)] = []
        for seat in meetings.flatMap({ $0.attendance?.seats ?? [] }) {
            Self.add(seat, as: seat.seat, named: seat.name, to: &seats)
            guard let agency = seat.agency else { continue }
            Self.add(seat, as: agency, named: agency, to: &agencies)
        }
        return (seats.map(\.count), agencies.map(\.count))
    }

    private static func add(
        _ seat: SeatAttendance,
        as key: String,
        named name: String,
        to counts: inout [(key: String, count: AttendanceCount)]
    ) {
        let place: Int
        if let known = counts.firstIndex(where: { $0.key == key }) {
            place = known
        } else {
            place = counts.count
            counts.append((key, AttendanceCount(name: name, agency: seat.agency)))
        }
        counts[place].count.name = name
        counts[place].count.add(seat)
    }

    static func attendance(of meeting: Meeting, in edition: Edition) -> Document {
        let held = edition.calledMeetings.filter {
            $0.body == meeting.body && $0.isFull && $0.attendance != nil
                && $0.day <= meeting.day && $0.day > meeting.day.adding(years: -1)
        }
        let title = "Attendance: \(meeting.bodyName), the year to \(meeting.day.inWords)"
        guard !held.isEmpty else {
            return document(
                title,
                edition,
                [.paragraph("No attendance is recorded of these twelve months.")]
            )
        }
        return document(title, edition, attendance(of: held, in: edition))
    }

    /// How the seats were filled at some meetings: in a sentence, by seat, by agency and by meeting.
    static func attendance(of held: [Meeting], in edition: Edition) -> [Document.Block] {
        var counts = counts(of: held)
        let finder = MeetingFinder(edition)
        for place in counts.agencies.indices {
            counts.agencies[place].name = finder.bodyName(counts.agencies[place].name)
        }
        let quorate = held.count { $0.isQuorate == true }
        let inquorate = held.count { $0.isQuorate == false }
        let present = counts.seats.reduce(0) { $0 + $1.present }
        let expected = counts.seats.reduce(0) { $0 + $1.expected }
        let notKnown = held.count - quorate - inquorate
        let others = notKnown == 0 ? "" : ", and of \(notKnown) it is not known"
        var blocks: [Document.Block] = [
            .paragraph(
                "\(held.count) \(held.count == 1 ? "meeting" : "meetings"): \(quorate) had a quorum, "
                    + "\(inquorate) had none\(others). \(present) of \(expected) seats "
                    + "were filled\(share(present, of: expected))."
            ),
            .table(table(of: counts.seats, "By seat", "Seat")),
        ]
        if !counts.agencies.isEmpty {
            blocks.append(.table(table(of: counts.agencies, "By agency", "Agency")))
        }
        blocks.append(.table(meetingTable(held)))
        return blocks
    }

    private static func share(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "" : " (\((part * 100 + whole / 2) / whole) %)"
    }

    private static func table(
        of counts: [AttendanceCount],
        _ caption: String,
        _ heading: String
    ) -> Document.Table {
        let figures = [
            "Expected", "In person", "Online", "By substitute", "In part", "Apologies", "No word",
            "Not known",
        ]
        return Document.Table(
            caption: caption,
            columns: [.init(heading, isRowHeader: true)]
                + figures.map { .init($0, alignment: .end) },
            rows: counts.map { count in
                let numbers = [
                    count.expected, count.inPerson, count.online, count.bySubstitute, count.inPart,
                    count.apologies, count.noWord, count.unknown,
                ]
                return .cells([.text(count.name)] + numbers.map { .init([.integer($0)]) })
            }
        )
    }

    private static func meetingTable(_ held: [Meeting]) -> Document.Table {
        Document.Table(
            caption: "By meeting",
            columns: [
                .init("Meeting", isRowHeader: true), .init("Present", alignment: .end),
                .init("Expected", alignment: .end), "Quorum",
            ],
            rows: held.map { meeting in
                .cells([
                    .text(meeting.day.inWords),
                    .init([.integer(meeting.attendance?.present.count ?? 0)]),
                    .init([.integer(meeting.attendance?.expected.count ?? 0)]),
                    .text(meeting.isQuorate.map { $0 ? "yes" : "no" } ?? "not known"),
                ])
            }
        )
    }

    // MARK: The action log

    /// Makes the document of an action log.
    ///
    /// - Parameters:
    ///   - log: The log.
    ///   - edition: The edition.
    /// - Returns: The document.
    public static func actionLog(_ log: ActionLog, of edition: Edition) -> Document {
        let late = log.lines.count { $0.state == "late" }
        let open = log.lines.count { $0.state == "open" }
        let done = log.lines.count { $0.state == "done" }
        let all = late + open
        var words =
            all == 1 ? "One action of meetings is open" : "\(all) actions of meetings are open"
        words += late == 0 ? ", none of them late" : ", \(late) of them late"
        if done > 0 { words += done == 1 ? "; one is done" : "; \(done) are done" }
        var blocks: [Document.Block] = [.paragraph("\(words).")]
        if !log.lines.isEmpty {
            blocks.append(
                .table(
                    Document.Table(
                        caption: "Actions of meetings",
                        columns: [
                            .init("Action", isRowHeader: true), "What", "Who", "By", "State",
                        ],
                        rows: log.lines.map { line in
                            .cells([
                                .text("\(line.meeting.reference)#\(line.action.code)"),
                                .init([.prose(line.action.text)]), .text(line.action.owner),
                                line.action.due.map { .init([.date($0)]) } ?? .empty,
                                .text(line.state),
                            ])
                        }
                    )
                )
            )
        }
        if !log.latePlanItems.isEmpty {
            blocks.append(
                .table(
                    Document.Table(
                        caption: "Late actions of the plan",
                        columns: [.init("No", isRowHeader: true), "Action", "Who", "By"],
                        rows: log.latePlanItems.map { item in
                            .cells([
                                .text(item.number), .init([.prose(item.text)]),
                                .text(item.leads.joined(separator: ", ")),
                                item.due.map { .init([.date($0)]) } ?? .empty,
                            ])
                        }
                    )
                )
            )
        }
        return document("Action log at \(log.day.inWords)", edition, blocks)
    }

    // MARK: The list of meetings

    /// Makes the list of days on which bodies meet.
    ///
    /// - Parameters:
    ///   - days: The days.
    ///   - edition: The edition.
    /// - Returns: The document.
    public static func list(_ days: [MeetingDay], of edition: Edition) -> Document {
        guard !days.isEmpty else {
            return document("Meetings", edition, [.paragraph("No meetings are called or planned.")])
        }
        let table = Document.Table(
            caption: "Meetings",
            columns: [.init("Meeting", isRowHeader: true), "When", "How", "State"],
            rows: days.map { day in
                .cells([
                    .text(day.reference), .text(day.meeting?.when ?? day.day.inWords),
                    .text(day.meeting?.mode.words ?? ""), .text(day.state(on: edition.asOf)),
                ])
            },
            hidesCaption: true
        )
        return document("Meetings", edition, [.table(table)])
    }
}
