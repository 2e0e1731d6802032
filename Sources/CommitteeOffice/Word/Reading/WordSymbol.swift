// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
/// The signs of fonts of signs, by which people tick boxes in Word.
enum WordSymbol {
    /// The sign of a place in a font, as Unicode has it; the sign of a lost character when it is not known.
    ///
    /// Bullets, boxes, ticks and crosses are told apart: an empty box must not be read as a tick. The
    /// places are those of the fonts Wingdings, Wingdings 2 and Symbol.
    static func text(font: String?, code: String?) -> String {
        guard let code = code.flatMap({ UInt32($0, radix: 16) }) else { return lost }
        guard (0xF000...0xF0FF).contains(code) || code < 0x100 else {
            return Unicode.Scalar(code).map { String($0) } ?? lost
        }
        let place = code & 0xFF
        switch font?.lowercased() {
        case "wingdings": return wingdings[place] ?? lost
        case "wingdings 2": return wingdings2[place] ?? lost
        case "symbol": return place == 0xB7 ? "•" : place == 0xD6 ? "√" : lost
        default:
            guard code < 0x100 else { return lost }
            return Unicode.Scalar(code).map { String($0) } ?? lost
        }
    }

    private static let lost = "\u{FFFD}"

    private static let wingdings: [UInt32: String] = [
        0x6C: "●", 0x6D: "◻", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x75: "◆",
        0x76: "❖",
        0x77: "•", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xE0: "→",
        0xE8: "➔",
        0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    ]

    private static let wingdings2: [UInt32: String] = [
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA2: "■",
        0xA3: "☐",
    ]
}
#endif
