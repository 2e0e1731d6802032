// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The names of leads that a committee uses, with other names of the same lead.
public struct LeadGlossary: Hashable, Sendable {
    /// One lead.
    public struct Term: Hashable, Sendable {
        /// The name by which the lead is listed.
        public var name: String
        /// Other names of the same lead, which the committee has declared to be the same.
        public var aliases: [String]

        /// Creates a term.
        ///
        /// - Parameters:
        ///   - name: The name by which the lead is listed.
        ///   - aliases: Other names of the same lead.
        public init(name: String, aliases: [String] = []) {
            self.name = name
            self.aliases = aliases
        }
    }

    /// The leads.
    public var terms: [Term]

    /// Creates a glossary.
    ///
    /// - Parameter terms: The leads.
    public init(terms: [Term] = []) {
        self.terms = terms
    }

    /// Returns the name by which a lead is listed.
    ///
    /// - Parameter name: A name or an alias.
    /// - Returns: The listed name, or the name given when the glossary does not have it.
    /// - Complexity: O(*n*) in the number of names.
    public func listedName(_ name: String) -> String {
        let key = name.comparisonKey
        let term = terms.first { term in
            term.name.comparisonKey == key || term.aliases.contains { $0.comparisonKey == key }
        }
        return term?.name ?? name
    }
}

/// What came of reading a cell of leads.
struct LeadReading: Hashable, Sendable {
    /// The names in order.
    var names: [String]
    /// The names that the glossary does not have.
    var unknown: [String]
}

extension LeadGlossary {
    /// Splits the words of a cell into leads.
    ///
    /// Paragraphs and list items always separate. Inside one, the longest name of the glossary
    /// that begins at a word is taken; what lies between two names is a name that the glossary
    /// does not have, kept whole.
    ///
    /// - Parameter words: The cell.
    /// - Returns: The names, each as printed.
    /// - Complexity: O(*w* × *n*) in the words of the cell and the names of the glossary.
    func read(_ words: Prose) -> LeadReading {
        var reading = LeadReading(names: [], unknown: [])
        let names = terms.flatMap { [$0.name] + $0.aliases }.map(Self.words(of:))
            .filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        for line in words.plainLines { read(line: line, names: names, into: &reading) }
        return reading
    }

    private func read(line: String, names: [[Substring]], into reading: inout LeadReading) {
        let words = Self.words(of: line)
        var pending: [Substring] = []
        var index = 0
        func flush() {
            let kept = pending.drop(while: Self.joins)
            let name = Array(kept.reversed().drop(while: Self.joins).reversed())
            pending = []
            guard !name.isEmpty else { return }
            let text = Self.trimmed(name.joined(separator: " "))
            guard !text.isEmpty else { return }
            reading.names.append(text)
            reading.unknown.append(text)
        }
        while index < words.count {
            let match = names.first { Self.matches($0, at: index, in: words) }
            guard let match else {
                pending.append(words[index])
                index += 1
                continue
            }
            flush()
            let printed = words[index..<(index + match.count)].joined(separator: " ")
            reading.names.append(Self.trimmed(printed))
            index += match.count
        }
        flush()
    }

    private static func words(of text: String) -> [Substring] {
        text.split { $0 == " " || $0 == "\n" || $0 == "\t" }
    }

    private static func joins(_ word: Substring) -> Bool {
        ["and", "&", ",", ";", "/", "-", "–"].contains(word.lowercased())
    }

    private static func matches(_ name: [Substring], at index: Int, in words: [Substring]) -> Bool {
        guard index + name.count <= words.count else { return false }
        for offset in name.indices {
            var word = words[index + offset].lowercased()
            let part = name[offset].lowercased()
            if word == part { continue }
            guard offset == name.count - 1 else { return false }
            while let last = word.last, ",;.".contains(last) { word.removeLast() }
            if word != part { return false }
        }
        return true
    }

    private static func trimmed(_ name: String) -> String {
        var kept = Substring(name)
        while let last = kept.last, ",;".contains(last) { kept.removeLast() }
        return String(kept)
    }
}
