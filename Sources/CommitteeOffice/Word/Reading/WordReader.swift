// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
public import CommitteeKit

/// Reads Word documents (.docx) so that a layout can read them as it reads web pages.
///
/// Headings, paragraphs, lists with their numbers, links, footnotes and tables with merged cells are
/// read. What is marked as deleted is left out and what is marked as added is taken, with a finding.
/// Macros are never run. Comments, pictures, and the heads and feet of pages are not read; a finding
/// says so.
///
/// ```swift
/// let source = try SourceDocument(WordReader.read(bytes), name: "plan.docx")
/// ```
public struct WordReader {
    /// Reads a Word document.
    ///
    /// - Parameters:
    ///   - bytes: The document.
    ///   - limits: The sizes beyond which it is refused.
    /// - Returns: The document as a page, with where each line of it stands.
    /// - Throws: ``OfficeError`` when it is no Word document, broken, locked, or too large.
    /// - Complexity: O(*n*) in the size of the document.
    public static func read(
        _ bytes: [UInt8],
        limits: OfficeLimits = OfficeLimits()
    ) throws(OfficeError) -> ConvertedDocument {
        let zip = try ZipReader(bytes, limits: limits)
        let parts = try PackageParts(zip)
        guard let main = parts.main, main.hasPrefix("word/"), let text = try zip.part(main) else {
            throw OfficeError(
                .partMissing,
                "The file is no Word document: there is no text in it. Open it in Word and save it as "
                    + "a Word document (.docx)."
            )
        }
        let root = try XMLReader.read(text, name: main, limits: limits)
        guard let body = root.first("w:body") else {
            throw OfficeError(
                .damaged,
                "The file is damaged: its text has no beginning. Open it in Word, save it under another "
                    + "name, and use that file."
            )
        }
        var reader = WordWalk()
        for relation in parts.relations(of: main) where relation.kind == "hyperlink" {
            reader.links[relation.id] = relation.target
        }
        if let part = try Self.part("styles", of: main, zip, parts) {
            reader.styles = WordStyleSheet(part)
        }
        if let part = try Self.part("numbering", of: main, zip, parts) {
            reader.numbers = WordListNumbers(part)
        }
        if let part = try Self.part("footnotes", of: main, zip, parts) { reader.take(notes: part) }
        reader.read(body)
        reader.finish()
        try noteParts(zip, parts, of: main, in: &reader)
        return reader.converted
    }

    private static func part(
        _ kind: String,
        of main: String,
        _ zip: borrowing ZipReader,
        _ parts: PackageParts
    ) throws(OfficeError) -> XMLElement? {
        guard let name = parts.target(of: kind, from: main), let bytes = try zip.part(name) else {
            return nil
        }
        return try XMLReader.read(bytes, name: name, limits: zip.limits)
    }

    /// Notes what the document has that is not read.
    private static func noteParts(
        _ zip: borrowing ZipReader,
        _ parts: PackageParts,
        of main: String,
        in reader: inout WordWalk
    ) throws(OfficeError) {
        if zip.names.contains(where: { $0.hasSuffix("vbaProject.bin") }) {
            reader.note(
                .macrosIgnored,
                "The document has macros. They were neither run nor read."
            )
        }
        var hasWords = false
        for relation in parts.relations(of: main)
        where ["header", "footer"].contains(relation.kind) && !relation.isExternal {
            // What we write there ourselves says nothing that the document does not say.
            guard !relation.target.hasPrefix("word/committee") else { continue }
            guard let bytes = try zip.part(relation.target) else { continue }
            let part = try XMLReader.read(bytes, name: relation.target, limits: zip.limits)
            if part.text.contains(where: { !$0.isWhitespace }) { hasWords = true }
        }
        if hasWords {
            reader.note(
                .partLeftOut,
                "The heads and feet of the pages have words, which were not read. Put what the record "
                    + "needs of them into the text."
            )
        }
    }
}
#endif
