// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeScripting
import CommitteeStorage

/// `committee plugin eval`: what a few words of Lua give, on an example or a store.
struct PluginEvalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Show what an expression of Lua gives, on an example or on a store.",
        discussion: """
            The expression reads `edition`, `plan` (the edition's plan) and `ctx`, as a report does. \
            An example is a committee that does not exist, made as it is asked for.

              committee plugin eval --example northshire '#plan.late'
              committee plugin eval --example northshire 'edition.plan.late[1]'
              committee plugin eval --example strathmarr 'ctx.count(plan.actions, "leads")'
              committee plugin eval --store council.sqlite 'plan.actions[1].timescale'
            """
    )

    @Argument(help: "The expression, or lines of Lua that end with return.")
    var expression: String

    @Option(
        help: ArgumentHelp(
            "The example; northshire without it and without a store.",
            valueName: "name"
        )
    )
    var example: String?

    @Option(help: ArgumentHelp("The store.", valueName: "file"))
    var store: String?

    @Option(help: ArgumentHelp("The committee, when the store has several.", valueName: "id"))
    var committee: String?

    @Option(
        help: ArgumentHelp(
            "The date; today, or the example's own, when left out.",
            valueName: "date"
        ),
        transform: dateArgument
    )
    var asOf: CivilDate?

    @Option(
        help: ArgumentHelp(
            "For whom: public, partners, committee or restricted.",
            valueName: "audience"
        ),
        transform: audienceArgument
    )
    var audience: Audience?

    @Option(
        help: ArgumentHelp(
            "The folder of plugins, for their words and keys; the one that the tool uses without it.",
            valueName: "dir"
        )
    )
    var plugins: String?

    func validate() throws {
        guard example != nil, store != nil else { return }
        throw ValidationError("Try it on an example or on a store: give --example or --store.")
    }

    func run() async throws {
        let path = try PluginPlace.path(given: plugins) ?? ""
        let asExpression = ["show(", expression, ")"]
        let asLines = ["show((function()", expression, "end)())"]
        var engine = try await engine(asExpression, path)
        if let problem = Self.problem(of: engine) {
            engine = try await self.engine(asLines, path)
            // What is no expression may be lines; a mistake of neither is told of the expression.
            guard Self.problem(of: engine) == nil else { throw Complaint(problem) }
        }
        let edition = try await edition(engine)
        let request = ReportRequest("\(EvalFiles.plugin)/value", of: edition, today: edition.asOf)
        do {
            let report = try await engine.report(request)
            try Output.write(
                TerminalLine.visible(String(decoding: report.ownFormat?.bytes ?? [], as: UTF8.self))
            )
        } catch let failure as ScriptFailure {
            throw Complaint(failure.message)
        }
    }

    private func engine(_ lines: [String], _ path: String) async throws -> LuaPlugins {
        let files = EvalFiles(folder: path, lines: lines)
        return try await LuaPlugins.load(
            PluginFolder(path, files: files),
            options: LuaPlugins.Options(
                approval: nil,
                log: { _, text in Output.note(text) }
            )
        ).unlocked
    }

    private static func problem(of engine: LuaPlugins) -> String? {
        let plugin = engine.contributions.plugins.first { $0.id == EvalFiles.plugin }
        guard let problem = plugin?.problems.first else { return nil }
        // The place in the file that nobody wrote says nothing.
        let words = problem.split(separator: ": ", maxSplits: 1)
        return words.count == 2 && words[0].hasPrefix("\(EvalFiles.plugin)/main.lua")
            ? String(words[1]) : problem
    }

    private func edition(_ engine: LuaPlugins) async throws -> Edition {
        guard let store else {
            return try ExampleEdition.named(example ?? "northshire").edition(
                asOf: asOf,
                audience: audience,
                plugins: engine
            )
        }
        let journal = try StoreOptions.openStore(at: store)
        let day = try asOf ?? Today.date()
        let library = CommitteeLibrary(store: journal, plugins: engine, today: { day })
        let found: Committee
        if let committee {
            found = try await library.committee(CommitteeID(committee))
        } else {
            found = try await library.onlyCommittee()
        }
        return try await found.edition(asOf: day, audience: audience ?? .committee)
    }
}

/// A folder of plugins with one more, which is what somebody wants to try.
private struct EvalFiles: PluginFiles {
    static let plugin = "eval"

    let folder: String
    let lines: [String]

    private var own: String { "\(folder)/\(Self.plugin)" }

    func names(in path: String) throws(PluginError) -> [String]? {
        if path == own { return ["main.lua", "plugin.json"] }
        if path.hasPrefix(own + "/") { return nil }
        guard path == folder else { return try SystemFiles().names(in: path) }
        let others = folder.isEmpty ? [] : try SystemFiles().names(in: path) ?? []
        return others.filter { $0 != Self.plugin } + [Self.plugin]
    }

    func bytes(of path: String, limit: Int) throws(PluginError) -> [UInt8]? {
        switch path {
        case "\(own)/plugin.json":
            return Array(
                """
                { "id": "eval", "version": "1.0.0", "api": 1, "title": "eval", "audience": "restricted" }
                """.utf8
            )
        case "\(own)/main.lua":
            let script = Self.script
            return Array((script + lines.joined(separator: "\n") + "\nend }\n").utf8)
        default:
            return folder.isEmpty ? nil : try SystemFiles().bytes(of: path, limit: limit)
        }
    }

    /// The first line of the plugin; what was asked for stands below it.
    private static let script = """
        report "value" { media_type = "text/plain", extension = "txt", run = function(edition, out, ctx) \
        local plan = edition.plan \
        local function short(v) if type(v) == "string" then return '"' .. v .. '"' end \
        if ctx.kind(v) == "item" then return tostring(v) .. "  " .. v.text end return tostring(v) end \
        local function show(...) for i = 1, select("#", ...) do local v = (select(i, ...)) \
        local kind = ctx.kind(v) \
        if kind == "table" or type(v) == "userdata" and kind ~= "date" then \
        out:write(tostring(v) .. "\\n") \
        for k, x in pairs(v) do out:write("  " .. tostring(k) .. " = " .. short(x) .. "\\n") end \
        else out:write(short(v) .. "\\n") end end end

        """

    func place(ofFolder path: String) -> String { SystemFiles().place(ofFolder: path) }

    func lies(_ path: String, in folder: String) -> Bool {
        folder == own || SystemFiles().lies(path, in: folder)
    }
}
#endif
