// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Everything that can happen to a decision between meetings, each declared once.

extension CommitteeDecision {
    /// The events of a decision between meetings.
    public enum Entries {}

    /// Everything that can be said of a decision between meetings.
    public static let table = SubjectTable<CommitteeDecision>([
        Entries.taken.declaration, Entries.ratified.declaration,
    ])
}

extension CommitteeDecision.Entries {
    private static let takenCodec = Codec.erasable(
        DecisionTaking.shape,
        [PayloadTexts(["text", "how"])]
    )
    private static let ratifiedCodec = Codec.erasable(MeetingApproval.shape)

    /// The decision was taken.
    static let taken = Event<CommitteeDecision, DecisionTaking>(
        "decision.taken",
        "A body decided between its meetings, by correspondence.",
        by: takenCodec
    ) { decision, taking, step in
        if let day = decision.decidedOn {
            return "\(decision.title) was taken on \(day) already. Give this one the next number."
        }
        guard !taking.text.isEmpty else {
            return "\(decision.title) has no words. Say what was decided."
        }
        (decision.text, decision.how) = (taking.text, taking.how)
        (decision.reviewBy, decision.links) = (taking.reviewBy, taking.links)
        decision.decidedOn = step.effective
        return nil
    }.carried { ways in
        ways.sayWhatMeetingsLeaveOut()
        ways.request = .by([
            RequestForm("decided") { (fields, _) throws(JSONError) in
                let value = try fields.required("decided", as: DecisionTaking.shape.type)
                return [RequestedFact(Change.Fact("decision.taken", value, by: takenCodec))]
            }
        ])
        ways.json = .by(CommitteeDecision.members)
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard earlier.decidedOn == nil, let day = later.decidedOn else { return [] }
                let words = "\(name) was taken on \(day.inWords): \(later.text.singleLine)"
                return [ChangeInWords("decided", words)]
            }
        )
    }

    /// A meeting ratified the decision.
    static let ratified = Event<CommitteeDecision, MeetingApproval>(
        "decision.ratified",
        "A meeting ratified a decision that was taken before it.",
        by: ratifiedCodec
    ) { decision, approval, step in
        guard let taken = decision.decidedOn else {
            return "\(decision.title) was not taken on \(step.effective). Record it first."
        }
        if let day = decision.ratifiedOn {
            return "\(decision.title) was ratified on \(day) already."
        }
        guard step.effective >= taken else {
            return
                "\(decision.title) was taken on \(taken), after \(step.effective). Name a later day."
        }
        (decision.ratifiedOn, decision.ratifiedAt) = (step.effective, approval.at)
        return nil
    }.carried { ways in
        ways.sayWhatMeetingsLeaveOut()
        ways.request = .by([
            RequestForm("ratified") { (fields, _) throws(JSONError) in
                let value = try fields.required("ratified", as: MeetingApproval.shape.type)
                return [RequestedFact(Change.Fact("decision.ratified", value, by: ratifiedCodec))]
            }
        ])
        ways.json = .by([
            JSONMember("ratifiedOn") { .date($0[$1].ratifiedOn) },
            JSONMember("ratifiedAt") { .string(optional: $0[$1].ratifiedAt) },
        ])
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard earlier.ratifiedOn == nil, let day = later.ratifiedOn else { return [] }
                return [ChangeInWords("ratified", "\(name) was ratified on \(day.inWords).")]
            }
        )
    }
}

extension CommitteeDecision {
    fileprivate static let members: [JSONMember<CommitteeDecision>] = [
        JSONMember("decision") { .string($0[$1].reference) },
        JSONMember("body") { .string($0[$1].body) },
        JSONMember("text") { .string($0[$1].text.plainText) },
        JSONMember("how") { .string($0[$1].how) },
        JSONMember("decidedOn") { .date($0[$1].decidedOn) },
        JSONMember("reviewBy") { .date($0[$1].reviewBy) },
        JSONMember("links") { decisions, place in
            .array(decisions[place].links.map { .string($0.description) })
        },
    ]
}
