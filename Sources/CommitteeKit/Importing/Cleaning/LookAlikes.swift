// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The Cyrillic and Greek letters that are printed like a Latin letter.
///
/// The pairs are a cautious part of the confusables data of Unicode Technical Standard 39: only
/// letters whose printed shape is the same in common typefaces.
enum LookAlikes {
    static let latin: [Unicode.Scalar: Unicode.Scalar] = [
        // Cyrillic capitals
        "\u{0410}": "A", "\u{0412}": "B", "\u{0415}": "E", "\u{041A}": "K", "\u{041C}": "M",
        "\u{041D}": "H", "\u{041E}": "O", "\u{0420}": "P", "\u{0421}": "C", "\u{0422}": "T",
        "\u{0423}": "Y", "\u{0425}": "X", "\u{0405}": "S", "\u{0406}": "I", "\u{0408}": "J",
        "\u{04AE}": "Y",
        // Cyrillic small letters
        "\u{0430}": "a", "\u{0435}": "e", "\u{043E}": "o", "\u{0440}": "p", "\u{0441}": "c",
        "\u{0443}": "y", "\u{0445}": "x", "\u{0455}": "s", "\u{0456}": "i", "\u{0458}": "j",
        "\u{04BB}": "h", "\u{0501}": "d", "\u{051B}": "q", "\u{051D}": "w",
        // Greek capitals
        "\u{0391}": "A", "\u{0392}": "B", "\u{0395}": "E", "\u{0396}": "Z", "\u{0397}": "H",
        "\u{0399}": "I", "\u{039A}": "K", "\u{039C}": "M", "\u{039D}": "N", "\u{039F}": "O",
        "\u{03A1}": "P", "\u{03A4}": "T", "\u{03A5}": "Y", "\u{03A7}": "X",
        // Greek small letters
        "\u{03BF}": "o", "\u{03BD}": "v",
    ]

    /// Whether a scalar belongs to the Greek or Cyrillic blocks.
    static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x0370 && scalar.value <= 0x052F
    }

    /// Whether a scalar is a letter of the Latin script.
    static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0xC0...0x24F: scalar.properties.isAlphabetic
        default: false
        }
    }
}

/// Which alphabets a line or row uses, which decides about words of look-alikes only.
///
/// A cell may hold nothing but two Cyrillic letters that print like "By": only the words around it
/// tell that the line is in Latin letters.
struct ScriptMix {
    private(set) var hasLatin = false
    private(set) var hasForeign = false
    private(set) var hasTrulyForeign = false

    init() {}

    init(_ text: String) {
        add(text)
    }

    mutating func add(_ text: String) {
        // Greek and Cyrillic letters begin with one of these bytes; most text has none of them.
        guard text.utf8.contains(where: { $0 >= 0xCD && $0 <= 0xD4 }) else {
            if !hasLatin { hasLatin = text.utf8.contains(where: SourceByte.isLetter) }
            return
        }
        for scalar in text.unicodeScalars {
            if LookAlikes.isForeign(scalar) {
                hasForeign = true
                if LookAlikes.latin[scalar] == nil { hasTrulyForeign = true }
            } else if LookAlikes.isLatin(scalar) {
                hasLatin = true
            }
        }
    }

    /// Says that the text around has Latin letters.
    mutating func noteLatin() {
        hasLatin = true
    }

    /// Whether a word made of look-alikes only is meant to be Latin.
    var isOtherwiseLatin: Bool { hasLatin && !hasTrulyForeign }
}
