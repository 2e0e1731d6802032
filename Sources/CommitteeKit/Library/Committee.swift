// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One committee of a store, through which its record is changed and read.
public struct Committee: Sendable {
    /// The committee's identifier.
    public let id: CommitteeID
    /// The committee's name.
    public let name: String
    let library: CommitteeLibrary
    /// Which held lines may be recorded.
    var acceptance = TextAcceptance.none

    /// Returns everything that is recorded, in sequence.
    ///
    /// - Returns: The entries.
    /// - Throws: ``JournalError`` when the store cannot be read.
    /// - Complexity: O(*n*) in the number of entries.
    public func entries() async throws -> [Entry] { try await library.store.allEntries(of: id) }

    /// Returns the record as it was true on a date, cut for an audience.
    ///
    /// - Parameters:
    ///   - date: The date; the host's today when nil.
    ///   - instant: The instant by which it was known; all that is known when nil.
    ///   - audience: The audience. There is none that is taken when nobody says it.
    /// - Returns: The edition.
    /// - Throws: ``JournalError`` when the store cannot be read.
    /// - Complexity: O(*n* log *n*) in the number of entries.
    public func edition(
        asOf date: CivilDate? = nil,
        knownAt instant: RecordedInstant? = nil,
        audience: Audience
    ) async throws -> Edition {
        let date = date ?? library.today()
        let record = await Record.foldingInTurns(
            try await entries(),
            in: library.rooms,
            asOf: date,
            knownAt: instant
        )
        return Edition(
            of: record,
            committee: id.rawValue,
            name: name,
            asOf: date,
            knownAt: instant,
            audience: audience
        )
    }

    /// Records changes, all or nothing.
    ///
    /// The changes are checked against the whole history before they are appended.
    ///
    /// - Parameters:
    ///   - request: What happened, and to which subject.
    ///   - date: The date on which it takes effect; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why, when somebody says so.
    ///   - overriding: Why it is recorded although the workflow of a risk's register refuses it; nil to
    ///     refuse it.
    ///   - expectation: What may not have been recorded meanwhile; see ``RecordExpectation``.
    ///   - key: A key by which a retry is known, so that it records nothing twice. A retry without a date
    ///     is the same call on a later day too.
    /// - Returns: What was appended.
    /// - Throws: ``LibraryError`` when a change cannot be, also with the lines that are held, see
    ///   ``LibraryError/held``; ``JournalError`` when the store cannot take it.
    @discardableResult
    public func record(
        _ request: ChangeRequest,
        effective date: CivilDate? = nil,
        by: String,
        reason: String? = nil,
        overriding: String? = nil,
        expecting expectation: RecordExpectation = .untouched,
        idempotencyKey key: String? = nil
    ) async throws -> AppendReceipt {
        let subject = try await subject(of: request.target)
        var named: [SubjectReference] = []
        if case .external = request.target { named = [subject] }
        func record() async throws -> AppendReceipt {
            var date = date
            if date == nil, let key { date = try await follower.day(of: key) }
            let effective = date ?? library.today()
            let drafts = request.facts.map { fact in
                Change(subject, fact).draft(
                    effective: effective,
                    isBound: request.isBound,
                    by: by,
                    reason: reason
                )
            }
            return try await append(
                drafts,
                overriding: overriding,
                expecting: expectation,
                foundByName: named,
                idempotencyKey: key
            )
        }
        do {
            return try await record()
        } catch let error as JournalError
            where error.code == .idempotencyMismatch && date == nil
        {
            // The same call may have been recorded meanwhile, on the day before.
            return try await record()
        }
    }

    /// Appends entries after checking them against the history, all or nothing.
    ///
    /// - Parameters:
    ///   - drafts: The entries. What one about a risk asks of the workflow of its register is decided by
    ///     that, and what the workflow records beside it is appended with it.
    ///   - overriding: Why they are recorded although such a workflow refuses; nil to refuse them.
    ///   - expectation: What may not have been recorded meanwhile; see ``RecordExpectation``.
    ///   - key: A key by which a retry is known.
    /// - Returns: What was appended.
    /// - Throws: ``LibraryError`` when a change cannot be, ``JournalError`` when the store
    ///   cannot take it.
    @discardableResult
    public func append(
        _ drafts: [EntryDraft],
        overriding: String? = nil,
        expecting expectation: RecordExpectation = .untouched,
        idempotencyKey key: String? = nil
    ) async throws -> AppendReceipt {
        try await append(
            drafts,
            overriding: overriding,
            expecting: expectation,
            foundByName: [],
            idempotencyKey: key
        )
    }

    /// What follows the committee's journal.
    private var follower: JournalFollower {
        library.followers.follower(of: id, in: library.store, library.rooms)
    }

    /// Appends entries after checking them, without reading the whole journal where that is not needed.
    private func append(
        _ drafts: [EntryDraft],
        overriding: String?,
        expecting expectation: RecordExpectation,
        foundByName named: [SubjectReference],
        idempotencyKey key: String?
    ) async throws -> AppendReceipt {
        try screen(drafts)
        guard !drafts.contains(where: \.isDecidedByWorkflows) else {
            return try await append(
                drafts,
                to: try await entries(),
                overriding: overriding,
                expecting: expectation,
                foundByName: named,
                idempotencyKey: key
            )
        }
        if drafts.contains(where: \.concernsPublishedFigures) {
            return try await append(
                drafts,
                admittedTo: try await entries(),
                expecting: expectation,
                foundByName: named,
                idempotencyKey: key
            )
        }
        switch try await follower.check(drafts, key: key) {
        case .isRetry:
            return try await library.store.append(
                drafts,
                to: id,
                expecting: nil,
                idempotencyKey: key
            )
        case .checked(var check):
            check.note(foundByName: named)
            if let receipt = try await append(drafts, check, expectation, key) { return receipt }
            // Something far-reaching came between: the whole journal tells whether it stands in the way.
            let history = try await entries().filter { $0.sequence <= check.last }
            return try await append(
                drafts,
                admittedTo: history,
                expecting: expectation,
                foundByName: named,
                idempotencyKey: key
            )
        case .needsWholeJournal:
            return try await append(
                drafts,
                admittedTo: try await entries(),
                expecting: expectation,
                foundByName: named,
                idempotencyKey: key
            )
        }
    }

    /// Appends entries that were checked; nil when only the whole journal tells whether they may be.
    private func append(
        _ drafts: [EntryDraft],
        _ check: KeptCheck,
        _ expectation: RecordExpectation,
        _ key: String?
    ) async throws -> AppendReceipt? {
        if let since = expectation.since, since != check.last {
            guard since >= 0, since < check.last else {
                throw JournalRules.conflict(expecting: since, last: check.last, between: [])
            }
            let between = try await library.store.page(
                of: id,
                after: since,
                limit: check.last - since
            )
            // What stands in the way explains a refusal better than the refusal itself.
            if expectation.isOfTheLast {
                throw JournalRules.conflict(expecting: since, last: check.last, between: between)
            }
            let inTheWay = check.standingInTheWay(among: between)
            if !inTheWay.isEmpty {
                guard check.isCertain(inTheWay) else { return nil }
                throw JournalRules.conflict(since: since, with: inTheWay)
            }
        }
        if let problem = check.problems.first { throw LibraryError(.refused, problem.message) }
        do {
            return try await library.store.append(
                drafts,
                to: id,
                expecting: expectation.isOfTheLast ? .last(check.last) : check.expectation,
                idempotencyKey: key
            )
        } catch {
            guard error.code == .conflict, !expectation.isOfTheLast,
                !check.isCertain(error.entriesBetween)
            else { throw error }
            return nil
        }
    }

    /// Appends entries to a history that was read, with what the workflows of risks record beside them.
    ///
    /// - Parameters:
    ///   - drafts: The entries.
    ///   - history: All entries, as they were read.
    ///   - overriding: Why they are recorded although a workflow refuses; nil to refuse them.
    ///   - expectation: What may not have been recorded meanwhile.
    ///   - named: Subjects that were found by another system's name.
    ///   - key: A key by which a retry is known.
    /// - Returns: What was appended.
    /// - Throws: ``LibraryError`` when a change cannot be, ``JournalError`` when the store
    ///   cannot take it.
    @discardableResult
    func append(
        _ drafts: [EntryDraft],
        to history: [Entry],
        overriding: String? = nil,
        expecting expectation: RecordExpectation = .untouched,
        foundByName named: [SubjectReference] = [],
        idempotencyKey key: String?
    ) async throws -> AppendReceipt {
        var before = history
        if let key, let first = history.first(where: { $0.idempotencyKey == key }) {
            before = Array(history.prefix { $0.sequence < first.sequence })
        }
        let admission = try await WorkflowAdmission.admitting(
            drafts,
            after: before,
            in: self,
            overriding: overriding
        )
        guard admission.looksAtEverything, expectation.since == nil, before.count == history.count
        else {
            return try await append(
                admission.drafts,
                admittedTo: history,
                expecting: expectation,
                foundByName: named,
                idempotencyKey: key
            )
        }
        return try await appendDecided(expecting: expectation, idempotencyKey: key) { seen in
            let admission = try await WorkflowAdmission.admitting(
                drafts,
                after: seen,
                in: self,
                overriding: overriding
            )
            return Decision(drafts: admission.drafts, looksAtEverything: true)
        }
    }

    /// Appends entries to a history that was read, unless what came since stands in the way.
    ///
    /// - Parameters:
    ///   - drafts: The entries.
    ///   - history: All entries, as they were read.
    ///   - expectation: What may not have been recorded meanwhile.
    ///   - named: Subjects that were found by another system's name.
    ///   - key: A key by which a retry is known.
    /// - Returns: What was appended.
    /// - Throws: ``LibraryError`` when a change cannot be, ``JournalError`` when the store
    ///   cannot take it.
    @discardableResult
    func append(
        _ drafts: [EntryDraft],
        admittedTo history: [Entry],
        expecting expectation: RecordExpectation = .untouched,
        foundByName named: [SubjectReference] = [],
        idempotencyKey key: String?
    ) async throws -> AppendReceipt {
        let isRetry = key != nil && history.contains { $0.idempotencyKey == key }
        guard !isRetry else {
            return try await library.store.append(
                drafts,
                to: id,
                expecting: nil,
                idempotencyKey: key
            )
        }
        let check = AppendCheck(
            appending: drafts,
            to: history,
            in: library.rooms,
            foundByName: named
        )
        let last = history.last?.sequence ?? 0
        if let since = expectation.since, since != last {
            // What stands in the way explains a refusal better than the refusal itself.
            try expectation.check(since, check, last)
        }
        if let problem = check.problems.first { throw LibraryError(.refused, problem.message) }
        try await checkFigures(drafts, after: history)
        return try await library.store.append(
            drafts,
            to: id,
            expecting: expectation.isOfTheLast ? .last(last) : check.expectation,
            idempotencyKey: key
        )
    }

    /// Returns the entries that appending some would record, without recording them.
    ///
    /// - Parameters:
    ///   - drafts: The entries.
    ///   - overriding: Why they are recorded although the workflow of a risk's register refuses; nil to
    ///     refuse them.
    /// - Returns: The entries, with what the workflows of risks record beside them.
    /// - Throws: ``LibraryError`` when a change cannot be, ``JournalError`` when the store cannot be read.
    public func checking(
        _ drafts: [EntryDraft],
        overriding: String? = nil
    ) async throws -> [EntryDraft] {
        try screen(drafts)
        let history = try await entries()
        let admission = try await WorkflowAdmission.admitting(
            drafts,
            after: history,
            in: self,
            overriding: overriding
        )
        try check(admission.drafts, against: history)
        return admission.drafts
    }

    /// Throws when entries cannot be recorded after a history, as appending them would.
    func check(_ drafts: [EntryDraft], against history: [Entry]) throws(LibraryError) {
        let problems = Record.problems(appending: drafts, to: history, in: library.rooms)
        if let problem = problems.first { throw LibraryError(.refused, problem.message) }
    }

    /// Finds the subject of a change, by its own identifier or by another system's.
    ///
    /// - Parameter target: The target.
    /// - Returns: The subject.
    /// - Throws: ``LibraryError`` when no subject has the other system's identifier.
    public func subject(of target: ChangeRequest.Target) async throws -> SubjectReference {
        switch target {
        case .subject(let subject): return subject
        case .external(let reference):
            if let subject = try await library.store.subject(for: reference, in: id) {
                return subject
            }
            throw LibraryError(
                .notFound,
                "No action has the identifier “\(reference.id)” of “\(reference.source)”. Record "
                    + "which action it is first."
            )
        }
    }

    /// Says in words what changed between two dates.
    ///
    /// - Parameters:
    ///   - since: The earlier date, such as that of the last meeting.
    ///   - until: The later date; the host's today when nil.
    ///   - audience: The audience.
    /// - Returns: The changes, room by room: plans, risk registers, and those of the host.
    /// - Throws: ``JournalError`` when the store cannot be read.
    public func changes(
        since: CivilDate,
        until: CivilDate? = nil,
        audience: Audience
    ) async throws -> [EditionChange] {
        let entries = try await entries()
        func edition(_ date: CivilDate) async -> Edition {
            Edition(
                of: await Record.foldingInTurns(entries, in: library.rooms, asOf: date),
                committee: id.rawValue,
                name: name,
                asOf: date,
                audience: audience
            )
        }
        let schemes = library.plugins.contributions.schemes
        let earlier = await edition(since).wordingStatuses(by: schemes)
        let later = await edition(until ?? library.today()).wordingStatuses(by: schemes)
        return later.changes(since: earlier)
    }
}
