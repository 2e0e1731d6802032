// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Document.Table {
    /// The share of each column in the table's width, in ten-thousandths, which come to 10,000.
    ///
    /// A column keeps the share that it declares. The others get the room that their longest word
    /// needs, and share what is left by how much stands in them, so that the rows become low.
    ///
    /// - Parameter lineLength: How many characters a line has room for that is as wide as the table.
    /// - Returns: The shares.
    package func shares(lineLength: Int) -> [Int] {
        let count = columnCount
        guard count > 0 else { return [] }
        let declared = (0..<count).map { $0 < columns.count ? columns[$0].width : nil }
        let known = declared.reduce(0) { $0 + ($1 ?? 0) }
        if declared.allSatisfy({ $0 != nil }) || known >= 95 {
            let least = declared.map { $0 ?? 5 }
            return Self.scaled(least.map(Double.init))
        }
        var needs = ColumnNeeds(columnCount: count)
        needs.add(self)
        let rest = Double(100 - known) / 100
        let room = Double(max(lineLength, 20)) * rest
        let free = (0..<count).filter { declared[$0] == nil }
        var least = free.map { needs.least(of: $0) }
        let total = least.reduce(0, +)
        if total > room { least = least.map { $0 * room / total } }
        let widths = needs.divided(room, among: free, least: least)
        var shares = declared.map { Double($0 ?? 0) / 100 * Double(lineLength) }
        for (place, column) in free.enumerated() { shares[column] = widths[place] }
        return Self.scaled(shares)
    }

    private static func scaled(_ shares: [Double]) -> [Int] {
        let sum = max(shares.reduce(0, +), 0.001)
        var whole = shares.map { Int($0 / sum * 10_000) }
        whole[whole.count - 1] += 10_000 - whole.reduce(0, +)
        return whole
    }
}

/// How much room the columns of a table need.
private struct ColumnNeeds {
    private var longestWord: [Int]
    private var amount: [Double]
    private var rows = 0
    /// How much stands in the cells of the first rows.
    private var samples: [[Int]] = []
    private static let mostSamples = 40

    init(columnCount: Int) {
        longestWord = Array(repeating: 1, count: columnCount)
        amount = Array(repeating: 0, count: columnCount)
    }

    mutating func add(_ table: Document.Table) {
        for (column, heading) in table.columns.enumerated() {
            note(heading.heading, in: column, isHeading: true)
        }
        var walker = TableWalker(columnCount: longestWord.count)
        let remaining = table.remainingRows
        // So many rows tell what the others are like.
        for (index, row) in table.rows.enumerated().prefix(300) {
            guard case .cells(let cells) = row else {
                walker.reset()
                continue
            }
            rows += 1
            if samples.count < Self.mostSamples {
                samples.append(Array(repeating: 0, count: longestWord.count))
            }
            for (column, slot) in walker.lay(cells, remaining: remaining[index]).enumerated() {
                guard case .origin(columns: 1, _) = slot.kind else { continue }
                let length = note(slot.cell.plainText, in: column, isHeading: false)
                if rows <= Self.mostSamples { samples[rows - 1][column] = length }
            }
        }
    }

    @discardableResult
    private mutating func note(_ text: String, in column: Int, isHeading: Bool) -> Int {
        var word = 0
        var length = 0
        for byte in text.utf8 {
            // Bytes that continue a character are not counted.
            if byte & 0xC0 == 0x80 { continue }
            length += 1
            if byte <= ASCII.space {
                longestWord[column] = max(longestWord[column], word)
                word = 0
            } else {
                word += 1
            }
        }
        longestWord[column] = max(longestWord[column], word)
        amount[column] += Double(isHeading ? min(length, 20) : min(length, 3_000))
        return length
    }

    /// The characters in a line that the column's longest word needs, within reason.
    func least(of column: Int) -> Double { Double(min(longestWord[column], 24)) * 1.1 + 4 }

    /// The column's claim to what is left.
    private func wanted(by column: Int) -> Double { amount[column] / Double(max(rows, 1)) }

    /// Divides room among columns so that the rows become low and nobody gets less than the least.
    func divided(_ room: Double, among columns: [Int], least: [Double]) -> [Double] {
        let left = max(room - least.reduce(0, +), 0)
        let sum = max(columns.reduce(0) { $0 + wanted(by: $1) }, 1)
        var widths = columns.indices.map { least[$0] + left * wanted(by: columns[$0]) / sum }
        guard columns.count <= 16 else { return widths }
        for step in [8.0, 4, 2, 1] {
            for _ in 0..<6 {
                guard let better = improved(widths, by: step, columns, least) else { break }
                widths = better
            }
        }
        return widths
    }

    /// The best widths of which two differ by a step, when the rows become lower by it.
    private func improved(
        _ widths: [Double],
        by step: Double,
        _ columns: [Int],
        _ least: [Double]
    ) -> [Double]? {
        var best = (height: height(widths, columns), widths: [Double]())
        for from in widths.indices where widths[from] - step >= least[from] {
            for to in widths.indices where to != from {
                var other = widths
                other[from] -= step
                other[to] += step
                let height = height(other, columns)
                if height < best.height { best = (height, other) }
            }
        }
        return best.widths.isEmpty ? nil : best.widths
    }

    /// How many lines the first rows have, at some widths.
    private func height(_ widths: [Double], _ columns: [Int]) -> Double {
        samples.reduce(0) { sum, row in
            var highest = 1.0
            for (place, column) in columns.enumerated() {
                // Two characters are the space beside the words.
                highest = max(highest, Double(row[column]) / max(widths[place] - 2, 1))
            }
            return sum + highest
        }
    }
}
