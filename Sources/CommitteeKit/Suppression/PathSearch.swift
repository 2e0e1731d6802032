// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Looks for alternatives that go round from sum to sum, each time through one number.
///
/// Where each number stands in at most two sums (areas by months in quarters in years, once the sums that
/// follow from others are left aside) the tables are a network, and the cheapest way round is
/// the cheapest alternative. Gusfield (1988) showed it for tables of two dimensions. Elsewhere the way round need not be an
/// alternative; whoever asks checks it.
struct PathSearch {
    /// A change of one variable.
    typealias Change = (place: Int, by: Int)

    private struct Link {
        var place: Int32
        var factor: Int8
        var other: Int32
        var otherFactor: Int8
    }

    /// The nodes: two for each sum, by whether it is short or over, and one that is no sum at all.
    private var links: [[Link]] = []
    private var ends: [[(node: Int32, factor: Int8)]] = []
    private let ground: Int32
    /// The sums that are left aside.
    private var leftAside: [Int] = []

    private var distance: [Int] = []
    private var from: [(node: Int32, place: Int32, by: Int8)] = []
    private var heap = NodeHeap()

    /// Makes the network of a problem: each variable keeps the first two of its sums.
    init(_ problem: HidingProblem) {
        let count = problem.rows.count
        ground = Int32(count)
        ends = Array(repeating: [], count: problem.cells.count)
        for (index, row) in problem.rows.enumerated() {
            guard row.factors.allSatisfy({ abs($0) == 1 }),
                row.places.allSatisfy({ ends[Int($0)].count < 2 })
            else {
                leftAside.append(index)
                continue
            }
            for (place, factor) in zip(row.places, row.factors) {
                ends[Int(place)].append((Int32(index), Int8(factor)))
            }
        }
        links = Array(repeating: [], count: count + 1)
        for place in ends.indices {
            while !ends[place].isEmpty, ends[place].count < 2 { ends[place].append((ground, 1)) }
            guard ends[place].count == 2 else { continue }
            for side in 0...1 {
                let (near, far) = (ends[place][side], ends[place][1 - side])
                links[Int(near.node)].append(
                    Link(
                        place: Int32(place),
                        factor: near.factor,
                        other: far.node,
                        otherFactor: far.factor
                    )
                )
            }
        }
        distance = Array(repeating: Int.max, count: 2 * (count + 1))
        from = Array(repeating: (0, 0, 0), count: 2 * (count + 1))
    }

    /// Returns the cheapest way to change a variable by an amount.
    ///
    /// - Parameters:
    ///   - place: The variable.
    ///   - amount: By how much, up or down.
    ///   - problem: The bounds of the others.
    ///   - state: Which are hidden, and which may be.
    /// - Returns: The changes, that of the variable first; nil if there is no way round.
    mutating func alternative(
        changing place: Int,
        by amount: Int,
        in problem: HidingProblem,
        _ state: HidingState
    ) -> [Change]? {
        guard !ends[place].isEmpty else { return [(place, amount)] }
        if let whole = round(place, amount, problem, state, [:]) { return whole }
        guard abs(amount) > 1 else { return nil }
        // In steps of one, so that several numbers share what none of them can give alone.
        var given: [Int: Int] = [:]
        let step = amount.signum()
        for _ in 0..<abs(amount) {
            guard let one = round(place, step, problem, state, given) else { return nil }
            for change in one { given[change.place, default: 0] += change.by }
        }
        var changes = given.filter { $0.value != 0 && $0.key != place }.map { ($0.key, $0.value) }
        changes.sort { $0.0 < $1.0 }
        return [(place, amount)] + changes
    }

    /// Finds one way round by Dijkstra's algorithm, hidden numbers first.
    private mutating func round(
        _ place: Int,
        _ amount: Int,
        _ problem: HidingProblem,
        _ state: HidingState,
        _ given: [Int: Int]
    ) -> [Change]? {
        let size = abs(amount)
        let up = Int8(amount.signum())
        let (start, goal) = (ends[place][0], ends[place][1])
        // Over and short: a sum that is over by the change must be made even by another number.
        let first = node(start.node, start.factor * up)
        let last = node(goal.node, -(goal.factor * up))
        for index in distance.indices { distance[index] = .max }
        heap.removeAll()
        distance[Int(first)] = 0
        heap.push(0, first)
        while let (cost, here) = heap.pop() {
            if here == last { return changes(place, amount, size, first, last) }
            guard cost == distance[Int(here)] else { continue }
            let sum = here >> 1
            let over: Int8 = here & 1 == 0 ? 1 : -1
            for link in links[Int(sum)] where Int(link.place) != place {
                let other = Int(link.place)
                let hop = state.cost(of: other)
                guard hop < Int.max else { continue }
                for direction in sum == ground ? [Int8(1), -1] : [-over * link.factor] {
                    let before = given.isEmpty ? 0 : given[other] ?? 0
                    let after = before + Int(direction) * size
                    guard after >= problem.lowest[other], after <= problem.highest[other]
                    else { continue }
                    let next = node(link.other, link.otherFactor * direction)
                    let total = cost + (before != 0 ? 1 : hop)
                    guard total < distance[Int(next)] else { continue }
                    distance[Int(next)] = total
                    from[Int(next)] = (here, link.place, direction)
                    heap.push(total, next)
                }
            }
        }
        return nil
    }

    /// Whether the sums that are left aside seem to follow from the others in a group of variables.
    ///
    /// It tries one way round for each of them. A wrong answer costs time or a refusal, never safety.
    mutating func areAlternatives(in problem: HidingProblem, among group: [Int]) -> Bool {
        let members = Set(group.map(Int32.init))
        let free = HidingState(problem)
        for index in leftAside {
            let row = problem.rows[index]
            guard let place = row.places.first, members.contains(place) else { continue }
            guard row.factors.allSatisfy({ abs($0) == 1 }),
                let found = alternative(changing: Int(place), by: 1, in: problem, free),
                problem.allows(found)
            else { return false }
        }
        return true
    }

    private func node(_ sum: Int32, _ over: Int8) -> Int32 {
        sum == ground ? sum << 1 : sum << 1 | (over > 0 ? 0 : 1)
    }

    private func changes(
        _ place: Int,
        _ amount: Int,
        _ size: Int,
        _ first: Int32,
        _ last: Int32
    ) -> [Change] {
        var changes: [Change] = [(place, amount)]
        var here = last
        while here != first {
            let step = from[Int(here)]
            changes.append((Int(step.place), Int(step.by) * size))
            here = step.node
        }
        return changes
    }
}

/// Which variables are hidden while a search goes on, and what hiding another one costs.
struct HidingState {
    /// Whether each variable is hidden.
    var isHidden: [Bool]
    /// Whether anything further may be hidden.
    var mayHide = true
    /// A variable that must not change.
    var barred = -1
    private var weights: [Int]

    /// Begins with what is hidden from the beginning.
    init(_ problem: HidingProblem) {
        isHidden = problem.isHidden
        weights = problem.weights
    }

    /// What a change of a variable costs; the largest number if it must not change.
    @inline(__always)
    func cost(of place: Int) -> Int {
        if place == barred { return .max }
        if isHidden[place] { return 1 }
        return mayHide ? weights[place] * 64 : .max
    }
}

/// A heap of nodes by their distance.
private struct NodeHeap {
    private var items: [(cost: Int, node: Int32)] = []

    mutating func removeAll() { items.removeAll(keepingCapacity: true) }

    mutating func push(_ cost: Int, _ node: Int32) {
        items.append((cost, node))
        var child = items.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard items[child].cost < items[parent].cost else { break }
            items.swapAt(child, parent)
            child = parent
        }
    }

    mutating func pop() -> (cost: Int, node: Int32)? {
        guard let top = items.first, let last = items.popLast() else { return nil }
        guard !items.isEmpty else { return top }
        items[0] = last
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < items.count else { break }
            if child + 1 < items.count, items[child + 1].cost < items[child].cost { child += 1 }
            guard items[child].cost < items[parent].cost else { break }
            items.swapAt(child, parent)
            parent = child
        }
        return top
    }
}
