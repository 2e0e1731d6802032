// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit
internal import Synchronization

/// One run of one test: what it may read, what it compares, and what it asks for.
final class PluginTestSession: Sendable {
    /// What is known before the run.
    struct Known: Sendable {
        var plugin: LoadedPlugin
        var contributions: Contributions
        var editions: [FlatEdition] = []
        var answers: [PluginTestQuestion: PluginTestAnswer] = [:]
        var options: LuaPlugins.Options
        var isRecording: Bool
        /// Reads a file of the folder `tests`.
        var file: @Sendable (String) throws(PluginError) -> [UInt8]?
    }

    /// What the run leaves behind.
    struct Outcome: Sendable {
        var question: PluginTestQuestion?
        var comparisons = 0
        var recorded: [String: [UInt8]] = [:]
    }

    static let functions = [
        "edition", "read", "findings", "report", "problem", "reminders", "timescale", "status",
        "score", "escalations", "course", "equal", "contains", "matches", "ok", "fail",
    ]

    let known: Known
    let values: ReportValues
    private let state: Mutex<State>

    private struct State {
        var outcome = Outcome()
        var context: ReportContext
    }

    init(_ known: Known) {
        self.known = known
        values = ReportValues(editions: known.editions)
        state = Mutex(
            State(
                context: ReportContext(
                    values: values,
                    calendar: known.options.calendar,
                    seed: known.options.seed
                )
            )
        )
    }

    /// What the run has left behind.
    var outcome: Outcome { state.withLock { $0.outcome } }

    /// The arguments of the test's function: `t` and `ctx`.
    static let arguments = [ScriptValue.handle(.object(0)), .handle(.object(1))]

    var objects: [ScriptObject] {
        let today = Int32(clamping: EditionMaker.usualDay.dayNumber)
        let host = ["date", "kind", "dump", "log", "rows"]
        return [
            ScriptObject(name: "t", functions: Self.functions, isContext: true),
            ScriptObject(
                name: "ctx",
                functions: ScriptAPI.functionNames(of: "ctx").filter { !host.contains($0) },
                isContext: true,
                fields: ScriptMap([
                    ("today", .date(today)), ("as_of", .date(today)), ("since", .bool(false)),
                    ("changes", .list([])), ("settings", .handle(.object(2))),
                    ("api", .handle(.object(3))),
                ])
            ),
            ScriptObject(name: "ctx.settings", fields: known.plugin.settings),
            ScriptObject(
                name: "ctx.api",
                functions: ["has"],
                fields: ScriptMap([("version", .string(ScriptAPI.current.version))])
            ),
        ]
    }

    // MARK: Answering

    func answer(_ call: ScriptHostCall) throws(ScriptRefusal) -> ScriptValue {
        let point = call.function.lastIndex(of: ".") ?? call.function.startIndex
        let function = String(call.function[call.function.index(after: point)...])
        let arguments = ScriptArguments(call.function, call.arguments)
        if call.function == "ctx.api.has" {
            try arguments.check(1...1)
            return .bool(ScriptAPI.current.has(try arguments.text(0)))
        }
        if call.function.hasPrefix("ctx.") {
            let result = state.withLock { state -> Result<ScriptValue, ScriptRefusal> in
                do throws(ScriptRefusal) {
                    return .success(try state.context.answer(function, call.arguments))
                } catch {
                    return .failure(error)
                }
            }
            return try result.get()
        }
        return try answer(function, arguments, call.arguments)
    }

    private func answer(
        _ function: String,
        _ arguments: ScriptArguments,
        _ raw: [ScriptValue]
    ) throws(ScriptRefusal) -> ScriptValue {
        switch function {
        case "edition":
            try arguments.check(1...1)
            return try ask(.edition(arguments[0]), arguments)
        case "read", "findings": return try reading(function, arguments)
        case "report":
            return try ask(try output(arguments), arguments)
        case "problem":
            guard let answer = try known(try output(arguments)) else { return .null }
            if case .failure(let words) = answer { return .string(words) }
            return .null
        case "reminders":
            try arguments.check(1...2)
            let on = arguments[1] == .null ? nil : try date(arguments, 1)
            return try ask(
                .reminders(edition: try edition(arguments, 0), on: on),
                arguments
            )
        case "escalations":
            try arguments.check(1...1)
            return try ask(.escalations(edition: try edition(arguments, 0)), arguments)
        case "course":
            try arguments.check(2...3)
            guard let events = arguments[1].items, arguments[1].map?.entries.isEmpty ?? false
            else { throw arguments.expected("a list of events", 1) }
            let world = arguments[2] == .null ? nil : try arguments.text(2)
            return try ask(
                .course(workflow: own(try arguments.text(0)), events: events, world: world),
                arguments
            )
        case "score": return try score(arguments)
        case "timescale":
            try arguments.check(1...1)
            return try timescale(try arguments.text(0))
        case "status": return try status(arguments)
        default:
            try compare(function, arguments, count: raw.count)
            return .null
        }
    }

    /// Returns the answer to a question, or ends the run with it.
    private func known(_ question: PluginTestQuestion) throws(ScriptRefusal) -> PluginTestAnswer? {
        if let answer = known.answers[question] { return answer }
        state.withLock { state in
            if state.outcome.question == nil { state.outcome.question = question }
        }
        throw ScriptRefusal("the test waits for an answer and will be run again")
    }

    private func ask(
        _ question: PluginTestQuestion,
        _ arguments: ScriptArguments
    ) throws(ScriptRefusal) -> ScriptValue {
        switch try known(question) {
        case .edition(let place)?: return .handle(.root(edition: place))
        case .text(let text)?: return .string(text)
        case .value(let value)?: return value
        case .failure(let words)?: throw ScriptRefusal(words)
        case nil: return .null
        }
    }

    private func reading(
        _ function: String,
        _ arguments: ScriptArguments
    ) throws(ScriptRefusal) -> ScriptValue {
        try arguments.check(2...3)
        let file = try arguments.text(0)
        let layout = own(try arguments.text(1))
        let question = PluginTestQuestion.reading(
            file: file,
            layout: layout,
            options: try readingOptions(arguments)
        )
        guard case .value(let value)? = try known(question) else {
            return try ask(question, arguments)
        }
        return value[function] ?? .null
    }

    /// The third argument of `t.read`: a date, or a table of what the command has options for.
    private func readingOptions(
        _ arguments: ScriptArguments
    ) throws(ScriptRefusal) -> PluginTestReading {
        var options = PluginTestReading()
        guard arguments[2] != .null else { return options }
        guard let map = arguments[2].map else {
            options.asOf = try date(arguments, 2)
            return options
        }
        let names = ["as_of", "period", "repairs"]
        for entry in map.entries {
            let one = ScriptArguments("\(arguments.name): \(entry.name)", [entry.value])
            switch entry.name {
            case "as_of": options.asOf = try date(one, 0)
            case "repairs": options.repairs = try one.text(0)
            case "period":
                let ends = try one.text(0).split(separator: "/").map(String.init)
                guard ends.count == 2, let from = CivilDate(iso: ends[0]),
                    let until = CivilDate(iso: ends[1]),
                    let period = CivilSpan(from: from, until: until)
                else {
                    throw ScriptRefusal(
                        "\(one.name): write FIRST-DAY/LAST-DAY, such as \"2024-04-01/2027-03-31\""
                    )
                }
                options.period = period
            default:
                throw ScriptRefusal(
                    "\(arguments.name): there is no option “\(entry.name)”. "
                        + ClosestName.suggestion(for: entry.name, in: names)
                )
            }
        }
        return options
    }

    private func output(_ arguments: ScriptArguments) throws(ScriptRefusal) -> PluginTestQuestion {
        try arguments.check(2...3)
        return .output(
            id: own(try arguments.text(0)),
            edition: try edition(arguments, 1),
            options: try options(arguments)
        )
    }

    /// A name of the plugin's own contributions may go without the plugin.
    private func own(_ name: String) -> String {
        name.contains("/") ? name : "\(known.plugin.manifest.id)/\(name)"
    }

    private func edition(
        _ arguments: ScriptArguments,
        _ index: Int
    ) throws(ScriptRefusal) -> Int {
        guard case .handle(let handle) = arguments[index], handle.kind == .record,
            handle.type == 0, known.editions.indices.contains(handle.edition)
        else { throw arguments.expected("an edition, as t.edition makes it", index) }
        return handle.edition
    }

    private func date(
        _ arguments: ScriptArguments,
        _ index: Int
    ) throws(ScriptRefusal) -> CivilDate {
        if case .string(let text) = arguments[index], let date = CivilDate(iso: text) {
            return date
        }
        return try arguments.date(index)
    }

    private func options(_ arguments: ScriptArguments) throws(ScriptRefusal) -> PluginTestOptions {
        var options = PluginTestOptions()
        guard arguments[2] != .null else { return options }
        guard let map = arguments[2].map else { throw arguments.expected("a table", 2) }
        let names = ["as", "plan", "register", "risk", "settings", "since", "today"]
        for entry in map.entries {
            let one = ScriptArguments("\(arguments.name): \(entry.name)", [entry.value])
            switch entry.name {
            case "as":
                let name = try one.text(0)
                guard let form = DocumentFormat(rawValue: name) else {
                    let known = DocumentFormat.allCases.map(\.rawValue)
                    throw ScriptRefusal(
                        "t.report: there is no form “\(name)”. "
                            + ClosestName.suggestion(for: name, in: known)
                    )
                }
                options.form = form
            case "plan": options.subjects.append(.plan(try one.text(0)))
            case "register": options.subjects.append(.register(try one.text(0)))
            case "risk": options.subjects.append(.risk(try one.text(0)))
            case "today": options.today = try date(one, 0)
            case "since": options.since = try edition(one, 0)
            case "settings":
                guard let settings = entry.value.map else { throw one.expected("a table", 0) }
                for setting in settings.entries {
                    options.settings[setting.name] = setting.value.json()
                }
            default:
                throw ScriptRefusal(
                    "\(arguments.name): “\(entry.name)” is not known here. "
                        + ClosestName.suggestion(for: entry.name, in: names)
                )
            }
        }
        return options
    }

    // MARK: What needs no run

    private func timescale(_ words: String) throws(ScriptRefusal) -> ScriptValue {
        let reader = known.contributions.timescaleReader(for: known.plugin.manifest.id)
        let timescale = reader.read(words)
        var fields: [(String, ScriptValue)] = [
            ("words", .string(timescale.words)), ("kind", .string(timescale.kind)),
            ("sure", .string(timescale.confidence.rawValue)),
        ]
        if let due = timescale.due { fields.append(("due", .date(Int32(clamping: due.dayNumber)))) }
        return .map(ScriptMap(fields))
    }

    private func status(_ arguments: ScriptArguments) throws(ScriptRefusal) -> ScriptValue {
        try arguments.check(2...2)
        let name = own(try arguments.text(0))
        let schemes = known.contributions.schemes
        guard let scheme = schemes.first(where: { $0.id == name }) else {
            throw ScriptRefusal(
                "t.status: there is no status scheme “\(name)”. "
                    + ClosestName.suggestion(for: name, in: schemes.map(\.id))
            )
        }
        guard let key = scheme.key(reading: try arguments.text(1)) else { return .null }
        return .map(
            ScriptMap([
                ("letter", .string(key.letter)), ("word", .string(key.word)),
                ("means", .string(key.meaning.description)), ("colour", .string(key.colour)),
            ])
        )
    }

    // MARK: Comparing

    private func compare(
        _ function: String,
        _ arguments: ScriptArguments,
        count: Int
    ) throws(ScriptRefusal) {
        state.withLock { $0.outcome.comparisons += 1 }
        switch function {
        case "equal":
            try arguments.check(0...3)
            let comparison = PluginTestComparison(values: values)
            let difference = comparison.difference(found: arguments[0], expected: arguments[1])
            if let difference { throw refusal(difference, arguments, words: 2) }
        case "contains":
            try arguments.check(2...3)
            let text = try arguments.text(0)
            let part = try arguments.text(1)
            guard text.contains(part) else {
                let found = PluginTestComparison.shown(text)
                throw refusal(
                    "expected a text with “\(part)” in it, found \(found)",
                    arguments,
                    words: 2
                )
            }
        case "ok":
            try arguments.check(0...2)
            guard arguments[0] != .null, arguments[0] != .bool(false) else {
                let found = arguments[0] == .null ? "nil" : "false"
                throw refusal("expected something true, found \(found)", arguments, words: 1)
            }
        case "fail":
            try arguments.check(0...1)
            throw ScriptRefusal(arguments[0] == .null ? "the test failed" : try arguments.text(0))
        default:
            try arguments.check(2...2)
            try match(try arguments.text(0), with: try arguments.text(1))
        }
    }

    /// A refusal with the words that the author gave for it before it.
    private func refusal(
        _ message: String,
        _ arguments: ScriptArguments,
        words: Int
    ) -> ScriptRefusal {
        guard case .string(let given) = arguments[words] else { return ScriptRefusal(message) }
        return ScriptRefusal("\(given): \(message)")
    }

    private func match(_ text: String, with name: String) throws(ScriptRefusal) {
        let isInside = !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
        guard isInside, !name.isEmpty else {
            throw ScriptRefusal(
                "t.matches: “\(name)” is no file of the folder tests, such as \"golden/late.md\""
            )
        }
        let path = "tests/\(name)"
        if known.isRecording {
            return state.withLock { $0.outcome.recorded[path] = Array(text.utf8) }
        }
        let bytes: [UInt8]?
        do throws(PluginError) {
            bytes = try known.file(name)
        } catch {
            throw ScriptRefusal(error.message)
        }
        guard let bytes else {
            throw ScriptRefusal(
                "there is no \(path) yet; run the tests with --record to make it, and read it"
            )
        }
        let expected = String(decoding: bytes, as: UTF8.self)
        if let difference = PluginTestComparison.difference(found: text, expected: expected) {
            throw ScriptRefusal(
                "\(path), \(difference). If what is found is right, run the tests with --record"
            )
        }
    }
}
#endif
