// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One committee of a store, through which its record is changed and read.
public struct Committee: Sendable {
    /// The committee's identifier.
    public let id: CommitteeID
    /// The committee's name.
    public let name: String
    let library: CommitteeLibrary

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
    ///   - audience: The audience; the committee when left out.
    /// - Returns: The edition.
    /// - Throws: ``JournalError`` when the store cannot be read.
    /// - Complexity: O(*n* log *n*) in the number of entries.
    public func edition(
        asOf date: CivilDate? = nil,
        knownAt instant: RecordedInstant? = nil,
        audience: Audience = .committee
    ) async throws -> Edition {
        let date = date ?? library.today()
        let record = Record.folding(
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
    ///   - key: A key by which a retry is known, so that it records nothing twice.
    /// - Returns: What was appended.
    /// - Throws: ``LibraryError`` when a change cannot be, ``JournalError`` when the store
    ///   cannot take it.
    @discardableResult
    public func record(
        _ request: ChangeRequest,
        effective date: CivilDate? = nil,
        by: String,
        reason: String? = nil,
        idempotencyKey key: String? = nil
    ) async throws -> AppendReceipt {
        let subject = try await subject(of: request.target)
        let drafts = request.facts.map { fact in
            Change(subject, fact).draft(
                effective: date ?? library.today(),
                isBound: request.isBound,
                by: by,
                reason: reason
            )
        }
        return try await append(drafts, idempotencyKey: key)
    }

    /// Appends entries after checking them against the history, all or nothing.
    ///
    /// - Parameters:
    ///   - drafts: The entries.
    ///   - key: A key by which a retry is known.
    /// - Returns: What was appended.
    /// - Throws: ``LibraryError`` when a change cannot be, ``JournalError`` when the store
    ///   cannot take it.
    @discardableResult
    public func append(
        _ drafts: [EntryDraft],
        idempotencyKey key: String? = nil
    ) async throws -> AppendReceipt {
        try await append(drafts, to: try await entries(), idempotencyKey: key)
    }

    /// Appends entries to a history that was read, unless something has been recorded since.
    func append(
        _ drafts: [EntryDraft],
        to history: [Entry],
        idempotencyKey key: String?
    ) async throws -> AppendReceipt {
        let isRetry = key != nil && history.contains { $0.idempotencyKey == key }
        if !isRetry { try check(drafts, against: history) }
        return try await library.store.append(
            drafts,
            to: id,
            expecting: isRetry ? nil : history.last?.sequence ?? 0,
            idempotencyKey: key
        )
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
        audience: Audience = .committee
    ) async throws -> [EditionChange] {
        let entries = try await entries()
        func edition(_ date: CivilDate) -> Edition {
            Edition(
                of: Record.folding(entries, in: library.rooms, asOf: date),
                committee: id.rawValue,
                name: name,
                asOf: date,
                audience: audience
            )
        }
        let schemes = library.plugins.contributions.schemes
        let earlier = edition(since).wordingStatuses(by: schemes)
        return edition(until ?? library.today()).wordingStatuses(by: schemes).changes(since: earlier)
    }
}
