// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// Two plans: one that is over, and its successor, with everything that can be said of it.
extension EveryKindJournal {
    private static let levels = [LevelName("priority", plural: "priorities"), LevelName("action")]

    func recordPlans() async throws {
        let reader = TimescaleReader()
        let old = SubjectReference.plan(Self.before)
        let past = CivilDate(2023, 4, 1)
        func earlier(_ item: String, _ fact: Change.Fact) -> EntryDraft {
            draft(.action(item, of: Self.before), fact, on: past)
        }
        try await append([
            draft(
                old,
                .planDrafted(
                    PlanOutline(
                        title: "Glenmore plan 2023 to 2026",
                        period: CivilSpan(past...CivilDate(2026, 3, 31)),
                        levels: Self.levels
                    )
                ),
                on: past
            ),
            earlier("1", .added(ItemOutline(level: 0, number: "1", text: "Ask first"))),
            earlier(
                "1.1",
                .added(ItemOutline(level: 1, parent: "1", number: "1.1", text: "Print the card"))
            ),
            earlier("1.1", .timescaleSet(reader.read("By 31 March 2025"))),
            draft(old, .approved(by: "committee"), on: past + 10),
            draft(
                old,
                .published(Publication(issue: 1, mediaType: "text/html", hash: "00ff")),
                on: past + 30
            ),
        ])
        try await append(around(), key: "plan/around")
        try await append(items())
        try await append([
            about(.submitted(to: "committee"), on: CivilDate(2026, 4, 10)),
            about(.approved(by: "committee"), on: CivilDate(2026, 4, 15)),
            about(.approved(by: "chiefs"), on: CivilDate(2026, 5, 29), reason: "With thanks."),
            about(
                .published(
                    Publication(
                        issue: 1,
                        mediaType: "text/markdown",
                        hash: "9f86d081884c7d65",
                        byteCount: 1234,
                        asOf: CivilDate(2026, 6, 1),
                        audience: .public,
                        report: "glenmore/plan"
                    )
                ),
                on: CivilDate(2026, 6, 2)
            ),
        ])
    }

    private func around() -> [EntryDraft] {
        let list = Prose(blocks: [
            .paragraph([.text("What we want:")]),
            .list(
                ordered: true,
                [
                    Prose.Item("people are asked"),
                    Prose.Item([.text("harm is "), .strong([.text("noticed")]), .text(" early")]),
                ]
            ),
        ])
        return [
            about(
                .planDrafted(
                    PlanOutline(
                        title: "Glenmore plan 2026 to 2029",
                        period: CivilSpan(Self.start...CivilDate(2029, 3, 31)),
                        levels: Self.levels,
                        layout: "glenmore/plan",
                        scheme: "glenmore/key",
                        counting: CountingRules(
                            atPublication: .allAdded,
                            countedExits: ["transferred"]
                        )
                    )
                )
            ),
            about(
                .textsSet([
                    PlanText(place: .introduction, headingLevel: 2, text: "Why this plan"),
                    PlanText(place: .introduction, text: list),
                    PlanText(place: .notes, text: "Leads are named by their post."),
                    PlanText(place: .closing, text: "Ask us for it in large print & Gaelic."),
                    PlanText(place: .signatory, text: "Independent Chair, April 2026"),
                ])
            ),
            about(
                .keyWordingSet([
                    KeyWording(letter: "G", wording: "**Green**: nobody needs help"),
                    KeyWording(letter: "R", wording: "Red: the committee must decide"),
                ])
            ),
            about(.footnotesSet([PlanFootnote(mark: "1", text: "Adult: sixteen or older.")])),
            about(.statedFactsSet([StatedFact(name: "approved", words: "Agreed in April 2026")])),
            about(
                .alignmentsSet([
                    PlanAlignment(title: "Outcomes plan", link: "https://example.org/outcomes"),
                    PlanAlignment(title: "Moorland strategy"),
                ])
            ),
            about(
                .checkStated(
                    ProgressCheck(
                        date: Self.start,
                        words: "1 April 2026",
                        name: "Plan begins",
                        total: 6,
                        completed: 0,
                        added: nil,
                        ongoing: 6,
                        isStated: true
                    )
                )
            ),
            about(.approvalChainSet(["committee", "chiefs"])),
            about(.predecessorsNamed([Self.before])),
        ]
    }

    private func items() -> [EntryDraft] {
        let reader = TimescaleReader()
        var drafts: [EntryDraft] = []
        func add(
            _ id: String,
            _ text: Prose,
            level: Int = 1,
            parent: String? = nil,
            list: PlanList = .table
        ) {
            let outline = ItemOutline(
                list: list,
                level: level,
                parent: parent,
                number: id,
                text: text
            )
            drafts.append(about(id, .added(outline)))
        }
        add("1", "People are heard", level: 0)
        drafts.append(about("1", .statementSet("Nobody is protected without being asked.")))
        add("1.1", "Write a card for every meeting", parent: "1")
        add("1.2", "Ask the question on the form", parent: "1")
        add("2", "Harm is noticed early", level: 0)
        add("2.1", "Train the drivers", parent: "2")
        add("2.2", "Share the list of visits", parent: "2")
        add("2.3", "Hire a second trainer", parent: "2")
        add("M1", "Keep the duty rota", level: 0, list: .maintenance)
        add("B1", "A film for schools", level: 0, list: .backlog)
        drafts.append(
            about(
                "2.4",
                .added(
                    ItemOutline(
                        level: 1,
                        parent: "2",
                        after: "2.1",
                        number: "2.4",
                        text: "Ring back"
                    )
                ),
                on: CivilDate(2026, 7, 1)
            )
        )
        let times = [
            ("1.1", "By 31 July 2026"), ("1.2", "Ongoing"), ("2.1", "By 31 March 2027"),
            ("2.2", "Quarterly"), ("2.3", "prior to each COG"),
            ("2.4", "Draft by May 2027; final later"),
            ("M1", "As required"), ("B1", "2028"),
        ]
        for (id, words) in times {
            let date = id == "2.4" ? CivilDate(2026, 7, 1) : nil
            drafts.append(about(id, .timescaleSet(reader.read(words)), on: date))
        }
        let leads = ["1.1": "Lead Officer", "1.2": "Chair", "2.1": "Training Officer"]
        for (id, words) in leads.sorted(by: { $0.key < $1.key }) {
            drafts.append(about(id, .leadsSet(Leads(words: Prose(words)))))
        }
        let several = Leads(
            words: "Head of Service, Chair\nPolice",
            names: ["Head of Service", "Chair", "Police"]
        )
        return drafts + [
            about("2.2", .leadsSet(several)),
            about("2.2", .leadRolesSet(returner: "Chair", keyPeople: ["Police"])),
            about("1.1", .itemPredecessorsNamed(["\(Self.before)/1.1"])),
            about("1.1", .notesSet(["Agreed with the union.", "See *the other card*."])),
            about("1.1", .evidenceSet("Card in every room")),
            about("1.1", .expectedImpactSet("Fewer people say that **nobody asked**.")),
            about("2.1", .localSet(name: "budget", "£2,000 & more")),
            about("1.1", .localSet(name: "budget", "£500")),
            about("2.3", .audienceSet(.committee), reason: "A person could be known by it."),
        ]
    }

    mutating func recordProgress() async throws {
        by = "training-officer"
        try await append(
            [
                about("1.1", .statusReported(printed: "G", scheme: nil), on: CivilDate(2026, 6, 1)),
                about(
                    "1.1",
                    .progressReported(
                        "The card is printed. <small & cheap>",
                        asAt: CivilDate(2026, 5, 31),
                        audience: .public
                    ),
                    on: CivilDate(2026, 6, 1)
                ),
                about("1.1", .completed, on: CivilDate(2026, 7, 15), isBound: true),
                about("1.2", .goesOn, on: CivilDate(2026, 7, 15)),
                about(
                    "1.2",
                    .progressReported("Supplier is late.", asAt: nil, audience: .partners),
                    on: CivilDate(2026, 7, 15)
                ),
                about("2.1", .completed, on: CivilDate(2026, 8, 1)),
                about("2.1", .reopened, on: CivilDate(2026, 9, 1), reason: "New drivers came."),
                about(
                    "2.1",
                    .statusReported(printed: "R", scheme: "glenmore/key"),
                    on: CivilDate(2026, 9, 1)
                ),
            ],
            key: "returns/2026-09"
        )
        by = "lead-officer"
        let reader = TimescaleReader()
        try await append([
            about(
                "2.1",
                .timescaleSet(reader.read("By 30 June 2027")),
                on: CivilDate(2026, 9, 2),
                reason: "The hall is closed."
            ),
            about(
                "2.4",
                .left(kind: "transferred", destination: "phone-plan"),
                on: CivilDate(2026, 9, 10)
            ),
            about("1.2", .textSet("Ask the question on *both* forms"), on: CivilDate(2026, 9, 11)),
            about(
                "2.3",
                .progressReported("Two people applied.", asAt: nil, audience: .restricted),
                on: CivilDate(2026, 9, 12)
            ),
        ])
        day = CivilDate(2026, 9, 15)
    }
}
