// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Glibc
import Testing

#if Tool && Scripting && SQLite
/// Copies, signed heads, and stores that may only be read, as the tool treats them.
@Suite struct StoreFileToolTests {
    private func mode(of name: String, in tool: BuiltTool) throws -> Int? {
        try FileManager.default.attributesOfItem(
            atPath: tool.folder.appending(path: name).path
        )[.posixPermissions] as? Int
    }

    // MARK: Copies

    @Test func aBackupIsAStoreThatOnlyItsMakerMayRead() throws {
        let tool = try SmallCommittee.imported()
        let count = try tool.json(["journal", tool.store, "--verify", "--json"])["entries"]
        let run = try tool.run(["store", "backup", tool.store, "-o", "copy.sqlite"])
        #expect(
            run.output
                == "Copied council.sqlite to copy.sqlite.\n  north-cpc: \(count?.wholeNumber ?? 0) entries\n"
        )
        #expect(try mode(of: "copy.sqlite", in: tool) == 0o600)
        #expect(
            try tool.run(["journal", tool.store, "--json"]).output
                == tool.run(["journal", "copy.sqlite", "--json"]).output
        )
    }

    @Test(arguments: ["council.sqlite", "plan.md", "link"])
    func aBackupReplacesNothing(name: String) throws {
        let tool = try SmallCommittee.imported()
        _ = try tool.shell("ln -s plan.md link")
        let before = try tool.bytes(of: name)
        let run = try tool.run(["store", "backup", tool.store, "-o", name])
        #expect(
            run.errors
                == "committee: There is something at \(name) already. Nothing was written; name another file.\n"
                + "The record was not changed.\n"
        )
        #expect(run.code == 1)
        #expect(try tool.bytes(of: name) == before)
    }

    // MARK: Signed heads

    @Test func aSignedHeadShowsThatTheEndWasCutOff() throws {
        let tool = try SmallCommittee.imported()
        #expect(try tool.run(["store", "backup", tool.store, "-o", "before.sqlite"]).code == 0)
        try tool.write(
            #"""
            {"by": "officer", "effective": "2026-10-31", "plan": "small",
             "changes": [{"action": "1.1", "progress": "Words."}]}
            """#,
            to: "changes.json"
        )
        let plan = try tool.json(["plan", tool.store, "--json"])
        let id = plan["plan"]?["id"]?.text ?? plan["id"]?.text ?? ""
        try tool.write(
            "{\"by\": \"officer\", \"effective\": \"2026-10-31\", \"plan\": \"\(id)\", \"changes\": "
                + "[{\"action\": \"1.1\", \"progress\": \"Words.\"}]}",
            to: "changes.json"
        )
        let recorded = try tool.run(["record", tool.store, "changes.json"])
        #expect(recorded.code == 0, "\(recorded.errors)")
        #expect(
            try tool.run(["journal", "keygen", "council"]).output
                == "Made council.secret-key, to be kept secret, and council.public-key.\n"
        )
        #expect(try mode(of: "council.secret-key", in: tool) == 0o600)
        #expect(try mode(of: "council.public-key", in: tool) == 0o644)
        let signing = ["--key", "council.secret-key", "-o", "head.json"]
        #expect(try tool.run(["journal", "sign", tool.store] + signing).code == 0)
        let checking = ["--head", "head.json", "--key", "council.public-key"]
        let whole = try tool.run(["journal", "verify", tool.store] + checking)
        #expect(whole.code == 0, "\(whole.errors)")
        #expect(whole.output.contains("are those of the signed head."))
        let cut = try tool.run(["journal", "verify", "before.sqlite"] + checking)
        #expect(cut.code == 1)
        #expect(cut.errors.contains(": its end was cut off."), "\(cut.errors)")
        // Alone, the older store has nothing wrong.
        #expect(try tool.run(["journal", "verify", "before.sqlite"]).code == 0)
    }

    @Test func aHeadThatWasChangedIsNotBelieved() throws {
        let tool = try SmallCommittee.imported()
        for name in ["one", "two"] { _ = try tool.run(["journal", "keygen", name]) }
        _ = try tool.run([
            "journal", "sign", tool.store, "--key", "one.secret-key", "-o", "head.json",
        ])
        let other = try tool.run(
            ["journal", "verify", tool.store, "--head", "head.json", "--key", "two.public-key"]
        )
        #expect(
            other.errors
                == "committee: head.json was not signed with the key of two.public-key, or was changed since. "
                + "Find the head that was signed with it, or the key with which this one was signed.\n"
        )
        _ = try tool.shell("sed -i 's/North CPC/South CPC/' head.json")
        let changed = try tool.run(
            ["journal", "verify", tool.store, "--head", "head.json", "--key", "one.public-key"]
        )
        #expect(changed.code == 1)
        #expect(changed.errors.contains("was not signed with the key of one.public-key"))
    }

    // MARK: Imports

    @Test func anExportThatWasChangedIsNotImported() throws {
        let tool = try SmallCommittee.imported()
        _ = try tool.run(["export", tool.store, "-o", "record.json"])
        _ = try tool.shell(
            "sed -i '0,/\"by\": \"committee-tool\"/s//\"by\": \"chair\"/' record.json"
        )
        _ = try tool.run(["init", "copy.sqlite", "--id", "north-cpc", "--name", "North CPC"])
        let run = try tool.run([
            "import", "copy.sqlite", "record.json", "--layout", "standard/json",
        ])
        #expect(run.code == 1)
        #expect(
            run.errors.hasPrefix(
                "committee: The export is not as it was written. Entry 1: was changed after it was recorded: "
                    + "its hash does not match its content."
            ),
            "\(run.errors)"
        )
        #expect(try tool.json(["journal", "copy.sqlite", "--json"])["entries"]?.elements == [])
    }

    // MARK: Stores that may only be read

    /// Runs the tool as somebody who may read everything here and write nothing.
    private func runAsReader(_ arguments: String, in tool: BuiltTool) throws -> BuiltTool.Run {
        _ = try tool.shell("cp $TOOL ./tool; chmod -R a+rX . ; chmod a-w . *")
        guard geteuid() == 0 else { return try tool.shell("./tool \(arguments)") }
        return try tool.shell(
            "setpriv --reuid 65534 --regid 65534 --clear-groups ./tool \(arguments)"
        )
    }

    @Test(arguments: [
        "journal council.sqlite", "plan council.sqlite", "journal council.sqlite --verify",
    ])
    func readingNeedsNoRightToWrite(command: String) throws {
        let tool = try SmallCommittee.imported()
        let before = try tool.shell("$TOOL \(command)")
        let run = try runAsReader(command, in: tool)
        defer { _ = try? tool.shell("chmod u+w .") }
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output == before.output)
        #expect(try tool.names.filter { $0.hasPrefix("council") } == ["council.sqlite"])
    }

    @Test func writingWhereOneMayNotIsExplained() throws {
        let tool = try SmallCommittee.imported()
        try tool.write(
            #"{"by": "a", "effective": "2026-10-31", "changes": [{"committee": {"bodies": []}}]}"#,
            to: "changes.json"
        )
        let run = try runAsReader("init council.sqlite --add --id b --name B", in: tool)
        defer { _ = try? tool.shell("chmod u+w .") }
        #expect(
            run.errors
                == "committee: The store at council.sqlite cannot be written to. Check the permissions of the "
                + "file and its folder.\n"
        )
        #expect(run.code == 1)
    }
}
#endif
