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
                + RiskReport.all.map(\.id)).map { "standard/\($0)" }.sorted()
        )
        #expect(plugins.contributions.schemes.map(\.id) == ["standard/rag", "standard/brag"])
        #expect(
            plugins.contributions.rules.map(\.id) == [
                "standard/chase-lead", "standard/chase-return",
            ]
        )
    }
}
#endif
