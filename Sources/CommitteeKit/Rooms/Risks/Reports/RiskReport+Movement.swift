// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskMovement.Direction {
    /// The word for the direction, which says what is worse.
    public var word: String {
        switch self {
        case .up: "Up (worse)"
        case .same: "Same"
        case .down: "Down (better)"
        case .new: "New"
        case .removed: "Removed"
        case .notComparable: "Cannot be compared"
        }
    }
}

extension RiskReportWriter {
    /// The movement between two editions, its totals, why they fall short, and the trends.
    func movement() throws(RiskError) -> [Document.Block] {
        guard let movement = try compared() else { return head("risk-movement") }
        var blocks = head("risk-movement")
        blocks.append(
            .paragraph(
                "\(register.name(of: movement.kind)) scores, from \(Self.day(movement.from)) to "
                    + "\(Self.day(movement.to)). Up is worse."
            )
        )
        blocks.append(.table(totals(of: movement)))
        blocks += shortfall(of: movement)
        blocks.append(.table(rows(of: movement)))
        blocks.append(.table(trends()))
        return blocks
    }

    func compared() throws(RiskError) -> RiskMovement? {
        guard let since = request.since else { return nil }
        return try RiskMovement(
            from: since,
            to: edition,
            register: register.id,
            kind: request.kind
        )
    }

    func totals(of movement: RiskMovement, hidesCaption: Bool = false) -> Document.Table {
        let totals = movement.totals
        let figures: [(String, Int)] = [
            ("In the register on \(Self.day(movement.from))", totals.before), ("New", totals.new),
            ("Removed", totals.removed),
            ("In the register on \(Self.day(movement.to))", totals.after),
            ("Up (worse)", totals.up), ("Same", totals.same), ("Down (better)", totals.down),
            ("Cannot be compared", totals.notComparable),
        ]
        return Document.Table(
            caption: "Movement",
            columns: [.init("Figure", isRowHeader: true), .init("Risks", alignment: .end)],
            rows: figures.map { .cells([.text($0.0), .integer($0.1)]) },
            hidesCaption: hidesCaption
        )
    }

    func shortfall(of movement: RiskMovement) -> [Document.Block] {
        let reasons = movement.shortfall
        guard !reasons.isEmpty else {
            return [
                .paragraph(
                    "Up, same, down and new add up to the \(movement.totals.after) of the register."
                )
            ]
        }
        return [
            .notice(
                .warning,
                "Up, same, down and new do not add up to the \(movement.totals.after) risks of the "
                    + "register:"
            ),
            .bullets(reasons.map { Prose($0) }),
        ]
    }

    private func rows(of movement: RiskMovement) -> Document.Table {
        Document.Table(
            caption: "Risk by risk",
            columns: [
                .init("Risk", isRowHeader: true), "What may happen", "Movement", "Before", "Now",
                "Why",
            ],
            rows: movement.rows.map { row in
                .cells([
                    .text(row.risk.id), .text(row.risk.name), .text(row.direction.word),
                    row.direction == .new ? .text("Not in the register") : cell(row.before),
                    row.direction == .removed ? .text("Not in the register") : cell(row.after),
                    Self.cell(
                        row.reason,
                        none: row.direction == .same ? "No change" : "No reason given"
                    ),
                ])
            }
        )
    }

    private func cell(_ scored: ScoredRisk?) -> Document.Table.Cell {
        scored.map { .status($0.tag) } ?? .text(notAssessed)
    }

    /// The last scores of each risk that is in the register, oldest first.
    private func trends() -> Document.Table {
        Document.Table(
            caption: "Trend: the last four scores (\(register.name(of: request.kind)))",
            columns: [.init("Risk", isRowHeader: true), "Scores, oldest first"],
            rows: register.openRisks.map { risk in
                .cells([.text(risk.id), .text(trend(of: risk))])
            }
        )
    }

    private func trend(of risk: Risk) -> String {
        var points: [String] = []
        for event in risk.history.reversed() where event.kind == RiskFact.Name.assess.kind {
            guard let said = event.fact?.value(as: RiskFact.Judgement.self),
                said.score == request.kind
            else { continue }
            let score = register.scored(said.assessment)?.text ?? notAssessed
            points.append("\(score) (\(Self.day(event.on)))")
            if points.count == 4 { break }
        }
        if points.isEmpty, let scored = register.scored(request.kind, of: risk) {
            let day = scored.levels.date.map { " (\(Self.day($0)))" } ?? ""
            points.append(scored.text + day)
        }
        return points.isEmpty ? notAssessed : points.reversed().joined(separator: ", then ")
    }
}
