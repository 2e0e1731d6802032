// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CLuaHost

/// Copies columns from Swift into C.
struct ScriptEditionWriter {
    let edition: OpaquePointer
    let types: [ScriptRecordType]

    func write() throws(ScriptEditionError) {
        for type in types {
            guard !type.name.isEmpty, !type.name.utf8.contains(0),
                let rows = UInt32(exactly: type.rows), rows < UInt32.max,
                clh_edition_add_type(edition, type.name, rows) >= 0
            else { throw problem(type, nil, "the type has no name, or too many rows") }
        }
        for (index, type) in types.enumerated() {
            for column in type.columns { try write(column, of: type, at: Int32(index)) }
        }
        if let message = clh_edition_seal(edition) {
            throw ScriptEditionError(message: String(cString: message) + ".")
        }
    }

    private func problem(
        _ type: ScriptRecordType,
        _ column: ScriptColumn?,
        _ words: String
    ) -> ScriptEditionError {
        ScriptEditionError(
            message: type.name + (column.map { "." + $0.name } ?? "") + ": " + words + "."
        )
    }

    private func write(
        _ column: ScriptColumn,
        of type: ScriptRecordType,
        at index: Int32
    ) throws(ScriptEditionError) {
        guard !column.name.isEmpty, !column.name.utf8.contains(0) else {
            throw problem(type, column, "the field has no name")
        }
        let count = Self.count(column.values)
        guard count == type.rows else {
            throw problem(type, column, "it has \(count) values for \(type.rows) rows")
        }
        let written: Bool
        do throws(ScriptValueError) {
            written = try add(column, at: index)
        } catch {
            throw problem(type, column, error.message)
        }
        guard written else {
            throw problem(type, column, "it is too large, or refers to an unknown type")
        }
    }

    private static func count(_ values: ScriptColumn.Values) -> Int {
        switch values {
        case .text(let values): values.count
        case .integer(let values): values.count
        case .number(let values): values.count
        case .bool(let values): values.count
        case .date(let values): values.count
        case .reference(_, let values): values.count
        case .list(_, let values): values.count
        case .textList(let values): values.count
        case .value(let values): values.count
        }
    }

    private func add(
        _ column: ScriptColumn,
        at index: Int32
    ) throws(ScriptValueError) -> Bool {
        let name = column.name
        switch column.values {
        case .text(let texts):
            return spans(texts.map { $0.map { Array($0.utf8) } }, CLH_TEXT, name, index)
        case .value(let values):
            var blobs: [[UInt8]?] = []
            for value in values { blobs.append(try ScriptValueCoding.encode(value)) }
            return spans(blobs, CLH_PLAIN, name, index)
        case .integer(let values):
            return fixed(values.map { $0 ?? .min }, CLH_INTEGER, name, index)
        case .number(let values):
            return fixed(values.map { $0 ?? .nan }, CLH_NUMBER, name, index)
        case .bool(let values):
            let bytes: [UInt8] = values.map { $0.map { $0 ? 1 : 0 } ?? 2 }
            return fixed(bytes, CLH_BOOL, name, index)
        case .date(let values):
            return fixed(values.map { $0 ?? .min }, CLH_DAY, name, index)
        case .reference(let target, let rows):
            guard let target = place(of: target) else { return false }
            return fixed(rows.map { $0.map(Self.row) ?? .max }, CLH_REFERENCE, name, index, target)
        case .list(let target, let lists):
            guard let target = place(of: target), let offsets = Self.offsets(lists) else {
                return false
            }
            let rows = lists.joined().map(Self.row)
            return clh_edition_add_lists(
                edition,
                index,
                name,
                target,
                offsets,
                offsets.count,
                rows,
                rows.count
            ) == 1
        case .textList(let lists):
            guard let offsets = Self.offsets(lists),
                let packed = Packed(lists.joined().map { Array($0.utf8) })
            else { return false }
            return clh_edition_add_text_lists(
                edition,
                index,
                name,
                offsets,
                offsets.count,
                packed.spans,
                packed.spans.count,
                packed.bytes,
                packed.bytes.count
            ) == 1
        }
    }

    private func place(of type: String) -> Int32? {
        types.firstIndex { $0.name == type }.map(Int32.init)
    }

    /// A row that does not fit becomes one that no type has, and is found when sealed.
    private static func row(_ row: Int) -> UInt32 {
        UInt32(exactly: row) ?? UInt32.max - 1
    }

    private static func offsets<Item>(_ lists: [[Item]]) -> [UInt32]? {
        var offsets: [UInt32] = [0]
        offsets.reserveCapacity(lists.count + 1)
        var total = 0
        for list in lists {
            total += list.count
            guard let offset = UInt32(exactly: total) else { return nil }
            offsets.append(offset)
        }
        return offsets
    }

    private func fixed<Value: BitwiseCopyable>(
        _ values: [Value],
        _ kind: clh_column_kind,
        _ name: String,
        _ index: Int32,
        _ target: Int32 = -1
    ) -> Bool {
        clh_edition_add_fixed(edition, index, name, kind, target, values, values.count) == 1
    }

    private func spans(
        _ texts: [[UInt8]?],
        _ kind: clh_column_kind,
        _ name: String,
        _ index: Int32
    ) -> Bool {
        guard let packed = Packed(texts) else { return false }
        return clh_edition_add_spans(
            edition,
            index,
            name,
            kind,
            packed.spans,
            packed.spans.count,
            packed.bytes,
            packed.bytes.count
        ) == 1
    }

    /// Texts one after the other, and where each stands.
    private struct Packed {
        var spans: [clh_span] = []
        var bytes: [UInt8] = []

        init?(_ texts: [[UInt8]?]) {
            spans.reserveCapacity(texts.count)
            for text in texts {
                guard let text else {
                    spans.append(clh_span(start: 0, length: .max))
                    continue
                }
                guard let start = UInt32(exactly: bytes.count),
                    let length = UInt32(exactly: text.count), length < .max
                else { return nil }
                spans.append(clh_span(start: start, length: length))
                bytes.append(contentsOf: text)
            }
        }
    }
}
#endif
