// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
public import CommitteeKit

/// Reads Excel workbooks (.xlsx) so that a layout can read them as it reads web pages.
///
/// Each sheet is read as its title and its rows. A row with one filled cell is text; an empty row ends a
/// table. Days are told by their format. Of a formula the value is read that the workbook kept. Hidden
/// sheets and rows are read like the others, with a finding. Macros are never run. A workbook that
/// ``ExcelRenderer`` wrote is read as the document that it was made of: its sheet “Text” says where the
/// rows of the other sheets belong.
///
/// ```swift
/// let source = try SourceDocument(ExcelReader.read(bytes), name: "register.xlsx")
/// ```
public struct ExcelReader {
    /// Reads a workbook.
    ///
    /// - Parameters:
    ///   - bytes: The workbook.
    ///   - limits: The sizes beyond which it is refused.
    /// - Returns: The workbook as a page, with where each line of it stands.
    /// - Throws: ``OfficeError`` when it is no workbook, broken, locked, or too large.
    /// - Complexity: O(*n*) in the size of the workbook.
    public static func read(
        _ bytes: [UInt8],
        limits: OfficeLimits = OfficeLimits()
    ) throws(OfficeError) -> ConvertedDocument {
        let zip = try ZipReader(bytes, limits: limits)
        let parts = try PackageParts(zip)
        guard let main = parts.main, main.hasPrefix("xl/"), let text = try zip.part(main) else {
            throw OfficeError(
                .partMissing,
                "The file is no Excel workbook: there are no sheets in it. Open it in Excel and save it as "
                    + "an Excel workbook (.xlsx)."
            )
        }
        let book = try XMLReader.read(text, name: main, limits: limits)
        var walk = ExcelWalk()
        if let name = parts.target(of: "sharedStrings", from: main), let bytes = try zip.part(name)
        {
            let root = try XMLReader.read(bytes, name: name, limits: limits)
            walk.strings = root.elements.filter { $0.name == "x:si" }.map(ExcelWalk.text)
        }
        if let name = parts.target(of: "styles", from: main), let bytes = try zip.part(name) {
            walk.formats = ExcelFormats(try XMLReader.read(bytes, name: name, limits: limits))
        }
        walk.startsIn1904 =
            ["1", "true"].contains(book.first("x:workbookPr")?.attributes["date1904"] ?? "")
        for sheet in book.first("x:sheets")?.elements ?? [] where sheet.name == "x:sheet" {
            guard let id = sheet.attributes["r:id"],
                let relation = parts.relations(of: main).first(where: { $0.id == id }),
                relation.kind == "worksheet", let bytes = try zip.part(relation.target)
            else { continue }
            let root = try XMLReader.read(bytes, name: relation.target, limits: limits)
            walk.read(
                root,
                name: sheet.attributes["name"] ?? "Sheet",
                isHidden: sheet.attributes["state"].map { $0 != "visible" } ?? false
            )
        }
        walk.write()
        if zip.names.contains(where: { $0.hasSuffix("vbaProject.bin") }) {
            walk.note(.macrosIgnored, "The workbook has macros. They were neither run nor read.")
        }
        if zip.names.contains(where: { $0.hasPrefix("xl/comments") }) {
            walk.note(.partLeftOut, "The workbook has comments, which were not read.")
        }
        return walk.converted
    }
}
#endif
