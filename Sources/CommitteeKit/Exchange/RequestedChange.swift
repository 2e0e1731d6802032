// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

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
