// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something in the committee's quality assurance that does not fit together, or that it should know.
public struct QualityCheck: Hashable, Sendable {
    /// What sort of thing it is, such as `audit-overdue`.
    public var kind: String
    /// Of what it speaks.
    public var subject: SubjectReference
    /// What was found, and what to do.
    public var message: String

    init(_ kind: String, _ subject: SubjectReference, _ message: String) {
        self.kind = kind
        self.subject = subject
        self.message = message
    }

    /// The check for programs.
    public var json: JSONValue {
        [
            "kind": .string(kind), "subject": .string(subject.description),
            "message": .string(message),
        ]
    }
}

extension Edition {
    /// Looks through the committee's quality assurance.
    ///
    /// - Returns: What is overdue, behind its quota, not answered or without a name, in the order of the room.
    /// - Complexity: O(*n*) in the size of the room.
    public func qualityChecks() -> [QualityCheck] {
        overdueChecks + dipChecks + findingChecks + trainingChecks + partyChecks
    }

    private var overdueChecks: [QualityCheck] {
        quality.deadlines(through: asOf - 1).filter { $0.kind != "dip-sample" }.map { due in
            QualityCheck(
                "\(due.kind)-overdue",
                due.subject,
                "\(due.name.sentence) was due by \(due.due.inWords), \(Self.days(asOf - due.due)) ago"
                    + "\(due.leads.isEmpty ? "" : " (\(due.leads.joined(separator: ", ")))"). Record it, or set "
                    + "another day."
            )
        }
    }

    private var dipChecks: [QualityCheck] {
        quality.dipSamples.flatMap { sample -> [QualityCheck] in
            if sample.quotas.isEmpty {
                return [
                    QualityCheck(
                        "dip-sample-without-quota",
                        sample.reference,
                        "\(sample.inSentence) has no quota. Set one, such as 5 a month."
                    )
                ]
            }
            let behind = sample.behind(on: asOf).suffix(12)
            guard !behind.isEmpty else { return [] }
            let list = behind.map { "\($0.words) (\($0.count) of \($0.quota))" }
            return [
                QualityCheck(
                    "dip-sample-behind",
                    sample.reference,
                    "\(sample.inSentence) is behind its quota: \(list.joined(separator: ", ")). Record what was "
                        + "looked at on its day, or that there were no more."
                )
            ]
        }
    }

    private var findingChecks: [QualityCheck] {
        let closed = Set(audits.filter { $0.stage == .closed }.map(\.id))
        return qualityFindings.flatMap { finding -> [QualityCheck] in
            var found: [QualityCheck] = []
            if finding.standing == .open, finding.due == nil || closed.contains(finding.source) {
                found.append(
                    QualityCheck(
                        "finding-open",
                        finding.reference,
                        "\(finding.inSentence) is not answered. Name the action of the plan that answers it, or "
                            + "say why none is needed."
                    )
                )
            }
            for action in finding.actions {
                guard let item = actionItem(action) else { continue }
                if item.isCompleted, finding.evidence.isEmpty {
                    found.append(
                        QualityCheck(
                            "finding-without-evidence",
                            finding.reference,
                            "Action \(action) is completed, and there is no evidence for "
                                + "\(finding.inSentence.lowercasedFirst). Record it, with the document and its pages."
                        )
                    )
                } else if let exit = item.exit, successors(of: action).isEmpty {
                    found.append(
                        QualityCheck(
                            "finding-action-left",
                            finding.reference,
                            "Action \(action), which answers \(finding.inSentence.lowercasedFirst), left the plan "
                                + "(\(exit.kind)). Name the action that answers it now, or say why none is needed."
                        )
                    )
                }
            }
            return found
        }
    }

    private var trainingChecks: [QualityCheck] {
        quality.courses.flatMap { course in
            course.days.filter { day in
                day.day < asOf && !course.attendance.contains { $0.day == day.day }
            }.map { day in
                QualityCheck(
                    "attendance-missing",
                    course.reference,
                    "Nobody recorded who came to \(course.inSentence.lowercasedFirst) on \(day.day.inWords). Record it "
                        + "by agency."
                )
            }
        }.filter { _ in audience >= .committee }
    }

    /// Names that mean nobody, or somebody who is not there any more.
    private var partyChecks: [QualityCheck] {
        guard committeeProfile != nil else { return [] }
        let parties = Parties(of: self)
        func check<Subject: QualitySubject>(_ subjects: [Subject]) -> [QualityCheck] {
            subjects.flatMap { subject in
                Subject.parties.compactMap { subject[keyPath: $0] }.compactMap { name in
                    let message: String
                    switch parties.party(named: name) {
                    case .found(let party) where party.isPresent: return nil
                    case .found: message = "is no longer there. Name another."
                    case .several(let several):
                        let list = several.map(\.name).joined(separator: ", ")
                        message = "may be one of several: \(list). Say which."
                    case .unknown(let closest):
                        message =
                            "is no seat, group or body of the committee."
                            + (closest.map { " Did you mean “\($0)”?" }
                                ?? " Record it with committee structure, or correct it.")
                    }
                    return QualityCheck(
                        "name-unknown",
                        subject.reference,
                        "“\(name)”, named by \(subject.inSentence.lowercasedFirst), \(message)"
                    )
                }
            }
        }
        return check(audits) + check(quality.dipSamples) + check(quality.returns)
            + check(quality.outsideReports) + check(qualityFindings) + check(quality.courses)
            + check(quality.selfEvaluations) + check(quality.issues)
    }

    /// The action that words such as `plan-2023#1.10` name, as far as the reader may know of it.
    func actionItem(_ words: String) -> PlanItem? {
        guard let place = SubjectReference(kind: "action", id: words).planItem else { return nil }
        return plans.first { $0.id == place.plan }?.item(place.item)
    }

    private static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}
