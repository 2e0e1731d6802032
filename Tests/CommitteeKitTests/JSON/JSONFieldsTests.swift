// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

private struct Action: Equatable {
    let id: String
    let due: CivilDate?
}

private let action = JSONFieldType<Action>.object(known: ["id", "due"]) {
    (fields) throws(JSONError) in
    Action(
        id: try fields.required("id", as: .text),
        due: try fields.optional("due", as: .date)
    )
}

private func fields(_ text: String) throws -> JSONFields {
    try JSONFields(
        try JSONReader.read(Array(text.utf8), source: "plan.json"),
        in: "plan.json",
        known: ["plan", "actions", "count", "draft", "share", "status", "extra", "names"]
    )
}

@Suite struct JSONFieldsTests {
    @Test func readsEveryKindOfField() throws {
        let fields = try fields(
            """
            {"actions": [{"id": "1"}, {"id": "2", "due": "2026-10-31"}], "count": 2, "draft": true,
             "share": 0.5, "status": "G", "extra": {"any": [1]}, "names": {"b": "x", "a": "y"},
             "plan": null}
            """
        )
        #expect(
            try fields.required("actions", as: .list(of: action)) == [
                Action(id: "1", due: nil), Action(id: "2", due: CivilDate(2026, 10, 31)),
            ]
        )
        #expect(try fields.required("count", as: .integer) == 2)
        #expect(try fields.required("count", as: .number) == 2)
        #expect(try fields.required("share", as: .number) == 0.5)
        #expect(try fields.required("draft", as: .bool))
        #expect(try fields.required("status", as: .one(of: ["R", "A", "G"])) == "G")
        #expect(try fields.required("extra", as: .value) == ["any": [1]])
        #expect(try fields.required("names", as: .map(of: .text)).map(\.key) == ["b", "a"])
        #expect(try fields.optional("plan", as: .text) == nil)
        #expect(fields.has("plan"))
        #expect(try fields.optional("plan", as: .text) == nil)
    }

    static let mistakes: [(String, String)] = [
        ("[]", "1:1: expected an object, found a list."),
        (
            "{\n \"statsu\": 1}",
            "2:2: “statsu” is not a name that is known here. Did you mean “status”?"
        ),
        (
            "{\"qqq\": 1}",
            "1:2: “qqq” is not a name that is known here. Known: plan, actions, count, draft,"
                + " share, status, extra, names."
        ),
        ("{}", "1:1: “actions” (a list) is missing. Add it."),
        ("{\"actions\": 1}", "1:13: actions: expected a list, found a whole number."),
        ("{\"actions\": [{}]}", "1:14: actions[0]: “id” (a text) is missing. Add it."),
        (
            "{\"actions\": [{\"id\": \"1\"},\n{\"id\": true}]}",
            "2:8: actions[1].id: expected a text, found true or false."
        ),
        (
            "{\"actions\": [{\"id\": \"1\", \"duo\": 1}]}",
            "1:26: actions[0]: “duo” is not a name that is known here. Did you mean “due”?"
        ),
        (
            "{\"actions\": [{\"id\": \"1\", \"due\": \"31/10/26\"}]}",
            "1:33: actions[0].due: expected a day such as 2026-10-31, found “31/10/26”."
        ),
    ]

    @Test(arguments: mistakes)
    func aMistakeIsNamedWithItsPath(_ text: String, _ message: String) throws {
        let error = try #require(throws: JSONError.self) {
            try fields(text).required("actions", as: .list(of: action))
        }
        #expect(error.description == "plan.json:" + message)
        #expect(error.code == .content)
    }

    @Test func aWordThatIsNotKnownIsAnsweredWithTheClosest() throws {
        let fields = try fields("{\"status\": \"grene\"}")
        let error = try #require(throws: JSONError.self) {
            try fields.required("status", as: .one(of: ["green", "amber"]))
        }
        #expect(
            error.description == "plan.json:1:12: status: “grene” is not one of the words that are"
                + " known here. Did you mean “green”?"
        )
    }

    @Test func aRuleOfTheReadersOwnIsReportedAtTheValue() throws {
        let fields = try fields("{\n\"count\": -1}")
        #expect(
            fields.error("must not be negative.", at: "count").description
                == "plan.json:2:10: count: must not be negative."
        )
    }
}
