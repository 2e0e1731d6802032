// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// What is said of programmes, and what happens in them.
extension FactGenerator {
    mutating func aboutProgrammes(_ kind: EntryKind) -> Change? {
        let parts = kind.rawValue.split(separator: ".").map(String.init)
        guard parts.count == 2 else { return nil }
        let name = parts[1]
        switch parts[0] {
        case "programme":
            let event = programmeEvent(name)
            return about(Programme.self, kind, event, id: "improvement-2026")
        case "programme-milestone":
            let event = milestoneEvent(name)
            return about(ProgrammeMilestone.self, kind, event, id: "improvement-2026#toolkit")
        case "programme-trial":
            let event = trialEvent(name)
            return about(ProgrammeTrial.self, kind, event, id: "improvement-2026#test")
        case "programme-update":
            let event = updateEvent(name)
            return about(ProgrammeUpdate.self, kind, event, id: "improvement-2026#2")
        case "programme-recommendation":
            let event = recommendationEvent(name)
            return about(ProgrammeRecommendation.self, kind, event, id: "improvement-2026#r1")
        default: return nil
        }
    }

    /// A field by its samples, and anything else as the event that is given.
    private func about<Subject: ProgrammeSubject>(
        _ type: Subject.Type,
        _ kind: EntryKind,
        _ event: Change.Fact,
        id: String
    ) -> Change? {
        if let samples = Subject.table[kind]?.samples, !samples.isEmpty {
            return Change(.programme(Subject.self, id), turn(samples))
        }
        return event.kind == kind ? Change(.programme(Subject.self, id), event) : nil
    }

    private mutating func programmeStep() -> ProgrammeStep {
        ProgrammeStep(at: maybe { $0.reference() }, note: prose().normalized)
    }

    private mutating func programmeEvent(_ kind: String) -> Change.Fact {
        switch kind {
        case "area-set":
            .programmeAreaSet(
                ProgrammeArea(
                    "\(1 + below(9))",
                    ledBy: maybe { $0.name() },
                    elsewhere: isGiven(),
                    document: maybe { $0.name() }
                )
            )
        case "meeting-set":
            .programmeMeetingSet(
                ProgrammeMeeting(
                    reference(),
                    summary: prose().normalized,
                    documents: list { $0.name() }
                )
            )
        default: .programmeEnded(programmeStep())
        }
    }

    private mutating func milestoneEvent(_ kind: String) -> Change.Fact {
        switch kind {
        case "planned":
            .milestonePlanned(
                MilestonePlan(
                    isGiven() ? MilestoneDay(day()) : MilestoneDay(monthOf: day()),
                    why: prose().normalized
                )
            )
        case "met": .milestoneMet(programmeStep())
        case "missed": .milestoneMissed(programmeStep())
        default: .milestoneDropped(programmeStep())
        }
    }

    private mutating func trialEvent(_ kind: String) -> Change.Fact {
        switch kind {
        case "begun": .trialBegun(programmeStep())
        case "ended": .trialEnded(programmeStep())
        default: .trialDropped(programmeStep())
        }
    }

    private mutating func updateEvent(_ kind: String) -> Change.Fact {
        switch kind {
        case "said":
            .updateSaid(AreaUpdate("\(1 + below(9))", isGiven() ? someProse().normalized : nil))
        case "issued": .updateIssued(programmeStep())
        case "sent":
            .updateSent(
                UpdateSending(
                    to: name(),
                    count: maybe { 1 + $0.below(500) },
                    document: maybe { $0.name() }
                )
            )
        default: .updateReplied(UpdateReplies(9, suggestions: maybe { $0.below(9) }))
        }
    }

    private mutating func recommendationEvent(_ kind: String) -> Change.Fact {
        switch kind {
        case "made":
            .recommendationMade(
                RecommendationMaking(
                    to: maybe { $0.name() },
                    from: maybe { $0.name() },
                    at: maybe { $0.reference() },
                    document: maybe { $0.name() },
                    answerBy: maybe { $0.day() }
                )
            )
        case "answered":
            .recommendationAnswered(
                RecommendationAnswer(
                    turn(RecommendationAnswer.Answer.allCases),
                    prose().normalized,
                    at: maybe { $0.reference() }
                )
            )
        default:
            .recommendationFollowed(
                RecommendationOutcome(someProse().normalized, action: maybe { $0.reference() })
            )
        }
    }
}
