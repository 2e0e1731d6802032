// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A document of another format, such as Word, that a reader from outside made into a web page.
///
/// CommitteeKit reads text. A module that knows another format gives it a page with one paragraph or
/// row a line, and says for each line what people see there and where it stands.
///
/// ```swift
/// let source = try SourceDocument(converted, name: "plan.docx")
/// ```
public struct ConvertedDocument: Hashable, Sendable {
    /// The page: HTML in UTF-8, with one paragraph or row a line.
    public var page: [UInt8]
    /// The words of each line of the page, as people see them; cells are divided by tabs.
    public var lines: [String]
    /// Where each line of the page stands, such as "table 2, row 5" or "paragraph 12".
    public var places: [String]
    /// What is doubtful about the document itself, in the order of the document.
    public var findings: [SourceFinding]

    /// Creates a converted document.
    ///
    /// - Parameters:
    ///   - page: The page.
    ///   - lines: The words of each line of the page.
    ///   - places: Where each line of the page stands.
    ///   - findings: What is doubtful about the document itself.
    public init(
        page: [UInt8],
        lines: [String],
        places: [String],
        findings: [SourceFinding] = []
    ) {
        self.page = page
        self.lines = lines
        self.places = places
        self.findings = findings
    }
}

extension SourceDocument {
    /// Reads a document that a reader from outside made into a web page.
    ///
    /// - Parameters:
    ///   - converted: The page, and where its lines stand.
    ///   - name: The name of the document.
    ///   - limits: The sizes beyond which the document is refused.
    /// - Throws: ``SourceError``, as ``init(reading:name:as:limits:)`` does.
    /// - Complexity: O(*n*) in the size of the page.
    public init(
        _ converted: ConvertedDocument,
        name: String,
        limits: SourceLimits = SourceLimits()
    ) throws(SourceError) {
        try self.init(reading: converted.page, name: name, as: .html, limits: limits)
        // The page is only a way to the blocks; people see the words and places of their document.
        lines = converted.lines
        places = converted.places
        findings = (converted.findings + findings).sorted { $0.line < $1.line }
    }

    /// Where a line stands in the document, such as "table 2, row 5"; nil for a document of lines.
    ///
    /// - Parameter line: The line, counted from 1.
    /// - Returns: The place in words.
    public func place(of line: Int) -> String? {
        places.indices.contains(line - 1) ? places[line - 1] : nil
    }
}
