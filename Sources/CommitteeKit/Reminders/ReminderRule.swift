// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// When whom to remind of what: a rule that a plugin declares.
///
/// A rule is data: a few tiers before and after a due date. What a committee cannot say with tiers
/// it computes with a function; such a rule holds no tiers, and the script engine hands what the
/// function says to the ``ReminderSchedule`` as ``ComputedReminder`` values.
///
/// ```swift
/// let rule = ReminderRule(
///     id: "standard/chase-lead",
///     tiers: [
///         ReminderTier(.beforeDue(.period(Period(1, .weeks)))),
///         ReminderTier(.overdue(every: .period(Period(1, .weeks)))),
///     ])
/// ```
public struct ReminderRule: Hashable, Sendable {
    /// The rule's identifier, `plugin/name`.
    public var id: String
    /// What the rule looks at, one by one.
    public var each: ReminderSubject
    /// Whom to remind: `lead` for whoever leads the item, else the words for a role.
    public var to: [String]
    /// What makes the rule fall silent.
    public var stop: ReminderStop
    /// What gives the due date.
    public var basis: ReminderBasis
    /// The kinds of timescale that the rule is limited to, of ``Timescale/kind``; empty for all.
    ///
    /// `ongoing` also means a span of years that the words call ongoing.
    public var timescales: [String]
    /// The steps of the rule, in the order in which they were declared.
    public var tiers: [ReminderTier]
    /// Whether a function says when to remind; the rule then has no tiers.
    public var isComputed: Bool

    /// The word that stands for whoever leads the item.
    public static let lead = "lead"

    /// Creates a rule.
    ///
    /// - Parameters:
    ///   - id: The rule's identifier, `plugin/name`.
    ///   - each: What the rule looks at.
    ///   - to: Whom to remind.
    ///   - stop: What makes the rule fall silent.
    ///   - basis: What gives the due date.
    ///   - timescales: The kinds of timescale that the rule is limited to; empty for all.
    ///   - tiers: The steps of the rule.
    ///   - isComputed: Whether a function says when to remind.
    public init(
        id: String,
        each: ReminderSubject = .action,
        to: [String] = [ReminderRule.lead],
        stop: ReminderStop = .completed,
        basis: ReminderBasis = .timescale,
        timescales: [String] = [],
        tiers: [ReminderTier] = [],
        isComputed: Bool = false
    ) {
        self.id = id
        self.each = each
        self.to = to
        self.stop = stop
        self.basis = basis
        self.timescales = timescales
        self.tiers = tiers
        self.isComputed = isComputed
    }
}

/// What a reminder rule looks at, one by one.
public struct ReminderSubject: Hashable, Sendable, CustomStringConvertible {
    private enum Value: String, CaseIterable {
        case action
        case maintenance
        case plan
    }

    private let value: Value
    private init(_ value: Value) { self.value = value }

    /// The actions of every plan that is in force.
    public static var action: Self { Self(.action) }
    /// The items of every maintenance list.
    public static var maintenance: Self { Self(.maintenance) }
    /// The plans themselves.
    public static var plan: Self { Self(.plan) }

    /// Every name, in the form in which a plugin writes it.
    public static var names: [String] { Value.allCases.map(\.rawValue) }

    /// Creates a subject from its name, or returns nil when there is none of that name.
    ///
    /// - Parameter name: One of ``names``.
    public init?(name: String) {
        guard let value = Value(rawValue: name) else { return nil }
        self.value = value
    }

    /// The name in the form in which a plugin writes it.
    public var description: String { value.rawValue }
}

/// What makes a reminder rule fall silent.
public struct ReminderStop: Hashable, Sendable, CustomStringConvertible {
    private enum Value: String, CaseIterable {
        case completed
    }

    private let value: Value
    private init(_ value: Value) { self.value = value }

    /// The work is completed, or not known not to be; or the item left the plan.
    public static var completed: Self { Self(.completed) }

    /// Every name, in the form in which a plugin writes it.
    public static var names: [String] { Value.allCases.map(\.rawValue) }

    /// Creates a stop rule from its name, or returns nil when there is none of that name.
    ///
    /// - Parameter name: One of ``names``.
    public init?(name: String) {
        guard let value = Value(rawValue: name) else { return nil }
        self.value = value
    }

    /// The name in the form in which a plugin writes it.
    public var description: String { value.rawValue }
}

/// What gives the date on which something is due.
public enum ReminderBasis: Hashable, Sendable {
    /// The deadline of the item's timescale; nothing is due without one.
    case timescale
    /// A length of time after the newest progress or status, or after the item was added.
    case withoutProgress(ReminderInterval)
    /// A length of time after the plan's newest progress check, or after its first day.
    case withoutCheck(ReminderInterval)
}

/// One step of a reminder rule.
public struct ReminderTier: Hashable, Sendable {
    /// When the step is reached.
    public enum Moment: Hashable, Sendable {
        /// So long before the due date; a length of 0 is the due date itself.
        case beforeDue(ReminderInterval)
        /// On the day after the due date, and again after each length of time that is given.
        case overdue(every: ReminderInterval?)
    }

    /// What becomes of a reminder that nobody fetched before the next one was due.
    public enum Missed: String, Hashable, Sendable, CaseIterable {
        /// The newest reminder stands for those before it.
        case sendOne = "send one"
        /// Each is sent, however late.
        case sendAll = "send all"
    }

    /// When the step is reached.
    public var moment: Moment
    /// What becomes of a reminder that was missed.
    public var missed: Missed

    /// Creates a step.
    ///
    /// - Parameters:
    ///   - moment: When it is reached.
    ///   - missed: What becomes of a reminder that was missed.
    public init(_ moment: Moment, missed: Missed = .sendOne) {
        self.moment = moment
        self.missed = missed
    }
}
