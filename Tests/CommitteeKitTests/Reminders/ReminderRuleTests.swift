// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite struct ReminderRuleTests {
    private func rule(_ json: String) throws(JSONError) -> ReminderRule {
        let node = try JSONReader.read(Array(json.utf8), source: "main.lua")
        return try ReminderRule(declaration: node, id: "moor/chase", source: "main.lua")
    }

    @Test func aWholeRuleIsRead() throws {
        let rule = try rule(
            """
            {"each": "action", "to": "lead", "stop": "completed",
             "1": {"before_due": "30 days"}, "2": {"before_due": "10 working days"},
             "3": {"overdue": true, "every": "1 week", "missed": "send all"}}
            """
        )
        #expect(
            rule
                == ReminderRule(
                    id: "moor/chase",
                    each: .action,
                    to: ["lead"],
                    stop: .completed,
                    basis: .timescale,
                    tiers: [
                        ReminderTier(.beforeDue(.period(Period(30, .days)))),
                        ReminderTier(.beforeDue(.workingDays(10))),
                        ReminderTier(.overdue(every: .period(Period(1, .weeks))), missed: .sendAll),
                    ]
                )
        )
    }

    @Test func aRuleAboutMeetingsIsRead() throws {
        let rule = try rule(
            """
            {"each": "meeting", "of": "COG", "to": ["Lead Officer"], "what": "bundle of papers",
             "ahead": "10 working days", "key_people": "Members", "stop": "progress",
             "1": {"overdue": true, "every": "2 days", "times": 4}}
            """
        )
        #expect(rule.each == .meeting && rule.of == ["COG"] && rule.to == ["Lead Officer"])
        #expect(rule.what == "bundle of papers" && rule.ahead == .workingDays(10))
        #expect(rule.keyPeople == ["Members"] && rule.stop == .progress)
        #expect(rule.tiers.map(\.times) == [4] && rule.basis == .timescale)
    }

    @Test func anActionMayCountFromMeetings() throws {
        let rule = try rule(
            #"{"before_meetings": true, "ahead": "10 working days", "1": {"before_due": "1 week"}}"#
        )
        #expect(rule.basis == .meetings && rule.each == .action)
    }

    @Test func aRuleOfStepsAloneIsForTheLeadsOfActions() throws {
        let rule = try rule(#"[{"before_due": "1 day"}]"#)
        #expect(rule.each == .action && rule.to == ["lead"] && rule.stop == .completed)
        #expect(rule.basis == .timescale && !rule.isComputed && rule.timescales.isEmpty)
    }

    @Test func aRuleAboutSilenceNeedsNoSteps() throws {
        let progress = try rule(
            #"{"without_progress_for": "90 days", "timescales": ["ongoing"], "to": ["lead", "chair"]}"#
        )
        #expect(progress.basis == .withoutProgress(.period(Period(90, .days))))
        #expect(progress.tiers == [ReminderTier(.overdue(every: nil))])
        #expect(progress.to == ["lead", "chair"] && progress.timescales == ["ongoing"])
        let check = try rule(#"{"each": "plan", "without_check_for": "6 months", "to": "chair"}"#)
        #expect(check.basis == .withoutCheck(.period(Period(6, .months))))
    }

    @Test func aComputedRuleHasNoSteps() throws {
        let rule = try rule(#"{"each": "plan", "to": "chair", "compute": {"function": 1}}"#)
        #expect(rule.isComputed && rule.tiers.isEmpty && rule.each == .plan)
    }

    @Test(arguments: [
        (
            #"{"each": "action"}"#,
            "main.lua:1:1: the rule never reminds anybody. Add a step, such as "
                + "{ before_due = \"1 week\" }."
        ),
        (
            #"{"each": "actoin", "1": {"overdue": true}}"#,
            "main.lua:1:10: each: “actoin” is not one of the words that are known here. Did you "
                + "mean “action”?"
        ),
        (
            #"[{"before_du": "1 week"}]"#,
            "main.lua:1:3: 1: “before_du” is not a name that is known here. Did you mean “before_due”?"
        ),
        (
            #"[{"before_due": "soon"}]"#,
            "main.lua:1:17: 1.before_due: “soon” is not a length of time. Write a whole number up "
                + "to 10000 and days, working days, weeks, months, quarters or years, such as "
                + "\"30 days\"."
        ),
        (
            #"[{"before_due": 7}]"#,
            "main.lua:1:17: 1.before_due: expected a text, found a whole number."
        ),
        (
            #"[{"before_due": "1 week", "overdue": true}]"#,
            "main.lua:1:2: 1: a step says either before_due = \"1 week\" or overdue = true."
        ),
        (
            "[{}]",
            "main.lua:1:2: 1: a step says either before_due = \"1 week\" or overdue = true."
        ),
        (
            #"[{"before_due": "1 week", "every": "1 day"}]"#,
            "main.lua:1:36: 1.every: only a step with overdue = true comes again."
        ),
        (
            #"[{"overdue": true, "every": "0 days"}]"#,
            "main.lua:1:29: 1.every: nothing comes again after 0 days."
        ),
        (
            #"[{"overdue": true, "missed": "send none"}]"#,
            "main.lua:1:30: 1.missed: “send none” is not one of the words that are known here. Did "
                + "you mean “send one”?"
        ),
        (
            #"[{"before_due": "7 days"}, {"before_due": "7 day"}]"#,
            "main.lua:1:1: the step 7 days before it is due stands twice. Keep one of the two."
        ),
        (
            #"[{"overdue": true}, {"overdue": true, "every": "1 week"}]"#,
            "main.lua:1:1: the step overdue stands twice. Keep one of the two."
        ),
        (
            #"{"to": [], "1": {"overdue": true}}"#,
            "main.lua:1:8: to: nobody is named. Write \"lead\", or the words for a role."
        ),
        (
            #"{"compute": true, "1": {"overdue": true}}"#,
            "main.lua:1:13: compute: the rule has steps, and a function that computes them. Keep "
                + "one of the two."
        ),
        (
            #"{"each": "plan", "without_progress_for": "90 days"}"#,
            "main.lua:1:42: without_progress_for: a plan has progress checks and no progress of "
                + "its own. Write without_check_for, or each = \"action\"."
        ),
        (
            #"{"without_check_for": "90 days"}"#,
            "main.lua:1:23: without_check_for: only a plan has progress checks. Write "
                + "each = \"plan\", or without_progress_for."
        ),
        (
            #"{"without_check_for": "9 days", "without_progress_for": "9 days"}"#,
            "main.lua:1:23: without_check_for: without_progress_for and without_check_for stand "
                + "side by side. Keep one of the two."
        ),
        (
            #"{"each": "plan", "1": {"overdue": true}}"#,
            "main.lua:1:1: a plan has no timescale to be reminded of. Add without_check_for, such "
                + "as \"6 months\"."
        ),
        (
            #"{"timescales": ["sometimes"], "1": {"overdue": true}}"#,
            "main.lua:1:17: timescales[1]: “sometimes” is not one of the words that are known "
                + "here. Known: none, by-date, on-date, span, ongoing, on-demand, recurring, "
                + "relative-to-meeting, document, as-above, state-word, milestones, horizon, "
                + "condition, accept, day-without-year, unread."
        ),
        ("3", "main.lua:1:1: expected a table such as { each = …, of = … }, found a whole number."),
        (
            #"{"each": "meeting", "1": {"overdue": true}}"#,
            "main.lua:1:1: a meeting has no lead. Write to = \"…\" with the words for a role."
        ),
        (
            #"{"each": "meeting", "to": "lead", "1": {"overdue": true}}"#,
            "main.lua:1:27: to: a meeting has no lead. Write to = \"…\" with the words for a role."
        ),
        (
            #"{"of": "COG", "1": {"overdue": true}}"#,
            "main.lua:1:8: of: “of” does not go with each = \"action\": a rule speaks of every plan "
                + "of its committee. Leave it out."
        ),
        (
            #"{"each": "risk", "compute": true, "ahead": "1 week"}"#,
            "main.lua:1:44: ahead: the function says on which day it is due, so “ahead” says nothing. "
                + "Leave it out."
        ),
        (
            #"{"ahead": "1 week", "1": {"overdue": true}}"#,
            "main.lua:1:11: ahead: “ahead” counts back from a meeting or another date outside the "
                + "plan. Write before_meetings = true beside it, or a step with before_due."
        ),
        (
            #"{"each": "plan", "to": "chair", "before_meetings": true}"#,
            "main.lua:1:52: before_meetings: before_meetings looks at the timescales of items. Write "
                + "each = \"action\"."
        ),
        (
            #"{"before_meetings": true, "without_progress_for": "1 week"}"#,
            "main.lua:1:51: without_progress_for: before_meetings and without_progress_for stand "
                + "side by side. Keep one of the two."
        ),
        (
            #"[{"overdue": true, "times": 3}]"#,
            "main.lua:1:29: 1.times: only a step with “every” comes again."
        ),
        (
            #"[{"overdue": true, "every": "1 week", "times": 0}]"#,
            "main.lua:1:48: 1.times: a step that comes 0 times never comes. Write 1 or more."
        ),
    ])
    func aMistakeIsSaidWithItsLine(json: String, message: String) {
        let error = #expect(throws: JSONError.self) { try rule(json) }
        #expect(error?.description == message)
    }

    @Test func everyKindOfTimescaleCanBeNamed() {
        #expect(
            Set(EveryFact.readings.map(\.kind)) == Set(Timescale.Reading.kinds)
        )
    }
}
