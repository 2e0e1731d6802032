// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskEffect {
    /// Reads effects from an object as a file of changes has it.
    ///
    /// A change that does not say what it is about is about the risk itself. What a workflow records
    /// is of the request's own day and author, so a change has none of its own here.
    ///
    /// - Parameters:
    ///   - node: The object.
    ///   - place: Where it stands.
    ///   - risk: The risk's identifier.
    ///   - timescales: The reader of timescales.
    ///   - rooms: The rooms that say what can be written.
    /// - Returns: The effects, in order.
    /// - Throws: `JSONError` when it is not a change that a workflow may record.
    package static func reading(
        _ node: JSONNode,
        at place: JSONPlace,
        risk: String,
        timescales: TimescaleReader,
        rooms: Rooms
    ) throws(JSONError) -> [RiskEffect] {
        guard case .object(var members) = node.content else {
            throw place.expected("a change such as { review = { outcome = \"…\" } }", found: node)
        }
        for name in ["effective", "by", "reason", "entry", "external", "correct", "void"] {
            guard let member = members.first(where: { $0.key == name }) else { continue }
            throw place.member(name).error(
                "an effect has no “\(name)”: it is recorded with the request, on its day and by "
                    + "its author. Leave it out.",
                at: member.node
            )
        }
        let reader = ChangeReader(
            plan: nil,
            timescales: timescales,
            glossary: nil,
            rooms: rooms
        )
        if !members.contains(where: { reader.targetNames.contains($0.key) }) {
            let named = JSONNode(.string(risk), line: node.line, column: node.column)
            members.append(
                JSONNode.Member(key: "risk", line: node.line, column: node.column, node: named)
            )
        }
        let change = try reader.change.read(
            JSONNode(.object(members), line: node.line, column: node.column),
            place
        )
        if let doubt = change.doubts.first { throw place.error(doubt.message, at: node) }
        let subject: SubjectReference
        switch change.target {
        case .plan(let id): subject = .plan(id)
        case .action(let id, let plan): subject = .action(id, of: plan)
        case .entry(let reference): subject = reference
        case .external, .correct, .void:
            throw place.error("a workflow records no such change.", at: node)
        }
        var effects: [RiskEffect] = []
        for aspect in change.aspects {
            effects.append(try effect(aspect, subject, risk, place, node))
        }
        return effects
    }

    private static func effect(
        _ named: NamedAspect,
        _ subject: SubjectReference,
        _ risk: String,
        _ place: JSONPlace,
        _ node: JSONNode
    ) throws(JSONError) -> RiskEffect {
        switch named.aspect {
        case .fact(let asked) where asked.on == nil:
            if subject == .risk(risk), let fact = RiskFact(asked.fact) {
                return .fact(fact)
            }
            return .change(Change(subject, asked.fact))
        default:
            throw place.member(named.name).error(
                "a workflow cannot record “\(named.name)”. Record it with a file of changes.",
                at: node
            )
        }
    }
}
