// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Rooms {
    /// The rooms of the library, in the order in which their parts stand in exports.
    public static let standard = Rooms([
        CommitteeRoom(),
        PlansRoom(),
        RisksRoom(),
        ImportsRoom(),
        MeetingsRoom(),
        RemindingRoom(),
        RoundsRoom(),
        DocumentsRoom(),
        LearningReviewsRoom(),
        FiguresRoom(),
        QualityRoom(),
        VoiceRoom(),
        ProgrammesRoom(),
    ])
}

extension Record {
    /// Folds entries into the record that they make in the library's own rooms.
    ///
    /// - Parameters:
    ///   - entries: The entries of one journal, in sequence.
    ///   - date: The date on which the record was true; nil for all that is recorded.
    ///   - instant: The instant by which it was known; nil for all that is known.
    /// - Returns: The record.
    /// - Complexity: O(*n* log *n*) in the number of entries.
    public static func folding(
        _ entries: some Sequence<Entry>,
        asOf date: CivilDate? = nil,
        knownAt instant: RecordedInstant? = nil
    ) -> Record {
        folding(entries, in: .standard, asOf: date, knownAt: instant)
    }

    /// Checks entries against the history that they would join, in the library's own rooms.
    ///
    /// - Parameters:
    ///   - drafts: The entries to be appended.
    ///   - history: The entries of the journal so far.
    /// - Returns: What would be wrong, empty when the entries may be appended.
    /// - Complexity: O(*n* log *n*) in the number of entries.
    public static func problems(appending drafts: [EntryDraft], to history: [Entry])
        -> [RecordProblem]
    {
        problems(appending: drafts, to: history, in: .standard)
    }
}

extension Change {
    /// Reads the typed view of an entry, as the library's own rooms know it.
    ///
    /// It is nil when no room knows the kind or can read the payload; such an entry is kept and
    /// counted. ``Rooms/change(subject:kind:payload:)`` says what is wrong.
    ///
    /// - Parameters:
    ///   - subject: The entry's subject.
    ///   - kind: The entry's kind.
    ///   - payload: The entry's payload, with its erasable texts put back.
    public init?(subject: SubjectReference, kind: EntryKind, payload: JSONValue) {
        let change = try? Rooms.standard.change(subject: subject, kind: kind, payload: payload)
        guard let change else { return nil }
        self = change
    }
}

extension ChangeFile {
    /// Reads a file of changes about what the library's own rooms know.
    ///
    /// - Parameters:
    ///   - bytes: The file, in UTF-8.
    ///   - source: The name of the file, for messages.
    ///   - timescales: The reader that says what timescales mean.
    ///   - glossary: The names of leads, to split leads that are written as one text.
    /// - Throws: `JSONError` with the line of the first mistake.
    /// - Complexity: O(*n*) in the number of bytes.
    public init(
        reading bytes: [UInt8],
        source: String,
        timescales: TimescaleReader = TimescaleReader(),
        glossary: LeadGlossary? = nil
    ) throws(JSONError) {
        try self.init(
            reading: bytes,
            source: source,
            timescales: timescales,
            glossary: glossary,
            rooms: .standard
        )
    }
}

extension RecordExport {
    /// Returns the export as JSON, with the state as the library's own rooms keep it.
    ///
    /// - Parameter day: The day whose state is written beside the entries; no state when nil.
    /// - Returns: The JSON.
    /// - Complexity: O(*n* log *n*) in the number of entries.
    public func json(asOf day: CivilDate? = nil) -> JSONValue { json(asOf: day, in: .standard) }
}
