// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@testable import CommitteeOffice

/// Word documents that a test puts together from markup.
enum WordFile {
    static let rootRelations = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship \
        Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
        Target="word/document.xml"/></Relationships>
        """
    static let names = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """

    /// A document of the markup in its body.
    static func bytes(body: String, others: [(String, String)] = []) throws -> [UInt8] {
        var zip = ZipWriter()
        zip.add("[Content_Types].xml", Array("<Types/>".utf8))
        zip.add("_rels/.rels", Array(rootRelations.utf8))
        zip.add(
            "word/document.xml",
            Array("<w:document \(names)><w:body>\(body)</w:body></w:document>".utf8)
        )
        for (name, text) in others { zip.add(name, Array(text.utf8)) }
        return try zip.bytes()
    }

    static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    static func cell(_ text: String, _ look: String = "") -> String {
        "<w:tc><w:tcPr>\(look)</w:tcPr>\(paragraph(text))</w:tc>"
    }

    /// Reads the body as the import does.
    static func source(body: String, others: [(String, String)] = []) throws -> SourceDocument {
        try SourceDocument(WordReader.read(bytes(body: body, others: others)), name: "plan.docx")
    }
}

extension SourceDocument {
    /// The rows of all tables, with `|` between cells and `^` for covered ones.
    var rowsInWords: [String] {
        tables.flatMap(\.rows).map { row in
            row.cells.map { $0.isMerged ? "^" : $0.text }.joined(separator: "|")
        }
    }

    var findingsInWords: [String] {
        findings.map { "\(place(of: $0.line) ?? "whole") \($0.kind): \($0.message)" }
    }
}
