// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// How acts on reminders and data sets are kept, and how a person writes them.

extension ReminderAct {
    /// What somebody says they did about a reminder.
    struct Said: Hashable, Sendable {
        var reminder: ReminderIdentity
        var deed: Deed
        var note: Prose
    }

    /// The five things that can be done about a reminder, each a kind of entry of its own.
    static let events = [
        event("acknowledged", "The reminder was seen.") { (_) throws(PayloadError) in
            .acknowledged
        },
        event("snoozed", "The reminder is to rest until a day.") { (payload) throws(PayloadError) in
            .snoozed(until: try payload.date("until"))
        },
        event("delegated", "Another lead is reminded from now on.") {
            (payload) throws(PayloadError) in
            .delegated(to: try payload.text("to"))
        },
        event("done", "The lead says that the work is done.") { (_) throws(PayloadError) in .done },
        event("stopped", "The work is done, or needs no reminding any more.") {
            (_) throws(PayloadError) in .stopped
        },
    ]

    private static func event(
        _ name: String,
        _ summary: String,
        deed: @escaping @Sendable (Payload) throws(PayloadError) -> Deed
    ) -> Event<RemindingState, Said> {
        let codec = Codec<Said>(write: \.recorded) { (payload) throws(PayloadError) in
            Said(
                reminder: try payload.required("reminder", "the identifier of a reminder") {
                    $0.text.flatMap { ReminderIdentity($0) }
                },
                deed: try deed(payload),
                note: payload["note"] == nil ? Prose() : try payload.prose("note")
            )
        }
        return Event(EntryKind("reminder.\(name)"), summary, by: codec) { _, _, _ in nil }
    }
}

extension ReminderAct.Said {
    fileprivate var recorded: Recorded {
        var payload: JSONObject = ["reminder": .string(reminder.description)]
        switch deed {
        case .acknowledged, .done, .stopped: break
        case .snoozed(let day): payload["until"] = .date(day)
        case .delegated(let name): payload["to"] = .string(name)
        }
        guard !note.isEmpty else { return Recorded(payload) }
        payload["note"] = ErasableText.reference(to: "note")
        return Recorded(payload, texts: [ErasableText("note", note.markup)])
    }
}

extension RemindingState {
    /// Everything that can be said of data sets and of reminders.
    ///
    /// Acts on reminders are taken in by the fold, which asks whether their subject is there.
    static let table = SubjectTable<RemindingState>(
        [DataSet.set.declaration, DataSet.received.declaration]
            + ReminderAct.events.map(\.declaration)
    )
}

extension DataSet {
    static let set = Event<RemindingState, DataSet>(
        "data-set.set",
        "A data set that somebody returns: who, after which periods, and within what time.",
        by: .node("dataSet", { $0.json }) { (node) throws(JSONError) in
            try DataSet(json: node, source: "dataSet")
        }
    ) { state, dataSet, _ in
        guard let place = state.dataSets.firstIndex(where: { $0.id == dataSet.id }) else {
            state.dataSets.append(dataSet)
            return nil
        }
        let received = state.dataSets[place].receivedOn
        state.dataSets[place] = dataSet
        state.dataSets[place].receivedOn = received
        return nil
    }.carried { ways in
        ways.sentence = .by(
            Sentence { earlier, later, name in
                later.dataSets.compactMap { data in
                    let old = earlier.dataSets.first { $0.id == data.id }
                    guard old?.duty != data.duty else { return nil }
                    let before = old.map { "; before \($0.duty)" } ?? ""
                    return ChangeInWords("data-set", "\(name) is owed by \(data.duty)\(before).")
                }
            }
        )
    }

    static let received = Event<RemindingState, CivilDate>(
        "data-set.received",
        "A data set came in for the period that ends on a day.",
        by: Codec(members: { ["period": .date($0)] }) { (payload) throws(PayloadError) in
            try payload.date("period")
        }
    ) { state, period, step in
        let id = step.subject.id
        guard let place = state.dataSets.firstIndex(where: { $0.id == id }) else {
            let known = ClosestName.suggestion(for: id, in: state.dataSets.map(\.id))
            return "There is no data set “\(id)” on \(step.effective). \(known)"
        }
        guard state.dataSets[place].hasPeriod(endingOn: period) else {
            let near = state.dataSets[place].periods(through: period + 366).suffix(4)
            return "The data set “\(id)” has no period that ends on \(period). Its periods end on "
                + "\(near.map(\.description).joined(separator: ", ")) and so on."
        }
        if state.dataSets[place].receivedOn[period] == nil {
            state.dataSets[place].receivedOn[period] = step.effective
        }
        return nil
    }.carried { ways in
        ways.sentence = .by(
            Sentence { earlier, later, name in
                later.dataSets.flatMap { data in
                    let known = earlier.dataSets.first { $0.id == data.id }?.received ?? []
                    return data.receivedOn.sorted { $0.key < $1.key }
                        .filter { !known.contains($0.key) }.map { period, day in
                            ChangeInWords(
                                "data-received",
                                "\(name) came in on \(day.formatted("d MMMM yyyy")), for the period "
                                    + "that ended on \(period.formatted("d MMMM yyyy"))."
                            )
                        }
                }
            }
        )
    }

    /// Who owes it, how often and within what time, in words that fit after “it is owed by”.
    private var duty: String {
        let end = until.map { " until \($0.formatted("d MMMM yyyy"))" } ?? ""
        return
            "\(lead) every \(every.afterEvery) from \(from.formatted("d MMMM yyyy"))\(end), within \(within)"
    }
}

extension Change.Fact {
    /// A data set was set: who returns it, after which periods.
    public static func dataSetSet(_ dataSet: DataSet) -> Self { DataSet.set.fact(dataSet) }
    /// A data set came in for the period that ends on a day.
    public static func dataReceived(period: CivilDate) -> Self { DataSet.received.fact(period) }
    /// Somebody did something about a reminder.
    public static func reminder(
        _ reminder: ReminderIdentity,
        _ deed: ReminderAct.Deed,
        note: Prose
    ) -> Self {
        let said = ReminderAct.Said(reminder: reminder, deed: deed, note: note)
        let event = ReminderAct.events.first {
            $0.declared.kind.rawValue == "reminder.\(deed.name)"
        }
        return (event ?? ReminderAct.events[0]).fact(said)
    }
}

/// How a person says what they did about a reminder, and sets data sets.
enum RemindingRequests {
    static let targets = [dataSet, dataReceived, reminder]

    private static let dataSet = RequestTarget("dataSet", noun: "a data set") {
        (fields, _) throws(JSONError) in
        let node = try fields.required("dataSet", as: .node)
        let data = try DataSet(json: node, source: fields.place.source)
        return RequestedSubject(
            .dataSet(data.id),
            [NamedAspect("dataSet", .fact(RequestedFact(.dataSetSet(data))))]
        )
    }

    private static let dataReceived = RequestTarget("dataReceived", noun: "a data set") {
        (fields, _) throws(JSONError) in
        let inner = try fields.required("dataReceived", as: .fields(known: ["id", "period"]))
        let id = try inner.required("id", as: .name)
        let period = try inner.required("period", as: .date)
        return RequestedSubject(
            .dataSet(id),
            [NamedAspect("dataReceived", .fact(RequestedFact(.dataReceived(period: period))))]
        )
    }

    private static let deeds = ["acknowledged", "snoozed", "delegated", "done", "stopped"]

    private static let reminder = RequestTarget(
        "reminder",
        noun: "a reminder",
        members: ["note", "deed", "until", "to"],
        advice: "Say its “deed”: \(deeds.joined(separator: ", "))."
    ) { (fields, _) throws(JSONError) in
        let identity = try fields.required(
            "reminder",
            as: JSONFieldType<String>.text.checked(
                "the identifier of a reminder, as “committee remind --json” lists it"
            ) { ReminderIdentity($0) }
        )
        let name = try fields.required("deed", as: .one(of: deeds))
        for (member, deed) in [("until", "snoozed"), ("to", "delegated")]
        where fields.has(member) && name != deed {
            throw fields.error(
                "“\(member)” goes with the deed “\(deed)”. Leave it out.",
                at: member
            )
        }
        let note = fields.has("note") ? try fields.required("note", as: .prose) : Prose()
        let fact = Change.Fact.reminder(identity, try deed(name, fields), note: note)
        return RequestedSubject(
            identity.subject,
            [NamedAspect("reminder", .fact(RequestedFact(fact)))]
        )
    }

    private static func deed(
        _ name: String,
        _ fields: JSONFields
    ) throws(JSONError) -> ReminderAct.Deed {
        switch name {
        case "snoozed": .snoozed(until: try fields.required("until", as: .date))
        case "delegated": .delegated(to: try fields.required("to", as: .name))
        case "done": .done
        case "stopped": .stopped
        default: .acknowledged
        }
    }
}
