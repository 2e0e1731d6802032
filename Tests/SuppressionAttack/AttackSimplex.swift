// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The attacker's linear programs: the least and the most that one unknown number can be.
///
/// A plain simplex table in two phases by Bland's rule. The first phase is done once for all questions.
struct AttackSimplex {
    private var table: [[Double]] = []
    private var base: [Int] = []
    private var width = 0
    private let columns: Int
    /// Whether the equations have a solution at all.
    private(set) var isPossible = true

    /// Begins with unknown numbers of at least zero.
    ///
    /// - Parameters:
    ///   - columns: How many unknown numbers there are.
    ///   - rows: Sums of their multiples, each between two bounds.
    init(
        columns: Int,
        rows: [(terms: [(column: Int, factor: Double)], low: Double, high: Double)]
    ) {
        self.columns = columns
        var lines: [(terms: [(column: Int, factor: Double)], sign: Double, right: Double)] = []
        for row in rows {
            if row.low == row.high {
                lines.append((row.terms, 0, row.low))
                continue
            }
            if row.high < .infinity { lines.append((row.terms, 1, row.high)) }
            if row.low > -.infinity { lines.append((row.terms, -1, row.low)) }
        }
        let slacks = lines.filter { $0.sign != 0 }.count
        let artificial = columns + slacks
        width = artificial + lines.count
        var slack = columns
        for (index, line) in lines.enumerated() {
            var cells = [Double](repeating: 0, count: width + 1)
            for (column, factor) in line.terms { cells[column] = factor }
            if line.sign != 0 {
                cells[slack] = line.sign
                slack += 1
            }
            cells[width] = line.right
            if line.right < 0 { for cell in cells.indices { cells[cell] = -cells[cell] } }
            cells[artificial + index] = 1
            table.append(cells)
            base.append(artificial + index)
        }
        var goal = [Double](repeating: 0, count: width)
        for column in artificial..<width { goal[column] = -1 }
        let rest = climb(goal, enough: -1e-7)
        isPossible = rest > -1e-5
        dropArtificial(from: artificial)
    }

    /// Takes the helping columns out of the base, and the equations that say nothing new.
    private mutating func dropArtificial(from artificial: Int) {
        var row = 0
        while row < table.count {
            if base[row] >= artificial {
                guard let column = (0..<artificial).first(where: { abs(table[row][$0]) > 1e-7 })
                else {
                    table.remove(at: row)
                    base.remove(at: row)
                    continue
                }
                pivot(row, column)
            }
            row += 1
        }
        for row in table.indices {
            table[row].removeSubrange(artificial..<width)
        }
        width = artificial
    }

    /// Returns the most that an unknown number can be, or something beyond enough.
    mutating func most(_ column: Int, enough: Double) -> Double {
        var goal = [Double](repeating: 0, count: width)
        goal[column] = 1
        return climb(goal, enough: enough)
    }

    /// Returns the least that an unknown number can be, or something below enough.
    mutating func least(_ column: Int, enough: Double) -> Double {
        var goal = [Double](repeating: 0, count: width)
        goal[column] = -1
        return -climb(goal, enough: -enough)
    }

    private mutating func climb(_ goal: [Double], enough: Double) -> Double {
        var reduced = goal
        for (row, column) in base.enumerated() where goal[column] != 0 {
            for index in 0..<width { reduced[index] -= goal[column] * table[row][index] }
        }
        var steps = 0
        while steps < 20_000 {
            let height = value(goal)
            if height > enough { return height }
            // The steepest way up while that helps, then Bland's rule, which cannot go in circles.
            var entering = -1
            for column in 0..<width where reduced[column] > 1e-8 {
                if entering < 0 || steps < 300 && reduced[column] > reduced[entering] {
                    entering = column
                }
                if steps >= 300 { break }
            }
            guard entering >= 0 else { return height }
            var (leaving, limit) = (-1, Double.infinity)
            for row in table.indices where table[row][entering] > 1e-8 {
                let ratio = table[row][width] / table[row][entering]
                if ratio < limit - 1e-10
                    || ratio < limit + 1e-10 && leaving >= 0 && base[row] < base[leaving]
                {
                    (leaving, limit) = (row, ratio)
                }
            }
            guard leaving >= 0 else { return .infinity }
            pivot(leaving, entering)
            let price = reduced[entering]
            for index in 0..<width { reduced[index] -= price * table[leaving][index] }
            steps += 1
        }
        return value(goal)
    }

    private func value(_ goal: [Double]) -> Double {
        var sum = 0.0
        for (row, column) in base.enumerated() where goal[column] != 0 {
            sum += goal[column] * table[row][width]
        }
        return sum
    }

    private mutating func pivot(_ row: Int, _ column: Int) {
        let factor = table[row][column]
        for index in 0...width { table[row][index] /= factor }
        let line = table[row]
        for other in table.indices where other != row {
            let times = table[other][column]
            guard abs(times) > 1e-13 else { continue }
            table[other].withUnsafeMutableBufferPointer { cells in
                for index in 0...width { cells[index] -= times * line[index] }
            }
        }
        base[row] = column
    }
}
