// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import BenchPlan
import Foundation

/// Writes the generated plan for the peers: `bench-data ACTIONS FOLDER`.
@main
enum BenchData {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let count = Int(arguments[1]) else {
            FileHandle.standardError.write(Data("usage: bench-data ACTIONS FOLDER\n".utf8))
            exit(2)
        }
        let plan = GeneratedPlan(actions: count)
        let folder = URL(fileURLWithPath: arguments[2])
        try Data(plan.json.utf8).write(to: folder.appendingPathComponent("plan.json"))
        try Data(plan.lua.utf8).write(to: folder.appendingPathComponent("plan.lua"))
    }
}
