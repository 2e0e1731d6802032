// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

/// A table of Lua with names: entries sorted by the bytes of their names, and positional items.
///
/// A declaration such as `{ "LEAD", "leads", merge = true }` has two items and one entry.
public struct ScriptMap: Hashable, Sendable {
    /// One name and its value.
    public struct Entry: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The value under the name.
        public let value: ScriptValue

        /// Creates an entry.
        public init(name: String, value: ScriptValue) {
            self.name = name
            self.value = value
        }
    }

    /// The values at positions 1, 2, 3 and so on.
    public var items: [ScriptValue]
    /// The named values, in the order of their names' bytes.
    public private(set) var entries: [Entry]

    /// Creates a map.
    ///
    /// - Parameters:
    ///   - items: The values at positions.
    ///   - values: The named values; of two under the same name, the later stands.
    /// - Complexity: O(*n* log *n*) in the number of names.
    public init(items: [ScriptValue] = [], _ values: [(String, ScriptValue)] = []) {
        self.items = items
        var latest: [String: ScriptValue] = [:]
        for (name, value) in values { latest[name] = value }
        entries = latest.map { Entry(name: $0.key, value: $0.value) }
            .sorted { Self.precedes($0.name, $1.name) }
    }

    /// Creates a map from entries that are sorted already.
    init(items: [ScriptValue], sorted entries: [Entry]) {
        self.items = items
        self.entries = entries
    }

    /// Returns the value under a name.
    ///
    /// - Complexity: O(log *n*) in the number of names.
    public subscript(name: String) -> ScriptValue? {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes(entries[middle].name, name) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < entries.count, entries[low].name.utf8.elementsEqual(name.utf8) else {
            return nil
        }
        return entries[low].value
    }

    /// Returns whether one name's bytes come before another's.
    static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
#endif
