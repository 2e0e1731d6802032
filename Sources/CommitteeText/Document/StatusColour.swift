// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A colour of a status, by its name.
///
/// The names are those that committees use. Each has a pair of a background and the colour of the
/// text on it, with a contrast of at least 4.5 to 1 (Web Content Accessibility Guidelines 2.2,
/// success criterion 1.4.3). A colour is never shown without its letter, its word and its name.
public enum StatusColour: String, CaseIterable, Hashable, Sendable {
    /// Green.
    case green
    /// Amber.
    case amber
    /// Red.
    case red
    /// Blue.
    case blue
    /// Purple.
    case purple
    /// Grey.
    case grey
    /// Black.
    case black
    /// White.
    case white
    /// Yellow.
    case yellow
    /// Orange.
    case orange
    /// Turquoise.
    case turquoise
    /// Pink.
    case pink
    /// Brown.
    case brown

    /// Finds a colour by its name, in upper or lower case; "gray" is grey.
    ///
    /// - Parameter name: The name.
    public init?(name: String) {
        let name = name.lowercased()
        self.init(rawValue: name == "gray" ? "grey" : name)
    }

    /// The name with a capital letter, such as "Amber".
    public var word: String {
        rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }

    /// The colour of the area.
    public var background: Pigment {
        switch self {
        case .green: Pigment(0x00, 0x62, 0x3B)
        case .amber: Pigment(0xFF, 0xBF, 0x47)
        case .red: Pigment(0xB1, 0x1D, 0x1D)
        case .blue: Pigment(0x14, 0x4E, 0x8C)
        case .purple: Pigment(0x54, 0x31, 0x9F)
        case .grey: Pigment(0x50, 0x5A, 0x5F)
        case .black: Pigment(0x0B, 0x0C, 0x0C)
        case .white: Pigment(0xFF, 0xFF, 0xFF)
        case .yellow: Pigment(0xFF, 0xE9, 0x66)
        case .orange: Pigment(0xF4, 0x9B, 0x52)
        case .turquoise: Pigment(0x8F, 0xDD, 0xDA)
        case .pink: Pigment(0xF7, 0xBF, 0xD8)
        case .brown: Pigment(0x6E, 0x3F, 0x1E)
        }
    }

    /// The colour of text on the area.
    public var foreground: Pigment {
        switch self {
        case .green, .red, .blue, .purple, .grey, .black, .brown: Pigment(0xFF, 0xFF, 0xFF)
        case .amber, .white, .yellow, .orange, .turquoise, .pink: Pigment(0x0B, 0x0C, 0x0C)
        }
    }
}

/// A colour by its red, green and blue parts (sRGB).
public struct Pigment: Hashable, Sendable {
    /// The red part.
    public let red: UInt8
    /// The green part.
    public let green: UInt8
    /// The blue part.
    public let blue: UInt8

    /// Creates a colour.
    ///
    /// - Parameters:
    ///   - red: The red part.
    ///   - green: The green part.
    ///   - blue: The blue part.
    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// The colour as HTML writes it, such as "#00623b".
    public var hexadecimal: String {
        var bytes = [ASCII.hash]
        for part in [red, green, blue] {
            bytes.append(ASCII.lowerHexDigit(part >> 4))
            bytes.append(ASCII.lowerHexDigit(part & 15))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
