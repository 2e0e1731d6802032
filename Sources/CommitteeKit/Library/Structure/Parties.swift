// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Whom the words of a lead mean: a seat, a role, a group, the committee or another body.
public struct Party: Hashable, Sendable {
    /// What sort of party it is.
    @nonexhaustive
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A seat on the committee, on one of its bodies or on one of its groups.
        case seat
        /// A role that has no seat, or several.
        case role
        /// A working group.
        case group
        /// The committee itself.
        case body
        /// Another body, such as an agency, a council or a partnership.
        case outsideBody = "outside-body"
    }

    /// What sort of party it is.
    public var kind: Kind
    /// The seat, the role, the group or the body.
    public var subject: SubjectReference
    /// What it is called in the record.
    public var name: String
    /// Whether it is there on the day of the edition: a seat or a group may have ended.
    public var isPresent: Bool

    /// Creates a party.
    ///
    /// - Parameters:
    ///   - kind: What sort of party it is.
    ///   - subject: The seat, the role, the group or the body.
    ///   - name: What it is called in the record.
    ///   - isPresent: Whether it is there on the day of the edition.
    public init(_ kind: Kind, _ subject: SubjectReference, name: String, isPresent: Bool = true) {
        self.kind = kind
        self.subject = subject
        self.name = name
        self.isPresent = isPresent
    }
}

/// What came of looking for the party that words mean.
@nonexhaustive
public enum PartyLookup: Hashable, Sendable {
    /// The words mean one party.
    case found(Party)
    /// The words may mean several parties; a person must say which.
    case several([Party])
    /// The words mean nothing that is recorded; with the closest name that is, if one is close.
    case unknown(closest: String?)

    /// The party, when the words mean one.
    public var party: Party? {
        guard case .found(let party) = self else { return nil }
        return party
    }
}

/// The parties of a committee by every name that it has declared for them.
///
/// Make one and ask it often; ``Edition/party(named:glossary:)`` makes one for a single question.
///
/// ```swift
/// let parties = Parties(of: edition)
/// parties.party(named: "practice improvement").party?.kind    // .group
/// ```
public struct Parties: Sendable {
    private var found: [String: [Party]] = [:]
    private var names: [String] = []
    /// Every name of every party, by which a cell of leads can be split.
    public private(set) var glossary = LeadGlossary()

    /// Whether the committee has named nobody.
    public var isEmpty: Bool { names.isEmpty }

    /// Gathers the parties of an edition.
    ///
    /// - Parameters:
    ///   - edition: The committee's record on a date.
    ///   - glossary: More names of leads, such as those that a layout declares; each term's names mean
    ///     the same.
    /// - Complexity: O(*n*) in the number of names.
    public init(of edition: Edition, glossary: LeadGlossary? = nil) {
        guard let profile = edition.committeeProfile else { return }
        addRoles(profile, on: edition.asOf)
        for group in profile.workingGroups {
            let party = Party(
                .group,
                .group(group.id),
                name: group.name,
                isPresent: group.isActive(on: edition.asOf)
            )
            add(party, called: [group.name, group.id, group.abbreviation] + group.aliases)
        }
        for body in [profile.body] + profile.bodies {
            let kind: Party.Kind = body.id == profile.body.id ? .body : .outsideBody
            add(
                Party(kind, .body(body.id), name: body.name),
                called: [body.name, body.id, body.abbreviation] + body.aliases
            )
        }
        for term in glossary?.terms ?? [] { add(term) }
        self.glossary = LeadGlossary(terms: found.keys.sorted().map { LeadGlossary.Term(name: $0) })
    }

    private mutating func addRoles(_ profile: CommitteeProfile, on day: CivilDate) {
        var seats: [String: [Member]] = [:]
        for seat in profile.seats where seats[seat.roleID]?.last?.id != seat.id {
            seats[seat.roleID, default: []].append(seat)
        }
        for role in profile.roles {
            let held = seats[role.id] ?? []
            let present = held.filter { $0.hasSeat(on: day) }
            let party =
                if let seat = present.count == 1 ? present.first : nil {
                    Party(.seat, .seat(seat.id), name: role.title)
                } else if present.isEmpty, held.count == 1 {
                    Party(.seat, .seat(held[0].id), name: role.title, isPresent: false)
                } else {
                    Party(
                        .role,
                        .role(role.id),
                        name: role.title,
                        isPresent: held.isEmpty || !present.isEmpty
                    )
                }
            add(party, called: [role.title, role.id] + role.aliases)
            if party.kind == .seat, party.subject.id != role.id {
                add(party, called: [party.subject.id])
            }
        }
    }

    private mutating func add(_ party: Party, called names: [String?]) {
        self.names.append(party.name)
        for name in names.compactMap(\.self) {
            let key = NameKey.key(name)
            guard !key.isEmpty, found[key]?.contains(party) != true else { continue }
            found[key, default: []].append(party)
        }
    }

    private mutating func add(_ term: LeadGlossary.Term) {
        let names = [term.name] + term.aliases
        guard let known = names.first(where: { found[NameKey.key($0)] != nil }),
            let parties = found[NameKey.key(known)]
        else { return }
        for name in names where found[NameKey.key(name)] == nil {
            found[NameKey.key(name)] = parties
        }
    }

    /// Returns the party that words mean, without regard to case, spacing and kinds of dashes.
    ///
    /// - Parameter words: The words of a lead.
    /// - Returns: The party, several that it may be, or the closest name.
    /// - Complexity: O(1), and O(*n*) in the number of parties for words that mean none.
    public func party(named words: String) -> PartyLookup {
        let parties = found[NameKey.key(words)] ?? []
        if parties.count > 1 { return .several(parties) }
        if let party = parties.first { return .found(party) }
        return .unknown(closest: ClosestName.closest(to: words, in: names))
    }

    /// Returns the parties that the names of a lead's cell mean, each with its name.
    ///
    /// A name that was not split when it was read, such as “Chair and Lead Officer”, is split where every
    /// part of it is a name that the committee has declared.
    ///
    /// - Parameter names: The names, such as ``Leads/names`` or ``Leads/answering``.
    /// - Returns: What each name means, in order.
    /// - Complexity: O(*n*) in the number of names.
    public func parties(of names: [String]) -> [(name: String, lookup: PartyLookup)] {
        names.flatMap { name -> [(name: String, lookup: PartyLookup)] in
            let lookup = party(named: name)
            guard case .unknown = lookup else { return [(name, lookup)] }
            let parts = glossary.read(Prose(name)).names
            let known = parts.map { (name: $0, lookup: party(named: $0)) }
            let isKnown = known.allSatisfy { part in
                if case .unknown = part.lookup { false } else { true }
            }
            return parts.count > 1 && isKnown ? known : [(name, lookup)]
        }
    }
}

extension Edition {
    /// Returns the party that the words of a lead mean, by the names that the committee has declared.
    ///
    /// ```swift
    /// switch edition.party(named: "QA Group") {
    /// case .found(let party): print(party.kind, party.name)
    /// case .several(let parties): print("One of", parties.map(\.name))
    /// case .unknown(let closest): print("Unknown; did you mean \(closest ?? "something else")?")
    /// default: break
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - words: The words of a lead.
    ///   - glossary: More names of leads, such as those that a layout declares.
    /// - Returns: The party, several that it may be, or the closest name.
    /// - Complexity: O(*n*) in the number of names; for many questions, make a ``Parties`` once.
    public func party(named words: String, glossary: LeadGlossary? = nil) -> PartyLookup {
        Parties(of: self, glossary: glossary).party(named: words)
    }
}
