// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import CommitteeOffice

extension SourceDocument {
    /// Reads a document of any form that is read: Word, Excel, or text.
    ///
    /// What a file is, its first bytes and its name say.
    ///
    /// - Parameter file: The file.
    /// - Throws: The library's errors when it is nothing that can be read.
    init(opening file: InputFile) throws {
        guard let converted = try file.converted() else {
            self = try SourceDocument(reading: file.bytes, name: file.name)
            return
        }
        self = try SourceDocument(converted, name: file.name)
    }
}

extension InputFile {
    private static let wordEndings = [".docx", ".docm", ".dotx", ".doc"]
    private static let excelEndings = [".xlsx", ".xlsm", ".xls"]

    /// The file as a page, when it is a document of an office program; nil when it is another one.
    func converted() throws -> ConvertedDocument? {
        let name = name.lowercased()
        let isWord = Self.wordEndings.contains { name.hasSuffix($0) }
        let isExcel = Self.excelEndings.contains { name.hasSuffix($0) }
        let isPacked = bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
        let isCompound = bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
        guard isWord || isExcel else { return nil }
        guard isPacked || isCompound else {
            Output.note(
                "\(self.name) is no \(isWord ? "Word document" : "workbook"); it was read as text."
            )
            return nil
        }
        return try naming { () throws(OfficeError) in
            try isExcel ? ExcelReader.read(bytes) : WordReader.read(bytes)
        }
    }

    /// Says of which file an error is.
    func naming<Value>(_ body: () throws(OfficeError) -> Value) throws(Complaint) -> Value {
        do { return try body() } catch { throw Complaint("\(path): \(error.message)") }
    }

    /// The bytes as a sheet: the lines of a Word document, the rows of a workbook, or the file itself.
    func sheet() throws -> [UInt8] {
        guard let converted = try converted() else {
            let opening = String(decoding: bytes.prefix(4_000), as: UTF8.self)
            if opening.contains("id=\"\(ReturnSheet.pageMark)\"") {
                throw Complaint(
                    "\(path) is the page itself, and the answers are not in it. Ask for the text that the page "
                        + "saves or copies."
                )
            }
            return bytes
        }
        for finding in converted.findings { Output.note("\(name): \(finding.message)") }
        if Self.excelEndings.contains(where: { name.lowercased().hasSuffix($0) }) {
            return Array(try rows(of: converted).map(Self.csvLine).joined().utf8)
        }
        let lines = converted.lines
        var text = ""
        var isItem = false
        for line in lines {
            // A paragraph below a list is none of its items.
            let isNext = (line.hasPrefix("- ") || line.hasPrefix("• "))
            if isItem, !isNext { text += "\n" }
            text += line + "\n"
            isItem = isNext
        }
        return Array(text.utf8)
    }

    /// The rows of a workbook, with the lines of their cells.
    private func rows(of converted: ConvertedDocument) throws -> [[String]] {
        try SourceDocument(converted, name: name).blocks.flatMap { block -> [[String]] in
            switch block {
            case .table(let table):
                table.rows.map { $0.cells.map { Prose(markup: $0.text).plainText } }
            case .heading(_, let words, _), .paragraph(let words, _, _),
                .listItem(_, _, let words, _, _):
                [[Prose(markup: words).plainText]]
            }
        }
    }

    private static func csvLine(_ cells: [String]) -> String {
        cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }
}
#endif
