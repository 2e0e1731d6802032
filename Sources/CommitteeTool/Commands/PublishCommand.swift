// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeStorage

/// `committee publish`: freezes the bytes of a plan.
struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publish a plan: write it, and keep the hash of its bytes.",
        discussion: """
            The file is written and the journal records that the plan was published: the number of \
            the issue, the media type, the number of bytes and their SHA-256, and where the journal \
            ended, which “committee journal verify” checks. A plan that was published before gets \
            the next number. Only a plan that a body approved is published.

              committee publish council.sqlite --format perth-and-kinross/plan-2023 \\
                --plan plan-2023-2026 --as html -o plan.html

            Later on, anybody can ask whether a file is what was published:

              committee publish council.sqlite --verify plan.html
            """
    )

    @OptionGroup var at: StoreOptions

    @Option(
        help: ArgumentHelp("The layout or the report.", valueName: "plugin/format"),
        transform: contributionArgument
    )
    var format: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("The form: \(OutputForm.namesInWords).", valueName: "form"),
        transform: formArgument
    )
    var form: OutputForm?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write.", valueName: "file")
    )
    var output: String?

    @OptionGroup var content: ReportOptions

    @Option(help: "Who publishes it: a role or a system, never a person's name.")
    var by = "committee-tool"

    @Option(help: ArgumentHelp("A file to compare with what was published.", valueName: "file"))
    var verify: String?

    @OptionGroup var plugins: PluginOptions
    @OptionGroup var json: JSONOptions

    func validate() throws {
        if verify != nil {
            guard format == nil, output == nil else {
                throw ValidationError("--verify compares a file and goes without --format and -o.")
            }
        } else if format == nil || output == nil {
            throw ValidationError(
                "Say what to publish with --format PLUGIN/FORMAT and where to with -o FILE, or "
                    + "compare a file with --verify FILE."
            )
        }
    }

    func run() async throws {
        if let verify { return try await compare(verify) }
        guard let format, let output else { return }
        var content = content
        content.audience = content.audience ?? .public
        let engine = try await plugins.engine(for: format)
        if let draft = engine.contributions.draft(of: format) {
            throw Complaint(
                "Only what an approved plugin writes is published. \(draft.notice)",
                details: [
                    "  To approve it: committee plugin approve " + format.prefix { $0 != "/" }
                ]
            )
        }
        let opened = try await at.open(plugins: engine)
        let report = try await ReadyReport(
            format,
            of: opened,
            content: content,
            form: form,
            file: output
        )
        let plan = try plan(in: report.edition, layout: format)
        guard plan.state >= .approved else {
            throw Complaint(
                "“\(plan.title)” is \(plan.state.rawValue) on \(report.edition.asOf), and only what "
                    + "a body approved is published. Record the approval first."
            )
        }
        // The journal freezes the bytes, so all of them are needed at once.
        var bytes: [UInt8] = []
        try report.write(into: &bytes)
        let file = try WrittenFile(bytes, for: output, readBy: report.edition.audience)
        let publication: Publication
        do {
            publication = try await opened.committee.publish(
                bytes,
                mediaType: report.mediaType,
                of: plan.id,
                report: format,
                edition: report.edition,
                digest: .sha256,
                by: by
            )
        } catch {
            file.discard()
            throw error
        }
        try file.keep()
        try say(publication, plan: plan, on: report.edition.asOf, file: output)
    }

    /// The plan of which the report speaks, as the library chooses it.
    private func plan(in edition: Edition, layout: String) throws -> Plan {
        if content.plan == nil, let own = edition.plans.last(where: { $0.layout == layout }) {
            return own
        }
        return try edition.plan(named: content.plan)
    }

    private static func publications(of plan: Plan?) -> [(CivilDate, Publication)] {
        (plan?.milestones ?? []).compactMap { milestone in
            guard case .published(let publication) = milestone.kind else { return nil }
            return (milestone.on, publication)
        }
    }

    private func say(
        _ publication: Publication,
        plan: Plan,
        on day: CivilDate,
        file: String
    ) throws {
        if json.json {
            return try Output.write(
                .object(Self.json(publication, plan: plan, on: day, file: file))
            )
        }
        let text = """
            Published issue \(publication.issue) of \(plan.title) on \(PlanWords.date(day)).
              file    \(file)
              bytes   \(publication.byteCount ?? 0)
              SHA-256 \(publication.hash ?? "")
              record  \(Self.words(publication.head))

            """
        try Output.write(TerminalLine.visible(text))
    }

    /// Where the journal ended, in words.
    private static func words(_ head: Publication.Head?) -> String {
        guard let head else { return "no entries" }
        return
            "\(PlanWords.count(head.entries, "entry", "entries")), the last hash \(head.lastHash)"
    }

    private static func json(
        _ publication: Publication,
        plan: Plan,
        on day: CivilDate,
        file: String
    ) -> JSONObject {
        [
            "plan": .string(plan.id), "issue": .integer(publication.issue),
            "on": JSONValue(day), "file": .string(file),
            "mediaType": JSONValue(publication.mediaType), "hash": JSONValue(publication.hash),
            "bytes": publication.byteCount.map(JSONValue.integer) ?? .null,
            "entries": publication.head.map { .integer($0.entries) } ?? .null,
            "lastHash": JSONValue(publication.head?.lastHash),
        ]
    }

    /// Says whether a file is what was published.
    private func compare(_ path: String) async throws {
        let input = try InputFile(path, "published file")
        let committee = try await at.open().committee
        let hash = Hexadecimal.text(Digest.sha256(input.bytes))
        let record = Record.folding(try await committee.entries())
        let plans = record.plans.filter { content.plan == nil || $0.id == content.plan }
        for plan in plans {
            for (day, publication) in Self.publications(of: plan) where publication.hash == hash {
                if json.json {
                    var members = Self.json(publication, plan: plan, on: day, file: path)
                    members["published"] = true
                    return try Output.write(.object(members))
                }
                return try Output.write(
                    TerminalLine.visible(
                        "\(path) is issue \(publication.issue) of \(plan.title), published on "
                            + "\(PlanWords.date(day)).\n"
                    )
                )
            }
        }
        let known = plans.flatMap { plan in
            Self.publications(of: plan).compactMap { day, publication in
                publication.hash.map { "  \(plan.id), issue \(publication.issue), \(day): \($0)" }
            }
        }
        if json.json {
            try Output.write([
                "published": false, "file": .string(path), "hash": .string(hash),
            ])
        }
        throw Complaint(
            "\(path) is not what was published: no issue has its bytes.",
            details: ["  this file: \(hash)"] + known
        )
    }
}
#endif
