// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A format in which a published document can be read.
///
/// Say the format when you know it; otherwise ``SourceDocument`` finds it from the file's name and
/// its first lines.
public struct SourceFormat: Hashable, Sendable, CustomStringConvertible {
    private enum Value: String, CaseIterable {
        case tabText = "tab-text"
        case markdown
        case html
        case csv
        case json
    }

    private let value: Value

    private init(_ value: Value) {
        self.value = value
    }

    /// Creates the format with a name such as `tab-text`, or `nil` when there is no such format.
    ///
    /// - Parameter name: The name, as ``name`` gives it.
    public init?(name: String) {
        guard let value = Value(rawValue: name) else { return nil }
        self.value = value
    }

    /// Text as an extractor leaves it: a line with tabs is a row of cells, other lines are prose.
    public static var tabText: Self { Self(.tabText) }

    /// Markdown with pipe tables, as GitHub writes it.
    public static var markdown: Self { Self(.markdown) }

    /// A web page.
    public static var html: Self { Self(.html) }

    /// Comma-separated values by RFC 4180; the delimiter may also be a semicolon or a tab.
    public static var csv: Self { Self(.csv) }

    /// A document as `JSONRenderer` writes it.
    public static var json: Self { Self(.json) }

    /// Every format that can be read.
    public static var all: [Self] { Value.allCases.map(Self.init) }

    /// The stable name of the format, for data and messages.
    public var name: String { value.rawValue }

    /// The stable name of the format.
    public var description: String { name }
}

extension SourceFormat {
    /// Returns the format that a document seems to have.
    ///
    /// The ending of the name decides for CSV, HTML and JSON; for any other name the text does.
    /// A Markdown file without a pipe table but with tabbed lines is text with tabs.
    static func detect(name: String, lines: [String]) -> Self {
        let lowered = name.lowercased()
        if lowered.hasSuffix(".csv") { return .csv }
        if lowered.hasSuffix(".html") || lowered.hasSuffix(".htm") { return .html }
        if lowered.hasSuffix(".tsv") { return .tabText }
        if lowered.hasSuffix(".json") { return .json }
        return detect(in: lines)
    }

    private static func detect(in lines: [String]) -> Self {
        var hasTabs = false
        var seenText = false
        var isObject = false
        for line in lines {
            let bytes = SourceByte.trimmed(Array(line.utf8)[...])
            if bytes.isEmpty { continue }
            if !seenText {
                seenText = true
                if SourceByte.startsWithHTML(bytes) { return .html }
                if bytes.first == UInt8(ascii: "{") { isObject = true }
            }
            if isObject, bytes.starts(with: "\"format\"".utf8) || line.hasPrefix("{\"format\"") {
                return .json
            }
            if line.utf8.contains(SourceByte.tab) { hasTabs = true }
            if PipeRow.isAlignmentRow(bytes) { return .markdown }
        }
        return hasTabs ? .tabText : .markdown
    }
}
