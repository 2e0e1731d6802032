// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// A new plugin that works as it is: a manifest, one contribution, and a test that passes.
///
/// ```swift
/// let skeleton = try PluginSkeleton("northshire", kind: .report)
/// for file in skeleton.files { try write(file.text, to: "plugins/northshire/\(file.name)") }
/// ```
public struct PluginSkeleton: Hashable, Sendable {
    /// What the plugin contributes to begin with.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A report in code.
        case report
        /// A committee's table, for writing and for reading.
        case layout
        /// A rule for reminders.
        case reminder
        /// A status key.
        case status
        /// Bytes for another system.
        case format
        /// A scale for risks.
        case riskScale = "risk-scale"
        /// What comes on top of the standard workflow of risks.
        case riskWorkflow = "risk-workflow"

        /// What it is called in a sentence.
        public var words: String {
            switch self {
            case .report: "a report"
            case .layout: "a layout"
            case .reminder: "a reminder rule"
            case .status: "a status key"
            case .format: "a format for another system"
            case .riskScale: "a scale for risks"
            case .riskWorkflow: "a risk workflow"
            }
        }
    }

    /// One file of the plugin.
    public struct File: Hashable, Sendable {
        /// The name in the plugin's folder, such as `tests/late.lua`.
        public var name: String
        /// The text.
        public var text: String
    }

    /// The plugin's identifier.
    public let id: String
    /// What it contributes, such as `a report`.
    public let words: String
    /// The name of what it contributes.
    public let name: String
    /// The command that shows it at work.
    public let trial: String
    /// The files.
    public let files: [File]

    /// Makes a plugin.
    ///
    /// - Parameters:
    ///   - id: The plugin's identifier.
    ///   - kind: What it contributes.
    ///   - title: What people call it; made of the identifier when nil.
    /// - Throws: ``PluginError`` when the identifier is none.
    public init(_ id: String, kind: Kind, title: String? = nil) throws(PluginError) {
        guard PluginManifest.isIdentifier(id) else {
            throw PluginError(
                .unreadable,
                "“\(id)” is no name for a plugin. Use small letters, digits and hyphens, at most 50 "
                    + "of them, such as northshire."
            )
        }
        self.id = id
        self.words = kind.words
        name = kind.name
        trial = kind.trial(of: id)
        let words = id.split(separator: "-").joined(separator: " ")
        let title = title ?? words.prefix(1).uppercased() + words.dropFirst()
        let manifest: JSONValue = [
            "id": .string(id), "version": "0.1.0", "api": .integer(PluginManifest.apiVersion),
            "title": .string(title),
            // Risks are restricted unless somebody says otherwise, and a guard must read them.
            "audience": kind == .riskWorkflow ? "restricted" : "committee",
        ]
        files = [
            File(name: "plugin.json", text: manifest.indentedText),
            File(name: "main.lua", text: kind.main),
            File(name: "tests/\(kind.name).lua", text: kind.test),
            File(
                name: "README.md",
                text:
                    "# \(title)\n\nThis plugin has \(kind.words), “\(kind.name)”. Say here whose it is "
                    + "and what it is for.\n\n```sh\ncommittee plugin test \(id)\n\(kind.trial(of: id))\n```\n"
            ),
        ]
    }

    /// Creates a plugin of parts that are made already.
    init(_ id: String, _ words: String, named name: String, trial: String, files: [File]) {
        self.id = id
        self.words = words
        self.name = name
        self.trial = trial
        self.files = files
    }
}

extension PluginSkeleton.Kind {
    /// The name of what the plugin contributes.
    public var name: String {
        switch self {
        case .report: "late"
        case .layout: "plan"
        case .reminder: "chase-lead"
        case .status: "rag"
        case .format: "actions-csv"
        case .riskScale: "ours"
        case .riskWorkflow: "two-people"
        }
    }

    /// The command that shows it at work.
    ///
    /// - Parameter id: The plugin's identifier.
    /// - Returns: The command.
    public func trial(of id: String) -> String {
        switch self {
        case .status, .riskScale, .riskWorkflow: "committee plugin check \(id)"
        default: "committee plugin run \(id)/\(name) --example northshire"
        }
    }

    fileprivate var main: String {
        switch self {
        case .report: Self.reportMain
        case .layout: Self.layoutMain
        case .reminder: Self.reminderMain
        case .status: Self.statusMain
        case .format: Self.formatMain
        case .riskScale: Self.riskScaleMain
        case .riskWorkflow: Self.riskWorkflowMain
        }
    }

    fileprivate var test: String {
        switch self {
        case .report: Self.reportTest
        case .layout: Self.layoutTest
        case .reminder: Self.reminderTest
        case .status: Self.statusTest
        case .format: Self.formatTest
        case .riskScale: Self.riskScaleTest
        case .riskWorkflow: Self.riskWorkflowTest
        }
    }

    private static let reportMain = """
        -- A report: what is late, under each lead. `edition` is the record on a day, `doc` takes the
        -- blocks of the report, `ctx` has the date, the settings and some helpers.
        report "late" (function(edition, doc, ctx)
          doc:heading(1, "Late on " .. ctx.as_of:format("d MMMM yyyy"))
          if #edition.plan.late == 0 then
            doc:paragraph("Nothing is late.")
          end
          for _, lead in ipairs(ctx.group(edition.plan.late, "leads")) do
            doc:heading(2, lead.key)
            for _, action in ipairs(lead.items) do
              local days = -action.days_to_due
              doc:paragraph(action.number .. " " .. action.text .. ": " .. days .. " days late")
            end
          end
        end)

        """

    private static let reportTest = """
        -- The plan of a test is written down here, so that it never changes.
        local one_late = {
          as_of = "2026-10-31",
          { number = "1", text = "Write a guide", lead = "Lead Nurse", due = "2026-06-30" },
          { number = "2", text = "Train staff", lead = "Training Group", due = "2026-12-31" },
        }

        test "what is late stands under its lead, with the days" (function(t)
          local text = t.report("late", t.edition(one_late))
          t.contains(text, "## Lead Nurse")
          t.contains(text, "Write a guide: 123 days late")
          t.ok(not text:find("Train staff"), "what is not late yet is left out")
        end)

        test "it says so when nothing is late" (function(t)
          t.contains(t.report("late", t.edition {}), "Nothing is late.")
        end)

        """

    private static let layoutMain = """
        -- The committee's table. The same declaration writes the report and reads the published
        -- document; words in braces are gaps.
        status_scheme "rag" {
          { "R", "Off track", means = "off_track", colour = "red" },
          { "A", "At risk",   means = "at_risk",   colour = "amber" },
          { "G", "On track",  means = "on_track",  colour = "green", reads = { "Green" } },
        }

        layout "plan" {
          title    = "Improvement Plan {period}",
          levels   = { "outcome", "action" },
          scheme   = "rag",
          headings = { outcome = { "Outcome {number}: {text}" } },
          columns  = {
            { "No",        "number" },
            { "Action",    "text" },
            { "Lead",      "leads" },
            { "Timescale", "timescale.words" },
            { "Progress",  "progress" },
            { "RAG",       "status.letter" },
          },
        }

        """

    private static let layoutTest = """
        -- This holds whatever title, headings and columns you give the layout, as long as one of its
        -- columns has the gap "text".
        test "each action stands in what the layout writes" (function(t)
          local edition = t.edition "northshire"
          local text = t.report("plan", edition)
          for _, action in ipairs(edition.plan.actions) do t.contains(text, action.text) end
        end)

        -- Put a published document into this folder and read it with the layout:
        --
        -- test "last year's document reads without a doubt" (function(t)
        --   t.equal(t.findings("plan.md", "plan"), {})
        --   local edition = t.read("plan.md", "plan")
        --   t.equal(#edition.plan.actions, 4)
        -- end)

        """

    private static let reminderMain = """
        -- Leads hear of an action two weeks before it is due, and every week once it is overdue, until
        -- it is completed.
        reminder "chase-lead" {
          each = "action", to = "lead", stop = "completed",
          { before_due = "2 weeks" },
          { overdue = true, every = "1 week", missed = "send one" },
        }

        """

    private static let reminderTest = """
        local plan = {
          as_of = "2026-10-31",
          { number = "1", text = "Write a guide", lead = "Lead Nurse", due = "2026-10-24" },
          { number = "2", text = "Train staff", lead = "Training Group", due = "2027-03-31" },
          { number = "3", text = "Print it", lead = "Lead Nurse", due = "2026-10-24", completed = true },
        }

        test "only what is overdue and not completed is chased" (function(t)
          local reminders = t.reminders(t.edition(plan))
          t.equal(#reminders, 1)
          t.equal(reminders[1].item, "1")
          t.equal(reminders[1].to, { "Lead Nurse" })
          t.equal(reminders[1].due, t.date("2026-10-24"))
        end)

        """

    private static let statusMain = """
        -- The status key: a letter, the word that always stands beside it, what it means, its colour,
        -- and what else stands for it in a document.
        status_scheme "rag" {
          { "R", "Off track", means = "off_track", colour = "red",   reads = { "Red" } },
          { "A", "At risk",   means = "at_risk",   colour = "amber", reads = { "Amber" } },
          { "G", "On track",  means = "on_track",  colour = "green", reads = { "Green" } },
        }

        """

    private static let statusTest = """
        test "a letter, its word and what it reads mean the same" (function(t)
          for _, printed in ipairs { "G", "On track", "Green", "(g)" } do
            t.equal(t.status("rag", printed).means, "on_track", printed)
          end
        end)

        test "what is not in the key is nothing" (function(t)
          t.equal(t.status("rag", "Z"), nil)
        end)

        """

    private static let formatMain = """
        -- Bytes for another system: `out` in place of `doc`. `out:row` takes care of commas, quotes and
        -- formulas. A row is a list and has no holes: write `or ""` where a field may be nil.
        report "actions-csv" {
          title = "Actions for another system", media_type = "text/csv", extension = "csv",
          run = function(edition, out, ctx)
            out:row { "number", "lead", "due", "status" }
            for _, action in ipairs(edition.plan.actions) do
              out:row { action.number, action.leads, action.due or "", action.status or "" }
            end
          end,
        }

        """

    private static let formatTest = """
        test "each action is a line" (function(t)
          local text = t.report("actions-csv", t.edition {
            { number = "1", text = "Write", lead = "Lead Nurse", due = "2026-06-30", status = "G" },
            { number = "2", text = "Train" },
          })
          t.equal(text, "number,lead,due,status\\r\\n1,Lead Nurse,2026-06-30,G\\r\\n2,,,\\r\\n")
        end)

        """
}
#endif
