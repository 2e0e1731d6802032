// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import CommitteeKit
import Testing

@Suite("Templates")
struct TemplateTests {
    @Test(
        "Reading gives the text of every gap",
        arguments: [
            (
                "{number}: {text}", "1.2: Review the pathway",
                ["number": "1.2", "text": "Review the pathway"]
            ),
            ("OUTCOME {number}", "Outcome   12", ["number": "12"]),
            ("Outcome {number} – {text}", "Outcome 3 - Plans", ["number": "3", "text": "Plans"]),
            ("{number} {text}", "2 (i) Second part", ["number": "2 (i)", "text": "Second part"]),
            ("{number}. {text}", "1a. First", ["number": "1a", "text": "First"]),
            ("Report @ {date}", "report @ 31 October 2023", ["date": "31 October 2023"]),
            (
                "Plan {period}", "PLAN 1 April 2023 – 31 July 2026",
                ["period": "1 April 2023 – 31 July 2026"]
            ),
            ("Plan {period}", "Plan 2023-25", ["period": "2023-25"]),
            ("Published: {date}", "Published: TBC 2018", ["date": "TBC 2018"]),
            ("({text})", "(taken on by others)", ["text": "taken on by others"]),
        ]
    )
    func readingGivesEveryGap(source: String, text: String, values: [String: String]) throws {
        let match = try #require(try Template(source).match(text, whole: true))
        #expect(match.values == values)
    }

    @Test(
        "Text that does not fit is not read",
        arguments: [
            ("{number}: {text}", "Review the pathway"), ("OUTCOME {number}", "OUTCOME two"),
            ("Plan {period}", "Plan of action"), ("Outcome {number} – {text}", "Outcome 3"),
        ]
    )
    func unfittingTextIsNotRead(source: String, text: String) throws {
        #expect(try Template(source).match(text) == nil)
    }

    @Test("What was written is read again")
    func writtenTextIsRead() throws {
        let template = try Template("{number}: {text}")
        let words = template.filled { ["number": "4.1", "text": "Agree the guidance"][$0] }
        #expect(words == "4.1: Agree the guidance")
        #expect(template.match(words)?["text"] == "Agree the guidance")
    }

    @Test("The first place in a line is found, at the beginning of a word")
    func firstPlaceIsFound() throws {
        let match = try #require(
            try Template("CPC Plan {period}").firstMatch(in: "The CPC Plan 2018 – 2020.")
        )
        #expect(match["period"] == "2018 – 2020")
        #expect(match.range == 4..<24)
    }

    @Test(
        "A broken template says what is wrong",
        arguments: [
            (
                "Outcome {number",
                "“Outcome {number” opens a brace and does not close it; write {name}."
            ),
            ("Outcome {}", "“Outcome {}” has a gap without a name; write {name}."),
        ]
    )
    func brokenTemplatesSayWhatIsWrong(source: String, message: String) {
        #expect(throws: LayoutError(message)) { try Template(source) }
    }

    @Test("Random text is never a danger")
    func randomTextIsSafe() throws {
        var generator = SeededGenerator(seed: 7)
        let alphabet = Array("ab 12.:-–()@{}\n\u{e9}\u{1F469}\u{200D}x")
        let templates = try ["{number}: {text}", "{text} @ {date}", "{period}", "a{text}b"].map(
            Template.init
        )
        for _ in 0..<2_000 {
            let text = String(
                (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
                    alphabet.randomElement(using: &generator) ?? " "
                }
            )
            for template in templates {
                guard let match = template.firstMatch(in: text) else { continue }
                #expect(match.range.upperBound <= text.count)
            }
        }
    }
}
