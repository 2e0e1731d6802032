// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

/// A plugin reads the register of documents, and its tests make one.
@Suite struct DocumentRecordTests {
    private static let main = """
        report "documents" { media_type = "text/plain", run = function(edition, out)
          for _, document in ipairs(edition.documents) do
            out:write(document.id .. ": " .. document.title .. ", " .. tostring(document.next_review)
              .. "\\n")
          end
          for _, one in ipairs(edition.document_editions) do
            out:write(one.document .. " " .. one.label .. ", " .. one.pages .. " pages\\n")
          end
          for _, one in ipairs(edition.document_recipients) do
            out:write(one.party .. " " .. tostring(one.people) .. "/" .. tostring(one.out_of) .. "\\n")
          end
          for _, one in ipairs(edition.document_reviews) do out:write(one.outcome .. "\\n") end
        end }
        """

    @Test func aReportReadsEveryTable() async throws {
        var edition = Northshire.edition(asOf: CivilDate(2026, 10, 31))
        var document = CommitteeDocument(id: "joint-protocol")
        document.title = "Joint protocol"
        document.reviewDate = CivilDate(2027, 3, 31)
        document.editions = [DocumentEdition("2", dated: CivilDate(2026, 1, 5), pages: 40)]
        var sent = DocumentDistribution(to: ["Police"], edition: "2")
        sent.on = CivilDate(2026, 1, 6)
        document.distributions = [sent]
        document.confirmations = [
            DocumentConfirmation(by: "Police", edition: "2", count: 140, outOf: 206)
        ]
        document.reviews = [DocumentReview("No change")]
        edition.documents = [document]
        let plugins = try await LuaPlugins.load(MemoryFiles.demo(Self.main))
        let own = try await plugins.report(ReportRequest("demo/documents", of: edition)).ownFormat
        #expect(
            String(decoding: own?.bytes ?? [], as: UTF8.self) == """
                joint-protocol: Joint protocol, 2027-03-31
                joint-protocol 2, 40 pages
                Police 140/206
                No change

                """
        )
    }
}
#endif
