// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Writes JSON as UTF-8 bytes, from the first to the last.
///
/// Keys come out in the order in which they are written, so the same calls give the same bytes.
///
/// ```swift
/// var json = JSONWriter(style: .compact)
/// json.beginObject()
/// json.key("late")
/// json.beginArray()
/// json.string("6.2")
/// json.endArray()
/// json.member("total", 19)
/// json.endObject()
/// // {"late":["6.2"],"total":19}
/// ```
///
/// The writer sets commas, line feeds and indents. That a value in an object has a key, and that
/// what begins also ends, is for the caller to see to; ``isComplete`` tells.
public struct JSONWriter: Sendable {
    /// How the bytes are laid out.
    public enum Style: Hashable, Sendable {
        /// On one line, without spaces.
        case compact
        /// A line for each value, indented by two spaces, with a line feed at the end.
        case pretty
    }

    private enum Scope {
        case object
        case array
    }

    /// How the bytes are laid out.
    public let style: Style
    private var output = OutputBuffer()
    private var scopes: [Scope] = []
    private var isFirst = true
    private var followsKey = false

    /// Creates a writer.
    ///
    /// - Parameter style: How the bytes are laid out.
    public init(style: Style = .pretty) {
        self.style = style
    }

    /// The bytes that are written and not yet handed on.
    public var bytes: [UInt8] { output.bytes }

    /// Whether everything that was begun is ended.
    public var isComplete: Bool { scopes.isEmpty && !followsKey }

    /// Begins an object.
    public mutating func beginObject() { begin(.object, ASCII.openBrace) }

    /// Ends the object that was begun last.
    public mutating func endObject() { end(.object, ASCII.closeBrace) }

    /// Begins an array.
    public mutating func beginArray() { begin(.array, ASCII.openBracket) }

    /// Ends the array that was begun last.
    public mutating func endArray() { end(.array, ASCII.closeBracket) }

    /// Writes the key of the value that follows.
    ///
    /// - Parameter name: The key.
    public mutating func key(_ name: String) {
        separate()
        writeString(name)
        output.append(ASCII.colon)
        if style == .pretty { output.append(ASCII.space) }
        followsKey = true
    }

    /// Writes a string.
    ///
    /// - Parameter value: The string.
    public mutating func string(_ value: String) {
        separate()
        writeString(value)
        endValue()
    }

    /// Writes a whole number.
    ///
    /// - Parameter value: The number.
    public mutating func integer(_ value: Int) {
        separate()
        output.append(value)
        endValue()
    }

    /// Writes a number in the shortest form that reads back the same.
    ///
    /// - Parameter value: The number; JSON has no infinities and nothing that is not a number, and
    ///   `null` is written for them.
    public mutating func number(_ value: Double) {
        guard value.isFinite else { return null() }
        separate()
        output.append(words: value.description)
        endValue()
    }

    /// Writes true or false.
    ///
    /// - Parameter value: The truth value.
    public mutating func boolean(_ value: Bool) {
        separate()
        output.append(value ? "true" : "false")
        endValue()
    }

    /// Writes `null`.
    public mutating func null() {
        separate()
        output.append("null")
        endValue()
    }

    /// Hands the bytes on when some tens of kilobytes have gathered.
    ///
    /// - Parameter sink: Where the bytes go.
    public mutating func drain(into sink: inout some ByteSink) {
        output.drain(into: &sink)
    }

    /// Hands all bytes on.
    ///
    /// - Parameter sink: Where the bytes go.
    public mutating func flush(into sink: inout some ByteSink) {
        output.flush(into: &sink)
    }
}

extension JSONWriter {
    /// Writes a key and a string.
    ///
    /// - Parameters:
    ///   - name: The key.
    ///   - value: The string.
    public mutating func member(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    /// Writes a key and a string, or `null` when there is none.
    ///
    /// - Parameters:
    ///   - name: The key.
    ///   - value: The string.
    public mutating func member(_ name: String, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }

    /// Writes a key and a whole number.
    ///
    /// - Parameters:
    ///   - name: The key.
    ///   - value: The number.
    public mutating func member(_ name: String, _ value: Int) {
        key(name)
        integer(value)
    }

    /// Writes a key and a whole number, or `null` when there is none.
    ///
    /// - Parameters:
    ///   - name: The key.
    ///   - value: The number.
    public mutating func member(_ name: String, _ value: Int?) {
        key(name)
        if let value { integer(value) } else { null() }
    }

    /// Writes a key and a truth value.
    ///
    /// - Parameters:
    ///   - name: The key.
    ///   - value: The truth value.
    public mutating func member(_ name: String, _ value: Bool) {
        key(name)
        boolean(value)
    }

    /// Writes a key and an array.
    ///
    /// - Parameters:
    ///   - name: The key.
    ///   - values: What the array is made of.
    ///   - write: Writes one element.
    public mutating func member<Values: Sequence>(
        _ name: String,
        _ values: Values,
        each write: (inout JSONWriter, Values.Element) -> Void
    ) {
        key(name)
        beginArray()
        for value in values { write(&self, value) }
        endArray()
    }
}

extension JSONWriter {
    private mutating func begin(_ scope: Scope, _ byte: UInt8) {
        separate()
        output.append(byte)
        scopes.append(scope)
        isFirst = true
    }

    private mutating func end(_ scope: Scope, _ byte: UInt8) {
        guard scopes.last == scope else { return }
        scopes.removeLast()
        if !isFirst { breakLine() }
        output.append(byte)
        isFirst = false
        endValue()
    }

    /// Writes what stands between the value before and the one that follows.
    private mutating func separate() {
        if followsKey {
            followsKey = false
            return
        }
        guard !scopes.isEmpty else { return }
        if !isFirst { output.append(ASCII.comma) }
        isFirst = false
        breakLine()
    }

    private mutating func endValue() {
        if scopes.isEmpty, style == .pretty { output.lineFeed() }
    }

    private mutating func breakLine() {
        guard style == .pretty else { return }
        output.lineFeed()
        output.append(count: scopes.count * 2, of: ASCII.space)
    }

    private mutating func writeString(_ text: String) {
        output.append(ASCII.quote)
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices {
                let byte = utf8[index]
                guard byte < ASCII.space || byte == ASCII.quote || byte == ASCII.backslash else {
                    continue
                }
                output.bytes.append(contentsOf: utf8[start..<index])
                writeEscape(byte)
                start = index + 1
            }
            output.bytes.append(contentsOf: utf8[start...])
        }
        output.append(ASCII.quote)
    }

    private mutating func writeEscape(_ byte: UInt8) {
        output.append(ASCII.backslash)
        switch byte {
        case ASCII.quote, ASCII.backslash: output.append(byte)
        case ASCII.lineFeed: output.append("n")
        case ASCII.carriageReturn: output.append("r")
        case ASCII.tab: output.append("t")
        default:
            output.append("u00")
            output.append(ASCII.lowerHexDigit(byte >> 4))
            output.append(ASCII.lowerHexDigit(byte & 15))
        }
    }
}
