// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension JSONForm where Value == Prose {
    /// Text with light markup.
    static var prose: Self { Self(.prose) { .string($0.markup) } }
}

extension JSONMember {
    /// A member of a text with markup that is left out when it is empty.
    static func prose(
        _ name: String,
        _ path: any WritableKeyPath<Subject, Prose> & Sendable
    ) -> Self { given(name, path, .prose, unless: Prose()) }
}

extension Shape {
    /// The members of a value, with the day on which it happened.
    func dated(_ value: Value, on day: CivilDate?) -> JSONValue {
        var members = write(value)
        members["on"] = day.map { .date($0) }
        return .object(members)
    }
}
