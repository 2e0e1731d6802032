// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The room of progress updates: what is asked of whom before a report, and what came back.
public struct RoundsRoom: Room {
    /// Creates the room.
    public init() {}

    /// The room's name.
    public var name: String { "rounds" }

    /// Rounds, and what each lead owes one.
    public var subjects: [SubjectKind] { ["round", "return"] }

    /// What can happen to a round.
    public var kinds: [DeclaredKind] { UpdateRound.table.kinds }

    /// Each entry changes its own round.
    public func reach(of kind: EntryKind) -> EntryReach { .subject }

    /// Begins to fold a journal.
    public func fold(asOf date: CivilDate?) -> RoundsFold { RoundsFold() }

    /// How a person writes what happened to a round.
    public var requests: [RequestTarget] {
        [
            RequestTarget(
                "round",
                noun: "a progress update",
                members: UpdateRound.table.requestNames
            ) { (fields, reading) throws(JSONError) in
                RequestedSubject(
                    .round(try fields.required("round", as: .date)),
                    try UpdateRound.table.requested(fields, &reading)
                )
            }
        ]
    }
}

/// The progress updates, while the entries of a journal are being folded.
public struct RoundsFold: RoomFold {
    private var rounds: [String: UpdateRound] = [:]
    private var order: [String] = []

    init() {}

    /// Takes in what happened to a round; the opening makes it.
    public mutating func apply(
        _ fact: Change.Fact,
        _ step: FoldStep,
        asking door: FoldDoor
    ) -> String? {
        let id = step.subject.id
        guard step.subject.kind == "round", let date = CivilDate(iso: id) else {
            return "“\(step.subject)” is not a progress update. Name the date of its report, such "
                + "as 2026-10-31."
        }
        if let opening = fact.value(as: RoundOpening.self) {
            return open(opening, on: date, fact, step, door)
        }
        guard rounds[id] != nil else {
            return "No progress update at \(date) is open on \(step.effective). "
                + (order.isEmpty
                    ? "Open one first." : ClosestName.suggestion(for: id, in: order))
        }
        if let given = fact.value(as: RoundAssignment.self), let plan = rounds[id]?.plan,
            door.card(of: .action(given.item, of: plan)) == nil
        {
            return "The plan “\(plan)” has no action “\(given.item)” on \(step.effective)."
        }
        // The round is changed where it stands: it alone holds its returns.
        return UpdateRound.table.apply(fact, to: &rounds[id, default: .none(date)], step)
    }

    private mutating func open(
        _ opening: RoundOpening,
        on date: CivilDate,
        _ fact: Change.Fact,
        _ step: FoldStep,
        _ door: FoldDoor
    ) -> String? {
        let id = step.subject.id
        if let round = rounds[id] {
            return "\(round.title) was opened on \(round.openedOn) already. Name another date."
        }
        guard door.card(of: .plan(opening.plan)) != nil else {
            return "There is no plan “\(opening.plan)” on \(step.effective). Draft it first, or "
                + "correct its name."
        }
        guard !opening.asked.isEmpty else {
            return "Nobody is asked. Name at least one lead with an item."
        }
        var keys: Set<String> = []
        var items: [String: String] = [:]
        for lead in opening.asked {
            guard keys.insert(lead.key).inserted else {
                return "Two leads are called “\(lead.key)”. Give each its own short name."
            }
            for item in lead.items {
                if let other = items.updateValue(lead.name, forKey: item) {
                    return "\(item) is asked of \(other) and of \(lead.name). One lead answers for "
                        + "all of an action."
                }
                if door.card(of: .action(item, of: opening.plan)) == nil {
                    return "The plan “\(opening.plan)” has no action “\(item)” on "
                        + "\(step.effective)."
                }
            }
        }
        guard opening.due <= date else {
            return
                "Answers are due on \(opening.due), after the report of \(date). Name an earlier "
                + "day."
        }
        var round = UpdateRound.none(date)
        if let refusal = UpdateRound.table.apply(fact, to: &round, step) { return refusal }
        rounds[id] = round
        order.append(id)
        return nil
    }

    /// Returns the card of a round, or of what a lead owes it.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        rounds[String(subject.id.prefix(10))]?.card(of: subject)
    }

    /// Returns the rounds, in the order in which they were opened.
    public func finished() -> RoundsState {
        var state = RoundsState()
        state.rounds = order.compactMap { rounds[$0] }
        return state
    }
}

extension UpdateRound {
    /// A round that is not open yet.
    fileprivate static func none(_ date: CivilDate) -> UpdateRound {
        UpdateRound(date: date, plan: "", name: "", due: date, openedOn: date)
    }

    /// The card of the round, or of what a lead owes it.
    func card(of subject: SubjectReference) -> SubjectCard? {
        switch subject.kind {
        case "round" where subject.id == id:
            SubjectCard(subject, name: title.lowercasedFirst, audience: .committee)
        case "return":
            asked.first { subject == .updateReturn(of: $0.key, at: date) }.map {
                SubjectCard(
                    subject,
                    name: "what \($0.name) returns for \(title.lowercasedFirst)",
                    audience: .committee,
                    due: due(of: $0)
                )
            }
        default: nil
        }
    }
}

/// The progress updates of a committee on a date.
public struct RoundsState: RoomState {
    /// The rounds, in the order in which they were opened.
    public var rounds: [UpdateRound] = []

    /// Creates the state of a committee that asked nobody yet.
    public init() {}

    /// Leaves out every round for whoever is not of the committee, and for the committee what is said
    /// of items that it may not read.
    public mutating func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    ) {
        guard audience >= .committee else {
            omissions.note(rounds.count, "progress updates", one: "progress update")
            rounds = []
            return
        }
        guard audience < .restricted else { return }
        if let leaveOutReferences = door.referenceCut(for: audience) {
            for place in rounds.indices { rounds[place].changeTexts(leaveOutReferences) }
        }
        for place in rounds.indices {
            let plan = rounds[place].plan
            var hidden: Set<String> = []
            for item in rounds[place].asked.flatMap(\.items) + rounds[place].answered {
                if !door.may(audience, knowOf: .action(item, of: plan)) { hidden.insert(item) }
            }
            guard !hidden.isEmpty else { continue }
            omissions.note(
                hidden.count,
                "items of progress updates",
                one: "item of a progress update",
                of: .plan(plan)
            )
            rounds[place].leaveOut(hidden)
        }
    }

    /// Returns the card of a round, or of what a lead owes it.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        guard subject.kind == "round" || subject.kind == "return" else { return nil }
        return rounds.lazy.compactMap { $0.card(of: subject) }.first
    }

    /// Says in words what has changed, round by round.
    public func changes(since earlier: Self, in editions: EditionPair) -> [EditionChange] {
        rounds.flatMap { round in
            let before = earlier.rounds.first { $0.date == round.date } ?? .none(round.date)
            return UpdateRound.table.sentences(from: before, to: round, of: round.title).map {
                EditionChange(.round(round.date), kind: $0.kind, sentence: $0.sentence)
            }
        }
    }

    /// Returns the rounds; nothing of a committee that has none.
    public func exported(on day: CivilDate) -> JSONObject {
        guard !rounds.isEmpty else { return [:] }
        return ["rounds": .array(rounds.indices.map { UpdateRound.exported(rounds, $0) })]
    }

    /// What leads owe the open rounds, each by the lead's own day: a reminder of it stops by itself.
    public func deadlines(through day: CivilDate) -> [RoomDeadline] {
        rounds.filter { $0.frozenOn == nil && $0.closedOn == nil }.flatMap { round in
            round.asked.compactMap { lead in
                let due = round.due(of: lead)
                guard due <= day, !round.missing(of: lead).isEmpty else { return nil }
                return RoomDeadline(
                    .updateReturn(of: lead.key, at: round.date),
                    kind: "progress-update",
                    name: round.title.lowercasedFirst,
                    due: due,
                    leads: [lead.name],
                    groups: [round.plan]
                )
            }
        }
    }
}

extension UpdateRound {
    /// The items of which a return or an agreement speaks, whoever is asked of them now.
    fileprivate var answered: [String] {
        returns.flatMap { $0.answers.map(\.item) } + agreed.map(\.item)
    }

    /// Changes the texts in which leads and the committee say what was done and show the evidence.
    fileprivate mutating func changeTexts(_ change: (inout Prose) -> Void) {
        for place in returns.indices {
            for answer in returns[place].answers.indices {
                change(&returns[place].answers[answer].done)
                change(&returns[place].answers[answer].evidence)
                change(&returns[place].answers[answer].difference)
            }
        }
        for place in agreed.indices {
            change(&agreed[place].words)
            change(&agreed[place].evidence)
        }
        for item in wordings.keys { change(&wordings[item, default: Prose()]) }
    }

    /// Leaves out what is said of some items, and leads who are asked of nothing else.
    fileprivate mutating func leaveOut(_ hidden: Set<String>) {
        for place in asked.indices { asked[place].items.removeAll(where: hidden.contains) }
        for place in returns.indices {
            returns[place].answers.removeAll { hidden.contains($0.item) }
        }
        returns.removeAll { $0.answers.isEmpty && !$0.isNothing }
        agreed.removeAll { hidden.contains($0.item) }
        wordings = wordings.filter { !hidden.contains($0.key) }
        let heard = Set(returns.map(\.lead))
        asked.removeAll { $0.items.isEmpty && !heard.contains($0.key) }
    }
}

extension Record {
    /// The progress updates, in the order in which they were opened.
    public var rounds: [UpdateRound] {
        get { self[RoundsState.self].rounds }
        set { self[RoundsState.self].rounds = newValue }
    }
}

extension Edition {
    /// The progress updates; only for the committee itself.
    public var updateRounds: [UpdateRound] {
        get { self[RoundsState.self].rounds }
        set { self[RoundsState.self].rounds = newValue }
    }
}
