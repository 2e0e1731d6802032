// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What one room tells another of a subject: that it is there, what it is called, who may know of it.
///
/// It is the one door between rooms. A room asks it of a ``FoldDoor`` while a journal is folded, and
/// of an ``Edition`` later.
public struct SubjectCard: Hashable, Sendable {
    /// The subject.
    public var subject: SubjectReference
    /// What it is called.
    public var name: String
    /// The widest audience that may know of it.
    public var audience: Audience
    /// The last day on which it is on time, when it has one.
    public var due: CivilDate?

    /// Creates a card.
    ///
    /// - Parameters:
    ///   - subject: The subject.
    ///   - name: What it is called.
    ///   - audience: The widest audience that may know of it.
    ///   - due: The last day on which it is on time.
    public init(
        _ subject: SubjectReference,
        name: String,
        audience: Audience = .public,
        due: CivilDate? = nil
    ) {
        self.subject = subject
        self.name = name
        self.audience = audience
        self.due = due
    }
}
