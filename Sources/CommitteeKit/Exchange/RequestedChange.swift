// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One object of a file of changes: what it is about, and what it says.
public struct RequestedChange: Hashable, Sendable {
    /// What a change is about.
    @nonexhaustive
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

    /// What the change is about.
    public let target: Target
    /// The member by which a room's own target is named, such as `risk`; nil for any other.
    let targetName: String?
    /// Whose entry is corrected, where the change says it: `risk` beside `correct`.
    let about: SubjectReference?
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

    func error(_ message: String) -> JSONError { place.error(message, at: node) }
}
