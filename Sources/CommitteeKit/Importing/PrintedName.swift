// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension PlanItem {
    /// What a finding calls the item: its identifier where the document numbers it, else its first words.
    var printedName: String {
        Self.printedName(number: number, id: id, words: text.singleLine)
    }

    fileprivate static func printedName(number: String?, id: String, words: String) -> String {
        if let number { return id.hasSuffix(number) ? id : number }
        return words.isEmpty ? id : "“\(PlanWalk.short(words))”"
    }
}

extension ItemDraft {
    /// What a finding calls the item, by what was read of it so far.
    var printedName: String {
        PlanItem.printedName(number: item.number, id: item.id, words: words("text"))
    }
}
