// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// MARK: One subject

extension QualityReport {
    /// Makes a page of everything that is known about one audit, finding, dip sample and so on.
    ///
    /// - Parameters:
    ///   - id: Its identifier.
    ///   - edition: The edition.
    /// - Returns: The page; nil when the reader knows of nothing that is named so.
    public static func card(of id: String, in edition: Edition) -> Document? {
        let quality = edition.quality
        func find<Subject: QualitySubject>(
            _ list: [Subject],
            _ happened: (Subject) -> [(on: CivilDate?, words: String)]
        ) -> Document? {
            list.first { $0.id == id }.map { page(of: $0, happened($0), in: edition) }
        }
        return find(quality.audits, happened) ?? find(quality.dipSamples, happened)
            ?? find(quality.returns, happened) ?? find(quality.outsideReports, happened)
            ?? find(quality.findings) { finding in
                edition.qualityThreads(about: finding.id).flatMap(\.steps).map { ($0.on, $0.words) }
            } ?? find(quality.courses, happened) ?? find(quality.selfEvaluations, happened)
            ?? find(quality.issues, happened)
    }

    private static func page<Subject: QualitySubject>(
        of subject: Subject,
        _ happened: [(on: CivilDate?, words: String)],
        in edition: Edition
    ) -> Document {
        var facts: [(String, Prose)] = [("Named", Prose(subject.id))]
        for (name, form) in Subject.table.cells.dropFirst() {
            let cell = form.write([subject], 0)
            if !cell.isEmpty { facts.append((name.inWords.sentence, cell)) }
        }
        if let audit = subject as? Audit { facts.append(("Stage", Prose(audit.stage.words))) }
        if let finding = subject as? QualityFinding {
            facts.append(("Standing", Prose(finding.standing.words)))
        }
        var blocks: [Document.Block] = [
            .heading(1, subject.name), .paragraph("As at \(edition.asOf.inWords)."),
            .summary(facts),
        ]
        if !happened.isEmpty {
            let lines = happened.map {
                Prose("\($0.on.map { "\($0.inWords): " } ?? "")\($0.words)")
            }
            blocks += [.heading(2, "What happened"), .bullets(lines)]
        }
        let found = edition.qualityFindings.filter { $0.source == subject.id }
        if !found.isEmpty {
            blocks += [
                .heading(2, "Findings"),
                .bullets(
                    found.map {
                        Prose(
                            "\($0.id) (\($0.standing.words.lowercasedFirst)): \($0.words.singleLine)"
                        )
                    }
                ),
            ]
        }
        return Document(title: subject.name, blocks: blocks)
    }

    private static func taken(_ step: QualityStep?, _ words: String) -> [(CivilDate?, String)] {
        step.map { step in
            let by = step.by.map { " by \($0)" } ?? ""
            return [(step.on, "\(words)\(by)\(step.at)\(noted(step.note))")]
        } ?? []
    }

    private static func noted(_ note: Prose) -> String {
        note.isEmpty ? "" : " (\(note.singleLine))"
    }

    private static func happened(_ audit: Audit) -> [(on: CivilDate?, words: String)] {
        let outcome = audit.outcome.map { outcome -> [(CivilDate?, String)] in
            let at = outcome.meeting.map { " at \($0)" } ?? ""
            let document = outcome.document.map { " (\($0))" } ?? ""
            return [
                (outcome.on, "Outcome reported\(at): \(outcome.words.singleLine)\(document)")
            ]
        }
        return taken(audit.groupAgreement, "Agreed by the group")
            + taken(audit.agreement, "Agreed by the committee")
            + taken(audit.decline, "Not agreed") + taken(audit.beginning, "Begun")
            + (outcome ?? []) + taken(audit.closing, "Closed")
            + taken(audit.withdrawal, "Withdrawn")
    }

    private static func happened(_ sample: DipSample) -> [(on: CivilDate?, words: String)] {
        sample.quotas.map { ($0.on, "Quota: \($0.words)") }
            + sample.held.map { held in
                let more = held.noMore ? ", no more" : ""
                return (held.on, "Looked at: \(held.count)\(more)\(noted(held.note))")
            } + taken(sample.ending, "Ended")
    }

    private static func happened(_ one: OneOffReturn) -> [(on: CivilDate?, words: String)] {
        let sent = one.sending.map { sent -> [(CivilDate?, String)] in
            let document = sent.document.map { ": \($0)" } ?? ""
            return [(sent.on, "Sent\(document)\(noted(sent.note))")]
        }
        return (sent ?? []) + taken(one.withdrawal, "Withdrawn")
    }

    private static func happened(_ report: OutsideReport) -> [(on: CivilDate?, words: String)] {
        report.considered.flatMap { taken($0, "Considered") }
    }

    private static func happened(_ course: TrainingCourse) -> [(on: CivilDate?, words: String)] {
        course.days.map { day in
            let places = day.places.map { ", \($0) \($0 == 1 ? "place" : "places")" } ?? ""
            let place = day.place.isEmpty ? "" : ", \(day.place)"
            return (day.day, "Given\(place)\(places)")
        }
            + course.attendance.map {
                ($0.day, "\($0.agency): \($0.attended) of \($0.booked) came")
            }
            + course.evaluations.map { said in
                (
                    said.on,
                    "\(said.asked.words): it helped \(said.helped) of \(said.answers)\(noted(said.note))"
                )
            }
    }

    private static func happened(_ one: SelfEvaluation) -> [(on: CivilDate?, words: String)] {
        one.judgements.map {
            ($0.on, "Indicator \($0.indicator): level \($0.level)\(noted($0.why))")
        } + taken(one.agreement, "Agreed by the committee")
    }

    private static func happened(_ issue: NationalIssue) -> [(on: CivilDate?, words: String)] {
        issue.proposals.map { proposal in
            let action = proposal.action.map { " (action \($0))" } ?? ""
            return (proposal.on, "Proposed: \(proposal.words.singleLine)\(action)")
        } + issue.considered.flatMap { taken($0, "Considered") } + taken(issue.closing, "Closed")
    }
}
