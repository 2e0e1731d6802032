// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite("Reading the cells of a register")
struct RegisterReadingTests {
    private typealias Sample = RegisterSample

    // MARK: Fields

    @Test("Words go to the fields of the risk, as they stand")
    func words() throws {
        let found = try Sample.read([
            "Ref": "CP-4", "Risk": "The bridge closes", "Cause": "Its cables rust",
            "Effect": "Visits stop", "Kind": "Place", "Owner": "Head of Roads",
            "Manager": "Bridge Engineer", "Notes": "Looked at in May", "Paper": "GC 7",
        ])
        #expect(found.risk.number == "CP-4")
        #expect(found.risk.title == "The bridge closes")
        #expect(found.risk.cause == "Its cables rust")
        #expect(found.risk.effect == "Visits stop")
        #expect(found.risk.event == "")
        #expect(found.risk.category == "Place")
        #expect(found.risk.ownerRoleID == "Head of Roads")
        #expect(found.risk.managerRoleID == "Bridge Engineer")
        #expect(found.risk.columns == ["notes": "Looked at in May", "paper": "GC 7"])
        #expect(found.risk.current == .notAssessed)
        #expect(found.findings == [])
    }

    @Test(
        "A level is read by identifier, label or both, whatever its capitals",
        arguments: ["4", "Likely", "LIKELY", "4 Likely", "4 - likely", "Likely (4)"]
    )
    func level(_ words: String) throws {
        let found = try Sample.read(["L": words, "I": "Major"])
        #expect(found.risk.current == Sample.levels("4", "4"))
        #expect(found.findings == [])
    }

    @Test(
        "A level that the scale has not is kept as printed, and the finding says which are known",
        arguments: ["6", "Very likely", "5 Likely", "4 or 5", "4 provisional", "40%"]
    )
    func unknownLevel(_ words: String) throws {
        let found = try Sample.read(["L": words, "Score": "16"])
        #expect(found.risk.current == Sample.levels("", "", stated: .init(value: 16)))
        #expect(found.risk.columns == ["current.likelihood": words])
        #expect(found.findings.map(\.kind) == ["level-unknown"])
        #expect(
            found.findings.first?.message
                == "“\(words)” is no likelihood of scale five, version 1, which has: 1 Rare, 2 Unlikely, "
                + "3 Possible, 4 Likely, 5 Certain. It is kept as printed with risk R1, as its current "
                + "likelihood."
        )
    }

    @Test(
        "A score is a number, alone or with its band",
        arguments: ["16", "16 High", "16 (high)", "High 16", "16 – red"]
    )
    func score(_ words: String) throws {
        let found = try Sample.read(["Score": words])
        #expect(found.risk.current == Sample.levels("", "", stated: .init(value: 16)))
        #expect(found.findings == [])
    }

    @Test(
        "Words beside a number are no score: nothing is made of a part of a cell",
        arguments: ["16 provisional", "16 to 20", "about 16", "16.5", "-16", "16 Low or so"]
    )
    func unreadScore(_ words: String) throws {
        let found = try Sample.read(["Score": words])
        #expect(found.risk.current == .notAssessed)
        #expect(found.risk.columns == ["current.score": words])
        #expect(
            found.findings.map(\.message) == [
                "“\(words)” is no score, which is a number, alone or with its band. It is kept as printed "
                    + "with risk R1, as its current score."
            ]
        )
    }

    @Test(
        "A band is read by label, identifier or colour",
        arguments: ["High", "top", "RED", "red"]
    )
    func band(_ words: String) throws {
        let found = try Sample.read(["Band": words])
        #expect(found.risk.current == Sample.levels("", "", stated: .init(bandID: "top")))
        #expect(found.findings == [])
    }

    @Test("A band that the scale has not is a finding")
    func unknownBand() throws {
        let found = try Sample.read(["Score": "16", "Band": "Extreme"])
        #expect(found.risk.current == Sample.levels("", "", stated: .init(value: 16)))
        #expect(
            found.findings.map(\.message) == [
                "“Extreme” is no band of scale five, version 1, which has: Low, Medium, High. It is kept as "
                    + "printed with risk R1, as its current band."
            ]
        )
    }

    @Test("Letters are levels and bands, A the worst")
    func letters() throws {
        let scale = try RiskScale(
            id: "letters",
            version: 1,
            likelihoods: [
                .init(id: "A", label: "Certain", weight: 2),
                .init(id: "B", label: "Rare", weight: 1),
            ],
            impacts: [
                .init(id: "grave", label: "Grave", weight: 2),
                .init(id: "slight", label: "Slight", weight: 1),
            ],
            scoring: .grid([
                .init(likelihood: "A", impact: "grave", bandID: "P"),
                .init(likelihood: "A", impact: "slight", bandID: "W"),
                .init(likelihood: "B", impact: "grave", bandID: "W"),
                .init(likelihood: "B", impact: "slight", bandID: "W"),
            ]),
            bands: [.init(grade: "W", label: "Watch"), .init(grade: "P", label: "Press")],
            direction: .init(isLikelihoodWorstFirst: true, isImpactWorstFirst: true)
        )
        let reader = RegisterReader(
            layout: try Sample.layout(),
            scale: scale,
            timescales: TimescaleReader()
        )
        let text = Sample.document([
            Sample.row(["Ref": "1", "Risk": "One", "L": "a", "I": "GRAVE", "Band": "p"]),
            Sample.row(["Ref": "2", "Risk": "Two", "Band": "w"]),
            Sample.row(["Ref": "3", "Risk": "Three", "L": "C", "I": "Slight"]),
        ])
        let source = try SourceDocument(text: text, name: "register.md", as: .markdown)
        let reading = try reader.read(source)
        let levels = reading.rows.map { $0.risk.current.levels }
        #expect(levels[0]?.likelihood == "A")
        #expect(levels[0]?.impact == "grave")
        #expect(levels[0]?.stated == nil)
        #expect(levels[1]?.stated == .init(bandID: "W"))
        #expect(levels[1]?.areKnown == false)
        #expect(levels[2] == nil)
        #expect(reading.findings.map(\.kind) == ["level-unknown", "score-incomplete"])
    }

    @Test(
        "Nothing is not assessed, and neither are the words for it",
        arguments: ["", "-", "–", "Not assessed", "NOT ASSESSED"]
    )
    func notAssessed(_ words: String) throws {
        let found = try Sample.read(["L": words, "I": words, "Score": words, "Band": words])
        #expect(found.risk.current == .notAssessed)
        #expect(found.findings == [])
    }

    // MARK: Scores that differ

    @Test("A stated score that the levels do not make is kept beside them, with a finding")
    func differs() throws {
        let found = try Sample.read(["L": "4", "I": "2", "Score": "12"])
        #expect(found.risk.current == Sample.levels("4", "2", stated: .init(value: 12)))
        #expect(
            found.findings.map(\.message) == [
                "12 is stated as the current score of risk R1, but its levels make 8 Medium. It is recorded "
                    + "as stated."
            ]
        )
    }

    @Test("A stated score with its reason is an override")
    func override() throws {
        let found = try Sample.read(["L": "4", "I": "2", "Score": "15", "Reason": "A hard winter"])
        #expect(
            found.risk.current
                == Sample.levels("4", "2", override: .init(value: 15, reason: "A hard winter"))
        )
        #expect(
            found.findings.map(\.message) == [
                "15 is stated as the current score of risk R1, but its levels make 8 Medium. It is recorded "
                    + "as an override, with its reason."
            ]
        )
    }

    @Test("A stated score that its levels make says nothing more")
    func agrees() throws {
        let found = try Sample.read(["L": "4", "I": "2", "Score": "8", "Band": "Medium"])
        #expect(found.risk.current == Sample.levels("4", "2"))
        #expect(found.findings == [])
    }

    @Test("A reason without another score is kept as printed")
    func unusedReason() throws {
        let found = try Sample.read(["L": "4", "I": "2", "Reason": "A hard winter"])
        #expect(found.risk.current == Sample.levels("4", "2"))
        #expect(found.risk.columns == ["current.override": "A hard winter"])
        #expect(found.findings.map(\.kind) == ["override-unused"])
    }

    @Test("A score that no levels make is recorded as stated, with a finding")
    func impossible() throws {
        let found = try Sample.read(["Score": "17"])
        #expect(found.risk.current == Sample.levels("", "", stated: .init(value: 17)))
        #expect(
            found.findings.map(\.message) == [
                "17 is stated as the current score of risk R1, and no levels of scale five, version 1 make "
                    + "it. It is recorded as stated, its levels as unknown."
            ]
        )
    }

    @Test("A band that does not follow from the score beside it is a finding")
    func otherBand() throws {
        let found = try Sample.read(["Score": "16", "Band": "Low"])
        #expect(
            found.risk.current
                == Sample.levels("", "", stated: .init(value: 16, bandID: "low"))
        )
        #expect(
            found.findings.map(\.message) == [
                "16 Low is stated as the current score of risk R1; scale five, version 1 calls 16 “High”. "
                    + "It is recorded as stated."
            ]
        )
    }

    @Test("One level alone makes no score, and none is invented")
    func incomplete() throws {
        let found = try Sample.read(["L": "4"])
        #expect(found.risk.current == .notAssessed)
        #expect(found.risk.columns == ["current.likelihood": "4"])
        #expect(
            found.findings.map(\.message) == [
                "Of the current score of risk R1 only “4” is known, so it is not assessed; what stands there "
                    + "is kept as printed."
            ]
        )
    }

    @Test("One level with a score keeps both, and the other level is unknown")
    func half() throws {
        let found = try Sample.read(["L": "4", "Score": "16"])
        #expect(found.risk.current == Sample.levels("4", "", stated: .init(value: 16)))
        #expect(found.findings == [])
    }

    // MARK: Controls

    @Test(
        "Controls are the items of a list, the lines of a cell, or the parts between semicolons",
        arguments: [
            "Rota<br>Weekly list", "Rota; Weekly list",
            "<ul><li>Rota</li><li>Weekly list</li></ul>",
            "<ol><li>Rota</li><li>Weekly list</li></ol>",
        ]
    )
    func controls(_ words: String) throws {
        let found = try Sample.read(["Controls": words])
        #expect(found.risk.controls.map(\.words) == ["Rota", "Weekly list"])
        #expect(found.risk.controls.map(\.id) == ["C1", "C2"])
        #expect(found.risk.controls.map(\.kind) == [nil, nil])
        #expect(found.findings == [])
    }

    @Test("One control a cell goes on in the rows below")
    func controlRows() throws {
        var declaration = RegisterSample.declaration.members
        declaration?["columns"] = [["Ref", "number"], ["Risk", "title"], ["Control", "control"]]
        let reader = RegisterReader(
            layout: try Sample.layout(.object(try #require(declaration))),
            scale: try Sample.scale(),
            timescales: TimescaleReader()
        )
        let text = """
            # Risk register of the glen, 31 March 2026

            | Ref | Risk | Control |
            | --- | --- | --- |
            | 1 | One | Rota |
            | | | Weekly list; each Monday |
            | 2 | Two | Drill |
            """
        let reading = try reader.read(
            try SourceDocument(text: text, name: "register.md", as: .markdown)
        )
        #expect(
            reading.rows.map { $0.risk.controls.map(\.words) } == [
                ["Rota", "Weekly list; each Monday"], ["Drill"],
            ]
        )
        #expect(reading.findings == [])
    }

    // MARK: Words

    @Test(
        "The response is read by the plain words for it",
        arguments: [
            ("Tolerate", Risk.Treatment.tolerate), ("Accept", .tolerate), ("TREAT", .treat),
            ("Mitigate", .treat), ("Share", .transfer), ("Avoid", .terminate),
        ]
    )
    func treatment(_ words: String, _ treatment: Risk.Treatment) throws {
        #expect(try Sample.read(["Response": words]).risk.treatment == treatment)
    }

    @Test("A target to accept is no acceptance by anybody")
    func accept() throws {
        let found = try Sample.read(["By": "Accept"])
        #expect(found.risk.targetDate == .accept)
        #expect(found.risk.acceptance == nil)
        #expect(found.risk.treatment == nil)
        #expect(found.findings == [])
    }

    @Test("A target of a month is its last day, and stays as it is printed")
    func month() throws {
        let found = try Sample.read(["By": "March 2027", "Review": "1 June 2026"])
        #expect(found.risk.targetDate == .by(CivilDate(2027, 3, 31)))
        #expect(found.risk.columns == ["target_date": "March 2027"])
        #expect(found.risk.reviewDate == CivilDate(2026, 6, 1))
        #expect(found.findings == [])
    }

    @Test(
        "Words that no column holds are kept as printed",
        arguments: [
            (
                "By", "When it thaws", "cell-unread",
                "neither a day nor “Accept”. It is kept as printed with risk R1, as its target date."
            ),
            (
                "Review", "Termly", "cell-unread",
                "no day. It is kept as printed with risk R1, as its review date."
            ),
            (
                "Response", "Pray", "word-unknown",
                "no word for what is done about a risk: Tolerate, Treat, Transfer, Terminate. It is kept as "
                    + "printed with risk R1, as its treatment."
            ),
            (
                "State", "Dormant", "word-unknown",
                "no word for how a risk stands: Open, Closed. It is kept as printed with risk R1, as its "
                    + "status."
            ),
            (
                "Moved", "Sideways", "word-unknown",
                "no word for how a risk moved: ↑, →, ↓, New. It is kept as printed with risk R1, as its "
                    + "movement."
            ),
        ]
    )
    func unknownWords(
        _ header: String,
        _ words: String,
        _ kind: String,
        _ message: String
    ) throws {
        let found = try Sample.read([header: words])
        #expect(found.findings.map(\.kind) == [kind])
        #expect(found.findings.map(\.message) == ["“\(words)” is \(message)"])
        #expect(found.risk.columns.values.map { $0 } == [words])
    }

    @Test(
        "A movement is an arrow or a word",
        arguments: [
            ("↑", "up"), ("Worse", "up"), ("→", "same"), ("No change", "same"), ("↓", "down"),
            ("New", "new"), ("⬇\u{FE0F}", "down"),
        ]
    )
    func movement(_ words: String, _ meaning: String) throws {
        let reading = try Sample.read(["Moved": words]).reading
        #expect(reading.rows.first?.movement == meaning)
        #expect(reading.findings == [])
    }

    @Test("A status of closed closes the risk")
    func closed() throws {
        #expect(try Sample.read(["State": "Closed"]).risk.state == .closed)
        #expect(try Sample.read(["State": "Open"]).risk.state == .proposed)
    }

    // MARK: The document

    @Test("The day is that of the title, and without one nothing is read")
    func day() throws {
        let text = Sample.document([Sample.row(["Ref": "1", "Risk": "One"])], date: "")
        let error = #expect(throws: ImportError.self) { try Sample.read(text) }
        #expect(
            error?.description
                == "register.md: No line reads “Risk register of the glen, {date}”, by which the layout "
                + "“small/register” knows the register. The nearest is line 1, “Risk register of the glen,”. Choose the layout that fits the document, or "
                + "correct its title."
        )
        let other = Sample.document([Sample.row(["Ref": "1", "Risk": "One"])], date: "TBC")
        let undated = #expect(throws: ImportError.self) { try Sample.read(other) }
        #expect(
            undated?.description
                == "register.md:1: “TBC” is not a day, and a score holds from a day on. Give it with --as-of, "
                + "as in --as-of 2026-03-31, or declare the line of the layout's facts called “date” that "
                + "says it."
        )
    }

    @Test("A document without the table is refused with the columns that it lacks")
    func noTable() throws {
        let text =
            "# Risk register of the glen, 31 March 2026\n\n| Ref | Risk |\n| --- | --- |\n| 1 | One |\n"
        let error = #expect(throws: ImportError.self) { try Sample.read(text) }
        #expect(
            error?.message.hasPrefix("The header of the table lacks the columns “Cause”, “Effect”")
                ?? false
        )
    }

    @Test(
        "A register with one or two damaged headers is read, with findings, unless it is the number's"
    )
    func damagedHeaders() throws {
        let row = Sample.row(["Ref": "1", "Risk": "One", "Aim": "3", "By": "31 May 2026"])
        let text = Sample.document([row])
        let reading = try Sample.read(
            text.replacing("| Aim |", with: "| 7 |").replacing("| By |", with: "|  |")
        )
        let kinds = reading.findings.filter { $0.line == 3 }.map(\.kind)
        #expect(kinds == ["column-missing", "column-undeclared"])
        #expect(reading.page.texts.map(\.text.singleLine).contains("31 May 2026"))
        #expect(throws: ImportError.self) {
            try Sample.read(text.replacing("| Ref |", with: "| 7 |"))
        }
    }

    @Test("A header on a second page, furniture and text fall into place")
    func pages() throws {
        let header = "| " + Sample.headers.joined(separator: " | ") + " |"
        let rule = "|" + String(repeating: " --- |", count: Sample.headers.count)
        let text = Sample.document(
            [Sample.row(["Ref": "1", "Risk": "One", "L": "2", "I": "2"])],
            above: ["Scores are out of 25."],
            below: [
                "Sheet 2",
                [header, rule, Sample.row(["Ref": "2", "Risk": "Two", "L": "3", "I": "3"])]
                    .joined(separator: "\n"), "Ask the clerk.",
            ]
        )
        let reading = try Sample.read(text)
        #expect(reading.rows.map(\.risk.title) == ["One", "Two"])
        #expect(reading.page.date == CivilDate(2026, 3, 31))
        #expect(
            reading.page.texts.map(\.text.singleLine) == [
                "Scores are out of 25.", "Ask the clerk.",
            ]
        )
        #expect(reading.page.texts.map(\.place) == [.opening, .closing])
        #expect(reading.account.count(of: .furniture) == 2)
        #expect(reading.findings == [])
    }

    @Test("The account says to which field of which risk the words went")
    func account() throws {
        let reading = try Sample.read(["L": "4 Likely", "I": "4", "Paper": "GC 7", "Notes": "Late"])
            .reading
        let became = Dictionary(
            reading.account.lines.map { ($0.words, $0.becameWords) },
            uniquingKeysWith: { first, _ in first }
        )
        #expect(became["4 Likely"] == "the current likelihood of risk R1")
        #expect(became["GC 7"] == "the paper of risk R1")
        #expect(became["Late"] == "the notes of risk R1")
        #expect(became["R1"] == "the number of risk R1")
    }

    // MARK: Careless hands

    @Test(
        "The account closes over rows that careless hands changed",
        arguments: [
            ("a number twice", ["Ref": "1", "Risk": "Again"], "number-twice"),
            ("no number", ["Ref": "First", "Risk": "Two"], "number-unread"),
            (
                "words in the score", ["Ref": "2", "Risk": "Two", "Score": "high up"],
                "score-unread"
            ),
            ("swapped cells", ["Ref": "2", "Risk": "4", "L": "Two"], "level-unknown"),
        ]
    )
    func hostile(_ what: String, _ cells: [String: String], _ kind: String) throws {
        let first = Sample.row(["Ref": "1", "Risk": "One", "L": "2", "I": "3"])
        let reading = try Sample.read([first, Sample.row(cells)])
        #expect(reading.rows.count == 2)
        #expect(reading.findings.map(\.kind).contains(kind), "\(what): \(reading.findings)")
    }

    @Test("Cells outside the table and columns that nobody declared are kept as text")
    func strangers() throws {
        let header = "| " + (Sample.headers + ["Colour"]).joined(separator: " | ") + " |"
        let rule = "|" + String(repeating: " --- |", count: Sample.headers.count + 1)
        let row = Sample.row(["Ref": "1", "Risk": "One"])
        let text = [
            "# Risk register of the glen, 31 March 2026", "", header, rule, row + " crimson |",
            row.replacing("| 1 |", with: "| 2 |") + " | stray words |",
        ]
        let reading = try Sample.read(text.joined(separator: "\n"))
        #expect(reading.rows.count == 2)
        let texts = reading.page.texts.map(\.text.singleLine)
        #expect(texts.contains("crimson"))
        #expect(texts.contains("Colour"))
        #expect(Set(reading.findings.map(\.kind)).isSuperset(of: ["column-undeclared"]))
    }

    @Test("A misspelt header is read, with a finding")
    func misspelt() throws {
        let text = Sample.document([Sample.row(["Ref": "1", "Risk": "One", "Controls": "Rota"])])
            .replacing("| Controls |", with: "| Contrals |")
        let reading = try Sample.read(text)
        #expect(reading.rows.first?.risk.controls.map(\.words) == ["Rota"])
        #expect(reading.findings.map(\.kind) == ["header-misspelt"])
    }

    @Test("A cell that is merged over rows speaks of each of them")
    func merged() throws {
        var declaration = RegisterSample.declaration.members
        declaration?["columns"] = [["Ref", "number"], ["Risk", "title"], ["Owner", "owner"]]
        let reader = RegisterReader(
            layout: try Sample.layout(.object(try #require(declaration))),
            scale: try Sample.scale(),
            timescales: TimescaleReader()
        )
        let text = """
            <h1>Risk register of the glen, 31 March 2026</h1><table>
            <tr><th>Ref</th><th>Risk</th><th>Owner</th></tr>
            <tr><td>1</td><td>One</td><td rowspan="2">Head of Roads</td></tr>
            <tr><td>2</td><td>Two</td></tr></table>
            """
        let reading = try reader.read(
            try SourceDocument(text: text, name: "register.html", as: .html)
        )
        #expect(reading.rows.map(\.risk.ownerRoleID) == ["Head of Roads", "Head of Roads"])
        #expect(reading.findings == [])
    }
}
