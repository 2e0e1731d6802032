// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// How a round stands in exports.

extension UpdateRound {
    /// The members that opening a round, assigning and more time set.
    static let openingMembers: [JSONMember<UpdateRound>] = [
        JSONMember("plan") { .string($0[$1].plan) },
        JSONMember("name") { .string($0[$1].name) },
        JSONMember("due") { .date($0[$1].due) },
        JSONMember("evidence") { .string($0[$1].evidence.rawValue) },
        JSONMember("openedOn") { .date($0[$1].openedOn) },
        JSONMember("asked") { .array($0[$1].asked.map(\.exported)) },
    ]

    /// The round as an export has it.
    static func exported(_ rounds: [UpdateRound], _ place: Int) -> JSONValue {
        var members: JSONObject = ["round": .date(rounds[place].date)]
        for member in table.jsonMembers {
            let value = member.value(rounds, place)
            if !value.isNull { members[member.name] = value }
        }
        return .object(members)
    }
}

extension AskedLead {
    fileprivate var exported: JSONValue {
        var members = Self.shape.write(self)
        if let extendedTo { members["until"] = .date(extendedTo) }
        return .object(members)
    }
}

extension UpdateReturn {
    /// The return as an export has it, its words without markup.
    var exported: JSONValue {
        var members = Self.shape.write(self)
        members["answers"] = .array(
            answers.map { $0.exported }
        )
        members["on"] = .date(on)
        members["by"] = .string(by)
        if isNothing { members["nil"] = true }
        if isTabled { members["tabled"] = true }
        if let withdrawnOn { members["withdrawnOn"] = .date(withdrawnOn) }
        return .object(members)
    }
}

extension ReturnedAnswer {
    /// The answer as an export has it, its words without markup.
    public var exported: JSONValue {
        var members = Self.shape.write(self)
        members.makePlain(Self.texts)
        return .object(members)
    }
}

extension AgreedAnswer {
    /// What was agreed as an export has it, its words without markup.
    public var exported: JSONValue {
        var members = Self.shape.write(self)
        members.makePlain(Self.texts)
        return .object(members)
    }

    /// What was agreed in words that fit after “is agreed”.
    public var inWords: String {
        var parts: [String] = [isAsProposed ? "as proposed" : "otherwise than proposed"]
        if !colour.isEmpty { parts.append(colour) }
        if let finished { parts.append("finished on \(finished.formatted("d MMMM yyyy"))") }
        if !timescale.isEmpty { parts.append("new timescale “\(timescale)”") }
        return parts.joined(separator: ", ")
    }
}

extension JSONObject {
    fileprivate mutating func makePlain(_ names: [String]) {
        for name in names {
            guard let markup = self[name]?.text else { continue }
            self[name] = .string(Prose(markup: markup).plainText)
        }
    }
}
