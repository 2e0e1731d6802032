// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Calls a meeting of a body.
    ///
    /// A day that the plan of the body's meetings does not have is added to it.
    ///
    /// ```swift
    /// let meeting = try await committee.callMeeting(
    ///     of: "cpc", on: CivilDate(2023, 12, 5), MeetingCall(bodyName: ""), by: "coordinator")
    /// ```
    ///
    /// - Parameters:
    ///   - body: The body, by its identifier or one of its names.
    ///   - planned: The day for which it is planned.
    ///   - call: When, where and how; an empty name of the body is filled in, and so is a quorum.
    ///   - effective: The day on which it is called; the host's today when nil.
    ///   - by: Who calls it.
    /// - Returns: The meeting.
    /// - Throws: ``LibraryError`` when there is no such body, or the meeting was called already;
    ///   ``JournalError`` when the store cannot take it.
    @discardableResult
    public func callMeeting(
        of body: String,
        on planned: CivilDate,
        _ call: MeetingCall,
        effective: CivilDate? = nil,
        by: String
    ) async throws -> Meeting {
        var subject = SubjectReference.committee
        let record = try await recordInMeetings(effective, by: by) { record, finder in
            let id = try finder.body(body)
            var call = call
            if call.bodyName.isEmpty { call.bodyName = finder.bodyName(id) }
            if call.quorum == nil { call.quorum = finder.quorum(of: id) }
            subject = .meeting(of: id, on: planned)
            return [Change(subject, .meetingCalled(call))]
                + record.planning(of: id) { cadence in
                    cadence.cancelled.remove(planned)
                    if !cadence.plans(planned) { cadence.added.insert(planned) }
                }
        }
        return try record.calledMeeting(subject)
    }

    /// Moves a meeting to another day, time or place.
    ///
    /// - Parameters:
    ///   - name: The meeting, such as `cpc/2023-12-05` or `next`.
    ///   - move: The day, the times and the place; what is left out stays.
    ///   - effective: The day on which that is recorded; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    /// - Returns: The meeting as it is now.
    /// - Throws: ``LibraryError`` when it cannot be moved; ``JournalError`` when the store cannot take it.
    @discardableResult
    public func moveMeeting(
        _ name: String,
        _ move: MeetingMove,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil
    ) async throws -> Meeting {
        try await recordInMeeting(name, effective: effective, by: by, reason: reason) {
            meeting,
            record,
            _ in
            let planning = record.planning(of: meeting.body) { cadence in
                guard move.to != meeting.day else { return }
                if cadence.plans(meeting.planned) {
                    cadence.moved[meeting.planned] = move.to == meeting.planned ? nil : move.to
                } else {
                    cadence.added.remove(meeting.day)
                    cadence.added.insert(move.to)
                }
            }
            return [Change(meeting.subject, .meetingMoved(move))] + planning
        }
    }

    /// Cancels a meeting.
    ///
    /// - Parameters:
    ///   - name: The meeting, such as `cpc/2023-12-05` or `next`.
    ///   - effective: The day on which that is recorded; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    /// - Returns: The meeting as it is now.
    /// - Throws: ``LibraryError`` when it cannot be cancelled; ``JournalError`` when the store cannot take
    ///   it.
    @discardableResult
    public func cancelMeeting(
        _ name: String,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil
    ) async throws -> Meeting {
        try await recordInMeeting(name, effective: effective, by: by, reason: reason) {
            meeting,
            record,
            _ in
            let planning = record.planning(of: meeting.body) { cadence in
                if cadence.plans(meeting.planned) {
                    cadence.cancelled.insert(meeting.planned)
                } else {
                    cadence.added.remove(meeting.day)
                }
            }
            return [Change(meeting.subject, .meetingCancelled)] + planning
        }
    }

    /// Returns a meeting as it stands on a day, with what finds others beside it.
    ///
    /// - Parameters:
    ///   - name: The meeting, such as `cpc/2023-12-05`, `next` or `last`.
    ///   - day: The day; the host's today when nil.
    /// - Returns: The meeting, and the finder of its record.
    /// - Throws: ``LibraryError`` when there is no such meeting; ``JournalError`` when the store cannot be
    ///   read.
    public func meeting(
        _ name: String,
        on day: CivilDate? = nil
    ) async throws -> (meeting: Meeting, finder: MeetingFinder) {
        let day = day ?? library.today()
        let record = await Record.foldingInTurns(try await entries(), in: library.rooms, asOf: day)
        let finder = MeetingFinder(record, today: day)
        return (try finder.meeting(name), finder)
    }

    // MARK: Recording

    /// Records what is worked out of a meeting as it stands; nothing when nothing is to be said.
    ///
    /// ```swift
    /// try await committee.recordInMeeting("last", by: "coordinator") { meeting, _, _ in
    ///     [Change(meeting.subject, .minuteCirculated)]
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - name: The meeting, such as `cpc/2023-12-05`, `next` or `last`.
    ///   - effective: The day; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    ///   - changes: Makes what is to be recorded.
    /// - Returns: The meeting as it stands then.
    /// - Throws: ``LibraryError`` when something cannot be; ``JournalError`` when the store cannot take it.
    @discardableResult
    public func recordInMeeting(
        _ name: String,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil,
        _ changes: (Meeting, Record, MeetingFinder) throws -> [Change]
    ) async throws -> Meeting {
        var subject = SubjectReference.committee
        let record = try await recordInMeetings(effective, by: by, reason: reason) {
            record,
            finder in
            let meeting = try finder.meeting(name)
            subject = meeting.subject
            return try changes(meeting, record, finder)
        }
        return try record.calledMeeting(subject)
    }

    /// Records changes that are worked out of the record, anew when somebody recorded in between.
    ///
    /// - Returns: The record as it stands then, on the day.
    func recordInMeetings(
        _ effective: CivilDate?,
        by: String,
        reason: String? = nil,
        _ changes: (Record, MeetingFinder) throws -> [Change]
    ) async throws -> Record {
        let day = effective ?? library.today()
        var entries = try await entries()
        let before = await Record.foldingInTurns(entries, in: library.rooms, asOf: day)
        let wanted = try changes(before, MeetingFinder(before, today: day))
        guard !wanted.isEmpty else { return before }
        let receipt = try await appendDecided(expecting: .untouched, idempotencyKey: nil) { seen in
            entries = seen
            let record = await Record.foldingInTurns(seen, in: library.rooms, asOf: day)
            let drafts = try changes(record, MeetingFinder(record, today: day)).map {
                $0.draft(effective: day, by: by, reason: reason)
            }
            try screen(drafts)
            return Decision(drafts: drafts, looksAtEverything: false)
        }
        return await Record.foldingInTurns(
            entries + receipt.entries,
            in: library.rooms,
            asOf: day
        )
    }
}

extension Meeting {
    /// The subject of the meeting's entries.
    public var subject: SubjectReference { .meeting(of: body, on: planned) }
}

extension Record {
    /// The meeting of a subject.
    fileprivate func calledMeeting(_ subject: SubjectReference) throws(LibraryError) -> Meeting {
        guard let meeting = calledMeetings.first(where: { $0.subject == subject }) else {
            throw LibraryError(
                .notFound,
                "The meeting \(subject.id) was not called. Call it first."
            )
        }
        return meeting
    }

    /// What changes in the plan of a body's meetings, when there is one and anything does.
    fileprivate func planning(
        of body: String,
        _ change: (inout Cadence) -> Void
    ) -> [Change] {
        guard var series = meetings.first(where: { $0.body == body }) else { return [] }
        let before = series
        change(&series.cadence)
        return series == before ? [] : [Change(.meetings(of: body), .meetingsSet(series))]
    }
}

extension Cadence {
    /// Whether the rule itself has a day, whatever was cancelled or moved.
    fileprivate func plans(_ day: CivilDate) -> Bool {
        var rule = self
        (rule.cancelled, rule.moved, rule.added) = ([], [:], [])
        return rule.occurrences(in: CivilSpan(day...day)).contains(day)
    }
}
