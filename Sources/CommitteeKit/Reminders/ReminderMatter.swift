// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something outside the plans that is due on a day: a meeting, the review of a risk, the end of a
/// term of office, a data set.
///
/// The record gives what it knows of; a host adds what only it knows, such as acceptances that it
/// keeps elsewhere:
///
/// ```swift
/// let lapse = ReminderMatter(
///     .acceptance, .init(kind: "acceptance", id: "R4"), name: "the acceptance of risk R4",
///     due: CivilDate(2027, 3, 31), verb: .lapses, leads: ["Lead Officer"])
/// let found = schedule.outlook(for: edition, on: today, matters: [lapse])
/// ```
public struct ReminderMatter: Hashable, Sendable {
    /// What happens on the day.
    public enum Verb: String, Hashable, Sendable {
        /// It is to be done by then.
        case due
        /// It ends then.
        case ends
        /// It lapses then.
        case lapses
    }

    /// Which rules look at it.
    public var each: ReminderSubject
    /// What it is.
    public var subject: SubjectReference
    /// What it is called within a sentence, such as `the review of risk R4`.
    public var name: String
    /// The day.
    public var due: CivilDate
    /// What happens on the day.
    public var verb: Verb
    /// Who answers for it.
    public var leads: [String]
    /// The names by which a rule may limit itself to it: those of a body, a register, a data set.
    public var groups: [String]
    /// The last day on which it is worth a reminder; nil for no end.
    public var lapses: CivilDate?

    /// Creates a matter.
    ///
    /// - Parameters:
    ///   - each: Which rules look at it.
    ///   - subject: What it is.
    ///   - name: What it is called within a sentence.
    ///   - due: The day.
    ///   - verb: What happens on the day.
    ///   - leads: Who answers for it.
    ///   - groups: The names by which a rule may limit itself to it.
    ///   - lapses: The last day on which it is worth a reminder.
    public init(
        _ each: ReminderSubject,
        _ subject: SubjectReference,
        name: String,
        due: CivilDate,
        verb: Verb = .due,
        leads: [String] = [],
        groups: [String] = [],
        lapses: CivilDate? = nil
    ) {
        self.each = each
        self.subject = subject
        self.name = name
        self.due = due
        self.verb = verb
        self.leads = leads
        self.groups = groups
        self.lapses = lapses
    }
}

extension ReminderRule {
    /// Whether the rule may speak of a matter on a day: it is not limited to others, and the matter
    /// is still worth a reminder.
    func speaks(of matter: ReminderMatter, on day: CivilDate) -> Bool {
        guard matter.lapses.map({ day <= $0 }) ?? true else { return false }
        return of.isEmpty || NameKey.matchesAny(of, matter.groups)
    }
}
