// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The days on which a body meets: a cadence with exceptions.
///
/// A series plans; it says nothing of what a meeting decides. One body has one series.
///
/// ```swift
/// var meetings = try Cadence(every: Period(1, .quarters), from: CivilDate(2026, 3, 12))
/// meetings.moved[CivilDate(2026, 12, 12)] = CivilDate(2026, 12, 10)
/// let series = MeetingSeries(body: "cog", name: "Chief Officers' Group", cadence: meetings)
/// series.next(onOrAfter: CivilDate(2026, 10, 1))  // 2026-12-10
/// ```
public struct MeetingSeries: Hashable, Sendable {
    /// The body, by its identifier in the committee's profile.
    public var body: String
    /// What the body is called.
    public var name: String
    /// The days.
    public var cadence: Cadence

    /// Creates a series.
    ///
    /// - Parameters:
    ///   - body: The body, by its identifier in the committee's profile.
    ///   - name: What the body is called.
    ///   - cadence: The days.
    public init(body: String, name: String, cadence: Cadence) {
        self.body = body
        self.name = name
        self.cadence = cadence
    }

    /// Returns the days of meeting in a span, in order.
    ///
    /// - Parameters:
    ///   - span: The days to look at.
    ///   - limit: The most days to return; the earliest ones are kept.
    /// - Returns: The days.
    /// - Complexity: O(*n*) in the days returned and in the exceptions.
    public func dates(in span: CivilSpan, limit: Int = 1000) -> [CivilDate] {
        cadence.occurrences(in: span, limit: limit)
    }

    /// Returns the day for which a meeting was planned, by which it is known for ever.
    ///
    /// - Parameter day: The day on which it is held.
    /// - Returns: The planned day; the same one, unless the meeting was moved.
    /// - Complexity: O(*n*) in the exceptions.
    public func planned(for day: CivilDate) -> CivilDate {
        let moved = cadence.moved.filter { $0.value == day && !cadence.cancelled.contains($0.key) }
        return moved.map(\.key).min() ?? day
    }

    /// Returns the first meeting on a day or after it.
    ///
    /// - Parameter day: The day.
    /// - Returns: The meeting's day, or nil when none is planned.
    /// - Complexity: O(*n*) in the exceptions.
    public func next(onOrAfter day: CivilDate) -> CivilDate? {
        dates(in: CivilSpan(day...), limit: 1).first
    }
}

extension SubjectReference {
    /// Names the meetings of a body.
    ///
    /// - Parameter body: The body's identifier.
    /// - Returns: The reference.
    public static func meetings(of body: String) -> SubjectReference {
        SubjectReference(kind: "meetings", id: body)
    }

    /// Names one meeting of a body.
    ///
    /// - Parameters:
    ///   - body: The body's identifier.
    ///   - day: The day for which the meeting was planned, also when it was moved since.
    /// - Returns: The reference.
    public static func meeting(of body: String, on day: CivilDate) -> SubjectReference {
        SubjectReference(kind: "meeting", id: "\(body)#\(day)")
    }
}
