// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension LearningReview {
    /// Where it stands.
    public var stage: LearningReviewStage {
        if closedOn != nil { return .closed }
        if !checks.isEmpty { return .checked }
        if !sharing.isEmpty { return .shared }
        if actionPlan != nil { return .considered }
        if reportedOn != nil { return .reported }
        if commission != nil { return .commissioned }
        if decision != nil { return .decided }
        return recommendation == nil ? .notified : .recommended
    }

    /// The proceedings for which it waits; nil when it does not wait.
    public var pause: LearningReviewPause? {
        pauses.last.flatMap { $0.until == nil ? $0 : nil }
    }

    /// Where it stands in words, such as `Under way, paused`.
    public var standing: String { stage.words + (pause == nil ? "" : ", paused") }

    /// Whether it has not come to its end.
    public var isOpen: Bool { closedOn == nil }

    /// Those who were asked and have not answered.
    public var outstanding: [LearningReviewQuestion] { questions.filter { $0.answered == nil } }

    /// Returns the day on which a step was taken; the last one where it can be taken several times.
    ///
    /// - Parameter step: The step.
    /// - Returns: The day, or nil when it was not taken.
    public func day(of step: LearningReviewStep) -> CivilDate? {
        switch step {
        case .notified: notification?.received
        case .informationAsked: questions.map(\.asked).max()
        case .informationAnswered:
            outstanding.isEmpty ? questions.compactMap(\.answered).max() : nil
        case .recommended: recommendation?.on
        case .decided: decision?.on
        case .inspectorateTold: notice?.on
        case .commissioned: commission?.on
        case .paused: pauses.last?.from
        case .resumed: pauses.last?.until
        case .reported: reportedOn
        case .actionPlanConsidered: actionPlan?.on
        case .shared: sharing.first?.on
        case .changeChecked: checks.first?.on
        case .closed: closedOn
        }
    }

    /// The steps that are to be taken now, in the order of the process.
    public var nextSteps: [LearningReviewStep] {
        guard isOpen, notification != nil else { return [] }
        var steps: [LearningReviewStep] = []
        if decision != nil, notice == nil { steps.append(.inspectorateTold) }
        if pause != nil { return steps + [.resumed] }
        switch stage {
        case .notified:
            if !outstanding.isEmpty { steps.append(.informationAnswered) }
            steps.append(.recommended)
        case .recommended: steps.append(.decided)
        case .decided:
            if decision?.outcome == .notProceed {
                if notice != nil { steps.append(.closed) }
            } else {
                steps.append(.commissioned)
            }
        case .commissioned: steps.append(.reported)
        case .reported: steps.append(.actionPlanConsidered)
        case .considered:
            steps.append(actionPlan?.resourced == false ? .actionPlanConsidered : .shared)
        case .shared: steps.append(.changeChecked)
        case .checked:
            steps.append(checks.last?.result == .changed ? .closed : .changeChecked)
        case .closed: break
        }
        return steps
    }

    /// How many days of the time after a day it waited, up to another day.
    func daysPaused(after day: CivilDate, until last: CivilDate) -> Int {
        pauses.reduce(0) { sum, pause in
            guard let from = pause.from else { return sum }
            let (start, end) = (max(from, day), min(pause.until ?? last, last))
            return sum + max(0, end - start)
        }
    }
}

/// The day by which a step of a Learning Review is to be taken, and why.
public struct LearningReviewDue: Hashable, Sendable {
    /// The step.
    public var step: LearningReviewStep
    /// The day.
    public var day: CivilDate
    /// The limit from which the day follows; nil for a day that was set for this review.
    public var limit: LearningReviewGuidance.TimeLimit?
    /// Who answers for it, by names of the structure.
    public var leads: [String]
}

extension LearningReview {
    /// Returns the day by which a step is to be taken, or was.
    ///
    /// A day that was set for this review and a time limit both count; the earlier one is the day. Time that
    /// the review waited for other proceedings is added.
    func due(
        _ step: LearningReviewStep,
        by limits: [LearningReviewGuidance.TimeLimit],
        _ calendar: WorkingCalendar,
        asOf today: CivilDate
    ) -> (day: CivilDate, limit: LearningReviewGuidance.TimeLimit?)? {
        // The inspectorate is told whether the review waits or not.
        let taken = step == .inspectorateTold ? .earliest : day(of: step) ?? today
        var days: [(day: CivilDate, limit: LearningReviewGuidance.TimeLimit?)] = []
        let planned: (from: CivilDate?, day: CivilDate?) =
            switch step {
            case .recommended: (notification?.received, notification?.groupMeets)
            case .decided: (notification?.received, notification?.committeeDecides)
            case .reported: (commission?.on, commission?.reportBy)
            case .informationAnswered:
                (
                    questions.map(\.asked).min(),
                    (outstanding.isEmpty ? questions : outstanding).compactMap(\.by).min()
                )
            default: (nil, nil)
            }
        if let from = planned.from, let day = planned.day {
            days.append((day + daysPaused(after: from, until: taken), nil))
        }
        for limit in limits where limit.step == step && holds(limit) {
            guard let from = day(of: limit.after) else { continue }
            let end = limit.within.adding(times: 1, to: from, calendar)
            days.append((end + daysPaused(after: from, until: taken), limit))
        }
        return days.min { $0.day < $1.day }
    }

    /// Whether a limit holds for this review.
    private func holds(_ limit: LearningReviewGuidance.TimeLimit) -> Bool {
        if let outcome = limit.outcome, outcome != decision?.outcome { return false }
        guard !limit.criteria.isEmpty else { return true }
        return notification.map { limit.criteria.contains($0.criterion) } ?? false
    }
}
