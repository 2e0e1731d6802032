// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeStorage

/// `committee import`: a published document goes in.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import a published plan or risk register, or a record that was exported.",
        discussion: """
            The document is a Word document (.docx), an Excel workbook (.xlsx), or text with tabs, \
            Markdown, HTML or CSV in UTF-8. The layout says what its \
            tables mean; “committee plugin list” names all layouts. Look first, then import:

              committee import council.sqlite plan.txt \\
                --layout perth-and-kinross/plan-2023 --dry-run
              committee import council.sqlite plan.txt --layout perth-and-kinross/plan-2023

            Whatever is doubtful is a finding, with the line where it stands. What the extraction of \
            a document broke is settled in a file of repairs, each with its reason:

              committee import council.sqlite plan.txt \\
                --layout clackmannanshire/strategic-plan --repairs plan.repairs.json

            Importing the same document again records nothing. A later edition of the same plan is \
            compared with the one imported before, and what differs is recorded as changes, as of \
            the date that it speaks of, or of --as-of.

            A layout about risks reads a risk register in the same way. Its risks are proposed, and \
            approved only where the document says so; they are restricted unless the layout or \
            --visibility says otherwise.

            A record that “committee export” wrote comes back with:

              committee import copy.sqlite record.json --layout standard/json
            """
    )

    @OptionGroup var at: StoreOptions

    @Argument(help: "The document; - for the standard input.")
    var file: String

    @Option(
        help: ArgumentHelp(
            "The layout that the document is written in, or standard/json for an exported record.",
            valueName: "plugin/layout"
        ),
        transform: contributionArgument
    )
    var layout: String

    @Option(
        help: ArgumentHelp(
            "The date of which the progress speaks, when the document does not say.",
            valueName: "date"
        ),
        transform: dateArgument
    )
    var asOf: CivilDate?

    @Option(help: "Who imports it: a role or a system, never a person's name.")
    var by = "committee-tool"

    @Option(help: ArgumentHelp("A file of repairs to the document.", valueName: "file"))
    var repairs: String?

    @Option(
        help: ArgumentHelp(
            "When the plan runs, when the document does not say, such as 2024-04-01/2027-03-31.",
            valueName: "from/until"
        ),
        transform: periodArgument
    )
    var period: CivilSpan?

    @Option(
        help: ArgumentHelp(
            "Who may read the risks of a register that are new: public, partners, committee or "
                + "restricted. Left out, as the layout says.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var visibility: Audience?

    @Flag(help: "Show what each line becomes and record nothing.")
    var dryRun = false

    @Flag(help: "Show where each word of each line went, and how many words went where.")
    var account = false

    @OptionGroup var override: WorkflowOverrideOptions
    @OptionGroup var plugins: PluginOptions
    @OptionGroup var output: JSONOptions

    func run() async throws {
        guard layout != ExchangeImport.layout else {
            guard repairs == nil, asOf == nil, period == nil, visibility == nil, !account else {
                throw Complaint(
                    "An exported record is imported as it is. Leave out --repairs, --as-of, --period, "
                        + "--visibility and --account.",
                    isUsage: true
                )
            }
            return try await ExchangeImport(
                at: at,
                file: file,
                isDryRun: dryRun,
                isJSON: output.json
            ).run()
        }
        let document = try InputFile(file, "document")
        let (source, notes, digest) = try read(document)
        let engine = try await plugins.engine(for: layout, recordsRisks: true)
        let committee = try await at.open(plugins: engine).committee
        Output.progress("Reading \(document.name) …")
        let (prepared, receipt) = try await importing(
            source,
            digest,
            into: committee,
            isAboutRisks: engine.contributions.isAboutRisks(layout)
        )
        let report = ImportReport(
            document: document.name,
            source: source,
            repairs: notes,
            layout: layout,
            prepared: prepared,
            receipt: receipt,
            isDryRun: dryRun,
            showsAccount: account
        )
        if output.json { return try Output.write(report.json) }
        if account {
            try Output.write(report.account)
        } else if dryRun {
            try Output.write(report.trace)
        }
        try Output.write(report.text)
    }

    /// Prepares the import and, unless it is a dry run, records it.
    private func importing(
        _ source: SourceDocument,
        _ digest: String,
        into committee: Committee,
        isAboutRisks: Bool
    ) async throws -> (PreparedDocument, AppendReceipt?) {
        if isAboutRisks {
            guard period == nil else {
                throw Complaint(
                    "The layout “\(layout)” is about risks, and a register runs for no period. Leave out "
                        + "--period.",
                    isUsage: true
                )
            }
            let prepared = try await committee.preparingRegisterImport(
                of: source,
                digest: digest,
                layout: layout,
                asOf: asOf,
                visibility: visibility,
                by: by,
                overriding: override.reason
            )
            let receipt =
                dryRun
                ? nil
                : try await committee.record(
                    prepared,
                    digest: digest,
                    overriding: override.reason
                )
            return (PreparedDocument(prepared, layout: layout), receipt)
        }
        guard visibility == nil else {
            throw Complaint(
                "--visibility is for risks, and the layout “\(layout)” is about a plan. Leave it out.",
                isUsage: true
            )
        }
        let prepared = try await committee.preparingImport(
            of: source,
            digest: digest,
            layout: layout,
            asOf: asOf,
            period: period,
            by: by
        )
        let receipt = dryRun ? nil : try await committee.record(prepared, digest: digest)
        return (PreparedDocument(prepared, layout: layout), receipt)
    }

    /// Reads the document and repairs it; the digest is that of both files.
    private func read(
        _ document: InputFile
    ) throws -> (SourceDocument, [RepairNote], String) {
        let source = try SourceDocument(opening: document)
        let digest = Digest.sha256(document.bytes)
        guard let repairs else { return (source, [], Hexadecimal.text(digest)) }
        let file = try InputFile(repairs, "file of repairs")
        let repaired = try source.repaired(
            by: RepairsFile(reading: file.bytes, source: file.name)
        )
        let both = Digest.sha256(digest + Digest.sha256(file.bytes))
        return (repaired.document, repaired.notes, Hexadecimal.text(both))
    }
}
#endif
