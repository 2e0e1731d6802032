// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

/// An item without a number does not run into the one above it when its report is read again.
@Suite("Items without a number")
struct NumberlessItemTests {
    private static func sample(_ columns: String, _ more: String = "") throws -> LayoutSample {
        try LayoutSample(
            """
            { "title": "Plan {period}", "levels": ["aim", "action"], "scheme": "rag",
              "headings": { "aim": ["Aim {number}: {text}"] }, "columns": \(columns)\(more) }
            """
        )
    }

    private static let apart = #"[["No", "number"], ["Action", "text"], ["Lead", "leads"]]"#
    private static let together = #"[["Action", "{number}: {text}"], ["Lead", "leads"]]"#
    private static let behind = #"[["Action", "{text} ({number})"], ["Lead", "leads"]]"#

    private static let text = """
        # Plan 2024 – 2026

        ## Aim 1: Be heard

        | No | Action | Lead |
        |---|---|---|
        | 1 | Meet | Chair |
        | – | Write | Nurse |
        | - | Ring |  |

        ## Aim 2: Be safe

        | No | Action | Lead |
        |---|---|---|
        | — | Paint | Nurse |
        | 2 | Build | Chair |
        """

    @Test("A dash in the column of numbers says that there is none")
    func dashesAreNoNumbers() throws {
        let reading = try Self.sample(Self.apart).read(Self.text)
        #expect(reading.findings == [])
        #expect(
            reading.plan.actions.map { "\($0.number ?? "none") \($0.text.singleLine)" } == [
                "1 Meet", "none Write", "none Ring", "none Paint", "2 Build",
            ]
        )
    }

    @Test(
        "Every format keeps them apart, wherever the number stands",
        arguments: [apart, together, behind]
    )
    func formatsKeepThemApart(columns: String) throws {
        let plan = try Self.sample(Self.apart).read(Self.text).plan
        let sample = try Self.sample(columns)
        for (format, source) in FormatRoundTripTests.formats {
            let written = sample.written(plan, as: format)
            let reading = try sample.read(written, as: source)
            #expect(LayoutSample.differences(reading.plan, plan) == "", "\(written)")
            #expect(reading.findings.map(\.kind) == [], "\(written)")
        }
    }

    @Test("A list beside the table keeps them apart too")
    func listsKeepThemApart() throws {
        let sample = try Self.sample(
            Self.apart,
            #", "maintenance": { "heading": "Kept up", "columns": [["No", "number"], ["What", "text"]] }"#
        )
        let list = "\n\n## Kept up\n\n| No | What |\n|---|---|\n| 7 | Call |\n| – | Ask |\n"
        let reading = try sample.read(Self.text + list)
        #expect(reading.findings == [])
        #expect(reading.plan.maintenance.map(\.number) == ["7", nil])
        for (format, source) in FormatRoundTripTests.formats {
            let again = try sample.read(sample.written(reading.plan, as: format), as: source).plan
            #expect(LayoutSample.differences(again, reading.plan) == "", "\(format)")
        }
    }

    @Test("Actions of one row are written in one row again only where their numbers can be")
    func sharedRows() throws {
        let sample = try Self.sample(
            #"[["No", "number"], {"1": "Action", "2": "text", "each": true}, ["Lead", "leads"]]"#
        )
        let text = """
            # Plan 2024 – 2026

            ## Aim 1: Be heard

            | No | Action | Lead |
            |---|---|---|
            | 1 | <ul><li>Meet</li><li>Write</li></ul> | Nurse |
            |  |  | Head |
            | – | <ul><li>Ring</li><li>Call</li></ul> | Nurse |
            """
        let plan = try sample.read(text).plan
        #expect(plan.actions.map(\.number) == ["1", nil, nil, nil])
        for (format, source) in FormatRoundTripTests.formats {
            let again = try sample.read(sample.written(plan, as: format), as: source).plan
            #expect(
                again.actions.map { "\($0.text.singleLine) \($0.leads.words.singleLine)" }
                    == plan.actions.map { "\($0.text.singleLine) \($0.leads.words.singleLine)" },
                "\(format)"
            )
        }
    }
}
