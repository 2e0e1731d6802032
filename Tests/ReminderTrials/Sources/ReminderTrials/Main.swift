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
    static func main() {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let plans = numbers.first ?? 10_000
        let days = numbers.dropFirst().first ?? 400
        speed()
        let start = ContinuousClock.now
        let figures = ReminderTrial(seed: 2026).run(plans: plans, days: days)
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

    /// Asks a plan of a million actions of which nothing is due.
    private static func speed() {
        let count = 1_000_000
        let workload = ReminderWorkload(actions: count)
        var found = 0
        let start = processorSeconds()
        let index = ReminderIndex(of: workload.edition, for: workload.schedule.rules)
        let prepared = processorSeconds()
        let rounds = 1_000
        for _ in 0..<rounds {
            found += workload.schedule.outlook(in: index, on: workload.day).reminders.count
        }
        let asked = processorSeconds()
        found += workload.schedule.reminders(for: workload.edition, on: workload.day).count
        let end = processorSeconds()
        print(
            "\(count) actions, \(workload.schedule.rules.count) rules, nothing due (\(found) found)"
        )
        say("prepared once  ", (prepared - start) / Double(count))
        say("asked for a day", (asked - prepared) / Double(count * rounds))
        say("both at once   ", (end - asked) / Double(count))
    }

    private static func say(_ what: String, _ seconds: Double) {
        print("  \(what)  \(seconds * 1e9) ns an action")
    }

    /// The time that this process has had, which other programs do not lengthen.
    private static func processorSeconds() -> Double {
        Double(clock()) / Double(CLOCKS_PER_SEC)
    }
}
