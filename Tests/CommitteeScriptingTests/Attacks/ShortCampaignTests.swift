// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import Foundation
import Testing

/// The campaigns in C, in their short form; `Tests/Campaigns/README.md` has the long ones.
@Suite("Campaigns, in short") struct ShortCampaignTests {
    @Test("Refused allocations, kills, threads and the kept inputs of the fuzzers")
    func theShortCampaignsSucceed() throws {
        let script = ShippedPlugins.root.appending(path: "Tests/Campaigns/run.sh")
        let process = Process()
        process.executableURL = script
        process.arguments = ["short"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(String(decoding: bytes, as: UTF8.self))")
    }
}
#endif
