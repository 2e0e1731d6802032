// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

#if Tool && Scripting && SQLite
/// Reports as documents that people open with an office program.
@Suite struct OfficeOutputTests {
    private func report(_ tool: BuiltTool, _ options: [String], path: String? = nil) throws
        -> BuiltTool.Run
    {
        try tool.run(
            ["report", tool.store, "--format", "small/plan"] + options,
            environment: path.map { ["PATH": $0] } ?? [:]
        )
    }

    @Test(arguments: ["docx", "xlsx"])
    func anOfficeDocumentIsReadAgainAsTheSamePlan(ending: String) throws {
        let tool = try SmallCommittee.imported()
        let written = try report(tool, ["-o", "plan.\(ending)"])
        #expect(written.code == 0, "\(written.errors)")
        _ = try tool.run(["init", "copy.sqlite", "--id", "copy-cpc", "--name", "Copy"])
        let read = try tool.run([
            "import", "copy.sqlite", "plan.\(ending)", "--layout", "small/plan", "--plugins",
            "plugins",
        ])
        #expect(read.code == 0, "\(read.errors)")
        let first = try report(tool, ["--as", "json"])
        let second = try tool.run([
            "report", "copy.sqlite", "--format", "small/plan", "--as", "json",
        ])
        #expect(first.output == second.output)
        #expect(!first.output.isEmpty)
    }

    @Test func theHeadAndFootOfPagesNameCommitteeDayAndAudience() throws {
        let tool = try SmallCommittee.imported()
        _ = try report(tool, ["-o", "plan.docx", "--as-of", "2026-10-31"])
        let words = try tool.shell(
            "for f in Header Footer; do unzip -p plan.docx word/committee$f.xml; done || "
                + "/usr/bin/python3 -c 'import zipfile; z = zipfile.ZipFile(\"plan.docx\"); "
                + "print(z.read(\"word/committeeHeader.xml\").decode(), "
                + "z.read(\"word/committeeFooter.xml\").decode())'"
        ).output
        #expect(words.contains("North CPC: Small Plan"))
        #expect(words.contains("As at 31 October 2026. Audience: committee."))
    }

    @Test func textUnderTheNameOfAWordDocumentIsSaidToBeText() throws {
        let tool = try SmallCommittee.imported()
        try tool.write(SmallCommittee.document, to: "late.docx")
        _ = try tool.run(["init", "copy.sqlite", "--id", "copy-cpc", "--name", "Copy"])
        let read = try tool.run([
            "import", "copy.sqlite", "late.docx", "--layout", "small/plan", "--plugins", "plugins",
        ])
        #expect(
            read.errors.hasPrefix(
                "committee: late.docx is no Word document; it was read as text.\n"
            ),
            "\(read.errors)"
        )
        #expect(read.code == 0)
    }

    @Test func aDamagedTemplateIsNamed() throws {
        let tool = try SmallCommittee.imported()
        try tool.write("words", to: "looks.docx")
        let run = try report(tool, ["-o", "plan.docx", "--template", "looks.docx"])
        #expect(
            run.errors
                == "committee: looks.docx: The file is no Word document (.docx) and no Excel workbook "
                + "(.xlsx). Open it in the program that made it and save it as one of these.\n"
        )
        #expect(run.code == 1)
    }

    @Test func aPDFNeedsAProgram() throws {
        let tool = try SmallCommittee.imported()
        try tool.makeFolder("empty")
        let run = try report(
            tool,
            ["-o", "plan.pdf"],
            path: tool.folder.appending(path: "empty").path
        )
        #expect(
            run.errors
                == "committee: A PDF is made by another program, and none is here. Install typst "
                + "(typst.app) or LibreOffice, or write a Word document with the ending .docx.\n"
        )
        #expect(run.code == 1)
    }

    /// A program in a folder of the tool that stands in for another.
    private func program(_ name: String, _ script: String, in tool: BuiltTool) throws -> String {
        try tool.makeFolder("bin")
        try tool.write("#!/bin/sh\n\(script)\n", to: "bin/\(name)")
        let path = tool.folder.appending(path: "bin/\(name)").path
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return tool.folder.appending(path: "bin").path
    }

    @Test func typstIsAskedForPDFUAWithAFixedTimeAndAnEmptyRoot() throws {
        let tool = try SmallCommittee.imported()
        let folder = try program(
            "typst",
            "root=$3; ls \"$root\" > \"$root/list\"; for last; do :; done; "
                + "{ printf '%%PDF-'; echo \"$1 $2 $4 $5 $6 $7\"; cat \"$root/list\"; } > \"$last\"",
            in: tool
        )
        let run = try report(tool, ["-o", "plan.pdf"], path: "\(folder):/usr/bin:/bin")
        #expect(run.code == 0, "\(run.errors)")
        let text = String(decoding: try tool.bytes(of: "plan.pdf"), as: UTF8.self)
        #expect(
            text
                == "%PDF-compile --root --pdf-standard ua-1 --creation-timestamp 0\ndocument.typ\nlist\n"
        )
    }

    @Test func aProgramThatFailsIsQuoted() throws {
        let tool = try SmallCommittee.imported()
        let folder = try program("typst", "echo 'error: no font' >&2; exit 1", in: tool)
        let run = try report(tool, ["-o", "plan.pdf"], path: "\(folder):/usr/bin:/bin")
        #expect(
            run.errors
                == "committee: The program typst made no PDF. What it said stands below; until it works, "
                + "write a Word document with the ending .docx.\n  error: no font\n"
        )
        #expect(run.code == 1)
    }

    @Test func aTemplateIsForPagesOnly() throws {
        let tool = try SmallCommittee.imported()
        _ = try report(tool, ["-o", "old.docx"])
        let run = try report(tool, ["-o", "plan.html", "--template", "old.docx"])
        #expect(
            run.errors
                == "committee: --template is for Word documents and PDFs, and this report is written as "
                + "html. Leave it out, or give the file the ending .docx.\n"
        )
        let taken = try report(tool, ["-o", "plan.docx", "--template", "old.docx"])
        #expect(taken.code == 0, "\(taken.errors)")
    }

    @Test func findingsOfAWordDocumentNameItsPlaces() throws {
        let tool = try SmallCommittee.imported()
        let document = SmallCommittee.document.replacing("| G |", with: "| X |")
        try tool.write(document, to: "late.md")
        _ = try tool.run(["init", "copy.sqlite", "--id", "copy-cpc", "--name", "Copy"])
        _ = try tool.run([
            "import", "copy.sqlite", "late.md", "--layout", "small/plan", "--plugins", "plugins",
        ])
        _ = try tool.run(["report", "copy.sqlite", "--format", "small/plan", "-o", "late.docx"])
        _ = try tool.run(["init", "again.sqlite", "--id", "again-cpc", "--name", "Again"])
        let read = try tool.run([
            "import", "again.sqlite", "late.docx", "--layout", "small/plan", "--plugins", "plugins",
        ])
        #expect(
            read.output.contains("  table 1, row 2, cell 5  status-not-in-key  "),
            "\(read.output)"
        )
    }
}
#endif
