// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

/// An error of one run of a plugin.
///
/// What a plugin says may quote the records that it can read. So ``description`` gives only the
/// plugin, the contribution, the phase, the reason, the file and the line, and is fit for a log;
/// ``detailedDescription`` adds the message and the traceback, for the plugin's author.
public struct ScriptFailure: ExplainedError, Sendable, CustomStringConvertible {
    /// The plugin's name.
    public var plugin: String
    /// What the plugin was asked for, such as `report 'one-page'`; `nil` while it is loaded.
    public var contribution: String?
    /// How far the run had come.
    public var phase: Phase
    /// Why the run ended.
    public var reason: Reason
    /// The plugin's file in which it ended, when that is known.
    public var file: String?
    /// The line of that file, counted from 1, when it is known.
    public var line: Int?
    /// The item at which a call for each of several items ended, counted from 0.
    public var item: Int?
    /// What went wrong, for the plugin's author; it may quote data.
    public var message: String
    /// The Lua functions that were running, innermost first, each as `file:line: in …`.
    public var traceback: [String]
    /// The error that a host function threw last, when there was one.
    public var hostError: (any Error)?
    /// What the run had logged.
    public var log: String
    /// The units of work used until it ended.
    public var fuelUsed: UInt64
    /// The most memory held at one time until it ended, in bytes.
    public var memoryPeak: UInt64

    /// Why the run ended, for programs.
    public var code: Reason { reason }

    /// The error that a host function threw last, when there was one.
    public var cause: (any Error)? { hostError }

    /// Creates a failure.
    public init(
        plugin: String,
        contribution: String? = nil,
        phase: Phase,
        reason: Reason,
        file: String? = nil,
        line: Int? = nil,
        item: Int? = nil,
        message: String,
        traceback: [String] = [],
        hostError: (any Error)? = nil,
        log: String = "",
        fuelUsed: UInt64 = 0,
        memoryPeak: UInt64 = 0
    ) {
        self.plugin = plugin
        self.contribution = contribution
        self.phase = phase
        self.reason = reason
        self.file = file
        self.line = line
        self.item = item
        self.message = message
        self.traceback = traceback
        self.hostError = hostError
        self.log = log
        self.fuelUsed = fuelUsed
        self.memoryPeak = memoryPeak
    }

    /// The failure without anything that a plugin may have read.
    public var description: String {
        var text = "plugin '\(plugin)'"
        if let contribution { text += ", \(contribution)" }
        text += ", \(phase): \(reason)"
        if let file, let line {
            text += " at \(file):\(line)"
        }
        return text
    }

    /// The failure with its message and traceback, which may quote records of the edition.
    public var detailedDescription: String {
        ([description + ": " + message] + traceback.map { "  " + $0 }).joined(separator: "\n")
    }
}

extension ScriptFailure {
    /// How far a run had come when it ended.
    public struct Phase: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String { case load, declare, run, result }
        private let value: Value

        /// Its files were being read and compiled.
        public static var load: Self { .init(value: .load) }
        /// `main.lua` was running, to learn what the plugin declares.
        public static var declare: Self { .init(value: .declare) }
        /// A contribution was running.
        public static var run: Self { .init(value: .run) }
        /// What it returned was being checked.
        public static var result: Self { .init(value: .result) }

        /// The phase's name.
        public var description: String { value.rawValue }
    }

    /// Why a run ended.
    public struct Reason: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String {
            case lua, syntax, fuel, time, memory, stack, string, table, output, result, host
            case cancelled
        }
        private let value: Value

        /// The plugin raised an error; its message says which.
        public static var lua: Self { .init(value: .lua) }
        /// A file is not valid Lua; correct it at the line given.
        public static var syntax: Self { .init(value: .syntax) }
        /// The run did more work than it may; look for a loop, or allow more fuel.
        public static var fuel: Self { .init(value: .fuel) }
        /// The run took longer than it may; look for a slow pattern, or allow more time.
        public static var time: Self { .init(value: .time) }
        /// The run needed more memory than it may; keep less at one time, or allow more.
        public static var memory: Self { .init(value: .memory) }
        /// Calls were nested too deeply; look for a function that calls itself for ever.
        public static var stack: Self { .init(value: .stack) }
        /// A text was longer than any report needs; write it in pieces.
        public static var string: Self { .init(value: .string) }
        /// A table was larger than any report needs; split it.
        public static var table: Self { .init(value: .table) }
        /// The run wrote more than it may; write less, or allow more output.
        public static var output: Self { .init(value: .output) }
        /// What was returned or declared is not plain data; the message has the path to it.
        public static var result: Self { .init(value: .result) }
        /// The host asked for what the plugin does not have, or could not run it.
        public static var host: Self { .init(value: .host) }
        /// The caller cancelled the run.
        public static var cancelled: Self { .init(value: .cancelled) }

        /// The reason's name.
        public var description: String { value.rawValue }
    }
}
#endif
