// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

/// Takes every kind of entry of a risk and of a register through every layer and back.
@Suite("Every declaration of a risk, through every layer")
struct RiskTableWalkTests {
    private static let day = CivilDate(2026, 10, 31)
    private static let kinds = Risk.table.kinds.map(\.kind)

    // MARK: What is said

    private static let registers: [String: RiskRegister] = {
        let scale = try? ScalePack.five.scale()
        let all = [("upper", nil), ("main", "upper"), ("lower", "main")].map { id, parent in
            RiskRegister(
                id: id,
                name: "The \(id) register",
                parentID: parent,
                scales: scale.map { [$0] } ?? []
            )
        }
        return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    }()

    private static func blank(_ state: RiskState = .active) throws -> RiskPlace {
        let register = try #require(registers["main"])
        let scale = try #require(register.currentScale)
        var risk = Risk(id: "R", cause: "A cause", event: "An event", effect: "An effect")
        risk.state = state
        risk.controls = [Risk.Control(id: "C1", words: "A check", kind: .detective)]
        risk.current = .assessed(
            .init(scale: scale.reference, likelihood: "1", impact: "1", date: day)
        )
        return RiskPlace(risk, in: register, among: registers)
    }

    private static func step(_ fact: RiskFact) -> FoldStep {
        FoldStep(
            sequence: 1,
            subject: .risk("R"),
            kind: fact.name.kind,
            payload: .object(fact.json),
            effective: day,
            by: "clerk"
        )
    }

    /// Facts of a kind: the declaration's own, those of other tests, and generated ones.
    private static func facts(_ kind: EntryKind) throws -> [RiskFact] {
        let register = try #require(registers["main"])
        let generated = try (0..<FactGenerator.variations).compactMap { variation in
            try FactGenerator.change(kind, variation: variation).flatMap { RiskFact($0.fact) }
        }
        let own = try #require(Risk.table[kind]).samples.compactMap { RiskFact($0) }
        let all = own + RiskFactEncodingTests.facts.filter { $0.name.kind == kind } + generated
        return all.map { $0.pinned(by: register) }
    }

    /// Risks of which one fact is said, with the fact; facts that cannot be are left out.
    private static func said(_ kind: EntryKind) throws -> [(fact: RiskFact, place: RiskPlace)] {
        try facts(kind).compactMap { fact in
            for state: RiskState in [.active, .unrecorded, .proposed, .closed] {
                var place = try blank(state)
                guard place.take(fact, step(fact), has: { _ in true }) == nil else { continue }
                place.risk.history.append(RiskHistoryEvent(step(fact), in: "main"))
                return (fact, place)
            }
            return nil
        }
    }

    private static func ways(_ kind: EntryKind) throws -> Ways<RiskPlace> {
        try #require(Risk.table[kind]).ways
    }

    // MARK: Every layer

    @Test func everyLayerCarriesItOrSaysWhy() {
        for declaration in Risk.table.declarations {
            #expect(!declaration.ways.reasons.contains(Ways<RiskPlace>.unsaid))
        }
        for declaration in RiskRegister.table.declarations {
            #expect(!declaration.ways.reasons.contains(Ways<RiskRegister>.unsaid))
        }
    }

    @Test func everyNameIsDeclaredOnce() {
        #expect(Risk.entries.all.count == RiskFact.Name.allCases.count)
        for name in RiskFact.Name.allCases {
            #expect(name.entry.name == name)
            #expect(RiskFact.Name(kind: name.kind) == name)
        }
        #expect(Set(Risk.table.columns.map(\.name)).count == Risk.table.columns.count)
        #expect(Set(Risk.table.jsonMembers.map(\.name)).count == Risk.table.jsonMembers.count)
    }

    @Test(arguments: kinds) func theJournalBringsItBack(_ kind: EntryKind) throws {
        for fact in try Self.facts(kind) {
            let draft = Change(.risk("R"), .risk(fact)).draft(effective: Self.day, by: "clerk")
            let payload = Entry(provisional: draft, sequence: 1).resolvedPayload.value
            let read = try Rooms.standard.change(
                subject: draft.subject,
                kind: kind,
                payload: payload
            )
            #expect(try #require(read).fact == .risk(fact))
        }
    }

    @Test(arguments: kinds) func aFileOfChangesBringsItBack(_ kind: EntryKind) throws {
        // What people do not ask for says why not.
        guard try #require(RiskFact.Name(kind: kind)).isAsked else {
            let forms = try Self.ways(kind).request.way
            return #expect(forms == nil)
        }
        let forms = try #require(Self.ways(kind).request.way)
        for fact in try Self.facts(kind) {
            let name = fact.name.rawValue
            let node = JSONNode(.object([name: .object(fact.json)]), line: 1)
            let fields = try JSONFields(node, in: "changes.json", known: [name])
            var reading = RequestReading(timescales: TimescaleReader(), glossary: nil)
            let read = try forms.flatMap { try $0.read(fields, &reading) }
            #expect(read == [RequestedFact(.risk(fact))])
        }
    }

    @Test(arguments: kinds) func aRegisterBringsItBack(_ kind: EntryKind) throws {
        let all = try Self.said(kind)
        #expect(!all.isEmpty, "no fact of \(kind) can be")
        for (_, place) in all {
            var register = place.register
            register.risks = [place.risk]
            let read = try RiskRegister(json: JSONNode(register.json, line: 1), source: "register")
            #expect(read == register)
        }
    }

    @Test(arguments: kinds) func whatIsCarriedShows(_ kind: EntryKind) throws {
        let (ways, all) = (try Self.ways(kind), try Self.said(kind))
        let blank = try Self.blank()
        func shows(_ make: (RiskPlace) -> String) -> Bool {
            all.contains { make($0.place) != make(blank) }
        }
        if let columns = ways.columns.way {
            #expect(
                shows { place in columns.map { $0.shown([place]) }.joined(separator: "|") },
                "no column shows \(kind)"
            )
        }
        if let members = ways.json.way {
            #expect(
                shows { place in members.map { $0.value([place], 0).indentedText }.joined() },
                "no member shows \(kind)"
            )
        }
    }

    /// A sentence tells what is said, not only that something is.
    @Test(arguments: kinds) func aSentenceTellsIt(_ kind: EntryKind) throws {
        let sentence = try #require(Self.ways(kind).sentence.way)
        let (all, blank) = (try Self.said(kind), try Self.blank())
        let told = all.map { sentence.say(blank, $0.place, "Risk R") }
        #expect(told.allSatisfy { $0.count == 1 && $0[0].kind == kind.rawValue })
        guard Self.bare[kind] == nil, Set(all.map(\.fact)).count > 1 else { return }
        #expect(Set(told).count > 1, "\(kind) says always: \(told.first?.first?.sentence ?? "")")
    }

    /// The kinds of which a sentence says only that they happened, with the reason.
    private static let bare: [EntryKind: String] = [
        "risk.proposed": "what a risk says is read in the register"
    ]

    @Test(arguments: kinds.filter { Risk.table[$0]?.ways.example.way != nil })
    func anExampleReadsIt(_ kind: EntryKind) throws {
        let form = try #require(Self.ways(kind).example.way)
        let written: [String: JSONValue] = [
            "inherent": ["2", "3"], "current": ["2", "3"], "target": ["2", "3"],
            "treatment": "treat", "actions": ["p#1"], "controls": ["A check"],
            "visibility": "public", "review_date": "2026-11-30", "last_reviewed": "2026-01-31",
            "target_date": "2026-12-31",
        ]
        for name in form.names {
            let node = JSONNode(.object([name: written[name] ?? "Something"]), line: 1)
            let fields = try JSONFields(node, in: "example.lua", known: form.names)
            let example = ExampleReading(
                asOf: Self.day,
                scheme: nil,
                timescales: TimescaleReader()
            )
            var place = try Self.blank()
            place.risk.controls = []
            let before = place.risk
            try form.read(fields, &place, example)
            #expect(place.risk != before, "“\(name)” says nothing")
        }
    }

    // MARK: Registers

    @Test(arguments: RiskRegister.table.kinds.map(\.kind))
    func aRegisterGoesThroughTheJournalAndAFile(_ kind: EntryKind) throws {
        let declaration = try #require(RiskRegister.table[kind])
        for variation in 0..<FactGenerator.variations {
            let change = try #require(try FactGenerator.change(kind, variation: variation))
            let draft = change.draft(effective: Self.day, by: "clerk")
            let read = try Rooms.standard.change(
                subject: draft.subject,
                kind: kind,
                payload: Entry(provisional: draft, sequence: 1).resolvedPayload.value
            )
            #expect(try #require(read).fact == change.fact)
            // What comes with a document is not written by people.
            guard let forms = declaration.ways.request.way else { continue }
            var written = change.fact.recorded.payload
            if kind == "risk-register.scale-migrated" {
                written = [
                    "migrate": .object(
                        JSONObject([("register", "main")] + written.map { ($0.key, $0.value) })
                    )
                ]
            } else if (try? RiskRegister(
                json: JSONNode(written["register"] ?? .null, line: 1),
                source: "r"
            )) == nil {
                continue
            }
            let fields = try JSONFields(
                JSONNode(.object(written), line: 1),
                in: "changes.json",
                known: forms.map(\.name)
            )
            var reading = RequestReading(timescales: TimescaleReader(), glossary: nil)
            let facts = try forms.flatMap { try $0.read(fields, &reading) }
            #expect(facts == [RequestedFact(change.fact)])
        }
    }
}

extension Ways {
    /// The reasons of the layers that do not carry a declaration.
    var reasons: [String] {
        [
            request.reason, cell.reason, columns.reason, json.reason, comparison.reason,
            sentence.reason, example.reason,
        ].compactMap { $0 }
    }
}
