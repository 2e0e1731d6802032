// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit

/// A sheet that stands in a file already, and may hold what somebody typed and has not read in.
enum SheetOnDisk {
    /// Refuses to write a sheet over another one that says something else.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - keyword: The word with which sheets of the kind begin.
    ///   - text: The sheet that is to be written.
    /// - Throws: ``Complaint`` when the file is a sheet of the kind and differs.
    static func check(_ path: String, beginning keyword: String, against text: String) throws {
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
}
#endif
