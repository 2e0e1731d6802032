// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A page of the documentation, with what it promises to be true.
struct DocumentationPage {
    /// A command that a page shows, with what it prints.
    struct Command {
        var line: String
        var output: [String]
        /// The lines of the page on which the output stands.
        var range: Range<Int>
    }

    /// The folder of the package.
    static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    let url: URL
    let lines: [String]

    init(_ path: String) throws {
        url = Self.package.appending(path: path)
        lines = try String(contentsOf: url, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The text of a file of the package.
    static func text(of path: String) throws -> String {
        try String(contentsOf: package.appending(path: path), encoding: .utf8)
    }

    /// The fenced block after a mark such as `<!-- example: swift -->`.
    func block(after mark: String) throws -> String {
        try #require(blocks(after: "<!-- \(mark) -->").first).text
    }

    /// The fenced blocks after marks that begin so, each with its mark.
    func blocks(after mark: String) -> [(mark: String, text: String)] {
        lines.indices.filter { lines[$0].hasPrefix(mark) }.map { index in
            let block = lines[(index + 2)...].prefix { $0 != "```" }
            return (lines[index], block.map { $0 + "\n" }.joined())
        }
    }

    /// The commands that the page shows, in order, and those that it needs before.
    var commands: [Command] {
        var commands: [Command] = []
        var isSession = false
        let before = "<!-- before: "
        for (index, line) in lines.enumerated() {
            if line.hasPrefix(before) {
                let command = String(line.dropFirst(before.count).dropLast(4))
                commands.append(Command(line: command, output: ["…"], range: index..<index))
            } else if line == "```console" {
                isSession = true
            } else if line == "```" {
                isSession = false
            } else if isSession, line.hasPrefix("$ ") {
                let next = index + 1
                commands.append(
                    Command(line: String(line.dropFirst(2)), output: [], range: next..<next)
                )
            } else if isSession, let last = commands.indices.last {
                commands[last].output.append(line)
                commands[last].range = commands[last].range.lowerBound..<(index + 1)
            }
        }
        return commands
    }

    /// The rows of the table after a mark, as the texts of their cells.
    func rows(after mark: String) throws -> [[String]] {
        let start = try #require(lines.firstIndex(of: "<!-- \(mark) -->"))
        return lines[(start + 3)...].prefix { $0.hasPrefix("|") }.map { line in
            line.split(separator: "|").map { cell in
                let words = cell.trimmingCharacters(in: .whitespaces)
                return words.hasPrefix("`") ? String(words.dropFirst().dropLast()) : words
            }
        }
    }

    /// The files that the page links to, without those on the web.
    var links: [String] {
        let pattern = /\]\(([^)#:]+)(#[^)]*)?\)/
        return lines.flatMap { line in line.matches(of: pattern).map { String($0.output.1) } }
    }
}

/// Whether printed text is what a page shows, in which `…` stands for anything.
func isPrinted(_ text: String, as lines: [String]) -> Bool {
    let shown = lines.joined(separator: "\n")
    var rest = Substring(text)
    while rest.last == "\n" { rest = rest.dropLast() }
    let parts = shown.components(separatedBy: "…")
    guard let first = parts.first, rest.hasPrefix(first) else { return false }
    rest = rest.dropFirst(first.count)
    for (index, part) in parts.enumerated().dropFirst() {
        if index == parts.count - 1 { return part.isEmpty || rest.hasSuffix(part) }
        guard let found = rest.firstRange(of: part) else { return false }
        rest = rest[found.upperBound...]
    }
    return rest.isEmpty
}
