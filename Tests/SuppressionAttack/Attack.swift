// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// A reader who puts together everything that was published and works out what is hidden.
///
/// It shares no code with the library: it has its own equations, made from what was said, and its own
/// linear programs, in the numbers themselves and with fractions.
public struct Attack {
    private var columns: [String: Int] = [:]
    private var names: [String] = []
    private var rows: [(terms: [Int: Double], low: Double, high: Double)] = []
    private let truth: [String: Int]
    /// The numbers of tables: those that were hidden in one.
    private var printed: Set<String> = []

    /// Takes in everything that readers know.
    ///
    /// - Parameters:
    ///   - said: What was said.
    ///   - truth: The true numbers, to judge what the attack finds.
    ///   - seen: The numbers that readers have seen.
    ///   - shares: The percentages that they have seen.
    public init(
        said: [Said],
        truth: [String: Int],
        seen: [String: Int],
        shares: Set<String>
    ) {
        self.truth = truth
        for line in said {
            switch line {
            case .number(let name, _, _), .unprinted(let name, _):
                if seen[name] == nil, columns[name] == nil {
                    columns[name] = names.count
                    names.append(name)
                }
            case .total, .share, .percent, .sentence: break
            }
        }
        for line in said {
            switch line {
            case .number(let name, _, _): printed.insert(name)
            case .unprinted: break
            case .total(let name, let parts):
                know([(name, 1)] + parts.map { ($0, -1) }, 0, 0, seen)
            case .sentence(let parts, let bounds):
                know(
                    parts.map { ($0, 1) },
                    Double(bounds.lowerBound),
                    bounds.upperBound > 1 << 40 ? .infinity : Double(bounds.upperBound),
                    seen
                )
            case .share(let name, let part, let whole):
                guard shares.contains(name), let a = truth[part], let b = truth[whole] else {
                    break
                }
                percent(Said.percent(a, b), part, whole, seen)
            case .percent(let percent, let part, let whole):
                self.percent(percent, part, whole, seen)
            }
        }
    }

    private mutating func percent(
        _ percent: Int,
        _ part: String,
        _ whole: String,
        _ seen: [String: Int]
    ) {
        // From half a point below to half a point above, of a hundred.
        let (low, high) = ((Double(percent) - 0.5) / 100, (Double(percent) + 0.5) / 100)
        know([(part, 1), (whole, -low)], 0, .infinity, seen)
        know([(part, 1), (whole, -high)], -.infinity, -0.005, seen)
    }

    private mutating func know(
        _ terms: [(String, Double)],
        _ low: Double,
        _ high: Double,
        _ seen: [String: Int]
    ) {
        var (sum, known) = ([Int: Double](), 0.0)
        for (name, factor) in terms {
            if let column = columns[name] {
                sum[column, default: 0] += factor
            } else {
                known += factor * Double(seen[name] ?? 0)
            }
        }
        guard !sum.isEmpty else { return }
        rows.append((sum, low - known, high - known))
    }

    /// What the attack found of a hidden number.
    public struct Find: Sendable {
        /// The name of the number.
        public var name: String
        /// The true number.
        public var value: Int
        /// The least that it can be, as far as the attack went.
        public var least: Double
        /// The most that it can be, as far as the attack went.
        public var most: Double
    }

    /// How many numbers are hidden.
    public var hidden: Int { names.count }

    /// Works out each hidden number, and returns those that are known too well.
    ///
    /// A number that was never to be printed matters only if it is small.
    ///
    /// It goes on until a number is found or the attack has seen that it cannot be.
    ///
    /// - Parameter rules: Which counts are small and within which range each must stay possible.
    /// - Returns: The small numbers of which a part of the range is ruled out, and the others that are known
    ///   exactly.
    public func finds(against rules: SuppressionRules) -> [Find] {
        var finds: [Find] = []
        for group in groups() {
            var simplex = AttackSimplex(
                columns: group.columns.count,
                rows: group.rows.map { row in
                    let terms = rows[row].terms.map { (group.places[$0.key] ?? 0, $0.value) }
                    return (terms.sorted { $0.0 < $1.0 }, rows[row].low, rows[row].high)
                }
            )
            for (place, column) in group.columns.enumerated() {
                let value = truth[names[column]] ?? 0
                let small = rules.isSmall(value)
                guard small || printed.contains(names[column]) else { continue }
                let low = small ? Double(rules.protection.lowerBound) : Double(value) - 0.4
                let high = small ? Double(rules.protection.upperBound) : Double(value) + 0.4
                let most = simplex.most(place, enough: high)
                if !small, most > high { continue }
                let least = simplex.least(place, enough: low)
                let found = small ? least > low + 0.01 || most < high - 0.01 : least > low
                guard found else { continue }
                finds.append(Find(name: names[column], value: value, least: least, most: most))
            }
        }
        return finds
    }

    private struct Group {
        var columns: [Int] = []
        var rows: [Int] = []
        var places: [Int: Int] = [:]
    }

    /// The hidden numbers in groups that no equation joins.
    private func groups() -> [Group] {
        var leader = Array(names.indices)
        func find(_ column: Int) -> Int {
            var column = column
            while leader[column] != column { column = leader[column] }
            return column
        }
        for row in rows {
            guard let first = row.terms.keys.first else { continue }
            for other in row.terms.keys { leader[find(other)] = find(first) }
        }
        var groups: [Int: Group] = [:]
        for column in names.indices {
            let key = find(column)
            groups[key, default: Group()].places[column] = groups[key]?.columns.count ?? 0
            groups[key]?.columns.append(column)
        }
        for (index, row) in rows.enumerated() {
            if let first = row.terms.keys.first { groups[find(first)]?.rows.append(index) }
        }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }
}
