// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

/// A committee with a plan and quality assurance for tests, and what may be tried on it.
struct QualitySample {
    static let day = CivilDate(2026, 3, 2)
    static let audit = "neglect-2026"
    static let action = "plan-2026#1.1"
    static let meeting = "cpc/2026-03-02#4"
    private(set) var drafts: [EntryDraft] = []

    static let profile = """
        {
          "body": { "id": "cpc", "name": "North Child Protection Committee", "kind": "committee" },
          "bodies": [{ "id": "police", "name": "Police North", "kind": "agency" }],
          "roles": [{ "id": "qa", "title": "QA Officer", "body": "cpc" }],
          "workingGroups": [{ "id": "qa-group", "name": "QA Group", "reportsTo": "cpc" }]
        }
        """

    /// A framework with three levels.
    static let framework: QualityFramework = {
        typealias Term = QualityFramework.Term
        var framework = QualityFramework(id: "north", title: "How the North judges itself")
        framework.sources = [
            QualityFramework.Source(id: "p", title: "Framework of the North", year: 2025)
        ]
        framework.scale = [
            Term("3", "Good", source: "p"), Term("2", "Fair", source: "p"),
            Term("1", "Weak", source: "p"),
        ]
        framework.indicators = [
            Term("1.1", "Files", source: "p"), Term("1.2", "Visits", source: "p"),
        ]
        return framework
    }()

    /// A committee with its structure, a plan of two actions, a meeting, a document and an audit that a group is
    /// to agree.
    init() throws {
        let profile = try JSONReader.read(Array(Self.profile.utf8), source: "profile").value
        let start = CivilDate(2026, 1, 5)
        add(.committee, .profileSet(profile), on: start)
        let outline = PlanOutline(
            title: "Plan 2026",
            period: CivilSpan(start...CivilDate(2028, 12, 31)),
            levels: [LevelName("outcome"), LevelName("action")]
        )
        add(.plan("plan-2026"), .planDrafted(outline), on: start)
        for (id, text) in [("1", "Safe"), ("1.1", "Bring in a template"), ("1.2", "Train people")] {
            add(
                .action(id, of: "plan-2026"),
                .added(
                    ItemOutline(
                        level: id == "1" ? 0 : 1,
                        parent: id == "1" ? nil : "1",
                        number: id,
                        text: Prose(text)
                    )
                ),
                on: start
            )
        }
        add(
            .meeting(of: "cpc", on: Self.day),
            .meetingCalled(MeetingCall(bodyName: "Committee")),
            on: start
        )
        add(
            SubjectReference(kind: "document", id: "guide"),
            CommitteeDocument.Entries.title.fact("Guide"),
            on: start
        )
        add(Audit.self, Self.audit, Audit.Entries.title.fact("Neglect"))
        add(Audit.self, Self.audit, Audit.Entries.group.fact("QA Group"))
    }

    mutating func add(
        _ subject: SubjectReference,
        _ fact: Change.Fact,
        on day: CivilDate = Self.day
    ) {
        drafts.append(Change(subject, fact).draft(effective: day, by: "qa"))
    }

    mutating func add<Subject: QualitySubject>(
        _ type: Subject.Type,
        _ id: String,
        _ fact: Change.Fact,
        on day: CivilDate = Self.day
    ) { add(.quality(type, id), fact, on: day) }

    var entries: [Entry] {
        drafts.enumerated().map { Entry(provisional: $0.element, sequence: $0.offset + 1) }
    }

    /// The edition of a day.
    func edition(on day: CivilDate = Self.day, for audience: Audience = .committee) -> Edition {
        Edition(
            of: Record.folding(entries, asOf: day),
            committee: "cpc",
            name: "North CPC",
            asOf: day,
            audience: audience
        )
    }

    /// Why something cannot be recorded next; nil when it can.
    func refusal(
        _ subject: SubjectReference,
        _ fact: Change.Fact,
        on day: CivilDate = Self.day
    ) -> String? {
        let draft = Change(subject, fact).draft(effective: day, by: "qa")
        return Record.problems(appending: [draft], to: entries).first?.message
    }

    func refusal<Subject: QualitySubject>(
        _ type: Subject.Type,
        _ id: String,
        _ fact: Change.Fact,
        on day: CivilDate = Self.day
    ) -> String? { refusal(.quality(type, id), fact, on: day) }

    // MARK: Audits

    /// What may happen to an audit.
    static let steps: [(name: String, fact: Change.Fact)] = [
        ("group-agreed", .auditGroupAgreed(QualityStep())), ("agreed", .auditAgreed(QualityStep())),
        ("declined", .auditDeclined(QualityStep())), ("begun", .auditBegun(QualityStep())),
        ("reported", .auditReported(AuditOutcome("Good."))),
        ("closed", .auditClosed(QualityStep())), ("withdrawn", .auditWithdrawn(QualityStep())),
    ]

    /// The steps that lead to a stage.
    static func steps(to stage: Audit.Stage) -> [Change.Fact] {
        func named(_ names: String...) -> [Change.Fact] {
            names.compactMap { name in steps.first { $0.name == name }?.fact }
        }
        return switch stage {
        case .groupAgreed: named("group-agreed")
        case .agreed: named("group-agreed", "agreed")
        case .underWay: named("group-agreed", "agreed", "begun")
        case .reported: named("group-agreed", "agreed", "begun", "reported")
        case .closed: named("group-agreed", "agreed", "begun", "reported", "closed")
        case .declined: named("declined")
        case .withdrawn: named("withdrawn")
        default: []
        }
    }

    /// The sample with its audit at a stage.
    static func at(_ stage: Audit.Stage) throws -> QualitySample {
        var sample = try QualitySample()
        for fact in steps(to: stage) { sample.add(Audit.self, audit, fact) }
        return sample
    }

    /// A whole committee: an audit that was reported, with a finding that made a difference, and the rest.
    static func whole() throws -> QualitySample {
        var sample = try at(.reported)
        let finding = "neglect-2026#1"
        sample.add(
            QualityFinding.self,
            finding,
            QualityFinding.Entries.words.fact("No chronologies.")
        )
        sample.add(
            QualityFinding.self,
            finding,
            .findingAnswered(FindingAnswer(action: action, at: meeting))
        )
        sample.add(
            QualityFinding.self,
            finding,
            .findingEvidenced(FindingEvidence("In use.", document: "guide", pages: "17-19"))
        )
        sample.add(
            QualityFinding.self,
            finding,
            .findingImpactSeen(FindingImpact(.changed, "Nine of ten files have one."))
        )
        sample.add(DipSample.self, "eird", DipSample.Entries.title.fact("Initial discussions"))
        sample.add(
            DipSample.self,
            "eird",
            .dipSampleQuotaSet(DipQuota(5, every: .month)),
            on: CivilDate(2026, 3, 2)
        )
        return sample
    }
}
