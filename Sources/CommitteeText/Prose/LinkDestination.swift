// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The rule by which a link may be followed.
///
/// A document can come from a plugin or from somebody's file, so only harmless destinations become
/// links: `http`, `https` and `mailto` addresses, and relative ones (`report.html`, `#note-1`).
/// Everything else, `javascript:` above all, is printed as text.
public enum LinkDestination {
    /// Returns whether a destination may become a link.
    ///
    /// - Parameter destination: The address as it was written.
    /// - Returns: True for `http:`, `https:` and `mailto:` addresses and for relative ones.
    /// - Complexity: O(*n*) in the length of the destination.
    public static func isSafe(_ destination: String) -> Bool {
        var scheme: [UInt8] = []
        for byte in destination.utf8 {
            // Browsers skip control characters within a scheme, so none may be there at all.
            guard byte > 0x20, byte != 0x7F, byte != ASCII.backslash else { return false }
        }
        for byte in destination.utf8 {
            switch byte {
            case ASCII.colon:
                return safeSchemes.contains { $0.elementsEqual(scheme) }
            case ASCII.slash, ASCII.question, ASCII.hash:
                // A path that starts with two slashes names another host without a scheme.
                return !destination.utf8.starts(with: [ASCII.slash, ASCII.slash])
            default:
                scheme.append(ASCII.lowercased(byte))
            }
        }
        return !scheme.isEmpty
    }

    private static let safeSchemes = [
        Array("http".utf8), Array("https".utf8), Array("mailto".utf8),
    ]

    /// Returns a destination without the characters that end a link in Markdown or HTML.
    ///
    /// White space, brackets, quotes, backslashes, pipes and control characters are written as
    /// percent escapes of their UTF-8 bytes.
    static func encoded(_ destination: String) -> String {
        guard destination.utf8.contains(where: needsEncoding) else { return destination }
        var bytes: [UInt8] = []
        for byte in destination.utf8 {
            if needsEncoding(byte) {
                bytes.append(ASCII.percent)
                bytes.append(ASCII.upperHexDigit(byte >> 4))
                bytes.append(ASCII.upperHexDigit(byte & 15))
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func needsEncoding(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F, ASCII.openParenthesis, ASCII.closeParenthesis, ASCII.less,
            ASCII.greater, ASCII.backslash, ASCII.pipe, ASCII.quote, ASCII.backtick:
            true
        default: false
        }
    }
}
