// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A time that is told by the meetings of a body, such as "prior to each CPC".
public struct MeetingReference: Hashable, Sendable {
    /// When it happens, seen from the meeting.
    public enum Moment: String, CaseIterable, Hashable, Sendable {
        /// Before the meeting.
        case before
        /// At the meeting.
        case at
        /// After the meeting.
        case after
        /// While the meeting is planned.
        case planning
    }

    /// The bodies whose meetings are meant, as the vocabulary writes them, in the order of the words.
    public var bodies: [String]
    /// When it happens, seen from the meeting.
    public var moment: Moment
    /// How often it comes round, or nil when the words name no frequency.
    public var recurrence: Recurrence?

    /// Creates a reference.
    ///
    /// - Parameters:
    ///   - bodies: The bodies whose meetings are meant.
    ///   - moment: When it happens, seen from the meeting.
    ///   - recurrence: How often it comes round.
    public init(bodies: [String], moment: Moment, recurrence: Recurrence? = nil) {
        self.bodies = bodies
        self.moment = moment
        self.recurrence = recurrence
    }
}
