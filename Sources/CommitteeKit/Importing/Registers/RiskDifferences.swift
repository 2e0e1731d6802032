// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a row of a register says anew of its risk, beside the edition before and the record.
struct RiskDifferences {
    let id: String
    let row: RiskRow
    /// The risk as the edition before gave it.
    let before: Risk?
    /// The risk as it is recorded; nil when it is only being proposed.
    let now: Risk?
    /// What is to be recorded.
    private(set) var facts: [RiskFact] = []
    /// What somebody recorded since the edition before, in words.
    private(set) var clashes: [String] = []

    private enum Outcome { case same, changed, clash }

    init(id: String, row: RiskRow, before: Risk?, now: Risk?) {
        self.id = id
        self.row = row
        self.before = before
        self.now = now
    }

    mutating func run() {
        let risk = row.risk
        // A proposal says these itself.
        if now != nil {
            compare(\.wording, "wording") { .worded($0.wording) }
            compare(\.category, "category") { .categorised($0.category) }
            compareOwners()
        }
        compareNumber()
        for kind in RiskScoreKind.allCases {
            compare({ $0.assessment(kind).undated }, "\(kind.rawValue) score") {
                .assessed(kind, $0.assessment(kind))
            }
        }
        compare(\.treatment, "treatment") { [now] risk in
            .treated(risk.treatment, actions: now?.actions ?? [])
        }
        compareControls()
        compare(\.targetDate, "target date") { .targetDateSet($0.targetDate) }
        compare(\.reviewDate, "day of review") { .reviewDateSet($0.reviewDate) }
        let names = Set(risk.columns.keys).union(before?.columns.keys ?? [:].keys).sorted()
        for name in names {
            compare({ $0.columns[name] ?? "" }, RegisterField.words(name)) {
                .columnSet(name: name, $0.columns[name] ?? "")
            }
        }
    }

    /// The rule of every comparison: what the document said before, or what is recorded, is nothing new.
    private func outcome<Value: Equatable>(_ value: (Risk) -> Value) -> Outcome {
        let new = value(row.risk)
        let old = value(before ?? .blank)
        guard new != old else { return .same }
        let current = now.map(value)
        guard current != new else { return .same }
        if let current, current != old { return .clash }
        return .changed
    }

    private mutating func compare<Value: Equatable>(
        _ value: (Risk) -> Value,
        _ what: String,
        _ fact: (Risk) -> RiskFact
    ) {
        switch outcome(value) {
        case .same: return
        case .changed: facts.append(fact(row.risk))
        case .clash: clashes.append(what)
        }
    }

    private mutating func compareOwners() {
        let owner = outcome(\.ownerRoleID)
        let manager = outcome(\.managerRoleID)
        if owner == .clash { clashes.append("owner") }
        if manager == .clash { clashes.append("manager") }
        guard owner == .changed || manager == .changed else { return }
        facts.append(
            .assigned(
                owner: owner == .changed ? row.risk.ownerRoleID : now?.ownerRoleID,
                manager: manager == .changed ? row.risk.managerRoleID : now?.managerRoleID
            )
        )
    }

    private mutating func compareNumber() {
        let number = row.risk.number == id ? nil : row.risk.number
        let old = before?.number
        guard number != old, now?.number != number else { return }
        if let now, now.number != old { return clashes.append("number") }
        facts.append(.renumbered(number))
    }

    /// Controls are known by their words; one that stands in the place of another is that one, worded anew.
    private mutating func compareControls() {
        let new = row.risk.controls
        let old = before?.controls ?? []
        guard new.map(\.words) != old.map(\.words) else { return }
        let current = now?.controls ?? []
        guard current.map(\.words) != new.map(\.words) else { return }
        if now != nil, current.map(\.words) != old.map(\.words) {
            return clashes.append("controls")
        }
        var free = current.filter { control in !new.contains { $0.words == control.words } }
        var used = Set(current.map(\.id))
        var kept = current.filter { control in new.contains { $0.words == control.words } }
        for (place, control) in new.enumerated() {
            if let same = kept.firstIndex(where: { $0.words == control.words }) {
                kept.remove(at: same)
                continue
            }
            var said = control
            let standing = current.indices.contains(place) ? current[place] : nil
            if let standing, let index = free.firstIndex(where: { $0.id == standing.id }) {
                free.remove(at: index)
                said = standing
                said.words = control.words
            } else {
                var count = place
                repeat {
                    count += 1
                    said.id = "C\(count)"
                } while used.contains(said.id)
                used.insert(said.id)
            }
            facts.append(.controlSet(said))
        }
        for control in free { facts.append(.controlRemoved(control.id)) }
    }
}

extension RiskAssessment {
    /// The assessment without its day, on which an edition that repeats it says nothing new.
    fileprivate var undated: RiskAssessment {
        guard var levels else { return self }
        levels.date = nil
        return .assessed(levels)
    }
}
