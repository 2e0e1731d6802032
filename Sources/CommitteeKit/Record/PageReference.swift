// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A place in a document of the committee's register, as a text cites it: `joint-protocol pp. 17-19, 33`.
///
/// The identifier of the document stands before `p.`, `pp.`, `page` or `pages`; pages and ranges of pages
/// follow.
///
/// ```swift
/// PageReference.found(in: "See joint-protocol pp. 17-19, 33.").first?.reference.pages   // [17...19, 33...33]
/// ```
public struct PageReference: Hashable, Sendable, CustomStringConvertible {
    /// The identifier of the document.
    public var document: String
    /// The pages, in the order in which they are written.
    public var pages: [ClosedRange<Int>]

    /// Creates a reference.
    ///
    /// - Parameters:
    ///   - document: The identifier of the document.
    ///   - pages: The pages.
    public init(_ document: String, _ pages: [ClosedRange<Int>]) {
        self.document = document
        self.pages = pages
    }

    /// The reference as people write it, such as `joint-protocol pp. 17-19, 33`.
    public var description: String { "\(document) \(pagesInWords)" }

    /// The pages as people write them, such as `pp. 17-19, 33`.
    public var pagesInWords: String {
        let isOne = pages.count == 1 && pages[0].count == 1
        let words = pages.map {
            $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
        }
        return "\(isOne ? "p." : "pp.") \(words.joined(separator: ", "))"
    }

    /// Whether the words before the pages can hardly be anything but the identifier of a document.
    ///
    /// They have a hyphen or an underscore. “See p. 3” cites nothing.
    public var isUnmistakable: Bool { document.contains("-") || document.contains("_") }

    /// A reference, and where it stands in a text.
    public struct Found: Hashable, Sendable {
        /// The reference.
        public var reference: PageReference
        /// Where it stands.
        public var range: Range<String.Index>
    }

    /// Finds the references in a text.
    ///
    /// What stands before the pages need not be the identifier of a document: ask the register, and see
    /// ``isUnmistakable``.
    ///
    /// - Parameter text: The text.
    /// - Returns: The references, in order. A range that runs backwards is no range.
    /// - Complexity: O(*n*) in the length of the text.
    public static func found(in text: String) -> [Found] {
        guard mayCite(text) else { return [] }
        var found: [Found] = []
        var place = text.startIndex
        while place < text.endIndex {
            guard isName(text[place]) else {
                place = text.index(after: place)
                continue
            }
            let end = text[place...].firstIndex { !isName($0) } ?? text.endIndex
            if let one = reference(named: place..<end, in: text) {
                found.append(one)
                place = one.range.upperBound
            } else {
                place = end
            }
        }
        return found
    }

    /// Returns a text with other words where it cites documents that somebody may not know of.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - hides: Whether the document of an identifier is to be left out.
    /// - Returns: The text, or nil when it stays as it is.
    static func leavingOut(of text: String, where hides: (String) -> Bool) -> String? {
        let hidden = found(in: text).filter { hides($0.reference.document) }
        guard !hidden.isEmpty else { return nil }
        var rest = text[...]
        var kept = ""
        for one in hidden {
            kept += rest[..<one.range.lowerBound] + leftOut
            rest = text[one.range.upperBound...]
        }
        return kept + rest
    }

    /// What stands where a reference is left out.
    static let leftOut = "(reference left out)"

    // MARK: Reading

    /// Whether the bytes of a text have the letter p before a point or a word that may be “page”.
    private static func mayCite(_ text: String) -> Bool {
        var before: UInt8 = 0
        for byte in text.utf8 {
            if before == 0x70, byte == 0x2E || byte | 0x20 == 0x61 { return true }
            before = byte | 0x20
        }
        return false
    }

    private static func isName(_ character: Character) -> Bool {
        character == "-" || character == "_"
            || character.isASCII && (character.isLetter || character.isNumber)
    }

    private static func reference(named name: Range<String.Index>, in text: String) -> Found? {
        let words = text[name]
        guard words.contains(where: \.isLetter), words.first != "-", words.last != "-",
            words.first != "_", words.last != "_"
        else { return nil }
        // A path or an abbreviation is no identifier.
        if name.lowerBound > text.startIndex {
            let before = text[text.index(before: name.lowerBound)]
            if before.isLetter || before.isNumber || "./#@&:".contains(before) { return nil }
        }
        var rest = text[name.upperBound...]
        if rest.first == "," { rest = rest.dropFirst() }
        guard rest.first?.isWhitespace == true else { return nil }
        rest = rest.drop(while: \.isWhitespace)
        guard let mark = ["pages", "page", "pp.", "p."].first(where: { begins(rest, $0) }) else {
            return nil
        }
        rest = rest.dropFirst(mark.count)
        if mark.hasPrefix("page") {
            guard rest.first?.isWhitespace == true else { return nil }
        }
        var pages: [ClosedRange<Int>] = []
        var end = rest.startIndex
        while let (range, after) = range(rest.drop(while: \.isWhitespace)) {
            pages.append(range)
            end = after.startIndex
            let next = after.drop(while: \.isWhitespace)
            if next.first == "," {
                rest = next.dropFirst()
            } else if begins(next, "and ") {
                rest = next.dropFirst(4)
            } else {
                break
            }
        }
        guard !pages.isEmpty else { return nil }
        return Found(
            reference: PageReference(String(words), pages),
            range: name.lowerBound..<end
        )
    }

    private static func begins(_ text: Substring, _ word: String) -> Bool {
        text.prefix(word.count).lowercased() == word
    }

    /// Reads a page or a range of pages at the beginning of a text.
    private static func range(_ text: Substring) -> (ClosedRange<Int>, Substring)? {
        guard let (first, after) = number(text) else { return nil }
        let dash = after.drop(while: \.isWhitespace)
        guard let mark = dash.first, "-–—‑".contains(mark),
            let (last, end) = number(dash.dropFirst().drop(while: \.isWhitespace)), last >= first
        else { return (first...first, after) }
        return (first...last, end)
    }

    private static func number(_ text: Substring) -> (Int, Substring)? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...5).contains(digits.count), let number = Int(digits), number > 0 else {
            return nil
        }
        return (number, text[digits.endIndex...])
    }
}

extension EditionDoor {
    /// Returns what leaves references to documents, and figures, out of texts that an audience reads.
    ///
    /// - Parameter audience: The audience.
    /// - Returns: What changes a text, or nil when the audience may know of every document and figure.
    func referenceCut(for audience: Audience) -> ((inout Prose) -> Void)? {
        let knowsDocuments = may(audience, knowOf: .documentRegister)
        let knowsFigures = may(audience, knowOf: .figures)
        guard !knowsDocuments || !knowsFigures else { return nil }
        return { text in
            if !knowsDocuments {
                let cut = PageReference.leavingOut(of: text.markup) { id in
                    !may(audience, knowOf: SubjectReference(kind: "document", id: id))
                }
                if let cut { text = Prose(markup: cut) }
            }
            guard !knowsFigures else { return }
            let cut = FigureMark.replacing(in: text.markup) { mark in
                let subject = SubjectReference(kind: "figure", id: mark.words)
                return may(audience, knowOf: subject) ? nil : FigureMark.leftOut
            }
            if let cut { text = Prose(markup: cut) }
        }
    }
}
