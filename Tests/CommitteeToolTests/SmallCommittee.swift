// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

/// An invented committee with a plugin of its own, for tests that need no published document.
enum SmallCommittee {
    static let manifest = """
        {
          "id": "small",
          "version": "1.0.0",
          "api": 1,
          "title": "A small committee",
          "audience": "committee"
        }
        """

    static let plugin = """
        status_scheme "key" {
          { "G", "On course", means = "on_track",  colour = "green" },
          { "R", "Stuck",     means = "off_track", colour = "red" },
        }

        layout "plan" {
          title    = "Small Plan {period}",
          levels   = { "aim", "action" },
          scheme   = "key",
          headings = { aim = { "Aim {number}: {text}" } },
          columns  = {
            { "No",     "number" },
            { "Action", "text" },
            { "Lead",   "leads" },
            { "When",   "timescale.words" },
            { "Status", "status.letter" },
          },
          facts    = { { "approved", "Approved on {date}" } },
        }

        reminder "chase" { each = "action", to = "lead", stop = "completed",
          { before_due = "30 days" }, { overdue = true, every = "1 week", missed = "send one" } }
        """

    /// A published plan of the committee.
    static let document = """
        # Small Plan 1 April 2026 – 31 March 2028

        Approved on 1 April 2026

        ## Aim 1: People are safe

        | No | Action | Lead | When | Status |
        | --- | --- | --- | --- | --- |
        | 1.1 | Visit every school. | Chair | By 30 June 2026 | G |
        | 1.2 | Write the guide. | Training Officer | By 31 March 2027 | R |

        """

    /// A store into which the plan of the committee was imported.
    static func imported() throws -> BuiltTool {
        let tool = try BuiltTool.withStore()
        try write(into: tool)
        let run = try tool.run(["import", tool.store, "plan.md", "--layout", "small/plan"])
        try #require(run.code == 0, "\(run.errors)")
        return tool
    }

    /// Writes plugin and document into a tool's folder.
    static func write(into tool: BuiltTool) throws {
        try tool.makeFolder("plugins/small")
        try tool.write(manifest, to: "plugins/small/plugin.json")
        try tool.write(plugin, to: "plugins/small/main.lua")
        try tool.write(document, to: "plan.md")
    }
}
