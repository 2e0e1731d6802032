// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CLuaHost

/// Turns record types into the columns of the host, one column at a time.
///
/// A column can be let go as soon as it is added, so that building a large edition never holds it
/// twice. One that is only declared is made when it is first read.
struct ScriptEditionWriter {
    let edition: OpaquePointer
    /// The types and their rows, in the order in which they were added.
    let types: [(name: String, rows: Int)]
    private let source: ScriptColumnSource

    /// Adds the types to a new edition.
    init(
        edition: OpaquePointer,
        types: [(name: String, rows: Int)]
    ) throws(ScriptEditionError) {
        self.init(edition: edition, types: types, source: ScriptColumnSource(types: types))
        for type in types {
            guard !type.name.isEmpty, !type.name.utf8.contains(0),
                let rows = UInt32(exactly: type.rows), rows < UInt32.max,
                clh_edition_add_type(edition, type.name, rows) >= 0
            else { throw problem(type.name, nil, "the type has no name, or too many rows") }
        }
    }

    /// Goes on with an edition that has its types.
    init(
        edition: OpaquePointer,
        types: [(name: String, rows: Int)],
        source: ScriptColumnSource
    ) {
        self.edition = edition
        self.types = types
        self.source = source
    }

    /// Declares a column of the type at a place, which is made when it is first read.
    func declare(
        _ name: String,
        in index: Int,
        _ make: @escaping @Sendable () -> ScriptColumn.Values
    ) throws(ScriptEditionError) {
        let place = clh_edition_declare(edition, Int32(index), name)
        guard place >= 0 else {
            throw problem(types[index].name, ScriptColumn(name, .text([])), "there is no room")
        }
        source.add(ScriptColumnSource.Maker(name: name, make: make), type: index, at: Int(place))
    }

    /// Adds a column to the type at a place.
    func add(_ column: ScriptColumn, to index: Int) throws(ScriptEditionError) {
        let type = types[index]
        guard !column.name.isEmpty, !column.name.utf8.contains(0) else {
            throw problem(type.name, column, "the field has no name")
        }
        let count = Self.count(column.values)
        guard count == type.rows else {
            throw problem(type.name, column, "it has \(count) values for \(type.rows) rows")
        }
        let written: Bool
        do throws(ScriptValueError) {
            written = try write(column, at: Int32(index))
        } catch {
            throw problem(type.name, column, error.message)
        }
        guard written else {
            throw problem(type.name, column, "it is too large, or refers to an unknown type")
        }
    }

    /// Checks the whole; nothing can be added after it but the columns that were declared.
    func seal() throws(ScriptEditionError) {
        source.serve(edition)
        if let message = clh_edition_seal(edition) {
            throw ScriptEditionError(message: String(cString: message) + ".")
        }
    }

    private func problem(
        _ type: String,
        _ column: ScriptColumn?,
        _ words: String
    ) -> ScriptEditionError {
        ScriptEditionError(
            message: type + (column.map { "." + $0.name } ?? "") + ": " + words + "."
        )
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

    private func write(
        _ column: ScriptColumn,
        at index: Int32
    ) throws(ScriptValueError) -> Bool {
        let name = column.name
        switch column.values {
        case .text(let texts):
            return add(name, index, CLH_TEXT) { target in
                for text in texts { Self.add(text, to: target) }
            }
        case .value(let values):
            var blobs: [[UInt8]] = []
            blobs.reserveCapacity(values.count)
            for value in values { blobs.append(try ScriptValueCoding.encode(value)) }
            return add(name, index, CLH_PLAIN) { target in
                for blob in blobs { clh_texts_add(target, blob, blob.count) }
            }
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
            var rows: [UInt32] = []
            rows.reserveCapacity(Int(offsets.last ?? 0))
            for list in lists { for row in list { rows.append(Self.row(row)) } }
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
            guard let offsets = Self.offsets(lists) else { return false }
            return add(name, index, CLH_TEXTS, offsets: offsets) { target in
                for list in lists { for text in list { Self.add(text, to: target) } }
            }
        }
    }

    private func place(of type: String) -> Int32? {
        types.firstIndex { $0.name == type }.map(Int32.init)
    }

    /// A row; one that does not fit becomes a row that does not exist, which sealing refuses.
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

    // MARK: Texts

    private func add(
        _ name: String,
        _ index: Int32,
        _ kind: clh_column_kind,
        offsets: [UInt32]? = nil,
        _ fill: (OpaquePointer) -> Void
    ) -> Bool {
        guard let texts = clh_texts_new(kind) else { return false }
        defer { clh_texts_free(texts) }
        fill(texts)
        guard let offsets else {
            return clh_edition_add_texts(edition, index, name, kind, nil, 0, texts) == 1
        }
        return clh_edition_add_texts(edition, index, name, kind, offsets, offsets.count, texts) == 1
    }

    private static func add(_ text: String?, to texts: OpaquePointer) {
        guard var text else { return clh_texts_add(texts, nil, 0) }
        text.withUTF8 { utf8 in
            // An empty text may lie nowhere, which would read as absent.
            if let bytes = utf8.baseAddress { return clh_texts_add(texts, bytes, utf8.count) }
            clh_texts_add(texts, [0], 0)
        }
    }
}
#endif
