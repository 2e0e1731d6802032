// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Adds an audit, a dip sample, a return, a report of others, a course, a self-evaluation or a national issue,
    /// with everything that its fields say.
    ///
    /// ```swift
    /// var audit = Audit(id: "neglect-2026")
    /// audit.title = "Neglect: first responses"
    /// audit.due = CivilDate(2026, 11, 30)
    /// try await committee.addQuality(audit, by: "coordinator")
    /// ```
    ///
    /// What happens to it is recorded with ``recordQuality(_:_:_:effective:by:reason:)``.
    ///
    /// - Parameters:
    ///   - subject: What is added: its identifier, title and other fields.
    ///   - facts: What happens to it at once, such as the quota of a dip sample.
    ///   - effective: The day from which it is there; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    /// - Returns: It, as it stands then.
    /// - Throws: ``LibraryError`` when there is one of that identifier already, or something of it cannot be;
    ///   ``JournalError`` when the store cannot take it.
    @discardableResult
    public func addQuality<Subject: QualitySubject>(
        _ subject: Subject,
        with facts: [Change.Fact] = [],
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil
    ) async throws -> Subject {
        let record = try await recordWorkedOut(
            of: "quality assurance",
            effective: effective,
            by: by,
            reason: reason
        ) {
            record,
            parties in
            guard !Subject.all(in: record.quality).contains(where: { $0.id == subject.id }) else {
                throw LibraryError(
                    .refused,
                    "There is a \(Subject.noun) “\(subject.id)” already. Change that one, or choose another "
                        + "identifier."
                )
            }
            return subject.settled(by: parties).facts(since: Subject(id: subject.id))
                + facts.map { Change(subject.reference, $0) }
        }
        return try record.quality(Subject.self, subject.id)
    }

    /// Records a finding under the next number of where it comes from.
    ///
    /// - Parameters:
    ///   - words: What was found.
    ///   - source: The identifier of the audit, report, dip sample or the like that found it.
    ///   - effective: The day of the finding; the host's today when nil.
    ///   - by: Who records it.
    ///   - change: Sets further fields, such as the day by which it is to be answered.
    /// - Returns: The finding, with its identifier such as `neglect-2026#3`.
    /// - Throws: ``LibraryError`` when there is no such source, or it finds nothing now; ``JournalError`` when
    ///   the store cannot take it.
    @discardableResult
    public func recordFinding(
        _ words: Prose,
        of source: String,
        effective: CivilDate? = nil,
        by: String,
        _ change: (inout QualityFinding) -> Void = { _ in }
    ) async throws -> QualityFinding {
        // Whatever day it is recorded for, a number that a later entry has is taken.
        let all = await Record.foldingInTurns(try await entries(), in: library.rooms, asOf: nil)
        let numbers = all.quality.findings.filter { $0.source == source }.compactMap {
            Int($0.id.dropFirst(source.count + 1))
        }
        var finding = QualityFinding(id: "\(source)#\((numbers.max() ?? 0) + 1)")
        finding.words = words
        change(&finding)
        return try await addQuality(finding, effective: effective, by: by)
    }

    /// Changes fields of something of quality assurance; what the closure leaves alone stays.
    ///
    /// - Parameters:
    ///   - type: The type of it, such as `Audit.self`.
    ///   - id: Its identifier.
    ///   - effective: The day from which it holds; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    ///   - change: Sets fields. Events are recorded one by one.
    /// - Returns: It, as it stands then.
    /// - Throws: ``LibraryError`` when there is none, or it cannot be so; ``JournalError`` when the store cannot
    ///   take it.
    @discardableResult
    public func changeQuality<Subject: QualitySubject>(
        _ type: Subject.Type,
        _ id: String,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil,
        _ change: (inout Subject) -> Void
    ) async throws -> Subject {
        let record = try await recordWorkedOut(
            of: "quality assurance",
            effective: effective,
            by: by,
            reason: reason
        ) {
            record,
            parties in
            let before = try record.quality(Subject.self, id)
            var subject = before
            change(&subject)
            return subject.settled(by: parties).facts(since: before)
        }
        return try record.quality(Subject.self, id)
    }

    /// Records that something happened to a subject of quality assurance.
    ///
    /// ```swift
    /// try await committee.recordQuality(
    ///     Audit.self, "neglect-2026", .auditAgreed(QualityStep(at: "cpc/2026-03-03#5")), by: "coordinator")
    /// ```
    ///
    /// - Parameters:
    ///   - type: The type of it, such as `Audit.self`.
    ///   - id: Its identifier.
    ///   - fact: What happened, such as ``Change/Fact/auditAgreed(_:)``.
    ///   - effective: The day on which it happened; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    /// - Returns: It, as it stands then.
    /// - Throws: ``LibraryError`` when there is none, or it cannot happen now; ``JournalError`` when the store
    ///   cannot take it.
    @discardableResult
    public func recordQuality<Subject: QualitySubject>(
        _ type: Subject.Type,
        _ id: String,
        _ fact: Change.Fact,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil
    ) async throws -> Subject {
        let record = try await recordWorkedOut(
            of: "quality assurance",
            effective: effective,
            by: by,
            reason: reason
        ) {
            record,
            parties in
            _ = try record.quality(Subject.self, id)
            return [Change(.quality(Subject.self, id), fact.naming(parties))]
        }
        return try record.quality(Subject.self, id)
    }

    /// Adopts a framework of quality indicators, by which self-evaluations that begin from now on go.
    ///
    /// The words of a framework that a plugin of the library contributes are not looked through: whoever approved
    /// the plugin read them. Those of any other are.
    ///
    /// - Parameters:
    ///   - framework: The framework.
    ///   - effective: The day from which it holds; the host's today when nil.
    ///   - by: Who records it.
    /// - Throws: ``LibraryError`` when that version was adopted before; ``JournalError`` when the store cannot
    ///   take it.
    public func adoptQualityFramework(
        _ framework: QualityFramework,
        effective: CivilDate? = nil,
        by: String
    ) async throws {
        let isRead = library.plugins.contributions.qualityFrameworks.contains {
            $0.framework == framework
        }
        let committee = isRead ? withoutScreening : self
        _ = try await committee.recordWorkedOut(
            of: "quality assurance",
            effective: effective,
            by: by,
            reason: nil
        ) { _, _ in
            [Change(.qualityFramework(framework.id), .qualityFrameworkAdopted(framework))]
        }
    }
}

extension QualitySubject {
    /// The subject with the names of roles, groups and bodies as the record has them.
    func settled(by parties: Parties) -> Self {
        var subject = self
        for path in Self.parties {
            subject[keyPath: path] = subject[keyPath: path].map(parties.named)
        }
        return subject
    }
}

extension Change.Fact {
    /// The fact with the names of agencies as the record has them.
    fileprivate func naming(_ parties: Parties) -> Change.Fact {
        guard var attendance = value(as: CourseAttendance.self) else { return self }
        attendance.agency = parties.named(attendance.agency)
        return .courseAttendanceSet(attendance)
    }
}

extension Record {
    /// What quality assurance keeps under an identifier.
    fileprivate func quality<Subject: QualitySubject>(
        _ type: Subject.Type,
        _ id: String
    ) throws(LibraryError) -> Subject {
        let all = Subject.all(in: quality)
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
