// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RegisterForms {
    /// The forms in which most cells of each field are printed; usual ones are left out.
    static func most(in rows: [RiskRow], by scores: RegisterScores) -> [String: String] {
        let usual = RegisterForms([:], scores: scores)
        var found: [String: String] = [:]
        for kind in RiskScoreKind.allCases {
            for part in RegisterField.ScorePart.allCases {
                let field = "\(kind.rawValue).\(part.rawValue)"
                var counts: [(form: String, count: Int)] = []
                for row in rows {
                    let assessment = row.risk.assessment(kind)
                    guard let words = row.said[field] else { continue }
                    guard let form = usual.form(of: words, part, assessment) else { continue }
                    if let place = counts.firstIndex(where: { $0.form == form }) {
                        counts[place].count += 1
                    } else {
                        counts.append((form, 1))
                    }
                }
                guard let most = counts.map(\.count).max() else { continue }
                let form = counts.first { $0.count == most }?.form
                guard let form, !usual.isUsual(form, part) else { continue }
                found[field] = form
            }
        }
        return found
    }
}

extension RiskRow {
    /// Keeps the words of cells about scores that would be written in other words than they are printed.
    mutating func keepPrinted(_ forms: RegisterForms, in layout: RegisterLayout) {
        for (field, words) in said {
            guard let (kind, part) = RegisterField.score(field), part != .override else { continue }
            let assessment = risk.assessment(kind)
            let saysBand = layout.holds("\(kind.rawValue).band")
            guard forms.says(words, part, assessment, besideBand: saysBand),
                forms.words(field, part, of: assessment, besideBand: saysBand) != words
            else { continue }
            risk.columns[field] = words
        }
    }
}
