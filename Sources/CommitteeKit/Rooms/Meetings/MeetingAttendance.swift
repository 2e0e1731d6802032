// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Who was at a meeting, seat by seat.
///
/// It says nothing of why somebody was away, and names no person.
public struct MeetingAttendance: Hashable, Sendable {
    /// The seats, in the order of the profile.
    public var seats: [SeatAttendance]
    /// Who was there without a seat, by role.
    public var inAttendance: [String]

    /// Creates an attendance.
    ///
    /// - Parameters:
    ///   - seats: The seats, in the order of the profile.
    ///   - inAttendance: Who was there without a seat, by role.
    public init(seats: [SeatAttendance], inAttendance: [String] = []) {
        self.seats = seats
        self.inAttendance = inAttendance
    }

    /// The seats that were expected: all but those that take part by correspondence only.
    public var expected: [SeatAttendance] { seats.filter(\.mark.isExpected) }

    /// The seats of which somebody was there, in part or by a substitute too.
    public var present: [SeatAttendance] { seats.filter(\.isPresent) }

    /// The seats of which nobody has said yet.
    public var unknown: [SeatAttendance] { seats.filter { $0.mark == .unknown } }

    /// How many came, of how many, in words.
    public var inWords: String {
        let substitutes = present.count { $0.substitute != nil }
        let apologies = seats.count { $0.mark == .apologies }
        let silent = seats.count { $0.mark == .noWord }
        var words = "\(present.count) of \(expected.count) seats were present"
        if substitutes > 0 { words += ", \(substitutes) by a substitute" }
        if apologies > 0 { words += "; \(apologies) sent apologies" }
        if silent > 0 { words += "; \(silent) sent no word" }
        if !unknown.isEmpty { words += "; of \(unknown.count) it is not known yet" }
        return words
    }
}

/// How a seat was filled at a meeting.
public struct SeatAttendance: Hashable, Sendable {
    /// The seat, by its identifier.
    public var seat: String
    /// What the seat is called.
    public var name: String
    /// The agency of the seat, by its identifier.
    public var agency: String?
    /// Whether somebody was there.
    public var mark: Mark
    /// When they came, when that was not at the beginning.
    public var from: ClockTime?
    /// When they went, when that was not at the end.
    public var until: ClockTime?
    /// Whether they were there for a part only, at times that nobody wrote down.
    public var cameInPart: Bool
    /// The role that came instead; nil when the member came.
    public var substitute: String?

    /// Whether somebody was there for a seat, by the letter that people write.
    public enum Mark: String, Hashable, Sendable, CaseIterable {
        /// In person.
        case inPerson = "P"
        /// Online.
        case online = "O"
        /// Away, with apologies.
        case apologies = "A"
        /// Away without a word.
        case noWord = "N"
        /// Nobody has said yet.
        case unknown = "?"
        /// A member by correspondence only, who is never expected.
        case correspondence = "C"

        /// Whether the seat is expected at meetings.
        public var isExpected: Bool { self != .correspondence }

        /// The words for it.
        public var words: String {
            switch self {
            case .inPerson: "in person"
            case .online: "online"
            case .apologies: "apologies"
            case .noWord: "no word"
            case .unknown: "not known yet"
            case .correspondence: "by correspondence only"
            }
        }
    }

    /// Creates an attendance of which nobody has said anything yet.
    ///
    /// - Parameters:
    ///   - seat: The seat, by its identifier.
    ///   - name: What the seat is called.
    ///   - agency: The agency of the seat, by its identifier.
    ///   - mark: Whether somebody was there.
    ///   - substitute: The role that came instead.
    public init(
        _ seat: String,
        name: String,
        agency: String? = nil,
        _ mark: Mark = .unknown,
        substitute: String? = nil
    ) {
        self.seat = seat
        self.name = name
        self.agency = agency
        self.mark = mark
        cameInPart = false
        self.substitute = substitute
    }

    /// Whether somebody was there for the seat, in part or by a substitute too.
    public var isPresent: Bool { mark == .inPerson || mark == .online }

    /// Whether somebody was there for a part of the meeting only.
    public var isInPart: Bool { isPresent && (cameInPart || from != nil || until != nil) }

    /// How the seat was filled, in words such as `online from 14:30, by Depute Head`.
    public var inWords: String {
        mark.words + (cameInPart ? " in part" : "") + (from.map { " from \($0)" } ?? "")
            + (until.map { " until \($0)" } ?? "")
            + (substitute.map { ", by \($0)" } ?? "")
    }
}

/// An interest that a seat declared in an item: whether it stayed or withdrew, and no words of what it is.
public struct DeclaredInterest: Hashable, Sendable {
    /// The seat, by its identifier.
    public var seat: String
    /// What the seat is called.
    public var name: String
    /// The number of the item.
    public var item: String
    /// Whether the seat withdrew; it stayed otherwise.
    public var withdrew: Bool

    /// Creates a declaration.
    ///
    /// - Parameters:
    ///   - seat: The seat, by its identifier.
    ///   - name: What the seat is called.
    ///   - item: The number of the item.
    ///   - withdrew: Whether the seat withdrew.
    public init(seat: String, name: String, item: String, withdrew: Bool) {
        self.seat = seat
        self.name = name
        self.item = item
        self.withdrew = withdrew
    }

    /// The declaration in words that fit after a colon.
    public var inWords: String {
        "\(name) declared an interest in item \(item) and \(withdrew ? "withdrew" : "stayed")"
    }
}

/// A seat of which an attendance is taken: what it is called, and who may come for it.
public struct MeetingSeat: Hashable, Sendable, Identifiable {
    /// The seat's identifier.
    public var id: String
    /// What the seat is called.
    public var name: String
    /// Other names that people write for it.
    public var aliases: [String]
    /// The agency of the seat, by its identifier.
    public var agency: String?
    /// Whether the member takes part by correspondence only, and is never expected.
    public var isByCorrespondence: Bool

    /// Creates a seat.
    ///
    /// - Parameters:
    ///   - id: The seat's identifier.
    ///   - name: What the seat is called.
    ///   - aliases: Other names that people write for it.
    ///   - agency: The agency of the seat.
    ///   - isByCorrespondence: Whether the member takes part by correspondence only.
    public init(
        _ id: String,
        name: String,
        aliases: [String] = [],
        agency: String? = nil,
        isByCorrespondence: Bool = false
    ) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.agency = agency
        self.isByCorrespondence = isByCorrespondence
    }

    /// Whether people may mean the seat by a name, whatever its case and spacing.
    ///
    /// - Parameter name: The name.
    /// - Returns: Whether it is the name, an alias or the identifier.
    public func isCalled(_ name: String) -> Bool {
        let key = name.comparisonKey
        return !key.isEmpty && ([self.name, id] + aliases).contains { $0.comparisonKey == key }
    }

    /// The seat of which nobody has said anything yet.
    public var unsaid: SeatAttendance {
        SeatAttendance(
            id,
            name: name,
            agency: agency,
            isByCorrespondence ? .correspondence : .unknown
        )
    }
}
