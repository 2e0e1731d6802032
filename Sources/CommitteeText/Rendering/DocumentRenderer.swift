// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A way of turning documents into bytes of one format.
///
/// The library brings ``HTMLRenderer``, ``MarkdownRenderer``, ``PlainTextRenderer``,
/// ``CSVRenderer`` and ``JSONRenderer``. A conforming type adds a format of one's own. Rendering is
/// deterministic: the same document gives the same bytes.
public protocol DocumentRenderer: Sendable {
    /// The media type of the bytes, such as "text/html; charset=utf-8".
    var mediaType: String { get }

    /// Writes a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - sink: Where the bytes go, piece by piece.
    func render(_ document: Document, into sink: inout some ByteSink)
}

/// A format that the library can write, by the name that people type.
public enum DocumentFormat: String, CaseIterable, Hashable, Sendable {
    /// GitHub Flavored Markdown.
    case markdown = "md"
    /// One accessible page of HTML.
    case html
    /// Text for a terminal.
    case plainText = "txt"
    /// The tables as comma-separated values.
    case csv
    /// The document as versioned JSON.
    case json

    /// The renderer of the format, with its usual settings.
    public var renderer: any DocumentRenderer {
        switch self {
        case .markdown: MarkdownRenderer()
        case .html: HTMLRenderer()
        case .plainText: PlainTextRenderer()
        case .csv: CSVRenderer()
        case .json: JSONRenderer()
        }
    }
}

extension Document {
    /// Returns the document as bytes of a format.
    ///
    /// - Parameter format: The format.
    /// - Returns: The bytes, in UTF-8.
    public func render(_ format: DocumentFormat) -> [UInt8] {
        render(with: format.renderer)
    }

    /// Writes the document in a format.
    ///
    /// - Parameters:
    ///   - format: The format.
    ///   - sink: Where the bytes go, piece by piece.
    public func render(_ format: DocumentFormat, into sink: inout some ByteSink) {
        format.renderer.render(self, into: &sink)
    }

    /// Returns the document as the bytes that a renderer makes.
    ///
    /// - Parameter renderer: The renderer, with its settings.
    /// - Returns: The bytes.
    public func render(with renderer: some DocumentRenderer) -> [UInt8] {
        var bytes: [UInt8] = []
        renderer.render(self, into: &bytes)
        return bytes
    }
}

/// What a format without merged cells shows in the places that a merged cell covers.
public enum MergedCells: String, CaseIterable, Hashable, Sendable {
    /// The content of the merged cell again.
    case repeated
    /// Nothing.
    case blank
}
