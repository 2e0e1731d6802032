// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One difference between two editions, said in words.
public struct EditionChange: Hashable, Sendable {
    /// What the change is about, such as an action or a risk.
    public var subject: SubjectReference
    /// What the subject is part of, such as its plan or its register; nil when it stands alone.
    public var within: SubjectReference?
    /// What sort of change it is, such as `completed`.
    public var kind: String
    /// The change in words.
    public var sentence: String

    /// Creates a change.
    ///
    /// - Parameters:
    ///   - subject: What the change is about.
    ///   - within: What the subject is part of.
    ///   - kind: What sort of change it is.
    ///   - sentence: The change in words.
    public init(
        _ subject: SubjectReference,
        within: SubjectReference? = nil,
        kind: String,
        sentence: String
    ) {
        self.subject = subject
        self.within = within
        self.kind = kind
        self.sentence = sentence
    }
}
