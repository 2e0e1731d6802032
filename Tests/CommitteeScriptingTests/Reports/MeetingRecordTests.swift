// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import Testing

/// A report reads when the bodies of a committee meet.
@Suite struct MeetingRecordTests {
    private static let main = """
        report "meetings" { media_type = "text/plain", run = function(edition, out)
          for _, meeting in ipairs(edition.meetings) do
            local moved = meeting.on ~= meeting.planned and " (moved)" or ""
            out:write(meeting.name .. " " .. tostring(meeting.on) .. moved .. "\\n")
          end
        end }
        """

    private static func edition() throws -> Edition {
        var edition = Northshire.edition(asOf: CivilDate(2026, 10, 31))
        var quarterly = try Cadence(every: Period(1, .quarters), from: CivilDate(2026, 3, 12))
        quarterly.moved[CivilDate(2026, 12, 12)] = CivilDate(2026, 12, 10)
        quarterly.cancelled.insert(CivilDate(2027, 3, 12))
        let monthly = try Cadence(
            every: Period(1, .months),
            from: CivilDate(2026, 9, 1),
            until: CivilDate(2026, 11, 30)
        )
        edition.meetings = [
            MeetingSeries(body: "cog", name: "COG", cadence: quarterly),
            MeetingSeries(body: "cpc", name: "CPC", cadence: monthly),
        ]
        return edition
    }

    private static func written(_ edition: Edition) async throws -> String {
        let plugins = try await LuaPlugins.load(MemoryFiles.demo(main))
        let own = try await plugins.report(ReportRequest("demo/meetings", of: edition)).ownFormat
        return String(decoding: own?.bytes ?? [], as: UTF8.self)
    }

    @Test func meetingsOfAllBodiesComeByTheirDay() async throws {
        #expect(
            try await Self.written(Self.edition()) == """
                COG 2026-03-12
                COG 2026-06-12
                CPC 2026-09-01
                COG 2026-09-12
                CPC 2026-10-01
                CPC 2026-11-01
                COG 2026-12-10 (moved)
                COG 2027-06-12
                COG 2027-09-12

                """
        )
    }

    @Test func aCommitteeWithoutASeriesHasNoMeetings() async throws {
        #expect(try await Self.written(Northshire.edition()).isEmpty)
    }
}
#endif
