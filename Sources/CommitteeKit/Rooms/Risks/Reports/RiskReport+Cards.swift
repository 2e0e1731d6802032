// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskReportWriter {
    /// One card for the risk that was asked for, or for every risk.
    func cards() throws(RiskError) -> [Document.Block] {
        var blocks = head("risk-cards")
        if let id = request.risk {
            return blocks + card(try edition.risk(id).risk)
        }
        for risk in register.risks {
            blocks.append(.heading(2, "\(risk.id) \(risk.name)", anchor: "risk-\(risk.id)"))
            blocks += card(risk)
        }
        if register.risks.isEmpty { blocks.append(.paragraph("The register has no risks.")) }
        return blocks
    }

    private func card(_ risk: Risk) -> [Document.Block] {
        var facts: [(String, Prose)] = []
        func fact(_ name: String, _ value: String) {
            if !value.isEmpty { facts.append((name, Prose(value))) }
        }
        fact("State", risk.standingText.sentence)
        fact("Cause", risk.cause)
        fact("Event", risk.event)
        fact("Effect", risk.effect)
        fact("Category", risk.category)
        fact("Owner", role(risk.ownerRoleID))
        fact("Manager", role(risk.managerRoleID))
        for kind in RiskScoreKind.allCases {
            fact(register.name(of: kind), scoreText(kind, of: risk))
        }
        fact("Appetite", appetiteText(of: risk))
        fact("Treatment", risk.treatment?.rawValue.sentence ?? "")
        fact("Actions", actions(of: risk))
        fact("Target date", risk.targetDate?.text ?? "")
        fact("Proximity", risk.proximity)
        fact("Velocity", risk.velocity)
        fact("Next review", Self.day(register.nextReview(of: risk)))
        fact("Acceptance", acceptance(of: risk))
        fact("Against its workflow", risk.overrides.map(\.sentence).joined(separator: "; "))
        fact("Replaced by", risk.replacedBy.joined(separator: ", "))
        fact("Linked to", risk.links.map { "\($0.kind.rawValue) \($0.id)" }.joined(separator: ", "))
        fact("Who may see it", risk.visibility.rawValue)
        var blocks: [Document.Block] = [.summary(facts)]
        if !risk.controls.isEmpty { blocks.append(.table(controls(of: risk))) }
        let history = risk.history.map { sentence($0, of: risk) }
        if !history.isEmpty {
            blocks.append(.heading(3, "What happened"))
            blocks.append(.bullets(history.map { Prose($0) }))
        }
        return blocks
    }

    private func scoreText(_ kind: RiskScoreKind, of risk: Risk) -> String {
        guard let scored = register.scored(kind, of: risk) else { return notAssessed }
        let levels = scored.levels
        let scale = register.scale(levels.scale)
        let likelihood = scale?.likelihoods.first { $0.id == levels.likelihood }?.text
        let impact = scale?.impacts.first { $0.id == levels.impact }?.text
        var parts: [String] = []
        if !levels.likelihood.isEmpty {
            parts.append(
                "\(scale?.words.likelihood ?? "Likelihood"): \(likelihood ?? levels.likelihood)"
            )
        }
        if !levels.impact.isEmpty {
            parts.append("\(scale?.words.impact ?? "Impact"): \(impact ?? levels.impact)")
        }
        if let date = levels.date { parts.append(Self.day(date)) }
        var text = scored.tag.text
        if !parts.isEmpty { text += " (\(parts.joined(separator: "; ")))" }
        if let override = levels.override {
            text += "; by judgement" + (override.reason.isEmpty ? "" : ": \(override.reason)")
        }
        return text
    }

    private func appetiteText(of risk: Risk) -> String {
        let text = register.appetiteText(for: risk)
        guard !text.isEmpty else { return "" }
        switch register.isAboveAppetite(risk) {
        case true?: return "\(text); the risk is above it"
        case false?: return "\(text); the risk is within it"
        case nil: return text
        }
    }

    private func actions(of risk: Risk) -> String {
        risk.actions.map { action in
            let card = edition.card(of: SubjectReference(kind: "action", id: action))
            return card.map { "\(action) \($0.name)" } ?? action
        }.joined(separator: "; ")
    }

    private func acceptance(of risk: Risk) -> String {
        guard let acceptance = risk.acceptance else { return "" }
        var text = "by \(role(acceptance.by)) on \(Self.day(acceptance.on))"
        if let until = acceptance.until { text += ", until \(Self.day(until))" }
        if let scored = register.scored(acceptance.score) { text += ", as \(scored.tag.text)" }
        if !acceptance.conditions.isEmpty { text += "; \(acceptance.conditions)" }
        if let reason = acceptance.lapse(on: edition.asOf) { text += "; lapsed: \(reason)" }
        return text
    }

    private func controls(of risk: Risk) -> Document.Table {
        Document.Table(
            caption: "Controls of \(risk.id)",
            columns: [
                .init("Control", isRowHeader: true), "What it is", "Kind", "Effectiveness",
                .init("Weight", alignment: .end), "Owner", "Evidence",
            ],
            rows: risk.controls.map { control in
                .cells([
                    .text(control.id), .text(control.words),
                    Self.cell(control.kind?.rawValue.sentence ?? ""),
                    Self.cell(control.effectiveness, none: "Not judged"),
                    control.weight.map(Document.Table.Cell.integer) ?? .text("Not set"),
                    Self.cell(role(control.ownerRoleID)),
                    Self.cell(evidence(of: control), none: "None seen"),
                ])
            }
        )
    }

    private func evidence(of control: Risk.Control) -> String {
        var parts: [String] = []
        if let seen = control.evidenceSeen {
            parts.append(
                "seen on \(Self.day(seen))"
                    + (control.evidence.isEmpty ? "" : ": \(control.evidence)")
            )
        }
        if let due = control.evidenceDue {
            let isOwed = control.isOwedEvidence(on: edition.asOf)
            parts.append("\(isOwed ? "was due on" : "due on") \(Self.day(due))")
        }
        return parts.joined(separator: "; ")
    }

    /// What happened, in a sentence.
    private func sentence(_ event: RiskHistoryEvent, of risk: Risk) -> String {
        let place = RiskPlace(risk, in: register, role: edition.titleOfRole)
        return "\(Self.day(event.on)): \(event.words(in: place))"
    }
}
