// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("A status that is the colour of a cell")
struct ColourTests {
    private static func declaration(_ colours: String) -> String {
        """
        {
          "title": "Plan {period}", "levels": ["goal", "action"], "scheme": "rag",
          "headings": { "goal": ["Goal {number}: {text}"] },
          "columns": [
            ["Ref", "number"], ["Task", "text"],
            { "1": "RAG", "2": "status.letter", "colours": \(colours) }
          ]
        }
        """
    }

    private static let named = """
        { "G": ["green", "#00b050"], "A": ["#ffc000"] }
        """

    private static func page(_ cells: String...) -> String {
        let rows = cells.enumerated().map { place, cell in
            "<tr><td style='background:yellow'>1.\(place + 1)</td><td>Task \(place + 1)</td>\(cell)</tr>"
        }
        return """
            <h1>Plan 2024 – 2026</h1><h2>Goal 1: Be heard</h2>
            <table><tr bgcolor="blue"><th>Ref</th><th>Task</th><th bgcolor="red">RAG</th></tr>
            \(rows.joined(separator: "\n"))</table>
            """
    }

    @Test("Each way in which a page colours a cell is read")
    func coloursAreRead() throws {
        let sample = try LayoutSample(Self.declaration(Self.named))
        let reading = try sample.read(
            Self.page(
                "<td bgcolor=green></td>",
                "<td bgcolor='#00B050'>&nbsp;</td>",
                "<td style='width:1cm; background:#FFC000 !important'></td>",
                "<td style=\"BACKGROUND-COLOR: rgb(0, 176, 80)\">●</td>",
                "<td>A</td>",
                "<td style='background:white'>G</td>"
            ),
            as: .html
        )
        #expect(reading.plan.actions.map { $0.status?.printed } == ["G", "G", "A", "G", "A", "G"])
        #expect(reading.findings == [])
        let colours = reading.account.lines.filter { $0.becameWords.contains("colour") }
        #expect(
            colours.map { "\($0.cell ?? 0) \($0.words) \($0.becameWords)" } == [
                "3 green words of the layout: the colour of status G",
                "3 #00b050 words of the layout: the colour of status G",
                "3 #ffc000 words of the layout: the colour of status A",
                "3 #00b050 words of the layout: the colour of status G",
            ]
        )
        try sample.expectRoundTrip(of: reading.plan)
    }

    @Test("A style sheet, the row and what stands in the cell may give the colour")
    func styleSheetsAreRead() throws {
        let sample = try LayoutSample(Self.declaration(Self.named))
        let page = """
            <style type="text/css"><!-- /* the colours */
            @media print { .go { background: #ffc000 } }
            td { background: #f4f4f4; }
            .go, table td.fine { background:#00B050; mso-pattern:black none; }
            .wait.now { color: black; background-color: rgb(255, 192, 0) }
            p.wait:hover { background: green }
            tr.late { background: #FFC000 }
            --></style>
            <h1>Plan 2024 – 2026</h1><h2>Goal 1: Be heard</h2>
            <table><tr><th>Ref</th><th>Task</th><th>RAG</th></tr>
            <tr><td>1.1</td><td>Task</td><td class="x go"></td></tr>
            <tr><td>1.2</td><td>Task</td><td class=fine></td></tr>
            <tr><td>1.3</td><td>Task</td><td class="now wait"></td></tr>
            <tr class="late"><td>1.4</td><td>Task</td><td></td></tr>
            <tr bgcolor="green"><td>1.5</td><td>Task</td><td></td></tr>
            <tr class="late"><td>1.6</td><td>Task</td><td class="go"></td></tr>
            <tr><td>1.7</td><td>Task</td><td><p style="background:green">&nbsp;</p></td></tr>
            <tr><td>1.8</td><td>Task</td><td><p><span class="wait now">●</span></p></td></tr>
            <tr bgcolor="pink"><td>1.9</td><td>Task</td><td class="wait"></td></tr>
            </table>
            """
        let reading = try sample.read(page, as: .html)
        #expect(
            reading.plan.actions.map { $0.status?.printed ?? "none" } == [
                "G", "G", "A", "A", "G", "G", "G", "A", "none",
            ]
        )
        #expect(reading.findings.map(\.kind) == ["status-missing"])
    }

    @Test("The scheme's own colours may be enough")
    func coloursOfTheScheme() throws {
        let sample = try LayoutSample(Self.declaration("true"))
        let reading = try sample.read(
            Self.page("<td bgcolor=green></td>", "<td bgcolor='#92d050'>✔</td>"),
            as: .html
        )
        #expect(reading.plan.actions.map { $0.status?.printed } == ["G", "G"])
    }

    @Test("A colour that nobody names is a finding, and so is one that contradicts its letter")
    func doubtsAreFound() throws {
        let sample = try LayoutSample(Self.declaration(Self.named))
        let reading = try sample.read(
            Self.page(
                "<td bgcolor=pink></td>",
                "<td bgcolor=green>A</td>",
                "<td bgcolor=green>G</td>"
            ),
            as: .html
        )
        #expect(reading.plan.actions.map { $0.status?.printed } == [nil, "A", "G"])
        #expect(
            reading.findings.map(\.message) == [
                "The colour “pink” under “RAG” stands for no status that the layout names; the cell has "
                    + "no words.",
                "Action 1.1 has no status.",
                "The cell says “A”, and its colour “green” stands for “G”; the words were taken.",
            ]
        )
    }

    @Test(
        "Colours that are declared wrongly are refused",
        arguments: [
            (
                "{ \"G\": [\"greenish blue\"] }",
                "“greenish blue” is not a colour that a cell can be known by. Write a name such as "
                    + "\"green\", or \"#00b050\"."
            ),
            (
                "{ \"G\": [\"green\"], \"A\": [\"Green\"] }",
                "the colour “Green” stands for “G” and for “A”. Leave one out."
            ),
        ]
    )
    func mistakesAreTold(_ colours: String, _ message: String) {
        let error = LayoutSample.error(of: Self.declaration(colours)) ?? ""
        #expect(error.hasSuffix(message), "\(error)")
    }
}
