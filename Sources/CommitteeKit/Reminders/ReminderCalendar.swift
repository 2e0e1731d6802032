// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What is due, as the tasks of a calendar that people subscribe to.
///
/// Each thing that is due is one task with its alarms, whichever step is in force. Its identifier
/// stays the same when a deadline is revised, and its revision rises, so that calendars move the
/// task instead of adding another. What is completed, received, called off or left its plan stays
/// as such; the review of a risk moves to the day of the next one.
///
/// ```swift
/// let calendar = ReminderCalendar(
///     of: edition, schedule: schedule, on: today,
///     revisions: ReminderCalendar.revisions(of: entries, asOf: today))
/// let file = ICalendarRenderer().bytes(of: calendar)
/// ```
public struct ReminderCalendar: Hashable, Sendable {
    /// Something that is due.
    public struct Task: Hashable, Sendable {
        /// How a task stands.
        public enum Status: Hashable, Sendable {
            /// It is to be done.
            case open
            /// Its lead says that it is done; nobody has signed it off.
            case awaitingSignOff
            /// It is done, since a day.
            case completed(CivilDate)
            /// It is not to be done any more.
            case cancelled
        }

        /// An alarm: so many days after the due date, negative before it.
        public struct Alarm: Hashable, Sendable {
            /// The days from the due date to the alarm.
            public var days: Int
            /// How often it comes again, and after how many days; nil when it does not.
            public var repeating: Repetition?
        }

        /// How an alarm comes again.
        public struct Repetition: Hashable, Sendable {
            /// How often, after the first time.
            public var count: Int
            /// The days from one time to the next.
            public var days: Int
        }

        /// The identifier, the same for ever.
        public var uid: String
        /// How often anything was recorded about it: rises with each change.
        public var revision: Int
        /// What is due, in one line.
        public var summary: String
        /// Who answers for it, the one who is told first at the beginning.
        public var leads: [String]
        /// What it belongs to, such as the title of a plan.
        public var category: String
        /// The day on which it is due.
        public var due: CivilDate
        /// How it stands.
        public var status: Status
        /// When to remind; none of what is done.
        public var alarms: [Alarm]
    }

    /// The committee's identifier.
    public var committee: String
    /// The committee's name.
    public var name: String
    /// The day.
    public var day: CivilDate
    /// The audience that may read it.
    public var audience: Audience
    /// The tasks, by their due dates.
    public var tasks: [Task]

    /// How many days ahead the calendar looks for things that come round, such as meetings.
    public static let horizon = 400
    /// How often an alarm that comes again without an end is repeated.
    public static let mostRepetitions = 52

    /// Gathers what is due.
    ///
    /// - Parameters:
    ///   - edition: The committee's record, as it was true on the day.
    ///   - schedule: The rules, which say of what to remind and when.
    ///   - day: The day.
    ///   - scope: What the host and the plugins add.
    ///   - revisions: How often anything was recorded about each subject; see
    ///     ``revisions(of:asOf:knownAt:for:)``.
    /// - Complexity: O(*r* × *n*) in the number of rules and of items.
    public init(
        of edition: Edition,
        schedule: ReminderSchedule,
        on day: CivilDate,
        scope: ReminderScope = ReminderScope(),
        revisions: [SubjectReference: Int]
    ) {
        committee = edition.committee
        name = edition.name
        self.day = day
        audience = edition.audience
        var maker = ReminderTaskMaker(edition, schedule, day, revisions)
        for rule in schedule.rules where !rule.isComputed { maker.take(rule, scope) }
        tasks = maker.tasks
    }

    /// Adds tasks that are not here yet, and puts all in order.
    mutating func add(_ others: [Task]) {
        let known = Set(tasks.map(\.uid))
        tasks += others.filter { !known.contains($0.uid) }
        tasks.sort { ($0.due, $0.uid) < ($1.due, $1.uid) }
    }

    /// Counts what was recorded about each subject, corrections included.
    ///
    /// - Parameters:
    ///   - entries: The entries of the journal.
    ///   - date: The last day on which an entry may take effect; nil for all.
    ///   - instant: The instant by which it was known; nil for all that is known.
    ///   - audience: Who reads the calendar: reports of progress and pages of registers that are not for it,
    ///     what programmes say of areas and meetings, corrections of them, and what was done about reminders when it is not of the committee, do not
    ///     count.
    /// - Returns: How many entries there are about each subject: a number that only rises.
    /// - Complexity: O(*n*) in the number of entries.
    public static func revisions(
        of entries: [Entry],
        asOf date: CivilDate? = nil,
        knownAt instant: RecordedInstant? = nil,
        for audience: Audience = .restricted
    ) -> [SubjectReference: Int] {
        var counts: [SubjectReference: Int] = [:]
        var hidden: Set<Int> = []
        for entry in entries where !entry.may(audience, knowOfIt: hidden) {
            hidden.insert(entry.sequence)
        }
        for entry in entries
        where entry.effective <= date ?? .latest
            && (instant.map { entry.recordedAt <= $0 } ?? true)
        {
            if hidden.contains(entry.sequence) { continue }
            counts[entry.subject, default: 0] += 1
        }
        return counts
    }
}

extension Entry {
    /// Whether an audience may know that there is the entry, given the earlier ones of which it may not.
    fileprivate func may(_ audience: Audience, knowOfIt hidden: Set<Int>) -> Bool {
        func isFor(_ reader: String?, whenUnsaid usual: Audience) -> Bool {
            (reader.flatMap(Audience.init(rawValue:)) ?? usual) <= audience
        }
        switch kind {
        case .corrected, .voided, .textErased:
            return payload["entry"]?.wholeNumber.map { !hidden.contains($0) } ?? true
        case "action.progress-reported":
            return isFor(payload["audience"]?.text, whenUnsaid: .public)
        case "risk-register.page-set":
            return isFor(payload["visibility"]?.text, whenUnsaid: .restricted)
        case "programme.area-set", "programme.meeting-set", "programme.cited-indicators-set":
            // Each may speak of an area, a meeting or an indicator that only few may know of.
            return audience == .restricted
        case "meeting.called", "meeting.moved", "meeting.cancelled": return true
        default:
            // How often a draft was changed is the committee's own matter.
            return audience >= .committee
                || !["reminder.", "meeting.", "decision.", "report."].contains {
                    kind.rawValue.hasPrefix($0)
                }
        }
    }
}
