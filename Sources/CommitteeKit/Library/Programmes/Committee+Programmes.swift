// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Begins a programme on a plan, or adds a milestone, a trial or a recommendation to one, with everything that its
    /// fields say.
    ///
    /// ```swift
    /// var programme = Programme(id: "improvement-2026")
    /// programme.title = "Improvement Programme"
    /// programme.weeks = 6
    /// programme.firstUpdate = CivilDate(2026, 10, 12)
    /// try await committee.addToProgramme(programme, by: "coordinator")
    /// ```
    ///
    /// What happens to it is recorded with ``recordInProgramme(_:_:_:effective:by:reason:)``, and what an update says
    /// with ``writeUpdate(_:of:introduction:areas:effective:by:)``.
    ///
    /// - Parameters:
    ///   - subject: What is added: its identifier, title and other fields.
    ///   - facts: What happens to it at once, such as the day of a milestone.
    ///   - effective: The day from which it is there; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    /// - Returns: It, as it stands then.
    /// - Throws: ``LibraryError`` when there is one of that identifier already, or something of it cannot be;
    ///   ``JournalError`` when the store cannot take it.
    @discardableResult
    public func addToProgramme<Subject: ProgrammeSubject>(
        _ subject: Subject,
        with facts: [Change.Fact] = [],
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil
    ) async throws -> Subject {
        let record = try await recordWorkedOut(
            of: "a programme",
            effective: effective,
            by: by,
            reason: reason
        ) { record, parties in
            guard
                !Subject.all(in: record.programmeState).contains(where: { $0.id == subject.id })
            else {
                throw LibraryError(
                    .refused,
                    "There is a \(Subject.noun) “\(subject.id)” already. Change that one, or choose another name."
                )
            }
            return
                (subject.settled(by: parties).facts(since: Subject(id: subject.id))
                + facts.map { Change(subject.reference, $0) })
                .map { $0.naming(parties, record) }
        }
        return try record.inProgramme(Subject.self, subject.id)
    }

    /// Changes fields of a programme or of something in it; what the closure leaves alone stays.
    ///
    /// - Parameters:
    ///   - type: The type of it, such as `ProgrammeTrial.self`.
    ///   - id: Its identifier.
    ///   - effective: The day from which it holds; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    ///   - change: Sets fields. Events are recorded one by one.
    /// - Returns: It, as it stands then.
    /// - Throws: ``LibraryError`` when there is none, or it cannot be so; ``JournalError`` when the store cannot
    ///   take it.
    @discardableResult
    public func changeInProgramme<Subject: ProgrammeSubject>(
        _ type: Subject.Type,
        _ id: String,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil,
        _ change: (inout Subject) -> Void
    ) async throws -> Subject {
        let record = try await recordWorkedOut(
            of: "a programme",
            effective: effective,
            by: by,
            reason: reason
        ) { record, parties in
            let before = try record.inProgramme(Subject.self, id)
            var subject = before
            change(&subject)
            return subject.settled(by: parties).facts(since: before)
                .map { $0.naming(parties, record) }
        }
        return try record.inProgramme(Subject.self, id)
    }

    /// Records that something happened to a programme or to something in it.
    ///
    /// ```swift
    /// try await committee.recordInProgramme(
    ///     ProgrammeMilestone.self, "improvement-2026#toolkit", .milestoneMet(ProgrammeStep()), by: "coordinator")
    /// ```
    ///
    /// - Parameters:
    ///   - type: The type of it, such as `ProgrammeMilestone.self`.
    ///   - id: Its identifier.
    ///   - fact: What happened, such as ``Change/Fact/milestoneMet(_:)``.
    ///   - effective: The day on which it happened; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    /// - Returns: It, as it stands then.
    /// - Throws: ``LibraryError`` when there is none, or it cannot happen now; ``JournalError`` when the store
    ///   cannot take it.
    @discardableResult
    public func recordInProgramme<Subject: ProgrammeSubject>(
        _ type: Subject.Type,
        _ id: String,
        _ fact: Change.Fact,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil
    ) async throws -> Subject {
        let record = try await recordWorkedOut(
            of: "a programme",
            effective: effective,
            by: by,
            reason: reason
        ) { record, parties in
            _ = try record.inProgramme(Subject.self, id)
            return [Change(.programme(Subject.self, id), fact).naming(parties, record)]
        }
        return try record.inProgramme(Subject.self, id)
    }

    /// Writes an update, or more of one: what it says of areas, and the words with which it begins.
    ///
    /// It stays a draft until it is issued with ``Change/Fact/updateIssued(_:)``.
    ///
    /// - Parameters:
    ///   - number: The number of the update.
    ///   - plan: The plan of the programme.
    ///   - introduction: The words with which it begins; nil leaves them as they are.
    ///   - areas: What it says of areas; of the others it says what it said before.
    ///   - effective: The day; the host's today when nil.
    ///   - by: Who records it.
    /// - Returns: The update, as it stands then.
    /// - Throws: ``LibraryError`` when there is no such programme or area, or the update was issued; ``JournalError``
    ///   when the store cannot take it.
    @discardableResult
    public func writeUpdate(
        _ number: Int,
        of plan: String,
        introduction: Prose? = nil,
        areas: [AreaUpdate] = [],
        effective: CivilDate? = nil,
        by: String
    ) async throws -> ProgrammeUpdate {
        let id = "\(plan)#\(number)"
        let subject = SubjectReference.programme(ProgrammeUpdate.self, id)
        let record = try await recordWorkedOut(
            of: "a programme",
            effective: effective,
            by: by,
            reason: nil
        ) { record, _ in
            let known = record.programmeState.updates.first { $0.id == id }
            var changes: [Change] = []
            if let introduction, introduction != known?.introduction {
                changes.append(
                    Change(subject, ProgrammeUpdate.Entries.introduction.fact(introduction))
                )
            }
            for var area in areas {
                area.area = record.area(area.area, of: plan)
                guard known?.words(of: area.area)?.shown != area.shown else { continue }
                changes.append(Change(subject, .updateSaid(area)))
            }
            return changes
        }
        return try record.inProgramme(ProgrammeUpdate.self, id)
    }
}

extension ProgrammeSubject {
    /// The subject with the names of roles, groups and bodies as the record has them.
    func settled(by parties: Parties) -> Self {
        var subject = self
        for path in Self.parties {
            subject[keyPath: path] = subject[keyPath: path].map(parties.named)
        }
        return subject
    }
}

extension Change {
    /// The change with the names of who leads an area, and of areas, as the record has them.
    fileprivate func naming(_ parties: Parties, _ record: Record) -> Change {
        let plan = String(subject.id.prefix { $0 != "#" })
        if var area = fact.value(as: ProgrammeArea.self) {
            area.lead = area.lead.map(parties.named)
            area.area = record.area(area.area, of: plan)
            return Change(subject, .programmeAreaSet(area))
        }
        guard let words = fact.value(as: String?.self) ?? nil else { return self }
        let area = record.area(words, of: plan)
        switch fact.kind {
        case ProgrammeMilestone.Entries.area.declared.kind:
            return Change(subject, ProgrammeMilestone.Entries.area.fact(area))
        case ProgrammeTrial.Entries.area.declared.kind:
            return Change(subject, ProgrammeTrial.Entries.area.fact(area))
        case ProgrammeRecommendation.Entries.area.declared.kind:
            return Change(subject, ProgrammeRecommendation.Entries.area.fact(area))
        default: return self
        }
    }
}

extension Record {
    /// The identifier of the area that words name: its own, or its number as the plan prints it.
    func area(_ words: String, of plan: String) -> String {
        plans.first { $0.id == plan }?.areaID(words) ?? words
    }

    /// What the room of programmes keeps under an identifier.
    fileprivate func inProgramme<Subject: ProgrammeSubject>(
        _ type: Subject.Type,
        _ id: String
    ) throws(LibraryError) -> Subject {
        let all = Subject.all(in: programmeState)
        if let found = all.first(where: { $0.id == id }) { return found }
        throw LibraryError(
            .notFound,
            "There is no \(Subject.noun) “\(id)”. "
                + (all.isEmpty
                    ? "Add it first; one that was added on a later day is not there yet."
                    : ClosestName.suggestion(for: id, in: all.map(\.id)))
        )
    }
}
