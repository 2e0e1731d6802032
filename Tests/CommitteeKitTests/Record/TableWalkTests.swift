// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

/// Takes every field and event of an item through every layer and back.
///
/// A layer that does not carry a declaration says why; what it carries comes back equal, or shows.
@Suite("Every declaration of an item, through every layer")
struct TableWalkTests {
    private static let day = CivilDate(2026, 10, 31)
    private static let kinds = PlanItem.table.kinds.map(\.kind)

    private static func step(_ fact: Change.Fact) -> FoldStep {
        FoldStep(
            sequence: 1,
            subject: .action("1", of: "p"),
            kind: fact.kind,
            payload: .object(fact.recorded.payload),
            effective: day,
            by: "clerk"
        )
    }

    private static var blank: PlanItem {
        var item = PlanItem(id: "1", level: 1, text: "As it was")
        item.leads = Leads(words: "Chair, Clerk", names: ["Chair", "Clerk"])
        return item
    }

    /// Items of which one fact is said, with the fact; facts that cannot be are left out.
    private static func said(_ kind: EntryKind) throws -> [(fact: Change.Fact, item: PlanItem)] {
        let own: [Change.Fact] =
            kind == "action.lead-roles-set"
            ? [.leadRolesSet(returner: "Clerk", keyPeople: ["Chair"])] : []
        let generated = try (0..<FactGenerator.variations).compactMap {
            try FactGenerator.change(kind, variation: $0)?.fact
        }
        return (own + generated).compactMap { fact in
            var item = blank
            return PlanItem.table.apply(fact, to: &item, step(fact)) == nil ? (fact, item) : nil
        }
    }

    private static func declaration(_ kind: EntryKind) throws -> Declaration<PlanItem> {
        try #require(PlanItem.table[kind])
    }

    @Test(arguments: kinds) func everyLayerCarriesItOrSaysWhy(_ kind: EntryKind) throws {
        #expect(try !Self.declaration(kind).ways.reasons.contains(Ways<PlanItem>.unsaid))
    }

    @Test(arguments: kinds.filter { $0 != "action.added" })
    func theJournalBringsItBack(_ kind: EntryKind) throws {
        let said = try Self.said(kind)
        #expect(!said.isEmpty)
        for (fact, item) in said {
            let draft = Change(.action("1", of: "p"), fact).draft(effective: Self.day, by: "clerk")
            let payload = Entry(provisional: draft, sequence: 1).resolvedPayload.value
            let read = try #require(
                try Rooms.standard.change(subject: draft.subject, kind: kind, payload: payload)
            )
            // Prose may read back as other runs that are written the same.
            #expect(read.fact.recorded == fact.recorded)
            guard read.fact == fact else { continue }
            var again = Self.blank
            #expect(PlanItem.table.apply(read.fact, to: &again, Self.step(read.fact)) == nil)
            #expect(again == item)
        }
    }

    @Test(arguments: kinds.filter { PlanItem.table[$0]?.ways.cell.way != nil })
    func aCellBringsItBack(_ kind: EntryKind) throws {
        let cell = try #require(Self.declaration(kind).ways.cell.way)
        for (_, item) in try Self.said(kind) where item.notes.isEmpty || kind == "action.notes-set"
        {
            var again = Self.blank
            let words = cell.write([item], 0)
            #expect(cell.read(&again, words), "\(kind) does not read its own cell: \(words)")
            #expect(cell.write([again], 0).singleLine == words.singleLine)
        }
    }

    @Test(arguments: kinds.filter { PlanItem.table[$0]?.ways.comparison.way != nil })
    func aLaterDocumentBringsItBack(_ kind: EntryKind) throws {
        let comparison = try #require(Self.declaration(kind).ways.comparison.way)
        for (_, item) in try Self.said(kind) {
            guard case .changed(let fact) = comparison.compare(item, Self.blank, Self.blank) else {
                continue
            }
            #expect(fact.kind == kind)
            var again = Self.blank
            #expect(PlanItem.table.apply(fact, to: &again, Self.step(fact)) == nil)
            guard case .same = comparison.compare(item, again, again) else {
                Issue.record("\(kind) differs from what it was set to")
                return
            }
        }
    }

    /// Whether some value shows in what a layer makes of items.
    private func shows(_ kind: EntryKind, _ make: (PlanItem) -> String) throws -> Bool {
        let before = make(Self.blank)
        return try Self.said(kind).contains { make($0.item) != before }
    }

    @Test(arguments: kinds.filter { $0 != "action.added" })
    func whatIsCarriedShows(_ kind: EntryKind) throws {
        let ways = try Self.declaration(kind).ways
        if let columns = ways.columns.way {
            #expect(
                try shows(kind) { item in columns.map { $0.shown([item]) }.joined(separator: "|") },
                "no column shows \(kind)"
            )
        }
        if let members = ways.json.way {
            #expect(
                try shows(kind) { item in
                    members.map { $0.value([item], 0).indentedText }.joined()
                },
                "no member shows \(kind)"
            )
        }
        if let sentence = ways.sentence.way {
            #expect(
                try shows(kind) { item in
                    sentence.say(Self.blank, item, "Action 1").map(\.sentence).joined()
                },
                "no sentence tells \(kind)"
            )
        }
    }

    @Test func everyRequestMakesItsOwnKind() throws {
        let written: [String: String] = [
            "leads": #""Chair""#, "timescale": #""By 31 March 2027""#, "status": #""G""#,
            "completed": "true", "completedBy": #""2026-10-01""#, "progress": #""Begun.""#,
            "left": #"{"kind": "withdrawn"}"#, "local": #"{"budget": "£5"}"#, "ongoing": "true",
            "reopened": "true", "answers": #"{"returner": "Chair"}"#, "audience": #""partners""#,
            "predecessors": #"["p#1"]"#, "number": #""1.3""#,
            "placed": #"{"under": "outcome-2", "after": "1.2"}"#,
        ]
        for declaration in PlanItem.table.declarations {
            for form in declaration.ways.request.way ?? [] {
                let sample = declaration.samples.first?.recorded.payload.first?.value
                let text = written[form.name] ?? sample?.indentedText ?? "null"
                let node = try JSONReader.read(
                    Array("{\"\(form.name)\": \(text)}".utf8),
                    source: "changes.json"
                )
                let fields = try JSONFields(node, in: "changes.json", known: [form.name])
                var reading = RequestReading(timescales: TimescaleReader(), glossary: nil)
                let facts = try form.read(fields, &reading)
                #expect(!facts.isEmpty, "\(form.name) asks for nothing")
                #expect(facts.allSatisfy { $0.fact.kind == declaration.declared.kind })
            }
        }
    }

    @Test func namesAreOnesOwn() {
        let table = PlanItem.table
        #expect(Set(table.columns.map(\.name)).count == table.columns.count)
        #expect(Set(table.jsonMembers.map(\.name)).count == table.jsonMembers.count)
        #expect(Set(table.requestNames).count == table.requestNames.count)
        let kinds = Rooms.standard.declaredKinds.map(\.kind)
        #expect(Set(kinds).count == kinds.count)
    }
}

extension Column {
    /// The value of the first subject, in words.
    func shown(_ subjects: [Subject]) -> String {
        switch values {
        case .text(let read): read(subjects, 0)
        case .optionalText(let read): read(subjects, 0) ?? "nil"
        case .integer(let read): "\(read(subjects, 0))"
        case .optionalInteger(let read): "\(read(subjects, 0) ?? .min)"
        case .bool(let read): "\(read(subjects, 0))"
        case .date(let read): "\(read(subjects, 0))"
        case .optionalDate(let read): read(subjects, 0)?.description ?? "nil"
        case .texts(let read): read(subjects, 0).joined(separator: ";")
        case .textsByName(let read): "\(read(subjects, 0).sorted { $0.key < $1.key })"
        }
    }
}
