// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The fields of a risk, as the gaps of a register's layout name them.
public enum RegisterField {
    /// The number or reference of the risk.
    static let number = "number"
    /// Why the current score is not that which the levels make.
    static let override = "override"

    /// What a field says of one of the three scores.
    enum ScorePart: String, CaseIterable {
        case likelihood, impact, score, band, override
    }

    /// The fields that are not about a score.
    private static let plain = [
        number, "title", "cause", "event", "effect", "category", "owner", "manager", "treatment",
        "controls", "control", "target_date", "review_date", "status", "movement", "notes",
    ]

    /// Every field that a column may hold; a column of the register's own is called `local.name`.
    public static let names: [String] =
        plain
        + RiskScoreKind.allCases.flatMap { kind in
            ScorePart.allCases.map { "\(kind.rawValue).\($0.rawValue)" }
        }

    /// The score of which a field speaks, and what it says of it.
    static func score(_ field: String) -> (kind: RiskScoreKind, part: ScorePart)? {
        let parts = field.split(separator: ".")
        guard parts.count == 2, let kind = RiskScoreKind(rawValue: String(parts[0])),
            let part = ScorePart(rawValue: String(parts[1]))
        else { return nil }
        return (kind, part)
    }

    /// The name under which a risk keeps what a column says in words of its own.
    static func column(_ field: String) -> String {
        field.hasPrefix("local.") ? String(field.dropFirst(6)) : field
    }

    /// The field in words, such as “current likelihood”.
    static func words(_ field: String) -> String {
        String(column(field).map { $0 == "." || $0 == "_" ? " " : $0 })
    }
}
