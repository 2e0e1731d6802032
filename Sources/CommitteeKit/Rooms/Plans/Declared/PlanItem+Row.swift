// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanItem.Entries {
    /// The item's place among those that share a row.
    public static let rowPart = Field<PlanItem, Int?>(
        "action.row-part-set",
        "row_part",
        "Its place among the actions that share a row of the table, from 2; none for the first.",
        .wholeNumber,
        at: { $0[$1].rowPart },
        set: { $0.rowPart = $1 }
    ).carried { ways in
        ways.cell = .not(because: "a document shows it by the row in which the item stands")
        ways.request = .not(because: "a document says it by its rows; nobody records it by hand")
        ways.sentence = .not(because: "how a row is divided is no news")
    }
}

extension Change.Fact {
    /// The item shares a row of the table with the one before it, as its second, third and so on.
    public static func rowPartSet(_ part: Int?) -> Self { PlanItem.Entries.rowPart.fact(part) }
}
