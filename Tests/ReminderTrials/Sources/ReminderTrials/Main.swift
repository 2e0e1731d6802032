// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Foundation

/// Runs the long trial: `swift run -c release --package-path Tests/ReminderTrials ReminderTrials`.
///
/// It takes how many plans and how many days, 10000 and 400 when left out.
@main
struct Main {
    static func main() async {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let plans = numbers.first ?? 10_000
        let days = numbers.dropFirst().first ?? 400
        let start = ContinuousClock.now
        let figures = await run(plans: plans, days: days)
        let time = ContinuousClock.now - start
        print("\(figures.plans) plans, \(figures.days) days asked about, in \(time)")
        for host in figures.told.keys.sorted() {
            let collapsed = figures.collapsed[host] ?? 0
            print("  asking \(host): \(figures.told[host] ?? 0) told, \(collapsed) collapsed")
        }
        print("  \(figures.identifiers) identifiers, each for one reminder")
        for complaint in figures.complaints.prefix(20) { print("  WRONG: \(complaint)") }
        print("  \(figures.complaints.count) complaints")
        if !figures.complaints.isEmpty { exit(1) }
    }
    /// Runs the plans in parts, as many at a time as there are processors.
    private static func run(plans: Int, days: Int) async -> ReminderTrial.Figures {
        let trial = ReminderTrial(seed: 2026)
        var whole = ReminderTrial.Figures()
        await withTaskGroup(of: ReminderTrial.Figures.self) { group in
            for first in stride(from: 0, to: plans, by: 100) {
                group.addTask { trial.run(plans: first..<min(first + 100, plans), days: days) }
            }
            for await figures in group { whole.add(figures) }
        }
        return whole
    }
}
