// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

/// One Lua file that is run by itself, as a plugin would be, without any edition.
///
/// The file is the body of a function; what it returns first is the value. It is for trying
/// things out, and for showing what the host does not let a plugin do.
///
/// ```swift
/// let script = LuaScript(name: "sum.lua", source: Array("return 1 + 2".utf8))
/// let outcome = try await script.run(on: ScriptHost())
/// print(outcome.value)
/// ```
public struct LuaScript: Sendable {
    /// The name, for errors.
    public var name: String
    /// The text in UTF-8; at most 64 KB.
    public var source: [UInt8]
    /// Whether it may turn texts into functions with `load`.
    public var mayLoad: Bool
    /// The day that `ctx.today` gives to a script which writes a report; nil for one that does
    /// not and is called without arguments.
    ///
    /// A script that writes a report is called with the writer and the context, as in
    /// `local doc, ctx = ...`.
    public var reportDay: CivilDate?

    /// Creates a script.
    public init(
        name: String,
        source: [UInt8],
        mayLoad: Bool = false,
        reportDay: CivilDate? = nil
    ) {
        self.name = name
        self.source = source
        self.mayLoad = mayLoad
        self.reportDay = reportDay
    }

    /// What a script gave.
    public struct Outcome: Sendable {
        /// The first value that it returned; null when it returned nothing.
        public var value: JSONValue
        /// The document that it wrote, when it is one that writes a report.
        public var document: Document?
        /// What `print` wrote, a line each.
        public var log: String
        /// The units of work used; the same for the same run.
        public var fuelUsed: UInt64
        /// The most memory held at one time, in bytes.
        public var memoryPeak: UInt64
    }

    /// Runs the script in a fresh state.
    ///
    /// - Parameters:
    ///   - host: The host that runs it.
    ///   - seed: The seed of random numbers.
    ///   - limits: What the run may use.
    /// - Returns: What it gave.
    /// - Throws: ``ScriptFailure`` when the script fails or goes beyond a limit.
    public func run(
        on host: ScriptHost,
        seed: UInt64 = 0,
        limits: ScriptLimits = ScriptLimits()
    ) async throws(ScriptFailure) -> Outcome {
        let session = reportDay.map { day in
            ReportSession(today: day, calendar: .scotland, seed: seed)
        }
        let arguments = session == nil ? [] : [ReportSession.writer, ReportSession.context]
        let run = ScriptRun(
            program: ScriptProgram(
                plugin: name,
                files: [ScriptFile(name: "main.lua", bytes: source)],
                kinds: [],
                mayLoad: mayLoad
            ),
            calls: [.main(arguments: arguments)],
            objects: session?.objects ?? [],
            seed: seed,
            limits: limits,
            answer: { call in try session?.answer(call) ?? .null }
        )
        let outcome = try await host.run(run)
        return Outcome(
            value: outcome.results.first?.json() ?? .null,
            document: session?.document(titled: name),
            log: outcome.log,
            fuelUsed: outcome.fuelUsed,
            memoryPeak: outcome.memoryPeak
        )
    }
}
#endif
