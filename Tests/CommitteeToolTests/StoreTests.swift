// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

/// Making and opening stores: what is said, and what is left behind.
struct StoreTests {
    @Test func initMakesAStore() throws {
        let tool = try BuiltTool()
        let run = try tool.run(["init", "a.sqlite", "--id", "north-cpc", "--name", "North CPC"])
        #expect(run.output == "Made the store a.sqlite for North CPC (north-cpc).\n")
        #expect(run.code == 0)
        #expect(try tool.names == ["a.sqlite"])
    }

    @Test("A text is erased for good, and nothing of it is left in the store")
    func erasing() throws {
        let tool = try SmallCommittee.imported()
        let words = "Tidings of the heron were heard."
        try tool.write(
            #"{ "by": "a", "effective": "2026-10-31", "plan": "plan-2026-2028", "changes": [ "#
                + #"{ "action": "1.1", "progress": "\#(words)" } ] }"#,
            to: "c.json"
        )
        let recorded = try tool.run(["record", tool.store, "c.json"])
        #expect(recorded.errors == "")
        let entries = try tool.json(["journal", tool.store, "--json"])["entries"]?.elements ?? []
        let last = try #require(entries.last?["sequence"]?.wholeNumber)
        let several = try tool.run([
            "journal", "erase", tool.store, "1", "--reason", "No.", "--by", "a",
        ])
        #expect(several.errors == "committee: Entry 1 has no text that can be erased.\n")
        let run = try tool.run([
            "journal", "erase", tool.store, "\(last)", "--reason", "It said too much.", "--by", "a",
        ])
        #expect(run.errors == "")
        #expect(
            run.output
                == "Erased the text “progress” of entry \(last) (entry \(last + 1)). Backups, exports and reports that "
                + "were made before may still hold it.\n"
        )
        for name in try tool.names where name.hasPrefix(tool.store) {
            #expect(
                !String(decoding: try tool.bytes(of: name), as: UTF8.self).contains("heron"),
                "\(name)"
            )
        }
        #expect(try tool.json(["journal", tool.store, "--verify", "--json"])["problems"] == [])
        #expect(!(try tool.run(["export", tool.store])).output.contains("heron"))
    }

    @Test func initTwiceIsRefusedAndChangesNothing() throws {
        let tool = try BuiltTool.withStore()
        let before = try tool.bytes(of: tool.store)
        let run = try tool.run(["init", tool.store, "--id", "other", "--name", "Other"])
        #expect(
            run.errors
                == "committee: There is something at council.sqlite already. Choose another path, "
                + "or use --add to add a committee to that store.\n"
        )
        #expect(run.code == 1)
        #expect(try tool.bytes(of: tool.store) == before)
    }

    @Test func missingFolderLeavesNothing() throws {
        let tool = try BuiltTool()
        let run = try tool.run(["init", "no/a.sqlite", "--id", "a", "--name", "A"])
        #expect(
            run.errors
                == "committee: The folder for no/a.sqlite does not exist. Make the folder first.\n"
        )
        #expect(run.code == 1)
        #expect(try tool.names.isEmpty)
    }

    @Test func severalCommitteesNeedAChoice() throws {
        let tool = try BuiltTool.withStore()
        let added = try tool.run(
            ["init", tool.store, "--add", "--id", "south-cpc", "--name", "South CPC"])
        #expect(added.output == "Added South CPC (south-cpc) to council.sqlite.\n")
        let run = try tool.run(["journal", tool.store])
        #expect(
            run.errors
                == """
                committee: The store council.sqlite has several committees. Say which one with \
                --committee ID.
                  north-cpc  North CPC
                  south-cpc  South CPC

                """
        )
        #expect(run.code == 1)
        #expect(try tool.run(["journal", tool.store, "--committee", "south-cpc"]).code == 0)
        let wrong = try tool.run(["journal", tool.store, "--committee", "suth-cpc"])
        #expect(
            wrong.errors
                == "committee: The store has no committee “suth-cpc”. Did you mean “south-cpc”?\n"
        )
        let list = try tool.json(["committees", tool.store, "--json"])
        #expect(list["committees"]?.elements?.map { $0["id"]?.text } == ["north-cpc", "south-cpc"])
    }

    @Test(
        "A store that cannot be opened is explained",
        arguments: [
            (
                "none.sqlite",
                "There is no store at none.sqlite. Check the path, or make a store: committee "
                    + "init none.sqlite --id ID --name NAME"
            ),
            ("folder", "folder is not a file, so it is not a store. Check the path."),
            (
                "text.sqlite",
                "text.sqlite is not a SQLite database, so it is not a store. Check the path."
            ),
        ]
    )
    func unopenable(name: String, message: String) throws {
        let tool = try BuiltTool()
        try tool.makeFolder("folder")
        try tool.write(
            "This is a text and not a database, however long it may be.",
            to: "text.sqlite"
        )
        let run = try tool.run(["plan", name])
        #expect(run.errors == "committee: \(message)\n")
        #expect(run.code == 1)
    }

    @Test func emptyCommitteeHasNoPlan() throws {
        let tool = try BuiltTool.withStore()
        let run = try tool.run(["plan", tool.store])
        #expect(
            run.errors
                == "committee: North CPC has no plan on 2026-10-31. Import one, or choose another "
                + "date.\n"
        )
        #expect(run.code == 1)
        let journal = try tool.run(["journal", tool.store])
        #expect(
            journal.output == "Journal of North CPC\n====================\n\nNothing is recorded.\n"
        )
    }

    @Test func terminalSequencesOfANameAreNotObeyed() throws {
        let tool = try BuiltTool.withStore()
        let run = try tool.run(["plan", "\u{1B}[2J.sqlite"])
        #expect(!run.errors.contains("\u{1B}"))
        #expect(run.errors.hasPrefix("committee: There is no store at \u{FFFD}[2J.sqlite."))
    }
}
