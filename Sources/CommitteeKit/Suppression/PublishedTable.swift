// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One way in which a table is broken down: areas, or months in quarters in years.
public indirect enum Breakdown: Hashable, Sendable {
    /// Something that is not broken down further.
    case detail(String)
    /// Something that is the sum of what it holds.
    case total(String, [Breakdown])

    /// Its name.
    public var name: String {
        switch self {
        case .detail(let name), .total(let name, _): name
        }
    }

    /// The names of it and of all below it, from the top.
    var names: [String] {
        switch self {
        case .detail(let name): [name]
        case .total(let name, let parts): [name] + parts.flatMap(\.names)
        }
    }

    /// Each total with its parts, from the bottom.
    var totals: [(name: String, parts: [String])] {
        switch self {
        case .detail: []
        case .total(let name, let parts): parts.flatMap(\.totals) + [(name, parts.map(\.name))]
        }
    }

    /// How many levels it has.
    var depth: Int {
        switch self {
        case .detail: 1
        case .total(_, let parts): 1 + (parts.map(\.depth).max() ?? 0)
        }
    }
}

extension PublishedTogether {
    /// Adds a table that is broken down in one way or more, with each sum that readers can check.
    ///
    /// The name of a cell is that of the table and of its place in each breakdown, joined by ` / `.
    ///
    /// - Parameters:
    ///   - table: The name of the table, such as that of its indicator.
    ///   - breakdowns: How it is broken down. Several trees give several rows of headings; a tree that
    ///     is not under a total stands alone.
    ///   - standing: What is to become of its cells.
    ///   - value: Gives the count at a place, named in the order of the breakdowns; nil for a cell that
    ///     the table has not. A sum of which a cell is missing is left out.
    /// - Throws: `SuppressionError` when a count cannot be, or a sum does not add up.
    public mutating func add(
        table: String,
        by breakdowns: [[Breakdown]],
        _ standing: Standing = .proposed,
        value: ([String]) -> Int?
    ) throws(SuppressionError) {
        var places: [[String]] = [[]]
        for trees in breakdowns {
            let names = trees.flatMap(\.names)
            places = places.flatMap { place in names.map { place + [$0] } }
        }
        let totals = breakdowns.map { $0.flatMap(\.totals) }
        let headings = totals.map { Set($0.map(\.name)) }
        var known: Set<String> = []
        for place in places {
            guard let count = value(place) else { continue }
            let isTotal = zip(place, headings).contains { $1.contains($0) }
            let name = Self.cellName(table, place)
            try add(name, count, standing, isTotal: isTotal)
            known.insert(name)
        }
        // The deepest breakdown first: the search keeps the sums that come first.
        let depths = breakdowns.map { $0.map(\.depth).max() ?? 0 }
        let order = breakdowns.indices.sorted { (depths[$1], $0) < (depths[$0], $1) }
        for axis in order {
            for sum in totals[axis] {
                for place in places where place[axis] == sum.name {
                    let parts = sum.parts.map { part in
                        var inner = place
                        inner[axis] = part
                        return Self.cellName(table, inner)
                    }
                    let total = Self.cellName(table, place)
                    guard known.contains(total), parts.allSatisfy(known.contains) else { continue }
                    try add(total: total, of: parts)
                }
            }
        }
    }

    /// Returns the name of a cell of a table.
    ///
    /// - Parameters:
    ///   - table: The name of the table.
    ///   - place: Its place in each breakdown.
    /// - Returns: The name.
    public static func cellName(_ table: String, _ place: [String]) -> String {
        ([table] + place).joined(separator: " / ")
    }
}
