// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Heat maps")
struct HeatMapTests {
    private static let data: JSONValue = [
        "kind": "heat-map", "title": "Risks", "rowTitle": "Likelihood", "columnTitle": "Impact",
        "columns": ["Low", "High"],
        "rows": [
            [
                "name": "Likely",
                "cells": [
                    ["count": 0, "score": "2"],
                    [
                        "count": 14, "score": "4", "names": ["R1", "R2"],
                        "band": ["letter": "R", "word": "Act", "colour": "red"],
                    ],
                ],
            ]
        ],
        "notes": ["Not assessed: R9."],
    ]

    private func document() throws -> Document {
        Document(title: "Map", blocks: [try Document.Block(data: Self.data)])
    }

    @Test func aPluginsDataMakesAMap() throws {
        guard case .heatMap(let map) = try Document.Block(data: Self.data) else {
            Issue.record("It is not a heat map.")
            return
        }
        #expect(map.rows == ["Likely"])
        #expect(map.cells[0].map(\.count) == [0, 14])
        #expect(map.cells[0][1].band == StatusTag("R", "Act", colour: .red))
    }

    @Test(
        "Every format says what the drawing shows",
        arguments: [
            (DocumentFormat.markdown, "<p>4 R Act</p><p>14: R1, R2 and 12 more</p>"),
            (.plainText, "4 R Act"), (.csv, "\"4 R Act\n14: R1, R2 and 12 more\""),
            (.html, "14 at Likely, High (R Red – Act)."), (.json, "\"kind\": \"heat-map\""),
        ]
    )
    func formats(format: DocumentFormat, words: String) throws {
        let text = String(decoding: try document().render(format), as: UTF8.self)
        #expect(text.contains(words), "\(text)")
    }

    @Test func noWordsBecomeMarkup() throws {
        let evil = "</text><script>alert(1)</script>\"'&"
        let map = Document.HeatMap(
            title: evil,
            rowTitle: evil,
            columnTitle: evil,
            rows: [evil],
            columns: [evil],
            cells: [[.init(band: StatusTag(evil, evil, colour: nil), score: evil, count: 1)]],
            notes: [evil]
        )
        let page = Document(title: "t", blocks: [.heatMap(map)]).render(.html)
        #expect(!String(decoding: page, as: UTF8.self).contains("<script>"))
    }

    @Test func aMapWithoutLevelsIsOnlyItsTable() {
        let map = Document.HeatMap(
            title: "t",
            rowTitle: "r",
            columnTitle: "c",
            rows: [],
            columns: [],
            cells: []
        )
        let page = Document(title: "t", blocks: [.heatMap(map)]).render(.html)
        #expect(!String(decoding: page, as: UTF8.self).contains("<svg"))
    }
}
