// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What came of a sheet that was given to a meeting.
public struct MeetingSheetOutcome: Sendable {
    /// The meeting as it stands then.
    public var meeting: Meeting
    /// What is doubtful and was not accepted; nothing was recorded while there is any.
    public var doubts: [MeetingSheetDoubt]
    /// What the reader may want to know.
    public var notes: [Finding]
    /// The lines outside the sheet: shown and counted, never kept.
    public var outside: [Finding]
    /// Whether anything was recorded; a sheet that says what is recorded already records nothing.
    public var isRecorded: Bool
    /// The codes of decisions and actions that had none, by the numbers of their lines.
    public var codes: [Int: String] = [:]
}

extension Committee {
    /// Writes the sheet of a meeting, filled in as far as anything is known.
    ///
    /// - Parameters:
    ///   - sheet: Which of its sheets.
    ///   - name: The meeting, such as `cpc/2023-12-05`, `next` or `last`.
    ///   - day: The day on which it is written; the host's today when nil.
    /// - Returns: The sheet.
    /// - Throws: ``LibraryError`` when there is no such meeting; ``JournalError`` when the store cannot be
    ///   read.
    public func text(
        of sheet: MeetingSheet,
        for name: String,
        on day: CivilDate? = nil
    ) async throws -> String {
        let (meeting, finder) = try await meeting(name, on: day)
        switch sheet {
        case .agenda:
            let items =
                meeting.agenda.isEmpty ? finder.standingAgenda(for: meeting) : meeting.agenda
            return AgendaSheet.text(of: items, for: meeting)
        case .attendance:
            let seats = finder.seats(of: meeting.body, on: meeting.day)
            return AttendanceSheet.text(
                of: AttendanceSheet.prefilled(for: meeting, seats),
                for: meeting
            )
        case .minute:
            return MinuteSheet.text(of: meeting.minute, for: meeting, finder.context(for: meeting))
        }
    }

    /// Records the sheet of a meeting that came back; all of it, or nothing while anything is doubtful.
    ///
    /// The same sheet given twice records once.
    ///
    /// ```swift
    /// let outcome = try await committee.receive(.agenda, text, for: "next", by: "coordinator")
    /// for doubt in outcome.doubts { print(doubt.finding.placeInWords, doubt.finding.message) }
    /// ```
    ///
    /// - Parameters:
    ///   - sheet: Which of its sheets.
    ///   - text: The sheet.
    ///   - name: The meeting, such as `cpc/2023-12-05`, `next` or `last`.
    ///   - references: The doubts that somebody accepted, such as `sheet:12`.
    ///   - effective: The day; the host's today when nil.
    ///   - by: Who records it.
    /// - Returns: What came of it.
    /// - Throws: ``LibraryError`` when the meeting refuses it; ``JournalError`` when the store cannot take
    ///   it.
    public func receive(
        _ sheet: MeetingSheet,
        _ text: String,
        for name: String,
        accepting references: [String] = [],
        effective: CivilDate? = nil,
        by: String
    ) async throws -> MeetingSheetOutcome {
        try Self.checkSize(of: Array(text.utf8), named: "The \(sheet.rawValue)")
        var outcome: MeetingSheetOutcome?
        let meeting = try await recordInMeeting(name, effective: effective, by: by) {
            meeting,
            _,
            finder in
            let context = finder.context(for: meeting)
            let read = sheet.read(text, of: meeting, context, accepting: references)
            outcome = read.outcome
            return read.fact.map { [Change(meeting.subject, $0)] } ?? []
        }
        guard var outcome else {
            throw LibraryError(.unreadable, "The sheet was not read. Give it again.")
        }
        outcome.meeting = meeting
        return outcome
    }
}

/// The sheets of a meeting.
public enum MeetingSheet: String, Hashable, Sendable, CaseIterable {
    /// Its agenda.
    case agenda
    /// Who was there.
    case attendance
    /// Its minute.
    case minute

    /// Writes into a sheet what recording it gave back: the codes of decisions and actions, and the number
    /// of the draft that the sheet now says.
    ///
    /// Two people who work on two copies are told by that number that somebody was faster.
    ///
    /// - Parameters:
    ///   - text: The sheet as it was read.
    ///   - outcome: What came of it.
    /// - Returns: The sheet; unchanged when nothing was recorded.
    public func text(_ text: String, after outcome: MeetingSheetOutcome) -> String {
        guard outcome.isRecorded else { return text }
        let coded = self == .minute ? MinuteSheet.text(text, with: outcome.codes) : text
        let revision =
            switch self {
            case .agenda: outcome.meeting.agendaRevision
            case .attendance: outcome.meeting.attendanceRevision
            case .minute: outcome.meeting.minuteRevision
            }
        return MeetingSheetText.text(coded, with: revision, keyword: keyword)
    }

    /// The word with which the sheet begins.
    public var keyword: String {
        switch self {
        case .agenda: AgendaSheet.keyword
        case .attendance: AttendanceSheet.keyword
        case .minute: MinuteSheet.keyword
        }
    }

    /// Reads a sheet, and makes the fact of it when nothing is doubtful and anything is new.
    fileprivate func read(
        _ text: String,
        of meeting: Meeting,
        _ context: MeetingSheetContext,
        accepting references: [String]
    ) -> (outcome: MeetingSheetOutcome, fact: Change.Fact?) {
        switch self {
        case .agenda:
            let reading = AgendaSheet.read(text, of: meeting, context)
            let outcome = reading.outcome(of: meeting, accepting: references) {
                $0 != meeting.agenda
            }
            return (outcome, outcome.isRecorded ? .agendaSet(reading.value) : nil)
        case .attendance:
            let reading = AttendanceSheet.read(text, of: meeting, context)
            let outcome = reading.outcome(of: meeting, accepting: references) {
                $0 != meeting.attendance
            }
            return (outcome, outcome.isRecorded ? .attendanceSet(reading.value) : nil)
        case .minute:
            let reading = MinuteSheet.read(text, of: meeting, context)
            var outcome = reading.outcome(of: meeting, accepting: references) { read in
                // What a sheet cannot show, such as bold words, is no change.
                MinuteSheet.text(of: read.minute, for: meeting, context)
                    != MinuteSheet.text(of: meeting.minute, for: meeting, context)
            }
            if outcome.doubts.isEmpty { outcome.codes = reading.value.codes }
            return (outcome, outcome.isRecorded ? .minuteDrafted(reading.value.minute) : nil)
        }
    }
}

extension MeetingSheetReading {
    fileprivate func outcome(
        of meeting: Meeting,
        accepting references: [String],
        isNew: (Value) -> Bool
    ) -> MeetingSheetOutcome {
        let open = open(accepting: references)
        return MeetingSheetOutcome(
            meeting: meeting,
            doubts: open,
            notes: notes,
            outside: outside,
            isRecorded: open.isEmpty && isNew(value)
        )
    }
}

// MARK: Decisions and actions

extension Committee {
    /// Records a decision that a body took between its meetings.
    ///
    /// - Parameters:
    ///   - body: The body, by its identifier or one of its names.
    ///   - decision: What was decided.
    ///   - effective: The day on which it was decided; the host's today when nil.
    ///   - by: Who records it.
    /// - Returns: The decision, with its number.
    /// - Throws: ``LibraryError`` when there is no such body; ``JournalError`` when the store cannot take it.
    @discardableResult
    public func decide(
        _ body: String,
        _ decision: DecisionTaking,
        effective: CivilDate? = nil,
        by: String
    ) async throws -> CommitteeDecision {
        var subject = SubjectReference.committee
        let record = try await recordInMeetings(effective, by: by) { record, finder in
            let id = try finder.body(body)
            let last = record.committeeDecisions.filter { $0.body == id }.map(\.number).max() ?? 0
            subject = .decision(last + 1, of: id)
            return [Change(subject, .decisionTaken(decision))]
        }
        guard let taken = record.committeeDecisions.first(where: { $0.id == subject.id }) else {
            throw LibraryError(
                .notFound,
                "The decision \(subject.id) is not there. Look at the journal."
            )
        }
        return taken
    }

    /// Records that a meeting ratified a decision that was taken before it.
    ///
    /// - Parameters:
    ///   - name: The decision, such as `cpc/C1`.
    ///   - meeting: The meeting, such as `cpc/2024-02-06`, perhaps with an item behind `#`.
    ///   - effective: The day; the host's today when nil.
    ///   - by: Who records it.
    /// - Returns: The decision.
    /// - Throws: ``LibraryError`` when there is no such decision; ``JournalError`` when the store cannot
    ///   take it.
    @discardableResult
    public func ratify(
        _ name: String,
        at meeting: String,
        effective: CivilDate? = nil,
        by: String
    ) async throws -> CommitteeDecision {
        var id = ""
        let record = try await recordInMeetings(effective, by: by) { record, finder in
            let decisions = record.committeeDecisions
            let ends = name.split(separator: "/", omittingEmptySubsequences: false)
            let body = ends.first.flatMap { try? finder.body(String($0)) }
            let reference =
                ends.count == 2 ? body.map { "\($0)/\(ends[1])" } ?? name : name
            guard let decision = decisions.first(where: { $0.reference == reference }) else {
                throw LibraryError(
                    .notFound,
                    "There is no decision “\(name)” between meetings. "
                        + (decisions.isEmpty
                            ? "None was recorded: committee decide."
                            : ClosestName.suggestion(for: name, in: decisions.map(\.reference)))
                )
            }
            id = decision.id
            let place = try finder.reference(meeting)
            return [
                Change(.decision(decision.number, of: decision.body), .decisionRatified(at: place))
            ]
        }
        guard let decision = record.committeeDecisions.first(where: { $0.id == id }) else {
            throw LibraryError(.notFound, "The decision \(name) is not there. Look at the journal.")
        }
        return decision
    }

    /// Records that an action of a meeting was done, or has more time.
    ///
    /// - Parameters:
    ///   - name: The action, such as `cpc/2023-12-05#5b`, `last#5b`, or `5b` where only one is open.
    ///   - until: The day until which it has time; nil when it was done.
    ///   - effective: The day; the host's today when nil.
    ///   - by: Who records it.
    ///   - reason: Why.
    /// - Returns: The meeting, and the code.
    /// - Throws: ``LibraryError`` when there is no such action; ``JournalError`` when the store cannot take
    ///   it.
    @discardableResult
    public func settleAction(
        _ name: String,
        until: CivilDate? = nil,
        effective: CivilDate? = nil,
        by: String,
        reason: String? = nil
    ) async throws -> (meeting: Meeting, code: String) {
        var found: (meeting: Meeting, code: String)?
        let record = try await recordInMeetings(effective, by: by, reason: reason) { _, finder in
            let action = try finder.action(name)
            found = action
            return [
                Change(
                    action.meeting.subject,
                    until.map { .minutedActionExtended(action.code, until: $0) }
                        ?? .minutedActionDone(action.code)
                )
            ]
        }
        guard let found,
            let meeting = record.calledMeetings.first(where: { $0.id == found.meeting.id })
        else { throw LibraryError(.notFound, "There is no action “\(name)”. Name it by its code.") }
        return (meeting, found.code)
    }
}

extension MeetingFinder {
    /// Returns a meeting as others cite it, with the item that stands behind `#`.
    ///
    /// - Parameter name: The meeting, such as `next` or `cpc/2024-02-06#3`.
    /// - Returns: The meeting with its body and planned day.
    /// - Throws: ``LibraryError`` when there is no such meeting.
    public func reference(_ name: String) throws(LibraryError) -> String {
        let ends = name.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let meeting = try meeting(String(ends[0]))
        guard ends.count > 1 else { return meeting.reference }
        let item = String(ends[1])
        guard meeting.item(item) != nil else {
            throw LibraryError(.notFound, meeting.unknownItem(item))
        }
        return "\(meeting.reference)#\(item)"
    }

    /// Finds an action of a meeting.
    ///
    /// - Parameter name: The action, such as `cpc/2023-12-05#5b`, `last#5b`, or its code alone where only
    ///   one open action has it.
    /// - Returns: The meeting and the code.
    /// - Throws: ``LibraryError`` when there is none, or several are meant.
    public func action(_ name: String) throws(LibraryError) -> (meeting: Meeting, code: String) {
        let ends = name.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        if ends.count == 2 {
            let meeting = try meeting(String(ends[0]))
            return (meeting, String(ends[1]))
        }
        let open = openActions
        let found = open.filter { $0.code == name }
        if let only = found.first, found.count == 1 { return only }
        guard found.isEmpty else {
            let names = found.map { "\($0.meeting.reference)#\(name)" }.joined(separator: ", ")
            throw LibraryError(
                .refused,
                "\(found.count) open actions are called \(name): \(names)."
            )
        }
        throw LibraryError(
            .notFound,
            "No open action is called “\(name)”. "
                + (open.isEmpty
                    ? "None is open."
                    : ClosestName.suggestion(for: name, in: open.map(\.code)))
        )
    }
}
