// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import BenchPlan
import Foundation
import Mustache

/// swift-mustache over dictionaries, as a process that waits for the runner: `bench-mustache ACTIONS`.
///
/// Mustache has no logic, so the words that the other contestants work out (the standing of an
/// action, the counts) are in the dictionaries beforehand and are not counted.
@main
enum BenchMustache {
    static let template = """
        {{{title}}}
        As at {{{as_of}}}

        {{#actions}}
        {{{number}}} | {{{text}}} | {{{leads_words}}} | {{{when}}} | {{{standing}}} | \
        {{{status}}} {{{status_word}}} | {{{latest_progress}}}
        {{/actions}}

        {{#counts}}
        {{{letter}}}: {{{count}}}
        {{/counts}}

        """

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 2, let count = Int(arguments[1]) else {
            FileHandle.standardError.write(Data("usage: bench-mustache ACTIONS\n".utf8))
            exit(2)
        }
        let data = context(GeneratedPlan(actions: count))
        let template = try MustacheTemplate(string: template)
        answer("ready")
        while let line = readLine() {
            let words = line.split(separator: " ").map(String.init)
            let start = Moment.now
            let text = template.render(data)
            let taken = Moment.now.words(since: start)
            if words.count > 1 {
                try Data(text.utf8).write(to: URL(fileURLWithPath: words[1]))
            }
            answer("\(taken) \(text.utf8.count) 0")
        }
    }

    private static func answer(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    private static func context(_ plan: GeneratedPlan) -> [String: Any] {
        var counts: [String: Int] = [:]
        let actions = plan.actions.map { action -> [String: Any] in
            counts[action.status ?? "-", default: 0] += 1
            return [
                "number": action.number, "text": action.text, "leads_words": action.leadsWords,
                "when": action.due?.words ?? action.timescale,
                "standing": standing(action, asOf: plan.asOf),
                "status": action.status ?? "-",
                "status_word": GeneratedPlan.word(of: action.status),
                "latest_progress": action.progress,
            ]
        }
        let letters = ["G", "A", "R", "P", "-"]
        return [
            "title": plan.title, "as_of": plan.asOf.words, "actions": actions,
            "counts": letters.map { ["letter": $0, "count": counts[$0] ?? 0] as [String: Any] },
        ]
    }

    private static func standing(_ action: GeneratedPlan.Action, asOf: Day) -> String {
        if action.isCompleted { return "completed" }
        guard let due = action.due else { return "no date" }
        let days = due - asOf
        return days < 0 ? "late by \(-days) days" : "\(days) days left"
    }
}
