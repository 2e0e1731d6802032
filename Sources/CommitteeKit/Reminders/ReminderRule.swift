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
    /// Whom to remind: `lead` for whoever answers for it, `returner` for the one of several leads
    /// who returns the update, else the words for a role.
    public var to: [String]
    /// Names that are never leads, though they stand among them, such as `Committee members`.
    public var keyPeople: [String]
    /// The bodies, registers or data sets that the rule is limited to; empty for all.
    public var of: [String]
    /// How long before its own date the thing is due, such as papers before a meeting.
    public var ahead: ReminderInterval?
    /// What is due, when that is not the thing itself, such as `bundle of papers`.
    public var what: String?
    /// What makes the rule fall silent.
    public var stop: ReminderStop
    /// What gives the due date.
    public var basis: ReminderBasis
    /// The kinds of timescale that the rule is limited to, of `Timescale.kind`; empty for all.
    ///
    /// `ongoing` also means a span of years that the words call ongoing.
    public var timescales: [String]
    /// The steps of the rule, in the order in which they were declared.
    public var tiers: [ReminderTier]
    /// Whether a function says when to remind; the rule then has no tiers.
    public var isComputed: Bool

    /// The word that stands for whoever leads the item.
    public static let lead = "lead"
    /// The word that stands for the one of several leads who returns the update.
    public static let returner = "returner"

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
    ///   - keyPeople: Names that are never leads.
    ///   - of: The bodies, registers or data sets that the rule is limited to.
    ///   - ahead: How long before its own date the thing is due.
    ///   - what: What is due, when that is not the thing itself.
    public init(
        id: String,
        each: ReminderSubject = .action,
        to: [String] = [ReminderRule.lead],
        stop: ReminderStop = .completed,
        basis: ReminderBasis = .timescale,
        timescales: [String] = [],
        tiers: [ReminderTier] = [],
        isComputed: Bool = false,
        keyPeople: [String] = [],
        of: [String] = [],
        ahead: ReminderInterval? = nil,
        what: String? = nil
    ) {
        self.id = id
        self.each = each
        self.to = to
        self.stop = stop
        self.basis = basis
        self.timescales = timescales
        self.tiers = tiers
        self.isComputed = isComputed
        self.keyPeople = keyPeople
        self.of = of
        self.ahead = ahead
        self.what = what
    }
}
