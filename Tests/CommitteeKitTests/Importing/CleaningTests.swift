// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite struct CleaningTests {
    private func read(_ text: String, limits: SourceLimits = SourceLimits()) throws
        -> SourceDocument
    {
        try SourceDocument(text: text, name: "plan.txt", as: .tabText, limits: limits)
    }

    @Test(
        "Each cleaning is made and logged with its word",
        arguments: [
            ("Vis\u{443}al aid", "Visyal aid", Cleaning.What.lookAlike, "Vis\u{443}al", "Visyal"),
            ("UNCR \u{421}", "UNCR C", .lookAlike, "\u{421}", "C"),
            ("\u{391}ll aids", "All aids", .lookAlike, "\u{391}ll", "All"),
            ("child\u{AD}ren now", "children now", .invisible, "child\u{AD}ren", "children"),
            ("a\u{200B}b", "ab", .invisible, "a\u{200B}b", "ab"),
            ("x \u{202E}y", "x y", .invisible, "\u{202E}y", "y"),
            ("31\u{A0}March", "31 March", .space, "31\u{A0}March", "31 March"),
            ("a\u{7}b", "ab", .control, "a\u{7}b", "ab"),
            ("a\u{B}b", "a b", .control, "a\u{B}b", "a b"),
            ("a   b", "a b", .spaces, "  ", " "),
        ]
    )
    func cleanings(
        raw: String,
        text: String,
        what: Cleaning.What,
        before: String,
        after: String
    ) throws {
        let document = try read("No\t\(raw)")
        #expect(document.tables[0].rows[0].cells[1].text == text)
        #expect(document.tables[0].rows[0].cells[1].raw == raw)
        #expect(
            document.cleanings == [
                Cleaning(line: 1, cell: 2, what: what, before: before, after: after)
            ]
        )
    }

    @Test(
        "What people wrote is left alone",
        arguments: [
            "2023–26 — non‑breaking", "Приве́т мир", "Ελλάδα", "naïve café", "👩\u{200D}👧",
            "one \u{F0B7} two",
            "“quoted” ‘words’", "В доме",
        ]
    )
    func wordsAreLeftAlone(text: String) throws {
        let document = try read(text)
        #expect(document.blocks.map(\.text) == [text])
        #expect(document.cleanings.isEmpty)
        #expect(document.findings.isEmpty)
    }

    @Test func aCellOfLookAlikesOnlyIsLatinInALatinRow() throws {
        let document = try read("Champion\t\u{412}\u{443}\n\u{412}\u{443}\t1")
        #expect(document.grid == [[["Champion", "By"], ["\u{412}\u{443}", "1"]]])
        #expect(document.cleanings.map(\.line) == [1])
    }

    @Test func aWordOfAnotherAlphabetAmongLatinOnesIsKeptAndFound() throws {
        let document = try read("mental \u{43F}\u{435}\u{430}")
        #expect(document.blocks.map(\.text) == ["mental \u{43F}\u{435}\u{430}"])
        #expect(
            document.findings == [
                SourceFinding(
                    line: 1,
                    kind: .foreignLetters,
                    message:
                        "\"\u{43F}\u{435}\u{430}\" has letters of another alphabet; it is kept "
                        + "as it stands. If the printed document has other words here, repair the "
                        + "line."
                )
            ]
        )
    }

    @Test func repeatedCleaningsOfACellAreCounted() throws {
        let document = try read("a\u{A0}b c\u{A0}d  e  f\tx")
        #expect(document.cleanings.map(\.count) == [2, 2])
        #expect(document.tables[0].rows[0].cells[0].pieces == ["a b c d", "e", "f"])
    }

    @Test func piecesJoinedBySpacesAreTheText() throws {
        let document = try read("  Léad Nurse  Head of\u{A0} Service   \tx\t")
        let cell = document.tables[0].rows[0].cells[0]
        #expect(cell.pieces == ["Léad Nurse", "Head of", "Service"])
        #expect(cell.pieces.joined(separator: " ") == cell.text)
        #expect(document.tables[0].rows[0].cells[2].pieces.isEmpty)
    }

    @Test func cleaningsBeyondTheLimitAreCountedInAFinding() throws {
        let document = try read(
            "a  b\tc  d\n\te  f\tg  h",
            limits: SourceLimits(cleanings: 1)
        )
        #expect(document.cleanings.count == 1)
        #expect(
            document.findings.map(\.message) == [
                "3 further cleanings were carried out and are not listed."
            ]
        )
    }
}
