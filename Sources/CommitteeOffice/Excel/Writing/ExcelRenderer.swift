// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
public import CommitteeKit
#endif

/// Writes the tables of documents as Excel workbooks (.xlsx): trackers that people filter and fill in.
///
/// Tables of one shape make one sheet, with a column for the part in which a row stands. The headings
/// stay in view and have filters. Numbers that are names, such as 1.10, are text; days are days. A status
/// is chosen from the key, and its cell takes the key's colour beside its letter and word.
///
/// ```swift
/// let bytes = try ExcelRenderer().bytes(of: document, scratch: "/tmp/tracker.xlsx")
/// ```
public struct ExcelRenderer: Sendable {
    /// The media type of Excel workbooks.
    public static let mediaType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// Creates a renderer.
    public init() {}

    #if Office
    /// Returns the tables of a document as the bytes of a workbook.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - scratch: The path of a file that may be written and is removed again.
    /// - Returns: The bytes of the file.
    /// - Throws: ``OfficeError`` when the document has no table, or the file cannot be written.
    /// - Complexity: O(*n*) in the size of the document.
    public func bytes(of document: Document, scratch: String) throws(OfficeError) -> [UInt8] {
        let sheets = ExcelSheets(document)
        guard !sheets.sheets.isEmpty else {
            throw OfficeError(
                .partMissing,
                "“\(document.title)” has no table, so there is nothing for a workbook. Write it as a Word "
                    + "document (.docx)."
            )
        }
        return try ExcelWriter.bytes(of: sheets, title: document.title, scratch: scratch)
    }
    #endif
}
