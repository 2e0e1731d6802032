// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit

/// An invented committee with a plan that has one of everything.
enum Northshire {
    static let timescales = TimescaleReader(vocabulary: .standard)

    static func edition(
        asOf: CivilDate = CivilDate(2026, 10, 31),
        audience: Audience = .committee
    ) -> Edition {
        var record = Record()
        record.plans = [plan]
        return Edition(
            of: record,
            committee: "northshire-cpc",
            name: "Northshire Child Protection Committee",
            asOf: asOf,
            audience: audience
        )
    }

    /// The same edition six months earlier, with less done.
    static var earlier: Edition {
        var edition = edition(asOf: CivilDate(2026, 4, 30))
        edition.plans[0].items[2].completion = .ongoing
        edition.plans[0].items[5].status = ReportedStatus(
            printed: "G",
            scheme: "standard/rag",
            asAt: CivilDate(2026, 4, 30)
        )
        edition.plans[0].items[3].progress = []
        return edition
    }

    static var plan: Plan {
        var plan = Plan(
            id: "plan-2026-2028",
            title: "Improvement Plan 2026 to 2028",
            period: CivilSpan(CivilDate(2026, 4, 1)...CivilDate(2028, 3, 31)),
            levels: [LevelName("priority"), LevelName("outcome"), LevelName("action")]
        )
        plan.scheme = "standard/rag"
        plan.milestones = [
            DocumentMilestone(kind: .approved(by: "the committee"), on: CivilDate(2026, 4, 15))
        ]
        plan.keyWording = [KeyWording(letter: "G", wording: "All is going to plan.")]
        var priority = PlanItem(id: "P1", level: 0, number: "1", text: "Early help")
        priority.statement = "Families get help before they are in crisis."
        let first = PlanItem(
            id: "1",
            level: 1,
            parent: "P1",
            number: "1",
            text: "Families know whom to ask"
        )
        let second = PlanItem(
            id: "2",
            level: 1,
            parent: "P1",
            number: "2",
            text: "Staff recognise neglect"
        )
        plan.items = [priority, first, piloted, published, second, late, undated]
        var upkeep = PlanItem(
            id: "M1",
            list: .maintenance,
            level: 0,
            number: "1",
            text: "Keep the website fresh"
        )
        upkeep.timescale = timescales.read("Ongoing")
        plan.maintenance = [upkeep]
        plan.statedChecks = [
            ProgressCheck(
                date: CivilDate(2026, 4, 1),
                words: "1 April 2026",
                name: "Publication",
                total: 4,
                completed: nil,
                added: nil,
                ongoing: 4,
                isStated: true
            )
        ]
        return plan
    }

    private static var piloted: PlanItem {
        var item = action("1.1", below: "1", "Pilot the module in **two** schools", "Lead Officer")
        item.text = Prose(markup: "Pilot the module in **two** schools.<br>Then report.")
        item.timescale = timescales.read("By 30 September 2026")
        item.completion = .completed(.by(CivilDate(2026, 10, 31)))
        item.status = ReportedStatus(
            printed: "G",
            scheme: "standard/rag",
            asAt: CivilDate(2026, 10, 31)
        )
        item.evidence = "Thirty pupils took part."
        return item
    }

    private static var published: PlanItem {
        var item = action(
            "1.2",
            below: "1",
            "Publish a leaflet | and a film",
            "Lead Officer",
            "Health"
        )
        item.timescale = timescales.read("By 31 December 2026")
        item.progress = [
            ProgressEntry(
                text: "=SUM drafted; awaiting print.",
                asAt: CivilDate(2026, 10, 1),
                by: "officer"
            ),
            ProgressEntry(
                text: "Not for everybody.",
                asAt: CivilDate(2026, 10, 2),
                by: "officer",
                audience: .restricted
            ),
        ]
        item.status = ReportedStatus(
            printed: "G",
            scheme: "standard/rag",
            asAt: CivilDate(2026, 10, 1)
        )
        item.local = ["cost": "None"]
        return item
    }

    private static var late: PlanItem {
        var item = action("2.1", below: "2", "Train sixty staff", "Health")
        item.timescale = timescales.read("By 31 August 2026")
        item.status = ReportedStatus(
            printed: "R",
            scheme: "standard/rag",
            asAt: CivilDate(2026, 10, 1)
        )
        return item
    }

    private static var undated: PlanItem {
        var item = action("2.2", below: "2", "Review cases as they close")
        item.timescale = timescales.read("As required")
        item.audience = .partners
        return item
    }

    private static func action(
        _ id: String,
        below parent: String,
        _ text: String,
        _ leads: String...
    ) -> PlanItem {
        var item = PlanItem(id: id, level: 2, parent: parent, number: id, text: Prose(text))
        item.leads = Leads(words: Prose(leads.joined(separator: " and ")), names: leads)
        return item
    }
}
#endif
