// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Document.Table {
    /// The share of each column in the table's width, in ten-thousandths, which come to 10,000.
    ///
    /// A column keeps the share that it declares. The others get the room that their longest word
    /// needs, and share what is left by how much stands in them, so that the rows become low.
    ///
    /// - Parameter lineLength: How many characters a line has room for that is as wide as the table.
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
        let widths = Self.divided(room, by: free.map { needs.wanted(by: $0) }, least: least)
        var shares = declared.map { Double($0 ?? 0) / 100 * Double(lineLength) }
        for (place, column) in free.enumerated() { shares[column] = widths[place] }
        return Self.scaled(shares)
    }

    /// Divides room in proportion, so that nobody gets less than the least.
    private static func divided(
        _ room: Double,
        by wanted: [Double],
        least: [Double]
    ) -> [Double] {
        var widths = least
        var open = Set(wanted.indices)
        while !open.isEmpty {
            let taken = wanted.indices.filter { !open.contains($0) }.reduce(0) { $0 + widths[$1] }
            let sum = max(open.reduce(0) { $0 + wanted[$1] }, 1)
            let share = max(room - taken, 0) / sum
            let short = open.filter { wanted[$0] * share < least[$0] }
            guard short.isEmpty else {
                open.subtract(short)
                continue
            }
            for place in open { widths[place] = wanted[place] * share }
            break
        }
        return widths
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
            for (column, slot) in walker.lay(cells, remaining: remaining[index]).enumerated() {
                guard case .origin(columns: 1, _) = slot.kind else { continue }
                note(slot.cell.plainText, in: column, isHeading: false)
            }
        }
    }

    private mutating func note(_ text: String, in column: Int, isHeading: Bool) {
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
    }

    /// The characters in a line that the column's longest word needs, within reason.
    func least(of column: Int) -> Double { Double(min(longestWord[column], 24)) * 1.1 + 4 }

    /// The column's claim to what is left.
    func wanted(by column: Int) -> Double { amount[column] / Double(max(rows, 1)) }
}
