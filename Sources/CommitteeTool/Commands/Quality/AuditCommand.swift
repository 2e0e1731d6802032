// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee audit`: quality assurance, from the programme of audits to what came of each finding.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Keep the programme of audits, dip samples, findings, training and the horizon.",
        discussion: """
            An audit is proposed, agreed by its group and by the committee, begun, reported and closed. What it finds is \
            answered by an action of a plan, or by a reason why none is needed; then come evidence and the difference that \
            was made. Inspections, other areas' reviews, dip samples, one-off returns, courses, self-evaluations and \
            national issues stand beside it, and give findings too.

              committee audit propose neglect-2026 "Neglect: first responses" \\
                --group "QA Group" --due 2026-11-30
              committee audit agree neglect-2026 group --at qa/2026-03-03#2
              committee audit agree neglect-2026 committee --at cpc/2026-03-17#5
              committee audit begin neglect-2026
              committee audit report neglect-2026 \\
                "Plans were timely; chronologies were not." --next 2027-11-30
              committee audit find neglect-2026 \\
                "Chronologies are missing in half of the files." --due 2026-12-31
              committee audit answer neglect-2026#1 --action plan-2026#2.3 \\
                --at cpc/2026-12-08#4
              committee audit evidence neglect-2026#1 "The template is in use." \\
                --document practice-guide --pages 17-19
              committee audit impact neglect-2026#1 changed "Nine of ten files have one."
              committee audit thread neglect-2026#1

            Never name or describe a child, a family or a case. Counts of dip samples and of who came to training are \
            for the committee. Store and author come from COMMITTEE_STORE and COMMITTEE_BY where they are not given. As \
            reports:

              committee report council.sqlite --format standard/quality-assurance \\
                -o quality.html
              committee report council.sqlite --format standard/quality-threads \\
                -o threads.html
            """,
        groupedSubcommands: [
            CommandGroup(
                name: "Reading",
                subcommands: [
                    AuditListCommand.self, AuditShowCommand.self, AuditFindingsCommand.self,
                    AuditThreadCommand.self, AuditSheetCommand.self,
                ]
            ),
            CommandGroup(
                name: "Audits",
                subcommands: [
                    AuditProposeCommand.self, AuditAgreeCommand.self, AuditDeclineCommand.self,
                    AuditBeginCommand.self, AuditReportCommand.self, AuditCloseCommand.self,
                    AuditWithdrawCommand.self, AuditSetCommand.self,
                ]
            ),
            CommandGroup(
                name: "Findings",
                subcommands: [
                    AuditFindCommand.self, AuditAnswerCommand.self, AuditEvidenceCommand.self,
                    AuditImpactCommand.self,
                ]
            ),
            CommandGroup(
                name: "Beside audits",
                subcommands: [
                    DipSampleCommand.self, OneOffReturnCommand.self, OutsideReportCommand.self,
                    CourseCommand.self, SelfEvaluationCommand.self, NationalIssueCommand.self,
                ]
            ),
        ],
        defaultSubcommand: AuditListCommand.self
    )
}

/// The store, who records something of quality assurance, and when it holds.
struct QualityRecordingOptions: ParsableArguments {
    @OptionGroup var recording: MeetingRecordingOptions

    /// Adds a subject, and says so.
    func add<Subject: QualitySubject>(_ subject: Subject, _ sentence: (Subject) -> String)
        async throws
    {
        let added = try await recording.open().addQuality(
            subject,
            effective: recording.on,
            by: try recording.author()
        )
        try recording.say(sentence(added), added.json)
    }

    /// Records what happened to a subject, and says so.
    func record<Subject: QualitySubject>(
        _ type: Subject.Type,
        _ id: String,
        _ fact: Change.Fact,
        _ sentence: (Subject) -> String
    ) async throws {
        let subject = try await recording.open().recordQuality(
            type,
            id,
            fact,
            effective: recording.on,
            by: try recording.author()
        )
        try recording.say(sentence(subject), subject.json)
    }
}

/// The meeting at which a step was taken, and a remark.
struct QualityStepOptions: ParsableArguments {
    @Option(
        name: .customLong("at"),
        help: ArgumentHelp(
            "The meeting at which it was taken, such as cpc/2024-02-06#3.",
            valueName: "meeting"
        )
    )
    var meeting: String?

    @Option(help: ArgumentHelp("A remark, or why.", valueName: "words"))
    var note: String = ""

    func step(by party: String? = nil) -> QualityStep {
        QualityStep(at: meeting, by: party, note: Prose(markup: note))
    }
}

/// Who may know of something, and who answers for it.
struct QualityLeadOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The role, group or body that answers for it.", valueName: "party"))
    var lead: String?

    @Option(
        help: ArgumentHelp(
            "The widest audience that may know of it: public, partners, committee or restricted; committee when "
                + "left out.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience = .committee
}

// MARK: Audits

/// `committee audit propose`.
struct AuditProposeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Propose an audit for the programme."
    )

    @Argument(help: "Its short name, such as neglect-2026.")
    var id: String

    @Argument(help: "What it is called.")
    var title: String

    @Option(help: ArgumentHelp("What is looked at, and how.", valueName: "words"))
    var scope: String = ""

    @Option(
        help: ArgumentHelp(
            "The group that agrees it before the committee does.",
            valueName: "group"
        )
    )
    var group: String?

    @Option(
        help: ArgumentHelp("The day from which it is to be done.", valueName: "date"),
        transform: dateArgument
    )
    var starts: CivilDate?

    @Option(
        help: ArgumentHelp(
            "The day by which its outcome is to come to the committee.",
            valueName: "date"
        ),
        transform: dateArgument
    )
    var due: CivilDate?

    @Option(help: ArgumentHelp("The audit that it follows up.", valueName: "audit"))
    var follows: String?

    @Option(
        help: ArgumentHelp(
            "An action whose effect it looks at, such as plan-2023#1.10; repeat it.",
            valueName: "action"
        )
    )
    var supports: [String] = []

    @OptionGroup var lead: QualityLeadOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        var audit = Audit(id: id)
        audit.title = title
        audit.scope = Prose(markup: scope)
        audit.lead = lead.lead
        audit.group = group
        (audit.starts, audit.due, audit.follows) = (starts, due, follows)
        audit.supports = supports
        audit.audience = lead.audience
        try await options.add(audit) { added in
            let next = added.group.map { "\($0) is to agree it, and then the committee." }
            return "Proposed audit “\(added.name)”. \(next ?? "The committee is to agree it.")"
        }
    }
}

/// Who agrees a proposal.
enum AgreeingParty: String, ExpressibleByArgument, CaseIterable {
    case group, committee
}

/// `committee audit agree`.
struct AuditAgreeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree",
        abstract: "Record that the group, or the committee, agreed the proposal of an audit."
    )

    @Argument(help: "The audit, by its short name.")
    var id: String

    @Argument(help: "Who agreed: group or committee.")
    var party: AgreeingParty

    @OptionGroup var step: QualityStepOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        let fact: Change.Fact =
            party == .group ? .auditGroupAgreed(step.step()) : .auditAgreed(step.step())
        try await options.record(Audit.self, id, fact) { audit in
            party == .group
                ? "Recorded that the group agreed audit “\(audit.name)”. The committee is to agree it."
                : "Recorded that the committee agreed audit “\(audit.name)”. It can begin."
        }
    }
}

/// `committee audit decline`.
struct AuditDeclineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline",
        abstract: "Record that the group or the committee did not agree the proposal of an audit."
    )

    @Argument(help: "The audit, by its short name.")
    var id: String

    @Option(
        name: .customLong("declined-by"),
        help: ArgumentHelp("The group or body that did not agree.", valueName: "party")
    )
    var party: String?

    @OptionGroup var step: QualityStepOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        try await options.record(Audit.self, id, .auditDeclined(step.step(by: party))) {
            "Recorded that audit “\($0.name)” was not agreed."
        }
    }
}

/// `committee audit begin`.
struct AuditBeginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "begin",
        abstract: "Record that an audit began."
    )

    @Argument(help: "The audit, by its short name.")
    var id: String

    @OptionGroup var step: QualityStepOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        try await options.record(Audit.self, id, .auditBegun(step.step())) {
            let due = $0.due.map { " Its outcome is due by \(PlanWords.date($0))." } ?? ""
            return "Audit “\($0.name)” is under way.\(due)"
        }
    }
}

/// `committee audit report`.
struct AuditReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Record the outcome report of an audit."
    )

    @Argument(help: "The audit, by its short name.")
    var id: String

    @Argument(help: "What came out, in a few sentences.")
    var words: String

    @Option(
        help: ArgumentHelp(
            "The document that holds the report, by its short name.",
            valueName: "document"
        )
    )
    var document: String?

    @Option(
        help: ArgumentHelp(
            "The day by which the next such audit is to be reported.",
            valueName: "date"
        ),
        transform: dateArgument
    )
    var next: CivilDate?

    @Option(
        name: .customLong("at"),
        help: ArgumentHelp(
            "The meeting that considered it, such as cpc/2024-02-06#3.",
            valueName: "meeting"
        )
    )
    var meeting: String?

    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        let outcome = AuditOutcome(
            Prose(markup: words),
            document: document,
            at: meeting,
            next: next
        )
        try await options.record(Audit.self, id, .auditReported(outcome)) {
            let next = $0.outcome?.next.map { " The next is due by \(PlanWords.date($0))." } ?? ""
            return "Recorded the outcome of audit “\($0.name)”.\(next)"
        }
    }
}

/// `committee audit close`.
struct AuditCloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close an audit of which every finding is answered."
    )

    @Argument(help: "The audit, by its short name.")
    var id: String

    @OptionGroup var step: QualityStepOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        try await options.record(Audit.self, id, .auditClosed(step.step())) {
            "Closed audit “\($0.name)”."
        }
    }
}

/// `committee audit withdraw`.
struct AuditWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Record that an audit was given up before it was reported."
    )

    @Argument(help: "The audit, by its short name.")
    var id: String

    @OptionGroup var step: QualityStepOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        try await options.record(Audit.self, id, .auditWithdrawn(step.step())) {
            "Withdrew audit “\($0.name)”."
        }
    }
}
#endif
