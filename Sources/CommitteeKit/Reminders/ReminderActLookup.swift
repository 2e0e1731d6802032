// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What people did about reminders, found by what they did it about.
struct ReminderActLookup: Sendable {
    private var byOccasion: [ReminderOccasion: [ReminderAct]] = [:]
    private var doneItems: [SubjectReference: ReminderAct] = [:]
    private var seen: [String: ReminderAct] = [:]
    let isEmpty: Bool

    init(_ acts: [ReminderAct]) {
        isEmpty = acts.isEmpty
        for act in acts where act.endedOn == nil {
            let subject = act.reminder.subject
            switch act.deed {
            case .acknowledged: seen[act.reminder.description] = act
            case .done, .stopped:
                if subject.kind == "action" { doneItems[subject] = act }
                byOccasion[ReminderOccasion(subject: subject, due: act.reminder.due), default: []]
                    .append(act)
            case .snoozed, .delegated:
                byOccasion[ReminderOccasion(subject: subject, due: act.reminder.due), default: []]
                    .append(act)
            }
        }
    }

    /// What the acts come to for one occasion on a day.
    struct Effect {
        /// The act that keeps every reminder silent, if one does.
        var silencing: ReminderAct?
        /// Who is reminded in place of the leads.
        var delegate: ReminderAct?
        /// The act that calls for the reminder again, and the day on which it does.
        var renewal: (act: ReminderAct, on: CivilDate)?
    }

    func effect(on occasion: ReminderOccasion, _ day: CivilDate) -> Effect {
        var effect = Effect()
        guard !isEmpty else { return effect }
        let acts = (byOccasion[occasion] ?? []).filter { $0.on <= day }
        effect.delegate = acts.last { if case .delegated = $0.deed { true } else { false } }
        if let delegate = effect.delegate { effect.renewal = (delegate, delegate.on) }
        for act in acts.reversed() {
            guard case .snoozed(let until) = act.deed else { continue }
            if until > day { effect.silencing = act }
            if until <= day, until >= effect.renewal?.on ?? .earliest {
                effect.renewal = (act, until)
            }
            break
        }
        let done = acts.last(where: \.deed.saysDone) ?? doneItems[occasion.subject]
        if let done, done.on <= day { effect.silencing = done }
        return effect
    }

    /// The act by which a reminder was seen.
    func acknowledgement(of id: String) -> ReminderAct? { isEmpty ? nil : seen[id] }
}
