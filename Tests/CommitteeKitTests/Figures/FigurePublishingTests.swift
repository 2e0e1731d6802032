// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Figures are published with small numbers hidden")
struct FigurePublishingTests {
    @Test func nothingIsPublicBeforeItIsPublished() async throws {
        let committee = try await FigureSample.referrals(["North": 12, "South": 30])
        #expect(try await FigureSample.shown(committee) == [:])
        try await committee.publishFigures(by: "clerk")
        #expect(try await FigureSample.shown(committee) == ["All": 42, "North": 12, "South": 30])
    }

    @Test func aSmallCountIsHiddenWithOneThatWouldGiveItAway() async throws {
        let committee = try await FigureSample.referrals(["North": 3, "South": 30, "East": 40])
        let publication = try await committee.publishFigures(by: "clerk")
        let shown = try await FigureSample.shown(committee)
        #expect(shown["North"] == .some(nil))
        #expect(shown.values.filter { $0 == nil }.count == 2)
        let whys = Dictionary(publication.figures.map { ($0.place.area ?? "All", $0.why) }) {
            first,
            _ in first
        }
        #expect(whys["North"] == "The count is small.")
        let other =
            shown["South"] == .some(nil) ? "South" : shown["East"] == .some(nil) ? "East" : "All"
        #expect(whys[other] == "It would give away “Referrals, April to June 2026, North”.")
    }

    @Test func theCommitteeReadsEverything() async throws {
        let committee = try await FigureSample.referrals(["North": 3, "South": 30, "East": 40])
        try await committee.publishFigures(by: "clerk")
        let shown = try await FigureSample.shown(committee, for: .committee)
        #expect(shown == ["All": 73, "North": 3, "South": 30, "East": 40])
    }

    @Test func aLaterPublicationDoesNotRevealWhatAnEarlierOneHid() async throws {
        let committee = try await FigureSample.referrals(["North": 3, "South": 30, "East": 40])
        try await committee.publishFigures(effective: CivilDate(2026, 7, 10), by: "clerk")
        let first = try await FigureSample.shown(committee, on: CivilDate(2026, 7, 10))
        // The total and the east are revised: with the old south known, the north would be.
        try await FigureSample.record(
            ["North": 3, "South": 30, "East": 50],
            in: committee,
            on: CivilDate(2026, 8, 1)
        )
        try await committee.publishFigures(effective: CivilDate(2026, 8, 2), by: "clerk")
        let second = try await FigureSample.shown(committee, on: CivilDate(2026, 8, 2))
        for shown in [first, second] {
            #expect(shown["North"] == .some(nil))
            #expect(shown.values.filter { $0 == nil }.count >= 2)
        }
        // With the south hidden in the first, what is shown of the first and the second gives nothing away.
        let known = { (shown: [String: Int?]) in Set(shown.filter { $0.value != nil }.map(\.key)) }
        #expect(!known(first).union(known(second)).isSuperset(of: ["All", "South", "East"]))
        #expect(try await FigureSample.shown(committee, on: CivilDate(2026, 7, 31)) == first)
    }

    @Test func aPartOfAnotherIndicatorIsTakenWithIt() async throws {
        let committee = try await FigureSample.referrals(["North": 20, "South": 30])
        for (id, counts) in [
            ("other", ["North": 2, "South": 9]), ("all-kinds", ["North": 22, "South": 39]),
        ] {
            var indicator = Indicator(id: id)
            indicator.title = id
            indicator.areas = ["North", "South"]
            indicator.audience = .public
            if id == "all-kinds" { indicator.sumOf = ["referrals", "other"] }
            try await committee.addIndicator(indicator, by: "clerk")
            var values = counts.map {
                FigureValue($0.value, in: FigureSample.quarter, area: $0.key)
            }
            values.append(FigureValue(counts.values.reduce(0, +), in: FigureSample.quarter))
            try await committee.recordFigures(values, of: id, by: "clerk")
        }
        let publication = try await committee.publishFigures(by: "clerk")
        let hidden = publication.figures.filter { $0.place.area == "North" && !$0.hides.isEmpty }
            .map(\.indicator)
        #expect(hidden.contains("other"))
        #expect(hidden.count > 1, "the other two of the north give it away")
    }

    @Test func aShareOfAKnownWholeIsTakenWithIt() async throws {
        let committee = try await FigureSample.referrals(["North": 38, "South": 60])
        var met = Indicator(id: "met")
        (met.title, met.audience, met.outOf) = ("Met in time", .public, "referrals")
        try await committee.addIndicator(met, by: "clerk")
        // All but two: whoever was not met in time is a small number too.
        try await committee.recordFigures(
            [FigureValue(96, outOf: 98, in: FigureSample.quarter)],
            of: "met",
            by: "clerk"
        )
        let publication = try await committee.publishFigures(by: "clerk")
        let figure = try #require(publication.figures.first { $0.indicator == "met" })
        #expect(figure.hides.contains(.count))
        let edition = try await committee.edition(audience: .public)
        let value = try #require(edition.indicators.first { $0.id == "met" }?.current.first)
        #expect(value.count == nil)
        #expect(value.isHidden)
    }

    @Test func aSumThatDoesNotAddUpIsRefusedWithWhatToDo() async throws {
        let committee = try await FigureSample.referrals(["North": 12, "South": 30])
        try await committee.recordFigures(
            [FigureValue(50, in: FigureSample.quarter)],
            of: "referrals",
            by: "clerk"
        )
        let error = await #expect(throws: LibraryError.self) {
            try await committee.publishFigures(by: "clerk")
        }
        #expect(
            error?.message
                == "The figures cannot be published for “public”, and nothing was published. Referrals, April to June "
                + "2026 is 50, and its parts add up to 42. Correct a number, name what is missing as an area of its "
                + "own, or say of the indicator that its areas or its periods do not add up."
        )
        #expect(try await FigureSample.shown(committee) == [:])
    }

    @Test func whatCannotBeMadeSafeIsRefused() async throws {
        // The rules were laxer when the total and the south went out: now the north could be worked out.
        let committee = try await FigureSample.referrals(["North": 7, "South": 30])
        try await committee.setFigureRules(try SuppressionRules(smallestShown: 2), by: "clerk")
        try await committee.publishFigures(effective: CivilDate(2026, 10, 31), by: "clerk")
        try await committee.setFigureRules(try SuppressionRules(smallestShown: 10), by: "clerk")
        var part = Indicator(id: "part")
        (part.title, part.audience, part.outOf) = ("Part", .public, "referrals")
        part.areas = ["North", "South"]
        try await committee.addIndicator(part, by: "clerk")
        try await committee.recordFigures(
            [
                FigureValue(4, outOf: 7, in: FigureSample.quarter, area: "North"),
                FigureValue(12, outOf: 30, in: FigureSample.quarter, area: "South"),
                FigureValue(16, outOf: 37, in: FigureSample.quarter),
            ],
            of: "part",
            by: "clerk"
        )
        let error = await #expect(throws: LibraryError.self) {
            try await committee.publishFigures(by: "clerk")
        }
        #expect(error?.message.contains("nothing was published") == true)
        #expect(
            error?.message.contains(
                "Part, April to June 2026, North is small and could be worked out"
            ) == true
        )
    }

    @Test func partnersAndThePublicAreTakenTogether() async throws {
        let committee = try await FigureSample.referrals(["North": 3, "South": 30, "East": 40])
        try await committee.publishFigures(for: .partners, by: "clerk")
        #expect(try await FigureSample.shown(committee) == [:])
        let partners = try await FigureSample.shown(committee, for: .partners)
        try await committee.publishFigures(by: "clerk")
        #expect(try await FigureSample.shown(committee) == partners)
    }

    @Test func onlyTheLibraryPublishesAndNeverASmallNumber() async throws {
        let committee = try await FigureSample.referrals(["North": 3, "South": 30])
        let figure = PublishedFigure(
            "referrals",
            FigurePlace(FigureSample.quarter, "North"),
            count: 3
        )
        let publication = FigurePublication(for: .public, by: .underFive, [figure])
        let draft = Change(.figures, .figuresPublished(publication)).draft(
            effective: CivilDate(2026, 10, 31),
            by: "clerk"
        )
        let problems = Record.problems(appending: [draft], to: try await committee.entries())
        #expect(
            problems.first?.message.hasSuffix(
                "“referrals” for April to June 2026, North would be published with a small number. Publish figures "
                    + "with committee dataset publish, which hides them."
            ) == true
        )
    }

    /// Every way out of the public edition: none has the number that stands nowhere else.
    @Test func noOutputHasAHiddenNumber() async throws {
        let committee = try await FigureSample.referrals([
            "North": 3, "South": 31_337, "East": 40_404,
        ])
        try await committee.askAboutFigures(
            FigureQuestion("Why only three in the north?", about: FigureSample.quarter),
            of: "referrals",
            by: "clerk"
        )
        try await committee.publishFigures(by: "clerk")
        let edition = try await committee.edition(audience: .public)
        let hidden = try await FigureSample.shown(committee).filter { $0.value == nil }.map(\.key)
        #expect(hidden.contains("South") != hidden.contains("East"))
        let words = hidden.contains("South") ? ["31337", "31,337"] : ["40404", "40,404"]
        var outputs: [String] = []
        let document = FigureReport.figures.document(of: edition)
        for form in DocumentFormat.allCases {
            outputs.append(String(decoding: document.render(form), as: UTF8.self))
        }
        for drawing in document.blocks.compactMap(\.drawing) {
            outputs.append(String(decoding: drawing.svg, as: UTF8.self) + drawing.description)
        }
        for state in edition.rooms.all {
            outputs.append(JSONValue.object(state.exported(on: edition.asOf)).indentedText)
        }
        for table in edition[FigureRegister.self].tables {
            for column in table.columns {
                for row in 0..<table.count { outputs.append("\(column.words(at: row))") }
            }
        }
        outputs.append(FigureSheet(of: edition, after: 0).text)
        outputs.append(FigureSheet(of: edition, after: 0).csv)
        outputs += edition.changes(
            since: try await committee.edition(asOf: CivilDate(2026, 1, 1), audience: .public)
        )
        .map(\.sentence)
        #expect(outputs.contains { $0.contains("hidden") })
        for output in outputs {
            for word in words + ["Why only three"] {
                #expect(!output.contains(word), "\(output.prefix(300))")
            }
        }
    }
}

extension Column where Subject == Int {
    /// The value of a row in words.
    fileprivate func words(at row: Int) -> String {
        let rows = [row]
        return switch values {
        case .text(let read): read(rows, 0)
        case .optionalText(let read): read(rows, 0) ?? ""
        case .integer(let read): "\(read(rows, 0))"
        case .optionalInteger(let read): read(rows, 0).map(String.init) ?? ""
        case .texts(let read): read(rows, 0).joined(separator: " ")
        default: ""
        }
    }
}
