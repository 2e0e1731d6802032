// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import BenchPlan
import CommitteeKit

extension Edition {
    /// The generated plan as an edition of a committee's record.
    static func generated(actions count: Int) -> Edition {
        let generated = GeneratedPlan(actions: count)
        let asOf = generated.asOf.civil
        let plan = Plan(generated)
        var record = Record()
        record.plans = [plan]
        return Edition(
            of: record,
            committee: "bench",
            name: "Bench Committee",
            asOf: asOf,
            audience: .committee
        )
    }
}

extension Plan {
    fileprivate init(_ generated: GeneratedPlan) {
        self.init(
            id: "plan-2026-2029",
            title: generated.title,
            period: CivilSpan(CivilDate(2025, 4, 1)...CivilDate(2029, 3, 31)),
            levels: ["priority", "outcome", "objective", "action"].map { LevelName($0) }
        )
        scheme = "bench/key"
        layout = "bench/plan"
        milestones = [
            DocumentMilestone(kind: .approved(by: "bench"), on: CivilDate(2025, 4, 1))
        ]
        items.reserveCapacity(generated.items.count)
        var open: [String?] = [nil, nil, nil, nil]
        for item in generated.items {
            switch item {
            case .heading(let level, let number, let text):
                open[level + 1] = number
                items.append(
                    PlanItem(
                        id: number,
                        level: level,
                        parent: open[level],
                        number: number,
                        text: Prose(text)
                    )
                )
            case .action(let place):
                items.append(
                    PlanItem(generated.actions[place], parent: open[3], asOf: generated.asOf.civil)
                )
            }
        }
    }
}

extension PlanItem {
    fileprivate init(_ action: GeneratedPlan.Action, parent: String?, asOf: CivilDate) {
        self.init(
            id: action.number,
            level: 3,
            parent: parent,
            number: action.number,
            text: Prose(action.text)
        )
        leads = Leads(words: Prose(action.leadsWords), names: action.leads)
        let reading: Timescale.Reading =
            action.due.map { .by($0.civil, qualifier: nil) } ?? .ongoing
        timescale = Timescale(words: action.timescale, reading: reading)
        if action.isCompleted { completion = .completed(.on(asOf - 30)) }
        status = action.status.map {
            ReportedStatus(printed: $0, scheme: "bench/key", asAt: asOf)
        }
        if !action.progress.isEmpty {
            progress = [ProgressEntry(text: Prose(action.progress), asAt: asOf, by: "bench")]
        }
    }
}

extension Day {
    /// The day as CommitteeKit counts it.
    var civil: CivilDate {
        let (year, month, day) = parts
        return CivilDate(year, month, day)
    }
}
