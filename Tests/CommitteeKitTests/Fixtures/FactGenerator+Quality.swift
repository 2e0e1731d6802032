// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// What is said of quality assurance, and what happens there.
extension FactGenerator {
    mutating func aboutQuality(_ kind: EntryKind) -> Change? {
        let parts = kind.rawValue.split(separator: ".").map(String.init)
        guard parts.count == 2 else { return nil }
        let name = parts[1]
        switch parts[0] {
        case "audit":
            let event = auditEvent(name)
            return about(Audit.self, kind, event)
        case "dip-sample":
            let event = sampleEvent(name)
            return about(DipSample.self, kind, event)
        case "one-off-return":
            let event = returnEvent(name)
            return about(OneOffReturn.self, kind, event)
        case "outside-report":
            let event = Change.Fact.outsideReportConsidered(step())
            return about(OutsideReport.self, kind, event)
        case "quality-finding":
            let event = findingEvent(name)
            return about(QualityFinding.self, kind, event, id: "neglect-2026#3")
        case "course":
            let event = courseEvent(name)
            return about(TrainingCourse.self, kind, event)
        case "self-evaluation":
            let event = evaluationEvent(name)
            return about(SelfEvaluation.self, kind, event)
        case "national-issue":
            let event = issueEvent(name)
            return about(NationalIssue.self, kind, event)
        case "quality-framework":
            let framework = framework()
            return Change(.qualityFramework(framework.id), .qualityFrameworkAdopted(framework))
        default: return nil
        }
    }

    private mutating func evaluationEvent(_ kind: String) -> Change.Fact {
        guard kind == "judged" else { return .selfEvaluationAgreed(step()) }
        let (indicator, level) = (name(), name())
        return .selfEvaluationJudged(
            IndicatorJudgement(
                of: indicator,
                level,
                why: prose().normalized,
                document: maybe { $0.name() }
            )
        )
    }

    /// A field by its samples, and anything else as the event that is given.
    private func about<Subject: QualitySubject>(
        _ type: Subject.Type,
        _ kind: EntryKind,
        _ event: Change.Fact,
        id: String = "neglect-2026"
    ) -> Change? {
        if let samples = Subject.table[kind]?.samples, !samples.isEmpty {
            return Change(.quality(Subject.self, id), turn(samples))
        }
        return event.kind == kind ? Change(.quality(Subject.self, id), event) : nil
    }

    private mutating func step() -> QualityStep {
        QualityStep(
            at: maybe { $0.reference() },
            by: maybe { $0.name() },
            note: prose().normalized
        )
    }

    private mutating func auditEvent(_ kind: String) -> Change.Fact {
        switch kind {
        case "group-agreed": .auditGroupAgreed(step())
        case "agreed": .auditAgreed(step())
        case "declined": .auditDeclined(step())
        case "begun": .auditBegun(step())
        case "closed": .auditClosed(step())
        case "withdrawn": .auditWithdrawn(step())
        default:
            .auditReported(
                AuditOutcome(
                    someProse().normalized,
                    document: maybe { $0.name() },
                    at: maybe { $0.reference() },
                    next: maybe { $0.day() }
                )
            )
        }
    }

    private mutating func sampleEvent(_ kind: String) -> Change.Fact {
        switch kind {
        case "quota-set":
            .dipSampleQuotaSet(DipQuota(1 + below(20), every: turn([.month, .quarter, .year])))
        case "held":
            .dipSampleHeld(
                DipOccurrence(below(9), noMore: isGiven(), note: prose().normalized)
            )
        default: .dipSampleEnded(step())
        }
    }

    private mutating func returnEvent(_ kind: String) -> Change.Fact {
        kind == "sent"
            ? .oneOffReturnSent(
                ReturnSending(document: maybe { $0.name() }, note: prose().normalized)
            ) : .oneOffReturnWithdrawn(step())
    }

    private mutating func findingEvent(_ kind: String) -> Change.Fact {
        switch kind {
        case "answered":
            .findingAnswered(
                FindingAnswer(
                    action: maybe { $0.reference() },
                    reason: prose().normalized,
                    at: maybe { $0.reference() }
                )
            )
        case "evidenced":
            .findingEvidenced(
                FindingEvidence(
                    someProse().normalized,
                    document: maybe { $0.name() },
                    pages: maybe { _ in "17-19, 33" }
                )
            )
        default:
            .findingImpactSeen(
                FindingImpact(
                    turn(FindingImpact.Result.allCases),
                    prose().normalized,
                    indicator: maybe { $0.name() }
                )
            )
        }
    }

    private mutating func courseEvent(_ kind: String) -> Change.Fact {
        switch kind {
        case "day-set":
            .courseDaySet(
                CourseDay(
                    day(),
                    places: maybe { 1 + $0.below(60) },
                    at: words { $0.sentence() }
                )
            )
        case "attendance-set":
            .courseAttendanceSet(
                CourseAttendance(of: name(), on: day(), booked: 9, attended: below(9))
            )
        default:
            .courseEvaluated(
                CourseEvaluation(
                    turn([.atOnce, .later]),
                    helped: below(9),
                    of: 9,
                    outOf: maybe { 9 + $0.below(9) },
                    note: prose().normalized
                )
            )
        }
    }

    private mutating func issueEvent(_ kind: String) -> Change.Fact {
        switch kind {
        case "proposed":
            .nationalIssueProposed(
                IssueProposal(someProse().normalized, action: maybe { $0.reference() })
            )
        case "considered": .nationalIssueConsidered(step())
        default: .nationalIssueClosed(step())
        }
    }

    private mutating func framework() -> QualityFramework {
        typealias Term = QualityFramework.Term
        var framework = QualityFramework(id: "ours", title: name())
        framework.version = 1 + below(5)
        framework.sources = [
            QualityFramework.Source(
                id: "paper",
                title: name(),
                publisher: maybe { $0.name() },
                year: 2000 + below(30)
            )
        ]
        framework.scale = [
            Term("high", sentence(), source: maybe { _ in "paper" }), Term("low", name()),
        ]
        framework.indicators = [
            Term("1.1", name(), area: maybe { $0.name() }, source: maybe { _ in "paper" })
        ]
        return framework
    }
}
