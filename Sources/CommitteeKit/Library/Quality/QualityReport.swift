// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A report on the committee's quality assurance: a document made of an edition.
///
/// ```swift
/// let page = QualityReport.assurance.document(of: edition).render(.html)
/// ```
public struct QualityReport: Sendable, Identifiable {
    /// The identifier of the report, such as `quality-assurance`.
    public let id: String
    /// What the report shows, in a sentence.
    public let summary: String
    private let make: @Sendable (Edition) -> Document

    /// The programme with its calendar, quotas, findings and what came of each, training and the horizon.
    public static let assurance = QualityReport(
        "quality-assurance",
        "Quality assurance: the programme, dip samples, findings and what came of each, training, the horizon."
    ) { QualityPage($0).assurance }

    /// The thread of each finding, from where it comes from to the next plan.
    public static let threads = QualityReport(
        "quality-threads",
        "The thread of each finding: the action, the evidence, the difference, and the next plan."
    ) { QualityPage($0).threads }

    /// The reports on quality assurance.
    public static let all: [QualityReport] = [assurance, threads]

    private init(
        _ id: String,
        _ summary: String,
        _ make: @escaping @Sendable (Edition) -> Document
    ) {
        self.id = id
        self.summary = summary
        self.make = make
    }

    /// Makes the report.
    ///
    /// - Parameter edition: The edition of which it speaks.
    /// - Returns: The document.
    /// - Complexity: O(*n*) in the size of the room and of the plans that its findings name.
    public func document(of edition: Edition) -> Document { make(edition) }

    /// Makes a page of threads, such as those of one action.
    ///
    /// - Parameters:
    ///   - threads: The threads.
    ///   - edition: The edition from which they are.
    /// - Returns: The page.
    public static func page(of threads: [QualityThread], in edition: Edition) -> Document {
        QualityPage(edition).page("Threads", QualityPage.blocks(of: threads))
    }
}

/// What the reports on quality assurance are made of.
struct QualityPage {
    let edition: Edition

    init(_ edition: Edition) { self.edition = edition }

    /// How many periods of a dip sample are shown.
    static let periodsShown = 6

    var day: CivilDate { edition.asOf }
    var quality: QualityState { edition.quality }
    private var name: String { edition.committeeProfile?.name ?? edition.name }

    func page(_ title: String, _ blocks: [Document.Block]) -> Document {
        let heading = "\(title): \(name)"
        return Document(
            title: heading,
            blocks: [.heading(1, heading), .paragraph("As at \(day.inWords).")] + blocks
        )
    }

    static func day(_ day: CivilDate?) -> String { day?.inWords ?? "" }

    // MARK: Quality assurance

    var assurance: Document {
        let title = "Quality assurance"
        guard quality != QualityState() else {
            return page(
                title,
                [
                    .notice(
                        .information,
                        "Nothing is recorded for readers of this page. Propose an audit with committee audit propose, or "
                            + "fill in a sheet."
                    )
                ]
            )
        }
        return page(
            title,
            summary + calendar + audits + dipSamples + selfEvaluations + returns + findings
                + outside + training + horizon + checks
        )
    }

    private var summary: [Document.Block] {
        let counted = [
            quality.audits.count, quality.findings.count, quality.dipSamples.count,
        ]
        guard counted.contains(where: { $0 > 0 }) else { return [] }
        let open = quality.findings.filter { $0.standing == .open }.count
        let behind = quality.dipSamples.filter { !$0.behind(on: day).isEmpty }.count
        var facts: [(String, Prose)] = [
            ("Audits under way", Prose("\(count(.underWay))")),
            ("Audits agreed and not begun", Prose("\(count(.agreed))")),
            (
                "Proposals to be agreed",
                Prose("\(count(.proposed) + count(.groupAgreed))")
            ), ("Findings not answered", Prose("\(open) of \(quality.findings.count)")),
        ]
        if !quality.dipSamples.isEmpty {
            facts.append(
                (
                    "Dip samples behind their quota",
                    Prose("\(behind) of \(quality.dipSamples.count)")
                )
            )
        }
        return [.summary(facts)]
    }

    private func count(_ stage: Audit.Stage) -> Int {
        quality.audits.filter { $0.stage == stage }.count
    }

    private var calendar: [Document.Block] {
        var lines: [(day: CivilDate, words: String)] = []
        func add(_ day: CivilDate?, _ words: String) {
            if let day { lines.append((day, words)) }
        }
        for audit in quality.audits where !audit.stage.isEnd {
            if audit.stage < .underWay { add(audit.starts, "\(audit.inSentence) is to begin") }
            if audit.stage < .reported {
                add(audit.due, "\(audit.inSentence) is to be reported\(lead(audit.lead))")
            }
        }
        let followed = Set(quality.audits.compactMap(\.follows))
        for audit in quality.audits where !followed.contains(audit.id) {
            add(
                audit.outcome?.next,
                "\(audit.inSentence) is to be followed up\(lead(audit.lead))"
            )
        }
        for one in quality.selfEvaluations where one.agreement == nil {
            add(one.starts, "\(one.inSentence) is to begin")
            add(one.due, "\(one.inSentence) is to be agreed\(lead(one.lead))")
        }
        for one in quality.returns where one.sending == nil && one.withdrawal == nil {
            add(one.due, "\(one.inSentence) is to be sent\(lead(one.lead))")
        }
        for report in quality.outsideReports where report.considered.isEmpty {
            add(report.due, "\(report.inSentence) is to be considered\(lead(report.lead))")
        }
        guard !lines.isEmpty else { return [] }
        let sorted = lines.enumerated().sorted {
            ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
        }.map(\.element)
        return [
            .heading(2, "Calendar"),
            .bullets(
                sorted.map { line in
                    let late = line.day < day ? " (overdue)" : ""
                    return Prose("\(line.day.inWords): \(line.words)\(late)")
                }
            ),
        ]
    }

    private func lead(_ name: String?) -> String { name.map { " (\($0))" } ?? "" }

    private var audits: [Document.Block] {
        guard !quality.audits.isEmpty else { return [] }
        let rows = quality.audits.map { audit in
            let found = quality.findings.filter { $0.source == audit.id }
            return Document.Table.Row.cells([
                .text(audit.name), .text(audit.lead ?? ""), .text(audit.stage.words),
                .text(Self.day(audit.agreement?.on)), .text(Self.day(audit.due)),
                .text(Self.day(audit.outcome?.on)),
                .text(audit.outcome?.words.singleLine ?? audit.scope.singleLine),
                .text(found.isEmpty ? "" : "\(found.count)"), .text(audit.id),
            ])
        }
        return [
            .heading(2, "Programme of audits"),
            .table(
                Document.Table(
                    caption: "Audits",
                    columns: [
                        .init("Audit", isRowHeader: true), "Lead", "Stage", "Agreed",
                        "To be reported", "Reported", "Outcome, or what is looked at", "Findings",
                        "Named",
                    ],
                    rows: rows
                )
            ),
        ]
    }

    private var dipSamples: [Document.Block] {
        guard !quality.dipSamples.isEmpty else { return [] }
        let rows = quality.dipSamples.flatMap { sample in
            sample.periods(through: day).suffix(Self.periodsShown).map { period in
                Document.Table.Row.cells([
                    .text(sample.name), .text(sample.lead ?? ""), .text(period.words),
                    .text("\(period.count) of \(period.quota)"),
                    .text(
                        period.isMet
                            ? period.count < period.quota ? "There were no more" : "Met"
                            : period.last < day ? "Behind" : "Still open"
                    ),
                ])
            }
        }
        let notes = quality.dipSamples.flatMap { sample in
            sample.held.filter { !$0.note.isEmpty }.suffix(Self.periodsShown).map {
                Prose("\(sample.name), \(Self.day($0.on)): \($0.note.singleLine)")
            }
        }
        var blocks: [Document.Block] = [.heading(2, "Dip samples")]
        if rows.isEmpty {
            blocks.append(.paragraph("No quota is set."))
        } else {
            blocks.append(
                .table(
                    Document.Table(
                        caption: "Dip samples, the last \(Self.periodsShown) periods",
                        columns: [
                            .init("Dip sample", isRowHeader: true), "Lead", "Period", "Looked at",
                            "Quota",
                        ],
                        rows: rows
                    )
                )
            )
        }
        if !notes.isEmpty { blocks += [.heading(3, "What was learned"), .bullets(notes)] }
        return blocks
    }

    private var selfEvaluations: [Document.Block] {
        quality.selfEvaluations.isEmpty
            ? []
            : [.heading(2, "Self-evaluation")] + quality.selfEvaluations.flatMap(evaluation)
    }

    private func evaluation(_ one: SelfEvaluation) -> [Document.Block] {
        let framework = quality.framework(of: one)
        let state =
            one.agreement?.on.map { "Agreed on \($0.inWords)." }
            ?? one.due.map { "To be agreed by \($0.inWords)." } ?? "Not agreed yet."
        let source = framework?.sources.map { "\($0.title) (\($0.year))" }.joined(separator: "; ")
        let by = framework.map {
            " By “\($0.title)”, version \($0.version)"
                + "\(source.map { $0.isEmpty ? "" : ": \($0)" } ?? "")."
        }
        var blocks: [Document.Block] = [
            .heading(3, one.name), .paragraph("\(state)\(by ?? "")"),
        ]
        guard let framework, !one.judgements.isEmpty else { return blocks }
        let judged = framework.indicators.compactMap { indicator in
            one.judgements.first { $0.indicator == indicator.key }.map { (indicator, $0) }
        }
        blocks.append(
            .table(
                Document.Table(
                    caption:
                        "\(one.name): \(judged.count) of \(framework.indicators.count) indicators",
                    columns: [
                        .init("Indicator", isRowHeader: true), "Level", "Why", "Judged on",
                    ],
                    rows: judged.map { indicator, judgement in
                        let level = framework.level(judgement.level)?.words ?? ""
                        return .cells([
                            .text("\(indicator.key) \(indicator.words)"),
                            .text("\(judgement.level) \(level)"),
                            .text(judgement.why.singleLine), .text(Self.day(judgement.on)),
                        ])
                    }
                )
            )
        )
        return blocks
    }

    private var returns: [Document.Block] {
        guard !quality.returns.isEmpty else { return [] }
        let rows = quality.returns.map { one in
            Document.Table.Row.cells([
                .text(one.name), .text(one.to ?? ""), .text(one.lead ?? ""),
                .text(Self.day(one.due)), .text(Self.day(one.sending?.on)),
                .text(one.standing(on: day)),
            ])
        }
        return [
            .heading(2, "One-off returns"),
            .table(
                Document.Table(
                    caption: "One-off returns",
                    columns: [
                        .init("Return", isRowHeader: true), "To", "Lead", "Due", "Sent",
                        "Standing",
                    ],
                    rows: rows
                )
            ),
        ]
    }

    private var findings: [Document.Block] {
        guard !quality.findings.isEmpty else { return [] }
        let rows = quality.findings.map { finding in
            Document.Table.Row.cells([
                .text(finding.id), .text(finding.sort.words), .text(finding.words.singleLine),
                .text(finding.standing.words), .text(came(of: finding)),
            ])
        }
        return [
            .heading(2, "Findings and what came of each"),
            .table(
                Document.Table(
                    caption: "Findings",
                    columns: [
                        .init("Finding", isRowHeader: true), "Sort", "What was found", "Standing",
                        "What came of it",
                    ],
                    rows: rows
                )
            ),
        ]
    }

    private func came(of finding: QualityFinding) -> String {
        var parts = finding.actions.map { action -> String in
            guard let item = edition.actionItem(action) else { return "Action \(action)" }
            return "Action \(action)" + (item.isCompleted ? ", completed" : "")
        }
        parts += finding.answers.filter { $0.action == nil && !$0.reason.isEmpty }.map {
            "No action: \($0.reason.singleLine)"
        }
        parts += finding.evidence.map { "Evidence: \($0.inWords)" }
        if let impact = finding.impact.last {
            let words = impact.words.isEmpty ? "" : ": \(impact.words.singleLine)"
            parts.append("\(impact.result.words)\(words)")
        }
        if parts.isEmpty, finding.standing == .open, let due = finding.due {
            parts.append("To be answered by \(due.inWords)\(lead(finding.lead))")
        }
        return parts.joined(separator: ". ").split(separator: "..").joined(separator: ".")
    }

    private var outside: [Document.Block] {
        guard !quality.outsideReports.isEmpty else { return [] }
        let rows = quality.outsideReports.map { report in
            let last = report.considered.last
            let found = quality.findings.filter { $0.source == report.id }.count
            return Document.Table.Row.cells([
                .text(report.name), .text(report.sort.words), .text(report.publisher ?? ""),
                .text(Self.day(report.published)),
                .text(
                    last.map {
                        let note = $0.note.isEmpty ? "" : ": \($0.note.singleLine)"
                        return "\(Self.day($0.on))\($0.at)\(note)"
                    } ?? ""
                ), .text(found == 0 ? "" : "\(found)"),
            ])
        }
        return [
            .heading(2, "Inspections and reviews of others"),
            .table(
                Document.Table(
                    caption: "Inspections and reviews of others",
                    columns: [
                        .init("Report", isRowHeader: true), "Sort", "By", "Published",
                        "Considered", "Findings",
                    ],
                    rows: rows
                )
            ),
        ]
    }

    private var checks: [Document.Block] {
        guard edition.audience >= .committee else { return [] }
        let all = edition.qualityChecks()
        guard !all.isEmpty else { return [] }
        return [.heading(2, "To be looked at"), .bullets(all.map { Prose($0.message) })]
    }
}
