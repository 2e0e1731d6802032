// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The place of a text in which a figure is cited: `{figure:registrations@2018-07-31}`.
struct FigureMark: Hashable, Sendable {
    /// The words between `{figure:` and `}`.
    var words: String
    /// Where it stands, with its braces.
    var range: Range<String.Index>

    /// What stands where a figure is left out.
    static let leftOut = "(figure left out)"

    /// Finds the places in a text in which figures are cited.
    static func found(in text: String) -> [FigureMark] {
        guard text.utf8.contains(0x7B) else { return [] }
        var found: [FigureMark] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            let inner = text[text.index(after: open)...]
            guard inner.hasPrefix("figure:"), let close = inner.firstIndex(of: "}") else {
                rest = inner
                continue
            }
            // In markup a mark may be escaped, which is no part of what it says.
            let words = inner[inner.index(inner.startIndex, offsetBy: 7)..<close]
            let isEscaped = open > text.startIndex && text[text.index(before: open)] == "\\"
            let start = isEscaped ? text.index(before: open) : open
            let end = text.index(after: close)
            found.append(
                FigureMark(words: String(words.filter { $0 != "\\" }), range: start..<end)
            )
            rest = text[end...]
        }
        return found
    }

    /// Returns a text with other words in the place of its figures.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - words: Gives the words for a figure; nil leaves it as it is.
    /// - Returns: The text, or nil when it stays as it is.
    static func replacing(in text: String, _ words: (FigureMark) -> String?) -> String? {
        var (kept, place, isChanged) = ("", text.startIndex, false)
        for one in found(in: text) {
            guard let words = words(one) else { continue }
            kept += text[place..<one.range.lowerBound] + words
            place = one.range.upperBound
            isChanged = true
        }
        return isChanged ? kept + text[place...] : nil
    }
}
