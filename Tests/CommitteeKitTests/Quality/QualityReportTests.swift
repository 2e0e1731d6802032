// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Reports on quality assurance")
struct QualityReportTests {
    typealias Sample = QualitySample

    /// A year of quality assurance as the issue and the published plans name it: an audit with its follow-up, five
    /// dip samples a month, a return that was sent early, an inspection, training, self-evaluation and the horizon.
    private static func year() throws -> QualitySample {
        var sample = try Sample.whole()
        let start = Sample.day
        sample.add(Audit.self, "ird-2027", Audit.Entries.title.fact("Initial discussions again"))
        sample.add(Audit.self, "ird-2027", Audit.Entries.scope.fact("Records of discussions."))
        sample.add(Audit.self, "ird-2027", Audit.Entries.lead.fact("QA Officer"))
        sample.add(Audit.self, "ird-2027", Audit.Entries.starts.fact(CivilDate(2026, 10, 1)))
        sample.add(Audit.self, "ird-2027", Audit.Entries.due.fact(CivilDate(2027, 2, 28)))
        sample.add(Audit.self, "ird-2027", Audit.Entries.supports.fact([Sample.action]))
        sample.add(Audit.self, "ird-2027", .auditAgreed(QualityStep(at: Sample.meeting)))
        for (month, count, noMore) in [(3, 5, false), (4, 5, false), (5, 4, false), (6, 3, true)] {
            sample.add(
                DipSample.self,
                "eird",
                .dipSampleHeld(
                    DipOccurrence(
                        count,
                        noMore: noMore,
                        note: month == 5 ? "Views were heard." : ""
                    )
                ),
                on: CivilDate(2026, month, 20)
            )
        }
        sample.add(
            OneOffReturn.self,
            "toolkit",
            OneOffReturn.Entries.title.fact("National toolkit")
        )
        sample.add(OneOffReturn.self, "toolkit", OneOffReturn.Entries.to.fact("Inspectorate"))
        sample.add(
            OneOffReturn.self,
            "toolkit",
            OneOffReturn.Entries.due.fact(CivilDate(2026, 4, 20))
        )
        sample.add(
            OneOffReturn.self,
            "toolkit",
            .oneOffReturnSent(ReturnSending()),
            on: CivilDate(2026, 4, 12)
        )
        typealias Reports = OutsideReport.Entries
        sample.add(OutsideReport.self, "inspection", Reports.title.fact("Joint inspection"))
        sample.add(OutsideReport.self, "inspection", Reports.publisher.fact("Inspectorate"))
        sample.add(OutsideReport.self, "inspection", Reports.published.fact(CivilDate(2026, 2, 24)))
        sample.add(
            OutsideReport.self,
            "inspection",
            .outsideReportConsidered(QualityStep(at: Sample.meeting, note: "Two matters for us."))
        )
        sample.add(OutsideReport.self, "north-isles", Reports.title.fact("Review in another area"))
        sample.add(OutsideReport.self, "north-isles", Reports.sort.fact(.areaReview))
        typealias Findings = QualityFinding.Entries
        sample.add(QualityFinding.self, "inspection#1", Findings.words.fact("Visits are late."))
        sample.add(QualityFinding.self, "inspection#1", Findings.sort.fact(.recommendation))
        sample.add(
            QualityFinding.self,
            "inspection#1",
            .findingAnswered(FindingAnswer(action: "plan-2026#1.2"))
        )
        sample.add(QualityFinding.self, "inspection#2", Findings.words.fact("Homes are known."))
        sample.add(QualityFinding.self, "inspection#2", Findings.sort.fact(.strength))
        sample.add(
            QualityFinding.self,
            "eird#1",
            Findings.words.fact("Views are not written down.")
        )
        sample.add(QualityFinding.self, "eird#1", Findings.lead.fact("QA Officer"))
        sample.add(QualityFinding.self, "eird#1", Findings.due.fact(CivilDate(2026, 6, 30)))
        typealias Courses = TrainingCourse.Entries
        let given = CivilDate(2026, 3, 17)
        sample.add(TrainingCourse.self, "level-2", Courses.title.fact("Neglect, level 2"))
        sample.add(TrainingCourse.self, "level-2", Courses.means.fact("Webinar"))
        sample.add(TrainingCourse.self, "level-2", Courses.readers.fact("All staff"))
        sample.add(TrainingCourse.self, "level-2", Courses.supports.fact([Sample.action]))
        sample.add(TrainingCourse.self, "level-2", .courseDaySet(CourseDay(given, places: 20)))
        for (agency, booked, came) in [("Police North", 8, 6), ("NHS North", 7, 7)] {
            sample.add(
                TrainingCourse.self,
                "level-2",
                .courseAttendanceSet(
                    CourseAttendance(of: agency, on: given, booked: booked, attended: came)
                ),
                on: given
            )
        }
        sample.add(
            TrainingCourse.self,
            "level-2",
            .courseEvaluated(CourseEvaluation(.later, helped: 9, of: 10, outOf: 13)),
            on: CivilDate(2026, 6, 17)
        )
        let conference = CivilDate(2026, 5, 20)
        sample.add(
            TrainingCourse.self,
            "conference",
            Courses.title.fact("Conference for front-line staff")
        )
        sample.add(TrainingCourse.self, "conference", Courses.means.fact("Conference"))
        sample.add(
            TrainingCourse.self,
            "conference",
            .courseDaySet(CourseDay(conference, places: 120, at: "Town Hall"))
        )
        sample.add(
            TrainingCourse.self,
            "conference",
            .courseAttendanceSet(
                CourseAttendance(of: "NHS North", on: conference, booked: 60, attended: 52)
            ),
            on: conference
        )
        sample.add(.qualityFramework("north"), .qualityFrameworkAdopted(Sample.framework))
        sample.add(SelfEvaluation.self, "self", SelfEvaluation.Entries.title.fact("Our own view"))
        sample.add(
            SelfEvaluation.self,
            "self",
            SelfEvaluation.Entries.due.fact(CivilDate(2026, 8, 31))
        )
        sample.add(
            SelfEvaluation.self,
            "self",
            .selfEvaluationJudged(IndicatorJudgement(of: "1.1", "2", why: "Half are in order.")),
            on: start + 30
        )
        sample.add(
            NationalIssue.self,
            "referral",
            NationalIssue.Entries.title.fact("Age of referral")
        )
        sample.add(NationalIssue.self, "referral", NationalIssue.Entries.source.fact("An act"))
        sample.add(
            NationalIssue.self,
            "referral",
            .nationalIssueProposed(IssueProposal("Rewrite the protocol.", action: Sample.action))
        )
        return sample
    }

    private static let day = CivilDate(2026, 7, 10)

    @Test(arguments: QualityReport.all.map(\.id))
    func eachIsAsRecordedInEveryRenderer(_ id: String) throws {
        let report = try #require(QualityReport.all.first { $0.id == id })
        for audience in [Audience.committee, .public] {
            let document = report.document(of: try Self.year().edition(on: Self.day, for: audience))
            for form in DocumentFormat.allCases where audience == .committee || form == .markdown {
                let golden = GoldenFile(
                    "\(id)-\(audience.rawValue).\(form.rawValue)",
                    besides: #filePath,
                    in: "Goldens"
                )
                if let difference = golden.difference(from: document.render(form)) {
                    Issue.record("\(difference)")
                }
            }
        }
    }

    private static func text(_ report: QualityReport, for audience: Audience = .committee) throws
        -> String
    {
        let edition = try Self.year().edition(on: day, for: audience)
        return String(decoding: report.document(of: edition).render(.markdown), as: UTF8.self)
    }

    @Test func itSaysWhatIsBehindAndWhatWasSentEarly() throws {
        let text = try Self.text(.assurance)
        for words in [
            "Sent 8 days early", "4 of 5", "There were no more", "Police North",
            "1 of 4", "30 June 2026",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test func thePublicReadsNoCounts() throws {
        let text = try Self.text(.assurance, for: .public)
        #expect(text.contains("Nothing is recorded for readers of this page."))
        #expect(!text.contains("Police"))
    }

    @Test func theChecksNameWhatIsToBeDone() throws {
        let checks = try Self.year().edition(on: Self.day).qualityChecks()
        #expect(
            checks.map(\.kind) == [
                "quality-finding-overdue", "dip-sample-behind",
            ]
        )
        #expect(
            checks.last?.message
                == "Dip sample “Initial discussions” is behind its quota: May 2026 (4 of 5). Record what was looked at on "
                + "its day, or that there were no more."
        )
    }

    @Test func aCommitteeWithoutItIsToldHowToBegin() {
        let edition = Edition(
            of: Record(),
            committee: "cpc",
            name: "CPC",
            asOf: Self.day,
            audience: .committee
        )
        let text = String(
            decoding: QualityReport.assurance.document(of: edition).render(.plainText),
            as: UTF8.self
        )
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("Propose an audit with committee audit propose"))
        #expect(QualityReport.card(of: "neglect", in: edition) == nil)
    }

    @Test(arguments: [
        "neglect-2026", "neglect-2026#1", "eird", "toolkit", "inspection", "level-2", "self",
        "referral",
    ])
    func everythingHasACard(_ id: String) throws {
        let edition = try Self.year().edition(on: Self.day)
        let card = try #require(QualityReport.card(of: id, in: edition))
        #expect(String(decoding: card.render(.markdown), as: UTF8.self).contains("What happened"))
    }
}
