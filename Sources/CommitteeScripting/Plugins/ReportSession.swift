// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit
internal import Synchronization

/// What one run of a report may read, and what it has written so far.
final class ReportSession: Sendable {
    let editions: [FlatEdition]
    let objects: [ScriptObject]
    private let state: Mutex<State>

    private struct State {
        var document: DocumentBuilder
        var raw: RawWriter?
        var context: ReportContext
    }

    /// What a run reads.
    struct Reading {
        var edition: Edition
        /// An earlier edition, to compare with.
        var since: Edition?
        /// What the run is about.
        var subjects: [SubjectReference] = []
        var today: CivilDate

        /// What a report reads.
        init(_ request: ReportRequest) {
            edition = request.edition
            since = request.since
            subjects = request.subjects
            today = request.today ?? request.edition.asOf
        }

        /// What anything else reads.
        init(_ edition: Edition, about subjects: [SubjectReference] = [], today: CivilDate? = nil) {
            self.edition = edition
            self.subjects = subjects
            self.today = today ?? edition.asOf
        }
    }

    static let writer = ScriptValue.handle(.object(0))
    static let context = ScriptValue.handle(.object(1))

    /// Prepares a run.
    ///
    /// - Throws: ``ScriptEditionError`` when an edition is too large for a plugin.
    convenience init(
        _ reading: Reading,
        of plugin: LoadedPlugin,
        mediaType: String?,
        schemes: [StatusScheme],
        cache: EditionCache,
        options: LuaPlugins.Options
    ) throws(ScriptEditionError) {
        func flattened(_ edition: Edition) throws(ScriptEditionError) -> FlatEdition {
            let key = EditionCache.Key(
                edition: edition,
                audience: plugin.manifest.audience,
                subjects: reading.subjects,
                today: reading.today
            )
            return try cache.flattened(key, schemes: schemes)
        }
        var editions = [try flattened(reading.edition)]
        var movements: RiskMovements?
        if let since = reading.since {
            editions.append(try flattened(since))
            let audience = plugin.manifest.audience
            let later = reading.edition.cut(for: audience)
            // A figure that was revised is no change of the text that cites it.
            let earlier = since.cut(for: audience).withFiguresInTexts(of: later)
            let changes = later.withFiguresInTexts().wordingStatuses(by: schemes)
                .changes(since: earlier.wordingStatuses(by: schemes))
            editions.append(try FlatEdition(changes))
            movements = RiskMovements(from: earlier, to: later)
        }
        self.init(
            reading,
            editions: editions,
            movements: movements,
            of: plugin,
            mediaType: mediaType,
            options: options
        )
    }

    /// Prepares a run that is asked about things outside the plans.
    ///
    /// - Throws: ``ScriptEditionError`` when the edition is too large for a plugin.
    convenience init(
        _ reading: Reading,
        about matters: [ReminderMatter],
        of plugin: LoadedPlugin,
        schemes: [StatusScheme],
        options: LuaPlugins.Options
    ) throws(ScriptEditionError) {
        let flat = try FlatEdition(
            reading.edition.cut(for: plugin.manifest.audience),
            subjects: reading.subjects,
            today: reading.today,
            schemes: schemes,
            matters: matters
        )
        self.init(
            reading,
            editions: [flat],
            movements: nil,
            of: plugin,
            mediaType: nil,
            options: options
        )
    }

    private init(
        _ reading: Reading,
        editions: [FlatEdition],
        movements: RiskMovements?,
        of plugin: LoadedPlugin,
        mediaType: String?,
        options: LuaPlugins.Options
    ) {
        self.editions = editions
        let values = ReportValues(editions: editions)
        state = Mutex(
            State(
                document: DocumentBuilder(values: values, marked: reading.edition.asOf),
                raw: mediaType.map { RawWriter(values: values, mediaType: $0) },
                context: ReportContext(
                    values: values,
                    calendar: options.calendar,
                    seed: options.seed,
                    movements: movements
                )
            )
        )
        objects = [
            mediaType.map(Self.rawObject) ?? Self.documentObject,
            Self.contextObject(
                asOf: reading.edition.asOf,
                today: reading.today,
                hasSince: reading.since != nil
            ),
            ScriptObject(name: "ctx.settings", fields: plugin.settings),
            ScriptObject(
                name: "ctx.api",
                functions: ["has"],
                fields: ScriptMap([("version", .string(ScriptAPI.current.version))])
            ),
        ]
    }

    /// Prepares a run without an edition, whose report writes blocks.
    init(today: CivilDate, calendar: WorkingCalendar, seed: UInt64) {
        editions = []
        let values = ReportValues(editions: [])
        state = Mutex(
            State(
                document: DocumentBuilder(values: values, marked: today),
                raw: nil,
                context: ReportContext(values: values, calendar: calendar, seed: seed)
            )
        )
        objects = [
            Self.documentObject,
            Self.contextObject(asOf: today, today: today, hasSince: false),
            ScriptObject(name: "ctx.settings"),
            ScriptObject(
                name: "ctx.api",
                functions: ["has"],
                fields: ScriptMap([("version", .string(ScriptAPI.current.version))])
            ),
        ]
    }

    private static let documentObject = ScriptObject(
        name: "doc",
        functions: ScriptAPI.functionNames(of: "doc"),
        hasMethods: true
    )
    private static func rawObject(_ mediaType: String) -> ScriptObject {
        ScriptObject(
            name: "out",
            functions: ScriptAPI.functionNames(of: "out"),
            hasMethods: true,
            writer: RawWriter.writesRows(mediaType) ? .csv : .text
        )
    }

    private static func contextObject(
        asOf: CivilDate,
        today: CivilDate,
        hasSince: Bool
    ) -> ScriptObject {
        ScriptObject(
            name: "ctx",
            functions: ScriptAPI.functionNames(of: "ctx").filter { !hostFunctions.contains($0) },
            isContext: true,
            fields: ScriptMap([
                ("today", .date(Int32(clamping: today.dayNumber))),
                ("as_of", .date(Int32(clamping: asOf.dayNumber))),
                ("since", hasSince ? .handle(.root(edition: 1)) : .bool(false)),
                ("changes", hasSince ? changes : .list([])),
                ("settings", .handle(.object(2))), ("api", .handle(.object(3))),
            ])
        )
    }

    private static let changes = ScriptValue.handle(
        ScriptHandle(kind: .list, edition: 2, type: 0, column: 0, row: 0)
    )
    /// The functions of `ctx` that C has of its own.
    private static let hostFunctions = ["date", "each", "kind", "dump", "log", "rows", "trim"]

    func answer(_ call: ScriptHostCall) throws(ScriptRefusal) -> ScriptValue {
        let point = call.function.lastIndex(of: ".") ?? call.function.startIndex
        let function = String(call.function[call.function.index(after: point)...])
        if call.function == "ctx.api.has" {
            let arguments = ScriptArguments("ctx.api.has", call.arguments)
            try arguments.check(1...1)
            return .bool(ScriptAPI.current.has(try arguments.text(0)))
        }
        let result = state.withLock { state -> Result<ScriptValue, ScriptRefusal> in
            do throws(ScriptRefusal) {
                if call.function.hasPrefix("ctx.") {
                    return .success(try state.context.answer(function, call.arguments))
                }
                if let raw = state.raw {
                    return .success(.string(try raw.answer(function, call.arguments)))
                }
                try state.document.answer(function, call.arguments)
                return .success(.null)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// The document that has been written.
    func document(titled title: String) -> Document {
        state.withLock { $0.document.document(titled: title) }
    }

    /// What the report has written.
    ///
    /// - Parameters:
    ///   - summary: The report's summary.
    ///   - written: The bytes of a report that writes bytes.
    ///   - notice: Why a document is only a draft.
    /// - Returns: The report.
    func report(_ summary: ReportSummary, written: [UInt8], markedAsDraft notice: String?) -> Report
    {
        state.withLock { state in
            if let raw = state.raw {
                return Report(summary.id, .init(mediaType: raw.mediaType, bytes: written))
            }
            let document = state.document.document(titled: summary.title)
            return Report(summary.id, document.marked(asDraft: notice))
        }
    }
}

extension ScriptAPI {
    /// The functions of an object, in the order in which they are declared.
    static func functionNames(of object: String) -> [String] {
        current.types.first { $0.name == object }?.functions.map(\.name) ?? []
    }
}
#endif
