// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

#if Tool && Scripting && SQLite
/// What the tool writes as JSON fits the schemas beside the page on files, as an outside reader sees it.
@Suite struct JSONSchemaTests {
    private static let schemas = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Documentation/schema").path

    private static let validator = """
        import json, sys, jsonschema
        schema = json.load(open(sys.argv[1]))
        kind = jsonschema.Draft202012Validator
        kind.check_schema(schema)
        checker = kind(schema, format_checker=jsonschema.FormatChecker())
        for error in checker.iter_errors(json.load(sys.stdin)):
            print(error.json_path + ": " + error.message[:300])
        """

    private static let isPresent =
        (try? BuiltTool().shell("/usr/bin/python3 -c 'import jsonschema'").code) == 0

    @Test(
        .enabled(
            if: isPresent,
            "Install Python's jsonschema to validate outputs: apt-get install python3-jsonschema"
        ),
        arguments: [
            ("committee-document-1", "report s.sqlite --format small/plan --as json"),
            ("committee-document-1", "report s.sqlite --format standard/plan --as json"),
            ("committee-document-1", "report s.sqlite --format standard/action-list --as json"),
            ("committee-document-1", "report s.sqlite --format standard/progress-update --as json"),
            ("change-report", "changes s.sqlite --since 2026-01-01 --json"),
            ("journal", "journal s.sqlite --json"), ("plan", "plan s.sqlite --json"),
            ("reminders", "remind s.sqlite --on 2026-07-31 --json"),
            ("committee-record-1", "export s.sqlite"),
        ]
    )
    func whatIsWrittenFitsItsSchema(schema: String, command: String) throws {
        let tool = try SmallCommittee.imported()
        if tool.store != "s.sqlite" { _ = try tool.shell("cp \(tool.store) s.sqlite") }
        try tool.write(Self.validator, to: "validate.py")
        let run = try tool.shell(
            "set -o pipefail; $TOOL \(command) "
                + "| /usr/bin/python3 validate.py \(Self.schemas)/\(schema).json"
        )
        #expect(run.output == "", "\(run.errors)")
        #expect(run.code == 0, "\(run.errors)")
    }
}
#endif
