// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The named and numbered characters of HTML that office documents use.
enum HTMLEntities {
    /// The text with its entities decoded; an unknown name stays as it is.
    static func decode(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(SourceByte.ampersand) else { return SourceByte.text(bytes) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == SourceByte.ampersand, let entity = entity(at: index, in: bytes) {
                output.append(contentsOf: String(entity.scalar).utf8)
                index = entity.end
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return SourceByte.text(output)
    }

    /// The entity that begins at an ampersand, with the index after its semicolon.
    static func entity(
        at start: Int,
        in bytes: ArraySlice<UInt8>
    ) -> (scalar: Unicode.Scalar, end: Int)? {
        let limit = min(start + 12, bytes.endIndex)
        guard
            let end = bytes[start + 1..<max(limit, start + 1)].firstIndex(of: SourceByte.semicolon)
        else { return nil }
        let name = bytes[start + 1..<end]
        let scalar =
            name.first == SourceByte.hash
            ? numbered(name.dropFirst()) : named[SourceByte.text(name)]
        return scalar.map { ($0, end + 1) }
    }

    private static func numbered(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let isHex = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
        let text = SourceByte.text(isHex ? digits.dropFirst() : digits)
        guard let value = UInt32(text, radix: isHex ? 16 : 10), value > 0 else { return nil }
        return Unicode.Scalar(value)
    }

    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
        "nbsp": "\u{A0}", "shy": "\u{AD}", "ensp": "\u{2002}", "emsp": "\u{2003}",
        "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}",
        "lrm": "\u{200E}", "rlm": "\u{200F}",
        "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚",
        "ldquo": "“", "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»",
        "hellip": "…", "bull": "•", "middot": "·", "prime": "′", "Prime": "″",
        "dagger": "†", "Dagger": "‡", "sect": "§", "para": "¶", "permil": "‰",
        "copy": "©", "reg": "®", "trade": "™", "deg": "°", "plusmn": "±", "micro": "µ",
        "pound": "£", "euro": "€", "cent": "¢", "yen": "¥",
        "sup1": "¹", "sup2": "²", "sup3": "³", "ordf": "ª", "ordm": "º",
        "frac14": "¼", "frac12": "½", "frac34": "¾", "times": "×", "divide": "÷",
        "minus": "−", "le": "≤", "ge": "≥", "ne": "≠", "larr": "←", "rarr": "→",
        "Agrave": "À", "Aacute": "Á", "Acirc": "Â", "Auml": "Ä", "Ccedil": "Ç",
        "Egrave": "È", "Eacute": "É", "Ecirc": "Ê", "Ouml": "Ö", "Uuml": "Ü",
        "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "auml": "ä",
        "aring": "å", "aelig": "æ", "ccedil": "ç", "egrave": "è", "eacute": "é",
        "ecirc": "ê", "euml": "ë", "igrave": "ì", "iacute": "í", "icirc": "î",
        "iuml": "ï", "ntilde": "ñ", "ograve": "ò", "oacute": "ó", "ocirc": "ô",
        "otilde": "õ", "ouml": "ö", "oslash": "ø", "ugrave": "ù", "uacute": "ú",
        "ucirc": "û", "uuml": "ü", "yacute": "ý", "yuml": "ÿ", "szlig": "ß",
    ]
}
