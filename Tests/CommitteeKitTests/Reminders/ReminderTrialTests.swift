// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

/// The short form of `make trial`.
@Suite struct ReminderTrialTests {
    @Test(arguments: 1...2 as ClosedRange<UInt64>)
    func eachReminderReachesEveryHostOnce(seed: UInt64) {
        let figures = ReminderTrial(seed: seed).run(plans: 12, days: 150)
        #expect(figures.complaints == [])
        #expect(figures.days == 1800 && figures.identifiers > 50)
        #expect(figures.told["daily", default: 0] > figures.told["with gaps", default: 0])
        #expect(figures.collapsed["with gaps", default: 0] > 0)
        #expect(figures.collapsed["daily"] == 0)
    }

    @Test func anIndexGivesWhatASchedulePreparesItself() {
        let workload = ReminderWorkload(actions: 500, due: 60)
        let index = ReminderIndex(of: workload.edition, for: workload.schedule.rules)
        for days in [0, 20, 40, 300] {
            let day = workload.day + days
            let found = workload.schedule.outlook(in: index, on: day).reminders
            #expect(found == workload.schedule.reminders(for: workload.edition, on: day))
            #expect(!found.isEmpty)
        }
    }

    @Test func nothingIsDueInTheWorkloadUnlessAsked() {
        let workload = ReminderWorkload(actions: 100)
        #expect(workload.schedule.reminders(for: workload.edition, on: workload.day).isEmpty)
    }
}
