// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension HTMLBlockReader {
    /// The colours that a tag gives its element: by its style, its classes or its attribute `bgcolor`,
    /// and those that the style sheet gives to all such elements; nil for none.
    func colours(of tag: HTMLTokenizer.Tag, by sheet: StyleSheet) -> CellShades? {
        let usual = sheet.isEmpty ? nil : sheet.colour(ofElement: tag.name)
        guard tag.style != nil || tag.background != nil || tag.classes != nil || usual != nil else {
            return nil
        }
        let own = styled(tag) ?? classed(tag, by: sheet) ?? attributed(tag)
        return own == nil && usual == nil ? nil : CellShades(own: own, usual: usual)
    }

    private func styled(_ tag: HTMLTokenizer.Tag) -> String? {
        tag.style.flatMap { $0.count <= 2_000 ? Self.background(in: $0, of: bytes) : nil }
    }

    private func classed(_ tag: HTMLTokenizer.Tag, by sheet: StyleSheet) -> String? {
        guard !sheet.isEmpty, let range = tag.classes, range.count <= 2_000 else { return nil }
        return sheet.colour(of: tag.name, classes: classes(of: tag).map { SourceByte.text($0) })
    }

    private func attributed(_ tag: HTMLTokenizer.Tag) -> String? {
        tag.background.flatMap { range in
            guard range.count <= 40 else { return nil }
            let words = SourceByte.text(bytes[range])
            let isBare = words.utf8.count == 6 && words.allSatisfy(\.isHexDigit)
            return CellColour.normal(isBare ? "#\(words)" : words)
        }
    }

    /// Whether a style hides its element from whoever looks at the page.
    static func hides(_ style: Range<Int>, of bytes: [UInt8]) -> Bool {
        bytes[style].split(separator: SourceByte.semicolon).contains { declaration in
            let words = SourceByte.text(declaration.map(SourceByte.lowered))
                .filter { !$0.isWhitespace }
            return words.hasPrefix("display:none") || words.hasPrefix("visibility:hidden")
        }
    }

    /// The last background that a style sets, when it is a plain colour.
    static func background(in style: Range<Int>, of bytes: [UInt8]) -> String? {
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
