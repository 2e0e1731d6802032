// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite("Importing a register")
struct RegisterImportTests {
    private typealias Sample = RegisterSample

    private static let rows = [
        Sample.row([
            "Ref": "1", "Risk": "The bridge closes", "Cause": "Its cables rust",
            "Effect": "Visits stop", "Kind": "Place", "First L": "5", "First I": "4", "L": "4",
            "I": "4", "Score": "16", "Band": "High", "Moved": "↑",
            "Controls": "Rota<br>Weekly list", "Owner": "Head of Roads", "Response": "Treat",
            "Aim": "8", "By": "30 September 2026", "Review": "30 June 2026", "State": "Open",
            "Notes": "Twice shut in March", "Paper": "GC 7",
        ]),
        Sample.row([
            "Ref": "2", "Risk": "The grant ends", "Score": "9", "Moved": "→", "By": "Accept",
            "Response": "Tolerate", "State": "Open",
        ]),
        Sample.row([
            "Ref": "3", "Risk": "The hall floods", "L": "2", "I": "2", "Score": "6",
            "Reason": "It flooded last year", "Moved": "New", "State": "Open",
        ]),
    ]

    private static func document(
        _ rows: [String] = rows,
        date: String = "31 March 2026",
        approved: String? = "14 April 2026"
    ) -> String {
        Sample.document(rows, date: date, approved: approved, above: ["Scores are out of 25."])
    }

    private static func changed(
        _ changes: [(row: Int, old: String, new: String)],
        date: String = "30 June 2026",
        approved: String? = "9 July 2026"
    ) -> String {
        var rows = rows
        rows[0] = rows[0].replacing("↑", with: "→")
        rows[2] = rows[2].replacing("New", with: "→")
        for change in changes {
            rows[change.row] = rows[change.row].replacing(change.old, with: change.new)
        }
        return document(rows, date: date, approved: approved)
    }

    // MARK: What is recorded

    @Test(
        "A register that is not there is set up with its scale, and its risks have all that was read"
    )
    func first() async throws {
        let sample = try await Sample()
        let found = try await sample.importing(Self.document())
        #expect(found.findings.map(\.kind) == ["score-differs"])
        let register = try await sample.register()
        #expect(register.name == "Risk register of the glen")
        #expect(register.currentScale == (try Sample.scale()))
        #expect(register.page?.date == CivilDate(2026, 3, 31))
        #expect(register.risks.map(\.id) == ["1", "2", "3"])
        let risk = try #require(register.risk("1"))
        #expect(risk.state == .active)
        #expect(risk.visibility == .restricted)
        #expect(risk.inherent.levels?.likelihood == "5")
        #expect(register.scored(.current, of: risk)?.text == "16 High")
        #expect(risk.current.levels?.date == CivilDate(2026, 3, 31))
        #expect(risk.controls.map(\.words) == ["Rota", "Weekly list"])
        #expect(risk.ownerRoleID == "Head of Roads")
        #expect(risk.treatment == .treat)
        #expect(risk.targetDate == .by(CivilDate(2026, 9, 30)))
        #expect(risk.reviewDate == CivilDate(2026, 6, 30))
        #expect(
            risk.columns == ["notes": "Twice shut in March", "paper": "GC 7", "movement": "↑"]
        )
        let judged = try #require(register.risk("3"))
        #expect(judged.current.levels?.override?.reason == "It flooded last year")
        #expect(register.risk("2")?.targetDate == .accept)
        #expect(register.risk("2")?.acceptance == nil)
    }

    @Test("One append holds a lawful course: propose, say, approve")
    func course() async throws {
        let sample = try await Sample()
        let found = try await sample.prepared(Self.document())
        let kinds = found.drafts.filter { $0.subject == .risk("2") }.map(\.kind.rawValue)
        #expect(
            kinds == [
                "risk.proposed", "risk.assessed", "risk.treatment-set", "risk.target-date-set",
                "risk.column-set", "risk.approved",
            ]
        )
        #expect(found.drafts.first?.kind.rawValue == "risk-register.set")
        #expect(found.drafts.last?.kind.rawValue == "document.imported")
        #expect(Set(found.drafts.map(\.by)) == ["tester"])
    }

    @Test("Risks are approved by the committee on the day that the document states, and not before")
    func approval() async throws {
        let sample = try await Sample()
        try await sample.importing(Self.document())
        #expect(
            try await sample.register(asOf: CivilDate(2026, 4, 13)).risks.map(\.state)
                == [.proposed, .proposed, .proposed]
        )
        #expect(
            try await sample.register(asOf: CivilDate(2026, 4, 14)).risks.map(\.state)
                == [.active, .active, .active]
        )
        let event = try await sample.register().risks[0].history.first {
            $0.kind == "risk.approved"
        }
        #expect(event?.payload["by"]?.text == "Glen Committee")
        #expect(event?.by == "tester")
    }

    @Test("Without a line of approval the risks stand as proposed, and nothing closes")
    func proposed() async throws {
        let sample = try await Sample()
        let rows = [
            Self.rows[0], Sample.row(["Ref": "9", "Risk": "The mill burns", "State": "Closed"]),
        ]
        let found = try await sample.importing(Self.document(rows, approved: nil))
        let register = try await sample.register()
        #expect(register.risks.map(\.state) == [.proposed, .proposed])
        #expect(register.risk("9")?.columns == ["status": "Closed"])
        #expect(
            found.findings.map(\.message) == [
                "9 stands as closed, but nothing says that anybody approved it, so it was not closed in the "
                    + "record. The word is kept as printed."
            ]
        )
        let again = try await sample.prepared(
            try await sample.written(.markdown, asOf: CivilDate(2026, 3, 31))
        )
        #expect(again.drafts.map(\.kind.rawValue) == [])
        #expect(again.findings == [])
    }

    @Test("An approval that is no day approves nothing")
    func noDay() async throws {
        let sample = try await Sample()
        let found = try await sample.importing(Self.document(approved: "TBC"))
        #expect(found.findings.map(\.kind).contains("date-unread"))
        #expect(try await sample.register().risks[0].state == .proposed)
    }

    @Test("A row that says closed is closed after its approval")
    func closed() async throws {
        let sample = try await Sample()
        let rows = [Self.rows[0].replacing("Open", with: "Closed")]
        try await sample.importing(Self.document(rows))
        #expect(try await sample.register().risks.map(\.state) == [.closed])
        #expect(
            try await sample.register(asOf: CivilDate(2026, 4, 1)).risks.map(\.state) == [.proposed]
        )
    }

    @Test("The same document again records nothing, and neither does a dry run")
    func again() async throws {
        let sample = try await Sample()
        let dry = try await sample.prepared(Self.document())
        #expect(dry.drafts.count == 26)
        #expect(try await sample.committee.entries().isEmpty)
        try await sample.importing(Self.document())
        let count = try await sample.committee.entries().count
        #expect(count == dry.drafts.count)
        let again = try await sample.importing(Self.document())
        #expect(again.isRepeat)
        #expect(try await sample.committee.entries().count == count)
    }

    // MARK: Who may see it

    @Test(
        "Nobody but those named sees an imported register, unless the layout or the import says so"
    )
    func visibility() async throws {
        let sample = try await Sample()
        try await sample.importing(Self.document())
        for audience in [Audience.public, .partners, .committee] {
            let edition = try await sample.edition(for: audience)
            #expect(edition.riskRegisters.isEmpty && edition.registers.isEmpty)
            let refusal = await #expect(throws: (any Error).self) {
                try await sample.written(.markdown, for: audience)
            }
            for secret in ["bridge", "grant", "Rota", "GC 7", "out of 25"] {
                #expect(!"\(refusal as Any)".contains(secret), "for \(audience): \(secret)")
            }
        }
    }

    @Test("A layout may say that its register is public")
    func publicRegister() async throws {
        var layout = try Sample.layout()
        layout.visibility = .public
        let sample = try await Sample(layout: layout)
        try await sample.importing(Self.document())
        #expect(try await sample.register(for: .public).risks.count == 3)
        let other = try await Sample()
        try await other.importing(Self.document(), visibility: .committee)
        #expect(try await other.register(for: .committee).risks.count == 3)
        #expect(try await other.edition(for: .partners).riskRegisters.isEmpty)
    }

    // MARK: Round trip

    @Test(
        "What is written is read again and says nothing new",
        arguments: [
            (DocumentFormat.markdown, SourceFormat.markdown), (.html, .html), (.csv, .csv),
        ]
    )
    func roundTrip(_ format: DocumentFormat, _ source: SourceFormat) async throws {
        let sample = try await Sample()
        let first = try await sample.importing(Self.document())
        let words = try await sample.written(format)
        let again = try await sample.prepared(words, as: source, asOf: CivilDate(2026, 3, 31))
        #expect(again.drafts.map { "\($0.subject) \($0.kind) \($0.payload)" } == [])
        #expect(again.reading.rows.map(\.risk) == first.reading.rows.map(\.risk))
        #expect(again.findings.map(\.kind) == ["score-differs"])
        // And into an empty record it makes the same risks.
        let other = try await Sample()
        try await other.importing(words, as: source, asOf: CivilDate(2026, 3, 31))
        let (one, two) = (try await sample.register(), try await other.register())
        for (left, right) in zip(one.risks, two.risks) {
            var (left, right) = (left, right)
            (left.history, right.history) = ([], [])
            // A table alone states no approval.
            if format == .csv { right.state = left.state }
            #expect(left == right)
        }
        if format != .csv { #expect(one.page == two.page) }
    }

    @Test("The register is written as JSON, with every cell")
    func json() async throws {
        let sample = try await Sample()
        try await sample.importing(Self.document())
        let words = try await sample.written(.json)
        for cell in ["The bridge closes", "Weekly list", "Head of Roads", "It flooded last year"] {
            #expect(words.contains(cell))
        }
    }

    @Test("A register that changed since its document is written with the day, and not as agreed")
    func writtenLater() async throws {
        let sample = try await Sample()
        try await sample.importing(Self.document())
        try await sample.record(
            "1",
            .assessed(.current, Sample.levels("5", "5")),
            on: CivilDate(2026, 5, 1)
        )
        let words = try await sample.written(.markdown, asOf: CivilDate(2026, 5, 2))
        #expect(words.contains("# Risk register of the glen, 2 May 2026"))
        #expect(!words.contains("Agreed by the committee"))
        #expect(words.contains("| 5 | 5 | 25 | High |"))
        let asAgreed = try await sample.written(.markdown, asOf: CivilDate(2026, 4, 30))
        #expect(asAgreed.contains("Agreed by the committee on 14 April 2026"))
    }

    // MARK: Later editions

    @Test("A later edition records what it says anew, and nothing else")
    func later() async throws {
        let sample = try await Sample()
        try await sample.importing(Self.document())
        let text = Self.changed([
            (0, "| 4 | 4 | 16 | High |", "| 3 | 4 | 12 | Medium |"), (0, "| → |", "| ↓ |"),
            (0, "Weekly list", "Daily list"), (0, "GC 7", "GC 8"),
            (1, "| Accept |", "| 31 December 2026 |"),
        ])
        let found = try await sample.importing(text)
        #expect(found.findings.map(\.kind) == ["score-differs"])
        let kinds = found.drafts.map { "\($0.subject) \($0.kind)" }
        #expect(
            kinds == [
                "risk-register/glen risk-register.page-set", "risk/1 risk.assessed",
                "risk/1 risk.control-set", "risk/1 risk.column-set", "risk/2 risk.target-date-set",
                "committee/committee document.imported",
            ]
        )
        let risk = try #require(try await sample.register().risk("1"))
        #expect(risk.controls.map(\.id) == ["C1", "C2"])
        #expect(risk.controls.map(\.words) == ["Rota", "Daily list"])
        #expect(risk.columns["paper"] == "GC 8")
        let before = try await sample.register(asOf: CivilDate(2026, 6, 29)).risk("1")
        #expect(before?.columns["paper"] == "GC 7")
    }

    @Test(
        "What people recorded in between stays, and is a clash where the edition says another thing"
    )
    func clash() async throws {
        let sample = try await Sample()
        try await sample.importing(Self.document())
        try await sample.record(
            "1",
            .assessed(.current, Sample.levels("5", "4")),
            .assigned(owner: "Director", manager: nil),
            on: CivilDate(2026, 5, 1)
        )
        let same = try await sample.prepared(Self.changed([]))
        #expect(same.findings.map(\.kind) == ["score-differs"])
        let other = try await sample.importing(
            Self.changed([
                (0, "| 4 | 4 | 16 | High |", "| 2 | 4 | 8 | Medium |"), (0, "| → |", "| ↓ |"),
            ])
        )
        #expect(
            other.findings.first { $0.kind == "clash" }?.message
                == "The new edition and somebody since the last one both changed the current score of 1; "
                + "what people recorded was kept."
        )
        let risk = try #require(try await sample.register().risk("1"))
        #expect(risk.current.levels?.likelihood == "5")
        #expect(risk.ownerRoleID == "Director")
    }

    @Test(
        "A row that is gone is a finding, and a new one is proposed under an identifier of its own"
    )
    func goneAndNew() async throws {
        let sample = try await Sample()
        try await sample.importing(Self.document())
        let rows = [
            Self.rows[0].replacing("↑", with: "→"), Self.rows[1],
            Sample.row(["Ref": "3", "Risk": "A ferry sinks in the night", "Moved": "New"]),
        ]
        let found = try await sample.importing(
            Self.document(rows, date: "30 June 2026", approved: "14 April 2026")
        )
        #expect(found.findings.map(\.kind) == ["risk-gone", "number-reused"])
        #expect(
            found.findings.first?.message
                == "3 stood in the edition before and does not stand in this one. Nothing was recorded; say "
                + "what became of it: closed, replaced, escalated or put to rest."
        )
        let register = try await sample.register()
        #expect(register.risks.map(\.id) == ["1", "2", "3", "glen-3"])
        #expect(register.risk("glen-3")?.number == "3")
        // The approval of April cannot have been of what is new in June.
        #expect(register.risk("glen-3")?.state == .proposed)
    }

    @Test("A risk keeps its identifier when its number changes")
    func renumbered() async throws {
        let sample = try await Sample()
        try await sample.importing(Self.document())
        try await sample.importing(Self.changed([(0, "| 1 |", "| CP-1 |")]))
        let register = try await sample.register()
        #expect(register.risks.map(\.id) == ["1", "2", "3"])
        #expect(register.risk("1")?.number == "CP-1")
    }

    @Test("A movement that the scores do not say is a finding; the record works it out")
    func movement() async throws {
        let sample = try await Sample()
        try await sample.importing(Self.document())
        let found = try await sample.importing(Self.changed([(0, "| → |", "| ↓ |")]))
        #expect(
            found.findings.first { $0.kind == "movement-differs" }?.message
                == "The document says of the movement of 1 “↓”; the scores since 2026-03-31 say “→”."
        )
        let words = try await sample.written(.markdown, asOf: CivilDate(2026, 6, 30))
        #expect(words.contains("| 16 | High |  | → |"))
    }

    @Test("Closing and opening again follow the document, if it was the document that closed")
    func reopening() async throws {
        let sample = try await Sample()
        try await sample.importing(Self.document())
        try await sample.importing(Self.changed([(1, "Open", "Closed")]))
        #expect(try await sample.register().risk("2")?.state == .closed)
        let third = Self.changed([], date: "30 September 2026", approved: "1 October 2026")
        try await sample.importing(third)
        #expect(try await sample.register().risk("2")?.state == .active)
        try await sample.record("1", .closed(outcome: "Built anew"), on: CivilDate(2026, 10, 2))
        let last = try await sample.importing(
            Self.changed([(0, "GC 7", "GC 9")], date: "31 December 2026", approved: nil)
        )
        #expect(
            last.findings.first { $0.kind == "risk-over" }?.message
                == "1 is closed in the record, so what this edition says anew of it was not recorded. Reopen "
                + "it, if it goes on."
        )
    }

    @Test("An older edition after a newer one is refused")
    func older() async throws {
        let sample = try await Sample()
        try await sample.importing(Self.document())
        let error = await #expect(throws: ImportError.self) {
            try await sample.prepared(Self.changed([], date: "31 January 2026"))
        }
        #expect(
            error?.description
                == "register.md: This edition is of 2026-01-31, and one of 2026-03-31 was imported before. "
                + "Editions are compared with the one before them, so import them in the order of their "
                + "days."
        )
    }

    @Test("A register that scores by another scale is refused")
    func otherScale() async throws {
        let sample = try await Sample()
        _ = try await sample.committee.append([
            Change(
                .register("glen"),
                .registerSet(RiskRegister(id: "glen", name: "Glen").json)
            ).draft(effective: CivilDate(2026, 1, 1), by: "officer")
        ])
        let error = await #expect(throws: ImportError.self) {
            try await sample.prepared(Self.document())
        }
        #expect(
            error?.message
                == "The register “glen” has no scale five, version 1, by which the layout “small/register” "
                + "scores. It has: none. Add the scale to the register first, or name the register's own in "
                + "the layout."
        )
    }

    @Test("A risk of another register keeps its identifier to itself")
    func elsewhere() async throws {
        let sample = try await Sample()
        let other = RiskRegister(
            id: "other",
            name: "Other",
            risks: [Risk(id: "1", cause: "A", event: "B", effect: "C")]
        )
        _ = try await sample.committee.append([
            Change(.register("other"), .registerSet(other.json))
                .draft(effective: CivilDate(2026, 1, 1), by: "officer")
        ])
        try await sample.importing(Self.document())
        #expect(try await sample.register().risks.map(\.id) == ["glen-1", "2", "3"])
        #expect(try await sample.register().risk("glen-1")?.number == "1")
    }

    @Test("A layout about risks is no layout of a plan, and the other way round")
    func kinds() async throws {
        let sample = try await Sample()
        let error = await #expect(throws: LibraryError.self) {
            try await sample.committee.preparingImport(
                of: try SourceDocument(text: Self.document(), name: "a.md", as: .markdown),
                digest: "1",
                layout: "small/register",
                by: "tester"
            )
        }
        #expect(
            error?.message
                == "The layout “small/register” is about risks, so it reads and writes no plan. Name a layout "
                + "about a plan."
        )
    }
}
