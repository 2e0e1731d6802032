// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import CommitteeScripting
import CommitteeStorage
import Foundation
import Testing

/// Whoever may not know of something learns nothing of it from the tool, whatever the command, the form
/// and the mistake in it.
///
/// Every command is run with two stores that differ in nothing but what is hidden from the audience. What is
/// written must be the same, and hold no word of it. `make rooms` runs each in every form and compares more
/// pairs.
@Suite("What is hidden shows in no output of the tool")
struct ToolSecrecyTests {
    private typealias Rooms = RoomSecrecyTests

    /// A folder with a store, in which the tool is run.
    static func tool(with matters: HiddenMatters) async throws -> BuiltTool {
        let tool = try BuiltTool()
        var copies: [String: String] = [:]
        for (name, path) in Rooms.pluginFolders { copies["plugins/\(name)"] = path }
        try PackageFolder.copy(copies, into: tool)
        let store = try SQLiteJournal.create(at: tool.folder.appending(path: "s.sqlite").path)
        try await store.createCommittee(HiddenMatters.committee, name: HiddenMatters.name)
        try await store.append(
            matters.drafts,
            to: HiddenMatters.committee,
            expecting: nil,
            idempotencyKey: nil
        )
        try await store.close()
        return tool
    }

    /// What one command wrote: on both outputs, and into files.
    private struct Written {
        var code: Int32
        var text: String
    }

    /// Runs a command in a folder in which it leaves nothing.
    private static func written(_ command: String, by tool: BuiltTool) throws -> Written {
        let run = try tool.run(command.split(separator: " ").map(String.init))
        var text = run.output + run.errors
        for name in try tool.names where name.hasPrefix("out.") {
            let bytes = try tool.bytes(of: name)
            text += "--- \(name)\n"
            text +=
                name.hasSuffix("x")
                ? try OfficeText.of(bytes) : String(decoding: bytes, as: UTF8.self)
            try FileManager.default.removeItem(at: tool.folder.appending(path: name))
        }
        return Written(code: run.code, text: text)
    }

    /// A text without the numbers of entries, which partners and the committee read, and without what is said to whoever
    /// publishes.
    private static func withoutNumbers(_ text: String) -> String {
        text.replacing(
            /"entry": \d+|\(entry \d+\)|[Ee]ntry \d+|[Ee]ntries \d+ to \d+|[Ee]ntries [\d, and]+\d/,
            with: "entry"
        )
        .replacing(/"entries": \[[\d,\s]*\]/, with: "entries")
        // Whoever publishes is told of which record it was.
        .replacing(/record  \d+ entries, the last hash [0-9a-f]+/, with: "record")
    }

    private static var isLong: Bool {
        ProcessInfo.processInfo.environment["ROOM_TWINS"] != nil
    }

    @Test(arguments: RoomSecrecyTests.audiences)
    func noOutputShowsIt(_ audience: Audience) async throws {
        let matters = try HiddenMatters()
        let tool = try await Self.tool(with: matters)
        let marks = HiddenMatters.forbidden(to: audience)
        let commands = ToolQuestions.commands(for: audience, asking: matters, isLong: Self.isLong)
        var looked = 0
        var outputs: [(command: String, written: Written)] = []
        // Beside all other tests, a third of what names something hidden, another one for each audience.
        let step = Self.isLong ? 1 : 3
        let first = Rooms.audiences.firstIndex(of: audience) ?? 0
        for (place, command) in commands.enumerated() {
            let stranger = HiddenMatters.asStranger(command, to: audience)
            if stranger != command, place % step != first % step { continue }
            var written = try Self.written(command, by: tool)
            looked += 1
            #expect(!written.text.isEmpty, "\(command)")
            if stranger != command {
                // The name that was asked for is said again, and nothing else is known of it.
                let other = try Self.written(stranger, by: tool)
                looked += 1
                written.text = HiddenMatters.asStranger(written.text, to: audience)
                #expect(written.code == other.code, "\(command)")
                if written.text != other.text {
                    Issue.record("\(command): \(Rooms.difference(written.text, other.text))")
                }
            } else {
                outputs.append((command, written))
            }
            for mark in marks where written.text.contains(mark) {
                Issue.record("\(command): \(Rooms.line(of: mark, in: written.text))")
            }
        }
        for number in 1...max(1, Self.isLong ? min(3, Rooms.twins) : 1) {
            let twin = try await Self.tool(with: try Rooms.twin(for: audience, number))
            // Of the commands that name nothing hidden as well.
            for place in stride(from: first % step, to: outputs.count, by: step) {
                let (command, written) = outputs[place]
                let other = try Self.written(command, by: twin)
                looked += 1
                #expect(written.code == other.code, "\(command)")
                let (one, two) = (
                    Self.withoutNumbers(written.text), Self.withoutNumbers(other.text)
                )
                guard one != two else { continue }
                Issue.record("\(command) differs: \(Rooms.difference(one, two))")
            }
        }
        print("\(audience.rawValue): \(looked) outputs of the tool looked at")
        #expect(looked > 120)
    }

    @Test("Every command that takes an audience is asked")
    func everyCommandIsAsked() throws {
        let asked = ToolQuestions.commands(for: .public, asking: try HiddenMatters(), isLong: true)
        let tool = try BuiltTool()
        let missing = try Self.commandsWithAudience(tool).filter { command in
            !asked.contains { $0.hasPrefix(command + " ") } && ToolQuestions.writing[command] == nil
        }
        #expect(missing == [])
    }

    /// The commands whose help names an audience.
    private static func commandsWithAudience(_ tool: BuiltTool) throws -> [String] {
        func subcommands(_ words: [String]) throws -> [String] {
            let help = try tool.run(words + ["--help"]).output
            var found: [String] = []
            var isList = false
            for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
                if line.hasSuffix("SUBCOMMANDS:") {
                    isList = true
                    continue
                }
                guard line.hasPrefix("  "), !line.hasPrefix("   ") else {
                    if !line.hasPrefix(" ") { isList = false }
                    continue
                }
                let name = line.dropFirst(2).prefix { $0.isLetter || $0 == "-" }
                if isList, !name.isEmpty, name != "See" { found.append(String(name)) }
            }
            let own = help.contains("--audience ") ? [words.joined(separator: " ")] : []
            return try own + found.flatMap { try subcommands(words + [$0]) }
        }
        return try subcommands([]).filter { !$0.isEmpty }
    }
}
#endif
