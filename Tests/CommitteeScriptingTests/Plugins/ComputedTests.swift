// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

@Suite("What a plugin computes")
struct ComputedTests {
    @Test("A computed column is asked for every action and stands in the report")
    func computedColumnsAreAsked() async throws {
        let plugins = try await LuaPlugins.load(
            MemoryFiles.demo(
                """
                layout "days" {
                  title  = "Plan {period}",
                  levels = { "priority", "action" },
                  columns = {
                    { "No",     "number" },
                    { "Action", "text" },
                    { "Days",   value = function(action, ctx)
                        return action.days_to_due and tostring(action.days_to_due) or "none"
                      end },
                  },
                }
                """
            )
        )
        let edition = Northshire.edition()
        let plan = try #require(edition.plans.first)
        let cells = try await plugins.computedCells(of: "demo/days", plan: plan.id, in: edition)
        let expected = Dictionary(
            uniqueKeysWithValues: plan.actions.map { action in
                (action.id, action.daysToDue(from: edition.asOf).map(String.init) ?? "none")
            }
        )
        #expect(cells == LayoutCells(columns: [2: expected]))
    }

    @Test("A rule in code is asked for every action and says what is due")
    func computedRulesAreAsked() async throws {
        let plugins = try await LuaPlugins.load(
            MemoryFiles.demo(
                """
                reminder "soon" {
                  each = "action", to = "lead",
                  compute = function(action, ctx)
                    if not action.due or action.is_completed then return nil end
                    return { due = action.due, tier = "own", message = "Mind " .. action.id }
                  end,
                }
                """
            )
        )
        let edition = Northshire.edition()
        let plan = try #require(edition.plans.first)
        let reminders = try await plugins.computedReminders(
            of: "demo/soon",
            in: edition,
            on: edition.asOf
        )
        let expected = plan.actions.filter { !$0.isCompleted }.compactMap { action in
            action.timescale.due.map { due in
                ComputedReminder(
                    plan: plan.id,
                    item: action.id,
                    due: due,
                    tier: "own",
                    message: "Mind \(action.id)"
                )
            }
        }
        #expect(!expected.isEmpty)
        #expect(reminders == expected)
    }
}
#endif
