// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A field of an item, as the gaps of a layout's templates name it.
enum LayoutField: Hashable, Sendable {
    case number, text, statement, leads, timescale, status, progress, evidence, expectedImpact
    case notes
    /// A column that the committee keeps for itself.
    case local(String)
    /// A name that no field has.
    case unknown

    /// Reads the name in a gap, with or without the level before it, as in `objective.number`.
    init(_ gap: String, in layout: Layout) {
        if gap.hasPrefix("local.") {
            self = .local(String(gap.dropFirst(6)))
            return
        }
        switch layout.levelField(gap)?.field ?? gap {
        case "number": self = .number
        case "text": self = .text
        case "statement": self = .statement
        case "leads": self = .leads
        case "timescale.words": self = .timescale
        case "status", "status.letter", "status.word": self = .status
        case "progress": self = .progress
        case "evidence": self = .evidence
        case "expected_impact": self = .expectedImpact
        case "notes": self = .notes
        default: self = .unknown
        }
    }
}

/// A template whose gaps are read once, and then filled for item after item.
struct ItemTemplate: Sendable {
    enum Part: Sendable {
        case words(String)
        case field(LayoutField)
    }

    let parts: [Part]
    /// The field, when the template is one field and nothing else.
    let onlyField: LayoutField?

    init(_ template: Template, in layout: Layout) {
        parts = template.parts.map { part in
            switch part {
            case .words(let words): .words(words)
            case .gap(let gap): .field(LayoutField(gap, in: layout))
            }
        }
        onlyField = if parts.count == 1, case .field(let field) = parts[0] { field } else { nil }
    }
}
