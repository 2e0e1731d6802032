// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What meetings asked for, across all of them, with the late actions of the plan beside it.
public struct ActionLog: Hashable, Sendable {
    /// An action of a meeting.
    public struct Line: Hashable, Sendable {
        /// The meeting.
        public var meeting: Meeting
        /// The action.
        public var action: MinutedAction
        /// How it stands: `open`, `late` or `done`.
        public var state: String
    }

    /// An action of a plan that is late.
    public struct LateItem: Hashable, Sendable {
        /// The plan's identifier.
        public var plan: String
        /// The action's number, or its identifier.
        public var number: String
        /// What it says.
        public var text: Prose
        /// Who leads it.
        public var leads: [String]
        /// The day by which it was due.
        public var due: CivilDate?
    }

    /// The day of which it speaks.
    public let day: CivilDate
    /// The actions: late ones first, by the days on which they are due.
    public let lines: [Line]
    /// The late actions of the plans.
    public let latePlanItems: [LateItem]

    /// Gathers the actions of an edition.
    ///
    /// - Parameters:
    ///   - edition: The edition.
    ///   - body: Only what this body asked for, by its identifier; all of it when nil.
    ///   - withDone: Whether actions that were done are among them.
    /// - Complexity: O(*n* log *n*) in the number of actions.
    public init(of edition: Edition, body: String? = nil, withDone: Bool = false) {
        let day = edition.asOf
        self.day = day
        let meetings = edition.calledMeetings.filter { body == nil || $0.body == body }
        let all = meetings.flatMap { meeting in
            (meeting.minute?.actions ?? []).map {
                Line(meeting: meeting, action: $0, state: $0.state(on: day))
            }
        }
        let order = ["late": 0, "open": 1, "done": 2]
        lines = all.filter { withDone || $0.state != "done" }.sorted { first, second in
            let ranks = (order[first.state] ?? 3, order[second.state] ?? 3)
            guard ranks.0 == ranks.1 else { return ranks.0 < ranks.1 }
            let days = (first.action.due ?? .latest, second.action.due ?? .latest)
            guard days.0 == days.1 else { return days.0 < days.1 }
            return (first.meeting.reference, first.action.code)
                < (second.meeting.reference, second.action.code)
        }
        latePlanItems = edition.plans.filter { $0.state >= .approved }.flatMap { plan in
            plan.actions.filter { $0.isLate(on: day) }.map { item in
                LateItem(
                    plan: plan.id,
                    number: item.number ?? item.id,
                    text: item.text,
                    leads: item.leads.names,
                    due: item.timescale.due
                )
            }
        }
    }

    /// The log for programs.
    public var json: JSONValue {
        [
            "date": .date(day),
            "actions": .array(
                lines.map { line in
                    .object(
                        JSONObject(compact: [
                            "action": .string("\(line.meeting.reference)#\(line.action.code)"),
                            "text": .string(line.action.text.plainText),
                            "owner": .string(line.action.owner),
                            "due": .date(line.action.due), "state": .string(line.state),
                            "doneOn": .date(line.action.doneOn),
                        ])
                    )
                }
            ),
            "latePlanActions": .array(
                latePlanItems.map { item in
                    .object(
                        JSONObject(compact: [
                            "plan": .string(item.plan), "number": .string(item.number),
                            "text": .string(item.text.plainText), "due": .date(item.due),
                        ])
                    )
                }
            ),
        ]
    }
}
