// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Which entries made what a record says, and what each of them hung on.
///
/// ```swift
/// let entries = record.provenance.entries(of: .action("2.1", of: "plan-2026"))
/// entries.last { $0.kind == "action.text-set" }?.sequence    // the entry that set the text
/// ```
public struct Provenance: Hashable, Sendable {
    /// One entry that the record took in.
    public struct Origin: Hashable, Sendable {
        /// The sequence of the entry.
        public var sequence: Int
        /// What it is about.
        public var subject: SubjectReference
        /// Its kind.
        public var kind: EntryKind
        /// The part of the subject of which it speaks, such as the name of a local column; nil when
        /// the subject has only one.
        public var part: String?
    }

    /// The entries that the record took in, in the order in which they count.
    public private(set) var origins: [Origin] = []
    private var dependencies: [Int: [SubjectReference]] = [:]

    /// Creates the provenance of a record of nothing.
    public init() {}

    mutating func note(_ step: FoldStep, part: String?, asked: [SubjectReference]) {
        origins.append(
            Origin(sequence: step.sequence, subject: step.subject, kind: step.kind, part: part)
        )
        if !asked.isEmpty { dependencies[step.sequence] = asked }
    }

    /// Returns the entries about a subject, in the order in which they count.
    ///
    /// - Parameter subject: The subject.
    /// - Returns: The entries.
    /// - Complexity: O(*n*) in the number of entries.
    public func entries(of subject: SubjectReference) -> [Origin] {
        origins.filter { $0.subject == subject }
    }

    /// Returns the entry that gave a field of a subject its value.
    ///
    /// - Parameters:
    ///   - kind: The kind of entry that sets the field.
    ///   - subject: The subject.
    ///   - part: The part of the subject, where it has several.
    /// - Returns: The entry's sequence, or nil when no entry of that kind set it: the text of an item,
    ///   for one, comes with the entry that adds the item.
    /// - Complexity: O(*n*) in the number of entries.
    public func entry(
        setting kind: EntryKind,
        of subject: SubjectReference,
        part: String? = nil
    ) -> Int? {
        origins.last { $0.subject == subject && $0.kind == kind && $0.part == part }?.sequence
    }

    /// Returns the subjects of other rooms that the fold looked at when it took an entry in.
    ///
    /// - Parameter sequence: The sequence of the entry.
    /// - Returns: The subjects, in the order in which they were asked about.
    public func dependencies(of sequence: Int) -> [SubjectReference] {
        dependencies[sequence] ?? []
    }
}
