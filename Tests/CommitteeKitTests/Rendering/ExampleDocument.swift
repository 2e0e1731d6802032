// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// An invented report with every kind of block.
enum ExampleDocument {
    static let green = StatusTag("G", "On target", colour: .green)
    static let amber = StatusTag("A", "Delayed", colour: .amber)
    static let complete = StatusTag("P", "Complete", colour: nil)

    static let actions = Document.Table(
        caption: "Actions at 31 October 2026",
        columns: [
            .init("No", isRowHeader: true), .init("Action", width: 40), .init("Lead", width: 20),
            .init("Due"), .init("Days left", alignment: .end), .init("Status"),
        ],
        headerRows: [
            [
                Document.Table.Cell.text("What").spanning(columns: 3),
                Document.Table.Cell.text("When").spanning(columns: 2), .empty,
            ]
        ],
        rows: [
            .section("Outcome 1: Children are heard"),
            .cells([
                .text("1.1").spanning(rows: 2),
                .prose(
                    Prose(
                        markup:
                            "Pilot the **listening module** in:<ul><li>two schools</li><li>one nursery<sup>a</sup></li></ul>"
                    )
                ),
                "Education | Families", .date(CivilDate(2026, 12, 31)), .integer(61),
                .status(green),
            ]),
            .cells([
                "Report to the committee <b>in full</b> & on time", "Lead officer", .empty,
                .integer(-3), .status(amber),
            ]),
            .section(Prose(markup: "Outcome 2: *Learning* is shared[^1]"), level: 2),
            .cells([
                "2.1", .text("=SUM(A1) is not run").spanning(columns: 2), .text("Ongoing"),
                .number(12.5, digits: 1),
                Document.Table.Cell([.status(complete), .text("by 31 October 2026")]),
            ]),
        ],
        anchor: "actions"
    )

    static let document = Document(
        title: "Progress report of an invented committee",
        properties: [.init("Committee", "Glen Example"), .init("As of", "31 October 2026")],
        blocks: [
            .heading(1, "Progress report", anchor: "top"),
            .notice(.draft, "Not yet agreed by the committee."),
            .paragraph([
                .text("Read the "),
                .link(text: [.text("guide")], destination: "https://example.org/guide?a=1&b=2"),
                .text(" or "),
                .link(text: [.text("do not")], destination: "javascript:alert(1)"),
                .text("; a child"), .footnoteReference("1"), .text(" comes first."),
            ]),
            .section(
                "State of the plan",
                [
                    .heading(3, "State of the plan"),
                    .summary([("Actions", "3"), ("Completed", "1")]),
                    .statusBar(
                        Document.StatusBar(
                            title: "Actions by status",
                            segments: [
                                .init(green, count: 1), .init(amber, count: 1),
                                .init(complete, count: 1),
                                .init(StatusTag("R", "Late", colour: .red), count: 0),
                            ]
                        )
                    ),
                    .legend(
                        Document.Legend(
                            title: "Status key",
                            entries: [
                                .init(green, "Nothing stands in the way."),
                                .init(amber, "Something stands in the way."),
                                .init(complete, "Done."),
                            ]
                        )
                    ),
                ]
            ),
            .table(actions),
            .timeline(
                Document.Timeline(
                    title: "When things are due",
                    rows: [
                        .init(
                            "1.1 Pilot",
                            from: CivilDate(2026, 4, 1),
                            until: CivilDate(2026, 12, 31),
                            due: CivilDate(2026, 12, 31),
                            status: green,
                            words: "By December 2026"
                        ),
                        .init("2.1 Share", from: CivilDate(2025, 1, 1), words: "Ongoing"),
                        .init("No day", words: "As required"),
                    ],
                    today: CivilDate(2026, 10, 31)
                )
            ),
            .pageBreak,
            .list(ordered: true, items: ["First", Prose(markup: "Second<br>line")]),
            .prose(
                Prose(
                    markup:
                        "<p>Hostile: &lt;script&gt;alert(1)&lt;/script&gt; *x* `y` # ~</p><ul><li>a<ol><li>b</li></ol></li></ul>"
                )
            ),
            .figure(Document.Figure(caption: "A figure", blocks: [.bullets(["one", "two"])])),
            .footnotes([Document.Footnote("1", "A child is anyone under 18.")]),
            .notice(.watermark, "Draft"),
        ]
    )
}
