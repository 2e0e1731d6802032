// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// Quality assurance of which an audience may not know, and what the committee keeps of the rest for itself.
extension HiddenMatters {
    mutating func recordQuality() {
        recordFramework()
        recordOpenQuality()
        for audience in Self.levels {
            for _ in 0..<(copies[audience] ?? 1) { recordHiddenQuality(for: audience) }
        }
    }

    /// An audit with a finding that everybody may read, and what the committee says of them.
    private mutating func recordOpenQuality() {
        let audit = SubjectReference.quality(Audit.self, "open-audit")
        record(audit, Audit.Entries.title.fact("Open audit"))
        record(audit, Audit.Entries.audience.fact(.public))
        let agreed = QualityStep(by: word(.committee), note: prose(.committee))
        record(audit, .auditAgreed(agreed), why: .committee)
        record(audit, .auditBegun(QualityStep(note: prose(.committee))), why: .committee)
        let finding = SubjectReference.quality(QualityFinding.self, "open-audit#1")
        record(finding, QualityFinding.Entries.words.fact("An open finding."))
        record(finding, QualityFinding.Entries.audience.fact(.public))
        happen(to: finding, .committee)
        let course = SubjectReference.quality(TrainingCourse.self, "open-course")
        record(course, TrainingCourse.Entries.title.fact("Open course"))
        record(course, TrainingCourse.Entries.audience.fact(.public))
        record(course, .courseDaySet(CourseDay(Self.start, places: 20)))
        record(
            course,
            .courseAttendanceSet(
                CourseAttendance(of: word(.committee), on: Self.start, booked: 7, attended: 5)
            ),
            why: .committee
        )
        record(
            course,
            .courseEvaluated(CourseEvaluation(.later, helped: 3, of: 4, note: prose(.committee))),
            why: .committee
        )
    }

    private mutating func happen(to finding: SubjectReference, _ audience: Audience) {
        let inner = max(audience, .committee)
        record(finding, .findingAnswered(FindingAnswer(reason: prose(inner))), why: inner)
        record(finding, .findingEvidenced(FindingEvidence(prose(inner))), why: inner)
        record(finding, .findingImpactSeen(FindingImpact(.notYet, prose(inner))), why: inner)
    }

    private mutating func recordHiddenQuality(for audience: Audience) {
        let inner = max(audience, .committee)
        let due = CivilDate(2026, 7, 1)
        let (id, report, course) = (word(audience), word(audience), word(audience))
        let audit = SubjectReference.quality(Audit.self, id)
        for fact in [
            Audit.Entries.title.fact(word(audience)), Audit.Entries.audience.fact(audience),
            Audit.Entries.scope.fact(prose(audience)), Audit.Entries.lead.fact(word(audience)),
            Audit.Entries.group.fact(word(audience)), Audit.Entries.starts.fact(Self.start),
            Audit.Entries.due.fact(due), .auditGroupAgreed(QualityStep(note: prose(inner))),
            .auditAgreed(QualityStep(note: prose(inner))),
            .auditBegun(QualityStep(note: prose(inner))),
        ] { record(audit, fact, why: audience) }
        note(audit, for: audience)
        recordEndedAudits(for: audience, after: id)
        let finding = SubjectReference.quality(QualityFinding.self, "\(id)#1")
        record(finding, QualityFinding.Entries.words.fact(prose(audience)), why: audience)
        record(finding, QualityFinding.Entries.audience.fact(audience), why: audience)
        record(finding, QualityFinding.Entries.lead.fact(word(audience)), why: audience)
        happen(to: finding, audience)
        note(finding, for: audience)
        let outside = SubjectReference.quality(OutsideReport.self, report)
        for fact in [
            OutsideReport.Entries.title.fact(word(audience)),
            OutsideReport.Entries.audience.fact(audience),
            OutsideReport.Entries.publisher.fact(word(audience)),
            OutsideReport.Entries.due.fact(due), OutsideReport.Entries.lead.fact(word(audience)),
            .outsideReportConsidered(QualityStep(note: prose(inner))),
        ] { record(outside, fact, why: audience) }
        note(outside, for: audience)
        let training = SubjectReference.quality(TrainingCourse.self, course)
        for fact in [
            TrainingCourse.Entries.title.fact(word(audience)),
            TrainingCourse.Entries.audience.fact(audience),
            TrainingCourse.Entries.content.fact(prose(audience)),
            TrainingCourse.Entries.means.fact(word(audience)),
            TrainingCourse.Entries.readers.fact(word(audience)),
            TrainingCourse.Entries.lead.fact(word(audience)),
            .courseDaySet(CourseDay(Self.start, places: 9, at: word(audience))),
        ] { record(training, fact, why: audience) }
        note(training, for: audience)
        recordMoreHiddenQuality(for: audience, due)
    }

    /// The framework by which the committee judges itself, which everybody may read.
    private mutating func recordFramework() {
        typealias Term = QualityFramework.Term
        var framework = QualityFramework(id: "open-framework", title: "Open framework")
        framework.scale = [Term("high", "Good"), Term("low", "Weak")]
        framework.indicators = [Term("1.1", "Files are in order")]
        record(.qualityFramework(framework.id), .qualityFrameworkAdopted(framework))
    }

    /// Audits that came to an end in each way there is.
    private mutating func recordEndedAudits(for audience: Audience, after earlier: String) {
        let inner = max(audience, .committee)
        func ending() -> QualityStep { QualityStep(note: "") }
        for way in 0..<3 {
            let audit = SubjectReference.quality(Audit.self, word(audience))
            var facts: [Change.Fact] = [
                Audit.Entries.title.fact(word(audience)), Audit.Entries.audience.fact(audience),
                Audit.Entries.follows.fact(earlier),
            ]
            switch way {
            case 0: facts.append(.auditDeclined(QualityStep(note: prose(inner))))
            case 1: facts.append(.auditWithdrawn(QualityStep(note: prose(inner))))
            default:
                facts += [
                    .auditAgreed(QualityStep(note: prose(inner))), .auditBegun(ending()),
                    .auditReported(AuditOutcome(prose(audience))),
                    .auditClosed(QualityStep(note: prose(inner))),
                ]
            }
            for fact in facts { record(audit, fact, why: audience) }
            note(audit, for: audience)
        }
    }

    private mutating func recordMoreHiddenQuality(for audience: Audience, _ due: CivilDate) {
        let (one, issue) = (
            SubjectReference.quality(OneOffReturn.self, word(audience)),
            SubjectReference.quality(NationalIssue.self, word(audience))
        )
        for fact in [
            OneOffReturn.Entries.title.fact(word(audience)),
            OneOffReturn.Entries.audience.fact(audience),
            OneOffReturn.Entries.to.fact(word(audience)), OneOffReturn.Entries.due.fact(due),
            OneOffReturn.Entries.asked.fact(prose(audience)),
            OneOffReturn.Entries.lead.fact(word(audience)),
            .oneOffReturnSent(ReturnSending(note: prose(max(audience, .committee)))),
        ] { record(one, fact, why: audience) }
        let taken = SubjectReference.quality(OneOffReturn.self, word(audience))
        for fact in [
            OneOffReturn.Entries.title.fact(word(audience)),
            OneOffReturn.Entries.audience.fact(audience),
            .oneOffReturnWithdrawn(QualityStep(note: prose(max(audience, .committee)))),
        ] { record(taken, fact, why: audience) }
        note(taken, for: audience)
        for fact in [
            NationalIssue.Entries.title.fact(word(audience)),
            NationalIssue.Entries.audience.fact(audience),
            NationalIssue.Entries.meaning.fact(prose(audience)),
            NationalIssue.Entries.due.fact(due),
            NationalIssue.Entries.source.fact(word(audience)),
            NationalIssue.Entries.lead.fact(word(audience)),
            .nationalIssueProposed(IssueProposal(prose(audience))),
            .nationalIssueConsidered(QualityStep(note: prose(max(audience, .committee)))),
            .nationalIssueClosed(QualityStep(note: prose(max(audience, .committee)))),
        ] { record(issue, fact, why: audience) }
        let own = SubjectReference.quality(SelfEvaluation.self, word(audience))
        for fact in [
            SelfEvaluation.Entries.title.fact(word(audience)),
            SelfEvaluation.Entries.audience.fact(audience),
            SelfEvaluation.Entries.lead.fact(word(audience)),
            .selfEvaluationJudged(IndicatorJudgement(of: "1.1", "low", why: prose(audience))),
            .selfEvaluationAgreed(QualityStep(note: prose(max(audience, .committee)))),
        ] { record(own, fact, why: audience) }
        note(own, for: audience)
        note(one, for: audience)
        note(issue, for: audience)
        guard audience >= .committee else { return }
        let sample = SubjectReference.quality(DipSample.self, word(audience))
        for fact in [
            DipSample.Entries.title.fact(word(audience)),
            DipSample.Entries.audience.fact(audience),
            DipSample.Entries.scope.fact(prose(audience)),
            DipSample.Entries.lead.fact(word(audience)),
            .dipSampleQuotaSet(DipQuota(5, every: .month)),
            .dipSampleHeld(DipOccurrence(3, note: prose(audience))),
            .dipSampleEnded(QualityStep(note: prose(audience))),
        ] { record(sample, fact, why: audience) }
        note(sample, for: audience)
    }
}
