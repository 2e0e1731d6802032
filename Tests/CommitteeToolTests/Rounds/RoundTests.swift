// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

/// A progress update from the command line: asked, received, agreed, closed.
struct RoundTests {
    private static let environment = [
        "COMMITTEE_STORE": "council.sqlite", "COMMITTEE_BY": "lead-officer",
        "COMMITTEE_PLUGINS": "plugins",
    ]

    private static func run(
        _ tool: BuiltTool,
        _ line: String,
        today: String = "2026-05-20"
    ) throws -> BuiltTool.Run {
        let words = line.split(separator: " ").map(String.init)
        return try tool.run(["round"] + words, today: today, environment: environment)
    }

    private static func text(_ tool: BuiltTool, _ name: String) throws -> String {
        String(decoding: try tool.bytes(of: name), as: UTF8.self)
    }

    /// A committee whose progress update at 30 June 2026 is open, with the sheets in a folder.
    private static func opened() throws -> BuiltTool {
        let tool = try SmallCommittee.imported()
        let open = try run(tool, "open 2026-06-30 --due 2026-06-14")
        #expect(
            open.output == """
                Progress update at 30 June 2026 is open: 2 leads are asked of 2 items, by 14 June 2026.
                  Chair: 1.1
                  Training Officer: 1.2

                """,
            "\(open.errors)"
        )
        let forms = try run(tool, "forms -o sheets")
        #expect(
            forms.output
                == "Wrote 2 sheets to sheets, each as text and as comma-separated values.\n",
            "\(forms.errors)"
        )
        return tool
    }

    private static func answer(_ tool: BuiltTool, _ lead: String, _ answers: [String: String])
        throws
    {
        var sheet = try text(tool, "sheets/2026-06-30-\(lead).txt")
        for (label, answer) in answers {
            sheet = sheet.replacingOccurrences(of: "\(label):", with: "\(label): \(answer)")
        }
        try tool.write("Hello,\n\n" + sheet + "\nBest wishes\nDavina Petrie\n", to: "\(lead).txt")
    }

    @Test func aSheetComesBackAsAWordDocument() throws {
        let first = try Self.opened()
        try Self.answer(
            first,
            "chair",
            [
                "Done since (or “No change”)": "Every school was seen.",
                "Evidence (document, date, page)": "Visit book, May 2026",
                "Finished (no, or the date)": "1 June 2026", "Colour and why": "On course",
            ]
        )
        _ = try Self.run(first, "receive chair.txt", today: "2026-06-10")
        let forms = try Self.run(first, "forms -o sheets --word", today: "2026-06-10")
        #expect(
            forms.output
                == "Wrote 2 sheets to sheets, each as text and as comma-separated values, and as a Word "
                + "document.\n"
        )
        let second = try Self.opened()
        try second.write(
            try first.bytes(of: "sheets/2026-06-30-chair.docx"),
            to: "chair.docx"
        )
        let received = try Self.run(second, "receive chair.docx", today: "2026-06-10")
        #expect(received.output.hasPrefix("chair.docx: Chair: recorded 1.1."), "\(received.output)")
        #expect(received.code == 0, "\(received.errors)")
    }

    @Test func aSheetComesBackAsAWorkbook() throws {
        let first = try Self.opened()
        try Self.answer(
            first,
            "chair",
            [
                "Done since (or “No change”)": "\n- Every school was seen.\n- Two were seen twice.",
                "Colour and why": "On course",
            ]
        )
        _ = try Self.run(first, "receive chair.txt", today: "2026-06-10")
        _ = try Self.run(first, "forms -o sheets --excel", today: "2026-06-10")
        let second = try Self.opened()
        try second.write(
            try first.bytes(of: "sheets/2026-06-30-chair.xlsx"),
            to: "chair.xlsx"
        )
        let received = try Self.run(second, "receive chair.xlsx", today: "2026-06-10")
        #expect(received.output.hasPrefix("chair.xlsx: Chair: recorded 1.1."), "\(received.output)")
        _ = try Self.run(second, "forms -o again", today: "2026-06-10")
        #expect(
            try Self.text(second, "again/2026-06-30-chair.txt")
                == Self.text(first, "sheets/2026-06-30-chair.txt")
        )
    }

    /// Fills in a page as a browser would, and prints the text that it saves.
    private static let browser = """
        const html = require("fs").readFileSync(process.argv[2], "utf8");
        const answers = JSON.parse(process.argv[3]);
        const data = html.split('id="sheet">')[1].split("</script>")[0];
        const script = html.split("</script>")[1].split("<script>")[1];
        const unescape = t => t.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"')
          .replace(/&amp;/g, "&");
        const fields = {};
        for (const m of html.matchAll(/<textarea id="(\\w+)"[^>]*>\\n?([^]*?)<.textarea>/g))
          fields[m[1]] = { value: unescape(m[2]) };
        for (const m of html.matchAll(/<label for="(\\w+)">([^]*?)<.label>/g))
          if (unescape(m[2]) in answers) fields[m[1]].value = answers[unescape(m[2])];
        const other = { addEventListener() {}, textContent: data };
        global.document = {
          getElementById: id => id === "sheet" ? other : fields[id] ?? other,
          querySelector: () => other,
        };
        eval(script + "; process.stdout.write(text());");
        """

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "/usr/bin/node"),
            "Install node to run the script of the page: apt-get install nodejs"
        )
    )
    func aPageSavesTheTextOfItsSheet() throws {
        let tool = try Self.opened()
        let forms = try Self.run(tool, "forms -o sheets --page", today: "2026-06-10")
        #expect(
            forms.output
                == "Wrote 2 sheets to sheets, each as text and as comma-separated values, and as a web "
                + "page.\n"
        )
        try tool.write(Self.browser, to: "browser.js")
        func saved(_ answers: String) throws -> String {
            try tool.shell(
                "/usr/bin/node browser.js sheets/2026-06-30-chair.html '\(answers)'"
            ).output
        }
        #expect(try saved("{}") == Self.text(tool, "sheets/2026-06-30-chair.txt"))
        try tool.write(
            try saved("{\"Done since (or “No change”)\": \"\\n- One.\\n- Two & <three>.\\n\"}"),
            to: "chair.txt"
        )
        let received = try Self.run(tool, "receive chair.txt", today: "2026-06-10")
        #expect(received.output == "chair.txt: Chair: recorded 1.1.\n", "\(received.errors)")
        let page = try Self.run(tool, "receive sheets/2026-06-30-chair.html", today: "2026-06-10")
        #expect(
            page.errors
                == "committee: sheets/2026-06-30-chair.html is the page itself, and the answers are not in it. "
                + "Ask for the text that the page saves or copies.\n"
        )
        // What was answered stands in the page when it is written again.
        _ = try Self.run(tool, "forms -o sheets --page", today: "2026-06-10")
        #expect(try saved("{}") == Self.text(tool, "sheets/2026-06-30-chair.txt"))
        #expect(try saved("{}").contains("- Two & <three>."))
    }

    @Test func aProgressUpdateIsPlayedWithFewWords() throws {
        let tool = try Self.opened()
        try Self.answer(
            tool,
            "chair",
            [
                "Done since (or “No change”)": "Every school was seen.",
                "Evidence (document, date, page)": "Visit book, May 2026",
                "Finished (no, or the date)": "1 June 2026",
                "Colour and why": "On course",
            ]
        )
        let received = try Self.run(tool, "receive chair.txt", today: "2026-06-10")
        #expect(
            received.output == """
                chair.txt: Chair: recorded 1.1.
                  Outside the answers, not recorded: 5 words in lines 1, 26, 27
                    1: Hello,
                    26: Best wishes
                    27: Davina Petrie

                """,
            "\(received.errors)"
        )
        let again = try Self.run(tool, "receive chair.txt", today: "2026-06-10")
        #expect(again.output.hasPrefix("chair.txt: Chair: received before: 1.1.\n"))

        let status = try Self.run(tool, "status", today: "2026-06-16")
        #expect(status.output.contains("1 of 2 have answered for everything."))
        #expect(status.output.contains("2 days"))
        let chase = try Self.run(tool, "chase", today: "2026-06-16")
        #expect(
            chase.output == """
                To: Training Officer
                Progress update at 30 June 2026
                Nothing has come yet for: 1.2
                It was due on 14 June 2026, 2 days ago. If nothing has changed, “no change” is enough.

                """
        )
        let nilReturn = try tool.run(
            ["round", "receive", "--nil", "Training Officer"],
            today: "2026-06-17",
            environment: Self.environment
        )
        #expect(nilReturn.output == "Training Officer: nothing to report.\n", "\(nilReturn.errors)")
        #expect(
            try Self.run(tool, "chase", today: "2026-06-18").output
                == "Nobody needs to be chased.\n"
        )

        let paper = try Self.run(tool, "paper -o paper.html", today: "2026-06-20")
        #expect(paper.output == "The paper is frozen as of 20 June 2026.\n", "\(paper.errors)")
        #expect(try Self.text(tool, "paper.html").contains("Every school was seen."))
        let sheet = try Self.run(
            tool,
            "agree -o agree.txt --at cpc/2026-06-30#5",
            today: "2026-06-30"
        )
        #expect(sheet.output == "Wrote agree.txt.\n", "\(sheet.errors)")
        let filled = try Self.text(tool, "agree.txt")
        #expect(filled.hasPrefix("AGREE at CPC, 30 June 2026, item 5      ref 2026-06-30/agree\n"))
        try tool.write(
            filled.replacingOccurrences(of: "(yes or no):", with: "(yes or no): yes"),
            to: "agree.txt"
        )
        let agreed = try Self.run(
            tool,
            "agree agree.txt --at cpc/2026-06-30#5",
            today: "2026-06-30"
        )
        #expect(
            agreed.output == """
                Recorded what was agreed of 1 item.
                  1.1  as proposed, G, finished on 1 June 2026

                """,
            "\(agreed.errors)"
        )
        let closed = try Self.run(tool, "close", today: "2026-06-30")
        #expect(
            closed.output == """
                Progress update at 30 June 2026 is closed. 1 item has new words.
                30 June 2026, Progress Update: total 2, completed 1, added -, ongoing 1.
                The words are for the audience “committee”. Colours, completions and dates are for everybody who may read the plan.

                """,
            "\(closed.errors)"
        )
        // Everything that the officer typed, with the answers on the sheet of what was agreed.
        let typed = [
            "committee round open 2026-06-30 --due 2026-06-14", "committee round forms -o sheets",
            "committee round receive chair.txt", "committee round status", "committee round chase",
            "committee round receive --nil \"Training Officer\"",
            "committee round paper -o paper.html",
            "committee round agree -o agree.txt --at cpc/2026-06-30#5",
            "committee round agree agree.txt --at cpc/2026-06-30#5", "committee round close",
            " yes",
        ]
        #expect(typed.reduce(0) { $0 + $1.utf8.count + 1 } <= 600)
    }

    @Test func whatIsDoubtfulIsHeldBesideTheStoreUntilItIsAccepted() throws {
        let tool = try Self.opened()
        try Self.answer(
            tool,
            "chair",
            ["Done since (or “No change”)": "Seen.", "Colour and why": "Mauve, for once"]
        )
        let received = try Self.run(tool, "receive chair.txt", today: "2026-06-10")
        #expect(received.code == 3)
        #expect(received.output.contains("nothing was recorded"))
        #expect(
            received.output.contains(
                "The answer does not begin with a colour of the key. Write one of: On course, Stuck."
            )
        )
        #expect(received.output.contains("--accept 2026-06-30/chair"))
        let held = try Self.text(tool, "council.sqlite-held/2026-06-30_chair.txt")
        #expect(held.contains("Mauve, for once"))
        let export = try tool.run(["export", tool.store])
        #expect(!export.output.contains("Mauve"))

        let accepted = try Self.run(tool, "receive --accept 2026-06-30/chair", today: "2026-06-11")
        #expect(accepted.output.contains("Chair: recorded 1.1."), "\(accepted.errors)")
        #expect(accepted.code == 0)
        let gone = try Self.run(tool, "receive --accept 2026-06-30/chair", today: "2026-06-11")
        #expect(
            gone.errors
                == "committee: Nothing is held in council.sqlite-held, so there is nothing to accept.\n"
        )
    }

    @Test func aCorrectionOfHeldTextIsNeverWrittenOver() throws {
        let tool = try Self.opened()
        try Self.answer(
            tool,
            "chair",
            ["Done since (or “No change”)": "Seen.", "Colour and why": "Mauve, for once"]
        )
        _ = try Self.run(tool, "receive chair.txt", today: "2026-06-10")
        let file = "council.sqlite-held/2026-06-30_chair.txt"
        let corrected = try Self.text(tool, file).replacing("Mauve", with: "On course")
        try tool.write(corrected, to: file)
        let again = try Self.run(tool, "receive chair.txt", today: "2026-06-11")
        #expect(again.output.contains("--accept 2026-06-30/chair.2"), "\(again.output)")
        #expect(try Self.text(tool, file) == corrected)
        let twice = try Self.run(tool, "receive chair.txt", today: "2026-06-11")
        #expect(twice.output.contains("--accept 2026-06-30/chair.2"))
        let status = try Self.run(tool, "status", today: "2026-06-11")
        #expect(status.output.contains("Held back beside the store, and to be decided: 2 texts."))
        let received = try Self.run(tool, "receive \(file)", today: "2026-06-12")
        #expect(received.output.contains("Chair: recorded 1.1."), "\(received.output)")
        let accepted = try Self.run(
            tool,
            "receive --accept 2026-06-30/chair.2",
            today: "2026-06-12"
        )
        #expect(accepted.code == 1)
        #expect(
            accepted.errors
                == "committee: [1.1] came again on 12 June 2026, after this was held, so accepting it would put older "
                + "words in the place of newer ones. If they are to stand, edit the held file and receive it; else "
                + "delete it.\n"
        )
    }

    @Test func oneFileThatIsNoTextKeepsNoOtherFromBeingRead() throws {
        let tool = try Self.opened()
        try Self.answer(tool, "chair", ["Done since (or “No change”)": "Seen."])
        try Data([0x50, 0xFF, 0xFE, 0x0A]).write(to: tool.folder.appending(path: "bad.txt"))
        let run = try Self.run(tool, "receive bad.txt chair.txt", today: "2026-06-10")
        #expect(run.code == 1)
        #expect(run.output.contains("bad.txt: not read. "), "\(run.output)\(run.errors)")
        #expect(run.output.contains("chair.txt: Chair: recorded 1.1."))
    }

    @Test func whatComesAfterThePaperIsTabled() throws {
        let tool = try Self.opened()
        _ = try Self.run(tool, "paper -o paper.txt", today: "2026-06-20")
        try Self.answer(tool, "chair", ["Done since (or “No change”)": "Seen."])
        let received = try Self.run(tool, "receive chair.txt --json", today: "2026-06-21")
        #expect(received.code == 0, "\(received.errors)")
        let json = try JSONReader.read(Array(received.output.utf8), source: "output").value
        let first = json["received"]?.elements?.first
        #expect(first?["tabled"]?.truth == true)
        #expect(first?["recorded"]?.elements?.compactMap(\.text) == ["1.1"])
        let paper = try Self.run(tool, "paper", today: "2026-06-22")
        #expect(paper.output.contains("Tabled after"))
    }

    static let refusals: [(String, String)] = [
        (
            "extend Chairman 2026-06-20",
            "Nobody called “Chairman” is asked at 2026-06-30. Known: chair, training-officer, Chair, Training Officer."
        ),
        (
            "assign 9.9 Chair",
            "The plan “plan-2026-2028” has no action “9.9”. Known: aim-1, 1.1, 1.2."
        ),
        (
            "status --round 2026-06-29",
            "There is no progress update at 2026-06-29. Did you mean “2026-06-30”?"
        ),
        (
            "close",
            "The report is of 2026-06-30, and 2026-05-20 is before it. Close the progress update on "
                + "that day or later."
        ),
        (
            "open 2026-06-30 --due 2026-06-14",
            "The progress update at 30 June 2026 was opened on 2026-05-20 already. Name another date."
        ),
        (
            "open 2026-09-30 --due 2026-10-14",
            "Answers are due on 2026-10-14, after the report of 2026-09-30. Name an earlier day."
        ),
        (
            "extend Chair 2026-07-20",
            "Chair cannot have until 2026-07-20: the report is of 2026-06-30. Name a day by then; what "
                + "comes later is tabled, or waits for the next progress update."
        ),
        ("withdraw Chair", "There is no return of Chair to withdraw."),
        (
            "word 1.1 Words",
            "Nobody has answered for 1.1 yet, so there is nothing to word. Receive the return first."
        ),
    ]

    @Test func whatCannotBeIsRefusedWithItsReason() throws {
        let tool = try Self.opened()
        for (line, reason) in Self.refusals {
            let run = try Self.run(tool, line)
            #expect(run.errors == "committee: \(reason)\n", "\(line)")
            #expect(run.code == 1)
        }
    }

    @Test func aStoreMustBeNamed() throws {
        let tool = try SmallCommittee.imported()
        let run = try tool.run(["round", "status"])
        #expect(
            run.errors
                == "committee: No store is named. Give --store FILE, or set COMMITTEE_STORE.\n"
        )
        #expect(run.code == 64)
    }

    @Test func leadsWhoOweAreRemindedAndWhoAnsweredIsNot() throws {
        let tool = try Self.opened()
        try tool.write(
            SmallCommittee.plugin + """

                reminder "owed" { each = "deadline", of = { "progress-update" }, to = "lead",
                  { before_due = "3 days" }, { overdue = true, every = "1 week" } }
                """,
            to: "plugins/small/main.lua"
        )
        let before = try tool.run(["remind", tool.store], today: "2026-06-16")
        #expect(before.output.contains("progress update at 30 June 2026"), "\(before.output)")
        _ = try tool.run(
            ["round", "receive", "--nil", "Chair", "--nil", "Training Officer"],
            today: "2026-06-16",
            environment: Self.environment
        )
        let after = try tool.run(["remind", tool.store], today: "2026-06-17")
        #expect(!after.output.contains("progress update at 30 June 2026"))
    }
}
