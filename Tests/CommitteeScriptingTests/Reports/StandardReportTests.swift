// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import CommitteeTestKit
import Testing

/// The reports of the standard plugin, on an invented plan, byte for byte.
@Suite struct StandardReportTests {
    static let documents = [
        "plan", "progress-update", "progress-check", "action-list", "changes-since",
        "plan-on-a-page",
    ]

    @Test(arguments: documents) func theReportIsAsRecorded(_ name: String) async throws {
        let plugins = try await ShippedPlugins.load("standard")
        let request = ReportRequest(
            "standard/\(name)",
            of: Northshire.edition(),
            since: Northshire.earlier
        )
        let document = try await plugins.report(request).document
        let golden = GoldenFile("\(name).md", besides: #filePath, in: "Goldens")
        let difference = golden.difference(from: document.render(.markdown))
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test(arguments: [
        ("actions-csv", "text/csv", "csv"), ("actions-json", "application/json", "json"),
    ])
    func theFileIsAsRecorded(name: String, mediaType: String, ending: String) async throws {
        let plugins = try await ShippedPlugins.load("standard")
        let summary = plugins.contributions.reports.first { $0.id == "standard/\(name)" }
        #expect(summary?.mediaType == mediaType)
        #expect(summary?.fileExtension == ending)
        let request = ReportRequest("standard/\(name)", of: Northshire.edition())
        let own = try #require(try await plugins.report(request).ownFormat)
        #expect(own.mediaType == mediaType)
        let golden = GoldenFile("\(name).\(ending)", besides: #filePath, in: "Goldens")
        let difference = golden.difference(from: own.bytes)
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test(arguments: documents + ["actions-csv", "actions-json"])
    func anEditionWithoutPlansStillGivesAReport(_ name: String) async throws {
        let plugins = try await ShippedPlugins.load("standard")
        let edition = Edition(
            of: Record(),
            committee: "northshire-cpc",
            name: "Northshire",
            asOf: CivilDate(2026, 1, 1),
            audience: .public
        )
        _ = try await plugins.report(ReportRequest("standard/\(name)", of: edition))
    }

    @Test func whatGoesOutIsMadeThroughThePluginToo() async throws {
        let plugins = try await ShippedPlugins.load("standard")
        for name in ["group-report", "chief-officers", "body-update", "action-log"] {
            let request = ReportRequest("standard/\(name)", of: Northshire.edition())
            let report = try #require(OutgoingReport.all.first { $0.id == name })
            let own = try report.document(OutgoingReport.Request(Northshire.edition()))
            #expect(try await plugins.report(request).document == own, "\(name)")
        }
    }

    @Test func aPlanOnAPageSaysWhatDidNotFit() async throws {
        let plugins = try await ShippedPlugins.load("standard")
        var edition = Northshire.edition()
        for number in 10..<30 {
            var item = PlanItem(
                id: "X\(number)",
                level: 1,
                parent: "P1",
                number: "\(number)",
                text: "More"
            )
            edition.plans[0].items.append(item)
            item = PlanItem(
                id: "Y\(number)",
                level: 2,
                parent: "X\(number)",
                number: "\(number).1",
                text: "Do it"
            )
            item.timescale = Northshire.timescales.read("By 31 March 2028")
            edition.plans[0].items.append(item)
        }
        let request = ReportRequest("standard/plan-on-a-page", of: edition)
        let document = try await plugins.report(request).document
        let text = String(decoding: document.render(.markdown), as: UTF8.self)
        #expect(
            text.contains("10 more outcomes would not fit on the page. The whole plan lists them.")
        )
        #expect(text.contains(" with a later date would not fit on the page."))
        let rows = document.blocks.compactMap { block -> Int? in
            guard case .table(let table) = block else { return nil }
            return table.rows.count
        }
        #expect(rows == [13])
    }

    @Test func whatAPluginMayNotReadIsCutAndSaid() async throws {
        let plugins = try await ShippedPlugins.load("standard")
        let edition = Northshire.edition(audience: .restricted)
        #expect(edition.omissions == [])
        let document = try await plugins.report(ReportRequest("standard/plan", of: edition))
            .document
        let text = String(decoding: document.render(.markdown), as: UTF8.self)
        #expect(!text.contains("Not for everybody"))
        #expect(
            text.contains(
                "Left out of this edition for the audience “committee”: some reports of progress."
            )
        )
    }

    @Test func everyStandardReportIsListed() async throws {
        let plugins = try await ShippedPlugins.load("standard")
        #expect(plugins.contributions.plugins.flatMap(\.problems) == [])
        #expect(
            plugins.contributions.reports.map(\.id).sorted()
                == (Self.documents + [
                    "actions-csv", "actions-json", "risk-owners", "structure", "membership",
                ]
                + DocumentReport.all.map(\.id) + LearningReviewReport.all.map(\.id)
                + FigureReport.all.map(\.id) + QualityReport.all.map(\.id)
                + VoiceReport.all.map(\.id)
                + ProgrammeReport.all.map(\.id)
                + OutgoingReport.all.map(\.id)
                + RiskReport.all.map(\.id)).map { "standard/\($0)" }
                .sorted()
        )
        #expect(plugins.contributions.schemes.map(\.id) == ["standard/rag", "standard/brag"])
        #expect(
            plugins.contributions.rules.map(\.id) == [
                "standard/chase-lead", "standard/chase-return", "standard/report-due",
                "standard/document-review", "standard/document-confirmation",
                "standard/learning-review", "standard/figure-value",
                "standard/quality-assurance", "standard/dip-sample", "standard/voice",
                "standard/programme",
            ]
        )
    }
}
#endif
