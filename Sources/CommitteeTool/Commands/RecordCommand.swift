// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeStorage

/// `committee record`: changes from a file, all or nothing.
struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record changes from a JSON file, all or nothing.",
        discussion: """
            The file says who records what, and of which day:

              {
                "by": "CPC Lead Officer",
                "effective": "2026-10-31",
                "plan": "plan-2023-2026",
                "changes": [
                  { "action": "2.1", "progress": "Piloted in two schools.", "status": "G" },
                  { "action": "2.2", "completedBy": "2026-10-31" }
                ]
              }

              committee record council.sqlite changes.json --dry-run
              committee record council.sqlite changes.json

            Documentation/FILES.md describes every member. With an idempotencyKey in the file, a \
            retry records nothing twice.
            """
    )

    @OptionGroup var at: StoreOptions

    @Argument(help: "The file of changes; - for the standard input.")
    var file: String

    @Flag(help: "Check the changes, say what would be recorded, and record nothing.")
    var dryRun = false

    @OptionGroup var screening: ScreeningOptions
    @OptionGroup var override: WorkflowOverrideOptions
    @OptionGroup var plugins: PluginOptions
    @OptionGroup var output: JSONOptions

    func run() async throws {
        let input = try InputFile(file, "file of changes")
        let opened = try await at.open(accepting: screening)
        let committee = opened.committee
        let entries = try await committee.entries()
        let record = Record.folding(entries)
        let changes = try await read(input, in: record)
        let subjects = try await subjects(of: changes, in: opened)
        let drafts = try changes.drafts(in: record, entries: entries, subjects: subjects)
        // What is about risks goes by the workflows of all plugins.
        let isAboutRisks = drafts.contains { $0.subject.kind.rawValue.hasPrefix("risk") }
        let deciding =
            isAboutRisks
            ? try await at.open(plugins: try await plugins.engine(), accepting: screening).committee
            : committee
        if dryRun {
            let isRetry = entries.contains {
                $0.idempotencyKey != nil && $0.idempotencyKey == changes.idempotencyKey
            }
            if !isRetry { try await check(drafts, by: deciding) }
            return try say(drafts.map(\.kind.rawValue), changes, first: nil, wasReplay: false)
        }
        let receipt = try await deciding.append(
            drafts,
            overriding: override.reason,
            expecting: .untouched(since: entries.last?.sequence ?? 0),
            idempotencyKey: changes.idempotencyKey
        )
        try say(
            receipt.entries.map(\.kind.rawValue),
            changes,
            first: receipt.firstSequence,
            wasReplay: receipt.wasReplay
        )
    }

    /// Reads the file with the words of the plugin of the plan of which it speaks.
    private func read(_ input: InputFile, in record: Record) async throws -> ChangeFile {
        let layout = try layout(for: input, in: record)
        let plugin = layout.map { String($0.prefix { $0 != "/" }) }
        let contributions = try await contributions(of: plugin)
        let found = contributions.layouts.first { $0.id == layout }
        return try ChangeFile(
            reading: input.bytes,
            source: input.name,
            timescales: contributions.timescaleReader(for: plugin),
            glossary: found?.reading.leads
        )
    }

    /// The layout of the plan that the file names, or of the last plan.
    private func layout(for input: InputFile, in record: Record) throws -> String? {
        let content = try JSONReader.read(input.bytes, source: input.name).value
        guard let id = content["plan"]?.text else { return record.plans.last?.layout }
        return record.plan(id)?.layout
    }

    private func contributions(of plugin: String?) async throws -> Contributions {
        guard let plugin else { return Contributions() }
        return try await plugins.engine(only: ["standard", plugin]).contributions
    }

    private func subjects(
        of changes: ChangeFile,
        in opened: OpenCommittee
    ) async throws -> [ExternalReference: SubjectReference] {
        var subjects: [ExternalReference: SubjectReference] = [:]
        for reference in changes.externalReferences {
            subjects[reference] = try await opened.library.store.subject(
                for: reference,
                in: opened.committee.id
            )
        }
        return subjects
    }

    /// Complains when the entries could not be recorded.
    private func check(_ drafts: [EntryDraft], by committee: Committee) async throws {
        do {
            _ = try await committee.checking(drafts, overriding: override.reason)
        } catch let error as LibraryError {
            throw Complaint(error.message, details: ["Nothing was recorded."])
        }
    }

    private func say(
        _ kinds: [String],
        _ changes: ChangeFile,
        first: Int?,
        wasReplay: Bool
    ) throws {
        let recorded = first == nil || wasReplay ? 0 : kinds.count
        if output.json {
            return try Output.write([
                "recorded": .integer(recorded), "repeated": .bool(wasReplay),
                "dryRun": .bool(dryRun), "first": first.map(JSONValue.integer) ?? .null,
                "last": first.map { .integer($0 + kinds.count - 1) } ?? .null,
                "kinds": JSONValue(kinds),
                "findings": .array(
                    changes.doubts.map {
                        [
                            "line": .integer($0.line), "kind": .string($0.kind),
                            "message": .string($0.message),
                        ]
                    }
                ),
            ])
        }
        var lines = changes.doubts.map { "  line \($0.line)  \($0.kind)  \($0.message)" }
        let count = PlanWords.count(kinds.count, "entry", "entries")
        switch first {
        case nil: lines.append("Nothing was recorded (dry run); it would be \(count).")
        case _? where wasReplay:
            lines.append("Nothing was recorded: \(count) were recorded before.")
        case let first?:
            lines.append(
                "Recorded \(count), \(first) to \(first + kinds.count - 1) of the journal."
            )
        }
        try Output.write(lines.map(TerminalLine.visible).joined(separator: "\n") + "\n")
    }
}
#endif
