// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What somebody did about a reminder: an entry of the journal.
///
/// An acknowledgement silences one reminder. Every other act speaks of the occasion, which is what
/// the reminder is about with its due date, whichever rule raised it: a revised due date is
/// reminded of anew. That an action is done holds until its deadline is revised or it is taken up
/// again.
///
/// ```swift
/// try await committee.record(
///     .snoozing(reminder, until: CivilDate(2026, 11, 16)), by: "lead-officer")
/// ```
public struct ReminderAct: Hashable, Sendable {
    /// What was done.
    @nonexhaustive
    public enum Deed: Hashable, Sendable {
        /// It was seen: this reminder is not raised again, the next step is.
        case acknowledged
        /// It is to rest until a day, on which it is raised again if it still holds.
        case snoozed(until: CivilDate)
        /// Another lead is reminded from now on, at once.
        case delegated(to: String)
        /// The lead says that the work is done; nobody is reminded while that is being checked.
        case done
        /// The work is done, or needs no reminding any more.
        case stopped
    }

    /// The identifier of the reminder.
    public var reminder: ReminderIdentity
    /// What was done.
    public var deed: Deed
    /// The day on which it took effect.
    public var on: CivilDate
    /// Who did it.
    public var by: String
    /// The entry of the journal.
    public var sequence: Int
    /// What they said about it; empty when they said nothing.
    public var note: Prose
    /// The day from which it no longer holds, since the deadline was revised or the work was
    /// taken up again.
    public var endedOn: CivilDate?

    /// Creates an act.
    ///
    /// - Parameters:
    ///   - reminder: The reminder.
    ///   - deed: What was done.
    ///   - on: The day on which it took effect.
    ///   - by: Who did it.
    ///   - sequence: The entry of the journal.
    ///   - note: What they said about it.
    public init(
        reminder: ReminderIdentity,
        deed: Deed,
        on: CivilDate,
        by: String,
        sequence: Int,
        note: Prose = Prose()
    ) {
        self.reminder = reminder
        self.deed = deed
        self.on = on
        self.by = by
        self.sequence = sequence
        self.note = note
    }

    /// What is done, as people say it, such as `snoozed until 16 November 2026`.
    public var words: String {
        switch deed {
        case .acknowledged: "acknowledged"
        case .snoozed(let day): "snoozed until \(day.formatted("d MMMM yyyy"))"
        case .delegated(let name): "delegated to \(name)"
        case .done: "done, awaiting sign-off"
        case .stopped: "stopped: it is done"
        }
    }
}

extension ReminderAct.Deed {
    /// The last part of the kind of entry that records it.
    var name: String {
        switch self {
        case .acknowledged: "acknowledged"
        case .snoozed: "snoozed"
        case .delegated: "delegated"
        case .done: "done"
        case .stopped: "stopped"
        }
    }

    /// Whether it says that the work is done.
    var saysDone: Bool {
        switch self {
        case .done, .stopped: true
        case .acknowledged, .snoozed, .delegated: false
        }
    }
}
