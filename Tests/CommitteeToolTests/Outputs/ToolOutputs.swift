// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import CommitteeStorage
import CommitteeTestKit
import Foundation

/// What the tool writes for a list of commands, as a manifest of digests.
struct ToolOutputs {
    /// One command and what it wrote.
    struct Output {
        let command: String
        let code: Int32
        let text: String

        /// The line of the manifest: command, exit code, bytes and SHA-256.
        var line: String {
            let bytes = Array(text.utf8)
            let digest = Hexadecimal.text(Digest.sha256(bytes))
            return "\(command) | \(code) | \(bytes.count) | \(digest)"
        }
    }

    /// The name of the manifest, and of the folder of whole outputs.
    let name: String
    /// The outputs, in the order of the commands.
    private(set) var outputs: [Output] = []
    private let tool: BuiltTool
    private let isScrubbed: Bool

    /// Makes a list without outputs.
    ///
    /// - Parameters:
    ///   - name: The name of the manifest.
    ///   - tool: The tool.
    ///   - isScrubbed: Whether moments, identifiers and hashes are left out, which differ from run
    ///     to run in a store that was just made.
    init(_ name: String, tool: BuiltTool, isScrubbed: Bool = false) {
        self.name = name
        self.tool = tool
        self.isScrubbed = isScrubbed
    }

    /// Runs a command whose words have no spaces, and keeps what it writes.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - file: A file that it writes and that is kept, too.
    /// - Throws: When the tool cannot be started.
    mutating func run(_ command: String, file: String? = nil) throws {
        let words = command.split(separator: " ").map { String($0).replacing("␣", with: " ") }
        let run = try tool.run(words)
        var text = run.output
        if !run.errors.isEmpty { text += "--- errors\n\(run.errors)" }
        if let file {
            let bytes = (try? tool.bytes(of: file)) ?? Array("(no file)".utf8)
            text += "--- \(file)\n\(String(decoding: bytes, as: UTF8.self))"
        }
        if isScrubbed { text = Self.scrubbed(text) }
        outputs.append(Output(command: command, code: run.code, text: text))
    }

    /// The text without what differs from run to run.
    private static func scrubbed(_ text: String) -> String {
        let names = ["recordedAt", "recorded", "hash", "previousHash", "salt", "digest"]
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let member = line.drop { $0 == " " }
            if let name = names.first(where: { member.hasPrefix("\"\($0)\":") }) {
                return "\"\(name)\": …"
            }
            let isIdentifier = member.hasPrefix("\"id\": \"") && member.utf8.count >= 40
            return isIdentifier ? "\"id\": …" : String(line)
        }.joined(separator: "\n")
    }

    /// What differs from the manifest that is kept; empty when nothing does.
    ///
    /// Each difference names its command, and the file into which the new output was written.
    func differences() -> [String] {
        let lines = outputs.map(\.line)
        let golden = GoldenFile("\(name).manifest", besides: #filePath)
        let text = lines.joined(separator: "\n") + "\n"
        guard let first = golden.difference(from: Array(text.utf8)) else { return [] }
        let data = FileManager.default.contents(atPath: golden.path) ?? Data()
        let kept = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
        let known = Set(kept)
        let commands = Set(outputs.map { "\($0.command) |" })
        var found = outputs.filter { !known.contains($0.line) }.map { output in
            "“committee \(output.command)” writes something else than before. "
                + "The new output is in \(write(output))."
        }
        for line in kept where !commands.contains(where: { line.hasPrefix($0) }) {
            found.append("A command is no longer run: \(line)")
        }
        return found.isEmpty ? [first] : found
    }

    /// What differs in the outputs that are kept whole; empty when nothing does.
    func differences(ofWhole commands: [String: String]) -> [String] {
        commands.sorted { $0.key < $1.key }.compactMap { file, command in
            guard let output = outputs.first(where: { $0.command == command }) else {
                return "“committee \(command)” was not run."
            }
            return GoldenFile("\(name)/\(file)", besides: #filePath)
                .difference(from: Array(output.text.utf8))
        }
    }

    private func write(_ output: Output) -> String {
        let letters = output.command.map { $0.isLetter || $0.isNumber ? $0 : "-" }
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "committee-outputs-\(name)")
        let file = folder.appending(path: "\(String(letters).prefix(150)).txt")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(output.text.utf8).write(to: file)
            return file.path
        } catch {
            return "no file: \(error)"
        }
    }
}

/// The folders of the package.
enum PackageFolder {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Copies files and folders of the package into the folder of a tool.
    ///
    /// - Parameters:
    ///   - copies: The path in the package of each, by its name in the folder.
    ///   - tool: The tool.
    /// - Throws: When a file is not there, or cannot be copied.
    static func copy(_ copies: [String: String], into tool: BuiltTool) throws {
        for (name, path) in copies {
            let target = tool.folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try FileManager.default.copyItem(at: root.appending(path: path), to: target)
        }
    }
}
#endif
