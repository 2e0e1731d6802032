// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How the cells of a register print levels, scores and bands, by field.
///
/// A form is what a cell says with gaps in place of what the scale knows: `{label}`, `{id} - {label}`,
/// `{score} ({band})`. A field without a form is written in the usual way.
struct RegisterForms {
    let scores: RegisterScores
    private let forms: [String: Template]

    /// Makes ready forms as a page keeps them.
    init(_ forms: [String: String], scores: RegisterScores) {
        self.scores = scores
        self.forms = forms.compactMapValues { try? Template($0) }
    }

    /// What the scale knows of a part of a score, by the gaps of forms.
    private func values(
        _ part: RegisterField.ScorePart,
        of assessment: RiskAssessment
    ) -> [String: String] {
        guard let levels = assessment.levels, levels.scale == scores.scale.reference else {
            return [:]
        }
        func level(_ id: String, _ all: [RiskScale.Level]) -> [String: String] {
            let level = all.first { $0.id == id }
            return level.map { ["id": $0.id, "label": $0.label] } ?? [:]
        }
        switch part {
        case .likelihood: return level(levels.likelihood, scores.scale.likelihoods)
        case .impact: return level(levels.impact, scores.scale.impacts)
        case .override: return [:]
        case .score, .band:
            guard let score = try? scores.scale.score(of: levels) else { return [:] }
            var values: [String: String] = [:]
            if part == .score { values["score"] = score.value.map(String.init) }
            guard let band = scores.scale.band(score.bandID) else { return values }
            values["band"] = band.label
            values["letter"] = band.letter
            values["colour"] = band.colour?.rawValue
            return values
        }
    }

    // MARK: Writing

    /// The words of a cell about a part of a score.
    ///
    /// - Parameters:
    ///   - field: The field, such as `current.score`.
    ///   - part: The part of the score.
    ///   - assessment: The score.
    ///   - saysBand: Whether the register has a column for the band of the score. Without one, a band
    ///     that was stated and does not follow from the number stands beside the number.
    /// - Returns: The words; empty where there is nothing to say.
    func words(
        _ field: String,
        _ part: RegisterField.ScorePart,
        of assessment: RiskAssessment,
        besideBand saysBand: Bool
    ) -> String {
        let usual = scores.words(part, of: assessment)
        if !usual.isEmpty, let form = forms[field] {
            let values = values(part, of: assessment)
            let isWhole = form.gaps.allSatisfy { !(values[$0] ?? "").isEmpty }
            let words = form.filled { values[$0] }
            if isWhole, says(words, part, assessment, besideBand: saysBand) { return words }
        }
        guard part == .score, !usual.isEmpty, !saysBand, let band = statedBand(of: assessment)
        else { return usual }
        return "\(usual) \(band.label)"
    }

    /// Whether words say a part of a score, so that reading them gives it again.
    func says(
        _ words: String,
        _ part: RegisterField.ScorePart,
        _ assessment: RiskAssessment,
        besideBand saysBand: Bool
    ) -> Bool {
        guard let levels = assessment.levels, levels.scale == scores.scale.reference else {
            return false
        }
        let scale = scores.scale
        switch part {
        case .likelihood:
            return scores.level(words, in: scale.likelihoods)?.id == levels.likelihood
        case .impact: return scores.level(words, in: scale.impacts)?.id == levels.impact
        case .override: return false
        case .score:
            guard let score = try? scale.score(of: levels), let said = scores.score(words),
                said.value == score.value
            else { return false }
            if said.bandID == nil { return saysBand || statedBand(of: assessment) == nil }
            return said.bandID == score.bandID
        case .band:
            guard let score = try? scale.score(of: levels) else { return false }
            return scores.band(words).map { $0.id == score.bandID } ?? false
        }
    }

    /// The band of a score that was stated and does not follow from the number.
    private func statedBand(of assessment: RiskAssessment) -> RiskScale.Band? {
        let levels = assessment.levels
        return scores.scale.band(levels?.override?.bandID ?? levels?.stated?.bandID)
    }

    // MARK: Reading

    /// The form of a cell: its words with gaps for what they say; nil where they say more or something
    /// else.
    func form(
        of words: String,
        _ part: RegisterField.ScorePart,
        _ assessment: RiskAssessment
    ) -> String? {
        let values = values(part, of: assessment)
        let orders: [[String]] =
            switch part {
            case .likelihood, .impact: [["label"], ["id"], ["id", "label"], ["label", "id"]]
            case .band:
                [["band"], ["letter"], ["colour"], ["letter", "band"], ["band", "colour"]]
            case .score:
                [["score"]]
                    + ["band", "letter", "colour"].flatMap { [["score", $0], [$0, "score"]] }
            case .override: []
            }
        for order in orders {
            let form = Self.form(of: words, order.map { ($0, values[$0] ?? "") })
            if let form, (try? Template(form))?.description == form { return form }
        }
        return nil
    }

    private static func form(of words: String, _ values: [(gap: String, value: String)]) -> String?
    {
        func isMark(_ character: Character) -> Bool { !character.isLetter && !character.isNumber }
        var rest = Substring(words)
        var form = ""
        for (gap, value) in values {
            guard !value.isEmpty else { return nil }
            while !rest.hasPrefix(value) {
                guard let mark = rest.first, isMark(mark) else { return nil }
                form.append(mark)
                rest.removeFirst()
            }
            form += "{\(gap)}"
            rest = rest.dropFirst(value.count)
        }
        return rest.allSatisfy(isMark) ? form + rest : nil
    }

    /// Whether a form writes what is written without one.
    func isUsual(_ form: String, _ part: RegisterField.ScorePart) -> Bool {
        func isUsual(_ levels: [RiskScale.Level]) -> Bool {
            levels.allSatisfy { level in
                let usual = RegisterScores.words(of: level.id, in: levels)
                return form == "{id}"
                    ? usual == level.id : form == "{label}" && usual == level.label
            }
        }
        return switch part {
        case .likelihood: isUsual(scores.scale.likelihoods)
        case .impact: isUsual(scores.scale.impacts)
        case .score: form == "{score}"
        case .band: form == "{band}"
        case .override: true
        }
    }
}
