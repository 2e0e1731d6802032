// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What each event of a meeting says, beside what the meeting keeps whole.

/// How a meeting is called.
public struct MeetingCall: Hashable, Sendable {
    /// What the body is called.
    public var bodyName: String
    /// When it begins.
    public var start: ClockTime?
    /// When it ends.
    public var end: ClockTime?
    /// Where it is held; empty when nobody said.
    public var place: String
    /// Whether people come to a room, are online, or both.
    public var mode: Meeting.Mode
    /// The role that chairs it; empty when nobody said.
    public var chair: String
    /// Whether it is called beside the planned ones.
    public var isExtraordinary: Bool
    /// Whether it is a development day.
    public var isDevelopmentDay: Bool
    /// How many must be there for it to decide; nil when nobody said.
    public var quorum: Int?

    /// Creates a call.
    ///
    /// - Parameters:
    ///   - bodyName: What the body is called.
    ///   - start: When it begins.
    ///   - end: When it ends.
    ///   - place: Where it is held.
    ///   - mode: Whether people come to a room, are online, or both.
    ///   - chair: The role that chairs it.
    ///   - isExtraordinary: Whether it is called beside the planned ones.
    ///   - isDevelopmentDay: Whether it is a development day.
    ///   - quorum: How many must be there for it to decide.
    public init(
        bodyName: String,
        start: ClockTime? = nil,
        end: ClockTime? = nil,
        place: String = "",
        mode: Meeting.Mode = .inPerson,
        chair: String = "",
        isExtraordinary: Bool = false,
        isDevelopmentDay: Bool = false,
        quorum: Int? = nil
    ) {
        self.bodyName = bodyName
        self.start = start
        self.end = end
        self.place = place
        self.mode = mode
        self.chair = chair
        self.isExtraordinary = isExtraordinary
        self.isDevelopmentDay = isDevelopmentDay
        self.quorum = quorum
    }
}

/// Another day, time or place of a meeting; what is left out stays.
public struct MeetingMove: Hashable, Sendable {
    /// The day on which it is held now.
    public var to: CivilDate
    /// When it begins now.
    public var start: ClockTime?
    /// When it ends now.
    public var end: ClockTime?
    /// Where it is held now.
    public var place: String?

    /// Creates a move.
    ///
    /// - Parameters:
    ///   - day: The day on which it is held now.
    ///   - start: When it begins now.
    ///   - end: When it ends now.
    ///   - place: Where it is held now.
    public init(
        to day: CivilDate,
        start: ClockTime? = nil,
        end: ClockTime? = nil,
        place: String? = nil
    ) {
        to = day
        self.start = start
        self.end = end
        self.place = place
    }
}

/// The meeting at which something was approved or ratified.
public struct MeetingApproval: Hashable, Sendable {
    /// The meeting, such as `cpc/2024-02-06`, perhaps with an item behind `#`.
    public var at: String

    /// Creates an approval.
    ///
    /// - Parameter meeting: The meeting, such as `cpc/2024-02-06`.
    public init(at meeting: String) { at = meeting }
}

/// More time for an action of a meeting.
public struct ActionExtension: Hashable, Sendable {
    /// The code of the action.
    public var code: String
    /// The new day.
    public var until: CivilDate

    /// Creates more time.
    ///
    /// - Parameters:
    ///   - code: The code of the action.
    ///   - until: The new day.
    public init(_ code: String, until: CivilDate) {
        self.code = code
        self.until = until
    }
}

/// A decision between meetings as it is recorded.
public struct DecisionTaking: Hashable, Sendable {
    /// What was decided.
    public var text: Prose
    /// How it was decided, such as `by e-mail`; empty when nobody said.
    public var how: String
    /// The day by which it is to be looked at again.
    public var reviewBy: CivilDate?
    /// What it is about.
    public var links: [SubjectReference]

    /// Creates a decision.
    ///
    /// - Parameters:
    ///   - text: What was decided.
    ///   - how: How it was decided.
    ///   - reviewBy: The day by which it is to be looked at again.
    ///   - links: What it is about.
    public init(
        _ text: Prose,
        how: String = "",
        reviewBy: CivilDate? = nil,
        links: [SubjectReference] = []
    ) {
        self.text = text
        self.how = how
        self.reviewBy = reviewBy
        self.links = links
    }
}
