// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Timescale {
    /// What the words of a timescale are read to mean.
    @nonexhaustive
    public indirect enum Reading: Hashable, Sendable {
        /// The cell is empty, or holds a mark that stands for nothing.
        case none
        /// It is to be done by a day; the qualifier is what else the words say.
        case by(CivilDate, qualifier: String?)
        /// A day is given without "by"; the day is also the deadline.
        case on(CivilDate)
        /// It is done between two days; ongoing when the words say so.
        case span(CivilSpan, isOngoing: Bool)
        /// It goes on, without a beginning or an end.
        case ongoing
        /// It is done when it is asked for.
        case onDemand
        /// It comes round.
        case recurring(Recurrence)
        /// It is told by the meetings of a body.
        case relativeToMeeting(MeetingReference)
        /// Another document says when.
        case document(String)
        /// It is the same as in the row above.
        case asAbove
        /// A word of state stands where a time should, such as "Complete".
        case stateWord(String)
        /// Several times stand in one cell, each with its own words.
        case milestones([Timescale])
        /// It is to be done within a length of time; from when is for the plan to say.
        case within(Period)
        /// It waits for something to happen first.
        case condition(String)
        /// A risk is accepted, so no time is set.
        case accept
        /// A day is given without a year.
        case dayWithoutYear(month: Int, day: Int)
        /// Nothing could be read.
        case unread

        /// The kind, as a stable word for JSON and plugins.
        public var kind: String {
            switch self {
            case .none: "none"
            case .by: "by-date"
            case .on: "on-date"
            case .span: "span"
            case .ongoing: "ongoing"
            case .onDemand: "on-demand"
            case .recurring: "recurring"
            case .relativeToMeeting: "relative-to-meeting"
            case .document: "document"
            case .asAbove: "as-above"
            case .stateWord: "state-word"
            case .milestones: "milestones"
            case .within: "horizon"
            case .condition: "condition"
            case .accept: "accept"
            case .dayWithoutYear: "day-without-year"
            case .unread: "unread"
            }
        }

        /// The last day on which it is still on time, or nil when no deadline is stated.
        public var due: CivilDate? {
            switch self {
            case .by(let date, _), .on(let date): return date
            case .milestones(let parts):
                let dates = parts.compactMap(\.due)
                return dates.count == parts.count ? dates.max() : nil
            default: return nil
            }
        }

        /// The days between which it is done, or nil when no span is stated.
        public var span: CivilSpan? {
            switch self {
            case .span(let span, _): span
            case .recurring(let recurrence): recurrence.during
            case .relativeToMeeting(let meeting): meeting.recurrence?.during
            default: nil
            }
        }
    }
}
