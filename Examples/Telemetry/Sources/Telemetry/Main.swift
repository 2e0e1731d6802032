// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeStorage
import Logging
import TelemetryBridge

/// Opens a store with a logger and metrics: `swift run --package-path Examples/Telemetry Telemetry council.sqlite`.
@main
struct Main {
    static func main() async throws {
        let logger = Logger(label: "committee")
        let store = try SQLiteJournal(
            path: CommandLine.arguments.last ?? "council.sqlite",
            observer: .reporting(to: logger)
        )
        for committee in try await store.committees() {
            logger.info("\(committee.name) has \(committee.lastSequence) entries")
        }
        try await store.close()
    }
}
