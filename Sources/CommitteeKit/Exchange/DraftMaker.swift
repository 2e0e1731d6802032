// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Makes entries of the changes of one file, one after another.
struct DraftMaker {
    let file: ChangeFile
    let record: Record
    let entries: [Entry]
    var subjects: [ExternalReference: SubjectReference]
    var drafts: [EntryDraft] = []
    /// What completes the facts of the file, by the place of the room.
    private var completions: [Int: any RequestCompletion] = [:]

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
        for (place, room) in file.rooms.all.enumerated() {
            completions[place] = room.requestCompletion(in: record)
        }
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
        try begin(change, subject)
        for named in change.aspects {
            switch named.aspect {
            case .fact(let asked):
                let fact = try checked(asked.fact, named, subject, change)
                append(Change(subject, completed(fact, subject)), asked.on, change)
            case .asked(let value):
                append(Change(subject, try fact(asked: value, named, subject, change)), nil, change)
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
    ) {
        drafts.append(
            typed.draft(
                effective: date?.date ?? change.effective ?? file.effective,
                isBound: date.map { !$0.isExact } ?? false,
                by: change.by ?? file.by,
                reason: change.reason ?? file.reason
            )
        )
    }

    // MARK: What the rooms say

    /// Throws when a change is about something that is not there.
    private mutating func begin(
        _ change: RequestedChange,
        _ subject: SubjectReference
    ) throws(JSONError) {
        let home: Int?
        if case .entry = change.target {
            home = file.rooms.all.firstIndex { room in
                room.requests.contains { $0.name == change.targetName }
            }
        } else {
            home = file.rooms.homes[subject.kind]
        }
        guard let home else { return }
        do throws(RequestRefusal) {
            try completions[home]?.begin(subject, change.aspects)
        } catch {
            throw change.error(error.message)
        }
    }

    /// The fact for its subject; throws when it is not said of such a thing.
    func checked(
        _ fact: Change.Fact,
        _ named: NamedAspect,
        _ subject: SubjectReference,
        _ change: RequestedChange
    ) throws(JSONError) -> Change.Fact {
        guard let room = file.rooms.kinds[fact.kind]?.room, let completion = completions[room]
        else { return fact }
        do throws(RequestRefusal) {
            return try completion.checked(fact, named: named.name, of: subject)
        } catch {
            throw change.error(error.message)
        }
    }

    /// The fact with what its room adds to it, such as the scale of an assessment.
    mutating func completed(
        _ fact: Change.Fact,
        _ subject: SubjectReference
    ) -> Change.Fact {
        guard let room = file.rooms.kinds[fact.kind]?.room else { return fact }
        return completions[room]?.completed(fact, of: subject) ?? fact
    }

    private mutating func fact(
        asked value: OpenValue,
        _ named: NamedAspect,
        _ subject: SubjectReference,
        _ change: RequestedChange
    ) throws(JSONError) -> Change.Fact {
        let homes = file.rooms.homes[subject.kind].map { [$0] } ?? []
        do throws(RequestRefusal) {
            for room in homes + completions.keys.sorted() {
                let fact = try completions[room]?.fact(asked: value, named: named.name, of: subject)
                if let fact { return fact }
            }
        } catch {
            throw change.error(error.message)
        }
        throw change.error("“\(named.name)” is not said of \(subject). Leave it out.")
    }
}
