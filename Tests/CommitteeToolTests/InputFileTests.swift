// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

/// What may be named as a document, and what is said of anything else.
@Suite struct InputFileTests {
    private func imported(_ line: String) throws -> BuiltTool.Run {
        let tool = try BuiltTool.withStore()
        try SmallCommittee.write(into: tool)
        return try tool.shell(line)
    }

    private static let command = "$TOOL import council.sqlite %s --layout small/plan --dry-run"

    private func imported(_ document: String, before: String) throws -> BuiltTool.Run {
        try imported(before + "\n" + Self.command.replacing("%s", with: document))
    }

    @Test func aPipeIsReadToItsEnd() throws {
        let run = try imported(
            "pipe.md",
            before:
                "mkfifo pipe.md; (sleep 0.2; printf '%%PDF-1.7'; sleep 0.2; printf x) > pipe.md &"
        )
        #expect(run.errors.contains("The document is a PDF, not text."))
        #expect(run.code == 1)
    }

    @Test func aPipeIntoWhichNobodyWritesIsRefusedByName() throws {
        let run = try imported("pipe.md", before: "mkfifo pipe.md")
        #expect(
            run.errors
                == "committee: Nothing was written to pipe.md, a pipe, for 10 seconds, so the document "
                + "cannot be read. Start the program that writes to it, or name a file.\n"
        )
        #expect(run.code == 1)
    }

    @Test func aDocumentGivenForRepairsIsNamed() throws {
        let run = try imported(
            "plan.md --repairs plan.md",
            before: "printf '# Plan\\n\\nText\\n' > plan.md"
        )
        #expect(
            run.errors.contains(
                "plan.md:1:1: This looks like a Markdown document, not JSON. Name a JSON file, which "
                    + "begins with “{” or “[”."
            )
        )
    }
}
