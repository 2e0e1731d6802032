// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How a room names what other rooms keep.
enum SubjectLink {
    /// The meeting that words such as `cpc/2023-12-05#4` name; one that no room has, when they name none.
    static func meeting(_ words: String) -> SubjectReference {
        let parts = words.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = CivilDate(iso: String(parts[1].prefix { $0 != "#" }))
        else { return SubjectReference(kind: "meeting", id: words) }
        return SubjectReference(kind: "meeting", id: "\(parts[0])#\(day)")
    }

    /// The document of an identifier.
    static func document(_ id: String) -> SubjectReference {
        SubjectReference(kind: "document", id: id)
    }

    /// The indicator of the committee's figures that has an identifier.
    static func indicator(_ id: String) -> SubjectReference {
        SubjectReference(kind: "indicator", id: id)
    }

    /// The action that words such as `plan-2023#1.10` name.
    static func action(_ words: String) -> SubjectReference {
        SubjectReference(kind: "action", id: words)
    }

    /// Takes out a name that leads to something hidden.
    static func cut(
        _ name: inout String?,
        _ make: (String) -> SubjectReference,
        _ hides: (SubjectReference) -> Bool
    ) {
        if let subject = name.map(make), hides(subject) { name = nil }
    }
}
