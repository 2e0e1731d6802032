// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What a round takes in, and why it refuses the rest.

extension UpdateRound {
    /// Why nothing can be done that belongs to an open round, when it cannot.
    func refusalUnlessOpen(_ what: String, _ step: FoldStep) -> String? {
        if let closedOn { return refusalOfClosed(closedOn, what) }
        guard let frozenOn else { return nil }
        return "The paper was frozen on \(frozenOn), so nobody can \(what) on \(step.effective). "
            + "Bring it to the meeting."
    }

    /// Why nothing can be done in a closed round.
    func refusalOfClosed(_ day: CivilDate, _ what: String) -> String {
        "\(title) was closed on \(day), so nobody can \(what). Open the next one."
    }

    /// Says that nobody of a name is asked.
    func unknown(_ key: String) -> String {
        "Nobody called “\(key)” is asked at \(date). "
            + ClosestName.suggestion(for: key, in: asked.map(\.key))
    }

    /// Takes in a return.
    mutating func take(
        _ given: UpdateReturn,
        _ step: FoldStep,
        marking mark: (inout UpdateReturn) -> Void
    ) -> String? {
        if let closedOn { return refusalOfClosed(closedOn, "return anything") }
        guard let lead = asked.first(where: { $0.key == given.lead }) else {
            return unknown(given.lead)
        }
        guard !given.answers.isEmpty else {
            return "The return of \(lead.name) answers nothing. Record a nil return, if there is "
                + "nothing to report."
        }
        guard given.version == nextVersion(of: lead) else {
            return "The next return of \(lead.name) is number \(nextVersion(of: lead)), not "
                + "\(given.version). Read the round again."
        }
        var seen: Set<String> = []
        for answer in given.answers {
            guard seen.insert(answer.item).inserted else {
                return "The return of \(lead.name) answers \(answer.item) twice. Keep one answer."
            }
            guard lead.items.contains(answer.item) else {
                let other = self.lead(answering: answer.item)
                return "\(answer.item) is asked of "
                    + (other.map { "\($0.name), not of \(lead.name)" } ?? "nobody")
                    + ". Correct the number, or assign it to \(lead.name)."
            }
            guard !answer.isEmpty else {
                return
                    "The return of \(lead.name) says nothing of \(answer.item). Leave it out, or "
                    + "say “no change”."
            }
        }
        var returned = given
        (returned.on, returned.by) = (step.effective, step.by)
        mark(&returned)
        returns.append(returned)
        return nil
    }

    /// Takes in what the committee agreed.
    mutating func take(_ agreement: RoundAgreement, _ step: FoldStep) -> String? {
        if let closedOn { return refusalOfClosed(closedOn, "agree anything") }
        guard frozenOn != nil else {
            return "The paper is not frozen yet, so nobody knows what was before the committee. "
                + "Freeze the paper first."
        }
        guard !agreement.answers.isEmpty else {
            return "Nothing was agreed. Name at least one item."
        }
        let items = Set(asked.flatMap(\.items))
        for agreed in agreement.answers {
            guard items.contains(agreed.item) else {
                return "Nobody was asked of \(agreed.item) at \(date). Correct the number."
            }
            if agreed.isAsProposed, answer(about: agreed.item) == nil {
                return "Nothing was proposed for \(agreed.item), so it cannot be agreed as "
                    + "proposed. Say what was agreed."
            }
            if !agreed.isAsProposed, agreed.reason.isEmpty {
                return
                    "\(agreed.item) is agreed otherwise than proposed, without a reason. Say why."
            }
            if let day = agreed.finished, day > date {
                return "\(agreed.item) is to be finished on \(day), after the report's own date, "
                    + "\(date). Correct the day."
            }
        }
        let again = Set(agreement.answers.map(\.item))
        agreed.removeAll { again.contains($0.item) }
        agreed += agreement.answers
        if !agreement.meeting.isEmpty { meeting = agreement.meeting }
        return nil
    }
}

extension [String] {
    /// The first ten of a list, and how many more there are.
    var shortList: String {
        guard count > 10 else { return joined(separator: ", ") }
        return prefix(10).joined(separator: ", ") + " and \(count - 10) more"
    }
}

extension UpdateRound {
    /// Makes the fact of an event by its name in a file of changes.
    static func fact<Value: Hashable & Sendable>(of name: String, _ value: Value) -> Change.Fact? {
        switch (name, value) {
        case ("opened", let value as RoundOpening): .roundOpened(value)
        case ("assigned", let value as RoundAssignment): .roundAssigned(value)
        case ("extended", let value as RoundExtension): .roundExtended(value)
        case ("returned", let value as UpdateReturn): .roundReturned(value)
        case ("tabled", let value as UpdateReturn): .roundTabled(value)
        case ("worded", let value as RoundWording): .roundWorded(value)
        case ("agreed", let value as RoundAgreement): .roundAgreed(value)
        default: nil
        }
    }
}

extension Change.Fact {
    /// A progress update was opened.
    public static func roundOpened(_ opening: RoundOpening) -> Self {
        UpdateRound.Entries.opened.fact(opening)
    }
    /// An item is answered by another lead or group.
    public static func roundAssigned(_ assignment: RoundAssignment) -> Self {
        UpdateRound.Entries.assigned.fact(assignment)
    }
    /// A lead has more time to answer.
    public static func roundExtended(_ extension: RoundExtension) -> Self {
        UpdateRound.Entries.extended.fact(`extension`)
    }
    /// A lead answered for some items.
    public static func roundReturned(_ returned: UpdateReturn) -> Self {
        UpdateRound.Entries.returned.fact(returned.asRecorded)
    }
    /// A return came after the paper was frozen.
    public static func roundTabled(_ returned: UpdateReturn) -> Self {
        UpdateRound.Entries.tabled.fact(returned.asRecorded)
    }
    /// A lead has nothing to report.
    public static func roundNilReturned(by lead: String) -> Self {
        UpdateRound.Entries.saidNothing.fact(lead)
    }
    /// A lead took back what was returned.
    public static func roundWithdrawn(by lead: String) -> Self {
        UpdateRound.Entries.withdrawn.fact(lead)
    }
    /// The coordinator worded what was done.
    public static func roundWorded(_ wording: RoundWording) -> Self {
        UpdateRound.Entries.worded.fact(wording)
    }
    /// The paper for the meeting was frozen, perhaps with the digest of its bytes.
    public static func roundFrozen(digest: String?) -> Self {
        UpdateRound.Entries.frozen.fact(digest ?? "")
    }
    /// The committee agreed what the report says.
    public static func roundAgreed(_ agreement: RoundAgreement) -> Self {
        UpdateRound.Entries.agreed.fact(agreement)
    }
    /// The progress update was closed.
    public static var roundClosed: Self { UpdateRound.Entries.closed.fact }
}

extension UpdateReturn {
    /// The return without what its entry says of it.
    fileprivate var asRecorded: UpdateReturn {
        var recorded = UpdateReturn(
            lead: lead,
            version: version,
            answers: answers,
            answeredBy: answeredBy,
            groupMeeting: groupMeeting
        )
        recorded.sheet = sheet
        return recorded
    }
}
