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
public struct ChangeFile: Hashable, Sendable {
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

    /// Reads a file of changes.
    ///
    /// - Parameters:
    ///   - bytes: The file, in UTF-8.
    ///   - source: The name of the file, for messages.
    ///   - timescales: The reader that says what timescales mean.
    ///   - glossary: The names of leads, to split leads that are written as one text.
    /// - Throws: ``JSONError`` with the line of the first mistake.
    /// - Complexity: O(*n*) in the number of bytes.
    public init(
        reading bytes: [UInt8], source: String, timescales: TimescaleReader = TimescaleReader(),
        glossary: LeadGlossary? = nil
    ) throws(JSONError) {
        let node = try JSONReader.read(bytes, source: source)
        let fields = try JSONFields(
            node, in: source,
            known: [
                "$schema", "by", "effective", "reason", "idempotencyKey", "plan", "changes",
            ])
        let reader = ChangeReader(
            plan: try fields.optional("plan", as: ChangeReader.name), timescales: timescales,
            glossary: glossary)
        self.source = source
        by = try fields.required("by", as: ChangeReader.name)
        effective = try fields.required("effective", as: .date)
        reason = try fields.optional("reason", as: ChangeReader.name)
        idempotencyKey = try fields.optional("idempotencyKey", as: ChangeReader.name)
        changes = try fields.required("changes", as: .list(of: reader.change))
        guard !changes.isEmpty else {
            throw fields.error("“changes” is empty. Give at least one change.", at: "changes")
        }
        doubts = changes.flatMap(\.doubts)
    }

    /// The other systems' names that the changes use, to be looked up in the store.
    public var externalReferences: [ExternalReference] {
        var found: [ExternalReference] = []
        for case .external(let reference) in changes.map(\.target) where !found.contains(reference) {
            found.append(reference)
        }
        return found
    }
}

/// One object of a file of changes: what it is about, and what it says.
public struct RequestedChange: Hashable, Sendable {
    /// What a change is about.
    public enum Target: Hashable, Sendable {
        /// A plan as a whole.
        case plan(String)
        /// An action of a plan, or another item of it.
        case action(String, plan: String)
        /// What another system calls by a name of its own.
        case external(ExternalReference)
        /// An entry that said something wrong.
        case correct(Int)
        /// An entry that should not count at all.
        case void(Int)
        /// Anything, by an entry of an open kind.
        case entry(SubjectReference)
    }

    /// One thing that a change says.
    public enum Aspect: Hashable, Sendable {
        /// A fact; on a day of its own when it has one, which may only be the latest possible.
        case fact(Change.Fact, on: DateBound?)
        /// Progress; its date and audience are those of the change unless given.
        case progress(Prose, asAt: CivilDate?, audience: Audience?)
        /// A remark, added to those that the item has.
        case note(Prose)
        /// The item itself, which is new.
        case added(NewItem)
        /// Another system's name for the subject.
        case externalID(ExternalReference)
        /// A payload of an open kind.
        case payload(EntryKind?, version: Int, JSONValue)
    }

    /// The place of a new item, as it is written.
    public struct NewItem: Hashable, Sendable {
        /// The level, as its name or its number counted from 1; the deepest when nil.
        public var level: JSONValue?
        /// The part of the plan.
        public var list: PlanList
        /// The item above, if any.
        public var under: String?
        /// The item after which it stands; the end of its group when nil.
        public var after: String?
        /// The printed number; nil for none.
        public var number: String?
        /// What the item says.
        public var text: Prose
    }

    /// What the change is about.
    public let target: Target
    /// What it says, in the order in which it is recorded, each with its name in the file.
    public let aspects: [NamedAspect]
    /// The day on which it takes effect, when it has one of its own.
    public let effective: CivilDate?
    /// Who records it, when that is somebody else than for the rest.
    public let by: String?
    /// Why, when it has a reason of its own.
    public let reason: String?
    /// Where it stands in the file.
    public let node: JSONNode
    /// Where it stands in the file, in words.
    public let place: JSONPlace
    /// What was read but is doubtful.
    public let doubts: [Finding]

    /// One thing that a change says, with the name under which it stands in the file.
    public struct NamedAspect: Hashable, Sendable {
        /// The name in the file.
        public let name: String
        /// What is said.
        public let aspect: Aspect
    }

    func error(_ message: String) -> JSONError { place.error(message, at: node) }
}
