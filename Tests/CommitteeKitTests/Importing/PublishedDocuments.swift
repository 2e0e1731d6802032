// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation

/// The published plans, which are not part of the project: tests on them run where they are.
enum PublishedDocuments {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/seeds")

    static let plan2018 = "000_8602d869058a07de.txt"
    static let plan2023 = "001_73026dbe59d24153.txt"
    static let strategicPlan = "002_549bb12720774952.txt"

    static var arePresent: Bool {
        [plan2018, plan2023, strategicPlan].allSatisfy {
            FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
        }
    }

    static func read(_ name: String) throws -> SourceDocument {
        let data = try Data(contentsOf: folder.appending(path: name))
        return try SourceDocument(reading: Array(data), name: name)
    }
}
