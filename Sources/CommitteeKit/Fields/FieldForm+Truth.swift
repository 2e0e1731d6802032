// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension FieldForm where Value == Bool {
    /// Whether something holds.
    ///
    /// - Parameter empty: The value of a field that was never set.
    /// - Returns: The form.
    public static func truth(unlessSaid empty: Bool) -> FieldForm {
        FieldForm(
            "true or false",
            empty: empty,
            samples: [!empty],
            write: { .bool($0) },
            read: { if case .bool(let truth) = $0 { truth } else { nil } },
            request: .bool,
            schema: ["type": "boolean"],
            cell: { $0 ? "Yes" : "No" },
            reading: { cell in
                switch cell.singleLine.comparisonKey {
                case "yes": true
                case "no": false
                case "": empty
                default: nil
                }
            },
            plain: { .bool($0) },
            columns: { name, summary in [.bool(name, summary) { $0 }] }
        )
    }
}
