// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something in the meetings that does not fit together, or that a committee should know.
public struct MeetingFinding: Hashable, Sendable {
    /// What sort of finding it is, such as `inquorate`.
    public var kind: String
    /// What it is about: a meeting, such as `cpc/2023-12-05`, or a body.
    public var subject: String
    /// What was found, and what to do.
    public var message: String

    init(_ kind: String, _ subject: String, _ message: String) {
        self.kind = kind
        self.subject = subject
        self.message = message
    }

    /// The finding for programs.
    public var json: JSONValue {
        [
            "kind": .string(kind), "subject": .string(subject), "message": .string(message),
        ]
    }
}

extension Edition {
    /// The fewest full meetings in twelve months where a body has not said another number (Protecting
    /// Children and Young People: Child Protection Committee and Chief Officer Responsibilities, 2019).
    public static let fewestMeetings = 4

    /// How many meetings in a row a seat may be away before it is a finding.
    public static let longestAbsence = 3

    /// Looks through the meetings of the twelve months to the edition's date, and those to come.
    ///
    /// - Parameter body: The body, by its identifier; all of them when nil.
    /// - Returns: The findings, body by body.
    /// - Complexity: O(*n* × *s*) in the number of meetings and of seats.
    public func meetingFindings(of body: String? = nil) -> [MeetingFinding] {
        var bodies: [String] = []
        for name in meetings.map(\.body) + calledMeetings.map(\.body) where !bodies.contains(name) {
            bodies.append(name)
        }
        return bodies.filter { body == nil || $0 == body }.flatMap { body in
            let all = calledMeetings.filter { $0.body == body && !$0.isCancelled }
            let held = all.filter { $0.day <= asOf && $0.day > asOf.adding(years: -1) }
            return tooFew(held, of: body) + gaps(held, of: body) + absences(held)
                + groupsAfter(all) + all.flatMap { findings(of: $0) }
        }
    }

    private func tooFew(_ held: [Meeting], of body: String) -> [MeetingFinding] {
        let first = calledMeetings.first { $0.body == body && !$0.isCancelled }
        // Who began less than twelve months ago may still come to enough of them.
        guard let first, first.day <= asOf.adding(years: -1) else { return [] }
        let rule = committeeProfile?.body.id == body ? committeeProfile?.meetingRule : nil
        let fewest = rule?.fewestInTwelveMonths ?? Self.fewestMeetings
        let meetings = held.filter(\.isFull)
        let full = meetings.filter { $0.isQuorate != false }
        guard full.count < fewest else { return [] }
        let inquorate = meetings.count - full.count
        let words = inquorate == 0 ? "" : ", beside \(inquorate) that had no quorum"
        return [
            MeetingFinding(
                "too-few",
                body,
                "\(full.count) full meetings were held in the twelve months to \(asOf.inWords)\(words), "
                    + "and \(fewest) are expected. Call another."
            )
        ]
    }

    private func gaps(_ held: [Meeting], of body: String) -> [MeetingFinding] {
        guard let series = meetings.first(where: { $0.body == body }) else { return [] }
        return zip(held, held.dropFirst()).compactMap { before, after in
            guard after.day > before.day.adding(series.cadence.step) else { return nil }
            return MeetingFinding(
                "gap",
                after.reference,
                "\(after.day - before.day) days lie between the meetings of \(before.day.inWords) and "
                    + "\(after.day.inWords), and \(series.name) meets every "
                    + "\(series.cadence.step.afterEvery)."
            )
        }
    }

    /// How long after a committee a group may meet that should have met before it.
    private static let cycle = 42

    /// Groups that meet after the committee to which they report, and not before it in the same cycle.
    private func groupsAfter(_ meetings: [Meeting]) -> [MeetingFinding] {
        let groups = (committeeProfile?.workingGroups ?? []).filter { $0.isActive(on: asOf) }
        let own = committeeProfile?.body.id
        return meetings.enumerated().flatMap { place, meeting -> [MeetingFinding] in
            guard meeting.day > asOf.adding(years: -1) else { return [] }
            let first = place > 0 ? meetings[place - 1].day : meeting.day.adding(years: -1)
            let next = place + 1 < meetings.count ? meetings[place + 1].day : .latest
            return groups.filter { ($0.reportsToBodyID ?? own) == meeting.body }
                .compactMap { group in
                    let days = calledMeetings.filter { $0.body == group.id && !$0.isCancelled }
                        .map(\.day)
                    guard !days.contains(where: { $0 > first && $0 <= meeting.day }),
                        let after = days.first(where: { $0 > meeting.day }), after < next,
                        // Nearer to the next one, it is before that.
                        after - meeting.day < next - after,
                        after - meeting.day <= Self.cycle
                    else { return nil }
                    return MeetingFinding(
                        "group-after",
                        "\(group.id)/\(after)",
                        "\(group.name) meets on \(after.inWords), after the meeting of "
                            + "\(meeting.bodyName) on \(meeting.day.inWords) to which it reports. Move one of "
                            + "the two."
                    )
                }
        }
    }

    private func absences(_ held: [Meeting]) -> [MeetingFinding] {
        var runs: [String: (name: String, count: Int)] = [:]
        var order: [String] = []
        for meeting in held where !meeting.isDevelopmentDay {
            for seat in meeting.attendance?.seats ?? [] where seat.mark.isExpected {
                guard seat.mark != .unknown else { continue }
                if runs[seat.seat] == nil { order.append(seat.seat) }
                let count = seat.isPresent ? 0 : (runs[seat.seat]?.count ?? 0) + 1
                runs[seat.seat] = (seat.name, count)
            }
        }
        guard let last = held.last else { return [] }
        return order.compactMap { seat in
            guard let run = runs[seat], run.count >= Self.longestAbsence else { return nil }
            return MeetingFinding(
                "absent",
                last.body,
                "The seat of \(run.name) was empty at the last \(run.count) meetings, without a "
                    + "substitute. Ask its agency."
            )
        }
    }

    // MARK: One meeting

    private func findings(of meeting: Meeting) -> [MeetingFinding] {
        var found: [MeetingFinding] = []
        func find(_ kind: String, _ message: String) {
            found.append(MeetingFinding(kind, meeting.reference, message))
        }
        if let calendar = workingCalendar, !calendar.isWorkingDay(meeting.day) {
            find("holiday", "\(meeting.day.inWords) is no working day.")
        }
        for item in meeting.agenda where item.isPrivate && item.privateReason.isEmpty {
            find(
                "no-reason",
                "Item \(item.number) is taken in private, and nobody says why. Give the reason."
            )
        }
        guard meeting.day <= asOf else { return found }
        if !meeting.isDevelopmentDay, meeting.isQuorate == false,
            let attendance = meeting.attendance
        {
            find(
                "inquorate",
                "\(attendance.present.count) seats were present and \(meeting.quorum ?? 0) are needed to decide."
                    + (meeting.minute?.decisions.isEmpty == true
                        ? "" : " Have what was decided ratified.")
            )
        }
        if meeting.day < asOf, let unknown = meeting.attendance?.unknown, !unknown.isEmpty {
            let names = unknown.map(\.name).joined(separator: ", ")
            find("not-known", "Nobody has said whether these seats were there: \(names).")
        }
        found += citations(in: meeting)
        for decision in meeting.minute?.decisions ?? [] {
            for link in decision.links where isMissing(link) {
                find("link", "Decision \(decision.code) is about \(link), which is not there.")
            }
        }
        for action in meeting.minute?.actions ?? [] {
            for link in action.links where isMissing(link) {
                find("link", "Action \(action.code) is about \(link), which is not there.")
            }
        }
        return found
    }

    private func isMissing(_ link: SubjectReference) -> Bool {
        ["action", "risk"].contains(link.kind) && card(of: link) == nil
    }

    /// The codes that matters arising cite and that no earlier minute of the body gave out.
    private func citations(in meeting: Meeting) -> [MeetingFinding] {
        let items = (meeting.minute?.items ?? []).filter {
            $0.title.comparisonKey.hasPrefix("matters arising")
        }
        guard !items.isEmpty else { return [] }
        let earlier = calledMeetings.filter { $0.day < meeting.day }
        let known = Set(earlier.flatMap { ($0.minute?.codes ?? []).map(\.code) })
        return items.flatMap { item in
            item.text.plainText.split { !$0.isLetter && !$0.isNumber && $0 != "." }
                .map { String($0.drop { $0 == "." }) }
                .map { String($0.reversed().drop { $0 == "." }.reversed()) }
                .filter { Self.isCode($0) && !known.contains($0) }.map { code in
                    MeetingFinding(
                        "citation",
                        meeting.reference,
                        "Item \(item.number) cites \(code), and no earlier minute has it. Correct the "
                            + "code."
                    )
                }
        }
    }

    /// Whether a word is written as a code is: a number with letters behind it, such as `4.6g`.
    private static func isCode(_ word: String) -> Bool {
        let number = word.prefix { $0.isNumber || $0 == "." || $0 == "P" }
        let letters = word.dropFirst(number.count)
        return AgendaItem.isNumber(number) && (1...2).contains(letters.count)
            && letters.utf8.allSatisfy { (97...122).contains($0) }
            && !["st", "nd", "rd", "th", "am", "pm"].contains(String(letters))
    }
}
