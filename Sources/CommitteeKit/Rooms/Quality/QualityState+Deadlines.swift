// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension QualityState {
    /// What is due: outcome reports, follow-up audits, returns, reports to be considered, findings to be answered,
    /// self-evaluations, proposals on national issues, and dip samples behind their quota.
    ///
    /// Of a dip sample the periods of about the last year count: what was missed before cannot be made up.
    public func deadlines(through day: CivilDate) -> [RoomDeadline] {
        var found: [RoomDeadline] = []
        func add<Subject: QualitySubject>(
            _ subject: Subject,
            _ kind: String,
            _ name: String,
            _ due: CivilDate?,
            _ lead: String?
        ) {
            guard let due, due <= day else { return }
            found.append(
                RoomDeadline(
                    subject.reference,
                    kind: kind,
                    name: "\(name) \(subject.inSentence.lowercasedFirst)",
                    due: due,
                    leads: lead.map { [$0] } ?? []
                )
            )
        }
        let followed = Set(audits.compactMap(\.follows))
        for audit in audits {
            if audit.stage < .reported {
                add(audit, "audit", "the outcome report of", audit.due, audit.lead)
            } else if !followed.contains(audit.id) {
                add(audit, "audit-again", "the follow-up of", audit.outcome?.next, audit.lead)
            }
        }
        for one in returns where one.sending == nil && one.withdrawal == nil {
            add(one, "one-off-return", "the", one.due, one.lead)
        }
        for report in outsideReports where report.considered.isEmpty {
            add(report, "outside-report", "the committee's view of", report.due, report.lead)
        }
        for finding in findings where finding.standing == .open {
            add(finding, "quality-finding", "the answer to", finding.due, finding.lead)
        }
        for evaluation in selfEvaluations where evaluation.agreement == nil {
            add(evaluation, "self-evaluation", "the", evaluation.due, evaluation.lead)
        }
        for issue in issues where issue.closing == nil && issue.proposals.isEmpty {
            add(issue, "national-issue", "the proposal on", issue.due, issue.lead)
        }
        return found + dipSamples.flatMap { dipDeadlines($0, through: day) }
    }

    private func dipDeadlines(_ sample: DipSample, through day: CivilDate) -> [RoomDeadline] {
        sample.missed(through: day).suffix(13).map { period in
            RoomDeadline(
                sample.reference(of: period),
                kind: "dip-sample",
                name: "the quota of \(sample.inSentence.lowercasedFirst) for \(period.words), "
                    + "\(period.count) of \(period.quota)",
                due: period.last,
                leads: sample.lead.map { [$0] } ?? []
            )
        }
    }
}
