// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The part of a plan where an item stands.
public enum PlanList: Hashable, Sendable {
    /// The plan's table, whose deepest level is counted.
    case table
    /// The maintenance list, not counted.
    case maintenance
    /// The backlog, not counted.
    case backlog
    /// A further list, by its name, such as `completed` or `carried-over`.
    case named(String)
}

extension PlanList: RawRepresentable {
    /// The name of the part, as it stands in entries.
    public var rawValue: String {
        switch self {
        case .table: "table"
        case .maintenance: "maintenance"
        case .backlog: "backlog"
        case .named(let name): name
        }
    }

    /// Creates a part by its name.
    ///
    /// - Parameter rawValue: `table`, `maintenance`, `backlog`, or the name of a further list: at most
    ///   40 small letters, digits and hyphens, a letter first. Anything else gives nil.
    public init?(rawValue: String) {
        switch rawValue {
        case "table": self = .table
        case "maintenance": self = .maintenance
        case "backlog": self = .backlog
        default:
            guard Self.isName(rawValue) else { return nil }
            self = .named(rawValue)
        }
    }

    /// The parts that every plan may have.
    public static let standard: [PlanList] = [.table, .maintenance, .backlog]

    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (0x61...0x7A).contains(first), name.utf8.count <= 40
        else { return false }
        return name.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
        }
    }

    /// The name as words, such as `carried over`.
    var inWords: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }
}

/// A list of a plan besides its table, its maintenance list and its backlog.
public struct NamedList: Hashable, Sendable {
    /// Its name, such as `completed`.
    public var name: String
    /// What stands in it, in printed order.
    public var items: [PlanItem]

    /// Creates a list.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - items: What stands in it, in printed order.
    public init(name: String, items: [PlanItem]) {
        self.name = name
        self.items = items
    }
}

extension Plan {
    /// Everything in the plan's lists beside its table: maintenance, backlog, then the further lists.
    public var listedItems: [PlanItem] {
        lists.reduce(into: maintenance + backlog) { $0 += $1.items }
    }

    /// The items of one part of the plan, in printed order.
    ///
    /// - Parameter list: The part.
    /// - Returns: Its items; none when the plan has no such list.
    public func items(in list: PlanList) -> [PlanItem] {
        switch list {
        case .table: items
        case .maintenance: maintenance
        case .backlog: backlog
        case .named(let name): lists.first { $0.name == name }?.items ?? []
        }
    }

    /// Adds an item at the end of the part in which it stands.
    ///
    /// - Parameter item: The item.
    public mutating func append(_ item: PlanItem) {
        switch item.list {
        case .table: items.append(item)
        case .maintenance: maintenance.append(item)
        case .backlog: backlog.append(item)
        case .named(let name):
            if let place = lists.firstIndex(where: { $0.name == name }) {
                lists[place].items.append(item)
            } else {
                lists.append(NamedList(name: name, items: [item]))
            }
        }
    }

    /// The actions that may count: those of the table, and what stands in lists that count.
    ///
    /// - Complexity: O(*n*) in the number of items.
    var countable: [PlanItem] {
        guard !counting.countedLists.isEmpty else { return actions }
        return lists.filter { counting.countedLists.contains($0.name) }
            .reduce(into: actions) { $0 += $1.items }
    }
}

extension JSONFieldType where Value == PlanList {
    /// A part of a plan; a name that is almost one of the usual ones is a mistake.
    public static var planList: Self {
        Self("the name of a list") { (node, place) throws(JSONError) in
            let name = try JSONFieldType<String>.text.read(node, place)
            let usual = PlanList.standard.map(\.rawValue)
            let near = usual.first {
                name != $0 && ClosestName.distance(Array(name), Array($0)) <= 2
            }
            guard near == nil, let list = PlanList(rawValue: name) else {
                throw place.error(
                    "“\(name)” is not a list. "
                        + (near.map { "Did you mean “\($0)”? " } ?? "")
                        + "Write \(usual.joined(separator: ", ")), or a name of your own in small "
                        + "letters, such as “carried-over”.",
                    at: node
                )
            }
            return list
        }
    }
}
