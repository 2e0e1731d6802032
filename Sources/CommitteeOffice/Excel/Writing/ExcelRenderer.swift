// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// Writes the tables of documents as Excel workbooks (.xlsx): trackers that people filter and fill in.
///
/// Tables of one shape make one sheet, with a column for the part in which a row stands. The headings
/// stay in view and have filters. Numbers that are names, such as 1.10, are text; days are days. A status
/// is chosen from the key, and its cell takes the key's colour beside its letter and word. What the
/// document says beside its tables stands in the sheet “Text”, in its order.
///
/// ```swift
/// let bytes = try ExcelRenderer().bytes(of: document, scratch: "/tmp/tracker.xlsx")
/// ```
public struct ExcelRenderer: Sendable {
    /// The media type of Excel workbooks.
    public static let mediaType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// The keys of statuses that the committee has.
    ///
    /// The first to which all statuses of a document belong is
    /// offered whole, so that people can choose a status that no row has yet.
    public var keys: [Document.Legend]

    /// Creates a renderer.
    ///
    /// - Parameter keys: The keys of statuses that the committee has.
    public init(keys: [Document.Legend] = []) {
        self.keys = keys
    }

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
        let sheets = ExcelSheets(document, keys: keys)
        guard !sheets.sheets.isEmpty else {
            throw OfficeError(
                .partMissing,
                "“\(document.title)” has no table, so there is nothing for a workbook. Write it as a Word "
                    + "document (.docx)."
            )
        }
        return try ExcelWriter.bytes(of: sheets, of: document, scratch: scratch)
    }
    #endif
}
