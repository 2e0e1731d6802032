// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A Learning Review, from its notification to the check that practice changed.
///
/// It holds no text. Everything in it is a day, a key of the pack by which the committee goes, a party of
/// the committee's structure, a meeting, a data set or a document of the record, so nothing can tell who
/// a child is. See ``LearningReview/words``.
///
/// ```swift
/// for review in edition.learningReviews where review.stage == .recommended {
///     print(review.id, review.recommendation?.outcome.words ?? "")
/// }
/// ```
public struct LearningReview: Hashable, Sendable, Identifiable {
    /// The reference, such as `LR-7KQ2XMD`, which tells neither order nor number.
    public let id: String
    /// The widest audience that may know of it: restricted, or the committee.
    public var audience: Audience = .restricted
    /// The pack by which it goes, such as `learning-reviews-2024@1`; that in force on the day of notification.
    public var guidance: String = ""
    /// The notification; nil before it was made.
    public var notification: LearningReviewNotification?
    /// Who was asked for information, and what came of it.
    public var questions: [LearningReviewQuestion] = []
    /// What the group recommended; its last word counts.
    public var recommendation: LearningReviewJudgement?
    /// What the committee decided, on behalf of the chief officers.
    public var decision: LearningReviewJudgement?
    /// What the inspectorate was told.
    public var notice: LearningReviewNotice?
    /// The commission of the review, or of the one that takes its place.
    public var commission: LearningReviewCommission?
    /// When it waited for other proceedings.
    public var pauses: [LearningReviewPause] = []
    /// The day on which its report came in.
    public var reportedOn: CivilDate?
    /// What the chief officers made of the action plan; their last word counts.
    public var actionPlan: LearningReviewActionPlan?
    /// How its learning was shared.
    public var sharing: [LearningReviewSharing] = []
    /// What data said of the change.
    public var checks: [LearningReviewCheck] = []
    /// The day of its end.
    public var closedOn: CivilDate?
    /// What its criterion says, in the words of the pack.
    public internal(set) var criterionWords: String = ""
    /// The names of the parties that it speaks of, by their identifiers.
    var names: [String: String] = [:]

    /// Creates a review of which nothing is known but its reference.
    ///
    /// - Parameter id: The reference.
    public init(id: String) { self.id = id }

    /// What people call it at the beginning of a sentence.
    var inSentence: String { "Learning Review \(id)" }

    /// Returns what the structure calls a party, or the identifier itself.
    ///
    /// - Parameter party: The identifier of a seat, a role, a group or a body.
    /// - Returns: The name.
    public func name(of party: String) -> String { names[party] ?? party }
}

/// The notification of a matter that may meet a criterion, without any text.
public struct LearningReviewNotification: Hashable, Sendable {
    /// The agency, the body, the group or the seat that notified, by its identifier in the structure.
    public var by: String
    /// The criterion, by its key in the pack.
    public var criterion: String
    /// The day on which the notification came in; that of the entry when nil, until it is recorded.
    public var received: CivilDate?
    /// The day on which the group is to consider it.
    public var groupMeets: CivilDate?
    /// The day on which the committee is to decide.
    public var committeeDecides: CivilDate?

    /// Creates a notification.
    ///
    /// - Parameters:
    ///   - party: The agency, the body, the group or the seat that notified.
    ///   - criterion: The criterion, by its key in the pack.
    ///   - received: The day on which it came in.
    ///   - groupMeets: The day on which the group is to consider it.
    ///   - committeeDecides: The day on which the committee is to decide.
    public init(
        by party: String,
        criterion: String,
        received: CivilDate? = nil,
        groupMeets: CivilDate? = nil,
        committeeDecides: CivilDate? = nil
    ) {
        by = party
        self.criterion = criterion
        self.received = received
        self.groupMeets = groupMeets
        self.committeeDecides = committeeDecides
    }
}

/// That parties were asked for what the decision needs.
public struct LearningReviewRequest: Hashable, Sendable {
    /// Who was asked, by identifiers of the structure.
    public var to: [String]
    /// The day by which they are to answer.
    public var by: CivilDate?

    /// Creates a request.
    ///
    /// - Parameters:
    ///   - parties: Who was asked.
    ///   - day: The day by which they are to answer.
    public init(to parties: [String], by day: CivilDate? = nil) {
        to = parties
        by = day
    }
}

/// That a party answered; what it said is kept elsewhere.
public struct LearningReviewAnswer: Hashable, Sendable {
    /// What sort of answer it is.
    @nonexhaustive
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The party gave what it has.
        case provided
        /// The party has nothing.
        case nothingHeld = "nothing-held"

        /// The kind in words.
        public var words: String {
            switch self {
            case .provided: "Provided"
            case .nothingHeld: "Nothing held"
            }
        }
    }

    /// Who answered, by the identifier of the structure.
    public var party: String
    /// What sort of answer it is.
    public var answer: Kind

    /// Creates an answer.
    ///
    /// - Parameters:
    ///   - party: Who answered.
    ///   - answer: What sort of answer it is.
    public init(by party: String, _ answer: Kind = .provided) {
        self.party = party
        self.answer = answer
    }
}

/// A party that was asked, and what came of it.
public struct LearningReviewQuestion: Hashable, Sendable {
    /// Who was asked, by the identifier of the structure.
    public var party: String
    /// The day on which it was asked.
    public var asked: CivilDate
    /// The day by which it is to answer.
    public var by: CivilDate?
    /// What sort of answer came.
    public var answer: LearningReviewAnswer.Kind?
    /// The day on which it answered.
    public var answered: CivilDate?
}

/// What the group recommended, or the committee decided.
public struct LearningReviewJudgement: Hashable, Sendable {
    /// What is to happen.
    public var outcome: LearningReviewOutcome
    /// The reasons, by their keys in the pack; needed when there is to be no review.
    public var reasons: [String]
    /// The review that takes its place, by its key in the pack.
    public var alternative: String?
    /// The meeting, such as `cpc/2026-02-11`.
    public var meeting: String?
    /// The day; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a judgement.
    ///
    /// - Parameters:
    ///   - outcome: What is to happen.
    ///   - reasons: The reasons, by their keys in the pack.
    ///   - alternative: The review that takes its place, by its key in the pack.
    ///   - meeting: The meeting.
    public init(
        _ outcome: LearningReviewOutcome,
        reasons: [String] = [],
        alternative: String? = nil,
        at meeting: String? = nil
    ) {
        self.outcome = outcome
        self.reasons = reasons
        self.alternative = alternative
        self.meeting = meeting
    }
}

/// That the inspectorate was told of the decision, either way.
public struct LearningReviewNotice: Hashable, Sendable {
    /// The reasons that it was given, by their keys in the pack; those of the decision when none are said.
    public var reasons: [String]
    /// The day; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a notice.
    ///
    /// - Parameter reasons: The reasons, by their keys in the pack.
    public init(reasons: [String] = []) { self.reasons = reasons }
}

/// The commission of a review.
public struct LearningReviewCommission: Hashable, Sendable {
    /// The day by which its report is asked for.
    public var reportBy: CivilDate?
    /// The day; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a commission.
    ///
    /// - Parameter day: The day by which the report is asked for.
    public init(reportBy day: CivilDate? = nil) { reportBy = day }
}

/// That a review waits for proceedings elsewhere.
public struct LearningReviewPause: Hashable, Sendable {
    /// The proceedings, by their key in the pack.
    public var proceedings: String
    /// The day on which it began; nil before it is recorded.
    public var from: CivilDate?
    /// The day on which the review went on.
    public var until: CivilDate?

    /// Creates a pause.
    ///
    /// - Parameter proceedings: The proceedings, by their key in the pack.
    public init(for proceedings: String) { self.proceedings = proceedings }
}

/// What the chief officers made of the action plan.
public struct LearningReviewActionPlan: Hashable, Sendable {
    /// Whether they agreed the resources that it needs.
    public var resourced: Bool
    /// The meeting, such as `cog/2026-05-20`.
    public var meeting: String?
    /// The day; nil before it is recorded.
    public var on: CivilDate?

    /// Creates their view of the action plan.
    ///
    /// - Parameters:
    ///   - resourced: Whether they agreed the resources that it needs.
    ///   - meeting: The meeting.
    public init(resourced: Bool, at meeting: String? = nil) {
        self.resourced = resourced
        self.meeting = meeting
    }
}

/// One way in which the learning was shared.
public struct LearningReviewSharing: Hashable, Sendable {
    /// The way, by its key in the pack.
    public var means: String
    /// With whom, by identifiers of the structure; with everybody when none are named.
    public var to: [String]
    /// The day; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a way in which the learning was shared.
    ///
    /// - Parameters:
    ///   - means: The way, by its key in the pack.
    ///   - parties: With whom.
    public init(_ means: String, with parties: [String] = []) {
        self.means = means
        to = parties
    }
}

/// A check whether practice changed.
public struct LearningReviewCheck: Hashable, Sendable {
    /// What the data say.
    @nonexhaustive
    public enum Result: String, Hashable, Sendable, CaseIterable {
        /// Practice changed.
        case changed
        /// It changed in part.
        case partly = "changed-in-part"
        /// It did not change yet.
        case notYet = "not-yet"

        /// The result in words.
        public var words: String {
            switch self {
            case .changed: "Changed"
            case .partly: "Changed in part"
            case .notYet: "Not yet"
            }
        }
    }

    /// What the data say.
    public var result: Result
    /// The data set, by its identifier in the record.
    public var dataSet: String?
    /// The document that has the data, by its identifier in the register.
    public var document: String?
    /// The day; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a check.
    ///
    /// - Parameters:
    ///   - result: What the data say.
    ///   - dataSet: The data set, by its identifier in the record.
    ///   - document: The document that has the data.
    public init(_ result: Result, dataSet: String? = nil, document: String? = nil) {
        self.result = result
        self.dataSet = dataSet
        self.document = document
    }
}
