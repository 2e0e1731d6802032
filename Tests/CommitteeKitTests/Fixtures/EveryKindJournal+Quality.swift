// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// Quality assurance in which everything happens that can.
extension EveryKindJournal {
    static let framework: QualityFramework = {
        typealias Term = QualityFramework.Term
        var framework = QualityFramework(
            id: "glenmore-quality",
            title: "How Glenmore judges itself"
        )
        framework.sources = [
            QualityFramework.Source(
                id: "paper",
                title: "Glenmore framework",
                publisher: "Glenmore",
                year: 2025
            )
        ]
        framework.scale = [
            Term("high", "Good", source: "paper"), Term("low", "Weak", source: "paper"),
        ]
        framework.indicators = [
            Term("1.1", "Files are in order", area: "1", source: "paper"),
            Term("1.2", "Visits are in time"),
        ]
        return framework
    }()

    mutating func recordQuality() async throws {
        day = CivilDate(2026, 12, 14)
        by = "lead-officer"
        try await recordAudits()
        try await recordFindings()
        try await recordBesideAudits()
        try await recordTrainingAndHorizon()
    }

    private var action: String { "\(Self.plan)#1.2" }
    private var meeting: String { "committee/2026-12-10#1" }

    private mutating func recordAudits() async throws {
        typealias Entries = Audit.Entries
        let neglect = SubjectReference.quality(Audit.self, "neglect-2026")
        let files = SubjectReference.quality(Audit.self, "files-2027")
        let old = SubjectReference.quality(Audit.self, "old-2026")
        try await append([
            draft(neglect, Entries.title.fact("Neglect: first responses")),
            draft(neglect, Entries.scope.fact("Ten *files* of each agency.")),
            draft(neglect, Entries.lead.fact("Lead Officer")),
            draft(neglect, Entries.group.fact("Practice Group")),
            draft(neglect, Entries.starts.fact(CivilDate(2026, 12, 16))),
            draft(neglect, Entries.due.fact(CivilDate(2026, 12, 30))),
            draft(neglect, Entries.supports.fact([action])),
            draft(neglect, Entries.audience.fact(.public)),
            draft(neglect, .auditGroupAgreed(QualityStep(note: "By e-mail."))),
            draft(neglect, .auditAgreed(QualityStep(at: meeting))),
            draft(neglect, .auditBegun(QualityStep())),
            draft(files, Entries.title.fact("Files")),
            draft(files, Entries.follows.fact("neglect-2026")),
            draft(files, .auditWithdrawn(QualityStep(note: "Another one comes first."))),
            draft(old, Entries.title.fact("Old questions")),
            draft(old, .auditDeclined(QualityStep(by: "Chair", note: "Nobody asks them."))),
            draft(
                neglect,
                .auditReported(
                    AuditOutcome(
                        "Visits are in time, and files are not.",
                        document: "practice-guide",
                        at: meeting,
                        next: CivilDate(2028, 1, 31)
                    )
                ),
                on: CivilDate(2026, 12, 20)
            ),
        ])
    }

    private mutating func recordFindings() async throws {
        typealias Entries = QualityFinding.Entries
        let finding = SubjectReference.quality(QualityFinding.self, "neglect-2026#1")
        let neglect = SubjectReference.quality(Audit.self, "neglect-2026")
        let late = CivilDate(2026, 12, 21)
        try await append([
            draft(finding, Entries.words.fact("Chronologies are *missing*."), on: late),
            draft(finding, Entries.sort.fact(.recommendation), on: late),
            draft(finding, Entries.indicator.fact("1.1"), on: late),
            draft(finding, Entries.lead.fact("Lead Officer"), on: late),
            draft(finding, Entries.due.fact(CivilDate(2027, 1, 31)), on: late),
            draft(finding, Entries.audience.fact(.partners), on: late),
            draft(
                finding,
                .findingAnswered(
                    FindingAnswer(action: action, reason: "It fits there.", at: meeting)
                ),
                on: late
            ),
            draft(
                finding,
                .findingEvidenced(
                    FindingEvidence(
                        "The template is in use.",
                        document: "practice-guide",
                        pages: "17-19"
                    )
                ),
                on: late
            ),
            draft(
                finding,
                .findingImpactSeen(
                    FindingImpact(.inPart, "Six of ten files have one.", indicator: "referrals")
                ),
                on: late
            ),
            draft(neglect, .auditClosed(QualityStep()), on: CivilDate(2026, 12, 22)),
        ])
    }

    private mutating func recordBesideAudits() async throws {
        let sample = SubjectReference.quality(DipSample.self, "eird")
        let toolkit = SubjectReference.quality(OneOffReturn.self, "toolkit")
        let survey = SubjectReference.quality(OneOffReturn.self, "survey")
        let report = SubjectReference.quality(OutsideReport.self, "inspection")
        let heard = SubjectReference.quality(QualityFinding.self, "inspection#1")
        typealias Reports = OutsideReport.Entries
        try await append([
            draft(sample, DipSample.Entries.title.fact("Initial discussions")),
            draft(sample, DipSample.Entries.scope.fact("Records of discussions.")),
            draft(sample, DipSample.Entries.lead.fact("Lead Officer")),
            draft(sample, DipSample.Entries.audience.fact(.restricted)),
            draft(sample, DipSample.Entries.audience.fact(.committee)),
            draft(sample, .dipSampleQuotaSet(DipQuota(5, every: .month))),
            draft(sample, .dipSampleHeld(DipOccurrence(3, noMore: true, note: "Clear decisions."))),
            draft(sample, .dipSampleEnded(QualityStep(note: "An audit takes its place."))),
            draft(toolkit, OneOffReturn.Entries.title.fact("National toolkit")),
            draft(toolkit, OneOffReturn.Entries.asked.fact("A form of twelve pages.")),
            draft(toolkit, OneOffReturn.Entries.to.fact("Inspectorate")),
            draft(toolkit, OneOffReturn.Entries.lead.fact("Lead Officer")),
            draft(toolkit, OneOffReturn.Entries.due.fact(CivilDate(2026, 12, 20))),
            draft(toolkit, OneOffReturn.Entries.audience.fact(.public)),
            draft(
                toolkit,
                .oneOffReturnSent(ReturnSending(document: "practice-guide", note: "By e-mail.")),
                on: CivilDate(2026, 12, 18)
            ),
            draft(survey, OneOffReturn.Entries.title.fact("Survey")),
            draft(survey, .oneOffReturnWithdrawn(QualityStep(note: "Nobody asks any more."))),
            draft(report, Reports.title.fact("Joint inspection")),
            draft(report, Reports.sort.fact(.nationalReview)),
            draft(report, Reports.publisher.fact("Inspectorate")),
            draft(report, Reports.published.fact(CivilDate(2026, 11, 24))),
            draft(report, Reports.document.fact("practice-guide")),
            draft(report, Reports.lead.fact("Lead Officer")),
            draft(report, Reports.due.fact(CivilDate(2026, 12, 30))),
            draft(report, Reports.audience.fact(.public)),
            draft(report, .outsideReportConsidered(QualityStep(at: meeting, note: "Much fits."))),
            draft(heard, QualityFinding.Entries.words.fact("Visits are late in the north.")),
        ])
    }

    private mutating func recordTrainingAndHorizon() async throws {
        let course = SubjectReference.quality(TrainingCourse.self, "neglect-2")
        let own = SubjectReference.quality(SelfEvaluation.self, "self-2026")
        let issue = SubjectReference.quality(NationalIssue.self, "referral")
        typealias Courses = TrainingCourse.Entries
        typealias Issues = NationalIssue.Entries
        let given = CivilDate(2026, 12, 15)
        try await append([
            draft(course, Courses.title.fact("Neglect, level 2")),
            draft(course, Courses.content.fact("Signs, and what to do.")),
            draft(course, Courses.means.fact("Webinar")),
            draft(course, Courses.readers.fact("All staff")),
            draft(course, Courses.lead.fact("Lead Officer")),
            draft(course, Courses.supports.fact([action])),
            draft(course, Courses.audience.fact(.public)),
            draft(course, .courseDaySet(CourseDay(given, places: 20, at: "Town Hall"))),
            draft(
                course,
                .courseAttendanceSet(
                    CourseAttendance(of: "Practice Group", on: given, booked: 8, attended: 6)
                ),
                on: given
            ),
            draft(
                course,
                .courseEvaluated(
                    CourseEvaluation(.later, helped: 4, of: 5, outOf: 6, note: "They use it.")
                ),
                on: CivilDate(2026, 12, 20)
            ),
            draft(
                .qualityFramework(Self.framework.id),
                .qualityFrameworkAdopted(Self.framework)
            ),
            draft(own, SelfEvaluation.Entries.title.fact("Self-evaluation 2026")),
            draft(own, SelfEvaluation.Entries.lead.fact("Lead Officer")),
            draft(own, SelfEvaluation.Entries.starts.fact(CivilDate(2026, 12, 1))),
            draft(own, SelfEvaluation.Entries.due.fact(CivilDate(2027, 1, 31))),
            draft(own, SelfEvaluation.Entries.audience.fact(.public)),
            draft(
                own,
                .selfEvaluationJudged(
                    IndicatorJudgement(
                        of: "1.1",
                        "low",
                        why: "Half of the files have gaps.",
                        document: "practice-guide"
                    )
                )
            ),
            draft(own, .selfEvaluationAgreed(QualityStep(at: meeting))),
            draft(issue, Issues.title.fact("Age of referral")),
            draft(issue, Issues.meaning.fact("More young people can be referred.")),
            draft(issue, Issues.source.fact("Act of 2026")),
            draft(issue, Issues.lead.fact("Lead Officer")),
            draft(issue, Issues.due.fact(CivilDate(2027, 1, 20))),
            draft(issue, Issues.audience.fact(.public)),
            draft(
                issue,
                .nationalIssueProposed(IssueProposal("A protocol of our own.", action: action))
            ),
            draft(issue, .nationalIssueConsidered(QualityStep(at: meeting, note: "Agreed."))),
            draft(
                issue,
                .nationalIssueClosed(QualityStep(note: "The protocol is out.")),
                on: CivilDate(2026, 12, 28)
            ),
        ])
    }
}
