// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The meetings of a committee, while the entries of a journal are being folded.
public struct MeetingsFold: RoomFold {
    private var state = MeetingsState()
    private var places: [String: Int] = [:]
    private var decisionPlaces: [String: Int] = [:]

    init() {}

    /// Takes in what happened to a meeting or a decision, how a body meets, and the working days.
    public mutating func apply(
        _ fact: Change.Fact,
        _ step: FoldStep,
        asking door: FoldDoor
    ) -> String? {
        if Meeting.table[fact.kind] != nil { return takeMeeting(fact, step, door) }
        if CommitteeDecision.table[fact.kind] != nil { return takeDecision(fact, step, door) }
        return MeetingsState.table.apply(fact, to: &state, step)
    }

    private mutating func takeMeeting(
        _ fact: Change.Fact,
        _ step: FoldStep,
        _ door: FoldDoor
    ) -> String? {
        guard let (body, day) = step.subject.meetingParts else {
            return "“\(step.subject)” is not a meeting. Name its body and the day for which it was "
                + "planned, such as cpc/2023-12-05."
        }
        let place = places[step.subject.id]
        let known = place.map { state.calledMeetings[$0] } ?? Meeting(body: body, planned: day)
        if let refusal = refusal(of: fact, about: known, step, door) { return refusal }
        guard let place else {
            var meeting = known
            if let refusal = Meeting.table.apply(fact, to: &meeting, step) { return refusal }
            places[step.subject.id] = state.calledMeetings.count
            state.calledMeetings.append(meeting)
            return nil
        }
        return Meeting.table.apply(fact, to: &state.calledMeetings[place], step)
    }

    /// Why an entry cannot be, seen from the other meetings.
    private func refusal(
        of fact: Change.Fact,
        about meeting: Meeting,
        _ step: FoldStep,
        _ door: FoldDoor
    ) -> String? {
        if let correction = fact.value(as: MinuteCorrection.self) {
            return refusal(at: correction.at, "correct", meeting, step, door)
        }
        if let approval = fact.value(as: MeetingApproval.self) {
            return refusal(at: approval.at, "approve", meeting, step, door)
        }
        var day = meeting.day
        if let move = fact.value(as: MeetingMove.self) {
            day = move.to
        } else if fact.value(as: MeetingCall.self) == nil {
            return nil
        }
        let other = state.calledMeetings.first {
            $0.body == meeting.body && $0.planned != meeting.planned && $0.day == day
                && !$0.isCancelled
        }
        return other.map {
            "\($0.title) is held on that day already (it was planned for \($0.planned)). Name another "
                + "day."
        }
    }

    /// Why a minute cannot be corrected or approved at a meeting.
    private func refusal(
        at reference: String,
        _ deed: String,
        _ meeting: Meeting,
        _ step: FoldStep,
        _ door: FoldDoor
    ) -> String? {
        guard let later = existing(reference, door) else { return unknown(reference, step) }
        guard later.body == meeting.body else {
            return "\(later.title) is of another body, and a body settles its own minutes. Name a "
                + "meeting of \(meeting.bodyName)."
        }
        guard later.day > meeting.day else {
            return
                "\(later.title) is not after \(meeting.title.lowercasedFirst). A later meeting may "
                + "\(deed) the minute."
        }
        return refusal(unlessHeld: later, step)
    }

    private mutating func takeDecision(
        _ fact: Change.Fact,
        _ step: FoldStep,
        _ door: FoldDoor
    ) -> String? {
        guard step.subject.kind == "decision",
            let parts = CommitteeDecision.parts(of: step.subject.id, mark: "#")
        else {
            return "“\(step.subject)” is not a decision between meetings. Name its body and its "
                + "number, such as cpc/C1."
        }
        let place = decisionPlaces[step.subject.id]
        var decision =
            place.map { state.decisions[$0] }
            ?? CommitteeDecision(body: parts.body, number: parts.number)
        if let approval = fact.value(as: MeetingApproval.self) {
            guard let meeting = existing(approval.at, door) else {
                return unknown(approval.at, step)
            }
            guard meeting.body == decision.body else {
                return
                    "\(meeting.title) is of another body. Name a meeting of the body that decided."
            }
            if let taken = decision.decidedOn, meeting.day < taken {
                return
                    "\(meeting.title) was before \(decision.reference), which was taken on \(taken). "
                    + "Name a later meeting."
            }
            if let refusal = refusal(unlessHeld: meeting, step) { return refusal }
        }
        if let refusal = CommitteeDecision.table.apply(fact, to: &decision, step) { return refusal }
        if let place {
            state.decisions[place] = decision
        } else {
            decisionPlaces[step.subject.id] = state.decisions.count
            state.decisions.append(decision)
        }
        return nil
    }

    // MARK: Other meetings

    private func existing(_ reference: String, _ door: FoldDoor) -> Meeting? {
        guard let parts = Meeting.parts(of: reference) else { return nil }
        let subject = SubjectReference.meeting(of: parts.body, on: parts.planned)
        door.look(at: subject)
        return places[subject.id].map { state.calledMeetings[$0] }
    }

    private func unknown(_ reference: String, _ step: FoldStep) -> String {
        let meeting = reference.prefix { $0 != "#" }
        let known = state.calledMeetings.map(\.reference)
        return "The meeting \(meeting) was not called on \(step.effective). "
            + (known.isEmpty
                ? "Call it first." : ClosestName.suggestion(for: String(meeting), in: known))
    }

    private func refusal(unlessHeld meeting: Meeting, _ step: FoldStep) -> String? {
        if let day = meeting.cancelledOn {
            return
                "\(meeting.title) was cancelled on \(day), so it settled nothing. Name another one."
        }
        guard step.effective >= meeting.day else {
            return
                "\(meeting.title) is still to come on \(step.effective). Record it when it was held."
        }
        return nil
    }

    /// Returns the card of a body's meetings, of a meeting, or of something in one.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        switch subject.kind {
        case "meeting": places[subject.id].flatMap { state.calledMeetings[$0].card(of: subject) }
        case "decision":
            decisionPlaces[subject.id].map { place in
                let decision = state.decisions[place]
                return decision.card(isPublic: state.isPublic(decision))
            }
        default: state.card(of: subject)
        }
    }

    /// Returns what the room keeps: the meetings by their days.
    public func finished() -> MeetingsState {
        var state = state
        state.calledMeetings.sort { ($0.day, $0.body) < ($1.day, $1.body) }
        return state
    }
}

extension SubjectReference {
    /// The body and the planned day of a meeting, when the reference names one.
    var meetingParts: (body: String, planned: CivilDate)? {
        guard kind == "meeting", let mark = id.lastIndex(of: "#"), mark > id.startIndex,
            let day = CivilDate(iso: String(id[id.index(after: mark)...]))
        else { return nil }
        return (String(id[..<mark]), day)
    }
}
