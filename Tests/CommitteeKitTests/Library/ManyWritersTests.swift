// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

/// A committee in whose record many write at once: a plan of two levels, and registers with risks.
private struct BusyCommittee {
    static let day = CivilDate(2026, 1, 1)
    let store: MeddlingJournal
    let committee: Committee

    init(actions: Int = 4, risks: Int = 3) async throws {
        store = MeddlingJournal(InMemoryJournal(context: .testing()))
        try await store.createCommittee("c", name: "C")
        let library = CommitteeLibrary(store: store, today: { CivilDate(2026, 1, 5) })
        committee = try await library.committee("c")
        _ = try await committee.append(Self.plan(actions) + Self.registers(risks))
    }

    static func draft(
        _ subject: SubjectReference,
        _ fact: Change.Fact,
        on day: CivilDate = day
    ) -> EntryDraft {
        Change(subject, fact).draft(effective: day, by: "officer")
    }

    static func action(_ id: String) -> SubjectReference { .action(id, of: "p") }

    static func added(_ id: String, _ level: Int, under parent: String?) -> EntryDraft {
        draft(
            action(id),
            .added(
                ItemOutline(
                    list: .table,
                    level: level,
                    parent: parent,
                    number: id,
                    text: Prose("Item \(id).")
                )
            )
        )
    }

    private static func plan(_ actions: Int) -> [EntryDraft] {
        let outline = PlanOutline(
            title: "Plan",
            period: .always,
            levels: [LevelName("outcome"), LevelName("action")]
        )
        return [draft(.plan("p"), .planDrafted(outline)), added("A", 0, under: nil)]
            + [added("B", 0, under: nil)] + (1...actions).map { added("\($0)", 1, under: "A") }
    }

    private static func registers(_ risks: Int) throws -> [EntryDraft] {
        try RiskJournal().drafts
            + (1...risks).flatMap { number in
                [
                    draft(.risk("R\(number)"), .risk(.proposed(.sample("R\(number)", "team")))),
                    draft(.risk("R\(number)"), .risk(.approved(by: "board"))),
                ]
            }
    }

    func progress(on id: String) async throws -> AppendReceipt {
        try await committee.record(
            .progress(Prose("Words about \(id)."), on: .action(id, of: "p")),
            by: "officer-\(id)"
        )
    }
}

/// How an attempt ended.
private func outcome(_ body: () async throws -> Void) async -> String {
    do {
        try await body()
        return "recorded"
    } catch let error as JournalError {
        return error.code.description
    } catch {
        return "\(error)"
    }
}

@Suite("Many write at once")
struct ManyWritersTests {
    @Test("Fifty tasks record about fifty actions that all of them read before: none is refused")
    func differentActionsDoNotConflict() async throws {
        let busy = try await BusyCommittee(actions: 50)
        let before = try await busy.committee.entries().count
        await busy.store.gather(50)
        let outcomes = await withTaskGroup(of: String.self) { group in
            for number in 1...50 {
                group.addTask { await outcome { _ = try await busy.progress(on: "\(number)") } }
            }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(outcomes == ["recorded": 50])
        let entries = try await busy.committee.entries()
        #expect(entries.count == before + 50)
        #expect(EntryChain.verify(entries, digest: JournalContext.testing().digest) == [])
    }

    @Test(
        "Fifty requests about fifty risks that all were decided on one state: none is refused",
        arguments: [RiskWorkflowScope.risk, .everything]
    )
    func differentRisksDoNotConflict(_ scope: RiskWorkflowScope) async throws {
        let busy = try await BusyCommittee(risks: 50)
        await busy.store.gather(50)
        let workflow: any RiskWorkflow =
            scope == .risk
            ? StandardRiskWorkflow()
            : try RiskWorkflowBuilder("all")
                .guarding("all", [RiskEventName(.deactivate)]) { _, _ in nil }.built()
        #expect(workflow.looksAt == scope)
        let outcomes = await withTaskGroup(of: String.self) { group in
            for number in 1...50 {
                group.addTask {
                    await outcome {
                        try await busy.committee.perform(
                            RiskRequest("R\(number)", .deactivated, by: "officer"),
                            workflow: workflow
                        )
                    }
                }
            }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        #expect(outcomes == ["recorded": 50])
    }

    @Test("On one action every refusal is true: it names what came between, about that action")
    func oneActionConflicts() async throws {
        let busy = try await BusyCommittee()
        let before = try await busy.committee.entries().count
        await busy.store.gather(10)
        let refusals: [JournalError] = await withTaskGroup(of: JournalError?.self) { group in
            for _ in 0..<10 {
                group.addTask {
                    do {
                        _ = try await busy.progress(on: "1")
                        return nil
                    } catch { return error as? JournalError }
                }
            }
            return await group.reduce(into: []) { if let error = $1 { $0.append(error) } }
        }
        #expect(refusals.count == 9)
        #expect(try await busy.committee.entries().count == before + 1)
        for error in refusals {
            #expect(error.code == .conflict)
            #expect(error.retry == .afterReading)
            #expect(error.entriesBetween.map(\.sequence) == [before + 1])
            #expect(
                error.message
                    == "Since entry \(before), something was recorded that this change touches: entry "
                    + "\(before + 1) (action.progress-reported of action/p#1). Read it and try again."
            )
        }
    }

    /// What somebody records in between, what is recorded then, and how that ends.
    struct Meeting: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let meanwhile: [EntryDraft]
        let then: [EntryDraft]
        let ends: String

        init(_ name: String, _ meanwhile: EntryDraft, _ then: EntryDraft, _ ends: String) {
            (testDescription, self.meanwhile, self.then) = (name, [meanwhile], [then])
            self.ends = ends
        }
    }

    private static func progress(_ id: String, on day: CivilDate = BusyCommittee.day) -> EntryDraft
    {
        BusyCommittee.draft(
            BusyCommittee.action(id),
            .progressReported(Prose("Words."), asAt: nil, audience: .public),
            on: day
        )
    }

    private static func plan(_ fact: Change.Fact) -> EntryDraft {
        BusyCommittee.draft(.plan("p"), fact)
    }

    private static func placed(_ id: String, under parent: String) -> EntryDraft {
        BusyCommittee.draft(
            BusyCommittee.action(id),
            .placed(ItemPlace(list: .table, parent: parent, after: nil))
        )
    }

    private static func risk(_ id: String, _ fact: RiskFact) -> EntryDraft {
        BusyCommittee.draft(.risk(id), .risk(fact))
    }

    private static let linked = RiskFact.linked([Risk.Link(.action, "p#1")])
    private static let imported = BusyCommittee.draft(
        .committee,
        .imported(ImportRecord(document: "a", digest: "b", layout: "c/d", reportedOn: nil))
    )

    static let meetings: [Meeting] = [
        Meeting("two actions of one plan", progress("1"), progress("2"), "recorded"),
        Meeting("the same action", progress("1"), progress("1"), "conflict"),
        Meeting("the plan approved below", plan(.approved(by: "Board")), progress("1"), "conflict"),
        Meeting(
            "an approval of what changed",
            progress("1"),
            plan(.approved(by: "Board")),
            "conflict"
        ),
        Meeting(
            "texts of the plan beside an action",
            progress("1"),
            plan(.approvalChainSet(["Board"])),
            "recorded"
        ),
        Meeting(
            "an item added where another moved away",
            placed("1", under: "B"),
            BusyCommittee.added("9", 1, under: "A"),
            "recorded"
        ),
        Meeting(
            "two items added under one",
            BusyCommittee.added("8", 1, under: "A"),
            BusyCommittee.added("9", 1, under: "A"),
            "recorded"
        ),
        Meeting(
            "the same item added",
            BusyCommittee.added("9", 1, under: "A"),
            BusyCommittee.added("9", 1, under: "A"),
            "conflict"
        ),
        Meeting(
            "an item moved under one that changed",
            progress("B"),
            placed("1", under: "B"),
            "conflict"
        ),
        Meeting("a risk linked to an action", risk("R1", linked), progress("1"), "recorded"),
        Meeting(
            "an action to which a risk is linked",
            progress("1"),
            risk("R1", linked),
            "conflict"
        ),
        Meeting("two risks", risk("R1", .deactivated), risk("R2", .deactivated), "recorded"),
        Meeting(
            "a risk escalated beside another",
            risk("R1", .escalated(to: "committee")),
            risk("R2", .deactivated),
            "recorded"
        ),
        Meeting(
            "a risk replaced by one that is gone",
            risk("R2", .deactivated),
            risk("R1", .replaced(by: ["R2"])),
            "conflict"
        ),
        Meeting("an import of something else", imported, imported, "recorded"),
        Meeting("a host's own kinds about two", unknown("R1"), unknown("R2"), "recorded"),
        Meeting(
            "a host's own kinds about one risk",
            unknown("R1"),
            risk("R1", .deactivated),
            "conflict"
        ),
    ]

    private static func unknown(_ risk: String) -> EntryDraft {
        EntryDraft(
            subject: .risk(risk),
            kind: "host.noted",
            payload: [:],
            effective: BusyCommittee.day,
            by: "host"
        )
    }

    @Test("What others record meanwhile stands in the way when it touches", arguments: meetings)
    func touches(_ meeting: Meeting) async throws {
        let busy = try await BusyCommittee()
        busy.store.meddle(meeting.meanwhile)
        let ends = await outcome { try await busy.committee.append(meeting.then) }
        #expect(ends == meeting.ends)
        // Said with the number that was seen, it ends in the same way.
        let again = try await BusyCommittee()
        let seen = try await again.committee.entries().count
        try await again.committee.append(meeting.meanwhile)
        let late = await outcome {
            try await again.committee.append(meeting.then, expecting: .untouched(since: seen))
        }
        #expect(late == meeting.ends)
    }

    @Test("What an entry far from it makes impossible is a conflict with that entry")
    func voidedParents() async throws {
        let busy = try await BusyCommittee()
        let entries = try await busy.committee.entries()
        let parent = try #require(entries.first { $0.subject == BusyCommittee.action("B") })
        busy.store.meddle([
            .voiding(parent, effective: BusyCommittee.day, by: "officer", reason: "Never agreed.")
        ])
        let error = await #expect(throws: JournalError.self) {
            try await busy.committee.append([BusyCommittee.added("9", 1, under: "B")])
        }
        #expect(error?.code == .conflict)
        #expect(error?.entriesBetween.map(\.kind) == [.voided])
    }

    @Test("A voiding conflicts with what hangs on the entry that it would void")
    func voidingWhatIsUsed() async throws {
        let busy = try await BusyCommittee()
        let entries = try await busy.committee.entries()
        let parent = try #require(entries.first { $0.subject == BusyCommittee.action("B") })
        busy.store.meddle([BusyCommittee.added("9", 1, under: "B")])
        let error = await #expect(throws: JournalError.self) {
            try await busy.committee.append([
                .voiding(parent, effective: BusyCommittee.day, by: "officer", reason: "Wrong.")
            ])
        }
        #expect(error?.code == .conflict)
        #expect(error?.entriesBetween.map(\.subject) == [BusyCommittee.action("9")])
    }

    @Test("A subject found by another system's name conflicts when the name moves")
    func namesThatMove() async throws {
        let busy = try await BusyCommittee()
        let name = ExternalReference(source: "mosaic", id: "A-1")
        let (one, two) = (BusyCommittee.action("1"), BusyCommittee.action("2"))
        let day = BusyCommittee.day
        try await busy.committee.append([
            .settingExternalID(name, of: one, effective: day, by: "officer")
        ])
        busy.store.meddle([
            .removingExternalID(name, of: one, effective: day, by: "officer", reason: "Wrong."),
            .settingExternalID(name, of: two, effective: day, by: "officer"),
        ])
        let ends = await outcome {
            try await busy.committee.record(
                .progress("Words.", on: .external("mosaic", "A-1")),
                by: "mosaic"
            )
        }
        #expect(ends == "conflict")
    }

    @Test("Whoever wants nothing at all in between says so")
    func theHeadWhereItIsWanted() async throws {
        let busy = try await BusyCommittee()
        let seen = try await busy.committee.entries().count
        _ = try await busy.progress(on: "1")
        let error = await #expect(throws: JournalError.self) {
            try await busy.committee.append([Self.progress("2")], expecting: .last(seen))
        }
        #expect(
            error?.message
                == "Expected the last entry to be \(seen), but it is \(seen + 1): 1 entry was "
                + "recorded in between. Read it and try again."
        )
        busy.store.meddle([Self.progress("1")])
        let late = await outcome {
            try await busy.committee.append([Self.progress("2")], expecting: .last(seen + 1))
        }
        #expect(late == "conflict")
        let never = await outcome {
            try await busy.committee.append(
                [Self.progress("2")],
                expecting: .untouched(since: 9_999)
            )
        }
        #expect(never == "conflict")
    }

    @Test("A conflict names at most twenty entries, and counts the rest")
    func boundedLists() async throws {
        let busy = try await BusyCommittee()
        let seen = try await busy.committee.entries().count
        for _ in 0..<30 { _ = try await busy.progress(on: "1") }
        let error = await #expect(throws: JournalError.self) {
            try await busy.committee.append(
                [Self.progress("1")],
                expecting: .untouched(since: seen)
            )
        }
        #expect(error?.entriesBetween.count == JournalRules.mostEntriesNamed)
        #expect(error?.message.contains("and 27 more. Read them and try again.") == true)
    }
}

@Suite("Prepared imports")
struct PreparedImportTests {
    private let plan = "plan-2024-2026"

    private func prepare(_ fixture: LibraryFixture) async throws -> PlanImport {
        try await fixture.importing(SmallPlan.text, digest: "a")
        let text = SmallPlan.text.replacing("Drafted;", with: "Drafted and agreed;")
        return try await fixture.committee.preparingImport(
            of: try SourceDocument(text: text, name: "plan.txt", as: .tabText),
            digest: "b",
            layout: "small/plan",
            asOf: CivilDate(2024, 8, 31),
            by: "tester"
        )
    }

    @Test("An import that was prepared before another's entry about the same action is a conflict")
    func touchedMeanwhile() async throws {
        let fixture = try await LibraryFixture()
        let prepared = try await prepare(fixture)
        let touched = try #require(prepared.drafts.first { $0.subject.planItem != nil }).subject
        let action = try #require(touched.planItem?.item)
        try await fixture.committee.record(
            .progress("Somebody's words.", status: "R", on: .action(action, of: plan)),
            effective: CivilDate(2024, 8, 20),
            by: "somebody"
        )
        let count = try await fixture.committee.entries().count
        let error = await #expect(throws: JournalError.self) {
            _ = try await fixture.committee.record(prepared, digest: "b")
        }
        #expect(error?.code == .conflict)
        #expect(error?.entriesBetween.allSatisfy { $0.by == "somebody" } == true)
        #expect(try await fixture.committee.entries().count == count)
        // The other's status is there, and what is prepared anew knows of it.
        #expect(try await fixture.plan()?.item(action)?.status?.printed == "R")
    }

    @Test("An import that another's entry does not touch goes through beside it")
    func untouchedMeanwhile() async throws {
        let fixture = try await LibraryFixture()
        let prepared = try await prepare(fixture)
        let touched = Set(prepared.drafts.map(\.subject))
        let items = try #require(try await fixture.plan()).items
        let other = try #require(items.last { !touched.contains(.action($0.id, of: plan)) })
        try await fixture.committee.record(
            ChangeRequest(.action(other.id, of: plan), [.notesSet([Prose("A note.")])]),
            effective: CivilDate(2024, 8, 20),
            by: "somebody"
        )
        let receipt = try await fixture.committee.record(prepared, digest: "b")
        #expect(receipt?.entries.count == prepared.drafts.count)
        #expect(try await fixture.plan()?.item(other.id)?.notes.count == 1)
    }
}

@Suite("Keys and retries")
struct KeyedCallTests {
    private func committee(
        on day: CivilDate,
        _ store: any JournalStore
    ) async throws -> Committee {
        let library = CommitteeLibrary(store: store, today: { day })
        return try await library.committee("c")
    }

    @Test("A keyed call without a date is the same call after midnight")
    func afterMidnight() async throws {
        let busy = try await BusyCommittee()
        let late = try await committee(on: CivilDate(2026, 1, 6), busy.store)
        let first = try await busy.committee.record(
            .progress("Words.", on: .action("1", of: "p")),
            by: "officer",
            idempotencyKey: "k"
        )
        let again = try await late.record(
            .progress("Words.", on: .action("1", of: "p")),
            by: "officer",
            idempotencyKey: "k"
        )
        #expect(again.wasReplay)
        #expect(again.entries == first.entries)
        let request = RiskRequest("R1", .deactivated, by: "officer")
        let decided = try await busy.committee.perform(request, idempotencyKey: "r")
        let decidedAgain = try await late.perform(request, idempotencyKey: "r")
        #expect(decidedAgain.wasReplay)
        #expect(decidedAgain.entries == decided.entries)
    }

    @Test("A keyed call goes on where others recorded meanwhile, and its retry finds it")
    func resealedUnderAKey() async throws {
        let busy = try await BusyCommittee()
        busy.store.meddle([
            BusyCommittee.draft(
                BusyCommittee.action("2"),
                .progressReported(Prose("Others."), asAt: nil, audience: .public)
            )
        ])
        let call = { () async throws -> AppendReceipt in
            try await busy.committee.record(
                .progress("Words.", on: .action("1", of: "p")),
                by: "officer",
                idempotencyKey: "k"
            )
        }
        let first = try await call()
        let again = try await call()
        #expect(!first.wasReplay)
        #expect(again.wasReplay)
        #expect(again.entries == first.entries)
    }

    @Test(
        "A key that was used for another request is refused, and the request is not lost in silence"
    )
    func usedKeys() async throws {
        let busy = try await BusyCommittee()
        try await busy.committee.perform(
            RiskRequest("R1", .reviewed(outcome: "No change.", next: nil), by: "officer"),
            idempotencyKey: "k"
        )
        for request in [
            RiskRequest("R1", .deactivated, by: "officer"),
            RiskRequest("R1", .reviewed(outcome: "Another.", next: nil), by: "officer"),
            RiskRequest("R1", .reviewed(outcome: "No change.", next: nil), by: "somebody"),
            RiskRequest("R2", .reviewed(outcome: "No change.", next: nil), by: "officer"),
        ] {
            let error = await #expect(throws: JournalError.self) {
                try await busy.committee.perform(request, idempotencyKey: "k")
            }
            #expect(error?.code == .idempotencyMismatch)
            #expect(error?.retry == .never)
        }
    }

    @Test("Every code of a journal's error says whether it can be retried")
    func advice() {
        let codes: [(JournalError.Code, RetryAdvice)] = [
            (.notFound, .never), (.conflict, .afterReading), (.duplicate, .never),
            (.idempotencyMismatch, .never), (.refused, .never), (.unavailable, .asItWas),
            (.locked, .asItWas), (.full, .asItWas), (.newerVersion, .never), (.corrupt, .never),
            (.cancelled, .asItWas), (.outcomeUnknown, .underTheSameKey),
        ]
        for (code, advice) in codes {
            let error: any ExplainedError = JournalError(code, "")
            #expect(error.retry == advice, "\(code)")
        }
        #expect(LibraryError(.conflict, "").retry == .afterReading)
        #expect(LibraryError(.refused, "").retry == .never)
    }
}
