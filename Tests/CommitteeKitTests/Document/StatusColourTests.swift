// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

@Suite("Status colours can be read")
struct StatusColourTests {
    /// Relative luminance as Web Content Accessibility Guidelines 2.2 define it
    /// (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).
    private func luminance(_ pigment: Pigment) -> Double {
        func linear(_ part: UInt8) -> Double {
            let value = Double(part) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(pigment.red) + 0.7152 * linear(pigment.green) + 0.0722
            * linear(pigment.blue)
    }

    /// Contrast ratio (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
    private func contrast(_ first: Pigment, _ second: Pigment) -> Double {
        let values = [luminance(first), luminance(second)].sorted()
        return (values[1] + 0.05) / (values[0] + 0.05)
    }

    @Test("The formula gives the known ends of the scale")
    func formula() {
        let black = Pigment(0, 0, 0)
        let white = Pigment(255, 255, 255)
        #expect(abs(contrast(black, white) - 21) < 0.001)
        #expect(abs(contrast(white, white) - 1) < 0.001)
    }

    @Test(
        "Text on every colour has a contrast of at least 4.5 to 1",
        arguments: StatusColour.allCases
    )
    func contrast(colour: StatusColour) {
        #expect(contrast(colour.foreground, colour.background) >= 4.5)
    }

    @Test(
        "Colours are found by name",
        arguments: [
            ("green", StatusColour.green), ("AMBER", .amber), ("gray", .grey), ("Grey", .grey),
        ]
    )
    func names(name: String, colour: StatusColour) {
        #expect(StatusColour(name: name) == colour)
    }

    @Test("A name that is no colour is none", arguments: ["", "mauve", "g"])
    func unknownNames(name: String) {
        #expect(StatusColour(name: name) == nil)
    }

    @Test(
        "A status says letter, colour and word",
        arguments: [
            (StatusTag("G", "On target", colour: .green), "G Green – On target"),
            (StatusTag("G", "Green", colour: .green), "G Green"),
            (StatusTag("", "Complete", colour: .blue), "Blue – Complete"),
            (StatusTag("P", "Complete", colour: nil), "P – Complete"),
            (StatusTag("", "Ongoing", colour: nil), "Ongoing"),
            (StatusTag("D", "", colour: nil), "D"), (StatusTag("", "", colour: nil), ""),
        ]
    )
    func tagText(tag: StatusTag, text: String) {
        #expect(tag.text == text)
    }
}
