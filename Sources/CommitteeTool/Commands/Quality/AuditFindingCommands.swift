// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

/// `committee audit find`.
struct AuditFindCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Record what an audit, an inspection, a dip sample or the like found."
    )

    @Argument(help: "Where it comes from, by its short name.")
    var source: String

    @Argument(help: "What was found, without a word about a child.")
    var words: String

    @Option(
        help: ArgumentHelp(
            "What sort of finding it is: improvement, recommendation or strength.",
            valueName: "sort"
        ),
        transform: wordArgument
    )
    var sort: QualityFinding.Sort = .improvement

    @Option(
        help: ArgumentHelp(
            "The quality indicator of which it speaks, by its key in a framework.",
            valueName: "key"
        )
    )
    var indicator: String?

    @Option(
        help: ArgumentHelp("The day by which it is to be answered.", valueName: "date"),
        transform: dateArgument
    )
    var due: CivilDate?

    @OptionGroup var lead: QualityLeadOptions
    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        let recording = options.recording
        let finding = try await recording.open().recordFinding(
            Prose(markup: words),
            of: source,
            effective: recording.on,
            by: try recording.author()
        ) { finding in
            finding.sort = sort
            finding.indicator = indicator
            finding.lead = lead.lead
            finding.due = due
            finding.audience = lead.audience
        }
        try recording.say("Recorded finding \(finding.id).", finding.json)
    }
}

/// `committee audit answer`.
struct AuditAnswerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Answer a finding with an action of a plan, or with a reason why none is needed."
    )

    @Argument(help: "The finding, such as neglect-2026#3.")
    var id: String

    @Option(
        help: ArgumentHelp(
            "The action that answers it, such as plan-2023#1.10.",
            valueName: "action"
        )
    )
    var action: String?

    @Option(help: ArgumentHelp("Why no action is needed, or a remark.", valueName: "words"))
    var reason: String = ""

    @Option(
        name: .customLong("at"),
        help: ArgumentHelp(
            "The meeting that agreed the answer, such as cpc/2024-02-06#3.",
            valueName: "meeting"
        )
    )
    var meeting: String?

    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        let answer = FindingAnswer(action: action, reason: Prose(markup: reason), at: meeting)
        try await options.record(QualityFinding.self, id, .findingAnswered(answer)) {
            "Finding \($0.id): \($0.standing.words)."
        }
    }
}

/// `committee audit evidence`.
struct AuditEvidenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Record evidence of what was done about a finding."
    )

    @Argument(help: "The finding, such as neglect-2026#3.")
    var id: String

    @Argument(help: "What it is, in a few words.")
    var words: String

    @Option(
        help: ArgumentHelp("The document that shows it, by its short name.", valueName: "document")
    )
    var document: String?

    @Option(help: ArgumentHelp("The pages, such as 17-19, 33.", valueName: "pages"))
    var pages: String?

    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        let evidence = FindingEvidence(Prose(markup: words), document: document, pages: pages)
        try await options.record(QualityFinding.self, id, .findingEvidenced(evidence)) {
            "Recorded evidence for finding \($0.id)."
        }
    }
}

/// `committee audit impact`.
struct AuditImpactCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impact",
        abstract: "Record the difference that the answer to a finding made."
    )

    @Argument(help: "The finding, such as neglect-2026#3.")
    var id: String

    @Argument(
        help: "What was seen: changed, changed-in-part or not-yet.",
        transform: wordArgument
    )
    var result: FindingImpact.Result

    @Argument(help: "What shows it, in a few words.")
    var words: String = ""

    @Option(
        help: ArgumentHelp(
            "The indicator of the committee's figures that shows it, by its short name.",
            valueName: "indicator"
        )
    )
    var indicator: String?

    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        let impact = FindingImpact(result, Prose(markup: words), indicator: indicator)
        try await options.record(QualityFinding.self, id, .findingImpactSeen(impact)) {
            "Finding \($0.id): \($0.standing.words)."
        }
    }
}

/// `committee audit set`.
struct AuditSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Change a field of an audit, a finding or whatever else stands beside audits.",
        discussion: """
            The fields are those of the sheet: title, scope, lead, due date, audience and so on. A hyphen takes out what \
            stands there.

              committee audit set neglect-2026 "due date" "30 November 2026"
              committee audit set neglect-2026#1 audience public
              committee audit set eird lead "QA Officer"
            """
    )

    @Argument(
        help: "The audit, finding, dip sample, return, report, course, self-evaluation or issue."
    )
    var id: String

    @Argument(help: "The field, as the sheet calls it.")
    var field: String

    @Argument(help: "What it is to say; a hyphen takes out what stands there.")
    var words: String

    @OptionGroup var options: QualityRecordingOptions

    func run() async throws {
        let opened = try await options.recording.at.open()
        let edition = try await opened.committee.edition(
            asOf: options.recording.on ?? opened.library.today(),
            audience: .restricted
        )
        let quality = edition.quality
        func has<Subject: QualitySubject>(_ list: [Subject]) -> Bool {
            list.contains { $0.id == id }
        }
        if has(quality.audits) { return try await set(Audit.self) }
        if has(quality.dipSamples) { return try await set(DipSample.self) }
        if has(quality.returns) { return try await set(OneOffReturn.self) }
        if has(quality.outsideReports) { return try await set(OutsideReport.self) }
        if has(quality.findings) { return try await set(QualityFinding.self) }
        if has(quality.courses) { return try await set(TrainingCourse.self) }
        if has(quality.selfEvaluations) { return try await set(SelfEvaluation.self) }
        if has(quality.issues) { return try await set(NationalIssue.self) }
        throw Complaint("There is nothing named “\(id)”. List what there is with committee audit.")
    }

    private func set<Subject: QualitySubject>(_ type: Subject.Type) async throws {
        let cells = Subject.table.cells
        let wanted = field.map { $0 == "_" || $0 == "-" ? " " : $0 }
        let key = String(wanted).lowercased()
        guard let cell = cells.first(where: { $0.name.inWords == key }) else {
            throw Complaint(
                "\(Subject.noun.prefix(1).uppercased())\(Subject.noun.dropFirst()) has no field “\(field)”. "
                    + ClosestName.suggestion(for: key, in: cells.map(\.name.inWords))
            )
        }
        var isRead = true
        let value = words == "-" ? Prose() : Prose(words)
        let subject = try await options.recording.open().changeQuality(
            type,
            id,
            effective: options.recording.on,
            by: try options.recording.author()
        ) { isRead = cell.form.read(&$0, value) }
        guard isRead else {
            throw Complaint("“\(words)” cannot stand as the \(key). See the sheet for what can.")
        }
        try options.recording.say("\(subject.inSentence): the \(key) is changed.", subject.json)
    }
}
#endif
