// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("A file of changes")
struct ChangeFileTests {
    private func read(_ changes: String, glossary: LeadGlossary? = nil) throws -> ChangeFile {
        let text = """
            { "by": "lead-officer", "effective": "2026-10-31", "plan": "plan-2026", "changes": [
            \(changes)
            ] }
            """
        return try ChangeFile(
            reading: Array(text.utf8),
            source: "changes.json",
            glossary: glossary
        )
    }

    private func drafts(_ changes: String) throws -> [EntryDraft] {
        try read(changes).drafts(in: ExchangeFixture.record())
    }

    /// The record after the changes.
    private func record(_ changes: String) throws -> Record {
        let history = ExchangeFixture.entries(of: try ExchangeFixture.drafts())
        let drafts = try read(changes).drafts(in: Record.folding(history), entries: history)
        #expect(Record.problems(appending: drafts, to: history) == [])
        return Record.folding(
            ExchangeFixture.entries(of: try ExchangeFixture.drafts() + drafts)
        )
    }

    @Test func setsSeveralAspectsOfOneAction() throws {
        let item = try #require(
            try record(
                """
                { "action": "1.1", "progress": "Piloted in **two** schools.", "status": "G",
                  "asAt": "2026-10-01", "audience": "partners", "timescale": "By 31 March 2027",
                  "leads": ["Lead Nurse", "Head of Service"], "expectedImpact": "Fewer gaps.",
                  "evidence": "Minutes", "text": "Write and print a guide", "note": "Shared work",
                  "local": { "Cost": "None" }, "reason": "The committee agreed." }
                """
            ).plan("plan-2026")?.item("1.1")
        )
        #expect(item.progress.map(\.text) == [Prose(markup: "Piloted in **two** schools.")])
        #expect(item.progress.map(\.asAt) == [CivilDate(2026, 10, 1)])
        #expect(item.progress.map(\.audience) == [.partners])
        #expect(item.audience == .public)
        #expect(item.status?.printed == "G")
        #expect(item.timescale.due == CivilDate(2027, 3, 31))
        #expect(item.timescaleHistory.last?.reason == "The committee agreed.")
        #expect(item.leads.names == ["Lead Nurse", "Head of Service"])
        #expect(item.expectedImpact == "Fewer gaps.")
        #expect(item.evidence == "Minutes")
        #expect(item.text == "Write and print a guide")
        #expect(item.notes == ["Shared work"])
        #expect(item.local == ["Cost": "None"])
    }

    @Test func theAudienceBesideANewActionIsThatOfTheActionAndOfItsProgress() throws {
        let item = try #require(
            try record(
                """
                { "action": "1.9", "add": { "after": "1.1", "number": "1.9", "text": "Not for all" },
                  "progress": "Begun.", "audience": "restricted" }
                """
            ).plan("plan-2026")?.item("1.9")
        )
        #expect(item.audience == .restricted)
        #expect(item.progress.map(\.audience) == [.restricted])
    }

    @Test(arguments: [
        (#""completed": true"#, DateBound.on(CivilDate(2026, 10, 31))),
        (#""completed": "2026-09-02""#, .on(CivilDate(2026, 9, 2))),
        (#""completedBy": "2026-10-30""#, .by(CivilDate(2026, 10, 30))),
        (#""completed": true, "effective": "2026-10-03""#, .on(CivilDate(2026, 10, 3))),
    ])
    func completesOnADayOrByOne(said: String, bound: DateBound) throws {
        let record = try record(#"{ "action": "1.1", \#(said) }"#)
        #expect(record.plan("plan-2026")?.item("1.1")?.completion == .completed(bound))
    }

    @Test func reopensGoesOnLeavesAndHides() throws {
        let plan = try #require(
            try record(
                """
                { "action": "1.1", "left": { "kind": "transferred", "to": "South CPC" } },
                { "action": "1.2", "ongoing": true, "audience": "committee",
                  "predecessors": ["plan-2023#4.1"] }
                """
            ).plan("plan-2026")
        )
        #expect(plan.item("1.1")?.exit?.kind == "transferred")
        #expect(plan.item("1.1")?.exit?.destination == "South CPC")
        #expect(plan.item("1.2")?.completion == .ongoing)
        #expect(plan.item("1.2")?.audience == .committee)
        #expect(plan.item("1.2")?.predecessors == ["plan-2023#4.1"])
        let again = try record(
            """
            { "action": "1.1", "completed": "2026-05-01" }, { "action": "1.1", "reopened": true }
            """
        )
        #expect(again.plan("plan-2026")?.item("1.1")?.completion == .ongoing)
    }

    @Test func addsAnActionThatLaterChangesOfTheFileCanName() throws {
        let plan = try #require(
            try record(
                """
                { "action": "2", "add": { "level": "Outcome", "number": "2", "text": "Staff know" } },
                { "action": "2.1", "add": { "under": "2", "number": "2.1", "text": "Ask staff",
                  "leads": "Chair", "timescale": "Annually" } },
                { "action": "1.3", "add": { "after": "1.1", "text": "Print the guide" } },
                { "action": "M1", "add": { "list": "maintenance", "text": "Keep the site" } },
                { "action": "2.1", "status": "A" }
                """
            ).plan("plan-2026")
        )
        #expect(plan.items.map(\.id) == ["1", "1.1", "1.3", "1.2", "2", "2.1"])
        #expect(plan.item("1.3")?.parent == "1")
        #expect(plan.item("2.1")?.level == 1)
        #expect(plan.item("2.1")?.status?.printed == "A")
        #expect(plan.item("2.1")?.timescale.kind == "recurring")
        #expect(plan.item("2.1")?.leads.names == ["Chair"])
        #expect(plan.maintenance.map(\.id) == ["M1"])
    }

    @Test func submitsAndApprovesAPlan() throws {
        let plan = try #require(
            try record(
                """
                { "submitted": { "to": "COG" }, "effective": "2026-05-01" },
                { "plan": "plan-2026", "approved": { "by": "CPC" }, "predecessors": ["plan-2023"] }
                """
            ).plan("plan-2026")
        )
        #expect(plan.state == .approved)
        #expect(plan.milestones.map(\.on) == [CivilDate(2026, 5, 1), CivilDate(2026, 10, 31)])
        #expect(plan.predecessors == ["plan-2023"])
    }

    @Test func usesWhatOtherSystemsCallAnAction() throws {
        let file = try read(
            """
            { "action": "1.1", "externalID": { "source": "mosaic", "id": "A-31" } },
            { "external": { "source": "mosaic", "id": "A-31" }, "status": "G" },
            { "external": { "source": "mosaic", "id": "A-32" }, "status": "A" }
            """
        )
        let known = ExternalReference(source: "mosaic", id: "A-32")
        #expect(file.externalReferences.count == 2)
        let drafts = try file.drafts(
            in: ExchangeFixture.record(),
            subjects: [known: .action("1.2", of: "plan-2026")]
        )
        #expect(drafts.map(\.subject.id) == ["plan-2026#1.1", "plan-2026#1.1", "plan-2026#1.2"])
        let error = #expect(throws: JSONError.self) {
            try file.drafts(in: ExchangeFixture.record())
        }
        #expect(
            error?.message
                == "changes[2]: mosaic's id “A-32” stands for nothing yet. Name the action by “plan” "
                + "and “action” with “externalID” once, and it can be used from then on."
        )
    }

    @Test func correctsAndVoidsEntries() throws {
        var drafts = try ExchangeFixture.drafts()
        drafts += try self.drafts(
            """
            { "action": "1.1", "progress": { "text": "Two schools", "asAt": "2026-09-30",
              "audience": "partners" } },
            { "action": "1.1", "status": "R" }
            """
        )
        let history = ExchangeFixture.entries(of: drafts)
        let file = try read(
            """
            { "correct": 8, "progress": "Three schools", "reason": "Miscounted" },
            { "void": 9, "reason": "Meant for 1.2" }
            """
        )
        let more = try file.drafts(in: Record.folding(history), entries: history)
        let item = try #require(
            Record.folding(ExchangeFixture.entries(of: drafts + more)).plan("plan-2026")?.item(
                "1.1"
            )
        )
        #expect(item.progress.map(\.text) == ["Three schools"])
        #expect(item.progress.map(\.asAt) == [CivilDate(2026, 9, 30)])
        #expect(item.progress.map(\.audience) == [.partners])
        #expect(item.status == nil)
    }

    @Test func keepsWhatAnEarlierCorrectionSaid() throws {
        var drafts = try ExchangeFixture.drafts()
        drafts += try self.drafts(#"{ "action": "1.1", "progress": "Two" }"#)
        for correction in [
            #"{ "correct": 8, "reason": "a", "effective": "2026-11-02", "#
                + #""progress": { "text": "Three", "audience": "partners" } }"#,
            #"{ "correct": 8, "reason": "b", "progress": "Four" }"#,
        ] {
            let history = ExchangeFixture.entries(of: drafts)
            drafts += try read(correction)
                .drafts(in: Record.folding(history), entries: history)
        }
        let progress = Record.folding(ExchangeFixture.entries(of: drafts))
            .plan("plan-2026")?.item("1.1")?.progress
        #expect(
            progress == [
                ProgressEntry(
                    text: "Four",
                    asAt: CivilDate(2026, 11, 2),
                    by: "lead-officer",
                    audience: .partners
                )
            ]
        )
    }

    @Test(arguments: [
        (
            #"{ "correct": 5, "status": "G", "reason": "x" }"#,
            "changes[0]: entry 5 is of the kind “action.timescale-set”, but “status” says "
                + "“action.status-reported”. Correct it with what it said, or void it."
        ),
        (
            #"{ "correct": 50, "status": "G", "reason": "x" }"#,
            "changes[0]: There is no entry 50: the journal has the entries 1 to 7."
        ),
        (
            #"{ "action": "1.l", "status": "G" }"#,
            "changes[0]: the plan “plan-2026” has no action “1.l”. Did you mean “1.1”?"
        ),
        (
            #"{ "plan": "plan-2062", "action": "1.1", "status": "G" }"#,
            "changes[0]: there is no plan “plan-2062”. Did you mean “plan-2026”?"
        ),
        (
            #"{ "status": "G" }"#,
            "changes[0]: “status” belongs to an action, not to a plan. Name the “action”."
        ),
        (
            #"{ "action": "1.1", "approved": { "by": "CPC" } }"#,
            "changes[0]: “approved” belongs to a plan. Leave “action” out."
        ),
        (
            #"{ "action": "1.1", "add": { "text": "x" } }"#,
            "changes[0]: the plan already has an action “1.1”. Give the new one another identifier."
        ),
        (
            #"{ "action": "3", "add": { "text": "x", "level": "outcomme" } }"#,
            "changes[0]: the plan “plan-2026” has no level “outcomme”. Did you mean “outcome”?"
        ),
        (
            #"{ "action": "3", "add": { "text": "x", "level": 3 } }"#,
            "changes[0]: the plan “plan-2026” has 2 levels, so there is no level 3."
        ),
    ])
    func namesWhatTheJournalDoesNotHave(change: String, message: String) throws {
        let history = ExchangeFixture.entries(of: try ExchangeFixture.drafts())
        let file = try read(change)
        let error = #expect(throws: JSONError.self) {
            try file.drafts(in: Record.folding(history), entries: history)
        }
        #expect(error?.message == message)
        #expect(error?.line == 2)
    }

    @Test(arguments: [
        (
            #"{ "action": "1.1", "stauts": "G" }"#,
            "changes[0]: “stauts” is not a name that is known here. Did you mean “status”?"
        ),
        (
            #"{ "void": 3 }"#,
            "changes[0]: a correction needs a “reason”. Say why the entry is wrong."
        ),
        (
            #"{ "void": 3, "status": "G", "reason": "x" }"#,
            "changes[0].status: “status” does not go with “void”, which takes the entry away. To "
                + "put something else in its place, use “correct”."
        ),
        (
            #"{ "action": "1.1", "correct": 3, "status": "G", "reason": "x" }"#,
            "changes[0].correct: “action” and “correct” name two things. Make two changes of it."
        ),
        (
            #"{ "action": "1.1", "completed": true, "completedBy": "2026-10-01" }"#,
            "changes[0].completedBy: “completed” and “completedBy” exclude each other. Keep "
                + "“completed” when the day is known, and “completedBy” when only a later day is."
        ),
        (
            #"{ "action": "1.1", "completed": false }"#,
            "changes[0].completed: expected true, or the day on which it was completed, such as "
                + "2026-10-31. To take a completion back, use “reopened”."
        ),
        (
            #"{ "action": "1.1", "completedBy": "2026-02-30" }"#,
            "changes[0].completedBy: expected a day such as 2026-10-31, found “2026-02-30”."
        ),
        (
            #"{ "action": "1.1", "asAt": "2026-10-01" }"#,
            "changes[0].asAt: “asAt” goes with “progress”, which is not given."
        ),
        (
            #"{ "action": "1.1", "left": { "kind": "withdrawm" } }"#,
            "changes[0].left.kind: “withdrawm” is not one of the words that are known here. Did you "
                + "mean “withdrawn”?"
        ),
        (
            #"{ "entry": { "kind": "entry.voided", "subject": { "kind": "a", "id": "b" }, "payload": {} } }"#,
            "changes[0].entry.kind: “entry.voided” is a kind of the journal's own. Use “correct”, "
                + "“void” or “externalID”."
        ),
    ])
    func isRefusedWithItsLine(change: String, message: String) {
        let error = #expect(throws: JSONError.self) { try read(change) }
        #expect(error?.message == message)
        #expect(error?.line == 2)
    }

    @Test func saysNothingIsThereWhenNothingIs() {
        let error = #expect(throws: JSONError.self) { try read("") }
        #expect(error?.message == "changes: “changes” is empty. Give at least one change.")
        #expect(throws: JSONError.self) { try read(#"{ "action": "1.1" }"#) }
    }

    @Test func listsWhatIsDoubtful() throws {
        let file = try read(
            #"{ "action": "1.1", "timescale": "2017-18", "leads": "Chair and Elf" }"#,
            glossary: LeadGlossary(terms: [.init(name: "Chair")])
        )
        #expect(file.doubts.map(\.kind) == ["lead", "timescale"])
        #expect(file.doubts.map(\.line) == [2, 2])
        #expect(file.doubts.first?.message == "“Elf” is not in the glossary of leads.")
    }

    @Test func recordsFactsOfAnOpenKind() throws {
        let drafts = try drafts(
            """
            { "entry": { "kind": "training.held", "subject": { "kind": "course", "id": "c1" },
              "payload": { "seats": 20 } } }
            """
        )
        #expect(drafts.map(\.kind) == ["training.held"])
        #expect(drafts.first?.payload == ["seats": 20])
        #expect(drafts.first?.subject == SubjectReference(kind: "course", id: "c1"))
    }
}
