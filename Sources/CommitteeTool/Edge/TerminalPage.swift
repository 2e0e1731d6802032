// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import CommitteeText
import Glibc

/// A document as text on a terminal: statuses in their colours, headings in bold, and page by page.
///
/// Colours are for a terminal alone. `NO_COLOR` turns them off (no-color.org), `FORCE_COLOR` on. Each stands
/// beside the letter, the word and the name of the colour, so nothing is lost without it.
enum TerminalPage {
    /// Whether text is painted.
    static var hasColour: Bool {
        if let none = variable("NO_COLOR"), !none.isEmpty { return false }
        if let forced = variable("FORCE_COLOR"), !forced.isEmpty { return forced != "0" }
        return isatty(STDOUT_FILENO) == 1 && variable("TERM") != "dumb"
    }

    /// Paints the statuses of a document in its text, and makes its headings bold.
    static func painted(_ text: String, of document: Document) -> String {
        var tags: [String: StatusColour] = [:]
        document.forEachPiece { piece in
            guard case .table(let table, _) = piece else { return }
            for case .cells(let cells) in table.rows {
                for case .status(let tag) in cells.flatMap(\.contents) where !tag.text.isEmpty {
                    if let colour = tag.colour { tags[tag.text] = colour }
                }
            }
        }
        // The longest first: one status may begin as another does.
        let known = tags.sorted { ($0.key.count, $0.key) > ($1.key.count, $1.key) }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for index in lines.indices {
            if isRule(lines[index]), index > 0, !lines[index - 1].isEmpty {
                lines[index - 1] = "\u{1B}[1m\(lines[index - 1])\u{1B}[0m"
            }
            lines[index] = painted(lines[index], known)
        }
        return lines.joined(separator: "\n")
    }

    private static func painted(_ line: String, _ known: [(key: String, value: StatusColour)])
        -> String
    {
        guard let (words, colour) = known.first(where: { line.contains($0.key) }),
            let place = line.firstRange(of: words)
        else { return line }
        return painted(String(line[..<place.lowerBound]), known)
            + "\u{1B}[\(code(of: colour))m\(words)\u{1B}[0m"
            + painted(String(line[place.upperBound...]), known)
    }

    /// Whether a line underlines the heading above it.
    private static func isRule(_ line: String) -> Bool {
        guard let first = line.first, first == "=" || first == "-" else { return false }
        return line.count > 2 && line.allSatisfy { $0 == first }
    }

    /// The colours of the area and of the letters on it (ECMA-48, SGR).
    private static func code(of colour: StatusColour) -> String {
        switch colour {
        case .green: "42;30"
        case .amber, .orange: "43;30"
        case .yellow: "103;30"
        case .red: "41;97"
        case .blue: "44;97"
        case .purple: "45;97"
        case .grey: "100;97"
        case .black: "40;97"
        case .white: "107;30"
        case .turquoise: "46;30"
        case .pink: "105;30"
        // A terminal has no brown: its letters and its area change places.
        default: "7"
        }
    }

    /// Shows text page by page when it is longer than the terminal.
    ///
    /// The program is that of `COMMITTEE_PAGER`, else of `PAGER`, else `less`; `cat` or nothing shows the text
    /// at once.
    ///
    /// - Returns: Whether it was shown.
    static func show(_ text: String) -> Bool {
        guard isatty(STDOUT_FILENO) == 1, isatty(STDIN_FILENO) == 1,
            text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) >= rows
        else { return false }
        let program =
            variable("COMMITTEE_PAGER") ?? variable("PAGER") ?? OutsideProgram("less")?.path ?? ""
        guard !program.isEmpty, program != "cat" else { return false }
        // Quit when it fits, let colours through, leave the text where it is.
        setenv("LESS", "FRX", 0)
        guard let pager = popen(program, "w") else { return false }
        _ = Array(text.utf8).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, pager) }
        // A pager that is not there says so itself; the text is then shown at once.
        return pclose(pager) >> 8 & 0xFF != 127
    }

    private static var rows: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
        return Int(size.ws_row)
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
#endif
