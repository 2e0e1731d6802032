// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Numbers and sums as the search sees them: by place, with what readers know already taken out.
///
/// A reader knows the sums, the numbers that are shown, and that no count is below zero. An
/// *alternative* is another table that a reader cannot tell from the true one: a change of each hidden
/// number with which every sum still holds. A number is protected against leaving a range if there is
/// an alternative at or beyond each end of the range. The audit is in whole numbers, so it holds
/// against readers who calculate with fractions too.
struct HidingProblem {
    /// One sum: the changes of its numbers, each times its factor, come to zero.
    struct Row {
        var places: [Int32] = []
        var factors: [Int] = []
    }

    /// The number of the set that each variable stands for; -1 for the slack of a sentence.
    var cells: [Int] = []
    /// How far each variable may change downwards: zero or less.
    var lowest: [Int] = []
    /// How far each variable may change upwards: zero or more.
    var highest: [Int] = []
    /// What it costs to hide a variable.
    var weights: [Int] = []
    /// Whether a variable is hidden from the beginning.
    var isHidden: [Bool] = []
    /// How far down and up a variable must be able to change; zeros if it is not small.
    var needs: [(down: Int, up: Int)] = []
    /// Whether a variable may become known if it cannot be protected: it is not small.
    var mayBeKnown: [Bool] = []
    /// The sums in which more than one variable stands.
    var rows: [Row] = []
    /// The sums of each variable, with its factor.
    var sums: [[(row: Int32, factor: Int)]] = []

    init(_ together: PublishedTogether, _ rules: SuppressionRules) {
        var places = [Int](repeating: -1, count: together.cells.count)
        for (index, cell) in together.cells.enumerated() {
            let small = rules.isSmall(cell.value)
            switch cell.standing {
            case .published: continue
            case .proposed: places[index] = add(index, cell.value, small)
            case .withheld, .hidden: places[index] = add(index, cell.value, true)
            }
            let place = places[index]
            weights[place] = cell.isTotal ? rules.weightOfTotals : 1
            guard small else {
                needs[place].up = cell.standing == .hidden ? 1 : 0
                mayBeKnown[place] = true
                continue
            }
            needs[place] = (
                max(0, cell.value - rules.protection.lowerBound),
                max(0, rules.protection.upperBound - cell.value)
            )
        }
        for fact in together.facts {
            let now = fact.terms.reduce(0) { $0 + $1.factor * together.cells[$1.cell].value }
            let terms = fact.terms.compactMap {
                places[$0.cell] < 0 ? nil : (places[$0.cell], $0.factor)
            }
            add(terms, from: fact.bounds.lowerBound - now, to: fact.bounds.upperBound - now)
        }
        sums = Array(repeating: [], count: cells.count)
        for (index, row) in rows.enumerated() {
            for (place, factor) in zip(row.places, row.factors) {
                sums[Int(place)].append((Int32(index), factor))
            }
        }
    }

    private mutating func add(_ cell: Int, _ room: Int, _ hidden: Bool) -> Int {
        cells.append(cell)
        lowest.append(-room)
        highest.append(PublishedTogether.unbounded)
        weights.append(0)
        isHidden.append(hidden)
        needs.append((0, 0))
        mayBeKnown.append(false)
        return cells.count - 1
    }

    private mutating func add(_ terms: [(place: Int, factor: Int)], from low: Int, to high: Int) {
        guard let first = terms.first else { return }
        if terms.count == 1 {
            let (a, b) = (low.dividedDown(by: first.factor), high.dividedDown(by: first.factor))
            let (c, d) = (low.dividedUp(by: first.factor), high.dividedUp(by: first.factor))
            lowest[first.place] = max(lowest[first.place], first.factor > 0 ? c : d)
            highest[first.place] = min(highest[first.place], first.factor > 0 ? b : a)
            return
        }
        var row = Row(places: terms.map { Int32($0.place) }, factors: terms.map(\.factor))
        if low != high {
            let slack = add(-1, -low, true)
            highest[slack] = high
            row.places.append(Int32(slack))
            row.factors.append(-1)
        }
        rows.append(row)
    }

    /// Whether a set of changes is an alternative: every sum holds and no number leaves its bounds.
    func allows(_ changes: [(place: Int, by: Int)]) -> Bool {
        var sumOf: [Int32: Int] = [:]
        for (place, change) in changes {
            guard (lowest[place]...highest[place]).contains(change) else { return false }
            for (row, factor) in sums[place] { sumOf[row, default: 0] += factor * change }
        }
        return sumOf.values.allSatisfy { $0 == 0 }
    }

    /// Returns the variables in groups that share no sum, each in order.
    func groups() -> [[Int]] {
        var group = [Int](repeating: -1, count: cells.count)
        var groups: [[Int]] = []
        for start in cells.indices where group[start] < 0 {
            var members = [start]
            group[start] = groups.count
            var next = 0
            while next < members.count {
                for (row, _) in sums[members[next]] {
                    for other in rows[Int(row)].places where group[Int(other)] < 0 {
                        group[Int(other)] = groups.count
                        members.append(Int(other))
                    }
                }
                next += 1
            }
            groups.append(members.sorted())
        }
        return groups
    }
}

extension Int {
    /// The quotient, rounded towards the smaller number.
    fileprivate func dividedDown(by divisor: Int) -> Int {
        let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
        return rest != 0 && (rest < 0) != (divisor < 0) ? quotient - 1 : quotient
    }

    /// The quotient, rounded towards the larger number.
    fileprivate func dividedUp(by divisor: Int) -> Int {
        let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
        return rest != 0 && (rest < 0) == (divisor < 0) ? quotient + 1 : quotient
    }
}
