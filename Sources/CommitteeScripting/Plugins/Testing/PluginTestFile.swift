// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// One file of a plugin's tests, and how its tests are run.
struct PluginTestFile {
    let file: ScriptFile
    let plugin: String
    let engine: LuaPlugins
    let folder: PluginFolder
    let isRecording: Bool

    typealias Result = PluginTestReport.Result

    /// How often one test may ask for something that takes a run of its own.
    static let mostQuestions = 64
    /// The most editions that one test may read.
    static let mostEditions = 12
    /// The most bytes of a document or a golden file that a test reads.
    static let mostBytes = 4 << 20

    /// Runs the tests of the file, in order.
    func run() async -> (results: [Result], recorded: [String: [UInt8]]) {
        guard let loaded = engine.plugins[plugin] else { return ([], [:]) }
        var program = loaded.program
        program.files.append(file)
        program.kinds = ["test"]
        program.entry = file.name
        let limits = loaded.manifest.limits
        let declared: [ScriptDeclaration]
        do throws(ScriptFailure) {
            declared = try await engine.host.run(ScriptRun(program: program, limits: limits))
                .declarations
        } catch {
            return ([failure(of: error)], [:])
        }
        guard !declared.isEmpty else {
            let words =
                "\(plugin)/\(file.name): the file declares no test. Write test \"what is true\" "
                + "(function(t) … end)."
            return ([Self.result(file.name, failure: words)], [:])
        }
        var results: [Result] = []
        var recorded: [String: [UInt8]] = [:]
        for test in declared {
            let trial = PluginTest(file: self, program: program, loaded: loaded, test: test)
            let (result, goldens) = await trial.run()
            results.append(result)
            recorded.merge(goldens) { _, later in later }
        }
        return (results, recorded)
    }

    private func failure(of error: ScriptFailure) -> Result {
        Self.result(file.name, failure: PluginProblem(error).description)
    }

    private static func result(_ file: String, failure: String) -> Result {
        Result(
            file: file,
            line: nil,
            name: "",
            failure: failure,
            fuel: 0,
            comparisons: 0,
            log: ""
        )
    }
}

/// One test: it is run until it asks for nothing more.
struct PluginTest {
    let file: PluginTestFile
    let program: ScriptProgram
    let loaded: LoadedPlugin
    let test: ScriptDeclaration

    func run() async -> (result: PluginTestReport.Result, recorded: [String: [UInt8]]) {
        let meter = FuelMeter()
        let log = LogGatherer()
        let answers = PluginTestAnswers(file: file, meter: meter, log: log)
        var known = PluginTestSession.Known(
            plugin: loaded,
            contributions: file.engine.contributions,
            options: file.engine.options,
            isRecording: file.isRecording,
            file: { [file] name throws(PluginError) in try file.bytes(of: name) }
        )
        var editions: [Edition] = []
        for _ in 0...PluginTestFile.mostQuestions {
            let session = PluginTestSession(known)
            let (ending, fuel) = await run(session)
            if let question = session.outcome.question {
                let answer = await answers.answer(question, editions: &editions)
                if let flat = answer.flat { known.editions.append(flat) }
                known.answers[question] = answer.value
                continue
            }
            meter.add(fuel)
            if !ending.log.isEmpty { log.add(ending.log) }
            return (
                result(ending.failure, session.outcome, meter, log), session.outcome.recorded
            )
        }
        let words =
            "\(file.plugin)/\(file.file.name):\(test.line): the test asks for more than "
            + "\(PluginTestFile.mostQuestions) editions and reports. Split it."
        return (result(words, PluginTestSession.Outcome(), meter, log), [:])
    }

    private func run(
        _ session: PluginTestSession
    ) async -> (ending: (failure: String?, log: String), fuel: UInt64) {
        let call = ScriptCall(
            kind: "test",
            name: test.name,
            arguments: PluginTestSession.arguments
        )
        let run = ScriptRun(
            program: program,
            calls: [call],
            editions: session.known.editions.map(\.script),
            objects: session.objects,
            seed: file.engine.options.seed,
            limits: loaded.manifest.limits,
            answer: { call in try session.answer(call) }
        )
        do throws(ScriptFailure) {
            let outcome = try await file.engine.host.run(run)
            return ((nil, outcome.log), outcome.fuelUsed)
        } catch {
            return ((PluginProblem(error).description, error.log), error.fuelUsed)
        }
    }

    private func result(
        _ failure: String?,
        _ outcome: PluginTestSession.Outcome,
        _ meter: FuelMeter,
        _ log: LogGatherer
    ) -> PluginTestReport.Result {
        PluginTestReport.Result(
            file: file.file.name,
            line: test.line,
            name: test.name,
            failure: failure,
            fuel: meter.total,
            comparisons: outcome.comparisons,
            log: log.text
        )
    }
}

extension PluginTestFile {
    /// The bytes of a file of the folder `tests`.
    func bytes(of name: String) throws(PluginError) -> [UInt8]? {
        let path = "\(folder.path)/\(plugin)/tests/\(name)"
        guard folder.files.lies(path, in: "\(folder.path)/\(plugin)") else {
            throw PluginFolder.leadsOut("\(plugin)/tests/\(name)")
        }
        return try folder.files.bytes(of: path, limit: Self.mostBytes)
    }
}
#endif
