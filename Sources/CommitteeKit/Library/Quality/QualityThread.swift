// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The thread of a finding: where it comes from, the actions that answer it, evidence, difference, and the next
/// plan.
///
/// ```swift
/// for thread in edition.qualityThreads(about: "plan-2023#1.10") {
///     print(thread.finding.id, thread.steps.last?.words ?? "")
/// }
/// ```
public struct QualityThread: Hashable, Sendable {
    /// A step of the thread.
    public struct Step: Hashable, Sendable {
        /// What sort of step it is: found, answered, action, evidence, impact, next-plan or looked-at-by.
        public var kind: String
        /// The day, where one is known.
        public var on: CivilDate?
        /// The step in words.
        public var words: String

        init(_ kind: String, _ on: CivilDate?, _ words: String) {
            self.kind = kind
            self.on = on
            self.words = words
        }
    }

    /// The finding.
    public var finding: QualityFinding
    /// The steps, in the order of the thread.
    public var steps: [Step]

    /// The thread for programs.
    public var json: JSONValue {
        [
            "finding": finding.json,
            "steps": .array(
                steps.map { step in
                    var members: JSONObject = ["kind": .string(step.kind)]
                    members["on"] = step.on.map { .date($0) }
                    members["words"] = .string(step.words)
                    return .object(members)
                }
            ),
        ]
    }
}

extension Edition {
    /// Returns the threads of findings, or those that one action, one source or one finding belongs to.
    ///
    /// - Parameter name: An action such as `plan-2023#1.10`, a finding such as `neglect-2026#3`, or the
    ///   identifier of where findings come from; all threads when nil.
    /// - Returns: The threads, in the order in which the findings were recorded.
    /// - Complexity: O(*n* × *m*) for *n* findings and *m* items of plans.
    public func qualityThreads(about name: String? = nil) -> [QualityThread] {
        qualityFindings.filter { finding in
            guard let name else { return true }
            return finding.id == name || finding.source == name
                || finding.actions.flatMap { [$0] + successors(of: $0).map(\.id) }.contains(name)
        }.map(thread)
    }

    private func thread(of finding: QualityFinding) -> QualityThread {
        typealias Step = QualityThread.Step
        let source = quality.sourceName(finding.source) ?? finding.source
        let indicator = finding.indicator.map { " (indicator \($0))" } ?? ""
        var steps = [
            Step(
                "found",
                foundOn(finding),
                "\(finding.sort.words) found by \(source)\(indicator): \(finding.words.singleLine)"
            )
        ]
        for answer in finding.answers {
            let at = answer.meeting.map { " at \($0)" } ?? ""
            let reason = answer.reason.isEmpty ? "" : ": \(answer.reason.singleLine)"
            let what =
                answer.action.map { "Answered by action \($0)" }
                ?? (answer.reason.isEmpty ? "Answered" : "No action is needed")
            steps.append(Step("answered", answer.on, "\(what)\(at)\(reason)"))
        }
        for action in finding.actions {
            guard let item = actionItem(action) else { continue }
            steps.append(Step("action", item.progress.last?.asAt, actionWords(action, item)))
            for audit in audits where audit.supports.contains(action) {
                steps.append(
                    Step(
                        "looked-at-by",
                        audit.outcome?.on,
                        "\(audit.inSentence) looks at the effect of action \(action): "
                            + audit.stage.words.lowercasedFirst
                    )
                )
            }
            for course in quality.courses where course.supports.contains(action) {
                steps.append(
                    Step("looked-at-by", nil, "\(course.inSentence) supports action \(action)")
                )
            }
        }
        for evidence in finding.evidence {
            steps.append(Step("evidence", evidence.on, "Evidence: \(evidence.inWords)"))
        }
        for impact in finding.impact {
            let words = impact.words.isEmpty ? "" : ": \(impact.words.singleLine)"
            let figure = impact.indicator.map { " (figure \($0))" } ?? ""
            steps.append(Step("impact", impact.on, "\(impact.result.words)\(words)\(figure)"))
        }
        for action in finding.actions {
            for next in successors(of: action) {
                steps.append(
                    Step(
                        "next-plan",
                        nil,
                        "Action \(action) became \(next.id) of “\(next.plan)”: \(next.item.text.singleLine)"
                    )
                )
            }
        }
        return QualityThread(finding: finding, steps: steps)
    }

    private func actionWords(_ action: String, _ item: PlanItem) -> String {
        let progress = item.latestProgress
        let state =
            item.isCompleted
            ? "completed" : item.exit.map { "left the plan (\($0.kind))" } ?? "under way"
        return "Action \(action), \(state): \(item.text.singleLine)"
            + (progress.isEmpty ? "" : " Last said: \(progress.singleLine)")
    }

    /// The day on which a finding was made known: that of the report or of its publication.
    private func foundOn(_ finding: QualityFinding) -> CivilDate? {
        audits.first { $0.id == finding.source }?.outcome?.on
            ?? quality.outsideReports.first { $0.id == finding.source }?.published
    }

    /// What an action became in plans that follow, the nearest first.
    func successors(of action: String) -> [(id: String, plan: String, item: PlanItem)] {
        var found: [(id: String, plan: String, item: PlanItem)] = []
        var names: Set<String> = [action]
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for plan in plans {
                for item in plan.items + plan.maintenance {
                    let id = "\(plan.id)#\(item.id)"
                    guard !names.contains(id), item.predecessors.contains(where: names.contains)
                    else { continue }
                    names.insert(id)
                    found.append((id, plan.title, item))
                    isGrowing = true
                }
            }
        }
        return found
    }
}

extension FindingEvidence {
    /// The evidence in words, with the document and its pages.
    var inWords: String {
        guard let document else { return words.singleLine }
        let pages = pages.map { ", pp. \($0)" } ?? ""
        return "\(words.singleLine) (\(document)\(pages))"
    }
}
