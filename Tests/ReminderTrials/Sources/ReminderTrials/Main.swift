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
        let clock = ContinuousClock()
        var figures = ReminderTrial.Figures()
        let time = clock.measure { figures = ReminderTrial(seed: 2026).run(plans: plans, days: days) }
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
        let clock = ContinuousClock()
        var index: ReminderIndex?
        let preparing = clock.measure {
            index = ReminderIndex(of: workload.edition, for: workload.schedule.rules)
        }
        guard let index else { return }
        var found = 0
        let rounds = 1_000
        let asking = clock.measure {
            for _ in 0..<rounds {
                found += workload.schedule.outlook(in: index, on: workload.day).reminders.count
            }
        }
        let once = clock.measure {
            found += workload.schedule.reminders(for: workload.edition, on: workload.day).count
        }
        print("\(count) actions, \(workload.schedule.rules.count) rules, nothing due (\(found) found)")
        print("  prepared once   \(Self.nanoseconds(preparing) / Double(count)) ns an action")
        print("  asked for a day \(Self.nanoseconds(asking) / Double(count * rounds)) ns an action")
        print("  both at once    \(Self.nanoseconds(once) / Double(count)) ns an action")
    }

    private static func nanoseconds(_ duration: Duration) -> Double {
        let parts = duration.components
        return Double(parts.seconds) * 1e9 + Double(parts.attoseconds) / 1e9
    }
}
