// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One item of a plan: an action, or a level that groups actions.
///
/// Leads, status, timescale and notes are allowed at any level, as committees use them. The words
/// that were published are kept whole beside every typed reading.
public struct PlanItem: Hashable, Sendable {
    /// The item's identifier, unique in its plan: its printed number where it has one.
    public var id: String
    /// The part of the plan where the item stands.
    public var list: PlanList
    /// The index of the item's level, 0 for the outermost.
    public var level: Int
    /// The identifier of the item above it, if any.
    public var parent: String?
    /// The number as printed, such as `1.2`, `1a` or `2 (i)`.
    public var number: String?
    /// What the item says: an action's task, an outcome's title.
    public var text: Prose
    /// A paragraph that stands below the item's heading.
    public var statement: Prose
    /// Remarks that are not part of the text, such as who takes the work forward.
    public var notes: [Prose]
    /// Who leads.
    public var leads: Leads
    /// The timescale in force, with its words and its reading.
    public var timescale: Timescale
    /// Every timescale that the item has had, oldest first, the one in force last.
    public var timescaleHistory: [TimescaleRevision]
    /// The status last reported.
    public var status: ReportedStatus?
    /// Progress as reported, oldest first.
    public var progress: [ProgressEntry]
    /// The evidence or the measures of the outcome.
    public var evidence: Prose
    /// What the work is expected to change.
    public var expectedImpact: Prose
    /// Whether the work is finished.
    public var completion: Completion
    /// How and why the item left the plan, if it did.
    public var exit: PlanExit?
    /// The first day on which the item stood in the plan.
    public var added: CivilDate?
    /// The items of earlier plans that became this one, as `plan/item`.
    public var predecessors: [String]
    /// What a committee keeps in columns of its own.
    public var local: [String: Prose]
    /// The widest audience that may read the item.
    public var audience: Audience
    /// The item's place among those that share a row of the table, from 2; nil for the first, and where a
    /// row is one item.
    public var rowPart: Int?
    /// What the item has from one above it and does not say itself: the field, such as `leads`, and the
    /// identifier of the item that says it.
    public var inherited: [String: String]

    /// Creates an item with nothing reported.
    ///
    /// - Parameters:
    ///   - id: The item's identifier in its plan.
    ///   - list: The part of the plan where it stands.
    ///   - level: The index of its level.
    ///   - parent: The item above it.
    ///   - number: Its printed number.
    ///   - text: What it says.
    public init(
        id: String,
        list: PlanList = .table,
        level: Int,
        parent: String? = nil,
        number: String? = nil,
        text: Prose = Prose()
    ) {
        self.id = id
        self.list = list
        self.level = level
        self.parent = parent
        self.number = number
        self.text = text
        statement = Prose()
        notes = []
        leads = Leads()
        timescale = Timescale.none
        timescaleHistory = []
        status = nil
        progress = []
        evidence = Prose()
        expectedImpact = Prose()
        completion = .notStated
        exit = nil
        added = nil
        predecessors = []
        local = [:]
        audience = .public
        rowPart = nil
        inherited = [:]
    }
}

extension PlanItem {
    /// Whether the item is known to be completed.
    public var isCompleted: Bool {
        if case .completed = completion { return true }
        return false
    }

    /// The timescale that the item had first: the one in force, unless it was revised.
    public var firstTimescale: Timescale { timescaleHistory.first?.timescale ?? timescale }

    /// The timescale in force where it is another than the first; nil when it was never revised.
    public var revisedTimescale: Timescale? {
        timescale.words == firstTimescale.words ? nil : timescale
    }

    /// The text of the newest progress report, empty when there is none.
    public var latestProgress: Prose { progress.last?.text ?? Prose() }

    /// Tells whether the item is late on a day.
    ///
    /// An item is late when its deadline lies before the day and nothing says that it was finished
    /// or left the plan. When it is only known to have been finished *by* some later day, nobody
    /// knows whether it was late on this one, and it is not called late.
    ///
    /// - Parameter day: The day in question.
    /// - Returns: Whether the item is late.
    public func isLate(on day: CivilDate) -> Bool {
        guard exit == nil, timescale.isLate(on: day) else { return false }
        switch completion {
        case .notStated, .ongoing: return true
        case .completed, .notKnown: return false
        }
    }

    /// Returns the days from a date to the deadline, negative when it has passed.
    ///
    /// - Parameter day: The day to count from.
    /// - Returns: The number of days, or nil when the timescale has no deadline.
    public func daysToDue(from day: CivilDate) -> Int? {
        timescale.due.map { $0 - day }
    }
}

/// Whether the work of an item is finished.
public enum Completion: Hashable, Sendable {
    /// Nothing says so either way.
    case notStated
    /// The plan says that the work goes on.
    case ongoing
    /// The work is finished, on a day or by a day.
    case completed(DateBound)
    /// A later report says that the work was finished by some day after the date in question.
    case notKnown(completedBy: CivilDate)
}

/// A timescale that was in force for a while.
public struct TimescaleRevision: Hashable, Sendable {
    /// The timescale.
    public var timescale: Timescale
    /// The day from which it was in force.
    public var effective: CivilDate
    /// Why it was set, when somebody said so.
    public var reason: String?

    /// Creates a revision.
    ///
    /// - Parameters:
    ///   - timescale: The timescale.
    ///   - effective: The day from which it was in force.
    ///   - reason: Why it was set.
    public init(timescale: Timescale, effective: CivilDate, reason: String? = nil) {
        self.timescale = timescale
        self.effective = effective
        self.reason = reason
    }
}

/// One report of progress, with the date of which it speaks.
public struct ProgressEntry: Hashable, Sendable {
    /// What was reported.
    public var text: Prose
    /// The date of which the report speaks, which may be older than the day it was recorded.
    public var asAt: CivilDate
    /// Who reported it.
    public var by: String
    /// The widest audience that may read it.
    public var audience: Audience

    /// Creates a report of progress.
    ///
    /// - Parameters:
    ///   - text: What was reported.
    ///   - asAt: The date of which it speaks.
    ///   - by: Who reported it.
    ///   - audience: The widest audience that may read it.
    public init(text: Prose, asAt: CivilDate, by: String, audience: Audience = .public) {
        self.text = text
        self.asAt = asAt
        self.by = by
        self.audience = audience
    }
}

/// How an item left its plan without being completed.
public struct PlanExit: Hashable, Sendable {
    /// What became of it: `withdrawn`, `suspended`, `transferred` or `carried-over`.
    public var kind: String
    /// Where it went, when it was transferred or carried over.
    public var destination: String?
    /// The day on which it left.
    public var on: CivilDate
    /// Why it left.
    public var reason: String?

    /// The kinds of exit that the library knows.
    public static let kinds = ["withdrawn", "suspended", "transferred", "carried-over"]

    /// Creates an exit.
    ///
    /// - Parameters:
    ///   - kind: What became of the item, one of ``kinds``.
    ///   - destination: Where it went.
    ///   - on: The day on which it left.
    ///   - reason: Why it left.
    public init(kind: String, destination: String? = nil, on: CivilDate, reason: String? = nil) {
        self.kind = kind
        self.destination = destination
        self.on = on
        self.reason = reason
    }
}
