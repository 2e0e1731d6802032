// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Why something cannot happen to a meeting, and what exports have of the meeting itself.

extension Meeting {
    /// Why nothing can be done with the meeting, when it was not called or is cancelled.
    func refusalUnlessCalled(_ deed: String, _ step: FoldStep) -> String? {
        guard calledOn != nil else {
            return
                "\(title) was not called on \(step.effective), so nobody can \(deed). Call it first."
        }
        guard let day = cancelledOn else { return nil }
        return "\(title) was cancelled on \(day), so nobody can \(deed). Call it again first."
    }

    /// Why something cannot be done with a minute that is not there.
    var refusalWithoutMinute: String {
        "\(title) has no minute yet. Draft it first."
    }

    /// Says that the agenda has no item with a number.
    func unknownItem(_ number: String) -> String {
        "The agenda of \(title.lowercasedFirst) has no item “\(number)”. "
            + (agenda.isEmpty
                ? "Set the agenda first."
                : ClosestName.suggestion(for: number, in: agenda.map(\.number)))
    }

    /// Says that the minute has no action with a code.
    func unknownAction(_ code: String) -> String {
        let known = minute?.actions.map(\.code) ?? []
        return "The minute of \(title.lowercasedFirst) has no action “\(code)”. "
            + (known.isEmpty
                ? "It has no actions." : ClosestName.suggestion(for: code, in: known))
    }

    /// Why parts of the meeting cannot have been set after something was agreed about them, though for an earlier
    /// day.
    func refusal(
        changing part: String,
        by parts: [KeyPath<ReadsSince, Int>],
        _ deed: String,
        _ step: FoldStep
    ) -> String? {
        guard let later = parts.map({ readsSince[keyPath: $0] }).max(), later > step.sequence else {
            return nil
        }
        let advice =
            part == "agenda" ? "Set it anew on a later day." : "Record a correction of the minute."
        return
            "The \(part) of \(title.lowercasedFirst) was \(deed) on \(step.effective), so it stays as it was "
            + "then; entry \(later) would change it afterwards. \(advice)"
    }

    /// Why a minute cannot be that of the meeting, when it cannot.
    func refusal(of draft: Minute) -> String? {
        var numbers: Set<String> = []
        for item in draft.items {
            guard AgendaItem.isNumber(item.number) else {
                return "“\(item.number)” is not the number of an item. Write figures, such as 5 or "
                    + "P1."
            }
            guard numbers.insert(item.number).inserted else {
                return "The minute has item \(item.number) twice. Put all of it below one heading."
            }
            guard agenda.isEmpty || self.item(item.number) != nil else {
                return unknownItem(item.number)
            }
        }
        let before = Dictionary(
            (minute?.codes ?? []).map { ($0.code, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var given: Set<String> = []
        for (code, item, isAction) in draft.codes {
            guard numbers.contains(item) else {
                return
                    "“\(code)” stands below item \(item), of which the minute says nothing. Put the "
                    + "item in."
            }
            guard let order = Minute.order(of: code, below: item) else {
                return "“\(code)” is no code of item \(item). Write the number with letters behind "
                    + "it, such as \(item)a."
            }
            guard given.insert(code).inserted else {
                return "The code \(code) is given twice. Each decision and each action has its own."
            }
            if let known = before[code] {
                guard known.isAction == isAction, known.item == item else {
                    return
                        "The code \(code) is that of \(known.isAction ? "an action" : "a decision"). "
                        + "Give \(isAction ? "the action" : "the decision") a new one."
                }
                continue
            }
            let last = codes.compactMap { Minute.order(of: $0, below: item) }.max() ?? 0
            guard order > last else {
                return
                    "The code \(code) was used before, and no code is used again. The next of item "
                    + "\(item) is \(Minute.nextCode(of: item, after: codes))."
            }
        }
        return nil
    }

    /// The members of the meeting itself in exports.
    static let ownMembers: [JSONMember<Meeting>] = [
        JSONMember("meeting") { .string($0[$1].reference) },
        JSONMember("body") { .string($0[$1].body) },
        JSONMember("name") { .string($0[$1].bodyName) },
        JSONMember("date") { .date($0[$1].day) },
        JSONMember("start") { .string(optional: $0[$1].start?.description) },
        JSONMember("end") { .string(optional: $0[$1].end?.description) },
        JSONMember("place") { .string($0[$1].place) },
        JSONMember("mode") { .string($0[$1].mode.rawValue) },
        JSONMember("chair") { .string($0[$1].chair) },
        JSONMember("extraordinary") { .bool($0[$1].isExtraordinary) },
        JSONMember("developmentDay") { .bool($0[$1].isDevelopmentDay) },
        JSONMember("quorum") { .integer(optional: $0[$1].quorum) },
        JSONMember("calledOn") { .date($0[$1].calledOn) },
        JSONMember("revision") { .integer($0[$1].revision) },
    ]
}

extension MeetingAttendance {
    /// Why the attendance cannot be, when it cannot.
    var refusal: String? {
        guard !seats.isEmpty else { return "The attendance has no seat. Name at least one." }
        var known: Set<String> = []
        for seat in seats {
            guard known.insert(seat.seat).inserted else {
                return
                    "The seat of \(seat.name) stands twice in the attendance. Keep one line of it."
            }
            if !seat.isPresent,
                seat.substitute != nil || seat.from != nil || seat.until != nil || seat.cameInPart
            {
                return
                    "\(seat.name) was not there (\(seat.mark.words)), and it is said who came or "
                    + "when. Write P or O if somebody came for the seat."
            }
            if let from = seat.from, let until = seat.until, until <= from {
                return
                    "\(seat.name) came at \(from) and went at \(until). Correct one of the times."
            }
        }
        return nil
    }
}
