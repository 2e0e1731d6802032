// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

#if Tool && Scripting && SQLite
/// The ending of a file's name says what people expect in it, and nothing else is written under it.
@Suite struct OutputEndingTests {
    private static let forms =
        "What can be written ends in .md, .html, .txt, .csv, .json, .docx, .xlsx, .pdf"

    @Test(arguments: [
        (
            ["-o", "plan.odt"],
            "committee: “plan.odt” ends as a file of another kind. \(forms).\n"
        ),
        (
            ["-o", "plan.doc", "--as", "md"],
            "committee: “plan.doc” ends as a file of another kind. \(forms).\n"
        ),
        (
            ["-o", "plan.wrd"],
            "committee: “plan.wrd” ends in .wrd, which names no form. \(forms), or say the form with "
                + "--as.\n"
        ),
        (
            ["-o", "plan.docx", "--as", "md"],
            "committee: --as md and the ending of “plan.docx” name two forms. Change one of them.\n"
        ),
        (
            ["-o", "plan.html", "--as", "csv"],
            "committee: --as csv and the ending of “plan.html” name two forms. Change one of them.\n"
        ),
    ])
    func anEndingThatSaysSomethingElseIsRefused(options: [String], message: String) throws {
        let tool = try SmallCommittee.imported()
        let run = try tool.run(["report", tool.store, "--format", "small/plan"] + options)
        #expect(run.errors.hasPrefix(message), "\(run.errors)")
        #expect(run.code == 64)
        #expect(throws: (any Error).self) { try tool.bytes(of: options[1]) }
    }

    @Test(arguments: [
        (["-o", "plan"], "Small Plan"), (["-o", "plan.wrd", "--as", "md"], "# Small Plan"),
        (["-o", "plan.markdown"], "# Small Plan"), (["-o", "PLAN.HTM"], "<!DOCTYPE html>"),
    ])
    func anEndingThatFitsIsWritten(options: [String], beginning: String) throws {
        let tool = try SmallCommittee.imported()
        let run = try tool.run(["report", tool.store, "--format", "small/plan"] + options)
        #expect(run.code == 0, "\(run.errors)")
        let text = String(decoding: try tool.bytes(of: options[1]), as: UTF8.self)
        #expect(text.hasPrefix(beginning), "\(text.prefix(60))")
    }
}
#endif
