// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit

@testable import CommitteeKit

/// The sheets of an invented committee: a plan, its key, and a progress update with two leads.
enum SheetSample {
    static let scheme = StatusScheme(
        id: "moor/rag",
        title: "Red, amber, green",
        keys: [
            StatusKey(letter: "R", word: "Red", meaning: .offTrack, colour: "red"),
            StatusKey(letter: "A", word: "Amber", meaning: .atRisk, colour: "amber"),
            StatusKey(letter: "G", word: "Green", meaning: .onTrack, colour: "green"),
        ]
    )

    static var plan: Plan {
        var plan = Plan(
            id: RoundSample.plan,
            title: "Moor Plan 1 April 2031 – 31 March 2033",
            period: CivilSpan(CivilDate(2031, 4, 1)...),
            levels: [LevelName("aim"), LevelName("action")]
        )
        plan.items = [
            item("1", nil, "Walkers are safe", level: 0),
            item("1.1", "1", "Mend every stile between the two farms"),
            item("1.10", "1", "Write a guide for schools about the moor"),
            item("1.2", "1", "Put up signs at the bog"),
            item("2.1", "1", "Agree with the parish who clears the snow"),
        ]
        plan.items[1].progress = [
            ProgressEntry(
                text: "Four stiles of nine are mended.",
                asAt: CivilDate(2031, 3, 31),
                by: "clerk"
            )
        ]
        plan.items[1].expectedImpact = "Nobody climbs the wall any more"
        plan.items[1].leads = Leads(
            words: "Head Warden and Ranger",
            names: ["Head Warden", "Ranger"]
        )
        plan.maintenance = [item("m1", nil, "Keep the map in print", list: .maintenance)]
        return plan
    }

    private static func item(
        _ id: String,
        _ parent: String?,
        _ text: Prose,
        level: Int = 1,
        list: PlanList = .table
    ) -> PlanItem {
        var item = PlanItem(
            id: id,
            list: list,
            level: level,
            parent: parent,
            number: id,
            text: text
        )
        guard level == 1 else { return item }
        item.timescale = TimescaleReader().read("By 31 October 2031")
        item.status = ReportedStatus(printed: "G", scheme: nil, asAt: CivilDate(2031, 3, 31))
        return item
    }

    static var round: UpdateRound {
        var round = UpdateRound(
            date: RoundSample.date,
            plan: RoundSample.plan,
            name: "Update Report",
            due: RoundSample.due,
            openedOn: CivilDate(2031, 6, 1)
        )
        round.asked = [
            AskedLead(key: "head-warden", name: "Head Warden", items: ["1.1", "1.10", "1.2"]),
            AskedLead(key: "path-group", name: "Path Group", group: "paths", items: ["2.1", "m1"]),
        ]
        return round
    }

    /// Everything that a lead can say of an item.
    static func answer(_ item: String) -> ReturnedAnswer {
        var answer = ReturnedAnswer(item)
        answer.done = "Three more stiles are mended; the parish paid for the wood."
        answer.evidence =
            Prose(
                blocks: [
                    .list(
                        ordered: false,
                        [
                            Prose.Item("Minutes of 3 May 2031, page 4"),
                            Prose.Item("Photographs, 2 June"),
                        ]
                    )
                ]
            ).normalized
        answer.difference = "Two farmers say that fewer walls are climbed."
        answer.colour = "A"
        answer.colourReason = "the last stile needs a permit"
        answer.finished = .no
        answer.newDate = "By 31 December 2031"
        answer.newDateReason = "because the permit takes a season"
        answer.help = "Would the committee write to the estate?"
        return answer
    }

    static func edition(for audience: Audience = .committee) -> Edition {
        var record = Record()
        record.plans = [plan]
        return Edition(
            of: record,
            committee: "moor",
            name: "Moor Committee",
            asOf: CivilDate(2031, 6, 1),
            audience: audience
        )
    }

    /// The sheet of a lead, with answers in it.
    static func sheet(_ lead: String = "head-warden", answers: [ReturnedAnswer] = []) -> ReturnSheet
    {
        var round = round
        if !answers.isEmpty {
            round.returns = [UpdateReturn(lead: lead, version: 1, answers: answers)]
        }
        let asked = round.asked.first { $0.key == lead } ?? round.asked[0]
        return ReturnSheet(for: asked, in: round, edition: edition(), scheme: scheme)
    }

    static func reader(
        isAccepting: Bool = false,
        screen: ReturnReader.Screen? = nil
    ) -> ReturnReader {
        ReturnReader(
            round,
            plan: plan,
            scheme: scheme,
            roles: ["Deputy Warden"],
            isAccepting: isAccepting,
            screen: screen
        )
    }

    static func read(_ text: String, isAccepting: Bool = false) throws -> ReturnReading {
        try reader(isAccepting: isAccepting).read(Array(text.utf8), name: "mail.txt")
    }
}
