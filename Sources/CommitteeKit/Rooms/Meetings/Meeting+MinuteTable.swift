// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What can happen to the minute of a meeting and to the actions in it.

extension Meeting.Entries {
    /// The minute was drafted.
    static let minuteDrafted = event(
        "meeting.minute-drafted",
        as: "minute",
        "The minute of a meeting as it is drafted, whole: discussion, decisions and actions.",
        Minute.shape,
        texts: [
            PayloadTexts(["title", "text"], in: "items"), PayloadTexts(["text"], in: "decisions"),
            PayloadTexts(["text"], in: "actions"),
        ],
        json: Minute.members,
        says: .minuteDrafted
    ) { meeting, draft, step in
        if let refusal = meeting.refusalUnlessCalled("draft its minute", step) { return refusal }
        guard step.effective >= meeting.day else {
            return
                "\(meeting.title) is still to come on \(step.effective). Draft its minute when it "
                + "was held."
        }
        if let minute = meeting.minute, minute.state != .draft {
            let day = minute.approvedOn ?? minute.circulatedOn ?? step.effective
            return "The minute of \(meeting.title.lowercasedFirst) was "
                + "\(minute.state.rawValue) on \(day), so its text stays. Record a correction."
        }
        if let refusal = meeting.refusal(of: draft) { return refusal }
        var minute = draft.text
        minute.draftedOn = step.effective
        // What became of an action since stands, however the draft words it.
        for place in minute.actions.indices {
            let code = minute.actions[place].code
            guard let known = meeting.minute?.actions.first(where: { $0.code == code }) else {
                continue
            }
            minute.actions[place].doneOn = known.doneOn
            minute.actions[place].extensions = known.extensions
        }
        meeting.readsSince.minute = step.readsSince
        meeting.codes.formUnion(minute.codes.map(\.code))
        meeting.minute = minute
        meeting.minuteRevision += 1
        return nil
    }

    /// The minute was circulated.
    static let minuteCirculated = event(
        "meeting.minute-circulated",
        as: "minuteCirculated",
        "The draft minute of a meeting went out to the members.",
        json: [JSONMember("circulatedOn") { .date($0[$1].minute?.circulatedOn) }],
        says: .minuteCirculated
    ) { meeting, _, step in
        if let refusal = meeting.refusalUnlessCalled("circulate its minute", step) {
            return refusal
        }
        guard let minute = meeting.minute else { return meeting.refusalWithoutMinute }
        guard minute.state == .draft else {
            return "The minute of \(meeting.title.lowercasedFirst) was circulated on "
                + "\(minute.circulatedOn ?? step.effective) already."
        }
        let parts: [KeyPath<Meeting.ReadsSince, Int>] = [\.agenda, \.minute]
        if let refusal = meeting.refusal(changing: "minute", by: parts, "circulated", step) {
            return refusal
        }
        meeting.minute?.circulatedOn = step.effective
        return nil
    }

    /// The minute was corrected.
    static let minuteCorrected = event(
        "meeting.minute-corrected",
        as: "correction",
        "A correction of a minute, made at a later meeting and shown beside the text.",
        MinuteCorrection.shape,
        texts: [PayloadTexts(["text"])],
        json: [
            JSONMember("corrections") { meetings, place in
                .array(
                    meetings[place].corrections.map { correction in
                        var members = MinuteCorrection.shape.write(correction)
                        members["text"] = .string(correction.text.plainText)
                        members["on"] = .date(correction.on)
                        return .object(members)
                    }
                )
            }
        ],
        says: .minuteCorrected
    ) { meeting, correction, step in
        if let refusal = meeting.refusalUnlessCalled("correct its minute", step) { return refusal }
        guard let minute = meeting.minute else { return meeting.refusalWithoutMinute }
        guard minute.state != .draft else {
            return "The minute of \(meeting.title.lowercasedFirst) is a draft. Change the draft "
                + "itself, or circulate it first."
        }
        if let approvedAt = minute.approvedAt, let approved = minute.approvedOn,
            correction.at.prefix(while: { $0 != "#" }) != approvedAt.prefix(while: { $0 != "#" })
        {
            return
                "The minute of \(meeting.title.lowercasedFirst) was approved on \(approved) at "
                + "\(approvedAt), and only corrections of that meeting stand beside it. Minute what was "
                + "found since at the meeting that found it."
        }
        let known = minute.items.map(\.number) + minute.codes.map(\.code)
        guard known.contains(correction.item) || meeting.item(correction.item) != nil else {
            return "The minute of \(meeting.title.lowercasedFirst) has nothing numbered "
                + "“\(correction.item)”. " + ClosestName.suggestion(for: correction.item, in: known)
        }
        guard !correction.text.isEmpty else {
            return "The correction of \(correction.item) has no words. Say how it should read."
        }
        var correction = correction
        correction.on = step.effective
        meeting.corrections.append(correction)
        return nil
    }

    /// The minute was approved.
    static let minuteApproved = event(
        "meeting.minute-approved",
        as: "minuteApproved",
        "A later meeting approved the minute, which never changes from then on.",
        MeetingApproval.shape,
        json: [
            JSONMember("approvedOn") { .date($0[$1].minute?.approvedOn) },
            JSONMember("approvedAt") { .string(optional: $0[$1].minute?.approvedAt) },
        ],
        says: .minuteApproved
    ) { meeting, approval, step in
        if let refusal = meeting.refusalUnlessCalled("approve its minute", step) { return refusal }
        guard let minute = meeting.minute else { return meeting.refusalWithoutMinute }
        switch minute.state {
        case .draft:
            return "The minute of \(meeting.title.lowercasedFirst) is a draft. Circulate it first."
        case .approved:
            return "The minute of \(meeting.title.lowercasedFirst) was approved on "
                + "\(minute.approvedOn ?? step.effective) already."
        case .circulated: break
        }
        let parts: [KeyPath<Meeting.ReadsSince, Int>] = [
            \.agenda, \.attendance, \.interests, \.minute,
        ]
        if let refusal = meeting.refusal(changing: "minute", by: parts, "approved", step) {
            return refusal
        }
        meeting.minute?.approvedOn = step.effective
        meeting.minute?.approvedAt = approval.at
        return nil
    }

    /// An action was done.
    static let actionDone = event(
        "meeting.action-done",
        as: "actionDone",
        "An action of a meeting was done.",
        Shape(ActionCode(code: ""), [.required("code", \.code, .name)]),
        says: .actionDone
    ) { meeting, done, step in
        if let refusal = meeting.refusalUnlessCalled("close an action", step) { return refusal }
        guard let place = meeting.minute?.actions.firstIndex(where: { $0.code == done.code }) else {
            return meeting.unknownAction(done.code)
        }
        if let day = meeting.minute?.actions[place].doneOn {
            return "Action \(done.code) of \(meeting.title.lowercasedFirst) was done on \(day) "
                + "already."
        }
        meeting.minute?.actions[place].doneOn = step.effective
        return nil
    }

    /// An action has more time.
    static let actionExtended = event(
        "meeting.action-extended",
        as: "actionExtended",
        "An action of a meeting has more time.",
        ActionExtension.shape,
        says: .actionExtended
    ) { meeting, more, step in
        if let refusal = meeting.refusalUnlessCalled("extend an action", step) { return refusal }
        guard let place = meeting.minute?.actions.firstIndex(where: { $0.code == more.code }),
            let action = meeting.minute?.actions[place]
        else { return meeting.unknownAction(more.code) }
        if let day = action.doneOn {
            return
                "Action \(more.code) of \(meeting.title.lowercasedFirst) was done on \(day), so it "
                + "needs no more time."
        }
        if let due = action.due, more.until <= due {
            return "Action \(more.code) of \(meeting.title.lowercasedFirst) has until \(due), and "
                + "\(more.until) is not later. Name a later day."
        }
        meeting.minute?.actions[place].extensions.append(more.until)
        return nil
    }
}

/// The code of an action that was done.
struct ActionCode: Hashable, Sendable {
    var code: String
}

extension Minute {
    /// The members that a minute adds to its meeting in exports.
    fileprivate static let members: [JSONMember<Meeting>] = [
        JSONMember("minute") { meetings, place in
            .string(optional: meetings[place].minute?.state.rawValue)
        },
        JSONMember("draftedOn") { .date($0[$1].minute?.draftedOn) },
        JSONMember("discussion") { meetings, place in
            guard let minute = meetings[place].minute else { return .null }
            return .array(
                minute.items.map { item in
                    var members = MinutedItem.shape.write(item)
                    members["text"] = .string(item.text.plainText)
                    return .object(members)
                }
            )
        },
        JSONMember("decisions") { meetings, place in
            guard let minute = meetings[place].minute else { return .null }
            return .array(
                minute.decisions.map { decision in
                    var members = MinutedDecision.shape.write(decision)
                    members["text"] = .string(decision.text.plainText)
                    return .object(members)
                }
            )
        },
        JSONMember("actions") { meetings, place in
            guard let minute = meetings[place].minute else { return .null }
            return .array(minute.actions.map { .object($0.exported) })
        },
    ]
}

extension MinutedAction {
    /// The action with what became of it, as exports have it.
    fileprivate var exported: JSONObject {
        var members = MinutedAction.shape.write(self)
        members["text"] = .string(text.plainText)
        if !extensions.isEmpty { members["extendedTo"] = .array(extensions.map { .date($0) }) }
        if doneOn != nil { members["doneOn"] = .date(doneOn) }
        return members
    }
}
