// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A day on which a body meets: a meeting that was called, or one that is only planned.
public struct MeetingDay: Hashable, Sendable {
    /// The meeting as people write it, such as `cpc/2023-12-05`.
    public var reference: String
    /// What the body is called.
    public var bodyName: String
    /// The day.
    public var day: CivilDate
    /// The meeting, when it was called.
    public var meeting: Meeting?

    /// How the day stands: `planned`, `called`, `held` or `cancelled`, with the state of the minute.
    ///
    /// - Parameter today: The day from which one looks.
    /// - Returns: The words.
    public func state(on today: CivilDate) -> String {
        guard let meeting else { return "planned" }
        if meeting.isCancelled { return "cancelled" }
        if let minute = meeting.minute { return "held; minute \(minute.state.rawValue)" }
        return meeting.day < today ? "held; no minute" : "called"
    }

    /// The day for programs.
    public var json: JSONValue {
        guard let meeting else {
            return [
                "meeting": .string(reference), "name": .string(bodyName), "date": .date(day),
                "called": false,
            ]
        }
        var members = meeting.exported
        members["called"] = true
        return .object(members)
    }
}

extension Edition {
    /// How many days ahead the list of meetings looks at what is only planned.
    public static let meetingHorizon = 400

    /// Returns the days on which bodies meet: every meeting that was called, and what is planned after the
    /// edition's date.
    ///
    /// - Parameter body: The body, by its identifier; all of them when nil.
    /// - Returns: The days, in order.
    /// - Complexity: O(*n* log *n*) in the number of days.
    public func meetingDays(of body: String? = nil) -> [MeetingDay] {
        let finder = MeetingFinder(self)
        let called = calledMeetings.filter { body == nil || $0.body == body }
        let known = Set(called.map(\.id))
        let days = called.map {
            MeetingDay(
                reference: $0.reference,
                bodyName: $0.bodyName,
                day: $0.day,
                meeting: $0
            )
        }
        let span = CivilSpan(asOf...(asOf + Self.meetingHorizon))
        let planned = meetings.filter { body == nil || $0.body == body }.flatMap { series in
            series.dates(in: span).compactMap { day -> MeetingDay? in
                let planned = series.planned(for: day)
                let subject = SubjectReference.meeting(of: series.body, on: planned)
                guard !known.contains(subject.id),
                    !called.contains(where: { $0.body == series.body && $0.day == day })
                else { return nil }
                return MeetingDay(
                    reference: "\(series.body)/\(planned)",
                    bodyName: finder.bodyName(series.body),
                    day: day
                )
            }
        }
        return (days + planned).sorted { ($0.day, $0.reference) < ($1.day, $1.reference) }
    }

    /// Returns a meeting as the audience of the edition may see it.
    ///
    /// - Parameter meeting: The meeting, of another edition or of a record.
    /// - Returns: The meeting.
    /// - Throws: ``LibraryError`` when the edition has no such meeting.
    public func meeting(_ meeting: Meeting) throws(LibraryError) -> Meeting {
        if let found = calledMeetings.first(where: { $0.id == meeting.id }) { return found }
        throw LibraryError(.notFound, "The meeting \(meeting.reference) was not called on \(asOf).")
    }
}

extension Meeting {
    /// The meeting with all that is in it, as exports and programs have it.
    public var exported: JSONObject {
        JSONObject(
            Self.table.jsonMembers.lazy.map { ($0.name, $0.value([self], 0)) }
                .filter { !$0.1.isNull }
        )
    }
}

extension CommitteeDecision {
    /// The decision as exports and programs have it.
    public var json: JSONValue {
        .object(
            JSONObject(
                Self.table.jsonMembers.lazy.map { ($0.name, $0.value([self], 0)) }
                    .filter { !$0.1.isNull }
            )
        )
    }
}

extension Committee {
    /// Finds what words such as `plan 2.3` or `risk R4` are about.
    ///
    /// - Parameters:
    ///   - words: The words.
    ///   - day: The day; the host's today when nil.
    /// - Returns: The subjects.
    /// - Throws: ``LibraryError`` that says what is not there.
    public func links(
        _ words: [String],
        on day: CivilDate? = nil
    ) async throws -> [SubjectReference] {
        guard !words.isEmpty else { return [] }
        let day = day ?? library.today()
        let record = await Record.foldingInTurns(try await entries(), in: library.rooms, asOf: day)
        let context = MeetingFinder(record, today: day)
            .context(for: Meeting(body: "", planned: day))
        var links: [SubjectReference] = []
        for part in words {
            guard let found = context.links(part) else {
                throw LibraryError(
                    .refused,
                    "“\(part)” is nothing that a decision is about. Write plan, risk or round with a "
                        + "number."
                )
            }
            if let problem = found.problem { throw LibraryError(.notFound, problem) }
            links += found.links
        }
        return links
    }
}
