// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The bytes that a renderer has made and not yet handed on.
///
/// Everything that runs once a character works on this one concrete type.
@usableFromInline
package struct OutputBuffer: Sendable {
    /// How many bytes may wait before they are handed on.
    static let limit = 32_768

    @usableFromInline package var bytes: [UInt8] = []

    @inlinable
    package init() {}

    @inlinable
    package mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    @inlinable
    package mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    @inlinable
    package mutating func append(words text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(count: Int, of byte: UInt8) {
        guard count > 0 else { return }
        bytes.append(contentsOf: repeatElement(byte, count: count))
    }

    mutating func append(_ number: Int) {
        bytes.append(contentsOf: String(number).utf8)
    }

    @inlinable
    package mutating func lineFeed() {
        bytes.append(ASCII.lineFeed)
    }

    /// Appends text for which another byte sequence may stand in place of each byte.
    ///
    /// Bytes between two replaced ones are copied at once.
    mutating func append(
        _ text: String,
        replacing replacement: (UInt8) -> StaticString?
    ) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices {
                guard let other = replacement(utf8[index]) else { continue }
                bytes.append(contentsOf: utf8[start..<index])
                other.withUTF8Buffer { bytes.append(contentsOf: $0) }
                start = index + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
    }

    /// Hands the bytes on when enough have gathered.
    package mutating func drain(into sink: inout some ByteSink) {
        if bytes.count >= Self.limit { flush(into: &sink) }
    }

    /// Hands the bytes on.
    package mutating func flush(into sink: inout some ByteSink) {
        guard !bytes.isEmpty else { return }
        sink.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
