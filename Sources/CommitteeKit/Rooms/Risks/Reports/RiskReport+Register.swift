// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskReportWriter {
    /// The register as a table, with the key to its bands.
    func wholeRegister() -> [Document.Block] {
        var blocks = head("risk-register")
        blocks.append(registerTable())
        let waiting = register.risks.filter { $0.state == .proposed }
        if !waiting.isEmpty {
            blocks.append(.heading(2, "Proposed, not yet approved"))
            blocks.append(.bullets(waiting.map { Prose("\($0.id) \($0.name)") }))
        }
        blocks += below()
        return blocks + key()
    }

    /// The register as the public may see it.
    func publicRegister() -> [Document.Block] {
        var blocks = head("risk-register")
        blocks.append(registerTable())
        if let map = map() { blocks.append(.heatMap(map)) }
        return blocks + key()
    }

    private func registerTable() -> Document.Block {
        var columns: [Document.Table.Column] = [
            .init("Risk", isRowHeader: true), "Cause, event and effect", "Category", "Owner",
        ]
        for kind in RiskScoreKind.allCases { columns.append(.init(register.name(of: kind))) }
        columns += ["Treatment", "Target date", "Next review"]
        let open = register.openRisks
        var rows: [Document.Table.Row] = []
        rows.reserveCapacity(open.count)
        for risk in open {
            rows.append(
                .cells([
                    .text(risk.title.isEmpty ? risk.id : "\(risk.id) \(risk.title)"),
                    Document.Table.Cell(
                        [risk.cause, risk.event, risk.effect].filter { !$0.isEmpty }.map {
                            .text($0)
                        }
                    ),
                    Self.cell(risk.category), Self.cell(role(risk.ownerRoleID)),
                    score(.inherent, of: risk), score(.current, of: risk),
                    score(.target, of: risk), Self.cell(treatment(of: risk)),
                    Self.cell(risk.targetDate?.text ?? ""),
                    Self.cell(register.nextReview(of: risk)),
                ])
            )
        }
        return .table(
            Document.Table(
                caption: open.count == 1 ? "1 risk" : "\(open.count) risks",
                columns: columns,
                rows: rows
            )
        )
    }

    private func treatment(of risk: Risk) -> String {
        let word = risk.treatment?.rawValue.sentence
        guard let acceptance = risk.acceptance, acceptance.isInForce(on: edition.asOf) else {
            return word ?? ""
        }
        let until = acceptance.until.map { " until \(Self.day($0))" } ?? ""
        let accepted = "accepted by \(role(acceptance.by))\(until)"
        return word.map { "\($0), \(accepted)" } ?? accepted.sentence
    }

    /// The registers below this one, with how many risks each has.
    private func below() -> [Document.Block] {
        let below = edition.riskRegisters.filter { $0.parentID == register.id }
        guard !below.isEmpty else { return [] }
        return [
            .heading(2, "Registers below this one"),
            .bullets(
                below.map { other in
                    let count = other.openRisks.count
                    return Prose("\(other.name): \(count) \(count == 1 ? "risk" : "risks")")
                }
            ),
        ]
    }

    // MARK: Heat map

    /// The map of the score that was asked for.
    func heatMap() -> [Document.Block] {
        var blocks = head("risk-heat-map")
        guard let map = map() else {
            blocks.append(
                .notice(.information, "The register has no scale, so there is no map to draw.")
            )
            return blocks
        }
        blocks.append(.heatMap(map))
        return blocks + key()
    }

    /// How many risks stand where on the scale in use; the worst corner is at the top right.
    func map() -> Document.HeatMap? {
        guard let scale = register.currentScale else { return nil }
        let rows = Array(scale.risingLikelihoods.reversed())
        let columns = scale.risingImpacts
        let rowIndex = Self.positions(of: rows)
        let columnIndex = Self.positions(of: columns)
        var cells = rows.map { row in
            columns.map { column in Self.cell(scale, row.id, column.id) }
        }
        var notAssessed: [String] = []
        var unknown: [String] = []
        var others: [String] = []
        var judged: [String] = []
        for risk in register.openRisks {
            guard let levels = risk.assessment(request.kind).levels else {
                notAssessed.append(risk.id)
                continue
            }
            guard levels.areKnown || levels.scale != scale.reference else {
                unknown.append(risk.id)
                continue
            }
            guard levels.scale == scale.reference, let row = rowIndex[levels.likelihood],
                let column = columnIndex[levels.impact]
            else {
                others.append(risk.id)
                continue
            }
            if levels.override != nil { judged.append(risk.id) }
            cells[row][column].count += 1
            if cells[row][column].names.count < 12 { cells[row][column].names.append(risk.id) }
        }
        var notes: [String] = []
        Self.note(notAssessed, "\(self.notAssessed), so not on the map", &notes)
        Self.note(unknown, "Scored, but its levels are unknown, so not on the map", &notes)
        Self.note(others, "Assessed by another scale, so not on the map", &notes)
        Self.note(judged, "Scored by judgement, not by the place on the map", &notes)
        return Document.HeatMap(
            title: "\(register.name): \(register.name(of: request.kind).lowercased()) risk",
            rowTitle: scale.words.likelihood,
            columnTitle: scale.words.impact,
            rows: rows.map(\.text),
            columns: columns.map(\.text),
            cells: cells,
            notes: notes
        )
    }

    private static func positions(of levels: [RiskScale.Level]) -> [String: Int] {
        Dictionary(
            levels.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private static func cell(
        _ scale: RiskScale,
        _ likelihood: String,
        _ impact: String
    ) -> Document.HeatMap.Cell {
        guard let score = try? scale.score(likelihood: likelihood, impact: impact) else {
            return Document.HeatMap.Cell(band: nil)
        }
        let levels = RiskAssessment.Levels(
            scale: scale.reference,
            likelihood: likelihood,
            impact: impact
        )
        let band = scale.band(score.bandID)
        let text = scale.text(of: levels, score: score)
        let code = text == band?.label ? "" : "\(likelihood)\(impact)"
        return Document.HeatMap.Cell(
            band: band?.tag,
            score: score.value.map(String.init) ?? code
        )
    }

    private static func note(_ ids: [String], _ words: String, _ notes: inout [String]) {
        guard !ids.isEmpty else { return }
        let shown = ids.prefix(20).joined(separator: ", ")
        let rest = ids.count > 20 ? " and \(ids.count - 20) more" : ""
        notes.append("\(words): \(shown)\(rest).")
    }
}
