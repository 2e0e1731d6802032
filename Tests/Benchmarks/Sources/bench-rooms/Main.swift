// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeScripting
import CommitteeTestKit
import Foundation

/// Measures reminders and risks, in processor time, which other programs do not lengthen.
///
///     swift run -c release --package-path Tests/Benchmarks bench-rooms
@main
struct Main {
    static func main() async throws {
        reminders()
        try risks()
        try await options()
    }

    // MARK: Reminders

    /// A plan of a million actions of which nothing is due, by the rules of the standard plugin.
    private static func reminders() {
        let count = 1_000_000
        let workload = ReminderWorkload(actions: count)
        let (schedule, day) = (workload.schedule, workload.day)
        var found = 0
        print("\(count) actions, the standard rules, nothing due: ns an action")
        say("the edition of a day is made, the days gathered", rounds: 5, perUnit: count) {
            found += ReminderWorkload.edition(of: workload.record, on: day).plans.count - 1
        }
        say("asked about a day, nothing else prepared", rounds: 9, perUnit: count) {
            found += schedule.reminders(for: workload.edition, on: day).count
        }
        var unprepared = workload.edition
        unprepared.plans = workload.record.plans
        say("asked after a host has set the plans itself", rounds: 5, perUnit: count) {
            found += schedule.reminders(for: unprepared, on: day).count
        }
        say("an index is prepared for the rules", rounds: 5, perUnit: count) {
            found +=
                ReminderIndex(of: workload.edition, for: schedule.rules).edition.plans.count - 1
        }
        let index = ReminderIndex(of: workload.edition, for: schedule.rules)
        let days = 1000
        say("asked about each of \(days) days in an index", rounds: 5, perUnit: count * days) {
            for _ in 0..<days { found += schedule.outlook(in: index, on: day).reminders.count }
        }
        precondition(found == 0, "the bench was to find nothing due")
    }

    // MARK: Risks

    /// The register and the heat map of ten thousand risks, as HTML.
    private static func risks() throws {
        let count = 10_000
        let edition = try SampleRisks.edition(count: count)
        var sizes: [String: Int] = [:]
        print("\n\(count) risks as HTML: ms")
        for id in ["risk-register", "risk-heat-map"] {
            let report = try RiskReport.named(id)
            try say(id, rounds: 9, perUnit: 1, scale: 1e3) {
                sizes[id] = try report.document(RiskReport.Request(edition)).render(.html).count
            }
        }
        let both = try ["risk-register", "risk-heat-map"].map { try RiskReport.named($0) }
        try say("register and heat map together", rounds: 9, perUnit: 1, scale: 1e3) {
            for report in both {
                sizes["both", default: 0] +=
                    try report.document(RiskReport.Request(edition)).render(.html).count
            }
        }
        print("  the register is \(sizes["risk-register"] ?? 0) bytes")
    }

    /// What may be done with each of ten thousand risks, beside their guards in Lua alone.
    private static func options() async throws {
        let count = 10_000
        let edition = try SampleRisks.edition(count: count)
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "plugins").path
        let plugins = try await LuaPlugins.load(PluginFolder(folder), only: ["bench-risks"])
        let workflow = try plugins.riskWorkflow("bench-risks/guarded", over: StandardRiskWorkflow())
        let ids = edition.riskRegisters.flatMap { $0.risks.map(\.id) }
        let cases = ids.map { id in
            // The samples have no history, which would say that they are active.
            var found = workflow.riskCase(id, in: edition)
            found.state = .active
            return found
        }
        var allowed = 0
        var refused = 0
        print("\n\(count) risks, a workflow with two guards in Lua: µs a risk")
        say("options: every event, allowed or why not", rounds: 3, perUnit: count, scale: 1e6) {
            for found in cases {
                allowed += workflow.options(for: found, by: "chair").count(where: \.isAllowed)
            }
        }
        let watched: [RiskEventName] = ["accept", "close"]
        say("the guards alone", rounds: 3, perUnit: count, scale: 1e6) {
            for found in cases {
                for event in watched {
                    let question = RiskRequest(asking: event, of: found.id, by: "chair")
                    if workflow.refusal(of: question, for: found) != nil { refused += 1 }
                }
            }
        }
        precondition(allowed / 3 > count * 10, "the bench was to ask about risks with options")
        print("  \(allowed / 3) options allowed, \(refused / 3) requests refused by guards")
    }

    // MARK: Measuring

    /// Runs something in rounds, and prints the first, the least and the middle time.
    private static func say(
        _ what: String,
        rounds: Int,
        perUnit units: Int,
        scale: Double = 1e9,
        _ run: () throws -> Void
    ) rethrows {
        var times: [Double] = []
        for _ in 0..<rounds {
            let start = processorSeconds()
            try run()
            times.append((processorSeconds() - start) * scale / Double(units))
        }
        let sorted = times.sorted()
        let figures = [times[0], sorted[0], sorted[sorted.count / 2]].map(words)
        let name = what.padding(toLength: 50, withPad: " ", startingAt: 0)
        print("  \(name) first \(figures[0])  least \(figures[1])  middle \(figures[2])")
    }

    private static func words(_ figure: Double) -> String {
        String(format: figure < 0.1 ? "%9.5f" : "%9.2f", figure)
    }

    /// The time that this process has had.
    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
