// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension JSONValue {
    /// The value as JSON for people: one member a line, indented by two spaces, in its own order.
    ///
    /// It ends with a line feed. The same value gives the same text; numbers and escapes are those of
    /// ``canonicalBytes``.
    ///
    /// - Complexity: O(*n*) in the size of the value.
    public var indentedText: String {
        var bytes: [UInt8] = []
        appendIndented(to: &bytes, depth: 0)
        bytes.append(UInt8(ascii: "\n"))
        return String(decoding: bytes, as: UTF8.self)
    }

    private func appendIndented(to bytes: inout [UInt8], depth: Int) {
        func newLine(_ depth: Int) {
            bytes.append(UInt8(ascii: "\n"))
            bytes += Array(repeating: UInt8(ascii: " "), count: depth * 2)
        }
        switch self {
        case .array(let elements) where !elements.isEmpty:
            bytes.append(UInt8(ascii: "["))
            for (position, element) in elements.enumerated() {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                newLine(depth + 1)
                element.appendIndented(to: &bytes, depth: depth + 1)
            }
            newLine(depth)
            bytes.append(UInt8(ascii: "]"))
        case .object(let members) where !members.isEmpty:
            bytes.append(UInt8(ascii: "{"))
            for (position, member) in members.enumerated() {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                newLine(depth + 1)
                JSONText.append(member.key, to: &bytes)
                bytes += ": ".utf8
                member.value.appendIndented(to: &bytes, depth: depth + 1)
            }
            newLine(depth)
            bytes.append(UInt8(ascii: "}"))
        default: bytes += canonicalBytes
        }
    }
}
