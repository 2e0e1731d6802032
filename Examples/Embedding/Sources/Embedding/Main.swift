// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeStorage
import Foundation

/// Runs the README's example: `swift run --package-path Examples/Embedding` from the root.
@main
struct Main {
    static func main() async throws {
        let examples = "Examples/first-plugin"
        let path = "northshire.sqlite"
        defer { for ending in ["", "-wal", "-shm"] { unlink(path + ending) } }
        let plan = try Data(contentsOf: URL(filePath: "\(examples)/plan.md"))
        let text = try await northshire(
            store: try SQLiteJournal.create(at: path),
            plugins: "\(examples)/plugins",
            plan: Array(plan)
        )
        print(text, terminator: "")
    }
}
