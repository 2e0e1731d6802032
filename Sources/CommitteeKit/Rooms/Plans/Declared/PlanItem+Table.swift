// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanItem {
    /// Everything that can be said of an item of a plan.
    ///
    /// To add a field, give ``PlanItem`` a stored property, declare the field beside the others in
    /// ``Entries``, and name it here.
    public static let table = SubjectTable<PlanItem>([
        Entries.added.declaration,
        Entries.text.declaration,
        Entries.statement.declaration,
        Entries.notes.declaration,
        Entries.leads.declaration,
        Entries.timescale.declaration,
        Entries.status.declaration,
        Entries.completed.declaration,
        Entries.left.declaration,
        Entries.progress.declaration,
        Entries.evidence.declaration,
        Entries.expectedImpact.declaration,
        Entries.local.declaration,
        Entries.goesOn.declaration,
        Entries.reopened.declaration,
        Entries.rowPart.declaration,
        Entries.leadRoles.declaration,
        Entries.predecessors.declaration,
        Entries.audience.declaration,
        Entries.renumbered.declaration,
        Entries.placed.declaration,
    ])
}

extension PlanItem.Entries {
    /// The item was added, in a place of the plan.
    static let added = Event<PlanItem, ItemOutline>(
        "action.added",
        "The item was added: its list, its level, what it stands under and after, and its text.",
        by: .object(
            "the outline of an item",
            needs: ["list", "level"],
            { $0.json },
            { ItemOutline(json: $0) }
        )
    ) { item, _, _ in
        "The plan already has an action “\(item.id)”. Give the new one another identifier."
    }.carried { ways in
        let why = "it is the item itself, with which every layer begins"
        ways.request = .not(because: "a person writes “add”, which needs the plan's own levels")
        ways.cell = .not(because: why)
        ways.columns = .by([
            Column(
                "added",
                "The first day on which it stood in the plan.",
                .optionalDate { $0[$1].added }
            )
        ])
        ways.json = .by([JSONMember("added") { .date($0[$1].added) }])
        ways.comparison = .not(because: why)
        ways.sentence = .not(because: why)
        ways.example = .by(
            ExampleForm(["added"]) { (fields, item, _) throws(JSONError) in
                item.added = try fields.optional("added", as: .date)
            }
        )
    }
}
