// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The reminders of a day, gathered for each lead, the most urgent first.
///
/// A reminder of several leads stands in the letter of the one who is told first, with the names
/// of the others. What nobody leads stands in a letter to nobody, for the coordinator.
///
/// ```swift
/// let digest = ReminderDigest(of: outlook, committee: edition.name)
/// for letter in digest.letters { print(letter.lead ?? "Nobody", letter.reminders.count) }
/// let page = digest.document.render(.html)
/// ```
public struct ReminderDigest: Hashable, Sendable {
    /// What one lead is reminded of.
    public struct Letter: Hashable, Sendable {
        /// The lead; nil for what nobody leads.
        public var lead: String?
        /// The reminders, the most urgent first.
        public var reminders: [Reminder]
        /// What the lead said is done, and what awaits sign-off.
        public var awaiting: [HeldReminder]
        /// The day.
        public var day: CivilDate
        /// The committee's name.
        public var committee: String
    }

    /// The letters, in the order of the leads' names; that to nobody stands last.
    public var letters: [Letter]
    /// The day.
    public var day: CivilDate
    /// The committee's name.
    public var committee: String

    /// Gathers the reminders of a day.
    ///
    /// - Parameters:
    ///   - outlook: The reminders, and those that an act keeps silent.
    ///   - committee: The committee's name.
    /// - Complexity: O(*n* log *n*) in the number of reminders.
    public init(of outlook: ReminderOutlook, committee: String) {
        day = outlook.day
        self.committee = committee
        var byLead: [String: Letter] = [:]
        func letter(_ lead: String?) -> Letter {
            Letter(lead: lead, reminders: [], awaiting: [], day: outlook.day, committee: committee)
        }
        for reminder in outlook.reminders {
            let lead = reminder.returner
            byLead[NameKey.key(lead ?? ""), default: letter(lead)].reminders.append(reminder)
        }
        for held in outlook.awaitingSignOff {
            let lead = held.reminder.returner
            byLead[NameKey.key(lead ?? ""), default: letter(lead)].awaiting.append(held)
        }
        letters = byLead.values.sorted { first, second in
            guard let one = first.lead, let other = second.lead else { return first.lead != nil }
            return (one.lowercased(), one) < (other.lowercased(), other)
        }
        for index in letters.indices {
            letters[index].reminders.sort {
                ($0.daysLeft, $0.raisedOn, $0.id) < ($1.daysLeft, $1.raisedOn, $1.id)
            }
        }
    }

    /// All letters in one document, for every renderer.
    public var document: Document {
        let title = "Reminders of \(committee) on \(Self.date(day))"
        var blocks: [Document.Block] = [.heading(1, title)]
        if letters.isEmpty { blocks.append(.paragraph("No reminder is due.")) }
        for letter in letters {
            blocks.append(.heading(2, letter.addressee))
            blocks += letter.blocks(level: 3)
        }
        return Document(title: title, blocks: blocks)
    }

    static func date(_ day: CivilDate) -> String { day.formatted("d MMMM yyyy") }
}

extension ReminderDigest.Letter {
    /// How urgent a reminder is.
    enum Urgency: String, CaseIterable {
        case overdue = "Overdue"
        case today = "Due today"
        case week = "Due within a week"
        case later = "Due later"

        init(daysLeft: Int) {
            switch daysLeft {
            case ..<0: self = .overdue
            case 0: self = .today
            case 1...7: self = .week
            default: self = .later
            }
        }
    }

    var addressee: String { lead ?? "No lead is named" }

    /// The letter as a document, for every renderer.
    public var document: Document {
        let title = "\(committee): reminders for \(addressee), \(ReminderDigest.date(day))"
        return Document(title: title, blocks: [.heading(1, title)] + blocks(level: 2))
    }

    /// The letter in one line, such as `2 overdue, 1 due within a week`.
    public var summary: String {
        var parts = Urgency.allCases.compactMap { urgency -> String? in
            let count = reminders.count { Urgency(daysLeft: $0.daysLeft) == urgency }
            return count > 0 ? "\(count) \(urgency.rawValue.lowercased())" : nil
        }
        if !awaiting.isEmpty { parts.append("\(awaiting.count) awaiting sign-off") }
        return parts.joined(separator: ", ")
    }

    fileprivate func blocks(level: Int) -> [Document.Block] {
        var blocks: [Document.Block] = []
        for urgency in Urgency.allCases {
            let due = reminders.filter { Urgency(daysLeft: $0.daysLeft) == urgency }
            guard !due.isEmpty else { continue }
            blocks.append(.heading(level, urgency.rawValue))
            blocks.append(.table(table(of: due, urgency)))
        }
        guard !awaiting.isEmpty else { return blocks }
        blocks.append(.heading(level, "Done, awaiting sign-off"))
        blocks.append(
            .bullets(
                awaiting.map { held in
                    let day = ReminderDigest.date(held.act.on)
                    return Prose("\(held.reminder.message) (said to be done on \(day))")
                }
            )
        )
        return blocks
    }

    private func table(of reminders: [Reminder], _ urgency: Urgency) -> Document.Table {
        Document.Table(
            caption: urgency.rawValue,
            columns: ["What", "Due", "Time left", "Also told"],
            rows: reminders.map { reminder in
                .cells([
                    .text(reminder.message), .date(reminder.due), .text(reminder.timeLeft),
                    .text(
                        reminder.to.count > 1
                            ? reminder.to.dropFirst().joined(separator: "; ") : "Nobody else"
                    ),
                ])
            },
            hidesCaption: true
        )
    }
}
