// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Looks for alternatives by linear programming, for tables that are no network.
///
/// It is the incremental program of Kelly, Golden and Assad (1992): change one number by an amount at
/// the least cost, with every sum kept. Fractions are branched on. What it returns is checked in whole
/// numbers by whoever asks, so rounding cannot make an unsafe table look safe.
struct LinearSearch {
    /// Returns the cheapest changes with which a variable changes by an amount.
    ///
    /// - Parameters:
    ///   - place: The variable.
    ///   - amount: By how much.
    ///   - problem: The sums and the bounds.
    ///   - state: Which are hidden, and which may be.
    ///   - reach: At how many variables to look: those nearest to the one that changes.
    /// - Returns: The changes, that of the variable first; nil if none was found.
    static func alternative(
        changing place: Int,
        by amount: Int,
        in problem: HidingProblem,
        _ state: HidingState,
        reach: Int
    ) -> [PathSearch.Change]? {
        var search = LinearSearch(place, amount, problem, state, reach)
        return search.solve()
    }

    private var places: [Int] = []
    private var rows: [[(column: Int, factor: Double)]] = []
    private var right: [Double] = []
    private var lowest: [Double] = []
    private var highest: [Double] = []
    private var costs: [Double] = []
    private let change: PathSearch.Change
    private var tries = 0
    private let mayHide: Bool

    private init(
        _ place: Int,
        _ amount: Int,
        _ problem: HidingProblem,
        _ state: HidingState,
        _ reach: Int
    ) {
        change = (place, amount)
        mayHide = state.mayHide
        var column: [Int: Int] = [place: -1]
        var near = [place]
        var next = 0
        var rowIDs: Set<Int32> = []
        // The nearest numbers that may change, sum by sum.
        while next < near.count, places.count < reach {
            for (row, _) in problem.sums[near[next]] where rowIDs.insert(row).inserted {
                for other in problem.rows[Int(row)].places where column[Int(other)] == nil {
                    guard state.cost(of: Int(other)) < Int.max else { continue }
                    column[Int(other)] = places.count
                    places.append(Int(other))
                    near.append(Int(other))
                }
            }
            next += 1
        }
        for place in places {
            for (row, _) in problem.sums[place] { rowIDs.insert(row) }
        }
        for id in rowIDs.sorted() {
            var row: [(Int, Double)] = []
            var rest = 0.0
            for (place, factor) in zip(problem.rows[Int(id)].places, problem.rows[Int(id)].factors)
            {
                guard let column = column[Int(place)] else { continue }
                if column < 0 {
                    rest -= Double(factor * amount)
                } else {
                    row.append((column, Double(factor)))
                }
            }
            rows.append(row)
            right.append(rest)
        }
        for place in places {
            lowest.append(Double(problem.lowest[place]))
            highest.append(problem.highest[place] > 1 << 50 ? 1e9 : Double(problem.highest[place]))
            costs.append(Double(state.cost(of: place)) / Double(state.isHidden[place] ? 64 : 1))
        }
    }

    private mutating func solve() -> [PathSearch.Change]? {
        tries += 1
        guard tries <= (mayHide ? 10 : 3) else { return nil }
        var program = LinearProgram(rows, right, lowest, highest, costs)
        guard let values = program.minimum() else { return nil }
        var worst = (column: -1, distance: 1e-6)
        for (column, value) in values.enumerated() {
            let distance = abs(value - value.nearest)
            if distance > worst.distance { worst = (column, distance) }
        }
        guard worst.column >= 0 else {
            return [change]
                + zip(places, values).compactMap {
                    $1.nearest == 0 ? nil : ($0, Int($1.nearest))
                }
        }
        let (low, high) = (lowest[worst.column], highest[worst.column])
        let below = (values[worst.column] - 0.5).nearest
        lowest[worst.column] = below + 1
        if let found = solve() { return found }
        (lowest[worst.column], highest[worst.column]) = (low, min(high, below))
        let found = solve()
        highest[worst.column] = high
        return found
    }
}

extension Double {
    /// The nearest whole number.
    fileprivate var nearest: Double {
        let bounded = Swift.max(-1e15, Swift.min(1e15, self))
        return Double(Int(bounded < 0 ? bounded - 0.5 : bounded + 0.5))
    }
}

/// A linear program in which the cost of a variable counts its distance from zero.
///
/// The simplex algorithm on a full table; each variable is split in what it is above and below zero, each with
/// its bound.
private struct LinearProgram {
    /// The lines of the table, one after another; the last cell of each is the value of its base.
    private var table: [Double] = []
    private var base: [Int] = []
    private var bounds: [Double] = []
    private var prices: [Double] = []
    /// Whether a variable outside the base is at its upper bound.
    private var atTop: [Bool] = []
    private let half: Int
    /// By how much each variable is moved.
    private let shift: [Double]
    private var reduced: [Double] = []

    init(
        _ rows: [[(column: Int, factor: Double)]],
        _ right: [Double],
        _ lowest: [Double],
        _ highest: [Double],
        _ costs: [Double]
    ) {
        half = costs.count
        let width = 2 * half + rows.count
        // A variable whose bounds leave zero out is moved by its nearer bound.
        var moved = [Double](repeating: 0, count: half)
        bounds = Array(repeating: 0, count: width)
        for column in 0..<half {
            moved[column] = max(min(0, highest[column]), lowest[column])
            bounds[column] = highest[column] - moved[column]
            bounds[half + column] = moved[column] - lowest[column]
        }
        shift = moved
        prices = Array(repeating: 0, count: width)
        for column in 0..<half {
            prices[column] = costs[column]
            prices[half + column] = costs[column]
        }
        let penalty = 1e5 * max(1, costs.max() ?? 1)
        for (index, row) in rows.enumerated() {
            var line = [Double](repeating: 0, count: width + 1)
            var rest = right[index]
            for (column, factor) in row {
                line[column] += factor
                line[half + column] -= factor
                rest -= factor * moved[column]
            }
            if rest < 0 {
                for column in line.indices { line[column] = -line[column] }
                rest = -rest
            }
            line[2 * half + index] = 1
            line[width] = rest
            table += line
            base.append(2 * half + index)
            bounds[2 * half + index] = .infinity
            prices[2 * half + index] = penalty
        }
        atTop = Array(repeating: false, count: width)
        // The prices as the base sees them.
        reduced = prices
        for row in base.indices {
            let start = row * (width + 1)
            for column in 0..<width { reduced[column] -= penalty * table[start + column] }
        }
    }

    /// Returns the values at the least cost; nil if the sums cannot be kept.
    mutating func minimum() -> [Double]? {
        let width = bounds.count
        var (steps, stalled) = (0, 0)
        while let entering = entering(stalled > 60) {
            steps += 1
            guard steps < 2500 else { return nil }
            let direction: Double = atTop[entering] ? -1 : 1
            var (limit, leaving, toTop) = (bounds[entering], -1, false)
            for row in base.indices {
                let slope = table[row * (width + 1) + entering] * direction
                let value = table[row * (width + 1) + width]
                if slope > 1e-9, value / slope < limit - 1e-12 {
                    (limit, leaving, toTop) = (max(0, value / slope), row, false)
                } else if slope < -1e-9 {
                    let top = bounds[base[row]]
                    guard top < .infinity, (top - value) / -slope < limit - 1e-12 else { continue }
                    (limit, leaving, toTop) = (max(0, (top - value) / -slope), row, true)
                }
            }
            guard limit < .infinity else { return nil }
            stalled = limit > 1e-9 ? 0 : stalled + 1
            for row in base.indices {
                let start = row * (width + 1)
                table[start + width] -= table[start + entering] * direction * limit
            }
            guard leaving >= 0 else {
                atTop[entering].toggle()
                continue
            }
            let value = (atTop[entering] ? bounds[entering] : 0) + direction * limit
            atTop[base[leaving]] = toTop
            atTop[entering] = false
            pivot(leaving, entering, value)
        }
        var values = [Double](repeating: 0, count: width)
        for column in 0..<width where atTop[column] { values[column] = bounds[column] }
        for (row, column) in base.enumerated() {
            values[column] = table[row * (width + 1) + width]
        }
        guard values[(2 * half)...].allSatisfy({ $0 < 1e-6 }) else { return nil }
        return (0..<half).map { shift[$0] + values[$0] - values[half + $0] }
    }

    /// The variable to bring in: the one that gains most, or after many steps the first that gains.
    private func entering(_ first: Bool) -> Int? {
        var best = (column: -1, gain: 1e-7)
        for column in 0..<2 * half where bounds[column] > 0 {
            let gain = atTop[column] ? reduced[column] : -reduced[column]
            guard gain > best.gain else { continue }
            best = (column, gain)
            if first { break }
        }
        return best.column < 0 ? nil : best.column
    }

    private mutating func pivot(_ row: Int, _ column: Int, _ value: Double) {
        let (width, length, count) = (bounds.count, bounds.count + 1, base.count)
        let start = row * length
        table.withUnsafeMutableBufferPointer { table in
            let factor = 1 / table[start + column]
            for index in start..<start + width { table[index] *= factor }
            table[start + width] = value
            for other in 0..<count where other != row {
                let begin = other * length
                let times = table[begin + column]
                guard abs(times) > 1e-12 else { continue }
                for index in 0..<width { table[begin + index] -= times * table[start + index] }
                table[begin + column] = 0
            }
            let price = reduced[column]
            for index in 0..<width { reduced[index] -= price * table[start + index] }
        }
        reduced[column] = 0
        base[row] = column
    }
}
