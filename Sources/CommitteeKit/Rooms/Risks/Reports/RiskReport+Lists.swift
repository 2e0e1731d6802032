// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskReportWriter {
    /// The risks above their appetite, and those of which that cannot be said.
    func appetite() -> [Document.Block] {
        var blocks = head("risk-appetite")
        let above = register.openRisks.filter { register.isAboveAppetite($0) == true }
        if above.isEmpty {
            blocks.append(.paragraph(noneAbove))
        } else {
            blocks.append(.table(breaches(above)))
        }
        let unknown = register.openRisks.filter {
            register.appetite(for: $0) != nil && register.isAboveAppetite($0) == nil
        }
        if !unknown.isEmpty {
            blocks.append(.heading(2, "Not known whether above appetite"))
            blocks.append(
                .bullets(
                    unknown.map { risk in
                        let why =
                            risk.current == .notAssessed
                            ? notAssessed.lowercased() : "assessed by a scale without that limit"
                        return Prose("\(risk.id) \(risk.name): \(why)")
                    }
                )
            )
        }
        return blocks
    }

    /// What is said where no risk that is shown is above its appetite.
    private var noneAbove: String {
        let isSet = register.openRisks.contains { register.appetite(for: $0) != nil }
        guard isSet || register.openRisks.isEmpty else { return "No appetite is set." }
        return register.withheldCount > 0
            ? "No risk that is shown is above its appetite." : "No risk is above its appetite."
    }

    func breaches(_ risks: [Risk]) -> Document.Table {
        Document.Table(
            caption: "Above appetite",
            columns: [
                .init("Risk", isRowHeader: true), "What may happen",
                .init(register.name(of: .current)), "Appetite", "Accepted",
            ],
            rows: risks.map { risk in
                let acceptance = risk.acceptance.map { acceptance in
                    acceptance.isInForce(on: edition.asOf)
                        ? "by \(role(acceptance.by))"
                            + (acceptance.until.map { " until \(Self.day($0))" } ?? "")
                        : "no longer"
                }
                return .cells([
                    .text(risk.id), .text(risk.name), score(.current, of: risk),
                    Self.cell(register.appetiteText(for: risk)), .text(acceptance ?? "no"),
                ])
            }
        )
    }

    /// The controls of which evidence is owed.
    func evidence() -> [Document.Block] {
        var blocks = head("risk-evidence")
        guard edition.audience > .public || register.page != nil else {
            blocks.append(.paragraph("Controls are not shown to the public."))
            return blocks
        }
        var rows: [Document.Table.Row] = []
        for risk in register.openRisks {
            for control in risk.controls where control.isOwedEvidence(on: edition.asOf) {
                rows.append(
                    .cells([
                        .text(risk.id), .text("\(control.id) \(control.words)"),
                        Self.cell(role(control.ownerRoleID ?? risk.ownerRoleID)),
                        Self.cell(control.evidenceDue),
                        control.evidenceSeen.map(Document.Table.Cell.date) ?? .text("never"),
                    ])
                )
            }
        }
        guard !rows.isEmpty else {
            blocks.append(.paragraph("No evidence of a control is overdue."))
            return blocks
        }
        blocks.append(
            .table(
                Document.Table(
                    caption: "Evidence overdue",
                    columns: [
                        .init("Risk", isRowHeader: true), "Control", "Owner", "Due on",
                        "Last seen",
                    ],
                    rows: rows
                )
            )
        )
        return blocks
    }

    /// What does not fit together in the register.
    func findings() -> [Document.Block] {
        var blocks = head("risk-findings")
        let findings = register.findings(on: edition.asOf)
        guard !findings.isEmpty else {
            blocks.append(.paragraph("Nothing was found."))
            return blocks
        }
        blocks.append(
            .table(
                Document.Table(
                    caption: "Findings",
                    columns: [.init("Risk", isRowHeader: true), "Finding"],
                    rows: findings.map { .cells([.text($0.risk), .text($0.sentence)]) }
                )
            )
        )
        return blocks
    }

    // MARK: The quarterly report

    /// What the Chief Officers' Group is told: figures, movement, the worst, and what needs it.
    func quarterly() throws(RiskError) -> [Document.Block] {
        guard let movement = try compared() else { return head("risk-quarterly") }
        var blocks = head("risk-quarterly")
        blocks.append(
            .paragraph("From \(Self.day(movement.from)) to \(Self.day(movement.to)).")
        )
        blocks.append(bands())
        blocks.append(.heading(2, "Movement"))
        blocks.append(.table(totals(of: movement, hidesCaption: true)))
        blocks += shortfall(of: movement)
        let moved = movement.rows.filter { $0.direction != .same }
        if !moved.isEmpty {
            blocks.append(
                .bullets(
                    moved.map { row in
                        let scores = [row.before?.text, row.after?.text].compactMap(\.self)
                            .joined(separator: " to ")
                        let why = [scores, row.reason].filter { !$0.isEmpty }
                            .joined(separator: "; ")
                        return Prose(
                            "\(row.risk.id) \(row.risk.name): \(row.direction.word.lowercased())"
                                + (why.isEmpty ? "" : " – \(why)")
                        )
                    }
                )
            )
        }
        blocks.append(.heading(2, "The most severe risks"))
        blocks.append(.table(mostSevere()))
        blocks += needsDecision()
        return blocks
    }

    /// How many risks stand in each band of the scale in use.
    private func bands() -> Document.Block {
        var counts: [String: Int] = [:]
        var outside = 0
        var others = 0
        var notAssessed = 0
        let scale = register.currentScale
        for risk in register.openRisks {
            guard let scored = register.scored(.current, of: risk) else {
                notAssessed += 1
                continue
            }
            if scored.levels.scale != scale?.reference {
                others += 1
            } else if let band = scored.band {
                counts[band.id, default: 0] += 1
            } else {
                outside += 1
            }
        }
        var segments = (scale?.bands.reversed() ?? []).map { band in
            Document.StatusBar.Segment(band.tag, count: counts[band.id] ?? 0)
        }
        let rest = [("In no band of the scale", outside), ("Assessed by another scale", others)]
        for (words, count) in rest where count > 0 {
            segments.append(.init(StatusTag("", words, colour: nil), count: count))
        }
        if notAssessed > 0 {
            segments.append(
                .init(StatusTag("", self.notAssessed, colour: .white), count: notAssessed)
            )
        }
        return .statusBar(Document.StatusBar(title: "Risks by band", segments: segments))
    }

    /// Up to ten risks, the worst by the scale in use first.
    private func mostSevere() -> Document.Table {
        let inUse = register.currentScale?.reference
        let worst = register.openRisks.enumerated().compactMap { index, risk in
            register.scored(.current, of: risk).flatMap { scored in
                scored.levels.scale == inUse ? (index, risk, scored) : nil
            }
        }.sorted { ($0.2.severity, $1.0) > ($1.2.severity, $0.0) }
        return Document.Table(
            caption: "The most severe risks",
            columns: [
                .init("Risk", isRowHeader: true), "What may happen", "Owner",
                .init(register.name(of: .current)), .init(register.name(of: .target)),
            ],
            rows: worst.prefix(10).map { _, risk, _ in
                .cells([
                    .text(risk.id), .text(risk.name), Self.cell(role(risk.ownerRoleID)),
                    score(.current, of: risk), score(.target, of: risk),
                ])
            },
            hidesCaption: true
        )
    }

    /// What the group may have to decide: breaches, acceptances that end, and other findings.
    private func needsDecision() -> [Document.Block] {
        var blocks: [Document.Block] = [.heading(2, "For decision or information")]
        let above = register.openRisks.filter { register.isAboveAppetite($0) == true }
        if above.isEmpty {
            blocks.append(.paragraph(noneAbove))
        } else {
            blocks.append(.table(breaches(above)))
        }
        let soon = edition.asOf.adding(months: 3)
        let ending = register.openRisks.filter { risk in
            guard let acceptance = risk.acceptance, acceptance.isInForce(on: edition.asOf),
                let until = acceptance.until
            else { return false }
            return until <= soon
        }
        if !ending.isEmpty {
            blocks.append(.paragraph("Acceptances that end within three months:"))
            blocks.append(
                .bullets(
                    ending.map {
                        Prose("\($0.id) \($0.name): on \(Self.day($0.acceptance?.until))")
                    }
                )
            )
        }
        let findings = register.findings(on: edition.asOf).filter { $0.kind != .aboveAppetite }
        if !findings.isEmpty {
            blocks.append(.paragraph("Findings:"))
            blocks.append(.bullets(findings.map { Prose("\($0.risk): \($0.sentence)") }))
        }
        return blocks
    }
}
