// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The reminders due on a day, with the rules that could not be asked.
///
/// A round is a collection of its reminders, the longest overdue first. A rule that fails leaves the
/// others running; look at ``failures``, since a reminder may be missing.
///
/// ```swift
/// let round = await library.reminders(for: edition, on: today)
/// for reminder in round where !sent.contains(reminder.id) { try await mail(reminder) }
/// ```
public struct ReminderRound: RandomAccessCollection, Sendable {
    /// A rule that could not be asked.
    public struct Failure: Sendable {
        /// The rule's identifier, `plugin/name`.
        public var rule: String
        /// Why it could not be asked.
        public var error: any Error
    }

    /// The reminders, the longest overdue first.
    public var reminders: [Reminder]
    /// The reminders that somebody's act keeps silent.
    public var held: [HeldReminder]
    /// The rules that could not be asked.
    public var failures: [Failure]

    /// Creates a round.
    ///
    /// - Parameters:
    ///   - reminders: The reminders, the longest overdue first.
    ///   - held: The reminders that somebody's act keeps silent.
    ///   - failures: The rules that could not be asked.
    public init(reminders: [Reminder], held: [HeldReminder] = [], failures: [Failure] = []) {
        self.reminders = reminders
        self.held = held
        self.failures = failures
    }

    /// The round as the outlook of a day.
    ///
    /// - Parameter day: The day that was asked about.
    /// - Returns: The reminders, and those that an act keeps silent.
    public func outlook(on day: CivilDate) -> ReminderOutlook {
        ReminderOutlook(day: day, reminders: reminders, held: held)
    }

    /// The position of the first reminder.
    public var startIndex: Int { reminders.startIndex }
    /// The position after the last reminder.
    public var endIndex: Int { reminders.endIndex }
    /// The reminder at a position.
    public subscript(position: Int) -> Reminder { reminders[position] }
}

extension [Reminder] {
    /// The reminders with each person told once of one matter, also when several rules say the same of
    /// it; the first rule by its identifier stays.
    ///
    /// - Complexity: O(*n* × *r*) in the number of reminders and of those of one matter.
    func toldOnce() -> [Reminder] {
        let byMatter = Dictionary(grouping: indices) { place in
            ToldMatter(
                subject: self[place].subject,
                due: self[place].due,
                message: self[place].message
            )
        }
        guard byMatter.count < count else { return self }
        var kept = self
        var gone: Set<Int> = []
        for places in byMatter.values where places.count > 1 {
            var told: [String] = []
            for (turn, place) in places.sorted(by: { self[$0].id < self[$1].id }).enumerated() {
                let others = self[place].to.filter { !NameKey.matches($0, any: told) }
                if turn > 0, others.isEmpty { gone.insert(place) }
                kept[place].to = others
                told += others
            }
        }
        return kept.indices.filter { !gone.contains($0) }.map { kept[$0] }
    }
}

/// What a reminder says of what, and when it is due.
private struct ToldMatter: Hashable {
    var subject: SubjectReference
    var due: CivilDate
    var message: String
}
