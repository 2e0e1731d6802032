// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The numbers of items by the section in which they stand, which tells a section that begins to count
/// anew from a number that stands twice by mistake.
struct NumbersOfSections {
    /// The first number of each section.
    private var firsts: [String: String] = [:]
    /// How many sections begin with a number.
    private var sections: [String: Int] = [:]
    private var seen: Set<String> = []

    /// Notes a number of a section.
    ///
    /// - Returns: Whether its section counts anew, as one before it did, and the number is new in it.
    mutating func note(_ number: String, below section: String) -> Bool {
        let isNew = seen.insert("\(section)\n\(number)").inserted
        let first = firsts[section] ?? number
        if firsts[section] == nil {
            firsts[section] = number
            sections[number, default: 0] += 1
        }
        return isNew && sections[first, default: 0] > 1
    }
}
