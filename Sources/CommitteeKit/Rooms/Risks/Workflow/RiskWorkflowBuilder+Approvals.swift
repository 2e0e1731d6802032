// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskWorkflowBuilder {
    /// Asks for the agreement of several roles, in any order, before an event.
    ///
    /// Each gives it by an event of its own, which leaves the risk in its state. What was agreed before the
    /// risk came to the state counts no more.
    ///
    /// - Parameters:
    ///   - event: The event by which one of them agrees.
    ///   - later: The event that waits for it.
    ///   - state: The state in which the risk waits.
    ///   - roles: The roles that are asked.
    ///   - quorum: How many of them must agree; all of them when nil.
    ///   - kind: The kind of entry that records an agreement.
    /// - Returns: The builder.
    public func approvals(
        _ event: RiskEventName,
        before later: RiskEventName,
        in state: RiskState,
        by roles: [String],
        atLeast quorum: Int? = nil,
        as kind: RiskOwnKind
    ) -> Self {
        let approvals = RiskApprovals(
            event,
            before: later,
            in: state,
            by: roles,
            atLeast: quorum,
            as: kind.kind
        )
        var builder = step(event, from: state, to: state, as: kind).allowing(roles, to: [event])
        for (name, watched) in approvals.guards {
            builder = builder.guarding(name, watched) { request, riskCase in
                approvals.refusal(of: request, in: riskCase)?.reason
            }
        }
        return builder.changed { builder in
            builder.details.append(approvals.declared)
            if let problem = approvals.problem { builder.problems.append(problem) }
        }
    }

    /// Lets whoever may ask for something hand that on, by an event that says `to` whom and `until` when.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - states: The states in which it is possible.
    ///   - kind: The kind of entry that records it, with the fields `to` and `until`.
    /// - Returns: The builder.
    public func delegating(_ event: RiskEventName, in states: [RiskState], as kind: RiskOwnKind)
        -> Self
    {
        var builder = self
        for state in states { builder = builder.step(event, from: state, to: state, as: kind) }
        return builder.changed { builder in
            let names = kind.fields?.map(\.name) ?? ["to", "until"]
            if !names.contains("to") || !names.contains("until") {
                builder.problems.append(
                    "The event “\(event)” hands something on, so “\(kind.kind)” needs the fields “to” and "
                        + "“until”."
                )
            }
            builder.permissions.delegation = kind.kind
        }
    }

    /// The guards and effects, those of the workflow beneath among them; nil where those are not known.
    var parts: RiskWorkflowParts? {
        guard var all = base.parts else { return nil }
        for own in guards { all.guards[own.name] = own.events }
        let ruled = permissions.rules.reduce(into: Set<RiskEventName>()) { $0.formUnion($1.events) }
        if !ruled.subtracting(RiskEventName.ofRegisters).isEmpty { all.guards["roles"] = ruled }
        for added in effects where added.isMore { all.recording.insert(added.event) }
        all.details += details
        all.details += ownKinds.values.map(\.declared)
        return all
    }

    /// What clashes, once everything was added.
    func clashes() -> [String] {
        var found: [String] = []
        let like = Dictionary(states.map { ($0.state, $0.like) }) { first, _ in first }
        let events = Set(steps.map(\.event))
        for step in steps {
            for target in step.targets {
                guard let to = like[target], let from = like[step.from] else {
                    found.append(
                        "“\(step.event)” leads from “\(step.from)” to “\(target)”, and one of them is no "
                            + "state."
                    )
                    continue
                }
                let name = RiskFact.Name(rawValue: step.event.rawValue)
                let recorded = name.flatMap { StandardRiskWorkflow.state(after: $0, from: from) }
                guard to != recorded ?? from else { continue }
                found.append(
                    "“\(step.event)” leads from “\(step.from)” to “\(target)”, but the record would have "
                        + "the risk \(recorded ?? from). Lead to a state like that."
                )
            }
        }
        for (name, watched) in guards.map({ ($0.name, $0.events) })
            + permissions.rules.map({ ("for roles", $0.events) })
        {
            for event in watched.subtracting(RiskEventName.ofRegisters)
            where !events.contains(event) {
                found.append(
                    "The guard “\(name)” watches “\(event)”, which no step has. "
                        + ClosestName.suggestion(
                            for: event.rawValue,
                            in: events.map(\.rawValue).sorted()
                        )
                )
            }
        }
        for added in effects where !events.contains(added.event) {
            found.append("Something is recorded on “\(added.event)”, which no step has.")
        }
        for (event, own) in ownKinds.sorted(by: { $0.key.rawValue < $1.key.rawValue })
        where own.kind.isReserved {
            found.append(
                "“\(event)” is recorded as “\(own.kind)”, and what begins with “\(own.kind.prefix).” is the "
                    + "library's. Begin with a name of your own, such as “northshire.”."
            )
        }
        return found
    }
}

extension EntryKind {
    /// What stands before the point.
    var prefix: String { String(rawValue.prefix { $0 != "." }) }

    /// Whether entries of such kinds are the library's own.
    package var isReserved: Bool { Self.reserved.contains(prefix) }

    /// What stands before the point in the kinds of the library's own rooms, and of the journal.
    package static let reserved: Set<String> = [
        "entry", "subject", "document", "risk", "risk-register", "plan", "action", "committee",
        "meetings", "reminder", "data-set", "body", "seat", "group", "reporting-line", "meeting",
        "decision", "round", "indicator", "figures", "learning-review", "learning-review-guidance",
        "report", "audit", "dip-sample", "course",
        "one-off-return", "outside-report", "national-issue", "self-evaluation", "quality-finding",
        "quality-framework", "voice", "voice-register", "programme", "programme-update",
        "programme-trial", "programme-recommendation", "programme-milestone",
    ]
}
