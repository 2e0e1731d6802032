// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Compares names as documents write them: without regard to case, spacing and kinds of dashes.
enum NameKey {
    static func matches(_ name: String, any names: [String]) -> Bool {
        let wanted = key(name)
        return !wanted.isEmpty && names.contains { key($0) == wanted }
    }

    /// Whether one of some names is one of some others.
    static func matchesAny(_ names: [String], _ others: [String]) -> Bool {
        names.contains { matches($0, any: others) }
    }

    static func key(_ name: String) -> String {
        let dashes: Set<Character> = ["–", "—", "‑", "‐"]
        let apostrophes: Set<Character> = ["’", "‘"]
        let plain = name.map { character -> Character in
            if dashes.contains(character) { return "-" }
            return apostrophes.contains(character) ? "'" : character
        }
        return String(plain).lowercased().split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }
}
