// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeOffice
import CommitteeStorage

/// `committee report`: a plan in a committee's own layout, or a report of a plugin.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a report.",
        discussion: """
            The format is a layout, which writes the plan as the committee prints it, or a report \
            of a plugin; “committee plugin list” names all of them.

              committee report council.sqlite --format perth-and-kinross/plan-2023 \\
                --as html -o plan.html
              committee report council.sqlite --format perth-and-kinross/plan-2023 \\
                --as md --as-of 2023-10-31
              committee report council.sqlite --format standard/changes-since \\
                --since 2026-06-12

            The audience is for whom the record is cut: what partners, or the public, may not read \
            is left out and counted. A plan that is a draft on the date is not shown to the public.

              committee report council.sqlite --format perth-and-kinross/plan-2023 \\
                --audience public --as html -o public.html

              committee report council.sqlite --format standard/risk-register \\
                --register main
              committee report council.sqlite --format standard/pack --meeting next
              committee report council.sqlite --format standard/group-report \\
                --body qa-group

            --sent-to records that the file went out, so that “committee circulation” lists it, and a \
            report that was due before a meeting is due no more.

              committee report council.sqlite --format standard/chief-officers \\
                --since 2023-10-15 -o report.html --sent-to cog --by coordinator

            A Word document takes the looks of the committee's own with --template. A PDF is made by \
            the program typst where it is there, else by LibreOffice.

              committee report council.sqlite --format perth-and-kinross/plan-2023 \\
                -o plan.docx

            A report that writes bytes of its own, such as a local CSV, needs no --as.
            """
    )

    @OptionGroup var at: StoreOptions

    @Option(
        help: ArgumentHelp("The layout or the report.", valueName: "plugin/format"),
        transform: contributionArgument
    )
    var format: String

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "The form: \(OutputForm.namesInWords). Without it, that of the ending of the output "
                + "file, else txt.",
            valueName: "form"
        ),
        transform: formArgument
    )
    var form: OutputForm?

    @OptionGroup var content: ReportOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; the standard output without it.", valueName: "file")
    )
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Record that the file went to this body or role; repeat it.",
            valueName: "body"
        )
    )
    var sentTo: [String] = []

    @Option(
        help: ArgumentHelp(
            "Who records that it went out: a role or a system, never a person's name; COMMITTEE_BY "
                + "when left out.",
            valueName: "role"
        )
    )
    var by: String?

    @Option(
        help: ArgumentHelp(
            "The committee's own Word document, of which styles, header, footer and logo are taken.",
            valueName: "file.docx"
        )
    )
    var template: String?

    @OptionGroup var plugins: PluginOptions

    func validate() throws {
        guard sentTo.isEmpty || output != nil else {
            throw ValidationError(
                "--sent-to records that a file went out. Name the file with -o FILE."
            )
        }
    }

    /// Who records that it went out.
    private func author() throws -> String {
        if let by = by ?? Environment.value(of: "COMMITTEE_BY") { return by }
        throw Complaint(
            "Nobody is named who records it. Give --by ROLE, or set COMMITTEE_BY.",
            isUsage: true
        )
    }

    func run() async throws {
        let author = sentTo.isEmpty ? "" : try author()
        let engine = try await plugins.engine(for: format)
        let opened = try await at.open(plugins: engine)
        var report = try await ReadyReport(
            format,
            of: opened,
            content: content,
            form: form,
            file: output
        )
        if let template { try report.take(template: template) }
        guard let output else { return try Output.write { try report.show(in: &$0) } }
        let file = try WrittenFile(for: output, readBy: report.edition.audience) {
            try report.write(into: &$0)
        }
        try file.keep()
        Output.progress("Wrote \(output), \(file.count) bytes.")
        guard !sentTo.isEmpty else { return }
        var bytes: [UInt8] = []
        try report.write(into: &bytes)
        let sent = try await opened.committee.circulate(
            Circulation(
                format,
                about: report.matter,
                to: sentTo,
                asOf: report.edition.asOf,
                audience: report.edition.audience,
                digest: Hexadecimal.text(Digest.sha256(bytes))
            ),
            by: author
        )
        Output.progress("Recorded that it went to \(sent.to.joined(separator: ", ")).")
    }
}

/// Of what a report speaks.
struct ReportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The date; today when left out.", valueName: "date"),
        transform: dateArgument
    )
    var asOf: CivilDate?

    @Option(
        help: ArgumentHelp(
            "A day by which it was known: what was recorded after it is left out, corrections "
                + "too. All that is known now when left out.",
            valueName: "date"
        ),
        transform: dateArgument
    )
    var knownOn: CivilDate?

    @Option(
        help: ArgumentHelp("An earlier date, for reports on what changed.", valueName: "date"),
        transform: dateArgument
    )
    var since: CivilDate?

    @Option(
        help: ArgumentHelp(
            "For whom: public, partners, committee or restricted.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience?

    @Option(
        help: ArgumentHelp("The plan; that of the layout, or the one in force.", valueName: "id")
    )
    var plan: String?

    @Option(
        help: ArgumentHelp(
            "The risk register, for reports on risks; the only one when left out.",
            valueName: "id"
        )
    )
    var register: String?

    @Option(help: ArgumentHelp("The risk, for reports on one.", valueName: "id"))
    var risk: String?

    @Option(
        help: ArgumentHelp(
            "The meeting, for its papers: such as cpc/2023-12-05, next or last.",
            valueName: "meeting"
        )
    )
    var meeting: String?

    @Option(
        help: ArgumentHelp(
            "The body or the group, for reports of one or to one.",
            valueName: "id"
        )
    )
    var body: String?

    /// What the reader named, of which a report takes what it can be about.
    var subjects: [SubjectReference] {
        [
            plan.map { .plan($0) }, register.map { .register($0) }, risk.map { .risk($0) },
            meeting.map { SubjectReference(kind: "meeting", id: $0) }, body.map { .body($0) },
        ].compactMap(\.self)
    }

    func validate() throws {
        if let since, let asOf, since > asOf {
            throw ValidationError("--since \(since) is after --as-of \(asOf). Swap the dates.")
        }
    }
}

/// A report that is ready to be written, and in which form.
struct ReadyReport {
    let edition: Edition
    /// What the report is about; nil for the usual matter.
    let matter: SubjectReference?
    private let report: Report
    /// The form of a report that has none of its own.
    private let form: OutputForm
    private var template: WordTemplate?
    /// The key of the layout's statuses; of a report, those of all layouts.
    private let keys: [Document.Legend]

    /// Makes a report.
    ///
    /// - Parameters:
    ///   - id: The identifier of the layout or report.
    ///   - opened: The committee in its library.
    ///   - content: Of what it speaks.
    ///   - form: The form that was asked for.
    ///   - file: The file that is to be written, whose ending may say the form.
    /// - Throws: The library's errors, and ``Complaint`` when the report has another form.
    init(
        _ id: String,
        of opened: OpenCommittee,
        content: ReportOptions,
        form: OutputForm?,
        file: String?
    ) async throws {
        let committee = opened.committee
        let date = content.asOf ?? opened.library.today()
        let audience = content.audience ?? .committee
        let entries = try await committee.entries()
        let instant = try content.knownOn.map { try Today.end(of: $0) }
        func cut(_ date: CivilDate) -> Edition {
            Edition(
                of: Record.folding(entries, asOf: date, knownAt: instant),
                committee: committee.id.rawValue,
                name: committee.name,
                asOf: date,
                knownAt: instant,
                audience: audience
            )
        }
        let contributions = opened.library.plugins.contributions
        let edition = cut(date)
        noteDraft(of: id, in: contributions)
        noteLimit(of: id, asked: audience, in: contributions)
        let summary = contributions.reports.first { $0.id == id }
        guard content.since != nil || summary?.comparesDays != true else {
            throw Complaint(
                "The report “\(id)” compares two days. Say since when, such as --since "
                    + "\(date - 42).",
                isUsage: true
            )
        }
        var request = ReportRequest(id, of: edition, since: content.since.map { cut($0) })
        request.narrow(to: content.subjects, in: contributions)
        let report = try await opened.library.report(request)
        if let form, let own = report.ownFormat, !Self.canWrite(report, as: form) {
            throw Complaint(
                "The report “\(id)” writes \(own.mediaType) of its own. Leave out --as "
                    + "\(form.name)."
            )
        }
        self.edition = edition
        self.report = report
        let scheme = contributions.layouts.first { $0.id == id }?.scheme
        keys =
            (scheme.map { id in contributions.schemes.filter { $0.id == id } }
            ?? contributions.schemes)
            .map {
                Document.Legend(title: $0.title, entries: $0.keys.map { .init($0.tag, Prose()) })
            }
        matter = request.matter
        let ending = try OutputEnding(of: file)
        try ending?.check(form: form, own: report.ownFormat?.mediaType, of: id)
        self.form = form ?? ending?.form ?? .plainText
    }

    /// The media type of what is written.
    var mediaType: String { report.ownFormat?.mediaType ?? form.mediaType }

    private static func canWrite(_ report: Report, as form: OutputForm) -> Bool {
        if case .text(let format) = form { return report.canRender(format) }
        return report.ownFormat == nil
    }

    /// Takes the looks of the report from a Word document.
    mutating func take(template path: String) throws {
        guard form == .word || form == .pdf else {
            throw Complaint(
                "--template is for Word documents and PDFs, and this report is written as "
                    + "\(form.name). Leave it out, or give the file the ending .docx.",
                isUsage: true
            )
        }
        let file = try InputFile(path, "template")
        template = try file.naming { () throws(OfficeError) in try WordTemplate(reading: file.bytes)
        }
    }

    /// Writes the report as it is kept in files.
    func write(into sink: inout some ByteSink) throws {
        guard let own = report.ownFormat else {
            let title = form.isText ? "" : try report.document.title
            return try report.write(
                form,
                page: Document.Page(of: edition, title: title),
                template: template,
                keys: keys,
                into: &sink
            )
        }
        sink.write(own.bytes)
    }

    /// Writes the report for whoever reads the output: text is as wide as the terminal.
    func show(in sink: inout FileSink) throws {
        if report.ownFormat == nil { try form.checkStandardOutput() }
        guard report.ownFormat == nil, form == .plainText else { return try write(into: &sink) }
        Output.show(try report.document, in: &sink)
    }
}
#endif
