// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something that somebody should be told, on a day.
///
/// The library sends nothing. A host asks a ``ReminderSchedule`` which reminders are in force,
/// and sends those whose ``id`` it has not sent before.
public struct Reminder: Hashable, Sendable {
    /// The identifier, unique in the committee and the same for ever.
    ///
    /// It is made of the rule, the plan, the item, the due date and the step, such as
    /// `standard/chase-lead:plan-2023-2026#2.1:2025-01-31:before-30-days`. A revised timescale has
    /// another due date, and so is reminded of anew.
    public var id: String
    /// The identifier of the rule, `plugin/name`.
    public var rule: String
    /// What the reminder is about: an item of a plan, a plan, a meeting, a risk and so on.
    public var subject: SubjectReference
    /// Whom to remind: the names of leads, or words for roles.
    ///
    /// Of several leads the one who returns the update stands first. It is empty when no lead is
    /// named.
    public var to: [String]
    /// The day on which the thing is, or was, due.
    public var due: CivilDate
    /// The day on which the reminder first came into force; for a computed one, the day of asking.
    public var raisedOn: CivilDate
    /// The step of the rule in words, such as `30 days before it is due`.
    public var tier: String
    /// The number of the occurrence, counted from 1, for a step that comes again.
    public var occurrence: Int
    /// What to say, in plain words.
    public var message: String
    /// The days from the day of asking to the due date, negative when it has passed.
    public var daysLeft: Int

    /// Creates a reminder.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - rule: The identifier of the rule.
    ///   - subject: What the reminder is about.
    ///   - to: Whom to remind.
    ///   - due: The day on which the thing is due.
    ///   - raisedOn: The day on which the reminder first came into force.
    ///   - tier: The step of the rule in words.
    ///   - occurrence: The number of the occurrence.
    ///   - message: What to say.
    ///   - daysLeft: The days to the due date.
    public init(
        id: String,
        rule: String,
        subject: SubjectReference,
        to: [String],
        due: CivilDate,
        raisedOn: CivilDate,
        tier: String,
        occurrence: Int = 1,
        message: String,
        daysLeft: Int
    ) {
        self.id = id
        self.rule = rule
        self.subject = subject
        self.to = to
        self.due = due
        self.raisedOn = raisedOn
        self.tier = tier
        self.occurrence = occurrence
        self.message = message
        self.daysLeft = daysLeft
    }

    /// The identifier of the plan; nil when the reminder is not about a plan or its items.
    public var plan: String? {
        subject.planItem?.plan ?? (subject.kind == "plan" ? subject.id : nil)
    }

    /// The identifier of the item within its plan; nil when the reminder is about no item.
    public var item: String? { subject.planItem?.item }

    /// The one who is told first; nil when nobody is named.
    public var returner: String? { to.first }

    /// The parts of the identifier.
    public var identity: ReminderIdentity? { ReminderIdentity(id) }

    /// Whether the due date has passed.
    public var isOverdue: Bool { daysLeft < 0 }

    /// How long there is, in words: `Overdue by 12 days`, `Due today` or `12 days left`.
    public var timeLeft: String {
        if daysLeft == 0 { return "Due today" }
        let count = daysLeft.magnitude
        let days = count == 1 ? "1 day" : "\(count) days"
        return daysLeft < 0 ? "Overdue by \(days)" : "\(days) left"
    }
}

/// A reminder as the function of a computed rule gives it.
///
/// The schedule adds who leads, the words and the identifier, and leaves it out when the item is
/// completed or left its plan.
public struct ComputedReminder: Hashable, Sendable {
    /// The identifier of the plan; empty for a thing outside the plans.
    public var plan: String
    /// The identifier of the item within its plan; nil for the plan itself.
    public var item: String?
    /// The thing outside the plans, such as the review of a risk; nil for a plan or an item.
    public var matter: SubjectReference?
    /// The day on which the thing is due.
    public var due: CivilDate
    /// What distinguishes it from other reminders of the same item and date, such as `first call`.
    public var tier: String
    /// What to say; said in the words of the library when nil.
    public var message: String?

    /// Creates a reminder.
    ///
    /// - Parameters:
    ///   - plan: The identifier of the plan.
    ///   - item: The identifier of the item, or nil for the plan itself.
    ///   - due: The day on which the thing is due.
    ///   - tier: What distinguishes it from other reminders of the same item and date.
    ///   - message: What to say.
    public init(
        plan: String,
        item: String?,
        due: CivilDate,
        tier: String,
        message: String? = nil
    ) {
        self.plan = plan
        self.item = item
        self.due = due
        self.tier = tier
        self.message = message
    }

    /// Creates a reminder of a thing outside the plans.
    ///
    /// - Parameters:
    ///   - matter: The thing, such as the review of a risk.
    ///   - due: The day on which it is due.
    ///   - tier: What distinguishes it from other reminders of the same thing and date.
    ///   - message: What to say.
    public init(
        matter: SubjectReference,
        due: CivilDate,
        tier: String,
        message: String? = nil
    ) {
        self.init(plan: "", item: nil, due: due, tier: tier, message: message)
        self.matter = matter
    }
}
