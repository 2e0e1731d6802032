// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

extension LuaPlugins {
    /// Walks through each workflow of a plugin by the rules that every risk workflow keeps.
    ///
    /// - Parameter id: The plugin's identifier.
    /// - Returns: One result for a workflow that keeps them all, else one for each rule that it breaks.
    func conformance(ofWorkflowsOf id: String) async -> [PluginTestReport.Result] {
        let declared = parts.first { $0.source.id == id }?.declared?.workflows ?? []
        var results: [PluginTestReport.Result] = []
        for workflow in declared {
            guard let plugin = plugins[id] else { continue }
            let meter = FuelMeter()
            let log = LogGatherer()
            var engine = self
            engine.meter = meter
            engine.log = { _, text in log.add(text) }
            let scripted = ScriptedRiskWorkflow(
                workflow,
                over: StandardRiskWorkflow(),
                of: plugin,
                in: engine
            )
            let violations = await OwnThread.run {
                RiskWorkflowConformance(scripted, revisits: 1) { step, riskCase, world in
                    RiskWorkflowConformance.samples(
                        for: step,
                        riskCase,
                        in: world,
                        by: workflow.people.isEmpty
                            ? RiskWorkflowConformance.people : workflow.people,
                        details: workflow.details
                    )
                }.violations()
            }
            let found = violations ?? [.init(claim: "The walk can begin", message: "no thread.")]
            results += Self.results(of: workflow, found, steps: scripted.steps.count, meter, log)
        }
        return results
    }

    private static func results(
        of workflow: DeclaredRiskWorkflow,
        _ violations: [RiskWorkflowViolation],
        steps: Int,
        _ meter: FuelMeter,
        _ log: LogGatherer
    ) -> [PluginTestReport.Result] {
        let name = LuaPlugins.name(of: workflow.summary.id)
        let place = "\(workflow.plugin)/\(workflow.file):\(workflow.line)"
        var results = violations.map { violation in
            PluginTestReport.Result(
                file: workflow.file,
                line: workflow.line,
                name: "risk_workflow \(name): \(violation.claim)",
                failure: "\(place): \(violation.message)",
                fuel: 0,
                comparisons: 1,
                log: ""
            )
        }
        if results.isEmpty {
            results.append(
                PluginTestReport.Result(
                    file: workflow.file,
                    line: workflow.line,
                    name: "risk_workflow \(name) keeps the rules of risk workflows",
                    failure: nil,
                    fuel: 0,
                    comparisons: steps,
                    log: ""
                )
            )
        }
        results[0].fuel = meter.total
        results[0].log = log.text
        return results
    }
}
#endif
