// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PageReference {
    /// What stands where a reference is left out.
    static let leftOut = "(reference left out)"

    /// Returns a text with other words where it names documents that somebody may not know of.
    ///
    /// It reads more than ``found(in:)`` does, for what is left over is told: names in capitals or between
    /// marks, with other hyphens or the ending of a file, and pages however they are written. A name that is
    /// a plain word, such as `guide`, is left out before pages only.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - hides: Whether the document of an identifier is to be left out.
    /// - Returns: The text, or nil when it stays as it is.
    /// - Complexity: O(*n*) in the length of the text.
    static func leavingOut(of text: String, where hides: (String) -> Bool) -> String? {
        var kept = ""
        var rest = text[...]
        var isCut = false
        while let start = rest.firstIndex(where: isPartOfName) {
            let end = rest[start...].firstIndex { !isPartOfName($0) } ?? rest.endIndex
            let marks: (Character) -> Bool = { $0 == "_" || isHyphen($0) }
            let whole = rest[start..<end]
            let name = whole.drop(while: marks)
            let bare = name.prefix(
                (name.lastIndex { !marks($0) }.map { name.distance(from: name.startIndex, to: $0) }
                    ?? -1) + 1
            )
            let identifier = String(bare.map { isHyphen($0) ? "-" : $0 })
            let after = afterPages(rest[end...])
            let stands = [identifier, identifier.lowercased()]
            let isMeant =
                after.hasPages || identifier.contains { "-_".contains($0) || $0.isNumber }
            guard isMeant, identifier.contains(where: \.isLetter), stands.contains(where: hides)
            else {
                kept += rest[..<end]
                rest = rest[end...]
                continue
            }
            kept += rest[..<bare.startIndex] + leftOut
            rest = after.rest.startIndex == end ? rest[bare.endIndex...] : after.rest
            isCut = true
        }
        return isCut ? kept + rest : nil
    }

    private static func isHyphen(_ character: Character) -> Bool {
        "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2212}\u{AD}".contains(character)
    }

    private static func isPartOfName(_ character: Character) -> Bool {
        isName(character) || isHyphen(character)
    }

    /// What stands behind the name of a document once its pages are read over.
    private static func afterPages(_ text: Substring) -> (rest: Substring, hasPages: Bool) {
        var rest = text
        var ending = text
        if rest.first == ".", rest.dropFirst().first?.isLetter == true {
            let file = rest.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
            if file.count <= 5 {
                rest = rest[file.endIndex...]
                ending = rest
            }
        }
        let isBetween: (Character) -> Bool = { $0.isWhitespace || "*_`,;:(".contains($0) }
        rest = rest.drop(while: isBetween)
        for word in ["at ", "on ", "see "] where begins(rest, word) {
            rest = rest.dropFirst(word.count).drop(while: isBetween)
        }
        let marks = ["pages", "page", "pgs", "pg", "pp", "p"]
        guard let mark = marks.first(where: { begins(rest, $0) }) else { return (ending, false) }
        rest = rest.dropFirst(mark.count)
        if rest.first == "." { rest = rest.dropFirst() }
        var end: Substring?
        while let (_, after) = range(rest.drop(while: \.isWhitespace)) {
            end = after
            rest = after.drop(while: \.isWhitespace)
            guard
                let joint = [",", "&", "and ", "to ", "until ", "+", ";"].first(where: {
                    begins(rest, $0)
                })
            else { break }
            rest = rest.dropFirst(joint.count)
        }
        guard var end else { return (ending, false) }
        // A bracket that was opened before the pages is closed behind them.
        let read = text[..<end.startIndex]
        if read.contains("("), !read.contains(")"), end.first == ")" { end = end.dropFirst() }
        return (end.drop { $0 == "*" || $0 == "`" }, true)
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
