// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// WorkflowTrials [SEQUENCES] [SEED]
//
// Random sequences of events over the standard workflow, those of the examples in Swift and, with the
// trait `Scripting`, in Lua. It fails when a state is reached that the steps do not allow, when a record
// is another after a round trip, or when a refusal gives no reason.

import CommitteeKit
import CommitteeScripting
import Foundation
import WorkflowSequences

let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let (count, seed) = (numbers.first ?? 100_000, UInt64(numbers.dropFirst().first ?? 1))

var workflows = try WorkflowSequences.workflows()
#if Scripting
let plugins = try await LuaPlugins.load(PluginFolder("Examples/review-plugin/plugins"))
workflows.append(
    try plugins.riskWorkflow("northshire-review/reviewed", over: StandardRiskWorkflow())
)
#endif

let started = ContinuousClock.now
let parts = max(1, ProcessInfo.processInfo.activeProcessorCount)
let kinds = workflows
let account = try await withThrowingTaskGroup(of: WorkflowSequences.self) { group in
    for part in 0..<parts {
        group.addTask {
            var sequences = WorkflowSequences(over: kinds, seed: seed)
            try await sequences.run(part * count / parts..<(part + 1) * count / parts)
            return sequences
        }
    }
    var all = WorkflowSequences(over: kinds, seed: seed)
    while let part = try await group.next() { all.add(part) }
    return all
}
print(
    "\(count) sequences over \(workflows.count) workflows: \(account.recorded) events recorded, "
        + "\(account.refused) refused; \(account.corrected) corrections, \(account.correctionsRefused) "
        + "refused; \(account.faults.count) faults; \((ContinuousClock.now - started).components.seconds) s"
)
for fault in account.faults.prefix(20) { print("  \(fault)") }
exit(account.faults.isEmpty ? 0 : 1)
