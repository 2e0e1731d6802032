// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension FieldForm where Value == Audience {
    /// An audience; what was never set is for everybody.
    public static var audience: FieldForm {
        FieldForm(
            "an audience",
            empty: .public,
            samples: [.restricted, .committee],
            write: { .string($0.rawValue) },
            // An audience that this version does not know is never widened.
            read: { $0.text.map { Audience(rawValue: $0) ?? .restricted } },
            request: .audience,
            schema: ["enum": ["public", "partners", "committee", "restricted"]],
            cell: { Prose($0.rawValue) },
            reading: { Audience(rawValue: $0.singleLine) },
            plain: { .string($0.rawValue) },
            columns: { name, summary in [.text(name, summary) { $0.rawValue }] }
        )
    }
}

extension JSONFieldType where Value == Audience {
    /// The name of an audience.
    public static var audience: Self {
        Self("an audience") { (node, place) throws(JSONError) in
            let word = try JSONFieldType<String>.one(of: Audience.allCases.map(\.rawValue))
                .read(node, place)
            return Audience(rawValue: word) ?? .restricted
        }
    }
}
