// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

/// `committee timescale`.
struct TimescaleTests {
    @Test func eachArgumentIsOneTimescale() throws {
        let json = try BuiltTool().json(
            ["timescale", "By 31 March 2019", "Annually", "whenever", "--json"])
        #expect(json.elements?.map { $0["text"] } == ["By 31 March 2019", "Annually", "whenever"])
        #expect(json.elements?.map { $0["kind"] } == ["by-date", "recurring", "unread"])
        #expect(json[0]?["due"] == "2019-03-31")
        #expect(json.elements?.map { $0["confidence"] } == ["exact", "exact", "unsure"])
    }

    @Test func readingIsShownToPeople() throws {
        let run = try BuiltTool().run(["timescale", "By 31 March 2019"])
        #expect(
            run.output == """
                Timescales
                ==========

                “By 31 March 2019”
                ------------------

                Kind: by-date
                Due: 31 March 2019
                Sure: exact

                """
        )
    }

    @Test func unknownPluginNamesTheClosest() throws {
        let tool = try BuiltTool()
        try SmallCommittee.write(into: tool)
        let run = try tool.run(["timescale", "Annually", "--plugin", "smal"])
        #expect(run.errors == "committee: There is no plugin “smal”. Did you mean “small”?\n")
        #expect(run.code == 1)
    }
}
