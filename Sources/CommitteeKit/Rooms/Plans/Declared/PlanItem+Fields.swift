// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// The fields of an item: the last value of each counts.

extension PlanItem {
    /// The fields and events of an item, by the names of their kinds of entry.
    public enum Entries {}
}

extension PlanItem.Entries {
    /// What the item says.
    public static let text = Field<PlanItem, Prose>(
        "action.text-set",
        "text",
        "What it says, as plain text.",
        .prose,
        member: "text",
        at: { $0[$1].text },
        set: { $0.text = $1 }
    ).carried { ways in
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard later.text != earlier.text else { return [] }
                return [ChangeInWords("text", "\(name) now reads: \(later.text.singleLine)")]
            }
        )
        ways.columns = .by([
            Column("text", "What it says, as plain text.", .text { $0[$1].text.plainText }),
            Column("text_markup", "What it says, as markup.", .text { $0[$1].text.markup }),
        ])
        // The remarks follow the text in its cell; a layout with a column for them leaves them out.
        ways.cell = .by(
            CellForm(
                write: { items, place in
                    items[place].notes.reduce(items[place].text) { $0.appending($1) }
                },
                read: { item, cell in
                    item.text = cell
                    return true
                }
            )
        )
        ways.example = .not(because: "an item of an example is made with its text")
    }

    /// The paragraph below the item's heading.
    public static let statement = Field<PlanItem, Prose>(
        "action.statement-set",
        "statement",
        "The paragraph below its heading; empty when none.",
        .prose,
        member: "text",
        at: { $0[$1].statement },
        set: { $0.statement = $1 }
    )

    /// The remarks about the item.
    public static let notes = Field<PlanItem, [Prose]>(
        "action.notes-set",
        "notes",
        "Remarks that are not part of its text.",
        .proses,
        member: "notes",
        at: { $0[$1].notes },
        set: { $0.notes = $1 }
    ).carried { ways in
        ways.request = .not(because: "a person adds one “note” to those that there are")
        ways.sentence = .by(
            Sentence { earlier, later, name in
                later.notes.filter { !earlier.notes.contains($0) }.map {
                    ChangeInWords("notes", "\(name) has a new remark: \($0.singleLine)")
                }
                    + earlier.notes.filter { !later.notes.contains($0) }.map {
                        ChangeInWords("notes", "\(name) lost the remark: \($0.singleLine)")
                    }
            }
        )
        ways.example = .by(
            ExampleForm(["notes"]) { (fields, item, _) throws(JSONError) in
                guard let notes = try fields.optional("notes", as: .proseOrProses) else { return }
                item.notes = notes
            }
        )
    }

    /// The evidence or the measures of the outcome.
    public static let evidence = Field<PlanItem, Prose>(
        "action.evidence-set",
        "evidence",
        "The evidence or the measures; empty when none.",
        .prose,
        member: "text",
        at: { $0[$1].evidence },
        set: { $0.evidence = $1 }
    )

    /// What the work is expected to change.
    public static let expectedImpact = Field<PlanItem, Prose>(
        "action.expected-impact-set",
        "expected_impact",
        "What it is to change; empty when nothing is said.",
        .prose,
        member: "text",
        at: { $0[$1].expectedImpact },
        set: { $0.expectedImpact = $1 }
    )

    /// The items of earlier plans that became this one.
    public static let predecessors = Field<PlanItem, [String]>(
        "action.predecessors-named",
        "predecessors",
        "The items of earlier plans that became it, as `plan/item`.",
        .names,
        member: "predecessors",
        at: { $0[$1].predecessors },
        set: { $0.predecessors = $1 }
    ).carried { ways in
        ways.request = .by([
            RequestForm("predecessors") { (fields, _) throws(JSONError) in
                let ids = try fields.required("predecessors", as: .list(of: .name))
                return [RequestedFact(.itemPredecessorsNamed(ids))]
            }
        ])
        ways.sentence = .not(because: "what an item was before is read in the plan")
        ways.cell = .not(because: "a plan does not print what its items were before")
        ways.comparison = .not(because: "a new plan is linked to the one before by other means")
        ways.example = .not(because: "an example has one plan")
    }

    /// The widest audience that may read the item.
    public static let audience = Field<PlanItem, Audience>(
        "action.audience-set",
        "audience",
        "The widest audience that may read it.",
        .audience,
        member: "audience",
        at: { $0[$1].audience },
        set: { $0.audience = $1 }
    ).carried { ways in
        ways.cell = .not(because: "a plan is printed for one audience")
        ways.columns = .not(because: "what a script may read was cut for its audience")
        ways.comparison = .not(because: "a published document does not say it")
        ways.sentence = .not(because: "who may read it is no news to those who read it")
        ways.request = .by([
            RequestForm("audience") { (fields, _) throws(JSONError) in
                // Beside “progress” it is said of the report; of a new item, it is said of both.
                guard !fields.has("progress") || fields.has("add") else { return [] }
                let audience = try fields.required("audience", as: .audience)
                return [RequestedFact(.audienceSet(audience))]
            }
        ])
    }
}

extension JSONFieldType where Value == [Prose] {
    /// One text, or a list of texts.
    static var proseOrProses: Self {
        Self("a text or a list of texts") { (node, place) throws(JSONError) in
            if case .string(let text) = node.content { return [Prose(markup: text)] }
            return try JSONFieldType<[Prose]>.list(of: .prose).read(node, place)
        }
    }
}
