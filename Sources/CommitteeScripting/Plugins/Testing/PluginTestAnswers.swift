// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// Answers what tests ask for between two runs: editions, documents, reports and reminders.
struct PluginTestAnswers {
    let file: PluginTestFile
    let meter: FuelMeter
    let log: LogGatherer

    /// An answer, with the flattened edition when it is a new one.
    struct Answer {
        var value: PluginTestAnswer
        var flat: FlatEdition?
    }

    func answer(
        _ question: PluginTestQuestion,
        editions: inout [Edition]
    ) async -> Answer {
        do {
            switch question {
            case .edition(let value):
                let edition = try edition(value)
                let flat = try add(edition, to: &editions)
                return Answer(value: .edition(editions.count - 1), flat: flat)
            case .reading(let name, let layout, let options):
                return try await read(name, layout, options, &editions)
            case .output(let id, let place, let options):
                return Answer(value: try await output(id, editions, place, options))
            case .reminders(let place, let day):
                return Answer(value: .value(try await reminders(editions[place], on: day)))
            case .escalations(let place):
                return Answer(value: .value(try await escalations(editions[place])))
            case .course(let workflow, let events, let world):
                return Answer(value: .value(try await course(workflow, events, in: world)))
            }
        } catch {
            return Answer(value: .failure(Self.words(for: error)))
        }
    }

    /// An error in the words that a test's author reads.
    private static func words(for error: any Error) -> String {
        switch error {
        case let error as ScriptFailure: PluginProblem(error).description
        case let error as JSONError: "\(error.source): \(error.message)"
        case let error as any Error & CustomStringConvertible: error.description
        default: "\(error)"
        }
    }

    // MARK: Editions

    private func edition(_ value: ScriptValue) throws -> Edition {
        if let name = value.string {
            return try ExampleEdition.named(name).edition(plugins: file.engine)
        }
        guard value.map != nil else {
            throw ScriptRefusal(
                "t.edition takes the name of an example or a table, found \(value.kindInWords)"
            )
        }
        let reader = file.engine.contributions.timescaleReader(for: file.plugin)
        return try EditionMaker(
            value,
            of: file.plugin,
            reader: reader,
            contributions: file.engine.contributions
        ).edition()
    }

    private func add(_ edition: Edition, to editions: inout [Edition]) throws -> FlatEdition {
        guard editions.count < PluginTestFile.mostEditions else {
            throw PluginError(
                .tooLarge,
                "a test reads at most \(PluginTestFile.mostEditions) editions. Split it."
            )
        }
        let flat = try FlatEdition(
            edition,
            today: edition.asOf,
            schemes: file.engine.contributions.schemes
        )
        editions.append(edition)
        return flat
    }

    private func read(
        _ name: String,
        _ layout: String,
        _ options: PluginTestReading,
        _ editions: inout [Edition]
    ) async throws -> Answer {
        var source = try SourceDocument(reading: try bytes(of: name), name: name)
        if let repairs = options.repairs {
            let file = try RepairsFile(reading: try bytes(of: repairs), source: repairs)
            source = try source.repaired(by: file).document
        }
        let day = options.asOf
        let library = library(file.engine, today: day ?? EditionMaker.usualDay)
        try await library.store.createCommittee("example", name: "Example committee")
        let committee = try await library.committee("example")
        let found = try await read(source, layout, options, into: committee)
        let edition = try await committee.edition(
            asOf: day ?? found.reportedOn ?? EditionMaker.usualDay,
            audience: found.audience
        )
        let flat = try add(edition, to: &editions)
        let findings = found.findings.map { finding in
            ScriptValue.map(
                ScriptMap([
                    ("line", .integer(Int64(finding.line))), ("kind", .string(finding.kind)),
                    ("message", .string(finding.message)),
                ])
            )
        }
        let value = ScriptMap([
            ("read", .handle(.root(edition: editions.count - 1))), ("findings", .list(findings)),
        ])
        return Answer(value: .value(.map(value)), flat: flat)
    }

    private func bytes(of name: String) throws -> [UInt8] {
        let isInside = !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
        guard isInside, let bytes = try file.bytes(of: name) else {
            throw PluginError(
                .notFound,
                "there is no file tests/\(name). Put the document into the folder tests."
            )
        }
        return bytes
    }

    /// Imports a document about a plan or about risks, as the layout is.
    private func read(
        _ source: SourceDocument,
        _ layout: String,
        _ options: PluginTestReading,
        into committee: Committee
    ) async throws -> (findings: [Finding], reportedOn: CivilDate?, audience: Audience) {
        let digest = source.name
        if file.engine.contributions.isAboutRisks(layout) {
            let found = try await committee.preparingRegisterImport(
                of: source,
                digest: digest,
                layout: layout,
                asOf: options.asOf,
                by: "test"
            )
            _ = try await committee.record(found, digest: digest)
            // The risks stand approved on the day of their approval, if the document states a later one.
            let approved = found.reading.approvedOn ?? found.reading.page.date
            return (found.findings, max(found.reading.page.date, approved), .restricted)
        }
        let found = try await committee.preparingImport(
            of: source,
            digest: digest,
            layout: layout,
            asOf: options.asOf,
            period: options.period,
            by: "test"
        )
        _ = try await committee.record(found, digest: digest)
        return (found.findings, found.reading.reportedOn, .committee)
    }

    // MARK: Reports and reminders

    func library(_ engine: LuaPlugins, today: CivilDate) -> CommitteeLibrary {
        CommitteeLibrary(
            store: InMemoryJournal(context: .trial),
            plugins: engine,
            today: { today }
        )
    }

    func engine(
        _ settings: [String: JSONValue] = [:]
    ) throws(PluginError) -> LuaPlugins {
        let log = log
        return try file.engine.trial(
            of: file.plugin,
            settings: settings,
            log: { _, text in log.add(text) },
            meter: meter
        )
    }

    private func output(
        _ id: String,
        _ editions: [Edition],
        _ place: Int,
        _ options: PluginTestOptions
    ) async throws -> PluginTestAnswer {
        let edition = editions[place]
        let library = library(
            try engine(options.settings),
            today: options.today ?? edition.asOf
        )
        var request = ReportRequest(id, of: edition, since: options.since.map { editions[$0] })
        request.narrow(to: options.subjects, in: library.plugins.contributions)
        let report = try await library.report(request)
        let bytes = try report.ownFormat?.bytes ?? report.render(options.form)
        return .text(String(decoding: bytes, as: UTF8.self))
    }

    private func reminders(_ edition: Edition, on day: CivilDate?) async throws -> ScriptValue {
        let library = library(try engine(), today: edition.asOf)
        let round = await library.reminders(for: edition, on: day ?? edition.asOf)
        if let failure = round.failures.first { throw failure.error }
        let own = round.filter { $0.rule.hasPrefix("\(file.plugin)/") }
        return .list(
            own.map { reminder in
                var fields: [(String, ScriptValue)] = [
                    ("rule", .string(String(reminder.rule.dropFirst(file.plugin.count + 1)))),
                    ("to", .list(reminder.to.map { .string($0) })),
                    ("due", .date(Int32(clamping: reminder.due.dayNumber))),
                    ("days_left", .integer(Int64(reminder.daysLeft))),
                    ("tier", .string(reminder.tier)), ("message", .string(reminder.message)),
                    ("subject", .string(reminder.subject.description.withoutNUL)),
                ]
                if let item = reminder.item { fields.append(("item", .string(item))) }
                return .map(ScriptMap(fields))
            }
        )
    }
}
#endif
