// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// A report of the library for which a plugin gives a name.
enum BuiltInReport: Sendable {
    /// A report on a risk register.
    case risk(RiskReport)
    /// A report on who is who.
    case structure(StructureReport)
    /// A report on the committee's documents.
    case documents(DocumentReport)
    /// A report on Learning Reviews.
    case learningReviews(LearningReviewReport)
    /// A report on quality assurance.
    case quality(QualityReport)
    /// A report on what people told the committee.
    case voices(VoiceReport)
    /// A report on programmes.
    case programmes(ProgrammeReport)
    /// A report on the committee's figures.
    case figures(FigureReport)
    /// A paper of a meeting, or a report to another body.
    case outgoing(OutgoingReport)

    static var all: [BuiltInReport] {
        RiskReport.all.map { .risk($0) } + StructureReport.all.map { .structure($0) }
            + DocumentReport.all.map { .documents($0) } + FigureReport.all.map { .figures($0) }
            + LearningReviewReport.all.map { .learningReviews($0) }
            + QualityReport.all.map { .quality($0) } + VoiceReport.all.map { .voices($0) }
            + ProgrammeReport.all.map { .programmes($0) }
            + OutgoingReport.all.map { .outgoing($0) }
    }

    var id: String {
        switch self {
        case .risk(let report): report.id
        case .structure(let report): report.id
        case .documents(let report): report.id
        case .learningReviews(let report): report.id
        case .quality(let report): report.id
        case .voices(let report): report.id
        case .programmes(let report): report.id
        case .figures(let report): report.id
        case .outgoing(let report): report.id
        }
    }

    /// Whether the report reads what its reader may know, whatever the plugin may read.
    var isForItsReader: Bool {
        switch self {
        case .learningReviews, .voices: true
        case .risk, .structure, .documents, .quality, .programmes, .figures, .outgoing: false
        }
    }

    /// The kinds of subject that the report can be about.
    var subjects: [SubjectKind] {
        switch self {
        case .risk: ["risk-register", "risk"]
        case .structure, .documents, .quality, .voices, .figures, .learningReviews: []
        case .programmes: ["plan"]
        case .outgoing(let report): report.subjects
        }
    }

    /// Makes the report, of editions cut for what the plugin may read.
    ///
    /// - Parameters:
    ///   - request: Of what it speaks.
    ///   - audience: What the plugin may read.
    ///   - workflow: Finds a workflow of the plugins by what a register pins.
    /// - Returns: The document.
    /// - Throws: What the report throws when it finds no such register, meeting or risk.
    func document(
        _ request: ReportRequest,
        for audience: Audience,
        workflow: (RiskWorkflowReference) throws -> (any RiskWorkflow)?
    ) throws -> Document {
        let edition =
            (isForItsReader ? request.edition : request.edition.cut(for: audience))
            .withFiguresInTexts()
        switch self {
        case .structure(let report): return report.document(of: edition)
        case .documents(let report): return report.document(of: edition)
        case .quality(let report): return report.document(of: edition)
        case .voices(let report): return report.document(of: edition)
        case .programmes(let report):
            return try report.document(of: edition, plan: request.subjects.id(of: "plan"))
        case .figures(let report): return report.document(of: edition)
        case .learningReviews(let report): return report.document(of: edition)
        case .outgoing(let report):
            return try report.document(
                OutgoingReport.Request(
                    edition,
                    since: request.since?.cut(for: audience).withFiguresInTexts(of: edition),
                    meeting: request.subjects.id(of: "meeting"),
                    body: request.subjects.id(of: "body"),
                    plan: request.subjects.id(of: "plan")
                )
            )
        case .risk(let report):
            var asked = RiskReport.Request(
                edition,
                since: request.since?.cut(for: audience).withFiguresInTexts(of: edition),
                register: request.subjects.id(of: "risk-register"),
                risk: request.subjects.id(of: "risk")
            )
            let home = try asked.risk.map { try edition.risk($0).register }
            let register = try home ?? edition.riskRegister(asked.register)
            asked.workflow =
                try request.riskWorkflow?(register) ?? register.workflow.flatMap(workflow)
            return try report.document(asked)
        }
    }
}

#endif
