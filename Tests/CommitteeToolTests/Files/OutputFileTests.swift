// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

#if Tool && Scripting && SQLite
/// Files that the tool writes: what they may not replace, who may read them, and what is left when
/// they cannot be written.
@Suite struct OutputFileTests {
    private static let report = ["report", "council.sqlite", "--format", "small/plan", "-o"]
    private static let export = ["export", "council.sqlite", "-o"]
    private static let calendar = ["remind", "council.sqlite", "--calendar"]
    private static let digest = ["remind", "council.sqlite", "--digest", "-o"]
    private static let publish = ["publish", "council.sqlite", "--format", "small/plan", "-o"]

    // MARK: Stores

    @Test(arguments: [report, export, calendar, digest, publish])
    func noOutputReplacesTheStore(command: [String]) throws {
        let tool = try SmallCommittee.imported()
        let before = try tool.bytes(of: tool.store)
        let run = try tool.run(command + [tool.store])
        #expect(
            run.errors.hasPrefix(
                "committee: council.sqlite is a SQLite database, as every store is, and the output "
                    + "would replace it. Nothing was written; name another file.\n"
            )
        )
        #expect(run.code == 1 && run.output == "")
        #expect(try tool.bytes(of: tool.store) == before)
        #expect(try tool.json(["journal", tool.store, "--verify", "--json"])["problems"] == [])
    }

    @Test func noOutputReplacesASecretKey() throws {
        let tool = try SmallCommittee.imported()
        #expect(try tool.run(["journal", "keygen", "council"]).code == 0)
        let before = try tool.bytes(of: "council.secret-key")
        let run = try tool.run(Self.export + ["council.secret-key"])
        #expect(
            run.errors.hasPrefix(
                "committee: council.secret-key is a secret key, which nobody can make again. Nothing was "
                    + "written; name another file.\n"
            )
        )
        #expect(run.code == 1)
        #expect(try tool.bytes(of: "council.secret-key") == before)
    }

    @Test(arguments: [
        "./council.sqlite", "a/../council.sqlite", "link.sqlite", "hard.sqlite", "a/far.sqlite",
        "a/link/council.sqlite", "other.sqlite",
    ])
    func noNameOfAStoreIsReplaced(name: String) throws {
        let tool = try SmallCommittee.imported()
        _ = try tool.run(["init", "other.sqlite", "--id", "other", "--name", "Other"])
        let made = try tool.shell(
            """
            mkdir a; ln -s council.sqlite link.sqlite; ln council.sqlite hard.sqlite
            ln -s ../link.sqlite a/far.sqlite; ln -s .. a/link
            """
        )
        #expect(made.code == 0)
        let before = try tool.bytes(of: name)
        let run = try tool.run(Self.export + [name])
        #expect(
            run.errors.hasPrefix(
                "committee: \(name) is a SQLite database, as every store is, and the output would "
                    + "replace it. Nothing was written; name another file.\n"
            )
        )
        #expect(run.code == 1)
        #expect(try tool.bytes(of: name) == before)
    }

    @Test(
        "No command that writes a file writes it over a store by another name",
        arguments: [
            "export council.sqlite -o link.sqlite", "plan council.sqlite --json >> link.sqlite",
            "report council.sqlite --format small/plan -o link.sqlite",
            "publish council.sqlite --format small/plan --by chair -o link.sqlite",
            "remind council.sqlite --on 2026-11-30 --calendar link.sqlite",
            "structure council.sqlite -o link.sqlite",
            "meeting list council.sqlite --calendar link.sqlite",
            "document sheet council.sqlite -o link.sqlite",
            "store backup council.sqlite link.sqlite", "journal keygen -o link.sqlite",
        ]
    )
    func nothingIsWrittenOverAStore(command: String) throws {
        let tool = try SmallCommittee.imported()
        _ = try tool.run(["init", "other.sqlite", "--id", "other", "--name", "Other"])
        #expect(try tool.shell("ln -s other.sqlite link.sqlite").code == 0)
        let before = try tool.bytes(of: "other.sqlite")
        let run = try tool.shell("$TOOL \(command)")
        #expect(run.code != 0, "\(run.output)")
        #expect(try tool.bytes(of: "other.sqlite") == before)
    }

    @Test(arguments: ["-wal", "-shm", "-journal"])
    func whatStandsBesideAStoreIsNotReplaced(ending: String) throws {
        let tool = try SmallCommittee.imported()
        for name in [tool.store + ending, "./x/../" + tool.store + ending] {
            try tool.makeFolder("x")
            let run = try tool.run(Self.export + [name])
            #expect(
                run.errors.hasPrefix(
                    "committee: \(name) is a name that SQLite keeps for itself beside a store, and "
                        + "the output would damage the store. Nothing was written; name another "
                        + "file.\n"
                )
            )
            #expect(run.code == 1)
            #expect(try !tool.names.contains(tool.store + ending))
        }
        // Where there is no such store, it is a name like any other.
        #expect(try tool.run(Self.export + ["none\(ending)"]).code == 0)
    }

    @Test(arguments: ["-wal", "-shm", "-journal"])
    func noStoreIsMadeUnderANameThatSQLiteKeeps(ending: String) throws {
        let tool = try SmallCommittee.imported()
        let run = try tool.run(["init", tool.store + ending, "--id", "a", "--name", "A"])
        #expect(
            run.errors
                == "committee: A store cannot be named council.sqlite\(ending): SQLite keeps files "
                + "of its own under names that end in “\(ending)”. Choose another name.\n"
        )
        #expect(run.code == 1)
        #expect(try !tool.names.contains(tool.store + ending))
    }

    @Test func theStandardOutputDoesNotGoIntoAStore() throws {
        let tool = try SmallCommittee.imported()
        let before = try tool.bytes(of: tool.store)
        let run = try tool.shell("$TOOL journal council.sqlite >> council.sqlite")
        #expect(
            run.errors.hasPrefix(
                "committee: The standard output is a SQLite database, as every store is, and the "
                    + "output would damage it. Nothing was written; name another file.\n"
            )
        )
        #expect(run.code == 1)
        #expect(try tool.bytes(of: tool.store) == before)
    }

    @Test(
        "Nothing is appended to what SQLite keeps beside a store",
        arguments: ["council.sqlite-wal", "council.sqlite-shm", "link", "hard-wal", "hard-shm"],
        [">> NAME", "2>> NAME", "-o NAME", "-o /dev/stdout >> NAME"]
    )
    func nothingIsAppendedBesideAStore(name: String, how: String) throws {
        let tool = try SmallCommittee.imported()
        try tool.write(
            """
            import sqlite3, subprocess, sys, os
            store = sqlite3.connect("council.sqlite", isolation_level=None)
            store.execute("PRAGMA wal_autocheckpoint = 0")
            store.execute("BEGIN IMMEDIATE"); store.execute("UPDATE committee SET name = name")
            store.execute("COMMIT")
            os.symlink("council.sqlite-wal", "link")
            os.link("council.sqlite-wal", "hard-wal"); os.link("council.sqlite-shm", "hard-shm")
            before = open("council.sqlite-wal", "rb").read()
            made = subprocess.run(sys.argv[1], shell=True, executable="/bin/bash")
            assert open("council.sqlite-wal", "rb").read() == before, "the log was changed"
            assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            sys.exit(made.returncode)

            """,
            to: "held.py"
        )
        // A file of another name is replaced, not written to, and so the log stays as it is.
        let isReplaced = how == "-o NAME" && name.hasPrefix("hard")
        let command = "$TOOL export council.sqlite \(how.replacing("NAME", with: name))"
        let run = try tool.shell("/usr/bin/python3 held.py '\(command)'")
        guard !isReplaced else { return #expect(run.code == 0, "\(run.errors)") }
        #expect(run.code == 1, "\(run.output.prefix(300)) \(run.errors)")
        #expect(
            (run.output + run.errors).contains("SQLite keeps") || how.hasPrefix("2>>"),
            "\(run.output.prefix(300)) \(run.errors)"
        )
    }

    @Test func anEmptyLogIsKnownByTheStoreThatIsNamed() throws {
        let tool = try SmallCommittee.imported()
        // A program that read the store and was killed leaves an empty log.
        _ = try tool.shell(": > council.sqlite-wal; ln council.sqlite-wal log.txt")
        for (name, how) in [("council.sqlite-wal", ">>"), ("log.txt", ">>"), ("log.txt", "2>>")] {
            let run = try tool.shell("$TOOL committees council.sqlite \(how) \(name)")
            #expect(run.code == 1, "\(name): \(run.errors)")
            #expect(
                (run.output + run.errors).hasSuffix(
                    "output is a file that SQLite keeps beside a store, and the output would damage the store. "
                        + "Nothing was written; name another file.\n"
                ),
                "\(name): \(run.output) \(run.errors)"
            )
            #expect(try tool.bytes(of: name) == [], "\(name)")
        }
    }

    // MARK: Modes

    private func mode(of name: String, in tool: BuiltTool) throws -> Int? {
        let path = tool.folder.appending(path: name).path
        return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test(arguments: [
        (report, "committee", 0o600), (report, "public", 0o644), (report, "partners", 0o600),
        (export, "", 0o600), (calendar, "", 0o600), (calendar, "public", 0o644),
        (digest, "", 0o600), (publish, "", 0o644), (publish, "committee", 0o600),
    ])
    func onlyThePublicEditionIsForEverybody(
        command: [String],
        audience: String,
        mode: Int
    ) throws {
        let tool = try SmallCommittee.imported()
        let whom = audience.isEmpty ? [] : ["--audience", audience]
        let run = try tool.run(command + ["out.md"] + whom)
        #expect(run.code == 0, "\(run.errors)")
        #expect(try self.mode(of: "out.md", in: tool) == mode)
    }

    @Test(arguments: [(0o400, 0o400), (0o600, 0o600), (0o640, 0o600), (0o644, 0o600)])
    func aFileThatIsThereGetsNoMoreReaders(before: Int, after: Int) throws {
        let tool = try SmallCommittee.imported()
        try tool.write("Old.", to: "out.md")
        let path = tool.folder.appending(path: "out.md").path
        try FileManager.default.setAttributes([.posixPermissions: before], ofItemAtPath: path)
        #expect(try tool.run(Self.report + ["out.md"]).code == 0)
        #expect(try mode(of: "out.md", in: tool) == after)
        #expect(try tool.run(Self.report + ["out.md", "--audience", "public"]).code == 0)
        #expect(try mode(of: "out.md", in: tool) == after)
    }

    @Test func aLinkStaysALink() throws {
        let tool = try SmallCommittee.imported()
        try tool.makeFolder("shared")
        _ = try tool.shell("echo Old. > shared/out.md; ln -s shared/out.md out.md")
        #expect(try tool.run(Self.report + ["out.md"]).code == 0)
        #expect(try tool.shell("readlink out.md").output == "shared/out.md\n")
        #expect(try tool.bytes(of: "shared/out.md").starts(with: Array("# Small Plan".utf8)))
    }

    // MARK: What cannot be written

    @Test func aFileThatCannotBeWrittenWholeLeavesTheOldOne() throws {
        let tool = try BuiltTool.withStore()
        try SmallCommittee.write(into: tool)
        let rows = (3..<500).map { number in
            "| 1.\(number) | \(String(repeating: "Visit school \(number). ", count: 12))"
                + " | Chair | By 30 June 2026 | G |\n"
        }
        let before = SmallCommittee.document.trimmingCharacters(in: .newlines) + "\n"
        try tool.write(before + rows.joined(), to: "plan.md")
        let run = try tool.run(["import", tool.store, "plan.md", "--layout", "small/plan"])
        try #require(run.code == 0, "\(run.errors)")
        _ = try tool.shell("echo Old. > out.md")
        let (names, store) = (try tool.names, try tool.bytes(of: tool.store))
        for command in [Self.report, Self.export, Self.calendar, Self.digest, Self.publish] {
            // No file may be longer than 64 KB; the signal that would say so is ignored.
            let words = command.map { "'\($0)'" }.joined(separator: " ")
            let run = try tool.shell("trap '' XFSZ; ulimit -f 64; $TOOL \(words) out.md")
            #expect(
                run.errors
                    == "committee: out.md would be larger than a file may be here. Raise the limit, "
                    + "or choose another place.\nThe record was not changed.\n"
            )
            #expect(run.code == 1 && run.output == "", "\(command)")
            #expect(try tool.bytes(of: "out.md") == Array("Old.\n".utf8))
            #expect(try tool.names == names)
        }
        #expect(try tool.bytes(of: tool.store) == store)
    }

    @Test func aFullDiskIsToldBeforeAnythingIsPublished() throws {
        let tool = try SmallCommittee.imported()
        let before = try tool.bytes(of: tool.store)
        let run = try tool.run(Self.publish + ["/dev/full"])
        #expect(
            run.errors
                == "committee: There is no room left for /dev/full. Make room on the disk and try "
                + "again.\nThe record was not changed.\n"
        )
        #expect(run.code == 1)
        #expect(try tool.bytes(of: tool.store) == before)
        let folder = try tool.run(Self.publish + ["none/plan.md"])
        #expect(
            folder.errors
                == "committee: The folder for none/plan.md does not exist. Make the folder first.\n"
                + "The record was not changed.\n"
        )
    }

    @Test(arguments: [
        ("> /dev/full", "No space left on device"), (">&-", "Bad file descriptor"),
    ])
    func anOutputThatIsFullOrClosedIsNoticed(redirection: String, reason: String) throws {
        let tool = try SmallCommittee.imported()
        let before = try tool.bytes(of: tool.store)
        for command in ["plan", "journal", "export", "remind", "committees"] {
            let run = try tool.shell("$TOOL \(command) council.sqlite \(redirection)")
            #expect(
                run.errors
                    == "committee: The output cannot be written: \(reason).\n"
                    + "The record was not changed.\n"
            )
            #expect(run.code == 1)
        }
        #expect(try tool.bytes(of: tool.store) == before)
        let help = try tool.shell("$TOOL --help \(redirection)")
        #expect(help.code == 1)
    }

    @Test(arguments: ["> /dev/full", ">&-"])
    func whatWasRecordedBeforeTheOutputFailedIsSaid(redirection: String) throws {
        let tool = try SmallCommittee.imported()
        let entries = try tool.json(["journal", tool.store, "--json"])["entries"]?.elements?.count
        let first = try #require(entries) + 1
        try tool.write(
            """
            {"by": "clerk", "effective": "2026-10-31", "plan": "plan-2026-2028", "changes": [
              {"action": "1.1", "progress": "Visited two.", "status": "R"}
            ]}
            """,
            to: "changes.json"
        )
        let run = try tool.shell("$TOOL record council.sqlite changes.json \(redirection)")
        #expect(
            run.errors.hasSuffix(
                "\nEntries \(first) to \(first + 1) were recorded all the same; do not record them "
                    + "again.\n"
            )
        )
        #expect(run.code == 1)
        let made = try tool.shell(
            "$TOOL init new.sqlite --id new --name New \(redirection)"
        )
        #expect(made.errors.hasSuffix("\nThe committee “new” was added all the same.\n"))
        #expect(made.code == 1)
        #expect(try tool.run(["committees", "new.sqlite"]).code == 0)
    }

    @Test func anImportThatFailsLateRecordsNothing() throws {
        let tool = try SmallCommittee.imported()
        try tool.write(
            """
            {"by": "clerk", "effective": "2026-10-31", "plan": "plan-2026-2028", "changes": [
              {"action": "1.1", "externalID": {"source": "mosaic", "id": "first-name"}},
              {"action": "1.2", "externalID": {"source": "mosaic", "id": "other-name"}}
            ]}
            """,
            to: "changes.json"
        )
        #expect(try tool.run(["record", tool.store, "changes.json"]).code == 0)
        #expect(try tool.run(Self.export + ["record.json"]).code == 0)
        let export = String(decoding: try tool.bytes(of: "record.json"), as: UTF8.self)
        try tool.write(export.replacing("other-name", with: "first-name"), to: "wrong.json")
        _ = try tool.run(["init", "copy.sqlite", "--id", "copy", "--name", "Copy"])
        let wrong = try tool.run([
            "import", "copy.sqlite", "wrong.json", "--layout", "standard/json",
        ])
        #expect(wrong.code == 1 && wrong.output == "")
        #expect(try tool.json(["journal", "copy.sqlite", "--json"])["entries"] == [])
        let right = try tool.run([
            "import", "copy.sqlite", "record.json", "--layout", "standard/json",
        ])
        #expect(right.code == 0, "\(right.errors)")
    }

    @Test func aClosedInputIsNotTakenForAFile() throws {
        let tool = try SmallCommittee.imported()
        let run = try tool.shell("$TOOL record council.sqlite - <&-")
        #expect(
            run.errors
                == "committee: The file of changes - cannot be read: Bad file descriptor. Check the "
                + "path.\n"
        )
        #expect(run.code == 1)
    }
}
#endif
