// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// What happens to progress updates.
extension FactGenerator {
    mutating func aboutRounds(_ kind: EntryKind) -> Change? {
        let fact: Change.Fact
        switch kind.rawValue {
        case "round.opened":
            fact = .roundOpened(
                RoundOpening(
                    plan: planID(),
                    name: name(),
                    due: day(),
                    evidence: turn([.apart, .beneath]),
                    asked: list { $0.askedLead() }
                )
            )
        case "round.assigned":
            fact = .roundAssigned(
                RoundAssignment(
                    item: itemID(),
                    lead: leadKey(),
                    name: name(),
                    group: maybe { $0.leadKey() }
                )
            )
        case "round.extended":
            fact = .roundExtended(RoundExtension(lead: leadKey(), until: day()))
        case "round.returned": fact = .roundReturned(updateReturn())
        case "round.tabled": fact = .roundTabled(updateReturn())
        case "round.nil-returned": fact = .roundNilReturned(by: leadKey())
        case "round.withdrawn": fact = .roundWithdrawn(by: leadKey())
        case "round.worded":
            fact = .roundWorded(RoundWording(item: itemID(), text: said()))
        case "round.frozen": fact = .roundFrozen(digest: maybe { _ in "00ff17" })
        case "round.agreed":
            fact = .roundAgreed(
                RoundAgreement(
                    meeting: words { _ in "cpc/2026-12-01#5" },
                    answers: list { $0.agreedAnswer() }
                )
            )
        case "round.closed": fact = .roundClosed
        default: return nil
        }
        return Change(.round(day()), fact)
    }

    private mutating func leadKey() -> String { pick(["chair", "practice-group", "ranger-2"]) }

    /// Words as an entry gives them back.
    private mutating func said() -> Prose { Prose(markup: Prose(sentence()).markup) }

    private mutating func askedLead() -> AskedLead {
        AskedLead(
            key: leadKey(),
            name: name(),
            group: maybe { $0.leadKey() },
            items: list { $0.itemID() }
        )
    }

    private mutating func updateReturn() -> UpdateReturn {
        UpdateReturn(
            lead: leadKey(),
            version: 1 + below(4),
            answers: list { $0.returnedAnswer() },
            answeredBy: words { $0.name() },
            groupMeeting: words { _ in "14 November 2026" }
        )
    }

    private mutating func returnedAnswer() -> ReturnedAnswer {
        var answer = ReturnedAnswer(itemID())
        answer.isNoChange = isGiven()
        answer.done = maybe { $0.said() } ?? Prose()
        answer.evidence = maybe { $0.said() } ?? Prose()
        answer.difference = maybe { $0.said() } ?? Prose()
        answer.colour = words { $0.pick(["G", "A", "R"]) }
        answer.colourReason = maybe { $0.said() } ?? Prose()
        answer.finished = maybe { $0.pick([.no, .on(CivilDate(2026, 11, 30))]) } ?? .notSaid
        answer.newDate = words { _ in "By 30 June 2027" }
        answer.newDateReason = maybe { $0.said() } ?? Prose()
        answer.help = maybe { $0.said() } ?? Prose()
        return answer
    }

    private mutating func agreedAnswer() -> AgreedAnswer {
        var agreed = AgreedAnswer(itemID())
        agreed.isAsProposed = isGiven()
        agreed.colour = words { $0.pick(["G", "A", "R"]) }
        agreed.finished = maybe { $0.day() }
        agreed.timescale = words { _ in "By 30 June 2027" }
        agreed.words = maybe { $0.said() } ?? Prose()
        agreed.evidence = maybe { $0.said() } ?? Prose()
        agreed.reason = maybe { $0.said() } ?? Prose()
        return agreed
    }
}
