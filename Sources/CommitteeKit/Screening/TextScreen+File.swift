// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension TextScreen {
    /// Adds what a council wrote into a file, a line each.
    ///
    /// ```text
    /// # What our council looks for beside the standard.
    /// name Ailbeart
    /// words the placement at Elm House
    /// number LO-99999
    /// allow Martha Trust
    /// ```
    ///
    /// - Parameters:
    ///   - text: The file's text. An empty line and one that begins with `#` say nothing.
    ///   - file: The file's name, for messages.
    /// - Throws: ``LibraryError`` with the file and the line that cannot be read.
    public mutating func add(reading text: String, named file: String) throws(LibraryError) {
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            let line = line.trimmingSpace
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let word = line.prefix { !$0.isWhitespace }
            let rest = line.dropFirst(word.count).trimmingSpace
            guard !rest.isEmpty else {
                throw Self.unreadable(
                    file,
                    number,
                    "“\(word)” says nothing. Write what is meant behind it."
                )
            }
            switch word {
            case "name": add(names: [rest])
            case "words": add(words: [rest])
            case "allow": add(allowed: [rest])
            case "number":
                guard rest.utf8.contains(where: { $0 == 0x39 || $0 == 0x41 }) else {
                    throw Self.unreadable(
                        file,
                        number,
                        "The number “\(rest)” has no 9 for a figure and no A for a letter. Write it like "
                            + "LO-99999."
                    )
                }
                add(numbers: [rest])
            default:
                let known = ["name", "words", "number", "allow"]
                throw Self.unreadable(
                    file,
                    number,
                    "“\(word)” is none of \(known.joined(separator: ", ")). "
                        + ClosestName.suggestion(for: String(word), in: known)
                )
            }
        }
    }

    private static func unreadable(_ file: String, _ line: Int, _ words: String) -> LibraryError {
        LibraryError(.unreadable, "\(file), line \(line): \(words)")
    }
}
