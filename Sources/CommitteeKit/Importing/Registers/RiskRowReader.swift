// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A field of a risk as it stands in the cells of a document.
struct RegisterCell {
    var field: String
    /// What each cell says, in the order in which they stand.
    var pieces: [Prose]
    var line: Int

    /// The words of all cells on one line.
    var words: String {
        pieces.map(\.singleLine).filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// Reads the cells of one risk.
///
/// A cell is read as a whole. One that does not say what its column holds stays with the risk in its own
/// words, under the name of the column, and is a finding; nothing is made of a part of it.
struct RiskRowReader {
    private let rows: RiskRows
    private let line: Int
    private(set) var findings: [Finding] = []
    /// The field of which each finding speaks, where it is one.
    private(set) var fields: [String?] = []
    var row: RiskRow
    var parts: [RiskScoreKind: Parts] = [:]
    /// What the findings call the risk.
    let name: String

    private var layout: RegisterLayout { rows.layout }
    var scores: RegisterScores { rows.scores }
    var scale: RiskScale { rows.scores.scale }

    init(rows: RiskRows, number: String?, line: Int) {
        self.rows = rows
        self.line = line
        row = RiskRow(risk: .blank, line: line)
        row.risk.number = number
        row.risk.state = .proposed
        row.risk.visibility = rows.layout.visibility
        name = number.map { "risk \($0)" } ?? "the risk on line \(line)"
    }

    mutating func find(_ line: Int, _ kind: String, _ message: String, in field: String? = nil) {
        findings.append(Finding(line: line, kind: kind, message: message))
        fields.append(field)
    }

    /// Keeps the words of a cell with the risk.
    mutating func keep(_ cell: RegisterCell) {
        row.risk.columns[RegisterField.column(cell.field)] = cell.words
    }

    /// Keeps the words of a cell that is not what its column holds.
    mutating func keep(_ cell: RegisterCell, _ kind: String, _ what: String) {
        find(
            cell.line,
            kind,
            "“\(PlanWalk.short(cell.words))” is \(what). It is kept as printed with \(name), as its "
                + "\(RegisterField.words(cell.field)).",
            in: cell.field
        )
        keep(cell)
    }

    // MARK: Cells

    /// Takes the cells of one field.
    mutating func take(
        _ cell: RegisterCell,
        day: (String) -> CivilDate?,
        exactDay: (String) -> CivilDate?
    ) {
        let words = cell.words
        guard !words.isEmpty else { return }
        if let (kind, part) = RegisterField.score(cell.field) { return take(cell, kind, part) }
        switch cell.field {
        case "title": row.risk.title = words
        case "cause": row.risk.cause = words
        case "event": row.risk.event = words
        case "effect": row.risk.effect = words
        case "category": row.risk.category = words
        case "owner": row.risk.ownerRoleID = words
        case "manager": row.risk.managerRoleID = words
        case "controls": takeControls(cell)
        case "control": setControls(cell.pieces.map(\.singleLine))
        case "treatment": takeTreatment(cell)
        case "target_date": takeTarget(cell, day)
        case "review_date":
            guard let date = exactDay(words) else {
                guard !isDash(words) else { return }
                return keep(cell, "cell-unread", "no day")
            }
            row.risk.reviewDate = date
            note(date, cell)
        case "status": takeStatus(cell)
        case "movement": takeMovement(cell)
        default:
            if !isDash(words) { keep(cell) }
        }
    }

    private func isDash(_ words: String) -> Bool {
        words.allSatisfy { $0.isDash || $0.isWhitespace || $0 == "." }
    }

    private mutating func takeTreatment(_ cell: RegisterCell) {
        let known = Risk.Treatment.allCases.map(\.rawValue)
        guard let meaning = layout.words.meaning(of: cell.words, among: known) else {
            guard !isDash(cell.words) else { return }
            return keep(
                cell,
                "word-unknown",
                "no word for what is done about a risk: "
                    + known.map { layout.words.word(for: $0) }.joined(separator: ", ")
            )
        }
        row.risk.treatment = Risk.Treatment(rawValue: meaning)
        row.said[cell.field] = cell.words
    }

    private mutating func takeTarget(_ cell: RegisterCell, _ day: (String) -> CivilDate?) {
        let words = cell.words
        if layout.words.meaning(of: words, among: [RegisterWords.accept]) != nil {
            row.risk.targetDate = .accept
            row.said[cell.field] = words
        } else if let date = day(words) {
            row.risk.targetDate = .by(date)
            note(date, cell)
        } else if !isDash(words) {
            keep(cell, "cell-unread", "neither a day nor “Accept”")
        }
    }

    /// Keeps a day that is printed in other words, such as “March 2027”, beside what it means.
    private mutating func note(_ date: CivilDate, _ cell: RegisterCell) {
        let isUsual = cell.words.comparisonKey == date.formatted("d MMMM yyyy").comparisonKey
        if isUsual { row.said[cell.field] = cell.words } else { keep(cell) }
    }

    private mutating func takeStatus(_ cell: RegisterCell) {
        guard let state = layout.words.meaning(of: cell.words, among: RegisterWords.states) else {
            let known = RegisterWords.states.map { layout.words.word(for: $0) }
            return keep(
                cell,
                "word-unknown",
                "no word for how a risk stands: " + known.joined(separator: ", ")
            )
        }
        if state == "closed" { row.risk.state = .closed }
        row.said[cell.field] = cell.words
    }

    private mutating func takeMovement(_ cell: RegisterCell) {
        let movements = RegisterWords.movements
        guard let movement = layout.words.meaning(of: cell.words, among: movements) else {
            guard !isDash(cell.words) else { return }
            return keep(
                cell,
                "word-unknown",
                "no word for how a risk moved: "
                    + movements.map { layout.words.word(for: $0) }.joined(separator: ", ")
            )
        }
        row.movement = movement
        row.said[cell.field] = cell.words
    }

    // MARK: Controls

    private mutating func takeControls(_ cell: RegisterCell) {
        guard !isDash(cell.words) else { return }
        setControls(cell.pieces.flatMap(Self.controls))
        // The numbers of a list say nothing, and are not kept.
        var rest = WordBag(cell.words)
        for control in row.risk.controls { _ = rest.take(WordBag(control.words)) }
        guard !rest.isEmpty else { return }
        if rest.words.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) {
            row.said[cell.field] = cell.words
        } else {
            setControls([cell.words])
        }
    }

    private mutating func setControls(_ words: [String]) {
        row.risk.controls = words.map(\.trimmingSpace).filter { !$0.isEmpty }.enumerated().map {
            Risk.Control(id: "C\($0.offset + 1)", words: $0.element, kind: nil)
        }
    }

    /// The controls of a cell: the items of a list, or its lines, or the parts between semicolons.
    private static func controls(in cell: Prose) -> [String] {
        let lines = cell.plainLines
        guard lines.count <= 1 else { return lines }
        return cell.singleLine.split(separator: ";").map { String($0).trimmingSpace }
    }
}
