// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// The cells about scores, and what they make together.

extension RiskRowReader {
    /// What cells say of one score.
    struct Parts {
        var likelihood: String?
        var impact: String?
        var value: Int?
        var bandID: String?
        var reason = ""
        var line = 0
        /// The cells that said it, by their field.
        var cells: [(field: String, words: String)] = []
    }

    mutating func take(
        _ cell: RegisterCell,
        _ kind: RiskScoreKind,
        _ part: RegisterField.ScorePart
    ) {
        let words = cell.words
        if part != .override, scores.isNotAssessed(words) {
            // The words for “not assessed” are written by leaving the cell empty.
            row.said[cell.field] = words
            return
        }
        var known = parts[kind] ?? Parts()
        if known.line == 0 { known.line = cell.line }
        switch part {
        case .likelihood:
            guard let level = scores.level(words, in: scale.likelihoods) else {
                return keep(
                    cell,
                    "level-unknown",
                    "no likelihood of scale \(scale.reference), which has: "
                        + RegisterScores.known(scale.likelihoods)
                )
            }
            known.likelihood = level.id
        case .impact:
            guard let level = scores.level(words, in: scale.impacts) else {
                return keep(
                    cell,
                    "level-unknown",
                    "no impact of scale \(scale.reference), which has: "
                        + RegisterScores.known(scale.impacts)
                )
            }
            known.impact = level.id
        case .score:
            guard let score = scores.score(words) else {
                return keep(
                    cell,
                    "score-unread",
                    "no score, which is a number, alone or with its band"
                )
            }
            if let band = score.bandID, let other = known.bandID, band != other {
                return keep(
                    cell,
                    "score-unread",
                    "a score with another band than “\(scale.band(other)?.label ?? other)”, which "
                        + "stands beside it"
                )
            }
            known.value = score.value
            known.bandID = known.bandID ?? score.bandID
        case .band:
            guard let band = scores.band(words) else {
                return keep(
                    cell,
                    "band-unknown",
                    "no band of scale \(scale.reference), which has: \(scores.knownBands)"
                )
            }
            known.bandID = band.id
        case .override: known.reason = words
        }
        if part != .override { row.said[cell.field] = words }
        known.cells.append((cell.field, words))
        parts[kind] = known
    }

    // MARK: The risk

    /// Puts together what the cells said.
    mutating func finished(id: String) -> RiskRow {
        row.risk.id = id
        for kind in RiskScoreKind.allCases {
            guard let known = parts[kind] else { continue }
            assess(kind, known)
        }
        return row
    }

    private mutating func assess(_ kind: RiskScoreKind, _ known: Parts) {
        var levels = RiskAssessment.Levels(
            scale: scale.reference,
            likelihood: known.likelihood ?? "",
            impact: known.impact ?? ""
        )
        let made = levels.areKnown ? try? scale.made(by: levels) : nil
        let isStated = known.value != nil || known.bandID != nil
        guard made != nil || isStated else {
            keepIncomplete(kind, known)
            return
        }
        let differs =
            made.map { made in
                known.value.map { $0 != made.value } ?? false
                    || known.bandID.map { $0 != made.bandID } ?? false
            } ?? true
        if isStated, differs {
            // A band that follows from the number says nothing more.
            let follows = known.value.map { scale.band(for: $0)?.id == known.bandID } ?? false
            let bandID = follows ? nil : known.bandID
            if known.reason.isEmpty {
                levels.stated = .init(value: known.value, bandID: bandID)
            } else {
                levels.override = .init(value: known.value, bandID: bandID, reason: known.reason)
                if made == nil { levels.stated = .init(value: known.value, bandID: bandID) }
            }
            noteDifference(kind, known, made)
        } else if !known.reason.isEmpty {
            let field = "\(kind.rawValue).override"
            row.risk.columns[field] = known.reason
            find(
                known.line,
                "override-unused",
                "A reason stands beside the \(kind.rawValue) score of \(name), but the score is that "
                    + "which its levels make. The reason is kept as printed."
            )
        }
        row.risk.setAssessment(kind, .assessed(levels))
    }

    /// Keeps one level without the other and without a score: no score can be made of it.
    private mutating func keepIncomplete(_ kind: RiskScoreKind, _ known: Parts) {
        for (field, words) in known.cells {
            row.risk.columns[field] = words
            row.said[field] = nil
        }
        let words = known.cells.map { "“\(PlanWalk.short($0.words))”" }.joined(separator: ", ")
        find(
            known.line,
            "score-incomplete",
            "Of the \(kind.rawValue) score of \(name) only \(words) is known, so it is not assessed; what "
                + "stands there is kept as printed."
        )
    }

    private mutating func noteDifference(
        _ kind: RiskScoreKind,
        _ known: Parts,
        _ made: RiskScale.Score?
    ) {
        let band = scale.band(known.bandID)?.label
        let stated = [known.value.map(String.init), band].compactMap(\.self).joined(separator: " ")
        guard let made else {
            if let value = known.value, !scores.canMake(value) {
                find(
                    known.line,
                    "score-differs",
                    "\(value) is stated as the \(kind.rawValue) score of \(name), and no levels of scale "
                        + "\(scale.reference) make it. It is recorded as stated, its levels as unknown."
                )
            } else if let value = known.value, let band, scale.band(for: value)?.id != known.bandID
            {
                find(
                    known.line,
                    "score-differs",
                    "\(value) \(band) is stated as the \(kind.rawValue) score of \(name); scale "
                        + "\(scale.reference) calls \(value) “\(scale.band(for: value)?.label ?? "nothing")”. "
                        + "It is recorded as stated."
                )
            }
            return
        }
        var plain = RiskAssessment.Levels(scale: scale.reference, likelihood: "", impact: "")
        (plain.likelihood, plain.impact) = (known.likelihood ?? "", known.impact ?? "")
        let how = known.reason.isEmpty ? "as stated" : "as an override, with its reason"
        find(
            known.line,
            "score-differs",
            "\(stated) is stated as the \(kind.rawValue) score of \(name), but its levels make "
                + "\(scale.text(of: plain, score: made)). It is recorded \(how)."
        )
    }
}
