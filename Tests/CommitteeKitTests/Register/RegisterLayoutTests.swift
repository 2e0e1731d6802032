// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite("The declaration of a layout about risks")
struct RegisterLayoutTests {
    private static func layout(_ changes: [(String, JSONValue?)]) throws -> RegisterLayout {
        var members: JSONObject = [
            "about": "risks", "title": "Risk register of the glen, {date}", "register": "glen",
            "scale": "five", "columns": [["Ref", "number"], ["Risk", "title"]],
        ]
        for (name, value) in changes { members[name] = value }
        return try RegisterSample.layout(.object(members))
    }

    @Test("What is left out has the safe value")
    func usual() throws {
        let layout = try Self.layout([])
        #expect(layout.name == "Risk register of the glen")
        #expect(layout.scale == "small/five")
        #expect(layout.visibility == .restricted)
        #expect(layout.riskID.filled { _ in "7" } == "7")
    }

    @Test(
        "A mistake is told with what was found and what to do",
        arguments: [
            (
                [("columns", [["Ref", "number"], ["Risk", "titel"]] as JSONValue)],
                "columns: the column “Risk” holds “titel”, which is not a field of a risk. Did you mean "
                    + "“title”? A column of your own is called local.name."
            ),
            (
                [("columns", [["Risk", "title"], ["L", "likelihood"]] as JSONValue)],
                "columns: the column “L” holds “likelihood”, which is not a field of a risk. Did you mean "
                    + "“current.likelihood”? A column of your own is called local.name."
            ),
            (
                [("columns", [["Risk", "title"], ["L", "current.likelyhood"]] as JSONValue)],
                "columns: the column “L” holds “current.likelyhood”, which is not a field of a risk. Did you "
                    + "mean “current.likelihood”? A column of your own is called local.name."
            ),
            (
                [("columns", [["Ref", "number"], ["L", "current.score"]] as JSONValue)],
                "columns: no column says what the risk is. Add one, such as { \"Risk\", \"title\" }."
            ),
            (
                [("columns", [["Risk", "title"], ["What", "title"]] as JSONValue)],
                "columns: the columns “Risk” and “What” both hold “title”. Keep it in one of them."
            ),
            (
                [("columns", [["Risk", "title"], ["Own", "local.owner"]] as JSONValue)],
                "columns: the column “Own” is of your own and has the name of a field. Call it "
                    + "local.our_owner, or leave out “local.”."
            ),
            (
                [("columns", [["Risk", "title"], ["Control", "control"]] as JSONValue)],
                "columns: the column “Control” holds one control, and further ones stand in rows below it, "
                    + "which are known by having no number. Add a column for the number."
            ),
            (
                [
                    (
                        "columns",
                        [
                            ["Ref", "number"], ["Risk", "title"], ["Control", "control"],
                            ["All", "controls"],
                        ] as JSONValue
                    )
                ],
                "columns: the column “Control” holds one control, and another column holds all of them. Keep "
                    + "one of the two."
            ),
            (
                [
                    (
                        "columns",
                        [["1": "Risk", "2": "title", "merge": true]] as JSONValue
                    )
                ],
                "columns: the column “Risk” of a register has a header and a field, and no value, tick or "
                    + "merge."
            ),
            (
                [("title", "Register {period}")],
                "title: the title “Register {period}” holds “period”. The title of a register may hold "
                    + "{date}, the day of which it speaks, and no other gap."
            ),
            (
                [("risk", "R{id}")],
                "risk: the identifier of a risk holds its number, such as risk = \"CPC-{number}\"; found "
                    + "“R{id}”."
            ),
            (
                [("words", ["shut": ["Shut"]])],
                "words: “shut” is not a name that is known here. Known: tolerate, treat, transfer, terminate, "
                    + "open, closed, up, same, down, new, accept."
            ),
            (
                [("visibility", "everybody")],
                "visibility: “everybody” is not one of the words that are known here. Known: public, partners, "
                    + "committee, restricted."
            ),
            (
                [("levels", ["risk"])],
                "“levels” is not a name that is known here. Known: about, title, register, name, scale, risk, "
                    + "visibility, columns, facts, words, reading."
            ),
            (
                [("register", nil)],
                "“register” (a text that is not empty) is missing. Add it."
            ),
        ] as [([(String, JSONValue?)], String)]
    )
    func mistakes(_ changes: [(String, JSONValue?)], _ message: String) {
        let error = #expect(throws: JSONError.self) { try Self.layout(changes) }
        #expect(error?.message == message)
    }

    @Test("A layout is about a plan unless it says otherwise, and about nothing else")
    func about() throws {
        func isAboutRisks(_ members: JSONObject) throws -> Bool {
            try RegisterLayout.isDeclared(
                by: JSONNode(.object(members), line: 1),
                source: "main.lua"
            )
        }
        #expect(try !isAboutRisks([:]))
        #expect(try !isAboutRisks(["about": "plan"]))
        #expect(try isAboutRisks(["about": "risks"]))
        #expect(throws: JSONError.self) { try isAboutRisks(["about": "risk"]) }
    }

    @Test("The register's own words are written, and the plain ones are still read")
    func words() throws {
        let layout = try Self.layout([("words", ["closed": ["Done with"], "up": ["Worse"]])])
        #expect(layout.words.word(for: "closed") == "Done with")
        #expect(layout.words.meaning(of: "done WITH", among: RegisterWords.states) == "closed")
        #expect(layout.words.meaning(of: "Closed", among: RegisterWords.states) == "closed")
        #expect(layout.words.meaning(of: "↑", among: RegisterWords.movements) == "up")
        #expect(layout.words.meaning(of: "…", among: RegisterWords.movements) == nil)
    }

    @Test("Several fields stand in one cell, both ways")
    func templates() async throws {
        let layout = try Self.layout([
            (
                "columns",
                [
                    ["Ref", "number"], ["Risk", "{event}, because {cause}"],
                    ["Score", "{current.likelihood} x {current.impact} = {current.score}"],
                    ["Who", "{owner} ({manager})"],
                ]
            )
        ])
        let sample = try await RegisterSample(layout: layout)
        let text = """
            # Risk register of the glen, 31 March 2026

            | Ref | Risk | Score | Who |
            | --- | --- | --- | --- |
            | 1 | The bridge closes, because its cables rust | 4 x 5 = 20 | Head of Roads (Engineer) |
            """
        try await sample.importing(text)
        let risk = try await sample.register().risks[0]
        #expect(risk.event == "The bridge closes")
        #expect(risk.cause == "its cables rust")
        #expect(risk.current.levels?.impact == "5")
        #expect(risk.managerRoleID == "Engineer")
        let words = try await sample.written(.markdown, asOf: CivilDate(2026, 3, 31))
        #expect(words.contains(text.split(separator: "\n").last.map(String.init) ?? "-"))
    }
}
