// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One course of a risk among the registers of the conformance kit, event after event.
package struct RiskWorkflowTrial: Sendable {
    private let workflow: any RiskWorkflow
    private var drafts: [EntryDraft]
    private var day = RiskWorkflowWorld.start

    /// Begins a course before the risk is proposed.
    ///
    /// - Parameters:
    ///   - workflow: The workflow.
    ///   - world: What is there before.
    package init(_ workflow: any RiskWorkflow, in world: RiskWorkflowWorld = .plain) {
        self.workflow = workflow
        drafts = world.drafts
    }

    /// The risk as it stands on the day of the last event.
    package var riskCase: RiskCase { riskCase(on: day) }

    /// The kinds of the entries about the risk, oldest first.
    package var kinds: [EntryKind] {
        drafts.filter { $0.subject == .risk(RiskWorkflowWorld.risk) }.map(\.kind)
    }

    /// Takes the risk through an event on the next day.
    ///
    /// - Parameter request: What somebody wants to happen.
    /// - Throws: ``RiskRefusal`` when the workflow or the record refuses it; nothing is recorded then.
    package mutating func perform(_ request: RiskRequest) throws(RiskRefusal) {
        let next = day + 1
        let added = try workflow.drafts(for: request, riskCase(on: next))
        if let problem = Record.problems(appending: added, to: Self.entries(of: drafts)).first {
            throw RiskRefusal("record", problem.message)
        }
        drafts += added
        day = next
    }

    private func riskCase(on day: CivilDate) -> RiskCase {
        let edition = Edition(
            of: Record.folding(Self.entries(of: drafts), asOf: day),
            committee: "trial",
            name: "The trial",
            asOf: day,
            audience: .restricted
        )
        return workflow.riskCase(RiskWorkflowWorld.risk, in: edition)
    }

    private static func entries(of drafts: [EntryDraft]) -> [Entry] {
        var sealer = EntrySealer(committee: "trial", after: nil, context: .trial)
        return drafts.map { sealer.seal($0, idempotencyKey: nil) }
    }
}

extension RiskFact {
    /// Reads a fact from the form that a file of changes has under its name.
    package static func reading(
        _ name: Name,
        _ node: JSONNode,
        _ place: JSONPlace
    ) throws(JSONError) -> RiskFact {
        try name.entry.type.read(node, place)
    }
}

extension JournalContext {
    /// The context of a journal that is thrown away when a trial ends.
    ///
    /// Its digest tells equal bytes from unequal ones and is no seal against anybody.
    package static var trial: JournalContext {
        JournalContext(
            now: { RecordedInstant(milliseconds: 0) },
            randomBytes: { [UInt8](repeating: 0, count: max(0, $0)) },
            digest: Digest(name: "trial") { bytes in
                var hash: UInt64 = 14_695_981_039_346_656_037
                for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
                return (0..<32).map { UInt8(truncatingIfNeeded: hash >> (UInt64($0 % 8) * 8)) }
            }
        )
    }
}
