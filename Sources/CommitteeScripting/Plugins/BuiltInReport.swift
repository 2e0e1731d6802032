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
    /// A report on the committee's figures.
    case figures(FigureReport)
    /// A paper of a meeting, or a report to another body.
    case outgoing(OutgoingReport)

    static var all: [BuiltInReport] {
        RiskReport.all.map { .risk($0) } + StructureReport.all.map { .structure($0) }
            + DocumentReport.all.map { .documents($0) } + FigureReport.all.map { .figures($0) }
            + OutgoingReport.all.map { .outgoing($0) }
    }

    var id: String {
        switch self {
        case .risk(let report): report.id
        case .structure(let report): report.id
        case .documents(let report): report.id
        case .figures(let report): report.id
        case .outgoing(let report): report.id
        }
    }

    /// The kinds of subject that the report can be about.
    var subjects: [SubjectKind] {
        switch self {
        case .risk: ["risk-register", "risk"]
        case .structure, .documents, .figures: []
        case .outgoing(let report): report.subjects
        }
    }

    /// Makes the report, of editions cut for what the plugin may read.
    func document(_ request: ReportRequest, for audience: Audience) throws -> Document {
        let edition = request.edition.cut(for: audience).withFiguresInTexts()
        switch self {
        case .structure(let report): return report.document(of: edition)
        case .documents(let report): return report.document(of: edition)
        case .figures(let report): return report.document(of: edition)
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
            return try report.document(
                RiskReport.Request(
                    edition,
                    since: request.since?.cut(for: audience).withFiguresInTexts(of: edition),
                    register: request.subjects.id(of: "risk-register"),
                    risk: request.subjects.id(of: "risk")
                )
            )
        }
    }
}

#endif
