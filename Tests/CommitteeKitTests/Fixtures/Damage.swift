// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// One way to spoil a member of a payload.
enum Damage: String, CaseIterable {
    case removed, null, `true`, number, text, empty, list, object

    var value: JSONValue? {
        switch self {
        case .removed: nil
        case .null: .null
        case .true: true
        case .number: 7
        case .text: "?"
        case .empty: ""
        case .list: []
        case .object: [:]
        }
    }
}

/// A step from a value to one inside it.
enum Step: CustomStringConvertible {
    case member(String)
    case element(Int)

    var description: String {
        switch self {
        case .member(let name): ".\(name)"
        case .element(let index): "[\(index)]"
        }
    }
}

extension JSONValue {
    /// The paths to everything inside, at most as deep as the limit.
    func paths(_ limit: Int) -> [[Step]] {
        guard limit > 0 else { return [] }
        switch self {
        case .array(let elements):
            return elements.prefix(2).enumerated().flatMap { index, element in
                [[.element(index)]] + element.paths(limit - 1).map { [.element(index)] + $0 }
            }
        case .object(let members):
            return members.flatMap { member in
                [[.member(member.key)]]
                    + member.value.paths(limit - 1).map { [.member(member.key)] + $0 }
            }
        default: return []
        }
    }

    /// The value with something else at a path.
    func putting(_ value: JSONValue?, at path: ArraySlice<Step>) -> JSONValue {
        guard let step = path.first else { return value ?? self }
        let isLast = path.count == 1
        switch (self, step) {
        case (.array(var elements), .element(let index)):
            if isLast, value == nil {
                elements.remove(at: index)
            } else {
                elements[index] = elements[index].putting(value, at: path.dropFirst())
            }
            return .array(elements)
        case (.object(var members), .member(let name)):
            if isLast, value == nil {
                members[name] = nil
            } else {
                members[name] = members[name]?.putting(value, at: path.dropFirst())
            }
            return .object(members)
        default: return self
        }
    }

    /// The object with one member more; any other value as it is.
    func adding(_ name: String, _ value: JSONValue) -> JSONValue {
        guard case .object(var members) = self else { return self }
        members[name] = value
        return .object(members)
    }
}
