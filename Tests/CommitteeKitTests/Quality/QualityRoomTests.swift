// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Findings, returns, training, self-evaluation and the horizon")
struct QualityRoomTests {
    typealias Sample = QualitySample

    // MARK: Findings

    @Test func aFindingGoesFromOpenToChanged() throws {
        var sample = try Sample.at(.reported)
        func standing() -> QualityFinding.Standing? {
            sample.edition().qualityFindings.first?.standing
        }
        let id = "neglect-2026#1"
        sample.add(QualityFinding.self, id, QualityFinding.Entries.words.fact("Late."))
        #expect(standing() == .open)
        sample.add(QualityFinding.self, id, .findingAnswered(FindingAnswer(action: Sample.action)))
        #expect(standing() == .inThePlan)
        sample.add(QualityFinding.self, id, .findingEvidenced(FindingEvidence("In use.")))
        #expect(standing() == .evidenced)
        sample.add(QualityFinding.self, id, .findingImpactSeen(FindingImpact(.inPart)))
        #expect(standing() == .changedInPart)
        sample.add(QualityFinding.self, id, .findingImpactSeen(FindingImpact(.changed)))
        #expect(standing() == .changed)
    }

    @Test func aStrengthNeedsNoAnswer() throws {
        var sample = try Sample.at(.reported)
        sample.add(
            QualityFinding.self,
            "neglect-2026#1",
            QualityFinding.Entries.words.fact("Good.")
        )
        sample.add(
            QualityFinding.self,
            "neglect-2026#1",
            QualityFinding.Entries.sort.fact(.strength)
        )
        #expect(sample.edition().qualityFindings.first?.standing == .strength)
    }

    private static let words = QualityFinding.Entries.words.fact("Late.")

    private static let refusals: [(SubjectReference, Change.Fact, String)] = [
        (
            .quality(QualityFinding.self, "neglect-2026"), words,
            "“neglect-2026” cannot name a finding. Write where it comes from and its number, such as neglect-2026#3."
        ),
        (
            .quality(QualityFinding.self, "neglect-2026#01"), words,
            "“neglect-2026#01” cannot name a finding. Write where it comes from and its number, such as "
                + "neglect-2026#3."
        ),
        (
            .quality(QualityFinding.self, "neglct-2026#1"), words,
            "There is nothing named “neglct-2026” on 2026-03-02 from which a finding could come. Did you mean "
                + "“neglect-2026”?"
        ),
        (
            .quality(QualityFinding.self, "neglect-2026#7"),
            .findingEvidenced(FindingEvidence("In use.")),
            "There is no finding “neglect-2026#7” on 2026-03-02. Did you mean “neglect-2026#1”?"
        ),
        (
            .quality(QualityFinding.self, "neglect-2026#1"), .findingAnswered(FindingAnswer()),
            "The finding “neglect-2026#1” would have neither an action nor a reason why none is needed. Give one of "
                + "them."
        ),
        (
            .quality(QualityFinding.self, "neglect-2026#1"),
            .findingAnswered(FindingAnswer(action: Sample.action)),
            "The finding “neglect-2026#1” is answered by action plan-2026#1.1 already. Nothing needs to change."
        ),
        (
            .quality(QualityFinding.self, "neglect-2026#1"),
            .findingAnswered(FindingAnswer(action: "1.1")),
            "The record has no action “1.1”. Write the plan and the action, such as plan-2023#1.10."
        ),
        (
            .quality(QualityFinding.self, "neglect-2026#1"),
            .findingEvidenced(FindingEvidence("In use.", pages: "3")),
            "Pages are given and no document. Name the document too."
        ),
        (
            .quality(QualityFinding.self, "neglect-2026#1"),
            .findingImpactSeen(FindingImpact(.changed, indicator: "files")),
            "The figures have no indicator “files”. Add it first, or correct the name."
        ),
        (
            .quality(TrainingCourse.self, "neglect-2026"),
            TrainingCourse.Entries.title.fact("Neglect"),
            "“neglect-2026” names audit “Neglect” already. Choose another identifier."
        ),
        (
            .quality(TrainingCourse.self, "level 2"), TrainingCourse.Entries.title.fact("Level 2"),
            "“level 2” cannot name a course. Use letters, digits and hyphens only, such as neglect-2026."
        ),
        (
            .quality(SelfEvaluation.self, "self"), SelfEvaluation.Entries.title.fact("Self"),
            "The committee had adopted no framework of quality indicators on 2026-03-02. Adopt one first, with "
                + "committee audit self-evaluation adopt."
        ),
    ]

    @Test(arguments: refusals.indices)
    func whatCannotBeIsToldInWords(_ place: Int) throws {
        let (subject, fact, words) = Self.refusals[place]
        let refusal = try Sample.whole().refusal(subject, fact)
        #expect(refusal == words, "\(refusal ?? "It was recorded.")")
    }

    @Test func nothingIsFoundByAnAuditThatHasNotBegun() throws {
        #expect(
            try Sample().refusal(QualityFinding.self, "neglect-2026#1", Self.words)
                == "The audit “neglect-2026” is “proposed”, so nothing is found by it. Findings are recorded while it is "
                + "under way, or when it is reported."
        )
    }

    // MARK: Threads

    @Test func aThreadLeadsFromTheFindingToTheNextPlan() throws {
        var sample = try Sample.whole()
        let later = CivilDate(2026, 6, 1)
        sample.add(.action("1.1", of: "plan-2026"), .completed, on: CivilDate(2026, 5, 1))
        sample.add(
            .plan("plan-2029"),
            .planDrafted(
                PlanOutline(
                    title: "Plan 2029",
                    period: CivilSpan(later...CivilDate(2031, 12, 31)),
                    levels: [LevelName("outcome"), LevelName("action")]
                )
            ),
            on: later
        )
        sample.add(
            .action("1", of: "plan-2029"),
            .added(ItemOutline(level: 0, number: "1", text: "Keep the template")),
            on: later
        )
        sample.add(
            .action("1", of: "plan-2029"),
            .itemPredecessorsNamed([Sample.action]),
            on: later
        )
        let edition = sample.edition(on: later)
        let thread = try #require(edition.qualityThreads(about: "neglect-2026#1").first)
        #expect(
            thread.steps.map(\.kind)
                == ["found", "answered", "action", "evidence", "impact", "next-plan"]
        )
        #expect(
            thread.steps.last?.words
                == "Action plan-2026#1.1 became plan-2029#1 of “Plan 2029”: Keep the template"
        )
        // Both ways: from the action, and from what it became.
        for name in [Sample.action, "plan-2029#1", "neglect-2026"] {
            #expect(edition.qualityThreads(about: name) == [thread], "\(name)")
        }
        #expect(edition.qualityThreads(about: "plan-2026#1.2") == [])
    }

    // MARK: Returns

    private static let sendings: [(sent: CivilDate?, words: String)] = [
        (CivilDate(2023, 10, 12), "Sent 8 days early"),
        (CivilDate(2023, 10, 20), "Sent on the day"),
        (CivilDate(2023, 10, 21), "Sent 1 day late"), (nil, "Overdue by 12 days"),
    ]

    @Test(arguments: sendings.indices)
    func aReturnSaysWhenItWasSent(_ place: Int) throws {
        let (sent, words) = Self.sendings[place]
        var sample = try Sample()
        let added = CivilDate(2023, 9, 1)
        sample.add(
            OneOffReturn.self,
            "toolkit",
            OneOffReturn.Entries.title.fact("National self-evaluation toolkit"),
            on: added
        )
        sample.add(
            OneOffReturn.self,
            "toolkit",
            OneOffReturn.Entries.due.fact(CivilDate(2023, 10, 20)),
            on: added
        )
        if let sent {
            sample.add(
                OneOffReturn.self,
                "toolkit",
                .oneOffReturnSent(ReturnSending()),
                on: sent
            )
        }
        let day = CivilDate(2023, 11, 1)
        let edition = sample.edition(on: day)
        #expect(edition.quality.returns.first?.standing(on: day) == words)
        #expect(edition.quality.deadlines(through: day).isEmpty == (sent != nil))
        if let sent {
            #expect(
                sample.refusal(
                    OneOffReturn.self,
                    "toolkit",
                    .oneOffReturnWithdrawn(QualityStep()),
                    on: day
                )
                    == "The return “toolkit” was sent on \(sent), so it cannot be withdrawn. Correct that entry, or "
                    + "leave this one out."
            )
        }
    }

    // MARK: Training

    private static func course() throws -> QualitySample {
        var sample = try Sample()
        sample.add(
            TrainingCourse.self,
            "level-2",
            TrainingCourse.Entries.title.fact("Neglect, level 2")
        )
        for day in [CivilDate(2026, 2, 3), CivilDate(2026, 2, 10)] {
            sample.add(TrainingCourse.self, "level-2", .courseDaySet(CourseDay(day, places: 20)))
        }
        return sample
    }

    @Test func uptakeIsCountedByAgency() throws {
        var sample = try Self.course()
        for (agency, day, booked, came) in [
            ("Police", 3, 8, 6), ("Health", 3, 5, 5), ("Police", 10, 4, 1), ("Police", 10, 4, 3),
        ] {
            sample.add(
                TrainingCourse.self,
                "level-2",
                .courseAttendanceSet(
                    CourseAttendance(
                        of: agency,
                        on: CivilDate(2026, 2, day),
                        booked: booked,
                        attended: came
                    )
                )
            )
        }
        let course = try #require(sample.edition().quality.courses.first)
        #expect(course.places == 40)
        // What is said of a day and an agency again takes the place of what was said before.
        #expect(
            course.uptake.map { "\($0.agency) \($0.attended)/\($0.booked), \($0.missed) missed" }
                == ["Police 9/12, 3 missed", "Health 5/5, 0 missed"]
        )
        for audience in [Audience.partners, .public] {
            var open = sample
            open.add(
                TrainingCourse.self,
                "level-2",
                TrainingCourse.Entries.audience.fact(.public)
            )
            let seen = try #require(open.edition(for: audience).quality.courses.first)
            #expect(seen.days.count == 2)
            #expect(seen.attendance.isEmpty)
        }
    }

    private static let trainingRefusals: [(Change.Fact, String)] = [
        (
            .courseAttendanceSet(
                CourseAttendance(of: "Police", on: CivilDate(2026, 2, 3), booked: 4, attended: 5)
            ),
            "Of 4 who had booked, 5 cannot have come. Correct one of the numbers; whoever came without a booking "
                + "counts as booked."
        ),
        (
            .courseAttendanceSet(
                CourseAttendance(of: "Police", on: CivilDate(2026, 2, 4), booked: 4, attended: 4)
            ),
            "The course “level-2” is not given on 2026-02-04. Did you mean “2026-02-03”?"
        ),
        (
            .courseEvaluated(CourseEvaluation(.later, helped: 3, of: 2)),
            "Of 2 who answered, 3 cannot have been helped. Correct one of the numbers."
        ),
        (
            .courseEvaluated(CourseEvaluation(.later, helped: 3, of: 5, outOf: 4)),
            "5 answered of 4 who were asked. Correct one of the numbers."
        ),
        (
            .courseDaySet(CourseDay(CivilDate(2026, 2, 3), places: 0)),
            "The course “level-2” would have 0 places on 2026-02-03. Give a number from 1 to 10000, or leave the places "
                + "out."
        ),
    ]

    @Test(arguments: trainingRefusals.indices)
    func whatCannotBeOfACourseIsToldInWords(_ place: Int) throws {
        let (fact, words) = Self.trainingRefusals[place]
        #expect(try Self.course().refusal(TrainingCourse.self, "level-2", fact) == words)
    }

    // MARK: Self-evaluation

    private static func evaluation() throws -> QualitySample {
        var sample = try Sample()
        sample.add(.qualityFramework("north"), .qualityFrameworkAdopted(Sample.framework))
        sample.add(SelfEvaluation.self, "self", SelfEvaluation.Entries.title.fact("Self 2026"))
        return sample
    }

    @Test func aSelfEvaluationGoesByTheFrameworkInForceWhenItBegan() throws {
        var sample = try Self.evaluation()
        var next = Sample.framework
        next.version = 2
        next.indicators.removeLast()
        sample.add(.qualityFramework("north"), .qualityFrameworkAdopted(next))
        let fact = Change.Fact.selfEvaluationJudged(IndicatorJudgement(of: "1.2", "2"))
        #expect(sample.refusal(SelfEvaluation.self, "self", fact) == nil)
        sample.add(SelfEvaluation.self, "later", SelfEvaluation.Entries.title.fact("Later"))
        #expect(
            sample.refusal(SelfEvaluation.self, "later", fact)
                == "“How the North judges itself” has no indicator “1.2”. Did you mean “1.1”?"
        )
    }

    @Test func aLevelIsOneOfTheScale() throws {
        #expect(
            try Self.evaluation().refusal(
                SelfEvaluation.self,
                "self",
                .selfEvaluationJudged(IndicatorJudgement(of: "1.1", "4"))
            )
                == "“How the North judges itself” has no level “4”. Known: 3 (Good), 2 (Fair), 1 (Weak)."
        )
    }

    @Test func aVersionIsAdoptedOnce() throws {
        #expect(
            try Self.evaluation().refusal(
                .qualityFramework("north"),
                .qualityFrameworkAdopted(Sample.framework)
            )
                == "“How the North judges itself”, version 1, was adopted before. Give what is new a version of its "
                + "own."
        )
    }

    @Test func whatIsAgreedIsJudgedNoMore() throws {
        var sample = try Self.evaluation()
        #expect(
            sample.refusal(SelfEvaluation.self, "self", .selfEvaluationAgreed(QualityStep()))
                == "The self-evaluation “self” judges no indicator yet. Record a judgement first."
        )
        let judged = Change.Fact.selfEvaluationJudged(IndicatorJudgement(of: "1.1", "3"))
        sample.add(SelfEvaluation.self, "self", judged)
        sample.add(SelfEvaluation.self, "self", .selfEvaluationAgreed(QualityStep()))
        #expect(
            sample.refusal(SelfEvaluation.self, "self", judged)
                == "The self-evaluation “self” was agreed on 2026-03-02. Begin another one, or correct the entry."
        )
    }

    private static let mistakes: [(from: String, to: String, words: String)] = [
        (
            #""key": "1""#, #""key": "2""#,
            "scale: The level “2” stands twice. Leave one of them out."
        ),
        (
            #""source": "p""#, #""source": "q""#,
            "scale: The source “q” of “2” is none of those that are listed. Known: p."
        ),
        (
            #""version": 1"#, #""version": 0"#,
            "version: The version is 0. Count versions from 1."
        ),
        (
            #"[{ "key": "a", "words": "Files" }]"#, "[]",
            "indicators: There is no indicator, so nothing could be judged. List one."
        ),
    ]

    @Test(arguments: mistakes.indices)
    func aFrameworkWithAMistakeSaysWhere(_ place: Int) throws {
        let text = """
            { "id": "f", "version": 1, "title": "F", "sources": [{ "id": "p", "title": "P", "year": 2025 }],
              "scale": [{ "key": "2", "words": "Good", "source": "p" }, { "key": "1", "words": "Weak" }],
              "indicators": [{ "key": "a", "words": "Files" }] }
            """
        let (from, to, words) = Self.mistakes[place]
        #expect(text.contains(from))
        _ = try QualityFramework(reading: Array(text.utf8), source: "f.json")
        #expect {
            try QualityFramework(
                reading: Array(text.replacing(from, with: to, maxReplacements: 1).utf8),
                source: "f.json"
            )
        } throws: { error in
            "\(error)".hasPrefix("f.json:") && "\(error)".contains(words)
        }
    }

    // MARK: The horizon

    @Test func anIssueIsWatchedUntilSomethingIsProposed() throws {
        var sample = try Sample()
        let issue = "referral"
        func standing() -> String? { sample.edition().quality.issues.first?.standing }
        sample.add(NationalIssue.self, issue, NationalIssue.Entries.title.fact("Age of referral"))
        sample.add(NationalIssue.self, issue, NationalIssue.Entries.due.fact(CivilDate(2026, 2, 1)))
        #expect(standing() == "Watched")
        #expect(
            sample.edition().quality.deadlines(through: Sample.day).map(\.kind) == [
                "national-issue"
            ]
        )
        sample.add(
            NationalIssue.self,
            issue,
            .nationalIssueProposed(IssueProposal("A protocol.", action: Sample.action))
        )
        #expect(standing() == "Proposal made")
        #expect(sample.edition().quality.deadlines(through: Sample.day).isEmpty)
        sample.add(
            NationalIssue.self,
            issue,
            .nationalIssueConsidered(QualityStep(at: Sample.meeting))
        )
        #expect(standing() == "Considered")
        sample.add(NationalIssue.self, issue, .nationalIssueClosed(QualityStep()))
        #expect(standing() == "Closed")
        #expect(
            sample.refusal(NationalIssue.self, issue, .nationalIssueConsidered(QualityStep()))
                == "The national issue “referral” was closed on 2026-03-02. Add another one, or correct that entry."
        )
    }

    // MARK: Who knows

    @Test func aFindingIsForNobodyWhoMayNotKnowWhereItComesFrom() throws {
        var sample = try Sample.whole()
        sample.add(
            QualityFinding.self,
            "neglect-2026#1",
            QualityFinding.Entries.audience.fact(.public)
        )
        #expect(sample.edition(for: .public).qualityFindings == [])
        sample.add(Audit.self, Sample.audit, Audit.Entries.audience.fact(.public))
        let seen = try #require(sample.edition(for: .public).qualityFindings.first)
        #expect(seen.words == "No chronologies.")
        #expect(seen.evidence == [])
        #expect(seen.impact.first?.words == Prose())
        #expect(seen.actions == [])
    }

    @Test func anActionThatIsHiddenLeavesNoTrace() throws {
        var sample = try Sample.whole()
        sample.add(.action("1.1", of: "plan-2026"), .audienceSet(.restricted))
        let finding = try #require(sample.edition().qualityFindings.first)
        #expect(finding.actions == [])
        #expect(sample.edition().qualityThreads(about: Sample.action) == [])
        #expect(sample.edition(for: .restricted).qualityFindings.first?.actions == [Sample.action])
    }

    // MARK: Random years

    /// Years in which whatever is allowed happens by chance give the same record through an export.
    @Test(arguments: 0..<150)
    func aRandomYearReplaysEqual(_ seed: Int) async throws {
        var random = SeededGenerator(seed: UInt64(seed) &+ 1700)
        func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
        var sample = try Sample()
        sample.add(.qualityFramework("north"), .qualityFrameworkAdopted(Sample.framework))
        var day = Sample.day
        for _ in 0..<50 {
            day = day + below(6)
            let ids = ["neglect-2026", "b", "c"]
            let id = ids[below(3)]
            let choices: [(SubjectReference, [Change.Fact])] = [
                (
                    .quality(Audit.self, id),
                    [Audit.Entries.title.fact("Files"), Audit.Entries.due.fact(day + 40)]
                        + Sample.steps.map(\.fact)
                ),
                (
                    .quality(DipSample.self, "d\(below(2))"),
                    [
                        DipSample.Entries.title.fact("Dips"),
                        .dipSampleQuotaSet(DipQuota(1 + below(5), every: .month)),
                        .dipSampleHeld(DipOccurrence(1 + below(4), note: "Clear.")),
                        .dipSampleEnded(QualityStep()),
                    ]
                ),
                (
                    .quality(QualityFinding.self, "\(id)#\(1 + below(2))"),
                    [
                        Self.words, .findingAnswered(FindingAnswer(action: Sample.action)),
                        .findingAnswered(FindingAnswer(reason: "None.")),
                        .findingEvidenced(FindingEvidence("In use.")),
                        .findingImpactSeen(FindingImpact(.notYet)),
                    ]
                ),
                (
                    .quality(SelfEvaluation.self, "e"),
                    [
                        SelfEvaluation.Entries.title.fact("Own"),
                        .selfEvaluationJudged(IndicatorJudgement(of: "1.1", "\(1 + below(3))")),
                        .selfEvaluationAgreed(QualityStep()),
                    ]
                ),
                (
                    .quality(TrainingCourse.self, "t"),
                    [
                        TrainingCourse.Entries.title.fact("Course"),
                        .courseDaySet(CourseDay(day, places: 9)),
                        .courseAttendanceSet(
                            CourseAttendance(of: "Police", on: day, booked: 3, attended: below(4))
                        ),
                    ]
                ),
            ]
            let (subject, facts) = choices[below(choices.count)]
            let fact = facts[below(facts.count)]
            if sample.refusal(subject, fact, on: day) == nil { sample.add(subject, fact, on: day) }
        }
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("cpc", name: "CPC")
        try await store.append(sample.drafts, to: "cpc", expecting: nil, idempotencyKey: nil)
        let entries = try await store.allEntries(of: "cpc")
        let record = Record.folding(entries)
        #expect(record.problems.map(\.message) == [])
        let export = RecordExport(
            committee: "cpc",
            name: "CPC",
            digestName: Digest.testing.name,
            entries: entries
        )
        let text = export.json(asOf: day).indentedText
        let again = try RecordExport(reading: Array(text.utf8), source: "export")
        #expect(Record.folding(again.entries).rooms == record.rooms)
    }
}
