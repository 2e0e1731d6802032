// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The colour of a cell of a web page, in one form: a name, or `#` and six digits, in small letters.
enum CellColour {
    /// The form of a colour as a page or a layout writes it; nil for none, and for white.
    static func normal(_ words: String) -> String? {
        let text = words.lowercased().trimmingSpace
        guard text.utf8.count <= 40, !nothing.contains(text) else { return nil }
        let colour: String
        if text.hasPrefix("#") {
            let digits = text.dropFirst().prefix(while: \.isHexDigit)
            guard digits.count == 3 || digits.count == 6 else { return nil }
            colour =
                "#" + (digits.count == 6 ? String(digits) : digits.map { "\($0)\($0)" }.joined())
        } else if text.hasPrefix("rgb") {
            let parts = text.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
                .split { $0 == "," || $0 == " " || $0 == "/" }.prefix(3).compactMap { UInt8($0) }
            guard parts.count == 3 else { return nil }
            colour = "#" + parts.map(hex).joined()
        } else {
            guard text.utf8.allSatisfy({ (0x61...0x7A).contains($0) }), !text.isEmpty else {
                return nil
            }
            colour = text == "gray" ? "grey" : text
        }
        return nothing.contains(colour) ? nil : colour
    }

    private static let nothing: Set<String> = [
        "white", "#ffffff", "transparent", "none", "inherit", "initial", "unset", "auto", "window",
    ]

    private static func hex(_ part: UInt8) -> String {
        let digits = String(part, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }

    /// The colours that pages use for a colour of a status key: its name, that of its area as reports
    /// show it, and those that the palettes of browsers and word processors have for it.
    static func usual(_ name: String) -> [String] {
        guard let colour = StatusColour(name: name) else { return [name.lowercased()] }
        let pigment = colour.background
        let own = "#" + [pigment.red, pigment.green, pigment.blue].map(hex).joined()
        return [colour.rawValue, own] + (palettes[colour] ?? [])
    }

    private static let palettes: [StatusColour: [String]] = [
        .green: ["#008000", "#00b050", "#92d050", "#00ff00", "#70ad47", "lime"],
        .amber: ["#ffc000", "#ffbf00"],
        .orange: ["#ffa500", "#ed7d31"],
        .yellow: ["#ffff00"],
        .red: ["#ff0000", "#c00000"],
        .blue: ["#0000ff", "#0070c0", "#00b0f0"],
        .purple: ["#800080", "#7030a0"],
        .grey: ["#808080", "#a6a6a6", "#bfbfbf"],
        .black: ["#000000"],
    ]
}

/// What the colours of a column's cells mean, where a status is printed as a colour alone.
public enum CellColours: Hashable, Sendable {
    /// The colours of the status scheme.
    case ofScheme
    /// The statuses by their colours, each a name or `#` and six digits.
    case named([String: String])

    /// The status that a colour means, when it is known.
    func status(of colour: String, in scheme: StatusScheme?) -> String? {
        switch self {
        case .named(let statuses): statuses[colour]
        case .ofScheme:
            scheme?.keys.first { CellColour.usual($0.colour).contains(colour) }?.letter
        }
    }
}

extension JSONFieldType where Value == CellColours {
    /// `true` for the colours of the scheme, or the colours of each status.
    static var cellColours: Self {
        Self("true, or the colours of each status") { (node, place) throws(JSONError) in
            if case .bool(true) = node.content { return .ofScheme }
            var statuses: [String: String] = [:]
            for (status, colours) in try JSONFieldType<[(key: String, value: [String])]>
                .map(of: .list(of: .text)).read(node, place)
            {
                for words in colours {
                    guard let colour = CellColour.normal(words) else {
                        throw place.error(
                            "“\(words)” is not a colour that a cell can be known by. Write a name such "
                                + "as \"green\", or \"#00b050\".",
                            at: node
                        )
                    }
                    if let other = statuses.updateValue(status, forKey: colour), other != status {
                        throw place.error(
                            "the colour “\(words)” stands for “\(other)” and for “\(status)”. Leave "
                                + "one out.",
                            at: node
                        )
                    }
                }
            }
            return .named(statuses)
        }
    }
}
