// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What stands below an item may have its leads, its deadline or its status from it. The record keeps what
// each item says itself; what it has from above is worked out when the plan is made of its entries.

extension Plan {
    /// The fields that can be inherited, besides a committee's own columns.
    static let inheritableFields = ["leads", "timescale", "status"]

    /// Gives each item of the table what it does not say itself and an item above it does.
    ///
    /// An item that says something keeps it. ``PlanItem/inherited`` says from where the rest comes.
    ///
    /// - Complexity: O(*n* × levels) in the number of items, for each field that is inherited.
    mutating func handDown() {
        guard !inherits.isEmpty else { return }
        var places: [String: Int] = [:]
        for place in items.indices { places[items[place].id] = place }
        let said = items
        for place in items.indices {
            for field in inherits where !said[place].says(field) {
                var above = said[place].parent
                for _ in levels {
                    guard let id = above, let parent = places[id] else { break }
                    if said[parent].says(field) {
                        items[place].take(field, from: said[parent])
                        break
                    }
                    above = said[parent].parent
                }
            }
        }
    }

    /// The plan with nothing in its items but what each says itself.
    var asSaid: Plan {
        guard !inherits.isEmpty else { return self }
        var plan = self
        for place in plan.items.indices { plan.items[place].forgetInherited() }
        return plan
    }
}

extension PlanItem {
    /// Whether the item says something of a field itself.
    fileprivate func says(_ field: String) -> Bool {
        switch field {
        case "leads": !leads.words.isEmpty || !leads.names.isEmpty
        case "timescale": !timescale.words.isEmpty || timescaleHistory.count > 1
        case "status": status != nil
        default: !(local[Self.column(field)]?.isEmpty ?? true)
        }
    }

    fileprivate mutating func take(_ field: String, from item: PlanItem) {
        switch field {
        case "leads": leads = item.leads
        case "timescale": timescale = item.timescale
        case "status": status = item.status
        default: local[Self.column(field)] = item.local[Self.column(field)]
        }
        inherited[field] = item.id
    }

    /// Leaves out what the item has from one above it.
    mutating func forgetInherited() {
        for field in inherited.keys {
            switch field {
            case "leads": leads = Leads()
            case "timescale": timescale = .none
            case "status": status = nil
            default: local[Self.column(field)] = nil
            }
        }
        inherited = [:]
    }

    private static func column(_ field: String) -> String {
        String(field.dropFirst("local.".count))
    }
}
