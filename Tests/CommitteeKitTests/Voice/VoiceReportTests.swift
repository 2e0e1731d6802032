// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Reports on what people told the committee")
struct VoiceReportTests {
    typealias Sample = VoiceSample

    private static let day = CivilDate(2026, 8, 1)

    private static func text(_ report: VoiceReport, for audience: Audience = .committee) throws
        -> String
    {
        let edition = try Sample.year().edition(on: day, for: audience)
        return String(decoding: report.document(of: edition).render(.markdown), as: UTF8.self)
    }

    @Test(arguments: VoiceReport.all.map(\.id))
    func eachIsAsRecordedInEveryRenderer(_ id: String) throws {
        let report = try #require(VoiceReport.all.first { $0.id == id })
        for audience in [Audience.committee, .public] {
            let document = report.document(
                of: try Sample.year().edition(on: Self.day, for: audience)
            )
            for form in DocumentFormat.allCases where audience == .committee || form == .markdown {
                let golden = GoldenFile(
                    "\(id)-\(audience.rawValue).\(form.rawValue)",
                    besides: #filePath,
                    in: "Goldens"
                )
                if let difference = golden.difference(from: document.render(form)) {
                    Issue.record("\(difference)")
                }
            }
        }
    }

    @Test func thePublicReadsAgreedLinesAlone() throws {
        for report in VoiceReport.all {
            let text = try Self.text(report, for: .public)
            for words in [
                "Pupils want to know whom to ask.", "Each school now names an adult.",
                "28 of 40 answered",
            ] {
                #expect(text.contains(words), "\(report.id): \(words)")
            }
            for words in [
                "Parents of", "complaint", "Nobody told us", "Education", "plan-2026", "75%",
                "Lead Officer",
            ] {
                #expect(!text.contains(words), "\(report.id): \(words)")
            }
        }
    }

    @Test func resultsStandBesideTheFeedbackThatNamesThem() throws {
        let text = try Self.text(.voice)
        #expect(text.contains("75% (21 of 28)"))
    }

    @Test func aCommitteeThatHeardNobodyIsToldHowToBegin() {
        func words(_ audience: Audience, _ report: VoiceReport) -> String {
            let edition = Edition(
                of: Record(),
                committee: "cpc",
                name: "CPC",
                asOf: Self.day,
                audience: audience
            )
            return String(decoding: report.document(of: edition).render(.markdown), as: UTF8.self)
        }
        #expect(words(.committee, .voice).contains("Record some with committee voice record"))
        #expect(words(.public, .voice).contains("Nothing is published for readers of this page."))
        #expect(words(.committee, .youSaidWeDid).contains("Nothing is published yet."))
    }

    @Test func aCardNamesTheLinesThatMayBeShown() throws {
        let edition = try Sample.year().edition(on: Self.day)
        let voice = try #require(edition.voices.first)
        let text = String(
            decoding: VoiceReport.card(of: voice, in: edition).render(.markdown),
            as: UTF8.self
        )
        for words in [
            "summary: public (cpc/2026-06-01", "source: not agreed", "quotation-2: not agreed",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }
}
