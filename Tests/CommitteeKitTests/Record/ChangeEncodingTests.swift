// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

/// One example of every fact, so that none can lose anything on its way through an entry.
enum EveryFact {
    static let prose = Prose(blocks: [
        .paragraph([.text("One & two"), .lineBreak, .strong([.text("three")])]),
        .list(ordered: false, [Prose.Item("first", children: [.paragraph([.text("inner")])])]),
    ])
    private static let day = CivilDate(2030, 10, 31)

    static let aboutPlans: [Change.Fact] = [
        .planDrafted(
            PlanOutline(
                title: "Moor plan",
                period: CivilSpan(day...(day + 800)),
                levels: [LevelName("key question"), LevelName("ox", plural: "oxen")],
                layout: "moor/plan",
                scheme: "moor/rag",
                counting: CountingRules(atPublication: .allAdded, countedExits: ["withdrawn"])
            )
        ),
        .planDrafted(PlanOutline(title: "", period: .always, levels: [])),
        .textsSet([
            PlanText(place: .introduction, headingLevel: 2, text: "Why"),
            PlanText(place: .closing, text: prose),
            PlanText(place: .signatory, text: "Chair of the board"),
        ]),
        .textsSet([]),
        .keyWordingSet([KeyWording(letter: "G", wording: prose)]),
        .footnotesSet([PlanFootnote(mark: "1", text: prose)]),
        .statedFactsSet([StatedFact(name: "published", words: "TBC 2030")]),
        .alignmentsSet([
            PlanAlignment(title: "River plan", link: "https://example.org/river"),
            PlanAlignment(title: "Hill plan"),
        ]),
        .checkStated(
            ProgressCheck(
                date: day,
                words: "31 October 2030",
                name: "First",
                total: 19,
                completed: nil,
                added: 0,
                ongoing: 19,
                isStated: true
            )
        ),
        .checkStated(
            ProgressCheck(
                date: nil,
                words: "",
                name: "",
                total: nil,
                completed: nil,
                added: nil,
                ongoing: nil,
                isStated: true
            )
        ),
        .approvalChainSet(["QA Group", "CPC"]), .submitted(to: "Board"), .approved(by: "Board"),
        .published(
            Publication(
                issue: 2,
                mediaType: "text/html",
                hash: "00ff",
                byteCount: 12,
                asOf: CivilDate(2024, 5, 1),
                audience: .partners,
                report: "standard/plan"
            )
        ),
        .published(Publication(issue: 1)),
        .predecessorsNamed(["moor-2025", "river-2025"]),
    ]

    static let aboutItems: [Change.Fact] = [
        .added(
            ItemOutline(
                list: .backlog,
                level: 1,
                parent: "1",
                after: "1.1",
                number: "1a",
                text: prose
            )
        ),
        .added(ItemOutline(level: 0, text: Prose())),
        .textSet(prose), .statementSet(prose), .statementSet(Prose()), .notesSet([prose, "b"]),
        .leadsSet(Leads(words: prose, names: ["Ranger", "Board"])),
        .leadsSet(Leads(words: "Somebody", names: [])),
        .statusReported(printed: "G", scheme: "moor/rag"),
        .statusReported(printed: "", scheme: nil),
        .progressReported(prose, asAt: day, audience: .restricted),
        .progressReported("Begun", asAt: nil, audience: .public),
        .evidenceSet(prose), .expectedImpactSet(prose), .localSet(name: "cost", prose), .goesOn,
        .renumbered("SR2"), .renumbered(nil),
        .placed(ItemPlace(list: .backlog, parent: "outcome-2", after: "1.3")), .placed(ItemPlace()),
        .completed, .reopened, .left(kind: "transferred", destination: "river-2030"),
        .left(kind: "withdrawn", destination: nil), .itemPredecessorsNamed(["moor-2025/3"]),
        .audienceSet(.partners), .leadRolesSet(returner: "Chair", keyPeople: ["Members"]),
        .leadRolesSet(returner: nil, keyPeople: []),
    ]

    static let readings: [Timescale.Reading] = [
        .none, .by(day, qualifier: "long term"), .by(day, qualifier: nil), .on(day),
        .span(CivilSpan(day...(day + 9)), isOngoing: true),
        .span(CivilSpan(day...), isOngoing: false), .ongoing, .onDemand,
        .recurring(
            Recurrence(
                every: Period(2, .quarters),
                count: 5,
                what: "samples",
                orAsRequired: true,
                during: CivilSpan(day...(day + 9))
            )
        ),
        .recurring(Recurrence(every: Period(1, .months))),
        .relativeToMeeting(
            MeetingReference(
                bodies: ["Board", "Group"],
                moment: .before,
                recurrence: Recurrence(every: Period(1, .quarters))
            )
        ),
        .document("Training calendar"), .asAbove, .stateWord("Complete"),
        .milestones([
            Timescale(
                words: "May 2031",
                reading: .on(day),
                confidence: .inferred,
                doubt: "A month."
            ),
            Timescale(words: "later", reading: .unread, confidence: .unsure, doubt: "No date."),
        ]),
        .within(Period(6, .months)), .condition("once agreed"), .accept,
        .dayWithoutYear(month: 2, day: 29), .unread,
    ]

    static let aboutCommittees: [Change] =
        [
            Change(.committee, .profileSet(["name": "Moor", "bodies": [["id": "b"]]])),
            Change(.register("risks"), .registerSet(["risks": [], "scale": nil])),
            Change(
                .committee,
                .imported(
                    ImportRecord(document: "a.txt", digest: "00", layout: "m/p", reportedOn: day)
                )
            ),
            Change(
                .committee,
                .imported(
                    ImportRecord(document: "a.txt", digest: "00", layout: "m/p", reportedOn: nil)
                )
            ),
        ] + aboutReminders

    private static let reminder = ReminderIdentity(
        rule: "moor/chase",
        subject: .plan("moor-2030"),
        due: day,
        step: "overdue-2",
        again: 7
    )

    private static var aboutReminders: [Change] {
        let deeds: [ReminderAct.Deed] = [
            .acknowledged, .snoozed(until: day + 7), .delegated(to: "Chair"), .done, .stopped,
        ]
        var facts = deeds.map { Change(.plan("moor-2030"), .reminder(reminder, $0, note: prose)) }
        facts.append(Change(.plan("moor-2030"), .reminder(reminder, .done, note: Prose())))
        if let cadence = try? Cadence(
            every: Period(8, .weeks),
            from: day,
            until: day + 900,
            orAsRequired: true,
            cancelled: [day + 56],
            moved: [day + 112: day + 119],
            added: [day + 3]
        ) {
            let series = MeetingSeries(body: "board", name: "Moor board", cadence: cadence)
            facts.append(Change(.meetings(of: "board"), .meetingsSet(series)))
        }
        let calendar = WorkingCalendar(
            weekend: [.sunday],
            rules: HolidayRule.scotland,
            added: [day],
            removed: [day + 1]
        )
        let data = DataSet(
            id: "stiles",
            title: "Stiles",
            lead: "Warden",
            every: Period(1, .quarters),
            from: day,
            until: day + 900,
            within: .workingDays(20)
        )
        return facts + [
            Change(.committee, .workingDaysSet(calendar)),
            Change(
                .committee,
                .reportCirculated(
                    Circulation(
                        "standard/agenda",
                        about: .plan("moor-2030"),
                        to: ["board", "Head Warden"],
                        asOf: day,
                        audience: .public,
                        digest: "00ff"
                    )
                )
            ),
            Change(.committee, .workingDaysSet(WorkingCalendar())),
            Change(.dataSet("stiles"), .dataSetSet(data)),
            Change(.dataSet("stiles"), .dataReceived(period: day)),
        ]
    }

    static let changes =
        aboutPlans.map { Change(.plan("moor-2030"), $0) }
        + (aboutItems
        + readings.map { .timescaleSet(Timescale(words: "W", reading: $0, confidence: .unsure)) })
        .map { Change(.action("2 (i)", of: "moor-2030"), $0) } + aboutCommittees
        + RiskFactEncodingTests.facts.map { Change(.risk("R1"), .risk($0)) }
        + [
            Change(.register("risks"), .registerPageSet(FactGenerator.page)),
            Change(.register("risks"), .workflowSet(RiskWorkflowReference("reviews", version: 2))),
            Change(
                .register("risks"),
                .scaleMigrated(
                    RiskScaleMigration(
                        from: .init(scaleID: "s", version: 1),
                        to: .init(scaleID: "s", version: 2),
                        likelihoods: ["3": "2"]
                    )
                )
            ),
        ] + aboutRounds + aboutParts + [minute]

    private static let minute = Change(
        .meeting(of: "moor", on: day),
        .minuteDrafted(
            Minute(
                items: [MinutedItem("2", "Plan", prose), MinutedItem("P1", "Report")],
                decisions: [
                    MinutedDecision(
                        "2a",
                        item: "2",
                        prose,
                        reviewBy: day,
                        links: [.plan("moor-2030")]
                    )
                ],
                actions: [
                    MinutedAction("2b", item: "2", prose, owner: "Chair", due: day),
                    MinutedAction("P1a", item: "P1", "Write"),
                ]
            )
        )
    )

    private static let aboutParts: [Change] = Rooms.standard.declaredKinds.map(\.kind)
        .filter { kind in
            kind != "meeting.minute-drafted"
                && [
                    "seat.", "group.", "body.", "meeting.", "decision.", "document.",
                    "learning-review", "indicator.", "figures.", "audit.", "dip-sample.",
                    "one-off-return.", "outside-report.", "quality-", "course.", "self-evaluation.",
                    "national-issue.", "voice.", "voice-register.", "programme",
                ].contains { kind.rawValue.hasPrefix($0) }
                || ["functions-set", "reporting-lines-set", "plan-bodies-set"]
                    .contains { kind.rawValue == "committee.\($0)" }
        }
        .flatMap { kind in
            (0..<3).compactMap { (variation: Int) -> Change? in
                var generator = FactGenerator(kind, variation: variation)
                let change: Change? =
                    generator.aboutStructure(kind) ?? generator.aboutMeetings(kind)
                    ?? generator.aboutDocuments(kind) ?? generator.aboutLearningReviews(kind)
                if let change { return change }
                let later: Change? = generator.aboutFigures(kind) ?? generator.aboutQuality(kind)
                return later ?? generator.aboutProgrammes(kind) ?? generator.aboutVoices(kind)
            }
        }

    private static let aboutRounds: [Change] = {
        var answer = ReturnedAnswer("2 (i)")
        answer.isNoChange = true
        answer.done = prose
        answer.evidence = prose
        answer.difference = prose
        answer.colour = "G"
        answer.colourReason = prose
        answer.finished = .on(day)
        answer.newDate = "By 31 October 2031"
        answer.newDateReason = prose
        answer.help = prose
        var agreed = AgreedAnswer("2 (i)")
        agreed.isAsProposed = true
        agreed.colour = "A"
        agreed.finished = day
        agreed.timescale = "By 31 October 2031"
        agreed.words = prose
        agreed.evidence = prose
        agreed.reason = prose
        let returned = UpdateReturn(
            lead: "warden",
            version: 3,
            answers: [answer, ReturnedAnswer("3")],
            answeredBy: "Warden",
            groupMeeting: "1 October 2030"
        )
        let opening = RoundOpening(
            plan: "moor-2030",
            name: "Report",
            due: day,
            evidence: .beneath,
            asked: [
                AskedLead(key: "warden", name: "Warden", items: ["2 (i)"]),
                AskedLead(key: "paths", name: "Path Group", group: "paths"),
            ]
        )
        let facts: [Change.Fact] = [
            .roundOpened(opening),
            .roundAssigned(RoundAssignment(item: "3", lead: "paths", name: "Path Group")),
            .roundExtended(RoundExtension(lead: "warden", until: day)), .roundReturned(returned),
            .roundNilReturned(by: "warden"), .roundWithdrawn(by: "warden"),
            .roundWorded(RoundWording(item: "3", text: prose)), .roundFrozen(digest: nil),
            .roundFrozen(digest: "00ff"), .roundTabled(returned),
            .roundAgreed(RoundAgreement(meeting: "", answers: [agreed, AgreedAnswer("3")])),
            .roundClosed,
        ]
        return facts.map { Change(.round(day), $0) }
    }()
}

@Suite struct ChangeEncodingTests {
    @Test(arguments: EveryFact.changes)
    func everyFactSurvivesItsEntry(_ change: Change) throws {
        let draft = change.draft(effective: CivilDate(2030, 10, 31), by: "clerk", reason: "Asked.")
        try draft.check()
        var sealer = EntrySealer(committee: "moor", after: nil, context: .repeating)
        let entry = sealer.seal(draft, idempotencyKey: nil)
        let read = Change(
            subject: entry.subject,
            kind: entry.kind,
            payload: entry.resolvedPayload.value
        )
        #expect(read == change)
        #expect(entry.reason == "Asked.")
    }

    @Test func everyKindThatIsReadIsWritten() {
        // A field of a form that the library knows brings samples of its own.
        let samples = PlanItem.table.declarations.flatMap(\.samples).map(\.kind)
        let kinds = Set(Rooms.standard.declaredKinds.map(\.kind))
        #expect(Set(EveryFact.changes.map(\.kind) + samples) == kinds)
    }

    @Test func progressAndTheSignatoryAreKeptBesideTheEntry() {
        let progress = Change(
            .action("1", of: "p"),
            .progressReported("Begun", asAt: nil, audience: .public)
        ).draft(effective: CivilDate(2030, 1, 1), by: "clerk")
        #expect(progress.texts == [ErasableText("progress", Prose("Begun").markup)])
        #expect(progress.payload["text"] == ErasableText.reference(to: "progress"))
        let texts = Change(
            .plan("p"),
            .textsSet([
                PlanText(place: .notes, text: "Note"), PlanText(place: .signatory, text: "Chair"),
            ])
        ).draft(effective: CivilDate(2030, 1, 1), by: "clerk")
        #expect(texts.texts.map(\.name) == ["signatory-1"])
    }

    @Test func anErasedTextLeavesAMark() {
        let change = Change(
            subject: .action("1", of: "p"),
            kind: "action.progress-reported",
            payload: ["text": nil, "audience": "public"]
        )
        #expect(
            change?.fact
                == .progressReported("[erased]", asAt: nil, audience: .public)
        )
    }

    @Test func anAudienceThatIsNotKnownIsNeverWidened() {
        let change = Change(
            subject: .action("1", of: "p"),
            kind: "action.progress-reported",
            payload: ["text": "Begun", "audience": "inspectors"]
        )
        #expect(
            change?.fact == .progressReported("Begun", asAt: nil, audience: .restricted)
        )
    }

    @Test(
        arguments: [
            ("action.text-set", [:]), ("action.text-set", ["text": 3]),
            ("action.evidence-set", [:]),
            ("action.local-set", ["name": "cost"]), ("action.local-set", ["text": "a"]),
            ("action.timescale-set", ["words": "May"]), ("action.progress-reported", [:]),
            ("action.added", ["list": "A shelf", "level": 0]), ("action.left", [:]),
            ("action.audience-set", ["audience": 3]),
            ("plan.drafted", ["from": "2030-01-01"]),
            ("plan.drafted", ["title": "T", "from": "2030-02-01", "until": "2030-01-01"]),
            ("plan.published", [:]), ("document.imported", ["document": "a"]),
            ("shed.painted", [:]),
        ] as [(EntryKind, JSONValue)]
    )
    func aPayloadWithoutItsMembersIsNotRead(kind: EntryKind, payload: JSONValue) {
        #expect(Change(subject: .plan("p"), kind: kind, payload: payload) == nil)
    }

    @Test func aPayloadThatIsNoObjectIsNotRead() {
        #expect(Change(subject: .plan("p"), kind: "plan.drafted", payload: 3) == nil)
    }
}

extension JournalContext {
    /// A context whose time, bytes and digest repeat.
    fileprivate static let repeating = JournalContext(
        now: { RecordedInstant(milliseconds: 0) },
        randomBytes: { Array(repeating: 7, count: $0) },
        digest: Digest(name: "length") { [UInt8(truncatingIfNeeded: $0.count)] }
    )
}
