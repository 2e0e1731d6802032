// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit

/// A sheet that stands in a file already, and may hold what somebody typed and has not read in.
enum SheetOnDisk {
    /// Endings of names that programs open as something other than plain text.
    private static let noText = [
        "doc", "docx", "odt", "rtf", "xls", "xlsx", "xlsm", "ods", "csv", "pdf", "htm", "html",
        "json",
    ]

    /// Refuses to write a sheet over another one that says something else.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - keyword: The word with which sheets of the kind begin.
    ///   - text: The sheet that is to be written.
    /// - Throws: ``Complaint`` when the file is a sheet of the kind and differs, or its name says that it is no text.
    static func check(_ path: String, beginning keyword: String, against text: String) throws {
        let ending = path.lowercased().split(separator: ".").last.map(String.init) ?? ""
        guard !noText.contains(ending) else {
            throw Complaint(
                "A sheet is plain text, and \(path) would call it something else. Give it a name that ends in .txt."
            )
        }
        guard Folder.hasFile(path), let known = try? InputFile(path, "sheet") else { return }
        let before = String(decoding: known.bytes, as: UTF8.self)
        let isSheet = before.split(whereSeparator: \.isNewline).contains { line in
            line.drop { !$0.isLetter }.uppercased().hasPrefix("\(keyword) ")
                || line.drop { !$0.isLetter }.uppercased().hasPrefix("\(keyword):")
        }
        guard isSheet, before != text else { return }
        throw Complaint(
            "\(path) is a sheet already, and says something else: somebody may have typed in it. Read it in "
                + "first, or name another file."
        )
    }

    /// Refuses what a sheet says of something that no sheet for the committee has.
    ///
    /// - Parameters:
    ///   - changes: What the sheet says.
    ///   - edition: The record as it is, for those who may see everything.
    /// - Throws: ``Complaint`` that tells no more than that the name is taken.
    static func check(_ changes: [Change], in edition: Edition) throws {
        let shown = edition.cut(for: .committee)
        for change in changes
        where edition.card(of: change.subject) != nil && shown.card(of: change.subject) == nil {
            throw Complaint(
                "The sheet names “\(change.subject)”, which no sheet for the committee has. Choose another short name. "
                    + "Nothing was recorded."
            )
        }
    }
}
#endif
