// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import Foundation
import Testing

@Suite("Examples in the help can be copied")
struct HelpExampleTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/CommitteeTool/Commands")

    /// A line of an example stands behind the margin of its text: twelve spaces and two more.
    @Test("No example is broken by the width of a terminal, or joined by the source")
    func width() throws {
        let names = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path())
        var examples = 0
        for name in names.sorted() where name.hasSuffix(".swift") {
            let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
            for line in text.split(separator: "\n") where line.hasPrefix("              committee ")
            {
                examples += 1
                let shown = line.dropFirst(12).replacing("\\\\", with: "\\")
                #expect(shown.count <= 80, "\(name): \(shown)")
                let isJoined = line.hasSuffix(" \\") && !line.hasSuffix("\\\\")
                #expect(!isJoined, "\(name): \(shown)")
            }
        }
        #expect(examples > 200)
    }
}
#endif
