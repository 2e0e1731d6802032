// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Whether tables may be published together, and what of them is hidden.
public enum SuppressionVerdict: Hashable, Sendable {
    /// They may, with some numbers hidden.
    case safe(SafeTables)
    /// They may not; each reason names a number and says what to do.
    case refused([SuppressionRefusal])

    /// The tables that may be published; nil if they were refused.
    public var tables: SafeTables? {
        guard case .safe(let tables) = self else { return nil }
        return tables
    }
}

/// A small number that could be worked out, whatever is hidden beside it.
public struct SuppressionRefusal: Hashable, Sendable, CustomStringConvertible {
    /// The name of the number.
    public var name: String
    /// What is known of it that cannot be hidden, for the committee.
    public var because: [String]

    /// What was found and what to do.
    ///
    /// It is for the committee: it names a small number.
    public var description: String {
        let known = because.isEmpty ? "" : " Readers know: " + because.joined(separator: "; ") + "."
        return "“\(name)” is small and could be worked out or nearly so, even with everything "
            + "hidden that can be."
            + "\(known) Leave a table or a sentence out, or put small groups together."
    }
}

/// Why a number is hidden.
///
/// Readers are told only that it is hidden: whoever knows which numbers are small knows their range.
public enum HiddenReason: Hashable, Sendable, CustomStringConvertible {
    /// The count is small itself.
    case small
    /// Another number could be worked out from it.
    case protects(String)
    /// It is a percentage of a number that is hidden.
    case shareOf(String)
    /// It was never to be printed.
    case withheld
    /// It was hidden in an earlier table, and is not to be printed now.
    case hiddenBefore

    /// The reason in words, for the committee.
    public var description: String {
        switch self {
        case .small: "The count is small."
        case .protects(let name): "It would give away “\(name)”."
        case .shareOf(let name): "It is a share of “\(name)”, which is hidden."
        case .withheld: "It is not printed."
        case .hiddenBefore: "It was hidden in an earlier table."
        }
    }

    /// What readers are told in the place of each hidden number.
    public static let forReaders = "hidden to protect small numbers"
}

/// Tables with the numbers that may be shown, and for each other one why it may not.
///
/// It can only be made by the search, so whoever has one has tables that are safe.
public struct SafeTables: Hashable, Sendable {
    private let shown: [String: Int]
    /// Why each hidden number and percentage is hidden, by its name.
    ///
    /// It is for the committee: it tells which numbers are small.
    public let hidden: [String: HiddenReason]
    /// Small numbers that were published before and that nothing can protect any more, in order.
    public let alreadyKnown: [String]
    /// What hiding more than the small numbers costs, in detailed cells.
    public let loss: Int

    init(
        shown: [String: Int],
        hidden: [String: HiddenReason],
        alreadyKnown: [String],
        loss: Int
    ) {
        self.shown = shown
        self.hidden = hidden
        self.alreadyKnown = alreadyKnown
        self.loss = loss
    }

    /// Returns a number if it may be shown.
    ///
    /// - Parameter name: The name of the number.
    /// - Returns: The count; nil if it is hidden, or was never given.
    public subscript(name: String) -> Int? { shown[name] }

    /// Whether a percentage may be shown.
    ///
    /// - Parameter share: The name of the percentage.
    /// - Returns: True if both of its numbers are shown.
    public func shows(share: String) -> Bool { hidden[share] == nil && shares.contains(share) }

    /// Numbers that earlier tables hid and these give away.
    ///
    /// None of them is small. They count as published from now on.
    public internal(set) var released: [String] = []
    /// The names of the percentages.
    var shares: Set<String> = []
}

extension PublishedTogether {
    /// Hides the small numbers, and what would give them away, or refuses.
    ///
    /// A reader puts together every number that is shown, every sum, every percentage and sentence of
    /// this set, and knows the rules. A set is safe when such a reader cannot rule out any number of
    /// ``SuppressionRules/protection`` for any small count, and cannot work out any other hidden one exactly.
    ///
    /// It is the cell suppression problem. The audit (is there another table that looks the same?) follows Fischetti and
    /// Salazar-González, “Models and algorithms for optimizing cell suppression in tabular data with
    /// linear constraints” (2000); the search is the older greedy one, with whole numbers as proof.
    ///
    /// - Parameter rules: Which counts are small.
    /// - Returns: The tables, or why they cannot be published together.
    public func suppressed(by rules: SuppressionRules) -> SuppressionVerdict {
        let problem = HidingProblem(self, rules)
        var search = HidingSearch(problem)
        var reasons: [Int: HiddenReason] = [:]
        var refusals: [SuppressionRefusal] = []
        var (loss, released) = (0, [String]())
        for place in problem.cells.indices
        where problem.isHidden[place] && problem.cells[place] >= 0 {
            let cell = problem.cells[place]
            switch cells[cell].standing {
            case .withheld: reasons[cell] = .withheld
            case .hidden: reasons[cell] = .hiddenBefore
            case .proposed, .published: reasons[cell] = .small
            }
        }
        for group in problem.groups() {
            let result = search.solve(group)
            loss += result.loss
            released += result.released.map { cells[problem.cells[$0]].name }
            for place in result.unprotected {
                refusals.append(refusal(of: place, among: group, in: problem))
            }
            for (place, small) in result.reasons {
                reasons[problem.cells[place]] = .protects(cells[problem.cells[small]].name)
            }
        }
        guard refusals.isEmpty else { return .refused(refusals) }
        return .safe(tables(reasons, released, loss, rules))
    }

    private func tables(
        _ reasons: [Int: HiddenReason],
        _ released: [String],
        _ loss: Int,
        _ rules: SuppressionRules
    ) -> SafeTables {
        var (shown, hidden) = ([String: Int](), [String: HiddenReason]())
        var known: [String] = []
        for (index, cell) in cells.enumerated() {
            if let reason = reasons[index] {
                hidden[cell.name] = reason
            } else {
                shown[cell.name] = cell.value
                if rules.isSmall(cell.value) { known.append(cell.name) }
            }
        }
        for share in shares {
            let missing = [share.numerator, share.denominator].first { reasons[$0] != nil }
            if let missing { hidden[share.name] = .shareOf(cells[missing].name) }
        }
        var tables = SafeTables(shown: shown, hidden: hidden, alreadyKnown: known, loss: loss)
        tables.released = released.sorted()
        tables.shares = Set(shares.map(\.name))
        return tables
    }

    private func refusal(
        of place: Int,
        among group: [Int],
        in problem: HidingProblem
    ) -> SuppressionRefusal {
        let near = Set(group.compactMap { problem.cells[$0] < 0 ? nil : problem.cells[$0] })
        let words = facts.filter { fact in fact.terms.contains { near.contains($0.cell) } }
            .compactMap(\.words)
        var said: [String] = []
        for word in words where !said.contains(word) { said.append(word) }
        return SuppressionRefusal(name: cells[problem.cells[place]].name, because: said)
    }
}
