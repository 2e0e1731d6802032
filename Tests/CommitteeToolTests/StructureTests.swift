// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

#if Tool && Scripting && SQLite
/// Who is who and what is in hand, through the tool.
@Suite struct StructureTests {
    private static let answer = """
        > COMMITTEE STRUCTURE: North CPC, at 31 October 2026 (ref 0)
        >
        > BODIES
        > [committee] North Child Protection Committee
        >
        > SEATS
        > [new chair] Chair
        > core: yes
        > term: from 1 April 2026; held by n-1
        > vote: no
        > [END]
        Regards, the office
        """

    private func structure(_ tool: BuiltTool, _ rest: String...) throws -> BuiltTool.Run {
        try tool.run(["structure", tool.store] + rest)
    }

    @Test func anAnswerIsRecordedOnce() throws {
        let tool = try SmallCommittee.imported()
        try tool.write(Self.answer, to: "answer.txt")
        let run = try structure(tool, "answer.txt", "--by", "clerk", "--dry-run")
        #expect(
            run.output == """
                Doubtful, and left as it is in the record:
                  line 10  unknown-label  “vote” is not said of a seat. Did you mean “votes”?
                1 line outside the sheet was not read.
                  “The committee” is now called “North Child Protection Committee”.
                  “Chair” is a new seat on “North Child Protection Committee”.
                Nothing was recorded (dry run); it would be 4 entries.

                """
        )
        let entries = try tool.json(["journal", tool.store, "--json"])["entries"]?.elements ?? []
        let done = try structure(tool, "answer.txt", "--by", "clerk")
        #expect(
            done.output.hasSuffix(
                "Recorded 4 entries, \(entries.count + 1) to \(entries.count + 4) of the journal.\n"
            ),
            "\(done.output)\(done.errors)"
        )
        let again = try structure(tool, "answer.txt", "--by", "clerk")
        #expect(again.output.hasSuffix("Nothing was recorded: the sheet says nothing new.\n"))
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let tool = try SmallCommittee.imported()
        try tool.write(Self.answer, to: "answer.txt")
        _ = try structure(tool, "answer.txt", "--by", "clerk")
        #expect(try structure(tool, "-o", "sheet.txt").code == 0)
        let run = try tool.run(
            ["structure", tool.store, "sheet.txt", "--json"],
            environment: ["COMMITTEE_BY": "clerk"]
        )
        let json = try JSONReader.read(Array(run.output.utf8), source: "output").value
        #expect(json["recorded"] == 0)
        #expect(json["changes"] == [])
        #expect(json["findings"] == [])
    }

    @Test func anEmptySheetIsToldInPlainWords() throws {
        let tool = try SmallCommittee.imported()
        try tool.write("", to: "empty.txt")
        let run = try structure(tool, "empty.txt", "--by", "clerk")
        #expect(
            run.errors
                == "committee: empty.txt is no sheet of a committee's structure: it has neither the line "
                + "“COMMITTEE STRUCTURE” nor a heading such as “SEATS”. Write a sheet, and send that one back.\n"
        )
        #expect(run.code == 1)
    }

    @Test func leadsThatAreTiedToNothingAreShown() throws {
        let tool = try SmallCommittee.imported()
        try tool.write(Self.answer, to: "answer.txt")
        _ = try structure(tool, "answer.txt", "--by", "clerk")
        let json = try tool.json(["structure", tool.store, "--json"])
        #expect(
            json["findings"] == [
                .string(
                    "“Training Officer” leads 1.2, and is no seat, group or body of the committee. "
                        + "Record it, or add the name to the other names of one that is recorded."
                )
            ]
        )
    }

    @Test func whoHoldsASeatIsNotForThePublic() throws {
        let tool = try SmallCommittee.imported()
        try tool.write(Self.answer, to: "answer.txt")
        _ = try structure(tool, "answer.txt", "--by", "clerk")
        for rest in [[], ["--json"]] {
            let shown = try tool.run(["structure", tool.store] + rest)
            let cut = try tool.run(["structure", tool.store, "--audience", "public"] + rest)
            #expect(shown.output.contains("n-1"))
            #expect(!cut.output.contains("n-1"))
        }
    }

    @Test(arguments: [
        (["sheet.txt", "-o", "x.txt"], "A sheet is read or written. Leave out the file or -o."),
        (["--by", "clerk"], "--by, --effective and --dry-run go with a sheet to read. Name it."),
        (
            ["sheet.txt", "--audience", "public"],
            "A sheet is read against the whole record. Leave out --as-of and --audience; --effective "
                + "says from which day it holds."
        ),
        (
            ["-o", "x.txt", "--json"],
            "A sheet is for the committee and is plain text. Leave out --audience and --json."
        ),
        (["sheet.txt"], "Nobody is named who records it. Give --by NAME, or set COMMITTEE_BY."),
    ])
    func wrongUsageIsExplained(_ arguments: [String], _ message: String) throws {
        let tool = try BuiltTool.withStore()
        let run = try tool.run(["structure", tool.store] + arguments)
        #expect(run.code == 64)
        #expect(run.errors.hasPrefix("committee: \(message)\n"), "\(run.errors)")
    }

    @Test func todayShowsWhatIsLateAndNext() throws {
        let tool = try SmallCommittee.imported()
        let run = try tool.run(["today", tool.store])
        #expect(
            run.output.hasPrefix(
                """
                North CPC: 31 October 2026
                ==========================

                Late (1)
                --------

                • 1.1 Visit every school.: Chair (30 June 2026, 123 days ago)

                """
            ),
            "\(run.output)"
        )
        let json = try tool.json([
            "today", tool.store, "--on", "2026-06-10", "--weeks", "3", "--json",
        ])
        #expect(json["late"] == [])
        #expect(json["due"]?.elements?.count == 1)
        #expect(json["due"]?.elements?.first?["date"] == "2026-06-30")
        let wrong = try tool.run(["today", tool.store, "--weeks", "-1"])
        #expect(wrong.code == 64)
    }
}
#endif
