// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("Statuses in reports of the standard plugin")
struct StatusWordsTests {
    @Test("A status is letter, colour and word in a report of another plugin than the key's")
    func statusesHaveTheirWords() throws {
        let tool = try BuiltTool.withStore()
        let package = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let plugins = ["--plugins", package.appending(path: "plugins").path]
        let plan = package.appending(path: "Examples/perth-and-kinross/plan-2023.md").path
        let imported = try tool.run(
            ["import", tool.store, plan, "--layout", "perth-and-kinross/plan-2023"] + plugins
        )
        #expect(imported.code == 0)
        let report = try tool.run(
            [
                "report", tool.store, "--format", "standard/progress-update", "--as", "txt",
                "--as-of", "2023-10-31",
            ] + plugins
        )
        #expect(report.code == 0)
        #expect(report.output.contains("G Green"))
        #expect(!report.output.contains("\n16 of 19: G\n"))
    }
}
