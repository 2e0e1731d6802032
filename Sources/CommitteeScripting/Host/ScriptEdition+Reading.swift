// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CLuaHost

/// What the host itself reads of an edition, for functions that are given its records.
extension ScriptEdition {
    /// The bytes that the edition takes.
    var byteCount: Int { clh_edition_size(columns) }

    /// A field of the record that a handle names.
    ///
    /// - Parameters:
    ///   - name: The field's name.
    ///   - handle: The record.
    /// - Returns: The value; nil when there is no such field or record.
    func field(_ name: String, of handle: ScriptHandle) -> ScriptValue? {
        let column = clh_edition_find(columns, Int32(handle.type), name)
        var found = clh_field_value()
        guard handle.kind == .record, column >= 0, let row = UInt32(exactly: handle.row),
            clh_edition_read(columns, Int32(handle.type), column, row, &found) == 1
        else { return nil }
        switch clh_column_kind(UInt32(found.kind)) {
        case CLH_RECORDS, CLH_TEXTS:
            return .handle(
                ScriptHandle(
                    kind: .list,
                    edition: handle.edition,
                    type: handle.type,
                    column: Int(column),
                    row: handle.row
                )
            )
        default: return Self.value(found, of: handle)
        }
    }

    /// The items of the list that a handle names; nil when it names none.
    func items(of handle: ScriptHandle) -> [ScriptValue]? {
        let type = Int32(clamping: handle.type)
        let column = Int32(clamping: handle.column)
        var found = clh_field_value()
        guard handle.kind == .list, let row = UInt32(exactly: handle.row),
            clh_edition_read(columns, type, column, row, &found) == 1,
            found.kind == Int32(CLH_RECORDS.rawValue) || found.kind == Int32(CLH_TEXTS.rawValue)
        else { return nil }
        return (found.first..<(found.first + found.count)).map { place in
            var item = clh_field_value()
            clh_edition_read_item(columns, type, column, place, &item)
            return Self.value(item, of: handle)
        }
    }

    /// The names of the fields of the record that a handle names.
    func fieldNames(of handle: ScriptHandle) -> [String] {
        var names: [String] = []
        while let name = clh_edition_name(
            columns,
            Int32(clamping: handle.type),
            Int32(clamping: names.count)
        ) {
            names.append(String(cString: name))
        }
        return names
    }

    private static func value(_ found: clh_field_value, of handle: ScriptHandle) -> ScriptValue {
        let bytes = UnsafeRawBufferPointer(start: found.bytes, count: found.length)
        switch clh_column_kind(UInt32(found.kind)) {
        case CLH_TEXT: return .string(String(decoding: bytes, as: UTF8.self))
        case CLH_INTEGER: return .integer(found.integer)
        case CLH_NUMBER: return .number(found.number)
        case CLH_BOOL: return .bool(found.integer == 1)
        case CLH_DAY: return .date(Int32(clamping: found.integer))
        case CLH_REFERENCE:
            return .handle(
                .record(
                    edition: handle.edition,
                    type: Int(found.target),
                    row: Int(found.integer)
                )
            )
        case CLH_PLAIN:
            // The edition holds what our own encoder wrote.
            return (try? ScriptValueCoding.decode(bytes)) ?? .null
        default: return .null
        }
    }
}
#endif
