// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a file is that is not text, told by its first bytes.
package struct FileSignature: Hashable, Sendable {
    /// What the file is, such as “a PDF”.
    package let what: String
    /// How to get at its text, as a sentence.
    package let wayOut: String

    private init(_ what: String, _ wayOut: String) {
        self.what = what
        self.wayOut = wayOut
    }

    /// Returns what the bytes are plainly the beginning of, or nil when they may be text.
    package init?(of bytes: [UInt8]) {
        for (mark, signature) in Self.marks where bytes.starts(with: mark) {
            self = signature
            return
        }
        if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
            self = Self.package(bytes)
            return
        }
        guard bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) else {
            return nil
        }
        self = Self.picture("WebP")
    }

    private static let marks: [([UInt8], FileSignature)] = [
        (
            Array("%PDF-".utf8),
            FileSignature(
                "a PDF",
                "Extract its text, for example with “pdftotext -layout”, or save it as a web page."
            )
        ),
        (
            Array("%!PS".utf8),
            FileSignature("a PostScript file", "Extract its text, for example with “ps2ascii”.")
        ),
        (
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            FileSignature(
                "a Word or Excel file of the kind before 2007",
                "Save a document as a web page (filtered) or plain text in UTF-8, and a sheet as "
                    + "“CSV UTF-8”."
            )
        ),
        (
            Array("{\\rtf".utf8),
            FileSignature(
                "a rich text file (RTF)",
                "Save it as a web page or as plain text in UTF-8."
            )
        ),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], picture("PNG")),
        ([0xFF, 0xD8, 0xFF], picture("JPEG")),
        (Array("GIF8".utf8), picture("GIF")),
        ([0x49, 0x49, 0x2A, 0x00], picture("TIFF")),
        ([0x4D, 0x4D, 0x00, 0x2A], picture("TIFF")),
        ([0x1F, 0x8B], packed("gzip")),
        (Array("BZh9".utf8), packed("bzip2")),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], packed("xz")),
        ([0x28, 0xB5, 0x2F, 0xFD], packed("Zstandard")),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], packed("7-Zip")),
        (
            Array("SQLite format 3\u{0}".utf8),
            FileSignature("a SQLite database", "Export what you need from it as CSV.")
        ),
    ]

    private static func picture(_ kind: String) -> FileSignature {
        FileSignature(
            "a picture (\(kind))",
            "Read the words off it, for example with a program for text recognition, and save them "
                + "as text."
        )
    }

    private static func packed(_ kind: String) -> FileSignature {
        FileSignature("a file packed with \(kind)", "Unpack it and name the file inside.")
    }

    /// What a ZIP file holds, by the names of its members at its beginning and end.
    private static func package(_ bytes: [UInt8]) -> FileSignature {
        let reach = 1 << 16
        let ends = [bytes.prefix(reach), bytes.suffix(min(reach, max(0, bytes.count - reach)))]
        func holds(_ name: String) -> Bool {
            let name = Array(name.utf8)
            return ends.contains { end in
                var rest = end
                while let place = rest.firstIndex(of: name[0]) {
                    rest = rest[place...]
                    if rest.starts(with: name) { return true }
                    rest = rest.dropFirst()
                }
                return false
            }
        }
        if holds("word/") {
            return FileSignature(
                "a Word document",
                "Save it as a web page (filtered) or as plain text in UTF-8."
            )
        }
        if holds("xl/") {
            return FileSignature("an Excel workbook", "Save each sheet as “CSV UTF-8”.")
        }
        if holds("opendocument.spreadsheet") {
            return FileSignature("an OpenDocument sheet", "Save each sheet as CSV in UTF-8.")
        }
        if holds("opendocument") {
            return FileSignature(
                "an OpenDocument file",
                "Save it as a web page or as plain text in UTF-8."
            )
        }
        return packed("ZIP")
    }
}
