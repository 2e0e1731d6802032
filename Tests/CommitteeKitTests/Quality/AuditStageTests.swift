// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

/// Every step at every stage of an audit, and what refuses it.
@Suite("The stages of an audit")
struct AuditStageTests {
    typealias Sample = QualitySample

    /// The steps that can be taken at each stage; every other one is refused.
    private static let allowed: [Audit.Stage: Set<String>] = [
        .proposed: ["group-agreed", "declined", "withdrawn"],
        .groupAgreed: ["agreed", "declined", "withdrawn"], .agreed: ["begun", "withdrawn"],
        .underWay: ["reported", "withdrawn"], .reported: ["closed"], .closed: [], .declined: [],
        .withdrawn: [],
    ]

    @Test(arguments: Audit.Stage.allCases)
    func everyStepIsAllowedOrRefused(_ stage: Audit.Stage) throws {
        let sample = try Sample.at(stage)
        #expect(sample.edition().audits.first?.stage == stage)
        for (name, fact) in Sample.steps {
            let refusal = sample.refusal(Audit.self, Sample.audit, fact)
            let isAllowed = Self.allowed[stage]?.contains(name) ?? false
            #expect((refusal == nil) == isAllowed, "\(name) at \(stage): \(refusal ?? "allowed")")
            if let refusal { #expect(refusal.contains("The audit “neglect-2026” cannot ")) }
        }
    }

    @Test(arguments: Audit.Stage.allCases)
    func everyFieldIsAllowedUntilTheEnd(_ stage: Audit.Stage) throws {
        let sample = try Sample.at(stage)
        typealias Entries = Audit.Entries
        let facts: [Change.Fact] = [
            Entries.title.fact("Other"), Entries.scope.fact("Files"),
            Entries.lead.fact("QA Officer"),
            Entries.starts.fact(Sample.day), Entries.due.fact(Sample.day),
            Entries.supports.fact([Sample.action]), Entries.audience.fact(.public),
        ]
        for fact in facts {
            let refusal = sample.refusal(Audit.self, Sample.audit, fact)
            let isAllowed = !stage.isEnd || fact.kind == "audit.audience-set"
            #expect(
                (refusal == nil) == isAllowed,
                "\(fact.kind) at \(stage): \(refusal ?? "allowed")"
            )
        }
    }

    @Test func everyKindOfEntryIsTried() {
        let steps = Set(Sample.steps.map(\.fact.kind))
        let fields = Set(Audit.table.declarations.filter { $0.name != nil }.map(\.declared.kind))
        #expect(steps.union(fields) == Set(Audit.table.kinds.map(\.kind)))
    }

    private static let sentences: [(Audit.Stage, Change.Fact, String)] = [
        (
            .proposed, .auditAgreed(QualityStep()),
            "The audit “neglect-2026” cannot be agreed by the committee: QA Group has not agreed it. Record that "
                + "first."
        ),
        (
            .proposed, .auditBegun(QualityStep()),
            "The audit “neglect-2026” cannot begin: the committee has not agreed it. Record that first."
        ),
        (
            .agreed, .auditReported(AuditOutcome("Good.")),
            "The audit “neglect-2026” cannot be reported: it has not begun. Record that first."
        ),
        (
            .underWay, .auditClosed(QualityStep()),
            "The audit “neglect-2026” cannot be closed: its outcome is not reported. Record that first."
        ),
        (
            .reported, .auditWithdrawn(QualityStep()),
            "The audit “neglect-2026” cannot be withdrawn: it is “outcome reported”, expected “proposed” or "
                + "“agreed by the group” or “agreed” or “under way”. Correct an earlier entry, or leave this one out."
        ),
        (
            .underWay, .auditReported(AuditOutcome("Good.", next: CivilDate(2026, 3, 2))),
            "The audit “neglect-2026” cannot be followed up by 2026-03-02: it is reported on 2026-03-02. Name a later "
                + "day."
        ),
        (
            .agreed, .auditAgreed(QualityStep(at: "cpc/2026-03-03")),
            "The record has no meeting “cpc/2026-03-03”. Call it first, or correct the name, such as cpc/2023-12-05."
        ),
        (
            .agreed, .auditBegun(QualityStep(at: "next week")),
            "The record has no meeting “next week”. Call it first, or correct the name, such as cpc/2023-12-05."
        ),
        (
            .underWay, .auditReported(AuditOutcome("Good.", document: "paper")),
            "The register has no document “paper”. Add it first, or correct the name."
        ),
        (
            .agreed, Audit.Entries.supports.fact(["plan-2026#9"]),
            "The record has no action “plan-2026#9”. Write the plan and the action, such as plan-2023#1.10."
        ),
        (
            .agreed, Audit.Entries.follows.fact("neglect-2026"),
            "The audit “neglect-2026” cannot follow up itself. Name another one."
        ),
        (
            .agreed, Audit.Entries.title.fact(nil),
            "The audit “neglect-2026” would have no title. Give it one."
        ),
        (
            .withdrawn, Audit.Entries.lead.fact("QA Officer"),
            "The audit “neglect-2026” is “withdrawn”. Nothing but its audience can be changed; propose another one."
        ),
    ]

    @Test(arguments: sentences.indices)
    func whatCannotBeIsToldInWords(_ place: Int) throws {
        let (stage, fact, words) = Self.sentences[place]
        let refusal = try Sample.at(stage).refusal(Audit.self, Sample.audit, fact)
        #expect(refusal == words)
    }

    @Test func anAuditWithoutAGroupGoesToTheCommittee() throws {
        var sample = try Sample()
        sample.add(Audit.self, "files", Audit.Entries.title.fact("Files"))
        #expect(
            sample.refusal(Audit.self, "files", .auditGroupAgreed(QualityStep()))
                == "The audit “files” cannot be agreed by a group: it names none. Set its group, or let the committee "
                + "agree it."
        )
        #expect(sample.refusal(Audit.self, "files", .auditAgreed(QualityStep())) == nil)
    }

    @Test func anAuditIsClosedWhenEveryFindingIsAnswered() throws {
        var sample = try Sample.at(.reported)
        for number in 1...2 {
            sample.add(
                QualityFinding.self,
                "neglect-2026#\(number)",
                QualityFinding.Entries.words.fact("Files are late.")
            )
        }
        sample.add(
            QualityFinding.self,
            "neglect-2026#2",
            .findingAnswered(FindingAnswer(reason: "They are on time now."))
        )
        #expect(
            sample.refusal(Audit.self, Sample.audit, .auditClosed(QualityStep()))
                == "The audit “neglect-2026” cannot be closed: nobody has answered finding neglect-2026#1. Answer it "
                + "with an action, or say why none is needed."
        )
        sample.add(
            QualityFinding.self,
            "neglect-2026#1",
            .findingAnswered(FindingAnswer(action: Sample.action))
        )
        #expect(sample.refusal(Audit.self, Sample.audit, .auditClosed(QualityStep())) == nil)
    }
}
