// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing
import WorkflowSequences

/// Random events by random people, through every way in; `make sequences` tries 100,000.
@Suite("No way in leads to a state that the workflow does not allow")
struct WorkflowSequenceTests {
    @Test(
        "Random sequences: what is recorded follows a step and replays; what is refused has a reason"
    )
    func sequences() async throws {
        var sequences = WorkflowSequences(over: try WorkflowSequences.workflows(), seed: 1)
        try await sequences.run(0..<60)
        #expect(sequences.faults == [])
        #expect(sequences.recorded > 60 && sequences.refused > 30)
        #expect(sequences.corrected + sequences.correctionsRefused > 10)
    }
}
