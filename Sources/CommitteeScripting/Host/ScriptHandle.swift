// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

/// A name for something that stays outside Lua: a record, a list of records, or a host object.
///
/// Lua checks a handle each time it is used, so one that names nothing is an error there and never
/// a wrong read.
public struct ScriptHandle: Hashable, Sendable {
    /// What a handle names.
    public struct Kind: Hashable, Sendable {
        private enum Value: UInt64 { case record = 1, list = 2, object = 4 }
        private let value: Value

        /// A row of a type of an edition.
        public static var record: Self { .init(value: .record) }
        /// The list in one field of a record.
        public static var list: Self { .init(value: .list) }
        /// A host object such as `doc`.
        public static var object: Self { .init(value: .object) }

        var tag: UInt64 { value.rawValue }

        private init(value: Value) { self.value = value }

        init?(tag: UInt64) {
            guard let value = Value(rawValue: tag) else { return nil }
            self.value = value
        }
    }

    /// What the handle names.
    public let kind: Kind
    /// The place of the edition among the editions of the run; 0 for a host object.
    public let edition: Int
    /// The place of the record's type in its edition; 0 for a host object.
    public let type: Int
    /// The place of the list's column in its type; 0 for anything but a list.
    public let column: Int
    /// The row of the record, or the place of the object among the objects of the run.
    public let row: Int

    /// Returns a handle for one record.
    ///
    /// - Returns: The handle; a place that is out of range names nothing and fails in Lua.
    public static func record(edition: Int = 0, type: Int, row: Int) -> ScriptHandle {
        ScriptHandle(kind: .record, edition: edition, type: type, column: 0, row: row)
    }

    /// Returns a handle for the root record of an edition.
    public static func root(edition: Int = 0) -> ScriptHandle {
        record(edition: edition, type: 0, row: 0)
    }

    /// Returns a handle for a host object, by its place among the objects of the run.
    public static func object(_ index: Int) -> ScriptHandle {
        ScriptHandle(kind: .object, edition: 0, type: 0, column: 0, row: index)
    }
}

extension ScriptHandle {
    /// The handle as `CLuaHost` packs it; what does not fit becomes a row that no type has.
    var packed: UInt64 {
        guard (0..<16).contains(edition), (0..<1024).contains(type), (0..<1024).contains(column),
            let row = UInt32(exactly: row)
        else { return kind.tag | UInt64(UInt32.max) << 32 }
        return kind.tag | UInt64(edition) << 3 | UInt64(type) << 7 | UInt64(column) << 17
            | UInt64(row) << 32
    }

    init?(packed: UInt64) {
        guard let kind = Kind(tag: packed & 7) else { return nil }
        self.kind = kind
        edition = Int(packed >> 3 & 15)
        type = Int(packed >> 7 & 1023)
        column = Int(packed >> 17 & 1023)
        row = Int(packed >> 32)
    }
}
#endif
