// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Meetings in words: what has happened to one since an earlier day.

extension Sentence where Subject == Meeting {
    static let called = Self { earlier, later, name in
        guard later.calledOn != nil, earlier.calledOn == nil || earlier.isCancelled,
            !later.isCancelled
        else { return [] }
        var words = "\(name) was called"
        if let start = later.start {
            words += ", " + (later.end.map { "\(start) to \($0)" } ?? "at \(start)")
        }
        words += ", \(later.mode.words)"
        if !later.place.isEmpty { words += ", at \(later.place)" }
        if later.isExtraordinary { words += "; it is extraordinary" }
        if later.isDevelopmentDay { words += "; it is a development day" }
        return [ChangeInWords("meeting-called", words + ".")]
    }

    static let moved = Self { earlier, later, _ in
        guard earlier.calledOn != nil, !earlier.isCancelled,
            (earlier.day, earlier.start, earlier.end) != (later.day, later.start, later.end)
                || earlier.place != later.place
        else { return [] }
        let place =
            later.place == earlier.place || later.place.isEmpty ? "" : ", at \(later.place)"
        return [
            ChangeInWords("meeting-moved", "\(earlier.title) is moved to \(later.when)\(place).")
        ]
    }

    static let cancelled = Self { earlier, later, name in
        guard !earlier.isCancelled, later.isCancelled else { return [] }
        return [ChangeInWords("meeting-cancelled", "\(name) is cancelled.")]
    }

    static let agendaSet = Self { earlier, later, name in
        guard earlier.agenda != later.agenda, !later.agenda.isEmpty else { return [] }
        let deed = earlier.agenda.isEmpty ? "set" : "changed"
        return [ChangeInWords("agenda", "The agenda of \(name.lowercasedFirst) was \(deed).")]
    }

    static let agendaCirculated = Self { earlier, later, name in
        guard let day = later.agendaCirculatedOn, earlier.agendaCirculatedOn != day else {
            return []
        }
        let words = "The agenda of \(name.lowercasedFirst) was circulated on \(day.inWords)."
        return [ChangeInWords("agenda-circulated", words)]
    }

    static let attendanceSet = Self { earlier, later, name in
        guard let attendance = later.attendance, earlier.attendance != attendance else { return [] }
        return [ChangeInWords("attendance", "\(name): \(attendance.inWords).")]
    }

    static let interestDeclared = Self { earlier, later, name in
        later.interests.filter { !earlier.interests.contains($0) }.map {
            ChangeInWords("interest", "\(name): \($0.inWords).")
        }
    }

    static let minuteDrafted = Self { earlier, later, name in
        guard let minute = later.minute, earlier.minute?.text != minute.text else { return [] }
        let deed = earlier.minute == nil ? "drafted" : "changed"
        let draft = ChangeInWords("minute", "The minute of \(name.lowercasedFirst) was \(deed).")
        let decided = minute.decisions.filter { decision in
            earlier.minute?.decisions.contains(decision) != true
        }.map { ChangeInWords("decided", "\(name) decided (\($0.code)): \($0.text.singleLine)") }
        let known = Set(earlier.minute?.text.actions ?? [])
        let asked = minute.text.actions.filter { !known.contains($0) }.map { action in
            let owner = action.owner.isEmpty ? "nobody yet" : action.owner
            let due = action.due.map { ", by \($0.inWords)" } ?? ""
            return ChangeInWords(
                "action-asked",
                "\(name) asked \(owner)\(due) (\(action.code)): \(action.text.singleLine)"
            )
        }
        return [draft] + decided + asked
    }

    static let minuteCirculated = Self { earlier, later, name in
        guard let day = later.minute?.circulatedOn, earlier.minute?.circulatedOn == nil else {
            return []
        }
        let words = "The minute of \(name.lowercasedFirst) was circulated on \(day.inWords)."
        return [ChangeInWords("minute-circulated", words)]
    }

    static let minuteCorrected = Self { earlier, later, name in
        later.corrections.filter { !earlier.corrections.contains($0) }.map { correction in
            let words = "The minute of \(name.lowercasedFirst) is corrected at \(correction.item): "
            return ChangeInWords("minute-corrected", words + correction.text.singleLine)
        }
    }

    static let minuteApproved = Self { earlier, later, name in
        guard let day = later.minute?.approvedOn, earlier.minute?.approvedOn == nil else {
            return []
        }
        let words = "The minute of \(name.lowercasedFirst) was approved on \(day.inWords)."
        return [ChangeInWords("minute-approved", words)]
    }

    static let actionDone = Self { earlier, later, name in
        let done = Set((earlier.minute?.actions ?? []).filter { $0.doneOn != nil }.map(\.code))
        return (later.minute?.actions ?? []).compactMap { action in
            guard let day = action.doneOn, !done.contains(action.code) else { return nil }
            let words =
                "Action \(action.code) of \(name.lowercasedFirst) was done on \(day.inWords)."
            return ChangeInWords("action-done", words)
        }
    }

    static let actionExtended = Self { earlier, later, name in
        (later.minute?.actions ?? []).compactMap { action in
            guard let until = action.extensions.last,
                earlier.minute?.actions.first(where: { $0.code == action.code })?.extensions
                    != action.extensions
            else { return nil }
            let words =
                "Action \(action.code) of \(name.lowercasedFirst) has until \(until.inWords)."
            return ChangeInWords("action-extended", words)
        }
    }
}
