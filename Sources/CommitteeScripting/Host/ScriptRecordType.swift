// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting
/// A type of record, with its rows in columns.
public struct ScriptRecordType: Hashable, Sendable {
    /// The name of one record in messages, such as `action`.
    public var name: String
    /// The number of rows.
    public var rows: Int
    /// The fields, in the order in which `pairs` gives them.
    ///
    /// A text column named `id` is what `tostring` shows.
    public var columns: [ScriptColumn]

    /// Creates a type.
    public init(_ name: String, rows: Int, columns: [ScriptColumn]) {
        self.name = name
        self.rows = rows
        self.columns = columns
    }
}
#endif
