// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeScripting
import CommitteeStorage
import Glibc

/// `committee plugin run`: one contribution, tried on a store or an example.
struct PluginRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Try a report, a layout or a reminder rule, on a store or on an example.",
        discussion: """
            An example is a committee that does not exist: northshire (two levels, four actions) or \
            strathmarr (five levels, eleven actions).

              committee plugin run northshire/late --example northshire
              committee plugin run northshire/late --example strathmarr --as-of 2025-03-31
              committee plugin run northshire/late --store council.sqlite --as html
              committee plugin run northshire/late --example northshire -o late.html

            With --watch it is tried again each time a file of the plugins is saved; mistakes are \
            shown, and it goes on. Control-C ends it.

              committee plugin run northshire/late --example northshire --watch
            """
    )

    @Argument(
        help: ArgumentHelp("The report, layout or rule.", valueName: "plugin/name"),
        transform: contributionArgument
    )
    var id: String

    @Option(help: ArgumentHelp("The example.", valueName: "name"))
    var example: String?

    @Option(help: ArgumentHelp("The store.", valueName: "file"))
    var store: String?

    @Option(help: ArgumentHelp("The committee, when the store has several.", valueName: "id"))
    var committee: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("The form: \(OutputForm.namesInWords).", valueName: "form"),
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
            "The today that the report is told; the date of the edition without it.",
            valueName: "date"
        ),
        transform: dateArgument
    )
    var today: CivilDate?

    @Flag(help: "Try again each time a file is saved.")
    var watch = false

    @OptionGroup var plugins: PluginOptions

    func validate() throws {
        guard (example == nil) != (store == nil) else {
            throw ValidationError("Say on what to try it: --example northshire, or --store FILE.")
        }
        if example != nil, content.since != nil {
            throw ValidationError("An example has no history. Use --since with --store.")
        }
        if example != nil, content.knownOn != nil {
            throw ValidationError("An example has no history. Use --known-on with --store.")
        }
    }

    func run() async throws {
        guard
            let path = try PluginPlace.path(
                given: plugins.plugins,
                having: String(id.prefix { $0 != "/" })
            )
        else {
            throw Complaint(
                "No folder of plugins was found. Name one with --plugins, or make the first plugin: "
                    + "committee plugin new ID."
            )
        }
        let folder = PluginFolder(path)
        guard watch else { return try await attempt(folder) }
        var seen = FolderState(path)
        while true {
            do {
                try await attempt(folder)
            } catch let error as Output.ReaderGone {
                throw error
            } catch {
                Complaint.say(Complaint(error))
            }
            Output.complain("committee: waiting for a file of \(path) to be saved\n")
            seen = try await seen.next()
        }
    }

    // MARK: One attempt

    private func attempt(_ folder: PluginFolder) async throws {
        let engine = try await loadPlugins(folder, drafts: plugins.drafts)
        try checkName(in: engine.contributions)
        try await noteFindings(of: String(id.prefix { $0 != "/" }), in: folder)
        if let store {
            return try await attempt(engine, on: store)
        }
        let trial = engine.unlocked
        let edition = try ExampleEdition.named(example ?? "").edition(
            asOf: content.asOf,
            audience: content.audience,
            plugins: trial
        )
        let day = today ?? edition.asOf
        let library = CommitteeLibrary(
            store: InMemoryJournal(context: .system),
            plugins: trial,
            today: { day }
        )
        try await write(of: edition, since: nil, library)
    }

    private func attempt(_ engine: LuaPlugins, on store: String) async throws {
        let journal = try StoreOptions.openStore(at: store)
        let day = try today ?? content.asOf ?? Today.date()
        let library = CommitteeLibrary(store: journal, plugins: engine, today: { day })
        let found: Committee
        if let committee {
            found = try await library.committee(CommitteeID(committee))
        } else {
            found = try await library.onlyCommittee()
        }
        let audience = content.audience ?? .committee
        let instant = try content.knownOn.map { try Today.end(of: $0) }
        func cut(_ date: CivilDate) async throws -> Edition {
            try await found.edition(asOf: date, knownAt: instant, audience: audience)
        }
        let edition = try await cut(content.asOf ?? day)
        var since: Edition?
        if let earlier = content.since { since = try await cut(earlier) }
        noteDraft(of: id, in: engine.contributions)
        try await write(of: edition, since: since, library)
    }

    private func checkName(in contributions: Contributions) throws {
        let known =
            contributions.reports.map(\.id) + contributions.layouts.map(\.id)
            + contributions.registerLayouts.map(\.id) + contributions.rules.map(\.id)
        guard !known.contains(id) else { return }
        let plugin = String(id.prefix { $0 != "/" })
        if let broken = contributions.plugins.first(where: { $0.id == plugin }),
            !broken.problems.isEmpty
        {
            throw Complaint(
                "The plugin “\(plugin)” has a mistake.",
                details: broken.problems.map { "  \($0)" }
            )
        }
        throw Complaint(
            "There is no report, layout or reminder rule “\(id)”. "
                + ClosestName.suggestion(for: id, in: known)
        )
    }

    private func write(
        of edition: Edition,
        since: Edition?,
        _ library: CommitteeLibrary
    ) async throws {
        if library.plugins.contributions.rules.contains(where: { $0.id == id }) {
            return try await writeReminders(of: edition, library)
        }
        var request = ReportRequest(id, of: edition, since: since)
        request.narrow(to: content.subjects, in: library.plugins.contributions)
        let report = try await library.report(request)
        let ending = try OutputEnding(of: output)
        try ending?.check(form: form, own: report.ownFormat?.mediaType, of: id)
        let form = form ?? ending?.form ?? .plainText
        let page = Document.Page(of: edition, title: (try? report.document.title) ?? id)
        guard let output else {
            if let own = report.ownFormat { return try Output.write(own.bytes) }
            guard form != .plainText else { return try Output.write(try report.document) }
            try form.checkStandardOutput()
            return try Output.write { try report.write(form, into: &$0) }
        }
        try keep(output, readBy: edition.audience) { sink in
            if let own = report.ownFormat { return sink.write(own.bytes) }
            try report.write(form, page: page, into: &sink)
        }
    }

    private func keep(
        _ path: String,
        readBy audience: Audience,
        _ body: (inout FileSink) throws -> Void
    ) throws {
        let file = try WrittenFile(for: path, readBy: audience, body)
        try file.keep()
        Output.progress("Wrote \(path), \(file.count) bytes.")
    }

    private func writeReminders(of edition: Edition, _ library: CommitteeLibrary) async throws {
        let round = await library.reminders(for: edition, on: today ?? edition.asOf)
        if let failure = round.failures.first(where: { $0.rule == id }) { throw failure.error }
        let own = round.filter { $0.rule == id }
        var text = own.isEmpty ? "No reminder is due.\n" : ""
        for reminder in own {
            let to = reminder.to.isEmpty ? "nobody" : reminder.to.joined(separator: ", ")
            text += "\(reminder.item ?? reminder.subject.id), to \(to): \(reminder.message)\n"
        }
        text = TerminalLine.visible(text)
        guard let output else { return try Output.write(text) }
        let ending = try OutputEnding(of: output)
        guard ending.map({ $0.form == .plainText }) ?? true, form ?? .plainText == .plainText else {
            throw Complaint(
                "Reminders are written as plain text here. Give the file the ending .txt, or use "
                    + "committee remind.",
                isUsage: true
            )
        }
        try keep(output, readBy: edition.audience) { $0.write(Array(text.utf8)) }
    }
}

/// The files of a folder of plugins, with when and how long they were written last.
struct FolderState: Equatable {
    private let path: String
    private var files: [String: [Int]] = [:]

    /// How often the files are looked at.
    static let pause = Duration.milliseconds(200)

    init(_ path: String) {
        self.path = path
        look(into: path, depth: 0)
    }

    private mutating func look(into folder: String, depth: Int) {
        for name in Folder.names(in: folder) ?? [] where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)"
            if depth < 3, Folder.exists(path) {
                look(into: path, depth: depth + 1)
            } else {
                var status = stat()
                guard stat(path, &status) == 0 else { continue }
                files[path] = [
                    Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec), Int(status.st_size),
                    Int(status.st_ino),
                ]
            }
        }
    }

    /// Waits until anything is different.
    func next() async throws -> FolderState {
        while true {
            try await Task.sleep(for: Self.pause)
            let now = FolderState(path)
            if now != self { return now }
        }
    }
}
#endif
