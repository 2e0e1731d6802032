// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Hides further numbers until each small one is protected, and as few as it can.
///
/// For one small number after another it takes the cheapest alternative, hides what the alternative changes, and keeps
/// the alternative as proof. Then it shows again what turns out not to be needed. Several orders
/// are tried where the group is small.
struct HidingSearch {
    /// One end of the range of a small number, and the alternative that reaches it.
    struct Proof {
        var place: Int
        var amount: Int
        var changes: [PathSearch.Change] = []
    }

    /// What was found for a group of numbers.
    struct Result {
        /// The alternatives, one for each end of each range.
        var proofs: [Proof] = []
        /// What is hidden in the end.
        var hidden: Set<Int> = []
        /// For what each further number is hidden.
        var reasons: [Int: Int] = [:]
        /// The small numbers that cannot be protected.
        var unprotected: [Int] = []
        /// The numbers hidden before that can be worked out now and are not small.
        var released: [Int] = []
        /// What hiding the further numbers costs.
        var loss = 0
    }

    private let problem: HidingProblem
    private var paths: PathSearch
    /// Whether each way round in the group is an alternative.
    private var isNetwork = true
    private var groupSize = 0
    /// Up to which number of variables several orders are tried.
    static let small = 80
    /// Up to which number of variables every cheaper choice is tried, and how many choices at most.
    static let tiny = (variables: 30, choices: 4000)

    init(_ problem: HidingProblem) {
        self.problem = problem
        paths = PathSearch(problem)
    }

    /// Finds what to hide in one group.
    ///
    /// - Parameter group: The variables.
    /// - Returns: What was found.
    mutating func solve(_ group: [Int]) -> Result {
        let ends = group.flatMap { place -> [Proof] in
            let need = problem.needs[place]
            return [(place, -need.down), (place, need.up)].filter { $0.1 != 0 }.map {
                Proof(place: $0.0, amount: $0.1)
            }
        }
        guard !ends.isEmpty else { return Result() }
        groupSize = group.count
        isNetwork = paths.areAlternatives(in: problem, among: group)
        var best = greedy(ends.sorted { abs($0.amount) > abs($1.amount) }, group)
        guard group.count <= Self.small, best.unprotected.isEmpty, best.loss > 0 else {
            return best
        }
        var random = Shuffle(seed: UInt64(group.count))
        for round in 0..<(isNetwork ? 24 : 4) {
            var order = ends
            if round > 0 { random.shuffle(&order) }
            let other = greedy(order, group)
            if other.unprotected.isEmpty, other.loss < best.loss { best = other }
        }
        guard isNetwork, group.count <= Self.tiny.variables else { return best }
        return cheaper(than: best, ends, group) ?? best
    }

    /// Tries every choice of further numbers that costs less than a result, the cheapest first.
    private mutating func cheaper(
        than result: Result,
        _ ends: [Proof],
        _ group: [Int]
    ) -> Result? {
        let start = HidingState(problem)
        let open = group.filter { !start.isHidden[$0] }
        var left = Self.tiny.choices
        for loss in 0..<result.loss {
            for choice in choices(of: open[...], costing: loss, &left) {
                var state = start
                for place in choice { state.isHidden[place] = true }
                state.mayHide = false
                guard let proofs = proofs(of: ends, state) else { continue }
                var better = Result(proofs: proofs, loss: loss)
                better.hidden = Set(group.filter { state.isHidden[$0] })
                for place in choice {
                    let user = proofs.first { $0.changes.contains { $0.place == place } }
                    better.reasons[place] = user?.place ?? ends[0].place
                }
                return better
            }
            guard left > 0 else { return nil }
        }
        return nil
    }

    /// Returns an alternative for each end with what is hidden; nil if one has none.
    private mutating func proofs(of ends: [Proof], _ state: HidingState) -> [Proof]? {
        var proofs = ends
        for index in proofs.indices {
            guard let changes = alternative(proofs[index], state) else { return nil }
            proofs[index].changes = changes
        }
        return proofs
    }

    /// Returns the choices of variables whose weights add up to a loss, as long as some are left.
    private func choices(of open: ArraySlice<Int>, costing loss: Int, _ left: inout Int) -> [[Int]]
    {
        guard loss > 0 else {
            left -= 1
            return [[]]
        }
        var found: [[Int]] = []
        for index in open.indices where problem.weights[open[index]] <= loss {
            guard left > 0 else { return found }
            let rest = open[(index + 1)...]
            let weight = problem.weights[open[index]]
            found += choices(of: rest, costing: loss - weight, &left).map { [open[index]] + $0 }
        }
        return found
    }

    private mutating func greedy(_ ends: [Proof], _ group: [Int]) -> Result {
        var state = HidingState(problem)
        var (proofs, result) = ([Proof](), Result())
        for var end in ends where !result.unprotected.contains(end.place) {
            guard let changes = alternative(end, state) else {
                if problem.mayBeKnown[end.place] {
                    result.released.append(end.place)
                } else {
                    result.unprotected.append(end.place)
                }
                continue
            }
            end.changes = changes
            for change in changes where !state.isHidden[change.place] {
                state.isHidden[change.place] = true
                result.reasons[change.place] = end.place
            }
            proofs.append(end)
        }
        show(&state, &proofs, &result)
        result.proofs = proofs
        // What some alternative changes is not known.
        let uncertain = Set(proofs.flatMap { $0.changes.map(\.place) })
        result.released.removeAll { uncertain.contains($0) }
        for place in result.reasons.keys.sorted() where !uncertain.contains(place) {
            state.isHidden[place] = false
            result.reasons[place] = nil
        }
        result.hidden = Set(group.filter { state.isHidden[$0] })
        result.loss = result.reasons.keys.reduce(0) { $0 + problem.weights[$1] }
        return result
    }

    /// Returns an alternative of which the whole numbers were checked.
    private mutating func alternative(
        _ end: Proof,
        _ state: HidingState
    ) -> [PathSearch.Change]? {
        let room = end.amount < 0 ? problem.lowest[end.place] : problem.highest[end.place]
        guard abs(room) >= abs(end.amount) else { return nil }
        let found = paths.alternative(changing: end.place, by: end.amount, in: problem, state)
        if let found, problem.allows(found) { return found }
        if found == nil, isNetwork, !state.mayHide { return nil }
        let corners = CornerSearch.alternative(
            changing: end.place,
            by: end.amount,
            in: problem,
            state
        )
        if let corners, problem.allows(corners) { return corners }
        // To show a number again is not worth a large program.
        for reach in state.mayHide ? [150] : groupSize > 200 ? [] : [100] {
            let linear = LinearSearch.alternative(
                changing: end.place,
                by: end.amount,
                in: problem,
                state,
                reach: reach
            )
            if let linear, problem.allows(linear) { return linear }
        }
        return nil
    }

    /// Shows again what no alternative needs, the dearest first.
    private mutating func show(
        _ state: inout HidingState,
        _ proofs: inout [Proof],
        _ result: inout Result
    ) {
        state.mayHide = false
        defer { state.mayHide = true }
        let order = result.reasons.keys.sorted {
            (problem.weights[$1], $0) < (problem.weights[$0], $1)
        }
        for place in order {
            let users = proofs.indices.filter { index in
                proofs[index].changes.contains { $0.place == place }
            }
            state.barred = place
            var others: [(Int, [PathSearch.Change])] = []
            for user in users {
                guard let changes = alternative(proofs[user], state) else { break }
                others.append((user, changes))
            }
            state.barred = -1
            guard others.count == users.count else { continue }
            for (user, changes) in others { proofs[user].changes = changes }
            state.isHidden[place] = false
            result.reasons[place] = nil
        }
    }
}

/// An order that is the same in every run.
private struct Shuffle {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func shuffle<T>(_ items: inout [T]) {
        guard items.count > 1 else { return }
        for index in (1..<items.count).reversed() {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            items.swapAt(index, Int(state % UInt64(index + 1)))
        }
    }
}
