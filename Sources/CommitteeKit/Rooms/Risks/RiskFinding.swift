// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something in a register that does not fit together, to be looked at by people.
public struct RiskFinding: Hashable, Sendable {
    /// A kind of finding.
    @nonexhaustive
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The current score is worse than the inherent one, though controls should lower it.
        case currentAboveInherent = "current-above-inherent"
        /// The target is better than the current score, but nothing would bring the risk there.
        case targetWithoutControl = "target-without-control"
        /// The day of the review has passed.
        case reviewOverdue = "review-overdue"
        /// The risk is to be treated, but no action does it.
        case treatmentWithoutAction = "treatment-without-action"
        /// An acceptance no longer holds.
        case acceptanceLapsed = "acceptance-lapsed"
        /// The current score is above the appetite, and nobody has accepted the risk.
        case aboveAppetite = "above-appetite"
        /// The day has come by which a control's evidence was to be seen.
        case evidenceOverdue = "evidence-overdue"
        /// A score pins a scale that the register no longer uses.
        case oldScale = "old-scale"
        /// The appetite is not one of the scale by which the risk is assessed, so whether it is above cannot be
        /// said.
        case appetiteUnknown = "appetite-unknown"
        /// The risk stands in a state of its workflow for longer than that allows.
        case stateOverdue = "state-overdue"
        /// Something was recorded that the workflow refuses.
        case workflowOverridden = "workflow-overridden"
    }

    /// The risk's identifier.
    public var risk: String
    /// What kind of finding it is.
    public var kind: Kind
    /// The finding in words.
    public var sentence: String
}

extension RiskRegister {
    /// Returns what does not fit together on a day, in the order of the risks.
    ///
    /// - Parameter date: The day.
    /// - Returns: The findings about risks that are active, and what was recorded of any risk against its
    ///   workflow.
    /// - Complexity: O(*n*) in the number of risks and the length of their histories.
    public func findings(on date: CivilDate) -> [RiskFinding] {
        risks.flatMap { risk -> [RiskFinding] in
            guard risk.state != .active else { return findings(about: risk, on: date) }
            return risk.overrides.map { override in
                RiskFinding(
                    risk: risk.id,
                    kind: .workflowOverridden,
                    sentence: override.sentence + "."
                )
            }
        }
    }

    private func findings(about risk: Risk, on date: CivilDate) -> [RiskFinding] {
        var found: [RiskFinding] = []
        func say(_ kind: RiskFinding.Kind, _ sentence: String) {
            found.append(RiskFinding(risk: risk.id, kind: kind, sentence: sentence))
        }
        // A control or an action of which the audience may not know may do it.
        let shown = isCut ? " shown here" : ""
        let inherent = scored(.inherent, of: risk)
        let current = scored(.current, of: risk)
        let target = scored(.target, of: risk)
        if let inherent, let current, current.isWorse(than: inherent) {
            say(
                .currentAboveInherent,
                "The risk scores worse with its controls (\(name(of: .current)): \(current.text)) than "
                    + "without them (\(name(of: .inherent)): \(inherent.text))."
            )
        }
        if let current, let target, current.isWorse(than: target), risk.controls.isEmpty,
            risk.actions.isEmpty, !isWithoutControls
        {
            say(
                .targetWithoutControl,
                "The risk is to come down (\(name(of: .current)): \(current.text); "
                    + "\(name(of: .target)): \(target.text)), but no control and no action\(shown) "
                    + "would bring it there."
            )
        }
        if let review = nextReview(of: risk), review < date {
            say(.reviewOverdue, "Its review was due on \(review.formatted("d MMMM yyyy")).")
        }
        if risk.treatment == .treat, risk.actions.isEmpty {
            say(
                .treatmentWithoutAction,
                "It is to be treated, but no action of a plan\(shown) does it."
            )
        }
        if let acceptance = risk.acceptance, let reason = acceptance.lapse(on: date) {
            say(
                .acceptanceLapsed,
                "Its acceptance by \(acceptance.by) no longer holds: \(reason)."
            )
        }
        let isAccepted = risk.acceptance?.isInForce(on: date) ?? false
        if isAboveAppetite(risk) == true, !isAccepted, let current {
            say(
                .aboveAppetite,
                "It is above the appetite (\(name(of: .current)): \(current.text); appetite: "
                    + "\(appetiteText(for: risk)))."
            )
        }
        for control in risk.controls where control.isOwedEvidence(on: date) {
            let due = control.evidenceDue.map { $0.formatted("d MMMM yyyy") } ?? ""
            let words = control.words.isEmpty ? "" : " (\(control.words))"
            say(.evidenceOverdue, "Evidence of control \(control.id)\(words) was due on \(due).")
        }
        if let inUse = currentScale?.reference, let pinned = current?.levels.scale, pinned != inUse
        {
            say(.oldScale, "It is assessed by scale \(pinned); the register uses \(inUse).")
        }
        if case .unknown(let why) = appetiteStanding(of: risk) { say(.appetiteUnknown, why) }
        if let state = risk.workflowState, let until = state.until, until < date {
            say(
                .stateOverdue,
                "It is \(state.label), which was to end by \(until.formatted("d MMMM yyyy"))."
            )
        }
        for override in risk.overrides { say(.workflowOverridden, override.sentence + ".") }
        return found
    }
}

extension ScoredRisk {
    /// Whether the score is worse than another one; never when their scales differ.
    public func isWorse(than other: ScoredRisk) -> Bool {
        levels.scale == other.levels.scale
            && (score.value == nil) == (other.score.value == nil) && severity > other.severity
    }
}
