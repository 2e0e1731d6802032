// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// What happens to meetings, and decisions between them.
extension FactGenerator {
    mutating func aboutMeetings(_ kind: EntryKind) -> Change? {
        if kind.rawValue.hasPrefix("decision.") { return aboutDecision(kind) }
        if kind == "report.circulated" {
            return Change(
                .committee,
                .reportCirculated(
                    Circulation(
                        name(),
                        about: maybe { $0.link() },
                        to: [name()] + list { $0.sentence() },
                        asOf: day(),
                        audience: turn(Audience.allCases),
                        digest: words { $0.name() }
                    )
                )
            )
        }
        guard kind.rawValue.hasPrefix("meeting.") else { return nil }
        let subject = SubjectReference.meeting(of: name(), on: day())
        switch kind.rawValue {
        case "meeting.called": return Change(subject, .meetingCalled(call()))
        case "meeting.moved":
            return Change(
                subject,
                .meetingMoved(
                    MeetingMove(
                        to: day(),
                        start: maybe { $0.time() },
                        end: maybe { $0.time() },
                        place: maybe { $0.sentence() }
                    )
                )
            )
        case "meeting.cancelled": return Change(subject, .meetingCancelled)
        case "meeting.agenda-set": return Change(subject, .agendaSet(list { $0.item() }))
        case "meeting.agenda-circulated": return Change(subject, .agendaCirculated)
        case "meeting.attendance-set": return Change(subject, .attendanceSet(attendance()))
        case "meeting.interest-declared":
            return Change(
                subject,
                .interestDeclared(
                    DeclaredInterest(
                        seat: name(),
                        name: sentence(),
                        item: number(),
                        withdrew: below(2) == 0
                    )
                )
            )
        case "meeting.minute-drafted": return Change(subject, .minuteDrafted(minute()))
        case "meeting.minute-circulated": return Change(subject, .minuteCirculated)
        case "meeting.minute-corrected":
            return Change(
                subject,
                .minuteCorrected(
                    MinuteCorrection(item: number(), text: prose(), at: "cpc/\(day())")
                )
            )
        case "meeting.minute-approved":
            return Change(subject, .minuteApproved(at: "cpc/\(day())"))
        case "meeting.action-done": return Change(subject, .minutedActionDone(number() + "a"))
        case "meeting.action-extended":
            return Change(subject, .minutedActionExtended(number() + "b", until: day()))
        default: return nil
        }
    }

    private mutating func aboutDecision(_ kind: EntryKind) -> Change? {
        let subject = SubjectReference.decision(1 + below(9), of: name())
        switch kind.rawValue {
        case "decision.taken":
            return Change(
                subject,
                .decisionTaken(
                    DecisionTaking(
                        prose(),
                        how: words { $0.sentence() },
                        reviewBy: maybe { $0.day() },
                        links: list { $0.link() }
                    )
                )
            )
        case "decision.ratified":
            return Change(subject, .decisionRatified(at: "cpc/\(day())#3"))
        default: return nil
        }
    }

    private mutating func number() -> String {
        pick(["1", "4.6", "12", "P1"])
    }

    private mutating func time() -> ClockTime {
        ClockTime(hour: below(24), minute: below(60)) ?? .earliest
    }

    private mutating func link() -> SubjectReference {
        pick([.risk("R4"), .action("2.3", of: "moor-2026"), .plan("moor-2026")])
    }

    private mutating func call() -> MeetingCall {
        let start = maybe { ClockTime(hour: $0.below(12), minute: $0.below(60)) ?? .earliest }
        return MeetingCall(
            bodyName: sentence(),
            start: start,
            end: start == nil
                ? nil : maybe { ClockTime(hour: 12 + $0.below(12), minute: 5) ?? .earliest },
            place: words { $0.sentence() },
            mode: turn(Meeting.Mode.allCases),
            chair: words { $0.sentence() },
            isExtraordinary: variation % 3 == 1,
            quorum: maybe { 1 + $0.below(20) }
        )
    }

    private mutating func item() -> AgendaItem {
        var item = AgendaItem(
            number(),
            sentence(),
            purpose: maybe { $0.pick(AgendaItem.Purpose.allCases) },
            minutes: maybe { 5 + $0.below(60) },
            owner: words { $0.sentence() },
            paperDue: maybe { $0.day() },
            privateReason: words { $0.sentence() }
        )
        item.carriedFrom = maybe { "cpc/\($0.day())#7" }
        return item
    }

    private mutating func attendance() -> MeetingAttendance {
        MeetingAttendance(
            seats: list { generator in
                var seat = SeatAttendance(
                    generator.name(),
                    name: generator.sentence(),
                    agency: generator.maybe { $0.name() },
                    generator.turn(SeatAttendance.Mark.allCases),
                    substitute: generator.maybe { $0.sentence() }
                )
                seat.from = generator.maybe { $0.time() }
                seat.until = generator.maybe { $0.time() }
                seat.cameInPart = generator.below(3) == 0
                return seat
            },
            inAttendance: list { $0.sentence() }
        )
    }

    private mutating func minute() -> Minute {
        Minute(
            items: list { MinutedItem($0.number(), $0.sentence(), $0.prose()) },
            decisions: list { generator in
                MinutedDecision(
                    generator.number() + "a",
                    item: generator.number(),
                    generator.prose(),
                    reviewBy: generator.maybe { $0.day() },
                    links: generator.list { $0.link() }
                )
            },
            actions: list { generator in
                MinutedAction(
                    generator.number() + "b",
                    item: generator.number(),
                    generator.prose(),
                    owner: generator.words { $0.sentence() },
                    due: generator.maybe { $0.day() },
                    links: generator.list { $0.link() }
                )
            }
        )
    }
}
