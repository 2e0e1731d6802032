// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting
/// The bytes of values as `CLuaHost` reads and writes them.
enum ScriptValueCoding {
    static let maximumDepth = 64

    private enum Tag {
        static let null: UInt8 = 0
        static let no: UInt8 = 1
        static let yes: UInt8 = 2
        static let integer: UInt8 = 3
        static let number: UInt8 = 4
        static let string: UInt8 = 5
        static let list: UInt8 = 6
        static let map: UInt8 = 7
        static let function: UInt8 = 8
        static let handle: UInt8 = 9
        static let date: UInt8 = 10
    }

    // MARK: Writing

    static func encode(_ value: ScriptValue) throws(ScriptValueError) -> [UInt8] {
        var bytes: [UInt8] = []
        try encode(value, depth: 0, into: &bytes)
        return bytes
    }

    static func encode(
        _ value: ScriptValue,
        depth: Int,
        into bytes: inout [UInt8]
    ) throws(ScriptValueError) {
        guard depth <= maximumDepth else {
            throw ScriptValueError(message: "A value is nested more than \(maximumDepth) deep.")
        }
        switch value {
        case .null: bytes.append(Tag.null)
        case .bool(let truth): bytes.append(truth ? Tag.yes : Tag.no)
        case .integer(let integer): append(Tag.integer, integer, to: &bytes)
        case .number(let number):
            guard number.isFinite else {
                throw ScriptValueError(message: "A number is \(number); it must be finite.")
            }
            append(Tag.number, number.bitPattern, to: &bytes)
        case .string(let text):
            bytes.append(Tag.string)
            try append(text, to: &bytes)
        case .list(let items):
            bytes.append(Tag.list)
            try append(items, depth: depth, to: &bytes)
        case .map(let map):
            bytes.append(Tag.map)
            try append(map.items, depth: depth, to: &bytes)
            append(UInt32(clamping: map.entries.count), to: &bytes)
            for entry in map.entries {
                try append(entry.name, to: &bytes)
                try encode(entry.value, depth: depth + 1, into: &bytes)
            }
        case .function:
            throw ScriptValueError(message: "A function cannot be given to Lua.")
        case .handle(let handle): append(Tag.handle, handle.packed, to: &bytes)
        case .date(let day): append(Tag.date, day, to: &bytes)
        }
    }

    private static func append(
        _ items: [ScriptValue],
        depth: Int,
        to bytes: inout [UInt8]
    ) throws(ScriptValueError) {
        append(UInt32(clamping: items.count), to: &bytes)
        for item in items { try encode(item, depth: depth + 1, into: &bytes) }
    }

    private static func append(
        _ text: String,
        to bytes: inout [UInt8]
    ) throws(ScriptValueError) {
        let start = bytes.count
        append(UInt32(clamping: text.utf8.count), to: &bytes)
        bytes.append(contentsOf: text.utf8)
        guard !bytes[(start + 4)...].contains(0) else {
            throw ScriptValueError(message: "A text holds a NUL byte; take it out first.")
        }
    }

    private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private static func append(
        _ tag: UInt8,
        _ value: some FixedWidthInteger,
        to bytes: inout [UInt8]
    ) {
        bytes.append(tag)
        append(value, to: &bytes)
    }

    // MARK: Reading

    static func decode(_ bytes: UnsafeRawBufferPointer) throws(ScriptValueError) -> ScriptValue {
        var reader = Reader(bytes: bytes)
        let value = try reader.value(depth: 0)
        guard reader.offset == bytes.count else { throw Reader.broken }
        return value
    }

    static func decode(_ bytes: [UInt8]) throws(ScriptValueError) -> ScriptValue {
        let result = bytes.withUnsafeBytes { raw in
            Result { () throws(ScriptValueError) in try decode(raw) }
        }
        return try result.get()
    }

    private struct Reader {
        let bytes: UnsafeRawBufferPointer
        var offset = 0

        static var broken: ScriptValueError {
            ScriptValueError(message: "The bytes are not a value of the Lua host.")
        }

        mutating func take<Number: FixedWidthInteger>(
            _ type: Number.Type
        ) throws(ScriptValueError) -> Number {
            guard bytes.count - offset >= MemoryLayout<Number>.size else { throw Self.broken }
            let number = bytes.loadUnaligned(fromByteOffset: offset, as: Number.self)
            offset += MemoryLayout<Number>.size
            return Number(littleEndian: number)
        }

        mutating func text() throws(ScriptValueError) -> String {
            let length = Int(try take(UInt32.self))
            guard bytes.count - offset >= length else { throw Self.broken }
            let slice = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
            offset += length
            guard let text = String(validating: slice, as: UTF8.self) else { throw Self.broken }
            return text
        }

        mutating func list(depth: Int) throws(ScriptValueError) -> [ScriptValue] {
            let count = Int(try take(UInt32.self))
            // Each item takes a byte at least, so a count that lies reserves nothing.
            guard count <= bytes.count - offset else { throw Self.broken }
            var items: [ScriptValue] = []
            items.reserveCapacity(count)
            for _ in 0..<count { items.append(try value(depth: depth + 1)) }
            return items
        }

        mutating func map(depth: Int) throws(ScriptValueError) -> ScriptMap {
            let items = try list(depth: depth)
            let count = Int(try take(UInt32.self))
            guard count <= bytes.count - offset else { throw Self.broken }
            var entries: [ScriptMap.Entry] = []
            entries.reserveCapacity(count)
            for _ in 0..<count {
                let name = try text()
                if let last = entries.last, !ScriptMap.precedes(last.name, name) {
                    throw Self.broken
                }
                entries.append(.init(name: name, value: try value(depth: depth + 1)))
            }
            return ScriptMap(items: items, sorted: entries)
        }

        mutating func value(depth: Int) throws(ScriptValueError) -> ScriptValue {
            guard depth <= maximumDepth + 4 else { throw Self.broken }
            switch try take(UInt8.self) {
            case Tag.null: return .null
            case Tag.no: return .bool(false)
            case Tag.yes: return .bool(true)
            case Tag.integer: return .integer(try take(Int64.self))
            case Tag.number: return .number(Double(bitPattern: try take(UInt64.self)))
            case Tag.string: return .string(try text())
            case Tag.list: return .list(try list(depth: depth))
            case Tag.map: return .map(try map(depth: depth))
            case Tag.function: return .function(line: Int(try take(UInt32.self)))
            case Tag.handle:
                guard let handle = ScriptHandle(packed: try take(UInt64.self)) else {
                    throw Self.broken
                }
                return .handle(handle)
            case Tag.date: return .date(try take(Int32.self))
            default: throw Self.broken
            }
        }
    }
}
#endif
