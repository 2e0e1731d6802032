// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import CommitteeKit
import Foundation
import Testing

/// What a stranger lost, or learnt, with the sheet of quality assurance and its commands.
@Suite("Sheets and days of quality assurance")
struct QualityMendsTests {
    private static func tool() throws -> BuiltTool {
        let tool = try BuiltTool()
        _ = try run(tool, "init council.sqlite --id north-cpc --name |North CPC|")
        _ = try run(tool, "audit propose open |Open audit|")
        _ = try run(tool, "audit propose secret |Zebra audit|")
        _ = try run(tool, "audit set secret audience restricted")
        return tool
    }

    /// Runs a command of which words between bars are one argument, on the last day of October 2026.
    private static func run(_ tool: BuiltTool, _ command: String) throws -> (
        said: String, code: Int32
    ) {
        var words: [String] = []
        for (place, part) in command.split(separator: "|", omittingEmptySubsequences: false)
            .enumerated()
        {
            words += place % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
        let run = try tool.run(
            words,
            environment: [
                "COMMITTEE_TODAY": "2026-10-31", "COMMITTEE_BY": "clerk",
                "COMMITTEE_STORE": "council.sqlite",
            ]
        )
        return (run.output + run.errors, run.code)
    }

    @Test func aSheetDoesNotSpeakOfWhatNoSheetHas() throws {
        let tool = try Self.tool()
        try tool.write(
            "QUALITY ASSURANCE North CPC, 31 October 2026   ref 2\n\n[audit secret] Taken over\n"
                + "Audience: public\n\n[END]\n",
            to: "sheet.txt"
        )
        let (said, code) = try Self.run(tool, "audit sheet sheet.txt")
        #expect(code != 0)
        #expect(said.contains("which no sheet for the committee has. Choose another short name."))
        #expect(!said.contains("Zebra"))
        #expect(
            try Self.run(tool, "audit show secret --audience restricted").said.contains("Zebra")
        )
    }

    @Test(
        "A table loses no row in silence",
        arguments: [
            ("audit open,\"Open\naudit open2,Second\n", "A quotation mark opens here"),
            ("audit open,Open,,,x\n", "so it was not read"),
        ]
    )
    func rows(rows: String, words: String) throws {
        let tool = try Self.tool()
        try tool.write("Named,Title\n" + rows, to: "s.csv")
        let (said, _) = try Self.run(tool, "audit sheet s.csv --dry-run")
        #expect(said.contains(words), "\(said)")
    }

    @Test func aDayToComeHasNotHappened() throws {
        let tool = try Self.tool()
        let (said, code) = try Self.run(tool, "audit agree open committee --on 2027-01-01")
        #expect(code != 0)
        #expect(said.contains("1 January 2027 is still to come"))
    }
}
#endif
