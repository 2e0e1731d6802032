// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Where an item stands, and under which number: its identifier stays, whatever becomes of them.

/// A place in a plan.
public struct ItemPlace: Hashable, Sendable {
    /// The part of the plan.
    public var list: PlanList
    /// The item above, if any.
    public var parent: String?
    /// The item after which this one stands; the first of its group when nil.
    public var after: String?

    /// Creates a place.
    ///
    /// - Parameters:
    ///   - list: The part of the plan.
    ///   - parent: The item above.
    ///   - after: The item after which this one stands; the first of its group when nil.
    public init(list: PlanList = .table, parent: String? = nil, after: String? = nil) {
        self.list = list
        self.parent = parent
        self.after = after
    }
}

extension PlanItem.Entries {
    /// The item has another number.
    public static let renumbered = Event<PlanItem, String?>(
        "action.renumbered",
        "The item has another printed number, or none; its identifier stays.",
        by: Codec(members: { JSONObject(compact: ["number": .string(optional: $0)]) }) {
            (payload) throws(PayloadError) in
            try payload.optionalText("number")
        }
    ) { item, number, _ in
        item.number = number
        return nil
    }.carried { ways in
        let why = "the number is part of the item itself, which every layer begins with"
        ways.request = .by([
            RequestForm("number") { (fields, _) throws(JSONError) in
                let number = try fields.optional("number", as: .text)
                return [RequestedFact(.renumbered(number))]
            }
        ])
        ways.cell = .not(because: "layouts show it in a way of their own, as `number`")
        ways.columns = .not(because: why)
        ways.json = .not(because: why)
        ways.comparison = .not(because: "items are matched by it, and renumbered afterwards")
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard later.number != earlier.number else { return [] }
                let before = earlier.number.map { "before, its number was \($0)." }
                return [
                    ChangeInWords(
                        "number",
                        "\(name) has another number; " + (before ?? "before, it had none.")
                    )
                ]
            }
        )
        ways.example = .not(because: why)
    }

    /// The item stands in another place.
    public static let placed = Event<PlanItem, ItemPlace>(
        "action.placed",
        "The item stands in another place of the plan: its list, what it stands under, and after.",
        by: Codec(members: { place in
            JSONObject(compact: [
                "list": .string(place.list.rawValue), "parent": .string(optional: place.parent),
                "after": .string(optional: place.after),
            ])
        }) { (payload) throws(PayloadError) in
            let name = try payload.text("list")
            guard let list = PlanList(rawValue: name) else {
                throw PayloadError("“list” is “\(name)”, expected a part of a plan.")
            }
            return ItemPlace(
                list: list,
                parent: try payload.optionalText("parent"),
                after: try payload.optionalText("after")
            )
        }
    ) { item, place, _ in
        // The order of items is the plan's; it moves them.
        item.list = place.list
        item.parent = place.parent
        return nil
    }.carried { ways in
        let why = "the place is part of the item itself, which every layer begins with"
        ways.request = .by([
            RequestForm("placed") { (fields, _) throws(JSONError) in
                let place = try fields.required(
                    "placed",
                    as: .fields(known: ["list", "under", "after"])
                )
                let list = try place.optional("list", as: .planList)
                return [
                    RequestedFact(
                        .placed(
                            ItemPlace(
                                list: list ?? .table,
                                parent: try place.optional("under", as: .name),
                                after: try place.optional("after", as: .name)
                            )
                        )
                    )
                ]
            }
        ])
        ways.cell = .not(because: "a document shows the place by where the item stands")
        ways.columns = .not(because: why)
        ways.json = .not(because: why)
        ways.comparison = .not(
            because: "items are matched over the whole plan, and placed afterwards"
        )
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard later.parent != earlier.parent || later.list != earlier.list else {
                    return []
                }
                let list = later.list == .table ? nil : "the \(later.list.inWords) list"
                let place =
                    if let parent = later.parent {
                        "under \(parent)" + (list.map { " of \($0)" } ?? "")
                    } else {
                        list.map { "in \($0)" } ?? "at the top level"
                    }
                return [ChangeInWords("place", "\(name) now stands \(place).")]
            }
        )
        ways.example = .not(because: why)
    }
}

extension Change.Fact {
    /// The item has another printed number, or none.
    public static func renumbered(_ number: String?) -> Self {
        PlanItem.Entries.renumbered.fact(number)
    }

    /// The item stands in another place.
    public static func placed(_ place: ItemPlace) -> Self { PlanItem.Entries.placed.fact(place) }
}
