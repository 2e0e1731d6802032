// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension HTMLBlockReader {
    /// The colour that a cell's own tag gives it: its style, or its attribute `bgcolor`.
    func colour(of tag: HTMLTokenizer.Tag) -> String? {
        if let style = tag.style, style.count <= 2_000, let colour = background(in: style) {
            return colour
        }
        return tag.background.flatMap { range in
            guard range.count <= 40 else { return nil }
            let words = SourceByte.text(bytes[range])
            let isBare = words.utf8.count == 6 && words.allSatisfy(\.isHexDigit)
            return CellColour.normal(isBare ? "#\(words)" : words)
        }
    }

    /// The last background that a style sets, when it is a plain colour.
    private func background(in style: Range<Int>) -> String? {
        var colour: String?
        for declaration in bytes[style].split(separator: SourceByte.semicolon) {
            let halves = declaration.split(
                separator: UInt8(ascii: ":"),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            guard halves.count == 2 else { continue }
            let name = SourceByte.text(SourceByte.trimmed(halves[0]).map(SourceByte.lowered))
            guard name == "background" || name == "background-color" else { continue }
            let value = SourceByte.text(SourceByte.trimmed(halves[1])).lowercased()
            if let start = value.range(ofRGB: "rgb") {
                colour = CellColour.normal(start)
            } else {
                let words = value.split(separator: " ").map(String.init)
                let plain =
                    words.first { $0.hasPrefix("#") } ?? (words.count <= 2 ? words.first : nil)
                colour = plain.flatMap(CellColour.normal)
            }
        }
        return colour
    }
}

extension String {
    /// The part of a text that begins with some letters and ends with the next bracket.
    fileprivate func range(ofRGB letters: String) -> String? {
        guard hasPrefix(letters), let end = firstIndex(of: ")") else { return nil }
        return String(self[...end])
    }
}
