// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

/// `committee dataset hide`.
struct DatasetTests {
    private func tool(_ sheet: String) throws -> BuiltTool {
        let tool = try BuiltTool()
        try Data(sheet.utf8).write(to: tool.folder.appending(path: "referrals.csv"))
        return tool
    }

    private let sheet = """
        Indicator,Area,Period,Count
        Referrals,North,2026,3
        Referrals,South,2026,12
        Referrals,East,2026,40
        Referrals,All,2026,55

        """

    @Test func smallNumbersAreHiddenInWhatIsWritten() throws {
        let tool = try tool(sheet)
        let run = try tool.run(["dataset", "hide", "referrals.csv", "--as", "csv", "-o", "out.csv"])
        #expect(run.code == 0)
        let text = try String(contentsOf: tool.folder.appending(path: "out.csv"), encoding: .utf8)
        #expect(text.contains("North,hidden (small numbers)"))
        #expect(text.contains("All,55"))
        #expect(!text.contains(",3\r"))
    }

    @Test(arguments: ["docx", "xlsx"])
    func theEndingSaysTheFormAndNothingHiddenIsInIt(ending: String) throws {
        let tool = try tool(
            sheet.replacingOccurrences(of: ",12\n", with: ",7919\n")
                .replacingOccurrences(of: ",55\n", with: ",7962\n")
        )
        let run = try tool.run(["dataset", "hide", "referrals.csv", "-o", "out.\(ending)"])
        #expect(run.code == 0, "\(run.errors)")
        let words = try tool.shell(
            "/usr/bin/python3 -c 'import zipfile; z = zipfile.ZipFile(\"out.\(ending)\"); "
                + "print(*[z.read(n).decode(errors=\"replace\") for n in z.namelist()])'"
        ).output
        #expect(words.contains("hidden (small numbers)"))
        #expect(words.contains("7962"))
        #expect(!words.contains("7919"))
    }

    @Test func theTableItselfIsNotOverwritten() throws {
        let tool = try tool(sheet)
        _ = try tool.shell("ln referrals.csv same.csv")
        let run = try tool.run(["dataset", "hide", "referrals.csv", "-o", "same.csv"])
        #expect(
            run.errors.hasPrefix(
                "committee: same.csv is the table of counts itself, and what is hidden would be lost. "
                    + "Name another file.\n"
            ),
            "\(run.errors)"
        )
        #expect(run.code == 64)
        #expect(try tool.bytes(of: "referrals.csv") == Array(sheet.utf8))
    }

    @Test func theCommitteeIsToldWhy() throws {
        let run = try tool(sheet).run(["dataset", "hide", "referrals.csv", "--why"])
        #expect(run.output.contains("Referrals / North / 2026: The count is small."))
        #expect(run.output.contains("It would give away “Referrals / North / 2026”."))
    }

    @Test func whatCannotBeSafeIsNotWritten() throws {
        let known = """
            Indicator,Area,Period,Count,Earlier
            Referrals,North,2026,3,
            Referrals,South,2026,12,shown
            Referrals,All,2026,15,shown

            """
        let tool = try tool(known)
        let run = try tool.run(["dataset", "hide", "referrals.csv", "-o", "out.txt"])
        #expect(run.code == 1)
        #expect(
            run.errors == """
                committee: referrals.csv cannot be published: readers could work out a small number. Nothing is \
                written.
                  “Referrals / North / 2026” is small and could be worked out or nearly so, even with everything \
                hidden that can be. Leave a table or a sentence out, or put small groups together.

                """
        )
        #expect(
            !FileManager.default.fileExists(atPath: tool.folder.appending(path: "out.txt").path)
        )
    }
}
