// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// Whole changes and drafts, and what is said of the committee.
extension FactGenerator {
    /// Makes a change of a kind; nil when this generator does not know the kind.
    static func change(_ kind: EntryKind, variation: Int) throws -> Change? {
        var generator = FactGenerator(kind, variation: variation)
        return try generator.change(kind)
    }

    /// Makes the draft of a change, with a day, an author and a reason of its own.
    static func draft(of change: Change, variation: Int) -> EntryDraft {
        var generator = FactGenerator(change.kind, variation: variation + variations)
        return change.draft(
            effective: generator.day(),
            isBound: generator.below(3) == 0,
            by: generator.name(),
            reason: variation == 0 ? nil : generator.maybe { $0.sentence() }
        )
    }

    private mutating func change(_ kind: EntryKind) throws -> Change? {
        if let fact = aboutPlan(kind) { return Change(plan(), fact) }
        if let fact = aboutItem(kind) { return Change(item(), fact) }
        if let name = RiskFact.Name(kind: kind) {
            return Change(.risk(riskID()), .risk(aboutRisk(name)))
        }
        let change =
            try aboutReminders(kind) ?? aboutStructure(kind) ?? aboutRounds(kind)
            ?? aboutCommittee(kind) ?? aboutMeetings(kind) ?? aboutDocuments(kind)
        if let change { return change }
        let later =
            aboutLearningReviews(kind) ?? aboutFigures(kind) ?? aboutQuality(kind)
            ?? aboutProgrammes(kind) ?? aboutVoices(kind)
        if let later { return later }
        return sample(kind)
    }

    /// What a field brings itself, for one that nobody has given a generator of its own.
    private mutating func sample(_ kind: EntryKind) -> Change? {
        if let samples = PlanItem.table[kind]?.samples, !samples.isEmpty {
            return Change(item(), turn(samples))
        }
        guard let samples = Plan.table[kind]?.samples, !samples.isEmpty else { return nil }
        return Change(plan(), turn(samples))
    }

    private mutating func aboutCommittee(_ kind: EntryKind) throws -> Change? {
        switch kind.rawValue {
        case "committee.profile-set": return Change(.committee, .profileSet(object()))
        case "committee.working-days-set":
            return Change(.committee, .workingDaysSet(workingCalendar()))
        case "risk-register.set":
            return Change(.register(name()), .registerSet(try register()))
        case "risk-register.scale-migrated":
            return Change(.register(name()), .scaleMigrated(migration()))
        case "risk-register.workflow-set":
            let says = list { $0.sentence() }
            return Change(.register(name()), .workflowSet(workflowReference(), says: says))
        case "risk-register.page-set":
            return Change(.register(name()), .registerPageSet(registerPage()))
        case "meetings.set":
            let series = MeetingSeries(body: name(), name: sentence(), cadence: try cadence())
            return Change(.meetings(of: series.body), .meetingsSet(series))
        case "data-set.set":
            let dataSet = dataSet()
            return Change(.dataSet(dataSet.id), .dataSetSet(dataSet))
        case "data-set.received": return Change(.dataSet(name()), .dataReceived(period: day()))
        case "document.imported":
            return Change(
                .committee,
                .imported(
                    ImportRecord(
                        document: words { $0.sentence() },
                        digest: words { Hexadecimal.text([UInt8($0.below(256)), 7]) },
                        layout: words { $0.name() },
                        reportedOn: maybe { $0.day() }
                    )
                )
            )
        default: return nil
        }
    }

    private mutating func aboutReminders(_ kind: EntryKind) -> Change? {
        let deed: ReminderAct.Deed
        switch kind.rawValue {
        case "reminder.acknowledged": deed = .acknowledged
        case "reminder.snoozed": deed = .snoozed(until: day())
        case "reminder.delegated": deed = .delegated(to: words { $0.name() })
        case "reminder.done": deed = .done
        case "reminder.stopped": deed = .stopped
        default: return nil
        }
        let subject = turn([
            plan(), item(), .risk(riskID()), .meeting(of: name(), on: day()), .dataSet(name()),
        ])
        let reminder = ReminderIdentity(
            rule: pick(["moor/chase", "moor/chase:late", "100%/sure", "a%3Ab/c"]),
            subject: subject,
            due: day(),
            step: pick(["before-30-days", "overdue", "overdue-2"]),
            again: maybe { 1 + $0.below(90) }
        )
        return Change(subject, .reminder(reminder, deed, note: prose()))
    }

    private mutating func workingCalendar() -> WorkingCalendar {
        WorkingCalendar(
            weekend: Set(list { $0.pick(Weekday.allCases) }),
            rules: turn([[], HolidayRule.scotland, list { $0.holiday() }]),
            added: Set(list { $0.day() }),
            removed: Set(list { $0.day() })
        )
    }

    private mutating func holiday() -> HolidayRule {
        switch below(4) {
        case 0: .fixed(month: 1 + below(12), day: 1 + below(28))
        case 1: .easter(plus: below(60) - 10)
        case 2: .first(pick(Weekday.allCases), month: 1 + below(12))
        default: .last(pick(Weekday.allCases), month: 1 + below(12))
        }
    }

    private mutating func cadence() throws -> Cadence {
        let first = day()
        let moved = list { ($0.day(), $0.day()) }
        return try Cadence(
            every: period(),
            from: first,
            until: maybe { first + 30 + $0.below(2000) },
            orAsRequired: below(2) == 0,
            cancelled: Set(list { $0.day() }),
            moved: Dictionary(moved) { first, _ in first },
            added: Set(list { $0.day() })
        )
    }

    private mutating func dataSet() -> DataSet {
        let first = day()
        return DataSet(
            id: name(),
            title: sentence(),
            lead: name(),
            every: period(),
            from: first,
            until: maybe { first + $0.below(2000) },
            within: turn([.workingDays(below(60)), .period(period())])
        )
    }
}
