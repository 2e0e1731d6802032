// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("A repairs file")
struct RepairsFileTests {
    @Test func hasEveryFormOfRepair() throws {
        let file = try read(
            """
            {
              "document": "plan.txt",
              "repairs": [
                { "line": 5, "because": "a", "find": "x", "put": "y", "cell": 2 },
                { "line": 6, "because": "b", "cell": 1, "text": "z" },
                { "line": 7, "because": "c", "drop": true },
                { "line": 8, "because": "d", "insert_before": "Outcome 8" },
                { "line": 9, "because": "e", "insert_row_before": ["1", "2"] },
                { "lines": [10, 11], "because": "f", "rows": [["1"], ["2"]] }
              ]
            }
            """
        )
        #expect(file.document == "plan.txt")
        #expect(
            file.repairs.map(\.step) == [
                .replace(find: "x", put: "y", cell: 2), .setCell(1, text: "z"), .drop,
                .insertText("Outcome 8"), .insertRow(["1", "2"]),
                .replaceRows(lines: [10, 11], rows: [["1"], ["2"]]),
            ]
        )
        #expect(file.repairs.map(\.line) == [5, 6, 7, 8, 9, 10])
        #expect(file.repairs.map(\.fileLine) == [4, 5, 6, 7, 8, 9])
    }

    @Test(arguments: [
        (
            #"{ "line": 1, "becuase": "a", "drop": true }"#,
            "repairs[0]: “becuase” is not a name that is known here. Did you mean “because”?"
        ),
        (
            #"{ "line": 1, "drop": true }"#,
            "repairs[0]: “because” (a text) is missing. Add it."
        ),
        (
            #"{ "line": 1, "because": " ", "drop": true }"#,
            "repairs[0].because: “because” is empty. Say why the document is not right."
        ),
        (
            #"{ "line": 1, "because": "a", "cell": 1 }"#,
            "repairs[0]: the repair does not say what to do. Give “find” and “put”, “cell” and "
                + "“text”, “drop”, “insert_before”, “insert_row_before”, or “lines” and “rows”."
        ),
        (
            #"{ "line": 1, "because": "a", "find": "x" }"#,
            "repairs[0]: “put” (a text) is missing. Add it."
        ),
        (
            #"{ "line": 1, "because": "a", "drop": true, "text": "x" }"#,
            "repairs[0].text: “text” does not go with “drop”. Make two repairs of it."
        ),
        (
            #"{ "line": 0, "because": "a", "drop": true }"#,
            "repairs[0].line: expected a number counted from 1, found another value."
        ),
        (
            #"{ "lines": [3, 2], "because": "a", "rows": [["x"]] }"#,
            "repairs[0].lines: “lines” must name at least one line, each once and in order."
        ),
        (
            #"{ "line": 1, "because": "a", "drop": false }"#,
            "repairs[0].drop: “drop” can only be true. Leave the repair out."
        ),
    ])
    func isRefusedWithItsOwnLine(repair: String, message: String) {
        let error = #expect(throws: JSONError.self) {
            try read("{ \"repairs\": [\n\(repair)\n] }")
        }
        #expect(error?.message == message)
        #expect(error?.line == 2)
        #expect(error?.source == "plan.repairs.json")
    }

    private func read(_ text: String) throws -> RepairsFile {
        try RepairsFile(reading: Array(text.utf8), source: "plan.repairs.json")
    }
}
