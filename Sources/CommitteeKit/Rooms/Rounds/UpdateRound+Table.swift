// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Everything that can happen to a round, each declared once.

extension UpdateRound {
    /// The events of a round.
    public enum Entries {}

    /// Everything that can be said of a round, in the order in which it usually happens.
    public static let table = SubjectTable<UpdateRound>([
        Entries.opened.declaration,
        Entries.assigned.declaration,
        Entries.extended.declaration,
        Entries.returned.declaration,
        Entries.saidNothing.declaration,
        Entries.withdrawn.declaration,
        Entries.worded.declaration,
        Entries.frozen.declaration,
        Entries.tabled.declaration,
        Entries.agreed.declaration,
        Entries.closed.declaration,
    ])
}

extension UpdateRound.Entries {
    /// The round was opened.
    static let opened = Event<UpdateRound, RoundOpening>(
        "round.opened",
        "A progress update was opened: who is asked of what, and by when.",
        by: .erasing(RoundOpening.shape)
    ) { round, opening, step in
        round.plan = opening.plan
        round.name = opening.name
        round.due = opening.due
        round.evidence = opening.evidence
        round.asked = opening.asked
        round.openedOn = step.effective
        return nil
    }.carried { ways in
        ways.ofRound("opened", RoundOpening.shape)
        ways.json = .by(UpdateRound.openingMembers)
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard earlier.asked.isEmpty, !later.asked.isEmpty else { return [] }
                let leads = later.asked.count == 1 ? "1 lead" : "\(later.asked.count) leads"
                return [
                    ChangeInWords(
                        "opened",
                        "\(name) was opened: \(leads) asked, to answer by "
                            + "\(later.due.formatted("d MMMM yyyy"))."
                    )
                ]
            }
        )
    }

    /// An item was given to another lead or group to answer.
    static let assigned = Event<UpdateRound, RoundAssignment>(
        "round.assigned",
        "An item is answered by another lead or group.",
        by: .erasing(RoundAssignment.shape)
    ) { round, given, step in
        if let refusal = round.refusalUnlessOpen("assign \(given.item)", step) { return refusal }
        if let now = round.lead(answering: given.item), now.key == given.lead {
            return "\(given.item) is asked of \(now.name) already. Nothing needs to change."
        }
        for place in round.asked.indices { round.asked[place].items.removeAll { $0 == given.item } }
        if let place = round.asked.firstIndex(where: { $0.key == given.lead }) {
            round.asked[place].items.append(given.item)
        } else {
            round.asked.append(
                AskedLead(
                    key: given.lead,
                    name: given.name,
                    group: given.group,
                    items: [given.item]
                )
            )
        }
        // Whoever is asked of nothing any more, and never answered, is not waited for.
        let heard = Set(round.returns.map(\.lead))
        round.asked.removeAll { $0.items.isEmpty && !heard.contains($0.key) }
        return nil
    }.carried { ways in
        ways.ofRound("assigned", RoundAssignment.shape)
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard !earlier.asked.isEmpty else { return [] }
                return later.asked.flatMap { lead in
                    lead.items.filter { item in
                        earlier.lead(answering: item)?.key != lead.key
                    }.map { item in
                        ChangeInWords("assigned", "\(name): \(lead.name) answers for \(item).")
                    }
                }
            }
        )
    }

    /// A lead has more time.
    static let extended = Event<UpdateRound, RoundExtension>(
        "round.extended",
        "A lead has more time to answer.",
        by: .erasing(RoundExtension.shape)
    ) { round, more, step in
        if let refusal = round.refusalUnlessOpen("give \(more.lead) more time", step) {
            return refusal
        }
        guard let place = round.asked.firstIndex(where: { $0.key == more.lead }) else {
            return round.unknown(more.lead)
        }
        let lead = round.asked[place]
        guard !round.missing(of: lead).isEmpty else {
            return
                "\(lead.name) has answered for everything. There is nothing to give more time for."
        }
        guard more.until > round.due(of: lead) else {
            return "\(lead.name) has until \(round.due(of: lead)), and \(more.until) is not later. "
                + "Name a later day."
        }
        guard more.until <= round.date else {
            return
                "\(lead.name) cannot have until \(more.until): the report is of \(round.date). Name a day "
                + "by then; what comes later is tabled, or waits for the next progress update."
        }
        round.asked[place].extendedTo = more.until
        return nil
    }.carried { ways in
        ways.ofRound("extended", RoundExtension.shape)
        ways.sentence = .by(
            Sentence { earlier, later, name in
                later.asked.compactMap { lead in
                    guard let until = lead.extendedTo,
                        earlier.asked.first(where: { $0.key == lead.key })?.extendedTo != until
                    else { return nil }
                    return ChangeInWords(
                        "extended",
                        "\(name): \(lead.name) has until \(until.formatted("d MMMM yyyy"))."
                    )
                }
            }
        )
    }

    /// A lead returned the update.
    static let returned = Event<UpdateRound, UpdateReturn>(
        "round.returned",
        "A lead answered for some items, in the lead's own words.",
        by: .erasing(UpdateReturn.shape, texts: ReturnedAnswer.texts, in: "answers")
    ) { round, given, step in
        if let frozen = round.frozenOn, round.closedOn == nil {
            return "The paper was frozen on \(frozen), so a return that comes later is tabled. "
                + "Record “tabled” in place of “returned”."
        }
        return round.take(given, step) { _ in }
    }.carried { ways in
        ways.ofRound("returned", UpdateReturn.shape)
        ways.json = .by([
            JSONMember("returns") { .array($0[$1].returns.map(\.exported)) }
        ])
        ways.sentence = .by(
            Sentence { earlier, later, name in
                later.returns.dropFirst(earlier.returns.count).map { returned in
                    let lead = later.lead(returned.lead)?.name ?? returned.lead
                    guard !returned.isNothing else {
                        return ChangeInWords("nil", "\(name): \(lead) has nothing to report.")
                    }
                    let items = returned.answers.map(\.item).joined(separator: ", ")
                    return ChangeInWords(
                        returned.isTabled ? "tabled" : "returned",
                        "\(name): \(lead) \(returned.isTabled ? "tabled" : "returned") \(items)."
                    )
                }
            }
        )
    }

    /// A lead has nothing to report.
    static let saidNothing = Event<UpdateRound, String>(
        "round.nil-returned",
        "A lead has nothing to report.",
        by: .lead
    ) { round, key, step in
        if let refusal = round.refusalUnlessOpen("record a nil return", step) { return refusal }
        guard let lead = round.asked.first(where: { $0.key == key }) else {
            return round.unknown(key)
        }
        guard round.returns(of: lead).isEmpty else {
            return "A return of \(lead.name) is recorded already. Withdraw it first, if there is "
                + "nothing to report after all."
        }
        var nothing = UpdateReturn(lead: key, version: round.nextVersion(of: lead))
        nothing.isNothing = true
        (nothing.on, nothing.by) = (step.effective, step.by)
        round.returns.append(nothing)
        return nil
    }.carried { $0.ofLead("nil") }

    /// A lead took the return back.
    static let withdrawn = Event<UpdateRound, String>(
        "round.withdrawn",
        "A lead took back what was returned.",
        by: .lead
    ) { round, key, step in
        if let refusal = round.refusalUnlessOpen("withdraw a return", step) { return refusal }
        guard let lead = round.asked.first(where: { $0.key == key }) else {
            return round.unknown(key)
        }
        guard !round.returns(of: lead).isEmpty else {
            return "There is no return of \(lead.name) to withdraw."
        }
        for place in round.returns.indices
        where round.returns[place].lead == key && round.returns[place].withdrawnOn == nil {
            round.returns[place].withdrawnOn = step.effective
        }
        return nil
    }.carried { ways in
        ways.ofLead("withdrawn")
        ways.sentence = .by(
            Sentence { earlier, later, name in
                var told: [String] = []
                for (before, now) in zip(earlier.returns, later.returns)
                where before.withdrawnOn == nil && now.withdrawnOn != nil {
                    if !told.contains(now.lead) { told.append(now.lead) }
                }
                return told.map { key in
                    let lead = later.lead(key)?.name ?? key
                    return ChangeInWords("withdrawn", "\(name): \(lead) took the return back.")
                }
            }
        )
    }

    /// The coordinator worded what was done.
    static let worded = Event<UpdateRound, RoundWording>(
        "round.worded",
        "The coordinator's wording of what was done, beside the lead's own.",
        by: .erasing(RoundWording.shape, texts: ["text"])
    ) { round, wording, step in
        if let refusal = round.refusalUnlessOpen("word \(wording.item)", step) { return refusal }
        guard round.answer(about: wording.item) != nil else {
            return "Nobody has answered for \(wording.item) yet, so there is nothing to word. "
                + "Receive the return first."
        }
        round.wordings[wording.item] = wording.text.isEmpty ? nil : wording.text
        return nil
    }.carried { ways in
        ways.ofRound("worded", RoundWording.shape)
        ways.json = .by([
            JSONMember("wordings") { rounds, place in
                let all = rounds[place].wordings.sorted { $0.key < $1.key }
                return .object(JSONObject(all.map { ($0.key, .string($0.value.plainText)) }))
            }
        ])
        ways.sentence = .by(
            Sentence { earlier, later, name in
                later.wordings.sorted { $0.key < $1.key }
                    .filter { earlier.wordings[$0.key] != $0.value }.map { item, text in
                        ChangeInWords("worded", "\(name): \(item) is worded: \(text.singleLine)")
                    }
            }
        )
    }

    /// The paper for the meeting was frozen.
    static let frozen = Event<UpdateRound, String>(
        "round.frozen",
        "The paper for the meeting was frozen; what comes later is tabled.",
        by: Codec(
            members: { JSONObject(compact: ["digest": .words($0)]) }
        ) { (payload) throws(PayloadError) in try payload.optionalText("digest") ?? "" }
    ) { round, digest, step in
        if let refusal = round.refusalUnlessOpen("freeze the paper", step) { return refusal }
        round.frozenOn = step.effective
        round.paperDigest = digest.isEmpty ? nil : digest
        return nil
    }.carried { ways in
        ways.sayNothingElse()
        ways.request = .by([
            RequestForm("frozen") { (fields, _) throws(JSONError) in
                _ = try fields.required("frozen", as: .yes)
                return [RequestedFact(.roundFrozen(digest: nil))]
            }
        ])
        ways.json = .by([
            JSONMember("frozenOn") { .date($0[$1].frozenOn) },
            JSONMember("paperDigest") { .string(optional: $0[$1].paperDigest) },
        ])
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard earlier.frozenOn == nil, let day = later.frozenOn else { return [] }
                let words = "\(name): the paper was frozen on \(day.formatted("d MMMM yyyy"))."
                return [ChangeInWords("frozen", words)]
            }
        )
    }

    /// A return came after the paper was frozen.
    static let tabled = Event<UpdateRound, UpdateReturn>(
        "round.tabled",
        "A return that came after the paper was frozen lies on the table of the meeting.",
        by: .erasing(UpdateReturn.shape, texts: ReturnedAnswer.texts, in: "answers")
    ) { round, given, step in
        guard round.frozenOn != nil || round.closedOn != nil else {
            return "The paper is not frozen yet, so a return is not tabled. Record “returned” in "
                + "place of “tabled”."
        }
        let agreed = Set(round.agreed.map(\.item))
        if round.closedOn == nil, let item = given.answers.map(\.item).first(where: agreed.contains)
        {
            return "The committee has agreed \(item), so nothing more is tabled for it. Keep the "
                + "return for the next progress update."
        }
        return round.take(given, step) { $0.isTabled = true }
    }.carried { ways in
        ways.ofRound("tabled", UpdateReturn.shape)
        ways.sentence = .not(because: "the sentences of “round.returned” tell every return")
    }

    /// The committee agreed what the report says.
    static let agreed = Event<UpdateRound, RoundAgreement>(
        "round.agreed",
        "What the committee agreed of each item, and at which meeting.",
        by: .erasing(RoundAgreement.shape, texts: AgreedAnswer.texts, in: "answers")
    ) { round, agreement, step in round.take(agreement, step) }.carried { ways in
        ways.ofRound("agreed", RoundAgreement.shape)
        ways.json = .by([
            JSONMember("meeting") { .string(optional: $0[$1].meeting) },
            JSONMember("agreed") { .array($0[$1].agreed.map(\.exported)) },
        ])
        ways.sentence = .by(
            Sentence { earlier, later, name in
                let known = Set(earlier.agreed)
                return later.agreed.filter { !known.contains($0) }.map { agreed in
                    ChangeInWords("agreed", "\(name): \(agreed.item) is agreed \(agreed.inWords).")
                }
            }
        )
    }

    /// The round was closed.
    static let closed = Event<UpdateRound, Nothing>(
        "round.closed",
        "The progress update was closed; what was agreed stands in the plan.",
        by: .nothing
    ) { round, _, step in
        if let closed = round.closedOn { return round.refusalOfClosed(closed, "close it") }
        guard round.frozenOn != nil else {
            return
                "\(round.title) has no frozen paper, so nothing was agreed. Freeze the paper and "
                + "record what the committee agrees first."
        }
        let open = round.openItems
        guard open.isEmpty else {
            return "The committee has not agreed \(open.shortList). Record what it agrees first."
        }
        round.closedOn = step.effective
        return nil
    }.carried { ways in
        ways.sayNothingElse()
        ways.request = .not(because: "closing records what was agreed in the plan, in one step")
        ways.json = .by([JSONMember("closedOn") { .date($0[$1].closedOn) }])
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard earlier.closedOn == nil, let day = later.closedOn else { return [] }
                return [
                    ChangeInWords(
                        "closed",
                        "\(name) was closed on \(day.formatted("d MMMM yyyy"))."
                    )
                ]
            }
        )
    }
}

extension Codec where Value == String {
    /// The short name of a lead.
    fileprivate static var lead: Codec {
        Codec(members: { ["lead": .string($0)] }) { (payload) throws(PayloadError) in
            try payload.text("lead")
        }
    }
}

extension Ways where Subject == UpdateRound {
    /// Says what holds for every event of a round.
    fileprivate mutating func sayNothingElse() {
        cell = .not(because: "a layout writes a plan, and a round writes into it when it is closed")
        columns = .not(because: "scripts read rounds, returns and answers as tables of their own")
        comparison = .not(because: "no document is read into a round")
        example = .not(because: "an example of a plugin is a plan")
        json = .not(because: "the members of the round say it")
    }

    /// Says how a person writes an event whose value is an object.
    fileprivate mutating func ofRound<Value: Hashable & Sendable>(
        _ name: String,
        _ shape: Shape<Value>
    ) {
        sayNothingElse()
        request = .by([
            RequestForm(name) { (fields, _) throws(JSONError) in
                let value = try fields.required(name, as: shape.type)
                return UpdateRound.fact(of: name, value).map { [RequestedFact($0)] } ?? []
            }
        ])
        sentence = .not(because: "another event's sentences tell it")
    }

    /// Says how a person writes an event that names a lead.
    fileprivate mutating func ofLead(_ name: String) {
        sayNothingElse()
        request = .by([
            RequestForm(name) { (fields, _) throws(JSONError) in
                let inner = try fields.required(name, as: .fields(known: ["lead"]))
                let lead = try inner.required("lead", as: .name)
                return [
                    RequestedFact(
                        name == "nil" ? .roundNilReturned(by: lead) : .roundWithdrawn(by: lead)
                    )
                ]
            }
        ])
        sentence = .not(because: "the sentences of “round.returned” tell every return")
    }
}
