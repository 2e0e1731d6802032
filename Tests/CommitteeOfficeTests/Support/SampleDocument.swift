// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// A document that has one of everything.
enum SampleDocument {
    static let green = StatusTag("G", "On target", colour: .green)
    static let red = StatusTag("R", "Outwith deadline", colour: .red)

    static let actions = Document.Table(
        caption: "Actions",
        columns: [
            .init("No", isRowHeader: true), "Action", "Lead", "Timescale",
            .init("Count", alignment: .end), "RAG",
        ],
        headerRows: [
            [.empty, Document.Table.Cell.text("What and who").spanning(columns: 3), .empty]
        ],
        rows: [
            .section(Prose("Outcome 1"), level: 1),
            .cells([
                "1.1", .prose(Prose(markup: "Pilot **two** schools.<br>Then report.")),
                Document.Table.Cell.text("Education").spanning(rows: 2), "By 31 March 2027",
                .integer(3), .status(green),
            ]),
            .cells(["1.10", "Ask <carers> & \"others\"", "Ongoing", .integer(12), .status(red)]),
            .section(Prose("Outcome 2"), level: 2),
            .cells([
                "2.1", Document.Table.Cell.text("Joined").spanning(columns: 2),
                .date(CivilDate(2026, 10, 31)), .number(2.5, digits: 1), .empty,
            ]),
        ],
        anchor: "actions"
    )

    static var whole: Document {
        var document = Document(title: "Progress report")
        document.blocks = [
            .heading(1, "Progress report"),
            .notice(.draft, "Nobody has approved this."),
            .heading(2, "What was done", anchor: "done"),
            .paragraph([
                .text("See "),
                .link(text: [.text("the guide")], destination: "https://example.org/a?b=1&c"),
                .text(" and "), .link(text: [.text("below")], destination: "#actions"),
                .text(", the 3"), .superscript([.text("rd")]), .text(" time"),
                .footnoteReference("1"), .text("."),
            ]),
            .prose(
                Prose(blocks: [
                    .list(
                        ordered: true,
                        [
                            Prose.Item(
                                "First",
                                children: [.list(ordered: false, [.init("Nested")])]
                            ),
                            Prose.Item("Second"),
                        ]
                    )
                ])
            ),
            .numbered(["Anew"]),
            .table(actions),
            .summary([("Chair", "The independent chair"), ("Plan", "2023 to 2026")]),
            .statusBar(
                .init(title: "By status", segments: [.init(green, count: 3), .init(red, count: 1)])
            ),
            .legend(
                .init(title: "Key", entries: [.init(green, "Going well"), .init(red, "Late")])
            ),
            .footnotes([.init("1", "A note of its own."), .init("2", "A note without a mark.")]),
        ]
        return document
    }
}
