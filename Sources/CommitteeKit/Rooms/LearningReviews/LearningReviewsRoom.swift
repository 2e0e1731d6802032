// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The room of the committee's Learning Reviews: notified, decided, carried out, checked.
public struct LearningReviewsRoom: Room {
    /// Creates the room.
    public init() {}

    /// The room's name.
    public var name: String { "learning-reviews" }

    /// Reviews, the steps of them that are to be taken, and the packs by which the committee goes.
    public var subjects: [SubjectKind] {
        ["learning-review", "learning-review-step", "learning-review-guidance"]
    }

    /// What can be recorded of a review, and that a pack was adopted.
    public var kinds: [DeclaredKind] {
        LearningReviewsState.table.kinds + LearningReview.table.kinds
    }

    /// Limits in working days go by the committee's calendar.
    public var follows: Set<EntryKind> { [Self.calendar] }

    static let calendar: EntryKind = "committee.working-days-set"

    /// Begins to fold a journal.
    public func fold(asOf date: CivilDate?) -> LearningReviewsFold { LearningReviewsFold() }

    /// How a person writes what is said of a review or of a pack.
    public var requests: [RequestTarget] {
        [
            RequestTarget(
                "learningReview",
                noun: "a Learning Review",
                members: LearningReview.table.requestNames
            ) { (fields, reading) throws(JSONError) in
                RequestedSubject(
                    .learningReview(try fields.required("learningReview", as: .name)),
                    try LearningReview.table.requested(fields, &reading)
                )
            },
            RequestTarget(
                "learningReviewGuidance",
                noun: "a pack for Learning Reviews",
                members: LearningReviewsState.table.requestNames
            ) { (fields, reading) throws(JSONError) in
                RequestedSubject(
                    .learningReviewGuidance(
                        try fields.required("learningReviewGuidance", as: .name)
                    ),
                    try LearningReviewsState.table.requested(fields, &reading)
                )
            },
        ]
    }
}

/// The Learning Reviews, while the entries of a journal are being folded.
public struct LearningReviewsFold: RoomFold {
    private var state = LearningReviewsState()
    private var reviews: [String: LearningReview] = [:]

    init() {}

    /// Always: a limit may be in working days whenever the calendar is set.
    public var isFollowing: Bool { true }

    /// Hears on which days the committee works.
    public mutating func follow(_ step: FoldStep, before: SubjectCard?, after: SubjectCard?) {
        guard let json = step.payload.members?["calendar"] else { return }
        let calendar = try? WorkingCalendar(json: JSONNode(json, line: 1), source: "calendar")
        if let calendar { state.calendar = calendar }
    }

    /// Takes in a step of a review, or that a pack was adopted.
    public mutating func apply(
        _ fact: Change.Fact,
        _ step: FoldStep,
        asking door: FoldDoor
    ) -> String? {
        if let adoption = fact.value(as: LearningReviewAdoption.self) {
            return adopt(adoption, fact, step, door)
        }
        let id = step.subject.id
        guard step.subject.kind == "learning-review" else {
            return "“\(step.subject)” is not a Learning Review. Name one by its reference."
        }
        guard LearningReviewReference.isValid(id) else {
            return
                "A Learning Review has a reference that was drawn for it, such as LR-7KQ2XMD, so that it "
                + "tells nothing. Draw one with committee learning-review notify."
        }
        if step.reason != nil {
            return
                "An entry about a Learning Review takes no text, so it takes no reason. Leave the reason out."
        }
        guard step.by.isNameOfARole else {
            return
                "An entry about a Learning Review takes no text, so who records it is a short name of a role, in "
                + "letters, digits and hyphens, such as lead-officer."
        }
        var review = reviews[id] ?? LearningReview(id: id)
        let act = LearningReviewAct(fact)
        guard review.notification != nil || act?.step == .notified else {
            return
                "There is no Learning Review \(id) on \(step.effective). Notify it first, or correct "
                + "the reference."
        }
        if review.notification == nil { review.guidance = state.adoptions.last?.reference ?? "" }
        guard let adoption = state.adoption(of: review) else {
            return
                "The committee had adopted no criteria for Learning Reviews on \(step.effective). Adopt a pack "
                + "first, with committee learning-review adopt."
        }
        if let act {
            let refusal =
                lists(fact, adoption.guidance)
                ?? parties(act.parties, on: step.effective, door, naming: &review)
                ?? others(fact, door)
                ?? LearningReviewRule.refusal(of: act, on: review, by: adoption.guidance)
                ?? days(fact, step)
            if let refusal { return refusal }
        } else if let audience = fact.value(as: Audience.self), audience < .committee {
            return
                "A Learning Review is never for “\(audience.rawValue)”: only figures in which small numbers "
                + "are hidden are published. Use committee or restricted."
        }
        if let refusal = LearningReview.table.apply(fact, to: &review, step) { return refusal }
        review.criterionWords =
            adoption.guidance.criterion(review.notification?.criterion ?? "")?.words ?? ""
        reviews[id] = review
        return nil
    }

    // MARK: Packs

    private mutating func adopt(
        _ adoption: LearningReviewAdoption,
        _ fact: Change.Fact,
        _ step: FoldStep,
        _ door: FoldDoor
    ) -> String? {
        let pack = adoption.guidance
        guard step.subject == .learningReviewGuidance(pack.id) else {
            return
                "The entry is about “\(step.subject.id)”, and the pack is “\(pack.id)”. Name the pack."
        }
        let before = state.adoptions.last { $0.guidance.reference == pack.reference }
        if let before, before.guidance != pack {
            return
                "“\(pack.id)” was adopted before in version \(pack.version), and said something else. Give "
                + "what is new a version of its own."
        }
        var named = LearningReview(id: "")
        let who = [adoption.group, adoption.coordinator].compactMap(\.self)
        if let refusal = parties(who, on: step.effective, door, naming: &named) { return refusal }
        if let refusal = LearningReviewsState.table.apply(fact, to: &state, step) { return refusal }
        state.names.merge(named.names) { _, new in new }
        return nil
    }

    // MARK: Words of lists

    /// Why a key cannot stand, since the pack has no such entry.
    private func lists(_ fact: Change.Fact, _ pack: LearningReviewGuidance) -> String? {
        if let said = fact.value(as: LearningReviewNotification.self) {
            return pack.refusal([said.criterion], in: \.criteria, "criterion")
        }
        if let said = fact.value(as: LearningReviewJudgement.self) {
            return pack.refusal(said.reasons, in: \.reasons, "reason")
                ?? pack.refusal(
                    [said.alternative].compactMap(\.self),
                    in: \.alternatives,
                    "alternative review"
                ) ?? said.contradiction
        }
        if let said = fact.value(as: LearningReviewNotice.self) {
            return pack.refusal(said.reasons, in: \.reasons, "reason")
        }
        if let said = fact.value(as: LearningReviewPause.self) {
            return pack.refusal([said.proceedings], in: \.proceedings, "kind of proceedings")
        }
        if let said = fact.value(as: LearningReviewSharing.self) {
            return pack.refusal([said.means], in: \.sharing, "way of sharing")
        }
        return nil
    }

    /// Why a party cannot stand, since the structure has none of that identifier; notes what it is called.
    private func parties(
        _ parties: [String],
        on day: CivilDate,
        _ door: FoldDoor,
        naming review: inout LearningReview
    ) -> String? {
        for party in parties {
            let subjects: [SubjectReference] = [
                .body(party), .group(party), .seat(party), .role(party),
            ]
            guard let card = subjects.lazy.compactMap(door.card).first else {
                return
                    "The structure had no agency, group or seat of the identifier that is given, on \(day). "
                    + "Only these are recorded of a Learning Review: see committee structure."
            }
            review.names[party] = card.name
        }
        return nil
    }

    /// Why a meeting, a data set or a document cannot stand, since the record has none.
    private func others(_ fact: Change.Fact, _ door: FoldDoor) -> String? {
        let meeting =
            fact.value(as: LearningReviewJudgement.self)?.meeting
            ?? fact.value(as: LearningReviewActionPlan.self)?.meeting
        if let meeting {
            guard let subject = LearningReview.meeting(meeting), door.card(of: subject) != nil
            else {
                return
                    "The record has no meeting of the name that is given. Call it first, and write it such "
                    + "as cpc/2026-02-11."
            }
        }
        guard let check = fact.value(as: LearningReviewCheck.self) else { return nil }
        if let id = check.dataSet, door.card(of: LearningReviewCheck.dataSet(id)) == nil {
            return
                "The record has no data set of the identifier that is given. Name one that it has."
        }
        if let id = check.document, door.card(of: LearningReviewCheck.document(id)) == nil {
            return
                "The register has no document of the identifier that is given. Name one that it has."
        }
        return nil
    }

    /// Why the days of a step cannot be.
    private func days(_ fact: Change.Fact, _ step: FoldStep) -> String? {
        if let said = fact.value(as: LearningReviewNotification.self) {
            if let day = said.received, day > step.effective {
                return
                    "The notification would have come in on \(day), after \(step.effective). Correct the "
                    + "day, or record it when it comes."
            }
            let received = said.received ?? step.effective
            if let day = [said.groupMeets, said.committeeDecides].compactMap(\.self)
                .first(where: { $0 < received })
            {
                return
                    "The notification came in on \(received), and would be dealt with before that, on "
                    + "\(day). Correct one of the days."
            }
        }
        let until =
            fact.value(as: LearningReviewRequest.self)?.by
            ?? fact.value(as: LearningReviewCommission.self)?.reportBy
        if let until, until < step.effective {
            return
                "What is asked for on \(step.effective) cannot be due before that, on \(until). Name a "
                + "later day."
        }
        return nil
    }

    /// Returns the card of a review, of a step of one, or of a pack.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        let id = subject.id.prefix { $0 != "#" }
        return reviews[String(id)]?.card(of: subject) ?? state.card(of: subject)
    }

    /// Returns the reviews, sorted by their references, and the packs.
    public func finished() -> LearningReviewsState {
        var state = state
        state.reviews = reviews.values.sorted { $0.id < $1.id }
        return state
    }
}

extension LearningReviewAdoption {
    var reference: String { guidance.reference }
}

extension LearningReviewJudgement {
    /// Why the judgement contradicts itself.
    fileprivate var contradiction: String? {
        if outcome == .alternative, alternative == nil {
            return
                "It says that another review takes its place, and not which. Name one of the list."
        }
        if outcome != .alternative, alternative != nil {
            return
                "It names another review, and says “\(outcome.rawValue)”. Say alternative, or leave the other "
                + "review out."
        }
        if outcome == .proceed, !reasons.isEmpty {
            return "It gives reasons for not proceeding, and says “proceed”. Leave the reasons out."
        }
        return nil
    }
}

extension LearningReviewGuidance {
    /// Why keys cannot stand, since a list of the pack has no such entry.
    fileprivate func refusal(
        _ keys: [String],
        in list: KeyPath<Self, [Term]>,
        _ noun: String
    ) -> String? {
        let known = self[keyPath: list].map(\.key)
        guard let other = keys.first(where: { !known.contains($0) }) else { return nil }
        return "“\(title)” lists no \(noun) “\(other)”. "
            + (known.isEmpty
                ? "It lists none." : ClosestName.suggestion(for: other, in: known))
    }
}

extension String {
    /// Whether it can be the short name of a role, and holds neither words of a sentence, nor an address, nor a number.
    fileprivate var isNameOfARole: Bool {
        guard (1...60).contains(utf8.count), first?.isLetter == true else { return false }
        let isPlain = utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x2F
        }
        return isPlain && !split(whereSeparator: { !$0.isNumber }).contains { $0.count > 4 }
    }
}
