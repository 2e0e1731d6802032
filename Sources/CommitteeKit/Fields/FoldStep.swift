// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One entry as it counts in a fold, after corrections.
public struct FoldStep: Sendable {
    /// The sequence of the entry.
    public var sequence: Int
    /// What it is about.
    public var subject: SubjectReference
    /// Its kind.
    public var kind: EntryKind
    /// The version of its payload.
    public var version: Int
    /// What it holds, with its erasable texts in their places.
    public var payload: JSONValue
    /// The day on which it takes effect.
    public var effective: CivilDate
    /// Whether it is only known to have happened by that day.
    public var isBound: Bool
    /// Who recorded it.
    public var by: String
    /// Why, when somebody said so.
    public var reason: String?
    /// When it was recorded.
    public var recordedAt: RecordedInstant
    /// The sequence of the entry that says how it reads: that of its last correction, else its own.
    ///
    /// What was agreed about a text holds only for the text as it read then, whatever day a later entry names.
    public var readsSince: Int

    /// Creates a step.
    ///
    /// - Parameters:
    ///   - sequence: The sequence of the entry.
    ///   - subject: What it is about.
    ///   - kind: Its kind.
    ///   - version: The version of its payload.
    ///   - payload: What it holds.
    ///   - effective: The day on which it takes effect.
    ///   - isBound: Whether it is only known to have happened by that day.
    ///   - by: Who recorded it.
    ///   - reason: Why.
    ///   - recordedAt: When it was recorded.
    ///   - readsSince: The sequence of the entry that says how it reads; its own when nil.
    public init(
        sequence: Int,
        subject: SubjectReference,
        kind: EntryKind,
        version: Int = 1,
        payload: JSONValue,
        effective: CivilDate,
        isBound: Bool = false,
        by: String,
        reason: String? = nil,
        recordedAt: RecordedInstant = RecordedInstant(milliseconds: .max),
        readsSince: Int? = nil
    ) {
        self.sequence = sequence
        self.subject = subject
        self.kind = kind
        self.version = version
        self.payload = payload
        self.effective = effective
        self.isBound = isBound
        self.by = by
        self.reason = reason
        self.recordedAt = recordedAt
        self.readsSince = readsSince ?? sequence
    }

    /// Whether it was recorded before the day on which it takes effect, and so tells of what was to come.
    ///
    /// Such an entry says nothing of an earlier day: on that day nobody knew what would come of it.
    var isForecast: Bool {
        let (days, rest) = recordedAt.milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
        return effective.dayNumber > days - (rest < 0 ? 1 : 0)
    }
}
