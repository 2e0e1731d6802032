// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Who leads an item: the words of the cell, and the names read from them.
///
/// Published lead cells join names by "and", commas, line breaks or nothing at all, and the names
/// themselves contain "and" and commas, so only a committee's glossary can split them. Leads are
/// roles, groups and bodies, never persons.
public struct Leads: Hashable, Sendable {
    /// The cell as published.
    public var words: Prose
    /// The names read from it, in order.
    public var names: [String]
    /// Who of several leads returns the update; the first one, when nil.
    public var returner: String?
    /// Those among ``names`` who are involved but do not lead.
    public var keyPeople: [String]

    /// Creates leads.
    ///
    /// - Parameters:
    ///   - words: The cell as published.
    ///   - names: The names read from it; the words themselves, when nil.
    public init(words: Prose = Prose(), names: [String]? = nil) {
        self.words = words
        returner = nil
        keyPeople = []
        let line = words.singleLine
        self.names = names ?? (line.isEmpty ? [] : [line])
    }
}

extension Leads {
    /// Those who lead, the one who returns the update first.
    public var answering: [String] {
        let leading = names.filter { !keyPeople.contains($0) }
        guard let returner, leading.contains(returner) else { return leading }
        return [returner] + leading.filter { $0 != returner }
    }
}
