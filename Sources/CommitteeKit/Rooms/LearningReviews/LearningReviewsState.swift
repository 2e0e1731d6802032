// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The Learning Reviews of a committee on a date, and the packs by which it goes.
///
/// The reviews stand by their references, which are random: the order tells nothing of when each was
/// notified.
public struct LearningReviewsState: RoomState {
    /// The reviews, sorted by their references.
    public var reviews: [LearningReview] = []
    /// The packs that the committee adopted, in the order of their adoption.
    public var adoptions: [LearningReviewAdoption] = []
    /// The days on which the committee works, for limits in working days.
    var calendar: WorkingCalendar = .scotland
    /// The names of those who do something by the packs, by their identifiers.
    var names: [String: String] = [:]

    /// Creates the state of a committee without Learning Reviews.
    public init() {}

    /// Everything that can be said of the packs.
    public static let table = SubjectTable<LearningReviewsState>([
        LearningReviewAdoption.adopted.declaration
    ])

    /// The pack in force: the one that was adopted last.
    public var guidanceInForce: LearningReviewAdoption? { adoptions.last }

    /// Returns the pack by which a review goes.
    ///
    /// - Parameter review: The review.
    /// - Returns: The pack in its version, with the limits that hold now.
    public func adoption(of review: LearningReview) -> LearningReviewAdoption? {
        adoptions.last { $0.guidance.reference == review.guidance }
    }

    /// Leaves out the reviews that are for a narrower audience, and the packs where it is not of the committee.
    ///
    /// Nothing is counted: that there is a Learning Review is itself a secret.
    public mutating func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    ) {
        reviews.removeAll { $0.audience > audience }
        guard audience < .restricted else { return }
        for place in reviews.indices {
            reviews[place].leaveOut { !door.may(audience, knowOf: $0) }
        }
        guard audience < .committee else { return }
        self = LearningReviewsState()
    }

    /// Returns the card of a review, of a step of one, or of a pack.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        switch subject.kind {
        case "learning-review-guidance":
            return adoptions.last { $0.guidance.id == subject.id }.map {
                SubjectCard(subject, name: "“\($0.guidance.title)”", audience: .committee)
            }
        case "learning-review", "learning-review-step":
            let id = subject.id.prefix { $0 != "#" }
            guard let review = reviews.first(where: { $0.id == id }) else { return nil }
            return review.card(of: subject)
        default: return nil
        }
    }

    /// Says in words what has changed, by the references of the reviews.
    public func changes(since earlier: Self, in editions: EditionPair) -> [EditionChange] {
        let own = Self.table.sentences(from: earlier, to: self, of: "Learning Reviews").map {
            EditionChange(.committee, kind: $0.kind, sentence: $0.sentence)
        }
        return own
            + reviews.flatMap { review in
                let before =
                    earlier.reviews.first { $0.id == review.id } ?? LearningReview(id: review.id)
                return LearningReview.table.sentences(
                    from: before,
                    to: review,
                    of: review.inSentence
                ).map {
                    EditionChange(.learningReview(review.id), kind: $0.kind, sentence: $0.sentence)
                }
            }
    }

    /// Returns the reviews and the packs; nothing of a committee that has none.
    public func exported(on day: CivilDate) -> JSONObject {
        var members: JSONObject = [:]
        if !adoptions.isEmpty {
            members["learningReviewGuidance"] = .array(adoptions.map(\.json))
        }
        if !reviews.isEmpty { members["learningReviews"] = .array(reviews.map(\.json)) }
        return members
    }

    /// The steps of reviews that are to be taken by a day, and the answers that are outstanding.
    public func deadlines(through day: CivilDate) -> [RoomDeadline] {
        reviews.flatMap { review in
            due(of: review, asOf: day).filter { $0.day <= day }.map { due in
                RoomDeadline(
                    .learningReviewStep(due.step, of: review.id),
                    kind: "learning-review",
                    name: "\(due.step.noun), \(review.inSentence)",
                    due: due.day,
                    leads: due.leads,
                    groups: [due.step.rawValue]
                )
            }
        }
    }

    // MARK: What is due

    /// Returns the days by which the next steps of a review are to be taken.
    ///
    /// - Parameters:
    ///   - review: The review.
    ///   - day: The day on which one looks; a review that waits then is given so much more time.
    /// - Returns: The next steps that have a day, in the order of the process.
    public func due(of review: LearningReview, asOf day: CivilDate) -> [LearningReviewDue] {
        guard let adoption = adoption(of: review) else { return [] }
        return review.nextSteps.compactMap { step in
            // What waits for proceedings elsewhere is due when it goes on.
            guard step != .resumed,
                let due = review.due(step, by: adoption.limits, calendar, asOf: day)
            else { return nil }
            return LearningReviewDue(
                step: step,
                day: due.day,
                limit: due.limit,
                leads: leads(step, of: review, by: adoption)
            )
        }
    }

    /// Who answers for a step: those who were asked, the group that recommends, or the coordinator.
    public func leads(_ step: LearningReviewStep, of review: LearningReview) -> [String] {
        adoption(of: review).map { leads(step, of: review, by: $0) } ?? []
    }

    private func leads(
        _ step: LearningReviewStep,
        of review: LearningReview,
        by adoption: LearningReviewAdoption
    ) -> [String] {
        switch step {
        case .informationAnswered: review.outstanding.map { review.name(of: $0.party) }
        case .recommended: [adoption.group ?? adoption.coordinator].compactMap(\.self).map(named)
        default: [adoption.coordinator ?? adoption.group].compactMap(\.self).map(named)
        }
    }

    private func named(_ party: String) -> String { names[party] ?? party }

    /// Returns the steps of a review that were taken, each with the day by which it was to be.
    ///
    /// - Parameter review: The review.
    /// - Returns: The steps that had such a day.
    public func taken(
        of review: LearningReview
    ) -> [(step: LearningReviewStep, on: CivilDate, due: CivilDate)] {
        guard let adoption = adoption(of: review) else { return [] }
        return LearningReviewStep.allCases.compactMap { step in
            guard let on = review.day(of: step),
                let due = review.due(step, by: adoption.limits, calendar, asOf: on)
            else { return nil }
            return (step, on, due.day)
        }
    }
}

extension LearningReviewAdoption {
    /// The adoption as exports and programs have it.
    public var json: JSONValue { Self.shape.dated(self, on: on) }
}

extension LearningReview {
    /// The review as exports and programs have it, without what is not known.
    public var json: JSONValue {
        let row = [self]
        return .object(
            JSONObject(
                [("reference", JSONValue.string(id))]
                    + Self.table.jsonMembers.map { ($0.name, $0.value(row, 0)) }
                    .filter { !$0.1.isNull }
            )
        )
    }

    /// The card of the review, or of a step of it that is to be taken.
    func card(of subject: SubjectReference) -> SubjectCard? {
        if subject == .learningReview(id) {
            return SubjectCard(subject, name: inSentence, audience: audience)
        }
        let step = LearningReviewStep.allCases.first { subject == .learningReviewStep($0, of: id) }
        return step.map {
            SubjectCard(subject, name: "\($0.noun), \(inSentence)", audience: audience)
        }
    }

    /// Leaves out the meetings, data sets and documents of which an audience may not know.
    fileprivate mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        func cut(_ meeting: inout String?) {
            if let named = meeting, let subject = Self.meeting(named), hides(subject) {
                meeting = nil
            }
        }
        cut(&recommendation.meetingIfAny)
        cut(&decision.meetingIfAny)
        if var plan = actionPlan {
            cut(&plan.meeting)
            actionPlan = plan
        }
        for place in checks.indices {
            if let id = checks[place].dataSet, hides(LearningReviewCheck.dataSet(id)) {
                checks[place].dataSet = nil
            }
            if let id = checks[place].document, hides(LearningReviewCheck.document(id)) {
                checks[place].document = nil
            }
        }
    }

    /// The meeting that words such as `cpc/2026-02-11` name.
    static func meeting(_ words: String) -> SubjectReference? {
        let parts = words.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = CivilDate(iso: String(parts[1])) else { return nil }
        return SubjectReference(kind: "meeting", id: "\(parts[0])#\(day)")
    }
}

extension LearningReviewJudgement? {
    fileprivate var meetingIfAny: String? {
        get { self?.meeting }
        set { self?.meeting = newValue }
    }
}

extension Record {
    /// The committee's Learning Reviews, sorted by their references.
    public var learningReviews: [LearningReview] {
        get { self[LearningReviewsState.self].reviews }
        set { self[LearningReviewsState.self].reviews = newValue }
    }
}

extension Edition {
    /// The Learning Reviews of which the audience may know, sorted by their references.
    public var learningReviews: [LearningReview] {
        get { self[LearningReviewsState.self].reviews }
        set { self[LearningReviewsState.self].reviews = newValue }
    }

    /// The pack in force by which the committee goes in its Learning Reviews; nil when none was adopted.
    public var learningReviewGuidance: LearningReviewAdoption? {
        self[LearningReviewsState.self].guidanceInForce
    }
}
