// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A text of the record that cites a figure.
public struct FigureCitation: Hashable, Sendable {
    /// What stands in braces; nil when it cannot be read.
    public var reference: FigureReference?
    /// The words between the braces.
    public var words: String
    /// The action or the meeting in which the text stands.
    public var subject: SubjectReference
    /// Where the text stands, in words such as `the evidence of action 1.2 of the plan “North plan”`.
    public var place: String
    /// The day on which the text was said, where that is known.
    public var on: CivilDate?

    /// The citation for programs.
    public var json: JSONValue {
        [
            "figure": .string(words), "subject": .string(subject.description),
            "place": .string(place),
        ]
    }
}
