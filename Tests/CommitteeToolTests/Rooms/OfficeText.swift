// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
@testable import CommitteeOffice
import CommitteeStorage
import Foundation

/// Documents of an office program as text in which a word can be looked for.
enum OfficeText {
    enum Form: String, CaseIterable, CustomStringConvertible {
        case word, excel

        var description: String { rawValue }
    }

    /// Writes a document in a form of an office program, and returns what is in the file.
    static func of(_ document: Document, as form: Form) throws -> String {
        switch form {
        case .word: return try of(try WordRenderer().bytes(of: document))
        case .excel:
            let scratch = FileManager.default.temporaryDirectory
                .appending(path: "workbook-\(UUID().uuidString).xlsx")
            defer { try? FileManager.default.removeItem(at: scratch) }
            return try of(try ExcelRenderer().bytes(of: document, scratch: scratch.path))
        }
    }

    /// Returns the parts of a file, one after another, under the digest of all its bytes: two texts are the
    /// same only when the files are.
    static func of(_ bytes: [UInt8]) throws -> String {
        let file = try ZipReader(bytes, limits: OfficeLimits())
        var text = "SHA-256 \(Hexadecimal.text(Digest.sha256(bytes)))\n"
        for name in file.names {
            let part = try file.part(name) ?? []
            text += "\(name)\n\(String(decoding: part, as: UTF8.self))\n"
        }
        return text
    }
}
#endif
