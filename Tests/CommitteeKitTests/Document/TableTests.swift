// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Tables keep their shape")
struct TableTests {
    private func markdown(_ table: Document.Table, _ merged: MergedCells) -> [String] {
        let document = Document(title: "", blocks: [.heading(1, "T"), .table(table)])
        let bytes = document.render(with: MarkdownRenderer(mergedCells: merged))
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map(
            String.init
        )
    }

    static let merged = Document.Table(
        caption: "",
        columns: ["A", .init("B", alignment: .center), .init("C", alignment: .end)],
        rows: [
            .cells([
                Document.Table.Cell.text("x").spanning(rows: 9),
                Document.Table.Cell.text("y").spanning(columns: 9),
            ]), .cells(["p", "q"]),
            .section("S"), .cells(["r"]),
            .cells([Document.Table.Cell([.text("r")], isRepeated: true), "s", "t"]),
        ]
    )

    @Test("Merged cells are left blank")
    func blank() {
        #expect(
            markdown(Self.merged, .blank) == [
                "| A | B | C |", "| --- | :---: | ---: |", "| x | y |  |", "|  | p | q |",
                "| S |  |  |", "| r |  |  |", "|  | s | t |",
            ]
        )
    }

    @Test("Merged cells are repeated")
    func repeated() {
        #expect(
            markdown(Self.merged, .repeated) == [
                "| A | B | C |", "| --- | :---: | ---: |", "| x | y | y |", "| x | p | q |",
                "| S |  |  |", "| r |  |  |", "| r | s | t |",
            ]
        )
    }

    @Test("HTML has the spans that fit")
    func spans() {
        let page = String(
            decoding: Document(title: "T", blocks: [.table(Self.merged)]).render(.html),
            as: UTF8.self
        )
        #expect(page.contains("<td rowspan=\"2\">x</td><td colspan=\"2\" class=\"center\">y</td>"))
        #expect(page.contains("<tr><td class=\"center\">p</td><td class=\"end\">q</td></tr>"))
    }

    @Test("Two parts that scroll never have one name")
    func names() {
        let wide = Document.Table(
            caption: "Actions",
            columns: ["A", "B", "C", "D"],
            rows: [.cells(["1", "2", "3", "4"])]
        )
        let document = Document(title: "T", blocks: [.table(wide), .table(wide), .table(wide)])
        let page = String(decoding: document.render(.html), as: UTF8.self)
        let regions = page.split(separator: "role=\"region\"").dropFirst().map {
            String($0.prefix { $0 != ">" })
        }
        #expect(
            regions == [
                " tabindex=\"0\" aria-labelledby=\"ck-caption-1\"",
                " tabindex=\"0\" aria-label=\"Actions, part 2\"",
                " tabindex=\"0\" aria-label=\"Actions, part 3\"",
            ]
        )
    }

    @Test("A row with more cells than columns loses none")
    func extraCells() {
        let table = Document.Table(caption: "", columns: ["A"], rows: [.cells(["1", "2", "3"])])
        #expect(markdown(table, .blank) == ["| A |  |  |", "| --- | --- | --- |", "| 1 | 2 | 3 |"])
    }

    @Test("Numbers outside the range are brought into it")
    func clamps() {
        let cell = Document.Table.Cell([], columnSpan: .max, rowSpan: .min)
        #expect(cell.columnSpan == 1_000)
        #expect(cell.rowSpan == 1)
        #expect(Document.Heading(level: .max, text: "").level == 6)
        #expect(Document.StatusBar.Segment(StatusTag("G", "", colour: nil), count: -1).count == 0)
        let bar = Document.StatusBar(
            title: "",
            segments: [
                .init(StatusTag("G", "", colour: nil), count: .max),
                .init(StatusTag("R", "", colour: nil), count: .max),
            ]
        )
        #expect(bar.total == .max)
        _ = Document(title: "", blocks: [.statusBar(bar)]).render(.html)
    }

    @Test("A timeline from the first to the last year is drawn")
    func longTimeline() {
        let rows = [
            Document.Timeline.Row(
                "x",
                from: CivilDate(1, 1, 1),
                until: CivilDate(9999, 12, 31),
                due: CivilDate(2026, 1, 1)
            )
        ]
        let page = Document(
            title: "",
            blocks: [.timeline(Document.Timeline(title: "t", rows: rows))]
        ).render(.html)
        #expect(String(decoding: page, as: UTF8.self).contains("<svg role=\"img\""))
    }
}
