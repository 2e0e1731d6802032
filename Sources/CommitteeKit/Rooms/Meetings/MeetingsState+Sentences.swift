// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension MeetingsState {
    /// Says in words which meetings were planned, moved, cancelled and added, which days became working
    /// days, what happened to each meeting, and what was decided between them.
    public func changes(since earlier: Self, in editions: EditionPair) -> [EditionChange] {
        planningChanges(since: earlier)
            + calledMeetings.flatMap { meeting in
                let before =
                    earlier.calledMeetings.first { $0.id == meeting.id }
                    ?? Meeting(body: meeting.body, planned: meeting.planned)
                return Meeting.table.sentences(from: before, to: meeting, of: meeting.title).map {
                    EditionChange(
                        .meeting(of: meeting.body, on: meeting.planned),
                        kind: $0.kind,
                        sentence: $0.sentence
                    )
                }
            }
            + decisions.flatMap { decision in
                let before =
                    earlier.decisions.first { $0.id == decision.id }
                    ?? CommitteeDecision(body: decision.body, number: decision.number)
                return CommitteeDecision.table
                    .sentences(from: before, to: decision, of: decision.title).map {
                        EditionChange(
                            .decision(decision.number, of: decision.body),
                            kind: $0.kind,
                            sentence: $0.sentence
                        )
                    }
            }
    }

    private func planningChanges(since earlier: Self) -> [EditionChange] {
        let series = meetings.map { (SubjectReference.meetings(of: $0.body), $0.body as String?) }
        return (series + [(.committee, nil)]).flatMap { subject, body in
            Self.table.sentences(from: earlier.only(body), to: only(body), of: "The committee")
                .map { EditionChange(subject, kind: $0.kind, sentence: $0.sentence) }
        }
    }

    /// The meetings of one body; the working days alone when there is none.
    private func only(_ body: String?) -> Self {
        var part = self
        part.meetings.removeAll { $0.body != body }
        (part.calledMeetings, part.decisions) = ([], [])
        if body != nil { (part.workingCalendar, part.circulations) = (nil, []) }
        return part
    }
}

extension Sentence where Subject == MeetingsState {
    static let meetings = Self { earlier, later, _ in
        later.meetings.flatMap { series in
            series.sentences(since: earlier.meetings.first { $0.body == series.body })
        }
    }

    static let workingDays = Self { earlier, later, committee in
        guard let now = later.workingCalendar else { return [] }
        let was = earlier.workingCalendar
        var said: [ChangeInWords] = []
        if now.weekend != was?.weekend || now.rules != was?.rules {
            let days = Weekday.allCases.filter { !now.weekend.contains($0) }.map(\.name)
            let holidays = now.rules.isEmpty ? "" : " that is no bank holiday"
            said.append(
                ChangeInWords(
                    "working-days",
                    "\(committee) works on every \(days.joined(separator: ", "))\(holidays)."
                )
            )
        }
        said += now.added.subtracting(was?.added ?? []).inWords("working-days") {
            "\(committee) does not work on \($0)."
        }
        said += now.removed.subtracting(was?.removed ?? []).inWords("working-days") {
            "\(committee) works on \($0), though it is a bank holiday."
        }
        return said
    }
}

extension MeetingSeries {
    fileprivate func sentences(since old: MeetingSeries?) -> [ChangeInWords] {
        let called = "“\(name)”"
        var said: [ChangeInWords] = []
        if old?.rhythm != rhythm {
            let before = old.map { "; before \($0.rhythm)" } ?? ""
            said.append(
                ChangeInWords("meetings-planned", "\(called) meets \(rhythm)\(before).")
            )
        }
        let (now, was) = (cadence, old?.cadence)
        said += now.cancelled.subtracting(was?.cancelled ?? []).inWords("meeting-cancelled") {
            "The meeting of \(called) on \($0) is cancelled."
        }
        said += (was?.cancelled ?? []).subtracting(now.cancelled).inWords("meeting-restored") {
            "The meeting of \(called) on \($0) is no longer cancelled."
        }
        said += now.moved.sorted { $0.key < $1.key }.filter { was?.moved[$0.key] != $0.value }.map {
            ChangeInWords(
                "meeting-moved",
                "The meeting of \(called) on \($0.key.inWords) is moved to \($0.value.inWords)."
            )
        }
        said += Set(was?.moved.keys.map { $0 } ?? []).subtracting(now.moved.keys)
            .inWords("meeting-restored") { "The meeting of \(called) on \($0) is no longer moved." }
        said += now.added.subtracting(was?.added ?? []).inWords("meeting-added") {
            "\(called) also meets on \($0)."
        }
        said += (was?.added ?? []).subtracting(now.added).inWords("meeting-cancelled") {
            "\(called) does not meet on \($0), which had been added."
        }
        return said
    }

    /// How often it meets, in words that fit after “it meets”.
    private var rhythm: String {
        let until = cadence.until.map { " until \($0.inWords)" } ?? ""
        return "every \(cadence.step.afterEvery) from \(cadence.anchor.inWords)\(until)"
            + (cadence.orAsRequired ? ", or as required" : "")
    }
}

extension Set<CivilDate> {
    /// One sentence a day, in the order of the days.
    fileprivate func inWords(
        _ kind: String,
        _ sentence: (String) -> String
    ) -> [ChangeInWords] { sorted().map { ChangeInWords(kind, sentence($0.inWords)) } }
}
