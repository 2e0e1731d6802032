// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Finds the name that somebody probably meant.
public enum ClosestName {
    /// Returns the known name that is most like a mistyped one, or `nil` when none is close.
    ///
    /// Likeness is the number of letters to add, drop, change or swap with their neighbour, letter
    /// case not counting. A third of the letters may differ, and one always may. Of equally close
    /// names the first counts.
    ///
    /// ```swift
    /// ClosestName.closest(to: "tiemscale", in: ["status", "timescale"])    // "timescale"
    /// ```
    ///
    /// - Parameters:
    ///   - name: What was written. Names of more than 100 characters have no closest one.
    ///   - names: The names that are known.
    /// - Returns: The closest known name, or `nil`.
    /// - Complexity: O(*n* × *m*²) for *n* names of *m* letters.
    public static func closest(to name: String, in names: some Sequence<String>) -> String? {
        let written = Array(name.prefix(101).lowercased())
        guard !written.isEmpty, written.count <= 100 else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in names {
            let known = Array(candidate.prefix(101).lowercased())
            guard !known.isEmpty, known.count <= 100 else { continue }
            let allowed = max(1, max(written.count, known.count) / 3)
            guard abs(written.count - known.count) <= allowed else { continue }
            let distance = distance(written, known)
            // One letter that differs in a name of one or two letters is a different name.
            let isAlike = distance <= allowed && distance < min(written.count, known.count)
            if isAlike, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// Returns words to end a message with: a question, or the list of known names.
    ///
    /// - Parameters:
    ///   - name: What was written.
    ///   - names: The names that are known.
    /// - Returns: “Did you mean “x”?” when one name is close, else “Known: a, b, c.”.
    public static func suggestion(for name: String, in names: [String]) -> String {
        if let closest = closest(to: name, in: names) { return "Did you mean “\(closest)”?" }
        guard !names.isEmpty else { return "None is known here." }
        let shown = names.prefix(20).joined(separator: ", ")
        return names.count > 20
            ? "Known: \(shown) and \(names.count - 20) more." : "Known: \(shown)."
    }

    /// The number of letters to add, drop, change or swap with their neighbour.
    package static func distance(_ first: [Character], _ second: [Character]) -> Int {
        guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for row in 1...first.count {
            var current = [row] + Array(repeating: 0, count: second.count)
            for column in 1...second.count {
                let isSame = first[row - 1] == second[column - 1]
                var least = min(
                    last[column] + 1,
                    current[column - 1] + 1,
                    last[column - 1] + (isSame ? 0 : 1)
                )
                if row > 1, column > 1, first[row - 1] == second[column - 2],
                    first[row - 2] == second[column - 1]
                {
                    least = min(least, beforeLast[column - 2] + 1)
                }
                current[column] = least
            }
            beforeLast = last
            last = current
        }
        return last[second.count]
    }
}
