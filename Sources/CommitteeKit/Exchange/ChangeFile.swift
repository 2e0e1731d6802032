// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Changes that a person or another system wrote in a file: what `committee record` reads.
///
/// The file is strict JSON. One object of `changes` names one thing (an action, a plan, an entry
/// that is wrong) and says anything about it; each becomes entries that set whole aspects.
///
/// ```json
/// {
///   "by": "CPC Lead Officer",
///   "effective": "2026-10-31",
///   "plan": "plan-2023-2026",
///   "changes": [
///     { "action": "2.1", "progress": "Module piloted in two schools.", "status": "G" },
///     { "action": "2.2", "completedBy": "2026-10-31" }
///   ]
/// }
/// ```
///
/// Reading needs no journal. ``drafts(in:entries:subjects:)`` then finds what the changes speak of
/// and makes the entries, all of them or none. `Documentation/FILES.md` describes every member.
public struct ChangeFile: Sendable {
    /// The name of the file, for messages.
    public let source: String
    /// Who records the changes, unless one of them says otherwise.
    public let by: String
    /// The day on which the changes take effect, unless one of them says otherwise.
    public let effective: CivilDate
    /// Why, unless one of the changes says otherwise.
    public let reason: String?
    /// The key under which a retry is recognised; pass it to the store with the entries.
    public let idempotencyKey: String?
    /// The changes, in order; at least one.
    public let changes: [RequestedChange]
    /// What was read but is doubtful, such as a timescale that is not sure.
    public let doubts: [Finding]
    /// The rooms that said what can be written.
    let rooms: Rooms

    /// Reads a file of changes.
    ///
    /// - Parameters:
    ///   - bytes: The file, in UTF-8.
    ///   - source: The name of the file, for messages.
    ///   - timescales: The reader that says what timescales mean.
    ///   - glossary: The names of leads, to split leads that are written as one text.
    ///   - rooms: The rooms that say what can be written, and how.
    /// - Throws: `JSONError` with the line of the first mistake.
    /// - Complexity: O(*n*) in the number of bytes.
    public init(
        reading bytes: [UInt8],
        source: String,
        timescales: TimescaleReader = TimescaleReader(),
        glossary: LeadGlossary? = nil,
        rooms: Rooms
    ) throws(JSONError) {
        let node = try JSONReader.read(bytes, source: source)
        let fields = try JSONFields(
            node,
            in: source,
            known: [
                "$schema", "by", "effective", "reason", "idempotencyKey", "plan", "changes",
            ]
        )
        let reader = ChangeReader(
            plan: try fields.optional("plan", as: .name),
            timescales: timescales,
            glossary: glossary,
            rooms: rooms
        )
        self.source = source
        self.rooms = rooms
        by = try fields.required("by", as: .name)
        effective = try fields.required("effective", as: .date)
        reason = try fields.optional("reason", as: .name)
        idempotencyKey = try fields.optional("idempotencyKey", as: .name)
        changes = try fields.required("changes", as: .list(of: reader.change))
        guard !changes.isEmpty else {
            throw fields.error("“changes” is empty. Give at least one change.", at: "changes")
        }
        doubts = changes.flatMap(\.doubts)
    }

    /// The other systems' names that the changes use, to be looked up in the store.
    public var externalReferences: [ExternalReference] {
        var found: [ExternalReference] = []
        for case .external(let reference) in changes.map(\.target) where !found.contains(reference)
        {
            found.append(reference)
        }
        return found
    }
}
