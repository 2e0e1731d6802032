// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import Foundation
import Testing

/// Every command that writes a file, where the file cannot be written: it fails in words, says whether the record
/// was changed, and leaves nothing in half.
@Suite struct UnwritableOutputTests {
    /// Commands that write the file that they are told to, which stands as `FILE`.
    private static let telling: [String] = [
        "report s.sqlite --format standard/plan --as md -o FILE",
        "export s.sqlite -o FILE",
        "publish s.sqlite --format standard/plan --by clerk -o FILE",
        "remind s.sqlite --digest -o FILE",
        "remind s.sqlite --calendar FILE",
        "structure s.sqlite -o FILE",
        "journal sign s.sqlite --key own.secret-key -o FILE",
        "round paper --draft --store s.sqlite -o FILE",
        "round agree --store s.sqlite -o FILE",
        "meeting list --store s.sqlite --calendar FILE",
        "meeting agenda committee/2026-05-12 --store s.sqlite -o FILE",
        "meeting attendance committee/2026-05-12 --store s.sqlite -o FILE",
        "meeting minute committee/2026-05-12 --store s.sqlite -o FILE",
        "action-log show --store s.sqlite -o FILE",
        "document sheet --store s.sqlite -o FILE",
        "dataset sheet --store s.sqlite -o FILE",
        "dataset hide counts.csv -o FILE",
        "risk report s.sqlite risk-register --register main --audience restricted -o FILE",
        "risk heatmap s.sqlite --register main -o FILE",
        "risk movement s.sqlite --register main --since 2026-06-30 -o FILE",
        "risk workflow draw s.sqlite -o FILE",
        "plugin run standard/plan --store s.sqlite -o FILE",
    ]

    /// Commands that make what they name themselves, with a folder or a name that they are given.
    private static let naming: [(command: String, made: String)] = [
        ("journal keygen new", "new."), ("plugin new fresh --plugins own", "own"),
        ("plugin approve --all --by chair --plugins plugins", "plugins.lock"),
        ("plugin test probe --record --plugins plugins", "plugins/probe"),
        ("round forms --store s.sqlite -o sheets", "sheets/"),
        ("store backup s.sqlite -o copy.sqlite", "copy.sqlite"),
        ("init other.sqlite --id other --name Other", "other.sqlite"),
    ]

    private static func tool() async throws -> BuiltTool {
        let tool = try await ToolSecrecyTests.tool(with: try HiddenMatters())
        #expect(try tool.run(["journal", "keygen", "own"]).code == 0)
        try tool.write(
            "Indicator,Area,Period,Count\nSeen,North,2026,12\nSeen,South,2026,31\n",
            to: "counts.csv"
        )
        return tool
    }

    /// Every file in the folder with its bytes.
    private static func contents(_ tool: BuiltTool) throws -> [String: Data] {
        var found: [String: Data] = [:]
        let names = FileManager.default.subpaths(atPath: tool.folder.path) ?? []
        for name in names where !name.hasPrefix(".output-") && !name.hasPrefix(".errors-") {
            let path = tool.folder.appending(path: name).path
            found[name] = FileManager.default.contents(atPath: path) ?? Data()
        }
        return found
    }

    private static func line(_ command: String, _ file: String) -> [String] {
        command.replacing("FILE", with: file).split(separator: " ").map(String.init)
    }

    @Test("There is no room for the file")
    func aFullDisk() async throws {
        let tool = try await Self.tool()
        let before = try Self.contents(tool)
        for command in Self.telling {
            let run = try tool.run(Self.line(command, "/dev/full"))
            #expect(run.code == 1, "\(command): \(run.output) \(run.errors)")
            #expect(
                run.errors.contains(
                    "There is no room left for /dev/full. Make room on the disk and try again.\n"
                ),
                "\(command): \(run.errors)"
            )
            let usesStore = command.contains("s.sqlite")
            #expect(
                run.errors.contains("The record was not changed.\n") == usesStore,
                "\(command): \(run.errors)"
            )
            #expect(try Self.contents(tool) == before, "\(command)")
        }
    }

    @Test("There is no folder for the file")
    func aMissingFolder() async throws {
        let tool = try await Self.tool()
        let before = try Self.contents(tool)
        for command in Self.telling {
            let run = try tool.run(Self.line(command, "none/file.md"))
            #expect(run.code == 1, "\(command): \(run.output) \(run.errors)")
            #expect(
                run.errors.contains(
                    "The folder for none/file.md does not exist. Make the folder first.\n"
                ),
                "\(command): \(run.errors)"
            )
            #expect(try Self.contents(tool) == before, "\(command)")
        }
    }

    @Test("The disk is full where a command names its files itself")
    func aFullDiskForFilesOfItsOwn() async throws {
        for (command, made) in Self.naming {
            // A file may grow to this many blocks of 1,024 bytes; a store that is read needs its index beside it.
            for blocks in command.contains("s.sqlite") ? [40, 64] : [0, 1] {
                let tool = try await Self.tool()
                _ = try tool.shell("$TOOL plugin new probe --plugins plugins")
                let before = try Self.contents(tool)
                let run = try tool.shell(
                    "trap '' XFSZ; (ulimit -f \(blocks); $TOOL \(command)) 2>&1 | cat; exit ${PIPESTATUS[0]}"
                )
                let what = "\(command), \(blocks) blocks: \(run.output)"
                let after = try Self.contents(tool)
                guard run.code != 0 else {
                    // There was room: what was made is whole.
                    #expect(after.keys.contains { $0.contains(made) }, "\(what)")
                    continue
                }
                #expect(run.code == 1, "\(what)")
                #expect(
                    run.output.contains("larger than a file may be here")
                        || run.output.contains("There is no room left")
                        || run.output.contains("a file may not become larger here"),
                    "\(what)"
                )
                #expect(
                    after == before,
                    "\(what): \(Set(after.keys).symmetricDifference(before.keys))"
                )
            }
        }
    }
}
#endif
