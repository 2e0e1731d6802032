// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Everything that readers can put side by side: cells, the sums they stand in, shares and sentences.
///
/// A number has one name wherever it is printed, in a monthly and a yearly table, in this edition and an
/// earlier one. A value that was revised is another number and has another name. Whoever publishes
/// says which numbers were printed before: those cannot be taken back.
///
/// ```swift
/// var together = PublishedTogether()
/// try together.add("North", 3)
/// try together.add("South", 12)
/// try together.add("East", 40)
/// try together.add("All", 55, isTotal: true)
/// try together.add(total: "All", of: ["North", "South", "East"])
/// together.suppressed(by: .underFive)  // hides North, and South so that nobody can work it out
/// ```
public struct PublishedTogether: Hashable, Sendable {
    /// What is to become of a number.
    public enum Standing: Hashable, Sendable, CaseIterable {
        /// It is never printed, and must not be worked out if it is small: the difference between two
        /// areas, for example.
        case withheld
        /// It stands in a table that was printed before, hidden, and is not to be printed now: it must not be
        /// worked out, small or not.
        case hidden
        /// It is to be printed now if that is safe.
        case proposed
        /// It was printed before, or must be: readers know it.
        case published
    }

    /// A number.
    struct Cell: Hashable, Sendable {
        var name: String
        var value: Int
        var standing: Standing
        var isTotal: Bool
    }

    /// A sum of multiples of numbers, between two bounds, which readers know.
    struct Fact: Hashable, Sendable {
        struct Term: Hashable, Sendable {
            var cell: Int
            var factor: Int
        }
        var terms: [Term]
        var bounds: ClosedRange<Int>
        /// What tells readers of it, for reasons; nil for the sums of tables.
        var words: String?
    }

    /// A percentage to be printed, of two numbers.
    struct Share: Hashable, Sendable {
        var name: String
        var numerator: Int
        var denominator: Int
    }

    /// The largest number that can be looked after.
    public static let largest = 1_000_000_000

    /// More than any sum of multiples of numbers comes to.
    static let unbounded = 1 << 60

    private(set) var cells: [Cell] = []
    private(set) var facts: [Fact] = []
    private(set) var shares: [Share] = []
    private var places: [String: Int] = [:]

    /// Begins with nothing published.
    public init() {}

    /// The names of all numbers, in the order in which they were added.
    public var names: [String] { cells.map(\.name) }

    /// Adds a number, or says again of one what becomes of it.
    ///
    /// - Parameters:
    ///   - name: Its name, the same wherever it is printed.
    ///   - value: The count.
    ///   - standing: What is to become of it. What was published once stays published.
    ///   - isTotal: Whether it is a total, which is hidden only if nothing else helps.
    /// - Throws: `SuppressionError` when the count is below zero or too large, or the name has another
    ///   value already.
    public mutating func add(
        _ name: String,
        _ value: Int,
        _ standing: Standing = .proposed,
        isTotal: Bool = false
    ) throws(SuppressionError) {
        guard (0...Self.largest).contains(value) else {
            throw SuppressionError(
                "“\(name)” is \(value). Give a count from 0 to \(Self.largest)."
            )
        }
        guard let place = places[name] else {
            places[name] = cells.count
            cells.append(Cell(name: name, value: value, standing: standing, isTotal: isTotal))
            return
        }
        guard cells[place].value == value else {
            throw SuppressionError(
                "“\(name)” is \(value) here and \(cells[place].value) elsewhere. Give a revised value "
                    + "a name of its own."
            )
        }
        cells[place].isTotal = cells[place].isTotal || isTotal
        switch (cells[place].standing, standing) {
        case (.published, _), (_, .published): cells[place].standing = .published
        case (.proposed, _), (_, .proposed): cells[place].standing = .proposed
        case (.hidden, _), (_, .hidden): cells[place].standing = .hidden
        case (.withheld, .withheld): break
        }
    }

    /// Says that a number is the sum of others, as readers know from the table.
    ///
    /// - Parameters:
    ///   - total: The name of the total.
    ///   - parts: The names of its parts.
    /// - Throws: `SuppressionError` when a name is unknown, or the parts do not add up.
    public mutating func add(total: String, of parts: [String]) throws(SuppressionError) {
        var terms = [Fact.Term(cell: try place(total), factor: -1)]
        for part in parts { terms.append(Fact.Term(cell: try place(part), factor: 1)) }
        let sum = terms.dropFirst().reduce(0) { $0 + cells[$1.cell].value }
        guard sum == cells[terms[0].cell].value else {
            throw SuppressionError(
                "“\(total)” is \(cells[terms[0].cell].value), and its parts add up to \(sum). Correct a "
                    + "number, or give what is missing as a part of its own."
            )
        }
        add(Fact(terms: terms, bounds: 0...0, words: nil))
    }

    /// Adds a percentage that is to be printed if that is safe.
    ///
    /// A share of a known whole gives its part away, so it is printed only where both of its numbers
    /// may be. A part that is not printed itself counts as proposed.
    ///
    /// - Parameters:
    ///   - share: The name of the percentage.
    ///   - part: The name of the number above the line.
    ///   - whole: The name of the number below it.
    /// - Throws: `SuppressionError` when a name is unknown, or the whole is zero.
    public mutating func add(
        share: String,
        of part: String,
        in whole: String
    ) throws(SuppressionError) {
        let (above, below) = (try place(part), try place(whole))
        guard cells[below].value > 0 else {
            throw SuppressionError("“\(share)” is a share of “\(whole)”, which is 0. Leave it out.")
        }
        for cell in [above, below]
        where cells[cell].standing == .withheld || cells[cell].standing == .hidden {
            cells[cell].standing = .proposed
        }
        shares.append(Share(name: share, numerator: above, denominator: below))
    }

    /// Says that readers know a percentage, rounded half up, from an earlier edition or from prose.
    ///
    /// - Parameters:
    ///   - percent: The percentage as printed, in units of its last digit: 12.5 % is 125.
    ///   - decimals: How many digits it has after the point, up to 3.
    ///   - part: The name of the number above the line.
    ///   - whole: The name of the number below it.
    ///   - words: Where readers know it from.
    /// - Throws: `SuppressionError` when a name is unknown or the percentage is not that of the numbers.
    public mutating func add(
        knownShare percent: Int,
        decimals: Int = 0,
        of part: String,
        in whole: String,
        words: String
    ) throws(SuppressionError) {
        guard (0...3).contains(decimals), (0...10_000_000).contains(percent) else {
            throw SuppressionError(
                "\(words) gives a percentage of \(percent) with \(decimals) decimals. Give one from 0 "
                    + "with at most 3 decimals."
            )
        }
        let scale = [200, 2000, 20_000, 200_000][decimals]
        let (above, below) = (try place(part), try place(whole))
        let (a, b) = (cells[above].value * scale, cells[below].value)
        guard a >= (2 * percent - 1) * b, a < (2 * percent + 1) * b else {
            throw SuppressionError(
                "\(words) gives a percentage that is not that of \(cells[above].value) in \(b). Correct "
                    + "the percentage or the numbers."
            )
        }
        // In whole numbers, “below the next half” is “at least 1 below it” once both are scaled.
        add(
            Fact(
                terms: [
                    .init(cell: above, factor: scale), .init(cell: below, factor: 1 - 2 * percent),
                ],
                bounds: 0...Self.unbounded,
                words: words
            )
        )
        add(
            Fact(
                terms: [
                    .init(cell: above, factor: -scale), .init(cell: below, factor: 1 + 2 * percent),
                ],
                bounds: 1...Self.unbounded,
                words: words
            )
        )
    }

    /// Says that readers know a sentence about a sum of numbers: “fewer than twenty in the north”.
    ///
    /// - Parameters:
    ///   - names: The names of the numbers that add up.
    ///   - bounds: What the sentence leaves possible; a single number for an exact one.
    ///   - words: The sentence, or where it stands.
    /// - Throws: `SuppressionError` when a name is unknown, or the sentence is not true.
    public mutating func add(
        statementOn names: [String],
        in bounds: ClosedRange<Int>,
        words: String
    ) throws(SuppressionError) {
        var terms: [Fact.Term] = []
        for name in names { terms.append(.init(cell: try place(name), factor: 1)) }
        let sum = terms.reduce(0) { $0 + cells[$1.cell].value }
        guard bounds.contains(sum) else {
            throw SuppressionError(
                "\(words) says \(bounds.lowerBound) to \(bounds.upperBound), and the numbers add up to "
                    + "\(sum). Correct the sentence or the numbers."
            )
        }
        add(Fact(terms: terms, bounds: bounds, words: words))
    }

    private mutating func add(_ fact: Fact) {
        var factors: [Int: Int] = [:]
        for term in fact.terms { factors[term.cell, default: 0] += term.factor }
        var fact = fact
        fact.terms = factors.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map {
            Fact.Term(cell: $0.key, factor: $0.value)
        }
        facts.append(fact)
    }

    private func place(_ name: String) throws(SuppressionError) -> Int {
        guard let place = places[name] else {
            throw SuppressionError(
                "There is no number “\(name)”. Add it first, or correct its name."
            )
        }
        return place
    }
}
