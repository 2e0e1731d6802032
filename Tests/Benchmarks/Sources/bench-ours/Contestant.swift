// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeScripting

/// What one run made: its bytes, or how many things it found.
struct Made {
    var bytes: [UInt8] = []
    var count = 0
}

/// Ours: each measurement is one call of the public API, as a host would make it.
struct Contestant {
    private let edition: Edition
    private let once: LuaPlugins
    private let fiveTimes: LuaPlugins
    private let builtIn: ReminderSchedule
    private let writer: LayoutWriter
    private let host = ScriptHost()

    /// Loads the plugin of the bench and makes the plan.
    init(plugins path: String, actions count: Int) async throws {
        edition = Edition.generated(actions: count)
        once = try await Self.plugins(path, actions: count, times: 1)
        fiveTimes = try await Self.plugins(path, actions: count, times: 5)
        writer = LayoutWriter(
            layout: try once.contributions.layout("bench/plan"),
            scheme: once.contributions.scheme("bench/key")
        )
        // One step that no action reaches on the day that is asked about: the cost of looking.
        let rule = ReminderRule(
            id: "bench/quiet",
            to: [ReminderRule.lead],
            tiers: [ReminderTier(.beforeDue(.period(Period(1, .days))))]
        )
        builtIn = ReminderSchedule(rules: [rule], calendar: .scotland)
    }

    /// Limits that no measurement reaches; the hook and every charge still run.
    ///
    /// The memory is what a
    /// host grants, and more only for plans that do not fit: how much there is decides how often
    /// Lua's garbage is collected.
    private static func plugins(
        _ path: String,
        actions count: Int,
        times: Int
    ) async throws -> LuaPlugins {
        let limits = ScriptLimits(
            fuel: 1 << 40,
            memoryBytes: max(128 << 20, UInt64(count) * 12 << 10),
            milliseconds: 600_000,
            outputBytes: 8 << 30
        )
        let options = LuaPlugins.Options(
            limits: limits,
            settings: ["bench": ["times": .integer(times)]]
        )
        return try await LuaPlugins.load(PluginFolder(path), options: options)
    }

    /// The edition as if it had never been seen: equal in all that a report reads, but its name.
    private func fresh(_ round: Int) -> Edition {
        var edition = edition
        edition.name = "Bench Committee \(round)"
        return edition
    }

    /// Runs a measurement.
    ///
    /// - Parameters:
    ///   - name: The measurement; with `-new` at its end, of an edition that was never seen.
    ///   - round: A number that no earlier run of this process had.
    /// - Returns: What the measurement made.
    /// - Throws: ``BenchError`` for a name that is none, and whatever the run throws.
    func run(_ name: String, round: Int) async throws -> Made {
        let isNew = name.hasSuffix("-new")
        let edition = isNew ? fresh(round) : edition
        switch isNew ? String(name.dropLast(4)) : name {
        case "lines": return try await report("lines", once, edition)
        case "lines-5": return try await report("lines", fiveTimes, edition)
        case "rows": return try await report("rows", once, edition)
        case "rows-5": return try await report("rows", fiveTimes, edition)
        case "nothing": return try await report("nothing", once, edition)
        case "rule": return try await rule("due-soon", edition)
        case "rule-by-date": return try await rule("due-soon-by-date", edition)
        case "layout": return layout()
        case "layout-away":
            var sink = CountingSink()
            if let plan = edition.plans.first {
                writer.write(plan, of: edition, in: .markdown, into: &sink)
            }
            return Made(count: sink.count)
        case "reminders":
            return Made(count: builtIn.reminders(for: edition, on: CivilDate(2025, 12, 1)).count)
        case "state": return try await load { _ in Self.shortProgram }
        case "load-warm": return try await load { _ in Self.longProgram }
        case "load-cold":
            return try await load { Self.program("\(Self.longPlugin)-- \(round).\($0)\n") }
        default: throw BenchError(message: "there is no measurement \(name)")
        }
    }

    private func report(
        _ name: String,
        _ plugins: LuaPlugins,
        _ edition: Edition
    ) async throws -> Made {
        let report = try await plugins.report(ReportRequest("bench/\(name)", of: edition))
        guard let own = report.ownFormat else {
            throw BenchError(message: "bench/\(name) did not write bytes")
        }
        return Made(bytes: own.bytes)
    }

    private func rule(_ name: String, _ edition: Edition) async throws -> Made {
        let due = try await once.computedReminders(
            of: "bench/\(name)",
            in: edition,
            on: edition.asOf
        )
        return Made(count: due.count)
    }

    private func layout() -> Made {
        var made = Made()
        guard let plan = edition.plans.first else { return made }
        writer.write(plan, of: edition, in: .markdown, into: &made.bytes)
        return made
    }

    // MARK: Loading

    /// How many equal pieces of work a measurement does; its time is given for one of them.
    static func parts(of name: String) -> UInt64 {
        ["state", "load-warm", "load-cold"].contains(name) ? UInt64(loads) : 1
    }

    private static let loads = 50

    private func load(_ program: (Int) -> ScriptProgram) async throws -> Made {
        var made = Made()
        for number in 0..<Self.loads {
            made.count = try await host.declarations(of: program(number)).count
        }
        return made
    }

    private static func program(_ text: String) -> ScriptProgram {
        let file = ScriptFile(name: "main.lua", text: text)
        return ScriptProgram(plugin: "long", files: [file], kinds: ["report"])
    }

    // A program keeps what its files were compiled to.
    private static let shortProgram = program("return 1\n")
    private static let longProgram = program(longPlugin)

    /// A plugin of 400 lines: forty small reports.
    private static let longPlugin = (1...40).map { number in
        """
        report "report-\(number)" (function(edition, doc, ctx)
          local plan = edition.plan
          doc:heading(1, plan.title .. " \(number)")
          local rows, late = {}, 0
          for _, action in ipairs(plan.actions) do
            if action.is_late then late = late + 1 end
            rows[#rows + 1] = { action.number, action.text, action.leads_words, late }
          end
          doc:table { columns = { "No", "Action", "Lead", "Late" }, rows = rows }
        end)

        """
    }.joined()
}

/// Takes bytes as a host that sends them on would: counts them and lets them go.
private struct CountingSink: ByteSink {
    var count = 0

    mutating func write(_ bytes: some Sequence<UInt8>) {
        count += bytes.underestimatedCount
    }
}

/// Why the bench cannot go on.
struct BenchError: Error, CustomStringConvertible {
    var message: String
    var description: String { message }
}
