// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The room of what people did about reminders, and of the data that somebody returns by a date.
public struct RemindingRoom: Room {
    /// Creates the room.
    public init() {}

    /// The room's name.
    public var name: String { "reminding" }

    /// Data sets; an act is about the subject of its reminder.
    public var subjects: [SubjectKind] { ["data-set"] }

    /// What people did about reminders, and data sets as they were set and came in.
    public var kinds: [DeclaredKind] { RemindingState.table.kinds }

    /// A deadline that is revised, and work that goes on, end what was said to be done.
    public var follows: Set<EntryKind> {
        ["action.timescale-set", "action.reopened", "action.goes-on"]
    }

    /// An act and a data set are about one subject each.
    public func reach(of kind: EntryKind) -> EntryReach { .subject }

    /// Begins to fold a journal.
    public func fold(asOf date: CivilDate?) -> RemindingFold { RemindingFold() }

    /// How a person says what they did about a reminder, and sets data sets.
    public var requests: [RequestTarget] { RemindingRequests.targets }
}

/// What people did about reminders, while the entries are being folded.
public struct RemindingFold: RoomFold {
    private var state = RemindingState()

    init() {}

    /// Takes in an act or a data set.
    public mutating func apply(
        _ fact: Change.Fact,
        _ step: FoldStep,
        asking door: FoldDoor
    ) -> String? {
        if let act = fact.value(as: ReminderAct.Said.self) { return take(act, step, door) }
        return RemindingState.table.apply(fact, to: &state, step)
    }

    private mutating func take(
        _ act: ReminderAct.Said,
        _ step: FoldStep,
        _ door: FoldDoor
    ) -> String? {
        guard act.reminder.subject == step.subject else {
            return "The reminder “\(act.reminder)” is about \(act.reminder.subject), not about "
                + "\(step.subject). Record it about what it reminds of."
        }
        switch act.deed {
        case .snoozed(let day) where day <= step.effective:
            return
                "A reminder cannot be snoozed on \(step.effective) until \(day). Name a later day."
        case .delegated(let name) where name.comparisonKey.isEmpty:
            return "It delegates a reminder to nobody. Name a lead."
        default: break
        }
        if let missing = missingSubject(step, door) { return missing }
        state.reminderActs.append(
            ReminderAct(
                reminder: act.reminder,
                deed: act.deed,
                on: step.effective,
                by: step.by,
                sequence: step.sequence,
                note: act.note
            )
        )
        return nil
    }

    /// Why the plan, the item or the risk of a reminder cannot be reminded of, if it is not there.
    private func missingSubject(_ step: FoldStep, _ door: FoldDoor) -> String? {
        let subject = step.subject
        if ["risk", "acceptance", "risk-state"].contains(subject.kind) {
            guard door.card(of: .risk(subject.id)) == nil else { return nil }
            return "There is no risk “\(subject.id)” on \(step.effective). Propose it first, or "
                + "correct its name."
        }
        guard subject.kind == "plan" || subject.kind == "action" else { return nil }
        let id = subject.planItem?.plan ?? subject.id
        guard door.card(of: .plan(id)) != nil else {
            return "There is no plan “\(id)” on \(step.effective). Draft it first, or correct its "
                + "name."
        }
        guard let item = subject.planItem?.item, door.card(of: subject) == nil else { return nil }
        return "The plan “\(id)” has no action “\(item)” on \(step.effective)."
    }

    /// Whether anybody did anything about a reminder.
    public var isFollowing: Bool { !state.reminderActs.isEmpty }

    /// Ends what was said to be done, when an item's deadline is revised or it is taken up again.
    public mutating func follow(_ step: FoldStep, before: SubjectCard?, after: SubjectCard?) {
        if step.kind == "action.timescale-set", before?.due == after?.due { return }
        for index in state.reminderActs.indices {
            let act = state.reminderActs[index]
            guard act.deed.saysDone, act.endedOn == nil, act.reminder.subject == step.subject
            else { continue }
            state.reminderActs[index].endedOn = step.effective
        }
    }

    /// Returns the card of a data set.
    public func card(of subject: SubjectReference) -> SubjectCard? { state.card(of: subject) }

    /// Returns the acts and the data sets.
    public func finished() -> RemindingState { state }
}

/// What people did about reminders, and the data sets that somebody returns.
public struct RemindingState: RoomState {
    /// The data sets, in the order in which they were set.
    public var dataSets: [DataSet] = []
    /// What people did about reminders, oldest first.
    public var reminderActs: [ReminderAct] = []

    /// Creates the state of a committee in which nobody did anything about a reminder.
    public init() {}

    /// Leaves out everything for whoever is not of the committee, and for the committee the acts about
    /// what is restricted.
    public mutating func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    ) {
        guard audience < .committee else {
            let all = reminderActs.count
            reminderActs.removeAll { !door.may(audience, knowOf: $0.matter) }
            return omissions.note(
                all - reminderActs.count,
                "acts on reminders",
                one: "act on reminders"
            )
        }
        omissions.note(dataSets.count, "data sets", one: "data set")
        omissions.note(reminderActs.count, "acts on reminders", one: "act on reminders")
        dataSets = []
        reminderActs = []
    }

    /// Returns the card of a data set.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        guard subject.kind == "data-set" else { return nil }
        return dataSets.first { $0.id == subject.id }.map {
            SubjectCard(subject, name: $0.title, audience: .committee)
        }
    }

    /// Says in words which data sets are to be returned, and which came in.
    public func changes(since earlier: Self, in editions: EditionPair) -> [EditionChange] {
        dataSets.flatMap { data in
            var (was, now) = (earlier, self)
            was.dataSets.removeAll { $0.id != data.id }
            now.dataSets = [data]
            return Self.table.sentences(from: was, to: now, of: "The data set “\(data.title)”").map
            {
                EditionChange(.dataSet(data.id), kind: $0.kind, sentence: $0.sentence)
            }
        }
    }

    /// Returns the data sets and the acts; nothing of a committee that has neither.
    public func exported(on day: CivilDate) -> JSONObject {
        var members = JSONObject()
        if !dataSets.isEmpty { members["dataSets"] = .array(dataSets.map(\.exported)) }
        if !reminderActs.isEmpty {
            members["reminderActs"] = .array(reminderActs.map { .object($0.exported) })
        }
        return members
    }
}

extension ReminderAct {
    /// The subject of which some room may know more: an acceptance or a state is one of its risk.
    fileprivate var matter: SubjectReference {
        let subject = reminder.subject
        return ["acceptance", "risk-state"].contains(subject.kind) ? .risk(subject.id) : subject
    }
}

extension DataSet {
    /// The data set with the periods that came in.
    fileprivate var exported: JSONValue {
        var members = json.members ?? JSONObject()
        members["received"] = .array(
            receivedOn.sorted { $0.key < $1.key }.map {
                ["period": .date($0.key), "on": .date($0.value)]
            }
        )
        return .object(members)
    }
}

extension ReminderAct {
    /// The act as an export has it.
    fileprivate var exported: JSONObject {
        var members: JSONObject = [
            "reminder": .string(reminder.description), "deed": .string(deed.name),
        ]
        switch deed {
        case .acknowledged, .done, .stopped: break
        case .snoozed(let day): members["until"] = .date(day)
        case .delegated(let name): members["to"] = .string(name)
        }
        members["on"] = .date(on)
        members["by"] = .string(by)
        members["note"] = .string(note.plainText)
        members["endedOn"] = .date(endedOn)
        return members
    }
}

extension Record {
    /// The data sets that somebody returns to the committee, in the order in which they were set.
    public var dataSets: [DataSet] {
        get { self[RemindingState.self].dataSets }
        set { self[RemindingState.self].dataSets = newValue }
    }
    /// What people did about reminders, oldest first.
    public var reminderActs: [ReminderAct] {
        get { self[RemindingState.self].reminderActs }
        set { self[RemindingState.self].reminderActs = newValue }
    }
}

extension Edition {
    /// The data sets that somebody returns to the committee; only for the committee itself.
    public var dataSets: [DataSet] {
        get { self[RemindingState.self].dataSets }
        set { self[RemindingState.self].dataSets = newValue }
    }
    /// What people did about reminders, oldest first; only for the committee itself.
    public var reminderActs: [ReminderAct] {
        get { self[RemindingState.self].reminderActs }
        set { self[RemindingState.self].reminderActs = newValue }
    }
}
