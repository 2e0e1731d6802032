// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// Writes documents as Word documents (.docx, ISO/IEC 29500).
///
/// The file has real headings, lists, links and footnotes. Tables repeat their headings on each page,
/// and their rows do not break over two pages unless they are very high. A status is always its
/// letter, its word and the name of its colour, on that colour. The same document gives the same bytes.
///
/// ```swift
/// let bytes = try WordRenderer().bytes(of: document)
/// ```
public struct WordRenderer: Sendable {
    /// Turns a drawing into a picture in PNG, beside which the drawing itself stands; nil where it cannot.
    public typealias Picturing = @Sendable (Document.Drawing) -> [UInt8]?

    /// The media type of Word documents.
    public static let mediaType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    /// Turns drawings into pictures; nil leaves drawings out, and the words beside them say the same.
    public var picturing: Picturing?
    /// The committee's own document, of which styles, page, header, footer and logo are taken.
    public var template: WordTemplate?

    /// Creates a renderer.
    ///
    /// - Parameters:
    ///   - template: The committee's own document, of which the looks are taken.
    ///   - picturing: Turns drawings into pictures in PNG; nil leaves drawings out.
    public init(template: WordTemplate? = nil, picturing: Picturing? = nil) {
        self.template = template
        self.picturing = picturing
    }

    #if Office
    /// Returns a document as the bytes of a Word document.
    ///
    /// - Parameter document: The document.
    /// - Returns: The bytes of the file.
    /// - Throws: ``OfficeError`` when the file cannot be put together.
    /// - Complexity: O(*n*) in the size of the document.
    public func bytes(of document: Document) throws(OfficeError) -> [UInt8] {
        var writer = WordWriter(document, picturing: picturing, template: template)
        writer.write(document)
        return try WordPackage(writer, document, template).bytes()
    }
    #endif
}
