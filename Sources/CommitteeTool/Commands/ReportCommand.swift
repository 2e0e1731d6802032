// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit

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

              committee report council.sqlite --format standard/risk-register --register main

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
            "The form: md, html, txt, csv or json. Without it, that of the ending of the output "
                + "file, else txt.",
            valueName: "form"
        ),
        transform: formArgument
    )
    var form: DocumentFormat?

    @OptionGroup var content: ReportOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; the standard output without it.", valueName: "file")
    )
    var output: String?

    @OptionGroup var plugins: PluginOptions

    func run() async throws {
        let engine = try await plugins.engine(for: format)
        let opened = try await at.open(plugins: engine)
        let report = try await RenderedReport(
            format,
            of: opened,
            content: content,
            form: form,
            file: output
        )
        guard let output else { return try Output.write(report.bytes) }
        try WrittenFile(report.bytes, for: output, readBy: report.edition.audience).keep()
        Output.progress("Wrote \(output), \(report.bytes.count) bytes.")
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

    func validate() throws {
        if let since, let asOf, since > asOf {
            throw ValidationError("--since \(since) is after --as-of \(asOf). Swap the dates.")
        }
    }
}

/// A report as bytes.
struct RenderedReport {
    let bytes: [UInt8]
    let mediaType: String
    let edition: Edition

    /// Writes a report.
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
        form: DocumentFormat?,
        file: String?
    ) async throws {
        let committee = opened.committee
        let date = content.asOf ?? opened.library.today()
        let audience = content.audience ?? .committee
        let entries = try await committee.entries()
        func cut(_ date: CivilDate) -> Edition {
            Edition(
                of: Record.folding(entries, asOf: date),
                committee: committee.id.rawValue,
                name: committee.name,
                asOf: date,
                audience: audience
            )
        }
        let edition = cut(date)
        self.edition = edition
        noteDraft(of: id, in: opened.library.plugins.contributions)
        let made = try await opened.library.output(
            id,
            of: edition,
            since: content.since.map { cut($0) },
            plan: content.plan,
            register: content.register,
            risk: content.risk
        )
        switch made {
        case .raw(let mediaType, let bytes):
            if let form, Self.essence(form.renderer.mediaType) != Self.essence(mediaType) {
                throw Complaint(
                    "The report “\(id)” writes \(mediaType) of its own. Leave out --as "
                        + "\(form.rawValue)."
                )
            }
            self.mediaType = mediaType
            self.bytes = bytes
        case .document(let document):
            let form = form ?? Self.form(ofFile: file) ?? .plainText
            if form == .plainText, file == nil {
                bytes = document.render(with: PlainTextRenderer(width: Output.width))
            } else {
                bytes = document.render(form)
            }
            mediaType = form.renderer.mediaType
        }
    }

    private static func form(ofFile name: String?) -> DocumentFormat? {
        guard let name, let dot = name.lastIndex(of: ".") else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        return DocumentFormat(rawValue: ending == "htm" ? "html" : ending)
    }

    /// The media type without its parameters.
    private static func essence(_ mediaType: String) -> Substring {
        mediaType.lowercased().prefix { $0 != ";" && $0 != " " }[...]
    }
}
#endif
