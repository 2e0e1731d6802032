// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What an officer typed into the sheets of one meeting: lines of the agenda, a letter for each seat, and
/// what was said, decided and asked for below each heading of the minute.
struct TypedSheets {
    /// The lines that were added to the agenda.
    var agenda: [String] = []
    /// One letter for each seat, in the order of the sheet.
    var letters = ""
    /// The lines below a heading, by the number of its item.
    var said: [(number: String, lines: [String])] = []

    /// Reads a file such as `year/2027-02-02.txt`.
    init(_ path: String) throws {
        var inAgenda = false
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            if line == "AGENDA" {
                inAgenda = true
            } else if line.hasPrefix("ATTENDANCE ") {
                inAgenda = false
                letters = String(line.dropFirst("ATTENDANCE ".count))
            } else if line.hasPrefix("MINUTE ") {
                said.append((String(line.dropFirst("MINUTE ".count)), []))
            } else if inAgenda {
                agenda.append(String(line))
            } else if !said.isEmpty {
                said[said.count - 1].lines.append(String(line))
            }
        }
    }

    /// The agenda's sheet with the lines that were added.
    func agenda(in sheet: String) -> String {
        sheet.replacingOccurrences(of: "[END]", with: (agenda + ["[END]"]).joined(separator: "\n"))
    }

    /// The sheet of attendance with its letters.
    func attendance(in sheet: String) -> String {
        var letters = Array(letters)[...]
        let lines = sheet.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { line in
            guard line.hasPrefix("? "), let letter = letters.popFirst() else { return String(line) }
            return "\(letter)\(line.dropFirst())"
        }.joined(separator: "\n")
    }

    /// The sheet of the minute with what was typed below its headings.
    func minute(in sheet: String) -> String {
        var lines: [String] = []
        for line in sheet.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(String(line))
            let number = line.prefix { $0 != "." }
            guard line.dropFirst(number.count).hasPrefix(". "),
                let part = said.first(where: { $0.number == number })
            else { continue }
            lines += part.lines
        }
        return lines.joined(separator: "\n")
    }
}
