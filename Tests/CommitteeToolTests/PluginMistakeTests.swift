// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

#if Tool && Scripting && SQLite
/// What a mistake in a plugin must not do to the record, to files and to reminders.
@Suite struct PluginMistakeTests {
    private static func empty(_ plugin: String) throws -> BuiltTool {
        let tool = try BuiltTool.withStore()
        try tool.makeFolder("plugins/small")
        try tool.write(SmallCommittee.manifest, to: "plugins/small/plugin.json")
        try tool.write(plugin, to: "plugins/small/main.lua")
        try tool.write(SmallCommittee.document, to: "plan.md")
        return tool
    }

    private static func imported(_ tool: BuiltTool) throws -> BuiltTool.Run {
        try tool.run([
            "import", tool.store, "plan.md", "--layout", "small/plan", "--plugins", "plugins",
        ])
    }

    @Test func aLayoutWithAnUnknownSchemeReadsNothing() throws {
        let tool = try Self.empty(
            SmallCommittee.plugin.replacingOccurrences(of: "\"key\",\n", with: "\"kye\",\n")
        )
        let run = try Self.imported(tool)
        #expect(
            run.errors
                == "committee: The layout “small/plan” names the status scheme “small/kye”. There is no status "
                + "scheme “small/kye”. Did you mean “small/key”? Without it nothing would be completed, so "
                + "nothing was read. Correct the name in the layout.\n"
        )
        #expect(run.code == 1)
    }

    @Test func aCorrectedLayoutReadsTheSameDocumentAnew() throws {
        let plugin = SmallCommittee.plugin
        let tool = try Self.empty(
            plugin.replacingOccurrences(of: "\"timescale.words\"", with: "\"local.when\"")
        )
        #expect(try Self.imported(tool).code == 0)
        #expect(
            try Self.imported(tool).output.hasSuffix(
                "Nothing was recorded: this document was imported with this layout before.\n"
            )
        )
        try tool.write(plugin, to: "plugins/small/main.lua")
        #expect(try Self.imported(tool).output.contains("Recorded "))
        let plan = try tool.run(["plan", tool.store, "--as-of", "2026-07-31"])
        #expect(plan.output.contains("Late: 1 (1.1)"), "\(plan.output)")
    }

    @Test func aColumnOfRemarksIsReadAndWritten() throws {
        let tool = try Self.empty(
            SmallCommittee.plugin.replacingOccurrences(
                of: "{ \"Status\", ",
                with: "{ \"Remarks\", \"notes\" },\n    { \"Status\", "
            )
        )
        try tool.write(
            SmallCommittee.document
                .replacingOccurrences(of: "| When | Status |", with: "| When | Remarks | Status |")
                .replacingOccurrences(of: "| --- |\n", with: "| --- | --- |\n")
                .replacingOccurrences(of: "2026 | G |", with: "2026 | Waits for the printer | G |")
                .replacingOccurrences(of: "2027 | R |", with: "2027 |  | R |"),
            to: "plan.md"
        )
        let run = try Self.imported(tool)
        #expect(run.code == 0, "\(run.errors)")
        let report = try tool.run(["report", tool.store, "--format", "small/plan", "--as", "md"])
        #expect(report.output.contains("| Waits for the printer |"), "\(report.output)")
    }

    @Test func recordingWritesThroughNoLinkOutOfThePlugin() throws {
        let tool = try BuiltTool()
        #expect(try tool.run(["plugin", "new", "mine"]).code == 0)
        try tool.write("kept", to: "victim.md")
        try tool.write(
            "test \"a\" (function(t) t.matches(\"overwritten\", \"v.md\") end)\n",
            to: "plugins/mine/tests/link.lua"
        )
        _ = try tool.shell("ln -s ../../../victim.md plugins/mine/tests/v.md")
        let run = try tool.run(["plugin", "test", "mine", "--record"])
        #expect(
            run.errors.contains(
                "mine/tests/v.md: the file is a link that leads out of the plugin's folder. Put the file "
                    + "itself there."
            ),
            "\(run.errors)"
        )
        #expect(try tool.bytes(of: "victim.md") == Array("kept".utf8))
        _ = try tool.shell(
            "rm plugins/mine/tests/v.md; mkdir out; ln -s ../../../out plugins/mine/tests/golden"
        )
        try tool.write(
            "test \"a\" (function(t) t.matches(\"overwritten\", \"golden/new.md\") end)\n",
            to: "plugins/mine/tests/link.lua"
        )
        #expect(try tool.run(["plugin", "test", "mine", "--record"]).code != 0)
        #expect(try tool.shell("ls out").output.isEmpty)
    }

    @Test func whileAPluginHasAMistakeNoOtherCommitteesRulesSpeakOfItsPlan() throws {
        let tool = try SmallCommittee.imported()
        try tool.makeFolder("plugins/other")
        try tool.write(
            SmallCommittee.manifest.replacingOccurrences(of: "\"small\"", with: "\"other\""),
            to: "plugins/other/plugin.json"
        )
        try tool.write(SmallCommittee.plugin, to: "plugins/other/main.lua")
        let sound = try tool.run(["remind", tool.store, "--on", "2026-07-31"])
        #expect(sound.output.contains("Chair"))
        try tool.write(
            SmallCommittee.plugin.replacingOccurrences(of: "levels ", with: "levls "),
            to: "plugins/small/main.lua"
        )
        let broken = try tool.run(["remind", tool.store, "--on", "2026-07-31"])
        #expect(!broken.output.contains("Chair"), "\(broken.output)")
        #expect(broken.errors.contains("The plugin “small” has a mistake"), "\(broken.errors)")
        #expect(broken.code != 0)
    }
}
#endif
