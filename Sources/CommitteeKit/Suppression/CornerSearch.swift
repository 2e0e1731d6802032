// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Looks for alternatives among a few numbers that all change by the same amount.
///
/// In a table of three dimensions these are the corners of a box, as in the hypercube method that
/// Repsilber proposed in 1994 and Giessing describes for τ-ARGUS. Here the corners are found from the sums, so that it does not
/// matter how the dimensions are broken down: as long as some sum is off, another of its numbers changes.
struct CornerSearch {
    /// How many numbers may change, how many if totals go first, and how often one is tried.
    static let limits = (corners: 8, withTotals: 24, tries: 3000)

    /// Returns the cheapest changes found with which a variable changes by an amount.
    ///
    /// - Parameters:
    ///   - place: The variable.
    ///   - amount: By how much.
    ///   - problem: The sums and the bounds.
    ///   - state: Which are hidden, and which may be.
    /// - Returns: The changes, that of the variable first; nil if none was found.
    static func alternative(
        changing place: Int,
        by amount: Int,
        in problem: HidingProblem,
        _ state: HidingState
    ) -> [PathSearch.Change]? {
        for totalsFirst in state.mayHide ? [false, true] : [false] {
            var search = CornerSearch(problem, state, abs(amount), totalsFirst)
            search.change(place, amount)
            search.look(0)
            if let best = search.best { return best }
        }
        guard abs(amount) > 1, state.mayHide else { return nil }
        // In steps of one, so that several numbers share what none of them can give alone.
        var given: [Int: Int] = [:]
        for _ in 0..<abs(amount) {
            var search = CornerSearch(problem, state, 1, true)
            search.given = given
            search.change(place, amount.signum())
            search.look(0)
            guard let best = search.best else { return nil }
            for change in best { given[change.place, default: 0] += change.by }
        }
        given[place] = nil
        return [(place, amount)]
            + given.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private let problem: HidingProblem
    private let state: HidingState
    private let size: Int
    private let totalsFirst: Bool
    private let corners: Int
    private var changes: [PathSearch.Change] = []
    /// The sums that are off, and by how much.
    private var off: [(row: Int32, by: Int)] = []
    private var best: [PathSearch.Change]?
    private var bestCost = Int.max
    private var tries = 0
    /// By how much each number changes already.
    private var given: [Int: Int] = [:]

    private init(
        _ problem: HidingProblem,
        _ state: HidingState,
        _ size: Int,
        _ totalsFirst: Bool
    ) {
        self.totalsFirst = totalsFirst
        corners = totalsFirst ? Self.limits.withTotals : Self.limits.corners
        self.problem = problem
        self.state = state
        self.size = size
    }

    private mutating func change(_ place: Int, _ amount: Int) {
        changes.append((place, amount))
        for (row, factor) in problem.sums[place] {
            if let index = off.firstIndex(where: { $0.row == row }) {
                off[index].by += factor * amount
                if off[index].by == 0 { off.remove(at: index) }
            } else {
                off.append((row, factor * amount))
            }
        }
    }

    /// Changes one more number of the sum that has been off longest, those that put most right first.
    private mutating func look(_ cost: Int) {
        guard let first = off.first else {
            (best, bestCost) = (changes, cost)
            return
        }
        guard changes.count < corners else { return }
        // No number stands in more than a few sums, so that too many are off to be put right.
        guard off.count <= 4 * (corners - changes.count) else { return }
        var candidates: [(place: Int, amount: Int, right: Int, cost: Int)] = []
        let row = problem.rows[Int(first.row)]
        for (other, factor) in zip(row.places, row.factors) {
            let place = Int(other)
            let price = state.cost(of: place)
            guard price < Int.max, cost + price < bestCost, first.by % factor == 0 else { continue }
            let amount = -first.by / factor
            let after = amount + (given.isEmpty ? 0 : given[place] ?? 0)
            guard abs(amount) == size,
                (problem.lowest[place]...problem.highest[place]).contains(after),
                !changes.contains(where: { $0.place == place })
            else { continue }
            var right = 0
            for (sum, factor) in problem.sums[place] {
                let by = off.first { $0.row == sum }?.by ?? 0
                right += by == 0 ? -1 : by + factor * amount == 0 ? 1 : -2
            }
            if totalsFirst, factor < 0 { right += 8 }
            candidates.append((place, amount, right, price))
        }
        candidates.sort { ($1.right, $0.cost, $0.place) < ($0.right, $1.cost, $1.place) }
        for candidate in candidates {
            tries += 1
            guard tries < Self.limits.tries else { return }
            guard cost + candidate.cost < bestCost else { continue }
            let before = (changes.count, off)
            change(candidate.place, candidate.amount)
            look(cost + candidate.cost)
            changes.removeLast(changes.count - before.0)
            off = before.1
        }
    }
}
