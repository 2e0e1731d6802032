// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Makes entries of the changes of one file, one after another.
struct DraftMaker {
    let file: ChangeFile
    let record: Record
    let entries: [Entry]
    var subjects: [ExternalReference: SubjectReference]
    var drafts: [EntryDraft] = []
    /// The registers that the file sets, by identifier.
    var newRegisters: [String: RiskRegister] = [:]
    /// The register of each risk that the file proposes or moves.
    var homes: [String: String] = [:]
    private var added: Set<SubjectReference> = []
    private var notes: [SubjectReference: [Prose]] = [:]

    init(
        file: ChangeFile,
        record: Record,
        entries: [Entry],
        subjects: [ExternalReference: SubjectReference]
    ) {
        self.file = file
        self.record = record
        self.entries = entries
        self.subjects = subjects
    }

    mutating func take(_ change: RequestedChange) throws(JSONError) {
        switch change.target {
        case .correct(let sequence): try correct(try entry(sequence, change), change)
        case .void(let sequence):
            let entry = try entry(sequence, change)
            drafts.append(
                .voiding(
                    entry,
                    effective: change.effective ?? file.effective,
                    by: change.by ?? file.by,
                    reason: change.reason ?? file.reason ?? ""
                )
            )
        case .plan(let id): try record(change, about: .plan(id))
        case .action(let id, let plan): try record(change, about: .action(id, of: plan))
        case .entry(let subject): try record(change, about: subject)
        case .external(let reference):
            guard let subject = subjects[reference] else {
                throw change.error(
                    "\(reference.source)'s id “\(JSONReader.shown(reference.id))” stands for "
                        + "nothing yet. Name the action by “plan” and “action” with “externalID” "
                        + "once, and it can be used from then on."
                )
            }
            try record(change, about: subject)
        }
    }

    private mutating func record(
        _ change: RequestedChange,
        about subject: SubjectReference
    ) throws(JSONError) {
        try check(change, subject)
        for named in change.aspects {
            switch named.aspect {
            case .fact(let fact, let date):
                try append(
                    Change(
                        subject,
                        pinned(try self.fact(fact, named, subject, change), of: subject)
                    ),
                    date,
                    change
                )
            case .progress(let text, let asAt, let audience):
                let fact = Change.Fact.progressReported(
                    text,
                    asAt: asAt,
                    audience: audience ?? .public
                )
                try append(
                    Change(subject, try self.fact(fact, named, subject, change)),
                    nil,
                    change
                )
            case .note(let note):
                var all = notes[subject] ?? item(subject)?.notes ?? []
                all.append(note)
                notes[subject] = all
                let fact = try self.fact(.notesSet(all), named, subject, change)
                try append(Change(subject, fact), nil, change)
            case .added(let item):
                try append(
                    Change(subject, .added(try outline(item, subject, change))),
                    nil,
                    change
                )
            case .externalID(let reference):
                subjects[reference] = subject
                drafts.append(
                    .settingExternalID(
                        reference,
                        of: subject,
                        effective: change.effective ?? file.effective,
                        by: change.by ?? file.by
                    )
                )
            case .payload(let kind, let version, let payload):
                drafts.append(
                    EntryDraft(
                        subject: subject,
                        kind: kind ?? "",
                        version: version,
                        payload: payload,
                        effective: change.effective ?? file.effective,
                        by: change.by ?? file.by,
                        reason: change.reason ?? file.reason
                    )
                )
            }
        }
    }

    private mutating func append(
        _ typed: Change,
        _ date: DateBound?,
        _ change: RequestedChange
    ) throws(JSONError) {
        let isBound = date.map { !$0.isExact } ?? false
        drafts.append(
            typed.draft(
                effective: date?.date ?? change.effective ?? file.effective,
                isBound: isBound,
                by: change.by ?? file.by,
                reason: change.reason ?? file.reason
            )
        )
    }

    // MARK: Looking up

    /// Throws when a change is about a plan or an action that is not there.
    private mutating func check(
        _ change: RequestedChange,
        _ subject: SubjectReference
    ) throws(JSONError) {
        if case .entry = change.target { return }
        let planID = subject.planItem?.plan ?? subject.id
        guard subject.kind == "plan" || subject.kind == "action" else { return }
        guard let plan = record.plan(planID) else {
            throw change.error(
                "there is no plan “\(JSONReader.shown(planID))”. "
                    + ClosestName.suggestion(for: planID, in: record.plans.map(\.id))
            )
        }
        guard let item = subject.planItem?.item else { return }
        let adds = change.aspects.contains { named in
            if case .added = named.aspect { return true }
            return false
        }
        if adds {
            guard plan.item(item) == nil, !added.contains(subject) else {
                throw change.error(
                    "the plan already has an action “\(JSONReader.shown(item))”. Give the new one "
                        + "another identifier."
                )
            }
            added.insert(subject)
        } else if plan.item(item) == nil, !added.contains(subject) {
            let known = (plan.actions + plan.items + plan.maintenance + plan.backlog).map(\.id)
            throw change.error(
                "the plan “\(planID)” has no action “\(JSONReader.shown(item))”. "
                    + ClosestName.suggestion(for: item, in: known)
            )
        }
    }

    private func item(_ subject: SubjectReference) -> PlanItem? {
        subject.planItem.flatMap { record.plan($0.plan)?.item($0.item) }
    }

    /// The fact for its subject; throws when it is not said of such a thing.
    func fact(
        _ fact: Change.Fact,
        _ named: RequestedChange.NamedAspect,
        _ subject: SubjectReference,
        _ change: RequestedChange
    ) throws(JSONError) -> Change.Fact {
        switch fact {
        case .predecessorsNamed(let ids):
            return subject.planItem == nil ? fact : .itemPredecessorsNamed(ids)
        case .profileSet, .registerSet, .scaleMigrated, .risk, .meetingsSet, .workingDaysSet,
            .dataSetSet, .dataReceived:
            return fact
        case .submitted, .approved:
            guard subject.planItem == nil else {
                throw change.error("“\(named.name)” is said of a plan. Leave “action” out.")
            }
            return fact
        default:
            guard subject.planItem != nil else {
                throw change.error(
                    "“\(named.name)” is said of an action, not of a plan. Name the “action”."
                )
            }
            return fact
        }
    }

    private func outline(
        _ item: RequestedChange.NewItem,
        _ subject: SubjectReference,
        _ change: RequestedChange
    ) throws(JSONError) -> ItemOutline {
        guard let place = subject.planItem, let plan = record.plan(place.plan) else {
            throw change.error("“add” adds an action. Name the “action” that is new.")
        }
        var level = plan.actionLevel
        if let number = item.level?.wholeNumber {
            guard number >= 1, number <= plan.levels.count else {
                throw change.error(
                    "the plan “\(plan.id)” has \(plan.levels.count) levels, so there is no level "
                        + "\(number)."
                )
            }
            level = number - 1
        } else if let word = item.level?.text {
            let key = word.comparisonKey
            let found = plan.levels.firstIndex {
                $0.singular.comparisonKey == key || $0.plural.comparisonKey == key
            }
            guard let found else {
                throw change.error(
                    "the plan “\(plan.id)” has no level “\(JSONReader.shown(word))”. "
                        + ClosestName.suggestion(for: word, in: plan.levels.map(\.singular))
                )
            }
            level = found
        }
        for other in [item.under, item.after].compactMap({ $0 })
        where plan.item(other) == nil && !added.contains(.action(other, of: plan.id)) {
            throw change.error(
                "the plan “\(plan.id)” has no “\(JSONReader.shown(other))” beside which the new "
                    + "action could stand. "
                    + ClosestName.suggestion(for: other, in: plan.items.map(\.id))
            )
        }
        return ItemOutline(
            list: item.list,
            level: level,
            parent: item.under ?? parent(beside: item.after, plan),
            after: item.after,
            number: item.number,
            text: item.text
        )
    }

    /// The parent that a new item shares with the one after which it stands.
    private func parent(beside other: String?, _ plan: Plan) -> String? {
        other.flatMap { plan.item($0)?.parent }
    }
}
