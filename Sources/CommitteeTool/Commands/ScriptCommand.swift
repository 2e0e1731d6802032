// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeScripting

/// `committee script`: Lua files by themselves.
struct ScriptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "script",
        abstract: "Run Lua files by themselves, in the sandbox of the plugins.",
        subcommands: [ScriptRunCommand.self]
    )
}

/// `committee script run`: each file as a plugin of its own, a line of JSON for each.
struct ScriptRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run Lua files, each by itself, and say what became of them.",
        discussion: """
            Each file is the body of a function. It runs as a plugin would, without any record of \
            a committee and with nothing left from the file before. For each file one line of JSON \
            says what it returned, or why it was ended:

              committee script run --ms 1000 --fuel 1000000 try.lua

            With --report the file is given a report's writer and context: “local doc, ctx = ...”.

            What a file prints goes to the error output. The exit code is 3 when a file failed.
            """
    )

    /// The exit code when a file failed.
    static let failed = ExitCode(3)

    @Option(help: ArgumentHelp("Units of work that a file may use.", valueName: "number"))
    var fuel: UInt64?

    @Option(help: ArgumentHelp("Megabytes of memory that a file may use.", valueName: "number"))
    var memory: UInt64?

    @Option(
        name: .customLong("ms"),
        help: ArgumentHelp(
            "Milliseconds that a file may take.",
            valueName: "number"
        )
    )
    var milliseconds: UInt64?

    @Option(help: ArgumentHelp("The seed of random numbers.", valueName: "number"))
    var seed: UInt64 = 0

    @Flag(help: "Give each file a report's writer and context.")
    var report = false

    @Option(help: ArgumentHelp("Offer what is not offered by itself: load.", valueName: "name"))
    var allow: [Permission] = []

    @Argument(help: ArgumentHelp("The Lua files.", valueName: "file"))
    var files: [String]

    /// What a script may be allowed.
    enum Permission: String, ExpressibleByArgument, CaseIterable {
        /// The function `load`.
        case load
    }

    func run() async throws {
        let today = try Today.date()
        var allWell = true
        for path in files {
            let line = await ScriptLine(path, running: script(path, today), limits: limits, seed)
            allWell = allWell && line.isOk
            try Output.write(line.bytes)
            if !line.log.isEmpty { Output.complain(TerminalLine.visible(line.log)) }
        }
        if !allWell { throw Self.failed }
    }

    private var limits: ScriptLimits {
        var limits = ScriptLimits()
        if let fuel { limits.fuel = fuel }
        if let memory { limits.memoryBytes = min(memory, 1 << 20) << 20 }
        if let milliseconds { limits.milliseconds = milliseconds }
        return limits
    }

    private func script(_ path: String, _ today: CivilDate) -> Result<LuaScript, Complaint> {
        do {
            let file = try InputFile(path, "Lua file")
            return .success(
                LuaScript(
                    name: path,
                    source: file.bytes,
                    mayLoad: allow.contains(.load),
                    reportDay: report ? today : nil
                )
            )
        } catch {
            return .failure(Complaint(error))
        }
    }
}

/// What became of one file, as a line of JSON.
struct ScriptLine {
    /// Whether the file ran to its end.
    private(set) var isOk = false
    /// What it printed.
    private(set) var log = ""
    private let file: String
    private var value = JSONValue.null
    private var reason: String?
    private var line: Int?
    private var message: String?
    private var fuel: UInt64 = 0
    private var milliseconds = 0.0
    private var peak: UInt64 = 0

    /// Runs a file and notes what became of it.
    init(
        _ file: String,
        running script: Result<LuaScript, Complaint>,
        limits: ScriptLimits,
        _ seed: UInt64
    ) async {
        self.file = file
        let clock = ContinuousClock()
        let start = clock.now
        do {
            // A host of its own: a run that was given up says nothing about the next file.
            let outcome = try await script.get().run(on: ScriptHost(), seed: seed, limits: limits)
            isOk = true
            value = outcome.value
            log = outcome.log
            fuel = outcome.fuelUsed
            peak = outcome.memoryPeak
        } catch {
            note(error)
        }
        let taken = start.duration(to: clock.now).components
        milliseconds = Double(taken.seconds) * 1e3 + Double(taken.attoseconds / 1_000_000_000) / 1e6
    }

    private mutating func note(_ error: any Error) {
        guard let failure = error as? ScriptFailure else {
            // The file cannot be read, so that it is no program.
            reason = ScriptFailure.Reason.syntax.description
            message = Complaint(error).message
            return
        }
        reason = Self.word(for: failure.reason)
        line = failure.line
        message = failure.message
        log = failure.log
        fuel = failure.fuelUsed
        peak = failure.memoryPeak
    }

    /// The reason in the words of the output: what the host itself could not do is a lack of
    /// memory, the only thing that it can lack here.
    private static func word(for reason: ScriptFailure.Reason) -> String {
        switch reason {
        case .host: ScriptFailure.Reason.memory.description
        case .cancelled: ScriptFailure.Reason.time.description
        default: reason.description
        }
    }

    /// The line, with its line feed.
    var bytes: [UInt8] {
        let members: [(String, JSONValue)] = [
            ("file", .string(file)),
            ("ok", .bool(isOk)),
            ("value", value),
            ("reason", reason.map(JSONValue.string) ?? .null),
            ("line", line.map(JSONValue.integer) ?? .null),
            ("message", message.map(JSONValue.string) ?? .null),
            ("fuel", .integer(Int(clamping: fuel))),
            ("ms", .number(milliseconds)),
            ("peakBytes", .integer(Int(clamping: peak))),
        ]
        var bytes: [UInt8] = []
        for (name, value) in members {
            bytes += (bytes.isEmpty ? "{" : ", ").utf8
            bytes += "\"\(name)\": ".utf8
            bytes += value.canonicalBytes
        }
        return bytes + Array("}\n".utf8)
    }
}
#endif
