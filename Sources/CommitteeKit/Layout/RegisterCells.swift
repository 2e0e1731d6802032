// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The cells that risks fill in the table of their register.
struct RegisterCells: Sendable {
    let layout: RegisterLayout
    let register: RiskRegister
    private let forms: RegisterForms
    /// Makes the title of a role of its identifier.
    let role: @Sendable (String) -> String
    /// How many columns hold one control each.
    private let controlColumns: Int

    init(
        layout: RegisterLayout,
        register: RiskRegister,
        scale: RiskScale,
        role: @escaping @Sendable (String) -> String
    ) {
        self.layout = layout
        self.register = register
        self.role = role
        forms = RegisterForms(
            register.page?.forms ?? [:],
            scores: RegisterScores(scale: scale)
        )
        controlColumns = layout.columns.count { $0.cell.gaps == ["control"] }
    }

    /// The rows of a risk: one, and further ones below it for controls that have no room.
    func rows(of risk: Risk) -> [Document.Table.Row] {
        let first = Document.Table.Row.cells(cells(of: risk, controls: 0))
        guard controlColumns > 0 else { return [first] }
        let starts = stride(from: controlColumns, to: risk.controls.count, by: controlColumns)
        return [first]
            + starts.map { start in
                var place = start
                return .cells(
                    layout.columns.map { column in
                        guard column.cell.gaps == ["control"] else { return .empty }
                        defer { place += 1 }
                        return control(place, of: risk)
                    }
                )
            }
    }

    private func cells(of risk: Risk, controls first: Int) -> [Document.Table.Cell] {
        var place = first
        return layout.columns.map { column in
            if column.cell.gaps == ["control"] {
                defer { place += 1 }
                return control(place, of: risk)
            }
            if column.cell.parts == [.gap("controls")] { return controls(of: risk) }
            let values = column.cell.gaps.map { words($0, of: risk) }
            guard values.contains(where: { !$0.isEmpty }) else { return .empty }
            var next = values.makeIterator()
            return .prose(Prose(column.cell.filled { _ in next.next() }.trimmingSpace))
        }
    }

    private func control(_ place: Int, of risk: Risk) -> Document.Table.Cell {
        risk.controls.indices.contains(place) ? .prose(Prose(risk.controls[place].words)) : .empty
    }

    private func controls(of risk: Risk) -> Document.Table.Cell {
        switch risk.controls.count {
        case 0: .text(risk.columns["controls"] ?? "")
        case 1: .prose(Prose(risk.controls[0].words))
        default:
            .prose(
                Prose(
                    blocks: [
                        .list(ordered: false, risk.controls.map { Prose.Item($0.words) })
                    ]
                )
            )
        }
    }

    /// What a field of a risk says: its value, or the words of the document that could not be read.
    func words(_ field: String, of risk: Risk) -> String {
        if let (kind, part) = RegisterField.score(field) {
            return words(field, kind, part, of: risk)
        }
        let value = value(field, of: risk)
        // The movement of a first edition is what it said; later ones are worked out.
        if field == "movement", register.page?.since != nil { return value }
        let printed = risk.columns[RegisterField.column(field)] ?? ""
        guard !value.isEmpty else { return printed }
        // A day that was printed in other words, such as “March 2027”, is written so again.
        guard !printed.isEmpty else { return value }
        let reading = TimescaleReader().read(printed)
        let day: CivilDate? =
            switch (field, risk.targetDate) {
            case ("target_date", .by(let day)?): day
            case ("review_date", _): risk.reviewDate
            default: nil
            }
        return day != nil && day == reading.due ?? reading.until ? printed : value
    }

    /// What a cell about a score says: as the document printed it, as long as that is still true.
    private func words(
        _ field: String,
        _ kind: RiskScoreKind,
        _ part: RegisterField.ScorePart,
        of risk: Risk
    ) -> String {
        let assessment = risk.assessment(kind)
        let saysBand = layout.holds("\(kind.rawValue).band")
        let value = forms.words(field, part, of: assessment, besideBand: saysBand)
        let printed = risk.columns[field] ?? ""
        guard !value.isEmpty, !printed.isEmpty else { return value.isEmpty ? printed : value }
        return forms.says(printed, part, assessment, besideBand: saysBand) ? printed : value
    }

    private func value(_ field: String, of risk: Risk) -> String {
        switch field {
        case RegisterField.number: return risk.number ?? risk.id
        case "title": return risk.title
        case "cause": return risk.cause
        case "event": return risk.event
        case "effect": return risk.effect
        case "category": return risk.category
        case "owner": return risk.ownerRoleID.map(role) ?? ""
        case "manager": return risk.managerRoleID.map(role) ?? ""
        case "treatment":
            return risk.treatment.map { layout.words.word(for: $0.rawValue) } ?? ""
        case "target_date":
            switch risk.targetDate {
            case .by(let day): return day.formatted("d MMMM yyyy")
            case .accept: return layout.words.word(for: RegisterWords.accept)
            case nil: return ""
            }
        case "review_date": return risk.reviewDate?.formatted("d MMMM yyyy") ?? ""
        case "status": return status(of: risk)
        case "movement":
            let direction = register.page?.since.flatMap {
                RegisterMovement.direction(of: risk, to: risk.current, since: $0, in: register)
            }
            return direction.map { layout.words.word(for: $0) } ?? ""
        case "controls": return risk.controls.map(\.words).joined(separator: "; ")
        default: return risk.columns[RegisterField.column(field)] ?? ""
        }
    }

    private func status(of risk: Risk) -> String {
        if risk.state == .closed { return layout.words.word(for: "closed") }
        return risk.columns["status"] == nil ? layout.words.word(for: "open") : ""
    }
}

/// How a risk moved since the day of an earlier edition of its register, by its current score.
enum RegisterMovement {
    /// `up`, `same`, `down` or `new`; nil where nobody can tell.
    ///
    /// Up is worse. What is compared is the score that the risk had on the earlier day.
    ///
    /// - Parameters:
    ///   - risk: The risk with its history.
    ///   - assessment: Its score now.
    ///   - since: The earlier day.
    ///   - register: The register, with its scales.
    /// - Returns: The direction.
    static func direction(
        of risk: Risk,
        to assessment: RiskAssessment,
        since: CivilDate,
        in register: RiskRegister
    ) -> String? {
        guard let first = risk.history.first?.on, first <= since else { return "new" }
        var before: RiskAssessment?
        for event in risk.history where event.on <= since {
            guard event.kind == RiskFact.Name.assess.kind,
                let said = event.fact?.value(as: RiskFact.Judgement.self), said.score == .current
            else { continue }
            before = said.assessment
        }
        guard let before, let old = register.scored(before), let new = register.scored(assessment),
            old.levels.scale == new.levels.scale,
            (old.score.value == nil) == (new.score.value == nil)
        else { return nil }
        if new.severity == old.severity { return "same" }
        return new.severity > old.severity ? "up" : "down"
    }
}
