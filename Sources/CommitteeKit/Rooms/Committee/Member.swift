// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A seat on a body, held by a role on behalf of an agency.
///
/// ```swift
/// var seat = Member(bodyID: "cpc", roleID: "lead-nurse", agencyID: "health-board")
/// seat.isCore = true
/// seat.terms = [Member.Term(from: CivilDate(2026, 4, 1), until: CivilDate(2029, 3, 31))]
/// ```
public struct Member: Hashable, Sendable, Identifiable {
    /// The seat's own identifier; nil for one that a profile names by its body, role and agency alone.
    public var givenID: String?
    /// The body or the group, by its identifier.
    public var bodyID: String
    /// The role that has the seat, by its identifier.
    public var roleID: String
    /// The role's name as the seat has it; nil for a seat whose role a profile names.
    public var title: String?
    /// Other names that documents use for the role of the seat.
    public var titleAliases: [String]
    /// The agency for which the role sits, by its identifier.
    public var agencyID: String?
    /// The terms of office, earliest first; a seat of which none is known is held all the time.
    public var terms: [Term]
    /// Who may come instead, by the identifiers or the names of their roles, first the usual one.
    public var substitutes: [String]
    /// Whether the body counts on the seat at each meeting.
    public var isCore: Bool
    /// Whether the member votes.
    public var isVoting: Bool
    /// The last day on which there is such a seat; nil while there is one.
    public var ended: CivilDate?

    /// Creates a member.
    ///
    /// - Parameters:
    ///   - bodyID: The body, by its identifier.
    ///   - roleID: The role that has the seat, by its identifier.
    ///   - agencyID: The agency for which the role sits.
    ///   - term: The term of office; open at both ends when left out.
    ///   - substituteRoleID: The role that may come instead.
    ///   - isVoting: Whether the member votes.
    public init(
        bodyID: String,
        roleID: String,
        agencyID: String? = nil,
        term: CivilSpan = .always,
        substituteRoleID: String? = nil,
        isVoting: Bool = true
    ) {
        self.bodyID = bodyID
        self.roleID = roleID
        self.agencyID = agencyID
        self.isVoting = isVoting
        terms = term == .always ? [] : [Term(term)]
        substitutes = substituteRoleID.map { [$0] } ?? []
        titleAliases = []
        isCore = false
    }

    /// What the seat is called in a record: its own identifier, or its body, role and agency.
    public var id: String {
        givenID ?? ([bodyID, roleID] + (agencyID.map { [$0] } ?? [])).joined(separator: "/")
    }

    /// The days of the last term of office; setting them leaves that term alone.
    public var term: CivilSpan {
        get { terms.last?.span ?? .always }
        set { terms = newValue == .always ? [] : [Term(newValue)] }
    }

    /// The role that usually comes instead, by its identifier.
    public var substituteRoleID: String? {
        get { substitutes.first }
        set { substitutes = newValue.map { [$0] } ?? [] }
    }

    /// Whether the member is in office on a day; both ends of a term count.
    ///
    /// - Parameter date: The day.
    /// - Returns: Whether there is such a seat, and the day lies within one of its terms.
    /// - Complexity: O(*n*) in the number of terms.
    public func isInOffice(on date: CivilDate) -> Bool {
        hasSeat(on: date) && (terms.isEmpty || terms.contains { $0.span.contains(date) })
    }

    /// Whether there is such a seat on a day, held or not.
    ///
    /// - Parameter date: The day.
    /// - Returns: Whether the seat was not ended before.
    public func hasSeat(on date: CivilDate) -> Bool { ended.map { date <= $0 } ?? true }

    /// Returns the term of office into which a day falls.
    ///
    /// - Parameter date: The day.
    /// - Returns: The term; nil when the seat is vacant or none is known.
    public func term(on date: CivilDate) -> Term? { terms.first { $0.span.contains(date) } }
}

extension Member {
    /// A term of office: who holds the seat, from when until when.
    public struct Term: Hashable, Sendable {
        /// The days of the term; an end that is not known is open.
        public var span: CivilSpan
        /// Who holds the seat: a role's identifier, or the host's own for a person, never a name.
        public var holderID: String?
        /// The day on which the holder was introduced to the work, when that is done.
        public var inducted: CivilDate?

        /// Creates a term.
        ///
        /// - Parameters:
        ///   - span: The days of the term.
        ///   - holderID: Who holds the seat: a role's identifier, or the host's own for a person.
        ///   - inducted: The day on which the holder was introduced to the work.
        public init(_ span: CivilSpan, holderID: String? = nil, inducted: CivilDate? = nil) {
            self.span = span
            self.holderID = holderID
            self.inducted = inducted
        }

        /// Creates a term that begins on a day.
        ///
        /// - Parameters:
        ///   - from: The first day.
        ///   - until: The last day; nil when it is not known.
        ///   - holderID: Who holds the seat: a role's identifier, or the host's own for a person.
        ///   - inducted: The day on which the holder was introduced to the work.
        public init(
            from: CivilDate,
            until: CivilDate? = nil,
            holderID: String? = nil,
            inducted: CivilDate? = nil
        ) {
            self.init(
                CivilSpan(from: from, until: until) ?? CivilSpan(from...from),
                holderID: holderID,
                inducted: inducted
            )
        }
    }

    /// Adds a term, or puts it in the place of the one that begins on the same day.
    mutating func take(_ term: Term) {
        terms.removeAll { $0.span.from == term.span.from }
        terms.append(term)
        terms.sort { ($0.span.from ?? .earliest) < ($1.span.from ?? .earliest) }
    }
}
