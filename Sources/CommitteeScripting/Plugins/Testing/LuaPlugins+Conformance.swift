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
        var results: [PluginTestReport.Result] = []
        for workflow in workflows(of: id) {
            let meter = FuelMeter()
            let log = LogGatherer()
            var engine = self
            engine.meter = meter
            engine.log = { _, text in log.add(text) }
            guard let walk = await engine.violations(of: workflow) else { continue }
            results += Self.results(of: workflow, walk.violations, steps: walk.steps, meter, log)
        }
        return results
    }

    /// What the workflows of a plugin break of those rules, as problems of its files.
    ///
    /// A plugin that may not read most risks is told that instead.
    func problems(ofWorkflowsOf id: String) async -> [PluginProblem] {
        guard plugins[id]?.manifest.audience == .restricted else { return [] }
        var problems: [PluginProblem] = []
        for workflow in workflows(of: id) {
            for violation in await violations(of: workflow)?.violations ?? [] {
                problems.append(
                    PluginProblem(
                        id,
                        file: workflow.file,
                        line: workflow.line,
                        "risk_workflow \(Self.name(of: workflow.summary.id)): \(violation.claim), but "
                            + violation.message,
                        severity: .warning
                    )
                )
            }
        }
        return problems
    }

    private func workflows(of id: String) -> [DeclaredRiskWorkflow] {
        parts.first { $0.source.id == id }?.declared?.workflows ?? []
    }

    private func violations(
        of workflow: DeclaredRiskWorkflow
    ) async -> (violations: [RiskWorkflowViolation], steps: Int)? {
        guard let plugin = plugins[workflow.plugin] else { return nil }
        let scripted = ScriptedRiskWorkflow(
            workflow,
            over: StandardRiskWorkflow(),
            of: plugin,
            in: self
        )
        let found = await OwnThread.run {
            RiskWorkflowConformance(scripted, worlds: workflow.worlds, revisits: 1) {
                step,
                riskCase,
                world in
                RiskWorkflowConformance.samples(
                    for: step,
                    riskCase,
                    in: world,
                    by: workflow.people.isEmpty ? RiskWorkflowConformance.people : workflow.people,
                    details: workflow.details
                )
            }.violations()
        }
        let none = [RiskWorkflowViolation(claim: "The walk can begin", message: "no thread.")]
        return (found ?? none, scripted.steps.count)
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
