// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A step of a Learning Review, each recorded as an entry of its own.
@nonexhaustive
public enum LearningReviewStep: String, Hashable, Sendable, CaseIterable {
    /// An agency or a seat notified the committee.
    case notified
    /// Agencies and seats were asked for what the decision needs.
    case informationAsked = "information-asked"
    /// One of them answered.
    case informationAnswered = "information-answered"
    /// The group recommended what to do.
    case recommended
    /// The committee decided, on behalf of the chief officers.
    case decided
    /// The inspectorate was told of the decision.
    case inspectorateTold = "inspectorate-told"
    /// The review, or the one that takes its place, was commissioned.
    case commissioned
    /// It waits for proceedings elsewhere.
    case paused
    /// It went on.
    case resumed
    /// Its report came in.
    case reported
    /// The chief officers considered the action plan and its resources.
    case actionPlanConsidered = "action-plan-considered"
    /// The learning was shared.
    case shared
    /// Data were used to check whether practice changed.
    case changeChecked = "change-checked"
    /// It came to its end.
    case closed

    /// The kind of entry that records the step.
    public var kind: EntryKind { EntryKind(rawValue: "learning-review.\(rawValue)") }

    /// The step as a noun within a sentence, such as `the decision of the committee`.
    public var noun: String {
        switch self {
        case .notified: "the notification"
        case .informationAsked: "the request for information"
        case .informationAnswered: "the answer of those who were asked"
        case .recommended: "the recommendation of the group"
        case .decided: "the decision of the committee"
        case .inspectorateTold: "the notice to the inspectorate"
        case .commissioned: "the commission of the review"
        case .paused: "the pause"
        case .resumed: "the end of the pause"
        case .reported: "the report of the review"
        case .actionPlanConsidered: "the chief officers' view of the action plan"
        case .shared: "the sharing of the learning"
        case .changeChecked: "the check of the change with data"
        case .closed: "the closing"
        }
    }
}

/// What is recommended or decided on a notification.
@nonexhaustive
public enum LearningReviewOutcome: String, Hashable, Sendable, CaseIterable {
    /// A Learning Review is held.
    case proceed
    /// None is held, for reasons of the list.
    case notProceed = "not-proceed"
    /// Another review of the list takes its place.
    case alternative

    /// The outcome in words, such as `Proceed`.
    public var words: String {
        switch self {
        case .proceed: "Proceed"
        case .notProceed: "Do not proceed"
        case .alternative: "Alternative review"
        }
    }
}

/// Where a Learning Review stands.
@nonexhaustive
public enum LearningReviewStage: String, Hashable, Sendable, CaseIterable {
    /// It was notified, and what the decision needs is being gathered.
    case notified
    /// The group has recommended, and the committee has not decided.
    case recommended
    /// The committee has decided, and nothing is commissioned.
    case decided
    /// The review is under way.
    case commissioned
    /// Its report is in.
    case reported
    /// The chief officers have considered the action plan.
    case considered
    /// The learning was shared.
    case shared
    /// The change was checked with data.
    case checked
    /// It has come to its end.
    case closed

    /// The stage in words, such as `Under way`.
    public var words: String {
        switch self {
        case .notified: "Notified"
        case .recommended: "Recommendation made"
        case .decided: "Decided"
        case .commissioned: "Under way"
        case .reported: "Report received"
        case .considered: "Action plan considered"
        case .shared: "Learning shared"
        case .checked: "Change checked"
        case .closed: "Closed"
        }
    }
}
