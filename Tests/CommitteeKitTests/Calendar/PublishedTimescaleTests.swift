// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

/// The folder of published documents beside the package, which not every checkout has.
private let publishedFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/seeds")

private func publishedLines(_ prefix: String) throws -> [[String]] {
    let names = try FileManager.default.contentsOfDirectory(atPath: publishedFolder.path)
    let name = try #require(names.first { $0.hasPrefix(prefix) })
    let text = try String(contentsOf: publishedFolder.appending(path: name), encoding: .utf8)
    return text.split(separator: "\n").map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
}

// The documents are not part of the package; the table of cells stands in for them elsewhere.
@Suite(
    "Published timescales",
    .enabled(
        if: FileManager.default.fileExists(atPath: publishedFolder.path),
        "the published plans are not here"
    )
)
struct PublishedTimescaleTests {
    private let known = Set(TimescaleReaderTests.published.map(\.words))

    @Test("stand in the table of cells", arguments: ["000", "001"])
    func everyDatedCellIsKnown(_ prefix: String) throws {
        let cells = try publishedLines(prefix).flatMap { $0 }
            .map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.hasPrefix("By ") || $0.hasPrefix("Ongoing 2") }
        #expect(cells.count >= 25)
        for cell in cells {
            #expect(known.contains(cell), "\(cell)")
        }
    }

    @Test func everyCellOfTheTimescaleColumnIsKnown() throws {
        let cells = try publishedLines("002").filter { $0.count >= 6 && $0[0] != "OBJECTIVES" }
            .map { $0[3].trimmingCharacters(in: .whitespaces) }
            .filter { !$0.hasPrefix("TIMESCALE") }
        #expect(cells.count >= 36)
        for cell in cells {
            #expect(known.contains(cell), "\(cell)")
        }
    }
}
