// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// Progress updates, which are for the committee, with items in them that it may not know.
extension HiddenMatters {
    mutating func recordRounds() {
        for number in 0..<(copies[.committee] ?? 1) {
            recordRound(at: CivilDate(2026, 9, 10) + number)
        }
    }

    private mutating func recordRound(at date: CivilDate) {
        let before = day
        let subject = SubjectReference.round(date)
        day = CivilDate(2026, 8, 2)
        let (one, two, three) = (word(.committee), word(.committee), word(.committee))
        let hidden = word(.restricted)
        let items = asked.filter {
            $0.audience == .restricted && $0.matter.planItem?.plan == Self.plan
        }
        .compactMap { $0.matter.planItem?.item }
        var leads = [
            AskedLead(key: one, name: word(.committee), items: ["1.1"]),
            AskedLead(key: two, name: word(.committee), items: ["1.2", "1.3"]),
        ]
        if !items.isEmpty {
            leads.append(AskedLead(key: hidden, name: word(.restricted), items: items))
        }
        record(
            subject,
            .roundOpened(
                RoundOpening(
                    plan: Self.plan,
                    name: word(.committee),
                    due: CivilDate(2026, 8, 20),
                    asked: leads
                )
            ),
            why: .committee
        )
        record(
            subject,
            .roundAssigned(RoundAssignment(item: "1.3", lead: three, name: word(.committee))),
            why: .committee
        )
        record(
            subject,
            .roundExtended(RoundExtension(lead: two, until: CivilDate(2026, 8, 25))),
            why: .committee
        )
        record(subject, returned(by: one, 1, ["1.1"], .committee), why: .committee)
        record(subject, .roundWithdrawn(by: one), why: .committee)
        record(subject, returned(by: one, 2, ["1.1"], .committee), why: .committee)
        record(subject, .roundNilReturned(by: two), why: .committee)
        record(
            subject,
            .roundWorded(RoundWording(item: "1.1", text: prose(.committee))),
            why: .committee
        )
        if !items.isEmpty {
            record(subject, returned(by: hidden, 1, items, .restricted), why: .restricted)
        }
        day = CivilDate(2026, 9, 1)
        record(subject, .roundFrozen(digest: nil), why: .committee)
        let late = UpdateReturn(lead: three, version: 1, answers: [answer("1.3", .committee)])
        record(subject, .roundTabled(late), why: .committee)
        var answers = [agreed("1.1", .committee), agreed("1.3", .committee)]
        for item in items { answers.append(agreed(item, .restricted)) }
        record(
            subject,
            .roundAgreed(RoundAgreement(meeting: word(.committee), answers: answers)),
            why: .committee
        )
        day = CivilDate(2026, 9, 20)
        record(subject, .roundClosed, why: .committee)
        note(subject, for: .committee)
        day = before
    }

    private mutating func returned(
        by lead: String,
        _ version: Int,
        _ items: [String],
        _ audience: Audience
    ) -> Change.Fact {
        .roundReturned(
            UpdateReturn(
                lead: lead,
                version: version,
                answers: items.map { answer($0, audience) },
                answeredBy: word(audience),
                groupMeeting: word(audience)
            )
        )
    }

    private mutating func answer(_ item: String, _ audience: Audience) -> ReturnedAnswer {
        var answer = ReturnedAnswer(item)
        answer.done = prose(audience)
        answer.evidence = prose(audience)
        answer.difference = prose(audience)
        answer.colour = word(audience)
        answer.colourReason = prose(audience)
        answer.newDate = word(audience)
        answer.newDateReason = prose(audience)
        answer.help = prose(audience)
        return answer
    }

    private mutating func agreed(_ item: String, _ audience: Audience) -> AgreedAnswer {
        var agreed = AgreedAnswer(item)
        agreed.colour = word(audience)
        agreed.timescale = word(audience)
        agreed.words = prose(audience)
        agreed.evidence = prose(audience)
        agreed.reason = prose(audience)
        return agreed
    }
}
