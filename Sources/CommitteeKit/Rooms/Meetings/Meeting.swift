// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A meeting of a body, from the day on which it was called to its approved minute.
///
/// It is known for ever by its body and the day for which it was planned, written `cpc/2023-12-05`.
///
/// ```swift
/// let meeting = try edition.meeting("cpc/2023-12-05")
/// meeting.isQuorate           // true, false, or nil when it is not known
/// meeting.minute?.state       // draft, circulated or approved
/// ```
public struct Meeting: Hashable, Sendable, Identifiable {
    /// The body that meets, by its identifier.
    public let body: String
    /// The day for which it was planned.
    public let planned: CivilDate
    /// What the body is called.
    public var bodyName: String
    /// The day on which it is held.
    public var day: CivilDate
    /// When it begins.
    public var start: ClockTime?
    /// When it ends.
    public var end: ClockTime?
    /// Where it is held; empty when nobody said.
    public var place: String
    /// Whether people come to a room, are online, or both.
    public var mode: Mode
    /// The role that chairs it; empty when nobody said.
    public var chair: String
    /// Whether it was called beside the planned ones.
    public var isExtraordinary: Bool
    /// Whether it is a day on which the body learns and plans, and not one of its full meetings.
    public var isDevelopmentDay: Bool
    /// How many must be there for it to decide; nil when nobody said.
    public var quorum: Int?
    /// The day on which it was called; nil before.
    public var calledOn: CivilDate?
    /// The day on which it was cancelled.
    public var cancelledOn: CivilDate?
    /// How often it was called, moved or cancelled.
    public var revision: Int
    /// The items of its agenda, in order.
    public var agenda: [AgendaItem]
    /// How often the agenda was set.
    public var agendaRevision: Int
    /// How often the attendance was set.
    public var attendanceRevision: Int
    /// How often the minute was drafted.
    public var minuteRevision: Int
    /// The day on which the agenda, as it is, went out.
    public var agendaCirculatedOn: CivilDate?
    /// The days on which agendas went out, earlier ones that were changed since included.
    public var agendaCirculations: [CivilDate]
    /// Who was there; nil before anybody said.
    public var attendance: MeetingAttendance?
    /// The interests that were declared, in order.
    public var interests: [DeclaredInterest]
    /// The minute; nil before it is drafted.
    public var minute: Minute?
    /// The corrections of the minute, in order.
    public var corrections: [MinuteCorrection]
    /// Every code that a decision or an action of the meeting ever had; none is given again.
    public var codes: Set<String>
    /// Whether something of it was taken in private and is left out here.
    public var leavesOutPrivateItems: Bool
    /// The entries by which its parts read as they do.
    var readsSince = ReadsSince()

    /// Since which entry each part of a meeting reads as it does, for what was agreed about it.
    struct ReadsSince: Hashable, Sendable {
        var agenda = 0
        var attendance = 0
        var interests = 0
        var minute = 0
    }

    /// How people take part in a meeting.
    public enum Mode: String, Hashable, Sendable, CaseIterable {
        /// In a room.
        case inPerson = "in-person"
        /// Online.
        case online
        /// In a room and online.
        case both

        /// The words for it, such as `in person and online`.
        public var words: String {
            switch self {
            case .inPerson: "in person"
            case .online: "online"
            case .both: "in person and online"
            }
        }
    }

    /// Creates a meeting that nobody has called yet.
    ///
    /// - Parameters:
    ///   - body: The body that meets, by its identifier.
    ///   - planned: The day for which it is planned.
    public init(body: String, planned: CivilDate) {
        self.body = body
        self.planned = planned
        bodyName = body
        day = planned
        place = ""
        mode = .inPerson
        chair = ""
        isExtraordinary = false
        isDevelopmentDay = false
        revision = 0
        agenda = []
        agendaRevision = 0
        (attendanceRevision, minuteRevision) = (0, 0)
        agendaCirculations = []
        interests = []
        corrections = []
        codes = []
        leavesOutPrivateItems = false
    }

    /// The identifier of the meeting's subject, such as `cpc#2023-12-05`.
    public var id: String { "\(body)#\(planned)" }

    /// The meeting as people write it, such as `cpc/2023-12-05`.
    public var reference: String { "\(body)/\(planned)" }

    /// What people call the meeting at the beginning of a sentence.
    public var title: String { "The \(noun.lowercasedFirst) of \(bodyName) on \(day.inWords)" }

    /// What it is, such as `Meeting`.
    var noun: String { isDevelopmentDay ? "Development day" : "Meeting" }

    /// Whether it is cancelled.
    public var isCancelled: Bool { cancelledOn != nil }

    /// Whether it is one of the body's full meetings: not cancelled, and no development day.
    public var isFull: Bool { !isCancelled && !isDevelopmentDay }

    /// When it is, such as `5 December 2023, 14:00 to 16:00`.
    public var when: String {
        guard let start else { return day.inWords }
        return "\(day.inWords), \(start)" + (end.map { " to \($0)" } ?? "")
    }

    /// Splits what people write of a meeting, `cpc/2023-12-05`, perhaps with an item or a code behind
    /// `#`.
    ///
    /// - Parameter reference: The words.
    /// - Returns: The body, the planned day and the code; nil when it is written otherwise.
    public static func parts(
        of reference: String
    ) -> (body: String, planned: CivilDate, code: String?)? {
        let ends = reference.split(
            separator: "#",
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        guard let slash = ends[0].lastIndex(of: "/"), slash > ends[0].startIndex,
            let day = CivilDate(iso: String(ends[0][ends[0].index(after: slash)...]))
        else { return nil }
        let code = ends.count > 1 ? String(ends[1]) : nil
        return code == "" ? nil : (String(ends[0][..<slash]), day, code)
    }

    /// Returns the item of the agenda with a number.
    ///
    /// - Parameter number: The number, such as `5` or `P1`.
    /// - Returns: The item, or nil when the agenda has none.
    public func item(_ number: String) -> AgendaItem? { agenda.first { $0.number == number } }

    /// Whether enough of the seats were there to decide: nil when the quorum is not known, or depends on
    /// seats of which nobody has said yet.
    public var isQuorate: Bool? {
        guard let quorum, let attendance else { return nil }
        if attendance.present.count >= quorum { return true }
        return attendance.present.count + attendance.unknown.count >= quorum ? nil : false
    }
}
